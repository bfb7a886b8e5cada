"""A learner's own page: today's practice, the lessons, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.banner import Banner, BannerWords
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lesson_card import LessonCard, StageMark
from elder_tutor.ui.widgets.lip_button import LipButton, Look

A_PAGE: Final = 3
"""Lessons on one page; more are behind «Other lessons»."""

WELCOME_GUEST: Final = phrase("Welcome, dear guest")
TODAY: Final = phrase("Today's practice")
BEGIN: Final = phrase("Let us begin")
OTHER_LESSONS: Final = phrase("Other lessons")
ALL_DONE: Final = phrase("All stages are done")
OFFER: Final = phrase("To go on with today's practice, tap the yellow button.")
HELP: Final = phrase("The yellow button goes on with today's practice. Or tap a lesson below.")


@dataclass(frozen=True, slots=True)
class StageState:
    """How far one stage of a lesson is."""

    stage: str
    done: bool
    now: bool


@dataclass(frozen=True, slots=True)
class LessonOffer:
    """A lesson as home shows it; ``step`` of ``steps`` is where it was left, 0 when it was not."""

    id: str
    title: Phrase
    icon: str
    minutes: int
    stages: tuple[StageState, ...]
    step: int = 0
    steps: int = 0


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything on the page; an empty ``name`` is a guest. ``today`` is the id of the lesson offered."""

    name: str
    picture: str
    day: date
    lessons: tuple[LessonOffer, ...]
    today: str = ""
    notice: Phrase | None = None


