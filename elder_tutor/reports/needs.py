"""What is in demand: by course, place or group, month by month, and what the next month may bring.

A figure stands only where at least five people are behind it. Private lessons count together, without
a course; a lesson that no pack has any more counts nowhere: nothing says whether it was private.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.progress import demand
from elder_tutor.progress.demand import Demand
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.store import Store
from elder_tutor.reports.forecast import FEWEST, WINDOW, Forecast, forecast
from elder_tutor.reports.heads import PRIVATE
from elder_tutor.reports.least import enough, withheld
from elder_tutor.text.phrase import Phrase, phrase

PRIVATE_LESSONS: Final = phrase("Private lessons")
OTHER_PLACE: Final = phrase("Unknown place")
DRILLS: Final = phrase("Drills")
DRILLS_ID: Final = "drills"


class By(StrEnum):
    """What demand is counted by."""

    COURSE = "course"
    PLACE = "place"
    GROUP = "group"


class Shown(StrEnum):
    """Whether a figure may be seen."""

    YES = "yes"
    FEW = "few"  # fewer than five people
    HELD = "held"  # enough people, but it would tell of a figure that is not shown


class Outlook(StrEnum):
    """Whether there is a forecast, and if not, why."""

    YES = "yes"
    EARLY = "early"  # fewer than three whole months
    FEW = "few"  # a month it would be made from is not shown


@dataclass(frozen=True, slots=True)
class Cell:
    """One month; without ``attempts`` and ``learners`` where they may not be seen."""

    month: str
    shown: Shown
    attempts: int | None
    learners: int | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A course, place or group; ``name`` is the person's own words for a place or group."""

    id: str
    name: Phrase | str
    cells: tuple[Cell, ...]
    outlook: Outlook
    forecast: Forecast | None

    @property
    def last(self) -> Cell:
        """Answer the last whole month."""
        return self.cells[-2]


@dataclass(frozen=True, slots=True)
class Needs:
    """Rows by months (YYYY-MM, oldest first; the last is the present one, not over yet)."""

    by: By
    months: tuple[str, ...]
    coming: str
    """The month the forecasts are for: the one after the present."""
    rows: tuple[NeedRow, ...]


def needs(store: Store, catalog: Catalog, by: By, today: date) -> Needs:
    """Answer the demand of the last six whole months and of the present one, the most wanted first.

    Of a part that was never wanted there is no row. A forecast is made only from months that are shown
    themselves: otherwise one could reckon back what is not.
    """
    months = months_before(today, WINDOW + 1)
    found, names = _asked(store, catalog, by)
    table = {(row.what, row.month): row for row in found}
    order = [what for what in names if any((what, month) in table for month in months)]
    parts = [[table.get((what, month)) for month in months] for what in order]
    first = min((row.month for row in found), default=months[-1])
    rows = _rows(order, parts, names, months, first, by)
    return Needs(by, months, month_after(months[-1]), tuple(sorted(rows, key=_wanted)))


def months_before(today: date, count: int) -> tuple[str, ...]:
    """Answer so many months up to the one of a day, oldest first, as YYYY-MM."""
    number = today.year * 12 + today.month - 1
    return tuple(_month(at) for at in range(number - count + 1, number + 1))


def month_after(month: str) -> str:
    """Answer the month after one (YYYY-MM)."""
    return _month(int(month[:4]) * 12 + int(month[5:]))


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _asked(store: Store, catalog: Catalog, by: By) -> tuple[tuple[Demand, ...], Mapping[str, Phrase | str]]:
    """Answer the counts, and every name they can stand under, in order."""
    lessons = [one.id for one in catalog.lessons] + [one.id for one in catalog.drills]
    if by is By.GROUP:
        return demand.by_group(store, lessons), {one.id: one.name for one in Groups(store).all()}
    if by is By.PLACE:
        # Where a private lesson was done is nobody's business: only those that may be named count here.
        hidden = {one.id for one in catalog.lessons if one.private}
        found = demand.by_place(store, (one for one in lessons if one not in hidden))
        places = sorted({row.what for row in found}, key=lambda place: (not place, place))
        return found, {place: place or OTHER_PLACE for place in places}
    return demand.by_name(store, _courses(catalog)), _course_names(catalog)


def _courses(catalog: Catalog) -> dict[str, str]:
    """Answer what each lesson counts as."""
    named = {one.id: DRILLS_ID for one in catalog.drills}
    for lesson in catalog.lessons:
        course = catalog.course(lesson.id)
        named[lesson.id] = PRIVATE if lesson.private else course.id if course else lesson.id
    return named


def _course_names(catalog: Catalog) -> dict[str, Phrase | str]:
    names: dict[str, Phrase | str] = {}
    for lesson in catalog.lessons:
        course = None if lesson.private else catalog.course(lesson.id)
        if course is not None:
            names[course.id] = phrase(course.name, catalog.domain(lesson.id))
        elif not lesson.private:
            names[lesson.id] = phrase(lesson.title, catalog.domain(lesson.id))
    return {**names, DRILLS_ID: DRILLS, PRIVATE: PRIVATE_LESSONS}


def _rows(
    order: Sequence[str], parts: Sequence[Sequence[Demand | None]], names: Mapping[str, Phrase | str],
    months: Sequence[str], first: str, by: By,
) -> list[NeedRow]:  # fmt: skip
    # Groups overlap: they are no parts of a whole, and nothing can be reckoned back from the others.
    apart = by is By.GROUP
    hidden = [
        frozenset() if apart else withheld([_people(part[at]) for part in parts]) for at in range(len(months))
    ]
    rows = []
    for place, (what, part) in enumerate(zip(order, parts, strict=True)):
        cells = tuple(
            _cell(what, month, count, place in hidden[at])
            for at, (month, count) in enumerate(zip(months, part, strict=True))
        )
        outlook, foretold = _outlook([one for one in cells[:-1] if one.month >= first])
        rows.append(NeedRow(what, names[what], cells, outlook, foretold))
    return rows


def _people(count: Demand | None) -> int:
    return count.learners if count else 0


def _cell(what: str, month: str, count: Demand | None, held: bool) -> Cell:
    if count is None:
        return Cell(month, Shown.YES, 0, 0)
    if not enough(count.learners):
        return Cell(month, Shown.FEW, None, None)
    if held:
        return Cell(month, Shown.HELD, None, None)
    times = count.finished if what == PRIVATE else count.opened
    return Cell(month, Shown.YES, times, count.learners)


def _outlook(cells: Sequence[Cell]) -> tuple[Outlook, Forecast | None]:
    counts = [cell.attempts for cell in cells if cell.attempts is not None]
    if len(cells) < FEWEST:
        return Outlook.EARLY, None
    if len(counts) < len(cells):
        return Outlook.FEW, None
    return Outlook.YES, forecast(counts)


def _wanted(row: NeedRow) -> tuple[bool, int]:
    """Order by the last whole month; the order of what is not shown tells nothing."""
    return row.id == PRIVATE, -(row.last.attempts or 0)
