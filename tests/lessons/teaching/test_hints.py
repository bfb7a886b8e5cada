"""The hint ladder: when the next rung comes, what it says and shows, what resets it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.lessons.teaching.ladder import Pace, ladder, pace_of, usual_pace
from tests.lessons.tea_pack import BACK, HOME, LESSON, ORDER, TO_CODE, TO_CUPS, TO_MORE, Run, eq, tap

WAIT = usual_pace().wait_ms
DWELL_MS = ladder().dwell_ms


def rungs(run):
    return [data["rung"] for _, data in run.kinds("hint")]


def test_the_rungs_come_in_order_and_end_at_the_hand():
    run = Run("alone", ORDER)
    for _ in range(6):
        run.help()
    assert rungs(run) == [0, 1, 2, 3, 4]


def test_rung_0_says_the_goal_again():
    assert Run("alone", ORDER).help().said == LESSON.goal


def test_just_after_the_goal_was_said_help_names_the_region():
    run = Run("alone").help()
    assert run.said == ("Look at the bottom of the phone's screen.",)
    assert run.guidance.target.region == "bottom"
    assert not run.guidance.ring


def test_rung_2_names_the_control_and_what_it_is_for():
    run = Run("alone").help().help()
    assert run.said == (
        "The button “{label}” is at the bottom of the phone's screen.",
        "هُوَ الَّذِي يَبْدَأُ الطَّلَبَ.",
    )


def test_rung_3_draws_the_outline_and_rung_4_the_hand():
    run = Run("alone").help().help().help()
    assert (run.guidance.ring, run.guidance.hand) == (True, False)
    assert run.guidance.target.element == "tea.home.order"
    run.help()
    assert (run.guidance.ring, run.guidance.hand) == (True, True)


def test_at_rung_4_the_step_is_the_learner_s():
    run = Run("alone").help().help().help().help()
    assert run.screen == "tea.home"
    assert run.guidance.next_action is None


def test_rung_2_offers_an_example_where_any_words_will_do():
    run = Run("alone", *TO_MORE, lesson=replace(LESSON, aim=eq("tea.note", "ok"))).help().help().help()
    assert run.said[-1] == "You can write, for example, “{words}”."
    assert run.guidance.say[-1].values == (("words", "نعناع"),)


def test_a_code_is_never_offered_as_an_example():
    run = Run("alone", *TO_CODE).help().help().help()
    assert run.guidance.rung == 2
    assert all("for example" not in key for key in run.said)


def test_never_two_rungs_within_two_seconds():
    run = Run("alone").help()
    run.help(after=DWELL_MS - 1).help(after=1)
    assert rungs(run) == [1, 2]


def test_waiting_twenty_seconds_brings_the_next_rung():
    run = Run("alone", ORDER).wait(WAIT - 1)
    assert rungs(run) == []
    assert rungs(run.wait(1)) == [0]


def test_waiting_is_counted_from_the_end_of_speech():
    run = Run("alone", ORDER).wait(WAIT - 1, speaking=True).wait(WAIT - 1)
    assert rungs(run) == []
    assert rungs(run.wait(1)) == [0]


def test_waiting_is_counted_from_the_last_touch():
    run = Run("alone", ORDER).wait(WAIT - 2000).do(BACK).wait(WAIT - 1)
    assert rungs(run) == []


def test_waiting_brings_nothing_where_the_way_is_shown():
    assert rungs(Run("follow").wait(5 * WAIT)) == []


def test_second_wrong_action_offers_the_region():
    run = Run("alone", ORDER, HOME)
    assert rungs(run) == []
    run.do(tap("home.news"))
    assert rungs(run) == [1]
    assert run.said == ("Look at the bottom of the phone's screen.",)


def test_progress_takes_the_ladder_down():
    run = Run("alone").help().help().do(ORDER)
    assert run.guidance.rung == 0
    assert run.said == ()
    assert rungs(run.help()) == [1, 2, 0]


def test_a_rung_stays_true_after_a_wrong_turn():
    run = Run("alone", *TO_CUPS).help().help().help().help()
    run.do(HOME)
    assert run.guidance.rung >= 1
    assert run.guidance.target.element == "home.tea"


def test_who_comes_back_to_the_same_place_is_not_told_less():
    run = Run("alone", *TO_MORE).help().help().help()
    run.do(BACK).do(*TO_MORE[-1:])
    assert rungs(run.help())[-1] >= 2


def test_help_in_follow_says_where_it_is_and_counts_as_no_rung():
    run = Run("follow").help()
    assert run.said == ("Tap “{label}” at the bottom of the phone's screen.",)
    assert rungs(run) == [0]


def test_help_in_watch_does_not_change_what_is_shown_next():
    run = Run("watch")
    wanted = run.guidance.next_action
    assert run.help().guidance.next_action == wanted


@pytest.mark.parametrize(
    ("gap", "times", "wait"),
    [(0, 0, 20_000), (30_000, 3, 20_000), (2_000, 9, 20_000), (12_000, 9, 30_000), (90_000, 9, 45_000)],
)
def test_somebody_slower_by_habit_is_given_longer_within_bounds(gap, times, wait):
    assert pace_of((gap,) * times).wait_ms == wait


def test_the_pace_decides_how_long_to_wait():
    run = Run("alone", ORDER, pace=Pace(30_000)).wait(29_999)
    assert rungs(run) == []
    assert rungs(run.wait(1)) == [0]


def test_a_clock_that_was_set_back_does_not_hold_up_help():
    run = Run("alone", ORDER).help()
    run.now -= 24 * 3600 * 1000
    assert rungs(run.help()) == [0, 1]
