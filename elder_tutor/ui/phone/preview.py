"""A text at the size that was chosen, framed like a small screen."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import FLOOR, Kit
from elder_tutor.ui.phone.shows import TextPiece
from elder_tutor.ui.textflow import BUTTON

LARGEST: Final = 48
PAD: Final = 18
"""Design pixels."""


class PreviewPiece(TextPiece):
    """Words that grow with a level: what a size of text will look like."""

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show the words at the level's size."""
        super().refresh(view, kit)
        self.body.px = kit.px(FLOOR + (LARGEST - FLOOR) * view.level / max(1, view.most or 10))
        self.body.spacing = BUTTON + 0.1

    def needed(self, width: int) -> int:
        """Answer the height of frame and words: room for the largest, so that nothing below moves."""
        if self.kit is None:
            return 100
        room = width - 2 * self.kit.px(PAD)
        return self.head.tall(room) + self._tallest(room, self.kit) + 2 * self.kit.px(PAD)

    def place(self) -> None:
        """Stand the words in the frame."""
        if self.kit is None:
            return
        pad = self.kit.px(PAD)
        room, high = self.width() - 2 * pad, self.head.tall(self.width() - 2 * pad)
        self.head.setVisible(bool(self.head.text()))
        self.head.setGeometry(pad, pad, room, high)
        self.body.down = paint.MIDDLE
        self.body.setGeometry(pad, pad + high, room, max(0, self.height() - high - 2 * pad))

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the frame."""
        paint.face(painter, box, kit.q("card"), kit.q("line"), kit.px(3), kit.px(paint.RADIUS))

    def _tallest(self, room: int, kit: Kit) -> int:
        text, px = self.body.text(), kit.px(LARGEST)
        return ceil(kit.flow(text, "body", room + 0.5, False, BUTTON + 0.1, px).height) if text else 0
