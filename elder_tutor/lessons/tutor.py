"""The tutor: stages, hints, mistakes, praise. Pure: (state, what happened, when) → (state, what to say).

In follow and find a touch is **applied** to the phone when it brings the gate nearer or leaves it as
near; one that leads away, or would make something lasting that is not wanted, is answered
kindly and the phone stays as it is. What is typed, "back" and "home" are always applied:
the tutor then knows the way from there. So the touch it asks for is always open, and any
other good choice (another open day) is right. Where the author's words offer a choice that
the lesson asks about («for me», «for my family»), the lesson goes on with what was chosen.
In alone, check and refresh everything is applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.teaching import noting
from elder_tutor.lessons.teaching.bench import Asked, Bench, otherwise, taught
from elder_tutor.lessons.teaching.facts import Fact, FactKind, Scalar, acted, lapsed
from elder_tutor.lessons.teaching.gates import fits
from elder_tutor.lessons.teaching.hints import TOP, UNASKED, may_climb
from elder_tutor.lessons.teaching.judging import TYPING, Judged, Move, Verdict, judge
from elder_tutor.lessons.teaching.ladder import Pace, ladder, usual_pace
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.moments import Answer, TutorState, with_toast
from elder_tutor.lessons.teaching.slips import Slip
from elder_tutor.lessons.teaching.stages import JUDGED, LADDER, Stage
from elder_tutor.lessons.teaching.tasks import Result, breaks
from elder_tutor.lessons.teaching.telling import Said
from elder_tutor.lessons.view import Action, Do, Guidance, Outcome, OutcomeKind

__all__ = ["Answer", "Tutor", "TutorState"]

_ALWAYS = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE, Do.BACK, Do.HOME, Do.DISMISS})
_HELD_BACK = _CHOICES = frozenset({Stage.FOLLOW, Stage.FIND})
_SHOWN = frozenset({Stage.WATCH, Stage.FOLLOW})
_TRAINER = "trainer"
"""Who gave a hint that came from the trainer's board."""


