"""Choose a file without leaving the program: what lies in the usual folders and on sticks, newest first.

The system's own window for files would let a visitor of a kiosk walk through the whole machine. Here
there is one list and no way further.
"""

from __future__ import annotations

import contextlib
import heapq
import os
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, QStorageInfo
from PySide6.QtGui import QImage

from elder_tutor.text.bidi import by_first_strong
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.portrait import thumb
from elder_tutor.ui.trainer.errand import Errand
from elder_tutor.ui.trainer.group_chooser import Chooser, Option

MOST: Final = 120
"""Files in the list: the newest."""
DEEP: Final = 3
"""Folders within folders that are looked into."""
LONGEST: Final = 36
"""Letters of a file's name that are shown."""
LOOK_S: Final = 3.0
"""Seconds given to small pictures of photos; those after that stand there by their name."""
LOOKED_AT: Final = 20_000
"""Entries after which no more is looked for: a whole music collection on a stick."""
STICKS: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where systems hang in what was plugged in (FHS 3.0, 3.11)."""
NOTHING: Final = phrase("No such file was found. Put it on a stick, or into the folder for documents.")
SHOWN: Final = phrase("{file}, {day:date:day_month}")
_HOME: Final = (
    QStandardPaths.StandardLocation.PicturesLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)


class Found(NamedTuple):
    """A file and when it was last changed (seconds since 1970)."""

    changed: float
    path: Path


class Listed(NamedTuple):
    """A file in the list, and how it looks where it is a photo."""

    path: Path
    changed: float
    photo: QImage | None


def places() -> tuple[Path, ...]:
    """Answer the folders that are looked into: sticks and cards first, then this user's own."""
    sticks = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if _is_stick(volume)]
    own = [Path(text) for kind in _HOME for text in QStandardPaths.standardLocations(kind)]
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
    return tuple(dict.fromkeys([*sticks, *(path for path in own if path != home)]))


def files_in(folders: Sequence[Path], endings: Sequence[str], most: int = MOST) -> tuple[Found, ...]:
    """Answer the newest files with one of these endings (such as ``.csv``); what is hidden is left out."""
    found = (one for folder in folders for one in _walk(folder, tuple(endings)))
    return tuple(heapq.nlargest(most, dict.fromkeys(found)))


def listed(folders: Sequence[Path], endings: Sequence[str], look: bool) -> tuple[Listed, ...]:
    """Answer the newest files; with ``look`` the first of them as small pictures, while that is quick."""
    until = time.monotonic() + LOOK_S
    found = []
    for changed, path in files_in(folders, endings):
        photo = thumb(path) if look and time.monotonic() < until else None
        found.append(Listed(path, changed, photo))
    return tuple(found)


def _walk(folder: Path, endings: tuple[str, ...]) -> Iterator[Found]:
    waiting, looked = [(folder, 0)], 0
    while waiting and looked < LOOKED_AT:
        here, depth = waiting.pop(0)
        with contextlib.suppress(OSError), os.scandir(here) as entries:
            for entry in entries:
                looked += 1
                if entry.name.startswith("."):
                    continue
                with contextlib.suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        if depth < DEEP:
                            waiting.append((Path(entry.path), depth + 1))
                    elif entry.name.lower().endswith(endings) and entry.is_file(follow_symlinks=False):
                        # A link leads out of the folder, and a pipe never ends.
                        yield Found(entry.stat().st_mtime, Path(entry.path))


def _is_stick(volume: QStorageInfo) -> bool:
    return volume.isReady() and not volume.isRoot() and f"{volume.rootPath()}/".startswith(STICKS)


class FileChooser(QObject):
    """Look for files in a thread, then let one be chosen from the list."""

    def __init__(self, chooser: Chooser, none: Callable[[Phrase], None], parent: QObject) -> None:
        """Ask with this chooser; ``none`` tells that nothing was found."""
        super().__init__(parent)
        self.chooser, self._none = chooser, none
        self.places: Callable[[], tuple[Path, ...]] = places
        self._errand = Errand(self)
        self._errand.answered.connect(self._show)
        self._title: Phrase = NOTHING
        self._then: Callable[[Path], None] = lambda path: None
        self._zone: tzinfo | None = UTC
        self._files: tuple[Listed, ...] = ()

    def ask(
        self, title: Phrase, endings: Sequence[str], zone: tzinfo | None, then: Callable[[Path], None],
        look: bool = False,
    ) -> None:  # fmt: skip
        """Let a file with one of these endings be chosen; ``then`` gets it. With ``look`` they are photos."""
        self._title, self._then, self._zone = title, then, zone
        folders = self.places()
        self._errand.run(lambda told: listed(folders, endings, look))

    def forget(self) -> None:
        """Let go of what is looked for; the page has gone."""
        self._errand.forget()
        if self.chooser.isVisible():
            self.chooser.leave()

    def settle(self) -> None:
        """Wait until the list is there."""
        self._errand.wait()

    def _show(self, files: tuple[Listed, ...]) -> None:
        self._files = files
        if not files:
            self._none(NOTHING)
            return
        wording = self.chooser.wording
        assert wording is not None
        options = [
            Option(str(at), wording.shown(self._words(one)), "line/note", photo=one.photo)
            for at, one in enumerate(files)
        ]
        self.chooser.ask(self._title, options, (), lambda keys: self._then(files[int(keys[0])].path))

    def _words(self, one: Listed) -> Phrase:
        day = datetime.fromtimestamp(one.changed, self._zone).date()
        name = one.path.name
        if len(name) > LONGEST:  # its beginning and its ending tell most
            name = f"{name[: LONGEST - 14]}…{name[-13:]}"
        return phrase(SHOWN.key, file=by_first_strong(name), day=day)
