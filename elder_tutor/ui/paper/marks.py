"""Marks over a photograph of a screen: the ring around what is touched, the hand, the arrow of a swipe.

Black ink stands on both sides of the yellow, so that a grey print shows the ring as well.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from elder_tutor.ui.paper.brush import colour, drawing
from elder_tutor.ui.widgets.hand import HAND, HOLD_RING, SHOWN, Gesture, Pose, arrow_of, covers

RING: Final = (14.0, 8.5)
"""Ink under, yellow over, in design pixels of the phone (TOKENS 4)."""
OUT: Final = 7.0
"""The ring's middle lies this far outside the target."""
ROOM: Final = OUT + RING[0] / 2 + 2
"""What the ring needs around a target."""
HAND_UNIT: Final = 0.62
"""The hand on a card is smaller than on the screen, whose pictures are larger."""


def hand_for(target: QRectF, beside: tuple[QRectF, ...], page: QRectF) -> Pose:
    """Answer how the hand points at a target: from below, where it hides the fewest words.

    ``beside`` are words to read, ``page`` bounds the hand; all in the photograph's design pixels. On
    paper nobody touches anything, so that neighbours may lie under the hand.
    """
    scale = SHOWN * HAND_UNIT
    low = target.bottom() - 3.0
    steady = min(46.0, target.width() / 3)
    ways = [QPointF(target.center().x() + by, low) for by in (0.0, steady, -steady)]
    poses = [Pose(tip, 0.0, scale) for tip in ways if page.left() + 30 < tip.x() < page.right() - 50]
    words = [each.toAlignedRect() for each in beside if not each.intersects(target)]
    free = next((pose for pose in poses if not covers(pose, words)), None)
    return free or (poses[0] if poses else Pose(ways[0], 0.0, scale))


def extent(target: QRectF, pose: Pose | None) -> QRectF:
    """Answer what a ring and a hand take up."""
    room = target.adjusted(-ROOM, -ROOM, ROOM, ROOM)
    for part in pose.outline()[:2] if pose is not None else ():
        room = room.united(part.boundingRect())
    return room


def paint_ring(painter: QPainter, target: QRectF, radius: float = 18.0) -> None:
    """Circle a target."""
    box = target.adjusted(-OUT, -OUT, OUT, OUT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, wide in zip(("ring_ink", "saffron"), RING, strict=True):
        painter.setPen(QPen(colour(name), wide))
        painter.drawRoundedRect(box, radius, radius)


def paint_hand(painter: QPainter, pose: Pose, gesture: Gesture) -> None:
    """Paint the hand as outlines; one that stays has a clock around its fingertip."""
    painter.save()
    painter.setTransform(pose.transform(), True)
    drawing(painter, "motifs/hand", QRectF(0, 0, *HAND), False)
    painter.restore()
    if gesture is not Gesture.HOLD:
        return
    half = HOLD_RING * HAND_UNIT
    box = QRectF(pose.tip.x() - half, pose.tip.y() - half, 2 * half, 2 * half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, wide in (("ring_ink", 10.0), ("ring", 5.5)):
        painter.setPen(QPen(colour(name), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(box, 90 * 16, -270 * 16)


def paint_arrow(painter: QPainter, target: QRectF, gesture: Gesture, page: QRectF) -> None:
    """Paint where a finger goes that moves."""
    ends = arrow_of(target.toAlignedRect(), gesture, page.toAlignedRect(), 0.8)
    if ends is None:
        return
    begin, end = ends
    way = end - begin
    length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    way = QPointF(way.x() / length, way.y() / length)
    side, neck = QPointF(-way.y(), way.x()), end - way * 24
    path = QPainterPath(begin + side * 7)
    for at in (neck + side * 7, neck + side * 20, end, neck - side * 20, neck - side * 7, begin - side * 7):
        path.lineTo(at)
    path.closeSubpath()
    pen = QPen(colour("ring_ink"), 4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour("ring"))
    painter.drawPath(path)
