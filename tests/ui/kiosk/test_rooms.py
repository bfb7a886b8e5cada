"""On every page somebody's going away is noticed, and the trainer's way out is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from elder_tutor.ui.family.sample import HOME_PAGES
from elder_tutor.ui.fit.sample import FIT_PAGES
from elder_tutor.ui.kiosk.door import Door
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import PAGES, TRAINER_PAGES, Program
from tests.ui.conftest import faults_of
from tests.ui.kiosk.conftest import Place

ABOVE = ("idle", "attract")
NEW = ("symbols", "consent", "settings", "settings-sheet", *FIT_PAGES, *TRAINER_PAGES[:6])
EVERY = [page for page in PAGES if page not in (*HOME_PAGES, *ABOVE)]
EASY_MM = 7.0
"""The most forgiving touch of the settings page: a button is felt so far around it."""
BESIDE_MM = 3.0
"""A finger does not come nearer to the corner than this: the frame of the screen is in its way."""


def corners(place: Place, inside: int) -> list[QPoint]:
    """The four corners in the order of the pattern, so many pixels inside."""
    window = place.program.window
    right, low = window.width() - 1 - inside, window.height() - 1 - inside
    return [QPoint(inside, inside), QPoint(right, inside), QPoint(right, low), QPoint(inside, low)]


@pytest.mark.parametrize("page", EVERY)
def test_four_touches_at_the_corners_ask_for_the_pin(
    place: Place, people: tuple[str, ...], page: str
) -> None:
    place.program.show_page(page)
    window = place.program.window
    window.use(window.settings.with_changes(snap_mm=EASY_MM))
    for at in corners(place, window.metrics.mm(BESIDE_MM)):
        assert place.kiosk.door is None
        place.touch(at)
    assert place.kiosk.door is not None


@pytest.mark.parametrize("page", NEW)
def test_who_goes_away_from_it_is_asked_for_and_then_the_welcome_page_stands(
    place: Place, people: tuple[str, ...], page: str
) -> None:
    place.program.show_page(page)
    place.silence()
    place.wait(180)
    assert place.kiosk.idle is not None
    assert place.kiosk.idle.isVisible()
    assert place.kiosk.idle.hides is page.startswith("trainer")
    place.silence()
    place.wait(61)
    window = place.program.window
    assert isinstance(window.current, SignInPage)
    assert not window.trainer_open
    assert not window.sheet_open


def test_a_trainer_who_is_still_there_goes_on(place: Place) -> None:
    place.program.show_page("trainer-people")
    place.wait(200)
    place.kiosk.stay()
    assert place.program.window.trainer_open


def test_what_is_being_said_in_the_fitting_is_no_idleness(place: Place) -> None:
    place.program.show_page("fit-speed")
    assert place.program.whole.voice.speaking
    place.wait(300)
    assert place.kiosk.idle is None


@pytest.mark.parametrize("page", NEW)
def test_the_touch_that_says_i_am_here_presses_nothing_of_the_page(
    place: Place, people: tuple[str, ...], page: str
) -> None:
    place.program.show_page(page)
    place.silence()
    window = place.program.window
    before, settings, trainer = window.current, window.settings, window.trainer_open
    place.wait(181)
    for at in (QPoint(683, 20), QPoint(60, 730)):
        place.touch(at)
        place.touch(at)
    assert not place.kiosk.idle.isVisible()  # type: ignore[union-attr]
    assert (window.current, window.settings, window.trainer_open) == (before, settings, trainer)


def test_no_page_of_a_family_opens_in_a_centre(place: Place) -> None:
    program = place.program
    program.app.keep_settings({"place": "centre"})
    program.journey.start()
    place.silence()
    page = program.window.page(SignInPage)
    place.touch(page.trainer.mapTo(program.window, page.trainer.rect().center()))
    assert program.window.trainer_open
    assert program.journey._household is None


def test_only_the_centres_languages_are_offered(place: Place) -> None:
    from elder_tutor.ui.fit import dials

    held = place.program.app.settings
    offered = {choice.changes["language"] for choice in dials.language(held).choices}
    assert offered == set(held.languages)


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9])
def test_the_keys_for_who_cannot_see_pass_but_not_with_others(place: Place, key: Qt.Key) -> None:
    def ends(held: Qt.KeyboardModifier) -> bool:
        return place.kiosk.guard.eventFilter(place.handle, QKeyEvent(QEvent.Type.KeyPress, key, held))

    assert not ends(Qt.KeyboardModifier.NoModifier)
    assert ends(Qt.KeyboardModifier.ControlModifier)
    assert ends(Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("toggled", ["namingToggled", "readerToggled"])
def test_what_these_keys_change_ends_with_the_visit(place: Place, toggled: str) -> None:
    place.program.journey.wearing._pinned = None
    window = place.program.window
    before = window.settings
    getattr(window, toggled).emit()
    assert window.settings != before
    place.kiosk.reset()
    assert window.settings == place.program.app.settings


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1080, 1920)])
def test_the_pad_stands_at_the_largest_letters(
    program: Callable[..., Program], size: tuple[int, int], lang: str
) -> None:
    shown = program(size, lang, 4)
    shown.app.people.choose_pin("2589")
    shown.show_page("home")
    door = Door(shown.app.people, shown.window)
    door.open(shown.window.metrics, shown.window.wording)
    assert shown.window.current is not None
    shown.window.current.hide()  # it lies below
    assert faults_of(shown) == []
    door.setParent(None)
