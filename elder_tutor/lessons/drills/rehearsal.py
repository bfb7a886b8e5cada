"""A drill as a session knows it: the same calls as a practice, moments that carry the drill's own.

«Next» is ``done``: it ends the item in hand, and after its telling it brings the one that follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from elder_tutor.lessons.drills.model import Drill
from elder_tutor.lessons.drills.practice import DrillMoment, DrillPractice, lesson_of, score_of
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.teaching.facts import Fact, FactKind, Scalar
from elder_tutor.lessons.teaching.moments import Answer, TutorState
from elder_tutor.lessons.teaching.practice import Setting, dictated, lapsing
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Guidance, Outcome, ScreenView


@dataclass(frozen=True, slots=True)
class Drilled(Answer):
    """An answer that knows where the drill stands."""

    drill: DrillMoment | None = None


class Rehearsal:
    """Go through a drill; every moment is an Answer, as in a practice."""

    def __init__(self, pack: Pack, drill: Drill, setting: Setting) -> None:
        self.lesson = lesson_of(drill)
        self.stage = Stage.DRILL
        self._run = DrillPractice(pack, drill, setting)
        self.phone = self._run.phone

    def start(self, now_ms: int) -> Answer:
        """Begin with the first item."""
        return self._answer(None, self._run.start(), now_ms)

    def view(self, moment: Answer) -> ScreenView:
        """Answer what stands on the phone's screen."""
        return self.phone.view(moment.phone)

    def act(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Answer a touch; how it is meant is not asked."""
        before = _of(moment)
        after, outcomes = self._run.act(before, action)
        return self._answer(before, after, now_ms), outcomes

    def perform(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Answer a touch, whoever makes it."""
        return self.act(moment, action, now_ms)

    def hint(self, moment: Answer, now_ms: int) -> Answer:
        """Answer somebody who asks for help: what was said, once more; nothing here gives a hint."""
        return moment

    def advised(self, moment: Answer, now_ms: int, _rung: int) -> Answer:
        """Answer a trainer's hint as a wish for help: nothing here has rungs."""
        return self.hint(moment, now_ms)

    def tick(self, moment: Answer, now_ms: int, speaking: bool) -> Answer | None:
        """Let time pass: only a timer of the phone can run out; None when none does."""
        before = _of(moment)
        if speaking:
            return replace(moment, tutor=replace(moment.tutor, quiet_since=now_ms), facts=())
        timer = lapsing(self.phone, moment.phone, now_ms - moment.tutor.quiet_since)
        if not timer:
            return None
        return self._answer(before, replace(before, phone=self.phone.fire(moment.phone, timer)[0]), now_ms)

    def done(self, moment: Answer, now_ms: int) -> Answer:
        """Answer «Next»."""
        before = _of(moment)
        return self._answer(before, self._run.next(before), now_ms)

    def dictation(self, moment: Answer) -> str:
        """Answer the text a voice would give in the open field; a code is never dictated."""
        return dictated(self.phone, moment.phone)

    def warm(self, moment: Answer) -> bool:
        """Answer False: there is no way to be worked out."""
        return False

    def _answer(self, before: DrillMoment | None, after: DrillMoment, now_ms: int) -> Answer:
        guidance: Guidance = replace(after.guidance, may_finish=not after.finished)
        tutor = TutorState(
            (), frozenset(), guidance, step=after.place, quiet_since=now_ms, finished=after.finished
        )
        return Drilled(tutor, after.phone, tuple(_facts(before, after)), after)


def _of(moment: Answer) -> DrillMoment:
    if not isinstance(moment, Drilled) or moment.drill is None:
        raise TypeError("a drill goes on from its own moments")
    return moment.drill


def _facts(before: DrillMoment | None, after: DrillMoment) -> list[Fact]:
    """Answer what the store may know: which item, what it was worth, how it was met."""
    known = len(before.results) if before is not None else 0
    facts = [
        Fact(
            FactKind.JUDGED,
            each.item.row,
            {"item": f"{each.item.bank}.{each.item.row}", "answer": each.answer.value, "why": each.how},
        )
        for each in after.results[known:]
    ]
    if after.finished and not (before is not None and before.finished):
        score = score_of(after.results)
        told: dict[str, Scalar] = {
            "passed": after.guidance.passed, "hits": score.hits, "misses": score.misses,
            "false_alarms": score.false_alarms, "count": len(after.results),
        }  # fmt: skip
        facts.append(Fact(FactKind.FINISHED, "", told))
    return facts
