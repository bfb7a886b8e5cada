"""Tell systemd that the window stands and still answers (sd_notify(3)), without a library."""

from __future__ import annotations

import logging
import socket
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

READY: Final = "READY=1"
FED: Final = "WATCHDOG=1"
STOPPING: Final = "STOPPING=1"
A_THIRD: Final = 3
"""Fed three times in the time systemd waits, so that one may be late; sd_watchdog_enabled(3) asks for two."""

_log = logging.getLogger(__name__)


class Notifier:
    """Write to the socket systemd names in ``NOTIFY_SOCKET``; without one nothing is told."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.wait_ms = _milliseconds(environment.get("WATCHDOG_USEC", ""))
        """After so long without food systemd ends the program; 0: it does not wait.

        ``WATCHDOG_PID`` is not looked at: it names the compositor, of which we are a child
        (``NotifyAccess=all``).
        """

    def tell(self, state: str) -> bool:
        """Send a state such as ``READY=1`` and answer whether it went out."""
        if not self._address:
            return False
        # An "@" stands for the zero byte of an abstract socket.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                line.setblocking(False)  # the window never waits for systemd
                line.sendto(state.encode(), address)
        except (OSError, AttributeError) as trouble:
            _log.warning("systemd was not told %s: %s", state, trouble)
            return False
        return True


class Watchdog(QObject):
    """Feed the watchdog from the thread of the window: when that hangs, nothing is fed.

    ``begin`` tells that the program is ready.
    """

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._feed)

    def begin(self) -> None:
        """Tell that the window stands, and feed from now on."""
        self._notifier.tell(READY)
        if self._notifier.wait_ms:
            self._feed()
            self._timer.start(max(1, self._notifier.wait_ms // A_THIRD))

    def end(self) -> None:
        """Tell that the program ends because somebody wants it to."""
        self._timer.stop()
        self._notifier.tell(STOPPING)

    def _feed(self) -> None:
        self._notifier.tell(FED)


def _milliseconds(microseconds: str) -> int:
    return int(microseconds) // 1000 if microseconds.isdecimal() else 0
