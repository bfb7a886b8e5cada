"""Which hint this is: five small pictures from the goal to the hand, the present one lit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics

RUNGS: Final = ("line/flag", "line/search", "line/button", "line/eye", "line/hand")
"""Goal again, the region, the control, its outline, the hand."""
DISC, BRIDGE = 58.0, 38.0


class Ladder(QWidget):
    """Discs in a row, leading to trailing; the words beside it are the page's."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.metrics: Metrics | None = None
        self.rung = 0

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def render_rung(self, rung: int, words: str) -> None:
        """Light a rung 0..4; ``words`` is the accessible name."""
        self.rung = rung
        self.setAccessibleName(words)
        self.update()

    def needed_width(self) -> int:
        """Answer the width in window pixels at full size."""
        assert self.metrics is not None
        return len(RUNGS) * self.metrics.px(DISC) + (len(RUNGS) - 1) * self.metrics.px(BRIDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint discs and the bridges between them."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(1.0, self.width() / self.needed_width())
        disc, bridge = m.px(DISC) * scale, m.px(BRIDGE) * scale
        for rung, glyph in enumerate(RUNGS):
            at = rung * (disc + bridge)
            left = self.width() - at - disc if m.rtl else at
            box = QRectF(left, (self.height() - disc) / 2, disc, disc)
            if rung:
                self._paint_bridge(painter, box, bridge, rung)
            self._paint_disc(painter, box, glyph, rung)
        painter.end()

    def _paint_bridge(self, painter: QPainter, box: QRectF, bridge: float, rung: int) -> None:
        m = self.metrics
        assert m is not None
        middle, inset = box.center().y(), bridge * 0.3
        begin = box.right() if m.rtl else box.left() - bridge
        pen = QPen(m.q("ink" if rung <= self.rung else "line"), m.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(begin + inset, middle), QPointF(begin + bridge - inset, middle))

    def _paint_disc(self, painter: QPainter, box: QRectF, glyph: str, rung: int) -> None:
        m = self.metrics
        assert m is not None
        now, passed = rung == self.rung, rung < self.rung
        edge = m.px(5 if now else 3)
        colour = m.q("ink" if now or passed else "line")
        painter.setPen(QPen(colour, edge))
        fill = m.q("saffron" if now else "saffron_tint" if passed else "card")
        painter.setBrush(QBrush(fill))
        half = edge / 2
        painter.drawEllipse(box.adjusted(half, half, -half, -half))
        side = round(box.width() * 0.58)
        ink = m.q("on_saffron" if now else "ink").name()
        picture = icons.icon(glyph, side, ink, fill.name(), dpr=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.center().x() - side / 2, box.center().y() - side / 2), picture)
