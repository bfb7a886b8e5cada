"""What a finger's way means: nothing yet, a swipe to one side; and the ring of a long press."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from elder_tutor.ui.phone.kit import Kit

SWIPE_MM: Final = 12.0
"""A swipe is this long; which way it leans beside that does not matter."""

HOLD_MS: Final = 800


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


def onward(way: Way, rtl: bool) -> int:
    """Answer 1 for a swipe to what follows, -1 for one to what was before.

    What follows lies under the thumb's own direction of reading: pushing the page to the
    right brings it in Arabic, pushing it to the left in English, pushing it up in both.
    """
    if way is Way.UP:
        return 1
    if way is Way.DOWN:
        return -1
    return 1 if (way is Way.RIGHT) is rtl else -1


def paint_hold(painter: QPainter, box: QRectF, kit: Kit, part: float, radius: float) -> None:
    """Paint how much of a long press has passed as a line along the edge; ``part`` is 0 to 1."""
    wide = kit.px(7)
    half = wide / 2 + kit.px(1)
    edge = QPainterPath()
    edge.addRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in (("ring_ink", wide + kit.px(3)), ("ring", wide)):
        pen = QPen(kit.q(colour), width)
        length = edge.length() / width
        pen.setDashPattern([max(0.01, length * min(1.0, part)), length * 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(edge)
