"""Copies of the file: one a day, tried by opening, few and not for ever; and the way back.

SQLite's own backup copies a file that is in use without stopping those who write to it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress import files
from elder_tutor.progress.copies import (
    FOLDER,
    KEPT_DAYS,
    Backup,
    backups,
    connect_at_rest,
    disk_named,
    drop_old,
    drop_parts,
)
from elder_tutor.progress.errors import BUSY, NEWER, NewerDatabase, StoreBusy, is_damage
from elder_tutor.progress.forgetting import erase_late, erase_photo_from, erase_these, erased, withdrawn
from elder_tutor.progress.schema import APPLICATION_ID, SCHEMA_VERSION
from elder_tutor.text.phrase import phrase

PAGES: Final = 512
"""Copied at a time (2 MB); between two bites others may write."""
MOST_TRIES: Final = 100
"""So often a held file is tried again, 0.05 s apart."""
NO_BACKUP: Final = phrase("{file} is no copy of this program's progress, or it is damaged.").key
NONE_YET: Final = phrase("There is no copy of the progress yet.").key


class BadBackup(KnownError):
    """Tell that a file cannot be restored from. Fact: ``file``."""


class NoBackup(KnownError):
    """Tell that there is nothing to restore."""


def make_backup(folder: Path, today: date, kept_days: int = KEPT_DAYS) -> Backup:
    """Copy the progress of a data folder, try the copy, drop what is too old; answer the copy.

    A second one on the same day replaces the first. Others may write meanwhile. Raises the
    errors of `progress.errors`, and BadBackup when the copy does not open.
    """
    place = folder / FOLDER
    files.make_folder(place)
    target = place / f"progress-{today.isoformat()}.db"
    part = place / f"progress-{today.isoformat()}.{os.getpid()}.part"  # another program may copy as well
    with disk_named(place):
        try:
            drop_parts(place)
            _copy(folder / files.FILE, part)
            examine(part)
            _settle(part)
            part.replace(target)
        finally:
            with contextlib.suppress(OSError):
                files.drop(part)
        drop_old(folder, today, kept_days)
    erase_late(folder)  # somebody may have been erased while it was made
    return Backup(target, today)


def copy_to(folder: Path, other: Path) -> None:
    """Copy the progress of a data folder, if there is any, into another that has none.

    What happens there changes nothing here; others may write meanwhile. Raises the errors of
    `progress.errors`.
    """
    with disk_named(folder):
        try:
            (folder / files.FILE).stat()
        except FileNotFoundError:
            return
        _copy(folder / files.FILE, other / files.FILE)


def examine(path: Path) -> None:
    """Open a copy and look through all of it. Raises BadBackup, and NewerDatabase."""
    try:
        with contextlib.closing(connect_at_rest(path)) as db:
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
    be read any more and was set aside whole). The printed cards of now stay good, and a lost one
    opens nothing again. Raises BadBackup, NewerDatabase, StoreBusy when another program is writing,
    and the other errors of `progress.errors`.
    """
    examine(backup)
    files.make_folder(folder)
    file = folder / files.FILE
    with disk_named(folder):
        gone, photos, tickets = erased(folder), withdrawn(folder), _tickets(file)
        kept = _keep_present(folder, now) if file.exists() else None
        _copy(backup, file)
        erase_these(file, gone, at_rest=False)  # a copy from elsewhere may still hold them
        for photo in photos:
            erase_photo_from(file, photo, at_rest=False)
        _put_tickets(file, tickets)
    return kept


def latest(folder: Path) -> Backup:
    """Answer the newest copy. Raises NoBackup."""
    found = backups(folder)
    if not found:
        raise NoBackup(NONE_YET)
    return found[0]


def _tickets(file: Path) -> list[tuple[str, str, int]]:
    """Answer the tickets that hold now; none where they cannot be read."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(files.connect_reading(file)) as db:
        return db.execute("SELECT learner, code, made FROM ticket").fetchall()
    return []


def _put_tickets(file: Path, tickets: Sequence[tuple[str, str, int]]) -> None:
    """Let tickets hold in place of those a copy brought back, for the learners it knows."""
    if not tickets:
        return
    with contextlib.closing(files.connect_file(file)) as db:
        db.execute("PRAGMA secure_delete = ON")
        db.execute("BEGIN IMMEDIATE")
        here = {row[0] for row in db.execute("SELECT id FROM learner")}
        known = [ticket for ticket in tickets if ticket[0] in here]
        db.executemany("INSERT OR REPLACE INTO ticket VALUES (?, ?, ?)", known)
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep_present(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = folder / f"progress.before-restore-{stamp}.db"
    try:
        _copy(folder / files.FILE, kept)
        examine(kept)
        _settle(kept)
    except BaseException as error:
        files.drop(kept)
        if isinstance(error, BadBackup) or (isinstance(error, sqlite3.Error) and is_damage(error)):
            return files.set_aside(folder, now)
        raise  # a full disk, say: what is there is whole, and stays
    return kept


def _copy(source: Path, target: Path) -> None:
    """Copy a file as it is at one moment. Raises sqlite3.Error, and StoreBusy when the target is held."""
    look = files.connect_reading if files.may_be_open(source) else connect_at_rest
    with (
        contextlib.closing(look(source)) as taken,
        contextlib.closing(sqlite3.connect(target, timeout=files.BUSY_MS / 1000)) as given,
    ):
        # Without a reading transaction every write of another program would begin the copy anew.
        taken.execute("BEGIN")
        taken.execute("SELECT count(*) FROM sqlite_master").fetchone()
        taken.backup(given, pages=PAGES, progress=_patience(), sleep=0.05)


def _patience() -> Callable[[int, int, int], None]:
    """Answer a watch that gives up when nothing moves on: `Connection.backup` would try for ever."""
    stuck = 0

    def watch(status: int, remaining: int, total: int) -> None:
        nonlocal stuck
        stuck = stuck + 1 if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else 0
        if stuck > MOST_TRIES:
            raise StoreBusy(BUSY)

    return watch


def _settle(path: Path) -> None:
    """Make one file of it, wholly on the disk."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        files.settle(db)
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def missing_days(found: Sequence[Backup], today: date) -> int:
    """Answer how many days have passed since the newest copy; a large number when there is none."""
    return (today - found[0].day).days if found else 9_999
