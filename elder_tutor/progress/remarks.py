"""What trainers write down about a learner: dated, signed, erased with the learner."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import TRAINER, Deed, milliseconds, note
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.people import tidied
from elder_tutor.progress.store import Changes, Store
from elder_tutor.text.phrase import phrase

LONGEST: Final = 400
"""Characters of a remark."""
EMPTY: Final = phrase("Please write something first.").key
LONG: Final = phrase("The note is too long. Please use {most} letters at most.").key


class RemarkTrouble(KnownError):
    """Tell why a remark cannot be kept. Fact: ``most``."""


class Remark(NamedTuple):
    """One note; ``at`` is UTC ms, ``who`` the id of the staff member."""

    id: str
    learner: str
    at: int
    who: str
    text: str


class Remarks:
    """The trainers' notes in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the notes of this store."""
        self._store = store

    def of(self, learner: str) -> tuple[Remark, ...]:
        """Answer the notes on a learner, newest first."""
        sql = "SELECT id, learner, at, who, text FROM remark WHERE learner = ? ORDER BY at DESC, rowid DESC"
        return self._store.read(Remark, sql, (learner,))

    def add(self, learner: str, text: str, who: str = TRAINER) -> Changes:
        """Write a note. Raises RemarkTrouble or UnknownLearner."""
        tidy = tidied(text)
        if not tidy:
            raise RemarkTrouble(EMPTY)
        if len(tidy) > LONGEST:
            raise RemarkTrouble(LONG, {"most": LONGEST})
        now = self._store.clock()
        with self._store.writing() as db:
            if not db.execute("SELECT 1 FROM learner WHERE id = ?", (learner,)).fetchone():
                raise UnknownLearner(GONE)
            row = (os.urandom(16).hex(), learner, milliseconds(now), who, tidy)
            db.execute("INSERT INTO remark VALUES (?, ?, ?, ?, ?)", row)
        return Changes(frozenset((learner,)))

    def remove(self, remark: str, who: str = TRAINER) -> None:
        """Take a note away; that it was there stands in the audit log."""
        with self._store.writing() as db:
            if db.execute("DELETE FROM remark WHERE id = ?", (remark,)).rowcount:
                note(db, self._store.clock(), who, Deed.REMOVE_REMARK)
