"""The first time somebody signs in: what is kept, who sees it, yes or no (DESIGN 4)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.card_face import paint_face
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.speech_panel import SpeechPanel

KEPT: Final = phrase(
    "We keep which steps you practised, and your trainer sees them, so that we can help you."
)
KEPT_HOME: Final = phrase(
    "We keep which steps you practised, and your family sees them, so that we can help you."
)
NOTHING_TYPED: Final = phrase("What you type is never kept. Do you agree?")
YES: Final = phrase("Yes, I agree")
NO: Final = phrase("No, as a guest")


class ConsentPage(Page):
    """Ask once; ``answered`` carries True for yes. No is as easy as yes: it leads to guest mode."""

    answered = Signal(bool)
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("consent", parent)
        self.name, self.picture, self._symbol = "", "pictures/guest", ""
        self._photo: bytes | None = None
        self.at_home = False
        """The family sees what is kept, not a trainer."""
        self.panel = SpeechPanel("consent.panel", self)
        self.panel.sentence.heading = 1
        self.yes = LipButton("consent.yes", Look.CHOICE, "line/check", parent=self)
        self.no = LipButton("consent.no", Look.CHOICE, "line/person", parent=self)
        self.again = LipButton("consent.again", Look.AGAIN, "line/again", parent=self)
        self.leave = LipButton("consent.leave", Look.QUIET, "line/leave", parent=self)
        for button in (self.yes, self.no):
            button.role, button.radius, button.icon_size = "body", 26, 52
        self._picture = QRectF()
        self._said = ""
        self._connect()

    def render_person(self, name: str, picture: str, symbol: str = "", photo: bytes | None = None) -> None:
        """Ask this person, who sees the face of their own card (see card_face.py)."""
        self.name, self.picture, self._symbol, self._photo = name, picture, symbol, photo
        if self.metrics is not None:
            self.relayout()

    def greeting(self) -> tuple[Phrase, ...]:
        """Say what is kept and ask."""
        return (KEPT_HOME if self.at_home else KEPT, NOTHING_TYPED)

    def caption(self) -> QRect:
        """Answer the place of the card's sentence."""
        sentence = self.panel.sentence
        return QRect(sentence.mapTo(self, QPoint(0, 0)), sentence.size()).intersected(self.panel.geometry())

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.panel.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.panel.show_rest()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._write()
        margin = m.px(40 if m.portrait else 32)
        room = Box(margin, m.px(BAND + 20), m.width - 2 * margin, m.height - m.px(BAND + 20) - m.px(24))
        room = self._place_bar(room)
        columns = 1 if m.portrait else 2
        wide = (room.width - m.px(18) * (columns - 1)) / columns
        tall = max(m.px(120), m.mm(20), *(b.needed(round(wide)) for b in (self.yes, self.no)))
        lower = tall if columns == 2 else 2 * tall + m.px(18)
        room, choices = room.cut_bottom(lower, m.px(20))
        for button, cell in zip(
            (self.yes, self.no), choices.grid(columns, 3 - columns, m.px(18)), strict=True
        ):
            put(button, cell, m)
        listen = self.listen.natural_width()
        high = max(m.mm(16), self.listen.needed(listen))
        if m.portrait:
            side = m.px(160)
            head, panel = room.cut_top(side * 1.1, m.px(20))
            spot = Box(head.lead + (head.width - side) / 2, head.top, side, side * 1.1)
            put(self.listen, Box(head.end - listen, head.top, listen, high), m)
        else:
            panel, head = room.cut_end(max(m.px(200), listen), m.px(28))
            put(self.listen, Box(head.end - listen, head.top, listen, high), m)
            left = head.cut_top(high, m.px(20))[1]
            side = min(m.px(200), round(left.height / 1.1))
            spot = left.middle(side * 1.1).middle_across(side)
        self._picture = area(spot, m.width, m.rtl)
        put(self.panel, panel, m)
        self.order([self.yes, self.no, self.again, self.leave, self.listen])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the card cast a shadow."""
        return [card_shadow(self.panel, self.m)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the person's picture."""
        super().paintEvent(event)
        if self.metrics is None or not self._picture.intersects(QRectF(event.rect())):
            return  # a photo is read each time, which no pressed button waits for
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = self.picture.rpartition("/")[2]
        paint_face(painter, self._picture, own, self._symbol, self.m.colours.ink, self._photo)
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.leave.clicked.connect(self.leaveRequested)

    def _write(self) -> None:
        assert self.wording is not None
        said = [part for line in self.greeting() for part in self.wording.line(line).sentences()]
        text = " ".join(part.shown for part in said)
        if text != self._said:
            self._said = text
            self.panel.render_sentences(said)
        pairs = ((self.yes, YES), (self.no, NO), (self.again, words.SAY_AGAIN), (self.leave, words.LEAVE))
        for button, label in pairs:
            button.render_words(self.shown(label))
            button.apply(self.m)
        self.panel.apply(self.m)

    def _place_bar(self, room: Box) -> Box:
        m = self.m
        tall = max(m.px(76), m.mm(16), *(b.needed(b.natural_width()) for b in (self.again, self.leave)))
        rest, bar = room.cut_bottom(tall, m.px(18))
        again = max(m.px(280), self.again.natural_width())
        leave = max(m.px(200), self.leave.natural_width())
        put(self.again, bar.cut_lead(again)[0], m)
        put(self.leave, bar.cut_end(leave)[1], m)
        return rest
