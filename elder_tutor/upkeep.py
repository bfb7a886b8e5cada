"""Look after the data of a place: copies, the way back, counting anew, one learner's own data. No Qt."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Final

from elder_tutor import settings
from elder_tutor.app import App, default_data_dir, local_now
from elder_tutor.errors import KnownError
from elder_tutor.progress import backups, copies, preferences
from elder_tutor.progress.audit import Deed, note, os_account
from elder_tutor.progress.copies import Backup
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.history import fact_rows
from elder_tutor.progress.own_data import own_data
from elder_tutor.progress.people import Learner, tidied
from elder_tutor.progress.photos import Photos
from elder_tutor.progress.store import Store
from elder_tutor.reports.facts import write_facts
from elder_tutor.reports.own_data import PHOTO, in_words
from elder_tutor.reports.titles import titles
from elder_tutor.text.phrase import phrase

SEVERAL: Final = phrase("Several learners are called “{name}”. Please name one of: {ids}").key
CANNOT_WRITE: Final = phrase("The file {file} cannot be written.").key


class SeveralLearners(KnownError):
    """Tell that a name is not enough. Facts: ``name``, ``ids``."""


class CannotWrite(KnownError):
    """Tell that a file cannot be written. Fact: ``file``."""


def daily_backup(folder: Path, today: date, kept_days: int) -> Backup | None:
    """Make today's copy if it is not there yet; None when it is. Raises the errors of `backups`.

    It may take seconds where there is much to copy: call it where nobody waits.
    """
    if any(backup.day == today for backup in copies.backups(folder)):
        return None  # by this very day: a clock that once ran ahead must not stop the copies
    return backups.make_backup(folder, today, kept_days)


def make_backup(data_dir: Path | None) -> Backup:
    """Make a copy now, in place of today's if there is one. Raises KnownError."""
    folder = data_dir or default_data_dir()
    with contextlib.closing(Store.open(folder, local_now)) as store:
        kept = settings.from_mapping(preferences.get(store)).backup_days
    return backups.make_backup(folder, local_now().date(), kept)


def backups_of(data_dir: Path | None) -> tuple[Backup, ...]:
    """Answer the copies there are, newest first."""
    return copies.backups(data_dir or default_data_dir())


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


def find_learner(app: App, called: str) -> Learner:
    """Answer the learner with this id, or this name when only one has it.

    Raises UnknownLearner and SeveralLearners.
    """
    learners = app.people.learners()
    found = [one for one in learners if one.id == called]
    found = found or [one for one in learners if one.name.casefold() == tidied(called).casefold()]
    if len(found) > 1:
        raise SeveralLearners(SEVERAL, {"name": called, "ids": ", ".join(one.id for one in found)})
    if not found:
        raise UnknownLearner(GONE)
    return found[0]


def learner_data(app: App, learner_id: str, path: Path) -> tuple[Path, ...]:
    """Write everything that is kept of one learner, in words and as a table of events.

    ``path`` is a folder, or a file that ends in ``.zip``. Of a private lesson there is only whether
    it is done: nothing else of it is kept. It stands in the audit log. Raises CannotWrite and
    UnknownLearner.
    """
    name = titles(app.catalog, {app.settings.language: app.wording().shown})
    told = in_words(own_data(app.store, learner_id), name, app.settings.language)
    with app.store.writing() as db:
        note(db, app.clock(), os_account(), Deed.EXPORTED, learner_id)
    try:
        with tempfile.TemporaryDirectory() as made:
            texts = Path(made)
            (texts / "learner.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
            with (texts / "events.csv").open("wb") as stream:
                rows = fact_rows(app.store, learner=learner_id)
                write_facts(rows, name, lambda _: told["learner"]["name"], stream)
            photo = Photos(app.store).kept(learner_id)
            if photo is not None:
                (texts / PHOTO).write_bytes(photo)
            return _packed(texts, path) if path.suffix == ".zip" else _laid_out(texts, path)
    except OSError as error:
        raise CannotWrite(CANNOT_WRITE, {"file": str(error.filename or path)}) from error


def erase(app: App, learner_id: str) -> None:
    """Erase a learner from the progress and from every copy of it. Raises UnknownLearner."""
    app.people.remove(learner_id, os_account(), app.settings.backup_days)


def _packed(made: Path, path: Path) -> tuple[Path, ...]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(made.iterdir()):
            packed.write(file, file.name)
    return (path,)


def _laid_out(made: Path, folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(Path(shutil.copy(file, folder)) for file in sorted(made.iterdir()))
