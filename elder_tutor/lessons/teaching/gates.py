"""The chain a stage walks: what must be true, or have been done, one after the other.

Watch and follow walk every gate of the steps. Alone asks only for the lesson's aim,
or else for all conditions in their order: what it takes on the way is the learner's.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from elder_tutor.lessons.model import Lesson, Step
from elder_tutor.lessons.rules import Condition, Path
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Do

_TOUCHES = frozenset({Do.TAP, Do.PICK, Do.SET, Do.WRITE, Do.BACK, Do.HOME})


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


def gates_of(lesson: Lesson, stage: Stage) -> tuple[Gate, ...]:
    """Answer the gates of a stage in order."""
    if stage is Stage.ALONE:
        last = max(len(lesson.steps) - 1, 0)
        if lesson.aim is not None:
            return (Gate(GateKind.UNTIL, last, lesson.aim),)
        asked = tuple(gate for gate in _all(lesson) if gate.kind is GateKind.UNTIL)
        if asked:
            return asked
        return tuple(gate for gate in _all(lesson) if gate.kind is not GateKind.OPINION)
    return _all(lesson)


def _all(lesson: Lesson) -> tuple[Gate, ...]:
    found: list[Gate] = []
    for place, step in enumerate(lesson.steps):
        if step.opinion is not None:
            found.append(Gate(GateKind.OPINION, place))
        if step.must or _closes(lesson, place):
            found.append(Gate(GateKind.MUST, place))
        if step.until is not None:
            found.append(Gate(GateKind.UNTIL, place, step.until))
    return tuple(found)


def _closes(lesson: Lesson, place: int) -> bool:
    # The last words of a lesson belong to a touch too: without it they would never be said.
    step = lesson.steps[place]
    last = place == len(lesson.steps) - 1
    return last and bool(step.touch) and step.until is None and step.opinion is None and not step.optional


def asks(part: object) -> bool:
    """Tell whether a condition depends on what the lesson asks for (``$ask.name``)."""
    if isinstance(part, Path):
        return part.root.startswith("ask.")
    if isinstance(part, tuple):
        return any(asks(each) for each in part)
    return is_dataclass(part) and any(asks(getattr(part, member.name)) for member in fields(part))


def fits(step: Step, action: Action) -> bool:
    """Tell whether a step's words were written for this action."""
    if (action.element or action.do.value) not in step.touch:
        return False
    if step.rows and action.row not in step.rows:
        return False
    return action.do is Do.HOLD if step.hold else action.do in _TOUCHES
