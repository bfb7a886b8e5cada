"""Read the first table of a CSV or XLSX file that a centre already has, as rows of plain texts."""

from __future__ import annotations

import csv
import io
import itertools
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase

MOST_BYTES: Final = 20_000_000
"""Of the file and, of an XLSX, of what is unpacked (a bomb is refused)."""
MOST_ROWS_READ: Final = 50_000
MOST_COLUMNS: Final = 50
DELIMITERS: Final = (",", ";", "\t")
CANNOT_READ: Final = phrase("The file {file} cannot be read. It has to be a CSV or XLSX file.").key
TOO_BIG: Final = phrase("The file {file} is too big.").key
_MARK_16: Final = (b"\xff\xfe", b"\xfe\xff")
_ZIP: Final = b"PK\x03\x04"

Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""(row number as the spreadsheet counts it, from 1; its texts)."""


class UnreadableFile(KnownError):
    """Tell that a file is no table this program can read. Fact: ``file``."""


def rows_of(path: Path) -> Rows:
    """Answer the rows of a file, with empty ones. Raises UnreadableFile."""
    facts = {"file": path.name}
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(TOO_BIG, facts)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(CANNOT_READ, facts) from error
    try:
        found = _rows_of_workbook(raw) if raw.startswith(_ZIP) else _rows_of_text(decoded(raw))
        return tuple(itertools.islice(found, MOST_ROWS_READ))
    except (ValueError, LookupError, csv.Error, zipfile.BadZipFile, OSError) as error:
        raise UnreadableFile(CANNOT_READ, facts) from error


def decoded(raw: bytes) -> str:
    """Answer a text in UTF-8 (with or without its mark), UTF-16 or Windows-1256. Raises ValueError."""
    if raw.startswith(_MARK_16):
        return raw.decode("utf-16")
    if b"\x00" in raw[:4000]:
        # UTF-16 without a mark: the upper byte of Latin and Arabic letters is 0 or 6
        upper = [sum(byte in (0, 6) for byte in raw[side:4000:2]) for side in (0, 1)]
        return raw.decode("utf-16-be" if upper[0] > upper[1] else "utf-16-le")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def _rows_of_text(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    if any(letter < " " and letter not in "\t\r\n\f" for letter in text[:4000]):
        raise ValueError("not a text")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    for row in reader:
        yield reader.line_num, tuple(row[:MOST_COLUMNS])


def _delimiter(text: str) -> str:
    """Answer what parts the head most often; a list of one column has none of them."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda one: head.count(one))


def _rows_of_workbook(raw: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        if sum(part.file_size for part in packed.infolist()) > 10 * MOST_BYTES:
            raise ValueError("unpacks to too much")
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, TypeError, AttributeError, SyntaxError) as error:
        raise ValueError("no workbook") from error
    try:
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
            yield number, tuple(_text(value) for value in row)
    finally:
        book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
