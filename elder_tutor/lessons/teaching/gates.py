"""The chain a stage walks: what must be true, or have been done, one after the other.

Watch, follow and find walk every gate of the steps. Alone asks only for the lesson's aim,
or else for all conditions in their order: what it takes on the way is the learner's. Check
and refresh ask for the goal of the check task.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from elder_tutor.lessons.model import NOTHING, Lesson, Step, Value
from elder_tutor.lessons.rules import Condition, Path
from elder_tutor.lessons.teaching.stages import JUDGED, Stage
from elder_tutor.lessons.view import Action, Do

_TOUCHES = frozenset(
    {Do.TAP, Do.PICK, Do.SET, Do.WRITE, Do.BACK, Do.HOME, Do.KEY, Do.DELETE, Do.DONE, Do.LAYER}
)
_OF_THE_TRAY = {Do.DELETE: "key.delete", Do.DONE: "key.done"}


class GateKind(StrEnum):
    """How a gate is passed."""

    UNTIL = "until"  # a condition of the phone becomes true
    MUST = "must"  # the step's own touch was made once
    OPINION = "opinion"  # the panel's question got a right answer


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate; ``step`` is the index of the step that closes it."""

    kind: GateKind
    step: int
    condition: Condition | None = None


def gates_of(lesson: Lesson, stage: Stage, ask: Mapping[str, Value] = NOTHING) -> tuple[Gate, ...]:
    """Answer the gates of a stage in order, on the path that is asked for."""
    last = max(len(lesson.steps) - 1, 0)
    if stage in JUDGED:
        return (Gate(GateKind.UNTIL, last, lesson.check.goal),) if lesson.check else ()
    if stage is Stage.ALONE:
        if lesson.aim is not None:
            return (Gate(GateKind.UNTIL, last, lesson.aim),)
        asked = tuple(gate for gate in _all(lesson, ask) if gate.kind is GateKind.UNTIL)
        if asked:
            return asked
        return tuple(gate for gate in _all(lesson, ask) if gate.kind is not GateKind.OPINION)
    return _all(lesson, ask)


def on_path(step: Step, ask: Mapping[str, Value]) -> bool:
    """Tell whether a step belongs to what is asked for (its ``for``)."""
    return all(ask.get(name) in values for name, values in step.for_)


def path_of(lesson: Lesson, ask: Mapping[str, Value]) -> tuple[int, ...]:
    """Answer the places of the steps that belong to what is asked for."""
    return tuple(place for place, step in enumerate(lesson.steps) if on_path(step, ask))


def _all(lesson: Lesson, ask: Mapping[str, Value]) -> tuple[Gate, ...]:
    found: list[Gate] = []
    path = path_of(lesson, ask)
    for place in path:
        step = lesson.steps[place]
        if step.opinion is not None:
            found.append(Gate(GateKind.OPINION, place))
        if step.must or _closes(step, place == path[-1]):
            found.append(Gate(GateKind.MUST, place))
        if step.until is not None:
            found.append(Gate(GateKind.UNTIL, place, step.until))
    return tuple(found)


def _closes(step: Step, last: bool) -> bool:
    # The last words of a lesson belong to a touch too: without it they would never be said.
    return last and bool(step.touch) and step.until is None and step.opinion is None and not step.optional


def asks(part: object) -> bool:
    """Tell whether a condition depends on what the lesson asks for (``$ask.name``)."""
    if isinstance(part, Path):
        return part.root.startswith("ask.")
    if isinstance(part, tuple):
        return any(asks(each) for each in part)
    return is_dataclass(part) and any(asks(getattr(part, member.name)) for member in fields(part))


def touched(action: Action) -> str:
    """Answer what a step calls the thing an action touches: an element, ``back``, ``key.<letter>``, …"""
    match action.do:
        case Do.KEY:
            return f"key.{action.text}"
        case Do.LAYER:
            return f"key.layer.{action.text}"
    return _OF_THE_TRAY.get(action.do) or action.element or action.do.value


def fits(step: Step, action: Action) -> bool:
    """Tell whether a step's words were written for this action."""
    if touched(action) not in step.touch:
        return False
    if step.rows and action.row not in step.rows:
        return False
    if step.hold:
        return action.do is Do.HOLD
    if step.swipe:
        return action.do is Do.SWIPE
    return action.do in _TOUCHES
