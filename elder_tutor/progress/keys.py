"""Keep what a learner opens their own page with: three pictures in order, and the ticket on a printed card.

The three pictures keep a neighbour's curious finger away, no more: there are 729 of them. They are
kept as argon2id, and after a few wrong tries each next one has to wait; the wait stands in the file,
so that a restart does not shorten it, and the clock can only ever take away from it (see pins.py).
"""

from __future__ import annotations

import os
import sqlite3
from base64 import b32encode
from collections.abc import Sequence
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import TRAINER, Deed, milliseconds, note
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.locks import Lock
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import Phrase, phrase

SYMBOLS: Final = ("apple", "ball", "bird", "book", "car", "cat", "clock", "umbrella", "watermelon")
"""The pictures to choose from; the names are those of the drawings in icons/symbols."""
SYMBOL_NAMES: Final[dict[str, Phrase]] = {
    "apple": phrase("an apple"),
    "ball": phrase("a ball"),
    "bird": phrase("a bird"),
    "book": phrase("a book"),
    "car": phrase("a car"),
    "cat": phrase("a cat"),
    "clock": phrase("a clock"),
    "umbrella": phrase("an umbrella"),
    "watermelon": phrase("a watermelon"),
}
LENGTH: Final = 3
FREE_TRIES: Final = 3
WAITS: Final = (10, 20, 40, 90, 180, 300)
"""Seconds to wait after the third wrong try, the fourth, and so on; the last one stays."""

PREFIX: Final = "ET1-"
TICKET_BYTES: Final = 20
"""160 random bits: 32 letters and digits in base 32 (RFC 4648), all of them keys of any keyboard."""

WRONG: Final = phrase("These are not the three pictures. Look once more, there is time.").key
PATIENCE: Final = phrase("Please wait, then try again. Seconds left: {seconds}.").key
CHOOSE_THREE: Final = phrase("Please choose three pictures, not all the same.").key


class SymbolTrouble(KnownError):
    """Tell that three pictures cannot be chosen so."""


class WrongSymbols(KnownError):
    """Tell kindly that these are not the three; ``wait`` is seconds before the next try, 0 for at once."""

    def __init__(self, wait: int = 0) -> None:
        """Say how many seconds to wait."""
        self.wait = wait
        if wait:
            super().__init__(PATIENCE, {"seconds": wait})
        else:
            super().__init__(WRONG)


