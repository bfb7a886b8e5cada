"""The big choices of fitting: a line to read, a page to compare, a pace to hear."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons, theme
from elder_tutor.ui.textflow import TEXT, Flow, flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import Dress, LipButton, Look

MARK, GAP, PAD = 50.0, 24.0, 24.0
"""Design pixels: the ring that is filled by a choice, beside it, and at the edges."""


def paint_mark(painter: QPainter, box: QRectF, chosen: bool, m: Metrics, dpr: float) -> None:
    """Paint the ring of a choice; the chosen one is filled and has a tick."""
    edge = m.px(4)
    half = edge / 2
    painter.setPen(QPen(QColor("#14262E") if chosen else m.q("line"), edge))
    painter.setBrush(QBrush(m.q("saffron") if chosen else m.q("card")))
    painter.drawEllipse(box.adjusted(half, half, -half, -half))
    if chosen:
        tall = round(box.height() * 0.66)
        tick = icons.icon("line/check", tall, m.q("on_saffron").name(), m.q("saffron").name(), dpr=dpr)
        at = box.center() - QPointF(tick.width() / dpr / 2, tall / 2)
        painter.drawPixmap(at, tick)


class LineChoice(LipButton):
    """A line of text at a size step of its own, with the ring of a choice (mock-up fit-to-me)."""

    def __init__(self, name: str, step: int, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.step = step
        self.radius = 26

    def label_font(self) -> QFont:
        """Answer the font of reading at the line's own size."""
        return replace(self._m, step=self.step).font("body")

    def needed(self, width: int) -> int:
        """Answer the height in window pixels at which nothing is clipped at this width."""
        return max(ceil(self._flow(width).height) + self._m.px(20), self._m.px(MARK + 18), self._m.mm(16))

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint ring and line from the leading edge."""
        m = self._m
        side = m.px(MARK)
        left = face.right() - m.px(PAD) - side if m.rtl else face.left() + m.px(PAD)
        ring = QRectF(left, face.center().y() - side / 2, side, side)
        paint_mark(painter, ring, self.chosen, m, self.devicePixelRatioF())
        words = self._flow(self.width())
        begin = left - m.px(GAP) - words.widest if m.rtl else ring.right() + m.px(GAP)
        words.paint(painter, QRectF(begin, face.top(), words.widest, face.height()), m.q("ink"))

    def _beside(self) -> float:
        return self._m.px(MARK + GAP + PAD)


class PageChoice(LipButton):
    """A small page in the colours of one theme: a sentence and a button, as they would look."""

    def __init__(self, name: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.kind = kind
        self.radius = 28
        self.sentence, self.press = "", ""

    def render_sample(self, words: str, sentence: str, press: str, spoken: str) -> None:
        """Show what the theme is called, a sentence and the words of a button."""
        self.sentence, self.press = sentence, press
        self.render_words(words, spoken)

    def needed(self, width: int) -> int:
        """Answer the height in window pixels at which nothing is clipped at this width."""
        m = self._m
        parts = self._label(width).height + self._said(width).height + self._button_height(width)
        return ceil(max(parts, 0)) + m.px(22 + 14 + 14 + 26)

    def clipped(self) -> bool:
        """Tell whether there is more ink than room."""
        return self.metrics is not None and self.needed(self.width()) > self.height() + self._m.px(8)

    def narrowest(self) -> int:
        """Answer a width in window pixels below which a word would be cut."""
        return self._m.px(260)

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint the name with its ring, and the little page below it."""
        m = self._m
        own = self._own()
        label = self._label(self.width())
        head = max(label.height, float(m.px(MARK)))
        pad, side = m.px(20), m.px(MARK)
        top = face.top() + m.px(12)
        left = face.right() - pad - side if m.rtl else face.left() + pad
        ring = QRectF(left, top + (head - side) / 2, side, side)
        paint_mark(painter, ring, self.chosen, m, self.devicePixelRatioF())
        begin = left - m.px(16) - label.widest if m.rtl else ring.right() + m.px(16)
        label.paint(painter, QRectF(begin, top, label.widest, head), m.q("ink"))
        page = QRectF(face.left() + pad, top + head + m.px(12), face.width() - 2 * pad, 0)
        page.setBottom(face.bottom() - pad)
        self._paint_page(painter, page, own)

    def _paint_page(self, painter: QPainter, page: QRectF, own: Metrics) -> None:
        painter.setPen(QPen(own.q("card_border"), own.px(3)))
        painter.setBrush(own.q("page"))
        painter.drawRoundedRect(page, own.px(18), own.px(18))
        said, tall = self._said(self.width()), self._button_height(self.width())
        spare = max(0.0, page.height() - said.height - tall - own.px(14))
        area = QRectF(
            page.left() + own.px(16), page.top() + spare / 2, page.width() - own.px(32), said.height
        )
        said.paint(painter, area, own.q("ink"))
        press = self._pressed(self.width())
        wide = min(page.width() - own.px(32), press.widest + own.px(72))
        left = area.right() - wide if own.rtl else area.left()
        box = QRectF(left, area.bottom() + own.px(10), wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(own.q("lagoon"))
        painter.drawRoundedRect(box, own.px(18), own.px(18))
        press.paint(painter, box, own.q("on_lagoon"), Qt.AlignmentFlag.AlignHCenter)

    def _own(self) -> Metrics:
        return replace(self._m, colours=theme.DARK if self.kind == "dark" else theme.LIGHT)

    def _inner(self, width: int) -> float:
        return width - 2 * self._m.px(20 + 16 + 5)

    def _label(self, width: int) -> Flow:
        return flow(
            self.text(), self._m.font("body", True), self._inner(width) - self._m.px(MARK), self._m.rtl, 1.25
        )

    def _said(self, width: int) -> Flow:
        return flow(self.sentence, self._m.font("body"), self._inner(width), self._m.rtl, TEXT)

    def _pressed(self, width: int) -> Flow:
        return flow(self.press, self._m.font("label", True), self._inner(width), self._m.rtl, 1.25)

    def _button_height(self, width: int) -> float:
        return self._pressed(width).height + self._m.px(22)


class PaceChoice(LipButton):
    """A picture of a pace, with the ring of a choice in its leading upper corner."""

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint picture and words, and the ring: which pace holds is not told by colour alone."""
        super().paint_content(painter, face, colour, dress)
        paint_mark(painter, self.ring(face), self.chosen, self._m, self.devicePixelRatioF())

    def ring(self, face: QRectF) -> QRectF:
        """Answer the place of the ring."""
        m = self._m
        edge, side = m.px(16), min(m.px(MARK), face.height() / 4)
        left = face.right() - edge - side if m.rtl else face.left() + edge
        return QRectF(left, face.top() + edge, side, side)


class LevelBars(QWidget):
    """Ten bars, each higher than the one before: those up to the present loudness are full."""

    COUNT: Final = 10

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.metrics: Metrics | None = None
        self.level = 0

    def render_level(self, level: int) -> None:
        """Show a level 0 to 10; what it is called stands beside it."""
        self.level = level
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def paintEvent(self, event: object) -> None:
        """Paint the bars from the leading edge."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each = self.width() / self.COUNT
        for number in range(self.COUNT):
            tall = self.height() * (0.28 + 0.72 * (number + 1) / self.COUNT)
            left = self.width() - (number + 1) * each if m.rtl else number * each
            bar = QRectF(left + each * 0.16, self.height() - tall, each * 0.68, tall).adjusted(1, 1, -1, -2)
            full = number < self.level
            painter.setPen(QPen(m.q("lagoon" if full else "line"), m.px(3)))
            painter.setBrush(m.q("lagoon" if full else "card"))
            painter.drawRoundedRect(bar, m.px(10), m.px(10))
        painter.end()
