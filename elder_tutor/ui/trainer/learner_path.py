"""The path of a learner: lessons course by course; beside them memory, time, what stops, a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.progress.counting import State
from elder_tutor.progress.summaries import STAGES as GONE_THROUGH
from elder_tutor.progress.summaries import Standing
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.learner import LearnerReport
from elder_tutor.reports.tables import Cell, LearnerStep, LearnerTable
from elder_tutor.reports.words import COLUMNS, STAGES, STATES
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.learner_cards import NoteCard, Painted, RetentionCard, StuckCard, TimeCard
from elder_tutor.ui.trainer.learner_desk import LearnerDesk
from elder_tutor.ui.trainer.learner_parts import LessonLine, LessonSight, StageKey, columns
from elder_tutor.ui.trainer.learner_view import GAP, View
from elder_tutor.ui.trainer.learner_words import day_of, duration, joined, own_way
from elder_tutor.ui.trainer.look import CENTRE, Text
from elder_tutor.ui.trainer.turning import NAMED, Leaf, Turning, leaves
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.words import STAGE_ICONS

STAGE: Final = phrase("Stage")
FREE: Final = phrase("Without hints")
SHARE: Final = phrase("{share}%")
HINTS: Final = phrase("{hints:count:hint}")
NO_HINTS: Final = phrase("no hints")
MISTAKES: Final = phrase("{mistakes:count:mistake}")
MINUTES: Final = phrase("{minutes:count:minute}")
MASTERED: Final = phrase("Mastered")
REFRESH_ON: Final = phrase("Reminder: {day:date:day_month}")
REFRESH_NOW: Final = phrase("Reminder due")
CHOSEN: Final = phrase("Chosen by the trainer")
SHARE_SAID: Final = phrase("without hints {share}%")
STAGES_DONE: Final = phrase("{lesson}: {state}. {counts}. {day}")
SIGNED: Final = phrase("{day}, {author}")
LINE: Final = 78
"""Design pixels."""


class PathView(View):
    """Show the lessons of one learner, and what stands beside them."""

    def __init__(self, desk: LearnerDesk, parent: QWidget) -> None:
        super().__init__("trainer.learner.path", parent)
        self.desk = desk
        self.turn = Turning("trainer.learner", self)
        self.course = Text("trainer.learner.course", "card", True, parent=self)
        self.course.across = CENTRE
        self.card = Card("trainer.learner.card", self)
        self.heads = [Text(f"trainer.learner.head{n}", "head", False, "ink2", self) for n in range(4)]
        self.legend = [
            StageKey(f"trainer.learner.legend.{name}", STAGE_ICONS[name], self) for name in GONE_THROUGH
        ]
        self.kept = RetentionCard("trainer.learner.kept", self)
        self.time = TimeCard("trainer.learner.time", self)
        self.stuck = StuckCard("trainer.learner.stuck", self)
        self.note = NoteCard("trainer.learner.note", self)
        self.cards = [self.card, self.kept, self.time, self.stuck, self.note]
        self._lines: list[LessonLine] = []
        self._chosen: frozenset[str] = frozenset()

    def open_latest(self, table: LearnerTable) -> None:
        """Turn to the lesson that was practised last; without any practice to the first."""
        practised = [(cell.standing.last_at, at) for at, cell in enumerate(table.cells) if cell.standing]
        self.turn.lesson = max(practised, default=(0, 0))[1]

    def controls(self) -> Sequence[QWidget]:
        """Answer the two turning buttons."""
        return self.turn.buttons

    def show_report(self, report: LearnerReport, main: Box, aside: Box) -> None:
        """Write the words and place everything."""
        self._chosen = self._chosen_lessons(report)
        self._place_lessons(main, report.table)
        self._place_aside(aside, report)

    # --- the lessons -------------------------------------------------------------------

    def _place_lessons(self, room: Box, table: LearnerTable) -> None:
        m = self.m
        put(self.card, room, m)
        self.card.apply(m)
        inner = room.inset(m.px(22), m.px(12))
        inner, foot = inner.cut_bottom(m.px(38), m.px(2))
        boxes = columns(inner, m)
        texts = (COLUMNS["lesson"], STAGE, FREE, COLUMNS["last_practice"])
        for words, text in zip(self.heads, texts, strict=True):
            words.spacing = 1.15
            words.render_words(self.shown(text))
            words.apply(m)
            words.raise_()
        high = max(words.needed(box.width) for words, box in zip(self.heads, boxes, strict=True)) + m.px(4)
        leaf, inner = self._place_course(inner, table, high)
        head, inner = inner.cut_top(high, m.px(2))
        for words, box in zip(self.heads, boxes, strict=True):
            put(words, Box(box.lead, head.top, box.width, high), m)
        self._place_lines(inner, table, leaf)
        self._place_foot(foot)

    def _place_course(self, room: Box, table: LearnerTable, high: float) -> tuple[Leaf, Box]:
        """Name the course between the two arrows; answer the open page and the room below."""
        m = self.m
        courses = [self.desk.desk.course(one) for one in table.lessons]
        self.turn.write(self.shown, m)
        tall = self.turn.after.tall()
        fit = int((room.height - tall - high - m.px(8)) // m.px(LINE))
        leaf = self.turn.open(leaves(courses, fit))
        self.turn.write(self.shown, m)
        line, rest = room.cut_top(tall, m.px(6))
        wide = self.turn.wide(m)
        before, middle = line.cut_lead(wide, m.px(12))
        middle, after = middle.cut_end(wide, m.px(12))
        words = (
            phrase(NAMED.key, first=leaf.title, rest=self.turn.count()) if self.turn.needed else leaf.title
        )
        self.course.spacing, self.course.kind = 1.2, "card"
        self.course.render_words(self.shown(words))
        self.course.apply(m)
        if self.course.natural_width() > middle.width:
            self.course.kind = "body"
        for part, place in zip((self.course, *self.turn.buttons), (middle, before, after), strict=True):
            put(part, place, m)
            part.raise_()
        return leaf, rest

    def _place_lines(self, room: Box, table: LearnerTable, leaf: Leaf) -> None:
        m = self.m
        away(self._lines)
        tall = m.px(LINE)
        self._lines = []
        for number, (head, cell) in enumerate((table.lessons[at], table.cells[at]) for at in leaf.places):
            line = LessonLine(f"trainer.learner.lesson.{head.id}", self)
            line.render_sight(self._sight(head, cell))
            line.apply(m)
            put(line, Box(room.lead, room.top + number * tall, room.width, tall), m)
            line.show()
            self._lines.append(line)

    def _sight(self, head: LessonHead, cell: Cell) -> LessonSight:
        title, state = self.shown(head.title), self.shown(STATES[cell.state])
        row = cell.standing
        chosen = (CHOSEN,) if head.id in self._chosen and not head.private else ()
        if head.private or row is None:
            sentence = ". ".join(
                [f"{self.bare(head.title)}: {self.bare(STATES[cell.state])}", *map(self.bare, chosen)]
            )
            note = self.shown(CHOSEN) if chosen else ""
            return LessonSight(title, note, "—", state, head.private, cell.state, (), "", None, sentence)
        day = self.shown(day_of(self.desk.desk, row.last_at))
        free = round(100 * row.steps_free / row.steps_done) if row.steps_done else None
        notes = (*self._mastery(row), *chosen)
        said = (*notes, *([phrase(SHARE_SAID.key, share=free)] if free is not None else []), *_counts(row))
        sentence = self.bare(
            phrase(STAGES_DONE.key, lesson=head.title, state=STATES[cell.state], counts=joined(said), day=day)
        )
        return LessonSight(
            title, self.shown(joined(notes)) if notes else "", self.shown(phrase(SHARE.key, share=free or 0)),
            day, False, cell.state, row.stages, row.last_stage, free, sentence, row.is_mastered,
            row.is_due(self.desk.today),
        )  # fmt: skip

    def _mastery(self, row: Standing) -> tuple[Phrase, ...]:
        """Answer what stands below a lesson's title: mastered, and when its reminder is due."""
        found: tuple[Phrase, ...] = (MASTERED,) if row.is_mastered else ()
        if row.is_due(self.desk.today):
            return (*found, REFRESH_NOW)
        if row.due:
            return (*found, phrase(REFRESH_ON.key, day=date.fromisoformat(row.due)))
        return found

    def _chosen_lessons(self, report: LearnerReport) -> frozenset[str]:
        courses = {course.id: course for course in self.desk.courses()} if report.assigned else {}
        found = {one.lesson for one in report.assigned if one.lesson}
        for one in report.assigned:
            if one.course in courses:
                found |= {head.id for head in courses[one.course].lessons}
        return frozenset(found)

    def _place_foot(self, foot: Box) -> None:
        m = self.m
        for entry, name in zip(self.legend, GONE_THROUGH, strict=True):
            entry.apply(m)
            entry.tell(self.shown(STAGES[name]))
        spare = foot.width - sum(entry.wide() for entry in self.legend)
        gap = min(m.px(30), max(0.0, spare / (len(self.legend) - 1)))
        at = foot.lead
        for entry in self.legend:
            put(entry, Box(at, foot.top, entry.wide(), foot.height), m)
            entry.raise_()
            at += entry.wide() + gap

    # --- beside them --------------------------------------------------------------------

    def _place_aside(self, room: Box, report: LearnerReport) -> None:
        m, w = self.m, self.wording
        assert w is not None
        stuck = _stuck_step(report.table)
        newest = report.remarks[0] if report.remarks else None
        self.kept.render_kept(report.retention, w, m)
        times = [self.shown(duration(one.standing.ms)) for one in report.longest]
        self.time.render_steps(report.longest, times, w, m)
        self.stuck.render_step(stuck, w, m)
        self.note.setVisible(newest is not None)
        self.stuck.setVisible(newest is None or stuck is not None)
        if newest is not None:
            when = phrase(
                SIGNED.key, day=day_of(self.desk.desk, newest.at), author=self.desk.author(newest.who)
            )
            self.note.render_note(self.shown(when), own_way(newest.text, m.rtl), w, m)
        first: list[Painted] = [self.kept, self.note]
        second: list[Painted] = [self.time, self.stuck]
        if m.portrait:
            for lane, cards in zip(room.columns(2, m.px(GAP)), (first, second), strict=True):
                self._place_column(lane, cards)
            return
        # what stops a learner comes first; with nothing in the way, memory does
        column: list[Painted] = (
            [self.stuck, self.kept, self.time] if stuck else [self.kept, self.time, self.stuck]
        )
        self._place_column(room, [*column, self.note])

    def _place_column(self, room: Box, cards: Sequence[Painted]) -> None:
        """Place cards below one another; one that has too little room stands away."""
        m = self.m
        for card in cards:
            if not card.isVisibleTo(self):
                continue
            if room.height < card.least(room.width):
                card.hide()
                continue
            high = min(card.needed(room.width), room.height)
            box, room = room.cut_top(high, m.px(GAP))
            put(card, box, m)


def _counts(row: Standing) -> tuple[Phrase, ...]:
    parts = [phrase(HINTS.key, hints=row.hints) if row.hints else NO_HINTS]
    if row.mistakes:
        parts.append(phrase(MISTAKES.key, mistakes=row.mistakes))
    return (*parts, phrase(MINUTES.key, minutes=max(1, round(row.ms / 60_000))))


def _stuck_step(table: LearnerTable) -> LearnerStep | None:
    stuck = {
        (head.id, cell.stuck.id)
        for head, cell in zip(table.lessons, table.cells, strict=True)
        if cell.stuck is not None and cell.state is State.NEEDS
    }
    steps = [one for one in table.steps if (one.lesson.id, one.step.id) in stuck]
    return max(steps, key=lambda one: one.standing.failed, default=None)
