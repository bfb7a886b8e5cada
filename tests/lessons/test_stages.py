"""Find, check and refresh: what is said and lit, what is applied, what passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.errors import KnownError
from elder_tutor.lessons.model import Start
from elder_tutor.lessons.rules import Go, Happening, Has, Not, Say, StartTimer, Toast
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.teaching.tasks import NOT_SAFE, WITH_HELP, WITH_SLIPS
from elder_tutor.lessons.teaching.telling import FOUND, NO_HARM
from elder_tutor.lessons.view import Action, Do, Target, Tone
from tests.lessons.tea_pack import (
    BACK,
    CHECKED,
    HOME,
    LESSON,
    ORDER,
    PACK,
    SWEET,
    TO_CODE,
    TODAY,
    Run,
    due,
    eq,
    finish,
    pick,
    practice,
    tap,
)  # fmt: skip

GIFT = Action(Do.TAP, "tea.home.gift")
TRAP = Action(Do.TAP, "tea.home.trap")
NAMED = replace(LESSON, steps=tuple(replace(step, name=f"اِسْمُ {step.id}") for step in LESSON.steps))
TO_BILL = (ORDER, tap("who.family"), pick("karak"), SWEET, tap("more.next"))


def task(**changes):
    """The lesson with another check."""
    return replace(CHECKED, check=replace(CHECKED.check, **changes))


def check(*actions, lesson=CHECKED):
    return Run("check", *actions, lesson=lesson)


def paid(run):
    """Do the rest of an order as somebody does who knows it, and answer the run."""
    return finish(run)


def end(run):
    return run.kinds("finished")[-1][1]


# --- find ----------------------------------------------------------------------------------


def test_find_says_the_sub_goal_and_lights_only_the_region():
    run = Run("find", lesson=NAMED)
    assert run.said[-1] == "The next step: {step}."
    assert run.guidance.say[-1].values[0][1].key == "اِسْمُ order"
    assert run.guidance.target == Target("", region="bottom")
    assert run.guidance.region_lit
    assert (run.guidance.ring, run.guidance.hand, run.guidance.dim) == (False, False, False)


def test_find_never_says_the_author_s_words_unasked():
    run, said = Run("find", lesson=NAMED), []
    while not run.guidance.finished:
        said += run.said
        run.do(due(run))
    assert not [sentence for sentence in said if sentence.startswith("قُولُوا")]


def test_a_step_without_a_name_is_still_asked_for():
    assert Run("find").said[-1] == "Find the next touch in the bright part."


def test_in_find_a_touch_elsewhere_is_answered_kindly_and_the_sub_goal_stays():
    run = Run("find", GIFT, lesson=NAMED)
    assert run.screen == "tea.home"
    assert run.said == (NO_HARM.key, "The next step: {step}.")
    assert run.kinds("acted")[-1][1]["mode"] == "answered"


def test_in_find_the_second_wrong_touch_brings_a_rung():
    run = Run("find", GIFT, GIFT, lesson=NAMED)
    assert run.guidance.rung == 1
    assert run.guidance.region_lit


def test_in_find_rung_3_says_the_author_s_words_with_the_ring():
    run = Run("find", lesson=NAMED).help().help().help()
    assert run.said == ("Look at the bright frame.", "قُولُوا order.")
    assert run.guidance.ring


def test_in_find_opinions_are_asked_without_giving_them_away():
    run = Run("find", lesson=NAMED)
    while run.guidance.opinion is None:
        run.do(due(run))
    assert run.said[-1] == "Tell us what you think: tap one of the answers."
    assert run.guidance.target.region == "panel"
    assert not run.guidance.ring


def test_a_wrong_opinion_in_find_is_answered_and_asked_again():
    run = Run("find", lesson=NAMED)
    while run.guidance.opinion is None:
        run.do(due(run))
    run.do(Action(Do.DECIDE, "taste", row="bad"))
    assert run.said[0] == "لَا بَأْسَ، الشَّايُ طَيِّبٌ."
    assert run.guidance.opinion is not None


def test_find_ends_with_what_comes_next():
    assert finish(Run("find", lesson=NAMED)).said == (FOUND.key,)


# --- the task of a check ---------------------------------------------------------------------


def test_a_check_says_the_drawn_task_and_nothing_else():
    run = check()
    assert run.said == ("اُطْلُبُوا شَايًا {ask.who} وَحْدَكُمْ.",)
    assert run.guidance.say[0].values[0][1].key == "لِأَهْلِكُمْ"
    assert run.guidance.target is None
    assert run.do(ORDER).said == ()


def test_in_a_check_waiting_and_wrong_touches_bring_no_hint():
    run = check(HOME, tap("home.news"), BACK, HOME).wait(10**6)
    assert run.kinds("hint") == []
    assert run.said == ()


def test_in_a_check_only_the_app_itself_speaks():
    run = check(ORDER, tap("who.family"), pick("empty"))
    assert run.said == ("نَفِدَ هٰذَا.",)


def test_in_a_check_what_keeps_somebody_safe_is_said():
    run = check(TRAP)
    assert run.said == ("هٰذَا فَخٌّ.",)
    assert run.guidance.tone is Tone.SAFETY


def test_a_check_is_passed_by_the_final_state_whatever_the_path():
    run = paid(check(HOME, tap("home.tea"), *TO_BILL, BACK, BACK))
    assert run.said == ("أَنْجَزْتُمْ.",)
    assert end(run) == {"passed": True, "unaided": True, "reached": True, "rung": 0}
    assert run.guidance.passed


def test_the_taught_answer_does_not_pass():
    run = check(*TO_CODE, tap("code.code"))
    for digit in run.practice.phone.sample("tea.code.code", run.moment.phone):
        run.do(Action(Do.KEY, text=digit))
    run.do(Action(Do.DONE), tap("code.ok"))
    assert run.screen == "tea.done"
    assert not run.guidance.finished


def test_a_check_with_a_hint_is_finished_but_not_passed():
    run = paid(check().help())
    assert run.said == (WITH_HELP.key,)
    assert end(run) == {"passed": False, "unaided": False, "reached": True, "rung": 1}


def test_hearing_the_goal_again_is_no_hint_in_a_check():
    run = paid(check(ORDER).help())
    assert [data["rung"] for _, data in run.kinds("hint")] == [0]
    assert end(run)["passed"]


def test_a_hint_in_a_check_leads_to_what_was_drawn():
    run = check(ORDER).help().help().help().help()
    assert run.guidance.target == Target("tea.who.family", region="middle")


def test_who_says_finished_too_early_has_not_passed_and_hears_the_author_s_words():
    run = check(ORDER).finished()
    assert run.guidance.finished
    assert run.said == ("بَقِيَ شَيْءٌ.",)
    assert end(run)["reached"] is False


def test_every_check_offers_to_say_finished_and_follow_does_not():
    assert check().guidance.may_finish
    assert check(ORDER).guidance.may_finish
    assert not Run("follow").finished().guidance.finished


@pytest.mark.parametrize(
    "happening", [Happening(stopped="trap"), Happening(did="tea.home.trap"), Happening(did="back")]
)
def test_what_may_never_happen_is_weighed_at_the_end(happening):
    run = paid(check(TRAP, ORDER, BACK, lesson=task(never=(happening,))))
    assert run.said == (NOT_SAFE.key,)
    assert end(run) == {"passed": False, "unaided": True, "reached": True, "rung": 0}


def test_a_refusal_may_be_what_never_happens():
    run = paid(check(ORDER, tap("who.family"), pick("empty"), lesson=task(never=(Happening(said="none"),))))
    assert not end(run)["passed"]


@pytest.mark.parametrize(("most", "passed"), [(None, True), (2, True), (1, False)])
def test_only_so_many_wrong_touches_are_allowed(most, passed):
    run = paid(check(HOME, tap("home.news"), lesson=task(most_wrong=most)))
    assert end(run)["passed"] is passed
    assert passed or run.said == (WITH_SLIPS.key,)


def test_wrong_letters_are_no_wrong_touches():
    run = check(*TO_BILL, tap("bill.card"), tap("bill.pay"), tap("code.code"), lesson=task(most_wrong=0))
    code = run.practice.phone.sample("tea.code.code", run.moment.phone)
    run.do(Action(Do.KEY, text=str((int(code[0]) + 1) % 10)), Action(Do.DELETE))
    assert end(paid(run))["passed"]


def test_a_check_may_begin_on_a_phone_of_its_own():
    assert check(lesson=task(start=Start("tea.who"))).screen == "tea.who"
    assert Run("follow", lesson=task(start=Start("tea.who"))).screen == "tea.home"


def test_a_lesson_without_a_check_says_so():
    with pytest.raises(KnownError):
        practice("check")


def test_refresh_is_a_check():
    run = paid(Run("refresh", lesson=CHECKED))
    assert end(run)["passed"]
    assert run.kinds("hint") == []


# --- a task that is to leave things alone -------------------------------------------------------

CALM = Not(Has("tea.orders", eq("record/who", "guest")))
LEFT_ALONE = task(draw=(), goal=CALM)


def test_a_task_that_is_done_from_the_start_waits_for_the_learner():
    run = check(lesson=LEFT_ALONE)
    assert not run.guidance.finished
    assert not run.do(HOME, tap("home.tea")).guidance.finished
    assert end(run.finished())["passed"]


def test_a_task_that_was_spoilt_is_not_passed():
    run = check(GIFT, lesson=LEFT_ALONE).finished()
    assert not end(run)["passed"]
    assert run.said == ("بَقِيَ شَيْءٌ.",)


def test_help_where_all_is_done_tells_how_to_say_so():
    run = check(ORDER, lesson=LEFT_ALONE).help()
    assert run.said[-1] == "If you have finished, tap “I have finished”."
    assert [data["rung"] for _, data in run.kinds("hint")] == [0]


def test_alone_with_a_task_of_leaving_things_waits_too_and_who_is_too_early_goes_on():
    lesson = replace(LESSON, aim=CALM)
    run = Run("alone", lesson=lesson)
    assert run.guidance.may_finish
    run.do(GIFT).finished()
    assert not run.guidance.finished
    assert run.said[0] == "The task is not finished yet. Take your time."
    assert Run("alone", lesson=lesson).finished().guidance.passed


# --- paths and touches of other kinds -----------------------------------------------------------


PATHS = replace(
    LESSON,
    steps=tuple(
        replace(step, for_=(("who", ("me",)),)) if step.id in ("note", "sweet") else step
        for step in LESSON.steps
    ),
)


def test_steps_of_another_path_are_not_counted():
    lesson = replace(PATHS, ask=(replace(PATHS.ask[0], follow="family"),))
    assert [Run("follow", lesson=each).guidance.steps for each in (PATHS, lesson)] == [10, 8]


def test_the_words_of_another_path_are_not_said():
    lesson = replace(PATHS, ask=(replace(PATHS.ask[0], follow="family"),))
    run, said = Run("follow", lesson=lesson), []
    while not run.guidance.finished:
        said += run.said
        run.do(due(run))
    assert "قُولُوا sweet." not in said
    assert "قُولُوا bill." in said


def keyed(name):
    """The lesson with a key to be touched once, after the note's field was opened."""
    step = replace(LESSON.steps[3], id="key", touch=(name,), say=("قُولُوا key.",), optional=False, must=True)
    return replace(LESSON, steps=(*LESSON.steps[:4], step, *LESSON.steps[4:]))


