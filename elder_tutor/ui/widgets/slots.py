"""What was chosen so far, in its order: a row of boxes that fill with drawings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.symbol_tile import paint_plate

GAP = 14.0
"""Design pixels between two boxes."""


class Slots(QLabel):
    """Show drawings in boxes, empty ones with a broken line; to a screen reader a label."""

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.most = most
        self.drawings: tuple[str, ...] = ()
        self.metrics: Metrics | None = None

    def render_drawings(self, drawings: Sequence[str], told: str) -> None:
        """Show these drawings in their order; ``told`` is the accessible name."""
        self.drawings = tuple(drawings)
        self.setAccessibleName(told)
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes and what is in them."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = m.px(GAP)
        side = min(self.height(), (self.width() - gap * (self.most - 1)) / self.most)
        start = (self.width() - self.most * side - gap * (self.most - 1)) / 2
        for number in range(self.most):
            place = self.most - 1 - number if m.rtl else number
            box = QRectF(start + place * (side + gap), (self.height() - side) / 2, side, side)
            self._paint_box(painter, box, self.drawings[number : number + 1])
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF, drawing: Sequence[str]) -> None:
        m = self.metrics
        assert m is not None
        line = m.px(3)
        style = Qt.PenStyle.SolidLine if drawing else Qt.PenStyle.DashLine
        painter.setPen(QPen(m.q("ink" if drawing else "line"), line, style))
        painter.setBrush(m.q("saffron_tint" if drawing else "card"))
        radius = m.px(18)
        painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        if drawing:
            inner = round(box.width() * 0.7)
            if m.dark:
                side = box.width() * 0.13
                paint_plate(painter, box.adjusted(1.5 * side, side, -1.5 * side, -side), side / 2)
            picture = icons.icon(drawing[0], inner, dpr=self.devicePixelRatioF())
            wide, high = (n / picture.devicePixelRatio() for n in (picture.width(), picture.height()))
            painter.drawPixmap(QPointF(box.center().x() - wide / 2, box.center().y() - high / 2), picture)
