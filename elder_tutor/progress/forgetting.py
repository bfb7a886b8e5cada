"""Erase a learner from every copy of the file, and from copies that come back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from elder_tutor.errors import KnownError
from elder_tutor.progress import files
from elder_tutor.progress.audit import Deed, note
from elder_tutor.progress.copies import (
    FOLDER,
    KEPT_DAYS,
    backups,
    connect_at_rest,
    disk_named,
    drop_old,
    drop_parts,
    set_aside_files,
)  # fmt: skip
from elder_tutor.progress.erasing import erase_learner
from elder_tutor.progress.errors import CorruptDatabase, NewerDatabase, NotOurDatabase

_ERASED: Final = "SELECT subject, who, max(at) FROM audit WHERE action = ? GROUP BY subject"
_PHOTO: Final = "FROM photo WHERE learner = ? AND given <= ?"
_NOT_TO_OPEN: Final = (CorruptDatabase, NewerDatabase, NotOurDatabase)


class Erasure(NamedTuple):
    """One learner who was erased, or their photo: their id, who did it, and when (UTC ms)."""

    learner: str
    who: str
    at: int


def erase_everywhere(
    folder: Path, learner_id: str, who: str, now: datetime, kept_days: int = KEPT_DAYS
) -> int:
    """Erase a learner from every copy that is kept, and drop what is older than the period.

    Answer how many copies were changed. A copy that cannot be opened any more is dropped:
    nobody could erase the learner from it.
    """
    changed = 0
    trouble: KnownError | None = None
    with disk_named(folder):
        drop_old(folder, now.date(), kept_days)
        drop_parts(folder / FOLDER, all_of_them=True)
    for path in _copies(folder):
        try:
            with disk_named(path.parent):
                changed += erase_from(path, learner_id, who, now)
        except _NOT_TO_OPEN:
            path.unlink(missing_ok=True)
        except KnownError as met:  # no room, say: the copy stays, and the others are still to be done
            trouble = met
    with disk_named(folder):
        for path in set_aside_files(folder):
            if path.name.startswith(("progress.corrupt-", "progress.fresh.")):
                path.unlink(missing_ok=True)
    if trouble is not None:
        raise trouble
    return changed


def erase_from(path: Path, learner_id: str, who: str, now: datetime, at_rest: bool = True) -> int:
    """Erase a learner from one file; ``secure_delete`` overwrites what was there, so nothing is copied."""
    with contextlib.closing(files.connect_file(path)) as db:
        found = db.execute("SELECT 1 FROM learner WHERE id = ?", (learner_id,)).fetchone()
        if found:
            db.execute("PRAGMA secure_delete = ON")
            db.execute("BEGIN IMMEDIATE")
            erase_learner(db, learner_id, who, now)
            db.execute("COMMIT")
        if at_rest:
            files.settle(db)
        elif found:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return int(found is not None)


def erase_photo_everywhere(folder: Path, photo: Erasure) -> None:
    """Erase a learner's photo from every copy that is kept; a copy that cannot be opened is left.

    Raises the last trouble of the disk; the other copies are done, and this one with the next daily copy.
    """
    _in_every_copy(folder, lambda path: erase_photo_from(path, photo))


def erase_photo_from(path: Path, photo: Erasure, at_rest: bool = True) -> None:
    """Erase a photo that was given before it was withdrawn from one file, and write that down there."""
    wanted = (photo.learner, photo.at)
    with contextlib.closing(connect_at_rest(path)) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'photo'").fetchone():
            return  # a copy of before there were photos
        if not db.execute(f"SELECT 1 {_PHOTO}", wanted).fetchone():
            return
    with contextlib.closing(files.connect_file(path)) as db:
        db.execute("PRAGMA secure_delete = ON")
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"DELETE {_PHOTO}", wanted)
        note(db, datetime.fromtimestamp(photo.at / 1000, UTC), photo.who, Deed.PHOTO_WITHDRAWN, photo.learner)
        db.execute("COMMIT")
        if at_rest:
            files.settle(db)
        else:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def erase_these(path: Path, gone: Sequence[Erasure], at_rest: bool = True) -> None:
    """Erase learners from one file, those that are in it. Raises as `erase_from`."""
    if not gone:
        return
    with contextlib.closing(connect_at_rest(path)) as db:
        there = {row[0] for row in db.execute("SELECT id FROM learner")}
    for one in gone:
        if one.learner in there:
            erase_from(path, one.learner, one.who, datetime.fromtimestamp(one.at / 1000, UTC), at_rest)


def erase_late(folder: Path) -> None:
    """Erase from the copies whoever was erased while a copy was made, or while the disk refused.

    Photos that were taken back go the same way. A copy that cannot be opened is left: nothing is
    ever restored from it, and it goes with its period. Raises the last trouble of the disk.
    """
    gone, photos = erased(folder), withdrawn(folder)

    def erase(path: Path) -> None:
        erase_these(path, gone)
        for photo in photos:
            erase_photo_from(path, photo)

    if gone or photos:
        _in_every_copy(folder, erase)


def erased(folder: Path) -> tuple[Erasure, ...]:
    """Answer who was erased here; nobody where that cannot be read."""
    return _written_down(folder, Deed.ERASE_LEARNER)


def withdrawn(folder: Path) -> tuple[Erasure, ...]:
    """Answer whose photo was taken back here, and when last; nobody where that cannot be read."""
    return _written_down(folder, Deed.PHOTO_WITHDRAWN)


def _copies(folder: Path) -> list[Path]:
    """Answer every copy that is kept: the daily ones, and what stood there before one was restored."""
    return [*(backup.path for backup in backups(folder)), *folder.glob("progress.before-restore-*.db")]


def _in_every_copy(folder: Path, erase: Callable[[Path], None]) -> None:
    """Erase from every copy that can be opened; the last trouble of the disk is raised when all are done."""
    trouble: KnownError | None = None
    for path in _copies(folder):
        try:
            with disk_named(path.parent):
                erase(path)
        except _NOT_TO_OPEN:
            continue
        except KnownError as met:  # no room, say: the others are still to be done
            trouble = met
    if trouble is not None:
        raise trouble


def _written_down(folder: Path, deed: Deed) -> tuple[Erasure, ...]:
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(files.connect_reading(folder / files.FILE)) as db,
    ):
        rows = db.execute(_ERASED, (deed.value,)).fetchall()
        return tuple(Erasure(*row) for row in rows)
    return ()
