"""When a lesson is to be practised again: spaced by ``fsrs`` from the checks a learner has finished.

Parameters (DESIGN 5): desired retention 0.95, no fuzz, never more than 90 days, the rating
from the hints that were used and never "easy". ``fsrs`` is loaded only when a check is
finished: the day it answers is kept with the event and in the summary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from elder_tutor.progress.events import Event, Scalar

CRITERION: Final = "unaided-2-days:1"
"""Mastered: two checks passed without a hint on two different days. Kept with each check, so that
a later criterion does not rewrite the past (Kolibri)."""
RETENTION: Final = 0.95
LONGEST_DAYS: Final = 90
AGAIN, HARD, GOOD = 1, 2, 3
"""The ratings of ``fsrs``; "easy" is never given."""
TOP_RUNG: Final = 4
_NOON: Final = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Review:
    """One finished check: the learner's own calendar day, and how it went (1 again, 2 hard, 3 good)."""

    day: date
    rating: int


def rating_of(passed: bool, reached: bool, rung: int) -> int:
    """Rate a check: good without a hint, hard with hints below the hand, otherwise again."""
    if passed:
        return GOOD
    return HARD if reached and 0 < rung < TOP_RUNG else AGAIN


def due_day(reviews: Sequence[Review]) -> date | None:
    """Answer the day of the next refresh after these checks, oldest first; None before the first."""
    if not reviews:
        return None
    from fsrs import Card, Rating, Scheduler  # a check is finished: nobody waits for the first page

    plan = Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )  # fmt: skip
    card = Card(card_id=0, due=datetime.combine(reviews[0].day, _NOON))
    for review in reviews:
        card, _ = plan.review_card(card, Rating(review.rating), datetime.combine(review.day, _NOON))
    return card.due.date()


def reviews_of(events: Sequence[Event]) -> tuple[Review, ...]:
    """Answer the checks among finished ones that say how they went, oldest first."""
    told = (event.data for event in events if {"day", "rating"} <= event.data.keys())
    return tuple(Review(date.fromisoformat(str(data["day"])), int(data["rating"])) for data in told)


def told_of(data: Mapping[str, Scalar], today: date, before: Sequence[Event]) -> dict[str, Scalar]:
    """Answer what is kept with a check that is finished now: how it went, by what criterion, what is due.

    ``data`` says passed, reached and the highest rung; ``before`` are the ends of the checks so far.
    """
    rating = rating_of(data["passed"] is True, data["reached"] is True, int(data["rung"]))
    due = due_day((*reviews_of(before), Review(today, rating)))
    kept: dict[str, Scalar] = {**data, "criterion": CRITERION, "rating": rating, "day": today.isoformat()}
    return {**kept, "due": due.isoformat()} if due else kept
