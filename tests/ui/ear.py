"""Somebody who hears and has a keyboard: sentences as they are spoken go in, keys come out.

Nothing is seen, no screen reader is there, nothing is known of the lesson. What is brought
along is the language: how letters and digits are called, and the word for help.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elder_tutor.text import letters
from elder_tutor.text.arabic_numbers import DIGITS
from elder_tutor.text.line import Line
from elder_tutor.ui.main_window import MainWindow
from tests.access.wits import plain, words

ROUND = 60
"""Presses of Tab after which somebody has been everywhere on a page, and more."""
SETTLES = 3
"""Rounds of the event loop after a key: what is led, and what is said, each wait one."""
RUNGS = 6
"""Times somebody asks for help before they give up: the goal is said again, and there are four rungs."""
ENDS = (".", "؟", "?", "!", ":")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LETTERS = "أإآاءؤئبتةثجحخدذرزسشصضطظعغفقكلمنهويى"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What somebody knows of their language: its words for help, keyboard, a letter, a digit."""

    help: tuple[str, ...]
    keyboard: str
    letter: Callable[[str], str]
    digits: Sequence[str]
    digit: str
    look: str
    """How a sentence begins that tells where to look, and nothing to press."""
    leave: str
    """The button that leads out: nobody takes «leave it empty» for it."""


ARABIC = Tongue(
    ("مساعدة", "تلميح آخر"), "لوحة المفاتيح",
    lambda it: f"حرف {plain(letters.name(it))}.", DIGITS, "الرقم {}", "انظروا إلى", "خروج",
)  # fmt: skip
ENGLISH = Tongue(
    ("help", "another hint"), "keyboard", lambda it: f"the letter {it}.", NUMBERS,
    "the digit {}", "look at", "leave",
)  # fmt: skip
TONGUES = {"ar": ARABIC, "en": ENGLISH}


@dataclass
class Ear:
    """A person who hears. ``heard`` is all that was ever said, ``asked`` how often they asked for help."""

    window: MainWindow
    tongue: Tongue = ARABIC
    heard: list[list[str]] = field(default_factory=list)
    asked: int = 0
    waits: Callable[[], object] = lambda: None
    """What is done while they think before they ask for help again."""
    _task: str = ""
    _did: tuple[str, str] = ("", "")
    """What was pressed last for which words: the same twice does no good."""
    _pressed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.window.voice.asked.connect(self._hear)

    def _hear(self, lines: Sequence[Line]) -> None:
        self.heard.append([plain(line.spoken) for line in lines])

    @property
    def last(self) -> list[str]:
        """What was said last, sentence by sentence, after the name of what was pressed."""
        said, name = self.heard[-1], self._pressed
        return said[len(name) :] if name and said[: len(name)] == name else said

    def key(self, key: Qt.Key, text: str = "") -> list[str]:
        """Press a key; answer what is said then."""
        before = len(self.heard)
        held = self.window.focusWidget() or self.window
        if text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(held, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        else:
            QTest.keyClick(held, key)
        for _ in range(SETTLES):
            QApplication.processEvents()
        return [said for spoken in self.heard[before:] for said in spoken]

    def round(self) -> list[list[str]]:
        """Press Tab from where the keyboard is until it is there again; answer the names that are heard."""
        self.key(Qt.Key.Key_Backtab)
        names = [self.key(Qt.Key.Key_Tab)]
        assert names[0], "nothing is said where the keyboard is"
        for _ in range(ROUND):
            here = self.key(Qt.Key.Key_Tab)
            if here == names[0]:
                return names
            names.append(here)
        raise AssertionError(f"Tab does not come round: {names}")

    def press(self, fits: Callable[[str], bool]) -> bool:
        """Press what is called so that it fits, the longest name of several; False where nothing is."""
        names = self.round()
        found = [at for at, name in enumerate(names) if name and fits(name[0])]
        if not found:
            return False
        at = max(found, key=lambda each: len(names[each][0]))
        ahead = at <= len(names) // 2
        for _ in range(at if ahead else len(names) - at):
            self.key(Qt.Key.Key_Tab if ahead else Qt.Key.Key_Backtab)
        self._pressed = names[at]
        self.key(Qt.Key.Key_Return)
        return True

    def press_named(self, name: str) -> list[str]:
        """Press what begins with a name; answer what is said then."""
        assert self.press(lambda here: here.startswith(plain(name))), f"«{name}» is not heard"
        return self.last

    def answer(self) -> None:
        """Do what was said; where it names nothing that is there, or did no good before, ask for help."""
        told = " ".join(self.last)
        again = bool(self._task) and told != self._task and told.endswith(self._task)
        self._task = told
        if not again and self._does(self.last):
            return
        for _ in range(RUNGS):
            self._ask()
            if self._does(self.last):
                return
        if self._is_led():
            self.key(Qt.Key.Key_Return)
            return
        raise AssertionError(f"no help tells what is meant by «{told}»; the last was {self.last}")

    def _does(self, said: list[str]) -> bool:
        """Write the letter or digit that was asked for, end the writing, or press what was named."""
        sentences = (each for each in said if each.endswith(ENDS) and not each.startswith(self.tongue.look))
        told = " ".join(sentences)  # a title asks for nothing
        sign = self._sign(told)
        if sign:
            self.key(Qt.Key(Qt.Key.Key_0 + int(sign)) if sign.isdigit() else Qt.Key.Key_unknown, sign)
        elif told.count(self.tongue.keyboard):
            self.key(Qt.Key.Key_Return)
        else:
            out = (self.tongue.leave, self._did[1] if self._did[0] == told else "")
            if not told or not self.press(lambda here: is_named(here, told) and here not in out):
                return False
            self._did = (told, self._pressed[0])
        return True

    def _ask(self) -> None:
        self.waits()
        self.asked += 1
        for _ in range(ROUND):
            here = self.key(Qt.Key.Key_Tab)
            if here and here[0] in self.tongue.help:
                self._pressed = here
                self.key(Qt.Key.Key_Return)
                return
        raise AssertionError("help is not heard anywhere")

    def _is_led(self) -> bool:
        """Tell whether the keyboard was brought elsewhere when help was asked for."""
        last = self.heard[-1]
        self.key(Qt.Key.Key_Backtab)
        here = self.key(Qt.Key.Key_Tab)
        self.heard.append(last)
        led = bool(here) and here[0] not in self.tongue.help
        if led:
            self._pressed = here
        return led

    def _sign(self, told: str) -> str:
        """Answer the letter or digit that was asked for, "" where none was."""
        digits = (str(at) for at, each in enumerate(self.tongue.digits)
                  if self.tongue.digit.format(plain(each)) in told)  # fmt: skip
        return next((each for each in LETTERS if self.tongue.letter(each) in told), next(digits, ""))


def is_named(name: str, told: str) -> bool:
    """Tell whether a name was said, word for word."""
    return f" {' '.join(words(name))} " in f" {' '.join(words(told))} "
