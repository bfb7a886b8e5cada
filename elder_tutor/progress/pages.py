"""Read rows straight from the pages of a damaged file, where SQLite finds no way to them any more.

A table is a tree; one lost page near its root hides thousands of leaves that are whole. Each leaf
describes itself (SQLite file format, 1.6 "B-tree Pages" and 2.1 "Record Format"), so every page is
looked at, and what has the shape of one of our rows is given back. Cells that go on in another
page are left out: no event is that long.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

Value = str | int | float | bytes | None

LEAF: Final = 0x0D
"""The first byte of a leaf of a table."""
USUAL_SIZE: Final = 4_096
FIRST_HEADER: Final = 100
"""Bytes of the file's own header before the first page's."""
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer, by its serial type."""


class Spoilt(ValueError):
    """Tell that bytes are no cell."""


def cells(path: Path) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Answer (row number, values) of every cell on every leaf page that can be read. Raises OSError."""
    with path.open("rb") as file:
        size = _page_size(file.read(FIRST_HEADER))
        file.seek(0)
        start = FIRST_HEADER
        while page := file.read(size):
            yield from _cells_of(page, start)
            start = 0


def _page_size(header: bytes) -> int:
    told = int.from_bytes(header[16:18], "big")
    size = 65_536 if told == 1 else told
    return size if size >= 512 and size & (size - 1) == 0 else USUAL_SIZE


def _cells_of(page: bytes, start: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
    if len(page) < start + 8 or page[start] != LEAF:
        return
    number = int.from_bytes(page[start + 3 : start + 5], "big")
    for at in range(start + 8, min(start + 8 + 2 * number, len(page) - 1), 2):
        try:
            yield _cell(page, int.from_bytes(page[at : at + 2], "big"))
        except (Spoilt, IndexError, UnicodeDecodeError):
            continue


def _cell(page: bytes, at: int) -> tuple[int, tuple[Value, ...]]:
    length, at = _varint(page, at)
    row, at = _varint(page, at)
    if length < 2 or at + length > len(page):
        raise Spoilt  # it goes on in another page, or never was one
    header, types_at = _varint(page, at)
    body, end = at + header, at + length
    values: list[Value] = []
    while types_at < at + header:
        kind, types_at = _varint(page, types_at)
        value, body = _value(page, kind, body)
        values.append(value)
    if body != end:
        raise Spoilt
    return row, tuple(values)


def _value(page: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(page[at:end], "big", signed=True), end
    if kind >= 12:
        end = at + (kind - 12) // 2
        found = page[at:end]
        return (found.decode() if kind % 2 else found), end
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    raise Spoilt  # no table of ours has a real number


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = page[at]
    if value < 0x80:
        return value, at + 1
    value &= 0x7F
    for step in range(1, 8):
        byte = page[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | page[at + 8], at + 9
