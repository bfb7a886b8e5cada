"""Read what a learner's page needs beside the summaries: checks, days of practice, touches, drills."""

from __future__ import annotations

from typing import Final, NamedTuple

from elder_tutor.progress.audit import FIRST, TRAINER, Deed, note
from elder_tutor.progress.store import Store


class Check(NamedTuple):
    """How a check or refresh ended: ``day`` is YYYY-MM-DD, ``clean`` 1 when it was passed without a hint."""

    lesson: str
    day: str
    clean: int


class LearnerDay(NamedTuple):
    """One day (UTC date) at one lesson: active ms, and how many faces were chosen with their sum."""

    day: str
    lesson: str
    ms: int
    faces: int
    face_sum: int


class Answers(NamedTuple):
    """What was answered in safety drills: fraud met as fraud, fraud believed, genuine taken for fraud."""

    hits: int
    misses: int
    false_alarms: int


def checks(store: Store, learner: str) -> tuple[Check, ...]:
    """Answer how each check and refresh of a learner ended, oldest first."""
    return store.read(Check, _CHECKS, (learner,))


def days(store: Store, learner: str) -> tuple[LearnerDay, ...]:
    """Answer the days of a learner lesson by lesson, oldest first."""
    return store.read(LearnerDay, _DAYS, (learner,))


def answers(store: Store, learner: str) -> Answers:
    """Answer what a learner did in drills; all 0 before the first."""
    rows = store.read(Answers, _ANSWERS, (learner,))
    return rows[0] if rows else Answers(0, 0, 0)


def staff_name(store: Store, signed: str) -> str:
    """Answer the name of who signed so; "" when there is nobody of this id (any more), or without a name."""
    rows = store.rows("SELECT name FROM staff WHERE id = ?", (FIRST if signed == TRAINER else signed,))
    return str(rows[0][0]) if rows else ""


def fitted(store: Store, who: str, learner: str) -> None:
    """Note in the audit log that a trainer changed how the program is for a learner."""
    with store.writing() as db:
        note(db, store.clock(), who, Deed.CHANGED_SETTINGS, learner)


_CHECKS: Final = (
    "SELECT e.lesson, coalesce(json_extract(e.data, '$.day'), date(e.at / 1000, 'unixepoch')), "
    "coalesce(json_extract(e.data, '$.passed') AND json_extract(e.data, '$.unaided'), 0) "
    "FROM attempt_summary a JOIN event e ON e.attempt = a.attempt WHERE a.learner = ? AND a.finished "
    "AND a.stage IN ('check', 'refresh') AND e.kind = 'finished' ORDER BY e.seq"
)
_DAYS: Final = (
    "SELECT day, lesson, ms, faces, face_sum FROM day_summary WHERE learner = ? ORDER BY day, lesson"
)
_ANSWERS: Final = "SELECT hits, misses, false_alarms FROM learner_summary WHERE learner = ?"
