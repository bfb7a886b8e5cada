"""«ضبط»: everything that can be set, as big pictures, at most six on a picture page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.settings import Settings
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.fit import dials
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.dial_card import DialCard, place_alike
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

if TYPE_CHECKING:
    from elder_tutor.ui.fit.dials import Change

HOW: Final = phrase("Here you set how I look and speak. Each change holds at once.")
TURN: Final = phrase("Tap “Next” to see more.")
DONE: Final = phrase("Done")
FIT: Final = phrase("Fit it to me")
TWO_MINUTES: Final = phrase("Two minutes")
BEGIN: Final = phrase("Let us begin")
WRONG: Final = phrase("Something is wrong here")
TELL: Final = phrase("Tell us")
WE_LOOK: Final = phrase("We look after it")
CENTRE: Final = phrase("The centre's settings")
FIRST: Final = phrase("The first settings")
AS_BEFORE: Final = phrase("As it was at the start")
BRING: Final = phrase("Bring them back")
MINE: Final = phrase("My settings")
GIVE_BACK: Final = phrase("Give me mine back")
VOICE_CHOSEN: Final = phrase("The voice is chosen here for everybody.")

LANDSCAPE: Final = ((3, 2), (2, 2), (3, 1), (2, 1), (1, 1))
PORTRAIT: Final = ((2, 3), (1, 6), (1, 5), (1, 4), (1, 3), (1, 2))
"""Columns and rows of a picture page, six pictures at most; fewer where the type is large."""
TALLEST, TALL = 290, 460
"""Design pixels: the highest picture, and where one row stands alone."""

FIT_CARD, WRONG_CARD, CENTRE_CARD = "fit", "wrong", "centre"
ERRANDS: Final = {FIT_CARD: "line/fit", WRONG_CARD: "line/flag", CENTRE_CARD: "line/refresh"}
ORDER: Final = (
    "size", "theme", "volume", "rate", "voice", FIT_CARD,
    "language", "sound", "touch", "delay", "speak_touched", "phone_side",
    "digits", "speak_keys", "screen_reader", "motion", WRONG_CARD, CENTRE_CARD,
)  # fmt: skip
"""What people change most stands on the first page."""


class SettingsPage(Page):
    """Show every setting with its picture; ``changed`` carries what to set, the others are wishes."""

    changed = Signal(object)
    fitRequested = Signal()
    wrongReported = Signal()
    centreRequested = Signal()
    mineRequested = Signal()
    doneRequested = Signal()
    aside = True
    """It stands in front of a lesson or a page that is gone back to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("settings", parent)
        self.settings = Settings()
        self.page = 0
        self.undo = False
        """The centre's settings were brought back, and the person's own can still be given back."""
        self.title = Words("settings.title", "title", True, parent=self)
        self.count = Words("settings.count", "label", True, "ink2", self)
        self.done = LipButton("settings.done", Look.PRIMARY, "line/check", parent=self)
        self.again = LipButton("settings.again", Look.AGAIN, "line/again", parent=self)
        self.before = LipButton("settings.before", Look.SECONDARY, "line/chevron", parent=self)
        self.after = LipButton("settings.next", Look.SECONDARY, "line/chevron", parent=self)
        self.before.flipped = True
        self.done.role, self.done.radius = "body", 24
        self.title.spacing = self.count.spacing = 1.25
        self.cards = {which: self._card(which) for which in ORDER}
        self._titles: dict[str, Phrase] = {}
        self._a_page = LANDSCAPE[0]
        self._pressed = ""
        """The card that is pressed now: it stays in sight when other words take more or less room."""
        self._connect()

    # --- what it shows -----------------------------------------------------------------

    def greeting(self) -> tuple[Phrase, ...]:
        """Say where one is, what stands here, and that there is more."""
        more = (TURN,) if self.pages > 1 and self.page == 0 else ()
        return (words.SETTINGS, HOW, *more)

    def named(self) -> Phrase:
        """Answer that this is where things are set."""
        return words.SETTINGS

    def caption(self) -> QRect:
        """Answer the place of the title, where a change is tried aloud."""
        return self.strip(self.title, self.count) if self.count.isVisibleTo(self) else self.strip(self.title)

    @property
    def pages(self) -> int:
        """Answer how many picture pages there are."""
        held = self._a_page[0] * self._a_page[1]
        return max(1, -(-len(self._offered()) // held))

    def turn(self, by: int) -> None:
        """Turn to another picture page; after the last comes the first."""
        self.page = (self.page + by) % self.pages
        self.relayout()
        self.update()
        self.sayRequested.emit(tuple(self._titles[each] for each in self._standing()))

    def _offered(self) -> list[str]:
        one = len(dials.language(self.settings).choices) < 2
        return [each for each in ORDER if not (each == "language" and one)]

    def _standing(self) -> list[str]:
        held = self._a_page[0] * self._a_page[1]
        return self._offered()[self.page * held : (self.page + 1) * held]

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._write()
        parts: list[Words | LipButton | DialCard] = [self.title, self.count, *self._bar()]
        for part in (*parts, *self.cards.values()):
            part.apply(m)
        margin = m.px(40 if m.portrait else 32 if m.width >= m.px(1320) else 28)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        first = self._pressed or next(iter(self._standing()), "")
        cells = self._choose(self._place_bar(self._place_head(room)))
        self._stay_at(first)
        self._place_cards(cells)
        self._write_count()
        shown = [self.cards[each] for each in self._standing()]
        self.order([*shown, *self._bar(), self.listen])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        return [card_shadow(card, self.m, 26) for card in self.cards.values() if card.isVisibleTo(self)]

    # --- parts ---------------------------------------------------------------------------

    def _card(self, which: str) -> DialCard:
        card = DialCard(f"settings.{which}", ERRANDS.get(which, ""), self, 1 if which in ERRANDS else 2)
        card.changed.connect(lambda change: self._wish(which, change))
        return card

    def _connect(self) -> None:
        self.done.clicked.connect(self.doneRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.cards[FIT_CARD].asked.connect(self.fitRequested)
        self.cards[WRONG_CARD].asked.connect(self.wrongReported)
        self.cards[CENTRE_CARD].asked.connect(self._settings_asked)

    def _wish(self, which: str, change: Change) -> None:
        if which == dials.VOICE.id and self._voice_is_chosen:
            self.sayRequested.emit((VOICE_CHOSEN,))
            return
        self._pressed = which
        self.changed.emit(change)
        self._pressed = ""

    @property
    def _voice_is_chosen(self) -> bool:
        """Tell whether the centre chose a voice of its own: then the person cannot."""
        return any(lang == self.settings.language for lang, _ in self.settings.voices)

    def _settings_asked(self) -> None:
        (self.mineRequested if self.undo else self.centreRequested).emit()

    def _bar(self) -> list[LipButton]:
        return [self.done, self.again, self.before, self.after]

    def _write(self) -> None:
        assert self.wording is not None
        held = self.settings
        self.title.render_words(self.shown(words.SETTINGS))
        pairs = (
            (self.done, DONE), (self.again, words.SAY_AGAIN),
            (self.before, phrase("Previous")), (self.after, phrase("Next")),
        )  # fmt: skip
        for button, text in pairs:
            button.render_words(self.shown(text))
        made = {each.id: each for each in (*dials.FIXED, dials.language(held), dials.side(held))}
        made[dials.SIZE.id] = dials.letters(self.m.largest)
        for which, dial in made.items():
            self.cards[which].render_dial(dial, held, self.wording)
            self._titles[which] = dial.title
        self._write_errands(held)
        for button in self.cards["voice"].buttons():
            button.set_available(not self._voice_is_chosen)

    def _write_errands(self, held: Settings) -> None:
        assert self.wording is not None
        first = FIRST if held.place == "home" else CENTRE
        texts = {
            FIT_CARD: (FIT, TWO_MINUTES, BEGIN),
            WRONG_CARD: (WRONG, WE_LOOK, TELL),
            CENTRE_CARD: (MINE, AS_BEFORE, GIVE_BACK) if self.undo else (first, AS_BEFORE, BRING),
        }
        for which, (title, told, button) in texts.items():
            self.cards[which].render_errand(title, told, button, self.wording)
            self._titles[which] = title

    def _write_count(self) -> None:
        of = phrase("{step} of {steps}", step=self.page + 1, steps=self.pages)
        self.count.render_words(self.shown(of) if self.pages > 1 else "")

    # --- places --------------------------------------------------------------------------

    def _place_head(self, room: Box) -> Box:
        m = self.m
        listen = self.listen.natural_width()
        tall = max(m.px(64), m.mm(16), self.listen.needed(listen))
        head, rest = room.cut_top(max(tall + m.px(20), self.title.needed(room.width / 2)), m.px(6))
        put(self.listen, Box(head.end - listen, head.top, listen, head.height).middle(tall), m)
        title = min(self.title.natural_width() + m.px(10), round(head.width - listen - m.px(24)))
        put(self.title, Box(head.lead, head.top, title, head.height), m)
        left = head.width - listen - title - m.px(48)
        self.count.setVisible(left >= m.px(150))
        put(self.count, Box(head.lead + title + m.px(24), head.top, left, head.height), m)
        return rest

    def _place_bar(self, room: Box) -> Box:
        m, gap, bar = self.m, self.m.px(16), self._bar()
        wide = room.width - 3 * gap
        shares = [1.4, 1.1, 1.0, 1.0]
        each = [wide * share / sum(shares) for share in shares]
        if not m.portrait and all(b.narrowest() <= w for b, w in zip(bar, each, strict=True)):
            tall = max(m.px(84), m.mm(20), *(b.needed(round(w)) for b, w in zip(bar, each, strict=True)))
            rest, lower = room.cut_bottom(tall, gap)
            for button, cell in zip(bar, lower.shares(shares, gap), strict=True):
                put(button, cell, m)
            return rest
        half = (room.width - gap) / 2
        tall = max(m.px(84), m.mm(20), *(b.needed(round(half)) for b in bar))
        rest, lower = room.cut_bottom(2 * tall + gap, gap)
        for button, cell in zip(bar, lower.grid(2, 2, gap), strict=True):
            put(button, cell, m)
        return rest

    def _choose(self, room: Box) -> list[Box]:
        """Answer the cells of a picture page: as many as hold the words of every picture."""
        gap = max(self.m.px(14), self.m.mm(3))
        cells: list[Box] = []
        for columns, rows in PORTRAIT if self.m.portrait else LANDSCAPE:
            self._a_page = (columns, rows)
            cells = room.grid(columns, rows, gap)
            shown = [self.cards[each] for each in self._offered()]
            if all(card.fits(cells[0].width, cells[0].height) for card in shown):
                break
        return cells

    def _stay_at(self, card: str) -> None:
        """Turn to the picture page on which a card stands now."""
        offered, held = self._offered(), self._a_page[0] * self._a_page[1]
        if card in offered:
            self.page = offered.index(card) // held
        self.page = min(self.page, self.pages - 1)

    def _place_cards(self, cells: list[Box]) -> None:
        m, standing = self.m, self._standing()
        for which, card in self.cards.items():
            card.setVisible(which in standing)
        for which, cell in zip(standing, cells, strict=False):
            card = self.cards[which]
            most = m.px(TALL if self._a_page[1] == 1 or m.portrait else TALLEST)
            put(card, Box(cell.lead, cell.top, cell.width, min(cell.height, most)), m)
        place_alike([self.cards[which] for which in standing])
