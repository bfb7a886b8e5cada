"""Know our own rows by their shape, among what stands on the pages of a damaged file."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress.audit import FIRST, Deed
from elder_tutor.progress.event_rows import COLUMNS
from elder_tutor.progress.events import GUEST, EventKind
from elder_tutor.progress.keys import PREFIX
from elder_tutor.progress.pages import Value, cells

LEARNER_AT: Final = 2
"""Where the learner's id stands in a row of an event."""
AT: Final = 9
"""Where its time stands."""
OLD_EVENT: Final = 10
"""Columns an event had before the third version: without id, place and steady clock."""
_KINDS: Final = frozenset(kind.value for kind in EventKind)
_DEEDS: Final = frozenset(deed.value for deed in Deed)
_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)
_HASH: Final = "$argon2"
_STAFF: Final = "id, name, role, hash, wrong, remaining, seen, created"
_EVENT: Final = f"seq, {COLUMNS}"
Row = Sequence[Any]


def found_people(damaged: Path) -> Iterator[tuple[str, str, Row]]:
    """Answer (table, columns, row) of all that looks like people, settings, staff, notes or audit lines.

    A photo is larger than a page and comes only the way SQLite reads it.
    """
    with contextlib.suppress(OSError):
        for number, row in cells(damaged):
            for table, columns, fits in _SHAPES:
                if fits(row):
                    yield table, columns, (number, *row[1:]) if row[0] is None else row
            if _is_first_pin(row):
                yield "staff", _STAFF, (FIRST, "", "manager", *row[1:], row[4])


def found_events(damaged: Path) -> Iterator[tuple[str, Row]]:
    """Answer (columns, row) of all that looks like an event, in the order of the pages."""
    with contextlib.suppress(OSError):
        for seq, row in cells(damaged):
            if _is_event(row):
                yield _EVENT, (seq, *row[1:]) if len(row) > OLD_EVENT else _completed(seq, row)


def _completed(seq: int, row: Sequence[Value]) -> Row:
    """Give an old event the id its migration would give it (see `schema.ID_OF_BEFORE`)."""
    at = row[AT]
    assert isinstance(at, int)
    return (seq, *row[1:], f"{at >> 16 & 0xFFFFFFFF:08x}-{at & 0xFFFF:04x}-7000-8000-{seq:012x}", "", 0)


def _is_event(row: Sequence[Value]) -> bool:
    if len(row) not in (OLD_EVENT, OLD_EVENT + 3) or row[0] is not None or row[7] not in _KINDS:
        return False
    texts = all(isinstance(row[at], str) for at in (1, 2, 3, 5, 6, 8))
    return texts and isinstance(row[4], int) and isinstance(row[AT], int) and _is_json(row[8])


def _is_learner(row: Sequence[Value]) -> bool:
    return len(row) == 6 and _is_id(row[0]) and _are(row[1:4], str) and isinstance(row[4], int)


def _is_staff(row: Sequence[Value]) -> bool:
    known = len(row) == 8 and row[2] in ("trainer", "manager", "viewer")
    return known and isinstance(row[3], str) and row[3].startswith(_HASH)


def _is_first_pin(row: Sequence[Value]) -> bool:
    """Tell whether it is the one PIN that files before the third version kept."""
    known = len(row) == 5 and row[0] is None and isinstance(row[1], str) and _are(row[2:], int)
    return known and str(row[1]).startswith(_HASH)


def _is_setting(row: Sequence[Value]) -> bool:
    return len(row) == 2 and isinstance(row[0], str) and _is_json(row[1])


def _is_remark(row: Sequence[Value]) -> bool:
    return len(row) == 5 and _is_id(row[0]) and _is_id(row[1]) and _are(row[3:], str)


def _is_symbols(row: Sequence[Value]) -> bool:
    known = len(row) == 5 and _is_id(row[0]) and isinstance(row[1], str) and _are(row[2:], int)
    return known and str(row[1]).startswith(_HASH)


def _is_ticket(row: Sequence[Value]) -> bool:
    known = len(row) == 3 and _is_id(row[0]) and isinstance(row[1], str) and isinstance(row[2], int)
    return known and str(row[1]).startswith(PREFIX)


def _is_audit(row: Sequence[Value]) -> bool:
    return len(row) == 5 and row[0] is None and isinstance(row[1], int) and row[3] in _DEEDS


def _is_id(value: Value) -> bool:
    return isinstance(value, str) and (value == GUEST or _ID.fullmatch(value) is not None)


def _is_json(value: Value) -> bool:
    if not isinstance(value, str) or not value.startswith("{"):
        return False
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _are(values: Sequence[Value], kind: type) -> bool:
    return all(isinstance(value, kind) for value in values)


_SHAPES: Final[tuple[tuple[str, str, Callable[[Sequence[Value]], bool]], ...]] = (
    ("learner", "id, name, picture, symbol, created, consent", _is_learner),
    ("staff", _STAFF, _is_staff),
    ("setting", "owner, value", _is_setting),
    ("remark", "id, learner, at, who, text", _is_remark),
    ("symbols", "learner, hash, wrong, remaining, seen", _is_symbols),
    ("ticket", "learner, code, made", _is_ticket),
    ("audit", "seq, at, who, action, subject", _is_audit),
)
