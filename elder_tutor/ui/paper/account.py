"""What a report to a family tells of one learner, gathered once. No Qt.

Of private lessons it knows one thing: whether any was done.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from elder_tutor.app import App
from elder_tutor.lessons.teaching.stages import OFFERED
from elder_tutor.progress.assignments import Assignment
from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner
from elder_tutor.progress.remarks import Remark
from elder_tutor.progress.summaries import Standing
from elder_tutor.reports.heads import LessonHead, heads
from elder_tutor.reports.learner import learner_report
from elder_tutor.reports.tables import Cell
from elder_tutor.text.phrase import Phrase, phrase

REMEMBERED: Final = phrase("Still remembered after days")
UNAIDED: Final = phrase("Done without help")
HELPED: Final = phrase("Done with a little help")
TRAINING: Final = phrase("Being practised")
WHY: Final = {
    "due": phrase("It is time to refresh it"),
    "open": phrase("We go on where we stopped"),
    "next": phrase("A new lesson"),
    "assigned": phrase("Chosen by the trainer"),
}
"""Why something is proposed (`app.Card.why`), and what a trainer chose."""
MOST_NEXT: Final = 3
MOST_NOTES: Final = 3
MINUTE_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One lesson that was begun: the stages gone through of those there are, and where it stands."""

    title: Phrase
    done: tuple[str, ...]
    stages: tuple[str, ...]
    words: Phrase
    last: date


@dataclass(frozen=True, slots=True)
class Account:
    """One learner's practice.

    ``days`` counts those with practice, ``minutes`` is active time. ``finished`` lessons were done alone,
    ``unaided`` of them without a hint; ``steps`` were done in stages where a hint may come, ``free``
    without one. ``private`` tells whether a private lesson was done; None where there is none to do.
    ``notes`` are (day, words), empty unless they were asked for.
    """

    learner: Learner
    groups: tuple[str, ...]
    period: tuple[date, date] | None
    days: int
    entries: tuple[Entry, ...]
    waiting: int
    finished: int
    unaided: int
    remembered: int
    minutes: int
    steps: int
    free: int
    private: bool | None
    next: tuple[tuple[Phrase, Phrase], ...]
    notes: tuple[tuple[date, str], ...]


def account_of(app: App, learner_id: str, with_notes: bool = False) -> Account:
    """Gather what a report tells. Raises UnknownLearner."""
    lessons = heads(app.catalog, tuple(stage.value for stage in OFFERED))
    today = (app.today or app.clock().date()).isoformat()
    report = learner_report(app.store, app.people.learner(learner_id), lessons, today)
    table = report.table
    begun = [(head, cell.standing) for head, cell in zip(table.lessons, table.cells, strict=True)
             if cell.standing is not None]  # fmt: skip
    rows = [row for _, row in begun]
    zone = app.clock().tzinfo
    return Account(
        report.learner,
        tuple(group.name for group in report.groups),
        _period(rows, zone),
        report.days,
        tuple(_entry(head, row, zone) for head, row in begun),
        sum(not head.private for head in table.lessons) - len(begun),
        sum(row.done_alone > 0 or _is_unaided(row) for row in rows),
        sum(_is_unaided(row) for row in rows),
        sum(row.done_refresh > 0 for row in rows),
        round(sum(row.ms for row in rows) / MINUTE_MS),
        sum(row.steps_done for row in rows),
        sum(row.steps_free for row in rows),
        _private(table.lessons, table.cells),
        tuple(_next(app, learner_id, report.assigned)),
        _notes(report.remarks, zone) if with_notes else (),
    )


def _entry(head: LessonHead, row: Standing, zone: tzinfo | None) -> Entry:
    if row.done_refresh:
        words = REMEMBERED
    elif _is_unaided(row):
        words = UNAIDED
    else:
        words = HELPED if row.done_alone else TRAINING
    return Entry(head.title, row.stages, (*head.stages, "refresh"), words, _day(row.last_at, zone))


def _is_unaided(row: Standing) -> bool:
    """Tell whether the task was done alone without a hint, or its check passed, where none is given."""
    return row.clean_alone > 0 or row.done_check > 0


def _period(rows: Sequence[Standing], zone: tzinfo | None) -> tuple[date, date] | None:
    if not rows:
        return None
    return _day(min(row.first_at for row in rows), zone), _day(max(row.last_at for row in rows), zone)


def _private(lessons: Sequence[LessonHead], cells: Sequence[Cell]) -> bool | None:
    told = [cell.state is State.DONE for head, cell in zip(lessons, cells, strict=True) if head.private]
    return any(told) if told else None


def _next(app: App, learner: str, assigned: Sequence[Assignment]) -> Iterator[tuple[Phrase, Phrase]]:
    """Answer up to three things to practise: what a trainer chose, then what the program proposes."""
    titles: dict[str, tuple[Phrase, Phrase]] = {}
    for chosen in assigned:
        title = _title(app, chosen.lesson, chosen.course)
        if title is not None:
            titles[title.key] = (title, WHY["assigned"])
    with contextlib.closing(app.session(learner)) as session:
        card = app.practice_today(session)
    if card is not None and not card.lesson.private:
        title = phrase(card.lesson.title, card.domain)
        titles.setdefault(title.key, (title, WHY.get(card.why, WHY["next"])))
    yield from list(titles.values())[:MOST_NEXT]


def _title(app: App, lesson: str, course: str) -> Phrase | None:
    """Answer the name of what was chosen; None when it is private or no pack has it."""
    for each in app.catalog.lessons:
        found = app.catalog.course(each.id)
        if not each.private and (each.id == lesson or (course and found and found.id == course)):
            name = each.title if each.id == lesson else found.name if found else ""
            return phrase(name, app.catalog.domain(each.id))
    return None


def _notes(remarks: Sequence[Remark], zone: tzinfo | None) -> tuple[tuple[date, str], ...]:
    return tuple((_day(one.at, zone), one.text) for one in remarks[:MOST_NOTES])


def _day(ms: int, zone: tzinfo | None) -> date:
    return datetime.fromtimestamp(ms / 1000, zone).date()
