"""Keep the learners of this place: add, rename, ask for consent, erase."""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from elder_tutor import resources
from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import TRAINER, Deed, Entry, entries, milliseconds, note, os_account
from elder_tutor.progress.backups import KEPT_DAYS, erase_everywhere
from elder_tutor.progress.erasing import erase_learner
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.pins import Pins
from elder_tutor.progress.store import Changes, Store
from elder_tutor.text.phrase import phrase

LONGEST_NAME: Final = 40
"""Characters of a name, after tidying."""
NO_NAME: Final = phrase("Please write a name.").key
LONG_NAME: Final = phrase("The name is too long. Please use {most} letters at most.").key
TWIN: Final = phrase("“{name}” with this picture is already there. Please choose another picture.").key
NO_PICTURE: Final = phrase("Please choose one of the pictures.").key
SYMBOL: Final = re.compile(r"[a-z0-9-]{0,40}", re.ASCII)


class NameTrouble(KnownError):
    """Tell why a name cannot be used. Facts: ``name``, ``most``."""


class PictureTrouble(KnownError):
    """Tell that there is no such picture."""


@dataclass(frozen=True, slots=True)
class Learner:
    """One person who practises; ``created`` and ``consent`` are UTC ms, ``consent`` None until given."""

    id: str
    name: str
    picture: str
    symbol: str
    created: int
    consent: int | None


@cache
def pictures() -> tuple[str, ...]:
    """Answer the keys of the pictures a learner can have, in order of their names."""
    folder = resources.assets() / "icons" / "pictures"
    return tuple(sorted(path.stem for path in folder.glob("*.svg") if path.stem != GUEST))


class People:
    """The learners in a store, without the guest."""

    def __init__(self, store: Store) -> None:
        """Keep the learners and the trainer's PIN of this store."""
        self._store = store
        self._pins = Pins(store)

    def learners(self) -> tuple[Learner, ...]:
        """Answer everybody, in the order they were added."""
        rows = self._store.rows(f"{_SELECT} WHERE id <> ? ORDER BY created, rowid", (GUEST,))
        return tuple(Learner(*row) for row in rows)

    def learner(self, learner_id: str) -> Learner:
        """Answer one learner. Raises UnknownLearner."""
        rows = self._store.rows(f"{_SELECT} WHERE id = ?", (learner_id,))
        if not rows:
            raise UnknownLearner(GONE)
        return Learner(*rows[0])

    def add(self, name: str, picture: str, symbol: str = "") -> Learner:
        """Add a learner and answer them. Raises NameTrouble or PictureTrouble."""
        tidy = _checked(name)
        if picture not in pictures() or SYMBOL.fullmatch(symbol) is None:
            raise PictureTrouble(NO_PICTURE)
        now = self._store.clock()
        learner = Learner(os.urandom(16).hex(), tidy, picture, symbol, milliseconds(now), None)
        with self._store.writing() as db:
            _refuse_twin(db, learner)
            db.execute("INSERT INTO learner VALUES (?, ?, ?, ?, ?, ?)", _row(learner))
            note(db, now, TRAINER, Deed.ADD_LEARNER, learner.id)
        return learner

    def rename(self, learner_id: str, name: str) -> Changes:
        """Give a learner another name. Raises NameTrouble or UnknownLearner."""
        tidy = _checked(name)
        with self._store.writing() as db:
            old = _find(db, learner_id)
            _refuse_twin(db, Learner(old.id, tidy, old.picture, old.symbol, old.created, old.consent))
            db.execute("UPDATE learner SET name = ? WHERE id = ?", (tidy, learner_id))
            note(db, self._store.clock(), TRAINER, Deed.RENAME_LEARNER, learner_id)
        return Changes(frozenset((learner_id,)), people=True)

    def consent(self, learner_id: str, given: bool) -> Changes:
        """Write down that a learner agreed to what is kept, or no longer does. Raises UnknownLearner."""
        now = self._store.clock()
        with self._store.writing() as db:
            _find(db, learner_id)
            at = milliseconds(now) if given else None
            db.execute("UPDATE learner SET consent = ? WHERE id = ?", (at, learner_id))
            note(db, now, "learner", Deed.CONSENT if given else Deed.CONSENT_WITHDRAWN, learner_id)
        return Changes(frozenset((learner_id,)), people=True)

    def remove(self, learner_id: str, who: str = TRAINER, kept_days: int = KEPT_DAYS) -> Changes:
        """Erase a learner with everything they did; only an audit line without the name stays.

        The freed parts of the file are overwritten, and the copies made of it are changed too
        (those older than ``kept_days`` are dropped). Raises UnknownLearner.
        """
        now = self._store.clock()
        with self._store.erasing(), self._store.writing() as db:
            _find(db, learner_id)
            lessons = erase_learner(db, learner_id, who, now)
        if self._store.folder is not None:
            erase_everywhere(self._store.folder, learner_id, who, now, kept_days)
        return Changes(frozenset((learner_id,)), lessons, people=True)

    # --- the trainer's PIN (see pins.py) ---------------------------------------

    def pin_is_set(self) -> bool:
        """Answer whether a trainer's PIN has been chosen."""
        return self._pins.is_set()

    def choose_pin(self, pin: str) -> None:
        """Keep a new PIN of 4 to 8 digits. Raises PinTrouble."""
        self._pins.choose(pin)

    def check_pin(self, pin: str) -> None:
        """Return when the PIN is right. Raises WrongPin, LockedOut or NoPin."""
        self._pins.check(pin)

    def pin_wait(self) -> int:
        """Answer the seconds to wait before the next try, 0 when there is none."""
        return self._pins.wait()

    def reset_pin(self, account: str | None = None) -> bool:
        """Forget the PIN and answer whether there was one.

        ``account`` is written down; by default it is the operating system's account.
        """
        return self._pins.reset(account or os_account())

    def audit(self) -> tuple[Entry, ...]:
        """Answer the audit log, oldest first."""
        return entries(self._store)


def _find(db: sqlite3.Connection, learner_id: str) -> Learner:
    row = db.execute(f"{_SELECT} WHERE id = ? AND id <> ?", (learner_id, GUEST)).fetchone()
    if row is None:
        raise UnknownLearner(GONE)
    return Learner(*row)


def _checked(name: str) -> str:
    tidy = tidied(name)
    if not tidy:
        raise NameTrouble(NO_NAME)
    if len(tidy) > LONGEST_NAME:
        raise NameTrouble(LONG_NAME, {"most": LONGEST_NAME})
    return tidy


def tidied(name: str) -> str:
    """Answer a name without control or direction marks and with single spaces."""
    spaced = "".join(" " if letter.isspace() else letter for letter in name)
    visible = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def _refuse_twin(db: sqlite3.Connection, learner: Learner) -> None:
    rows = db.execute(
        "SELECT name FROM learner WHERE picture = ? AND symbol = ? AND id <> ?",
        (learner.picture, learner.symbol, learner.id),
    )
    if any(row[0].casefold() == learner.name.casefold() for row in rows):
        raise NameTrouble(TWIN, {"name": learner.name})


def _row(learner: Learner) -> tuple[str | int | None, ...]:
    return (learner.id, learner.name, learner.picture, learner.symbol, learner.created, learner.consent)


_SELECT: Final = "SELECT id, name, picture, symbol, created, consent FROM learner"
