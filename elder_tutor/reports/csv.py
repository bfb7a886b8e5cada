"""Write tables as CSV: UTF-8 with a byte order mark, in the chosen language, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Final

from elder_tutor.progress.counting import State
from elder_tutor.reports.tables import Cell, GroupTable, LearnerTable
from elder_tutor.reports.words import COLUMNS, STAGES, STATES, YES
from elder_tutor.text.phrase import Phrase

Words = Callable[[Phrase], str]
"""Turns a phrase into what is shown, as `Wording.shown` does."""
Value = str | int | float | None

GROUP_COLUMNS: Final = (
    "learner", "lesson", "stage", "state", "attempts", "hints", "mistakes", "missed", "minutes",
    "stuck_step", "last_practice",
)  # fmt: skip
STEP_COLUMNS: Final = (
    "learner", "lesson", "step", "done", "tries", "failed", "hints", "rung", "mistakes", "missed",
    "minutes", "left", "stuck",
)  # fmt: skip
"""Machine keys of the columns, in order; they never change."""

_MARKS: Final = re.compile("[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e\u200b\ufeff\x00]")
"""Direction marks and invisible letters: right on a page, wrong in data."""
_FORMULA: Final = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def group_csv(table: GroupTable, words: Words, zone: tzinfo | None = None, keys: bool = False) -> bytes:
    """Write a row for each learner and lesson that was begun.

    ``zone`` is where «last practice» is a date (the machine's by default). With ``keys`` the
    header holds the machine keys instead of words; values are in the chosen language either way.
    """
    rows = (
        _group_row(row.learner.name, words(head.title), cell, words, zone)
        for row in table.rows
        for head, cell in zip(table.lessons, row.cells, strict=True)
        if cell.state is not State.NONE
    )
    return write(GROUP_COLUMNS, rows, None if keys else words)


def steps_csv(tables: Iterable[LearnerTable], words: Words, keys: bool = False) -> bytes:
    """Write a row for each learner and step that was reached; private lessons have none."""
    rows = (
        (
            table.learner.name, words(one.lesson.title), words(one.step.name), one.standing.done,
            one.standing.tries, one.standing.failed, one.standing.hints, one.standing.rung,
            one.standing.mistakes, one.standing.missed, _minutes(one.standing.ms), one.standing.lefts,
            words(YES) if one.standing.stuck else None,
        )
        for table in tables
        for one in table.steps
    )  # fmt: skip
    return write(STEP_COLUMNS, rows, None if keys else words)


def write(columns: Sequence[str], rows: Iterable[Sequence[Value]], words: Words | None) -> bytes:
    """Write a header and rows; every text is made harmless and free of direction marks."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe(words(COLUMNS[key])) if words else key for key in columns])
    for row in rows:
        writer.writerow(
            ["" if value is None else safe(value) if isinstance(value, str) else value for value in row]
        )
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Answer a text that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    plain = _MARKS.sub("", text)
    return f"'{plain}" if plain.lstrip(" \u00a0").startswith(_FORMULA) else plain


def _group_row(name: str, title: str, cell: Cell, words: Words, zone: tzinfo | None) -> tuple[Value, ...]:
    row, state = cell.standing, words(STATES[cell.state])
    if row is None:
        return (name, title, None, state, *[None] * (len(GROUP_COLUMNS) - 4))
    stage = words(STAGES[row.stages[-1]]) if row.stages else None
    stuck = words(cell.stuck.name) if cell.stuck else None
    day = datetime.fromtimestamp(row.last_at / 1000, zone).date().isoformat()
    counts = (row.attempts, row.hints, row.mistakes, row.missed, _minutes(row.ms))
    return (name, title, stage, state, *counts, stuck, day)


def _minutes(ms: int) -> float:
    return round(ms / 60_000, 1)
