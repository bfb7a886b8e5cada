"""Keep each trainer's PIN: argon2id, a growing wait after five wrong tries, reset by the account's owner.

The wait is kept in the file, so a restart does not shorten it. A try is counted before it is
judged, so pulling the plug does not help either. The clock only ever takes away from the wait
what has passed since it was last looked at: set back, the wait stands still and goes on from
there; it can neither end early nor last for ever.
"""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import FIRST, TRAINER, Deed, milliseconds, note
from elder_tutor.progress.locks import Lock
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase

SHORTEST: Final = 4
LONGEST: Final = 8
"""Digits of a PIN."""
FREE_TRIES: Final = 5
WAITS: Final = (30, 60, 120, 300, 900)
"""Seconds to wait after the fifth wrong try, the sixth, and so on; the last one stays."""

WRONG: Final = phrase("This PIN is not right. Tries left: {left}.").key
LOCKED: Final = phrase("Please wait, then try again. Seconds left: {seconds}.").key
NONE_YET: Final = phrase("No PIN has been chosen yet.").key
LENGTH: Final = phrase("Please choose a PIN of {least} to {most} digits.").key
SIMPLE: Final = phrase("This PIN is easy to guess. Please choose other digits.").key

NO_HASH: Final = ""
"""Stands in the place of a PIN that was reset and is to be chosen anew."""
_BEGIN: Final = "INSERT OR IGNORE INTO staff VALUES ('first', '', 'manager', '', 0, 0, ?, ?)"
_PUT: Final = "UPDATE staff SET hash = ?, wrong = 0, remaining = 0, seen = ? WHERE id = ?"
_LATIN: Final = {ord(digit): str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")} | {
    ord(digit): str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")
}


class PinTrouble(KnownError):
    """Tell why a new PIN cannot be used. Facts: ``least``, ``most``."""


class WrongPin(KnownError):
    """Tell that the PIN is not right."""

    def __init__(self, left: int) -> None:
        """Say how many tries are left before a wait."""
        self.left = left
        super().__init__(WRONG, {"left": left})


class LockedOut(KnownError):
    """Tell that the next try has to wait."""

    def __init__(self, seconds: int) -> None:
        """Say how many seconds to wait."""
        self.seconds = seconds
        super().__init__(LOCKED, {"seconds": seconds})


class NoPin(KnownError):
    """Tell that no PIN has been chosen yet."""


class Pins:
    """The PINs in a store; ``member`` is a staff id, by default who chose the first PIN."""

    def __init__(self, store: Store) -> None:
        """Keep the PINs of this store."""
        self._store = store

    def is_set(self) -> bool:
        """Answer whether anybody has chosen a PIN."""
        return bool(self._store.rows("SELECT 1 FROM staff WHERE hash <> '' LIMIT 1"))

    def is_set_for(self, member: str) -> bool:
        """Answer whether this staff member has a PIN; one that was reset is chosen anew."""
        return bool(self._store.rows("SELECT 1 FROM staff WHERE id = ? AND hash <> ''", (member,)))

    def choose(self, pin: str, member: str = FIRST) -> None:
        """Keep a new PIN; the caller has checked the old one if there was one. Raises PinTrouble, NoPin."""
        hashed = hashed_pin(pin)
        now = self._store.clock()
        at = milliseconds(now)
        with self._store.writing() as db:
            if member == FIRST:
                db.execute(_BEGIN, (at, at))
            if not db.execute(_PUT, (hashed, at, member)).rowcount:
                raise NoPin(NONE_YET)
            note(db, now, signature(member), Deed.CHOOSE_PIN)

    def check(self, pin: str, member: str = FIRST) -> None:
        """Return when the PIN is right. Raises WrongPin, LockedOut or NoPin."""
        lock = self._count_try(member)
        if not lock.opens(latin_digits(pin)):
            if lock.remaining:
                raise LockedOut(lock.seconds)
            raise WrongPin(FREE_TRIES - lock.wrong)
        with self._store.writing() as db:
            db.execute("UPDATE staff SET wrong = 0, remaining = 0 WHERE id = ?", (member,))

    def wait(self, member: str = FIRST) -> int:
        """Answer the seconds to wait before the next try, 0 when there is none."""
        with self._store.writing() as db:
            lock = _read(db, member)
            if lock is None:
                return 0
            self._let_time_pass(db, lock, member)
        return lock.seconds

    def reset(self, account: str, member: str = FIRST) -> bool:
        """Forget a PIN and its wait, answer whether there was one; ``account`` is written down.

        The member stays with name and role, and chooses a new PIN at the next visit.
        """
        now = self._store.clock()
        with self._store.writing() as db:
            had_one = _read(db, member) is not None
            if had_one:
                db.execute(_PUT, (NO_HASH, milliseconds(now), member))
                note(db, now, account, Deed.RESET_PIN, "" if member == FIRST else member)
        return had_one

    def _count_try(self, member: str) -> Lock:
        with self._store.writing() as db:
            lock = _read(db, member)
            if lock is None:
                raise NoPin(NONE_YET)
            self._let_time_pass(db, lock, member)
            waiting = lock.seconds
            if not waiting:
                self._count(db, lock, member)
        if waiting:
            raise LockedOut(waiting)
        return lock

    def _count(self, db: sqlite3.Connection, lock: Lock, member: str) -> None:
        if lock.count_try(FREE_TRIES, WAITS):
            note(db, self._store.clock(), signature(member), Deed.LOCKED_OUT)
        db.execute(
            "UPDATE staff SET wrong = ?, remaining = ? WHERE id = ?", (lock.wrong, lock.remaining, member)
        )

    def _let_time_pass(self, db: sqlite3.Connection, lock: Lock, member: str) -> None:
        lock.let_time_pass(milliseconds(self._store.clock()))
        db.execute(
            "UPDATE staff SET remaining = ?, seen = ? WHERE id = ?", (lock.remaining, lock.seen, member)
        )


def signature(member: str) -> str:
    """Answer how a staff member stands in the audit log."""
    return TRAINER if member == FIRST else member


def latin_digits(text: str) -> str:
    """Answer the text with 0–9 for ٠–٩ and ۰–۹, without spaces around it."""
    return text.strip().translate(_LATIN)


def acceptable(pin: str) -> str:
    """Answer the digits of a PIN that can be used. Raises PinTrouble."""
    digits = latin_digits(pin)
    if not (digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST):
        raise PinTrouble(LENGTH, {"least": SHORTEST, "most": LONGEST})
    if _too_simple(digits):
        raise PinTrouble(SIMPLE)
    return digits


def _too_simple(digits: str) -> bool:
    """Answer whether the digits are all one, count up or down, or repeat a pair."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    pair = len(digits) % 2 == 0 and digits == digits[:2] * (len(digits) // 2)
    return pair or steps in ({0}, {1}, {9})


def _read(db: sqlite3.Connection, member: str) -> Lock | None:
    sql = "SELECT hash, wrong, remaining, seen FROM staff WHERE id = ? AND hash <> ''"
    row = db.execute(sql, (member,)).fetchone()
    return Lock(*row) if row else None


def hashed_pin(pin: str) -> str:
    """Answer the argon2id hash of a PIN. Raises PinTrouble."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(acceptable(pin))
