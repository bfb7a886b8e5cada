"""What a trainer chose is proposed after a due refresh and before everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from elder_tutor.app import build
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.model import Course
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.ui import cards
from tests.lessons.tea_pack import CHECKED, PACK

NOON = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)
NAMES = ("first", "second", "third", "hidden")


@pytest.fixture
def app(tmp_path):
    lessons = {name: replace(CHECKED, id=name, needs=(), private=name == "hidden") for name in NAMES}
    course = Course("late", "دَوْرَةٌ", "", ("hidden", "second", "third"))
    app = build(tmp_path / "data", clock=lambda: NOON, seed=lambda: 7, packs=(), cache_dir=tmp_path / "cache")
    app._catalog = Catalog(
        [replace(PACK, lessons=lessons, courses=(replace(course, id="early", lessons=("first",)), course))]
    )
    yield app
    app.close()


@pytest.fixture
def session(app):
    return app.session(app.people.add("نورة", "dallah").id)


def assign(app, session, **what):
    Assignments(app.store).assign(session.learner, **what)


def finish(session, lesson, stage="check", due=""):
    data = {"passed": True, "due": due} if due else {"passed": True}
    at = int(NOON.timestamp() * 1000)
    event = Event(
        f"{lesson}-{stage}-{due}", session.learner, lesson, 1, stage, "", EventKind.FINISHED, data, at
    )
    session.store.append([event])


def proposed(app, session):
    found = app.practice_today(session)
    return found.lesson.id, found.why


def test_a_chosen_lesson_is_proposed_before_the_one_in_hand(app, session):
    finish(session, "first", "watch")
    assert proposed(app, session) == ("first", "open")
    assign(app, session, lesson="third")
    assert proposed(app, session) == ("third", "assigned")


def test_a_due_refresh_comes_before_what_was_chosen(app, session):
    finish(session, "first", due="2026-06-08")
    assign(app, session, lesson="third")
    assert proposed(app, session) == ("first", "due")


def test_of_a_chosen_course_the_first_lesson_not_done_is_proposed_and_none_that_is_private(app, session):
    assign(app, session, course="late")
    assert proposed(app, session) == ("second", "assigned")
    finish(session, "second")
    assert proposed(app, session) == ("third", "assigned")


def test_a_private_lesson_is_not_proposed_even_when_it_was_chosen(app, session):
    assign(app, session, lesson="hidden")
    assert proposed(app, session) == ("first", "next")
    assert not any(card.assigned for card in app.cards(session))


def test_what_was_chosen_and_is_done_is_proposed_no_more(app, session):
    assign(app, session, lesson="third")
    finish(session, "third")
    assert proposed(app, session) == ("first", "next")


@pytest.mark.parametrize(("until", "why"), [("2026-06-08", "assigned"), ("2026-06-07", "next")])
def test_a_choice_holds_to_the_end_of_its_day(app, session, until, why):
    assign(app, session, lesson="third", until=until)
    assert proposed(app, session)[1] == why


def test_the_newest_choice_comes_first(app, session):
    assign(app, session, lesson="third")
    assign(app, session, lesson="second")
    assert proposed(app, session)[0] == "second"


def test_what_is_taken_back_is_proposed_no_more(app, session):
    assign(app, session, lesson="third")
    kept = Assignments(app.store)
    kept.withdraw(kept.of(session.learner)[0].id)
    assert proposed(app, session) == ("first", "next")


def test_a_choice_of_one_learner_is_not_seen_by_another_nor_by_a_guest(app, session):
    assign(app, session, lesson="third")
    other = app.session(app.people.add("سالم", "palm").id)
    guest = app.session(None)
    assert proposed(app, other) == proposed(app, guest) == ("first", "next")
    guest.close()


def test_other_chosen_lessons_stand_first_beside_todays_practice(app, session):
    finish(session, "first", "watch")
    assign(app, session, lesson="third")
    assign(app, session, lesson="second")
    beside = cards.coming(app.cards(session), lambda which: ())
    assert [card.lesson.id for card in beside] == ["third", "first"]
