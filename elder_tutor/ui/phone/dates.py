"""Days and where they stand: months, weeks, the region's first weekday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from elder_tutor.lessons.view import RowView

WEEK = 7


def start_of_week(day: date, week_start: int) -> date:
    """Answer the first day of a day's week; ``week_start`` is 0 for Monday to 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - week_start) % WEEK)


def start_of_month(day: date) -> date:
    """Answer the first of a day's month."""
    return day.replace(day=1)


def next_month(day: date, by: int) -> date:
    """Answer the first of the month ``by`` months on (negative: back)."""
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)


@lru_cache(maxsize=64)
def weeks_of_month(first: date, week_start: int) -> tuple[tuple[date | None, ...], ...]:
    """Answer the month's weeks; None where another month's day would stand. Kept: a calendar asks often."""
    day, weeks = start_of_week(first, week_start), []
    while day < next_month(first, 1):
        week = [day + timedelta(days=number) for number in range(WEEK)]
        weeks.append(tuple(each if each.month == first.month else None for each in week))
        day += timedelta(days=WEEK)
    return tuple(weeks)


def span(rows: Sequence[RowView], today: date | None) -> tuple[date, date] | None:
    """Answer the first and last day of a calendar's rows (today when there are none)."""
    days = [row.day for row in rows if row.day is not None]
    if today is not None and not days:
        days = [today]
    return (min(days), max(days)) if days else None


def first_shown(rows: Sequence[RowView], today: date | None) -> date | None:
    """Answer the day a calendar opens at: the chosen one, else the first free, else the first, else today."""
    for fits in (lambda row: row.chosen, lambda row: row.open, lambda row: True):
        days = [row.day for row in rows if row.day is not None and fits(row)]
        if days:
            return min(days)
    return today
