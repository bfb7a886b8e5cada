"""The buttons of the phone: tolerant, with a hold that has a tap alternative, and never in a drag's way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone.gestures import HOLD_MS, paint_hold
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.rules import Stroke
from elder_tutor.ui.touching.ways import Sweep, Way, fits, way_of

TICK_MS: Final = 80
TYPING: Final = "typing"
"""Property of the widget that takes the letters of a real keyboard while a field is open."""

Drag = Callable[[int], bool]
"""Scroll by window pixels; answers whether there is anywhere to scroll to."""


class TouchButton(TolerantButton):
    """One thing in the phone that can be touched. ``tapped``, ``held`` and ``swiped`` tell of it.

    A press while unavailable is told of too: the phone says why. ``drag`` and ``sweep`` are
    set by the pane: a finger that moves far takes the page along, or turns it, instead of
    pressing. A swipe acts when the finger is lifted, so that it can be taken back.
    """

    radius = 18.0
    """Design pixels of the corner, for the ring of the keyboard's focus."""

    tapped = Signal()
    held = Signal()
    swiped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.kit: Kit | None = None
        self.drag: Drag | None = None
        self.sweep: Sweep | None = None
        self.swipe_to = ""
        self._hold: QTimer | None = None
        self._tick: QTimer | None = None
        self._since = QElapsedTimer()
        self._start: QPoint | None = None
        self._from: QPoint | None = None
        self._dragging = False
        self._swiping: Way | None = None
        self.by_keys = self.lit = False
        self.tight = False
        self.clicked.connect(self.tapped)
        self.whyRequested.connect(self.tapped)

    def dress(self, kit: Kit, typing: bool = False) -> None:
        """Take sizes, colours and words."""
        if self.kit is not kit:
            self.kit = kit
            self.touch(kit.tolerance, kit.metrics.px_per_mm, typing)
            self.update()

    def call(self, name: str, about: str = "") -> None:
        """Tell a screen reader what this is and, perhaps, what stands in it."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if about != self.accessibleDescription():
            self.setAccessibleDescription(about)

    def can_hold(self, can: bool) -> None:
        """Let a long press count as a hold."""
        if can and self._hold is None:
            self._hold = QTimer(self)
            self._hold.setSingleShot(True)
            self._hold.setInterval(HOLD_MS)
            self._hold.timeout.connect(self._held_long)
            self._tick = QTimer(self)
            self._tick.setInterval(TICK_MS)
            self._tick.timeout.connect(self.update)
        elif not can and self._hold is not None and self._tick is not None:
            self._hold.deleteLater()
            self._tick.deleteLater()
            self._hold = self._tick = None

    def can_swipe(self, to: str) -> None:
        """Let a swipe to ``side``, ``up`` or ``down`` count; "" for none."""
        self.swipe_to = to

    def nextCheckState(self) -> None:
        """Leave the state alone: it comes from the phone only."""

    # --- touch -----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a tap, a hold, a swipe or a drag."""
        super().mousePressEvent(event)
        self._start = self._from = event.globalPosition().toPoint()
        self._dragging, self._swiping = False, None
        if self._hold is not None and self._tick is not None:
            self._since.start()
            self._hold.start()
            self._tick.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a finger that moved further than a tremor: a swipe, or the page taken along."""
        if self._start is None or self._from is None:
            super().mouseMoveEvent(event)
            return
        here = event.globalPosition().toPoint()
        if not self._dragging:
            self._follow_swipe(here)
        if self._swiping is None:
            self._follow_drag(here)
        if self._dragging or self._swiping is not None:
            event.accept()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a tap, a swipe or a drag."""
        swiping, self._swiping = self._swiping, None
        self._start, self._from, self._dragging = None, None, False
        self._stop_hold()
        if swiping is None:
            super().mouseReleaseEvent(event)
            return
        event.accept()
        if self.lets(Stroke(self._pressed_ms, event.timestamp()), event.globalPosition().toPoint()):
            self._swipe(swiping)

    def forget(self) -> None:
        """Let the present touch come to nothing."""
        super().forget()
        self._stop_hold()

    def cancel(self) -> None:
        """Take the touch back with everything it had begun."""
        super().cancel()
        self._start, self._from, self._dragging, self._swiping = None, None, False, None

    def _follow_swipe(self, here: QPoint) -> None:
        assert self._start is not None
        way = way_of(here - self._start, self.px_per_mm)
        own = fits(way, self.swipe_to)
        takes = own or (way is not None and self.sweep is not None and self.sweep(way, False))
        self._swiping = way if takes else None
        if takes or (way is not None and self.swipe_to):
            self.forget()  # a push the other way was not meant as a tap

    def _follow_drag(self, here: QPoint) -> None:
        assert self._start is not None
        if self.drag is None or self._from is None:
            return
        moved, far = here.y() - self._from.y(), self.tolerance.release_mm * self.px_per_mm
        if not self._dragging and abs(moved) > far and not self._awaits(here) and self.drag(0):
            self._dragging = True
            self.forget()
        if self._dragging:
            self.drag(-moved)
            self._from = here

    def _awaits(self, here: QPoint) -> bool:
        """Tell whether a finger may still become this button's own swipe up or down."""
        assert self._start is not None
        down = here.y() - self._start.y()
        return (self.swipe_to == "down" and down > 0) or (self.swipe_to == "up" and down < 0)

    def _swipe(self, way: Way) -> None:
        if fits(way, self.swipe_to):
            self.swiped.emit()
        elif self.sweep is not None:
            self.sweep(way, True)

    def _stop_hold(self) -> None:
        if self._hold is not None and self._tick is not None:
            self._hold.stop()
            self._tick.stop()
            self._since.invalidate()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the open field; otherwise Space and Enter press."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and _typing(self):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _held_long(self) -> None:
        if self._pressed_at is not None:
            self.forget()
            self.held.emit()

    # --- painting --------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Prepare the painter and paint."""
        if self.kit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(self.kit))
        if self.lit and self.kit.dark and not self.kit.night:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.kit.lit.q("screen"))
            painter.drawRoundedRect(QRectF(self.rect()), self.kit.px(self.radius), self.kit.px(self.radius))
            self.paint(painter, QRectF(self.rect()), self.kit.lit)
        else:
            self.paint(painter, QRectF(self.rect()), self.kit)
        if self.holding:
            paint_hold(painter, self.hold_box(), self.kit, self.holding, self.kit.px(self.radius))
        painter.end()

    def light(self, lit: bool) -> None:
        """Be the target of a lesson, or no longer: on a dark screen it is the one light thing (TOKENS 1)."""
        if lit is not self.lit:
            self.lit = lit
            self.update()

    @property
    def holding(self) -> float:
        """Answer how much of a long press has passed, 0.0 to 1.0."""
        return min(1.0, self._since.elapsed() / HOLD_MS) if self._since.isValid() else 0.0

    def hold_box(self) -> QRectF:
        """Answer what the ring of a long press goes around, in own coordinates."""
        return QRectF(self.rect())

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the present state; a kind of button paints here."""

    def needed(self, width: int) -> int:
        """Answer the height at which nothing is clipped at a width, window pixels."""
        return self.kit.px(50) if self.kit else 50


def direction(kit: Kit) -> Qt.LayoutDirection:
    """Answer the direction painters must be told (EVIDENCE 2.4)."""
    return Qt.LayoutDirection.RightToLeft if kit.rtl else Qt.LayoutDirection.LeftToRight


def _typing(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if above.property(TYPING):
            return True
        above = above.parentWidget()
    return False
