"""Small marks that tell how far a setting stands: those up to the present step are full."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.theme import Metrics

TALL, WIDE, ABOVE = 9.0, 34.0, 12.0
"""Design pixels: a mark's height, the most that it takes across, and the room above it."""


class Pips(QWidget):
    """Show ``full`` of ``marks`` marks from the leading edge; words beside them say the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.metrics: Metrics | None = None
        self.full, self.marks = 0, 0

    def render_marks(self, full: int, marks: int) -> None:
        """Show so many; no marks hide it."""
        self.full, self.marks = full, marks
        self.setVisible(marks > 0)
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def needed(self) -> int:
        """Answer the height in window pixels with the room above the marks; 0 without marks."""
        return self._m.px(TALL + ABOVE) if self.marks else 0

    def natural_width(self, most: float) -> float:
        """Answer the width in window pixels of all marks, ``most`` at most."""
        return min(most, self._m.px(WIDE) * max(1, self.marks))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks."""
        if self.metrics is None or not self.marks:
            return
        m, tall = self.metrics, self.metrics.px(TALL)
        each = min(float(m.px(WIDE)), self.width() / self.marks)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(m.q("line"), m.px(2)))
        for number in range(self.marks):
            left = self.width() - (number + 1) * each if m.rtl else number * each
            painter.setBrush(m.q("lagoon" if number < self.full else "card"))
            box = QRectF(left + m.px(2), self.height() - tall - m.px(1), each - m.px(5), tall)
            painter.drawRoundedRect(box, tall / 2, tall / 2)
        painter.end()

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics
