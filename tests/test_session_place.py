"""What a session tells the trainer's board: who came and left, who calls, what is wrong; and the answer."""

from __future__ import annotations

import contextlib
import random
from dataclasses import replace

import pytest

from elder_tutor import regions
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.teaching.hints import TOP
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import Need, everybody, places
from elder_tutor.progress.events import GUEST, EventKind
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.session import Session
from tests.test_session_stages import CHECKED, LESSON, PACK, PRIVATE, Clock


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    with contextlib.closing(Store.open(tmp_path / "data", clock, "kiosk-3")) as store:
        yield store


@pytest.fixture
def learner(store):
    return People(store).add("نورة", "dallah").id


@pytest.fixture
def begin(store, learner, clock):
    numbers = random.Random(7)

    def begin(lesson=CHECKED, learner=learner):
        pack = replace(PACK, lessons={lesson.id: lesson})
        return Session(
            Catalog([pack]), store, learner, clock=clock, seed=lambda: numbers.randrange(1000),
            region=regions.load_region(),
        )  # fmt: skip

    return begin


def here(store, clock):
    return [(place.kiosk, place.learner, place.lesson) for place in everybody(store, milliseconds(clock()))]


def need(store, clock):
    now = milliseconds(clock())
    return [(place.learner, place.lesson, place.need(now)) for place in places(store, now)]


def kinds(store):
    return [row[0] for row in store.rows("SELECT kind FROM event ORDER BY seq")]


def test_who_signs_in_is_at_this_place_until_they_leave(begin, store, learner, clock):
    session = begin()
    session.arrive()
    assert here(store, clock) == [("kiosk-3", learner, "")]
    session.close()
    assert here(store, clock) == []
    assert kinds(store) == ["arrived", "departed"]


def test_signing_in_is_told_once_and_of_a_guest_never(begin, store):
    session, guest = begin(), begin(learner=None)
    session.arrive()
    session.arrive()
    guest.arrive()
    guest.close()
    assert kinds(store) == ["arrived"]


def test_a_call_stands_on_the_board_with_the_lesson(begin, store, learner, clock):
    session = begin()
    session.open(LESSON, "follow")
    changes = session.call_trainer()
    assert need(store, clock) == [(learner, LESSON, Need.ASKED)]
    assert store.calls_for_help()[-1].data == {"by": "learner", "why": "asked"}
    assert changes.learners == {learner}


def test_a_guests_call_names_neither_lesson_nor_step_and_goes_with_them(begin, store, clock):
    guest = begin(learner=None)
    guest.open(LESSON, "follow")
    guest.call_trainer()
    assert need(store, clock) == [(GUEST, "", Need.ASKED)]
    [call] = store.calls_for_help()
    assert (call.lesson, call.stage, call.step, call.revision) == ("", "", "", 0)
    guest.close()
    assert need(store, clock) == []


def test_a_guest_leaves_nothing_but_the_call(begin, store):
    guest = begin(learner=None)
    guest.open(LESSON, "follow")
    guest.report_wrong()
    guest.call_trainer()
    guest.close()
    assert kinds(store) == ["helped", "departed"]


@pytest.mark.parametrize("act", ["call_trainer", "report_wrong"])
def test_of_a_private_lesson_no_lesson_step_or_attempt_is_named(begin, store, learner, act):
    session = begin(PRIVATE)
    session.open(LESSON, "follow")
    getattr(session, act)()
    [row] = store.rows("SELECT learner, lesson, stage, step, revision FROM event")
    assert row == (learner, "", "", "", 0)


def test_something_wrong_is_noted_with_its_step(begin, store):
    session = begin()
    step = session.open(LESSON, "follow").guidance.step_id
    session.report_wrong()
    [row] = store.rows("SELECT lesson, step FROM event WHERE kind = ?", (EventKind.REPORTED,))
    assert row == (LESSON, step)


def test_a_store_in_memory_has_no_board_that_could_see_a_call(begin, store, clock, learner):
    assert begin().seen_by_trainers
    with contextlib.closing(Store.memory(clock)) as memory:
        session = Session(
            Catalog([PACK]), memory, None, clock=clock, seed=lambda: 1, region=regions.load_region()
        )
        assert not session.seen_by_trainers


# --- a hint from the board --------------------------------------------------------------------------------


def hints(store):
    sql = "SELECT json_extract(data, '$.rung'), json_extract(data, '$.by') FROM event WHERE kind = 'hint'"
    return store.rows(sql)


def test_a_trainers_hint_is_given_at_its_rung_and_is_told_of_as_theirs(begin, store):
    session = begin()
    session.open(LESSON, "alone")
    assert session.advised(3).guidance.rung == 3
    assert hints(store) == [(3, "trainer")]


def test_a_trainers_hint_is_never_weaker_than_the_next_one(begin, store):
    session = begin()
    session.open(LESSON, "alone")
    assert [session.advised(1).guidance.rung for _ in range(5)] == [1, 2, 3, 4, TOP]


def test_where_the_tutor_leads_a_trainers_hint_is_said_in_other_words(begin, store):
    session = begin()
    before = session.open(LESSON, "follow")
    turn = session.advised(4)
    assert turn.guidance.say
    assert turn.guidance.step_id == before.guidance.step_id
    assert hints(store) == [(0, "trainer")]


def test_where_nothing_is_open_there_is_nothing_to_hint_at(begin):
    assert begin().advised(2) is None
