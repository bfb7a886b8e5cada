"""Name the trouble that keeping progress can meet: each a sentence a person can be shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

from elder_tutor.errors import BugError, ElderTutorError, KnownError
from elder_tutor.text.phrase import phrase


class UnwritableFolder(KnownError):
    """Tell that nothing can be written where progress is kept. Fact: ``folder``."""


class DiskFull(KnownError):
    """Tell that the disk has no room left. What was to be stored is kept in memory and tried again."""


class DiskTrouble(KnownError):
    """Tell that the disk refused to read or write. What was to be stored is tried again."""


class StoreBusy(KnownError):
    """Tell that another program held the file for too long. What was to be stored is tried again."""


class NewerDatabase(KnownError):
    """Tell that the file was written by a newer program; it is left as it is. Fact: ``file``."""


class NotOurDatabase(KnownError):
    """Tell that the file belongs to another program; it is left as it is. Fact: ``file``."""


class CorruptDatabase(KnownError):
    """Tell that the file was damaged and has been set aside. Facts: ``file`` (its new name)."""


class Unreadable(KnownError):
    """Tell that the progress cannot be read just now: it is not there, or damaged."""


class UnknownLearner(KnownError):
    """Tell that this learner is not (or no longer) there."""


class NotToBeStored(BugError):
    """Tell that an event carries data that may not be stored. The value itself is never repeated."""


UNWRITABLE: Final = phrase("Nothing can be saved in {folder}. Please choose another folder.").key
NEWER: Final = phrase(
    "{file} was written by a newer version of this program. Please install that version."
).key
NOT_OURS: Final = phrase("{file} belongs to another program. Please choose another folder.").key
CORRUPT: Final = phrase(
    "The file with the progress was damaged. It was set aside as {file}, and a new one was begun."
).key
FULL: Final = phrase("The disk is full. Please make room; the practice goes on.").key
DISK: Final = phrase("The disk does not answer. The practice goes on.").key
BUSY: Final = phrase("Another program is using the file with the progress. The practice goes on.").key
UNREADABLE: Final = phrase("The progress cannot be read just now. The practice goes on.").key
GONE: Final = phrase("This learner is no longer in the list.").key

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


def is_damage(error: sqlite3.Error) -> bool:
    """Answer whether SQLite says that the file itself is damaged."""
    return _name(error).startswith(_DAMAGE)


def named(error: sqlite3.Error, facts: Mapping[str, object]) -> ElderTutorError:
    """Answer the trouble an SQLite error stands for.

    ``facts`` hold ``folder`` and ``file``. What has no name here is a fault of ours.
    """
    name = _name(error)
    if name.startswith(_DAMAGE):
        return CorruptDatabase(CORRUPT, {"file": facts["file"]})
    if name.startswith("SQLITE_FULL"):
        return DiskFull(FULL)
    if name.startswith(_UNWRITABLE):
        return UnwritableFolder(UNWRITABLE, {"folder": facts["folder"]})
    if name.startswith("SQLITE_IOERR"):
        return DiskTrouble(DISK)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(BUSY)
    return BugError("The store refused: {what}", {"what": f"{name} {error}"})


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "") or ""
