"""Words on a page: wrapped, in even lines, at the leading edge, never clipped unnoticed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.ui.textflow import DIGITS_DROP, TEXT, Flow, digits_only, flow
from elder_tutor.ui.theme import Metrics


class Words(QLabel):
    """A label that lays its own text out; to a screen reader it stays a label.

    ``role`` and ``factor`` choose the type size, ``colour`` names a theme colour.
    """

    def __init__(
        self,
        name: str,
        role: str = "body",
        bold: bool = False,
        colour: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.role, self.bold, self.colour = role, bold, colour
        self.factor, self.spacing = 1.0, TEXT
        self.across = Qt.AlignmentFlag.AlignLeading
        self.down = Qt.AlignmentFlag.AlignVCenter
        self.bold_start = 0
        """How many characters at the start stand in bold."""
        self.metrics: Metrics | None = None

    def render_words(self, words: str, bold_start: int = 0) -> None:
        """Show a text."""
        self.bold_start = bold_start
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def text_font(self) -> QFont:
        """Answer the font at the page's size."""
        return self._m.font(self.role, self.bold, self.factor)

    def laid(self, width: float) -> Flow:
        """Lay the text out in a width of window pixels."""
        span = (0, self.bold_start) if self.bold_start else None
        return flow(self.text(), self.text_font(), width, self._m.rtl, self.spacing, span)

    def needed(self, width: float) -> int:
        """Answer the height in window pixels of the text at this width."""
        return ceil(self.laid(width).needed()) if self.text() else 0

    def natural_width(self) -> int:
        """Answer the width in window pixels of the text on one line."""
        return ceil(self.laid(1e5).widest) + 2

    def clipped(self) -> bool:
        """Tell whether there is more ink than the label shows."""
        if not self.text() or self.metrics is None:
            return False
        words = self.laid(self.width())
        return words.widest > self.width() + 1 or words.height + sum(words.spill) > self.height() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        if self.metrics is None or not self.text():
            return
        painter = QPainter(self)
        drop = self.text_font().pixelSize() * DIGITS_DROP if digits_only(self.text()) else 0
        words = self.laid(self.width())
        area = words.inside(QRectF(self.rect()), self.down, drop)  # nothing outside a widget is painted
        words.paint(painter, area, self._m.q(self.colour), self.across, self.down)
        painter.end()

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics
