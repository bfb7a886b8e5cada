"""What a finger's way means: nothing yet, or a swipe to one side."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final, Protocol

from PySide6.QtCore import QPoint

SWIPE_MM: Final = 12.0
"""A swipe is this long; which way it leans beside that does not matter."""


class Way(StrEnum):
    """Where a finger went, as the eye sees it."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"

    @property
    def across(self) -> bool:
        """Tell whether it went to a side."""
        return self in (Way.LEFT, Way.RIGHT)


Sweep = Callable[[Way, bool], bool]
"""Act on a swipe that no button took (or, with False, only tell whether it would)."""


class Movable(Protocol):
    """What a finger can take along, or turn."""

    def drag(self, by: int) -> bool:
        """Move by window pixels; answer whether there is anywhere to move to."""

    def sweep(self, way: Way, act: bool) -> bool:
        """Turn a page by a swipe; with ``act`` False only tell whether there is one to turn."""


def way_of(moved: QPoint, px_per_mm: float) -> Way | None:
    """Answer where a finger went by its larger part, None below the length of a swipe; window pixels."""
    across, down = abs(moved.x()), abs(moved.y())
    if max(across, down) < SWIPE_MM * px_per_mm:
        return None
    if across >= down:
        return Way.RIGHT if moved.x() > 0 else Way.LEFT
    return Way.DOWN if moved.y() > 0 else Way.UP


def fits(way: Way | None, to: str) -> bool:
    """Tell whether a way is the one an element waits for: ``side``, ``up`` or ``down``."""
    if way is None or not to:
        return False
    return way.across if to == "side" else way == to
