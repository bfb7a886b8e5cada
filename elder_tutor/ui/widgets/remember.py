"""The line to take home: a lamp, «remember», and one sentence."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import Flow, flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words


class Remember(Words):
    """A sand card with a lamp; the first words stand in bold."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "label", parent=parent)

    def render_line(self, heading: str, line: str) -> None:
        """Show the heading and the line."""
        begins = line.startswith(heading)
        self.render_words(line if begins else f"{heading} {line}", len(heading))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels at this width."""
        return ceil(self._flow(width).height) + self._m.px(28)

    def clipped(self) -> bool:
        """Tell whether the line needs more room than there is."""
        return self.metrics is not None and self.needed(self.width()) > self.height() + self._m.px(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, lamp and words, the two together in the middle."""
        if self.metrics is None:
            return
        m: Metrics = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(m.q("sand")))
        painter.drawRoundedRect(QRectF(self.rect()), m.px(22), m.px(22))
        lines = self._flow(self.width())
        side = m.px(48)
        total = lines.widest + side + m.px(24)
        left = (self.width() - total) / 2
        lamp = icons.icon(
            "line/lamp", side, m.q("ink").name(), m.q("saffron").name(), dpr=self.devicePixelRatioF()
        )
        at = left + total - side if m.rtl else left
        painter.drawPixmap(QPointF(at, (self.height() - side) / 2), lamp)
        begin = left if m.rtl else left + side + m.px(24)
        lines.paint(painter, QRectF(begin, 0, lines.widest, self.height()), m.q("ink"))
        painter.end()

    def _flow(self, width: float) -> Flow:
        room = width - self._m.px(24 * 2 + 48 + 24)
        return flow(self.text(), self.text_font(), room, self._m.rtl, 1.5, (0, self.bold_start))
