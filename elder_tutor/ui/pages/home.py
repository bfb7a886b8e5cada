"""A learner's own page: today's practice, what comes next, the way to all lessons, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase, with_values
from elder_tutor.ui import icons, words
from elder_tutor.ui.cards import COMING, CardState, TodayState, write_card
from elder_tutor.ui.pages.bar import place_bar
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.banner import Banner, BannerWords
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lesson_card import LessonCard
from elder_tutor.ui.widgets.lip_button import LipButton, Look

WELCOME_GUEST: Final = phrase("Welcome, dear guest")
TODAY: Final = phrase("Today's practice")
ASSIGNED: Final = phrase("Your trainer chose it for you")
BEGIN: Final = phrase("Let us begin")
OFFER: Final = phrase("To go on with today's practice, tap the yellow button “{button}”.")
HELP_LESSONS: Final = phrase("Tap a lesson to open it.")
FIT: Final = phrase("Fit it to me")
OFFER_FIT: Final = phrase("So that all is easy to see and hear, tap “{button}”.", button=FIT)
HELP: Final = phrase("The yellow button “{button}” goes on with today's practice. Or tap a lesson below.")


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything on the page; an empty ``name`` is a guest. ``lessons`` stand under today's practice."""

    name: str
    picture: str
    day: date
    lessons: tuple[CardState, ...]
    today: TodayState | None = None
    notice: Phrase | None = None
    fit: bool = False
    """The fitting of letters, touch and voice is offered, in place of one lesson."""


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
        self.title = Words("home.title", "title", True, parent=self)
        self.day = Words("home.day", "label", False, "ink2", self)
        self.notice = Words("home.notice", "label", False, "ink", self)
        self.language = LanguageButton("home.language", self)
        self.banner = Banner("home.banner", self)
        self.cards: list[LessonCard] = []
        self.courses = LipButton("home.courses", Look.SECONDARY, "line/grid", True, self)
        self.free = LipButton("home.free", Look.SECONDARY, "line/hand", parent=self)
        self.fit = LipButton("home.fit", Look.AGAIN, "line/fit", parent=self)
        self.fit.role, self.fit.radius, self.fit.icon_size = "body", 28, 84
        self.again = LipButton("home.again", Look.SECONDARY, "line/again", parent=self)
        self.help = LipButton("home.help", Look.SECONDARY, "line/help", parent=self)
        self.settings = LipButton("home.settings", Look.SECONDARY, "line/settings", parent=self)
        self.leave = LipButton("home.leave", Look.QUIET, "line/leave", parent=self)
        self.title.spacing = self.day.spacing = self.notice.spacing = 1.25
        self.courses.radius = self.free.radius = 28
        self.free.icon_size, self.free.gap, self.free.pad = 40, 10, 14
        self._picture = QRectF()
        self._connect()

    def render_state(self, state: HomeState) -> None:
        """Show a learner's page."""
        self.state = state
        self._show_lessons()

    def greeting(self) -> tuple[Phrase, ...]:
        """Greet by name and say what is offered."""
        state = self.state
        if state is None:
            return ()
        said = [self._welcome(state)]
        if state.notice:
            said.append(state.notice)
        if state.today:
            said += [phrase("{badge}: {title}.", badge=_badge(state.today), title=state.today.title)]
            said.append(with_values(OFFER, {"button": _go(state.today)}))
        if state.fit:
            said.append(OFFER_FIT)
        return tuple(said)

    def named(self) -> Phrase:
        """Answer that this is the person's own page."""
        return words.MY_PAGE

    def caption(self) -> QRect:
        """Answer the place of the greeting."""
        return self.title.geometry()

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.state is None:
            return
        m = self.m
        self._write(self.state)
        self.banner.apply(m)
        for label in (self.title, self.day, self.notice):
            label.apply(m)
        for button in (self.language, *self.cards, self.courses, self.free, self.fit, *self._bar()):
            button.apply(m)
        margin = m.px(40 if m.portrait else 32 if m.width >= m.px(1320) else 28)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        room = self._place_notice(self._place_head(room), self.state)
        room = place_bar(self._bar(), room, m)
        for card in self.cards:
            card.make_room(compact=False, slim=False)
            card.setVisible(not m.folded)
        if m.folded:
            self._place_folded(room)
        else:
            self._place_cards(self._place_banner(room))
        self._order()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let banner and cards cast shadows."""
        cards = [each for each in self.cards if each.isVisibleTo(self)]
        casting = [self.banner, *cards] if self.state and self.state.today else cards
        return [card_shadow(widget, self.m) for widget in casting]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the person's picture."""
        super().paintEvent(event)
        if self.state is None or self.metrics is None or self._picture.isEmpty():
            return
        painter = QPainter(self)
        picture = icons.icon(self.state.picture, round(self._picture.height()), dpr=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self._picture.left(), self._picture.top()), picture)
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.language.clicked.connect(self.languageRequested)
        self.banner.goRequested.connect(self._go_on)
        self.courses.clicked.connect(self.coursesRequested)
        self.free.clicked.connect(self.freeRequested)
        self.fit.clicked.connect(self.fitRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(self._help)
        self.settings.clicked.connect(self.settingsRequested)
        self.leave.clicked.connect(self.leaveRequested)

    def _bar(self) -> list[LipButton]:
        return [self.again, self.help, self.settings, self.leave]

    def _help(self) -> None:
        today = self.state.today if self.state is not None else None
        said = with_values(HELP, {"button": _go(today)}) if today is not None else HELP_LESSONS
        self.sayRequested.emit((said,))

    def _go_on(self) -> None:
        if self.state is not None and self.state.today is not None:
            self.lessonRequested.emit(self.state.today.id)

    def _welcome(self, state: HomeState) -> Phrase:
        return phrase("Welcome, {name}", name=state.name) if state.name else WELCOME_GUEST

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
        self.title.render_words(self.shown(self._welcome(state)))
        self.day.render_words(self.wording.date(state.day))
        self.language.render_language(self.m)
        pairs = ((self.again, words.SAY_AGAIN), (self.help, words.HELP), (self.settings, words.SETTINGS))
        more = ((self.leave, words.LEAVE), (self.courses, words.COURSES), (self.free, words.TRY))
        for button, text in (*pairs, *more):
            button.render_words(self.shown(text))
        self.fit.setVisible(state.fit)
        self.fit.render_words(self.shown(FIT))
        self.banner.setVisible(state.today is not None)
        if state.today:
            self.banner.render_words(self._banner_words(state.today))
        for card, each in zip(self.cards, state.lessons, strict=True):
            write_card(card, each, self.shown)

    def _banner_words(self, today: TodayState) -> BannerWords:
        where = (
            phrase("You reached step {step} of {steps}", step=today.step, steps=today.steps)
            if today.step
            else None
        )
        return BannerWords(
            self.shown(_badge(today)),
            self.shown(phrase("{minutes:count:minute}", minutes=today.minutes)),
            self.shown(today.title),
            self.shown(_go(today)),
            self.shown(where) if where else "",
        )

    # --- places --------------------------------------------------------------

    def _place_head(self, room: Box) -> Box:
        m = self.m
        pair = (self.listen, self.language)
        each = [button.natural_width() for button in pair]
        stacked = m.portrait
        wide = max(each) if stacked else sum(each) + m.px(14)
        tall = max(m.mm(16), *(button.needed(of) for button, of in zip(pair, each, strict=True)))
        picture = m.px(66)
        free = room.width - wide - picture - m.px(18 + 24)
        day = self.day.natural_width()
        beside = self.title.natural_width() + day + m.px(18) <= free
        title = self.title.needed(free)
        head, rest = room.cut_top(
            max(m.px(88), 2 * tall + m.px(12 + 10) if stacked else tall + m.px(22), title + m.px(14)),
            m.px(18 if m.step < 3 and not stacked else 12),
        )
        middle = head.middle(m.px(72))
        self._picture = area(Box(head.lead, middle.top, picture, m.px(72)), m.width, m.rtl)
        put(self.title, Box(head.lead + picture + m.px(18), head.top, free, head.height), m)
        corner = Box(head.end - wide, head.top, wide, head.height)
        if stacked:
            cells = corner.middle(2 * tall + m.px(12)).rows(2, m.px(12))
        else:
            listen, language = corner.middle(tall).cut_lead(each[0], m.px(14))
            cells = [listen, language]
        for button, cell in zip(pair, cells, strict=True):
            put(button, cell, m)
        self.day.setVisible(beside)
        put(self.day, Box(head.end - wide - m.px(18) - day, head.top, day, head.height), m)
        return rest

    def _place_notice(self, room: Box, state: HomeState) -> Box:
        self.notice.setVisible(state.notice is not None)
        self.title.setVisible(state.notice is None or self.m.step < 4)
        if state.notice is None:
            return room
        self.notice.render_words(self.shown(state.notice))
        if self.title.isHidden():  # the largest type leaves no line of its own: the greeting is heard anyway
            self.notice.setGeometry(self.title.geometry())
            return room
        line, rest = room.cut_top(self.notice.needed(room.width), self.m.px(12))
        put(self.notice, line, self.m)
        return rest

    def _place_banner(self, room: Box) -> Box:
        m = self.m
        if self.state is None or self.state.today is None:
            return room
        wide = round(room.width)
        least = self.banner.needed(wide)
        wish = m.px(420) if m.portrait else m.px(280)
        cards = self._cards_height(room.width)
        tall = max(least, min(wish, room.height - cards - m.px(16)))
        box, rest = room.cut_top(tall, m.px(16))
        put(self.banner, box, m)
        return rest

    def _cards_height(self, width: float) -> int:
        m = self.m
        if m.portrait:
            offer = self._offer_height(width) + m.px(16) if self._offers else 0
            cards = sum(card.needed(round(width)) + m.px(16) for card in self.cards)
            return offer + cards + self._ways(width)[1]
        cells = Box(0, 0, width, 1).shares(self._shares(), m.px(16))
        return max(
            (card.needed(round(cell.width)) for card, cell in zip(self.cards, cells, strict=False)), default=0
        )

    def _shares(self) -> list[float]:
        return [1.0] * COMING + [0.68]

    def _ways(self, width: float) -> tuple[float, int]:
        """Answer the width and height of the two ways on, beside one another in a row of this width."""
        half = (width - self.m.px(16)) / 2
        return half, max(self.m.px(92), self.courses.needed(round(half)), self.free.needed(round(half)))

    def _place_cards(self, room: Box) -> None:
        m = self.m
        if m.portrait:
            self.courses.above = False
            self.courses.icon_size = 44
            half, tall = self._ways(room.width)
            room, lower = room.cut_bottom(tall, m.px(16))
            first, second = lower.cut_lead(half, m.px(16))
            put(self.courses, first, m)
            put(self.free, second, m)
            self.free.show()
        else:
            room, last = room.cut_end(room.shares(self._shares(), m.px(16))[-1].width, m.px(16))
            self._place_ways(last)
        cells = self._choose_cells(self._place_offer(room))
        for card, cell in zip(self.cards, cells, strict=False):
            high = min(cell.height, m.px(300) if m.portrait else cell.height)
            put(card, Box(cell.lead, cell.top, cell.width, high), m)
        for card in self.cards[len(cells) :]:
            card.hide()

    @property
    def _offers(self) -> bool:
        return self.state is not None and self.state.fit

    def _offer_height(self, width: float) -> int:
        return max(self.m.px(110), self.m.mm(20), self.fit.needed(round(width)))

    def _place_offer(self, room: Box) -> Box:
        """Place the fitting before the lessons, as one of them; answer the room that is left."""
        if not self._offers:
            return room
        m, gap = self.m, self.m.px(16)
        self.fit.above = not m.portrait
        if m.portrait:
            first, rest = room.cut_top(self._offer_height(room.width), gap)
        else:
            wide = max((room.width - 2 * gap) / COMING, float(self.fit.narrowest()))
            first, rest = room.cut_lead(wide, gap)
        put(self.fit, first, m)
        return rest

    def _choose_cells(self, room: Box) -> list[Box]:
        """Answer a place for each lesson: one fewer before a lesson loses its words."""
        gap, count = self.m.px(16), len(self.cards)
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
        gap = self.m.px(16)
        first, second = room.shares([1.7, 1.0], gap)
        if self.state.today is None:
            second = room
        put(self.banner, first, self.m)
        self.courses.above, self.courses.icon_size = False, 44
        self.fit.above = False
        ways = [*([self.fit] if self._offers else []), self.courses, self.free]
        low = (second.height - gap * (len(ways) - 1)) / len(ways)
        whole = all(button.needed(round(second.width)) <= low for button in ways)
        self.free.setVisible(whole)  # it stands on the page of all lessons too
        ways = ways if whole else ways[:-1]
        for button, cell in zip(ways, second.rows(len(ways), gap), strict=True):
            put(button, cell, self.m)

    def _place_ways(self, cell: Box) -> None:
        """Place the way to all lessons, and below it the free phone where there is room for both."""
        m, gap = self.m, self.m.px(16)
        wide = round(cell.width)
        self.courses.above, self.courses.icon_size = False, 44
        low = max(m.mm(16), self.free.needed(wide))
        both = max(m.mm(16), self.courses.needed(wide)) + gap + low <= cell.height
        both = both and self.free.narrowest() <= wide and self.courses.narrowest() <= wide
        self.free.setVisible(both)
        if not both:
            self.courses.above, self.courses.icon_size = True, 52
            put(self.courses, cell, m)
            return
        first, second = cell.cut_bottom(max(low, (cell.height - gap) / 2), gap)
        put(self.courses, first, m)
        put(self.free, second, m)

    def _order(self) -> None:
        order: list[QWidget] = [self.banner.go, self.fit, *self.cards, self.courses, self.free]
        self.order([*order, *self._bar(), self.listen, self.language])


def _badge(today: TodayState) -> Phrase:
    return {"due": words.STAGES["refresh"], "assigned": ASSIGNED}.get(today.why, TODAY)


def _go(today: TodayState) -> Phrase:
    """Answer what the bright button is called: its colour alone tells nothing to who cannot see it."""
    return words.GO_ON if today.begun else BEGIN
