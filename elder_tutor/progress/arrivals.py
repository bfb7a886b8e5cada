"""Answer who may be at the door: the groups with today's first, and the people of one page.

Never more is read than a page shows, so that the welcome page stands as fast with a thousand
learners as with six.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from elder_tutor.progress.events import GUEST
from elder_tutor.progress.store import Store

EVERYBODY: Final = ""
"""The id of the team that everybody is in."""
OF_PICTURE: Final = "picture:"
"""Before the name of a picture: the team of all who have it."""
WEEKS: Final = 4
"""A group that came on this weekday in these last weeks is expected today."""


class Face(NamedTuple):
    """One person as others see them at the door."""

    id: str
    name: str
    picture: str
    symbol: str


class Team(NamedTuple):
    """People who are shown together: a group, or all with one picture; ``size`` is how many."""

    id: str
    name: str
    picture: str
    size: int


class Arrivals:
    """Who may be at the door of the place of a store."""

    def __init__(self, store: Store) -> None:
        """Read from this store."""
        self._store = store

    def size(self, team: str = EVERYBODY) -> int:
        """Answer how many people a team has."""
        where, values = _where(team)
        return int(self._store.rows(f"SELECT count(*) FROM learner {where}", values)[0][0])

    def faces(self, team: str, first: int, most: int) -> tuple[Face, ...]:
        """Answer so many people of a team, from a place on, in the order they joined it."""
        where, values = _where(team)
        order = "since, created, learner.rowid" if _is_group(team) else "created, learner.rowid"
        sql = f"SELECT id, name, picture, symbol FROM learner {where} ORDER BY {order} LIMIT ? OFFSET ?"
        return self._store.read(Face, sql, (*values, most, first))

    def groups(self, today: date) -> tuple[Team, ...]:
        """Answer the groups somebody is in: today's first, the others in the order they were made.

        Today's is the one of which most came today and on this weekday of the last weeks; where
        nobody did, the one that practised last. Days are UTC dates (see tallying.py).
        """
        rows = self._store.rows(_GROUPS)
        if not rows:
            return ()
        came = dict(self._store.rows(_CAME, tuple(_same_weekday(today))))
        last = dict(self._store.rows(_LAST))
        expected = max(rows, key=lambda row: (came.get(row[0], 0), last.get(row[0], 0)))
        return tuple(Team(*row) for row in (expected, *(row for row in rows if row is not expected)))

    def by_picture(self) -> tuple[Team, ...]:
        """Answer the pictures that people have, each with how many; ``name`` is the picture's own."""
        rows = self._store.rows(_PICTURES, (GUEST,))
        return tuple(Team(OF_PICTURE + picture, picture, picture, size) for picture, size in rows)


def _is_group(team: str) -> bool:
    return team != EVERYBODY and not team.startswith(OF_PICTURE)


def _where(team: str) -> tuple[str, tuple[str, ...]]:
    if _is_group(team):
        return "JOIN membership m ON m.learner = learner.id WHERE m.team = ?", (team,)
    if team == EVERYBODY:
        return "WHERE id <> ?", (GUEST,)
    return "WHERE id <> ? AND picture = ?", (GUEST, team.removeprefix(OF_PICTURE))


def _same_weekday(today: date) -> list[str]:
    return [(today - timedelta(weeks=back)).isoformat() for back in range(WEEKS + 1)]


_GROUPS: Final = (
    "SELECT id, name, picture, count(*) FROM learner_group JOIN membership ON team = id "
    "GROUP BY id ORDER BY created, learner_group.rowid"
)
_CAME: Final = (
    f"SELECT team, count(*) FROM (SELECT DISTINCT day, learner FROM day_summary WHERE day IN "
    f"({', '.join('?' * (WEEKS + 1))})) JOIN membership USING (learner) GROUP BY team"
)
_LAST: Final = "SELECT team, max(last_at) FROM membership JOIN learner_summary USING (learner) GROUP BY team"
_PICTURES: Final = (
    "SELECT picture, count(*) FROM learner WHERE id <> ? GROUP BY picture ORDER BY min(created), picture"
)
