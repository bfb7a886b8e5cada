"""The tutor: stages, hints, mistakes, praise. Pure: (state, what happened, when) → (state, what to say).

In follow a touch is **applied** to the phone when it brings the gate nearer or leaves it as
near; one that leads away, or would make something lasting that is not wanted, is answered
kindly and the phone stays as it is. What is typed, "back" and "home" are always applied:
the tutor then knows the way from there. So the touch it asks for is always open, and any
other good choice (another open day) is right. Where the author's words offer a choice that
the lesson asks about («for me», «for my family»), the lesson goes on with what was chosen.
In alone everything is applied.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.teaching.bench import Asked, Bench, otherwise, taught
from elder_tutor.lessons.teaching.facts import Fact, FactKind, Scalar, acted
from elder_tutor.lessons.teaching.gates import fits
from elder_tutor.lessons.teaching.hints import SECOND_WRONG, TOP, UNASKED, USUAL, Pace, may_climb
from elder_tutor.lessons.teaching.judging import Judged, Move, Verdict, judge
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.slips import Slip
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.teaching.telling import Said
from elder_tutor.lessons.view import Action, Do, Guidance, Outcome

_ALWAYS = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE, Do.BACK, Do.HOME, Do.DISMISS})
_LONG_AGO = -(10**9)


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


class Tutor:
    """Guide one learner through one lesson in one stage."""

    def __init__(self, phone: Phone, lesson: Lesson, stage: Stage, pace: Pace = USUAL) -> None:
        self.phone = phone
        self.lesson = lesson
        self.stage = stage
        self.pace = pace
        self._benches: dict[Asked, Bench] = {}
        self._taught = taught(lesson)

    def bench(self, asked: Asked | None = None) -> Bench:
        """Answer the tools for what is asked for (in the taught run, when nothing is named)."""
        asked = self._taught if asked is None else asked
        if asked not in self._benches:
            self._benches[asked] = Bench(self.phone, self.lesson, self.stage, dict(asked))
        return self._benches[asked]

    def others(self, asked: Asked) -> tuple[Asked, ...]:
        """Answer what follow may be turned to by a choice that the author's words leave open."""
        offers = any(len(step.touch) > 1 for step in self.lesson.steps)
        return tuple(otherwise(self.lesson, asked)) if offers and self.stage is Stage.FOLLOW else ()

    # --- what the session calls ----------------------------------------------------

    def start(self, phone: PhoneState, now_ms: int) -> Answer:
        """Begin on a fresh phone."""
        bench = self.bench()
        done = bench.ways.passed(phone, frozenset())
        blank = TutorState(self._taught, done, bench.telling.silence(), rung=0, quiet_since=now_ms)
        return self._turn(blank, phone, bench.telling.welcome(phone, again=False))

    def resume(self, tutor: TutorState, phone: PhoneState, now_ms: int) -> Answer:
        """Greet somebody who comes back, with what is due now."""
        fresh = replace(tutor, rung=0, wrong=0, quiet_since=now_ms)
        return self._turn(fresh, phone, self.bench(tutor.asked).telling.welcome(phone, again=True))

    def after(
        self, tutor: TutorState, action: Action, before: PhoneState, outcomes: Sequence[Outcome],
        after: PhoneState, now_ms: int, kept: bool | None = None,
    ) -> Answer:  # fmt: skip
        """Answer an action and what the phone made of it; ``kept`` repeats an earlier decision."""
        if tutor.finished:
            return Answer(tutor, before)
        tutor = replace(tutor, quiet_since=now_ms)
        if action.do is Do.DECIDE:
            return self._decided(tutor, action, before)
        move = Move(action, before, after, tuple(outcomes))
        tutor, judged = self._judged(tutor, move)
        bench = self.bench(tutor.asked)
        slip = bench.slips.recognise(action, before, after, outcomes, judged.verdict is Verdict.RIGHT)
        verdict = judged.verdict
        if verdict is Verdict.HARMLESS and slip and slip.key:
            verdict = Verdict.WRONG
        keep = self._keeps(verdict, action) if kept is None else kept
        right = verdict is not Verdict.WRONG
        told = acted(self.phone, before, after, action, right, keep)
        facts = [self._fact(FactKind.ACTED, judged.due, told)]
        facts += self._noticed(slip, judged.due)
        if keep and verdict is Verdict.RIGHT:
            facts += self._step_done(judged, action)
        moved = replace(tutor, done=judged.done, skipped=judged.skipped) if keep else tutor
        answer = self._answered if self.stage is Stage.ALONE else self._led
        return answer(moved, after if keep else before, now_ms, verdict, slip, action, tuple(facts))

    def hint(self, tutor: TutorState, phone: PhoneState, now_ms: int, by: str = "request") -> Answer:
        """Give the next rung; within two seconds of the last one, or above the top, the same again."""
        if tutor.finished:
            return Answer(tutor, phone)
        tutor = replace(tutor, quiet_since=now_ms)
        if self.stage is Stage.ALONE:
            climbs = may_climb(tutor.rung, tutor.hinted_at, now_ms)
            return self._climbed(tutor, phone, now_ms, by) if climbs else Answer(tutor, phone)
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        guidance = bench.telling.helped(due, phone, tutor.guidance)
        return Answer(replace(tutor, guidance=guidance), phone, (self._hint(due, 0, by),))

    def tick(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, speaking: bool = False
    ) -> Answer | None:
        """Answer None while there is nothing new; otherwise the rung that waiting brings.

        ``speaking`` while a sentence is being said: waiting begins at its end.
        """
        if speaking:
            return Answer(replace(tutor, quiet_since=now_ms), phone)
        waited = abs(now_ms - tutor.quiet_since) >= self.pace.wait_ms
        if self.stage is not Stage.ALONE or tutor.finished or not waited:
            return None
        climbs = may_climb(tutor.rung, tutor.hinted_at, now_ms)
        return self._climbed(tutor, phone, now_ms, "idle") if climbs else None

    def interrupted(self, tutor: TutorState) -> TutorState:
        """Answer a touch while the learner is to watch: kindly, and nothing is changed."""
        return replace(tutor, guidance=self.bench(tutor.asked).telling.watch_first(tutor.guidance))

    # --- judging ----------------------------------------------------------------------

    def _judged(self, tutor: TutorState, move: Move) -> tuple[TutorState, Judged]:
        """Judge a move, by what was chosen where the author's words leave the choice."""
        judged = judge(self.bench(tutor.asked), tutor.done, tutor.skipped, move)
        steps = self.lesson.steps
        step = steps[judged.due.step] if steps and self.stage is Stage.FOLLOW else None
        if step is None or len(step.touch) < 2 or not fits(step, move.action):
            return tutor, judged
        asked = self._chosen(tutor, move.after)
        if asked == tutor.asked:
            return tutor, judged
        return replace(tutor, asked=asked), judge(self.bench(asked), tutor.done, tutor.skipped, move)

    def _chosen(self, tutor: TutorState, phone: PhoneState) -> Asked:
        """Answer what has to be asked for so that the gate that asks is nearest."""
        best = tutor.asked
        nearest = self.bench(best).ways.length_asked(phone, tutor.done)
        for asked in self.others(best):
            length = self.bench(asked).ways.length_asked(phone, tutor.done)
            if length < nearest:
                best, nearest = asked, length
        return best

    def _keeps(self, verdict: Verdict, action: Action) -> bool:
        return self.stage is not Stage.FOLLOW or verdict is not Verdict.WRONG or action.do in _ALWAYS

    # --- answering ----------------------------------------------------------------------

    def _led(
        self, tutor: TutorState, phone: PhoneState, _now_ms: int, verdict: Verdict, slip: Slip | None,
        action: Action, facts: tuple[Fact, ...],
    ) -> Answer:  # fmt: skip
        """Answer in watch and follow: kindly if need be, then the step."""
        if slip and self.stage is Stage.WATCH:
            tutor = replace(tutor, shown=tutor.shown | {slip.mistake})
        said = self.bench(tutor.asked).telling.answer(verdict is Verdict.WRONG, slip, action)
        return self._turn(tutor, phone, said, slip, facts, verdict)

    def _answered(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, verdict: Verdict, slip: Slip | None,
        _action: Action, facts: tuple[Fact, ...],
    ) -> Answer:  # fmt: skip
        """Answer in alone: what was recognised, and after the second wrong action the next rung."""
        said = slip.words if slip else ()
        if verdict is Verdict.RIGHT:
            return self._turn(replace(tutor, rung=UNASKED, wrong=0), phone, said, slip, facts, verdict)
        wrong = tutor.wrong + (verdict is Verdict.WRONG)
        if wrong >= SECOND_WRONG and may_climb(tutor.rung, tutor.hinted_at, now_ms):
            climbed = self._climbed(replace(tutor, wrong=0), phone, now_ms, "wrong", said, least=1)
            return replace(climbed, facts=(*facts, *climbed.facts))
        return self._turn(replace(tutor, wrong=wrong), phone, said, slip, facts, verdict)

    def _turn(
        self, tutor: TutorState, phone: PhoneState, lead: Said, slip: Slip | None = None,
        facts: tuple[Fact, ...] = (), verdict: Verdict | None = None,
    ) -> Answer:  # fmt: skip
        """Answer what is due now; without a verdict somebody has just arrived."""
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        if due.action is None:
            guidance = bench.telling.praise(phone, tutor.highest <= 0)
            facts = (*facts, self._fact(FactKind.FINISHED, due))
            return Answer(replace(tutor, finished=True, step=due.step, guidance=guidance), phone, facts)
        arrived = due.step != tutor.step or verdict is None
        shows = bench.slips.to_show(phone, due, tutor.shown) if self.stage is Stage.WATCH else None
        wrong, opening = verdict is Verdict.WRONG, verdict is None
        guidance = bench.telling.turn(due, phone, lead, slip, tutor.rung, arrived, wrong, shows, opening)
        return Answer(replace(tutor, step=due.step, guidance=guidance), phone, facts)

    def _climbed(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, by: str, lead: Said = (), least: int = 0
    ) -> Answer:
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        given = dict(tutor.given)
        rung = given[due] = min(max(tutor.rung + 1, least, given.get(due, UNASKED)), TOP)
        climbed = replace(
            tutor, rung=rung, highest=max(tutor.highest, rung), hinted_at=now_ms, quiet_since=now_ms,
            step=due.step, given=tuple(given.items()), guidance=bench.telling.rung(due, phone, lead, rung),
        )  # fmt: skip
        return Answer(climbed, phone, (self._hint(due, rung, by),))

    def _decided(self, tutor: TutorState, action: Action, phone: PhoneState) -> Answer:
        """Answer an opinion: taught, never scored."""
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        opinion = self.lesson.steps[due.step].opinion
        asked = due.action is not None and due.action.do is Do.DECIDE and action.element == due.action.element
        if opinion is None or not asked:
            return Answer(tutor, phone)
        right = action.row == opinion.answer or action.row in opinion.also_right
        told: dict[str, Scalar] = {"do": action.do.value, "opinion": action.row, "right": right}
        facts = [self._fact(FactKind.ACTED, due, told)]
        if right:
            facts.append(self._fact(FactKind.STEP_DONE, due))
            tutor = replace(tutor, done=bench.ways.passed(phone, tutor.done | {due.gate}))
        verdict = Verdict.RIGHT if right else Verdict.WRONG
        said = bench.telling.opinion(opinion, action.row, phone)
        return self._turn(tutor, phone, said, None, tuple(facts), verdict)

    # --- facts ----------------------------------------------------------------------------

    def _fact(self, kind: FactKind, due: Due, data: Mapping[str, Scalar] | None = None) -> Fact:
        steps = self.lesson.steps
        return Fact(kind, steps[due.step].id if steps else "", data or {})

    def _hint(self, due: Due, rung: int, by: str) -> Fact:
        return self._fact(FactKind.HINT, due, {"rung": rung, "by": by})

    def _noticed(self, slip: Slip | None, due: Due) -> list[Fact]:
        if slip is None or self.stage is Stage.WATCH:
            return []
        found: list[Fact] = []
        if slip.key:
            kind = FactKind.STOPPED if slip.stopped else FactKind.REFUSED
            found.append(self._fact(kind, due, {"key": slip.key}))
        if slip.mistake:
            found.append(self._fact(FactKind.MISTAKE, due, {"mistake": slip.mistake}))
        return found

    def _step_done(self, judged: Judged, action: Action) -> list[Fact]:
        due, now = judged.due, judged.now
        if now.action is not None and now.step <= due.step:
            return []
        steps = self.lesson.steps
        made = next((each for each in steps[due.step : now.step + 1] if fits(each, action)), None)
        return [Fact(FactKind.STEP_DONE, (made or steps[due.step]).id)]
