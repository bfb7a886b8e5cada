"""The last touch that acted in a window: a trembling hand's second one must not reach what comes next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.touching.rules import Stroke, repeats

MOST_MS: Final = 400


class Latch(QObject):
    """Remember the last touch that acted, one for each window.

    "Repeats on one control are ignored" is not enough where the control is gone with its page and
    another stands in its place.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._stroke: Stroke | None = None
        self._place = QPoint()
        self._button = 0

    def lets(self, button: QWidget, stroke: Stroke, place: QPoint, repeat_ms: int, near_px: float) -> bool:
        """Tell whether a touch is meant, and remember it; milliseconds and global window pixels."""
        soon = repeats(self._stroke, stroke, min(MOST_MS, repeat_ms))
        near = (place - self._place).manhattanLength() < near_px
        if soon and near and id(button) != self._button:
            return False
        self._stroke, self._place, self._button = stroke, place, id(button)
        return True


def latch_of(widget: QWidget) -> Latch:
    """Answer the latch of the window a widget stands in; it is made with the first touch."""
    window = widget.window()
    found = window.findChild(Latch, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Latch(window)
