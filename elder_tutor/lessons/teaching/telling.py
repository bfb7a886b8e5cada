"""What the tutor says and shows: guidance made of the author's words and of composed sentences."""

from __future__ import annotations

from dataclasses import replace

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Opinion, Step
from elder_tutor.lessons.teaching.hints import rung_of
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.sentences import instruction, target_of
from elder_tutor.lessons.teaching.slips import Slip, Slips
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.teaching.words import LessonWords
from elder_tutor.lessons.view import Action, Do, Guidance, OpinionView, Tone
from elder_tutor.text.phrase import Phrase, phrase

Said = tuple[Phrase, ...]

KINDLY = phrase("Never mind, no harm is done. Let us try again.")
NO_HARM = phrase("Never mind, no harm is done.")
_BACK_AGAIN = phrase("Welcome back. We go on where we stopped.")
_WATCH = phrase("Watch and listen. The hand shows every touch.")
_TOGETHER = phrase("Now we do it together, step by step.")
_ALONE = phrase("Now it is your turn, alone. A slip does no harm: we learn from it.")
_SLIP = phrase("Look what happens when somebody slips here.")
_LATER = phrase("Just watch for now. Your turn comes soon.")
SEEN = phrase("Well done, you have watched the whole lesson. Now we do it together.")
DONE_TOGETHER = phrase("Well done, we have done the whole lesson together. Now try it on your own.")
_ALSO_RIGHT = phrase("That is wise too.")


