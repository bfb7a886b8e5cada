"""A button with a drawing in its own colours above its name; in the dark it stands on a light plate."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.widgets.lip_button import Dress, LipButton, Look

PLATE = "#FFF6E0"
"""What is drawn for white paper is not seen on a dark card."""


class SymbolTile(LipButton):
    """One of the nine symbols; ``drawing`` is such as ``symbols/cat``."""

    def __init__(self, name: str, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.CHOICE, drawing, above=True, parent=parent)
        self.radius, self.pad = 24, 8

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint the plate where it is needed, then drawing and name."""
        m = self._m
        if m.dark:
            side = float(m.px(self.icon_size))
            words = self._flow(self.width()).height if self.text() else 0.0
            top = face.top() + (face.height() - side - m.px(4) - words) / 2
            paint_plate(painter, QRectF(face.center().x() - side / 2, top, side, side), m.px(10))
        super().paint_content(painter, face, colour, dress)


def paint_plate(painter: QPainter, box: QRectF, beyond: float) -> None:
    """Paint a light plate below a drawing; ``beyond`` is how far it reaches to the sides, window pixels."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PLATE))
    painter.drawRoundedRect(box.adjusted(-beyond, 0, beyond, 0), beyond, beyond)