class Keys:
    """The three pictures and the tickets of the learners in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the keys of this store."""
        self._store = store

    # --- three pictures ----------------------------------------------------------------

    def has(self, learner: str) -> bool:
        """Answer whether three pictures were chosen for this learner."""
        return bool(self._store.rows("SELECT 1 FROM symbols WHERE learner = ?", (learner,)))

    def set_symbols(self, learner: str, symbols: Sequence[str], who: str = TRAINER) -> None:
        """Keep three pictures in place of the ones before. Raises SymbolTrouble or UnknownLearner."""
        from argon2 import PasswordHasher

        chosen = tuple(symbols)
        if len(chosen) != LENGTH or len(set(chosen)) < 2 or not set(chosen) <= set(SYMBOLS):
            raise SymbolTrouble(CHOOSE_THREE)
        hashed, now = PasswordHasher().hash(_text(chosen)), self._store.clock()
        with self._store.erasing(), self._store.writing() as db:
            _must_be_there(db, learner)
            row = (learner, hashed, 0, 0, milliseconds(now))
            db.execute("INSERT OR REPLACE INTO symbols VALUES (?, ?, ?, ?, ?)", row)
            note(db, now, who, Deed.SET_SYMBOLS, learner)

    def clear(self, learner: str, who: str = TRAINER) -> None:
        """Let this learner in without pictures from now on."""
        with self._store.erasing(), self._store.writing() as db:
            if db.execute("DELETE FROM symbols WHERE learner = ?", (learner,)).rowcount:
                note(db, self._store.clock(), who, Deed.CLEAR_SYMBOLS, learner)

    def check(self, learner: str, symbols: Sequence[str]) -> None:
        """Return when these are the three, or none were chosen. Raises WrongSymbols."""
        lock = self._count_try(learner)
        if lock is None:
            return
        if not lock.opens(_text(tuple(symbols))):
            raise WrongSymbols(lock.seconds)
        with self._store.writing() as db:
            db.execute("UPDATE symbols SET wrong = 0, remaining = 0 WHERE learner = ?", (learner,))

    def wait(self, learner: str) -> int:
        """Answer the seconds to wait before the next try, 0 when there is none."""
        with self._store.writing() as db:
            lock = _read(db, learner)
            if lock is None:
                return 0
            self._let_time_pass(db, lock, learner)
        return lock.seconds

    def _count_try(self, learner: str) -> Lock | None:
        """Count a try before it is judged: pulling the plug does not help."""
        with self._store.writing() as db:
            lock = _read(db, learner)
            if lock is None:
                return None
            self._let_time_pass(db, lock, learner)
            waiting = lock.seconds
            if not waiting:
                lock.count_try(FREE_TRIES, WAITS)
                db.execute(_COUNTED, (lock.wrong, lock.remaining, learner))
        if waiting:
            raise WrongSymbols(waiting)
        return lock

    def _let_time_pass(self, db: sqlite3.Connection, lock: Lock, learner: str) -> None:
        lock.let_time_pass(milliseconds(self._store.clock()))
        db.execute(
            "UPDATE symbols SET remaining = ?, seen = ? WHERE learner = ?",
            (lock.remaining, lock.seen, learner),
        )

    # --- the ticket of a printed card ----------------------------------------------------

    def has_ticket(self, learner: str) -> bool:
        """Answer whether a card was printed for this learner."""
        return bool(self._store.rows("SELECT 1 FROM ticket WHERE learner = ?", (learner,)))

    def ticket(self, learner: str) -> str:
        """Answer the ticket of a learner's card, made the first time. Raises UnknownLearner."""
        found = self._store.rows("SELECT code FROM ticket WHERE learner = ?", (learner,))
        if found:
            return str(found[0][0])
        with self._store.writing() as db:
            _must_be_there(db, learner)
            row = (learner, new_ticket(), milliseconds(self._store.clock()))
            db.execute("INSERT OR IGNORE INTO ticket VALUES (?, ?, ?)", row)
            kept = db.execute("SELECT code FROM ticket WHERE learner = ?", (learner,)).fetchone()
        return str(kept[0])

    def renew(self, learner: str, who: str = TRAINER) -> str:
        """Answer a new ticket; the one before opens nothing any more. Raises UnknownLearner."""
        now, code = self._store.clock(), new_ticket()
        with self._store.erasing(), self._store.writing() as db:
            _must_be_there(db, learner)
            row = (learner, code, milliseconds(now))
            db.execute("INSERT OR REPLACE INTO ticket VALUES (?, ?, ?)", row)
            note(db, now, who, Deed.RENEW_CARD, learner)
        return code

    def whose(self, ticket: str) -> str | None:
        """Answer whose ticket this is; None when it is nobody's (any more)."""
        code = ticket.strip().upper()
        if not code.startswith(PREFIX):
            return None
        rows = self._store.rows("SELECT learner FROM ticket WHERE code = ?", (code,))
        return str(rows[0][0]) if rows else None


def new_ticket() -> str:
    """Answer a ticket nobody can guess."""
    return PREFIX + b32encode(os.urandom(TICKET_BYTES)).decode("ascii")


def _must_be_there(db: sqlite3.Connection, learner: str) -> None:
    found = db.execute("SELECT 1 FROM learner WHERE id = ? AND id <> ?", (learner, GUEST)).fetchone()
    if found is None:
        raise UnknownLearner(GONE)


def _text(symbols: tuple[str, ...]) -> str:
    return " ".join(symbols)


def _read(db: sqlite3.Connection, learner: str) -> Lock | None:
    sql = "SELECT hash, wrong, remaining, seen FROM symbols WHERE learner = ?"
    row = db.execute(sql, (learner,)).fetchone()
    return Lock(*row) if row else None


_COUNTED: Final = "UPDATE symbols SET wrong = ?, remaining = ? WHERE learner = ?"
