"""Which learners the matrix shows, and in which order: plain functions on the rows of a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from elder_tutor.progress.counting import State
from elder_tutor.reports.tables import Cell, GroupRow, GroupTable
from elder_tutor.text import marks
from elder_tutor.text.digits import normalise


class Mark(StrEnum):
    """What a cell shows, the most urgent first."""

    NEEDS = "needs"
    DUE = "due"
    MASTERED = "mastered"
    DONE = "done"
    GOING = "going"
    NONE = "none"


class Order(StrEnum):
    """How the rows can stand."""

    NAME = "name"
    NEEDS = "needs"
    LAST = "last"
    DONE = "done"


class Show(StrEnum):
    """Whom the rows can be narrowed to."""

    ALL = "all"
    NEEDS = "needs"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Sift:
    """What was chosen: ``group`` is a group's id or "", ``search`` a part of a name."""

    order: Order = Order.NAME
    show: Show = Show.ALL
    group: str = ""
    search: str = ""


_STATES: Final = {
    State.NEEDS: Mark.NEEDS,
    State.DONE: Mark.DONE,
    State.GOING: Mark.GOING,
    State.NONE: Mark.NONE,
}
_FORMS: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", marks.TATWEEL: None}
)


def mark_of(cell: Cell, today: str) -> Mark:
    """Answer what a cell shows on a day (YYYY-MM-DD). A private lesson is done or not begun."""
    if cell.state is not State.NEEDS and cell.standing is not None:
        if cell.standing.is_due(today):
            return Mark.DUE
        if cell.standing.is_mastered:
            return Mark.MASTERED
    return _STATES[cell.state]


def arranged(table: GroupTable, sift: Sift, members: Container[str] | None, today: str) -> tuple[int, ...]:
    """Answer the places of the rows to show, in order; ``members`` are those of the group, None for all."""
    wanted = plain_name(sift.search)
    found = [
        at
        for at, row in enumerate(table.rows)
        if (members is None or row.learner.id in members)
        and (not wanted or wanted in plain_name(row.learner.name))
        and _SHOWN[sift.show](row, today)
    ]
    found.sort(key=lambda at: _in_order(table.rows[at].learner.name))
    if sift.order is not Order.NAME:
        found.sort(key=lambda at: _KEYS[sift.order](table.rows[at]), reverse=True)
    return tuple(found)


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """Answer a name as it is searched: no vowel marks, one form of alef, ASCII digits, no capitals."""
    bare = unicodedata.normalize("NFKC", name).translate(_FORMS)
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(normalise(bare).casefold().split())


@lru_cache(maxsize=8192)
def _in_order(name: str) -> tuple[tuple[bool, int, str], ...]:
    """Answer a name as it is sorted: «Hamad 9» stands before «Hamad 10»."""
    parts = re.split(r"([0-9]+)", plain_name(name))
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts if part)


def _is_due(row: GroupRow, today: str) -> bool:
    return any(cell.standing is not None and cell.standing.is_due(today) for cell in row.cells)


_SHOWN: Final[dict[Show, Callable[[GroupRow, str], bool]]] = {
    Show.ALL: lambda row, today: True,
    Show.NEEDS: lambda row, today: row.needs > 0,
    Show.DUE: _is_due,
}
_KEYS: Final[dict[Order, Callable[[GroupRow], int]]] = {
    Order.NEEDS: lambda row: row.needs,
    Order.LAST: lambda row: row.last_at or 0,
    Order.DONE: lambda row: sum(cell.state is State.DONE for cell in row.cells),
}
