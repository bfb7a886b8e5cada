"""Keep the learners of this place: add, rename, ask for consent, erase."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from elder_tutor import resources
from elder_tutor.errors import KnownError
from elder_tutor.frozen import dataclass
from elder_tutor.progress import preferences
from elder_tutor.progress.audit import FIRST, TRAINER, Deed, Entry, entries, milliseconds, note, os_account
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.names import LONGEST_NAME as LONGEST_NAME
from elder_tutor.progress.names import tidied as tidied
from elder_tutor.progress.store import Changes, Store
from elder_tutor.text.phrase import phrase

if TYPE_CHECKING:
    from elder_tutor.progress.groups import Groups
    from elder_tutor.progress.intake import Newcomer
    from elder_tutor.progress.pins import Pins
    from elder_tutor.progress.staff import Staff

NO_NAME: Final = phrase("Please write a name.").key
LONG_NAME: Final = phrase("The name is too long. Please use {most} letters at most.").key
TWIN: Final = phrase("“{name}” with this picture is already there. Please choose another picture.").key
NO_PICTURE: Final = phrase("Please choose one of the pictures.").key
CARD_TAKEN: Final = phrase("Somebody has this card already. Please choose another colour or mark.").key
_OF_LESSONS: Final = ("card-", "shot-")
"""Pictures that the lessons show; nobody's own."""
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
    found = (path.stem for path in folder.glob("*.svg"))
    return tuple(sorted(key for key in found if key != GUEST and not key.startswith(_OF_LESSONS)))


class People:
    """The learners in a store, without the guest."""

    def __init__(self, store: Store) -> None:
        """Keep the learners and the trainer's PIN of this store."""
        self._store = store

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

    def add(self, name: str, picture: str, symbol: str = "", who: str = TRAINER) -> Learner:
        """Add a learner and answer them; ``who`` did it. Raises NameTrouble or PictureTrouble.

        Without a ``symbol`` (colour and mark, see cards.py) they get the next one that is free.
        """
        tidy = _checked(name)
        _check_card(picture, symbol)
        now = self._store.clock()
        with self._store.writing() as db:
            card = symbol or _next_card(db, picture)
            learner = Learner(os.urandom(16).hex(), tidy, picture, card, milliseconds(now), None)
            _refuse_twin(db, learner, chosen=bool(symbol))
            db.execute("INSERT INTO learner VALUES (?, ?, ?, ?, ?, ?)", _row(learner))
            note(db, now, who, Deed.ADD_LEARNER, learner.id)
        return learner

    def rename(self, learner_id: str, name: str, who: str = TRAINER) -> Changes:
        """Give a learner another name. Raises NameTrouble or UnknownLearner."""
        tidy = _checked(name)
        with self._store.writing() as db:
            old = _find(db, learner_id)
            if tidy.casefold() != old.name.casefold():
                _refuse_twin(db, Learner(old.id, tidy, old.picture, old.symbol, old.created, old.consent))
            db.execute("UPDATE learner SET name = ? WHERE id = ?", (tidy, learner_id))
            note(db, self._store.clock(), who, Deed.RENAME_LEARNER, learner_id)
        return Changes(frozenset((learner_id,)), people=True)

    def change_card(self, learner_id: str, picture: str, symbol: str, who: str = TRAINER) -> Changes:
        """Give a learner another picture, colour and mark.

        Raises PictureTrouble, NameTrouble for a namesake's card that is too like it, and UnknownLearner.
        """
        _check_card(picture, symbol)
        with self._store.writing() as db:
            old = _find(db, learner_id)
            if (old.picture, old.symbol) != (picture, symbol):
                changed = Learner(old.id, old.name, picture, symbol, old.created, old.consent)
                _refuse_twin(db, changed, chosen=True)
                db.execute(_CARD, (picture, symbol, learner_id))
                note(db, self._store.clock(), who, Deed.CHANGE_CARD, learner_id)
        return Changes(frozenset((learner_id,)), people=True)

    def taken(self, picture: str, but: str = "") -> frozenset[str]:
        """Answer which colours and marks those with this picture have, leaving out one learner."""
        return frozenset(row[0] for row in self._store.rows(_TAKEN, (picture, but)))

    def consent(self, learner_id: str, given: bool) -> Changes:
        """Write down that a learner agreed to what is kept, or no longer does. Raises UnknownLearner."""
        now = self._store.clock()
        with self._store.writing() as db:
            _find(db, learner_id)
            at = milliseconds(now) if given else None
            db.execute("UPDATE learner SET consent = ? WHERE id = ?", (at, learner_id))
            note(db, now, "learner", Deed.CONSENT if given else Deed.CONSENT_WITHDRAWN, learner_id)
        return Changes(frozenset((learner_id,)), people=True)

    def remove(self, learner_id: str, who: str = TRAINER, kept_days: int | None = None) -> Changes:
        """Erase a learner with everything they did; only an audit line without the name stays.

        The freed parts of the file are overwritten, and the copies made of it are changed too
        (those older than ``kept_days`` are dropped; None: what the centre set). Raises UnknownLearner,
        and the errors of `forgetting.erase_everywhere` when a copy refuses: it is tried again daily.
        """
        from elder_tutor.progress.erasing import erase_learner
        from elder_tutor.progress.forgetting import erase_everywhere

        now = self._store.clock()
        with self._store.erasing(), self._store.writing() as db:
            _find(db, learner_id)
            lessons = erase_learner(db, learner_id, who, now)
        if self._store.folder is not None:
            erase_everywhere(self._store.folder, learner_id, who, now, kept_days or self._kept_days())
        return Changes(frozenset((learner_id,)), lessons, people=True)

    def take_in(self, newcomers: Sequence[Newcomer], who: str = TRAINER) -> Changes:
        """Add a whole list at once, or nobody. Raises NameTrouble or PictureTrouble."""
        from elder_tutor.progress.intake import take_in

        return take_in(self._store, newcomers, who)

    @property
    def groups(self) -> Groups:
        """Answer the groups of learners."""
        from elder_tutor.progress.groups import Groups

        return Groups(self._store)

    def _kept_days(self) -> int:
        """Answer how long the centre keeps copies."""
        from elder_tutor.progress.copies import KEPT_DAYS

        found = preferences.get(self._store).get("backup_days")
        return found if isinstance(found, int) and found > 0 else KEPT_DAYS

    # --- the trainers' PINs (see pins.py) --------------------------------------

    @property
    def _pins(self) -> Pins:
        from elder_tutor.progress.pins import Pins  # not needed for the first page

        return Pins(self._store)

    def pin_is_set(self) -> bool:
        """Answer whether anybody has chosen a PIN."""
        return self._pins.is_set()

    def choose_pin(self, pin: str, member: str = FIRST) -> None:
        """Keep a new PIN of 4 to 8 digits. Raises PinTrouble."""
        self._pins.choose(pin, member)

    def check_pin(self, pin: str, member: str = FIRST) -> None:
        """Return when the PIN is right. Raises WrongPin, LockedOut or NoPin."""
        self._pins.check(pin, member)

    def pin_wait(self, member: str = FIRST) -> int:
        """Answer the seconds to wait before the next try, 0 when there is none."""
        return self._pins.wait(member)

    def reset_pin(self, account: str | None = None, member: str = FIRST) -> bool:
        """Forget a PIN and answer whether there was one.

        ``account`` is written down; by default it is the operating system's account.
        """
        return self._pins.reset(account or os_account(), member)

    @property
    def staff(self) -> Staff:
        """Answer who may see the trainer's pages."""
        from elder_tutor.progress.staff import Staff

        return Staff(self._store)

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


