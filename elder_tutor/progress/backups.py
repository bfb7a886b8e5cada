"""Copies of the file: one a day, tried by opening, few and not for ever; and the way back.

SQLite's own backup copies a file that is in use without stopping those who write to it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress import files
from elder_tutor.progress.erasing import erase_learner
from elder_tutor.progress.errors import (
    FULL,
    NEWER,
    UNWRITABLE,
    DiskFull,
    NewerDatabase,
    UnwritableFolder,
    named,
)
from elder_tutor.progress.schema import APPLICATION_ID, SCHEMA_VERSION
from elder_tutor.text.phrase import phrase

FOLDER: Final = "backups"
DAYS: Final = 7
"""Every one of the last so many days is kept, then one a week."""
KEPT_DAYS: Final = 90
"""Nothing older is kept, unless the centre sets another period."""
PAGES: Final = 512
"""Copied at a time (2 MB); between two bites others may write."""
_NAME: Final = re.compile(r"progress-(\d{4}-\d\d-\d\d)\.db")
_ASIDE: Final = ("progress.corrupt-*", "progress.before-restore-*")
NO_BACKUP: Final = phrase("{file} is no copy of this program's progress, or it is damaged.").key
NONE_YET: Final = phrase("There is no copy of the progress yet.").key


class BadBackup(KnownError):
    """Tell that a file cannot be restored from. Fact: ``file``."""


class NoBackup(KnownError):
    """Tell that there is nothing to restore."""


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


def make_backup(folder: Path, today: date, kept_days: int = KEPT_DAYS) -> Backup:
    """Copy the progress of a data folder, try the copy, drop what is too old; answer the copy.

    A second one on the same day replaces the first. Others may write meanwhile. Raises the
    errors of `progress.errors`, and BadBackup when the copy does not open.
    """
    place = folder / FOLDER
    files.make_folder(place)
    target = place / f"progress-{today.isoformat()}.db"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        _copy(folder / files.FILE, part)
        examine(part)
        _settle(part)
        part.replace(target)
    except sqlite3.Error as error:
        raise named(error, {"folder": str(folder), "file": files.FILE}) from error
    except OSError as error:
        raise named(
            sqlite3.OperationalError(str(error)), {"folder": str(place), "file": target.name}
        ) from error
    finally:
        part.unlink(missing_ok=True)
    drop_old(folder, today, kept_days)
    return Backup(target, today)


def examine(path: Path) -> None:
    """Open a copy and look through all of it. Raises BadBackup, and NewerDatabase."""
    try:
        with contextlib.closing(_read_only(path)) as db:
            mark = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
            whole = db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            db.execute("SELECT count(*) FROM event").fetchone()
    except sqlite3.Error as error:
        raise BadBackup(NO_BACKUP, {"file": path.name}) from error
    if mark != APPLICATION_ID or not whole:
        raise BadBackup(NO_BACKUP, {"file": path.name})
    if version > SCHEMA_VERSION:
        raise NewerDatabase(NEWER, {"file": path.name})


def restore(folder: Path, backup: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the progress; answer where what was there before is kept.

    Nothing is overwritten that was not copied first (None: there was nothing, or it could not
    be read any more and was set aside whole). Raises BadBackup, NewerDatabase, StoreBusy when
    another program is writing, and the other errors of `progress.errors`.
    """
    examine(backup)
    files.make_folder(folder)
    file = folder / files.FILE
    kept = _keep_present(folder, now) if file.exists() else None
    try:
        _copy(backup, file)
    except sqlite3.Error as error:
        raise named(error, {"folder": str(folder), "file": files.FILE}) from error
    return kept


def latest(folder: Path) -> Backup:
    """Answer the newest copy. Raises NoBackup."""
    found = backups(folder)
    if not found:
        raise NoBackup(NONE_YET)
    return found[0]


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
    _drop_set_aside(folder, today - timedelta(days=kept_days))


def erase_everywhere(
    folder: Path, learner_id: str, who: str, now: datetime, kept_days: int = KEPT_DAYS
) -> int:
    """Erase a learner from every copy that is kept, and drop what is older than the period.

    Answer how many copies were changed. A copy that cannot be opened any more is dropped:
    nobody could erase the learner from it.
    """
    drop_old(folder, now.date(), kept_days)
    changed = 0
    for path in [*(backup.path for backup in backups(folder)), *folder.glob("progress.before-restore-*.db")]:
        try:
            changed += _erase_from(path, learner_id, who, now)
        except sqlite3.Error:
            path.unlink(missing_ok=True)
    for path in _set_aside(folder):
        if path.name.startswith("progress.corrupt-"):
            path.unlink(missing_ok=True)
    return changed


def _erase_from(path: Path, learner_id: str, who: str, now: datetime) -> int:
    with contextlib.closing(files.connect_file(path)) as db:
        if not db.execute("SELECT 1 FROM learner WHERE id = ?", (learner_id,)).fetchone():
            _settle_open(db)
            return 0
        db.execute("PRAGMA secure_delete = ON")
        db.execute("BEGIN IMMEDIATE")
        erase_learner(db, learner_id, who, now)
        db.execute("COMMIT")
        db.execute("VACUUM")
        _settle_open(db)
    return 1


def _keep_present(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = folder / f"progress.before-restore-{stamp}.db"
    try:
        _copy(folder / files.FILE, kept)
        examine(kept)
        _settle(kept)
    except (sqlite3.Error, BadBackup):
        kept.unlink(missing_ok=True)
        return files.set_aside(folder, now)
    return kept


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(_read_only(source)) as taken,
        contextlib.closing(sqlite3.connect(target, timeout=files.BUSY_MS / 1000)) as given,
    ):
        taken.backup(given, pages=PAGES, sleep=0.005)


def _settle(path: Path) -> None:
    """Make one file of it, wholly on the disk."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        _settle_open(db)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _settle_open(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA journal_mode = DELETE")


def _disk_trouble(error: OSError, place: Path) -> KnownError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(FULL)
    return UnwritableFolder(UNWRITABLE, {"folder": str(place)})


def _drop_set_aside(folder: Path, before: date) -> None:
    edge = datetime(before.year, before.month, before.day, tzinfo=UTC).timestamp()
    for path in _set_aside(folder):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < edge:
                path.unlink()


def _set_aside(folder: Path) -> Iterable[Path]:
    return [path for pattern in _ASIDE for path in folder.glob(pattern)]


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=files.BUSY_MS / 1000)


def _day(backup: Backup) -> date:
    return backup.day


def missing_days(found: Sequence[Backup], today: date) -> int:
    """Answer how many days have passed since the newest copy; a large number when there is none."""
    return (today - found[0].day).days if found else 9_999
