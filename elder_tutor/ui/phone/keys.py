"""Which keys the tray has and where they stand; what a real keyboard's keys mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.text.digits import normalise

UNITS: Final = 12.0
"""A row is this wide; a letter of the Arabic layer takes one."""

ROWS: Final = 4

DELETE, DONE, MIC, SPACE = "key.delete", "key.done", "key.mic", "key.space"
SHIFT: Final = "key.shift"
LAYER: Final = "key.layer."
FORM_WIDTH: Final = 0.65
SPACE_LEFT: Final = 3.8
SPACE_RIGHT: Final = 8.3
"""The forms of alef take the left end of the space key: its middle stays space, no other key moves."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its name, the letter it writes, and its place in units and rows."""

    name: str
    letter: str
    left: float
    row: int
    width: float = 1.0
    rows: int = 1


def name_of(letter: str) -> str:
    """Answer the name of a letter's key."""
    return SPACE if letter == " " else f"key.{letter}"


def layout(layer: str, digits_only: bool, forms: tuple[str, ...] = ()) -> tuple[Key, ...]:
    """Answer the keys of a layer. They stand from left to right in every language."""
    if digits_only:
        return _pad(2.9) + _edge(8.95, 3.05, 2)
    if layer == "123":
        return _numbers()
    if layer == "en":
        return _english()
    return _arabic(forms)


def place(key: Key, width: float, height: float, margin: float, top: float, gap: float) -> QRectF:
    """Answer a key's place in a tray of window pixels, half a gap left free on every side."""
    across = (width - 2 * margin + gap) / UNITS
    down = (height - top) / ROWS
    left = margin + key.left * across
    return QRectF(left, top + key.row * down, key.width * across - gap, key.rows * down - gap)


def action_of(event: QKeyEvent, view: KeyboardView | None) -> Action | None:
    """Answer what a key of a real keyboard does to the open field, None for other keys."""
    if view is None:
        return None
    key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return Action(Do.DELETE, view.field)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Action(Do.DONE, view.field)
    if control and key == Qt.Key.Key_V:
        lines = normalise(QGuiApplication.clipboard().text()).splitlines()
        return Action(Do.WRITE, view.field, text=lines[0]) if lines else None
    text = normalise(event.text())
    if control or event.modifiers() & Qt.KeyboardModifier.AltModifier or not text.isprintable() or not text:
        return None
    return None if view.digits_only and not text.isdigit() else Action(Do.KEY, view.field, text=text)


def _arabic(forms: tuple[str, ...]) -> tuple[Key, ...]:
    first, second, third = keyboard.LAYERS["ar"][:3]
    letters = _line(first, 0, 0.0, UNITS / len(first)) + _line(second, 1, 0.0, UNITS / len(second))
    letters += _line(third, 2, 0.0, 1.02) + _line(forms, 3, SPACE_LEFT, FORM_WIDTH)
    return (
        *letters,
        Key(DELETE, "", 10.2, 2, 1.8),
        *_foot("en", SPACE_LEFT + FORM_WIDTH * len(forms), SPACE_RIGHT),
    )


def _english() -> tuple[Key, ...]:
    first, second, third, extra = keyboard.LAYERS["en"]
    letters = _line(first, 0, 0.0, 1.2) + _line(second, 1, 0.6, 1.2) + _line(third, 2, 1.2, 1.2)
    left = _line(extra[:2], 3, SPACE_LEFT, 0.8)
    right = _line(extra[3:], 3, SPACE_RIGHT - 0.8, 0.8)
    return (
        *letters,
        *left,
        *right,
        Key(SHIFT, "", 0.0, 2, 1.2),
        Key(DELETE, "", 9.8, 2, 2.2),
        *_foot("ar", SPACE_LEFT + 1.6, SPACE_RIGHT - 0.8),
    )


def _foot(other: str, space: float, until: float) -> tuple[Key, ...]:
    return (
        Key(f"{LAYER}123", "", 0.0, 3, 1.15),
        Key(f"{LAYER}{other}", "", 1.15, 3, SPACE_LEFT - 1.15),
        Key(SPACE, " ", space, 3, until - space),
        Key(MIC, "", SPACE_RIGHT, 3, 2.1),
        Key(DONE, "", SPACE_RIGHT + 2.1, 3, UNITS - SPACE_RIGHT - 2.1),
    )


def _numbers() -> tuple[Key, ...]:
    signs = keyboard.SIGNS
    marks = _line(signs[0], 0, 4.65, 1.1) + _line(signs[1], 1, 4.65, 1.1)
    return (
        *_pad(1.45),
        *marks,
        Key(SPACE, " ", 4.65, 2, 4.4),
        Key(f"{LAYER}ar", "", 4.65, 3, 2.2),
        Key(f"{LAYER}en", "", 6.85, 3, 2.2),
        Key(DELETE, "", 9.35, 0, 2.65),
        Key(MIC, "", 9.35, 1, 2.65),
        Key(DONE, "", 9.35, 2, 2.65, 2),
    )


def _pad(width: float) -> tuple[Key, ...]:
    digits = keyboard.LAYERS["123"]
    lines = tuple(key for row in range(3) for key in _line(digits[row], row, 0.0, width))
    return (*lines, Key(name_of("0"), "0", width, 3, width))


def _edge(left: float, width: float, rows: int) -> tuple[Key, ...]:
    return Key(DELETE, "", left, 0, width, rows), Key(DONE, "", left, 2, width, rows)


def _line(letters: tuple[str, ...], row: int, left: float, width: float) -> tuple[Key, ...]:
    return tuple(
        Key(name_of(letter), letter, left + n * width, row, width) for n, letter in enumerate(letters)
    )
