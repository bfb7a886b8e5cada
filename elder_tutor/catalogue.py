"""A compiled catalogue of messages, read where it is asked: nothing of it is unpacked beforehand.

The standard library decodes every message of a catalogue before the first is answered. A ``.mo`` file
holds its keys in order (GNU gettext manual, "The Format of GNU MO Files"), so a few comparisons find
one. What is in the file is checked when it is opened, not when a page wants a word.
"""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gettext import GNUTranslations

MAGIC: Final = 0x950412DE
_HEAD: Final = struct.Struct("<7I")
_PLACE: Final = struct.Struct("<2I")
_EMPTY: Final = _HEAD.pack(MAGIC, 0, 0, _HEAD.size, _HEAD.size, 0, 0)


class Catalogue:
    """The messages of one file, or of none. Raises OSError, and ValueError for a damaged file."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._found: dict[str, str] = {}
        self._whole: GNUTranslations | None = None
        self._bytes = file.read_bytes() if file is not None else _EMPTY
        if len(self._bytes) < _HEAD.size:
            raise ValueError(file)
        magic, _, self._count, self._keys, self._words, _, _ = _HEAD.unpack_from(self._bytes)
        if magic != MAGIC or not self._holds(self._keys) or not self._holds(self._words):
            self._unpack()  # the order of bytes of another machine, or no catalogue at all

    def gettext(self, message: str) -> str:
        """Answer the words of a key, "" when there are none."""
        if message not in self._found:
            self._found[message] = self._look_up(message)
        return self._found[message]

    def _look_up(self, message: str) -> str:
        if self._whole is not None:
            return self._of_whole(message)
        wanted = message.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._part(self._keys, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        key = self._part(self._keys, low) if low < self._count else b""
        if key == wanted:
            return self._part(self._words, low).decode(errors="replace")
        if key.startswith(wanted + b"\0"):
            self._unpack()  # several forms: the standard library knows which
            return self._of_whole(message)
        return ""

    def _of_whole(self, message: str) -> str:
        assert self._whole is not None
        words: str = self._whole.gettext(message)
        return "" if words == message else words

    def _unpack(self) -> None:
        from gettext import GNUTranslations

        try:
            self._whole = GNUTranslations(BytesIO(self._bytes))
        except (OSError, struct.error) as damaged:
            raise ValueError(self._file) from damaged

    def _holds(self, table: int) -> bool:
        """Tell whether the file is as long as one of its tables says."""
        if table + self._count * _PLACE.size > len(self._bytes):
            return False
        if not self._count:
            return True
        length, start = _PLACE.unpack_from(self._bytes, table + (self._count - 1) * _PLACE.size)
        return bool(start + length <= len(self._bytes))

    def _part(self, table: int, number: int) -> bytes:
        length, start = _PLACE.unpack_from(self._bytes, table + number * _PLACE.size)
        return self._bytes[start : start + length]
