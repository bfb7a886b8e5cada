"""Where the pointing hand stands so that it covers no neighbour; what it does there. Geometry only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath, QTransform

HAND: Final = (130.0, 170.0)
"""The drawing's own size; it is shown at SHOWN of it in design pixels."""
SHOWN: Final = 0.82
PARTS_OF_SIZE: Final = (1.0, 0.75, 0.58, 0.48)
"""The hand grows smaller before it would cover something."""
TIP: Final = QPointF(52, 10)
END: Final = 170
"""What a fingertip on a target's own face costs more than one beside it."""
OUT: Final = 600
"""What a hand costs that passes the edge of the page: the whole of it is seen where that can be."""
HIDES: Final = 800
"""What a hand costs that lies on what it points at."""
TOUCH: Final = 6
"""Window pixels that a fingertip stays away from the part of a target that it points at."""
_PARTS: Final = (QRectF(38, 4, 28, 90), QRectF(6, 62, 116, 66), QRectF(38, 126, 70, 44))
"""Finger, palm and cuff: what of the drawing really covers."""


class Gesture(StrEnum):
    """What the hand does at its target."""

    TAP = "tap"
    HOLD = "hold"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"

    @property
    def moves(self) -> bool:
        """Tell whether the hand goes somewhere."""
        return self not in (Gesture.TAP, Gesture.HOLD)


ARROW: Final = 96.0
"""Design pixels that an arrow of a swipe is long."""

EDGE: Final = 24.0
"""Design pixels from a large target's edge to the arrow on it."""

HOLD_RING: Final = 29.0
"""Design pixels of the ring around a fingertip that stays."""


@dataclass(frozen=True, slots=True)
class Pose:
    """A hand: where the fingertip is, turned by degrees (0 points up), and its scale."""

    tip: QPointF
    angle: float
    scale: float

    def transform(self) -> QTransform:
        """Answer what carries the drawing to the page."""
        place = QTransform()
        place.translate(self.tip.x(), self.tip.y())
        place.rotate(self.angle)
        place.scale(self.scale, self.scale)
        place.translate(-TIP.x(), -TIP.y())
        return place

    def outline(self) -> list[QPainterPath]:
        """Answer the covered areas on the page."""
        areas = []
        for part in _PARTS:
            path = QPainterPath()
            path.addRect(part)
            areas.append(self.transform().map(path))
        return areas


def covers(pose: Pose, others: Sequence[QRect]) -> bool:
    """Tell whether the hand lies on any of these areas."""
    parts = [(area, area.boundingRect()) for area in pose.outline()]
    return any(
        box.intersects(QRectF(other)) and area.intersects(QRectF(other))
        for area, box in parts
        for other in others
    )


def pose_for(
    target: QRect,
    others: Sequence[QRect],
    page: QRect,
    unit: float,
    beside: Sequence[QRect] = (),
    face: Sequence[QRect] = (),
) -> Pose | None:
    """Choose a pose for a target: from below, or moved aside until it covers no other.

    ``others`` are the areas a person may touch: never covered. ``beside`` are areas better
    left free (words), ``face`` parts of the target itself that are to be seen (a switch and its words),
    ``page`` bounds the hand, ``unit`` is window pixels per design pixel.
    Answers None when every pose would cover a neighbour: the ring alone must do.
    """
    best: tuple[float, Pose] | None = None
    for size, part in enumerate(PARTS_OF_SIZE):
        scale = SHOWN * unit * part
        for place, (tip, angle) in enumerate((*_tips(target), *_ends(target), *_sides(face))):
            pose = Pose(tip, angle, scale)
            if not page.contains(tip.toPoint()) or covers(pose, others):
                continue
            if not _shows(pose, page):
                continue
            last = END if place >= len(_tips(target)) else 0
            cost = place + last + 8 * size + OUT * (not _inside(pose, page)) + 160 * covers(pose, beside)
            cost += HIDES * covers(pose, face)
            if best is None or cost < best[0]:
                best = (cost, pose)
    return best[1] if best else None


def _inside(pose: Pose, page: QRect) -> bool:
    return all(QRectF(page).contains(area.boundingRect()) for area in pose.outline())


