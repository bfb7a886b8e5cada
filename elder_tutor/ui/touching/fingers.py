"""Stand between the screen and the pages: one finger, once, inside the window.

Touches become the presses of one mouse here, not in Qt: Qt follows the first contact, be it a palm,
and a driver that tells of a touch twice presses twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.contacts import Contact, Contacts, Move, Part
from elder_tutor.ui.touching.misses import Misses
from elder_tutor.ui.touching.once import Once

if TYPE_CHECKING:
    from elder_tutor.ui.touching.ground import Ground

_T = QEvent.Type
_TOUCH: Final = frozenset({_T.TouchBegin, _T.TouchUpdate, _T.TouchEnd, _T.TouchCancel})
_MOUSE: Final = {
    _T.MouseButtonPress: Part.DOWN,
    _T.MouseButtonDblClick: Part.DOWN,
    _T.MouseMove: Part.MOVE,
    _T.MouseButtonRelease: Part.UP,
}
_POINT: Final = {
    QEventPoint.State.Pressed: Part.DOWN,
    QEventPoint.State.Updated: Part.MOVE,
    QEventPoint.State.Released: Part.UP,
}
_TOLD: Final = {
    Part.DOWN: _T.MouseButtonPress,
    Part.MOVE: _T.MouseMove,
    Part.UP: _T.MouseButtonRelease,
    Part.TAKEN_BACK: _T.MouseButtonRelease,
}
_AWAY: Final = QPointF(-1e5, -1e5)
"""Where a touch ends that was taken back: far from every target."""


def width_px(point: QEventPoint) -> float:
    """Answer how wide a contact is, in window pixels; 0.0 where the screen does not know."""
    size = point.ellipseDiameters()
    return max(size.width(), size.height())


class Fingers(QObject):
    """Watch a window's touch screen and mice; ``width`` answers how wide a contact is in window pixels."""

    def __init__(self, window: Ground, width: Callable[[QEventPoint], float] = width_px) -> None:
        super().__init__(window)
        self._window = window
        self._width = width
        self._contacts = Contacts()
        self._once = Once()
        self._ours = False
        self._theirs = False
        self._watched: QWindow | None = None

    def watch(self) -> None:
        """Begin, once the window has a handle of the window system."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer whether an event ends here."""
        kind = event.type()
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return not self._ours and self._mouse(event, _MOUSE[kind])
        if kind in _TOUCH and isinstance(event, QTouchEvent):
            return self._touch(watched, event)
        return False

    # --- mice ------------------------------------------------------------------------------

    def _mouse(self, event: QMouseEvent, part: Part) -> bool:
        if part is Part.MOVE and not event.buttons():
            return False
        if part is Part.UP and event.buttons():
            return True  # however many buttons a hand pressed at once, it pressed once
        source = hash((False, _name(event.pointingDevice()), event.source()))
        return not self._once.lets(part, source, event.position(), event.timestamp(), self._px_per_mm)

    # --- the screen --------------------------------------------------------------------------

    def _touch(self, watched: QObject, event: QTouchEvent) -> bool:
        begins = event.type() is _T.TouchBegin
        if begins:
            self._theirs = self._is_theirs(event)
            self._send_all(watched, event, self._contacts.begin_anew())
        if self._theirs:
            return False
        event.accept()  # nobody makes a mouse of it but us
        if event.type() is _T.TouchCancel:
            moves = self._contacts.begin_anew()
        else:
            moves = self._contacts.take(list(self._told(event)), event.timestamp(), self._px_per_mm)
        self._send_all(watched, event, moves)
        return True

    def _is_theirs(self, event: QTouchEvent) -> bool:
        """Tell whether something on the page takes touches as they are, or this is no screen."""
        if event.pointingDevice().type() is not QInputDevice.DeviceType.TouchScreen:
            return True
        below: QWidget | None = self._window.childAt(event.points()[0].scenePosition().toPoint())
        while below is not None and not below.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
            below = below.parentWidget()
        return below is not None

    def _told(self, event: QTouchEvent) -> Iterator[Contact]:
        for point in event.points():
            part = _POINT.get(point.state())
            if part is not None:
                yield Contact(point.id(), part, point.scenePosition(), self._width(point) / self._px_per_mm)

    def _send_all(self, watched: QObject, event: QTouchEvent, moves: Iterable[Move]) -> None:
        for move in moves:
            self._send(watched, event, move)

    def _send(self, watched: QObject, event: QTouchEvent, move: Move) -> None:
        """Tell the pages what the one finger did, as a mouse does."""
        device, at = event.pointingDevice(), self._inside(move.at)
        source = hash((True, _name(device)))
        if not self._once.lets(move.part, source, at, event.timestamp(), self._px_per_mm):
            return
        if move.part is Part.TAKEN_BACK:
            self._take_back()
            at = _AWAY
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        mouse = QMouseEvent(
            _TOLD[move.part], at, at, QPointF(self._window.mapToGlobal(at)),
            none if move.part is Part.MOVE else left,
            left if move.part in (Part.DOWN, Part.MOVE) else none,
            event.modifiers(), device,
        )  # fmt: skip
        mouse.setTimestamp(event.timestamp())
        self._ours = True
        try:
            QCoreApplication.sendEvent(watched, mouse)
        finally:
            self._ours = False

    def _take_back(self) -> None:
        for button in self._window.findChildren(TolerantButton):
            button.cancel()
        for misses in self._window.findChildren(Misses):
            misses.forget()

    def _inside(self, at: QPointF) -> QPointF:
        """Answer a place on the window: a finger at the very edge is told of as beyond it."""
        area = self._window.rect()
        across = min(max(at.x(), 0.0), float(area.right()))
        return QPointF(across, min(max(at.y(), 0.0), float(area.bottom())))

    @property
    def _px_per_mm(self) -> float:
        feel = self._window.feel()
        return feel.px_per_mm if feel is not None else 1.0


def _name(device: QInputDevice) -> tuple[int, str]:
    return device.systemId(), device.name()
