"""The hidden pattern: four corners, clockwise, within five seconds, and no other touch between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize

from elder_tutor.ui.kiosk.corners import Corners

SIZE, SIDE = QSize(1366, 768), 46
PATTERN = (QPoint(0, 0), QPoint(1365, 2), QPoint(1340, 767), QPoint(20, 740))
MIDDLE = QPoint(683, 384)


def given(touches: tuple[QPoint, ...], each_ms: int = 1000) -> bool:
    """Touch places one after another; answer whether the last one completed the pattern."""
    now = [0]
    corners = Corners(lambda: now[0])
    found = False
    for at in touches:
        now[0] += each_ms
        found = corners.touch(at, SIZE, SIDE)
    return found


def test_four_corners_in_order_within_five_seconds_are_the_pattern() -> None:
    assert given(PATTERN)
    assert given((MIDDLE, PATTERN[2], *PATTERN))
    assert given((PATTERN[0], *PATTERN))


@pytest.mark.parametrize(
    "touches",
    [
        PATTERN[::-1],
        (PATTERN[0], PATTERN[2], PATTERN[1], PATTERN[3]),
        (PATTERN[0], PATTERN[1], MIDDLE, PATTERN[2], PATTERN[3]),
        PATTERN[1:],
        (MIDDLE,) * 4,
    ],
    ids=["backwards", "crossed", "a touch between", "one missing", "no corner"],
)
def test_anything_else_is_not(touches: tuple[QPoint, ...]) -> None:
    assert not given(touches)


def test_slow_touches_are_not() -> None:
    assert not given(PATTERN, 1700)


def test_each_prefix_is_not() -> None:
    assert not any(given(PATTERN[:count]) for count in range(4))
