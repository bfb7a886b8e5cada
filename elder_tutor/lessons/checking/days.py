"""The days a lesson is proved on, and a phone for each of them."""

from __future__ import annotations

from datetime import date, timedelta

from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.phone import Phone

_WEEK = date(2026, 6, 8)
DAYS: tuple[date, ...] = (
    *(_WEEK + timedelta(days=n) for n in range(7)),
    date(2026, 6, 30),
    date(2026, 12, 31),
)
"""Every day of a week, and two ends of a month; one is the end of a year too."""
SEED = 7
WEEK_START, WEEKEND = 6, frozenset({4, 5})


def phone_on(pack: Pack, today: date, seed: int = SEED) -> Phone:
    """Answer the phone of a pack on a day."""
    return Phone(pack.apps, pack.id, today, seed, WEEK_START, WEEKEND, pack.home)


class Calendar:
    """The phones of a pack by day, each made when it is asked for."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._phones: dict[date, Phone] = {}

    def phone(self, today: date = _WEEK) -> Phone:
        """Answer the phone of a day."""
        if today not in self._phones:
            made = self._phones[today] = phone_on(self.pack, today)
            if today != _WEEK:
                # What touches do is the same on every day.
                made.__dict__["moves"] = self.phone().moves
        return self._phones[today]
