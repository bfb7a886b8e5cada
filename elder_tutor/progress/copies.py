"""Which copies of the file there are, which are too old, and what trouble of the disk is called."""

from __future__ import annotations

import contextlib
import errno
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from elder_tutor.progress import files
from elder_tutor.progress.errors import FULL, UNWRITABLE, DiskFull, UnwritableFolder, named

FOLDER: Final = "backups"
DAYS: Final = 7
"""Every one of the last so many days is kept, then one a week."""
KEPT_DAYS: Final = 90
"""Nothing older is kept, unless the centre sets another period."""
_NAME: Final = re.compile(r"progress-(\d{4}-\d\d-\d\d)\.db")
_ASIDE: Final = ("progress.corrupt-*", "progress.before-restore-*", "progress.fresh.db*")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy, of the state the progress had on a day."""

    path: Path
    day: date

    @property
    def bytes(self) -> int:
        """Answer its size."""
        return self.path.stat().st_size


def backups(folder: Path) -> tuple[Backup, ...]:
    """Answer the copies in a data folder, newest first."""
    found = []
    for path in (folder / FOLDER).glob("progress-*.db"):
        match = _NAME.fullmatch(path.name)
        with contextlib.suppress(ValueError):
            if match:
                found.append(Backup(path, date.fromisoformat(match.group(1))))
    return tuple(sorted(found, key=_day, reverse=True))


def drop_old(folder: Path, today: date, kept_days: int = KEPT_DAYS) -> None:
    """Drop copies: of the last week each day's stays, then one a week, and none beyond the period."""
    weeks: set[tuple[int, int]] = set()
    for backup in reversed(backups(folder)):  # the oldest of a week is the one that stays
        age = (today - backup.day).days
        week = backup.day.isocalendar()[:2]
        if age > kept_days or (age >= DAYS and week in weeks):
            backup.path.unlink(missing_ok=True)
        elif age >= DAYS:
            weeks.add(week)
    _drop_old_aside(folder, today - timedelta(days=kept_days))


@contextlib.contextmanager
def disk_named(place: Path) -> Iterator[None]:
    """Give trouble of SQLite and of the disk its name."""
    try:
        yield
    except sqlite3.Error as error:
        raise named(error, {"folder": str(place), "file": files.FILE}) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(FULL) from error
        raise UnwritableFolder(UNWRITABLE, {"folder": str(place)}) from error


def drop_parts(place: Path, all_of_them: bool = False) -> None:
    """Drop copies that were never finished; those of the last hour may still be in the making."""
    edge = 0.0 if all_of_them else time.time() - 3_600
    for path in place.glob("progress-*.part*"):
        with contextlib.suppress(FileNotFoundError):
            if all_of_them or path.stat().st_mtime < edge:
                path.unlink()


def _drop_old_aside(folder: Path, before: date) -> None:
    edge = datetime(before.year, before.month, before.day, tzinfo=UTC).timestamp()
    for path in set_aside_files(folder):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < edge:
                path.unlink()


def set_aside_files(folder: Path) -> Iterable[Path]:
    return [path for pattern in _ASIDE for path in folder.glob(pattern)]


def connect_at_rest(path: Path) -> sqlite3.Connection:
    """Open a file nobody has open as it lies there, on a disk that cannot be written as well."""
    if files.may_be_open(path):
        return files.connect_reading(path)
    return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)


def _day(backup: Backup) -> date:
    return backup.day