def _shows(pose: Pose, page: QRect) -> bool:
    """Tell whether enough is on the page to be known as a hand: the finger and half of the palm."""
    finger, palm, _ = (area.boundingRect() for area in pose.outline())
    seen = palm.intersected(QRectF(page))
    return QRectF(page).contains(finger) and seen.width() * seen.height() > palm.width() * palm.height() / 2


def plain_pose(target: QRect, page: QRect, unit: float) -> Pose:
    """Answer the pose from below, or from above where the page ends, whatever it covers.

    For watch, where a person touches nothing.
    """
    tips = _tips(target)
    below, above = Pose(*tips[0], SHOWN * unit), Pose(*tips[9], SHOWN * unit)
    finger, palm = below.outline()[:2]
    fits = all(QRectF(page).contains(area.boundingRect()) for area in (finger, palm))
    return below if fits else above


def arrow_of(target: QRect, gesture: Gesture, page: QRect, unit: float) -> tuple[QPointF, QPointF] | None:
    """Answer from where to where the arrow of a swipe goes: along an edge of the target, off its words."""
    if not gesture.moves:
        return None
    box, inner = QRectF(target), QRectF(page).adjusted(10, 10, -10, -10)
    length, edge = ARROW * unit, EDGE * unit
    if gesture in (Gesture.LEFT, Gesture.RIGHT):
        half = max(length, box.width() * 0.6) / 2
        high = box.bottom() - edge / 3 if box.height() > 3 * edge else box.center().y()
        ends = QPointF(box.center().x() - half, high), QPointF(box.center().x() + half, high)
        begin, end = ends if gesture is Gesture.RIGHT else ends[::-1]
    else:
        wide = box.left() + edge if box.width() > 8 * edge else box.center().x()
        span = length if box.height() < length else box.height() * 0.6
        middle = box.center().y() if box.height() >= length else box.center().y() + span / 2
        if gesture is Gesture.UP and box.height() < length:
            middle = box.center().y() - span / 2
        ends = QPointF(wide, middle - span / 2), QPointF(wide, middle + span / 2)
        begin, end = ends if gesture is Gesture.DOWN else ends[::-1]
    end = QPointF(
        min(max(end.x(), inner.left()), inner.right()), min(max(end.y(), inner.top()), inner.bottom())
    )
    return begin, end


def _tips(target: QRect) -> list[tuple[QPointF, float]]:
    """Answer fingertips and angles, the best first: nine from below, nine from above, six from the sides."""
    box = QRectF(target)
    inside = min(10.0, box.height() / 6)
    below, above = box.bottom() - inside, box.top() + inside
    edge = min(4.0, box.width() / 12)
    along = [box.center().x(), box.left() + box.width() * 0.25, box.left() + box.width() * 0.75]
    return [
        *((QPointF(x, below), angle) for x in along for angle in (0.0, -35.0, 35.0)),
        *((QPointF(x, above), angle) for x in along for angle in (180.0, 145.0, 215.0)),
        (QPointF(box.right() - edge, box.center().y()), -90.0),
        (QPointF(box.left() + edge, box.center().y()), 90.0),
        (QPointF(box.right() - edge, below), -60.0),
        (QPointF(box.left() + edge, below), 60.0),
        (QPointF(box.right() - edge, above), -120.0),
        (QPointF(box.left() + edge, above), 120.0),
    ]


def _ends(target: QRect) -> list[tuple[QPointF, float]]:
    """Answer fingertips on the ends of a wide target, for where the page ends beside it."""
    box = QRectF(target)
    if box.width() < 1.8 * box.height():
        return []
    inset = min(box.width() * 0.16, box.height())
    middle = box.center().y()
    return [
        (QPointF(box.left() + inset, middle), 90.0),
        (QPointF(box.right() - inset, middle), -90.0),
    ]


def _sides(face: Sequence[QRect]) -> list[tuple[QPointF, float]]:
    """Answer fingertips at both sides of each part of a target that is to be seen, pointing at it."""
    boxes = [QRectF(part) for part in face]
    return [
        end for box in boxes
        for end in (
            (QPointF(box.right() + TOUCH, box.center().y()), -90.0),
            (QPointF(box.left() - TOUCH, box.center().y()), 90.0),
        )
    ]  # fmt: skip
