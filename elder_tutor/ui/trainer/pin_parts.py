"""The keys of the pad and the dots that stand for digits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.pins import LONGEST, SHORTEST
from elder_tutor.ui.textflow import DIGITS_DROP, natural
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.lip_button import Dress, Look
from elder_tutor.ui.widgets.tolerance import KIND

_GLYPHS: Final = {"delete": "line/delete", "done": "line/check"}


class PadKey(look.Press):
    """One key of the pad: a digit, delete, or done."""

    def __init__(self, name: str, parent: QWidget) -> None:
        made = Look.PRIMARY if name == "done" else Look.QUIET
        super().__init__(f"trainer.pin.{name}", made, _GLYPHS.get(name, ""), parent)
        self.kind = "body" if name in _GLYPHS else "digit"
        self.icon_size, self.gap, self.pad, self.radius = 30.0, 8.0, 8.0, 22.0
        self.touch(KIND, self.px_per_mm, typing=True)

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint a digit in the middle of its ink; everything else as any button."""
        if self.glyph:
            super().paint_content(painter, face, colour, dress)
            return
        words = natural(self.text(), self.label_font(), self._m.rtl)
        drop = self.label_font().pixelSize() * DIGITS_DROP
        words.paint(painter, face.translated(0, drop), colour, look.CENTRE)


class Dots(look.Drawn):
    """A dot for each digit that was entered; the digits themselves are never shown."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.count = 0

    def show_count(self, count: int, sentence: str) -> None:
        """Show how many digits stand there."""
        self.count = count
        self.tell(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint full dots and the places that wait, from the left as digits are written."""
        if self.metrics is None:
            return
        m: Metrics = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, radius = m.px(42), m.px(13)
        places = max(SHORTEST, min(LONGEST, self.count))
        left = self.width() - places * step if m.rtl else 0
        for place in range(places):
            full = place < self.count
            painter.setPen(QPen(m.q("lagoon" if full else "line"), m.px(3)))
            painter.setBrush(QBrush(m.q("lagoon" if full else "card")))
            middle = QPointF(left + step * (place + 0.5), self.height() / 2)
            painter.drawEllipse(middle, radius, radius)
        painter.end()
