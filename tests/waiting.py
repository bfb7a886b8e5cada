"""Waiting for what another process or thread does: asked again and again, never slept for blindly."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds a busy machine may take; a test that holds waits only as long as it must."""


def until(condition: Callable[[], bool], seconds: float = PATIENCE, every: float = 0.01) -> bool:
    """Ask ``condition`` until it is true or time is up, and answer what it said last."""
    end = time.monotonic() + seconds
    while not (true := condition()) and time.monotonic() < end:
        time.sleep(every)
    return true
