"""A ring that empties with the seconds, and their number in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.ui.theme import Metrics

BAND = 22.0
"""Design pixels across the band of the ring, on one of 240."""
DRAWN = 240.0


class CountRing(QLabel):
    """Show seconds that are left as a number and as the part of a ring; to a screen reader a label."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.unit_words = ""
        self.part = 1.0

    def render_count(self, part: float, shown: str, spoken: str) -> None:
        """Show a part (0.0 to 1.0) of the ring and a number in it; ``spoken`` is the accessible name."""
        self.part = min(1.0, max(0.0, part))
        self.setText(shown)
        self.setAccessibleName(spoken)
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def clipped(self) -> bool:
        """Tell whether number or word are wider than the ring's inside."""
        if self.metrics is None:
            return False
        number, unit = self._fonts()
        room = self._inside().width()
        wide = QFontMetricsF(number).horizontalAdvance(self.text())
        return max(wide, QFontMetricsF(unit).horizontalAdvance(self.unit_words)) > room

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, what is left of it, number and word."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._side() / DRAWN
        band = BAND * scale
        edge = max(1.0, scale)  # half of the outer line
        ring = self._square(edge + band / 2)
        painter.setPen(QPen(m.q("line"), max(1.0, 2 * scale)))
        painter.setBrush(m.q("goal_edge"))
        painter.drawEllipse(self._square(edge))
        painter.setBrush(m.q("page"))
        painter.drawEllipse(self._square(edge + band))
        pen = QPen(m.q("saffron"), band - 2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self.part > 0:
            painter.drawArc(ring, 90 * 16, -round(self.part * 360 * 16))
        self._paint_words(painter, m)
        painter.end()

    def _paint_words(self, painter: QPainter, m: Metrics) -> None:
        number, unit = self._fonts()
        box = self._inside()
        painter.setPen(m.q("ink"))
        painter.setFont(number)
        upper = QRectF(box.left(), box.top() + box.height() * 0.1, box.width(), box.height() * 0.6)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(unit)
        lower = QRectF(box.left(), box.top() + box.height() * 0.62, box.width(), box.height() * 0.28)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.unit_words)

    def _fonts(self) -> tuple[QFont, QFont]:
        assert self.metrics is not None
        side = self._side()
        number = self.metrics.font_px(round(side * 0.34), True)
        unit = self.metrics.font_px(round(min(self.metrics.size("label"), side * 0.15)))
        return number, unit

    def _side(self) -> float:
        return float(min(self.width(), self.height()))

    def _square(self, inset: float) -> QRectF:
        side = self._side()
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        return box.adjusted(inset, inset, -inset, -inset)

    def _inside(self) -> QRectF:
        return self._square(1 + BAND * self._side() / DRAWN * 1.3)
