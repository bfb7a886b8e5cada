"""What the tutor notes down: the facts of one touch, hint or end."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.teaching.facts import Fact, FactKind, Scalar
from elder_tutor.lessons.teaching.gates import fits
from elder_tutor.lessons.teaching.judging import Judged
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.slips import Slip
from elder_tutor.lessons.teaching.tasks import Result
from elder_tutor.lessons.view import Action


def fact(lesson: Lesson, kind: FactKind, due: Due, data: Mapping[str, Scalar] | None = None) -> Fact:
    """Answer a fact at the step that is due."""
    return Fact(kind, lesson.steps[due.step].id if lesson.steps else "", data or {})


def hint(lesson: Lesson, due: Due, rung: int, by: str) -> Fact:
    """Answer that a rung was given, and why (request, idle, wrong, trainer)."""
    return fact(lesson, FactKind.HINT, due, {"rung": rung, "by": by})


def noticed(lesson: Lesson, slip: Slip | None, due: Due) -> list[Fact]:
    """Answer what was recognised: a refusal or a stop of the phone, a likely mistake of the lesson."""
    if slip is None:
        return []
    found: list[Fact] = []
    if slip.key:
        kind = FactKind.STOPPED if slip.stopped else FactKind.REFUSED
        found.append(fact(lesson, kind, due, {"key": slip.key}))
    if slip.mistake:
        found.append(fact(lesson, FactKind.MISTAKE, due, {"mistake": slip.mistake}))
    return found


def step_done(lesson: Lesson, judged: Judged, action: Action, before: frozenset[int]) -> list[Fact]:
    """Answer that a step was done, when a right touch led past it or through its gate.

    ``before`` are the gates that were behind already.
    """
    due, now = judged.due, judged.now
    if now.action is not None and now.step <= due.step and not judged.done - before:
        return []
    steps = lesson.steps
    made = next((each for each in steps[due.step : now.step + 1] if fits(each, action)), None)
    return [Fact(FactKind.STEP_DONE, (made or steps[due.step]).id)] if steps else []


def finished(lesson: Lesson, due: Due, result: Result | None, rung: int) -> Fact:
    """Answer that the end was reached; of a check also how: passed, unaided, the highest hint."""
    told: dict[str, Scalar] = {}
    if result is not None:
        told = {"passed": result.passed, "unaided": result.unaided, "reached": result.reached}
        told["rung"] = max(rung, 0)
    return fact(lesson, FactKind.FINISHED, due, told)
