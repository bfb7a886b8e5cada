"""What stands on the board while nobody is here."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.board_words import AT_ONCE, NOBODY
from elder_tutor.ui.widgets.card import Card


class Empty(Card):
    """A calm card with a picture and two sentences."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.title = look.Text(f"{name}.title", "title", True, parent=self)
        self.words = look.Text(f"{name}.words", "body", False, "ink2", self)
        self.title.across = self.words.across = look.CENTRE
        self._picture = QRectF()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        self.apply(metrics)
        self.title.render_words(wording.shown(NOBODY))
        self.words.render_words(wording.shown(AT_ONCE))
        for part in (self.title, self.words):
            part.apply(metrics)

    def relayout(self) -> None:
        """Place picture and sentences in the middle."""
        m = self.metrics
        if m is None:
            return
        wide = min(self.width() - m.px(60), m.px(800))
        heights = (m.px(170), self.title.needed(wide), self.words.needed(wide))
        top = (self.height() - sum(heights) - m.px(24)) / 2
        room = Box((self.width() - wide) / 2, top, wide, sum(heights) + m.px(24))
        picture, room = room.cut_top(heights[0], m.px(20))
        self._picture = QRectF(picture.lead, picture.top, picture.width, picture.height)
        title, room = room.cut_top(heights[1], m.px(4))
        put(self.title, title, m)
        put(self.words, room.cut_top(heights[2])[0], m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and picture."""
        super().paintEvent(event)
        if self.metrics is not None:
            painter = QPainter(self)
            look.paint_drawing(painter, "motifs/dallah", self._picture)
            painter.end()
