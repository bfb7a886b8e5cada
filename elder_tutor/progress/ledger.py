"""Keep the summary rows beside the events: read what is needed, count, write what changed."""

from __future__ import annotations

import sqlite3
from typing import Final

from elder_tutor.progress.counting import AttemptRow, LessonRow, Row, Sheet, StepRow, count, values
from elder_tutor.progress.events import Event
from elder_tutor.progress.schema import SUMMARY_TABLES

MOST_SHEETS: Final = 2_000
"""Sheets held in memory before they are written and let go."""


class Ledger:
    """Count events into the summary tables, inside the caller's transaction.

    Rows stay in memory between transactions. `forget` must be called when a transaction
    failed or when another process may have written.
    """

    def __init__(self) -> None:
        """Begin with nothing in memory."""
        self._attempts: dict[str, AttemptRow] = {}
        self._sheets: dict[tuple[str, str], Sheet] = {}
        self._changed_attempts: dict[str, AttemptRow] = {}
        self._changed_sheets: dict[tuple[str, str], Sheet] = {}

    def count(self, db: sqlite3.Connection, event: Event, seq: int) -> None:
        """Count one event that was stored under this number; one that names no lesson stands for itself."""
        if not event.lesson:
            return
        attempt = self._attempts.get(event.attempt) or self._read_attempt(db, event)
        key = (event.learner, event.lesson)
        sheet = self._sheets.get(key) or self._read_sheet(db, key)
        count(event, seq, attempt, sheet)
        self._changed_attempts[event.attempt] = attempt
        self._changed_sheets[key] = sheet

    def write(self, db: sqlite3.Connection) -> None:
        """Write every row that changed."""
        execute = db.execute
        for attempt in self._changed_attempts.values():
            execute(_PUT[AttemptRow], values(attempt))
        for (learner, lesson), sheet in self._changed_sheets.items():
            execute(_PUT[LessonRow], values(sheet.lesson))
            for step in sheet.changed.values():
                execute(_PUT[StepRow], values(step))
            for (at, mistake), times in sheet.mistakes.items():
                execute(_ADD_MISTAKES, (learner, lesson, at, mistake, times))
            sheet.changed.clear()
            sheet.mistakes.clear()
        self._changed_attempts.clear()
        self._changed_sheets.clear()
        if self.is_full():
            self.forget()

    def forget(self) -> None:
        """Let go of every row in memory; they are read again when needed."""
        self._attempts.clear()
        self._sheets.clear()
        self._changed_attempts.clear()
        self._changed_sheets.clear()

    def clear(self, db: sqlite3.Connection) -> None:
        """Empty the summary tables, to be counted again."""
        self.forget()
        for table in SUMMARY_TABLES:
            db.execute(f"DELETE FROM {table}")

    def is_full(self) -> bool:
        """Answer whether so much is held that it should be written."""
        return len(self._sheets) > MOST_SHEETS or len(self._attempts) > MOST_SHEETS

    def _read_attempt(self, db: sqlite3.Connection, event: Event) -> AttemptRow:
        found = db.execute(_GET_ATTEMPT, (event.attempt,)).fetchone()
        row = (
            AttemptRow(*found)
            if found
            else AttemptRow(event.attempt, event.learner, event.lesson, event.revision, event.stage)
        )
        self._attempts[event.attempt] = row
        return row

    def _read_sheet(self, db: sqlite3.Connection, key: tuple[str, str]) -> Sheet:
        found = db.execute(_GET_LESSON, key).fetchone()
        sheet = Sheet(LessonRow(*found) if found else LessonRow(*key))
        if found:
            steps = (StepRow(*row) for row in db.execute(_GET_STEPS, key))
            sheet.steps.update((step.step, step) for step in steps)
        self._sheets[key] = sheet
        return sheet


def _columns(row: type[Row]) -> str:
    return ", ".join(row.__dataclass_fields__)


def _put(table: str, row: type[Row]) -> str:
    marks = ", ".join("?" * len(row.__dataclass_fields__))
    return f"INSERT OR REPLACE INTO {table} ({_columns(row)}) VALUES ({marks})"


_PUT: Final = {
    AttemptRow: _put("attempt_summary", AttemptRow),
    LessonRow: _put("lesson_summary", LessonRow),
    StepRow: _put("step_summary", StepRow),
}
_GET_ATTEMPT: Final = f"SELECT {_columns(AttemptRow)} FROM attempt_summary WHERE attempt = ?"
_GET_LESSON: Final = f"SELECT {_columns(LessonRow)} FROM lesson_summary WHERE learner = ? AND lesson = ?"
_GET_STEPS: Final = f"SELECT {_columns(StepRow)} FROM step_summary WHERE learner = ? AND lesson = ?"
_ADD_MISTAKES: Final = (
    "INSERT INTO mistake_summary (learner, lesson, step, mistake, times) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (learner, lesson, step, mistake) DO UPDATE SET times = times + excluded.times"
)
