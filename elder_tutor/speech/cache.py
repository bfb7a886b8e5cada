"""Spoken sentences kept on disk by the hash of what was asked; never a private one."""

from __future__ import annotations

import hashlib
import json
import os
import struct
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from elder_tutor.speech.clip import Clip, WordTime

MOST_BYTES = 128 * 1024 * 1024
_VERSION = "1"
_MAGIC = b"ETclip01"
_HEADER = struct.Struct("<8sII")


def key_of(words: Sequence[str], lang: str, voice: str, wpm: int) -> str:
    """Answer the name of an utterance: a hash of text, language, voice and pace."""
    asked = json.dumps([_VERSION, list(words), lang, voice, wpm], ensure_ascii=False)
    return hashlib.sha256(asked.encode()).hexdigest()


class ClipCache:
    """A folder of clips, the least used ones dropped above ``most_bytes``.

    It never raises: a folder that cannot be read or written just remembers nothing,
    and a damaged file is put away.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._size: int | None = None

    def get(self, key: str) -> Clip | None:
        """Answer a clip, or None when it is not here."""
        file = self._file(key)
        try:
            clip = _unpacked(file.read_bytes())
            os.utime(file)
        except OSError:
            return None
        except (ValueError, KeyError, TypeError, struct.error):
            with suppress(OSError):
                file.unlink()
            return None
        return clip

    def put(self, key: str, clip: Clip) -> None:
        """Keep a clip; whole or not at all."""
        data = _packed(clip)
        part = self._folder / f"{key}.{os.getpid()}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            part.replace(self._file(key))
            self._size = self._used() + len(data)
            if self._size > self._most:
                self._drop_oldest()
        with suppress(OSError):
            part.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.clip"

    def _used(self) -> int:
        if self._size is None:
            self._size = sum(file.stat().st_size for file in self._folder.glob("*.clip"))
        return self._size

    def _drop_oldest(self) -> None:
        """Go down to three quarters, so that it is not done for every sentence."""
        clips = [(file.stat(), file) for file in self._folder.glob("*.clip")]
        self._size = sum(about.st_size for about, _ in clips)
        for about, file in sorted(clips, key=lambda clip: clip[0].st_mtime_ns):
            if self._size <= self._most * 3 // 4:
                return
            file.unlink()
            self._size -= about.st_size


def _packed(clip: Clip) -> bytes:
    about = {"rate": clip.rate, "words": [[word.start_ms, word.end_ms] for word in clip.words]}
    text = json.dumps(about).encode()
    return _HEADER.pack(_MAGIC, len(text), len(clip.pcm)) + text + clip.pcm


def _unpacked(data: bytes) -> Clip:
    magic, text_size, pcm_size = _HEADER.unpack_from(data)
    if magic != _MAGIC or len(data) != _HEADER.size + text_size + pcm_size:
        raise ValueError
    about = json.loads(data[_HEADER.size : _HEADER.size + text_size])
    words = tuple(WordTime(start, end) for start, end in about["words"])
    return Clip(data[_HEADER.size + text_size :], about["rate"], words)
