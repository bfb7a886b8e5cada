"""A touch that meets nothing says something of the hand and nothing of what is known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, QPointF

from elder_tutor.app import App
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.reports.heads import heads
from elder_tutor.reports.learner import LearnerReport, learner_report
from elder_tutor.ui.program import Program
from elder_tutor.ui.touching import rules
from tests.ui.touching.screen import Screen

LESSON, STAGE = "book-appointment", "check"
MISSES = 60


def nowhere(program: Program) -> QPointF:
    """Answer a place of the page that is out of reach of every button."""
    window = program.window
    reach = 2 * window.tolerance.miss_mm * window.metrics.px_per_mm
    places = (QPoint(x, y) for y in range(20, window.height(), 12) for x in range(20, window.width(), 12))
    free = (
        at for at in places if rules.target_at(window, at) is None and not rules.near_of(window, at, reach)
    )
    return QPointF(next(free))


def pass_check(program: Program, app: App, who: str, misses: int) -> None:
    """Let somebody pass a check without help, missing so many times at each step until all are used up."""
    program.journey.begin(app.people.learner(who))
    program.person = Perfect()
    program.person.begin()
    program.journey.classroom.open(LESSON, "watch")
    while not program.journey.classroom.turn.guidance.finished:
        program.go_on()
    program.journey.classroom.open(LESSON, STAGE)
    program.window.watch_touches()
    screen, beside = Screen(program.window), nowhere(program)
    for _ in range(misses):
        screen.tap(beside)
    while not program.journey.classroom.turn.guidance.finished:
        program.go_on()
    program.journey.leave()


def facts(app: App, who: str) -> list[tuple[str, ...]]:
    """Answer what is stored of somebody, but for misses."""
    with closing(sqlite3.connect(app.store.folder / "progress.db")) as db:
        rows = db.execute(
            "SELECT kind, lesson, stage, step FROM event WHERE learner = ? ORDER BY rowid", (who,)
        )
        return [row for row in rows if row[0] != "missed"]


def report(app: App, who: str) -> LearnerReport:
    """Answer what the trainer sees of somebody."""
    return learner_report(app.store, app.people.learner(who), heads(app.catalog, ("watch", STAGE)))


@pytest.fixture
def both(program, app, people) -> Iterator[tuple[str, str]]:
    """Two people who pass the same check; the second misses sixty times on the way."""
    shown = program()
    pass_check(shown, app, people[0], 0)
    pass_check(shown, app, people[1], MISSES)
    return people[0], people[1]


def test_misses_are_seen_by_the_trainer_and_change_nothing_that_is_judged(app, both):
    steady, shaking = both
    assert facts(app, shaking) == facts(app, steady)
    assert ("finished", LESSON, STAGE) in {row[:3] for row in facts(app, shaking)}
    firm, loose = (report(app, who) for who in both)
    assert (firm.touches.missed, loose.touches.missed) == (0, MISSES)
    assert (firm.mistakes, firm.touches.met) == (loose.mistakes, loose.touches.met)
    assert loose.touches.per_hundred >= 10
