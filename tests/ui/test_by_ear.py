"""A lesson by ear alone: sentences as they are spoken, and keys; nothing is seen, no reader is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elder_tutor.text import letters
from elder_tutor.text.arabic_numbers import DIGITS
from elder_tutor.text.line import Line
from elder_tutor.ui.program import Program
from tests.access.wits import plain

KEYBOARD = "لوحة المفاتيح"
"""What a sentence says that means the keys before one: there Enter ends."""
ROUND = 60


class Ear:
    """Somebody who hears, knows Arabic and its letters, and has a keyboard under their hands."""

    def __init__(self, program: Program) -> None:
        self.window, self.heard = program.window, list[list[str]]()
        self._task = self._pressed = ""
        program.window.voice.asked.connect(self._hear)

    def _hear(self, lines: Sequence[Line]) -> None:
        self.heard.append([plain(line.spoken) for line in lines])

    @property
    def last(self) -> list[str]:
        """What was said last, sentence by sentence, after the name of what was pressed."""
        said = self.heard[-1]
        return said[1:] if self._pressed and said[0] == self._pressed else said

    def key(self, key: Qt.Key, text: str = "") -> list[str]:
        """Press a key; answer what is said then."""
        before = len(self.heard)
        held = self.window.focusWidget() or self.window
        if text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(held, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        else:
            QTest.keyClick(held, key)
        QTest.qWait(1)
        QApplication.processEvents()
        return [said for spoken in self.heard[before:] for said in spoken]

    def find(self, task: list[str]) -> None:
        """Go to what was named; where nothing was, and at a second try, to what the keyboard was led to."""
        told = " ".join(task)
        self.key(Qt.Key.Key_Backtab)
        led = here = self.key(Qt.Key.Key_Tab)
        assert led, "nothing is said where the keyboard is"
        if self._task and told != self._task and told.endswith(self._task):
            self._pressed = led[0]
            return  # told to try again: what the keyboard was led to
        self._task = told
        for _ in range(ROUND):
            self._pressed = here[0]
            if f" {here[0]} " in f" {told.replace('.', ' ').replace('،', ' ')} ":
                return
            here = self.key(Qt.Key.Key_Tab)
            if here == led:
                return
        raise AssertionError(f"what was meant by {task} is not heard anywhere")

    def obey(self, task: list[str]) -> None:
        """Do what was said: write the letter or digit, end the writing, or press what was named."""
        told = " ".join(task)
        for letter in LETTERS:
            if f"حرف {plain(letters.name(letter))}." in told:
                self.key(Qt.Key.Key_unknown, letter)
                return
        for digit, word in enumerate(DIGITS):
            if f"الرقم {plain(word)}" in told:
                self.key(Qt.Key(Qt.Key.Key_0 + digit), str(digit))
                return
        if KEYBOARD not in told:
            self.find(task)
        self.key(Qt.Key.Key_Return)


LETTERS = "أإآاءؤئبتةثجحخدذرزسشصضطظعغفقكلمنهويى"


@pytest.mark.parametrize("lesson", ["book-appointment", "home-visit-request"])
def test_a_whole_lesson_is_done_by_ear_and_keys_alone(
    program: Callable[..., Program], people: tuple[str, ...], lesson: str
) -> None:
    made = program()
    made.window.activateWindow()
    person = Ear(made)
    made.journey.start()
    made.window.namingToggled.emit()
    made.show_lesson(lesson, "follow")
    made.journey.change("speak_touched", True)
    QApplication.processEvents()
    task = person.last
    for _ in range(60):
        before = len(person.heard)
        person.obey(task)
        turn = made.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            break
        assert len(person.heard) > before, f"nothing is said after {task}"
        task = person.last
    assert turn.guidance.finished
