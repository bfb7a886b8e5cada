"""Every lesson of the core pack is there in full: what it says, what its check asks, what it all uses."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import get_args

import pytest

from elder_tutor import resources
from elder_tutor.lessons import rules
from elder_tutor.lessons.checking.draws import draw_faults
from elder_tutor.lessons.checking.words import check_translations
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import KINDS
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.reading.faults import Faults
from elder_tutor.lessons.view import Do

TODAY, SUNDAY, FRIDAY_SATURDAY = date(2026, 6, 8), 6, frozenset({4, 5})
PROMISED = (
    "tap-and-press",
    "home-and-back",
    "arabic-keyboard",
    "sound-and-text-size",
    "calls-and-contacts",
    "notifications-manage",
    "otp-enter",
    "install-app",
    "digital-id-login",
    "find-clinic",
    "book-appointment",
    "change-appointment",
    "tele-consultation",
    "prescription-refill",
    "emergency-call-location",
    "approve-login-request",
    "allowance-request",
    "upload-document",
    "home-visit-request",
    "volunteer-as-senior",
    "family-counselling-session",
    "hotline-call",
    "confidential-report",
    "send-message",
    "video-call",
    "phishing-sms",
    "fake-bank-call",
    "otp-never-shared",
    "talk-to-specialist",
)
PRIVATE_COURSES = ("family-support", "wellbeing")
NOT_PRIVATE = "trusted-helper"
"""About whom to ask for help: everybody may see that it was practised."""
EFFECTS = get_args(rules._OnPhone) + get_args(rules._Outward)
STEPS_OF_A_WALK = 250


@cache
def loaded():
    return load_pack(resources.assets() / "packs" / "core")


def pack():
    return loaded().pack


@cache
def phone():
    return Phone(pack().apps, pack().id, TODAY, 1, SUNDAY, FRIDAY_SATURDAY, pack().home)


@cache
def untranslated():
    """Answer the faults of the English texts, file -> sentences."""
    faults, found = Faults([]), {}
    check_translations(pack(), loaded().notes, resources.translations(), faults)
    for fault in faults.sorted():
        found.setdefault(fault.file, []).append(str(fault))
    return found


def made_of(value):
    """Answer the classes of the values that a frozen value is made of, with how often each comes."""
    found = Counter()
    if is_dataclass(value):
        found[type(value)] += 1
        for member in fields(value):
            found += _in(getattr(value, member.name))
    return found


def _in(value):
    if isinstance(value, tuple):
        return sum(map(_in, value), Counter())
    if isinstance(value, Mapping):
        return sum(map(_in, value.values()), Counter())
    return made_of(value) if is_dataclass(value) else Counter()


def used_apps():
    """Answer the apps that some lesson names."""
    return [pack().apps[name] for name in {app for lesson in pack().lessons.values() for app in lesson.apps}]


@pytest.fixture(params=PROMISED)
def lesson(request):
    return pack().lessons[request.param]


def test_the_lessons_are_those_that_were_promised():
    assert sorted(pack().lessons) == sorted(PROMISED)


def test_a_lesson_opens_has_a_goal_praises_and_leaves_a_line_to_remember(lesson):
    told = (lesson.title, lesson.opening, lesson.goal, lesson.praise, lesson.remember)
    assert all(told)
    assert all(sentence.strip() for part in told[1:] for sentence in part)
    assert lesson.icon
    assert lesson.minutes > 0


def test_a_step_has_a_name_and_words(lesson):
    assert lesson.steps
    assert [step.id for step in lesson.steps if not (step.name and step.say)] == []


def test_a_mistake_has_a_name_and_words(lesson):
    assert lesson.mistakes
    assert [mistake.id for mistake in lesson.mistakes if not (mistake.name and mistake.say)] == []


def test_a_mistake_is_shown_in_watch_or_there_is_a_tip(lesson):
    assert any(mistake.watch or mistake.tip for mistake in lesson.mistakes)


def test_a_lesson_can_be_checked_and_the_check_says_how_it_ended(lesson):
    assert lesson.check is not None
    assert all((lesson.check.say, lesson.check.passed, lesson.check.not_yet))


def test_twenty_checks_ask_for_four_things_and_the_taught_answer_passes_none(lesson):
    # no lesson's data allow fewer than four
    assert list(draw_faults(phone(), lesson)) == []


def test_a_lesson_of_the_family_or_of_wellbeing_is_private(lesson):
    assert lesson.private == (lesson.course in PRIVATE_COURSES and lesson.id != NOT_PRIVATE)


def test_every_sentence_of_a_lesson_stands_in_english(lesson):
    assert untranslated().get(f"courses/{lesson.course}/{lesson.id}.yaml", []) == []


def test_every_word_of_the_apps_stands_in_english():
    lessons = {f"courses/{lesson.course}/{lesson.id}.yaml" for lesson in pack().lessons.values()}
    assert {file: told for file, told in untranslated().items() if file not in lessons} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_element_stands_in_some_app_of_a_lesson(kind):
    screens = [screen for app in used_apps() for screen in app.screens.values()]
    assert any(element.kind == kind for screen in screens for element in screen.elements)


@cache
def effects_used():
    parts = [*used_apps(), *pack().lessons.values()]
    return sum(map(_in, parts), Counter())


@pytest.mark.parametrize("effect", EFFECTS, ids=[effect.__name__ for effect in EFFECTS])
def test_every_effect_happens_in_some_app_of_a_lesson(effect):
    assert effects_used()[effect] > 0


@cache
def acts_possible():
    """Answer what a hand that touches at random could do on the phones of the lessons."""
    found = (
        {Do.DECIDE}
        if any(step.opinion for lesson in pack().lessons.values() for step in lesson.steps)
        else set()
    )
    for number, lesson in enumerate(pack().lessons.values()):
        chance = random.Random(number)
        state = phone().start(lesson, {each.name: each.follow for each in lesson.ask})
        for _ in range(STEPS_OF_A_WALK):
            choices = phone().actions(state)
            found |= {action.do for action in choices}
            state, _outcomes = phone().apply(state, chance.choice(choices))
    return found


@pytest.mark.parametrize("do", Do)
def test_every_action_can_be_made_in_some_lesson(do):
    assert do in acts_possible()


@pytest.mark.parametrize("way", ["hold", "swipe", "opinion", "must", "optional", "until", "for_", "rows"])
def test_every_way_to_write_a_step_is_used(way):
    assert any(getattr(step, way) for lesson in pack().lessons.values() for step in lesson.steps)


@pytest.mark.parametrize("trigger", ["said", "stopped", "did", "when", "tip"])
def test_every_way_to_recognise_a_mistake_is_used(trigger):
    mistakes = [mistake for lesson in pack().lessons.values() for mistake in lesson.mistakes]
    assert any(getattr(mistake, trigger) for mistake in mistakes)
