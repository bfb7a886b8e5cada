"""What a family sees of one person's practice; of private lessons only that there were some."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elder_tutor.progress.summaries import STAGES, matrix
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.paper.account import Entry, account_of

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.progress.people import Learner

MINUTE_MS: Final = 60_000
DONE: Final = phrase("Finished")
TODAY: Final = phrase("Today's practice")
TIME: Final = phrase("{minutes:count:minute:nom}")
HOURS: Final = phrase("{hours:count:hour:nom}")


@dataclass(frozen=True, slots=True)
class Row:
    """One lesson that was begun; ``stages`` and ``done`` are stage ids, both empty for private lessons."""

    title: Phrase
    words: Phrase | None = None
    stages: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """One person: lessons mastered of all there are, active minutes in all, days, and the rows.

    ``today`` is the practice proposed now with its lesson id, None where nothing is left;
    ``today_done`` tells that something was practised today. Private lessons are in no figure.
    """

    learner: Learner
    mastered: int
    lessons: int
    minutes: int
    days: int
    today: tuple[str, Phrase] | None
    today_done: bool
    rows: tuple[Row, ...]
    begun: tuple[tuple[str, Phrase], ...]
    """Id and title of the lessons a step card is offered for: today's, then those that were begun."""


def progress_of(app: App, learner_id: str) -> Progress:
    """Gather what is shown of a person. Raises UnknownLearner."""
    account = account_of(app, learner_id)
    shown = {lesson.id: lesson for lesson in app.catalog.lessons if not lesson.private}
    standings = [row for row in matrix(app.store, learner_id) if row.lesson in shown]
    with contextlib.closing(app.session(learner_id)) as session:
        card = app.practice_today(session)
    today = (card.lesson.id, phrase(card.lesson.title, card.domain)) if card is not None else None
    day = app.today or app.clock().date()
    begun = {today[0]: today[1]} if today else {}
    for row in sorted(standings, key=lambda each: -each.last_at):
        begun.setdefault(row.lesson, phrase(shown[row.lesson].title, app.catalog.domain(row.lesson)))
    return Progress(
        account.learner,
        sum(row.is_mastered for row in standings),
        len(shown),
        account.minutes,
        account.days,
        today,
        any(entry.last == day for entry in account.entries),
        (*_rows(account.entries, today[1] if today else None), *_private(account.private)),
        tuple(begun.items()),
    )


def mastered_by(app: App) -> tuple[dict[str, int], int]:
    """Answer how many lessons each learner has mastered, and how many there are; private ones in neither."""
    shown = {lesson.id for lesson in app.catalog.lessons if not lesson.private}
    counted = Counter(row.learner for row in matrix(app.store) if row.lesson in shown and row.is_mastered)
    return dict(counted), len(shown)


def time_of(minutes: int) -> Phrase:
    """Answer a time of practice: minutes, from two hours on whole hours."""
    return phrase(HOURS.key, hours=minutes // 60) if minutes >= 120 else phrase(TIME.key, minutes=minutes)


def _rows(entries: Sequence[Entry], today: Phrase | None) -> tuple[Row, ...]:
    """Answer the lesson of today first, then those that were begun."""
    rows = [Row(entry.title, entry.words, entry.stages, entry.done) for entry in entries]
    if today is None:
        return tuple(rows)
    known = next((row for row in rows if row.title == today), Row(today, TODAY))
    first = Row(today, TODAY, known.stages or STAGES, known.done)
    return (first, *(row for row in rows if row is not known))


def _private(done: bool | None) -> tuple[Row, ...]:
    """Answer the one row of all private lessons, where one was done."""
    return (Row(PRIVATE_LESSON, DONE),) if done else ()
