"""Keep who may see the trainer's pages, and what each of them may do there.

Three roles (DESIGN 8). A *viewer* sees every page and changes nothing. A *trainer* works with the
learners: adds and renames them, makes groups, chooses lessons, writes notes, gives hints, brings in
lists, hands out files. A *manager* does what cannot be taken back or touches the others: erases
learners, keeps the staff, reads the audit log, sets the machine. At least one manager stays.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import FIRST, Deed, milliseconds, note
from elder_tutor.progress.names import LONGEST_NAME, tidied
from elder_tutor.progress.pins import hashed_pin, signature
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase

NO_NAME: Final = phrase("Please write a name.").key
LONG_NAME: Final = phrase("The name is too long. Please use {most} letters at most.").key
TAKEN: Final = phrase("There is already somebody called “{name}”.").key
GONE: Final = phrase("This person is no longer in the list.").key
LAST_MANAGER: Final = phrase("One manager has to stay. Please make somebody else manager first.").key
NOT_ALLOWED: Final = phrase("Your role does not include this. Please ask a manager.").key


class Role(StrEnum):
    """What a staff member is; the names are kept in the file."""

    TRAINER = "trainer"
    MANAGER = "manager"
    VIEWER = "viewer"


class Act(StrEnum):
    """What a role may or may not do on the trainer's pages."""

    TEACH = "teach"  # choose lessons, write notes, give hints, change a learner's fit
    PEOPLE = "people"  # add and rename learners, make groups, bring in lists
    HAND_OUT = "hand_out"  # files and paper with names
    ERASE = "erase"
    STAFF = "staff"
    AUDIT = "audit"
    MACHINE = "machine"


_TRAINER: Final = frozenset({Act.TEACH, Act.PEOPLE, Act.HAND_OUT})
_MAY: Final[dict[Role, frozenset[Act]]] = {
    Role.VIEWER: frozenset(),
    Role.TRAINER: _TRAINER,
    Role.MANAGER: frozenset(Act),
}


class StaffTrouble(KnownError):
    """Tell why the staff cannot be changed so. Facts: ``name``, ``most``."""


class NotAllowed(KnownError):
    """Tell that a role does not include what was asked for."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What one visitor of the trainer's pages may do."""

    acts: frozenset[Act]

    @classmethod
    def of(cls, role: Role) -> Permissions:
        """Answer what a role may do."""
        return cls(_MAY[role])

    def allows(self, act: Act) -> bool:
        """Answer whether this is included."""
        return act in self.acts

    def require(self, act: Act) -> None:
        """Return when this is included. Raises NotAllowed."""
        if act not in self.acts:
            raise NotAllowed(NOT_ALLOWED)


class Member(NamedTuple):
    """One of the staff; ``created`` UTC ms, ``has_pin`` 0 while a PIN is to be chosen (anew)."""

    id: str
    name: str
    role: str
    created: int
    has_pin: int

    @property
    def may(self) -> Permissions:
        """Answer what this person may do."""
        return Permissions.of(Role(self.role))

    @property
    def signature(self) -> str:
        """Answer how this person stands in the audit log, in notes and in choices."""
        return signature(self.id)


MANAGER_ALONE: Final = Member(FIRST, "", Role.MANAGER.value, 0, 0)
"""Who visits before anybody has chosen a PIN."""


class Staff:
    """The staff in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the staff of this store."""
        self._store = store

    def all(self) -> tuple[Member, ...]:
        """Answer everybody, in the order they were added."""
        return self._store.read(Member, f"{_SELECT} ORDER BY created, rowid")

    def member(self, member: str) -> Member:
        """Answer one of them by id or by name. Raises StaffTrouble."""
        asked = (member, tidied(member))
        found = self._store.read(Member, f"{_SELECT} WHERE id = ? OR (name <> '' AND name = ?)", asked)
        if not found:
            raise StaffTrouble(GONE)
        return found[0]

    def add(self, name: str, role: Role, pin: str, who: str) -> Member:
        """Add somebody with their PIN and answer them. Raises StaffTrouble or PinTrouble."""
        tidy = self.free_name(name)
        hashed, now = hashed_pin(pin), self._store.clock()
        at = milliseconds(now)
        made = Member(os.urandom(16).hex(), tidy, role.value, at, 1)
        with self._store.writing() as db:
            row = (made.id, tidy, role.value, hashed, 0, 0, at, at)
            db.execute("INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            note(db, now, who, Deed.ADD_STAFF, made.id)
        return made

    def rename(self, member: str, name: str, who: str) -> None:
        """Give somebody another name. Raises StaffTrouble."""
        tidy = self.free_name(name, member)
        with self._store.writing() as db:
            _role_of(db, member)
            db.execute("UPDATE staff SET name = ? WHERE id = ?", (tidy, member))
            note(db, self._store.clock(), who, Deed.CHANGE_STAFF, member)

    def change_role(self, member: str, role: Role, who: str) -> None:
        """Give somebody another role. Raises StaffTrouble, also for the last manager."""
        with self._store.writing() as db:
            if role is not Role.MANAGER:
                _keep_a_manager(db, member)
            _role_of(db, member)
            db.execute("UPDATE staff SET role = ? WHERE id = ?", (role.value, member))
            note(db, self._store.clock(), who, Deed.CHANGE_STAFF, member)

    def remove(self, member: str, who: str) -> None:
        """Take somebody off the list; what they did stays written down. Raises StaffTrouble."""
        with self._store.writing() as db:
            _keep_a_manager(db, member)
            _role_of(db, member)
            db.execute("DELETE FROM staff WHERE id = ?", (member,))
            note(db, self._store.clock(), who, Deed.REMOVE_STAFF, member)

    def free_name(self, name: str, but: str = "") -> str:
        """Answer the tidied name when nobody else has it. Raises StaffTrouble."""
        tidy = tidied(name)
        if not tidy:
            raise StaffTrouble(NO_NAME)
        if len(tidy) > LONGEST_NAME:
            raise StaffTrouble(LONG_NAME, {"most": LONGEST_NAME})
        if any(one.name.casefold() == tidy.casefold() and one.id != but for one in self.all()):
            raise StaffTrouble(TAKEN, {"name": tidy})
        return tidy


def _role_of(db: sqlite3.Connection, member: str) -> str:
    row = db.execute("SELECT role FROM staff WHERE id = ?", (member,)).fetchone()
    if row is None:
        raise StaffTrouble(GONE)
    return str(row[0])


def _keep_a_manager(db: sqlite3.Connection, member: str) -> None:
    others = "SELECT count(*) FROM staff WHERE role = 'manager' AND id <> ?"
    if _role_of(db, member) == Role.MANAGER and not db.execute(others, (member,)).fetchone()[0]:
        raise StaffTrouble(LAST_MANAGER)


_SELECT: Final = "SELECT id, name, role, created, hash <> '' AS has_pin FROM staff"
