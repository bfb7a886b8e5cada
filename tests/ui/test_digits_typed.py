"""A real keyboard, the clipboard and the trainer's pad take digits of every set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.ui.phone.keys import action_of
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pin import PinPage

FIELD = "health.code.code"
NUMBERS = KeyboardView(FIELD, "123", True)


def pressed(letter: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)


@pytest.mark.parametrize("digit", "4٤۴")
def test_a_digit_of_a_real_keyboard_is_the_same_key(qapp: QApplication, digit: str) -> None:
    assert action_of(pressed(digit), NUMBERS) == Action(Do.KEY, FIELD, text="4")


def test_a_pasted_code_is_read_in_any_digits(qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("\u2066٤٨-۲1\u2069")
    paste = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "v")
    action = action_of(paste, NUMBERS)
    assert action is not None
    assert action.text.strip("\u2066\u2069") == "48-21"


@pytest.mark.parametrize("typed", ["٢٥٨٠", "۲۵۸۰"])
def test_the_trainers_door_takes_typed_digits_of_every_set(
    program: Callable[..., Program], tap: Callable[..., None], app: App, typed: str
) -> None:
    made = program()
    made.journey.start()
    tap(made.window, "signIn.trainer")
    page = made.window.findChild(PinPage, "trainer.pin")
    assert isinstance(page, PinPage)
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    for _ in range(2):
        for digit in typed:
            page.keyPressEvent(pressed(digit))
        page.keyPressEvent(enter)
    app.people.check_pin("2580")
