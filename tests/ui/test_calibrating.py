"""A bank card on the screen: the drawn one grows until it is covered, and everything gets its true size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from elder_tutor.app import App
from elder_tutor.progress.staff import Member, Role
from elder_tutor.ui.doctor.screen import SMALL, UNKNOWN
from elder_tutor.ui.measures.calibrating import BELIEVED, MEASURED, grown, too_small
from elder_tutor.ui.measures.measuring import smallest_target
from elder_tutor.ui.measures.screens import ScreenFacts
from elder_tutor.ui.pages.card import CARD_MM, COARSE, FINE, LAY, UNTIL, CardPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pages import TrainerPages

Tap = Callable[..., None]
WIDE = 361.0
FACTS = ScreenFacts("A 1366x768", 1366, 768, 1366 / WIDE)


@pytest.fixture
def shown(program: Callable[..., Program]) -> Program:
    """The page of the card on a screen that tells its size."""
    made = program(lang="ar")
    made.journey.calibrating.begin(made.journey.start, FACTS)
    return made


def card(shown: Program) -> CardPage:
    return shown.window.page(CardPage)


def width(shown: Program) -> int:
    return round(card(shown).card().width())


def at_scale(shown: Program, scale: float) -> None:
    """Make the drawn card as wide as a real one on a screen of this scale."""
    shown.journey.calibrating.grow(round(scale * CARD_MM[0]) - width(shown))


@pytest.mark.parametrize(
    ("scale", "by", "most", "wide"),
    [(4.0, 12, 9.0, 354), (4.0, -1, 9.0, 341), (2.0, -12, 9.0, 171), (8.9, 400, 9.0, 770)],
)
def test_the_card_grows_by_pixels_of_width_between_its_limits(
    scale: float, by: int, most: float, wide: int
) -> None:
    assert round(grown(scale, by, most) * CARD_MM[0]) == wide


def test_it_begins_at_the_size_that_holds_and_has_the_shape_of_a_card(shown: Program) -> None:
    drawn = card(shown).card()
    assert drawn.width() / (1366 / WIDE) == pytest.approx(85.60, abs=0.15)
    assert drawn.width() / drawn.height() == pytest.approx(85.60 / 53.98, rel=0.01)


def test_four_buttons_change_it_much_and_little_both_ways(shown: Program, tap: Tap) -> None:
    found = []
    for name in ("larger", "smaller", "little.larger", "little.smaller"):
        before = width(shown)
        tap(shown.window, f"calibration.{name}")
        found.append(width(shown) - before)
    assert found == [COARSE, -COARSE, FINE, -FINE]


@pytest.mark.parametrize(("lang", "sign"), [("ar", -1), ("en", 1)])
def test_the_arrows_do_the_same_from_any_button(shown: Program, lang: str, sign: int) -> None:
    shown.window.use(shown.window.settings.with_changes(language=lang))
    found = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        before = width(shown)
        QTest.keyClick(card(shown).equal, key)
        found.append(width(shown) - before)
    assert found == [COARSE, -COARSE, sign * FINE, -sign * FINE]


def test_the_corner_where_the_real_card_lies_never_moves(shown: Program) -> None:
    before = card(shown).card().topRight()
    shown.journey.calibrating.grow(COARSE)
    assert card(shown).card().topRight() == before


def test_the_line_tells_the_screens_sides_as_the_card_grows(shown: Program) -> None:
    assert [n in card(shown).result.text() for n in ("361", "203")] == [True, True]
    at_scale(shown, 1366 / 300)
    assert "300" in card(shown).result.text()


def test_what_is_to_be_done_and_what_was_found_is_said(shown: Program, tap: Tap) -> None:
    assert card(shown).greeting() == (LAY, UNTIL)
    tap(shown.window, "calibration.equal")
    assert card(shown).greeting() == (MEASURED,)
    assert [line.shown for line in shown.window.voice.lines] == [
        line.shown for line in shown.window.lines((MEASURED,))
    ]


def test_everything_follows_at_once_and_it_is_kept_by_the_screens_name(
    shown: Program, app: App, tap: Tap
) -> None:
    at_scale(shown, 1366 / 300)
    tap(shown.window, "calibration.equal")
    ((name, scale),) = app.settings.screens
    assert name == FACTS.name
    assert scale == shown.window.px_per_mm == pytest.approx(1366 / 300, rel=0.003)
    smallest = smallest_target(shown.window)
    assert smallest is not None
    assert smallest.value >= 15.8


def test_what_the_screen_tells_holds_again_on_request(shown: Program, app: App, tap: Tap) -> None:
    at_scale(shown, 1366 / 300)
    tap(shown.window, "calibration.equal")
    tap(shown.window, "calibration.reset")
    assert app.settings.screens == ()
    assert shown.window.metrics.px_per_mm == pytest.approx(1366 / WIDE)
    assert card(shown).greeting() == (BELIEVED,)


def test_a_screen_that_tells_nothing_says_so_on_request(program: Callable[..., Program], tap: Tap) -> None:
    made = program()
    made.journey.calibrating.begin(made.journey.start, FACTS._replace(told=None))
    tap(made.window, "calibration.reset")
    assert card(made).greeting() == (UNKNOWN,)


def test_leaving_keeps_nothing(shown: Program, app: App, tap: Tap) -> None:
    at_scale(shown, 5.0)
    tap(shown.window, "calibration.leave")
    assert isinstance(shown.window.current, SignInPage)
    assert app.settings.screens == ()


@pytest.mark.parametrize(
    ("sides", "small"), [((250, 140), False), ((249, 140), True), ((250, 139), True), ((140, 250), False)]
)
def test_under_250_by_140_mm_a_screen_is_too_small(sides: tuple[int, int], small: bool) -> None:
    assert too_small(sides) is small


def test_a_screen_that_is_too_small_is_told(shown: Program, tap: Tap) -> None:
    at_scale(shown, 1366 / 240)
    tap(shown.window, "calibration.equal")
    assert card(shown).greeting() == (MEASURED, SMALL)


@pytest.mark.parametrize("told", [2.2, 8.0, 11.9])
def test_the_page_can_be_used_whatever_a_screen_tells(
    told: float, program: Callable[..., Program], tap: Tap, faults: Callable[[Program], list[str]]
) -> None:
    made = program()
    made.window.px_per_mm = told
    made.journey.calibrating.begin(made.journey.start, FACTS._replace(told=told))
    assert [fault for fault in faults(made) if fault.startswith(("clipped", "outside"))] == []
    at_scale(made, 1366 / WIDE)
    tap(made.window, "calibration.equal")
    assert made.window.metrics.px_per_mm == pytest.approx(1366 / WIDE, rel=0.003)


def test_the_trainer_comes_back_to_the_page_of_the_machine(program: Callable[..., Program], tap: Tap) -> None:
    made = program()
    made.show_page("trainer-machine-choices")
    pages = made.window.findChild(QWidget, "trainer")
    assert isinstance(pages, TrainerPages)
    pages.desk.member = member = Member("m", "سالم", Role.MANAGER, 0, 1)
    tap(made.window, "trainer.machine.measure")
    assert isinstance(made.window.current, CardPage)
    assert not made.window.trainer_open
    tap(made.window, "calibration.leave")
    back = made.window.findChild(QWidget, "trainer")
    assert isinstance(back, TrainerPages)
    assert (back.present, back.machine.section, back.desk.member) == (back.machine, "choices", member)
