"""Sound devices: the machine's own (see sound_card.py), or a silent one that keeps the time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

PERIOD_MS = 30
"""How often the silent device asks."""


class Source(Protocol):
    """Where a device gets its frames."""

    @property
    def rate(self) -> int:
        """Answer the samples a second."""

    def pull(self, frames: int) -> bytes:
        """Answer as many frames of 16-bit mono sound."""


class Device(Protocol):
    """Something that asks its source for frames at the speed of sound."""

    name: str
    audible: bool
    latency_ms: int
    """How long after it was handed out a frame is heard."""

    @property
    def alive(self) -> bool:
        """Tell whether it still runs, when it was started; False when its server or its card is gone."""

    def start(self) -> None:
        """Begin to ask; again after ``stop``. Raise an OSError when it refuses."""

    def stop(self) -> None:
        """Ask for nothing more until the next ``start``; what was asked for is not heard."""

    def close(self) -> None:
        """Give the sound card back for good."""


Opener = Callable[[Source, int], Device]
"""Open a device for a source and a rate in samples a second."""


class SilentDevice:
    """Ask for frames by the clock and let nobody hear them."""

    name = "silent"
    audible = False
    latency_ms = 0
    alive = True

    def __init__(self, source: Source, clock: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._clock = clock
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to ask."""
        self.stop()
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, name="silent-sound", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def close(self) -> None:
        """Stop."""
        self.stop()

    def _run(self) -> None:
        begun = self._clock()
        asked = 0
        while not self._stopped.wait(PERIOD_MS / 1000):
            wanted = int((self._clock() - begun) * self._source.rate) - asked
            self._source.pull(wanted)
            asked += wanted


def open_device(source: Source, rate: int) -> Device:
    """Open the first sound device that takes our sound; the silent one when there is none."""
    try:
        from elder_tutor.speech.sound_card import open_card
    except ImportError:
        return SilentDevice(source)
    return open_card(source, rate) or SilentDevice(source)
