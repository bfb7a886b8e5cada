"""The buttons of the phone: tolerant, with a hold that has a tap alternative, and never in a drag's way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.widgets.tolerance import Tolerance, TolerantButton

HOLD_MS: Final = 800
TYPING: Final = "typing"
"""Property of the widget that takes the letters of a real keyboard while a field is open."""

Drag = Callable[[int], bool]
"""Scroll by window pixels; answers whether there is anywhere to scroll to."""


class Latch:
    """Remember the last touch that acted: a trembling hand's second one must not reach the next screen.

    "Repeats on one control are ignored" is not enough where the control is gone with its
    screen and another stands in its place.
    """

    MOST_MS = 400

    def __init__(self) -> None:
        self._at = -self.MOST_MS
        self._place = QPoint()
        self._button = 0

    def lets(self, button: QWidget, at: int, place: QPoint, tolerance: Tolerance, px_per_mm: float) -> bool:
        """Tell whether a touch is meant, and remember it; milliseconds and global window pixels."""
        soon = 0 <= at - self._at < min(self.MOST_MS, tolerance.repeat_ms)
        near = (place - self._place).manhattanLength() < tolerance.release_mm * px_per_mm
        if soon and near and id(button) != self._button:
            return False
        self._at, self._place, self._button = at, place, id(button)
        return True


class TouchButton(TolerantButton):
    """One thing in the phone that can be touched. ``tapped`` and ``held`` tell of it.

    A press while unavailable is told of too: the phone says why. ``drag`` is set by the
    pane: a finger that moves far takes the page along instead of pressing.
    """

    radius = 18.0
    """Design pixels of the corner, for the ring of the keyboard's focus."""

    tapped = Signal()
    held = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.kit: Kit | None = None
        self.drag: Drag | None = None
        self.latch: Latch | None = None
        self._hold: QTimer | None = None
        self._from: QPoint | None = None
        self._dragging = False
        self.by_keys = False
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
        elif not can and self._hold is not None:
            self._hold.deleteLater()
            self._hold = None

    def nextCheckState(self) -> None:
        """Leave the state alone: it comes from the phone only."""

    # --- touch -----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a tap, a hold or a drag."""
        super().mousePressEvent(event)
        self._from, self._dragging = event.globalPosition().toPoint(), False
        if self._hold is not None:
            self._hold.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the page along once the finger has moved further than a tremor."""
        if self._from is None or self.drag is None:
            super().mouseMoveEvent(event)
            return
        here = event.globalPosition().toPoint()
        moved = here.y() - self._from.y()
        far = self.tolerance.release_mm * self.px_per_mm
        if not self._dragging and abs(moved) > far and self.drag(0):
            self._dragging = True
            self.forget()
        if self._dragging:
            self.drag(-moved)
            self._from = here
            event.accept()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a tap or a drag."""
        self._from, self._dragging = None, False
        if self._hold is not None:
            self._hold.stop()
        place = event.globalPosition().toPoint()
        latch, here = self.latch, self.reaches(event.position().toPoint())
        if latch and here and not latch.lets(self, event.timestamp(), place, self.tolerance, self.px_per_mm):
            self.forget()
        super().mouseReleaseEvent(event)

    def forget(self) -> None:
        """Let the present touch come to nothing."""
        self._pressed_at = None
        self.setDown(False)
        if self._hold is not None:
            self._hold.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the open field; otherwise Space and Enter press."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and _typing(self):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a key brought the focus here: only then the ring shows."""
        keys = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.by_keys = event.reason() in keys
        super().focusInEvent(event)

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
        self.paint(painter, QRectF(self.rect()), self.kit)
        painter.end()

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
