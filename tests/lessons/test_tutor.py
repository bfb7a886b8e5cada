"""Watch, follow and alone: what is said, what is applied, what is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.lessons.model import Mistake
from elder_tutor.lessons.teaching.telling import DONE_TOGETHER, KINDLY, NO_HARM, SEEN
from elder_tutor.lessons.view import Action, Do, Tone
from tests.lessons.tea_pack import (
    BACK,
    HOME,
    LESSON,
    ORDER,
    SWEET,
    TO_BILL,
    TO_CODE,
    TO_CUPS,
    TO_MORE,
    Run,
    due,
    finish,
    pick,
    tap,
)  # fmt: skip

TRAP = Action(Do.TAP, "tea.home.trap")


def words(step):
    return f"قُولُوا {step}."


def steps_done(run):
    return [step for step, _ in run.kinds("step_done")]


def at_code(stage="follow"):
    return Run(stage, *TO_CODE)


def code_of(run):
    return run.practice.phone.sample("tea.code.code", run.moment.phone)


# --- watch ---------------------------------------------------------------------------


def watched():
    run = Run("watch")
    said = [run.said]
    while not run.guidance.finished:
        said.append(run.watch().said)
    return run, [sentence for sentences in said for sentence in sentences]


def test_watch_opens_with_the_lesson_s_own_words_and_shows_the_hand():
    run = Run("watch")
    assert run.said[0] == "أَهْلًا بِكُمْ."
    assert run.said[-1] == words("order")
    assert run.guidance.hand
    assert run.guidance.next_action == ORDER


def test_watch_plays_the_whole_lesson_by_itself():
    run, said = watched()
    assert all(words(step.id) in said for step in LESSON.steps)
    assert run.screen == "tea.done"


def test_watch_writes_a_whole_text_at_once_with_the_hand_on_its_field():
    run = Run("watch")
    while run.guidance.step_id != "note":
        run.watch()
    assert run.guidance.next_action == Action(Do.WRITE, "tea.more.note", text="نعناع")
    assert run.guidance.target.element == "tea.more.note"


def test_watch_shows_a_marked_mistake_once_with_its_repair():
    run = Run("watch")
    while run.guidance.step_id != "cup":
        run.watch()
    assert run.guidance.next_action == pick("empty")
    run.watch()
    assert run.said == ("نَفِدَ، خُذُوا غَيْرَهُ.", words("cup"))
    assert run.guidance.next_action == pick("mint")


def test_a_mistake_that_watch_shows_is_not_the_learner_s():
    assert watched()[0].kinds("mistake") == []


def test_advice_without_a_trigger_is_said_at_the_end_of_watch():
    assert "خُذُوا وَقْتَكُمْ." in watched()[0].said


def test_a_touch_in_watch_changes_nothing_and_is_answered():
    run = Run("watch").do(BACK)
    assert run.screen == "tea.home"
    assert run.guidance.tone is Tone.KINDLY
    assert run.guidance.next_action == ORDER


# --- follow: words -----------------------------------------------------------------------


def test_follow_says_the_author_s_words_for_the_next_touch():
    run = Run("follow", ORDER)
    assert run.said == (words("who"),)
    assert run.guidance.target.element == "tea.who.me"
    assert run.guidance.ring
    assert run.guidance.dim


def test_follow_composes_a_sentence_where_the_author_wrote_none():
    run = Run("follow", ORDER, HOME)
    assert run.said[-1] == "Open the app “{label}”."
    assert run.guidance.target.element == "home.tea"


def test_the_step_is_the_one_the_way_leads_to():
    run = Run("follow", *TO_CUPS)
    assert (run.guidance.step, run.guidance.steps) == (3, 10)
    assert run.do(HOME).guidance.step == 3
    assert run.do(tap("home.tea"), BACK).guidance.step == 2


@pytest.mark.parametrize("row", ["mint", "karak"])
def test_an_author_s_row_is_preferred_to_another_as_near(row):
    steps = tuple(replace(step, rows=(row,)) if step.id == "cup" else step for step in LESSON.steps)
    run = Run("follow", *TO_CUPS, lesson=replace(LESSON, steps=steps))
    assert run.guidance.target.row == row
    assert run.said == (words("cup"),)


# --- follow: what is right ---------------------------------------------------------------


def test_a_touch_that_leads_away_is_answered_kindly_and_the_phone_stays():
    run = Run("follow", *TO_MORE[:2], HOME)
    before = run.moment.phone
    run.do(tap("home.news"))
    assert run.moment.phone == before
    assert run.guidance.say[0] == KINDLY
    assert run.kinds("acted")[-1][1]["mode"] == "answered"


def test_what_lasts_and_is_not_wanted_is_not_applied():
    run = Run("follow")
    before = run.moment.phone
    run.do(Action(Do.TAP, "tea.home.gift"))
    assert run.moment.phone == before
    assert run.guidance.tone is Tone.KINDLY


def test_back_and_home_always_work():
    assert Run("follow", *TO_MORE, BACK).screen == "tea.cups"
    run = Run("follow", *TO_MORE, HOME)
    assert run.screen == ""
    assert run.guidance.say[0] == NO_HARM


def test_another_choice_that_is_as_good_is_right():
    run = Run("follow", *TO_CUPS, pick("karak"))
    assert run.screen == "tea.more"
    assert run.kinds("acted")[-1][1]["right"]


def test_a_choice_the_words_offer_is_asked_for_from_then_on():
    run = Run("follow", ORDER, tap("who.family"))
    assert run.screen == "tea.cups"
    assert run.guidance.tone is Tone.STEP
    finish(run)
    slot = run.practice.phone.atlas.slots["tea.orders"]
    assert run.moment.phone.apps[slot.app][slot.at][0][1] == "family"


def test_a_must_step_cannot_be_passed_by_in_follow():
    run = Run("follow", *TO_BILL, tap("bill.pay"))
    assert run.screen == "tea.bill"
    assert run.said[-1] == words("bill")
    assert run.do(tap("bill.card")).said == (words("pay"),)


def test_a_receipt_behind_a_lasting_action_is_let_go():
    run = Run("follow")
    while run.guidance.step_id != "receipt":
        run.do(due(run))
    run.do(BACK)
    assert run.guidance.finished


def test_every_step_is_done_once_and_in_order():
    run = finish(Run("follow"))
    assert steps_done(run) == [step.id for step in LESSON.steps]


def test_follow_is_praised_for_what_was_done_together():
    assert finish(Run("follow")).said == (DONE_TOGETHER.key,)


def test_watch_ends_with_its_praise_after_the_advice():
    run = Run("watch")
    while not run.guidance.finished:
        run.watch()
    assert run.said == ("خُذُوا وَقْتَكُمْ.", SEEN.key)


def test_alone_ends_with_the_lessons_own_praise():
    assert finish(Run("alone")).said == LESSON.praise


def test_the_end_says_what_to_remember():
    run = finish(Run("follow"))
    assert tuple(phrase.key for phrase in run.guidance.remember) == LESSON.remember
    assert run.kinds("finished") == [("receipt", {})]


# --- follow: optional steps ---------------------------------------------------------------


def test_optional_words_are_said_while_their_field_is_in_front_and_empty():
    run = Run("follow", *TO_MORE)
    assert run.said == (words("note"),)
    assert run.guidance.target.element == "tea.more.note"


def test_an_optional_step_may_be_left_out():
    run = Run("follow", *TO_MORE, SWEET)
    assert run.kinds("acted")[-1][1]["right"]
    run.do(tap("more.next"))
    assert run.screen == "tea.bill"
    assert "note" not in steps_done(run)


def test_an_optional_field_may_be_filled_with_own_words():
    run = Run("follow", *TO_MORE, tap("more.note"), *(Action(Do.KEY, text=key) for key in "حليب"))
    assert all(data["right"] for _, data in run.kinds("acted"))
    assert due(run) == Action(Do.DONE)
    assert run.do(Action(Do.DONE)).said == (words("sweet"),)


def test_own_words_are_led_on_and_not_taken_away():
    run = Run("follow", *TO_MORE, tap("more.note"), Action(Do.KEY, text="ح"))
    assert due(run).do is Do.KEY
    assert run.guidance.tone is Tone.STEP


# --- follow: writing ------------------------------------------------------------------------


def test_a_code_is_led_key_by_key_with_its_row():
    run = at_code().do(tap("code.code"))
    digit = code_of(run)[0]
    assert run.guidance.target.element == f"key.{digit}"
    assert run.guidance.say[0].values == (("digit", int(digit)),)
    assert run.guidance.say[1].key.startswith("It is in the")


def test_a_wrong_digit_is_taken_away_again():
    run = at_code().do(tap("code.code"))
    wrong = str((int(code_of(run)[0]) + 1) % 10)
    run.do(Action(Do.KEY, text=wrong))
    assert run.guidance.target.element == "key.delete"
    assert run.do(Action(Do.DELETE)).guidance.target.element == f"key.{code_of(run)[0]}"


def test_a_wrong_code_is_refused_in_plain_words_without_blame():
    run = at_code().do(tap("code.ok"))
    assert run.said[0] == "This does not work yet. No harm is done."
    assert run.kinds("refused")[-1] == ("code", {"key": "bad_code"})


def test_only_the_class_of_a_text_is_told():
    run = at_code().do(tap("code.code"), Action(Do.KEY, text="9"))
    told = run.kinds("acted")[-1][1]
    assert told["class"] in ("wrong", "short")
    assert "text" not in told


# --- follow: mistakes ------------------------------------------------------------------------


def test_the_lesson_s_words_for_a_refusal_go_before_the_app_s():
    run = Run("follow", *TO_CUPS, pick("empty"))
    assert run.said == ("نَفِدَ، خُذُوا غَيْرَهُ.", words("cup"))
    assert run.guidance.tone is Tone.MISTAKE
    assert run.kinds("mistake") == [("cup", {"mistake": "gone"})]


def test_the_app_s_own_words_are_said_where_the_lesson_has_none():
    silent = replace(LESSON, mistakes=())
    assert Run("follow", *TO_CUPS, pick("empty"), lesson=silent).said[0] == "نَفِدَ هٰذَا."


def test_a_safety_stop_is_explained_in_its_own_tone():
    run = Run("follow", TRAP)
    assert run.said == ("هٰذَا فَخٌّ.", words("order"))
    assert run.guidance.tone is Tone.SAFETY
    assert run.kinds("stopped") == [("order", {"key": "trap"})]


def test_a_mistake_is_recognised_when_its_condition_becomes_true():
    run = Run("alone", *TO_MORE, Action(Do.WRITE, "tea.more.note", text="سيئ"))
    assert run.said == ("كَلِمَةٌ قَاسِيَةٌ.",)


def test_a_mistake_is_recognised_by_what_was_done():
    trapped = replace(LESSON, mistakes=(Mistake("t", ("مَهْلًا.",), did="tea.who.family"),))
    run = Run("alone", ORDER, tap("who.family"), lesson=trapped)
    assert run.said == ("مَهْلًا.",)


# --- opinions ----------------------------------------------------------------------------------


def at_opinion():
    run = at_code()
    while run.guidance.step_id != "taste":
        run.do(due(run))
    return run


def decide(option):
    return Action(Do.DECIDE, "taste", row=option)


def test_the_panel_asks_and_lights_the_answer_in_follow():
    run = at_opinion()
    assert [name for name, _, _ in run.guidance.opinion.options] == ["good", "bad", "ask"]
    assert run.guidance.target.element == "opinion.good"
    assert not run.guidance.dim


@pytest.mark.parametrize(("option", "first"), [("good", words("receipt")), ("ask", "That is wise too.")])
def test_a_right_opinion_goes_on(option, first):
    run = at_opinion().do(decide(option))
    assert run.guidance.step_id == "receipt"
    assert run.said[0] == first


def test_a_wrong_opinion_is_answered_and_asked_again():
    run = at_opinion().do(decide("bad"))
    assert run.said[0] == LESSON.steps[8].opinion.wrong
    assert run.guidance.opinion is not None


# --- alone ------------------------------------------------------------------------------------


def test_alone_says_the_goal_only_and_lights_nothing():
    run = Run("alone")
    assert run.said[-1] == LESSON.goal[0]
    assert run.guidance.target is None
    assert not run.guidance.ring


def test_alone_is_silent_after_a_right_touch_and_keeps_the_goal():
    run = Run("alone", ORDER)
    assert run.said == ()
    assert run.guidance.goal[0].key == LESSON.goal[0]


def test_alone_reaches_its_aim_by_any_path():
    run = finish(Run("alone", ORDER, tap("who.family"), BACK, HOME, tap("home.news"), HOME))
    assert run.guidance.tone is Tone.PRAISE


def test_alone_without_an_aim_asks_for_every_condition():
    run = finish(Run("alone", lesson=replace(LESSON, aim=None)))
    assert run.screen == "tea.done"
    assert run.kinds("acted")[-1][0] == "code"


def test_alone_asks_for_no_opinion():
    run = finish(Run("alone", lesson=replace(LESSON, aim=None)))
    done = [data["do"] for _, data in run.kinds("acted")]
    assert "tap" in done
    assert "decide" not in done


def test_after_the_end_nothing_is_told_any_more():
    run = finish(Run("alone"))
    told = len(run.facts)
    assert len(run.do(BACK, HOME).facts) == told
