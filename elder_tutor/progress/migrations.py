"""Bring a file up to date through sqlite-utils; imported only when a migration is due (DESIGN 9)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from sqlite_utils import Database, Migrations

from elder_tutor.progress.schema import APPLICATION_ID, STEPS

SET: Final = "elder_tutor"
Step = tuple[str, tuple[str, ...]]


def migrations(steps: Sequence[Step] = STEPS) -> Migrations:
    """Answer the steps as a sqlite-utils migration set, in order."""
    made = Migrations(SET)
    for number, (name, statements) in enumerate(steps, 1):
        made(name=name)(_run(statements, number))
    return made


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Apply what is due, all or nothing. The caller has begun the transaction.

    A second process that waited for the lock finds nothing left to do.
    """
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations(steps).apply(database)


def _run(statements: tuple[str, ...], number: int) -> Callable[[Database], None]:
    def run(db: Database, /) -> None:
        for statement in statements:
            db.conn.execute(statement)
        db.conn.execute(f"PRAGMA user_version = {number}")

    return run
