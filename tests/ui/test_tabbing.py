"""The order in which Tab goes: rows, in a row from the leading side, columns read to their end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.access import tabbing
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program
from tests.ui.measured import awake

KEY = Qt.FocusReason.TabFocusReason
HEAD, LEFT, RIGHT, FOOT = (
    QRect(0, 0, 100, 10),
    QRect(0, 20, 40, 60),
    QRect(60, 20, 40, 25),
    QRect(0, 90, 100, 10),
)
LOW_RIGHT = QRect(60, 55, 40, 25)


def order(*boxes: QRect, rtl: bool = False) -> list[int]:
    """The places of boxes in the order of reading."""
    spots = [(box, QWidget()) for box in boxes]
    widgets = [widget for _, widget in spots]
    return [widgets.index(each) for each in tabbing.cut(spots, rtl)]


@pytest.mark.parametrize(("rtl", "expected"), [(False, [3, 1, 0, 4, 2]), (True, [3, 0, 4, 1, 2])])
def test_a_column_is_read_to_its_end_before_the_next(
    qapp: QApplication, rtl: bool, expected: list[int]
) -> None:
    assert order(RIGHT, LEFT, FOOT, HEAD, LOW_RIGHT, rtl=rtl) == expected


def test_what_overlaps_is_read_from_its_upper_edge(qapp: QApplication) -> None:
    assert order(QRect(5, 10, 50, 50), QRect(0, 0, 50, 50)) == [1, 0]


def test_what_lies_on_top_keeps_the_keyboard(program: Callable[..., Program]) -> None:
    made = program()
    made.show_page("settings")
    top = tabbing.top_layer(made.window)
    assert top is not None
    assert all(top.isAncestorOf(each) for each in tabbing.reading_order(top))
    assert top.objectName() != "signIn"


def test_a_button_that_goes_away_under_a_finger_rings_no_other(program: Callable[..., Program]) -> None:
    made = program()
    made.journey.start()
    page = made.window.current
    assert isinstance(page, SignInPage)
    page.guest.setFocus(Qt.FocusReason.MouseFocusReason)
    page.guest.hide()
    made.window.focusNextPrevChild(True)  # so Qt asks when what holds the keyboard is hidden
    assert made.window.focusWidget() is page
    assert not made.window.by_keys


def test_a_key_leads_to_what_is_lit_and_a_finger_is_left_alone(
    program: Callable[..., Program], people: tuple[str, ...], qtbot: object
) -> None:
    made = program()
    made.show_lesson("book-appointment", "follow")
    made.window.by_keys = True
    made.go_on()
    qtbot.waitUntil(lambda: held(made) == "health.who.me")  # type: ignore[attr-defined]
    made.window.by_keys = False
    made.window.current.setFocus(Qt.FocusReason.MouseFocusReason)  # type: ignore[union-attr]
    made.go_on()
    QApplication.processEvents()
    assert held(made) == "lesson"


def held(made: Program) -> str:
    """What has the keyboard, by its object name."""
    found = made.window.focusWidget()
    return found.objectName() if found is not None else ""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_pad_is_read_one_two_three_in_every_language(program: Callable[..., Program], lang: str) -> None:
    made = program(lang=lang)
    made.show_page("trainer-pin")
    top = tabbing.top_layer(made.window)
    assert top is not None
    names = [each.objectName().rpartition(".")[2] for each in tabbing.reading_order(top)]
    pad = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "done"]
    assert [each for each in names if each in pad] == pad


@pytest.mark.parametrize("page", ["settings-sheet", "idle"])
def test_what_tab_reaches_is_told_on_what_lies_above_a_page_too(
    program: Callable[..., Program], people: tuple[str, ...], page: str
) -> None:
    made = program()
    made.show_page(page)
    told: list[QWidget] = []
    made.window.reached.connect(told.append)
    for _ in range(3):
        focused = made.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    top = tabbing.top_layer(made.window)
    assert top is not None
    assert len(told) == 3
    assert all(top.isAncestorOf(each) for each in told)


def test_who_said_that_they_are_here_hears_the_name_of_nothing_else(
    program: Callable[..., Program], people: tuple[str, ...]
) -> None:
    made = awake(program())
    made.show_page("idle")
    assert made.kiosk.idle is not None
    QTest.keyClick(made.kiosk.idle.here, Qt.Key.Key_Tab)
    told: list[QWidget] = []
    made.window.reached.connect(told.append)
    made.kiosk.idle.hide()
    assert told == []


@pytest.mark.parametrize(("reason", "rings"), [(KEY, True), (Qt.FocusReason.MouseFocusReason, False)])
def test_the_sheet_takes_the_keyboard_and_gives_it_back_where_it_was(
    program: Callable[..., Program], people: tuple[str, ...], reason: Qt.FocusReason, rings: bool
) -> None:
    made = awake(program())
    made.show_lesson("book-appointment", "follow")
    settings = made.window.page(LessonPage).head.settings
    settings.setFocus(reason)
    settings.click()
    assert held(made) == "sheet.close"
    assert (made.window.ring.around is made.window.sheet.close_button) is rings
    QTest.keyClick(made.window.sheet.close_button, Qt.Key.Key_Escape)
    assert held(made) == "lesson.settings"
    assert (made.window.ring.around is settings) is rings
