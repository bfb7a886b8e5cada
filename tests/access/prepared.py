"""A data folder of somebody who has watched a lesson, and perhaps done some of its stages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from elder_tutor.app import build
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.learners.seen import seen

DAY = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
NAME = "أم خالد"


def prepared(folder: Path, lesson: str, lang: str, done: tuple[str, ...] = (), now: datetime = DAY) -> Path:
    """A data folder with one person who has watched a lesson and done stages of it, in their language."""
    app = build(folder, clock=lambda: now, seed=lambda: 1, today=now.date())
    learner = app.people.add(NAME, "dallah")
    app.people.consent(learner.id, True)
    app.keep_settings({"language": lang})
    session, person, words = app.session(learner.id), Perfect(), app.wording("ar")
    turn, wishes = session.open(lesson, "watch"), []
    while not turn.guidance.finished:
        turn = session.watch_step()
    for number, stage in enumerate(done):
        turn, at = session.open(lesson, stage), 0
        while not turn.guidance.finished:
            if not number:
                wishes.append(person.choose(seen(turn.view, turn.guidance, words)))
            turn = session.act(wishes[at])
            at += 1
    session.close()
    app.close()
    return folder
