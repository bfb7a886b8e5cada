"""What a trainer chose for a learner: a lesson, or all of a course, until a day or without end."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from elder_tutor.progress.audit import TRAINER, Deed, milliseconds, note
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.store import Changes, Store


class Assignment(NamedTuple):
    """One choice: ``lesson`` or ``course`` is named, the other empty; ``until`` is YYYY-MM-DD or empty."""

    id: str
    learner: str
    course: str
    lesson: str
    at: int
    who: str
    until: str


class Assignments:
    """What was chosen for learners in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the choices of this store."""
        self._store = store

    def of(self, learner: str, today: str = "") -> tuple[Assignment, ...]:
        """Answer what was chosen for a learner, the newest first; with ``today`` only what still holds."""
        rows = self._store.read(Assignment, _OF, (learner,))
        return tuple(row for row in rows if not today or not row.until or row.until >= today)

    def assign(
        self, learner: str, *, lesson: str = "", course: str = "", until: str = "", who: str = TRAINER
    ) -> Changes:
        """Choose a lesson or a course for a learner, in place of the same choice before.

        Raises UnknownLearner.
        """
        now = self._store.clock()
        with self._store.writing() as db:
            if not db.execute("SELECT 1 FROM learner WHERE id = ?", (learner,)).fetchone():
                raise UnknownLearner(GONE)
            db.execute(_SAME, (learner, course, lesson))
            row = (os.urandom(16).hex(), learner, course, lesson, milliseconds(now), who, until)
            db.execute("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            note(db, now, who, Deed.ASSIGN, learner)
        return Changes(frozenset((learner,)), frozenset((lesson,)) if lesson else frozenset())

    def withdraw(self, assignment: str, who: str = TRAINER) -> None:
        """Take a choice back."""
        with self._store.writing() as db:
            row = db.execute(
                "DELETE FROM assignment WHERE id = ? RETURNING learner", (assignment,)
            ).fetchone()
            if row:
                note(db, self._store.clock(), who, Deed.WITHDRAW, row[0])


_OF: Final = (
    f"SELECT {', '.join(Assignment._fields)} FROM assignment WHERE learner = ? ORDER BY at DESC, rowid DESC"
)
_SAME: Final = "DELETE FROM assignment WHERE learner = ? AND course = ? AND lesson = ?"
