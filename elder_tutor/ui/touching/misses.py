"""Touches that begin on no target: a near miss counts for the only near one, a far one is told of."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.rules import KIND, Stroke, Tolerance, distance, meant, only_near
from elder_tutor.ui.touching.ways import Movable, Way, way_of


class Misses(QObject):
    """Follow one touch that began beside every target of ``root``. ``missed`` tells that it met none."""

    missed = Signal()

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._near: QAbstractButton | None = None
        self._down: tuple[QPoint, int] | None = None
        self._last = QPoint()
        self._dragging = False
        self._swiping: Way | None = None
        self._tolerance, self._px_per_mm = KIND, 1.0
        self._surface: Movable | None = None

    def press(
        self, event: QMouseEvent, tolerance: Tolerance, px_per_mm: float, surface: Movable | None
    ) -> None:
        """Begin: the one target within reach looks pressed."""
        at = event.position().toPoint()
        self._near = only_near(self._root, at, tolerance.miss_mm * px_per_mm)
        self._down, self._last = (at, event.timestamp()), at
        self._dragging, self._swiping, self._surface = False, None, surface
        self._tolerance, self._px_per_mm = tolerance, px_per_mm
        if self._near is not None:
            self._near.setDown(True)
        event.accept()

    def move(self, event: QMouseEvent) -> None:
        """Turn the page, or take it along, once the finger has moved further than a tremor."""
        if self._down is None or self._surface is None:
            return
        at, begin = event.position().toPoint(), self._down[0]
        way = way_of(at - begin, self._px_per_mm) if not self._dragging else None
        self._swiping = way if way is not None and self._surface.sweep(way, False) else None
        if self._swiping is not None:
            self._let_go()
            return
        moved = at.y() - self._last.y()
        far = self._tolerance.release_mm * self._px_per_mm
        if not self._dragging and abs(moved) > far and self._surface.drag(0):
            self._dragging = True
            self._let_go()
        if self._dragging:
            self._surface.drag(-moved)
            self._last = at

    def release(self, event: QMouseEvent) -> None:
        """End: act for the target that was meant, or tell of a miss."""
        down, swiping, dragging = self._down, self._swiping, self._dragging
        self.forget()
        if down is None or dragging:
            return
        if swiping is not None and self._surface is not None:
            self._surface.sweep(swiping, True)
            return
        at = event.position().toPoint()
        target = meant(self._root, down[0], at, self._tolerance, self._px_per_mm)
        if target is None:
            self._tell(at)
        elif isinstance(target, TolerantButton):
            target.touched(Stroke(down[1], event.timestamp()), event.globalPosition().toPoint())
        else:
            target.click()

    def forget(self) -> None:
        """Let the present touch come to nothing."""
        self._let_go()
        self._down, self._swiping, self._dragging = None, None, False

    def _tell(self, at: QPoint) -> None:
        # Lifted beyond the edge: the touch was taken back, and aimed at nothing.
        if distance(self._root.rect(), at) <= self._tolerance.release_mm * self._px_per_mm:
            self.missed.emit()

    def _let_go(self) -> None:
        if self._near is not None:
            self._near.setDown(False)
            self._near = None
