"""Spoken sentences kept on disk by the hash of what was asked; never a private one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import threading
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from elder_tutor.speech.clip import Clip, WordTime

MOST_BYTES = 512 * 1024 * 1024
"""Enough for every fixed sentence of the core pack in two languages."""
MOST_FILES = 20_000
_VERSION = "2"
_PART = ".part"
_STALE_S = 60.0
_COUNT_EVERY = 32
_LEAVE_FREE = 100 * 1024 * 1024
_MAGIC = b"ETclip02"
_HEADER = struct.Struct("<8sII")


def key_of(words: Sequence[str], lang: str, voice: str, wpm: int) -> str:
    """Answer the name of an utterance: a hash of text, language, voice and pace."""
    asked = json.dumps([_VERSION, list(words), lang, voice, wpm], ensure_ascii=False)
    return hashlib.sha256(asked.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a cache holds, and what it may hold."""

    clips: int
    size: int
    """Bytes."""
    most_size: int


class ClipCache:
    """A folder of clips, the least used ones dropped above ``most_bytes`` or ``most_files``.

    It never raises: a folder that cannot be read or written just remembers nothing,
    and a damaged file is put away. Several programs may share it, and each may be killed
    at any moment: a clip gets its name when it is whole.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES, most_files: int = MOST_FILES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._most_files = most_files
        self._size = self._count = 0
        self._to_count = 0
        self._tight = False

    @property
    def folder(self) -> Path:
        """Answer where it lies; what else can be made again may be kept there too."""
        return self._folder

    def get(self, key: str) -> Clip | None:
        """Answer a clip, or None when it is not here."""
        file = self._file(key)
        try:
            clip = _unpacked(file.read_bytes())
            os.utime(file)
        except OSError:
            return None
        except (ValueError, KeyError, TypeError, struct.error, zlib.error):
            with suppress(OSError):
                file.unlink()
            return None
        return clip

    def has(self, key: str) -> bool:
        """Tell whether a clip is here, without reading it."""
        return self._file(key).exists()

    def put(self, key: str, clip: Clip) -> None:
        """Keep a clip; whole or not at all."""
        data = _packed(clip)
        part = self._folder / f"{key}.{os.getpid()}-{threading.get_ident()}{_PART}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._is_tight():
                return
            part.write_bytes(data)
            part.replace(self._file(key))
            self._added(len(data))
        with suppress(OSError):
            part.unlink(missing_ok=True)

    def kept(self) -> Kept:
        """Tell how much is here."""
        found = self._found()
        return Kept(len(found), sum(size for _, size, _ in found), self._most)

    def clear(self) -> None:
        """Drop every clip."""
        for _, _, file in self._found():
            _drop(file)
        self._sweep(all_of_them=True)
        self._to_count = 0

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.clip"

    def _is_tight(self) -> bool:
        """Tell whether the disk is nearly full: progress needs the rest more than we do."""
        if self._to_count <= 0:
            self._tight = shutil.disk_usage(self._folder).free < _LEAVE_FREE
        return self._tight

    def _added(self, size: int) -> None:
        """Keep to the bounds; now and then everything is counted, for others write here too."""
        self._size += size
        self._count += 1
        self._to_count -= 1
        if self._to_count <= 0:
            self._sweep()
            found = self._found()
            self._size, self._count = sum(size for _, size, _ in found), len(found)
            self._to_count = _COUNT_EVERY
        if self._size > self._most or self._count > self._most_files:
            self._drop_oldest()

    def _found(self) -> list[tuple[int, int, Path]]:
        """Answer every clip: when it was used last, its size, its file."""
        found = []
        for file in self._folder.glob("*.clip"):
            with suppress(OSError):  # another program dropped it just now
                about = file.stat()
                found.append((about.st_mtime_ns, about.st_size, file))
        return found

    def _drop_oldest(self) -> None:
        """Go down to three quarters, so that it is not done for every sentence."""
        found = sorted(self._found())
        self._size, self._count = sum(size for _, size, _ in found), len(found)
        for _, size, file in found:
            if self._size <= self._most * 3 // 4 and self._count <= self._most_files * 3 // 4:
                return
            _drop(file)
            self._size -= size
            self._count -= 1

    def _sweep(self, all_of_them: bool = False) -> None:
        """Remove what programs left that were killed while they wrote."""
        for part in self._folder.glob(f"*{_PART}"):
            with suppress(OSError, ValueError):
                writer = int(part.name.split(".")[1].partition("-")[0])
                old = time.time() - part.stat().st_mtime > _STALE_S
                if all_of_them or old or not _runs(writer):
                    part.unlink()


def _drop(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _runs(pid: int) -> bool:
    """Tell whether a process is there; where that cannot be asked, its age must tell."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _packed(clip: Clip) -> bytes:
    times = [[word.start_ms, word.end_ms] for word in clip.words]
    about = {"rate": clip.rate, "exact": clip.exact, "words": times}
    text = json.dumps(about).encode()
    sound = zlib.compress(clip.pcm, 1)
    return _HEADER.pack(_MAGIC, len(text), len(sound)) + text + sound


def _unpacked(data: bytes) -> Clip:
    magic, text_size, sound_size = _HEADER.unpack_from(data)
    if magic != _MAGIC or len(data) != _HEADER.size + text_size + sound_size:
        raise ValueError
    about = json.loads(data[_HEADER.size : _HEADER.size + text_size])
    words = tuple(WordTime(start, end) for start, end in about["words"])
    return Clip(zlib.decompress(data[_HEADER.size + text_size :]), about["rate"], words, about["exact"])
