"""What a touch meant: the one place where near, far, doubled and ambiguous are decided (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.frozen import dataclass

ECHO_MS: Final = 125
"""Half a period of the slowest tremor of hands (4 to 12 Hz): so long at most a finger that trembles is
off the screen, and so long at most it lies there again. Four keys a second cannot be that short."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How forgiving a touch is: millimetres outside at release, millimetres of a miss, repeat in ms."""

    release_mm: float = 9.0
    miss_mm: float = 4.0
    repeat_ms: int = 500
    typing_ms: int = 150
    """On keyboard, dial pad and delete."""


KIND: Final = Tolerance()


@dataclass(frozen=True, slots=True)
class Stroke:
    """When a finger came down and when it left, in ms of the input events themselves."""

    down: int
    up: int

    @property
    def held(self) -> int:
        """Answer how long the finger lay."""
        return self.up - self.down


def repeats(before: Stroke | None, now: Stroke, repeat_ms: int) -> bool:
    """Tell whether a touch is a tremor's echo of the last one that acted on the same control.

    Both ends are compared, and what is as short as an echo is one: three keys a second lie 333 ms
    apart at either end, however long each is held. With ``repeat_ms`` 0 nothing repeats.
    """
    if before is None or not repeat_ms:
        return False
    apart = (now.up - before.up, now.down - before.down)
    echo = 0 <= now.down - before.up < ECHO_MS and 0 <= now.held < ECHO_MS
    return echo or any(0 <= each < repeat_ms for each in apart)


def meant(
    root: QWidget, down: QPoint, up: QPoint, tolerance: Tolerance, px_per_mm: float
) -> QAbstractButton | None:
    """Answer the button a whole touch meant, in the root's coordinates; None for a miss or a change of mind.

    Where it began on a button, that one or none: a finger lifted on another target, or further away
    than a slip, took the touch back. Where it began beside every button, those in reach of a miss
    are asked: the only one, else the one the finger came to rest on, else the only one that is in
    reach of both ends. What is still between two does nothing.
    """
    slip, miss = tolerance.release_mm * px_per_mm, tolerance.miss_mm * px_per_mm
    begun, ended = target_at(root, down), target_at(root, up)
    if begun is not None:
        near = ended is begun or (ended is None and _slipped(begun, root, up) <= slip)
        return begun if near else None
    reach = near_of(root, down, miss)
    if ended is not None:
        return ended if ended in reach else None
    if len(reach) > 1:
        reach = [each for each in near_of(root, up, miss) if each in reach]
    one = reach[0] if len(reach) == 1 else None
    return one if one is not None and _slipped(one, root, up) <= slip else None


def distance(area: QRect, at: QPoint) -> float:
    """Answer how far a point lies outside an area, 0.0 inside."""
    across = max(area.left() - at.x(), 0, at.x() - area.right())
    down = max(area.top() - at.y(), 0, at.y() - area.bottom())
    return float((across * across + down * down) ** 0.5)


def targets(root: QWidget) -> Iterator[QAbstractButton]:
    """Walk the buttons a person can touch now."""
    for button in root.findChildren(QAbstractButton):
        if button.isVisibleTo(root) and button.isEnabled() and not button.visibleRegion().isEmpty():
            yield button


def target_at(root: QWidget, at: QPoint) -> QAbstractButton | None:
    """Answer the button under a place in the root's coordinates."""
    child: QWidget | None = root.childAt(at)
    while child is not None and child is not root:
        if isinstance(child, QAbstractButton):
            return child
        child = child.parentWidget()
    return None


def places_of(button: QWidget, root: QWidget) -> list[QRect]:
    """Answer the rectangles of a button that show, in the root's coordinates: one, or more round a hole."""
    origin, shown, hole = button.mapTo(root, QPoint(0, 0)), button.visibleRegion(), button.mask()
    if not hole.isEmpty():
        shown = shown.intersected(hole)
    rects = iter(shown)  # type: ignore[call-overload]  # the stub knows of no iteration
    return [QRect(each).translated(origin) for each in rects]


def near_of(root: QWidget, at: QPoint, reach: float) -> list[QAbstractButton]:
    """Answer the buttons within reach of a place, none of them under something else; root's pixels."""
    found = []
    for button in targets(root):
        area = min(places_of(button, root), key=partial(distance, at=at), default=QRect())
        if distance(area, at) <= reach and target_at(root, _nearest(area, at)) is button:
            found.append(button)
    return found


def only_near(root: QWidget, at: QPoint, reach: float) -> QAbstractButton | None:
    """Answer the one button within reach of a missed touch; None when there is none or a choice."""
    near = near_of(root, at, reach)
    return near[0] if len(near) == 1 else None


def _slipped(button: QWidget, root: QWidget, at: QPoint) -> float:
    return min((distance(each, at) for each in places_of(button, root)), default=float("inf"))


def _nearest(area: QRect, at: QPoint) -> QPoint:
    across = min(max(at.x(), area.left()), area.right())
    return QPoint(across, min(max(at.y(), area.top()), area.bottom()))
