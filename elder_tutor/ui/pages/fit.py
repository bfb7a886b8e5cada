"""What the pages of fitting share: one question, big choices, and the way on (mock-up fit-to-me)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.settings import Settings
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.pages.page import BAND, Page
from elder_tutor.ui.place import Box, area, fitted, put
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.steps import StepDots

PAGES: Final = 5
SUITS: Final = phrase("This suits me")
BACK: Final = phrase("Back")
POT: Final = 84.0
"""Design pixels: the height of the pot that speaks."""
SAID: Final = 96.0
"""Design pixels: the height of the card for a line that is said."""
HEADS: Final = ((SAID, 24.0), (SAID, 0.0), (SAID - 16, 0.0), (1.0, 0.0))
"""Heads of less and less height, tried until the choices fit below: the least for the title, and its air.

The first has a pot beside it; after them comes one row for all.
"""
ONE_ROW: Final = len(HEADS)
WIDE, SLIM = (40.0, 14.0, 20.0), (30.0, 8.0, 10.0)
"""Of the smaller buttons, and where they are narrow: the picture, the gap beside it, the room at the ends."""
SHARES: Final = (1.8, 1.1, 1.0, 0.9)
"""How wide the buttons of the lower row are to one another."""


class FitPage(Page):
    """Ask one thing; ``chosen`` carries settings to change, which hold at once.

    A subclass places its choices in ``place_body`` and tells by ``body_needed`` how high they
    are. Nobody has to choose: the button that goes on leaves everything as it stands.
    """

    chosen = Signal(object)
    nextRequested = Signal()
    backRequested = Signal()
    leaveRequested = Signal()
    aside = True
    """It stands in front of a page that is gone back to."""

    def __init__(self, name: str, number: int, title: Phrase, how: Phrase, parent: QWidget | None) -> None:
        super().__init__(name, parent)
        self.number, self.title_words, self.how = number, title, how
        self.settings = Settings()
        self.steps = StepDots(f"{name}.steps", self)
        self.count = Words(f"{name}.count", "label", True, "ink2", self)
        self.title = Words(f"{name}.title", "title", True, parent=self)
        self.leave = LipButton(f"{name}.leave", Look.QUIET, "line/leave", parent=self)
        self.go = LipButton(f"{name}.go", Look.PRIMARY, "line/check", parent=self)
        self.again = LipButton(f"{name}.again", Look.AGAIN, "line/again", parent=self)
        self.help = LipButton(f"{name}.help", Look.SECONDARY, "line/help", parent=self)
        self.back = LipButton(f"{name}.back", Look.SECONDARY, "line/back", parent=self)
        self.title.spacing = self.count.spacing = 1.25
        self.leave.icon_size, self.leave.pad, self.leave.gap = 34, 16, 12
        self.go.role, self.go.radius, self.go.icon_size = "body", 26, 44
        self.back.setVisible(number > 1)
        self._pot = QRectF()
        self.leave.clicked.connect(self.leaveRequested)
        self.go.clicked.connect(self.nextRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(lambda: self.sayRequested.emit(self.helping()))
        self.back.clicked.connect(self.backRequested)

    # --- what a page of its own adds -----------------------------------------------------

    def write_body(self) -> None:
        """Write the words of the choices."""

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of the choices at this width."""
        raise NotImplementedError

    def body_fits(self, room: Box) -> bool:
        """Tell whether the choices stand whole in the room below a head: else a lower head is tried."""
        return self.body_needed(room.width) <= room.height

    def place_body(self, room: Box) -> None:
        """Place the choices."""
        raise NotImplementedError

    def controls(self) -> list[QWidget]:
        """Answer the choices in the order of reading."""
        return []

    def onward(self) -> Phrase:
        """Answer the words of the button that goes on."""
        return SUITS

    def helping(self) -> tuple[Phrase, ...]:
        """Answer what is said when somebody asks for help."""
        return (self.how, HELP)

    # --- the page ------------------------------------------------------------------------

    def greeting(self) -> tuple[Phrase, ...]:
        """Ask, and say how one answers."""
        return (self.title_words, self.how)

    def named(self) -> Phrase:
        """Answer the question."""
        return self.title_words

    def caption(self) -> QRect:
        """Answer the place of the question, high enough for a line of spoken words."""
        place = self.strip(self.title)
        more = max(0, self.m.px(SAID) - place.height())
        return place.adjusted(0, -more // 2, 0, more // 2)

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._write()
        parts: list[StepDots | Words | LipButton] = [self.steps, self.count, self.title, self.leave]
        for part in (*parts, *self.bar()):
            part.apply(m)
        margin = m.px(40 if m.portrait else 48 if m.width >= m.px(1320) else 28)
        whole = Box(margin, m.px(BAND + 10), m.width - 2 * margin, m.height - m.px(BAND + 10) - m.px(22))
        body = whole
        for level in range(ONE_ROW + 1):
            body = self._place_bar(self._place_head(whole, level))
            if self.body_fits(body):
                break
        self.place_body(body)
        self.order([*self.controls(), *self.bar(), self.listen, self.leave])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the pot that speaks."""
        super().paintEvent(event)
        if self.metrics is None or self._pot.isEmpty():
            return
        painter = QPainter(self)
        pot = icons.icon("motifs/dallah", round(self._pot.height()), dpr=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self._pot.left(), self._pot.top()), pot)
        painter.end()

    def bar(self) -> list[LipButton]:
        """Answer the buttons of the lower row."""
        return [self.go, self.again, self.help, *([self.back] if self.number > 1 else [])]

    def _write(self) -> None:
        assert self.wording is not None
        of = self.shown(phrase("{step} of {steps}", step=self.number, steps=PAGES))
        shown = 0 < self.number <= PAGES
        self.steps.setVisible(shown)
        self.steps.render_steps(self.number, PAGES, self.wording.number(self.number), of)
        self.count.render_words(of if shown else "")
        self.title.render_words(self.shown(self.title_words))
        pairs = (
            (self.leave, words.LEAVE), (self.go, self.onward()), (self.again, words.SAY_AGAIN),
            (self.help, words.HELP), (self.back, BACK),
        )  # fmt: skip
        for button, text in pairs:
            button.render_words(self.shown(text))
        self.write_body()

    # --- places --------------------------------------------------------------------------

    def _place_head(self, room: Box, level: int) -> Box:
        """Place the upper rows; a higher ``level`` takes less height: no pot, no air, one row for all."""
        m = self.m
        ways = (self.listen, self.leave)
        wide = [button.natural_width() for button in ways]
        tall = max(m.px(64), m.mm(16), *(b.needed(w) for b, w in zip(ways, wide, strict=True)))
        # Where one row holds all, what is to be chosen lies right below the buttons.
        head, rest = room.cut_top(tall, m.px(8) if level < ONE_ROW else max(m.px(8), m.mm(3)))
        both = Box(head.end - sum(wide) - m.px(14), head.top, sum(wide) + m.px(14), tall)
        listen, leave = both.cut_lead(wide[0], m.px(14))
        put(self.listen, listen, m)
        put(self.leave, leave, m)
        free = Box(head.lead, head.top, head.width - both.width - m.px(20), tall)
        if level == ONE_ROW:
            return self._place_title_above(free, rest)
        self._place_steps(free)
        return self._place_title(rest, level)

    def _place_steps(self, free: Box) -> None:
        m = self.m
        dots = self.steps.needed_width() if self.steps.isVisibleTo(self) else 0
        put(self.steps, Box(free.lead, free.top, max(dots, 1), free.height), m)
        count = self.count.natural_width()
        self.count.setVisible(bool(dots) and dots + m.px(22) + count <= free.width)
        put(self.count, Box(free.lead + dots + m.px(22), free.top, count, free.height), m)

    def _place_title(self, room: Box, level: int) -> Box:
        m = self.m
        tall = m.px(POT if level == 0 else 1)
        pot = tall * icons.aspect("motifs/dallah") if level == 0 else 0
        wide = room.width - pot - (m.px(24) if pot else 0)
        # What is said takes a whole line (`caption`): it is to cover neither the buttons nor a choice.
        said, air = (m.px(each) for each in HEADS[level])
        line, rest = room.cut_top(max(self.title.needed(wide) + air, said), m.px(12))
        put(self.title, Box(line.lead, line.top, wide, line.height), m)
        self._pot = (
            area(Box(line.end - pot, line.top, pot, tall).middle(tall), m.width, m.rtl) if pot else QRectF()
        )
        return rest

    def _place_title_above(self, free: Box, rest: Box) -> Box:
        m = self.m
        self._pot = QRectF()
        self.count.hide()
        dots = self.steps.needed_width() if self.steps.isVisibleTo(self) else 0
        if self.title.natural_width() + dots + m.px(20) > free.width:
            dots = 0
            self.steps.hide()
        put(self.steps, Box(free.lead, free.top, max(dots, 1), free.height), m)
        room = free.cut_lead(dots, m.px(20) if dots else 0)[1]
        extra = max(0.0, self.title.needed(room.width) - room.height)
        put(self.title, Box(room.lead, room.top, room.width, room.height + extra), m)
        return rest.cut_top(extra)[1]

    def _place_bar(self, room: Box) -> Box:
        m, gap, bar = self.m, self.m.px(18), self.bar()
        for button in bar[1:]:
            button.icon_size, button.gap, button.pad = WIDE
        least = [button.natural_width() for button in bar]
        widths = fitted(room.width - gap * (len(bar) - 1), SHARES[: len(bar)], least)
        if widths is not None and not m.portrait:
            tall = max(m.px(92), m.mm(20), *(b.needed(round(w)) for b, w in zip(bar, widths, strict=True)))
            rest, lower = room.cut_bottom(tall, m.px(14))
            for button, cell in zip(bar, lower.shares(widths, gap), strict=True):
                put(button, cell, m)
            return rest
        each = (room.width - gap * (len(bar) - 2)) / (len(bar) - 1)
        if any(button.narrowest() > each for button in bar[1:]):
            for button in bar[1:]:
                button.icon_size, button.gap, button.pad = SLIM
        low = max(m.px(76), m.mm(16), *(button.needed(round(each)) for button in bar[1:]))
        high = max(m.px(92), m.mm(20), self.go.needed(round(room.width)))
        rest, lower = room.cut_bottom(high + low + m.px(14), m.px(14))
        upper, under = lower.cut_top(high, m.px(14))
        put(self.go, upper, m)
        for button, cell in zip(bar[1:], under.columns(len(bar) - 1, gap), strict=True):
            put(button, cell, m)
        return rest


HELP: Final = phrase("To go on without a change, tap “{button}”.", button=SUITS)
