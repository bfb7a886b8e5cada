"""When something is wrong: one calm sentence, what to do, one button; spoken too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons
from elder_tutor.ui.pages.page import BAND, Page, paint_card_band
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow, paint_card
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

START_AGAIN: Final = phrase("Start again")
ONE_MOMENT: Final = phrase("One moment, please")
MOST: Final = 0.4
"""So much of the page may be words."""
BUG: Final = phrase("Something did not work. It is not your doing, and nothing is lost.")


class CalmPage(Page):
    """Show one sentence and one button; ``answered`` tells that it was pressed."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calm", parent)
        self.sentence: Phrase = BUG
        self.button_words: Phrase = START_AGAIN
        self.title = Words("calm.title", "title", True, parent=self)
        self.words = Words("calm.words", "body", parent=self)
        self.button = LipButton("calm.button", Look.PRIMARY, "line/refresh", parent=self)
        self.button.role, self.button.factor, self.button.radius, self.button.icon_size = "body", 1.1, 26, 48
        self.title.spacing = 1.3
        self._card = Box(0, 0, 0, 0)
        self.button.clicked.connect(self.answered)

    def render_trouble(self, sentence: Phrase | None = None, button: Phrase | None = None) -> None:
        """Say what happened (nothing: a fault of ours) and what the button does (nothing: start again)."""
        self.sentence, self.button_words = sentence or BUG, button or START_AGAIN
        if self.metrics is not None:
            self.relayout()

    def greeting(self) -> tuple[Phrase, ...]:
        """Say the sentence and name the button."""
        return (self.sentence, phrase("Tap “{button}”.", button=self.button_words))

    def caption(self) -> QRect:
        """Answer the place of title and sentence: the words that are said stand there and cover nothing."""
        spot, more = self.title.geometry().united(self.words.geometry()), self.m.px(9)
        return spot.adjusted(0, -more, 0, more)

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self.title.render_words(self.shown(ONE_MOMENT))
        self.words.render_words(self._told(m))
        self.button.render_words(self.shown(self.button_words))
        for part in (self.title, self.words, self.button):
            part.apply(m)
        wide, inner, beside = self._widths(m)
        title, words = self.title.needed(inner - beside), self.words.needed(inner - beside)
        button = max(m.px(110), m.mm(20), self.button.needed(round(inner)))
        above = 0 if beside else m.px(220)
        tall = above + title + words + button + m.px(170)
        listen = self.listen.natural_width()
        high, corner = max(m.mm(16), self.listen.needed(listen)), m.px(BAND + 12)
        put(self.listen, Box(m.width - m.px(32) - listen, corner, listen, high), m)
        # The button has the corner; a card as wide as the page begins below it.
        above_card = corner + high + m.px(12) if (m.width + wide) / 2 > m.width - m.px(48) - listen else 0
        top = max(m.px(20), above_card, (m.height - tall) / 2)
        self._card = Box((m.width - wide) / 2, top, wide, tall)
        room = self._card.inset(m.px(56), m.px(56))
        room = Box(room.lead, room.top + above, room.width, room.height - above)
        put(self.title, Box(room.lead, room.top, inner - beside, title), m)
        put(self.words, Box(room.lead, room.top + title + m.px(8), inner - beside, words), m)
        self.order([self.button, self.listen])
        put(self.button, Box(room.lead, self._card.bottom - m.px(50) - button, inner, button), m)

    def _widths(self, m: Metrics) -> tuple[int, int, int]:
        """Answer the width of the card, of what is in it, and of what stands beside the words."""
        wide = min(m.px(1080), m.width - m.px(80))
        return wide, wide - m.px(56 * 2), m.px(200) if not m.portrait else 0

    def _told(self, m: Metrics) -> str:
        """Answer the sentence; of a long report only its beginning, which says what happened."""
        assert self.wording is not None
        whole = self.shown(self.sentence)
        self.words.apply(m)
        self.words.render_words(whole)
        _, inner, beside = self._widths(m)
        if self.words.needed(inner - beside) <= m.height * MOST:
            return whole
        return self.wording.line(self.sentence).sentences()[0].shown

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the card cast a shadow."""
        return [(area(self._card, self.m.width, self.m.rtl), self.m.px(40), CARD_SHADOW)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the card and a lamp."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m = self.m
        painter = QPainter(self)
        box = area(self._card, m.width, m.rtl)
        paint_card(painter, box, m, "card", "card_border", 40, 2, None)
        paint_card_band(painter, box, m.px(40), m, self.devicePixelRatioF())
        side = m.px(180)
        if not m.portrait:  # it stands on the button, it does not sink into it
            side = min(side, round(self.button.y() - self._card.top - m.px(60 + 14)))
        pot = icons.icon("motifs/dallah", side, mirrored=not m.rtl, dpr=self.devicePixelRatioF())
        wide = pot.width() / pot.devicePixelRatio()
        lead = (
            self._card.end - m.px(70) - wide
            if not m.portrait
            else self._card.lead + (self._card.width - wide) / 2
        )
        at = area(Box(lead, self._card.top + m.px(60), wide, side), m.width, m.rtl)
        painter.drawPixmap(QPointF(at.left(), at.top()), pot)
        painter.end()
