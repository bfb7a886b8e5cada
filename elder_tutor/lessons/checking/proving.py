"""The proof of one lesson on every day, as plain values that go from process to process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from elder_tutor.lessons.checking.claims import Claim, Steps, claims
from elder_tutor.lessons.checking.days import DAYS, Calendar
from elder_tutor.lessons.checking.draws import draw_faults
from elder_tutor.lessons.checking.happening import Happening
from elder_tutor.lessons.checking.paths import steps_passed
from elder_tutor.lessons.checking.proof import Prover, Verdict
from elder_tutor.lessons.model import Lesson

MANY_NODES = 5_000
"""A gate with more keys is slow to open; the author is told."""


class Finding(NamedTuple):
    """One finding about a lesson: where in its file, what, and whether it is an error."""

    where: Steps
    message: str
    error: bool = True


class LessonProof(NamedTuple):
    """What was proved of a lesson; ``nodes`` are (gate, keys of its largest graph)."""

    lesson: str
    gates: int
    proved: int
    tested: int
    findings: tuple[Finding, ...]
    nodes: tuple[tuple[str, int], ...]


def prove_lesson(calendar: Calendar, lesson: Lesson) -> LessonProof:
    """Prove every gate of a lesson, for every way of asking and every day."""
    prover = Prover()
    findings: dict[Steps, Finding] = {}
    nodes: dict[str, int] = {}
    tested: dict[str, int] = {}
    proved = 0
    for day in DAYS:
        phone = calendar.phone(day)
        for claim in claims(phone, lesson):
            if day != DAYS[0] and not prover.depends_on_today(phone, claim):
                continue
            if claim.where in findings:
                continue
            verdict = prover.prove(phone, claim)
            proved += verdict.proved
            tested[claim.name] = tested.get(claim.name, 0) + verdict.tested
            nodes[claim.name] = max(nodes.get(claim.name, 0), verdict.nodes)
            if verdict.story is not None:
                findings[claim.where] = Finding(claim.where, _sentence(lesson, claim, verdict))
    findings |= {(*found.where, found.message): found for found in _others(calendar, lesson)}
    return LessonProof(
        lesson.id, len(nodes), proved, sum(tested.values()), tuple(findings.values()), tuple(nodes.items())
    )


def _others(calendar: Calendar, lesson: Lesson) -> Iterator[Finding]:
    """Find steps whose target is never there, mistakes that cannot happen, checks that ask too little."""
    phone = calendar.phone()
    happening = Happening(phone, lesson)
    passed = steps_passed(phone, lesson)
    for place, step in enumerate(lesson.steps):
        lost = [touch for touch in step.touch if not happening.step_touch(step, touch)]
        for touch in lost:
            at = ("steps", place, "touch", step.touch.index(touch))
            rows = f" with {' or '.join(step.rows)}" if step.rows else ""
            yield Finding(at, f"“{touch}”{rows} is never there, or never open, in this lesson")
        if step.touch and not lost and not step.optional and place not in passed:
            yield Finding(
                ("steps", place), "no way of this lesson makes this touch: its words are never said", False
            )
    for place, mistake in enumerate(lesson.mistakes):
        member = happening.mistake(mistake)
        if member:
            yield Finding(
                ("mistakes", place, member), "this cannot happen in this lesson: no touch leads to it"
            )
    for message, error in draw_faults(phone, lesson):
        yield Finding(("check", "ask"), message, error)


def _sentence(lesson: Lesson, claim: Claim, verdict: Verdict) -> str:
    how = _asking(lesson, claim)
    if claim.let_go:
        return f"this touch can never be made: no way leads to it{how}"
    if not verdict.story:
        return f"this can never be reached: there is no way to it from the start{how}"
    count = len(verdict.story)
    actions = "1 action" if count == 1 else f"{count} actions"
    return f"dead end: after {actions} no way leads here any more{how}: {verdict.words}"


def _asking(lesson: Lesson, claim: Claim) -> str:
    usual = {each.name: each.follow for each in lesson.ask}
    other = [f"{name} = {value}" for name, value in claim.asked if usual.get(name) != value]
    return f" (asked for {', '.join(other)})" if other else ""
