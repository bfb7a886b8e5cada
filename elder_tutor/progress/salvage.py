"""Carry out of a damaged file what can still be read: people, settings, PINs, audit lines, every event."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress import files
from elder_tutor.progress.audit import FIRST, Deed
from elder_tutor.progress.leaves import AT, LEARNER_AT, found_events, found_people
from elder_tutor.progress.recount import recount
from elder_tutor.progress.schema import ID_OF_BEFORE

PHOTO: Final = "photo"
TABLES: Final = (
    "learner", "setting", "staff", "audit", "learner_group", "membership", "remark", "assignment",
    "symbols", "ticket", PHOTO,
)  # fmt: skip
"""What is carried besides events, in an order that every reference finds what it names."""
STRIDE: Final = 1_000
"""Events read at once; around a damaged page ever fewer, down to one."""
NAMELESS: Final = "? {id}"
"""What a learner is called whose row was lost while their events were not; a trainer knows who it is."""
PICTURE: Final = "dallah"
Found = tuple[str, str, Sequence[Any]]
"""A table, its columns, and a row for it."""


def carry_into_new(folder: Path) -> Path:
    """Make a whole new file beside the damaged one of a folder, with all that could be read; answer it.

    The damaged file is as it was. Raises sqlite3.Error and OSError, with nothing left behind.
    """
    fresh = folder / files.FRESH
    files.drop(fresh)
    try:
        with contextlib.closing(files.connect_file(fresh)) as into:
            carry_all(folder / files.FILE, into)
            files.settle(into)
    except BaseException:
        with contextlib.suppress(OSError):
            files.drop(fresh)
        raise
    return fresh


def carry_all(damaged: Path, into: sqlite3.Connection) -> int:
    """Copy what can be read, row by row, and count the summaries anew; answer how many events came.

    First as SQLite reads it; where it stumbles, also from every page that is whole by itself.
    What cannot be read stays in the file set aside. Without this a damaged disk block would
    open the trainer's pages to anybody (no PIN any more) and send every learner away.
    """
    into.execute("BEGIN IMMEDIATE")
    with contextlib.closing(_look(damaged)) as source:
        whole = _carry_people(source, into)
        # Pages lie in any order; what belongs to a learner finds them only after them.
        rows = [] if whole else sorted(found_people(damaged), key=_place)
        _insert_all(into, rows)
        events = _Events(into)
        whole = events.carry(source) and whole
        if not whole:
            for columns, row in found_events(damaged):
                events.put(columns, row)
        if events.nameless:  # their groups, notes and keys found nobody before
            _carry_people(source, into)
            _insert_all(into, rows)
    if events.carried:
        recount(into)
    into.execute("COMMIT")
    return events.carried


def _carry_people(source: sqlite3.Connection, into: sqlite3.Connection) -> bool:
    """Copy every table but the events; answer whether all of it could be read."""
    whole = True
    for table in TABLES:
        try:
            columns = _shared_columns(table, source, into)
            if columns and table == PHOTO:
                whole = _carry_photos(source, into, columns) and whole
                continue
            for row in source.execute(f"SELECT {columns} FROM {table}") if columns else ():
                _insert(into, table, columns, row)
        except sqlite3.Error:
            whole = False
    with contextlib.suppress(sqlite3.Error):  # before the third version: one PIN, in a table of its own
        for found in source.execute("SELECT hash, wrong, remaining, seen FROM pin"):
            row = (FIRST, "", "manager", *found, found[3])
            _insert(into, "staff", "id, name, role, hash, wrong, remaining, seen, created", row)
    return whole


def _carry_photos(source: sqlite3.Connection, into: sqlite3.Connection, columns: str) -> bool:
    """Copy photo by photo: each lies on many pages, and a damaged one must not cost those after it."""
    whole = True
    for place in source.execute(f"SELECT rowid FROM {PHOTO} NOT INDEXED").fetchall():
        try:
            for row in source.execute(f"SELECT {columns} FROM {PHOTO} WHERE rowid = ?", place):
                _insert(into, PHOTO, columns, row)
        except sqlite3.Error:
            whole = False
    return whole


class _Events:
    """Put events into the new file; one whose learner's row was lost brings a nameless learner with it."""

    def __init__(self, into: sqlite3.Connection) -> None:
        self._into = into
        self._known = {row[0] for row in into.execute("SELECT id FROM learner")}
        erased = into.execute("SELECT subject FROM audit WHERE action = ?", (Deed.ERASE_LEARNER,))
        self._erased = {row[0] for row in erased}
        self.carried = 0
        self.nameless = False
        """Whether somebody came back by their events alone."""

    def carry(self, source: sqlite3.Connection) -> bool:
        """Copy the events as SQLite reads them; answer whether it read all."""
        try:
            columns = _shared_columns("event", source, self._into)
            if not columns:
                return False
            wanted, chosen = columns, columns
            if " id" not in columns:
                wanted, chosen = f"{columns}, id", f"{columns}, {ID_OF_BEFORE}"
            whole = _whole(source)
            for row in _readable(source, f"SELECT {chosen} FROM event", whole):
                self.put(wanted, row)
        except sqlite3.Error:
            return False
        return whole

    def put(self, columns: str, row: Sequence[Any]) -> None:
        """Store one event, unless it is there already or its learner was erased."""
        learner = row[LEARNER_AT]
        if learner in self._erased:
            return
        if learner not in self._known:
            self._known.add(learner)
            self.nameless = True
            name = NAMELESS.format(id=learner[:4])
            _insert(self._into, "learner", _LEARNER, (learner, name, PICTURE, "", row[AT], None))
        self.carried += _insert(self._into, "event", columns, row)


def _insert_all(into: sqlite3.Connection, rows: Sequence[Found]) -> None:
    for table, columns, row in rows:
        _insert(into, table, columns, row)


def _place(found: Found) -> int:
    return TABLES.index(found[0])


def _whole(source: sqlite3.Connection) -> bool:
    """Answer whether SQLite can go through all events."""
    try:
        source.execute("SELECT sum(at), sum(length(data)) FROM event").fetchone()
    except sqlite3.Error:
        return False
    return True


def _readable(source: sqlite3.Connection, select: str, whole: bool) -> Iterator[Sequence[Any]]:
    """Read events in order of their number, stepping over what is damaged."""
    if whole:
        yield from source.execute(select)
        return
    last = source.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0]
    at, stride = 0, STRIDE
    while at < last:
        try:
            rows = source.execute(f"{select} WHERE seq > ? AND seq <= ?", (at, at + stride)).fetchall()
        except sqlite3.Error:
            if stride > 1:
                stride //= 10
                continue
            rows = []
        yield from rows
        at += stride
        if at % STRIDE == 0:
            stride = STRIDE


def _insert(into: sqlite3.Connection, table: str, columns: str, row: Sequence[Any]) -> bool:
    marks = ", ".join("?" * len(row))
    try:
        into.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
    except (sqlite3.IntegrityError, sqlite3.DataError):
        return False  # it is there already, or is not what a row of this table may be
    return True


def _shared_columns(table: str, source: sqlite3.Connection, into: sqlite3.Connection) -> str:
    there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    return ", ".join(row[1] for row in into.execute(f"PRAGMA table_info({table})") if row[1] in there)


def _look(damaged: Path) -> sqlite3.Connection:
    # A working copy of the log is allowed: the file set aside keeps its own -wal beside it.
    return sqlite3.connect(f"{damaged.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


_LEARNER: Final = "id, name, picture, symbol, created, consent"
