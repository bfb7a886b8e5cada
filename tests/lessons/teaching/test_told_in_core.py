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


@pytest.mark.parametrize("lesson", ["tap-and-press", "digital-id-login", "allowance-request"])
def test_the_authors_touch_is_taught_where_another_is_as_near(lesson: str) -> None:
    practice = of(lesson, Stage.WATCH)
    moment, told = practice.start(0), set[str]()
    while moment.guidance.next_action is not None:
        told.update(said.key for said in moment.guidance.say)
        moment = practice.perform(moment, moment.guidance.next_action, 0)[0]
    steps = [step for step in practice.lesson.steps if not told.issuperset(step.say)]
    assert [step.id for step in steps] == []
