"""What has to be proved of a lesson: each gate, for each way of asking, from its own start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import AllOf, AnyOf, Condition, OnScreen
from elder_tutor.lessons.teaching.drawing import Asked, draws_of, otherwise, started, taught
from elder_tutor.lessons.teaching.gates import Gate, GateKind, gates_of
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.wayfinding.rewrite import asked

Steps = tuple[str | int, ...]


class Claim(NamedTuple):
    """From wherever a learner can come to from ``start``, a way leads to ``condition``.

    ``beyond``: also from where it was reached once and lost again. ``let_go``: where no way
    leads there, the lesson goes on without it; so it is enough that it can be reached at all.
    """

    name: str
    where: Steps
    condition: Condition
    start: PhoneState
    asked: Asked
    beyond: bool
    let_go: bool
    lesson: Lesson | None = None
    """The lesson whose apps the ways keep to."""


def claims(phone: Phone, lesson: Lesson) -> Iterator[Claim]:
    """Answer every claim of a lesson; equal ones once."""
    seen: set[object] = set()
    for claim in _all(phone, lesson):
        sign = (claim.where, claim.condition, claim.start, claim.beyond)
        if sign not in seen:
            seen.add(sign)
            yield claim


def _all(phone: Phone, lesson: Lesson) -> Iterator[Claim]:
    usual = taught(lesson)
    begin = started(phone, lesson, usual, judged=False)
    for way in (usual, *otherwise(lesson, usual)):
        for stage in (Stage.FOLLOW, Stage.ALONE):
            gates = gates_of(lesson, stage, dict(way))
            alone = stage is Stage.ALONE and len(gates) == 1 and gates[0].kind is GateKind.UNTIL
            for gate in gates:
                found = _claim(phone, lesson, gate, stage, begin, way, alone)
                if found is not None:
                    yield found
    if lesson.check is not None:
        for way in draws_of(lesson, lesson.check) if lesson.check.draw else ():
            yield _check(phone, lesson, way)
        if not lesson.check.draw or not lesson.ask:
            yield _check(phone, lesson, usual)


def _check(phone: Phone, lesson: Lesson, way: Asked) -> Claim:
    assert lesson.check is not None
    goal = asked(lesson.check.goal, dict(way))
    start = started(phone, lesson, way, judged=True)
    return Claim(
        f"{lesson.id}/check", ("check", "goal"), goal, start, way, beyond=True, let_go=False, lesson=lesson
    )


def _claim(
    phone: Phone, lesson: Lesson, gate: Gate, stage: Stage, start: PhoneState, way: Asked, alone: bool
) -> Claim | None:
    step = lesson.steps[gate.step]
    if gate.kind is GateKind.MUST:
        places = tuple(each for touch in step.touch if (each := before_touch(phone, touch)) is not None)
        if not places:
            return None
        condition = places[0] if len(places) == 1 else AnyOf(places)
        where: Steps = ("steps", gate.step, "touch")
        return Claim(
            f"{lesson.id}/{step.id}", where, condition, start, way, beyond=False, let_go=True, lesson=lesson
        )
    if gate.condition is None:
        return None
    aim = stage is Stage.ALONE and lesson.aim is not None
    where = ("aim",) if aim else ("steps", gate.step, "until")
    name = f"{lesson.id}/{'aim' if aim else step.id}"
    return Claim(
        name, where, asked(gate.condition, dict(way)), start, way, beyond=alone, let_go=False, lesson=lesson
    )


def before_touch(phone: Phone, element: str) -> Condition | None:
    """Answer when an element can be touched; None for what belongs to the phone itself."""
    found = phone.element(element)
    if found is None:
        return None
    guards = tuple(each for each in (found.show_if, found.on_if) if each is not None)
    return AllOf((OnScreen(phone.screen_of(element)), *guards))
