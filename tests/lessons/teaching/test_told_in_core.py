"""The tap in the place of a gesture is named, and the author's words come before any as near way."""

from __future__ import annotations

from datetime import date

import pytest

from elder_tutor import resources
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Do

BESIDE, DOTS = "Or tap “{label}” beside it.", "Or tap the three dots beside it: “{label}”."
BOARD = [Action(Do.TAP, f"board.home.{name}") for name in ("star", "moon")]
TO_MENU = [
    *BOARD, Action(Do.HOLD, "board.home.picture"), Action(Do.TAP, "board.menu.close"), Action(Do.HOME),
    Action(Do.TAP, "home.clock"), Action(Do.BACK),
]  # fmt: skip


def of(lesson: str, stage: Stage) -> Practice:
    """Practise a lesson of the core pack."""
    pack = load_pack(resources.assets() / "packs" / "core").pack
    assert pack is not None
    setting = Setting(date(2026, 6, 8), 7, 6, frozenset({4, 5}))
    return Practice(pack, pack.lessons[lesson], stage, setting)


@pytest.mark.parametrize(
    ("before", "element", "offer"), [(BOARD, "board.home.picture", BESIDE), (TO_MENU, "home.clock", DOTS)]
)
def test_the_third_short_touch_names_the_tap_that_does_the_same(
    before: list[Action], element: str, offer: str
) -> None:
    practice = of("tap-and-press", Stage.FOLLOW)
    moment, told = practice.start(0), []
    for action in [*before, *[Action(Do.TAP, element)] * 3]:
        moment = practice.act(moment, action, 0)[0]
        told.append([said.key for said in moment.guidance.say])
    assert not any(offer in said for said in told[:-1])
    assert told[-1].count(offer) == 1
    assert not moment.guidance.dim


LESSONS = sorted(path.stem for path in (resources.assets() / "packs/core/courses").glob("*/*.yaml"))
OTHER_WAYS = {"confidential-report": ["text", "text_next", "photo", "photo_next"]}
"""Steps of ways that are not the one that is watched."""


@pytest.mark.parametrize("lesson", [each for each in LESSONS if each not in ("course", "fraud-drill")])
def test_who_watches_hears_the_authors_words_at_every_step(lesson: str) -> None:
    practice = of(lesson, Stage.WATCH)
    moment, told = practice.start(0), set[str]()
    while moment.guidance.next_action is not None:
        told.update(said.key for said in moment.guidance.say)
        moment = practice.perform(moment, moment.guidance.next_action, 0)[0]
    unsaid = [step.id for step in practice.lesson.steps if not told.issuperset(step.say)]
    assert unsaid == OTHER_WAYS.get(lesson, [])
