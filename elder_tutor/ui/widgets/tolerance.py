"""Be kind to trembling hands: tolerant release, ignored repeats, near misses (DESIGN 7).

Widgets of any room use ``TolerantButton``; the window asks ``only_near`` for a press that
hit nothing. Times are those of the input events themselves, so that a slow machine does
not change what counts as a repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How forgiving a touch is: millimetres outside at release, millimetres of a miss, repeat in ms."""

    release_mm: float = 9.0
    miss_mm: float = 4.0
    repeat_ms: int = 500
    typing_ms: int = 150
    """On keyboard, dial pad and delete."""


KIND = Tolerance()
BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TolerantButton(QAbstractButton):
    """A button that acts on release, near enough, once.

    A release up to ``release_mm`` outside counts unless it lies on another target. Touch
    (as Qt's synthesised mouse), mouse, Space and Enter are equal. ``whyRequested`` tells of
    a press while the button is unavailable: it stays in reach so that it can say why.
    """

    whyRequested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tolerance = KIND
        self.repeat_ms = KIND.repeat_ms
        self.px_per_mm = 96 / 25.4
        self.by_keys = False
        """Whether the keyboard, and not a finger, brought the focus here."""
        self._available = True
        self._answered_at: int | None = None
        self._pressed_at: QPoint | None = None

    @property
    def available(self) -> bool:
        """Tell whether a press acts; otherwise it asks why."""
        return self._available

    def set_available(self, available: bool) -> None:
        """Let a press act, or let it ask why."""
        if available != self._available:
            self._available = available
            self.update()

    def touch(self, tolerance: Tolerance, px_per_mm: float, typing: bool = False) -> None:
        """Take the person's tolerance and the screen's real scale."""
        self.tolerance, self.px_per_mm = tolerance, px_per_mm
        self.repeat_ms = tolerance.typing_ms if typing else tolerance.repeat_ms

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a touch with any button of the mouse a person may hit."""
        self._pressed_at = event.position().toPoint()
        self.setDown(True)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep looking pressed as long as a release here would count."""
        if self._pressed_at is not None:
            self.setDown(self.reaches(event.position().toPoint()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when the finger left on the button or near it."""
        began, self._pressed_at = self._pressed_at, None
        self.setDown(False)
        event.accept()
        if began is not None and self.reaches(event.position().toPoint()):
            self.answer(event.timestamp())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Space and Enter alike, once for a key held down."""
        if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.answer(event.timestamp())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave Space alone: the press has acted."""
        event.accept() if event.key() == Qt.Key.Key_Space else super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came, so that the ring shows for the keyboard only."""
        self.by_keys = event.reason() in BY_KEYS
        super().focusInEvent(event)

    def answer(self, at: int) -> None:
        """Act for a touch that ended at a time in milliseconds, unless it repeats the last one."""
        if self._answered_at is not None and 0 <= at - self._answered_at < self.repeat_ms:
            return
        self._answered_at = at
        self.click() if self._available else self.whyRequested.emit()

    def reaches(self, at: QPoint) -> bool:
        """Tell whether a release at a place in own coordinates counts for this button."""
        if self.rect().contains(at):
            return True
        reach = round(self.tolerance.release_mm * self.px_per_mm)
        if distance(self.rect(), at) > reach:
            return False
        window = self.window()
        other = target_at(window, self.mapTo(window, at))
        return other is None or other is self

    def event(self, event: QEvent) -> bool:
        """Treat a fast second press as a press: nothing is ever a double click."""
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.mousePressEvent(event)
            return True
        return super().event(event)


def distance(area: QRect, at: QPoint) -> float:
    """Answer how far a point lies outside an area, 0.0 inside."""
    across = max(area.left() - at.x(), 0, at.x() - area.right())
    down = max(area.top() - at.y(), 0, at.y() - area.bottom())
    return float((across * across + down * down) ** 0.5)


def targets(root: QWidget) -> Iterator[QAbstractButton]:
    """Walk the buttons a person can touch now."""
    for button in root.findChildren(QAbstractButton):
        if button.isVisibleTo(root) and button.isEnabled() and not button.visibleRegion().isEmpty():
            yield button


def target_at(root: QWidget, at: QPoint) -> QAbstractButton | None:
    """Answer the button under a place in the root's coordinates."""
    child: QWidget | None = root.childAt(at)
    while child is not None and child is not root:
        if isinstance(child, QAbstractButton):
            return child
        child = child.parentWidget()
    return None


def only_near(root: QWidget, at: QPoint, reach: float) -> QAbstractButton | None:
    """Answer the one button within reach of a missed touch; None when there is none or a choice."""
    near = [
        button
        for button in targets(root)
        if distance(QRect(button.mapTo(root, QPoint(0, 0)), button.size()), at) <= reach
    ]
    return near[0] if len(near) == 1 else None
