"""A learner's own page: today's practice, what comes next, the way to all lessons, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.cards import COMING, CardState, TodayState, write_card
from elder_tutor.ui.pages.bar import place_bar
from elder_tutor.ui.pages.home_head import HomeHead
from elder_tutor.ui.pages.home_state import HomeState, badge, go, reached
from elder_tutor.ui.pages.home_ways import GAP, HomeWays
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.banner import Banner, BannerWords
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.lesson_card import LessonCard
from elder_tutor.ui.widgets.lip_button import LipButton, Look

__all__ = ["HomePage", "HomeState"]

SHARES = [*[1.0] * COMING, 0.68]
"""How wide lessons and ways stand beside one another."""


class HomePage(Page):
    """Offer lessons; ``lessonRequested`` tells which one was pressed, ``coursesRequested`` asks for all."""

    lessonRequested = Signal(str)
    coursesRequested = Signal()
    freeRequested = Signal()
    languageRequested = Signal()
    settingsRequested = Signal()
    fitRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("home", parent)
        self.state: HomeState | None = None
        self.head = HomeHead("home", self, self.listen)
        self.banner = Banner("home.banner", self)
        self.cards: list[LessonCard] = []
        self.ways = HomeWays("home", self)
        self.again = LipButton("home.again", Look.SECONDARY, "line/again", parent=self)
        self.help = LipButton("home.help", Look.SECONDARY, "line/help", parent=self)
        self.settings = LipButton("home.settings", Look.SECONDARY, "line/settings", parent=self)
        self.leave = LipButton("home.leave", Look.QUIET, "line/leave", parent=self)
        self.bar = (self.again, self.help, self.settings, self.leave)
        self.title, self.notice = self.head.title, self.head.notice
        self.courses, self.free, self.fit = self.ways.courses, self.ways.free, self.ways.fit
        self._connect()

    def render_state(self, state: HomeState) -> None:
        """Show a learner's page."""
        self.state = state
        self._show_lessons()

    def greeting(self) -> tuple[Phrase, ...]:
        """Greet by name and say what is offered."""
        return self.state.said if self.state is not None else ()

    def named(self) -> Phrase:
        """Answer that this is the person's own page."""
        return words.MY_PAGE

    def caption(self) -> QRect:
        """Answer the place of the greeting."""
        return self.head.title.geometry()

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.state is None:
            return
        assert self.wording is not None
        m = self.m
        self._write(self.state)
        margin = m.px(40 if m.portrait else 32 if m.width >= m.px(1320) else 28)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        room = self.head.place_notice(self.head.place(room, m), self.state, self.wording, m)
        room = place_bar(self.bar, room, m)
        for card in self.cards:
            card.make_room(compact=False, slim=False)
            card.setVisible(not m.folded)
        if m.folded:
            self._place_folded(room)
        else:
            self._place_cards(self._place_banner(room))
        order: list[QWidget] = [self.banner.go, self.fit, *self.cards, self.courses, self.free]
        self.order([*order, *self.bar, self.listen, self.head.language])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let banner and cards cast shadows."""
        cards = [each for each in self.cards if each.isVisibleTo(self)]
        casting = [self.banner, *cards] if self.state and self.state.today else cards
        return [card_shadow(widget, self.m) for widget in casting]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the person's picture."""
        super().paintEvent(event)
        spot = self.head.picture
        if self.state is None or self.metrics is None or spot.isEmpty():
            return
        painter = QPainter(self)
        picture = icons.icon(self.state.picture, round(spot.height()), dpr=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(spot.left(), spot.top()), picture)
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.head.language.clicked.connect(self.languageRequested)
        self.banner.goRequested.connect(self._go_on)
        self.courses.clicked.connect(self.coursesRequested)
        self.free.clicked.connect(self.freeRequested)
        self.fit.clicked.connect(self.fitRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(self._help)
        self.settings.clicked.connect(self.settingsRequested)
        self.leave.clicked.connect(self.leaveRequested)

    def _help(self) -> None:
        if self.state is not None:
            self.sayRequested.emit((self.state.helped,))

    def _go_on(self) -> None:
        if self.state is not None and self.state.today is not None:
            self.lessonRequested.emit(self.state.today.id)

    def _show_lessons(self) -> None:
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [self._card(each) for each in self.state.lessons] if self.state else []
        if self.metrics is not None:
            self.relayout()
            self.update()

    def _card(self, state: CardState) -> LessonCard:
        card = LessonCard(f"home.lesson.{state.id}", self)
        card.clicked.connect(lambda checked=False, which=state.id: self.lessonRequested.emit(which))
        card.show()
        return card

    def _write(self, state: HomeState) -> None:
        assert self.wording is not None
        m = self.m
        self.head.write(state, self.wording, m)
        self.ways.write(state.fit, self.wording, m)
        for button, text in zip(
            self.bar, (words.SAY_AGAIN, words.HELP, words.SETTINGS, words.LEAVE), strict=True
        ):
            button.render_words(self.shown(text))
            button.apply(m)
        self.banner.setVisible(state.today is not None)
        if state.today:
            self.banner.render_words(self._banner_words(state.today))
        self.banner.apply(m)
        for card, each in zip(self.cards, state.lessons, strict=True):
            write_card(card, each, self.shown)
            card.apply(m)

    def _banner_words(self, today: TodayState) -> BannerWords:
        where = reached(today)
        return BannerWords(
            self.shown(badge(today)),
            self.shown(phrase("{minutes:count:minute}", minutes=today.minutes)),
            self.shown(today.title),
            self.shown(go(today)),
            self.shown(where) if where else "",
        )

    # --- places --------------------------------------------------------------

    def _place_banner(self, room: Box) -> Box:
        m = self.m
        if self.state is None or self.state.today is None:
            return room
        least = self.banner.needed(round(room.width))
        wish = m.px(420) if m.portrait else m.px(280)
        cards = self._cards_height(room.width)
        tall = max(least, min(wish, room.height - cards - m.px(GAP)))
        box, rest = room.cut_top(tall, m.px(GAP))
        put(self.banner, box, m)
        return rest

    def _cards_height(self, width: float) -> int:
        m, gap = self.m, self.m.px(GAP)
        if m.portrait:
            offer = self.ways.offer_height(width, m) + gap if self.ways.offers else 0
            cards = sum(card.needed(round(width)) + gap for card in self.cards)
            return offer + cards + self.ways.row(width, m)[1]
        cells = Box(0, 0, width, 1).shares(SHARES, gap)
        return max(
            (card.needed(round(cell.width)) for card, cell in zip(self.cards, cells, strict=False)), default=0
        )

    def _place_cards(self, room: Box) -> None:
        m = self.m
        if m.portrait:
            room = self.ways.place_row(room, m)
        else:
            room, last = room.cut_end(room.shares(SHARES, m.px(GAP))[-1].width, m.px(GAP))
            self.ways.place_cell(last, m)
        cells = self._choose_cells(self.ways.place_offer(room, m))
        for card, cell in zip(self.cards, cells, strict=False):
            high = min(cell.height, m.px(300) if m.portrait else cell.height)
            put(card, Box(cell.lead, cell.top, cell.width, high), m)
        for card in self.cards[len(cells) :]:
            card.hide()

    def _choose_cells(self, room: Box) -> list[Box]:
        """Answer a place for each lesson: one fewer before a lesson loses its words."""
        gap, count = self.m.px(GAP), len(self.cards)
        wishes = [(fewer, compact, False) for fewer in (0, 1) for compact in (False, True)]
        cells: list[Box] = []
        for fewer, compact, slim in (*wishes, (0, False, True), (0, True, True)):
            shown = max(1, count - fewer)
            cells = room.rows(shown, gap) if self.m.portrait else room.columns(shown, gap)
            for each in self.cards:
                each.make_room(compact, slim)
            if all(card.fits(cell.width, cell.height) for card, cell in zip(self.cards, cells, strict=False)):
                break
        return cells if self.cards else []

    def _place_folded(self, room: Box) -> None:
        """Stand two columns on a small screen: what is for today, and the ways to everything else."""
        assert self.state is not None
        first, second = room.shares([1.7, 1.0], self.m.px(GAP))
        put(self.banner, first, self.m)
        self.ways.place_column(second if self.state.today is not None else room, self.m)
