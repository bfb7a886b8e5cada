"""A drill in a session: what the store keeps of it, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from elder_tutor import resources
from elder_tutor.app import App, build
from elder_tutor.lessons.catalog import UnknownLesson
from elder_tutor.lessons.view import Action, Do
from elder_tutor.progress.events import EventKind

NOW = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)


@pytest.fixture
def app(tmp_path: Path) -> App:
    packs = [resources.assets() / "packs" / "core"]
    return build(tmp_path / "data", packs=packs, clock=lambda: NOW, seed=lambda: 5, cache_dir=tmp_path / "c")


def test_the_store_keeps_one_fact_for_each_item(app: App) -> None:
    session = app.session(app.people.add("Noura", "pearl").id)
    turn = session.open_drill("fraud-drill")
    while not turn.guidance.finished:
        turn = session.done()
    attempt = app.store.last_attempt(session.learner, "fraud-drill", "drill")
    assert attempt is not None
    kinds = [event.kind for event in app.store.events(attempt.id)]
    assert kinds == [EventKind.OPENED, *[EventKind.JUDGED] * 8, EventKind.FINISHED]


def test_the_last_fact_counts_hits_and_false_alarms(app: App) -> None:
    session = app.session(app.people.add("Noura", "pearl").id)
    turn = session.open_drill("fraud-drill")
    while not turn.guidance.finished:
        turn = session.done()
    attempt = app.store.last_attempt(session.learner, "fraud-drill", "drill")
    assert attempt is not None
    told = app.store.events(attempt.id)[-1].data
    assert (told["hits"], told["misses"], told["false_alarms"], told["passed"]) == (4, 0, 0, True)


def test_a_touch_goes_to_the_phone(app: App) -> None:
    session = app.session(None)
    session.open_drill("fraud-drill")
    assert session.act(Action(Do.HOME)).view.app == ""


def test_an_unknown_drill_is_told_with_what_there_is(app: App) -> None:
    with pytest.raises(UnknownLesson, match="fraud-drill"):
        app.session(None).open_drill("nothing")


def test_a_guest_can_drill_too(app: App) -> None:
    assert app.session(None).open_drill("fraud-drill").stage.value == "drill"
