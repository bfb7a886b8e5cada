"""What is in demand: by course, place or group, month by month, and what the next month may bring."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.reports.needs import By, NeedRow, Needs, needs
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.needs_words import NeedsWords
from elder_tutor.ui.trainer.plots.bars import BarPlot, pages
from elder_tutor.ui.trainer.plots.lines import LinePlot
from elder_tutor.ui.trainer.plots.numbers import HEAD, NumbersTable
from elder_tutor.ui.trainer.plots.paper import Sheet
from elder_tutor.ui.trainer.plots.values import numbers_of
from elder_tutor.ui.trainer.turning import NEXT, PREVIOUS
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

NAME: Final = "trainer.needs"
TITLE: Final = phrase("What is in demand?")
TABS: Final[dict[By, tuple[str, Phrase]]] = {
    By.COURSE: ("line/grid", phrase("By course")),
    By.PLACE: ("line/pin", phrase("By place")),
    By.GROUP: ("line/people", phrase("By group")),
}
NUMBERS: Final = phrase("Numbers")
METHOD: Final = phrase("How is it reckoned?")
HOW: Final = phrase(
    "We look at the last six whole months. A recent month weighs more than an older one. From them we "
    "reckon the number to be expected. We also look at how much the months differ from one another. So we "
    "tell a lowest and a highest number. In eight of ten cases the real number lies between them. Holidays "
    "and new courses are not foreseen. Below five people we show no number, so that nobody can be recognised."
)
IN_BRACKETS: Final = phrase("In brackets: how many people.")
NOTHING_YET: Final = phrase("Nobody has practised here yet.")
ASIDE: Final = 500
PAD: Final = 24
"""Design pixels."""


class NeedsPage(AskingPage):
    """Show the most wanted first; the chosen row stands beside with its months and the forecast."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.by, self.chosen, self.table_shown, self.method_shown = By.COURSE, "", False, False
        self.needs: Needs | None = None
        self.tabs = {by: Press(f"{NAME}.by.{by}", Look.QUIET, glyph, self) for by, (glyph, _) in TABS.items()}
        self.numbers = Press(f"{NAME}.numbers", Look.QUIET, "line/card", self)
        self.method = Press(f"{NAME}.method", Look.QUIET, "line/help", self)
        self.card, self.aside = Card(f"{NAME}.card", self), Card(f"{NAME}.aside", self)
        self.heading = Text(f"{NAME}.heading", "card", True, parent=self)
        self.bars = BarPlot(f"{NAME}.bars", self)
        self.table = NumbersTable(f"{NAME}.table", self)
        self.words = Text(f"{NAME}.words", "body", parent=self)
        self.name = Text(f"{NAME}.name", "card", True, parent=self)
        self.line = LinePlot(f"{NAME}.line", self)
        self.outlook = Text(f"{NAME}.outlook", "body", parent=self)
        self.before = Press(f"{NAME}.before", Look.QUIET, "line/chevron", self)
        self.after = Press(f"{NAME}.after", Look.QUIET, "line/chevron", self)
        self.before.flipped = True
        self.cards = [self.card, self.aside]
        for by, tab in self.tabs.items():
            tab.clicked.connect(partial(self.show_by, by))
        self.numbers.clicked.connect(self._toggle_table)
        self.method.clicked.connect(self._toggle_method)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    # --- reading -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the demand anew."""
        catalog, by, today = self.desk.app.catalog, self.by, self.desk.today
        self.ask(lambda store: needs(store, catalog, by, today), self.taken)

    def taken(self, found: Needs) -> None:
        """Show what was answered, if it is something else than before."""
        if found.by is self.by and found != self.needs:
            self.needs = found
            self.again()

    def show_by(self, by: By) -> None:
        """Count by course, place or group."""
        self.by = by
        self.refresh()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.needs is None or self.wording is None:
            self._show_only(())
            return
        tabs = [*self.tabs.values(), self.numbers, self.method]
        self._write_tabs()
        room = self.place_tabs(self.room(), self.shown(TITLE), tabs)
        rows = self.needs.rows
        self.chosen = next((row.id for row in rows if row.id == self.chosen), rows[0].id if rows else "")
        self._write_place(room, NeedsWords(self.wording, self.m))
        self.order([*tabs, self.print, self.table, self.before, self.after])

    def _write_place(self, room: Box, words: NeedsWords) -> None:
        assert self.needs is not None
        if not self.needs.rows:
            self._show_only((self.card, self.words))
            self._place_words(room, NOTHING_YET)
        elif self.table_shown:
            several = len(self.needs.rows) > self._each(room)
            turning = (self.before, self.after) if several else ()
            self._show_only((self.card, self.heading, self.table, *turning))
            self._place_table(room, words)
        else:
            shown = (self.card, self.heading, self.bars, self.aside, self.name, self.line, self.outlook)
            self._show_only((*shown, self.before, self.after))
            main, aside = self._halves(room)
            self._place_aside(aside, words)
            if self.method_shown:
                self.bars.hide()
                self.words.show()
                self._place_method(main)
            else:
                self._place_bars(main, words)

    def _halves(self, room: Box) -> tuple[Box, Box]:
        m = self.m
        if m.portrait:
            return room.cut_bottom(m.px(560), m.px(20))
        return room.cut_end(min(m.px(ASIDE), room.width * 0.42), m.px(20))

    def _show_only(self, shown: tuple[QWidget, ...]) -> None:
        parts = (
            self.card, self.heading, self.bars, self.table, self.words, self.aside, self.name, self.line,
            self.outlook, self.before, self.after, self.print,
        )  # fmt: skip
        for part in parts:
            part.setVisible(part in shown)

    def _write_tabs(self) -> None:
        for by, tab in self.tabs.items():
            tab.render_words(self.shown(TABS[by][1]))
            tab.set_chosen(by is self.by)
        self.numbers.render_words(self.shown(NUMBERS))
        self.numbers.set_chosen(self.table_shown)
        self.method.render_words(self.shown(METHOD))
        self.method.set_chosen(self.method_shown)

    def _place_words(self, room: Box, words: Phrase) -> None:
        """Show a sentence, or the paragraph on the method, on the large card."""
        m = self.m
        self._put_card(self.card, room)
        self.words.render_words(self.shown(words))
        self.words.apply(m)
        self.words.spacing = 1.6
        inner = room.inset(m.px(PAD), m.px(PAD - 6))
        put(self.words, inner.cut_top(min(self.words.needed(inner.width), inner.height))[0], m)

    def _place_method(self, room: Box) -> None:
        m = self.m
        self._place_words(room, HOW)
        inner = self._place_heading(room.inset(m.px(PAD), m.px(PAD - 6)), self.shown(METHOD))
        put(self.words, inner.cut_top(min(self.words.needed(inner.width), inner.height))[0], m)

    def _place_bars(self, room: Box, words: NeedsWords) -> None:
        assert self.needs is not None
        m = self.m
        self._put_card(self.card, room)
        inner = room.inset(m.px(12), m.px(PAD - 6))
        most = max((row.last.attempts or 0 for row in self.needs.rows), default=0)
        plot = words.bars(self.needs, self._page(inner), self._row(), most)
        inner = self._place_heading(inner.inset(m.px(12), 0), plot.title)
        self.bars.render_plot(plot, m)
        put(self.bars, Box(room.lead, inner.top, room.width, room.bottom - inner.top - m.px(10)), m)

    def _place_heading(self, room: Box, title: str) -> Box:
        self.heading.render_words(title)
        self.heading.apply(self.m)
        line, rest = room.cut_top(self.heading.needed(room.width), self.m.px(2))
        put(self.heading, line, self.m)
        return rest

    def _place_aside(self, room: Box, words: NeedsWords) -> None:
        assert self.needs is not None
        m, row = self.m, self._row()
        self._put_card(self.aside, room)
        inner = room.inset(m.px(PAD), m.px(PAD - 6))
        inner = self._place_turning(inner)
        plot = words.line(self.needs, row)
        self.name.render_words(plot.title)
        self.outlook.render_words(self.shown(words.outlook(self.needs, row)))
        for part in (self.name, self.outlook):
            part.apply(m)
        line, inner = inner.cut_top(self.name.needed(inner.width), m.px(4))
        put(self.name, line, m)
        inner, foot = inner.cut_bottom(self.outlook.needed(inner.width), m.px(8))
        put(self.outlook, foot, m)
        self.line.render_plot(plot, m)
        put(self.line, Box(room.lead + m.px(8), inner.top, room.width - m.px(16), inner.height), m)

    def _place_turning(self, room: Box) -> Box:
        m = self.m
        for button, words in ((self.before, PREVIOUS), (self.after, NEXT)):
            button.render_words(self.shown(words))
            button.apply(m)
        rest, line = room.cut_bottom(self.after.tall(), m.px(14))
        for button, place in zip(
            (self.before, self.after), line.columns(2, max(m.px(14), m.mm(3))), strict=True
        ):
            put(button, place, m)
        return rest

    def _place_table(self, room: Box, words: NeedsWords) -> None:
        assert self.needs is not None
        m = self.m
        self._put_card(self.card, room)
        inner = room.inset(m.px(PAD), m.px(PAD - 6))
        if self.after.isVisibleTo(self):
            inner = self._place_turning(inner)
        line = self.place_print(inner)
        self._place_heading(line, self.shown(IN_BRACKETS))
        _, inner = inner.cut_top(line.height, m.px(4))
        put(self.table, inner, m)
        self.table.render_numbers(words.numbers(self.needs, self._page(room)), self.shown(TITLE), m)

    def _put_card(self, card: Card, room: Box) -> None:
        card.apply(self.m)
        put(card, room, self.m)
        card.lower()

    # --- rows --------------------------------------------------------------------------

    def _row(self) -> NeedRow:
        assert self.needs is not None
        return next(row for row in self.needs.rows if row.id == self.chosen)

    def _each(self, room: Box) -> int:
        assert self.needs is not None
        least = 46 if self.table_shown else 42
        taken = self.m.px(HEAD + 122 if self.table_shown else 70)
        return pages(len(self.needs.rows), room.height - taken, self.m, least)

    def _page(self, room: Box) -> tuple[NeedRow, ...]:
        """Answer the rows that stand together with the chosen one."""
        assert self.needs is not None
        rows, each = self.needs.rows, self._each(room)
        first = rows.index(self._row()) // each * each
        return rows[first : first + each]

    def sheets(self) -> tuple[Sheet, ...]:
        """Answer all rows of the last month with every number, and the months of the chosen one."""
        if self.needs is None or not self.needs.rows or self.wording is None:
            return ()
        words, rows = NeedsWords(self.wording, self.m), self.needs.rows
        most = max(row.last.attempts or 0 for row in rows)
        bars, line = words.bars(self.needs, rows, self._row(), most), words.line(self.needs, self._row())
        return (bars, words.numbers(self.needs, rows)), (line, numbers_of(line))

    # --- acting ------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        if self.needs is None or not self.needs.rows:
            return
        rows = self.needs.rows
        if self.table_shown:
            by *= self._each(self.room())
        at = rows.index(self._row()) + by
        self.chosen = rows[at % len(rows)].id
        self.again()

    def _toggle_table(self) -> None:
        self.table_shown, self.method_shown = not self.table_shown, False
        self.again()

    def _toggle_method(self) -> None:
        self.method_shown = not self.method_shown
        self.again()
