from __future__ import annotations

import pytest

from elder_tutor.progress import summaries
from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store
from elder_tutor.progress.summaries import Standing

LESSON = "book-appointment"


@pytest.fixture
def cell(store: Store, learner: Learner):
    """Store events, then answer the cell of this learner and lesson."""

    def after(*events) -> Standing:
        store.append(events)
        found = summaries.standing(store, learner.id, LESSON)
        assert found is not None
        return found

    return after


def wrong(fact, step: str, times: int):
    return [fact("acted", step, right=False) for _ in range(times)]


def test_a_lesson_never_begun_has_no_cell(store: Store, learner: Learner) -> None:
    assert summaries.standing(store, learner.id, LESSON) is None
    assert summaries.state_of(None) is State.NONE


def test_a_begun_lesson_is_going(cell, fact) -> None:
    assert cell(fact("opened")).state == State.GOING


def test_done_is_alone_without_a_hint(cell, fact) -> None:
    assert cell(fact("opened"), fact("hint", "s", rung=0), fact("finished")).state == State.DONE


def test_alone_with_a_hint_is_still_going(cell, fact) -> None:
    found = cell(fact("opened"), fact("hint", "s", rung=1), fact("finished"))
    assert (found.state, found.done_alone, found.clean_alone) == (State.GOING, 1, 0)


def test_alone_that_was_not_passed_was_still_finished(cell, fact) -> None:
    found = cell(fact("opened"), fact("hint", "s", rung=2), fact("finished", passed=False))
    assert (found.state, found.stages) == (State.GOING, ("alone",))


def test_follow_to_the_end_is_still_going(cell, fact) -> None:
    found = cell(fact("opened", stage="follow"), fact("finished", stage="follow"))
    assert (found.state, found.stages) == (State.GOING, ("follow",))


def test_once_done_stays_done_after_a_later_hint(cell, fact) -> None:
    cell(fact("opened"), fact("finished"))
    later = [
        fact("opened", attempt="a2"),
        fact("hint", "s", attempt="a2", rung=2),
        fact("finished", attempt="a2"),
    ]
    assert cell(*later).state == State.DONE


def test_three_failed_tries_are_not_yet_trouble(cell, fact) -> None:
    assert cell(*wrong(fact, "slot", 3)).state == State.GOING


def test_four_failed_tries_at_a_step_call_for_help(cell, fact) -> None:
    found = cell(*wrong(fact, "slot", 4))
    assert (found.state, found.stuck_step) == (State.NEEDS, "slot")


def test_failed_tries_at_different_steps_do_not_add_up(cell, fact) -> None:
    assert cell(*wrong(fact, "slot", 3), *wrong(fact, "code", 3)).state == State.GOING


def test_all_facts_of_one_touch_are_one_failed_try(cell, fact) -> None:
    touches = [
        [
            fact("acted", "slot", right=False),
            fact("refused", "slot"),
            fact("mistake", "slot"),
        ]
        for _ in range(3)
    ]
    assert cell(*(event for touch in touches for event in touch)).state == State.GOING


def test_touches_on_the_way_are_no_failed_tries(cell, fact, store: Store) -> None:
    cell(*[fact("acted", "slot", right=True) for _ in range(9)])
    assert [(row.tries, row.failed, row.stuck) for row in summaries.steps(store)] == [(9, 0, 0)]


def test_a_wrong_letter_is_no_failed_try(cell, fact) -> None:
    assert cell(*[fact("acted", "code", do="key", right=False) for _ in range(9)]).state == State.GOING


def test_a_new_touch_is_a_new_try(cell, fact) -> None:
    assert cell(*[fact(kind, "slot") for _ in range(4) for kind in ("acted", "refused")]).state == State.NEEDS


def test_the_hand_calls_for_help(cell, fact) -> None:
    assert cell(fact("hint", "code", rung=4)).state == State.NEEDS


def test_leaving_once_is_no_trouble(cell, fact) -> None:
    assert cell(fact("opened"), fact("left", "slot")).state == State.GOING