class Telling:
    """Make the guidance of one lesson in one stage."""

    def __init__(self, ways: Ways, stage: Stage, words: LessonWords, slips: Slips) -> None:
        self._ways = ways
        self._lesson = ways.lesson
        self._stage = stage
        self._words = words
        self._slips = slips

    def silence(self) -> Guidance:
        """Answer guidance that says nothing."""
        return Guidance((), Tone.OPENING, steps=len(self._lesson.steps))

    def welcome(self, phone: PhoneState, again: bool) -> Said:
        """Answer the first sentences of a stage."""
        goal = self._words.of(self._lesson.goal, phone) if self._stage is Stage.ALONE else ()
        if again:
            return (_BACK_AGAIN, *goal)
        match self._stage:
            case Stage.WATCH:
                return (*self._words.of(self._lesson.opening, phone), _WATCH)
            case Stage.FOLLOW:
                return (_TOGETHER,)
        return (_ALONE, *goal)

    def answer(self, wrong: bool, slip: Slip | None, action: Action) -> Said:
        """Answer what a touch is answered with before the step is said (again)."""
        if slip is not None:
            return slip.words
        if not wrong:
            return ()
        return (NO_HARM,) if action.do in (Do.BACK, Do.HOME) else (KINDLY,)

    def turn(
        self, due: Due, phone: PhoneState, lead: Said, slip: Slip | None, rung: int,
        arrived: bool, wrong: bool, shows: tuple[str, Action] | None, opening: bool,
    ) -> Guidance:  # fmt: skip
        """Answer the guidance after something happened."""
        tone = Tone.OPENING if opening else slip.tone if slip else Tone.KINDLY if wrong else Tone.STEP
        if self._stage is Stage.ALONE:
            return self._alone(due, phone, lead, tone, rung, opening)
        if shows is not None:
            return self._slipping(due, phone, lead, tone, shows[1])
        again = wrong and slip is None
        return self._step(due, phone, (*lead, *self._step_words(due, phone, arrived, again)), tone)

    def rung(self, due: Due, phone: PhoneState, lead: Said, rung: int) -> Guidance:
        """Answer a rung of the ladder, after what has to be said first."""
        assert due.action is not None
        made = rung_of(rung, due.action, self._ways.view(phone), self._goal(phone))
        offered = phrase("You can write, for example, “{words}”.", words=due.text)
        example = (offered,) if due.text and rung > 1 else ()
        return replace(
            self._bare(due, phone, (*lead, *made.say, *example), Tone.HINT),
            target=made.target, ring=made.ring, hand=made.hand, rung=rung,
        )  # fmt: skip

    def helped(self, due: Due, phone: PhoneState, guidance: Guidance) -> Guidance:
        """Answer somebody who asks for help in watch or follow: where it is, in other words."""
        if due.action is None:
            return guidance
        said = self._composed(due, phone)
        step = self._lesson.steps[due.step]
        if due.action.do is Do.DECIDE:
            said = (*self._words.of(step.say, phone), *said)
        made = self._step(due, phone, said, Tone.HINT)
        return replace(made, target=guidance.target or made.target, next_action=guidance.next_action)

    def opinion(self, opinion: Opinion, chosen: str, phone: PhoneState) -> Said:
        """Answer an opinion that was given."""
        if chosen == opinion.answer:
            return ()
        if chosen in opinion.also_right:
            return (_ALSO_RIGHT,)
        return self._words.of((opinion.wrong,), phone) or (KINDLY,)

    def praise(self, phone: PhoneState, passed: bool) -> Guidance:
        """Answer the end of a stage: what was done in it, and after alone the lesson's own praise."""
        match self._stage:
            case Stage.WATCH:
                said: Said = (*self._slips.tips(phone), SEEN)
            case Stage.FOLLOW:
                said = (DONE_TOGETHER,)
            case _:
                said = self._words.of(self._lesson.praise, phone)
        steps = len(self._lesson.steps)
        return Guidance(
            said, Tone.PRAISE, step=steps, steps=steps, finished=True, passed=passed,
            step_id=self._lesson.steps[-1].id if steps else "",
            remember=self._words.of(self._lesson.remember, phone),
        )  # fmt: skip

    def watch_first(self, guidance: Guidance) -> Guidance:
        """Answer a touch of somebody who is to watch."""
        said = guidance.say if guidance.say[:1] == (_LATER,) else (_LATER, *guidance.say)
        return replace(guidance, say=said, tone=Tone.KINDLY)

    # --- parts ----------------------------------------------------------------------

    def _goal(self, phone: PhoneState) -> Said:
        return self._words.of(self._lesson.goal, phone)

    def _bare(self, due: Due, phone: PhoneState, said: Said, tone: Tone) -> Guidance:
        steps = self._lesson.steps
        return Guidance(
            said, tone, step=due.step + 1 if steps else 0, steps=len(steps),
            step_id=steps[due.step].id if steps else "",
            goal=self._goal(phone) if self._stage is Stage.ALONE else (),
        )  # fmt: skip

    def _alone(
        self, due: Due, phone: PhoneState, lead: Said, tone: Tone, rung: int, opening: bool
    ) -> Guidance:
        if rung >= 1 and not opening:
            # The rung stays, and is always true of what is in front now.
            return replace(self.rung(due, phone, lead, rung), tone=tone if lead else Tone.HINT)
        return self._bare(due, phone, lead, tone if lead else Tone.GOAL)

    def _step(self, due: Due, phone: PhoneState, said: Said, tone: Tone) -> Guidance:
        assert due.action is not None
        step = self._lesson.steps[due.step]
        asked = self._opinion_view(step, phone) if due.action.do is Do.DECIDE else None
        return replace(
            self._bare(due, phone, said, tone),
            target=target_of(due.action, self._ways.view(phone)), ring=True, hand=True,
            # What an opinion is about has to be read: it stays bright.
            dim=self._stage is Stage.FOLLOW and asked is None,
            opinion=asked,
            next_action=due.action if self._stage is Stage.WATCH else None,
        )  # fmt: skip

    def _slipping(self, due: Due, phone: PhoneState, lead: Said, tone: Tone, slip: Action) -> Guidance:
        made = self._step(due, phone, (*lead, _SLIP), tone)
        return replace(made, target=target_of(slip, self._ways.view(phone)), next_action=slip)

    def _step_words(self, due: Due, phone: PhoneState, arrived: bool, again: bool) -> Said:
        step = self._lesson.steps[due.step]
        if due.authored:
            said = self._words.of(step.say, phone)
            # Words that fit several touches alike would not tell which of them is meant.
            return self._composed(due, phone) if again and len(step.touch) > 1 else said
        if arrived and not step.touch and not again:
            return (*self._words.of(step.say, phone), *self._composed(due, phone))
        return self._composed(due, phone)

    def _composed(self, due: Due, phone: PhoneState) -> Said:
        assert due.action is not None
        return instruction(due.action, self._ways.view(phone))

    def _opinion_view(self, step: Step, phone: PhoneState) -> OpinionView | None:
        if step.opinion is None:
            return None
        options = step.opinion.options
        said = ((name, self._words.one(text, phone), icon) for name, text, icon in options)
        return OpinionView(step.id, tuple((name, words or Phrase(""), icon) for name, words, icon in said))
