"""Read how well practice went between two days, and what learners reported as wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from elder_tutor.progress.store import Store


class DaySum(NamedTuple):
    """Days added up: counts, active milliseconds, and how many learners stand behind each figure."""

    learners: int
    finished: int
    finishers: int
    checks: int
    unaided: int
    checked: int
    hints: int
    ms: int


class FaceCount(NamedTuple):
    """How often one learner chose one face, 1 (unsure) to 3 (sure)."""

    learner: str
    face: int
    times: int


class Report(NamedTuple):
    """How often «something is wrong here» was said at a step, and when last (UTC ms)."""

    lesson: str
    step: str
    times: int
    last_at: int


def sums(store: Store, lessons: Iterable[str], first: str, until: str) -> DaySum:
    """Add up these lessons from the day ``first`` to before the day ``until`` (YYYY-MM-DD, UTC)."""
    return store.read(DaySum, _SUMS, (json.dumps(list(lessons)), first, until))[0]


def faces(store: Store, lessons: Iterable[str], first: str, until: str) -> tuple[FaceCount, ...]:
    """Answer the faces chosen in these lessons between two days, by learner."""
    return store.read(FaceCount, _FACES, (json.dumps(list(lessons)), first, until))


def reports(store: Store) -> tuple[Report, ...]:
    """Answer where something was reported as wrong, most often first."""
    return store.read(Report, _REPORTS)


_SUMS: Final = (
    "SELECT count(DISTINCT learner), coalesce(sum(finished), 0), "
    "count(DISTINCT CASE WHEN finished THEN learner END), coalesce(sum(checks), 0), "
    "coalesce(sum(unaided), 0), count(DISTINCT CASE WHEN checks THEN learner END), "
    "coalesce(sum(hints), 0), coalesce(sum(ms), 0) FROM day_summary "
    "WHERE lesson IN (SELECT value FROM json_each(?)) AND day >= ? AND day < ?"
)
_FACES: Final = (
    "SELECT learner, json_extract(data, '$.face'), count(*) FROM event WHERE kind = 'felt' "
    "AND lesson IN (SELECT value FROM json_each(?)) AND date(at / 1000, 'unixepoch') >= ? "
    "AND date(at / 1000, 'unixepoch') < ? GROUP BY 1, 2"
)
_REPORTS: Final = (
    "SELECT lesson, step, count(*), max(at) FROM event WHERE kind = 'reported' "
    "GROUP BY lesson, step ORDER BY count(*) DESC, max(at) DESC"
)
