"""The visible twin of the voice: bars that fill from the leading side, and the coffee pot that speaks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics

HEIGHTS: Final = (
    14,
    28,
    42,
    30,
    20,
    44,
    30,
    10,
    20,
    36,
    46,
    34,
    20,
    30,
    42,
    30,
    16,
    10,
    28,
    34,
    12,
    8,
    20,
    40,
    30,
    10,
)
"""Design pixels; one hand-drawn pattern, so that the line stays still while it fills."""
BAR, STEP, MOST = 8.0, 16.0, 32
POT: Final = "motifs/dallah"


class SoundLine(QWidget):
    """A pot at the leading end and up to 32 bars; ``advance`` is how far the voice is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.metrics: Metrics | None = None
        self.advance = 0.0

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def render_advance(self, advance: float) -> None:
        """Fill the bars up to a part of the sentence, 0.0 to 1.0."""
        if advance != self.advance:
            self.advance = advance
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pot and bars."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pot = icons.icon(POT, m.px(68), mirrored=not m.rtl, dpr=self.devicePixelRatioF())
        wide = pot.width() / pot.devicePixelRatio()
        left = self.width() - wide if m.rtl else 0.0
        painter.drawPixmap(QPointF(left, (self.height() - m.px(68)) / 2), pot)
        begin = wide + m.px(24)
        bars = min(MOST, int((self.width() - begin) // m.px(STEP)))
        filled = round(self.advance * bars)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in range(bars):
            tall, at = m.px(HEIGHTS[bar % len(HEIGHTS)]), begin + bar * m.px(STEP)
            x = self.width() - at - m.px(BAR) if m.rtl else at
            painter.setBrush(QBrush(m.q("lagoon") if bar < filled else m.q("bar_rest")))
            box = QRectF(x, (self.height() - tall) / 2, m.px(BAR), tall)
            painter.drawRoundedRect(box, m.px(BAR) / 2, m.px(BAR) / 2)
        painter.end()
