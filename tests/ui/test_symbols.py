"""Three symbols: said aloud, judged kindly, slowed down calmly, and gone afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.keys import SYMBOLS, Keys, WrongSymbols
from elder_tutor.text.bidi import plain
from elder_tutor.ui.door.guesses import FREE, WAITS, Guesses
from elder_tutor.ui.kiosk.cleaning import clean
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.pages.symbols import SymbolsPage
from elder_tutor.ui.program import Program
from tests.ui.measured import awake

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
RIGHT, OTHER = ("cat", "ball", "clock"), ("apple", "book", "car")


@pytest.fixture
def asked(program: Callable[..., Program], app: App, people: tuple[str, ...]) -> Program:
    """Somebody has touched their picture in a centre that asks for symbols."""
    app.keep_settings({"symbols": True})
    Keys(app.store).set_symbols(people[0], RIGHT)
    made = program()
    made.journey.start()
    made.journey.sign_in(people[0])
    return made


@pytest.fixture
def choose(tap: Tap, qtbot: QtBot) -> Callable[..., None]:
    """Touch three symbols and wait for the verdict."""

    def touch(program: Program, symbols: tuple[str, ...]) -> None:
        with qtbot.waitSignal(program.journey.doorway.keyhole.judged):
            for key in symbols:
                tap(program.window, f"symbols.tile.{key}")

    return touch


def told(program: Program) -> str:
    """What is being said."""
    return " ".join(line.shown for line in program.whole.voice.lines)


def test_the_right_three_lead_home(asked: Program, choose: Callable[..., None]) -> None:
    choose(asked, RIGHT)
    assert isinstance(asked.window.current, HomePage)


def test_without_three_symbols_the_picture_is_enough(asked: Program, people: tuple[str, ...]) -> None:
    asked.journey.sign_in(people[1])
    assert isinstance(asked.window.current, HomePage)


def test_where_the_centre_asks_for_none_the_picture_is_enough(
    asked: Program, app: App, people: tuple[str, ...]
) -> None:
    app.keep_settings({"symbols": False})
    asked.journey.sign_in(people[0])
    assert isinstance(asked.window.current, HomePage)


def test_the_name_of_each_symbol_is_said(asked: Program, tap: Tap) -> None:
    for key in ("bird", "umbrella"):
        tap(asked.window, f"symbols.tile.{key}")
        assert plain(asked.window.page(SymbolsPage).tiles[key].text()) in told(asked)


def test_wrong_ones_are_answered_kindly_and_the_boxes_are_empty(
    asked: Program, choose: Callable[..., None]
) -> None:
    choose(asked, OTHER)
    page = asked.window.current
    assert isinstance(page, SymbolsPage)
    assert page.chosen == []
    assert "خطأ" not in told(asked)
    assert told(asked)


def test_the_last_one_can_be_taken_back(asked: Program, tap: Tap) -> None:
    page = asked.window.page(SymbolsPage)
    tap(asked.window, "symbols.tile.cat")
    tap(asked.window, "symbols.tile.bird")
    tap(asked.window, "symbols.delete")
    assert page.chosen == ["cat"]
    assert page.slots.drawings == ("symbols/cat",)


def test_after_some_wrong_tries_a_ring_counts_and_then_the_symbols_stand_again(
    asked: Program, choose: Callable[..., None]
) -> None:
    page = asked.window.page(SymbolsPage)
    while not page.seconds:
        choose(asked, OTHER)
    assert page.ring.isVisible()
    assert not page.tiles["cat"].isVisible()
    for _ in range(page.seconds):
        page.second_passed()
    assert page.tiles["cat"].isVisible()
    assert not page.ring.isVisible()


def test_who_comes_back_while_it_waits_waits_too(
    asked: Program, choose: Callable[..., None], tap: Tap, people: tuple[str, ...]
) -> None:
    page = asked.window.page(SymbolsPage)
    while not page.seconds:
        choose(asked, OTHER)
    tap(asked.window, "symbols.leave")
    tap(asked.window, f"signIn.person.{people[0]}")
    assert page.seconds > 0


def test_a_guest_and_the_trainer_are_one_touch_away_while_it_waits(asked: Program, tap: Tap) -> None:
    asked.window.page(SymbolsPage).wait(60)
    tap(asked.window, "symbols.guest")
    assert isinstance(asked.window.current, HomePage)
    assert asked.journey.learner is None


def test_everything_can_be_done_with_keys(asked: Program, qtbot: QtBot) -> None:
    page = asked.window.page(SymbolsPage)
    with qtbot.waitSignal(asked.journey.doorway.keyhole.judged):
        for key in RIGHT:
            page.tiles[key].setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(page.tiles[key], Qt.Key.Key_Return)
    assert isinstance(asked.window.current, HomePage)


def test_while_it_waits_the_keyboard_is_where_it_is_said_again(
    asked: Program,
) -> None:
    page = awake(asked).window.page(SymbolsPage)
    asked.window.by_keys = True
    page.tiles["car"].setFocus(Qt.FocusReason.TabFocusReason)
    asked.journey.doorway._judged(WrongSymbols(10))
    assert asked.window.focusWidget() is page.again


def test_the_tiles_are_told_apart_by_name(asked: Program) -> None:
    names = [tile.accessibleName() for tile in asked.window.page(SymbolsPage).tiles.values()]
    assert len(set(names)) == len(SYMBOLS)


def test_nothing_of_the_choice_remains_after_leaving(asked: Program, tap: Tap) -> None:
    page = asked.window.page(SymbolsPage)
    tap(asked.window, "symbols.tile.cat")
    tap(asked.window, "symbols.leave")
    assert isinstance(asked.window.current, SignInPage)
    assert page.chosen == []
    assert page.slots.drawings == ()
    assert asked.journey.doorway.asked is None


def test_a_verdict_that_comes_after_a_reset_opens_nothing(asked: Program, tap: Tap, qtbot: QtBot) -> None:
    for key in RIGHT:
        tap(asked.window, f"symbols.tile.{key}")
    clean(asked.journey)
    qtbot.wait(600)
    assert isinstance(asked.window.current, SignInPage)
    assert asked.journey.learner is None


def test_a_verdict_that_comes_below_the_trainers_pages_opens_nothing(
    asked: Program, tap: Tap, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(asked.journey.doorway.keyhole.judged):
        for key in RIGHT:
            tap(asked.window, f"symbols.tile.{key}")
        asked.journey.open_trainer()
    assert asked.window.current is asked.window.page(SymbolsPage)
    assert asked.window.page(SymbolsPage).chosen == []
    assert asked.journey.learner is None


# --- guessing at one place -----------------------------------------------------------------


def test_guessing_is_slowed_whoever_the_tries_were_for() -> None:
    now = [0]
    guesses = Guesses(lambda: now[0])
    waits = []
    for _ in range(FREE + len(WAITS) + 3):
        guesses.wrong()
        waits.append(guesses.wait())
        now[0] += 1000 * guesses.wait()
    assert waits[:FREE] == [0] * FREE
    assert waits[FREE:] == [*WAITS, WAITS[-1], WAITS[-1], WAITS[-1]]
    assert guesses.wait() == 0


def test_old_tries_are_forgotten_by_themselves() -> None:
    now = [0]
    guesses = Guesses(lambda: now[0])
    for _ in range(FREE + 2):
        guesses.wrong()
    assert guesses.wait() > 0
    now[0] = 700_000
    assert guesses.wait() == 0
    guesses.wrong()
    assert guesses.wait() == 0


@pytest.mark.parametrize(("page", "button"), [("symbols", "symbols.tile.cat"), ("consent", "consent.yes")])
def test_a_press_paints_the_persons_picture_not_again(
    program: Callable[..., Program], people: tuple[str, ...], page: str, button: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    made = program()
    made.show_page(page)
    made.settle()
    painted: list[object] = []
    monkeypatch.setattr(f"elder_tutor.ui.pages.{page}.paint_face", lambda *a, **k: painted.append(a))
    pressed = made.window.findChild(QWidget, button)
    assert pressed is not None
    made.window.grab(QRect(pressed.mapTo(made.window, QPoint(0, 0)), pressed.size()))
    assert painted == []
    made.window.grab()
    assert len(painted) == 1
