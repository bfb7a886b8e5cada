"""Carry people, settings and the trainer's PIN out of a damaged file, as far as they can be read."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

TABLES: Final = ("learner", "setting", "pin", "audit")


def carry_people(damaged: Path, into: sqlite3.Connection) -> None:
    """Copy what can be read of each table, row by row; what cannot stays in the file set aside.

    Without this a damaged disk block would open the trainer's pages to anybody (no PIN any more)
    and send every learner away.
    """
    into.execute("BEGIN IMMEDIATE")
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_look(damaged)) as source:
        for table in TABLES:
            _carry(table, source, into)
    into.execute("COMMIT")


def _carry(table: str, source: sqlite3.Connection, into: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):
        for row in source.execute(f"SELECT * FROM {table}"):
            marks = ", ".join("?" * len(row))
            with contextlib.suppress(sqlite3.IntegrityError):
                into.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _look(damaged: Path) -> sqlite3.Connection:
    # A working copy of the log is allowed: the file set aside keeps its own -wal beside it.
    return sqlite3.connect(f"{damaged.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