@pytest.mark.parametrize("name", ["key.ن", "key.5", "key.layer.123", "key.delete", "key.done"])
def test_a_key_can_be_a_step_of_its_own(name):
    run = finish(Run("follow", lesson=keyed(name)))
    assert [step for step, _ in run.kinds("step_done")].count("key") == 1


def test_back_and_home_can_be_steps():
    steps = LESSON.steps[:1]
    back = replace(steps[0], id="back", touch=("back",), must=True)
    home = replace(steps[0], id="home", touch=("home",), must=True)
    icon = replace(steps[0], id="icon", touch=("home.tea",), must=True)
    run = finish(Run("follow", lesson=replace(LESSON, steps=(*steps, home, icon, back))))
    assert [step for step, _ in run.kinds("step_done")][-3:] == ["home", "icon", "back"]


# --- what the phone does by itself ---------------------------------------------------------------


def shop():
    """The lesson with an app that lets a timer run when tea is ordered."""
    app = PACK.apps["tea"]
    home = app.screens["tea.home"]
    order = replace(home.elements[0], do=(*home.elements[0].do, StartTimer("tea.late", after=6)))
    screens = {**app.screens, "tea.home": replace(home, elements=(order, *home.elements[1:]))}
    late = (Say("late", "تَأَخَّرَ الطَّلَبُ."), Go("tea.cups"))
    return replace(PACK, apps={**PACK.apps, "tea": replace(app, screens=screens, timers={"tea.late": late})})


