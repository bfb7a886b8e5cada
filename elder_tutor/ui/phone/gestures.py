"""What a swipe turns to in the phone, and the line that shows a long press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.touching.ways import Way

HOLD_MS: Final = 800


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
