"""Touches that hit no target: a near miss snaps to the only near one, a far one is told of."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.phone.gestures import Way, way_of
from elder_tutor.ui.phone.surface import Surface
from elder_tutor.ui.widgets.tolerance import Tolerance, TolerantButton, distance, only_near


class Misses(QObject):
    """Follows one touch that began beside every target of ``root``."""

    missed = Signal()

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._near: QAbstractButton | None = None
        self._from: QPoint | None = None
        self._start = QPoint()
        self._dragging = False
        self._swiping: Way | None = None
        self._px_per_mm = 1.0
        self._surface: Surface | None = None

    def press(
        self, event: QMouseEvent, tolerance: Tolerance, px_per_mm: float, surface: Surface | None
    ) -> None:
        """Begin: look for the one target within reach."""
        at = event.position().toPoint()
        self._near = only_near(self._root, at, tolerance.miss_mm * px_per_mm)
        self._from, self._dragging, self._surface = at, False, surface
        self._start, self._swiping, self._px_per_mm = at, None, px_per_mm
        if self._near is not None:
            self._near.setDown(True)
        event.accept()

    def move(self, event: QMouseEvent, reach: float) -> None:
        """Turn the page, or take it along, once the finger has moved further than a tremor."""
        if self._from is None or self._surface is None:
            return
        at = event.position().toPoint()
        way = way_of(at - self._start, self._px_per_mm) if not self._dragging else None
        self._swiping = way if way is not None and self._surface.sweep(way, False) else None
        if self._swiping is not None:
            self._let_go()
            return
        moved = at.y() - self._from.y()
        if not self._dragging and abs(moved) > reach and self._surface.drag(0):
            self._dragging = True
            self._let_go()
        if self._dragging:
            self._surface.drag(-moved)
            self._from = at

    def release(self, event: QMouseEvent, reach: float) -> None:
        """End: act for the near target, or tell of a miss."""
        near, self._from = self._near, None
        self._let_go()
        swiping, self._swiping = self._swiping, None
        if swiping is not None and self._surface is not None:
            self._surface.sweep(swiping, True)
        if self._dragging or swiping is not None:
            return
        if near is not None and self._within(near, event.position().toPoint(), reach):
            if isinstance(near, TolerantButton):
                near.answer(event.timestamp())
            else:
                near.click()
        else:
            self.missed.emit()

    def _within(self, near: QAbstractButton, at: QPoint, reach: float) -> bool:
        return distance(QRect(near.mapTo(self._root, QPoint(0, 0)), near.size()), at) <= reach

    def _let_go(self) -> None:
        if self._near is not None:
            self._near.setDown(False)
            self._near = None
