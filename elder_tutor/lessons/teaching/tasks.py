"""The check task: what is said of it, and whether it is passed (DESIGN 5).

The goal is judged by the phone's final state, whatever the path. What is about the past (a
link that was opened, more slips than the task allows) is noted while it happens and weighed
at the end; the tutor says nothing of it meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elder_tutor.lessons.model import Check
from elder_tutor.lessons.teaching.gates import touched
from elder_tutor.lessons.view import Action, Outcome, OutcomeKind
from elder_tutor.text.phrase import Phrase, phrase

WITH_HELP = phrase("You have done the task, with a little help. Another day you try it without.")
NOT_SAFE = phrase("The task is done, but one touch on the way was not safe. We try it once more.")
WITH_SLIPS = phrase("The task is done, with a few slips on the way. We try it once more.")


@dataclass(frozen=True, slots=True)
class Result:
    """How a check ended. ``unaided`` says that no hint above rung 0 was given, passed or not."""

    reached: bool
    unaided: bool
    safe: bool
    few: bool

    @property
    def passed(self) -> bool:
        """Tell whether the check is passed."""
        return self.reached and self.unaided and self.safe and self.few


def breaks(check: Check, action: Action, outcomes: Sequence[Outcome]) -> bool:
    """Tell whether a touch is one that may never happen in this check."""
    said = {outcome.key for outcome in outcomes if outcome.kind is OutcomeKind.SAID}
    stopped = {outcome.key for outcome in outcomes if outcome.kind is OutcomeKind.STOPPED}
    return any(
        (each.did and each.did == touched(action)) or each.said in said or each.stopped in stopped
        for each in check.never
    )


def ending(result: Result, passed: tuple[Phrase, ...], not_yet: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Answer what is said at the end; the author's «not yet» only where something is still to be done."""
    if result.passed:
        return passed
    if not result.reached:
        return not_yet
    if not result.safe:
        return (NOT_SAFE,)
    return (WITH_HELP,) if not result.unaided else (WITH_SLIPS,)
