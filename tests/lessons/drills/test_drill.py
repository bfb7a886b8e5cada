"""A run of the drill of our own pack: balanced, on a phone that works, told afterwards."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest

from elder_tutor import resources
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.lessons.drills.judging import Answer
from elder_tutor.lessons.drills.practice import DrillMoment, DrillPractice, score_of
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.teaching.practice import Setting
from elder_tutor.lessons.view import Action, Do, Tone

SEEDS = range(25)


@cache
def core() -> Pack:
    return open_catalog([resources.assets() / "packs" / "core"]).packs[0]


@cache  # a run is a value: nothing of it changes
def drawn(seed: int) -> DrillPractice:
    pack = core()
    setting = Setting(date(2026, 6, 8), seed, 6, frozenset({4, 5}))
    return DrillPractice(pack, pack.drills["fraud-drill"], setting)


def to(practice: DrillPractice, moment: DrillMoment, bank: str, fraud: bool) -> DrillMoment:
    while not moment.finished:
        item = practice.items[moment.place]
        if (item.bank, item.fraud) == (bank, fraud) and not moment.told:
            return moment
        moment = practice.next(moment)
    pytest.skip("this run has no such item")


def found(bank: str, fraud: bool) -> tuple[DrillPractice, DrillMoment]:
    for seed in SEEDS:
        practice = drawn(seed)
        if any((item.bank, item.fraud) == (bank, fraud) for item in practice.items):
            return practice, to(practice, practice.start(), bank, fraud)
    raise AssertionError("no run of these seeds has such an item")


def test_the_banks_hold_at_least_forty_items() -> None:
    from elder_tutor.lessons.drills.choosing import items_of

    practice = drawn(1)
    assert sum(len(items_of(practice.phone, bank)) for bank in practice.drill.banks) >= 40


@pytest.mark.parametrize("seed", SEEDS)
def test_half_of_a_run_is_genuine(seed: int) -> None:
    assert Counter(item.fraud for item in drawn(seed).items) == {True: 4, False: 4}


def test_the_same_seed_draws_the_same_run() -> None:
    assert drawn(7).items == drawn(7).items


def test_other_seeds_draw_other_runs() -> None:
    assert len({drawn(seed).items for seed in SEEDS}) > 20


def test_no_item_comes_twice_in_a_run() -> None:
    for seed in SEEDS:
        items = drawn(seed).items
        assert len({(item.bank, item.row) for item in items}) == len(items)


def test_every_item_has_signs_that_are_told() -> None:
    practice = drawn(3)
    moment = practice.next(practice.start())
    assert practice.items[0].signs in [each.key for each in moment.guidance.say]


def test_nothing_is_told_before_the_item_is_over() -> None:
    practice = drawn(3)
    moment = practice.start()
    assert practice.items[0].signs not in [each.key for each in moment.guidance.say]


def test_leaving_everything_alone_is_no_fault() -> None:
    practice = drawn(5)
    moment = practice.start()
    while not moment.finished:
        moment = practice.next(moment)
    score = score_of(moment.results)
    assert (score.hits, score.misses, score.false_alarms, score.right) == (4, 0, 0, 4)
    assert moment.guidance.passed


def test_giving_the_code_to_a_caller_is_stopped_and_told_at_once() -> None:
    practice, moment = found("call", True)
    for action in (Action(Do.TAP, "incoming.ring.answer"), Action(Do.TAP, "incoming.talk.give")):
        moment, _ = practice.act(moment, action)
    assert moment.told
    assert moment.results[-1].answer is Answer.MISS
    assert moment.guidance.tone is Tone.SAFETY


def test_hanging_up_on_a_genuine_caller_is_no_false_alarm() -> None:
    practice, moment = found("call", False)
    moment, _ = practice.act(moment, Action(Do.TAP, "incoming.ring.decline"))
    assert practice.next(moment).results[-1].answer is Answer.RIGHT


def test_reporting_a_genuine_message_is_a_false_alarm() -> None:
    practice, moment = found("sms", False)
    notice = practice.view(moment).notices[0]
    for action in (
        Action(Do.TAP, notice.id),
        Action(Do.TAP, "messages.message.more"),
        Action(Do.TAP, "messages.more.report"),
    ):
        moment, _ = practice.act(moment, action)
    assert practice.next(moment).results[-1].answer is Answer.FALSE_ALARM


def test_a_run_with_one_miss_is_not_passed() -> None:
    practice, moment = found("call", True)
    for action in (Action(Do.TAP, "incoming.ring.answer"), Action(Do.TAP, "incoming.talk.give")):
        moment, _ = practice.act(moment, action)
    while not moment.finished:
        moment = practice.next(moment)
    assert not moment.guidance.passed


def test_after_the_telling_a_touch_changes_nothing() -> None:
    practice = drawn(2)
    told = practice.next(practice.start())
    assert practice.act(told, Action(Do.HOME))[0] == told
