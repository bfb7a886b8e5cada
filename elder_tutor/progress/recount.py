"""Throw the summaries away and count every event again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from elder_tutor.progress import event_rows
from elder_tutor.progress.ledger import Ledger, Shelf
from elder_tutor.progress.tallying import PlaceRow, count_place


def recount(db: sqlite3.Connection) -> int:
    """Count every event anew inside the caller's transaction; answer how many there were."""
    ledger = Ledger()
    ledger.clear(db)
    number = 0
    for event in event_rows.every(db):
        ledger.count(db, event, event.seq)
        number += 1
        if ledger.is_full():
            ledger.write(db)
    ledger.write(db)
    return number


def recount_places(db: sqlite3.Connection, kiosks: Iterable[str]) -> None:
    """Say of these places what the events that are left say of them (a learner was erased)."""
    places = Shelf("place_summary", PlaceRow, 1)
    for kiosk in kiosks:
        row = None
        for event in event_rows.of_place(db, kiosk):
            row = count_place(event, row or PlaceRow(kiosk))
        if row is not None:
            places.keep((kiosk,), row)
    places.write(db)
