"""Lines of words that widgets paint by themselves, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import textflow

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

WIDGET: Final = 1
"""What Qt calls a widget among the things that can be painted on (``QInternal::Widget``)."""
CORE: Final = 0.6
"""The share of a line's height in which its letters are thickest; nothing of its neighbours stands there."""


class Painted(NamedTuple):
    """A line of words in the window: who painted it, and the middle of its letters in window pixels."""

    widget: QWidget
    core: QRect


def painted_lines(window: MainWindow) -> list[Painted]:
    """Paint the window once more and answer every line of words that stands in it, from back to front.

    Lines in pictures that were made beforehand (a page of the phone, a paper) are left out.
    """
    found: list[Painted] = []

    def note(painter: QPainter, box: QRectF) -> None:
        device = painter.device()
        if device.devType() != WIDGET:
            return
        spare = box.height() * (1 - CORE) / 2
        way = painter.deviceTransform()
        core = way.mapRect(box.adjusted(0, spare, 0, -spare)).toRect()
        owner = device if isinstance(device, QWidget) else _at(way.map(QPoint(0, 0)), core, window)
        if owner is not None and not core.isEmpty():
            found.append(Painted(owner, core))

    before, textflow.watcher = textflow.watcher, note
    try:
        window.grab()
    finally:
        textflow.watcher = before
    return found


def _at(origin: QPoint, core: QRect, window: MainWindow) -> QWidget | None:
    """Answer whose paint it is where only Qt knows (a cell of a table): who begins there, around the line."""
    around = window.childAt(core.center())
    while around is not None and around.mapTo(window, QPoint(0, 0)) != origin:
        around = around.parentWidget()
    return around