def run_in(pack, stage):
    run = Run("follow")
    run.practice = Practice(pack, CHECKED, Stage(stage), Setting(TODAY, 7, 6, frozenset({4, 5})))
    run.moment = run.practice.start(0)
    return run


@pytest.mark.parametrize("stage", ["follow", "find", "alone", "check"])
def test_a_timer_runs_out_after_its_time_without_a_touch(stage):
    run = run_in(shop(), stage).do(ORDER).wait(5999)
    assert run.screen == "tea.who"
    run.wait(1)
    assert run.screen == "tea.cups"
    assert run.said[0] == "تَأَخَّرَ الطَّلَبُ."
    assert run.kinds("acted")[-1][1] == {"do": "tick", "element": "tea.late", "right": True}


def test_while_somebody_speaks_no_timer_runs_out():
    run = run_in(shop(), "follow").do(ORDER).wait(60_000, speaking=True)
    assert run.screen == "tea.who"


def test_the_lesson_goes_on_from_where_a_timer_led():
    assert finish(run_in(shop(), "follow").do(ORDER).wait(6000)).guidance.finished


def test_a_line_of_the_phone_is_said_first():
    app = PACK.apps["tea"]
    who = app.screens["tea.who"]
    me = replace(who.elements[0], do=(Toast("سُجِّلَ."), *who.elements[0].do))
    screens = {**app.screens, "tea.who": replace(who, elements=(me, *who.elements[1:]))}
    pack = replace(PACK, apps={**PACK.apps, "tea": replace(app, screens=screens)})
    assert run_in(pack, "follow").do(ORDER, tap("who.me")).said == ("سُجِّلَ.", "قُولُوا cup.")
    assert run_in(pack, "check").do(ORDER, tap("who.me")).said == ("سُجِّلَ.",)


# --- help that goes on across a round -----------------------------------------------------------


def test_the_second_wrong_touch_is_counted_across_a_round_that_leads_back():
    run = Run("alone", ORDER, HOME)
    assert run.kinds("hint") == []
    run.do(tap("home.tea"))  # right, but no nearer than before
    assert run.do(BACK).guidance.rung == 1


def test_watch_shows_a_mistake_even_where_none_is_marked():
    plain = replace(LESSON, mistakes=tuple(replace(each, watch=False) for each in LESSON.mistakes))
    run, shown = Run("watch", lesson=plain), 0
    while not run.guidance.finished:
        shown += run.said[-1:] == ("Look what happens when somebody slips here.",)
        run.watch()
    assert shown == 1
