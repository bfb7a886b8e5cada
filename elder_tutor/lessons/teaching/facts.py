"""What the tutor noticed: facts without learner or attempt, which the session turns into events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do

Scalar = str | int | bool
_TYPING = frozenset({Do.KEY, Do.DELETE, Do.WRITE, Do.DONE, Do.LAYER})
TICK = "tick"
"""What "do" says of a timer that ran out by itself: nobody touched anything."""
ANSWERED = "answered"
"""Of a touch in ``mode``: it was answered kindly and left the phone as it was."""


class FactKind(StrEnum):
    """The kinds of fact; their names are those of the events."""

    ACTED = "acted"
    STEP_DONE = "step_done"
    HINT = "hint"
    MISTAKE = "mistake"
    REFUSED = "refused"
    STOPPED = "stopped"
    FINISHED = "finished"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact at a step. ``data`` holds ids, numbers and flags only, never letters."""

    kind: FactKind
    step: str
    data: Mapping[str, Scalar] = field(default_factory=dict)


def lapsed(timer: str) -> Mapping[str, Scalar]:
    """Answer what is told of a timer that ran out: it is done again when the attempt is taken up."""
    return {"do": TICK, "element": timer, "right": True}


def acted(
    phone: Phone, before: PhoneState, after: PhoneState, action: Action, right: bool, kept: bool
) -> Mapping[str, Scalar]:
    """Answer what may be told of an action: of a text its class, never its letters."""
    told: dict[str, Scalar] = {"do": action.do.value, "right": right}
    element = action.element
    if action.do in _TYPING and before.tray is not None and action.do is not Do.WRITE:
        element = before.tray.field
    if element:
        told["element"] = element
    if action.row:
        told["row"] = action.row
    if action.do is Do.SET:
        told["level"] = action.level
    if action.do is Do.LAYER:
        told["layer"] = action.text
    if action.do in (Do.KEY, Do.DELETE, Do.WRITE) and element:
        told["class"] = phone.text_class(after, phone.var_of(element))
    if not kept:
        told["mode"] = ANSWERED
    return told
