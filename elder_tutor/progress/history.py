"""Read every event in bites, whatever their number: memory stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from elder_tutor.progress.event_rows import READ, event_of
from elder_tutor.progress.events import Event
from elder_tutor.progress.store import Store

BITE: Final = 4_000
"""Events read at once."""


class FactRow(NamedTuple):
    """An event as it lies in its table; ``data`` is JSON, ``at`` UTC ms."""

    attempt: str
    learner: str
    lesson: str
    revision: int
    stage: str
    step: str
    kind: str
    data: str
    at: int
    seq: int
    id: str
    kiosk: str
    mono: int


def fact_rows(
    store: Store, since: int = 0, until: int = 2**62, learner: str | None = None
) -> Iterator[tuple[FactRow, ...]]:
    """Answer the events stored so far in bites, in order: those with since <= ``at`` < until (UTC ms).

    Events stored while it is read may or may not be among them.
    """
    sql = _OF_ONE if learner else _ALL
    more = (learner,) if learner else ()
    last = 0
    while True:
        rows = store.read(FactRow, sql, (last, since, until, *more, BITE))
        if not rows:
            return
        yield rows
        last = rows[-1].seq


def facts(store: Store, since: int = 0, until: int = 2**62, learner: str | None = None) -> Iterator[Event]:
    """Answer the same one by one, as events."""
    for bite in fact_rows(store, since, until, learner):
        yield from map(event_of, bite)


_ALL: Final = f"SELECT {READ} FROM event WHERE seq > ? AND at >= ? AND at < ? ORDER BY seq LIMIT ?"
_OF_ONE: Final = _ALL.replace(" ORDER", " AND learner = ? ORDER")
