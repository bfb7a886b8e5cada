"""Which keys a kiosk lets through: what writes, what moves between controls, and nothing else."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

LEAVE: Final = Qt.Key.Key_Q
"""With Ctrl and Shift: the key that asks for the trainer's PIN."""

_CHORD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LEAVING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_USEFUL: Final = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
        Qt.Key.Key_Select, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left,
        Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F8, Qt.Key.Key_F9,
    }
)  # fmt: skip
"""Escape closes a sheet; F8 has everything named that is touched, F9 says that a screen reader is in use."""


def asks_to_leave(event: QKeyEvent) -> bool:
    """Tell whether this is the trainer's key, Ctrl+Shift+Q."""
    chord = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == LEAVE and chord == _LEAVING


def passes(event: QKeyEvent) -> bool:
    """Tell whether a key may reach a page.

    A list of what is allowed, not of what is refused: keyboards have keys nobody thought of.
    """
    if event.key() in _USEFUL:
        return not event.modifiers() & _CHORD
    return event.text().isprintable() and bool(event.text()) and not _is_chord(event)


def _is_chord(event: QKeyEvent) -> bool:
    held = event.modifiers() & _CHORD
    # Windows tells AltGr, with which letters are written, as Ctrl and Alt at once.
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(held) and held != altgr
