"""A session in check and refresh, in free use, and where there is real danger."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from elder_tutor import regions
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.rules import Go, StartTimer
from elder_tutor.lessons.teaching.free import NAME, WELCOME
from elder_tutor.lessons.view import Action, Do, Tone
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.progress.summaries import standing
from elder_tutor.session import Session
from tests.lessons.tea_pack import CHECKED, HOME, ORDER, PACK, SWEET, pick, tap

LESSON = "order-tea"
TO_MORE = (ORDER, tap("who.family"), pick("karak"))
TO_CODE = (*TO_MORE, SWEET, tap("more.next"), tap("bill.card"), tap("bill.pay"))
TRAP = Action(Do.TAP, "tea.home.trap")


class Clock:
    """A clock that goes three seconds each time it is looked at."""

    def __init__(self):
        self.now = datetime(2026, 6, 8, 10, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=3)
        return self.now


def dangerous(pack):
    """The pack with a screen of real danger where one chooses for whom."""
    app = pack.apps["tea"]
    screens = {name: replace(each, danger=name == "tea.who") for name, each in app.screens.items()}
    return replace(pack, apps={**pack.apps, "tea": replace(app, screens=screens)})


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
    numbers = random.Random(7)

    def begin(lesson=CHECKED, learner=learner, pack=PACK, region=None, **more):
        pack = replace(pack, lessons={lesson.id: lesson})
        return Session(
            Catalog([pack]), store, learner, clock=clock, seed=lambda: numbers.randrange(1000),
            region=region or regions.load_region(), **more,
        )  # fmt: skip

    return begin


def do(session, *actions):
    for action in actions:
        turn = session.act(action)
    return turn


def pass_check(session, stage="check"):
    """Do the drawn task without a hint."""
    session.open(LESSON, stage)
    do(session, *TO_CODE, tap("code.code"))
    going = session._going
    for digit in going.practice.phone.sample("tea.code.code", going.moment.phone):
        session.act(Action(Do.KEY, text=digit))
    return do(session, Action(Do.DONE), tap("code.ok"))


def events(session):
    return session.store.events(session.store.last_attempt(session.learner, LESSON).id)


def rows(store):
    return store.rows("SELECT kind, lesson, stage, step, data FROM event", ())


# --- check and refresh ------------------------------------------------------------------------


def test_what_was_drawn_is_kept_with_the_beginning(begin):
    session = begin()
    session.open(LESSON, "check")
    assert events(session)[0].data["ask.who"] == "family"


def test_a_check_that_ends_keeps_how_it_went_and_what_is_due(begin, store, learner):
    session = begin()
    turn = pass_check(session)
    told = dict(events(session)[-1].data)
    assert turn.guidance.passed
    assert told.pop("due") > "2026-06-08"
    assert told == {
        "passed": True, "unaided": True, "reached": True, "rung": 0, "rating": 3,
        "criterion": "unaided-2-days:1", "day": "2026-06-08",
    }  # fmt: skip


def test_two_checks_on_two_days_are_mastery_and_the_next_pause_is_longer(begin, store, learner, clock):
    session = begin()
    pass_check(session)
    first = standing(store, learner, LESSON)
    clock.now += timedelta(days=2)
    pass_check(session, "refresh")
    later = standing(store, learner, LESSON)
    assert (first.is_mastered, later.is_mastered) == (False, True)
    pauses = [date.fromisoformat(cell.due) - day for cell, day in (
        (first, date(2026, 6, 8)), (later, date(2026, 6, 10)))]  # fmt: skip
    assert pauses[0] < pauses[1]


def test_a_fixed_day_on_the_phone_does_not_stop_the_days_of_the_learner(begin, store, learner, clock):
    session = begin(today=date(2026, 6, 8))
    pass_check(session)
    clock.now += timedelta(days=1)
    pass_check(session)
    assert standing(store, learner, LESSON).is_mastered


def test_finished_is_judged_as_the_phone_stands(begin):
    session = begin()
    session.open(LESSON, "check")
    session.act(ORDER)
    turn = session.done()
    assert turn.guidance.finished
    assert not turn.guidance.passed
    assert events(session)[-1].data["reached"] is False


def test_a_check_is_taken_up_with_the_same_task(begin):
    session = begin()
    session.open(LESSON, "check")
    task = do(session, *TO_MORE).guidance.goal
    again = begin().open(LESSON, "check")
    assert again.resumed
    assert again.guidance.goal == task
    assert again.view.screen == "tea.more"


def test_a_hint_before_a_check_was_left_still_counts(begin):
    session = begin()
    session.open(LESSON, "check")
    session.hint()
    later = begin()
    assert not pass_check(later).guidance.passed


def test_finding_is_taken_up_too(begin):
    session = begin()
    session.open(LESSON, "find")
    screen = do(session, ORDER, tap("who.me")).view.screen
    assert begin().open(LESSON, "find").view.screen == screen


def test_a_disk_that_cannot_be_read_does_not_stop_a_check(begin, store, monkeypatch):
    from elder_tutor.errors import KnownError

    def refuse(*_args):
        raise KnownError("The disk does not answer.")

    monkeypatch.setattr(store, "finished_checks", refuse)
    assert pass_check(begin()).guidance.passed


# --- private lessons ------------------------------------------------------------------------------

PRIVATE = replace(CHECKED, private=True)


def test_of_a_private_check_only_done_is_kept(begin, store, learner):
    session = begin(PRIVATE)
    pass_check(session)
    assert rows(store) == [("finished", LESSON, "check", "", "{}")]
    assert standing(store, learner, LESSON).due == ""


def test_a_private_check_that_is_not_passed_leaves_nothing(begin, store):
    session = begin(PRIVATE)
    session.open(LESSON, "check")
    session.act(ORDER)
    session.hint()
    session.missed()
    assert session.done().guidance.finished
    session.leave()
    assert rows(store) == []


@pytest.mark.parametrize("stage", ["follow", "find", "alone", "check"])
def test_a_private_lesson_is_never_taken_up(begin, stage):
    session = begin(PRIVATE)
    session.open(LESSON, stage)
    do(session, ORDER, HOME)
    session.leave()
    turn = begin(PRIVATE).open(LESSON, stage)
    assert not turn.resumed
    assert turn.view.screen == "tea.home"


# --- trying as one likes ---------------------------------------------------------------------------


def test_the_whole_phone_is_there_without_a_lesson(begin):
    session = begin()
    turn = session.open_free()
    assert turn.free
    assert (turn.view.app, [icon.id for icon in turn.view.elements]) == ("", ["home.tea", "home.news"])
    assert turn.guidance.say == (WELCOME,)
    assert (turn.guidance.steps, turn.guidance.target) == (0, None)
    assert NAME.key == "Try as you like"


def test_refusals_and_stops_speak_in_the_app_s_own_words(begin):
    session = begin()
    session.open_free()
    stopped = do(session, tap("home.tea"), TRAP)
    assert (stopped.guidance.say[0].key, stopped.guidance.tone) == ("هٰذَا فَخٌّ.", Tone.SAFETY)
    refused = do(session, ORDER, tap("who.me"), pick("empty"))
    assert refused.guidance.say[0].key == "نَفِدَ هٰذَا."
    assert do(session, HOME).guidance.say == ()


def test_a_refusal_without_words_is_not_silent(begin):
    session = begin()
    session.open_free()
    turn = do(session, tap("home.tea"), ORDER, tap("who.me"), pick("mint"), tap("more.next"))
    assert turn.guidance.say[0].key == "This does not work yet. No harm is done."


def test_reset_gives_a_fresh_phone(begin):
    session = begin()
    session.open_free()
    do(session, tap("home.tea"), ORDER)
    assert session.reset().view.app == ""
    session.open(LESSON, "follow")
    session.act(ORDER)
    assert session.reset().view.screen == "tea.who"


def test_nothing_of_free_use_is_stored(begin, store):
    session = begin()
    session.open_free()
    do(session, tap("home.tea"), ORDER, TRAP)
    session.hint()
    session.missed()
    session.done()
    session.tick()
    session.leave()
    session.close()
    assert rows(store) == []


def test_free_use_leaves_the_lesson_that_was_open(begin, store):
    session = begin()
    session.open(LESSON, "follow")
    session.open_free()
    assert rows(store)[-1][0] == "left"


# --- real danger --------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["watch", "follow", "find", "alone", "check"])
def test_a_screen_of_danger_is_said_once_an_attempt(begin, stage):
    session = begin(pack=dangerous(PACK))
    assert not session.open(LESSON, stage).danger
    turn = session.watch_step() if stage == "watch" else session.act(ORDER)
    assert turn.danger
    assert not session.acknowledge_danger().danger
    assert not session.again().danger
    session.open(LESSON, stage)


def test_danger_holds_in_free_use_and_comes_again_after_a_reset(begin):
    session = begin(pack=dangerous(PACK))
    session.open_free()
    assert do(session, tap("home.tea"), ORDER).danger
    session.acknowledge_danger()
    assert not do(session, HOME, tap("home.tea")).danger
    session.reset()
    assert do(session, tap("home.tea"), ORDER).danger


def test_a_number_stands_in_the_words_of_danger_only_while_it_is_fresh(begin):
    bare = replace(regions.load_region(), emergency=())
    told = [phrase.key for phrase in begin(region=bare).danger_words()]
    assert told[1] == "Call out to the people around you."
    seen = regions.Emergency("999", "seen", date(2026, 5, 1))
    fresh = begin(region=replace(bare, emergency=(seen,))).danger_words()
    assert fresh[1].values == (("number", "999"),)


def test_real_help_is_called_from_the_lesson_that_is_open(begin, store, learner):
    session = begin()
    session.open(LESSON, "follow")
    changes = session.ask_real_help()
    call = store.calls_for_help()[-1]
    assert (call.learner, call.lesson, call.stage, call.step) == (learner, LESSON, "follow", "order")
    assert dict(call.data) == {"by": "learner", "why": "real"}
    assert changes.learners == {learner}


@pytest.mark.parametrize("where", ["private", "free", "nowhere"])
def test_elsewhere_a_call_names_the_learner_and_nothing_else(begin, store, learner, where):
    session = begin(PRIVATE)
    if where == "private":
        session.open(LESSON, "follow")
    elif where == "free":
        session.open_free()
    changes = session.ask_real_help()
    call = store.calls_for_help()[-1]
    assert (call.learner, call.lesson, call.stage, call.step, call.revision) == (learner, "", "", "", 0)
    assert store.last_attempt(learner, "") is None
    assert changes.lessons == frozenset()


# --- the phone's own time ------------------------------------------------------------------------------


def late(pack):
    """The pack with an app that goes on by itself five seconds after tea is ordered."""
    app = pack.apps["tea"]
    home = app.screens["tea.home"]
    order = replace(home.elements[0], do=(*home.elements[0].do, StartTimer("tea.late")))
    screens = {**app.screens, "tea.home": replace(home, elements=(order, *home.elements[1:]))}
    return replace(
        pack, apps={**pack.apps, "tea": replace(app, screens=screens, timers={"tea.late": (Go("tea.cups"),)})}
    )


def test_a_timer_is_told_and_taken_up_again(begin, clock):
    session = begin(pack=late(PACK))
    session.open(LESSON, "alone")
    session.act(ORDER)
    clock.now += timedelta(seconds=9)
    assert session.tick().view.screen == "tea.cups"
    assert dict(events(session)[-1].data) == {"do": "tick", "element": "tea.late", "right": True}
    assert begin(pack=late(PACK)).open(LESSON, "alone").view.screen == "tea.cups"


def test_a_timer_runs_out_in_free_use_too(begin, clock):
    session = begin(pack=late(PACK))
    session.open_free()
    do(session, tap("home.tea"), ORDER)
    assert session.tick(speaking=True) is None
    clock.now += timedelta(seconds=9)
    assert session.tick().view.screen == "tea.cups"
