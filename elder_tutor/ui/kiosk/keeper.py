"""Hold the screen: the one window stays full, in front, and has the keyboard, whatever was tried."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from elder_tutor.ui.main_window import MainWindow

LOOK_MS: Final = 400
"""Between two looks at whether the window is still in front: no escape lasts longer."""
GRABS: Final = ("xcb",)
"""Where a window may take keyboard and mouse for itself; under cage there is nobody else to take them."""
FLAGS: Final = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.CustomizeWindowHint
)  # fmt: skip

_log = logging.getLogger(__name__)


class Keeper(QObject):
    """Bring the window back when it was put away, covered, or lost the keyboard.

    While the keyboard is taken for the window alone, a window manager does not see its own keys:
    Alt+F4, Alt+Tab, Ctrl+Alt+arrows, the system key.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take the whole screen; called before the window is shown for the first time."""
        self.window.setWindowFlags(FLAGS)
        self.window.setAcceptDrops(False)
        self.window.installEventFilter(self)
        self._timer.start()

    def end(self) -> None:
        """Give the screen back."""
        self._timer.stop()
        self.window.removeEventFilter(self)
        self._grab(False)

    def look(self) -> None:
        """Put right whatever is not as it must be."""
        window = self.window
        self._close_others()
        if self._was_unmapped():
            window.hide()
        if window.isMinimized() or not window.isFullScreen() or not window.isVisible():
            window.showFullScreen()
        screen = window.screen() or QGuiApplication.primaryScreen()
        if window.geometry() != screen.geometry() and window.isFullScreen():
            window.setGeometry(screen.geometry())
        if not window.isActiveWindow():
            window.raise_()
            window.activateWindow()
        self._grab(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at once when the window was made small, put away, or lost the keyboard."""
        if event.type() in (QEvent.Type.WindowStateChange, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            QTimer.singleShot(0, self, self.look)
        return False

    def _was_unmapped(self) -> bool:
        """Tell whether another program took the window off the screen: Qt goes on as if it were there."""
        handle = self.window.windowHandle()
        shown = handle is not None and self.window.isVisible() and not self.window.isMinimized()
        return shown and _grabs() and handle is not None and not handle.isExposed()

    def _close_others(self) -> None:
        """Close windows that are not pages: a dialog for files shows the whole machine."""
        for other in QApplication.topLevelWidgets():
            popup = other.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if other is not self.window and other.isVisible() and not popup:
                _log.warning("A window was closed in the kiosk: %s", other.metaObject().className())
                other.close()

    def _grab(self, take: bool) -> None:
        handle = self.window.windowHandle()
        if handle is None or not _grabs():
            return
        if take and not self.window.isActiveWindow():
            return
        handle.setKeyboardGrabEnabled(take)
        handle.setMouseGrabEnabled(take)


def _grabs() -> bool:
    return QGuiApplication.platformName() in GRABS
