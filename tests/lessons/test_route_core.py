"""The route on the lessons that are shipped: it arrives, from wherever a learner wandered."""

from __future__ import annotations

import itertools
import random
from datetime import date
from functools import cache

import pytest

from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import Router
from elder_tutor.lessons.view import Do
from elder_tutor.resources import assets

KEYS = (Do.KEY, Do.DELETE, Do.LAYER)
LESSONS = ("book-appointment", "phishing-sms", "home-visit-request")


@cache
def core():
    loaded = load_pack(assets() / "packs" / "core")
    assert loaded.pack is not None, loaded.faults
    return loaded.pack


def device(today=date(2026, 6, 8)):
    return Phone(core().apps, "core", today, 7, 6, frozenset({4, 5}), core().home)


def wandered(phone, start, count, seed, keys=False):
    chance = random.Random(seed)
    state = start
    for n in range(count):
        state = start if n % 50 == 0 else state
        actions = [action for action in phone.actions(state) if keys or action.do not in KEYS]
        state, _ = phone.apply(state, chance.choice(actions))
        yield state


def arrives(phone, router, state, gate, ask):
    for action in router.route(state, gate):
        state, _ = phone.apply(state, action)
    return phone.holds(state, gate, ask)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_gate_of_a_lesson_is_reached_from_wherever_a_learner_wandered(lesson_id):
    lesson, phone = core().lessons[lesson_id], device()
    ask = {each.name: each.follow for each in lesson.ask}
    router = Router(phone, lesson, ask)
    gates = [step.until for step in lesson.steps if step.until] + ([lesson.aim] if lesson.aim else [])
    for gate in gates:
        for state in wandered(phone, phone.start(lesson, ask), 150, seed=11):
            assert arrives(phone, router, state, gate, ask)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_the_check_can_be_passed_whatever_is_drawn(lesson_id):
    lesson, phone = core().lessons[lesson_id], device()
    for drawn in itertools.product(*([value for value, _ in each.choices] for each in lesson.ask)):
        ask = dict(zip((each.name for each in lesson.ask), drawn, strict=True))
        router = Router(phone, lesson, ask)
        for state in wandered(phone, phone.start(lesson, ask), 30, seed=12):
            assert arrives(phone, router, state, lesson.check.goal, ask)


@pytest.mark.parametrize("today", [date(2026, 1, 31), date(2026, 2, 28), date(2026, 6, 5), date(2026, 6, 6)])
def test_the_way_exists_on_any_day(today):
    lesson, phone = core().lessons["book-appointment"], device(today)
    ask = {each.name: each.follow for each in lesson.ask}
    assert arrives(phone, Router(phone, lesson, ask), phone.start(lesson, ask), lesson.aim, ask)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_touch_by_touch_the_guide_brings_a_lesson_to_its_end(lesson_id):
    lesson, phone = core().lessons[lesson_id], device()
    ask = {each.name: each.follow for each in lesson.ask}
    router, state, touches = Router(phone, lesson, ask), phone.start(lesson, ask), 0
    for gate in [step.until for step in lesson.steps if step.until]:
        while way := router.route(state, gate):
            state, _ = phone.apply(state, router.expand(state, way[0]))
            touches += 1
            assert touches < 120


def test_no_walk_through_the_shipped_apps_raises():
    phone = device()
    screens = {phone.view(state).screen for state in wandered(phone, phone.start(), 1500, seed=13, keys=True)}
    assert len(screens) > 20
