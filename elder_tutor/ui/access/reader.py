"""Notice that a screen reader is there: it says so on the message bus when it starts.

Whether Qt tells the accessibility tree is no sign (EVIDENCE 5); ``ScreenReaderEnabled`` of
``org.a11y.Status`` is set by the reader itself. Without a bus, and on systems without one,
F9 and the settings remain.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SERVICE: Final = "org.a11y.Bus"
PLACE: Final = "/org/a11y/bus"
STATUS: Final = "org.a11y.Status"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
THERE: Final = "ScreenReaderEnabled"
PATIENCE_MS: Final = 2000
SETTLE_MS: Final = 800
"""Qt learns by and by which events somebody wants; what is announced before that is lost."""


class Reader(QObject):
    """Tell whether a screen reader runs: ``changed`` at the start, if one does, and at every change."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.there = False
        self._bus = QDBusConnection.sessionBus()
        self._asked: QDBusPendingCallWatcher | None = None

    def begin(self) -> None:
        """Ask, and listen from now on; nothing waits for the answer and nothing is started by asking."""
        if self._bus.isConnected():
            slot = SLOT("_told(QDBusMessage)")  # a str, whatever the types say
            self._bus.connect(SERVICE, PLACE, PROPERTIES, "PropertiesChanged", self, slot)  # type: ignore[call-overload]
            self._ask()

    def _ask(self) -> None:
        question = QDBusMessage.createMethodCall(SERVICE, PLACE, PROPERTIES, "Get")
        question.setArguments([STATUS, THERE])
        question.setAutoStartService(False)
        self._asked = QDBusPendingCallWatcher(self._bus.asyncCall(question, PATIENCE_MS), self)
        self._asked.finished.connect(self._answered)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        told = reply.arguments() if reply.type() is QDBusMessage.MessageType.ReplyMessage else []
        self._take(bool(told and _plain(told[0])))

    @Slot(QDBusMessage)
    def _told(self, message: QDBusMessage) -> None:
        # What has changed comes as a map that PySide does not read: so it is asked for.
        if message.arguments()[:1] == [STATUS]:
            self._ask()

    def _take(self, there: bool) -> None:
        if there is not self.there:
            self.there = there
            QTimer.singleShot(SETTLE_MS, self, lambda: self.changed.emit(self.there))


def _plain(value: object) -> object:
    """Answer what a variant of the bus holds."""
    variant = getattr(value, "variant", None)
    return variant() if callable(variant) else value