def _check_card(picture: str, symbol: str) -> None:
    if picture not in pictures() or SYMBOL.fullmatch(symbol) is None:
        raise PictureTrouble(NO_PICTURE)


def _next_card(db: sqlite3.Connection, picture: str) -> str:
    """Answer a free colour and mark; "" when all of this picture are given (the name tells them apart)."""
    from elder_tutor.progress.cards import first_free  # not needed for the first page

    return first_free(picture, {row[0] for row in db.execute(_TAKEN, (picture, ""))})


def _refuse_twin(db: sqlite3.Connection, learner: Learner, chosen: bool = False) -> None:
    """Refuse a card that somebody has, and one name twice with one picture.

    The second is most often one person added twice, and two such cards are easily confused.
    Whoever ``chosen`` colour and mark for them knows that they are two: then both must differ.
    """
    sql = "SELECT name, symbol FROM learner WHERE picture = ? AND id <> ?"
    for name, symbol in db.execute(sql, (learner.picture, learner.id)):
        if learner.symbol and symbol == learner.symbol:
            raise PictureTrouble(CARD_TAKEN)
        alike = name.casefold() == learner.name.casefold()
        if alike and not (chosen and set(symbol.split("-")).isdisjoint(learner.symbol.split("-"))):
            raise NameTrouble(TWIN, {"name": learner.name})


def _row(learner: Learner) -> tuple[str | int | None, ...]:
    return (learner.id, learner.name, learner.picture, learner.symbol, learner.created, learner.consent)


_SELECT: Final = "SELECT id, name, picture, symbol, created, consent FROM learner"
_CARD: Final = "UPDATE learner SET picture = ?, symbol = ? WHERE id = ?"
_TAKEN: Final = "SELECT symbol FROM learner WHERE picture = ? AND symbol <> '' AND id <> ?"
