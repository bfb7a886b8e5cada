"""Erase a learner from a file: every row, with one audit line that names nobody."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from elder_tutor.progress.audit import Deed, note
from elder_tutor.progress.recount import recount_places
from elder_tutor.progress.schema import SUMMARY_TABLES


def erase_learner(db: sqlite3.Connection, learner_id: str, who: str, now: datetime) -> frozenset[str]:
    """Erase a learner inside the caller's transaction; answer the lessons they had begun.

    Remarks, groups and assignments go with the learner's row, by the tables' own rule.
    """
    lessons = db.execute("SELECT lesson FROM lesson_summary WHERE learner = ?", (learner_id,)).fetchall()
    # Every place they ever were at: one they left, or a trainer's letter, still stands in its row.
    places = db.execute(
        "SELECT DISTINCT kiosk FROM event WHERE learner = ? AND kiosk <> ''", (learner_id,)
    ).fetchall()
    note(db, now, who, Deed.ERASE_LEARNER, learner_id)
    # The door the trigger looks for: it needs the line above, and cannot outlive the transaction.
    db.execute("INSERT INTO erasing VALUES (?, 0)", (learner_id,))
    db.execute("DELETE FROM event WHERE learner = ?", (learner_id,))
    db.execute("DELETE FROM erasing")
    for table in SUMMARY_TABLES:
        db.execute(f"DELETE FROM {table} WHERE learner = ?", (learner_id,))
    db.execute("DELETE FROM setting WHERE owner = ?", (learner_id,))
    db.execute("DELETE FROM learner WHERE id = ?", (learner_id,))
    recount_places(db, [row[0] for row in places])
    return frozenset(row[0] for row in lessons)
