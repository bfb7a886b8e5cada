"""Can progress be kept? The folder, the disk below it, and the file; nothing there is changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.progress.inspection import Inspection, inspect
from elder_tutor.text.phrase import phrase

FOLDER: Final = phrase("The folder of the progress can be used.")
WILL_BE_MADE: Final = phrase("The folder of the progress is not there yet; the first start makes it.")
NOT_A_FOLDER: Final = phrase("Where the progress should be kept, there is no folder: {folder}")
UNWRITABLE: Final = phrase("Nothing can be written into the folder of the progress: {folder}")
OTHER_FOLDER: Final = phrase("Give this account the right to write there, or choose another folder.")

ROOM: Final = phrase("The disk has room.")
LITTLE_ROOM: Final = phrase("The disk is nearly full.")
NO_ROOM: Final = phrase("The disk is full.")
MAKE_ROOM: Final = phrase("Delete what is no longer needed, or empty the bin.")
NO_LOCKS: Final = phrase("This disk cannot lock files; two windows could spoil the progress.")
NO_SYNC: Final = phrase("This disk does not promise to keep what was written.")
LOCAL_DISK: Final = phrase("Choose a folder on this machine's own disk.")

FILE: Final = phrase("The file with the progress is whole.")
NO_FILE: Final = phrase("Nobody has practised yet; there is no file with progress.")
DAMAGED: Final = phrase("The file with the progress is damaged.")
SET_ASIDE: Final = phrase("Start the program once; it sets the file aside and goes on.")
NEWER: Final = phrase("The file with the progress was written by a newer program.")
NEWER_PROGRAM: Final = phrase("Install that newer version.")
STRANGE: Final = phrase("The file with the progress belongs to another program.")
ANOTHER_FOLDER: Final = phrase("Choose another folder for the progress.")
UNREADABLE: Final = phrase("The file with the progress cannot be read.")
ALLOW: Final = phrase("Give this account the right to read it.")
MEMORY: Final = phrase("Nothing is kept now: the folder of the progress could not be used.")

NEARLY_FULL_MB: Final = 500
FULL_MB: Final = 50
"""A year of a centre's practice takes some 300 MB; SQLite needs room for its log beside it."""
MB: Final = 1024 * 1024

Free = Callable[[Path], int]


def look(folder: Path | None, free: Free = lambda path: shutil.disk_usage(path).free) -> Iterator[Finding]:
    """Look at folder, disk and file. None stands for a program that keeps nothing."""
    if folder is None:
        yield bad("data-folder", MEMORY, OTHER_FOLDER)
        return
    place = _nearest(folder)
    if place is None or (folder.exists() and not folder.is_dir()):
        yield bad("data-folder", phrase(NOT_A_FOLDER.key, folder=str(folder)), OTHER_FOLDER, str(folder))
        return
    yield from _look_at_folder(folder, place)
    yield _room(place, free)
    yield look_at_file(folder)


def look_at_file(folder: Path, inspected: Callable[[Path], Inspection] = inspect) -> Finding:
    """Look into the file with the progress."""
    name = "database"
    try:
        seen = inspected(folder)
    except OSError as error:
        return bad(name, UNREADABLE, ALLOW, str(error))
    details = f"version {seen.version}, {seen.size // 1024} kB" + (", not finished" * seen.unfinished)
    if not seen.there:
        return ok(name, NO_FILE)
    if seen.trouble:
        return bad(name, DAMAGED, SET_ASIDE, seen.trouble)
    if not seen.ours:
        return bad(name, STRANGE, ANOTHER_FOLDER, details)
    if seen.newer:
        return bad(name, NEWER, NEWER_PROGRAM, details)
    return ok(name, FILE, details)


def _nearest(folder: Path) -> Path | None:
    """Answer the folder, or the nearest one above it that is there; None when that is a file."""
    for place in (folder, *folder.absolute().parents):
        with suppress(OSError):
            if place.exists():
                return place if place.is_dir() else None
    return None


def _look_at_folder(folder: Path, place: Path) -> Iterator[Finding]:
    name, where = "data-folder", str(folder)
    try:
        with tempfile.NamedTemporaryFile(prefix=".doctor-", dir=place) as trial:
            trial.write(b"elder tutor")
            trial.flush()
            locks, syncs = _locks(trial.fileno()), _syncs(trial.fileno())
    except OSError as error:
        yield bad(name, phrase(UNWRITABLE.key, folder=where), OTHER_FOLDER, str(error))
        return
    if not locks:
        yield bad("disk-locks", NO_LOCKS, LOCAL_DISK, where)
    if not syncs:
        yield warn("disk-locks", NO_SYNC, LOCAL_DISK, where)
    yield ok(name, FOLDER if folder.exists() else WILL_BE_MADE, where)


def _locks(number: int) -> bool:
    """Tell whether the file system takes the locks that SQLite needs."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(number, fcntl.LOCK_UN)
    except OSError:
        return False
    return True


def _syncs(number: int) -> bool:
    try:
        os.fsync(number)
    except OSError:
        return False
    return True


def _room(place: Path, free: Free) -> Finding:
    left = free(place) // MB
    details = f"{left} MB free"
    if left < FULL_MB:
        return bad("disk-room", NO_ROOM, MAKE_ROOM, details)
    if left < NEARLY_FULL_MB:
        return warn("disk-room", LITTLE_ROOM, MAKE_ROOM, details)
    return ok("disk-room", ROOM, details)
