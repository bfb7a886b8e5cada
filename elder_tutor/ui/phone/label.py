"""Words to read in the phone."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.textflow import TEXT


class Label(QLabel):
    """Words to read: painted by our own lines, known to screen readers as a label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit: Kit | None = None
        self.role, self.bold, self.colour, self.spacing = "body", False, "ink", TEXT
        self.across, self.down = paint.LEADING, paint.TOP
        self.px = 0
        self.heading = 0
        """Its level, if a screen reader is to take it for a title."""

    def say(self, text: str, kit: Kit) -> None:
        """Show a text."""
        self.kit = kit
        if text != self.text():
            self.setText(text)
        self.update()

    def tall(self, width: int) -> int:
        """Answer the height at a width, window pixels."""
        if self.kit is None or not self.text():
            return 0
        words = self.kit.flow(self.text(), self.role, width + 0.5, self.bold, self.spacing)
        return ceil(words.needed())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        kit = self.kit
        if kit is None or not self.text():
            return
        painter = QPainter(self)
        words = kit.flow(self.text(), self.role, self.width() + 0.5, self.bold, self.spacing, self.px)
        down = paint.drop(self.text()) * (self.px or kit.size(self.role))
        area = words.inside(QRectF(self.rect()), self.down, down)
        words.paint(painter, area, kit.q(self.colour), self.across, self.down)
        painter.end()
