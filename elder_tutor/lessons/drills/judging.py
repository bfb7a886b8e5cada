"""How an item of a drill was answered, judged by what was done and never by an opinion (DESIGN 5).

A fraud is met well unless somebody fell for it: leaving it, deleting it, reporting it, refusing
it and calling the official number are all right. A genuine item is met well unless it was treated
as a fraud. Asking a trusted person is right for either kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from elder_tutor.lessons.drills.model import Bank
from elder_tutor.lessons.rules import Happening
from elder_tutor.lessons.view import Action, Outcome, OutcomeKind


class Answer(StrEnum):
    """What an answer was worth, in the terms of signal detection."""

    HIT = "hit"  # a fraud, and nothing was given away
    MISS = "miss"  # a fraud that was fallen for
    FALSE_ALARM = "false_alarm"  # a genuine one, treated as a fraud
    RIGHT = "right"  # a genuine one, left as it is or answered

    @property
    def good(self) -> bool:
        """Tell whether the item was met well."""
        return self in (Answer.HIT, Answer.RIGHT)


class How(StrEnum):
    """What somebody did with an item, the strongest of it."""

    FELL = "fell"
    GUARDED = "guarded"
    ASKED = "asked"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What has happened with one item so far."""

    fell: bool = False
    guarded: bool = False
    asked: bool = False

    @property
    def how(self) -> How:
        """Answer what counts: being cheated before anything else, then a question, then a guard."""
        if self.fell:
            return How.FELL
        if self.asked:
            return How.ASKED
        return How.GUARDED if self.guarded else How.LEFT


UNTOUCHED = Behaviour()


def behaved(
    before: Behaviour, bank: Bank, action: Action, outcomes: Sequence[Outcome], changed: bool
) -> Behaviour:
    """Answer the behaviour after one more action; ``changed`` tells whether it did anything."""
    return replace(
        before,
        fell=before.fell or _happened(bank.fell, action, outcomes, changed),
        guarded=before.guarded or _happened(bank.guarded, action, outcomes, changed),
        asked=before.asked or _happened(bank.asked, action, outcomes, changed),
    )


def judged(fraud: bool, behaviour: Behaviour) -> Answer:
    """Answer what a behaviour is worth with a fraud, or with a genuine item."""
    if fraud:
        return Answer.MISS if behaviour.fell else Answer.HIT
    return Answer.FALSE_ALARM if behaviour.how is How.GUARDED else Answer.RIGHT


def _happened(marks: Sequence[Happening], action: Action, outcomes: Sequence[Outcome], changed: bool) -> bool:
    keys = {(outcome.kind, outcome.key) for outcome in outcomes}
    return any(
        (changed and bool(mark.did) and mark.did == action.element)
        or (bool(mark.said) and (OutcomeKind.SAID, mark.said) in keys)
        or (bool(mark.stopped) and (OutcomeKind.STOPPED, mark.stopped) in keys)
        for mark in marks
    )
