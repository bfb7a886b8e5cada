"""How well practice works, phase by phase, and what learners reported as wrong.

A figure stands only where at least five people are behind it. Private lessons are in none of them:
only "done" is kept of those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elder_tutor.progress import quality
from elder_tutor.progress.quality import FaceCount
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead, StepHead
from elder_tutor.reports.least import enough
from elder_tutor.reports.phases import Span, phases, spans

TEN: Final = 10
"""Hints are told for so many practices: whole numbers are easier to compare."""
FACES: Final = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it was reckoned from; all None where fewer than five people are behind it."""

    value: int | None = None
    part: int | None = None
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class PhaseQuality:
    """One phase: percent of checks passed unaided, minutes a finished practice, hints in ten, faces.

    ``faces`` are percents of 1 (unsure), 2 and 3 (sure) with how often each was chosen.
    """

    span: Span
    unaided: Figure
    minutes: Figure
    hints: Figure
    faces: tuple[Figure, Figure, Figure]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Where something was reported as wrong; without ``lesson`` it was elsewhere, and no more is told."""

    lesson: LessonHead | None
    step: StepHead | None
    times: int
    last_at: int | None


@dataclass(frozen=True, slots=True)
class Quality:
    """Every phase, oldest first, and every report, most often first."""

    phases: tuple[PhaseQuality, ...]
    reports: tuple[Wrong, ...]


def quality_of(store: Store, heads: Sequence[LessonHead]) -> Quality:
    """Answer the manager's page; a phase before the first one is left out when nothing happened in it."""
    lessons = [head.id for head in heads if not head.private]
    found = [(_phase(store, lessons, span), span) for span in spans(phases(store))]
    named = tuple(one for one, span in found if isinstance(span.name, str) or len(found) == 1 or _any(one))
    return Quality(named, _reports(store, heads))


def _phase(store: Store, lessons: Sequence[str], span: Span) -> PhaseQuality:
    row = quality.sums(store, lessons, span.first, span.until)
    minutes, hints = Figure(), Figure()
    if enough(row.finishers) and row.finished:
        whole = round(row.ms / 60_000)
        minutes = Figure(round(row.ms / 60_000 / row.finished), whole, row.finished)
        hints = Figure(round(TEN * row.hints / row.finished), row.hints, row.finished)
    unaided = _percent(row.unaided, row.checks) if enough(row.checked) else Figure()
    return PhaseQuality(
        span, unaided, minutes, hints, _faces(quality.faces(store, lessons, span.first, span.until))
    )


def _faces(rows: Sequence[FaceCount]) -> tuple[Figure, Figure, Figure]:
    if not enough(len({row.learner for row in rows})):
        return Figure(), Figure(), Figure()
    times = [sum(row.times for row in rows if row.face == face) for face in FACES]
    unsure, middle, sure = (_percent(count, sum(times)) for count in times)
    return unsure, middle, sure


def _percent(part: int, whole: int) -> Figure:
    return Figure(round(100 * part / whole), part, whole) if whole else Figure()


def _any(one: PhaseQuality) -> bool:
    return any(figure.value is not None for figure in (one.unaided, one.minutes, *one.faces))


def _reports(store: Store, heads: Sequence[LessonHead]) -> tuple[Wrong, ...]:
    known = {head.id: head for head in heads if not head.private}
    rows = quality.reports(store)
    named = [
        Wrong(known[row.lesson], known[row.lesson].step(row.step), row.times, row.last_at)
        for row in rows
        if row.lesson in known
    ]
    elsewhere = sum(row.times for row in rows if row.lesson not in known)
    return (*named, *((Wrong(None, None, elsewhere, None),) if elsewhere else ()))