class HomePage(Page):
    """Offer lessons; ``lessonRequested`` tells which one was pressed."""

    lessonRequested = Signal(str)
    languageRequested = Signal()
    settingsRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("home", parent)
        self.state: HomeState | None = None
        self.first = 0
        self.title = Words("home.title", "title", True, parent=self)
        self.day = Words("home.day", "label", False, "ink2", self)
        self.notice = Words("home.notice", "label", False, "ink", self)
        self.language = LanguageButton("home.language", self)
        self.banner = Banner("home.banner", self)
        self.cards: list[LessonCard] = []
        self.others = LipButton("home.others", Look.SECONDARY, "line/grid", True, self)
        self.again = LipButton("home.again", Look.SECONDARY, "line/again", parent=self)
        self.help = LipButton("home.help", Look.SECONDARY, "line/help", parent=self)
        self.settings = LipButton("home.settings", Look.SECONDARY, "line/settings", parent=self)
        self.leave = LipButton("home.leave", Look.QUIET, "line/leave", parent=self)
        self.title.spacing = self.day.spacing = self.notice.spacing = 1.25
        self.others.radius, self.others.icon_size = 28, 52
        self._picture = QRectF()
        self._connect()

    def render_state(self, state: HomeState) -> None:
        """Show a learner's page."""
        if self.state is None or [x.id for x in state.lessons] != [x.id for x in self.state.lessons]:
            self.first = 0
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
        offered = self._today(state)
        if offered:
            said += [phrase("{badge}: {title}.", badge=TODAY, title=offered.title), OFFER]
        return tuple(said)

    def show_others(self) -> None:
        """Turn to the next lessons, after the last to the first."""
        count = len(self.state.lessons) if self.state else 0
        self.first = self.first + A_PAGE if self.first + A_PAGE < count else 0
        self._show_lessons()

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.state is None:
            return
        m = self.m
        self._write(self.state)
        self.banner.apply(m)
        for label in (self.title, self.day, self.notice):
            label.apply(m)
        for button in (self.language, *self.cards, self.others, *self._bar()):
            button.apply(m)
        margin = m.px(40 if m.portrait else 32 if m.width >= m.px(1320) else 28)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        room = self._place_notice(self._place_head(room), self.state)
        room = self._place_bar(room)
        for card in self.cards:
            card.make_room(compact=False, slim=False)
        room = self._place_banner(room)
        self._place_cards(room)
        self._order()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let banner and cards cast shadows."""
        casting = [self.banner, *self.cards] if self._today(self.state) else list(self.cards)
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
        self.others.clicked.connect(self.show_others)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(lambda: self.sayRequested.emit((HELP,)))
        self.settings.clicked.connect(self.settingsRequested)
        self.leave.clicked.connect(self.leaveRequested)

    def _bar(self) -> list[LipButton]:
        return [self.again, self.help, self.settings, self.leave]

    def _go_on(self) -> None:
        if self.state is not None and self.state.today:
            self.lessonRequested.emit(self.state.today)

    def _today(self, state: HomeState | None) -> LessonOffer | None:
        return next((x for x in state.lessons if x.id == state.today), None) if state else None

    def _welcome(self, state: HomeState) -> Phrase:
        return phrase("Welcome, {name}", name=state.name) if state.name else WELCOME_GUEST

    def _show_lessons(self) -> None:
        for old in self.cards:
            old.hide()
            old.deleteLater()
        offers = self.state.lessons[self.first : self.first + A_PAGE] if self.state else ()
        self.cards = [self._card(offer) for offer in offers]
        if self.metrics is not None:
            self.relayout()
            self.update()

    def _card(self, offer: LessonOffer) -> LessonCard:
        card = LessonCard(f"home.lesson.{offer.id}", self)
        card.clicked.connect(lambda checked=False, which=offer.id: self.lessonRequested.emit(which))
        card.show()
        return card

    def _write(self, state: HomeState) -> None:
        assert self.wording is not None
        self.title.render_words(self.shown(self._welcome(state)))
        self.day.render_words(self.wording.date(state.day))
        self.language.render_language(self.m.lang)
        pairs = ((self.again, words.SAY_AGAIN), (self.help, words.HELP), (self.settings, words.SETTINGS))
        for button, text in (*pairs, (self.leave, words.LEAVE), (self.others, OTHER_LESSONS)):
            button.render_words(self.shown(text))
        self.others.setVisible(len(state.lessons) > A_PAGE)
        offered = self._today(state)
        self.banner.setVisible(offered is not None)
        if offered:
            self.banner.render_words(self._banner_words(offered))
        for card, offer in zip(self.cards, state.lessons[self.first :], strict=False):
            self._write_card(card, offer)

    def _write_card(self, card: LessonCard, offer: LessonOffer) -> None:
        marks = [StageMark(self.shown(words.STAGES[x.stage]), x.done, x.now) for x in offer.stages]
        now = next((x.stage for x in offer.stages if x.now), "")
        summary = phrase("Next: {stage}", stage=words.STAGES[now]) if now else ALL_DONE
        card.render_lesson(self.shown(offer.title), offer.icon, marks, self.shown(summary))

    def _banner_words(self, offer: LessonOffer) -> BannerWords:
        where = (
            phrase("You reached step {step} of {steps}", step=offer.step, steps=offer.steps)
            if offer.step
            else None
        )
        return BannerWords(
            self.shown(TODAY),
            self.shown(phrase("{minutes:count:minute}", minutes=offer.minutes)),
            self.shown(offer.title),
            self.shown(words.GO_ON if offer.step or any(x.done for x in offer.stages) else BEGIN),
            self.shown(where) if where else "",
        )

    # --- places --------------------------------------------------------------

    def _place_head(self, room: Box) -> Box:
        m = self.m
        wide = self.language.natural_width()
        tall = max(m.mm(16), self.language.needed(wide))
        picture = m.px(66)
        free = room.width - wide - picture - m.px(18 + 24)
        day = self.day.natural_width()
        beside = self.title.natural_width() + day + m.px(18) <= free
        title = self.title.needed(free)
        head, rest = room.cut_top(
            max(m.px(88), tall + m.px(22), title + m.px(14)), m.px(18 if m.step < 3 else 12)
        )
        middle = head.middle(m.px(72))
        self._picture = area(Box(head.lead, middle.top, picture, m.px(72)), m.width, m.rtl)
        put(self.title, Box(head.lead + picture + m.px(18), head.top, free, head.height), m)
        put(self.language, Box(head.end - wide, head.middle(tall).top, wide, tall), m)
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

    def _place_bar(self, room: Box) -> Box:
        m = self.m
        gap = m.px(16)
        bar = self._bar()
        columns = 2 if m.portrait or any(b.narrowest() > (room.width - 3 * gap) / 4 for b in bar) else 4
        rows = len(bar) // columns
        wide = round((room.width - gap * (columns - 1)) / columns)
        tall = max(m.px(84 if m.step < 3 else 78), *(button.needed(wide) for button in bar))
        rest, lower = room.cut_bottom(rows * tall + (rows - 1) * gap, gap)
        for button, cell in zip(bar, lower.grid(columns, rows, gap), strict=True):
            put(button, cell, m)
        return rest

    def _place_banner(self, room: Box) -> Box:
        m = self.m
        if not self._today(self.state):
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
        if self.m.portrait:
            return sum(card.needed(round(width)) + self.m.px(16) for card in self.cards)
        cells = Box(0, 0, width, 1).shares(self._shares(), self.m.px(16))
        return max(
            (card.needed(round(cell.width)) for card, cell in zip(self.cards, cells, strict=False)), default=0
        )

    def _shares(self) -> list[float]:
        return [1.0] * A_PAGE + ([0.52] if self.others.isVisibleTo(self) else [])

    def _place_cards(self, room: Box) -> None:
        m = self.m
        more = [self.others] if self.others.isVisibleTo(self) else []
        if m.portrait:
            cells = room.rows(len(self.cards) + len(more), m.px(16)) if self.cards else []
        else:
            cells = room.shares(self._shares(), m.px(16))
        for compact, slim in ((False, False), (True, False), (False, True)):
            for each in self.cards:
                each.make_room(compact, slim)
            if self._fit(cells):
                break
        for card, cell in zip([*self.cards, *more], cells, strict=False):
            high = min(cell.height, m.px(300) if m.portrait else cell.height)
            put(card, Box(cell.lead, cell.top, cell.width, high), m)

    def _fit(self, cells: Sequence[Box]) -> bool:
        pairs = zip(self.cards, cells, strict=False)
        return all(card.needed(round(cell.width)) <= cell.height for card, cell in pairs)

    def _order(self) -> None:
        order: list[QWidget] = [self.banner.go, *self.cards, self.others, *self._bar(), self.language]
        self.order(order)
