"""The button of every room: it acts on release, near enough, once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.touching.latch import latch_of
from elder_tutor.ui.touching.rules import KIND, Stroke, Tolerance, distance, repeats, target_at

BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TolerantButton(QAbstractButton):
    """A button that acts on release, near enough, once.

    A release up to ``release_mm`` outside counts unless it lies on another target. Touch
    (see `fingers`), mouse, Space and Enter are equal. ``whyRequested`` tells of a press while
    the button is unavailable: it stays in reach so that it can say why.
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
        self._answered: Stroke | None = None
        self._pressed_at: QPoint | None = None
        self._pressed_ms = 0

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
        self._pressed_at, self._pressed_ms = event.position().toPoint(), event.timestamp()
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
            self.touched(Stroke(self._pressed_ms, event.timestamp()), event.globalPosition().toPoint())

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

    def forget(self) -> None:
        """Let the present touch come to nothing."""
        self._pressed_at = None
        self.setDown(False)

    def cancel(self) -> None:
        """Take a touch back that was no finger's."""
        if self._pressed_at is not None:
            self.forget()

    def lets(self, stroke: Stroke, place: QPoint) -> bool:
        """Tell whether a touch is meant, and not the tremor after one on what stood here before."""
        slip = self.tolerance.release_mm * self.px_per_mm
        return latch_of(self).lets(self, stroke, place, self.repeat_ms, slip)

    def touched(self, stroke: Stroke, place: QPoint) -> None:
        """Act for a whole touch that was meant for this button and ended at a global place."""
        if self.lets(stroke, place):
            self._act(stroke)

    def answer(self, at: int) -> None:
        """Act for a key pressed at a time in milliseconds, unless it repeats the last touch."""
        self._act(Stroke(at, at))

    def _act(self, stroke: Stroke) -> None:
        if repeats(self._answered, stroke, self.repeat_ms):
            return
        self._answered = stroke
        self.click() if self._available else self.whyRequested.emit()

    def reaches(self, at: QPoint) -> bool:
        """Tell whether a release at a place in own coordinates counts for this button."""
        if distance(self.rect(), at) > round(self.tolerance.release_mm * self.px_per_mm):
            return False
        window = self.window()  # asked for inside as well: another button may lie in a hole of this one
        other = target_at(window, self.mapTo(window, at))
        return other is None or other is self

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat a fast second press as a press: nothing is ever a double click."""
        self.mousePressEvent(event)
