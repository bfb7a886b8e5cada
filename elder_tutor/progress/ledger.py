"""Keep the summary rows beside the events: read what is needed, count, write what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, Generic, TypeVar

from elder_tutor.progress.counting import AttemptRow, LessonRow, Sheet, StepRow, count
from elder_tutor.progress.events import GUEST, Event
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.tallying import (
    DayRow,
    LearnerRow,
    PlaceRow,
    count_day,
    count_learner,
    count_place,
    day_of,
    standing_of,
)

MOST_ROWS: Final = 2_000
"""Rows of one kind held in memory before they are written and let go."""
Key = tuple[str, ...]
R = TypeVar("R", AttemptRow, LessonRow, StepRow, PlaceRow, LearnerRow, DayRow)


class Shelf(Generic[R]):
    """The rows of one table: in memory once they were read, written back when they changed."""

    def __init__(self, table: str, kind: type[R], keys: int, fixed: Sequence[str] = ()) -> None:
        """``keys`` is how many of the first columns name a row; ``fixed`` others never change either."""
        columns = tuple(kind.__dataclass_fields__)
        where = " AND ".join(f"{column} = ?" for column in columns[:keys])
        names = ", ".join(columns)
        self._kind: type[R] = kind
        self._values = attrgetter(*columns)
        self.get_sql = f"SELECT {names} FROM {table} WHERE {where}"
        marks = ", ".join("?" * len(columns))
        # Not REPLACE: that takes the row out of every index and puts it in again, with every touch.
        changing = ", ".join(f"{name} = excluded.{name}" for name in columns[keys:] if name not in fixed)
        self.put_sql = (
            f"INSERT INTO {table} ({names}) VALUES ({marks}) "
            f"ON CONFLICT ({', '.join(columns[:keys])}) DO UPDATE SET {changing}"
        )
        self._rows: dict[Key, R] = {}
        self._changed: dict[Key, R] = {}
        self.is_new = False
        """No row stands in the table that is not in memory: nothing has to be asked for."""

    def find(self, db: sqlite3.Connection, key: Key) -> R | None:
        """Answer a row; None when there is none yet."""
        row = self._rows.get(key)
        if row is None and not self.is_new:
            found = db.execute(self.get_sql, key).fetchone()
            if found is None:
                return None
            row = self._rows[key] = self._kind(*found)
        return row

    def keep(self, key: Key, row: R) -> None:
        """Take it that a row has changed."""
        self._rows[key] = self._changed[key] = row

    def write(self, db: sqlite3.Connection) -> None:
        """Write every row that changed."""
        if len(self._changed) > 1:
            db.executemany(self.put_sql, map(self._values, self._changed.values()))
        else:  # with every touch: one row is written faster so
            for row in self._changed.values():
                db.execute(self.put_sql, self._values(row))
        self._changed.clear()

    def forget(self) -> None:
        """Let go of every row."""
        self._rows.clear()
        self._changed.clear()

    @property
    def is_full(self) -> bool:
        """Tell whether so much is held that it should be let go."""
        return len(self._rows) > MOST_ROWS


class Ledger:
    """Count events into the summary tables, inside the caller's transaction.

    Rows stay in memory between transactions. `forget` must be called when a transaction
    failed or when another process may have written.
    """

    def __init__(self) -> None:
        """Begin with nothing in memory."""
        self._attempts = Shelf("attempt_summary", AttemptRow, 1, ("learner", "lesson", "number"))
        self._lessons = Shelf("lesson_summary", LessonRow, 2)
        self._places = Shelf("place_summary", PlaceRow, 1)
        self._learners = Shelf("learner_summary", LearnerRow, 1)
        self._days = Shelf("day_summary", DayRow, 3)
        self._shelves = (self._attempts, self._lessons, self._places, self._learners, self._days)
        self._sheets: dict[Key, Sheet] = {}
        self._changed_sheets: dict[Key, Sheet] = {}

    def count(self, db: sqlite3.Connection, event: Event, seq: int) -> None:
        """Count one event that was stored under this number.

        One that names no lesson, and a guest's call, is seen at its place and nowhere else.
        """
        if event.kiosk:
            place = self._places.find(db, (event.kiosk,)) or PlaceRow(event.kiosk)
            self._places.keep((event.kiosk,), count_place(event, place))
        self.count_learner(db, event, seq)

    def count_learner(self, db: sqlite3.Connection, event: Event, seq: int) -> None:
        """Count one event for its learner, and leave its place alone."""
        if event.lesson and (event.learner != GUEST or not event.kiosk):
            self._count_lesson(db, event, seq)

    def _count_lesson(self, db: sqlite3.Connection, event: Event, seq: int) -> None:
        attempt = self._attempts.find(db, (event.attempt,)) or AttemptRow(
            event.attempt, event.learner, event.lesson, event.revision, event.stage
        )
        key = (event.learner, event.lesson)
        row = self._lessons.find(db, key)
        before = None if row is None else standing_of(row)
        sheet = self._sheets.get(key) or self._read_sheet(db, key, row)
        ms = count(event, seq, attempt, sheet)
        self._attempts.keep((event.attempt,), attempt)
        self._lessons.keep(key, sheet.lesson)
        self._changed_sheets[key] = sheet
        learner = self._learners.find(db, (event.learner,)) or LearnerRow(event.learner)
        count_learner(event, learner, ms, before, standing_of(sheet.lesson))
        self._learners.keep((event.learner,), learner)
        at = (day_of(event.at), event.learner, event.lesson)
        day = self._days.find(db, at) or DayRow(*at)
        count_day(event, day, ms)
        self._days.keep(at, day)

    def write(self, db: sqlite3.Connection) -> None:
        """Write every row that changed."""
        for shelf in self._shelves:
            shelf.write(db)
        steps: list[StepRow] = []
        mistakes: list[tuple[str | int, ...]] = []
        for key, sheet in self._changed_sheets.items():
            steps += sheet.changed.values()
            mistakes += [(*key, *at, times) for at, times in sheet.mistakes.items()]
            sheet.changed.clear()
            sheet.mistakes.clear()
        if len(steps) == 1:
            db.execute(_PUT_STEP, _STEP_VALUES(steps[0]))
        else:
            db.executemany(_PUT_STEP, map(_STEP_VALUES, steps))
        if mistakes:
            db.executemany(_ADD_MISTAKES, mistakes)
        self._changed_sheets.clear()
        if self.is_full():
            self.forget()

    def forget(self) -> None:
        """Let go of every row in memory; they are read again when needed."""
        for shelf in self._shelves:
            shelf.forget()
        self._sheets.clear()
        self._changed_sheets.clear()

    def clear(self, db: sqlite3.Connection) -> None:
        """Empty the summary tables, to be counted again, one learner after the other.

        Between two learners `write` and `forget` must be called: no row of one is needed for another.
        """
        self.forget()
        for table in SUMMARY_TABLES:
            db.execute(f"DELETE FROM {table}")
        for shelf in self._shelves:
            shelf.is_new = True

    def is_full(self) -> bool:
        """Answer whether so much is held that it should be written."""
        return self._days.is_full or self._attempts.is_full  # of the others there are never more

    def _read_sheet(self, db: sqlite3.Connection, key: Key, row: LessonRow | None) -> Sheet:
        sheet = Sheet(row or LessonRow(key[0], key[1]))
        if row is not None:
            steps = (StepRow(*found) for found in db.execute(_GET_STEPS, key))
            sheet.steps.update((step.step, step) for step in steps)
        self._sheets[key] = sheet
        return sheet


_STEPS: Final = Shelf("step_summary", StepRow, 3)
_PUT_STEP: Final = _STEPS.put_sql
_STEP_VALUES: Final = attrgetter(*StepRow.__dataclass_fields__)
_GET_STEPS: Final = _STEPS.get_sql.removesuffix(" AND step = ?")
_ADD_MISTAKES: Final = (
    "INSERT INTO mistake_summary (learner, lesson, step, mistake, times) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (learner, lesson, step, mistake) DO UPDATE SET times = times + excluded.times"
)
