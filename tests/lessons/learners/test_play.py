"""Every lesson is played to its end, in every stage, also by somebody who errs at nearly every step."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from functools import cache

import pytest
import yaml

from elder_tutor import resources
from elder_tutor.errors import KnownError
from elder_tutor.lessons.catalog import Catalog, open_catalog
from elder_tutor.lessons.learners.hands import possible
from elder_tutor.lessons.learners.play import LEARNERS, TODAY, run_play
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import OFFERED, Stage
from elder_tutor.lessons.tutor import Answer
from elder_tutor.lessons.view import Action, Do
from tests.lessons.tea_pack import PACK, Run, due


def listed(course):
    """Answer the lessons of a course in their order."""
    return yaml.safe_load(course.read_text("utf-8"))["lessons"]


CORE = resources.assets() / "packs" / "core"
LESSONS = [name for file in sorted((CORE / "courses").glob("*/course.yaml")) for name in listed(file)]
STAGES = [stage.value for stage in (*OFFERED, Stage.REFRESH)]
ERRED = ["follow", "alone", "check"]
FIRST_LESSONS = ("book-appointment", "phishing-sms", "home-visit-request")
"""Short enough for the memory of the simulated learner, who forgets the middle of the longest."""
PASSED_BY = {"digital-id-login": "eye", "emergency-call-location": "sure"}
"""Steps that the shortest way does not come by: their gates are open already when their turn comes."""
SEEDS = range(1, 4)
KEYS = [
    "lesson", "stage", "learner", "seed", "finished", "actions", "off_route", "hints", "mistakes",
    "passed", "events",
]  # fmt: skip


def one_of(lesson):
    """Answer the stage in which the short form lets somebody err: another one for each lesson."""
    return ERRED[LESSONS.index(lesson) % len(ERRED)]


@cache
def the_core():
    return open_catalog([CORE])


@cache
def played(lesson, stage, learner="perfect", seed=1):
    """Play a lesson of the core pack once for all tests that look at the play."""
    return run_play(the_core(), lesson, stage=stage, learner=learner, seed=seed)


@pytest.fixture(scope="module")
def core():
    return the_core()


@pytest.fixture(scope="module")
def tea():
    return Catalog([PACK])


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_is_finished_in_every_stage(lesson, stage):
    assert played(lesson, stage).finished


@pytest.mark.parametrize("lesson", LESSONS)
def test_who_errs_is_told_and_still_arrives(lesson):
    play = played(lesson, one_of(lesson), "errs")
    assert play.off_route > 0
    assert play.finished


@pytest.mark.parametrize("lesson", LESSONS)
def test_who_wanders_off_is_brought_back(lesson):
    play = played(lesson, one_of(lesson), "wanders", 3)
    assert play.off_route >= 8
    assert play.finished


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_is_finished_by_everybody(lesson, stage, learner):
    plays = [played(lesson, stage, learner, seed) for seed in SEEDS]
    assert [play.seed for play in plays if not play.finished] == []
    if learner == "wanders" and stage != "watch":
        assert min(play.off_route for play in plays) >= 8


@pytest.mark.parametrize("lesson", LESSONS)
def test_who_does_as_told_in_follow_is_never_led_astray(lesson):
    play = played(lesson, "follow")
    assert play.off_route == 0
    assert play.mistakes == 0
    assert play.passed


@pytest.mark.parametrize("lesson", FIRST_LESSONS)
@pytest.mark.parametrize("seed", range(1, 13))
def test_who_has_watched_does_it_alone_from_memory(lesson, seed):
    play = played(lesson, "alone", seed=seed)
    assert play.passed
    assert not any(play.hints.values())
    assert play.mistakes == 0
    assert play.off_route == 0


def test_what_was_watched_before_alone_is_not_counted(tea):
    play = run_play(tea, "order-tea", stage="alone")
    acts = [event for event in play.events if event["kind"] == "acted"]
    assert play.actions == len(acts)
    assert all(event["right"] for event in acts)


def test_whichever_message_is_opened_first_is_not_led_away_from(core):
    moment, practice = _begun(core, "phishing-sms")
    pick = Action(Do.PICK, "messages.inbox.list", row=practice.view(moment).elements[0].rows[0].id)
    after, _ = practice.act(moment, pick, 3000)
    assert after.facts[0].data["right"]


def _begun(catalog, lesson):
    setting = Setting(TODAY, 1, 6, frozenset({4, 5}))
    practice = Practice(catalog.pack_of(lesson), catalog.lesson(lesson), Stage.ALONE, setting)
    return practice.start(0), practice


@pytest.mark.parametrize("stage", ["watch", "follow"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_gate_is_passed_in_its_order(core, lesson, stage):
    done = dict.fromkeys(
        event["step"] for event in played(lesson, stage).events if event["kind"] == "step_done"
    )
    taught = {each.name: each.follow for each in core.lesson(lesson).ask}
    steps = [step for step in core.lesson(lesson).steps if step.id != PASSED_BY.get(lesson)]
    gates = [step for step in steps if step.until is not None or step.must]
    wanted = [step.id for step in gates if all(taught[name] in values for name, values in step.for_)]
    assert [name for name in done if name in wanted] == wanted


def test_the_result_has_the_keys_of_the_command(tea):
    result = run_play(tea, "order-tea").as_dict()
    assert list(result) == KEYS
    assert list(result["hints"]) == ["0", "1", "2", "3", "4"]
    assert json.loads(json.dumps(result)) == result


def test_the_same_seed_plays_alike(tea):
    first, second = (run_play(tea, "order-tea", stage="alone", learner="errs", seed=4) for _ in range(2))
    assert first == second


def test_events_carry_no_letters(core):
    events = run_play(core, "home-visit-request", learner="errs", seed=2).events
    assert all("text" not in event for event in events)
    written = [event for event in events if event.get("do") in ("key", "write", "delete")]
    assert written
    assert all("class" in event for event in written)


def test_who_is_lost_has_not_finished(tea):
    assert not run_play(tea, "order-tea", most_turns=3).finished


@pytest.mark.parametrize(
    ("lesson", "more"),
    [
        ("nothing", {}),
        ("order-tea", {"stage": "check"}),
        ("order-tea", {"stage": "sleep"}),
        ("order-tea", {"learner": "cat"}),
    ],
)
def test_an_unknown_name_is_told_in_one_sentence(tea, lesson, more):
    with pytest.raises(KnownError):
        run_play(tea, lesson, **more)


@pytest.mark.parametrize("stage", ["follow", "alone"])
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_touched_the_tutor_knows_the_way_on(stage, seed):
    run, rng = Run(stage), random.Random(seed)
    for _ in range(150):
        page = seen(run.practice.view(run.moment), run.guidance, _plain)
        run.do(rng.choice(list(possible(page))))
        assert run.guidance.finished or due(run) is not None
    for _ in range(60):
        if not run.guidance.finished:
            run.do(due(run))
    assert run.guidance.finished


class _Plain:
    """Words as they are: what is on the page does not matter here."""

    def shown(self, phrase):
        return phrase.key


_plain = _Plain()

WITHOUT_QT = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocked())
from elder_tutor.app import open_core_catalog
from elder_tutor.lessons.learners.play import run_play
from pathlib import Path
play = run_play(open_core_catalog(Path(sys.argv[1])), "phishing-sms", stage="follow", learner="errs", seed=1)
print(play.finished, "PySide6" in sys.modules, "sqlite3" in sys.modules)
"""


def test_a_lesson_is_played_with_no_qt_installed(tmp_path):
    words = [sys.executable, "-c", WITHOUT_QT, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split()[:2] == ["True", "False"], done.stderr


def test_a_moment_is_a_plain_value():
    run = Run("alone")
    assert run.moment == Answer(run.moment.tutor, run.moment.phone, run.moment.facts)
    assert Run(Stage.ALONE).moment == run.moment
