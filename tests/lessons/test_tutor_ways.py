"""The chain of gates, and the ways through it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import AllOf, Has, Not, OnScreen
from elder_tutor.lessons.teaching.gates import GateKind, asks, fits, gates_of
from elder_tutor.lessons.teaching.stages import OFFERED, Stage, stage_after, stage_named
from elder_tutor.lessons.view import Action, Do
from tests.lessons.tea_pack import BACK, HOME, LESSON, ORDERED, TO_CODE, Run, due, eq, pick, step, tap

MUST, UNTIL, OPINION = GateKind.MUST, GateKind.UNTIL, GateKind.OPINION


def kinds(stage, lesson=LESSON):
    return [(lesson.steps[gate.step].id, gate.kind) for gate in gates_of(lesson, stage)]


def test_follow_walks_every_gate_in_the_order_of_the_steps():
    assert kinds(Stage.FOLLOW) == [
        ("bill", MUST), ("pay", UNTIL), ("code", UNTIL), ("taste", OPINION), ("receipt", MUST),
    ]  # fmt: skip


def test_alone_asks_for_the_aim_only():
    assert [gate.condition for gate in gates_of(LESSON, Stage.ALONE)] == [LESSON.aim]


def test_alone_without_an_aim_asks_for_the_conditions():
    assert kinds(Stage.ALONE, replace(LESSON, aim=None)) == [("pay", UNTIL), ("code", UNTIL)]


def test_the_last_touch_of_a_lesson_is_a_gate_although_nobody_said_so():
    short = replace(LESSON, steps=LESSON.steps[:2])
    assert kinds(Stage.WATCH, short) == [("who", MUST)]


@pytest.mark.parametrize(
    ("written", "action", "fit"),
    [
        (step("a", "tea.cups.list", rows=("mint",)), pick("mint"), True),
        (step("a", "tea.cups.list", rows=("mint",)), pick("karak"), False),
        (step("a", "tea.cups.list"), pick("karak"), True),
        (step("a", "back"), BACK, True),
        (step("a", "tea.home.trap", hold=True), Action(Do.TAP, "tea.home.trap"), False),
        (step("a", "tea.home.trap", hold=True), Action(Do.HOLD, "tea.home.trap"), True),
        (step("a", "tea.home.order"), HOME, False),
    ],
)
def test_words_fit_their_own_touch(written, action, fit):
    assert fits(written, action) is fit


def test_a_condition_is_known_to_depend_on_what_is_asked_for():
    assert asks(AllOf((OnScreen("x"), Not(ORDERED))))
    assert not asks(Has("tea.orders", eq("record/who", "me")))


def test_a_touch_gate_is_woven_into_the_way_to_what_follows():
    run = Run("follow")
    way = run.practice.tutor.bench().ways.way(run.moment.phone, frozenset())
    assert [action.element for action in way] == [
        "tea.home.order", "tea.who.me", "tea.cups.list", "tea.more.sweet", "tea.more.next", "tea.bill.card",
    ]  # fmt: skip


def test_a_touch_that_was_passed_by_is_led_back_to():
    behind = Run("alone", *TO_CODE).moment.phone
    way = Run("follow").practice.tutor.bench().ways.way(behind, frozenset())
    assert way == (BACK, tap("bill.card"))


def test_a_later_touch_counts_as_soon_as_it_is_made():
    two = replace(LESSON, steps=(step("x", "tea.bill.pay", must=True), step("y", "tea.bill.card", must=True)))
    run = Run("follow", lesson=two)
    while run.screen != "tea.bill":
        run.do(due(run))
    run.do(tap("bill.card"), tap("bill.pay"))
    assert run.guidance.finished


def test_a_corner_without_a_way_is_left_by_back_or_home(monkeypatch):
    run = Run("follow", *TO_CODE)
    ways, real = Run("alone").practice.tutor.bench().ways, Router.route

    def route(router, state, gate):
        if run.practice.phone.screen(state) == "tea.code":
            raise NoWay
        return real(router, state, gate)

    monkeypatch.setattr(Router, "route", route)
    assert ways.way(run.moment.phone, frozenset())[0] == BACK


def test_stages_come_one_after_the_other():
    assert [stage_after(stage).value for stage in (*OFFERED, Stage.REFRESH)] == [
        "follow", "find", "alone", "check", "check", "refresh",
    ]  # fmt: skip
    assert stage_named("alone") is Stage.ALONE