def test_leaving_twice_at_one_step_calls_for_help(cell, fact) -> None:
    found = cell(fact("opened"), fact("left", "slot"), fact("resumed", "slot"), fact("left", "slot"))
    assert (found.state, found.stuck_step) == (State.NEEDS, "slot")


def test_leaving_at_two_steps_is_no_trouble(cell, fact) -> None:
    assert cell(fact("left", "slot"), fact("left", "code")).state == State.GOING


def test_getting_past_a_step_with_the_hand_leaves_the_call_standing(cell, fact) -> None:
    assert cell(fact("hint", "code", rung=4), fact("step_done", "code")).state == State.NEEDS


def test_doing_the_step_with_less_help_ends_the_call(cell, fact) -> None:
    cell(fact("hint", "code", rung=4), fact("step_done", "code"))
    found = cell(fact("hint", "code", rung=2), fact("step_done", "code"))
    assert (found.state, found.stuck_step) == (State.GOING, "")


def test_alone_without_a_hint_ends_every_call(cell, fact) -> None:
    cell(*wrong(fact, "slot", 4))
    assert cell(fact("opened", attempt="a2"), fact("finished", attempt="a2")).state == State.DONE


def test_alone_without_a_hint_begins_the_count_anew(cell, fact) -> None:
    cell(*wrong(fact, "slot", 3), fact("left", "slot"), fact("finished"))
    assert cell(*wrong(fact, "slot", 1), fact("left", "slot")).state == State.DONE


def test_the_stuck_step_is_where_trouble_began_last(cell, fact) -> None:
    assert (
        cell(*wrong(fact, "slot", 4), fact("hint", "code", rung=4), *wrong(fact, "slot", 1)).stuck_step
        == "code"
    )


def test_watching_says_nothing_about_the_steps_of_a_learner(cell, fact, store: Store) -> None:
    found = cell(fact("opened", stage="watch"), fact("step_done", "slot", stage="watch"))
    assert (found.last_step, summaries.funnel(store, LESSON)) == ("slot", ())


def test_hints_are_counted_by_rung(cell, fact) -> None:
    found = cell(*[fact("hint", "code", rung=rung) for rung in (0, 1, 1, 3)])
    assert (found.rung0, found.rung1, found.rung2, found.rung3, found.rung4) == (1, 2, 0, 1, 0)
    assert found.hints == 3


def test_saying_the_goal_again_is_no_hint_at_a_step(cell, fact, store: Store) -> None:
    cell(fact("hint", "code", rung=0), fact("hint", "code", rung=3), fact("hint", "code", rung=1))
    assert [(row.hints, row.rung) for row in summaries.steps(store)] == [(2, 3)]


def test_mistakes_missed_touches_and_help_are_counted_apart(cell, fact) -> None:
    found = cell(fact("mistake", "slot", mistake="full_day"), fact("missed", "slot"), fact("helped", "slot"))
    assert (found.mistakes, found.missed, found.helped) == (1, 1, 1)


def test_a_long_pause_counts_as_one_minute(cell, fact) -> None:
    assert (
        cell(fact("opened"), fact("acted", "slot", seconds=5), fact("acted", "slot", seconds=3600)).ms
        == 65_000
    )


def test_the_time_between_leaving_and_coming_back_is_not_practice(cell, fact) -> None:
    assert (
        cell(fact("opened"), fact("left", "slot", seconds=3), fact("resumed", "slot", seconds=50)).ms == 3_000
    )


def test_a_clock_set_back_takes_no_practice_away(cell, fact) -> None:
    assert (
        cell(fact("opened"), fact("acted", "slot", seconds=9), fact("acted", "slot", seconds=-7200)).ms
        == 9_000
    )


def test_time_belongs_to_the_step_it_was_spent_on(cell, fact, store: Store) -> None:
    cell(fact("opened"), fact("step_done", "clinic", seconds=4), fact("step_done", "slot", seconds=7))
    assert {row.step: row.ms for row in summaries.steps(store)} == {"clinic": 4_000, "slot": 7_000}


