"""Cards and their one shadow, painted once into a pixmap and stretched by its corners (TOKENS 3)."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.theme import Metrics

CARD_SHADOW = (5.0, 16.0, QColor(86, 55, 31, 33))
PHONE_SHADOW = (12.0, 30.0, QColor(40, 28, 14, 77))
"""Offset down, blur and colour in design pixels: 0/5/16 and 0/12/30."""

Shadow = tuple[float, float, QColor]


def paint_shadow(painter: QPainter, box: QRectF, radius: float, shadow: Shadow, m: Metrics) -> None:
    """Paint the shadow of a rounded box of window pixels; the box itself is painted by the caller."""
    if m.dark:
        return  # what is dark throws none: a border tells the card from the page (TOKENS 1)
    down, blur, colour = shadow[0] * m.unit, max(1.0, shadow[1] * m.unit), shadow[2]
    # The corners of the patch must not overlap in a small box.
    radius = max(0.0, min(radius, min(box.width(), box.height()) / 2 - blur - 1))
    patch, corner = _patch(radius, blur, colour)
    area = box.marginsAdded(QMarginsF(blur, blur, blur, blur)).translated(0, down)
    _nine(painter, area, patch, corner)


def paint_card(
    painter: QPainter,
    box: QRectF,
    m: Metrics,
    fill: str = "card",
    edge: str = "card_border",
    radius: float = 28,
    border: float = 2,
    shadow: Shadow | None = CARD_SHADOW,
) -> None:
    """Paint a card of window pixels with colour names; radius and border are design pixels."""
    if shadow is not None:
        paint_shadow(painter, box, m.px(radius), shadow, m)
    width = m.px(3 if m.dark else border) if border else 0
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(m.q(edge), width) if width else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(m.q(fill))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), m.px(radius) - half, m.px(radius) - half)


class Card(QWidget):
    """A quiet ground for other widgets; its geometry includes no shadow, the page paints that."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.fill, self.edge, self.radius, self.border = "card", "card_border", 28.0, 2.0
        self.metrics: Metrics | None = None

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; the shadow is the page's, below all widgets."""
        if self.metrics is not None:
            painter = QPainter(self)
            paint_card(
                painter,
                QRectF(self.rect()),
                self.metrics,
                self.fill,
                self.edge,
                self.radius,
                self.border,
                None,
            )
            painter.end()


def paint_field(painter: QPainter, box: QRectF, m: Metrics) -> None:
    """Paint the frame of a field that is written in; ``box`` in window pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(m.q("lagoon"), m.px(4)))
    painter.setBrush(m.q("card"))
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), m.px(20), m.px(20))


def _patch(radius: float, blur: float, colour: QColor) -> tuple[QPixmap, int]:
    corner = round(radius + 2 * blur)
    key = f"shadow|{radius:.1f}|{blur:.1f}|{colour.rgba()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept, corner
    side = 2 * corner + 1
    patch = QPixmap(side, side)
    patch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setPen(Qt.PenStyle.NoPen)
    rings = max(2, round(2 * blur))
    for ring in range(rings):
        along = (ring + 1) / rings
        shade = QColor(colour)
        shade.setAlphaF(colour.alphaF() * along * along * (3 - 2 * along))
        inset = ring * 2 * blur / rings
        painter.setBrush(shade)
        bend = max(1.0, radius + blur - inset)
        painter.drawRoundedRect(QRectF(inset, inset, side - 2 * inset, side - 2 * inset), bend, bend)
    painter.end()
    QPixmapCache.insert(key, patch)
    return patch, corner


def _nine(painter: QPainter, area: QRectF, patch: QPixmap, corner: int) -> None:
    side = patch.width()
    # Whole pixels are copied, not computed; and nobody sees the middle, which lies under the box.
    edges = (area.left(), area.right(), area.top(), area.bottom())
    left, right, top, bottom = (round(each) for each in edges)
    across = (left, left + corner, right - corner, right)
    down = (top, top + corner, bottom - corner, bottom)
    cuts = (0, corner, side - corner, side)
    for row in range(3):
        for column in range(3):
            target = QRectF(QPointF(across[column], down[row]), QPointF(across[column + 1], down[row + 1]))
            source = QRect(
                cuts[column], cuts[row], cuts[column + 1] - cuts[column], cuts[row + 1] - cuts[row]
            )
            if target.width() > 0 and target.height() > 0 and (row, column) != (1, 1):
                painter.drawPixmap(target, patch, QRectF(source))
