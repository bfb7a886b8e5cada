"""Take a whole list of learners in at once: everybody on it, or nobody."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from elder_tutor.progress.audit import Deed, milliseconds, note
from elder_tutor.progress.cards import first_free
from elder_tutor.progress.names import LONGEST_NAME
from elder_tutor.progress.people import NO_PICTURE, TWIN, NameTrouble, PictureTrouble, pictures
from elder_tutor.progress.store import Changes, Store


class Newcomer(NamedTuple):
    """One learner to be added: a tidied name, a picture's key, a group's name or ""."""

    name: str
    picture: str
    group: str = ""


def take_in(store: Store, newcomers: Sequence[Newcomer], who: str) -> Changes:
    """Add everybody, each with a card of their own, and the groups that are not there yet, at once.

    The audit log gets a line for the list and one for each learner. Raises NameTrouble for a
    twin and PictureTrouble; then nobody was added.
    """
    now = store.clock()
    at = milliseconds(now)
    with store.writing() as db:
        note(db, now, who, Deed.IMPORTED)
        groups = _groups(db)
        known = frozenset(groups.values())
        there = db.execute(_KNOWN).fetchall()
        twins = {(name.casefold(), picture) for name, picture, _ in there}
        given = _given(there)
        added = []
        for one in newcomers:
            _refuse(one, twins)
            learner = os.urandom(16).hex()
            card = first_free(one.picture, given[one.picture])
            given[one.picture].add(card)
            db.execute(_ADD, (learner, one.name, one.picture, card, at))
            note(db, now, who, Deed.ADD_LEARNER, learner)
            if one.group:
                team = _group(db, groups, one, at)
                db.execute("INSERT INTO membership VALUES (?, ?, ?)", (team, learner, at))
            added.append(learner)
        for team in groups.values():
            if team not in known:
                note(db, now, who, Deed.ADD_GROUP, team)
    return Changes(frozenset(added), people=True)


def _refuse(one: Newcomer, twins: set[tuple[str, str]]) -> None:
    if one.picture not in pictures():
        raise PictureTrouble(NO_PICTURE)
    key = (one.name.casefold(), one.picture)
    if key in twins:
        raise NameTrouble(TWIN, {"name": one.name})
    twins.add(key)


def _given(there: Sequence[tuple[str, str, str]]) -> defaultdict[str, set[str]]:
    """Answer the colours and marks that are given, by picture."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for _, picture, symbol in there:
        given[picture].add(symbol)
    return given


def _groups(db: sqlite3.Connection) -> dict[str, str]:
    return {name.casefold(): team for team, name in db.execute("SELECT id, name FROM learner_group")}


def _group(db: sqlite3.Connection, groups: dict[str, str], one: Newcomer, at: int) -> str:
    """Answer a group by its name, made now when it is not there; its picture is its first member's."""
    name = one.group[:LONGEST_NAME]
    if name.casefold() not in groups:
        groups[name.casefold()] = os.urandom(16).hex()
        row = (groups[name.casefold()], name, one.picture, at)
        db.execute("INSERT INTO learner_group VALUES (?, ?, ?, ?)", row)
    return groups[name.casefold()]


_KNOWN: Final = "SELECT name, picture, symbol FROM learner"
_ADD: Final = "INSERT INTO learner VALUES (?, ?, ?, ?, ?, NULL)"
