"""The welcome: everybody finds their own picture; a guest starts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.person_card import PersonCard
from elder_tutor.ui.widgets.practice_picture import paint_practice

A_PAGE: Final = 6
"""People on one page; more are behind «Other people»."""

WELCOME: Final = phrase("Peace be upon you. Who is with us today?")
TAP: Final = phrase("Tap your picture.")
GREETING: Final = phrase("Welcome! Tap your picture, or tap “Guest”.")
NOBODY: Final = phrase("Tap “Guest” to begin.")
FIRST_GREETING: Final = phrase("Welcome! Tap “Guest” to begin.")
GUEST_LINE: Final = phrase("Guest: try without a name")
OTHERS: Final = phrase("Other people")
TRAINER: Final = phrase("Trainer")
HELP: Final = phrase("Tap the picture that is yours. If yours is not here, tap “Guest”.")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in: id, name, and the drawing that stands for them."""

    id: str
    name: str
    picture: str


class SignInPage(Page):
    """Show six people at a time; ``personChosen`` tells who, ``guestChosen`` that nobody in particular."""

    personChosen = Signal(str)
    guestChosen = Signal()
    languageRequested = Signal()
    settingsRequested = Signal()
    trainerRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("signIn", parent)
        self.people: tuple[Person, ...] = ()
        self.first = 0
        self.notice: Phrase | None = None
        self.title = Words("signIn.title", "title", True, parent=self)
        self.sub = Words("signIn.sub", "body", False, "ink2", self)
        self.language = LanguageButton("signIn.language", self)
        self.cards: list[PersonCard] = []
        self.guest = LipButton("signIn.guest", Look.SECONDARY, "pictures/guest", parent=self)
        self.others = LipButton("signIn.others", Look.SECONDARY, "line/people", parent=self)
        self.again = LipButton("signIn.again", Look.SECONDARY, "line/again", parent=self)
        self.help = LipButton("signIn.help", Look.SECONDARY, "line/help", parent=self)
        self.settings = LipButton("signIn.settings", Look.SECONDARY, "line/settings", parent=self)
        self.trainer = LipButton("signIn.trainer", Look.QUIET, "line/lock", parent=self)
        self.title.spacing = self.sub.spacing = 1.35
        self.guest.icon_size, self.guest.role, self.others.role = 60, "body", "body"
        self.trainer.icon_size, self.trainer.lip, self.trainer.gap, self.trainer.pad = 30, 3, 10, 16
        self.trainer.weight_bold = False
        self._picture = QRectF()
        self._connect()

    def render_state(self, people: Sequence[Person], notice: Phrase | None = None) -> None:
        """Offer these people; ``notice`` is one calm sentence about something left out."""
        self.people, self.first, self.notice = tuple(people), 0, notice
        self._show_people()

    def greeting(self) -> tuple[Phrase, ...]:
        """Greet by voice."""
        welcome = GREETING if self.people else FIRST_GREETING
        return (welcome, self.notice) if self.notice else (welcome,)

    def named(self) -> Phrase:
        """Answer the greeting."""
        return WELCOME

    def caption(self) -> QRect:
        """Answer the place of title and second line."""
        return self.strip(self.title, self.sub)

    def show_others(self) -> None:
        """Turn to the next six people, after the last to the first."""
        self.first = self.first + A_PAGE if self.first + A_PAGE < len(self.people) else 0
        self._show_people()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._write()
        for part in self._parts():
            part.apply(m)
        self.others.setVisible(len(self.people) > A_PAGE)
        self.guest.set_look(Look.SECONDARY if self.people else Look.PRIMARY)
        margin = m.px(40 if m.portrait else 32)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(24))
        room = self._place_head(room)
        room = self._place_bar(room)
        room = self._place_guest(room)
        self._place_cards(room)
        tall = min(room.height, self.m.px(420))
        self._picture = area(room.middle(tall).middle_across(min(room.width, tall * 1.7)), m.width, m.rtl)
        self._order()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        return [card_shadow(card, self.m, 96) for card in self.cards if card.isVisibleTo(self)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; where nobody was added yet, the picture of practice."""
        super().paintEvent(event)
        if self.metrics is not None and not self.people:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_practice(painter, self._picture, self.m, self.devicePixelRatioF())
            painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.language.clicked.connect(self.languageRequested)
        self.guest.clicked.connect(self.guestChosen)
        self.others.clicked.connect(self.show_others)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(lambda: self.sayRequested.emit((HELP,)))
        self.settings.clicked.connect(self.settingsRequested)
        self.trainer.clicked.connect(self.trainerRequested)

    def _show_people(self) -> None:
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [self._card(person) for person in self.people[self.first : self.first + A_PAGE]]
        if self.metrics is not None:
            self.relayout()
            self.update()

    def _card(self, person: Person) -> PersonCard:
        card = PersonCard(f"signIn.person.{person.id}", person.picture, self)
        card.render_words(person.name)
        card.clicked.connect(lambda checked=False, who=person.id: self.personChosen.emit(who))
        card.show()
        return card

    def _write(self) -> None:
        self.title.render_words(self.shown(WELCOME))
        self.sub.render_words(self.shown(self.notice or (TAP if self.people else NOBODY)))
        self.language.render_language(self.m)
        pairs = (
            (self.guest, GUEST_LINE),
            (self.others, OTHERS),
            (self.again, words.SAY_AGAIN),
            (self.help, words.HELP),
            (self.settings, words.SETTINGS),
            (self.trainer, TRAINER),
        )
        for button, text in pairs:
            button.render_words(self.shown(text))

    def _parts(self) -> list[Words | LipButton]:
        return [self.title, self.sub, self.language, *self.cards, *self._lower()]

    def _lower(self) -> list[LipButton]:
        return [self.guest, self.others, self.again, self.help, self.settings, self.trainer]

    def _place_head(self, room: Box) -> Box:
        m = self.m
        pair = (self.listen, self.language)
        stacked = m.portrait  # beside one another they would leave the title no line
        each = [button.natural_width() for button in pair]
        wide = max(each) if stacked else sum(each) + m.px(14)
        tall = max(m.mm(16), *(button.needed(of) for button, of in zip(pair, each, strict=True)))
        words_room = room.width - wide - m.px(24)
        title, sub = self.title.needed(words_room), self.sub.needed(words_room)
        both = 2 * tall + m.px(14 + 24) if stacked else 0
        head, rest = room.cut_top(max(title + sub + m.px(12), both), m.px(12))
        first, lang = head.cut_end(wide, m.px(24))
        put(self.title, Box(first.lead, first.top + m.px(8), first.width, title), m)
        put(self.sub, Box(first.lead, first.top + m.px(8) + title, first.width, sub), m)
        if stacked:
            for button, cell in zip(
                pair,
                Box(lang.lead, lang.top + m.px(16), wide, 2 * tall + m.px(14)).rows(2, m.px(14)),
                strict=True,
            ):
                put(button, cell, m)
            return rest
        top = max(lang.top + m.px(16), lang.middle(tall).top)
        put(self.listen, Box(lang.lead, top, each[0], tall), m)
        put(self.language, Box(lang.end - each[1], top, each[1], tall), m)
        return rest

    def _place_bar(self, room: Box) -> Box:
        m = self.m
        bar = [self.again, self.help, self.settings]
        small = m.px(64) if m.step < 3 else m.px(72)
        trainer = max(m.px(150), self.trainer.natural_width())
        gap = m.px(18)
        widths = [button.natural_width() + m.px(28) for button in bar]
        spare = room.width - trainer - 4 * gap - sum(widths)
        if spare >= 0 and not m.portrait:
            tall = max(m.px(76), *(b.needed(w) for b, w in zip(bar, widths, strict=True)))
            rest, row = room.cut_bottom(tall, m.px(18))
            at = row
            for button, wide in zip(bar, widths, strict=True):
                part, at = at.cut_lead(min(wide + spare / 6, wide + m.px(60)), gap)
                put(button, part, m)
            put(self.trainer, Box(row.end - trainer, row.bottom - small - m.px(4), trainer, small), m)
            return rest
        return self._place_bar_narrow(room, bar, small, trainer)

    def _place_bar_narrow(self, room: Box, bar: list[LipButton], small: float, trainer: float) -> Box:
        m = self.m
        gap = m.px(14)
        side = m.portrait
        width = room.width if side else room.width - trainer - gap
        shares = [float(button.narrowest()) for button in bar]
        boxes = Box(0, 0, width, 1).shares(shares, gap)
        tall = max(m.px(76), *(b.needed(round(x.width)) for b, x in zip(bar, boxes, strict=True)))
        height = tall + (small + gap if side else 0)
        rest, row = room.cut_bottom(height, m.px(16))
        for button, box in zip(bar, boxes, strict=True):
            put(button, Box(row.lead + box.lead, row.top, box.width, tall), m)
        put(self.trainer, Box(row.end - trainer, row.bottom - small, trainer, small), m)
        return rest

    def _place_guest(self, room: Box) -> Box:
        m = self.m
        wide = len(self.people) > A_PAGE
        parts = [1.23, 1.0] if wide else [1.0]
        boxes = Box(0, 0, room.width, 1).shares(parts, m.px(18))
        tall = max(m.px(92), self.guest.needed(round(boxes[0].width)))
        if wide:
            tall = max(tall, self.others.needed(round(boxes[1].width)))
        rest, row = room.cut_bottom(tall, m.px(20 if m.step > 2 else 26))
        if not m.portrait and m.step < 3:
            row = Box(row.lead, row.top - m.px(26), row.width, row.height)
            rest = Box(rest.lead, rest.top, rest.width, rest.height - m.px(26))
        for button, box in zip((self.guest, self.others), row.shares(parts, m.px(18)), strict=False):
            put(button, box, m)
        return rest

    def _place_cards(self, room: Box) -> None:
        m = self.m
        columns, rows = (3, 2) if m.portrait else (A_PAGE, 1)
        gap = m.px(18)
        cells = room.grid(columns, rows, gap)
        most = cells[0].width * 1.72
        used = min(max(1, -(-len(self.cards) // rows)), columns) if rows == 1 else columns
        shift = (room.width - used * cells[0].width - (used - 1) * gap) / 2 if rows == 1 else 0.0
        for card, cell in zip(self.cards, cells, strict=False):
            high = min(cell.height, most)
            put(card, Box(cell.lead + shift, cell.top + (cell.height - high) / 2, cell.width, high), m)

    def _order(self) -> None:
        order: list[QWidget] = [*self.cards, self.guest, self.others, self.again, self.help, self.settings]
        order += [self.trainer, self.listen, self.language]
        self.order(order)
