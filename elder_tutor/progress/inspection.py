"""Look at the file with the progress without changing anything: is it there, ours, whole, up to date?"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress.files import FILE, may_be_open
from elder_tutor.progress.schema import APPLICATION_ID, SCHEMA_VERSION

STEPS_BETWEEN_LOOKS: Final = 50_000
"""Steps of SQLite's machine between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen. ``trouble`` is SQLite's own sentence, empty when the file is whole."""

    there: bool
    ours: bool = True
    version: int = 0
    size: int = 0
    trouble: str = ""
    unfinished: bool = False
    """The file is so large that the look at all of it was not finished in time."""
    settings: dict[str, Any] = field(default_factory=dict)
    """The settings of the centre, as they were kept."""

    @property
    def newer(self) -> bool:
        """Tell whether a newer program wrote it."""
        return self.version > SCHEMA_VERSION


def inspect(folder: Path, seconds: float = 5.0, now: Callable[[], float] = time.monotonic) -> Inspection:
    """Look at the file of a folder. Raises OSError when it cannot even be read."""
    path = folder / FILE
    if not path.exists():
        return Inspection(False)
    size = path.stat().st_size
    if not may_be_open(path):
        with path.open("rb") as file:
            file.read(1)
    elif not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    try:
        with contextlib.closing(_open(path)) as db:
            return _look(db, size, now() + seconds, now)
    except sqlite3.Error as error:
        return Inspection(True, size=size, trouble=str(error))


def _open(path: Path) -> sqlite3.Connection:
    """Open the file without leaving anything beside it.

    Without a log nobody has it open, and it is read as it lies there: an ordinary reader would
    begin a log and leave it behind, and a read-only folder has no room for one.
    """
    where = path.resolve().as_uri()
    if not may_be_open(path):
        return sqlite3.connect(f"{where}?immutable=1", uri=True)
    connection = sqlite3.connect(f"{where}?mode=ro", uri=True, timeout=1.0)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()  # the log is there but its index cannot be made: a read-only folder
        return sqlite3.connect(f"{where}?immutable=1", uri=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _look(db: sqlite3.Connection, size: int, until: float, now: Callable[[], float]) -> Inspection:
    mark = int(db.execute("PRAGMA application_id").fetchone()[0])
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if mark != APPLICATION_ID:
        blank = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return Inspection(True, blank, version, size)
    db.set_progress_handler(lambda: int(now() > until), STEPS_BETWEEN_LOOKS)
    trouble, unfinished = "", False
    try:
        found = [str(row[0]) for row in db.execute("PRAGMA quick_check(3)")]
        trouble = "" if found == ["ok"] else "; ".join(found)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
            raise
        unfinished = True
    db.set_progress_handler(None, 0)
    kept = {} if trouble else _settings(db)
    return Inspection(True, True, version, size, trouble, unfinished, kept)


def _settings(db: sqlite3.Connection) -> dict[str, Any]:
    try:
        row = db.execute("SELECT value FROM setting WHERE owner = ''").fetchone()
        found = json.loads(row[0]) if row else {}
    except (sqlite3.Error, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
