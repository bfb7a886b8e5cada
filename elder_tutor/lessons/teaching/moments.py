"""A moment of a lesson: where the learner stands with the tutor, the phone, and what was noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.teaching.drawing import Asked
from elder_tutor.lessons.teaching.facts import Fact
from elder_tutor.lessons.teaching.hints import UNASKED
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.view import Guidance, Outcome, OutcomeKind

_LONG_AGO: Final = -(10**9)
FAR_AWAY: Final = (10**9, 0)


@dataclass(frozen=True, slots=True)
class TutorState:
    """Where a learner stands. ``done`` are the gates behind; times are ms of the caller's clock."""

    asked: Asked
    done: frozenset[int]
    guidance: Guidance
    skipped: frozenset[int] = frozenset()
    """Optional steps that were left out."""
    step: int = 0
    rung: int = UNASKED
    highest: int = UNASKED
    wrong: int = 0
    quiet_since: int = 0
    hinted_at: int = _LONG_AGO
    shown: frozenset[str] = frozenset()
    """Mistakes that watch has shown."""
    given: tuple[tuple[Due, int], ...] = ()
    """The highest rung given where: somebody who comes back to the same place is not told less."""
    held: bool = False
    """The task was done from the start (it is to leave things alone): the learner says when it is over."""
    slips: int = 0
    """Wrong touches of the whole attempt; single letters are none."""
    near: tuple[int, int] = FAR_AWAY
    """How near the gate ahead was at its nearest, in actions and letters: coming back from a round
    is right but no progress, so the second wrong touch is counted across it."""
    broke: bool = False
    """Something happened that the check never allows."""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an action: the tutor, the phone as it is now, and the facts."""

    tutor: TutorState
    phone: PhoneState
    facts: tuple[Fact, ...] = ()

    @property
    def guidance(self) -> Guidance:
        """Answer what to say and show."""
        return self.tutor.guidance


def with_toast(answer: Answer, outcomes: Sequence[Outcome]) -> Answer:
    """Answer the same with the short lines of the phone said first: they are the phone's own words."""
    lines = tuple(o.phrase for o in outcomes if o.kind is OutcomeKind.TOAST and o.phrase is not None)
    if not lines:
        return answer
    guidance = replace(answer.guidance, say=(*lines, *answer.guidance.say))
    return replace(answer, tutor=replace(answer.tutor, guidance=guidance))
