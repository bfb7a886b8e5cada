"""The group at a glance: learners × lessons, a mark in every cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.counting import State
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.tables import Cell, GroupRow, GroupTable
from elder_tutor.reports.words import COLUMNS, STAGES, STATES
from elder_tutor.text.bidi import left_to_right
from elder_tutor.text.phrase import Fill, phrase, with_values
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import DeskPage, away
from elder_tutor.ui.trainer.cells import MARKS, LearnerHead, LegendEntry, MatrixCell
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import CENTRE, Press, Text, told
from elder_tutor.ui.trainer.nobody import Nobody
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("The group's progress")
EXPORT: Final = phrase("Export")
EXPORTED: Final = phrase("The tables are saved")
EXPORTED_IN: Final = phrase("Two files for a spreadsheet are in this folder:")
NOT_EXPORTED: Final = phrase("Nothing was saved")
MORE_LEARNERS: Final = phrase("More learners")
MORE_LESSONS: Final = phrase("More lessons")
CELL: Final = phrase("{learner}, {lesson}: {state}")
CELL_STUCK: Final = phrase("{learner}, {lesson}: {state}, {step}")
LEGEND: Final = (State.DONE, State.GOING, State.NEEDS, State.NONE)
FOOT: Final = 44
NAMES_WIDE: Final = 250
COLUMN_LEAST: Final = 132
ROW_MOST: Final = 84
"""Design pixels."""


NAME: Final = "trainer.group"


class GroupPage(DeskPage):
    """Show the matrix; ``learnerChosen`` opens a learner, ``addRequested`` adds the first one."""

    learnerChosen = Signal(str)
    addRequested = Signal()
    told = Signal(object, object, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.table: GroupTable | None = None
        self.first_row = self.first_lesson = 0
        self.export = Press("trainer.group.export", Look.QUIET, "line/grid", self)
        self.more_learners = Press("trainer.group.moreLearners", Look.QUIET, "line/people", self)
        self.more_lessons = Press("trainer.group.moreLessons", Look.QUIET, "line/chart", self)
        self.card = Card("trainer.group.card", self)
        self.nobody = Nobody("trainer.group.nobody", self)
        self.corner = Text("trainer.group.corner", "head", False, "ink2", self)
        self.legend = [LegendEntry(f"trainer.group.legend.{state}", MARKS[state], self) for state in LEGEND]
        self.cards = [self.card, self.nobody]
        self._heads: list[Text] = []
        self._names: list[LearnerHead] = []
        self._cells: list[MatrixCell] = []
        self.export.clicked.connect(self._export)
        self.more_learners.clicked.connect(self._turn_rows)
        self.more_lessons.clicked.connect(self._turn_lessons)
        self.nobody.addRequested.connect(self.addRequested)

    def refresh(self) -> None:
        """Read the matrix anew; nothing is drawn when nothing changed."""
        table = self.desk.group()
        if table != self.table:
            self.table = table
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        table, m = self.table, self.m
        if table is None:
            return
        self._clear()
        empty = not table.rows
        self.export.setVisible(not empty)
        self.export.render_words(self.shown(EXPORT))
        self.export.apply(m)
        self._show_more(lessons=False, learners=False)
        room = self.place_head(self.room(), self.shown(TITLE), [self.export])
        self.nobody.setVisible(empty)
        for part in (self.card, self.corner, *self.legend):
            part.setVisible(not empty)
        if empty:
            self._place_nobody(room)
            return
        self._place_matrix(room, table)
        self._show_more(len(self._heads) < len(table.lessons), len(self._names) < len(table.rows))
        self.place_head(self.room(), self.shown(TITLE), [self.more_lessons, self.more_learners, self.export])
        self.order([*self._names, *self._cells, self.export, self.more_learners, self.more_lessons])

    def _clear(self) -> None:
        away([*self._heads, *self._names, *self._cells])
        self._heads, self._names, self._cells = [], [], []

    def _place_nobody(self, room: Box) -> None:
        assert self.wording is not None
        self.nobody.dress(self.m, self.wording)
        put(self.nobody, room, self.m)
        self.nobody.relayout()

    def _place_matrix(self, room: Box, table: GroupTable) -> None:
        m = self.m
        room, foot = room.cut_bottom(m.px(FOOT), m.px(12))
        inner = room.inset(m.px(20), m.px(14))
        gap = m.mm(3)
        names, columns = inner.cut_lead(m.px(NAMES_WIDE), gap)
        lessons = self._lessons_shown(table, self._lessons_fit(columns.width))
        heads = columns.columns(len(lessons), gap)
        high = self._write_heads(lessons, heads[0].width if heads else 1.0)
        rows = self._rows_shown(table, inner.height - high, gap)
        least = (inner.height - high - (len(rows) - 1) * gap) / max(1, len(rows))
        tall = min(max(m.px(ROW_MOST), m.mm(16)), least)
        used = m.px(28) + high + len(rows) * (tall + gap) - gap
        put(self.card, Box(room.lead, room.top, room.width, used), m)
        self.card.apply(m)
        self._place_heads(Box(inner.lead, inner.top, names.width, high), heads, high)
        for number, row in enumerate(rows):
            top = inner.top + high + number * (tall + gap)
            self._place_row(row, lessons, Box(inner.lead, top, inner.width, tall), names.width, gap)
        self._place_foot(Box(foot.lead, room.top + used + m.px(12), foot.width, foot.height))

    def _lessons_fit(self, width: float) -> int:
        gap = self.m.mm(3)
        return max(1, int((width + gap) // (self.m.px(COLUMN_LEAST) + gap)))

    def _lessons_shown(self, table: GroupTable, fit: int) -> list[tuple[int, LessonHead]]:
        if self.first_lesson >= len(table.lessons):
            self.first_lesson = 0
        return list(enumerate(table.lessons))[self.first_lesson : self.first_lesson + fit]

    def _show_more(self, lessons: bool, learners: bool) -> None:
        """Show the buttons that turn to more, when there is more."""
        for button, words, needed in (
            (self.more_lessons, MORE_LESSONS, lessons),
            (self.more_learners, MORE_LEARNERS, learners),
        ):
            button.setVisible(needed)
            button.render_words(self.shown(words))
            button.apply(self.m)

    def _rows_shown(self, table: GroupTable, height: float, gap: float) -> tuple[GroupRow, ...]:
        room = max(1, int((height + gap) // (self.m.mm(16) + gap)))
        if self.first_row >= len(table.rows):
            self.first_row = 0
        return table.rows[self.first_row : self.first_row + room]

    def _write_heads(self, lessons: list[tuple[int, LessonHead]], width: float) -> float:
        m = self.m
        for _, head in lessons:
            words = Text(f"trainer.group.head.{head.id}", "head", True, parent=self)
            words.spacing, words.across = 1.25, CENTRE
            words.render_words(self.shown(head.title))
            words.apply(m)
            words.show()
            self._heads.append(words)
        return max((words.needed(width) for words in self._heads), default=0) + m.px(10)

    def _place_heads(self, corner: Box, heads: list[Box], high: float) -> None:
        m = self.m
        self.corner.render_words(self.shown(COLUMNS["learner"]))
        self.corner.apply(m)
        put(self.corner, Box(corner.lead, corner.top, corner.width, high - m.px(6)), m)
        for words, box in zip(self._heads, heads, strict=True):
            put(words, Box(box.lead, corner.top, box.width, high - m.px(6)), m)
        self.corner.raise_()

    def _place_row(
        self, row: GroupRow, lessons: list[tuple[int, LessonHead]], box: Box, names: float, gap: float
    ) -> None:
        m, who = self.m, row.learner
        first, rest = box.cut_lead(names, gap)
        head = LearnerHead(f"trainer.group.learner.{who.id}", f"pictures/{who.picture}", self)
        head.setText(who.name)
        head.setAccessibleName(who.name)
        self._names.append(head)
        parts: list[tuple[LearnerHead | MatrixCell, Box]] = [(head, first)]
        for (at, lesson), place in zip(lessons, rest.columns(len(lessons), gap), strict=True):
            cell = MatrixCell(f"trainer.group.cell.{who.id}.{lesson.id}", self)
            self._render_cell(cell, row.cells[at], who.name, lesson)
            self._cells.append(cell)
            parts.append((cell, place))
        for part, place in parts:
            part.apply(m)
            part.clicked.connect(lambda checked=False, learner=who.id: self.learnerChosen.emit(learner))
            put(part, place, m)
            part.show()

    def _render_cell(self, shown: MatrixCell, cell: Cell, name: str, lesson: LessonHead) -> None:
        words: dict[str, Fill] = {"learner": name, "lesson": lesson.title, "state": STATES[cell.state]}
        note = ""
        if cell.stuck is not None and cell.state is State.NEEDS:
            words["step"] = cell.stuck.name
            note = self.shown(cell.stuck.name)
        elif cell.state is State.GOING and cell.standing is not None and cell.standing.last_stage in STAGES:
            note = self.shown(STAGES[cell.standing.last_stage])
        sentence = with_values(CELL_STUCK if "step" in words else CELL, words)
        shown.render_cell(cell.state, note, self.bare(sentence))

    def _place_foot(self, foot: Box) -> None:
        m = self.m
        for entry, state in zip(self.legend, LEGEND, strict=True):
            entry.apply(m)
            entry.tell(self.shown(STATES[state]))
        self._place_legend(foot)

    def _place_legend(self, foot: Box) -> None:
        m = self.m
        widths = [entry.wide() for entry in self.legend]
        gap = min(m.px(40), max(m.px(8), (foot.width - sum(widths)) / 4))
        spare = max(0.0, foot.width - sum(widths) - 3 * gap)
        at = foot.lead + spare / 2
        for entry, wide in zip(self.legend, widths, strict=True):
            put(entry, Box(at, foot.top, wide, foot.height), m)
            at += wide + gap

    # --- acting ------------------------------------------------------------------------

    def _turn_rows(self) -> None:
        self.first_row += len(self._names)
        self.again()

    def _turn_lessons(self) -> None:
        self.first_lesson += len(self._heads)
        self.again()

    def _export(self) -> None:
        assert self.wording is not None
        try:
            folder = self.desk.export(self.wording.shown)
        except KnownError as trouble:
            self.told.emit(NOT_EXPORTED, told(trouble), "")
        else:
            self.told.emit(EXPORTED, EXPORTED_IN, left_to_right(str(folder)))
