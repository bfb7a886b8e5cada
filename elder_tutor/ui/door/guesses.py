"""Slow down who tries the pictures of one person after the other at the same place."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

FREE: Final = 8
"""So many wrong tries within the time that is looked back are anybody's: old fingers miss."""
WAITS: Final = (10, 20, 30, 60)
"""Seconds to wait after one more, and so on; the last one stays, nobody is kept out for ever."""
LOOKED_BACK_MS: Final = 600_000
"""Ten minutes; what lies before them is forgotten."""


def ticks() -> int:
    """Answer a clock in milliseconds that nobody sets."""
    return time.monotonic_ns() // 1_000_000


class Guesses:
    """Count wrong tries of a place, whoever they were for: only when they were, never who or what.

    ``now`` is a clock in milliseconds. Each learner's own wait stands in the file (see keys.py).
    """

    def __init__(self, now: Callable[[], int] = ticks) -> None:
        self._now = now
        self._wrong: list[int] = []

    def wrong(self) -> None:
        """Note a wrong try."""
        now = self._now()
        recent = (at for at in self._wrong if now - at < LOOKED_BACK_MS)
        self._wrong = [*recent, now][-FREE - len(WAITS) :]

    def wait(self) -> int:
        """Answer the seconds before the next try at this place, 0 when there is none."""
        now = self._now()
        recent = [at for at in self._wrong if now - at < LOOKED_BACK_MS]
        if len(recent) <= FREE:
            return 0
        whole = WAITS[min(len(recent) - FREE, len(WAITS)) - 1] * 1000
        return max(0, -(-(recent[-1] + whole - now) // 1000))
