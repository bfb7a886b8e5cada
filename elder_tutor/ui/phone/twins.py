"""The visible twins of gestures: «⋯» for a long press, a word for a swipe."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.buttons import WordButton
from elder_tutor.ui.phone.kit import GAP, Kit
from elder_tutor.ui.phone.touch import TouchButton

SIDE = 50
"""Design pixels of «⋯»: 13 mm."""

PART = 0.4
"""Twins that would take more of a row's width stand below it."""


class MoreButton(TouchButton):
    """«⋯»: opens what a long press opens."""

    def needed(self, width: int) -> int:
        """Answer the height of the button."""
        return self.natural(self.kit) if self.kit else SIDE

    def natural(self, kit: Kit) -> int:
        """Answer the width of the button."""
        return max(kit.px(SIDE), kit.metrics.mm(13))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face and three dots."""
        radius = min(box.width(), box.height()) / 2
        if self.available:
            fill = kit.q("sand" if self.isDown() else "card")
            paint.face(painter, box, fill, kit.q("line"), kit.px(2.5), radius)
        else:
            paint.closed_face(painter, box, kit, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(kit.q("ink" if self.available else "disabled_text")))
        dot, apart = kit.px(4), kit.px(12)
        for number in (-1, 0, 1):
            painter.drawEllipse(box.center() + QPointF(number * apart, 0), dot, dot)


class SwipeButton(WordButton):
    """A word that does what a swipe does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role, self.least, self.drawn, self.pad, self.rise = "label", 54.0, 28.0, 14.0, 8.0

    def natural(self, kit: Kit) -> int:
        """Answer the width that keeps the word on one line."""
        return max(super().natural(kit), kit.metrics.mm(13))


Twin = MoreButton | SwipeButton


def beside(twins: list[Twin], width: int, kit: Kit) -> bool:
    """Tell whether twins stand at the end of a row of this width, or below it."""
    return _column(twins, kit) + kit.px(GAP) <= width * PART


def lay_beside(twins: list[Twin], box: QRect, kit: Kit) -> tuple[QRect, list[QRect]]:
    """Stand twins in a column at the trailing end of a box; answer what is left and a place for each."""
    part, rest = paint.take_end(QRectF(box), _column(twins, kit), kit, kit.px(GAP))
    share = (box.height() - kit.px(GAP) * (len(twins) - 1)) / len(twins)
    places = []
    for number in range(len(twins)):
        top = part.top() + number * (share + kit.px(GAP))
        places.append(QRectF(part.left(), top, part.width(), share).toRect())
    return rest.toRect(), places


def column_height(twins: list[Twin], kit: Kit) -> int:
    """Answer the height of a column of twins."""
    least = max(kit.px(SIDE), *(twin.needed(_column(twins, kit)) for twin in twins))
    return least * len(twins) + kit.px(GAP) * (len(twins) - 1)


def _column(twins: list[Twin], kit: Kit) -> int:
    return max(twin.natural(kit) for twin in twins)


def lay_below(twins: list[Twin], left: int, top: int, width: int, kit: Kit) -> tuple[list[QRect], int]:
    """Stand twins in lines below a row, from the leading side; answer their places and the height."""
    gap = kit.px(GAP)
    words = [twin for twin in twins if isinstance(twin, SwipeButton)]
    dots = sum(twin.natural(kit) + gap for twin in twins if isinstance(twin, MoreButton))
    share = (width - dots - gap * (len(words) - 1)) / max(1, len(words))
    row = QRectF(left, top, width, 0)
    tall = max(twin.needed(ceil(share)) for twin in twins)
    row.setHeight(tall)
    places = []
    for twin in twins:
        wide = twin.natural(kit) if isinstance(twin, MoreButton) else share
        part, row = paint.take(row, wide, kit, gap)
        places.append(part.toRect())
    return places, tall
