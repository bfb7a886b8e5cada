"""Groups of learners: the Sunday morning, the women of the north. A learner may be in several."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final, NamedTuple

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import TRAINER, Deed, milliseconds, note
from elder_tutor.progress.names import LONGEST_NAME, tidied
from elder_tutor.progress.people import NO_PICTURE, PictureTrouble, pictures
from elder_tutor.progress.store import Changes, Store
from elder_tutor.text.phrase import phrase

NO_NAME: Final = phrase("Please write a name for the group.").key
TAKEN: Final = phrase("There is already a group called “{name}”.").key
GONE: Final = phrase("This group is no longer there.").key


class GroupTrouble(KnownError):
    """Tell why a group cannot be made or found. Fact: ``name``."""


class Group(NamedTuple):
    """A group, with how many are in it."""

    id: str
    name: str
    picture: str
    created: int
    size: int


class GroupSum(NamedTuple):
    """What the members of a group did, added up; times UTC ms."""

    team: str
    learners: int
    lessons: int
    done: int
    needs: int
    mastered: int
    attempts: int
    hints: int
    mistakes: int
    missed: int
    helped: int
    ms: int
    last_at: int


class Groups:
    """The groups in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the groups of this store."""
        self._store = store

    def all(self) -> tuple[Group, ...]:
        """Answer the groups in the order they were made."""
        return self._store.read(Group, _GROUPS)

    def members(self, group: str) -> tuple[str, ...]:
        """Answer the ids of those who are in a group, in the order they joined."""
        sql = "SELECT learner FROM membership WHERE team = ? ORDER BY since, learner"
        return tuple(row[0] for row in self._store.rows(sql, (group,)))

    def of(self, learner: str) -> tuple[Group, ...]:
        """Answer the groups a learner is in."""
        inside = {
            row[0] for row in self._store.rows("SELECT team FROM membership WHERE learner = ?", (learner,))
        }
        return tuple(group for group in self.all() if group.id in inside)

    def sums(self) -> dict[str, GroupSum]:
        """Answer what each group did, by its id; a group nobody practised in is not there."""
        rows = self._store.read(GroupSum, f"SELECT {', '.join(GroupSum._fields)} FROM group_summary")
        return {row.team: row for row in rows}

    def add(self, name: str, picture: str, who: str = TRAINER) -> Group:
        """Make a group. Raises GroupTrouble or PictureTrouble."""
        tidy = self._free_name(name)
        if picture not in pictures():
            raise PictureTrouble(NO_PICTURE)
        now = self._store.clock()
        made = Group(os.urandom(16).hex(), tidy, picture, milliseconds(now), 0)
        with self._store.writing() as db:
            db.execute("INSERT INTO learner_group VALUES (?, ?, ?, ?)", made[:4])
            note(db, now, who, Deed.ADD_GROUP, made.id)
        return made

    def rename(self, group: str, name: str, who: str = TRAINER) -> None:
        """Give a group another name. Raises GroupTrouble."""
        tidy = self._free_name(name, group)
        with self._store.writing() as db:
            if not db.execute("UPDATE learner_group SET name = ? WHERE id = ?", (tidy, group)).rowcount:
                raise GroupTrouble(GONE)
            note(db, self._store.clock(), who, Deed.CHANGE_GROUP, group)

    def remove(self, group: str, who: str = TRAINER) -> None:
        """Dissolve a group; its members stay learners. Raises GroupTrouble."""
        with self._store.writing() as db:
            if not db.execute("DELETE FROM learner_group WHERE id = ?", (group,)).rowcount:
                raise GroupTrouble(GONE)
            note(db, self._store.clock(), who, Deed.REMOVE_GROUP, group)

    def put(self, group: str, learners: Sequence[str], who: str = TRAINER) -> Changes:
        """Let these learners, and nobody else, be in a group. Raises GroupTrouble."""
        now = self._store.clock()
        with self._store.writing() as db:
            if not db.execute("SELECT 1 FROM learner_group WHERE id = ?", (group,)).fetchone():
                raise GroupTrouble(GONE)
            marks = ", ".join("?" * len(learners))
            db.execute(
                f"DELETE FROM membership WHERE team = ? AND learner NOT IN ({marks})", (group, *learners)
            )
            rows = [(group, learner, milliseconds(now)) for learner in learners]
            db.executemany("INSERT OR IGNORE INTO membership VALUES (?, ?, ?)", rows)
            note(db, now, who, Deed.CHANGE_GROUP, group)
        return Changes(frozenset(learners), people=True)

    def _free_name(self, name: str, but: str = "") -> str:
        tidy = tidied(name)[:LONGEST_NAME]
        if not tidy:
            raise GroupTrouble(NO_NAME)
        if any(group.name.casefold() == tidy.casefold() and group.id != but for group in self.all()):
            raise GroupTrouble(TAKEN, {"name": tidy})
        return tidy


_GROUPS: Final = (
    "SELECT id, name, picture, created, count(learner) FROM learner_group LEFT JOIN membership ON team = id "
    "GROUP BY id ORDER BY created, learner_group.rowid"
)
