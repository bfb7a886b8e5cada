"""The trainer's hidden way out: a touch in each corner of the screen, one after another (DESIGN 8)."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QPoint, QSize

SIDE_MM: Final = 12.0
"""A corner is a square of this side: a thumb's width, and more than the margin of any page."""
WITHIN_MS: Final = 5000
"""All four touches lie within this time."""


class Corner(IntEnum):
    """Corners in the order of the pattern, clockwise."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_RIGHT = 2
    BOTTOM_LEFT = 3


class Corners:
    """Follow touches and tell when the pattern is complete; ``now`` is a clock in milliseconds.

    No touch is held: hands that tremble cannot, and a long press is found by chance.
    """

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._begun = 0
        self._next = Corner.TOP_LEFT

    def awaits(self, at: QPoint, size: QSize, side: int) -> bool:
        """Tell whether the pattern is under way and goes on in the corner of this place."""
        due = self._now() - self._begun <= WITHIN_MS and self._next is not Corner.TOP_LEFT
        return due and corner_at(at, size, side) is self._next

    def touch(self, at: QPoint, size: QSize, side: int) -> bool:
        """Take a touch in a window, corners being ``side`` pixels; answer whether it is the last."""
        corner, now = corner_at(at, size, side), self._now()
        if corner is Corner.TOP_LEFT:
            self._begun, self._next = now, Corner.TOP_RIGHT
            return False
        fits = corner is not None and corner is self._next and now - self._begun <= WITHIN_MS
        whole = fits and corner is Corner.BOTTOM_LEFT
        self._next = Corner(corner + 1) if fits and not whole and corner is not None else Corner.TOP_LEFT
        return whole


def corner_at(at: QPoint, size: QSize, side: int) -> Corner | None:
    """Answer the corner a place lies in, None for anywhere else; window pixels."""
    left, right = at.x() < side, at.x() >= size.width() - side
    above, below = at.y() < side, at.y() >= size.height() - side
    if above and (left or right):
        return Corner.TOP_LEFT if left else Corner.TOP_RIGHT
    if below and (left or right):
        return Corner.BOTTOM_LEFT if left else Corner.BOTTOM_RIGHT
    return None
