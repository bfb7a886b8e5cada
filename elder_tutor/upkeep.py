"""Look after the data of a place: a copy a day, the way back, counting anew. No Qt."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from elder_tutor import settings
from elder_tutor.app import default_data_dir, local_now
from elder_tutor.progress import backups, preferences
from elder_tutor.progress.audit import Deed, note, os_account
from elder_tutor.progress.backups import Backup
from elder_tutor.progress.store import Store


def daily_backup(folder: Path, today: date, kept_days: int) -> Backup | None:
    """Make today's copy if it is not there yet; None when it is. Raises the errors of `backups`.

    It may take seconds where there is much to copy: call it where nobody waits.
    """
    found = backups.backups(folder)
    if found and found[0].day >= today:
        return None
    return backups.make_backup(folder, today, kept_days)


def make_backup(data_dir: Path | None) -> Backup:
    """Make a copy now, in place of today's if there is one. Raises KnownError."""
    folder = data_dir or default_data_dir()
    with contextlib.closing(Store.open(folder, local_now)) as store:
        kept = settings.from_mapping(preferences.get(store)).backup_days
    return backups.make_backup(folder, local_now().date(), kept)


def backups_of(data_dir: Path | None) -> tuple[Backup, ...]:
    """Answer the copies there are, newest first."""
    return backups.backups(data_dir or default_data_dir())


def restore_backup(data_dir: Path | None, copy: Path | None) -> tuple[Path, Path | None]:
    """Put a copy (None: the newest) in the place of the progress; it stands in the audit log.

    Answer the copy, and where what was there before is kept (None when there was nothing).
    Raises KnownError, with nothing changed.
    """
    folder = data_dir or default_data_dir()
    chosen = copy or backups.latest(folder).path
    kept = backups.restore(folder, chosen, local_now())
    with contextlib.closing(Store.open(folder, local_now)) as store, store.writing() as db:
        note(db, local_now(), os_account(), Deed.RESTORED)
    return chosen, kept


def rebuild_summaries(data_dir: Path | None) -> int:
    """Throw the summaries away and count every event again; answer how many. Raises KnownError."""
    with contextlib.closing(Store.open(data_dir or default_data_dir(), local_now)) as store:
        return store.rebuild()
