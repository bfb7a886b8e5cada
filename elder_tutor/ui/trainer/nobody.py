"""What stands on a page that has nothing yet: a drawing, what the page is for, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

NOBODY: Final = phrase("Nobody has been added yet.")
HOW: Final = phrase("Add a learner. Then their picture stands on the welcome page.")
ADD: Final = phrase("Add a learner")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is shown before anything is there; ``act`` leads on."""

    drawing: str
    title: Phrase
    words: tuple[Phrase, ...]
    act: Phrase
    glyph: str


LEARNERS: Final = Beginning("pictures/guest", NOBODY, (HOW,), ADD, "line/plus")


class Nobody(Card):
    """An empty card with a way on; ``addRequested`` asks for it."""

    addRequested = Signal()

    def __init__(self, name: str, parent: QWidget, beginning: Beginning = LEARNERS) -> None:
        super().__init__(name, parent)
        self.beginning = beginning
        self.title = look.Text(f"{name}.title", "title", True, parent=self)
        self.words = look.Text(f"{name}.words", "body", False, "ink2", self)
        self.title.across = self.words.across = look.CENTRE
        self.add = look.Press(f"{name}.add", Look.PRIMARY, beginning.glyph, self)
        self.add.clicked.connect(self.addRequested)
        self._picture = QRectF()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        says = self.beginning
        self.apply(metrics)
        self.title.render_words(wording.shown(says.title))
        self.words.render_words(" ".join(wording.shown(words) for words in says.words))
        self.add.render_words(wording.shown(says.act))
        for part in (self.title, self.words, self.add):
            part.apply(metrics)

    def relayout(self) -> None:
        """Place picture, sentences and button in the middle."""
        m = self.metrics
        if m is None:
            return
        wide = min(self.width() - m.px(60), m.px(800))
        heights = (m.px(200), self.title.needed(wide), self.words.needed(wide), max(m.px(76), m.mm(20)))
        gaps = (m.px(22), m.px(4), m.px(30))
        top = (self.height() - sum(heights) - sum(gaps)) / 2
        room = Box((self.width() - wide) / 2, top, wide, sum(heights) + sum(gaps))
        picture, room = room.cut_top(heights[0], gaps[0])
        self._picture = QRectF(picture.lead, picture.top, picture.width, picture.height)
        title, room = room.cut_top(heights[1], gaps[1])
        put(self.title, title, m)
        words, room = room.cut_top(heights[2], gaps[2])
        put(self.words, words, m)
        button = self.add.natural_width() + m.px(40)
        put(self.add, Box((self.width() - button) / 2, room.top, button, heights[3]), m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and picture."""
        super().paintEvent(event)
        if self.metrics is not None:
            painter = QPainter(self)
            look.paint_drawing(painter, self.beginning.drawing, self._picture)
            painter.end()
