"""Stand before the window: what would leave a kiosk does not reach the pages (docs/kiosk.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QWheelEvent, QWindow

from elder_tutor.ui.kiosk.corners import SIDE_MM, Corners, corner_at
from elder_tutor.ui.kiosk.keys import asks_to_leave, passes
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.widgets.tolerance import only_near, target_at

SETTLE_MS: Final = 500
"""After a touch that only woke the page, a second, trembling one is kept from it too."""
AWAKE_MS: Final = 1000
"""However often somebody touches meanwhile, after this time touches count again."""
BESIDE_MM: Final = 3.0
"""A touch in a corner that is nearer to a button than the gap between two is the button's (DESIGN 7)."""
SCHEMES: Final = ("http", "https", "file", "mailto", "ftp", "tel", "sms")

_T = QEvent.Type
_PRESSES: Final = (_T.MouseButtonPress, _T.MouseButtonDblClick)
_POINTER: Final = frozenset({*_PRESSES, _T.MouseButtonRelease, _T.MouseMove})
_TOUCH: Final = frozenset({_T.TouchBegin, _T.TouchUpdate, _T.TouchEnd, _T.TouchCancel})
_REFUSED: Final = frozenset({_T.DragEnter, _T.DragMove, _T.Drop, _T.ContextMenu, _T.NativeGesture, _T.Close})
_KEYS: Final = frozenset({_T.KeyPress, _T.KeyRelease})


class Guard(QObject):
    """Watch everything that comes to the window from outside, before any page.

    Any button of the mouse is the left one. ``used`` tells that somebody did something,
    ``leaveAsked`` that the trainer's key or the pattern of corners was given.
    """

    used = Signal()
    leaveAsked = Signal()

    def __init__(self, window: MainWindow, now: Callable[[], int]) -> None:
        super().__init__(window)
        self.window = window
        self._now = now
        self._corners = Corners(now)
        self._waking = False
        self._woken = 0
        self._in_corner = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._awake)
        self._watched: QWindow | None = None

    def watch(self) -> None:
        """Begin, once the window has a handle of the window system; addresses lead nowhere from now on."""
        handle = self.window.windowHandle()
        if handle is not None and handle is not self._watched:
            self.window.watch_touches()  # what comes later to watch hears of everything first
            self._watched = handle
            handle.installEventFilter(self)
            for scheme in SCHEMES:
                # The stub asks for bytes, which PySide6 6.11 refuses (test_an_address_opens_nothing).
                QDesktopServices.setUrlHandler(scheme, self, "refuse")  # type: ignore[arg-type]

    def rest(self) -> None:
        """Let everything through again."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
            for scheme in SCHEMES:
                QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def refuse(self, address: QUrl) -> None:
        """Open no address: what opens it would be another program."""

    def wake(self) -> None:
        """Keep the touch that is going on, and a tremor after it, from whatever is below."""
        self._waking, self._woken = True, self._now()
        self._settled.start()

    def _awake(self) -> None:
        self._waking = False

    # --- what comes in ---------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer whether an event ends here."""
        kind = event.type()
        if kind in _REFUSED:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in _POINTER and isinstance(event, QMouseEvent):
            return self._pointer(watched, event)
        if kind is _T.Wheel and isinstance(event, QWheelEvent):
            self.used.emit()
            return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if kind in _TOUCH:
            self.used.emit()
            if self._waking:
                event.accept()
            return self._waking
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == _T.KeyPress:
            self.used.emit()
            if asks_to_leave(event):
                self.leaveAsked.emit()
                return True
        return self._waking or not passes(event)

    def _pointer(self, watched: QObject, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES:
            self.used.emit()
            self._in_corner = not self._waking and self._corner(event.position().toPoint())
        if self._waking:
            if kind in _PRESSES and self._now() - self._woken < AWAKE_MS - SETTLE_MS:
                self._settled.start()
            return True
        if self._in_corner:
            self._in_corner = kind is not _T.MouseButtonRelease
            return True
        return self._as_left(watched, event)

    def _corner(self, at: QPoint) -> bool:
        """Take a touch that presses nothing as one of the pattern; answer whether it lies in a corner."""
        window = self.window
        side = window.metrics.mm(SIDE_MM)
        free = target_at(window, at) is None and (
            self._corners.awaits(at, window.size(), side) or only_near(window, at, self._reach) is None
        )
        outside = QPoint(window.width() // 2, window.height() // 2)
        if self._corners.touch(at if free else outside, window.size(), side):
            self.leaveAsked.emit()
        return free and corner_at(at, window.size(), side) is not None

    @property
    def _reach(self) -> float:
        """Answer how near a button a touch in a corner is the button's, window pixels.

        However forgiving touches are for this person, the way out is there. Once the pattern is begun
        only a touch on a button breaks it off.
        """
        return min(self.window.settings.snap_mm, BESIDE_MM) * self.window.metrics.px_per_mm

    def _as_left(self, watched: QObject, event: QMouseEvent) -> bool:
        """Send on what another button did as if the left one had; answer whether it was another one."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        if event.button() in (left, none):
            return False
        held = none if event.type() == _T.MouseButtonRelease else left
        again = QMouseEvent(
            event.type(), QPointF(event.position()), QPointF(event.scenePosition()),
            QPointF(event.globalPosition()), left, held, Qt.KeyboardModifier.NoModifier,
            event.pointingDevice(),
        )  # fmt: skip
        again.setTimestamp(event.timestamp())
        QCoreApplication.sendEvent(watched, again)
        return True
