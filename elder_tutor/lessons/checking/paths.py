"""The taught way through a lesson, walked once for each way of asking: which steps it passes."""

from __future__ import annotations

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import KINDS, Behaviour, Lesson, Step
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import Router
from elder_tutor.lessons.teaching.drawing import otherwise, started, taught
from elder_tutor.lessons.teaching.gates import fits, gates_of
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.view import Action, Do

LONGEST = 200
_SAME = {Do.HOLD: Do.TAP, Do.SWIPE: Do.TAP}


def steps_passed(phone: Phone, lesson: Lesson) -> frozenset[int]:
    """Answer the places of the steps whose touch is made on the taught way of some way of asking."""
    found: set[int] = set()
    usual = taught(lesson)
    for way in (usual, *otherwise(lesson, usual)):
        ask = dict(way)
        ways = Ways(phone, Router(phone, lesson, ask), lesson, gates_of(lesson, Stage.FOLLOW, ask), ask)
        state = started(phone, lesson, usual, judged=False)
        done = ways.passed(state, frozenset())
        for _ in range(LONGEST):
            going = ways.way(state, done)
            if not going:
                break
            action = going[0]
            for place, step in enumerate(lesson.steps):
                if place not in found and (_fits(phone, step, action) or _as_good(ways, state, done, step)):
                    found.add(place)
            if action.do is Do.DECIDE:
                gate = ways.gate(done)
                done = done | {gate} if gate is not None else done
                done = ways.passed(state, done)
                continue
            state, _ = phone.apply(state, action)
            done = ways.passed(state, done, action)
    return frozenset(found)


def _as_good(ways: Ways, state: PhoneState, done: frozenset[int], step: Step) -> bool:
    """Tell whether a step's own touch can be made now and comes as near as the way's."""
    touch = ways.touch(state, step) if step.touch else None
    if touch is None:
        return False
    there, _ = ways.phone.apply(state, touch)
    behind = ways.passed(there, done, touch)
    return behind != done or ways.length(there, done) < ways.length(state, done)


def _fits(phone: Phone, step: Step, action: Action) -> bool:
    if fits(step, action):
        return True
    if action.do is Do.WRITE:
        keys = any(touch.startswith("key.") for touch in step.touch)
        return keys or action.element in step.touch or _writes_same(phone, step, action)
    return (step.hold or step.swipe) and action.element in step.touch and action.do in _SAME.values()


def _writes_same(phone: Phone, step: Step, action: Action) -> bool:
    """Tell whether a step names another way into the same field (the microphone beside it)."""
    var = phone.var_of(action.element)
    for touch in step.touch:
        element = phone.element(touch)
        if element is not None and KINDS[element.kind] is Behaviour.WRITE and element.var == var:
            return True
    return False
