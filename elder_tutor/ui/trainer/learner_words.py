"""Words of a learner's page that several of its parts say."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from elder_tutor.text import bidi
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.trainer.desk import Desk

TODAY: Final = phrase("Today")
YESTERDAY: Final = phrase("Yesterday")
DAY_MONTH: Final = phrase("{day:date:day_month}")
SECONDS: Final = phrase("{seconds:count:second}")
MINUTES: Final = phrase("{minutes:count:minute}")
JOINED: Final = phrase("{first}, {rest}")


def day_of(desk: Desk, at: int) -> Phrase:
    """Answer the day of a moment (UTC ms): today, yesterday or its date."""
    day, today = desk.day_of(at), desk.today
    if day >= today:
        return TODAY
    if day == today - timedelta(days=1):
        return YESTERDAY
    return phrase(DAY_MONTH.key, day=day)


def duration(ms: int) -> Phrase:
    """Answer a time in seconds, or in minutes from two on."""
    if ms < 120_000:
        return phrase(SECONDS.key, seconds=max(1, round(ms / 1000)))
    return phrase(MINUTES.key, minutes=round(ms / 60_000))


def own_way(text: str, rtl: bool) -> str:
    """Answer what a person wrote so that it runs its own way on a page of this direction."""
    return bidi.of_direction(text, not rtl) if bidi.needs_isolation(text, rtl) else text


def joined(parts: tuple[Phrase, ...]) -> Phrase:
    """Answer several phrases in a row, with commas."""
    words = parts[-1]
    for part in reversed(parts[:-1]):
        words = phrase(JOINED.key, first=part, rest=words)
    return words
