"""The trainer's door, by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from elder_tutor.app import App
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pin import PinPage

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
Enter = Callable[[str], None]


@pytest.fixture
def door(program: Callable[..., Program], tap: Tap) -> Program:
    """The page that stands after «المدرّب» was pressed on the welcome page."""
    made = program()
    made.journey.start()
    tap(made.window, "signIn.trainer")
    return made


@pytest.fixture
def enter(door: Program, tap: Tap) -> Enter:
    """Touch digits on the pad, then «تم»."""

    def touch(digits: str) -> None:
        for key in (*digits, "done"):
            tap(door.window, f"trainer.pin.{key}")

    return touch


def page_of(door: Program) -> PinPage:
    found = door.window.findChild(PinPage, "trainer.pin")
    assert isinstance(found, PinPage)
    return found


def words_of(door: Program, find: Find) -> str:
    label = find(door.window, "trainer.pin.words")
    assert isinstance(label, QLabel)
    return label.text()


def test_a_real_keyboard_types_into_the_door_and_not_into_the_page_below(door: Program) -> None:
    held = door.window.focusWidget()
    assert held is not None
    QTest.keyClicks(held, "25")
    assert page_of(door)._typed == "25"


def test_behind_the_door_the_keyboard_is_with_the_trainer(door: Program, enter: Enter) -> None:
    enter("2580")
    enter("2580")
    held = door.window.focusWidget()
    assert held is not None
    assert held.isVisibleTo(door.window)
    assert door.window._trainer is not None
    assert door.window._trainer.isAncestorOf(held)


def test_first_visit_chooses_a_pin_entered_twice(door: Program, enter: Enter, find: Find, app: App) -> None:
    enter("2580")
    assert not app.people.pin_is_set()
    enter("2580")
    app.people.check_pin("2580")
    assert find(door.window, "trainer.bar").isVisible()


def test_two_different_pins_are_asked_for_again(door: Program, enter: Enter, find: Find, app: App) -> None:
    enter("2580")
    enter("2581")
    assert not app.people.pin_is_set()
    assert "مختلف" in words_of(door, find)


def test_a_pin_that_is_easy_to_guess_is_refused(door: Program, enter: Enter, find: Find, app: App) -> None:
    enter("1111")
    enter("1111")
    assert not app.people.pin_is_set()
    assert "التخمين" in words_of(door, find)


def test_three_digits_are_too_few(door: Program, enter: Enter, app: App) -> None:
    enter("258")
    assert page_of(door).ask == "new"
    enter("0")
    enter("2580")
    app.people.check_pin("2580")


def test_digits_are_shown_as_dots_only(door: Program, tap: Tap, find: Find) -> None:
    for digit in "258":
        tap(door.window, f"trainer.pin.{digit}")
    shown = [label.text() for label in page_of(door).findChildren(QLabel) if label.isVisible()]
    assert not any("258" in text or "852" in text for text in shown)
    assert find(door.window, "trainer.pin.dots").count == 3  # type: ignore[attr-defined]


def test_delete_takes_the_last_digit_away(door: Program, tap: Tap, enter: Enter, app: App) -> None:
    for key in ("2", "5", "9", "delete"):
        tap(door.window, f"trainer.pin.{key}")
    enter("80")
    enter("2580")
    app.people.check_pin("2580")


def test_arabic_digits_of_a_keyboard_open_too(
    app: App, program: Callable[..., Program], tap: Tap, find: Find
) -> None:
    app.people.choose_pin("2580")
    made = program()
    made.journey.start()
    tap(made.window, "signIn.trainer")
    page = page_of(made)
    for digit in "٢٥٨٠":
        press(page, Qt.Key.Key_unknown, digit)
    press(page, Qt.Key.Key_Return, "\r")
    assert find(made.window, "trainer.bar").isVisible()


def press(page: QWidget, key: Qt.Key, text: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(page, event)


def test_a_wrong_pin_is_told_calmly_with_the_tries_left(
    app: App, door: Program, enter: Enter, find: Find
) -> None:
    app.people.choose_pin("2580")
    page_of(door).begin()
    enter("2589")
    assert "4" in words_of(door, find)
    assert page_of(door).isVisible()


def test_five_wrong_tries_lock_and_count_down(app: App, door: Program, enter: Enter, find: Find) -> None:
    app.people.choose_pin("2580")
    page_of(door).begin()
    for _ in range(5):
        enter("2589")
    assert "30" in words_of(door, find)
    enter("2580")
    assert page_of(door).isVisible()
    page_of(door).second_passed()
    assert "29" in words_of(door, find)


def test_nothing_is_counted_once_the_page_is_left(app: App, door: Program, enter: Enter, tap: Tap) -> None:
    app.people.choose_pin("2580")
    page_of(door).begin()
    for _ in range(5):
        enter("2589")
    left = page_of(door)
    assert left.counting
    tap(door.window, "trainer.pin.back")
    assert not left.counting


def test_the_wait_is_still_there_after_going_back(app: App, door: Program, enter: Enter, tap: Tap) -> None:
    app.people.choose_pin("2580")
    page_of(door).begin()
    for _ in range(5):
        enter("2589")
    tap(door.window, "trainer.pin.back")
    tap(door.window, "signIn.trainer")
    assert page_of(door).seconds == 30


def test_back_leads_to_the_welcome_page(door: Program, tap: Tap) -> None:
    tap(door.window, "trainer.pin.back")
    assert door.window.findChild(QWidget, "trainer") is None
