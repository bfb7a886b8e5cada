"""After a lesson: a medal, what was done, what to remember, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ScreenView
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.pages.lesson_head import LessonHead
from elder_tutor.ui.pages.lesson_places import panel_side
from elder_tutor.ui.pages.page import Page, card_shadow
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.place import Box, area, fitted, put
from elder_tutor.ui.textflow import SPOKEN
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import PHONE_SHADOW, Shadow, paint_card
from elder_tutor.ui.widgets.chip import Chip
from elder_tutor.ui.widgets.faces import Faces
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.medal import BESIDE, Band, paint_celebration
from elder_tutor.ui.widgets.remember import Remember
from elder_tutor.ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

LEAST: Final = 0.87
"""Two sentences may be set so small (`sentence.SIZES`) before the medal gives them its room."""
REMEMBER: Final = phrase("Remember:")
MASTERED: Final = phrase("You have mastered this lesson.")


@dataclass(frozen=True, slots=True)
class PraiseState:
    """What is praised: sentences in the page's language, the line to remember, and what comes next.

    ``next_stage`` is empty when every stage is done: then the page's own home leads on.
    """

    title: Phrase
    view: ScreenView
    sentences: tuple[Line, ...]
    remember: str
    next_stage: str = ""
    again_first: bool = False
    """A check that was not passed: it is tried once more before anything else."""
    medal: bool = True
    """Without it the pot stands there."""
    mastered: bool = False
    face: int | None = None
    """How sure the person feels: 0 asks, 1 to 3 is the answer, None does not ask."""


class PraisePage(Page):
    """Praise, and three ways on."""

    nextRequested = Signal()
    againRequested = Signal()
    homeRequested = Signal()
    settingsRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("praise", parent)
        self.state: PraiseState | None = None
        self.phone_leads = False
        self.head = LessonHead("praise", self, self.listen)
        self.sentence = Sentence("praise.sentence", self)
        self.sentence.heading = 1
        self.sentence.across = Qt.AlignmentFlag.AlignHCenter
        self.remember = Remember("praise.remember", self)
        self.mastered = Chip("praise.mastered", parent=self)
        self.mastered.set_glyph("line/star")
        self.go = LipButton("praise.next", Look.PRIMARY, "line/play", parent=self)
        self.once_more = LipButton("praise.again", Look.SECONDARY, "line/again", True, self)
        self.my_page = LipButton("praise.home", Look.SECONDARY, "line/home", True, self)
        self.faces = Faces("praise.faces", self)
        self.phone = PhoneWidget(self)
        self.phone.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.go.role, self.go.factor, self.go.radius, self.go.icon_size = "body", 1.12, 24, 46
        self._card = Box(0, 0, 0, 0)
        self._band = Band.HIGH
        self._shown: tuple[Line, ...] | None = None
        self._connect()

    def render_state(self, state: PraiseState) -> None:
        """Show the praise of a finished lesson."""
        self.state = state
        if self.metrics is not None:
            self.relayout()

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        if self.faces.thanking or (self.state is not None and sentence >= len(self.state.sentences)):
            self.sentence.show_rest()  # what is being said stands below the praise
        else:
            self.sentence.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.sentence.show_rest()

    def named(self) -> Phrase:
        """Answer the lesson's title."""
        return self.state.title if self.state is not None else super().named()

    def caption(self) -> QRect:
        """Answer the place of the praise."""
        return self.sentence.geometry()

    def relayout(self) -> None:
        """Write the words and place everything."""
        state = self.state
        if state is None or self.wording is None:
            return
        m = self.m
        self.band = m.portrait
        self._write(state, m)
        column = self._place_phone(state, m)
        title, rest = column.cut_top(self.head.needed(column.width, m), m.px(12))
        self.head.place(title, m)
        rest = self._place_buttons(rest, m)
        self._card = self._place_faces(rest, m) if state.face is not None else rest
        self._place_card(self._card, m)
        if state.face is not None and not self._stands_whole():
            self.faces.hide()
            self._card = rest
            self._place_card(self._card, m)
        if m.folded and not self._stands_whole():
            # On a small screen the praise comes first; what to remember is on the card for the fridge too.
            self.remember.hide()
            self._place_card(self._card, m)
        self._order()
        self.update()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let card and phone cast shadows."""
        card = (area(self._card, self.m.width, self.m.rtl), self.m.px(28), card_shadow(self, self.m)[2])
        if not self.phone.isVisibleTo(self):
            return [card]
        return [card, (QRectF(self.phone.body_rect()), self.m.px(54), PHONE_SHADOW)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with its lattice and medal."""
        super().paintEvent(event)
        if self.metrics is None or self.state is None:
            return
        m = self.m
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = area(self._card, m.width, m.rtl)
        paint_card(painter, box, m, shadow=None)
        paint_celebration(painter, box, self._band, self.state.medal, m, self.devicePixelRatioF())
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.go.clicked.connect(self._go)
        self.once_more.clicked.connect(self.againRequested)
        self.my_page.clicked.connect(self.homeRequested)
        self.head.settings.clicked.connect(self.settingsRequested)
        self.head.leave.clicked.connect(self.leaveRequested)

    def _go(self) -> None:
        if self.state is not None and self.state.again_first:
            self.againRequested.emit()
        elif self.state is not None and self.state.next_stage:
            self.nextRequested.emit()
        else:
            self.homeRequested.emit()

    def _write(self, state: PraiseState, m: Metrics) -> None:
        assert self.wording is not None
        self.head.write(state.title, self.wording, m)
        self.remember.apply(m)
        self.remember.render_line(self.shown(REMEMBER), state.remember)
        self.remember.setVisible(bool(state.remember))
        if state.sentences != self._shown:
            self._shown = state.sentences
            self.sentence.render_sentences(state.sentences)
        self.sentence.apply(m)
        self.mastered.render_words(self.shown(MASTERED))
        self.mastered.setVisible(state.mastered)
        self.mastered.apply(m)
        self.faces.render_face(state.face, self.wording, m)
        self.faces.setVisible(state.face is not None)
        first, glyph = (words.GO_ON, "line/play") if state.next_stage else (words.MY_PAGE, "line/home")
        if state.again_first:
            first, glyph = words.ONCE_MORE, "line/again"
        self.go.render_words(self.shown(first))
        self.go.set_glyph(glyph)
        self.once_more.setVisible(not state.again_first)
        self.my_page.setVisible(state.again_first or bool(state.next_stage))
        self.once_more.render_words(self.shown(words.ONCE_MORE))
        self.my_page.render_words(self.shown(words.MY_PAGE))
        for button in (self.go, self.once_more, self.my_page):
            button.apply(m)

    def _place_phone(self, state: PraiseState, m: Metrics) -> Box:
        assert self.wording is not None
        self.phone.setVisible(not m.portrait)
        if m.portrait:
            return Box(m.px(27), m.px(27), m.width - 2 * m.px(27), m.height - m.px(27 + 24))
        column, phone = panel_side(m, self.phone_leads)
        put(self.phone, phone, m)
        self.phone.render_phone(state.view, self.wording, m, week_start=self.wording.region.week_start)
        return column

    def _place_buttons(self, rest: Box, m: Metrics) -> Box:
        gap = m.px(14)
        both = [each for each in (self.once_more, self.my_page) if each.isVisibleTo(self)]
        if m.portrait:
            tall = max(m.px(110), self.go.needed(round(rest.width)))
            low = max(m.px(110), *(b.needed(round(rest.width / 2 - gap)) for b in both))
            card, lower = rest.cut_bottom(tall + low + gap, m.px(20))
            first, second = lower.cut_top(tall, gap)
            put(self.go, first, m)
            for button, cell in zip(both, second.columns(len(both), gap), strict=True):
                put(button, cell, m)
            return card
        least = [self.go.natural_width(), *(b.natural_width() for b in both)]
        narrow = [button.narrowest() + m.px(4) for button in (self.go, *both)]  # places are whole pixels
        room, shares = rest.width - len(both) * gap, (2.1, 1.15, 1.0)[: len(least)]
        equal = [room / len(least)] * len(least)
        widths = fitted(room, shares, least) or fitted(room, shares, narrow)
        if widths is None and m.folded and len(both) > 1:
            self.once_more.hide()
            return self._place_buttons(rest, m)
        widths = widths or equal
        tall = max(m.px(112), *(b.needed(round(w)) for b, w in zip((self.go, *both), widths, strict=True)))
        card, lower = rest.cut_bottom(tall, m.px(18))
        at = lower.lead
        for button, wide in zip((self.go, *both), widths, strict=True):
            put(button, Box(at, lower.top, wide, lower.height), m)
            at += wide + gap
        return card

    def _place_faces(self, rest: Box, m: Metrics) -> Box:
        """Place the question below the card; answer what is left for the card."""
        card, row = rest.cut_bottom(self.faces.needed(rest.width), m.px(16 if m.step < 3 else 12))
        put(self.faces, row, m)
        self.faces.place()
        return card

    def _stands_whole(self) -> bool:
        """Tell whether the praise stands as large as ever beside the question: it comes first."""
        self.sentence.rebreak()
        return self.sentence.whole()

    def _place_card(self, card: Box, m: Metrics) -> None:
        words = self.remember.needed(card.width - 2 * m.px(28)) if self.remember.isVisibleTo(self) else 0
        if self.mastered.isVisibleTo(self):
            words += self.mastered.chip_height() + m.px(6)
        free, lines = card.height - words - m.px(20), 2 * SPOKEN * m.size("spoken")
        if free - m.px(Band.HIGH.room) > lines:
            self._band = Band.HIGH
        elif self.faces.isVisibleTo(self) and free - m.px(Band.LOW.room) <= lines * LEAST:
            self._band = Band.BESIDE
        else:
            self._band = Band.LOW
        self._fill_card(card, m)
        if self._band is Band.BESIDE and not self._stands_whole():  # the words come before the medal
            self._band = Band.SIDES
            self._fill_card(card, m)

    def _fill_card(self, card: Box, m: Metrics) -> None:
        under, below = m.px(self._band.room), m.px(20 if self._band.above else 18)
        room = Box(card.lead, card.top + under, card.width, card.height - under - below)
        if self._band is Band.BESIDE:
            room = room.cut_lead(m.px(BESIDE))[1]
        room = room.inset(m.px(22 if self._band is Band.BESIDE else 28), 0)
        if self.state is not None and self.state.mastered:
            head, room = room.cut_top(self.mastered.chip_height(), m.px(6))
            put(self.mastered, head.middle_across(self.mastered.chip_width()), m)
        if self.remember.isVisibleTo(self):
            room, foot = room.cut_bottom(self.remember.needed(room.width), m.px(8))
            put(self.remember, foot, m)
        put(self.sentence, room, m)

    def _order(self) -> None:
        order: list[QWidget] = [self.go, self.once_more, self.my_page]
        order += [*self.faces.buttons.values(), *self.head.buttons]
        self.order(order)
