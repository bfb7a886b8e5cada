"""A session: each touch becomes a turn and events; what was left is found again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from elder_tutor import regions
from elder_tutor.errors import BugError, KnownError
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Do
from elder_tutor.progress.events import GUEST, EventKind
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.progress.summaries import standing
from elder_tutor.session import Session
from tests.lessons.tea_pack import HOME, LESSON, ORDER, PACK, TO_CODE, TO_CUPS, TO_MORE, tap

KEY = {key: Action(Do.KEY, text=key) for key in "0123456789"}


class Clock:
    """A clock that goes three seconds each time it is looked at."""

    def __init__(self):
        self.now = datetime(2026, 6, 8, 10, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=3)
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = Store.open(tmp_path / "data", clock)
    yield store
    store.close()


@pytest.fixture
def learner(store):
    return People(store).add("نورة", "dallah").id


@pytest.fixture
def begin(store, learner, clock):
    def begin(lesson=LESSON, learner=learner):
        pack = replace(PACK, lessons={lesson.id: lesson})
        numbers = random.Random(7)
        return Session(
            Catalog([pack]), store, learner, clock=clock, seed=lambda: numbers.randrange(1000),
            region=regions.load_region(),
        )  # fmt: skip

    return begin


def do(session, *actions):
    for action in actions:
        turn = session.act(action)
    return turn


def events(session):
    attempt = session.store.last_attempt(session.learner, LESSON.id)
    return session.store.events(attempt.id) if attempt else ()


def kinds(session):
    return [event.kind.value for event in events(session)]


# --- turns and events -----------------------------------------------------------------


def test_opening_keeps_day_and_seed_and_shows_the_first_step(begin):
    session = begin()
    turn = session.open("order-tea", "follow")
    opened = events(session)[0]
    assert (opened.kind, opened.step) == (EventKind.OPENED, "order")
    assert opened.data["today"] == "2026-06-08"
    assert turn.guidance.step_id == "order"
    assert turn.view.screen == "tea.home"
    assert not turn.resumed


def test_a_touch_is_one_turn_with_what_changed(begin, learner):
    session = begin()
    session.open("order-tea", "follow")
    turn = session.act(ORDER)
    assert turn.view.screen == "tea.who"
    assert turn.changes.learners == {learner}
    assert kinds(session) == ["opened", "acted", "step_done"]


def test_all_facts_of_one_touch_carry_the_same_revision_stage_and_step(begin):
    session = begin()
    session.open("order-tea", "follow")
    session.act(Action(Do.TAP, "tea.home.trap"))
    told = events(session)[1:]
    assert [event.kind.value for event in told] == ["acted", "stopped"]
    assert {(event.revision, event.stage, event.step) for event in told} == {(1, "follow", "order")}
    assert told[0].at == told[1].at


def test_a_finished_stage_is_counted(begin, store, learner):
    session = begin()
    session.open("order-tea", "watch")
    while not session.again().guidance.finished:
        turn = session.watch_step()
    assert turn.guidance.finished
    assert standing(store, learner, "order-tea").stages == ("watch",)


def test_a_touch_in_watch_is_answered_and_leaves_no_event(begin):
    session = begin()
    turn = session.open("order-tea", "watch")
    assert session.act(HOME).view == turn.view
    assert kinds(session) == ["opened"]


def test_again_records_nothing(begin):
    session = begin()
    turn = session.open("order-tea", "follow")
    assert session.again().guidance == turn.guidance
    assert kinds(session) == ["opened"]


def test_a_motor_miss_is_recorded_apart(begin):
    session = begin()
    session.open("order-tea", "follow")
    session.missed()
    assert kinds(session) == ["opened", "missed"]


def test_a_hint_is_recorded_with_its_rung(begin):
    session = begin()
    session.open("order-tea", "alone")
    session.hint()
    assert dict(events(session)[-1].data) == {"rung": 1, "by": "request"}


def test_time_brings_a_hint_only_after_the_wait(begin, clock):
    session = begin()
    session.open("order-tea", "alone")
    session.act(ORDER)
    assert session.tick() is None
    clock.now += timedelta(seconds=20)
    assert session.tick().guidance.rung == 0
    assert events(session)[-1].data["by"] == "idle"


def test_while_a_sentence_is_said_no_time_passes(begin, clock):
    session = begin()
    session.open("order-tea", "alone")
    session.act(ORDER)
    clock.now += timedelta(seconds=30)
    assert session.tick(speaking=True) is None
    assert session.tick() is None


def test_without_an_open_lesson_a_touch_is_a_bug(begin):
    with pytest.raises(BugError):
        begin().act(ORDER)


@pytest.mark.parametrize(
    ("lesson", "stage"), [("nothing", "follow"), ("order-tea", "check"), ("order-tea", "x")]
)
def test_an_unknown_lesson_or_stage_is_known_trouble(begin, lesson, stage):
    with pytest.raises(KnownError):
        begin().open(lesson, stage)


# --- what is never stored ----------------------------------------------------------------


def test_of_a_text_only_its_class_is_stored(begin, tmp_path):
    session = begin()
    session.open("order-tea", "follow")
    do(session, *TO_MORE, tap("more.note"), Action(Do.WRITE, "tea.more.note", text="CANARY-7741"))
    for letter in "سرية":
        session.act(Action(Do.KEY, text=letter))
    session.close()
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert b"CANARY" not in stored
    assert "سرية".encode() not in stored
    assert b'"class":"ok"' in stored


def test_a_guest_leaves_nothing_behind(begin, store):
    session = begin(learner=None)
    session.open("order-tea", "follow")
    do(session, *TO_CUPS)
    assert session.is_guest
    assert store.last_attempt(GUEST, "order-tea") is None
    assert len(events(session)) > 3
    session.close()


def test_of_a_private_lesson_only_done_is_kept(begin, store, learner):
    session = begin(replace(LESSON, private=True))
    turn = session.open("order-tea", "watch")
    while not turn.guidance.finished:
        turn = session.watch_step()
    rows = store.rows("SELECT kind, step, data FROM event", ())
    assert rows == [("finished", "", "{}")]
    assert standing(store, learner, "order-tea").stages == ("watch",)


# --- taking up what was left -------------------------------------------------------------


@pytest.mark.parametrize("actions", [(), TO_CUPS, TO_MORE, TO_CODE])
def test_an_attempt_is_taken_up_at_the_same_step(begin, actions):
    first = begin()
    turn = first.open("order-tea", "follow")
    for action in actions:
        turn = first.act(action)
    again = begin().open("order-tea", "follow")  # the first was never left: its program was ended
    assert again.resumed
    assert again.view == turn.view
    assert again.guidance.step_id == turn.guidance.step_id
    assert again.guidance.say[0].key == "Welcome back. We go on where we stopped."


def test_an_attempt_goes_on_under_its_own_name(begin):
    first = begin()
    first.open("order-tea", "follow")
    do(first, *TO_CUPS)
    first.leave()
    second = begin()
    second.open("order-tea", "follow")
    second.act(HOME)
    frame = ["opened", "left", "resumed"]
    assert [kind for kind in kinds(second) if kind in frame] == frame


def test_the_code_is_the_same_when_an_attempt_is_taken_up(begin):
    first = begin()
    first.open("order-tea", "follow")
    notice = do(first, *TO_CODE).view.notices
    assert begin().open("order-tea", "follow").view.notices == notice


def test_a_written_field_comes_back_as_an_example(begin):
    first = begin()
    first.open("order-tea", "follow")
    do(first, *TO_MORE, Action(Do.WRITE, "tea.more.note", text="CANARY"))
    fields = begin().open("order-tea", "follow").view.elements
    note = next(element for element in fields if element.id == "tea.more.note")
    assert (note.letters, note.sample) == ("نعناع", True)


def test_a_begun_code_comes_back_empty(begin):
    first = begin()
    first.open("order-tea", "follow")
    do(first, *TO_CODE, tap("code.code"), KEY["1"], KEY["2"])
    fields = begin().open("order-tea", "follow").view.elements
    assert next(element for element in fields if element.id == "tea.code.code").letters == ""


def test_a_touch_that_was_only_answered_is_not_repeated(begin):
    first = begin()
    first.open("order-tea", "follow")
    turn = do(first, ORDER, HOME, tap("home.news"))
    assert turn.view.screen == "home"
    assert begin().open("order-tea", "follow").view.screen == "home"


def test_hints_given_before_still_count(begin):
    first = begin()
    first.open("order-tea", "alone")
    first.hint()
    first.hint()
    second = begin()
    assert second.open("order-tea", "alone").guidance.rung == 0
    assert second._going.moment.tutor.highest == 2


def test_another_stage_has_an_attempt_of_its_own(begin):
    first = begin()
    first.open("order-tea", "follow")
    do(first, *TO_CUPS)
    assert not begin().open("order-tea", "alone").resumed


def test_a_new_revision_begins_anew_and_nothing_is_lost(begin, store):
    first = begin()
    first.open("order-tea", "follow")
    do(first, *TO_CUPS)
    before = events(first)
    second = begin(replace(LESSON, revision=2))
    assert not second.open("order-tea", "follow").resumed
    assert store.events(before[0].attempt)[: len(before)] == before


def test_an_attempt_is_taken_up_in_the_middle_of_watch(begin):
    first = begin()
    first.open("order-tea", "watch")
    for _ in range(6):
        turn = first.watch_step()
    again = begin().open("order-tea", "watch")
    assert again.guidance.step_id == turn.guidance.step_id
    assert again.guidance.next_action == turn.guidance.next_action


# --- trouble with the disk ----------------------------------------------------------------


def test_the_practice_goes_on_when_the_disk_refuses(begin, store, monkeypatch):
    session = begin()
    session.open("order-tea", "follow")
    monkeypatch.setattr(store, "append", _refuse)
    turn = session.act(ORDER)
    assert turn.view.screen == "tea.who"
    assert isinstance(turn.trouble, KnownError)


def _refuse(_events):
    raise KnownError("The disk is full.")


def test_the_microphone_writes_an_example_but_never_a_code(begin):
    session = begin()
    session.open("order-tea", "follow")
    assert session.dictation() == ""
    do(session, *TO_MORE, tap("more.note"))
    assert session.dictation() == "نعناع"
    session.open("order-tea", "alone")
    do(session, *TO_CODE, tap("code.code"))
    assert session.dictation() == ""


def test_ways_are_worked_out_ahead_until_all_are_ready(begin):
    session = begin()
    session.open("order-tea", "follow")
    ready = [session.warm() for _ in range(12)]
    assert (ready[0], ready[-1]) == (True, False)
    assert session.again().stage is Stage.FOLLOW