def test_steps_done_alone_without_a_hint_are_counted(cell, fact) -> None:
    found = cell(
        fact("step_done", "who"),
        fact("hint", "clinic", rung=1),
        fact("step_done", "clinic"),
        fact("step_done", "slot"),
    )
    assert (found.steps_done, found.steps_free) == (3, 2)


def test_a_hint_is_not_forgotten_by_wandering_to_another_step(cell, fact) -> None:
    events = [fact("hint", "clinic", rung=1), fact("acted", "slot"), fact("step_done", "clinic")]
    assert cell(*events).steps_free == 0


def test_steps_of_follow_say_nothing_about_hints(cell, fact) -> None:
    assert cell(fact("step_done", "who", stage="follow")).steps_done == 0


def test_a_check_that_was_not_passed_is_not_finished_well(cell, fact) -> None:
    assert cell(fact("opened", stage="check"), fact("finished", stage="check", passed=False)).stages == ()


def test_the_cell_tells_the_last_stage_step_and_time(cell, fact) -> None:
    last = fact("acted", "slot")
    found = cell(fact("opened", stage="follow", attempt="a0"), last)
    assert (found.last_stage, found.last_step, found.last_at) == ("alone", "slot", last.at)


def test_a_private_lesson_is_done_by_its_one_event(store: Store, fact, learner: Learner) -> None:
    store.append([fact("finished", lesson="hotline-call")])
    assert summaries.state_of(summaries.standing(store, learner.id, "hotline-call")) is State.DONE
    assert summaries.steps(store, lesson="hotline-call") == ()


def test_the_funnel_tells_who_came_how_far(store: Store, fact, people: People, learner: Learner) -> None:
    other = people.add("سالم", "dhow").id
    store.append([fact("step_done", "clinic"), fact("step_done", "slot")])
    store.append([fact("step_done", "clinic", learner=other, attempt="b")])
    store.append([fact("acted", "slot", learner=other, attempt="b", right=False) for _ in range(4)])
    rows = {row.step: row for row in summaries.funnel(store, LESSON)}
    assert [*rows] == ["clinic", "slot"]
    assert (rows["slot"].reached, rows["slot"].done, rows["slot"].stopped, rows["slot"].stuck) == (2, 1, 1, 1)
    assert rows["clinic"].stopped == 0


def test_mistakes_are_counted_by_kind_and_step(store: Store, fact, people: People) -> None:
    other = people.add("سالم", "dhow").id
    store.append([fact("mistake", "slot", mistake="full_day"), fact("mistake", "slot", mistake="full_day")])
    store.append(
        [fact("mistake", "slot", mistake="full_day", learner=other), fact("mistake", "code", mistake="old")]
    )
    assert summaries.mistakes(store, LESSON) == (("slot", "full_day", 3, 2), ("code", "old", 1, 1))
    assert summaries.mistakes(store, LESSON, other) == (("slot", "full_day", 1, 1),)


def test_the_matrix_has_a_row_for_each_learner_and_lesson(
    store: Store, fact, people: People, learner: Learner
) -> None:
    other = people.add("سالم", "dhow").id
    store.append([fact("opened"), fact("opened", lesson="phishing-sms", attempt="p")])
    store.append([fact("opened", learner=other, attempt="b")])
    assert {row[:2] for row in summaries.matrix(store)} == {
        (learner.id, LESSON), (learner.id, "phishing-sms"), (other, LESSON)
    }  # fmt: skip
    assert {row.lesson for row in summaries.matrix(store, other)} == {LESSON}


@pytest.mark.parametrize("read", [summaries.steps, lambda store, who: summaries.mistakes(store, "book", who)])
def test_one_learners_rows_are_found_by_their_key(store: Store, learner: Learner, read) -> None:
    asked: list[tuple] = []
    real = store.read
    store.read = lambda kind, sql, values=(): asked.append((sql, values)) or real(kind, sql, values)  # type: ignore[method-assign]
    read(store, learner.id)
    [(sql, values)] = asked
    plan = store.rows(f"EXPLAIN QUERY PLAN {sql}", values)
    assert not [row for row in plan if row[3].startswith("SCAN")]
