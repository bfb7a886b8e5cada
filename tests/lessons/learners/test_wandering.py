"""Learners who leave the way still come to the end, led by hints only."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from click.testing import CliRunner

from elder_tutor.cli import commands
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.learners.hands import possible
from elder_tutor.lessons.learners.learner import Wish
from elder_tutor.lessons.learners.play import LEARNERS, run_play
from elder_tutor.lessons.learners.seen import Row, Seen, Thing
from elder_tutor.lessons.learners.table import HEAD, line, plays
from elder_tutor.lessons.learners.wandering import ANYTHING, AT_ONCE, WANDERS, Anything, Wanders
from elder_tutor.lessons.teaching.stages import OFFERED, Stage
from elder_tutor.lessons.view import Action, Do, Target
from tests.lessons.tea_pack import CHECKED, PACK

STAGES = tuple(stage.value for stage in (*OFFERED[1:], Stage.REFRESH))
SEEDS = range(1, 8)
LIST = Thing("a.s.list", "list", "قائمة", rows=(Row("x", "سطر"),), can_swipe=True)
PAGE = Seen(
    (), "صفحة", (Thing("a.s.go", "button", "التالي"), LIST),
    lit=Target("a.s.go"), notices=(("3", "رسالة"),), sides=("side.shade",), pages=2,
)  # fmt: skip


@pytest.fixture(scope="module")
def tea():
    return Catalog([replace(PACK, lessons={CHECKED.id: CHECKED})])


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("stage", STAGES)
def test_the_small_lesson_is_finished_by_everybody(tea, stage, learner):
    played = [run_play(tea, "order-tea", stage=stage, learner=learner, seed=seed) for seed in SEEDS]
    assert [play.seed for play in played if not play.finished] == []


@pytest.mark.parametrize("stage", STAGES)
def test_who_wanders_leaves_the_way_at_least_eight_times(tea, stage):
    played = [run_play(tea, "order-tea", stage=stage, learner="wanders", seed=seed) for seed in SEEDS]
    assert min(play.off_route for play in played) >= 8


def test_wandering_is_of_every_kind():
    person, made = Wanders(random.Random(4)), set()
    for _ in range(AT_ONCE):
        action = person.choose(PAGE)
        assert action != Action(Do.TAP, "a.s.go")
        made.add(action.do)
    assert {Do.BACK, Do.HOME} & made
    assert {Do.DISMISS, Do.PICK, Do.SWIPE, Do.TAP} & made


def test_after_wandering_only_hints_are_followed():
    person = Wanders(random.Random(4))
    for _ in range(20 * WANDERS):
        person.choose(PAGE)
    pages = [replace(PAGE, title=str(n)) for n in range(5)]
    assert {person.choose(page) for page in pages} == {Action(Do.TAP, "a.s.go")}
    assert person.choose(replace(PAGE, lit=None)) is Wish.HELP


def test_anything_at_all_is_touched_before_hints_are_followed():
    person = Anything(random.Random(4))
    made = {person.choose(PAGE) for _ in range(ANYTHING)}
    assert made <= {*possible(PAGE), Wish.HELP}
    assert len(made) > 5
    assert person.choose(PAGE) == Action(Do.TAP, "a.s.go")


def test_what_belongs_to_the_phone_is_possible_too():
    made = set(possible(PAGE))
    assert {
        Action(Do.TAP, "side.shade"), Action(Do.SWIPE, "home.pages"), Action(Do.SWIPE, "a.s.list", "x"),
        Action(Do.DISMISS, "notice.3"),
    } <= made  # fmt: skip


def test_the_same_seed_plays_the_same(tea):
    first, second = (run_play(tea, "order-tea", stage="alone", learner="random", seed=9) for _ in range(2))
    assert first.events == second.events


def test_a_check_is_drawn_by_the_seed_and_passed_by_who_has_watched(tea):
    assert run_play(tea, "order-tea", stage="check", learner="perfect", seed=2).finished


def test_the_table_has_a_line_for_every_play(tea):
    made = list(plays(tea))
    assert {(play.stage, play.learner) for play in made} == {
        ("watch", "perfect"), *((stage, learner) for stage in STAGES for learner in LEARNERS),
    }  # fmt: skip
    assert all(len(line(play)) >= len(HEAD) - 8 for play in made)


def test_a_lesson_without_a_check_is_played_in_the_other_stages():
    assert {play.stage for play in plays(Catalog([PACK]))} == {"watch", "follow", "find", "alone"}


def test_play_all_of_one_lesson_prints_a_line_a_play():
    done = CliRunner().invoke(commands, ["play", "home-visit-request", "--all", "--json"])
    told = [json.loads(each) for each in done.output.splitlines()]
    assert done.exit_code == 0
    assert len(told) == 1 + 5 * len(LEARNERS)
    assert all(play["finished"] and "events" not in play for play in told)


def test_play_needs_a_lesson_or_all():
    assert CliRunner().invoke(commands, ["play"]).exit_code == 2
