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
        return ceil(paint.tall(self.text(), width, self.kit, self.role, self.bold, self.spacing))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        if self.kit is None:
            return
        painter = QPainter(self)
        paint.words(
            painter, self.text(), QRectF(self.rect()), self.kit, self.role, self.colour, self.bold,
            self.across, self.down, self.spacing, self.px,
        )  # fmt: skip
        painter.end()
