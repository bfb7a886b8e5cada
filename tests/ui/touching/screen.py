"""A touch screen: real touch events, with times and places of their own, into a window of the program."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_State = QEventPoint.State
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@dataclass
class Screen:
    """A touch screen below a window. Places are window pixels, ``now`` is its clock in ms."""

    window: QWidget
    now: int = 10_000
    down: dict[int, QPointF] = field(default_factory=dict)
    _device: list[QPointingDevice] = field(default_factory=lambda: [QTest.createTouchDevice()])

    def press(self, at: QPointF, finger: int = 0, after: int = 0) -> None:
        """Put a finger down, so many ms after whatever was last."""
        kind = QEvent.Type.TouchUpdate if self.down else QEvent.Type.TouchBegin
        self.down[finger] = at
        self._tell(kind, {finger: _State.Pressed}, after)

    def press_together(self, places: dict[int, QPointF]) -> None:
        """Put several down at once."""
        self.down |= places
        self._tell(QEvent.Type.TouchBegin, dict.fromkeys(places, _State.Pressed), 0)

    def move(self, at: QPointF, finger: int = 0, after: int = 10) -> None:
        """Move a finger."""
        self.down[finger] = at
        self._tell(QEvent.Type.TouchUpdate, {finger: _State.Updated}, after)

    def release(self, at: QPointF | None = None, finger: int = 0, after: int = 80) -> None:
        """Lift a finger, where it lies by default."""
        self.down[finger] = at or self.down[finger]
        kind = QEvent.Type.TouchEnd if len(self.down) == 1 else QEvent.Type.TouchUpdate
        self._tell(kind, {finger: _State.Released}, after)
        del self.down[finger]

    def tap(self, at: QPointF, after: int = 1000) -> None:
        """Touch one place."""
        self.press(at, after=after)
        self.release()

    def cancel(self) -> None:
        """Let the system end every touch."""
        self._tell(QEvent.Type.TouchCancel, {}, 10)
        self.down.clear()

    def mouse(self, kind: QEvent.Type, at: QPointF, after: int = 0) -> None:
        """Let a mouse say something about the same window."""
        self.now += after
        held = NONE if kind is QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(
            kind, at, at, QPointF(self.window.mapToGlobal(at)), LEFT, held, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)

    def click(self, at: QPointF, after: int = 0, held: int = 30) -> None:
        """Press and release the mouse."""
        self.mouse(QEvent.Type.MouseButtonPress, at, after)
        self.mouse(QEvent.Type.MouseButtonRelease, at, held)

    def _tell(self, kind: QEvent.Type, changed: dict[int, QEventPoint.State], after: int) -> None:
        self.now += after
        points = [
            QEventPoint(
                finger, changed.get(finger, _State.Stationary), at, QPointF(self.window.mapToGlobal(at))
            )
            for finger, at in self.down.items()
        ]
        event = QTouchEvent(kind, self._device[0], Qt.KeyboardModifier.NoModifier, points)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.window.windowHandle(), event)
