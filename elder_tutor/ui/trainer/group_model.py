"""The matrix as a model: a row for each learner that is shown, a column for each lesson, names first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.tables import Cell, GroupTable
from elder_tutor.reports.words import COLUMNS, STAGES, STATES
from elder_tutor.text.phrase import Fill, Phrase, phrase, with_values
from elder_tutor.ui.trainer.group_rows import Mark, mark_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
CELL: Final = phrase("{learner}, {lesson}: {state}")
CELL_STUCK: Final = phrase("{learner}, {lesson}: {state}, {step}")
MASTERED: Final = phrase("Mastered")
DUE: Final = phrase("Time to remember")
MARKS: Final[dict[Mark, Phrase]] = {
    Mark.NEEDS: STATES[State.NEEDS],
    Mark.DUE: DUE,
    Mark.MASTERED: MASTERED,
    Mark.DONE: STATES[State.DONE],
    Mark.GOING: STATES[State.GOING],
    Mark.NONE: STATES[State.NONE],
}
NAMES: Final = 0
"""The column of the names; a lesson's column is its place in the table and one more."""


class GroupModel(QAbstractTableModel):
    """Answer cells of the table that was read, in the order that was chosen; nothing is copied."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = GroupTable((), ())
        self.order: tuple[int, ...] = ()
        self.today = ""
        self.shown: Callable[[Phrase], str] = lambda words: words.key

    def show_table(self, table: GroupTable, order: tuple[int, ...], today: str) -> None:
        """Take another table, or other rows of it; ``today`` is YYYY-MM-DD."""
        self.beginResetModel()
        self.table, self.order, self.today = table, order, today
        self.endResetModel()

    def use_words(self, shown: Callable[[Phrase], str]) -> None:
        """Take the words of a language, without direction marks."""
        self.shown = shown

    # --- what Qt asks ------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Answer how many learners are shown."""
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Answer the names and all lessons, also those that are turned away."""
        return 0 if parent.isValid() else len(self.table.lessons) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a cell in words: what a reader of the screen says, and what copies take."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == NAMES:
                return self.learner(index.row()).name
            return self.shown(MARKS[self.mark(index.row(), index.column())])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer a lesson's title, or a learner's name."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.learner(section).name
        if section == NAMES or section > len(self.table.lessons):
            return self.shown(COLUMNS["learner"])
        return self.shown(self.head(section).title)

    # --- what the painter asks -----------------------------------------------------------

    def learner(self, row: int) -> Learner:
        """Answer who stands in a row."""
        return self.table.rows[self.order[row]].learner

    def head(self, column: int) -> LessonHead:
        """Answer the lesson of a column; the names have none."""
        return self.table.lessons[column - 1]

    def cell(self, row: int, column: int) -> Cell:
        """Answer where the learner of a row stands with the lesson of a column."""
        return self.table.rows[self.order[row]].cells[column - 1]

    def mark(self, row: int, column: int) -> Mark:
        """Answer the mark of a cell."""
        return mark_of(self.cell(row, column), self.today)

    def note(self, row: int, column: int) -> Phrase | None:
        """Answer what stands beside the mark: the step that stops, or the last stage."""
        cell, mark = self.cell(row, column), self.mark(row, column)
        if mark is Mark.NEEDS and cell.stuck is not None:
            return cell.stuck.name
        if mark is Mark.MASTERED:
            return MASTERED
        if mark is Mark.GOING and cell.standing is not None:
            return STAGES.get(cell.standing.last_stage)
        return None

    def sentence(self, row: int, column: int) -> str:
        """Answer a cell as one sentence: who, which lesson, how far."""
        name = self.learner(row).name
        if column == NAMES:
            return name
        cell, mark = self.cell(row, column), self.mark(row, column)
        words: dict[str, Fill] = {
            "learner": name, "lesson": self.head(column).title, "state": MARKS[mark]
        }  # fmt: skip
        if mark is Mark.NEEDS and cell.stuck is not None:
            return self.shown(with_values(CELL_STUCK, {**words, "step": cell.stuck.name}))
        return self.shown(with_values(CELL, words))

    def row_of(self, learner: str) -> int:
        """Answer the row of a learner; -1 when not shown."""
        rows = self.table.rows
        return next((row for row, at in enumerate(self.order) if rows[at].learner.id == learner), -1)
