"""Simulated learners know what the page shows, and nothing else."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import pytest

from elder_tutor import regions
from elder_tutor.i18n import Translator
from elder_tutor.lessons.learners.hands import possible
from elder_tutor.lessons.learners.learner import Errs, Perfect, Wish
from elder_tutor.lessons.learners.memory import next_key
from elder_tutor.lessons.learners.seen import Row, Seen, Thing, seen
from elder_tutor.lessons.view import Action, Do, Target
from elder_tutor.text.wording import Wording
from tests.lessons.tea_pack import ORDER, TO_CODE, Run, tap

GO = Thing("a.s.go", "button", "التَّالِي")
LIST = Thing("a.s.list", "list", "قائمة", rows=(Row("x", "عيادة القلب"), Row("y", "الأحد 14 يونيو")))
FIELD = Thing("a.s.field", "field", "الاسم", focused=True)
CODE = Thing("a.s.code", "field", "الرمز", focused=True, cells=6)
PAGE = Seen((), "صفحة", (GO, LIST))
DIGITS = tuple("1234567890")


@pytest.fixture(scope="module")
def wording(tmp_path_factory):
    return Wording("ar", Translator("ar", tmp_path_factory.mktemp("none")), regions.load_region())


def page_of(run, wording):
    return seen(run.practice.view(run.moment), run.guidance, wording)


def chosen(page):
    return Perfect().choose(page)


# --- what is seen -----------------------------------------------------------------------


def test_a_page_tells_nothing_of_tutor_route_or_lesson():
    names = {field.name for kind in (Seen, Thing, Row) for field in fields(kind)}
    assert names.isdisjoint({"guidance", "step", "way", "lesson", "state", "next_action", "rung", "facts"})


def test_a_target_counts_as_lit_only_if_ring_or_hand_are_drawn(wording):
    assert page_of(Run("follow"), wording).lit.element == "tea.home.order"
    assert page_of(Run("alone").help(), wording).lit is None


def test_a_target_without_ring_or_hand_is_not_seen(wording):
    run = Run("follow")
    dark = replace(run.guidance, ring=False, hand=False)
    assert seen(run.practice.view(run.moment), dark, wording).lit is None


def test_a_target_that_does_not_stand_there_is_not_lit(wording):
    run = Run("follow")
    elsewhere = replace(run.guidance, target=Target("tea.code.ok"))
    assert seen(run.practice.view(run.moment), elsewhere, wording).lit is None


def test_a_key_is_lit_only_while_the_keyboard_is_open(wording):
    run = Run("follow", *TO_CODE)
    assert page_of(run, wording).keys == ()
    run.do(tap("code.code"))
    assert page_of(run, wording).lit.element.startswith("key.")


def test_the_words_are_those_shown_without_vowels(wording):
    assert page_of(Run("follow", ORDER), wording).words == ("قولوا who.",)


# --- the perfect learner ----------------------------------------------------------------


def test_the_lit_element_is_touched():
    assert chosen(replace(PAGE, lit=Target("a.s.go"))) == Action(Do.TAP, "a.s.go")


def test_the_lit_row_is_picked():
    assert chosen(replace(PAGE, lit=Target("a.s.list", "x"))) == Action(Do.PICK, "a.s.list", row="x")


@pytest.mark.parametrize(
    ("lit", "action"),
    [
        ("back", Action(Do.BACK)),
        ("home", Action(Do.HOME)),
        ("key.ر", Action(Do.KEY, text="ر")),
        ("key.delete", Action(Do.DELETE)),
        ("key.done", Action(Do.DONE)),
        ("key.layer.123", Action(Do.LAYER, text="123")),
        ("notice.3", Action(Do.TAP, "notice.3")),
    ],
)
def test_what_belongs_to_the_shell_is_touched_where_it_is_lit(lit, action):
    assert chosen(replace(PAGE, lit=Target(lit))) == action


def test_a_long_press_is_made_when_the_words_ask_for_it():
    link = replace(GO, can_hold=True)
    page = Seen(("اضغطوا ضغطةً مطولةً على الرابط.",), "صفحة", (link,), lit=Target(link.id))
    assert chosen(page).do is Do.HOLD


def test_a_label_in_the_words_is_found_on_the_screen():
    assert chosen(replace(PAGE, words=("اضغطوا على «التالي».",))) == Action(Do.TAP, "a.s.go")


def test_a_row_is_found_by_its_label_or_its_date():
    assert chosen(replace(PAGE, words=("اختاروا «عيادة القلب».",))).row == "x"
    assert chosen(replace(PAGE, words=("اختاروا يوم الأحد 14 يونيو.",))).row == "y"


def test_help_is_asked_for_when_the_words_name_nothing():
    assert chosen(replace(PAGE, words=("احجزوا موعدًا.",))) is Wish.HELP


def test_the_same_touch_on_the_same_page_is_not_made_twice():
    learner, page, touch = Perfect(), replace(PAGE, lit=Target("a.s.go")), Action(Do.TAP, "a.s.go")
    assert [learner.choose(page) for _ in range(3)] == [touch, Wish.HELP, touch]


def test_an_opinion_is_given_as_the_words_say():
    page = replace(PAGE, words=("اختاروا «آمنة».",), options=(("a", "احتيالية"), ("b", "آمِنَةٌ")), question="q")
    assert chosen(page) == Action(Do.DECIDE, "q", row="b")


def test_a_code_is_read_from_a_notice_and_typed_digit_by_digit():
    page = Seen((), "ص", (replace(CODE, letters="48"),), keys=DIGITS, notices=(("1", "رمز التحقق: 482 913"),))
    assert chosen(page) == Action(Do.KEY, text="2")


def test_a_wrong_digit_of_a_known_code_is_deleted():
    page = Seen((), "ص", (replace(CODE, letters="5"),), keys=DIGITS, notices=(("1", "482913"),))
    assert chosen(page) == Action(Do.DELETE)


def test_an_example_is_written_letter_by_letter():
    learner = Perfect()
    learner.choose(Seen(("يمكنكم أن تكتبوا مثلًا «شاي».",), "ص", (FIELD,)))
    assert learner.choose(Seen((), "ص", (FIELD,), keys=("ش", "ا", "ي"))) == Action(Do.KEY, text="ش")


# --- what was watched is remembered -------------------------------------------------------


def watched(*pages):
    learner = Perfect()
    for page in pages:
        learner.watch(page)
    return learner


def test_without_words_or_light_what_was_watched_is_done():
    learner = watched(replace(PAGE, lit=Target("a.s.list", "x")))
    assert learner.choose(PAGE) == Action(Do.PICK, "a.s.list", row="x")


def test_things_are_remembered_by_name_and_not_by_id():
    learner = watched(replace(PAGE, lit=Target(GO.id)))
    moved = replace(PAGE, things=(replace(GO, id="b.elsewhere"),))
    assert learner.choose(moved) == Action(Do.TAP, "b.elsewhere")


def test_a_page_of_another_title_reminds_of_nothing():
    learner = watched(replace(PAGE, lit=Target(GO.id)))
    assert learner.choose(replace(PAGE, title="صفحة أخرى")) is Wish.HELP


def test_touches_of_one_page_are_remembered_in_order():
    other = replace(PAGE, things=(*PAGE.things, replace(FIELD, letters="شاي")))
    learner = watched(replace(PAGE, lit=Target("a.s.list", "x")), replace(other, lit=Target(GO.id)))
    assert [learner.choose(page).do for page in (PAGE, other)] == [Do.PICK, Do.TAP]


def test_a_way_that_came_back_to_the_same_page_is_not_gone_again():
    aside = replace(PAGE, title="جانبية", lit=Target("back"))
    learner = watched(replace(PAGE, lit=Target(GO.id)), aside, replace(PAGE, lit=Target("a.s.list", "y")))
    assert learner.choose(PAGE) == Action(Do.PICK, "a.s.list", row="y")


def test_what_was_written_is_written_again_key_by_key():
    empty = Seen((), "ص", (replace(FIELD, focused=False),))
    full = replace(empty, things=(replace(FIELD, focused=False, letters="شاي"),), lit=Target("back"))
    learner = watched(replace(empty, lit=Target(FIELD.id)), full)
    assert learner.choose(empty) == Action(Do.TAP, FIELD.id)
    typing = Seen((), "ص", (replace(FIELD, letters="ش"),), keys=("ش", "ا", "ي"), layer="ar")
    assert learner.choose(typing) == Action(Do.KEY, text="ا")


@pytest.mark.parametrize(
    ("there", "wanted", "keys", "layer", "action"),
    [
        ("شاي", "شاي", ("ش",), "ar", Action(Do.DONE)),
        ("شي", "شاي", ("ش",), "ar", Action(Do.DELETE)),
        ("", "12", ("ش",), "ar", Action(Do.LAYER, text="123")),
        ("", "أب", ("ا", "ب"), "ar", Action(Do.KEY, text="ا")),
        ("ا", "أب", ("ا", "أ"), "ar", Action(Do.KEY, text="أ")),
        ("", "ـ", ("ش",), "ar", None),
    ],
)
def test_the_next_key_of_a_text(there, wanted, keys, layer, action):
    page = Seen((), "ص", (), keys=keys, layer=layer)
    assert next_key(replace(FIELD, letters=there), wanted, page) == action


def test_a_code_that_was_watched_is_not_the_one_that_is_written():
    empty = Seen((), "ص", (replace(CODE, focused=False),))
    full = replace(empty, things=(replace(CODE, focused=False, letters="111111"),), lit=Target("back"))
    learner = watched(replace(empty, lit=Target(CODE.id)), full)
    learner.choose(replace(empty, notices=(("1", "رمز التحقق: 482913"),)))
    typing = Seen((), "ص", (CODE,), keys=DIGITS)
    assert learner.choose(typing) == Action(Do.KEY, text="4")


def test_a_remembered_touch_that_leads_nowhere_is_not_made_again():
    learner = watched(replace(PAGE, lit=Target(GO.id)))
    assert [learner.choose(PAGE), learner.choose(PAGE)] == [Action(Do.TAP, GO.id), Wish.HELP]


def test_what_was_watched_is_still_known_in_the_next_attempt():
    learner = watched(replace(PAGE, lit=Target(GO.id)))
    learner.choose(PAGE)
    learner.begin()
    assert learner.choose(PAGE) == Action(Do.TAP, GO.id)


INBOX = Thing("a.s.inbox", "list", "", rows=(Row("1", "غريب"), Row("2", "ابنتي"), Row("3", "جديد")))
MAIL, LETTER = Seen((), "الوارد", (INBOX,)), Seen((), "رسالة", (GO,))
KINDS = (("bad", "رسالة احتيالية"), ("good", "رسالة آمنة"))
GOAL = ("أبلغوا عن كل رسالة احتيالية.",)


def taught():
    judged = (
        replace(LETTER, options=KINDS, lit=Target(f"opinion.{kind}"), things=()) for kind in ("bad", "good")
    )
    return watched(
        replace(MAIL, lit=Target(INBOX.id, "1")), next(judged), replace(LETTER, lit=Target(GO.id)),
        replace(MAIL, things=(replace(INBOX, rows=INBOX.rows[1:]),), lit=Target(INBOX.id, "2")), next(judged),
    )  # fmt: skip


def test_a_goal_that_says_every_leads_to_rows_that_were_not_watched():
    learner = taught()
    pages = [replace(page, goal=GOAL) for page in (MAIL, LETTER, MAIL)]
    assert [learner.choose(page).row for page in pages] == ["1", "", "3"]


@pytest.mark.parametrize(("sub", "do"), [("رقم غير محفوظ", Do.TAP), ("جهة محفوظة لديكم", Do.BACK)])
def test_a_new_row_is_judged_by_who_sent_it(sub, do):
    learner = taught()
    for page in (MAIL, LETTER, MAIL):
        learner.choose(replace(page, goal=GOAL))
    letter = replace(LETTER, things=(Thing("a.s.sender", "card", "جديد", sub=sub), GO), goal=GOAL)
    assert learner.choose(letter).do is do


# --- the erring learner -----------------------------------------------------------------


def test_slips_are_things_that_can_be_done_on_the_page():
    page = replace(PAGE, lit=Target("a.s.go"))
    for seed in range(20):
        assert Errs(random.Random(seed)).choose(page) in {*possible(page), Action(Do.TAP, "a.s.go")}


def test_nearly_every_new_page_gets_a_slip_and_then_the_right_touch():
    page = replace(PAGE, lit=Target("a.s.go"))
    firsts = [Errs(random.Random(seed)).choose(page) for seed in range(100)]
    assert sum(first != Action(Do.TAP, "a.s.go") for first in firsts) > 70


def test_after_a_slip_the_same_page_is_done_right():
    learner, page = Errs(random.Random(1)), replace(PAGE, lit=Target("a.s.go"))
    learner.choose(page)
    assert learner.choose(page) == Action(Do.TAP, "a.s.go")


def test_the_same_seed_errs_alike():
    pages = [replace(PAGE, title=str(n), lit=Target("a.s.go")) for n in range(20)]
    first, second = Errs(random.Random(5)), Errs(random.Random(5))
    assert [first.choose(page) for page in pages] == [second.choose(page) for page in pages]
