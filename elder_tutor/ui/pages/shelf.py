"""Cards to choose from, a picture page at a time: all courses, and the lessons of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.cards import CardState, write_card
from elder_tutor.ui.pages.bar import columns_of, place_bar
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lesson_card import LessonCard
from elder_tutor.ui.widgets.lip_button import LipButton, Look

LANDSCAPE: Final = ((3, 2), (2, 2), (2, 1), (1, 1))
PORTRAIT: Final = ((2, 3), (1, 6), (1, 5), (1, 4), (1, 3))
"""Columns and rows of a picture page, six cards at most; fewer where the type is large."""
ONE_COLUMN: Final = 5
"""So few cards stand one below the other on an upright page: two columns would leave it half empty."""
ROOMS: Final = (
    (False, False, True, True), (False, False, True), (False, False),
    (True, False), (False, True), (True, True),
)  # fmt: skip
"""Of a card: compact, slim, big, grand."""
TALLEST: Final = 300
CHOOSE_COURSE: Final = phrase("Here are all the lessons. Tap a picture.")
CHOOSE_LESSON: Final = phrase("Tap the lesson you want.")
MORE: Final = phrase("Tap “Next” to see more.")


@dataclass(frozen=True, slots=True)
class ShelfState:
    """What stands on the shelf."""

    title: Phrase
    cards: tuple[CardState, ...]


class ShelfPage(Page):
    """Show cards, at most six at a time; ``chosen`` carries the id of the one that was pressed."""

    chosen = Signal(str)
    homeRequested = Signal()
    beside = Signal()
    """The button at the trailing end of the head was pressed."""

    def __init__(
        self, name: str, hint: Phrase, beside: tuple[Phrase, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.state: ShelfState | None = None
        self.page = 0
        self.hint, self.beside_words = hint, beside[0]
        self.title = Words(f"{name}.title", "title", True, parent=self)
        self.count = Words(f"{name}.count", "label", True, "ink2", self)
        self.other = LipButton(f"{name}.beside", Look.SECONDARY, beside[1], parent=self)
        self.again = LipButton(f"{name}.again", Look.SECONDARY, "line/again", parent=self)
        self.before = LipButton(f"{name}.before", Look.SECONDARY, "line/chevron", parent=self)
        self.after = LipButton(f"{name}.next", Look.SECONDARY, "line/chevron", parent=self)
        self.home = LipButton(f"{name}.home", Look.SECONDARY, "line/home", parent=self)
        self.before.flipped = True
        self.title.spacing = self.count.spacing = 1.25
        self.cards: list[LessonCard] = []
        self._a_page = LANDSCAPE[0]
        self._connect()

    def render_state(self, state: ShelfState) -> None:
        """Show these cards; the page one was looking at stays while they are the same."""
        if self.state is None or [x.id for x in state.cards] != [x.id for x in self.state.cards]:
            self.page = 0
        self.state = state
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [self._card(each.id) for each in state.cards]
        if self.metrics is not None:
            self.relayout()
            self.update()

    def greeting(self) -> tuple[Phrase, ...]:
        """Say where one is and what to do."""
        if self.state is None:
            return ()
        named = phrase("{title}.", title=self.state.title)
        lead = () if self.state.title == words.COURSES else (named,)
        more = (MORE,) if self.pages > 1 and self.page == 0 else ()
        return (*lead, self.hint, *more)

    def named(self) -> Phrase:
        """Answer what the cards are of."""
        return self.state.title if self.state is not None else super().named()

    def caption(self) -> QRect:
        """Answer the place of the title."""
        return self.strip(self.title)

    @property
    def pages(self) -> int:
        """Answer how many picture pages there are."""
        held = self._a_page[0] * self._a_page[1]
        return max(1, -(-len(self.cards) // held))

    def turn(self, by: int) -> None:
        """Turn to another picture page; after the last comes the first."""
        self.page = (self.page + by) % self.pages
        self.relayout()
        self.update()
        self.sayRequested.emit(tuple(each.title for each in self._standing()))

    def relayout(self) -> None:
        """Write the words and place everything."""
        state = self.state
        if state is None:
            return
        m = self.m
        self._write(state)
        for label in (self.title, self.count):
            label.apply(m)
        for button in (self.other, *self.cards, *self._bar()):
            button.apply(m)
        margin = m.px(40 if m.portrait else 32 if m.width >= m.px(1320) else 28)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        room = self._place_head(room)
        # One page of pictures needs no arrows; whether one is enough is known when they are placed without.
        for turning in (False, True):
            self.before.setVisible(turning)
            self.after.setVisible(turning)
            cells = self._choose(self._place_bar(room))
            if self.pages == 1 or turning:
                break
        self.page = min(self.page, self.pages - 1)
        self._place_cards(cells)
        self._write_count()
        self._order()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        return [card_shadow(card, self.m) for card in self.cards if card.isVisibleTo(self)]

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.other.clicked.connect(self.beside)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.home.clicked.connect(self.homeRequested)

    def _bar(self) -> list[LipButton]:
        return [self.again, self.before, self.after, self.home]

    def _card(self, which: str) -> LessonCard:
        card = LessonCard(f"{self.objectName()}.card.{which}", self)
        card.clicked.connect(lambda checked=False: self.chosen.emit(which))
        return card

    def _standing(self) -> Sequence[CardState]:
        held = self._a_page[0] * self._a_page[1]
        cards = self.state.cards if self.state else ()
        return cards[self.page * held : (self.page + 1) * held]

    def _write(self, state: ShelfState) -> None:
        self.title.render_words(self.shown(state.title))
        pairs = (
            (self.other, self.beside_words),
            (self.again, words.SAY_AGAIN),
            (self.before, phrase("Previous")),
            (self.after, phrase("Next")),
            (self.home, words.MY_PAGE),
        )
        for button, text in pairs:
            button.render_words(self.shown(text))
        for card, each in zip(self.cards, state.cards, strict=True):
            write_card(card, each, self.shown)

    def _write_count(self) -> None:
        of = phrase("{step} of {steps}", step=self.page + 1, steps=self.pages)
        self.count.render_words(self.shown(of) if self.pages > 1 else "")

    # --- places --------------------------------------------------------------

    def _place_head(self, room: Box) -> Box:
        return self._head_above(room) if self.m.portrait else self._head_beside(room)

    def _head_beside(self, room: Box) -> Box:
        m = self.m
        listen = self.listen.natural_width()
        wide = min(self.other.natural_width(), round(room.width * 0.45))
        tall = max(m.px(64), m.mm(16), self.other.needed(wide), self.listen.needed(listen))
        taken = wide + listen + m.px(14)
        count = m.px(150)
        free = room.width - taken - m.px(24)
        head, rest = room.cut_top(max(tall + m.px(20), self.title.needed(free) + m.px(10)), m.px(12))
        shown = self.title.natural_width() + m.px(20) + count <= free
        self.count.setVisible(shown)
        put(self.title, Box(head.lead, head.top, free - (count + m.px(20) if shown else 0), head.height), m)
        put(self.count, Box(head.lead + free - count, head.top, count, head.height), m)
        corner = Box(head.end - taken, head.top, taken, head.height).middle(tall)
        first, second = corner.cut_lead(listen, m.px(14))
        put(self.listen, first, m)
        put(self.other, second, m)
        return rest

    def _head_above(self, room: Box) -> Box:
        """Stand the buttons above the title, as on other upright pages: beside it they would squeeze it."""
        m = self.m
        listen, count = self.listen.natural_width(), m.px(150)
        free = room.width - listen - m.px(14)
        shown = self.other.narrowest() + count + m.px(20) <= free
        wide = min(self.other.natural_width(), round(free - (count + m.px(20) if shown else 0)))
        tall = max(m.px(64), m.mm(16), self.other.needed(wide), self.listen.needed(listen))
        upper, room = room.cut_top(m.px(14))[1].cut_top(tall, m.px(8))
        left, other = upper.cut_end(wide, m.px(14))
        left, first = left.cut_end(listen, m.px(20))
        self.count.setVisible(shown)
        put(self.count, left, m)
        put(self.listen, first, m)
        put(self.other, other, m)
        line, rest = room.cut_top(self.title.needed(room.width) + m.px(16), m.px(18))
        put(self.title, line, m)
        return rest

    def _place_bar(self, room: Box) -> Box:
        bar = [each for each in self._bar() if each.isVisibleTo(self)]
        if len(bar) > 2 and columns_of(bar, room.width, self.m) == 2:  # the arrows stand beside one another
            bar = [self.before, self.after, self.again, self.home]
        return place_bar(bar, room, self.m)

    def _choose(self, room: Box) -> list[Box]:
        """Answer the cells of a picture page: as many as hold every card's words."""
        gap = self.m.px(16)
        cells: list[Box] = []
        shapes = PORTRAIT if self.m.portrait else LANDSCAPE[len(self.cards) == 4 :]
        if self.m.portrait and len(self.cards) <= ONE_COLUMN:
            shapes = PORTRAIT[min(7 - len(self.cards), len(PORTRAIT) - 1) :]
        elif self.m.portrait and self.m.step > 2:  # a narrow title in large type breaks at every word
            shapes = (*PORTRAIT[1:3], *PORTRAIT)
        for columns, most in shapes:
            rows = min(most, max(1, -(-len(self.cards) // columns))) if not self.m.portrait else most
            self._a_page = (columns, rows)
            cells = room.grid(columns, rows, gap)
            for size in ROOMS:
                for card in self.cards:
                    card.make_room(*size)
                high = min(cells[0].height, self.m.px(TALLEST))
                if all(card.fits(cells[0].width, high) for card in self.cards):
                    return cells
        return cells

    def _place_cards(self, cells: list[Box]) -> None:
        held, m = len(cells), self.m
        for number, card in enumerate(self.cards):
            on = number // held == self.page
            card.setVisible(on)
            if on:
                cell = cells[number % held]
                put(card, Box(cell.lead, cell.top, cell.width, min(cell.height, m.px(TALLEST))), m)

    def _order(self) -> None:
        shown = [card for card in self.cards if card.isVisibleTo(self)]
        self.order([*shown, *self._bar(), self.listen, self.other])


class CoursesPage(ShelfPage):
    """All courses; ``beside`` asks for the free phone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("courses", CHOOSE_COURSE, (words.TRY, "line/hand"), parent)


class CoursePage(ShelfPage):
    """The lessons of one course, and its drill; ``beside`` leads back to all courses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("course", CHOOSE_LESSON, (words.COURSES, "line/grid"), parent)
