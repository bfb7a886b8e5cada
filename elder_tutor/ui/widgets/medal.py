"""What a card of praise is celebrated with: a band of stars along an edge of it, and a medal on the band."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics

BESIDE: Final = 138.0
"""Design pixels: how wide the band is where it stands beside the words, with the medal on it."""
SLIM: Final = 18.0
"""Design pixels of a band at either side, where the words need all the room: there is no medal then."""


class Band(Enum):
    """Where the band stands; above the words: its height, the room below it, and the medal, design pixels."""

    HIGH = (118, 78, 152)
    LOW = (62, 54, 104)
    BESIDE = (0, 8, 112)
    SIDES = (0, 8, 0)

    @property
    def above(self) -> bool:
        """Tell whether it stands above the words."""
        return self in (Band.HIGH, Band.LOW)

    @property
    def room(self) -> int:
        """Answer how far from the upper edge of the card the words begin, design pixels."""
        return int(self.value[0] + self.value[1])


def paint_celebration(
    painter: QPainter, card: QRectF, band: Band, won: bool, m: Metrics, dpr: float
) -> None:  # fmt: skip
    """Paint band and medal on a rounded card of window pixels; the pot stands there where none was won."""
    tall, _, side = band.value
    if band.above:
        strip = QRectF(card.left(), card.top(), card.width(), m.px(tall))
        _paint_band(painter, card, strip, QLineF(strip.bottomLeft(), strip.bottomRight()), m, dpr)
        _paint_medal(painter, QPointF(card.center().x(), strip.bottom()), m.px(side), won, m, dpr)
        return
    wide = m.px(BESIDE if band is Band.BESIDE else SLIM)
    for at_right in (m.rtl,) if band is Band.BESIDE else (True, False):
        strip = QRectF(card.right() - wide if at_right else card.left(), card.top(), wide, card.height())
        inner = strip.left() if at_right else strip.right()
        _paint_band(painter, card, strip, QLineF(inner, strip.top(), inner, strip.bottom()), m, dpr)
        if band is Band.BESIDE:
            _paint_medal(painter, strip.center(), m.px(side), won, m, dpr)


def _paint_band(painter: QPainter, card: QRectF, strip: QRectF, edge: QLineF, m: Metrics, dpr: float) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(card.adjusted(2, 2, -2, -2), m.px(26), m.px(26))
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(strip, m.q("saffron_tint"))
    stars = icons.icon("motifs/star-lattice", m.px(100), m.q("lattice").name(), dpr=dpr)
    painter.drawTiledPixmap(strip, stars)
    painter.setPen(QPen(m.q("goal_edge"), max(1, m.px(2))))
    painter.drawLine(edge)
    painter.restore()


def _paint_medal(painter: QPainter, at: QPointF, side: int, won: bool, m: Metrics, dpr: float) -> None:
    name = "motifs/rosette" if won else "motifs/dallah"
    medal = icons.icon(name, side, mirrored=not won and not m.rtl, dpr=dpr)
    wide = medal.width() / medal.devicePixelRatio()
    painter.drawPixmap(QPointF(at.x() - wide / 2, at.y() - side / 2), medal)
