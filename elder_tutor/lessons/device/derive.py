"""Rows as an attempt sees them: the author's columns and those that follow from today.

A date row is written ``{id: d14, day: +6, state: free}``; nothing else in the phone
knows what day it is (DESIGN 5, FORMAT rule 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from elder_tutor.lessons.model import Row, Table, Value

Cell = Value | date
"""What a column can hold once the derived columns are there."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def derived_rows(
    table: Table, today: date, week_start: int, weekend: frozenset[int]
) -> dict[str, Mapping[str, Cell]]:
    """Answer the rows of a table by id, date rows with their derived columns.

    ``week_start`` and ``weekend`` count Monday as 0. Derived are ``date``, ``weekday``
    (an English word), ``week`` and ``month`` (past, this, next, later), ``past`` and ``weekend``.
    """
    return {str(row["id"]): _derived(row, today, week_start, weekend) for row in table.rows}


def _derived(row: Row, today: date, week_start: int, weekend: frozenset[int]) -> Mapping[str, Cell]:
    offset = _whole(row.get("day"))
    if offset is None:
        return dict(row)
    day = today + timedelta(days=offset)
    return {
        **row,
        "date": day,
        "weekday": WEEKDAYS[day.weekday()],
        "week": _nearness((_week(day, week_start) - _week(today, week_start)).days // 7),
        "month": _nearness((day.year - today.year) * 12 + day.month - today.month),
        "past": offset < 0,
        "weekend": day.weekday() in weekend,
    }


def _whole(value: Value) -> int | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        return int(value)
    except ValueError:
        return None


def _week(day: date, week_start: int) -> date:
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def _nearness(distance: int) -> str:
    if distance < 0:
        return "past"
    return ("this", "next", "later")[min(distance, 2)]


def references(tables: Mapping[str, Mapping[str, Mapping[str, Cell]]]) -> dict[tuple[str, str], str]:
    """Find the columns that name rows of another table: (table, column) -> table.

    A column is such a reference when every value in it is a row id of exactly one
    other table, so that ``{slot.doctor.name}`` can be read without declaring it.
    """
    found: dict[tuple[str, str], str] = {}
    for name, rows in tables.items():
        app = name.partition(".")[0]
        others = {
            other: set(ids) for other, ids in tables.items() if other != name and other.startswith(f"{app}.")
        }
        for column in {key for row in rows.values() for key in row} - {"id"}:
            values = {row[column] for row in rows.values() if row.get(column) is not None}
            fits = _tables_of(values, others)
            if len(fits) == 1:
                found[name, column] = fits[0]
    return found


def _tables_of(values: Iterable[Cell], tables: Mapping[str, set[str]]) -> list[str]:
    wanted = set(values)
    return [name for name, ids in tables.items() if wanted and wanted <= ids]
