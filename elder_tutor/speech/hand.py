"""The hand that works a sound device: opening, starting, stopping may hang, and nobody waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from elder_tutor.speech.device import Device, Opener
from elder_tutor.speech.feed import Feed

_log = logging.getLogger(__name__)


class Hand:
    """Open a device and do what it is told in a thread of its own.

    A sound server that is halted answers nothing, not even a goodbye; a thread that waits
    for it then waits alone. ``changed`` is called when the device was opened or refused.
    """

    def __init__(
        self, opener: Opener, feed: Feed, clock: Callable[[], float], changed: Callable[[], None]
    ) -> None:
        self.feed = feed
        self.device: Device | None = None
        self.failed = False
        self.wanted = False
        self.since = clock()
        """When it was made or was last told to start, in the clock's seconds."""
        self._opener = opener
        self._clock = clock
        self._changed = changed
        self._orders: SimpleQueue[str] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="sound-hand", daemon=True)
        self._thread.start()

    @property
    def gone(self) -> bool:
        """Tell whether there is no device, or none any more."""
        return self.failed or (self.device is not None and not self.device.alive)

    @property
    def busy(self) -> bool:
        """Tell whether the thread still runs, also after it was let go."""
        return self._thread.is_alive()

    def silent_for(self, now: float) -> float:
        """Answer for how many seconds it has asked for nothing though it should."""
        return now - max(self.feed.asked_at, self.since)

    def begin(self) -> None:
        """Start the device when it does not run."""
        if not self.wanted:
            self.wanted, self.since = True, self._clock()
            self._orders.put("start")

    def rest(self) -> None:
        """Stop the device when it runs."""
        if self.wanted:
            self.wanted = False
            self._orders.put("stop")

    def let_go(self) -> None:
        """Give the device back, when it lets us; it gets nothing of the tape any more."""
        self.feed.live = False
        self._orders.put("close")

    def join(self, seconds: float) -> None:
        """Wait for the end of the thread, but not longer."""
        self._thread.join(seconds)

    def _work(self) -> None:
        try:
            self.device = self._opener(self.feed, self.feed.rate)
        except OSError:
            self.failed = True
        else:
            self.failed = not self.device.audible
        self._changed()
        while (order := self._orders.get()) != "close":
            if self.device is not None and not self.failed:
                self._do(order, self.device)
        if self.device is not None:
            self.device.close()

    def _do(self, order: str, device: Device) -> None:
        if order == "stop":
            device.stop()
            return
        self.feed.begin()
        try:
            device.start()
        except OSError:
            _log.warning("The sound device %s does not start.", device.name)
            self.failed = True
            self._changed()
