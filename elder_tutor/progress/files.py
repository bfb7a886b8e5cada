"""Open the file that keeps progress: ours, not newer, whole; a damaged one is set aside."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from elder_tutor.progress.errors import (
    NEWER,
    NOT_OURS,
    UNWRITABLE,
    NewerDatabase,
    NotOurDatabase,
    UnwritableFolder,
    is_damage,
)
from elder_tutor.progress.schema import APPLICATION_ID, COUNTED, SCHEMA_VERSION, STEPS

FILE: Final = "progress.db"
FRESH: Final = "progress.fresh.db"
"""The new file while it is filled with what could be read of a damaged one."""
BUSY_MS: Final = 5_000
"""How long a write waits for another process."""
_MAGIC: Final = b"SQLite format 3\0"


def make_folder(folder: Path) -> None:
    """Make the folder if it is not there, for this account only. Raises UnwritableFolder."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFolder(UNWRITABLE, {"folder": str(folder)}) from error


def connect(folder: Path) -> sqlite3.Connection:
    """Open the file of this folder as `connect_file` does."""
    return connect_file(folder / FILE)


def connect_file(path: Path) -> sqlite3.Connection:
    """Open a file ready to write, brought up to date.

    Raises NewerDatabase and NotOurDatabase with the file untouched, and sqlite3.Error
    for what SQLite finds (the caller names it).
    """
    _refuse_others(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000, cached_statements=256)
    try:
        _prepare(connection)
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_memory() -> sqlite3.Connection:
    """Open a database that lives in memory only; needs no import beyond sqlite3."""
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=256)
    connection.execute("PRAGMA foreign_keys = ON")
    for _name, statements in STEPS:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file to be read only; nothing looks whether it is ours. Raises sqlite3.Error."""
    where = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(where, uri=True, isolation_level=None, timeout=BUSY_MS / 1000)


def inode(path: Path) -> int:
    """Answer which file lies at this place. Raises OSError."""
    return path.stat().st_ino


def settle(connection: sqlite3.Connection) -> None:
    """Bring everything into the one file, without a log beside it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")


def drop(path: Path) -> None:
    """Delete a file of ours with its log, if it is there. Raises OSError."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def set_aside(folder: Path, now: datetime) -> Path:
    """Rename a damaged file and its log so that nothing of it is lost; answer the new path.

    Raises UnwritableFolder.
    """
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = folder / f"progress.corrupt-{stamp}.db"
    number = 1
    while aside.exists():
        number += 1
        aside = folder / f"progress.corrupt-{stamp}-{number}.db"
    try:
        for ending in ("", "-wal", "-shm"):
            there = folder / (FILE + ending)
            if there.exists():
                there.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise UnwritableFolder(UNWRITABLE, {"folder": str(folder)}) from error
    return aside


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Take the write lock once, which shows a read-only disk; migrate when something is due."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _version(connection)
        if before < SCHEMA_VERSION:
            from elder_tutor.progress.migrations import migrate

            migrate(connection)
            if 0 < before < COUNTED:
                from elder_tutor.progress.recount import recount

                recount(connection)  # new summaries say what old events said
        connection.execute("SELECT max(seq) FROM event").fetchone()
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _refuse_others(path: Path) -> None:
    """Look at the header before anything opens the file for writing."""
    found = _look_inside(path) if may_be_open(path) else _header(path)
    if found is None:
        return  # empty, or damaged: SQLite says so when it opens it
    version, mark = found
    if version > SCHEMA_VERSION and mark == APPLICATION_ID:
        raise NewerDatabase(NEWER, {"file": path.name})
    if mark != APPLICATION_ID and not _is_blank(path):
        raise NotOurDatabase(NOT_OURS, {"file": path.name})


def may_be_open(path: Path) -> bool:
    """Answer whether somebody may have this file open now: its log lies beside it.

    Such a file must not be opened but through SQLite, not even to look at it: when a process
    closes any descriptor of a file it loses all its locks on it (POSIX), and another program
    that believes itself alone would throw the log away, with what was stored in it.
    """
    return os.path.exists(f"{path}-wal")  # noqa: PTH110  a folder that is closed to us answers no, not an error


def _header(path: Path) -> tuple[int, int] | None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnwritableFolder(UNWRITABLE, {"folder": str(path.parent)}) from error
    if len(head) < 100 or not head.startswith(_MAGIC):
        return None
    return int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big")


def _look_inside(path: Path) -> tuple[int, int] | None:
    """Ask SQLite: the log may hold a newer header than the file."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect_reading(path)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        return _version(connection), int(mark)
    return None


def _is_blank(path: Path) -> bool:
    """Answer whether nothing is in the file yet (the program ended while making it)."""
    with contextlib.closing(connect_reading(path)) as connection:
        try:
            found = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return True  # not a stranger's: the damage is met and named when it is opened
            raise
        return not found[0]


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
