"""The group at a glance: learners × lessons, a mark in every cell."""

from __future__ import annotations

from math import ceil
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
from elder_tutor.ui.trainer.look import CENTRE, Press, Text, laid, told
from elder_tutor.ui.trainer.nobody import Nobody
from elder_tutor.ui.trainer.turning import NAMED, Leaf, Turning, leaves
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("The group's progress")
EXPORT: Final = phrase("Export")
EXPORTED: Final = phrase("The tables are saved")
EXPORTED_IN: Final = phrase("Two files for a spreadsheet are in this folder:")
NOT_EXPORTED: Final = phrase("Nothing was saved")
MORE_LEARNERS: Final = phrase("More learners")
CELL: Final = phrase("{learner}, {lesson}: {state}")
CELL_STUCK: Final = phrase("{learner}, {lesson}: {state}, {step}")
LEGEND: Final = (State.DONE, State.GOING, State.NEEDS, State.NONE)
FOOT: Final = 44
NAMES_WIDE: Final = 250
COLUMN_LEAST: Final = 132
HEAD_SPACING: Final = 1.25
COLUMNS_LEAST: Final = 3
"""So many columns share the width even where a course has fewer lessons."""
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
        self.first_row = 0
        self.export = Press("trainer.group.export", Look.QUIET, "line/grid", self)
        self.more_learners = Press("trainer.group.moreLearners", Look.QUIET, "line/people", self)
        self.turn = Turning(NAME, self)
        self.sub = Text("trainer.group.sub", "body", False, "ink2", self)
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
        self.turn.turned.connect(self.again)
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
        self._show_more(learners=False)
        self.nobody.setVisible(empty)
        self.sub.setVisible(not empty)
        for part in (self.card, self.corner, *self.legend):
            part.setVisible(not empty)
        if empty:
            self.turn.open(())
            self.turn.write(self.shown, m)
            self._place_nobody(self.place_head(self.room(), self.shown(TITLE), []))
            return
        leaf = self.turn.open(leaves([self.desk.course(one) for one in table.lessons], self._lessons_fit()))
        self.turn.write(self.shown, m)
        self._place_matrix(self._place_title(leaf), table, leaf)
        if len(self._names) < len(table.rows):
            # the button takes room from the title, which may then stand in two lines
            self._show_more(learners=True)
            self._clear()
            self._place_matrix(self._place_title(leaf), table, leaf)
        self.order([*self._names, *self._cells, *self.turn.buttons, self.export, self.more_learners])

    def _clear(self) -> None:
        away([*self._heads, *self._names, *self._cells])
        self._heads, self._names, self._cells = [], [], []

    def _place_nobody(self, room: Box) -> None:
        assert self.wording is not None
        self.nobody.dress(self.m, self.wording)
        put(self.nobody, room, self.m)
        self.nobody.relayout()

    def _place_title(self, leaf: Leaf) -> Box:
        """Name the course, and below it the page; answer the room below."""
        m = self.m
        rest = self.place_head(self.room(), self.shown(leaf.title), [self.more_learners, self.export])
        words = phrase(NAMED.key, first=TITLE, rest=self.turn.count()) if self.turn.needed else TITLE
        self.sub.render_words(self.shown(words))
        self.sub.apply(m)
        title, top = self.title.geometry(), self.room().top - m.px(8)
        high = self.title.needed(title.width()) - m.px(4)
        self.title.setGeometry(title.left(), round(top), title.width(), high)
        needed = self.sub.needed(title.width())
        self.sub.setGeometry(title.left(), round(top) + high - m.px(4), title.width(), needed)
        return rest.cut_top(max(0.0, top + high + needed + m.px(4) - rest.top))[1]

    def _place_matrix(self, room: Box, table: GroupTable, leaf: Leaf) -> None:
        m = self.m
        room, foot = room.cut_bottom(self._foot_high(room.width), m.px(12))
        inner = room.inset(m.px(20), m.px(14))
        gap = m.mm(3)
        names, columns = inner.cut_lead(m.px(NAMES_WIDE), gap)
        lessons = [(at, table.lessons[at]) for at in leaf.places]
        heads = columns.columns(max(COLUMNS_LEAST, len(lessons)), gap)[: len(lessons)]
        self._write_heads(lessons)
        high = self._heads_high(table, columns, gap)
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

    def _lessons_fit(self) -> int:
        """Answer how many columns stand beside the names."""
        m, gap = self.m, self.m.mm(3)
        width = self.room().inset(m.px(20), 0).cut_lead(m.px(NAMES_WIDE), gap)[1].width
        return max(COLUMNS_LEAST, int((width + gap) // (m.px(COLUMN_LEAST) + gap)))

    def _show_more(self, learners: bool) -> None:
        """Show the button that turns to more learners, when there are more."""
        self.more_learners.setVisible(learners)
        self.more_learners.render_words(self.shown(MORE_LEARNERS))
        self.more_learners.apply(self.m)

    def _rows_shown(self, table: GroupTable, height: float, gap: float) -> tuple[GroupRow, ...]:
        room = max(1, int((height + gap) // (self.m.mm(16) + gap)))
        if self.first_row >= len(table.rows):
            self.first_row = 0
        return table.rows[self.first_row : self.first_row + room]

    def _write_heads(self, lessons: list[tuple[int, LessonHead]]) -> None:
        m = self.m
        for _, head in lessons:
            words = Text(f"trainer.group.head.{head.id}", "head", True, parent=self)
            words.spacing, words.across = HEAD_SPACING, CENTRE
            words.render_words(self.shown(head.title))
            words.apply(m)
            words.show()
            self._heads.append(words)

    def _heads_high(self, table: GroupTable, columns: Box, gap: float) -> float:
        """Answer the height of the heads: the same on every page, so that rows and arrows stay in place."""
        m, high = self.m, 0.0
        for leaf in self.turn.leaves:
            wide = columns.columns(max(COLUMNS_LEAST, len(leaf.places)), gap)[0].width
            for at in leaf.places:
                words = laid(self.shown(table.lessons[at].title), m, "head", wide, True, HEAD_SPACING)
                high = max(high, words.height)
        return ceil(high) + m.px(12)

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
        places = rest.columns(max(COLUMNS_LEAST, len(lessons)), gap)
        for (at, lesson), place in zip(lessons, places, strict=False):
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

    def _foot_high(self, width: float) -> float:
        """Write the legend and answer the height of the foot: the arrows stand beside it or above it."""
        m = self.m
        for entry, state in zip(self.legend, LEGEND, strict=True):
            entry.apply(m)
            entry.tell(self.shown(STATES[state]))
        if not self.turn.needed:
            return m.px(FOOT)
        return self.turn.after.tall() + (0 if self._beside(width) else m.px(FOOT) + m.px(12))

    def _beside(self, width: float) -> bool:
        m = self.m
        legend = sum(entry.wide() for entry in self.legend) + 3 * m.px(8)
        return legend + 2 * (self.turn.wide(m) + m.px(16)) <= width

    def _place_foot(self, foot: Box) -> None:
        m, wide, tall = self.m, self.turn.wide(self.m), self.turn.after.tall()
        if not self.turn.needed:
            self._place_legend(foot)
            return
        line = foot.cut_top(tall)[0]
        for button, place in zip(
            self.turn.buttons, (line.cut_lead(wide)[0], line.cut_end(wide)[1]), strict=True
        ):
            put(button, place, m)
        if self._beside(foot.width):
            free = line.cut_lead(wide, m.px(16))[1].cut_end(wide, m.px(16))[0]
            self._place_legend(free.middle(m.px(FOOT)))
        else:
            self._place_legend(foot.cut_top(tall, m.px(12))[1])

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

    def _export(self) -> None:
        assert self.wording is not None
        try:
            folder = self.desk.export(self.wording.shown)
        except KnownError as trouble:
            self.told.emit(NOT_EXPORTED, told(trouble), "")
        else:
            self.told.emit(EXPORTED, EXPORTED_IN, left_to_right(str(folder)))
