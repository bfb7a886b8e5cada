"""Where we are in a lesson: a dot for each step, a pill for this one (TOKENS 7)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.textflow import DIGITS_DROP, natural
from elder_tutor.ui.theme import Metrics

MOST_DOTS: Final = 14
"""With more steps only pill and words stand."""
DOT, GAP, PILL = 20.0, 9.0, (48.0, 34.0)


class StepDots(QWidget):
    """Dots done, a numbered pill now, rings to come; leading to trailing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.metrics: Metrics | None = None
        self.now, self.steps, self.digits = 0, 0, ""

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def render_steps(self, now: int, steps: int, digits: str, words: str) -> None:
        """Show step ``now`` of ``steps``; ``digits`` is the number shown, ``words`` the accessible name."""
        self.now, self.steps, self.digits = now, steps, digits
        self.setAccessibleName(words)
        self.update()

    def needed_width(self) -> int:
        """Answer the width in window pixels of all dots."""
        assert self.metrics is not None
        dots = max(0, self.steps - 1) if self.steps <= MOST_DOTS else 0
        return self.metrics.px(PILL[0]) + dots * (self.metrics.px(DOT) + self.metrics.px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dots and pill."""
        if self.metrics is None or not self.steps:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = 0.0
        shown = range(1, self.steps + 1) if self.steps <= MOST_DOTS else range(self.now, self.now + 1)
        for step in shown:
            wide, tall = (m.px(PILL[0]), m.px(PILL[1])) if step == self.now else (m.px(DOT), m.px(DOT))
            left = self.width() - at - wide if m.rtl else at
            box = QRectF(left, (self.height() - tall) / 2, wide, tall)
            self._paint_one(painter, box, step)
            at += wide + m.px(GAP)
        painter.end()

    def _paint_one(self, painter: QPainter, box: QRectF, step: int) -> None:
        m = self.metrics
        assert m is not None
        edge = m.px(4 if step == self.now else 3)
        colour = "now_edge" if step == self.now else "lagoon" if step < self.now else "line"
        fill = "now" if step == self.now else "lagoon" if step < self.now else "card"
        painter.setPen(QPen(m.q(colour), edge))
        painter.setBrush(QBrush(m.q(fill)))
        half = edge / 2
        inner = box.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        if step == self.now:
            font = m.font_px(m.px(22), True)
            drop = font.pixelSize() * DIGITS_DROP
            words = natural(self.digits, font, False)
            words.paint(painter, box.translated(0, drop), m.q("on_saffron"), Qt.AlignmentFlag.AlignHCenter)
