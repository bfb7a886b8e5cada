"""Carry out of a damaged file what can still be read: people, settings, PINs, audit lines, every event."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress.pins import FIRST
from elder_tutor.progress.recount import recount
from elder_tutor.progress.schema import ID_OF_BEFORE

TABLES: Final = (
    "learner", "setting", "staff", "audit", "learner_group", "membership", "remark", "assignment"
)  # fmt: skip
"""What is carried besides events, in an order that every reference finds what it names."""
STRIDE: Final = 1_000
"""Events read at once; around a damaged page ever fewer, down to one."""


def carry_all(damaged: Path, into: sqlite3.Connection) -> int:
    """Copy what can be read, row by row, and count the summaries anew; answer how many events came.

    What cannot be read stays in the file set aside. Without this a damaged disk block would
    open the trainer's pages to anybody (no PIN any more) and send every learner away.
    """
    into.execute("BEGIN IMMEDIATE")
    carried = 0
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_look(damaged)) as source:
        for table in TABLES:
            _carry(table, source, into)
        _carry_first_pin(source, into)
        carried = _carry_events(source, into)
    if carried:
        recount(into)
    into.execute("COMMIT")
    return carried


def _carry(table: str, source: sqlite3.Connection, into: sqlite3.Connection) -> None:
    columns = _shared_columns(table, source, into)
    if not columns:
        return
    with contextlib.suppress(sqlite3.Error):
        for row in source.execute(f"SELECT {columns} FROM {table}"):
            _insert(into, table, columns, row)


def _carry_first_pin(source: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """Files before the third version kept one PIN, in a table of its own."""
    with contextlib.suppress(sqlite3.Error):
        for found in source.execute("SELECT hash, wrong, remaining, seen FROM pin"):
            row = (FIRST, "", "manager", *found, found[3])
            _insert(into, "staff", "id, name, role, hash, wrong, remaining, seen, created", row)


def _carry_events(source: sqlite3.Connection, into: sqlite3.Connection) -> int:
    columns = _shared_columns("event", source, into)
    if not columns:
        return 0
    wanted, chosen = columns, columns
    if " id" not in columns:
        wanted, chosen = f"{columns}, id", f"{columns}, {ID_OF_BEFORE}"
    carried = 0
    for row in _readable(source, f"SELECT {chosen} FROM event"):
        carried += _insert(into, "event", wanted, row)
    return carried


def _readable(source: sqlite3.Connection, select: str) -> Iterator[Sequence[Any]]:
    """Read events in order of their number, stepping over what is damaged."""
    at, stride = 0, STRIDE
    last = _last(source)
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


def _last(source: sqlite3.Connection) -> int:
    """Answer the highest number an event may have; the table's own end may be what is damaged."""
    with contextlib.suppress(sqlite3.Error):
        return int(source.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])
    pages = int(source.execute("PRAGMA page_count").fetchone()[0])
    return pages * 64  # more events than this stand on no page


def _insert(into: sqlite3.Connection, table: str, columns: str, row: Sequence[Any]) -> bool:
    marks = ", ".join("?" * len(row))
    with contextlib.suppress(sqlite3.Error):
        into.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
        return True
    return False


def _shared_columns(table: str, source: sqlite3.Connection, into: sqlite3.Connection) -> str:
    there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    return ", ".join(row[1] for row in into.execute(f"PRAGMA table_info({table})") if row[1] in there)


def _look(damaged: Path) -> sqlite3.Connection:
    # A working copy of the log is allowed: the file set aside keeps its own -wal beside it.
    return sqlite3.connect(f"{damaged.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
