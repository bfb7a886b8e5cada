"""One learner: how far in every lesson, where the time goes, and what stops them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner
from elder_tutor.progress.summaries import Standing
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.tables import Cell, LearnerStep, LearnerTable
from elder_tutor.reports.words import COLUMNS, STAGES, STATES
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.base import DeskPage, away
from elder_tutor.ui.trainer.cells import LegendEntry
from elder_tutor.ui.trainer.desk import STAGES as OFFERED
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.learner_parts import LessonLine, LessonSight, StuckCard, TimeCard, columns
from elder_tutor.ui.trainer.look import CENTRE, Press, Text, paint_drawing
from elder_tutor.ui.trainer.turning import NAMED, Leaf, Turning, leaves
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look
from elder_tutor.ui.words import STAGE_ICONS

BACK: Final = phrase("Back")
NEXT: Final = phrase("Next learner")
STAGE: Final = phrase("Stage")
FREE: Final = phrase("Without hints")
LAST: Final = phrase("Last practice: {day}")
NEVER: Final = phrase("Has not practised yet")
TODAY: Final = phrase("Today")
YESTERDAY: Final = phrase("Yesterday")
AND: Final = phrase("{first}, {rest}")
HINTS: Final = phrase("{hints:count:hint}")
NO_HINTS: Final = phrase("no hints")
MISTAKES: Final = phrase("{mistakes:count:mistake}")
SECONDS: Final = phrase("{seconds:count:second}")
MINUTES: Final = phrase("{minutes:count:minute}")
STAGES_DONE: Final = phrase("{lesson}: {state}. {counts}. {day}")
ASIDE: Final = 350
LINE: Final = 100
"""Design pixels."""
SLOWEST: Final = 4


NAME: Final = "trainer.learner"


class LearnerPage(DeskPage):
    """Show one learner; ``backRequested`` returns to where the trainer came from."""

    backRequested = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.table: LearnerTable | None = None
        self.turn = Turning(NAME, self)
        self.course = Text("trainer.learner.course", "card", True, parent=self)
        self.course.across = CENTRE
        self.sub = Text("trainer.learner.sub", "body", False, "ink2", self)
        self.next = Press("trainer.learner.next", Look.QUIET, "line/person", self)
        self.back = Press("trainer.learner.back", Look.QUIET, "line/back", self)
        self.card = Card("trainer.learner.card", self)
        self.heads = [Text(f"trainer.learner.head{n}", "head", False, "ink2", self) for n in range(4)]
        self.legend = [
            LegendEntry(f"trainer.learner.legend.{name}", STAGE_ICONS[name], self) for name in OFFERED
        ]
        self.time = TimeCard("trainer.learner.time", self)
        self.stuck = StuckCard("trainer.learner.stuck", self)
        self.cards = [self.card, self.time, self.stuck]
        self._lines: list[LessonLine] = []
        self._picture: Box | None = None
        self.back.clicked.connect(self.backRequested)
        self.next.clicked.connect(self._next)
        self.turn.turned.connect(self.again)

    def show_learner(self, learner_id: str) -> None:
        """Show this learner. Raises UnknownLearner."""
        self.table = self.desk.learner(learner_id)
        self.turn.lesson = self._latest(self.table)
        self.again()

    def refresh(self) -> None:
        """Read the learner anew; ``gone`` tells that they are no longer there."""
        if self.table is None:
            return
        try:
            table = self.desk.learner(self.table.learner.id)
        except KnownError:
            self.table = None
            self.gone.emit()
            return
        if table != self.table:
            self.table = table
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        table, m = self.table, self.m
        if table is None:
            return
        self.next.setVisible(len(self.desk.learners()) > 1)
        for button, words in ((self.next, NEXT), (self.back, BACK)):
            button.render_words(self.shown(words))
            button.apply(m)
        room = self._place_learner(self.room(), table)
        if m.portrait:
            main, aside = room.cut_bottom(m.px(560), m.px(20))
        else:
            main, aside = room.cut_end(m.px(ASIDE), m.px(20))
        self._place_lessons(main, table)
        self._place_aside(aside, table)
        self.order([self.back, self.next, *self.turn.buttons])

    def _place_learner(self, room: Box, table: LearnerTable) -> Box:
        m = self.m
        tall = m.px(76)
        picture = Box(room.lead, room.top, round(tall / 1.1), tall)
        self._picture = picture
        inner = Box(picture.end + m.px(16), room.top, room.width - picture.width - m.px(16), room.height)
        rest = self.place_head(inner, table.learner.name, [self.next, self.back])
        self.sub.render_words(self._last(table))
        self.sub.apply(m)
        title = self.title.geometry()
        high = self.title.needed(title.width()) - m.px(4)
        self.title.setGeometry(title.left(), round(room.top) - m.px(6), title.width(), high)
        below = round(room.top) - m.px(6) + high
        self.sub.setGeometry(title.left(), below - m.px(2), title.width(), m.px(36))
        top = max(rest.top, picture.bottom + m.px(14), below + m.px(44))
        return Box(room.lead, top, room.width, room.bottom - top)

    def _last(self, table: LearnerTable) -> str:
        last = max((cell.standing.last_at for cell in table.cells if cell.standing), default=None)
        if last is None:
            return self.shown(NEVER)
        return self.shown(phrase(LAST.key, day=self.day(last)))

    def _place_lessons(self, room: Box, table: LearnerTable) -> None:
        m = self.m
        put(self.card, room, m)
        self.card.apply(m)
        inner = room.inset(m.px(24), m.px(16))
        inner, foot = inner.cut_bottom(m.px(40), m.px(4))
        boxes = columns(inner, m)
        for words, text in zip(self.heads, self._heads(), strict=True):
            words.spacing = 1.2
            words.render_words(text)
            words.apply(m)
            words.raise_()
        high = max(words.needed(box.width) for words, box in zip(self.heads, boxes, strict=True)) + m.px(6)
        leaf, inner = self._place_course(inner, table, high)
        head, inner = inner.cut_top(high, m.px(4))
        for words, box in zip(self.heads, boxes, strict=True):
            put(words, Box(box.lead, head.top, box.width, high), m)
        self._place_lines(inner, table, leaf)
        self._place_foot(foot)

    def _place_course(self, room: Box, table: LearnerTable, high: float) -> tuple[Leaf, Box]:
        """Name the course between the two arrows; answer the open page and the room below."""
        m = self.m
        courses = [self.desk.course(one) for one in table.lessons]
        self.turn.write(self.shown, m)
        tall = self.turn.after.tall()
        fit = int((room.height - tall - high - m.px(10)) // m.px(LINE))
        leaf = self.turn.open(leaves(courses, fit))
        self.turn.write(self.shown, m)
        line, rest = room.cut_top(tall, m.px(6))
        wide = self.turn.wide(m)
        before, middle = line.cut_lead(wide, m.px(12))
        middle, after = middle.cut_end(wide, m.px(12))
        words = (
            phrase(NAMED.key, first=leaf.title, rest=self.turn.count()) if self.turn.needed else leaf.title
        )
        self.course.spacing = 1.2
        self.course.render_words(self.shown(words))
        self.course.apply(m)
        for part, place in zip((self.course, *self.turn.buttons), (middle, before, after), strict=True):
            put(part, place, m)
            part.raise_()
        return leaf, rest

    @staticmethod
    def _latest(table: LearnerTable) -> int:
        """Answer the place of the lesson that was practised last; without any practice the first."""
        practised = [(cell.standing.last_at, at) for at, cell in enumerate(table.cells) if cell.standing]
        return max(practised, default=(0, 0))[1]

    def _heads(self) -> tuple[str, ...]:
        return tuple(self.shown(one) for one in (COLUMNS["lesson"], STAGE, FREE, COLUMNS["last_practice"]))

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
        if head.private or row is None:
            sentence = f"{self.bare(head.title)}: {self.bare(STATES[cell.state])}"
            return LessonSight(title, "", "—", state, head.private, cell.state, (), "", None, sentence)
        counts = self._counts(row)
        day = self.day(row.last_at)
        free = round(100 * row.steps_free / row.steps_done) if row.steps_done else None
        sentence = self.bare(
            phrase(STAGES_DONE.key, lesson=head.title, state=STATES[cell.state], counts=counts, day=day)
        )
        return LessonSight(
            title, self.shown(counts), self.shown(phrase("{share}%", share=free or 0)), self.shown(day),
            False, cell.state, row.stages, row.last_stage, free, sentence,
        )  # fmt: skip

    def _counts(self, row: Standing) -> Phrase:
        parts = [phrase(HINTS.key, hints=row.hints) if row.hints else NO_HINTS]
        if row.mistakes:
            parts.append(phrase(MISTAKES.key, mistakes=row.mistakes))
        words = phrase(MINUTES.key, minutes=max(1, round(row.ms / 60_000)))
        for part in reversed(parts):
            words = phrase(AND.key, first=part, rest=words)
        return words

    def _place_foot(self, foot: Box) -> None:
        m = self.m
        for entry, name in zip(self.legend, OFFERED, strict=True):
            entry.apply(m)
            entry.tell(self.shown(STAGES[name]))
        spare = foot.width - sum(entry.wide() for entry in self.legend)
        gap = min(m.px(30), max(0.0, spare / (len(self.legend) - 1)))
        at = foot.lead
        for entry in self.legend:
            put(entry, Box(at, foot.top, entry.wide(), foot.height), m)
            entry.raise_()
            at += entry.wide() + gap

    def _place_aside(self, room: Box, table: LearnerTable) -> None:
        m, w = self.m, self.wording
        assert w is not None
        stuck = self._stuck_steps(table)
        self.stuck.render_step(stuck, w, m)
        room, below = room.cut_bottom(self.stuck.needed(room.width), m.px(20))
        slow = [one for one in table.slowest if one.standing.ms >= 1000][:SLOWEST]
        self.time.render_steps(slow, [self.shown(self.duration(one.standing.ms)) for one in slow], w, m)
        put(self.time, room.cut_top(min(room.height, self.time.needed(room.width)))[0], m)
        top = self.time.geometry().bottom() + m.px(20)
        put(self.stuck, Box(below.lead, top, below.width, below.height), m)

    def _stuck_steps(self, table: LearnerTable) -> LearnerStep | None:
        stuck = {
            (head.id, cell.stuck.id)
            for head, cell in zip(table.lessons, table.cells, strict=True)
            if cell.stuck is not None and cell.state is State.NEEDS
        }
        steps = [one for one in table.steps if (one.lesson.id, one.step.id) in stuck]
        return max(steps, key=lambda one: one.standing.failed, default=None)

    # --- words -------------------------------------------------------------------------

    def day(self, at: int) -> Phrase:
        """Answer the day of a moment: today, yesterday or its date."""
        day, today = self.desk.day_of(at), self.desk.today
        if day >= today:
            return TODAY
        if day == today - timedelta(days=1):
            return YESTERDAY
        return phrase("{day:date:day_month}", day=day)

    def duration(self, ms: int) -> Phrase:
        """Answer a time in seconds, or in minutes from two on."""
        if ms < 120_000:
            return phrase(SECONDS.key, seconds=max(1, round(ms / 1000)))
        return phrase(MINUTES.key, minutes=round(ms / 60_000))

    # --- acting ------------------------------------------------------------------------

    def _next(self) -> None:
        people: tuple[Learner, ...] = self.desk.learners()
        ids = [one.id for one in people]
        if self.table is not None and self.table.learner.id in ids:
            self.show_learner(ids[(ids.index(self.table.learner.id) + 1) % len(ids)])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the learner's picture."""
        super().paintEvent(event)
        if self.metrics is None or self.table is None or self._picture is None:
            return
        painter = QPainter(self)
        box: QRectF = area(self._picture, self.width(), self.m.rtl)
        paint_drawing(painter, f"pictures/{self.table.learner.picture}", box)
        painter.end()
