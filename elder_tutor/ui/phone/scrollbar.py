"""The big buttons that move a long screen up and down."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.marks import paint_arrow
from elder_tutor.ui.phone.touch import TouchButton


class ScrollButton(TouchButton):
    """Up or down, in words and with an arrow."""

    def __init__(self, down: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points_down = down

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, arrow and word."""
        colour = "lagoon" if self.available else "disabled_text"
        if self.available:
            fill = kit.q("card" if self.isDown() else "lagoon_tint")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), kit.px(20))
        else:
            paint.closed_face(painter, box, kit, kit.px(20))
        side, wide = kit.px(30), kit.width(self.text(), "bar", True)
        left = box.center().x() - (side + kit.px(12) + wide) / 2
        run = QRectF(left, box.top(), side + kit.px(12) + wide, box.height())
        part, rest = paint.take(run, side, kit, kit.px(12))
        mark = QRectF(part.left(), part.center().y() - side / 2, side, side)
        paint_arrow(painter, mark, kit, colour, self.points_down)
        paint.words(painter, self.text(), rest.adjusted(-2, 0, 2, 0), kit, "bar", colour, True, paint.CENTRE)
