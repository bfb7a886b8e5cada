"""Read what was practised, month by month: by what it belongs to, by place, by group.

Months are those of `day_summary`: UTC. Guests are in no summary, so nobody's visit is counted twice.
A lesson counts only where ``named`` says what it counts as; of one that keeps nothing but "done" the
times it was finished stand where the others have the times it was begun.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from elder_tutor.progress.store import Store


class Demand(NamedTuple):
    """How often something was begun (and finished) in a month (YYYY-MM), and by how many learners."""

    what: str
    month: str
    opened: int
    finished: int
    learners: int


class Reached(NamedTuple):
    """Whether one learner did one step without a hint, the first time they came to it at a revision."""

    revision: int
    step: str
    learner: str
    free: int


def by_name(store: Store, named: Mapping[str, str]) -> tuple[Demand, ...]:
    """Answer the demand of each name that lessons count as (lesson id → name), by month."""
    return store.read(Demand, _BY_NAME, (json.dumps(dict(named)),))


def by_group(store: Store, lessons: Iterable[str]) -> tuple[Demand, ...]:
    """Answer the demand in each group for these lessons; who is in two groups counts in both."""
    return store.read(Demand, _BY_GROUP, (_listed(lessons),))


def by_place(store: Store, lessons: Iterable[str]) -> tuple[Demand, ...]:
    """Answer the demand at each place (kiosk, "" where it is unknown) for these lessons."""
    return store.read(Demand, _BY_PLACE, (_listed(lessons),))


def revisions(store: Store, lesson: str) -> tuple[int, ...]:
    """Answer the revisions of a lesson that were practised where hints are asked for, the newest first."""
    return tuple(row[0] for row in store.rows(_REVISIONS, (lesson,)))


def reached(store: Store, lesson: str, revision: int) -> tuple[Reached, ...]:
    """Answer who came to which step of a revision, and whether they did it without a hint then.

    Only the first time counts, so that practice does not make a later revision look better; only
    stages where hints are asked for.
    """
    return store.read(Reached, _REACHED, (lesson, revision))


def _listed(lessons: Iterable[str]) -> str:
    return json.dumps(list(lessons))


_SUMS: Final = "sum(opened), sum(finished), count(DISTINCT learner)"
_BY_NAME: Final = (
    f"SELECT named.value, substr(day, 1, 7), {_SUMS} FROM day_summary JOIN json_each(?) AS named "
    "ON named.key = lesson WHERE opened + finished > 0 GROUP BY 1, 2 ORDER BY 1, 2"
)
_BY_GROUP: Final = (
    f"SELECT team, substr(day, 1, 7), {_SUMS} FROM day_summary JOIN membership USING (learner) "
    "WHERE opened + finished > 0 AND lesson IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY 1, 2"
)
# The place stands in the first event of an attempt: found by its number, so that no event is searched.
_BY_PLACE: Final = (
    "SELECT e.kiosk, strftime('%Y-%m', e.at / 1000, 'unixepoch'), count(*), sum(a.finished), "
    "count(DISTINCT a.learner) FROM attempt_summary a JOIN event e ON e.seq = a.number "
    "WHERE e.kind = 'opened' AND a.lesson IN (SELECT value FROM json_each(?)) GROUP BY 1, 2 ORDER BY 1, 2"
)
_UNAIDED: Final = "stage IN ('find', 'alone', 'check', 'refresh')"
_REVISIONS: Final = (
    f"SELECT DISTINCT revision FROM attempt_summary WHERE lesson = ? AND {_UNAIDED} ORDER BY revision DESC"
)
# Beside min() the other columns come from its row (SQLite, «bare columns in an aggregate query»).
_REACHED: Final = (
    "SELECT revision, step, learner, free FROM (SELECT revision, step, learner, free, min(number) FROM ("
    "SELECT a.revision AS revision, e.step AS step, a.learner AS learner, a.number AS number, "
    "max(e.kind = 'step_done') AND NOT max(e.kind = 'hint' AND json_extract(e.data, '$.rung') > 0) AS free "
    f"FROM attempt_summary a JOIN event e ON e.attempt = a.attempt WHERE a.lesson = ? AND a.revision = ? "
    f"AND a.{_UNAIDED} AND e.step <> '' GROUP BY a.attempt, e.step) "
    "GROUP BY step, learner) ORDER BY step, learner"
)
