"""Write events as rows of the table, and read them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.events import Event, EventKind, Scalar

COLUMNS: Final = "attempt, learner, lesson, revision, stage, step, kind, data, at, id, kiosk, mono"
"""What is written; what is read has ``seq`` after ``at``, in the order of `Event`."""
READ: Final = COLUMNS.replace("at, id", "at, seq, id")
_PUT: Final = f"INSERT INTO event ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_KINDS: Final = {kind.value: kind for kind in EventKind}
_JSON: Final = json.JSONEncoder(separators=(",", ":")).encode


def put(db: sqlite3.Connection, event: Event) -> int:
    """Store an event and answer its number. Raises UnknownLearner, and sqlite3.Error for the rest."""
    data = _JSON(dict(event.data)) if event.data else "{}"
    row = (
        event.attempt, event.learner, event.lesson, event.revision, event.stage, event.step,
        event.kind.value, data, event.at, event.id, event.kiosk, event.mono,
    )  # fmt: skip
    try:
        return db.execute(_PUT, row).lastrowid or 0
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorname == "SQLITE_CONSTRAINT_FOREIGNKEY":
            raise UnknownLearner(GONE) from error
        raise


def event_of(row: Sequence[Any]) -> Event:
    """Answer the event of a row of `READ`."""
    attempt, learner, lesson, revision, stage, step, kind, data, *rest = row
    return Event(attempt, learner, lesson, revision, stage, step, _KINDS[kind], _read(data), *rest)


@lru_cache(maxsize=4_096)
def _read(data: str) -> dict[str, Scalar]:
    """Read the facts of an event; most are alike, and nobody changes them."""
    found: dict[str, Scalar] = json.loads(data)
    return found


def by_learner(db: sqlite3.Connection) -> Iterator[Event]:
    """Read every event, one learner after the other, each in the order they were stored."""
    return map(event_of, db.execute(f"SELECT {READ} FROM event ORDER BY learner, seq"))


def of_place(db: sqlite3.Connection, kiosk: str, first: int = 0) -> Iterator[Event]:
    """Read the events of one place, from this number on, in the order they were stored."""
    sql = f"SELECT {READ} FROM event WHERE seq >= ? AND kiosk = ? ORDER BY seq"
    return map(event_of, db.execute(sql, (first, kiosk)))
