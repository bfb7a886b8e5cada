"""The outline of a message's bubble, alone or joined to what stands above or below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from elder_tutor.ui.phone.kit import Kit


def ground(
    box: QRectF, kit: Kit, tail_right: bool | None, open_below: bool, open_above: bool = False
) -> QPainterPath:
    """Answer a bubble's outline: a sharp upper corner at the writer's side, open where another joins."""
    big, small = kit.px(24), kit.px(4)
    top_left = top_right = big
    if tail_right is not None:
        top_left, top_right = (big, small) if tail_right else (small, big)
    if open_above:
        top_left = top_right = 0
    return rounded(box, (top_left, top_right, 0 if open_below else big, 0 if open_below else big))


def rounded(box: QRectF, radii: tuple[float, float, float, float]) -> QPainterPath:
    """Answer a box with radii for top left, top right, bottom right, bottom left."""
    tl, tr, br, bl = radii
    path = QPainterPath(QPointF(box.left() + tl, box.top()))
    path.lineTo(box.right() - tr, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + tr))
    path.lineTo(box.right(), box.bottom() - br)
    path.quadTo(box.bottomRight(), QPointF(box.right() - br, box.bottom()))
    path.lineTo(box.left() + bl, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - bl))
    path.lineTo(box.left(), box.top() + tl)
    path.quadTo(box.topLeft(), QPointF(box.left() + tl, box.top()))
    path.closeSubpath()
    return path