class Tutor:
    """Guide one learner through one lesson in one stage, for what is asked for (the taught run)."""

    def __init__(
        self, phone: Phone, lesson: Lesson, stage: Stage, pace: Pace | None = None, asked: Asked | None = None
    ) -> None:
        self.phone = phone
        self.lesson = lesson
        self.stage = stage
        self.pace = pace or usual_pace()
        self.asked = taught(lesson) if asked is None else asked
        self._benches: dict[Asked, Bench] = {}

    def bench(self, asked: Asked | None = None) -> Bench:
        """Answer the tools for what is asked for (in this attempt, when nothing is named)."""
        asked = self.asked if asked is None else asked
        if asked not in self._benches:
            self._benches[asked] = Bench(self.phone, self.lesson, self.stage, dict(asked))
        return self._benches[asked]

    def others(self, asked: Asked) -> tuple[Asked, ...]:
        """Answer what follow and find may be turned to by a choice that the author's words leave open."""
        offers = any(len(step.touch) > 1 for step in self.lesson.steps)
        return tuple(otherwise(self.lesson, asked)) if offers and self.stage in _CHOICES else ()

    # --- what the session calls ----------------------------------------------------

    def start(self, phone: PhoneState, now_ms: int) -> Answer:
        """Begin on a fresh phone."""
        bench = self.bench()
        done = bench.ways.passed(phone, frozenset())
        held = bench.by_state and bool(done)
        blank = TutorState(
            self.asked, frozenset() if held else done, bench.telling.silence(), rung=0, quiet_since=now_ms,
            held=held,
        )  # fmt: skip
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
        told = acted(self.phone, before, after, action, verdict is not Verdict.WRONG, keep)
        facts = [noting.fact(self.lesson, FactKind.ACTED, judged.due, told)]
        if self.stage is not Stage.WATCH:
            facts += noting.noticed(self.lesson, slip, judged.due)
        if keep and verdict is Verdict.RIGHT:
            facts += noting.step_done(self.lesson, judged, action, tutor.done)
        moved = self._moved(tutor, judged, move, verdict) if keep else tutor
        answer = self._led if self.stage in _SHOWN else self._answered
        answered = answer(moved, after if keep else before, now_ms, verdict, slip, action, tuple(facts))
        return with_toast(answered, outcomes) if keep else answered

    def lapsed(
        self, tutor: TutorState, before: PhoneState, timer: str, outcomes: Sequence[Outcome],
        after: PhoneState, now_ms: int,
    ) -> Answer:  # fmt: skip
        """Answer a timer that ran out on the phone: nothing the learner did, so nothing is judged."""
        if tutor.finished:
            return Answer(tutor, before)
        bench = self.bench(tutor.asked)
        due = self._due(bench, tutor, before)
        done = frozenset() if bench.by_state else bench.ways.passed(after, tutor.done)
        said = tuple(o.phrase for o in outcomes if o.phrase is not None and o.kind is not OutcomeKind.TOAST)
        facts = (noting.fact(self.lesson, FactKind.ACTED, due, lapsed(timer)),)
        moved = replace(tutor, done=done, quiet_since=now_ms)
        return with_toast(self._turn(moved, after, said, None, facts, Verdict.HARMLESS), outcomes)

    def hint(self, tutor: TutorState, phone: PhoneState, now_ms: int, by: str = "request") -> Answer:
        """Give the next rung; within two seconds of the last one, or above the top, the same again."""
        if tutor.finished:
            return Answer(tutor, phone)
        tutor = replace(tutor, quiet_since=now_ms)
        if self.stage not in _SHOWN:
            climbs = may_climb(tutor.rung, tutor.hinted_at, now_ms)
            return self._climbed(tutor, phone, now_ms, by) if climbs else Answer(tutor, phone)
        return self._reworded(tutor, phone, by)

    def advised(self, tutor: TutorState, phone: PhoneState, now_ms: int, rung: int) -> Answer:
        """Give this rung or the next one above, because a trainer sent it.

        The trainer sees the learner: no time need lie between this rung and the one before.
        """
        if tutor.finished:
            return Answer(tutor, phone)
        tutor = replace(tutor, quiet_since=now_ms)
        if self.stage in _SHOWN:
            return self._reworded(tutor, phone, _TRAINER)
        return self._climbed(tutor, phone, now_ms, _TRAINER, least=min(rung, TOP))

    def tick(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, speaking: bool = False
    ) -> Answer | None:
        """Answer None while there is nothing new; otherwise the rung that waiting brings.

        ``speaking`` while a sentence is being said: waiting begins at its end.
        """
        if speaking:
            return Answer(replace(tutor, quiet_since=now_ms), phone)
        waited = abs(now_ms - tutor.quiet_since) >= self.pace.wait_ms
        if self.stage not in LADDER or tutor.finished or not waited:
            return None
        climbs = may_climb(tutor.rung, tutor.hinted_at, now_ms)
        return self._climbed(tutor, phone, now_ms, "idle") if climbs else None

    def done(self, tutor: TutorState, phone: PhoneState, now_ms: int) -> Answer:
        """Answer a learner who says that the task is finished.

        A check is judged as the phone stands now; in alone somebody who is too early goes on.
        """
        bench = self.bench(tutor.asked)
        if tutor.finished or not bench.by_state:
            return Answer(tutor, phone)
        tutor = replace(tutor, quiet_since=now_ms)
        if self.stage not in JUDGED and not bench.ways.passed(phone, frozenset()):
            return Answer(replace(tutor, guidance=bench.telling.go_on(tutor.guidance, phone)), phone)
        return self._ended(tutor, phone, Due(tutor.step, None), ())

    def interrupted(self, tutor: TutorState) -> TutorState:
        """Answer a touch while the learner is to watch: kindly, and nothing is changed."""
        return replace(tutor, guidance=self.bench(tutor.asked).telling.watch_first(tutor.guidance))

    # --- judging ----------------------------------------------------------------------

    def _judged(self, tutor: TutorState, move: Move) -> tuple[TutorState, Judged]:
        """Judge a move, by what was chosen where the author's words leave the choice."""
        judged = judge(self.bench(tutor.asked), tutor.done, tutor.skipped, move)
        steps = self.lesson.steps
        step = steps[judged.due.step] if steps and self.stage in _CHOICES else None
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
        return self.stage not in _HELD_BACK or verdict is not Verdict.WRONG or action.do in _ALWAYS

    def _moved(self, tutor: TutorState, judged: Judged, move: Move, verdict: Verdict) -> TutorState:
        """Answer the state after a touch that counts."""
        by_state = self.bench(tutor.asked).by_state
        check = self.lesson.check if self.stage in JUDGED else None
        slip = verdict is Verdict.WRONG and move.action.do not in TYPING
        passed, near = len(judged.done) > len(tutor.done), (judged.now.length, judged.now.letters)
        nearer = verdict is Verdict.RIGHT and (passed or near < tutor.near)
        return replace(
            tutor, done=frozenset() if by_state else judged.done, skipped=judged.skipped,
            slips=tutor.slips + slip, near=near if nearer else tutor.near,
            wrong=0 if nearer else tutor.wrong,
            broke=tutor.broke or (check is not None and breaks(check, move.action, move.outcomes)),
        )  # fmt: skip

    def _result(self, tutor: TutorState, phone: PhoneState) -> Result | None:
        """Answer how a check ends here; None in the other stages."""
        check = self.lesson.check
        if self.stage not in JUDGED or check is None:
            return None
        reached = bool(self.bench(tutor.asked).ways.passed(phone, frozenset()))
        few = check.most_wrong is None or tutor.slips <= check.most_wrong
        return Result(reached, tutor.highest <= 0, not tutor.broke, few)

    # --- answering ----------------------------------------------------------------------

    def _led(
        self, tutor: TutorState, phone: PhoneState, _now_ms: int, verdict: Verdict, slip: Slip | None,
        action: Action, facts: tuple[Fact, ...],
    ) -> Answer:  # fmt: skip
        """Answer in watch and follow: kindly if need be, then the step."""
        if slip and self.stage is Stage.WATCH:
            tutor = replace(tutor, shown=tutor.shown | {slip.mistake})
        tutor = replace(tutor, wrong=tutor.wrong + (verdict is Verdict.WRONG))
        said = self.bench(tutor.asked).telling.answer(verdict is Verdict.WRONG, slip, action)
        return self._turn(tutor, phone, said, slip, facts, verdict)

    def _answered(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, verdict: Verdict, slip: Slip | None,
        _action: Action, facts: tuple[Fact, ...],
    ) -> Answer:  # fmt: skip
        """Answer where the learner decides: what was recognised, and after the second wrong the next rung.

        In a check only the app itself speaks, and what keeps somebody safe.
        """
        said = slip.words if slip else ()
        if slip and self.stage in JUDGED and not slip.stopped:
            said = slip.own
        if verdict is Verdict.RIGHT:
            return self._turn(replace(tutor, rung=UNASKED), phone, said, slip, facts, verdict)
        wrong = tutor.wrong + (verdict is Verdict.WRONG)
        helps = wrong >= ladder().wrong_actions and self.stage in LADDER
        if helps and may_climb(tutor.rung, tutor.hinted_at, now_ms):
            climbed = self._climbed(replace(tutor, wrong=0), phone, now_ms, "wrong", said, least=1)
            return replace(climbed, facts=(*facts, *climbed.facts))
        return self._turn(replace(tutor, wrong=wrong), phone, said, slip, facts, verdict)

    def _turn(
        self, tutor: TutorState, phone: PhoneState, lead: Said, slip: Slip | None = None,
        facts: tuple[Fact, ...] = (), verdict: Verdict | None = None,
    ) -> Answer:  # fmt: skip
        """Answer what is due now; without a verdict somebody has just arrived."""
        bench = self.bench(tutor.asked)
        due = self._due(bench, tutor, phone)
        reached = not bench.by_state or bool(bench.ways.passed(phone, tutor.done))
        if due.action is None and reached and not tutor.held:
            return self._ended(tutor, phone, due, facts)
        arrived = due.step != tutor.step or verdict is None
        shows = bench.slips.to_show(phone, due, tutor.shown) if self.stage is Stage.WATCH else None
        wrong, opening = verdict is Verdict.WRONG, verdict is None
        guidance = bench.telling.turn(
            due, phone, lead, slip, tutor.rung, arrived, wrong, shows, opening, tutor.wrong
        )
        return Answer(replace(tutor, step=due.step, guidance=self._marked(tutor, guidance)), phone, facts)

    def _due(self, bench: Bench, tutor: TutorState, phone: PhoneState) -> Due:
        """Answer what is due. In a check nobody is told, so nothing is looked for until a hint is given."""
        if self.stage in JUDGED and tutor.rung < 1:
            return Due(tutor.step, None)
        return bench.leads.due(phone, tutor.done, tutor.skipped)

    def _ended(self, tutor: TutorState, phone: PhoneState, due: Due, facts: tuple[Fact, ...]) -> Answer:
        """Answer the end of a stage."""
        telling, result = self.bench(tutor.asked).telling, self._result(tutor, phone)
        guidance = telling.judged(result, phone) if result else telling.praise(phone, tutor.highest <= 0)
        told = noting.finished(self.lesson, due, result, tutor.highest)
        ended = replace(tutor, finished=True, step=due.step, guidance=guidance)
        return Answer(ended, phone, (*facts, told))

    def _marked(self, tutor: TutorState, guidance: Guidance) -> Guidance:
        """Mark that the learner may say «I have finished»."""
        return replace(guidance, may_finish=True) if self.stage in JUDGED or tutor.held else guidance

    def _reworded(self, tutor: TutorState, phone: PhoneState, by: str) -> Answer:
        """Say what is due in other words, where the tutor leads by the hand anyway."""
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        guidance = bench.telling.helped(due, phone, tutor.guidance)
        return Answer(replace(tutor, guidance=guidance), phone, (noting.hint(self.lesson, due, 0, by),))

    def _climbed(
        self, tutor: TutorState, phone: PhoneState, now_ms: int, by: str, lead: Said = (), least: int = 0
    ) -> Answer:
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        given = dict(tutor.given)
        rung = min(max(tutor.rung + 1, least, given.get(due, UNASKED)), TOP)
        if due.action is None:  # all is done: saying so is no hint
            rung = 0
        given[due] = rung
        climbed = replace(
            tutor, rung=rung, highest=max(tutor.highest, rung), hinted_at=now_ms, quiet_since=now_ms,
            step=due.step, given=tuple(given.items()),
            guidance=self._marked(tutor, bench.telling.rung(due, phone, lead, rung)),
        )  # fmt: skip
        return Answer(climbed, phone, (noting.hint(self.lesson, due, rung, by),))

    def _decided(self, tutor: TutorState, action: Action, phone: PhoneState) -> Answer:
        """Answer an opinion: taught, never scored."""
        bench = self.bench(tutor.asked)
        due = bench.leads.due(phone, tutor.done, tutor.skipped)
        opinion = self.lesson.steps[due.step].opinion if self.lesson.steps else None
        asked = due.action is not None and due.action.do is Do.DECIDE and action.element == due.action.element
        if opinion is None or not asked:
            return Answer(tutor, phone)
        right = action.row == opinion.answer or action.row in opinion.also_right
        told: dict[str, Scalar] = {"do": action.do.value, "opinion": action.row, "right": right}
        facts = [noting.fact(self.lesson, FactKind.ACTED, due, told)]
        if right:
            facts.append(noting.fact(self.lesson, FactKind.STEP_DONE, due))
            done = bench.ways.passed(phone, tutor.done | {due.gate})
            tutor = replace(tutor, done=done, rung=UNASKED, wrong=0)
        verdict = Verdict.RIGHT if right else Verdict.WRONG
        said = bench.telling.opinion(opinion, action.row, phone)
        return self._turn(tutor, phone, said, None, tuple(facts), verdict)
