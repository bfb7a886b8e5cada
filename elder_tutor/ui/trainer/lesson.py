"""One lesson: which step stops whom, the commonest mistakes, and what its last revision changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.store import Store
from elder_tutor.reports.revisions import Change, change_of
from elder_tutor.reports.tables import Funnel, funnel_table
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.lesson_card import StepCardMaker
from elder_tutor.ui.trainer.lesson_chooser import LESSONS_SHOWN, Chooser
from elder_tutor.ui.trainer.lesson_mistakes import MOST, MistakeCard, commonest, numbers
from elder_tutor.ui.trainer.lesson_notes import Advice, Legend
from elder_tutor.ui.trainer.lesson_parts import FunnelCard, HardStep
from elder_tutor.ui.trainer.lesson_plots import change_bars, change_numbers, funnel_bars, funnel_numbers
from elder_tutor.ui.trainer.lesson_shots import Shots
from elder_tutor.ui.trainer.look import CENTRE, Press, Text
from elder_tutor.ui.trainer.plots.bars import BarPlot
from elder_tutor.ui.trainer.plots.numbers import HEAD, NumbersTable
from elder_tutor.ui.trainer.plots.pager import Pager
from elder_tutor.ui.trainer.plots.paper import Sheet
from elder_tutor.ui.trainer.plots.values import Numbers
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

STEPS, MISTAKES, CHANGE = "steps", "mistakes", "change"
TABS: Final[dict[str, tuple[str, Phrase, Phrase]]] = {
    STEPS: ("line/chart", phrase("Steps"), phrase("Which step stops learners?")),
    MISTAKES: ("line/triangle", phrase("Mistakes"), phrase("The commonest mistakes")),
    CHANGE: ("line/refresh", phrase("Before and after"), phrase("What did the revision change?")),
}
"""Name of a part → icon, words of its tab, title of the page."""
NUMBERS: Final = phrase("Numbers")
NO_MISTAKE: Final = phrase("Nobody has made a likely mistake in this lesson.")
ONE_REVISION: Final = phrase(
    "Only one revision of this lesson was practised, so there is nothing to compare."
)
ASIDE: Final = 400
MISTAKES_SHOWN: Final = 3
KEYS: Final = 52
"""Design pixels of the line that tells what the bars mean."""
PAD: Final = 22
Found = tuple[Funnel, Change]


__all__ = ["LESSONS_SHOWN", "LessonPage"]


class LessonPage(AskingPage):
    """Show a lesson in three parts, each with its numbers; the lessons are big buttons above it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("trainer.lesson", desk, parent)
        self.lesson = self.step = ""
        self.part, self.table_shown = STEPS, False
        self.funnel: Funnel | None = None
        self.change: Change | None = None
        self.tabs = {
            name: Press(f"trainer.lesson.tab.{name}", Look.QUIET, glyph, self)
            for name, (glyph, _, _) in TABS.items()
        }
        self.numbers = Press("trainer.lesson.numbers", Look.QUIET, "line/card", self)
        self.chooser = Chooser("trainer.lesson", self)
        self.card = FunnelCard("trainer.lesson.funnel", self)
        self.hard = HardStep("trainer.lesson.hard", self)
        self.advice = Advice("trainer.lesson.advice", self)
        self.legend = Legend("trainer.lesson.key", self)
        self.mistakes = [MistakeCard(f"trainer.lesson.mistake.{n}", self) for n in range(MOST)]
        self.ground = Card("trainer.lesson.ground", self)
        self.heading = Text("trainer.lesson.heading", "card", True, parent=self)
        self.words = Text("trainer.lesson.words", "card", False, "ink2", self)
        self.bars = BarPlot("trainer.lesson.bars", self)
        self.table = NumbersTable("trainer.lesson.table", self)
        self.words.across = CENTRE
        self.cards = [self.card, self.hard, self.advice, self.ground, *self.mistakes]
        self.shots = Shots(desk.app, self)
        self.pager = Pager("trainer.lesson", self)
        self.maker = StepCardMaker("trainer.lesson", desk, self)
        self._connect()

    def _connect(self) -> None:
        for name, tab in self.tabs.items():
            tab.clicked.connect(partial(self.open, name))
        self.chooser.chosen.connect(self.show_lesson)
        self.chooser.turned.connect(self.again)
        self.numbers.clicked.connect(self._toggle)
        self.shots.ready.connect(self._drawn)
        self.pager.turned.connect(self.again)

    # --- reading -----------------------------------------------------------------------

    def show_lesson(self, lesson_id: str, step: str = "") -> None:
        """Show this lesson; with a step its steps, and that one beside them instead of the hardest."""
        self.lesson, self.step, self.funnel, self.change = lesson_id, step, None, None
        if step:
            self.part, self.table_shown = STEPS, False
        self.refresh()

    def refresh(self) -> None:
        """Ask for the lesson anew."""
        heads = self.desk.open_heads()
        head = next((one for one in heads if one.id == self.lesson), heads[0] if heads else None)
        if head is None:
            return
        self.lesson = head.id

        def read(store: Store) -> Found:
            return funnel_table(store, head), change_of(store, head)

        self.ask(read, self.taken)

    def taken(self, found: Found) -> None:
        """Show what was answered, if it is something else than before."""
        funnel, change = found
        if funnel.lesson.id == self.lesson and (funnel, change) != (self.funnel, self.change):
            self.funnel, self.change = funnel, change
            hard = self.step or (funnel.hardest.step.id if funnel.hardest else "")
            ids = [row.step.id for row in funnel.rows]
            self.pager.wanted = ids.index(hard) if hard in ids else 0
            self.again()

    def settle(self) -> None:
        """Wait for numbers and pictures, for pictures of the page."""
        super().settle()
        self.shots.settle()

    def open(self, part: str) -> None:
        """Bring one part to the front."""
        self.part, self.pager.leaf = part, 0
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.funnel is None or self.change is None or self.wording is None:
            return
        tabs = [*self.tabs.values(), self.numbers]
        for name, (_, words, _) in TABS.items():
            self.tabs[name].render_words(self.shown(words))
            self.tabs[name].set_chosen(name == self.part)
        self.numbers.render_words(self.shown(NUMBERS))
        self.numbers.set_chosen(self.table_shown)
        room = self.place_tabs(self.room(), self.shown(TABS[self.part][2]), tabs)
        self.maker.dress(self.m, self.wording)
        room = self.chooser.place(room, self.desk.open_heads(), self.lesson, self.wording, self.m)
        self._show_only(())
        self.pager.hide()
        self.print.hide()
        self.print.apply(self.m)
        if self.table_shown:
            self._place_table(room)
        elif self.part == STEPS:
            self._place_steps(room)
        elif self.part == MISTAKES:
            self._place_mistakes(room)
        else:
            self._place_change(room)
        self.order(
            [*tabs, *self.chooser.buttons, self.chooser.more, self.maker.button, self.table,
             *self.pager.buttons, self.print]
        )  # fmt: skip

    def _show_only(self, shown: tuple[QWidget, ...]) -> None:
        parts = (
            self.card, self.hard, self.advice, *self.legend.keys, *self.mistakes, self.ground, self.heading,
            self.words, self.bars, self.table, self.maker.button,
        )  # fmt: skip
        for part in parts:
            part.setVisible(part in shown)

    def _place_steps(self, room: Box) -> None:
        m, w, funnel = self.m, self.wording, self.funnel
        assert w is not None
        assert funnel is not None
        offered = (self.maker.button,) if self.maker.offer(self.lesson, w.lang) else ()
        self._show_only((self.card, self.hard, self.advice, *self.legend.keys, *offered))
        if m.portrait:
            main, aside = room.cut_bottom(m.px(520), m.px(20))
        else:
            main, aside = room.cut_end(m.px(ASIDE), m.px(20))
        main, part = self.pager.place(main, len(funnel.rows), m.px(32 + KEYS), self.shown, m)
        if self.pager.after.isVisibleTo(self):
            line = self.pager.foot
        else:
            main, line = main.cut_bottom(m.px(KEYS - 8), m.px(8))
        self.card.render_funnel(funnel, w, m, self.step, part)
        put(self.card, main, m)
        self.legend.place(line, self.shown, m)
        if offered:
            aside = self.maker.place(aside, m.px(ASIDE))
        self._place_aside(aside, funnel)

    def _place_aside(self, room: Box, funnel: Funnel) -> None:
        m, w = self.m, self.wording
        assert w is not None
        chosen = next((row for row in funnel.rows if row.step.id == self.step), None)
        hardest = chosen or funnel.hardest
        named: list[tuple[Phrase, int]] = []
        if hardest is not None:
            named = [
                (self.desk.mistake(funnel.lesson.id, one.mistake), one.times)
                for one in hardest.mistakes[:MISTAKES_SHOWN]
            ]
        self.hard.render_row(hardest, named, w, m)
        self.advice.render_row(hardest, w, m)
        upper, rest = room.cut_top(min(self.hard.needed(room.width), room.height), m.px(18))
        put(self.hard, upper, m)
        high = self.advice.needed(room.width)
        self.advice.setVisible(hardest is not None and high <= rest.height)
        put(self.advice, rest.cut_top(high)[0], m)

    def _place_mistakes(self, room: Box) -> None:
        m, w, funnel = self.m, self.wording, self.funnel
        assert w is not None
        assert funnel is not None
        rows = commonest(funnel)
        if not rows:
            self._place_words(room, NO_MISTAKE)
            return
        lesson = funnel.lesson.id
        self._show_only(tuple(self.mistakes[: len(rows)]))
        places = room.rows(MOST, m.px(18)) if m.portrait else room.columns(MOST, m.px(18))
        for row, card, place in zip(rows, self.mistakes, places, strict=False):
            picture = self.shots.picture(lesson, row.step.id, w.lang)
            put(card, place, m)
            card.render_mistake(row, self.desk.mistake(lesson, row.mistake), picture, w, m)
        self.shots.want(lesson, [row.step.id for row in rows], w, self.desk.today)

    def _place_change(self, room: Box) -> None:
        m, w, change = self.m, self.wording, self.change
        assert w is not None
        assert change is not None
        if not change.rows:
            self._place_words(room, ONE_REVISION)
            return
        room, part = self.pager.place(room, len(change.rows), m.px(120), self.shown, m)
        plot = change_bars(change, w)
        plot = replace(plot, rows=plot.rows[part])
        self._show_only((self.ground, self.heading, self.bars))
        inner = self._place_ground(room, plot.title)
        put(self.bars, Box(room.lead + m.px(8), inner.top, room.width - m.px(16), inner.height + m.px(8)), m)
        self.bars.render_plot(plot, m)

    def _place_table(self, room: Box) -> None:
        assert self.wording is not None
        table = self._numbers()
        room, part = self.pager.place(room, len(table.rows), self.m.px(HEAD + 24), self.shown, self.m, True)
        if self.part != MISTAKES:
            self.place_print(self.pager.foot)
        self._show_only((self.ground, self.table))
        self.ground.apply(self.m)
        put(self.ground, room, self.m)
        put(self.table, room.inset(self.m.px(PAD), self.m.px(10)), self.m)
        table = replace(table, rows=table.rows[part])
        self.table.render_numbers(table, self.shown(TABS[self.part][2]), self.m)

    def _numbers(self) -> Numbers:
        assert self.wording is not None
        assert self.funnel is not None
        assert self.change is not None
        if self.part == STEPS:
            return funnel_numbers(self.funnel, self.wording)
        if self.part == CHANGE:
            return change_numbers(self.change, self.wording)
        rows = commonest(self.funnel)
        names = tuple(self.desk.mistake(self.funnel.lesson.id, row.mistake) for row in rows)
        return numbers(rows, names, self.wording)

    def _place_ground(self, room: Box, title: str) -> Box:
        m = self.m
        self.ground.apply(m)
        put(self.ground, room, m)
        self.heading.render_words(title)
        self.heading.apply(m)
        inner = room.inset(m.px(PAD), m.px(12))
        line, inner = inner.cut_top(self.heading.needed(inner.width), m.px(2))
        put(self.heading, line, m)
        return inner

    def _place_words(self, room: Box, words: Phrase) -> None:
        """Tell calmly that there is nothing to show."""
        self._show_only((self.ground, self.words))
        self.ground.apply(self.m)
        put(self.ground, room, self.m)
        self.words.render_words(self.shown(words))
        self.words.apply(self.m)
        put(self.words, room.inset(self.m.px(PAD)), self.m)

    def sheets(self) -> tuple[Sheet, ...]:
        """Answer the plot of the present part with its numbers."""
        if self.funnel is None or self.change is None or self.wording is None:
            return ()
        if self.part == CHANGE and self.change.rows:
            return ((change_bars(self.change, self.wording), change_numbers(self.change, self.wording)),)
        return ((funnel_bars(self.funnel, self.wording), funnel_numbers(self.funnel, self.wording)),)

    # --- acting ------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave off making a card when the page goes away; a smaller window on the desktop is no going."""
        if not event.spontaneous():
            self.maker.stop()
        super().hideEvent(event)

    def _drawn(self) -> None:
        if self.part == MISTAKES and not self.table_shown:
            self.again()

    def _toggle(self) -> None:
        self.table_shown, self.pager.leaf = not self.table_shown, 0
        self.again()
