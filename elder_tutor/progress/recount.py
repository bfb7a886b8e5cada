"""Throw the summaries away and count every event again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from elder_tutor.progress import event_rows
from elder_tutor.progress.ledger import Ledger, Shelf
from elder_tutor.progress.tallying import PlaceRow, count_place


def recount(db: sqlite3.Connection) -> int:
    """Count every event anew inside the caller's transaction; answer how many there were.

    One learner after the other, so that what is counted is written once and never read; then the
    places, whose rows come from the last few events.
    """
    ledger = Ledger()
    ledger.clear(db)
    number, learner = 0, ""
    for event in event_rows.by_learner(db):
        if event.learner != learner:
            learner = event.learner
            ledger.write(db)
            ledger.forget()
        ledger.count_learner(db, event, event.seq)
        number += 1
    ledger.write(db)
    recount_places(db, [row[0] for row in db.execute("SELECT DISTINCT kiosk FROM event WHERE kiosk <> ''")])
    return number


def _fresh_from(db: sqlite3.Connection, kiosk: str) -> int:
    """Answer from which event on nothing before matters to a place: somebody left it, or came to it.

    A place may have seen a million events; what stands in its row comes from the last few.
    """
    found = db.execute(_NEWEST, (kiosk,)).fetchone()
    if found is None:
        return 0
    other = db.execute(_NEWEST_OF_ANOTHER, (kiosk, found[0])).fetchone()
    left = db.execute(_NEWEST_DEPARTURE, (kiosk,)).fetchone()
    first = db.execute(_FIRST_AFTER, (kiosk, other[0] if other else 0)).fetchone()
    return max(int(first[0]), int(left[0]) if left else 0)


def recount_places(db: sqlite3.Connection, kiosks: Iterable[str]) -> None:
    """Say of these places what the events that are left say of them (a learner was erased)."""
    places = Shelf("place_summary", PlaceRow, 1)
    for kiosk in kiosks:
        db.execute("DELETE FROM place_summary WHERE kiosk = ?", (kiosk,))
        row = None
        for event in event_rows.of_place(db, kiosk, _fresh_from(db, kiosk)):
            row = count_place(event, row or PlaceRow(kiosk))
        if row is not None:
            places.keep((kiosk,), row)
    places.write(db)


_THERE: Final = "FROM event WHERE kiosk = ? AND kind NOT IN ('coming', 'advised')"
"""What happened at a place itself; a trainer's letters go to whoever is there."""
_NEWEST: Final = f"SELECT learner {_THERE} ORDER BY seq DESC LIMIT 1"
_NEWEST_OF_ANOTHER: Final = f"SELECT seq {_THERE} AND learner <> ? ORDER BY seq DESC LIMIT 1"
_NEWEST_DEPARTURE: Final = "SELECT max(seq) FROM event WHERE kiosk = ? AND kind = 'departed' HAVING max(seq)"
_FIRST_AFTER: Final = f"SELECT seq {_THERE} AND seq > ? ORDER BY seq LIMIT 1"
