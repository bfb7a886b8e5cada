"""What the tutor says and shows: guidance made of the author's words and of composed sentences."""

from __future__ import annotations

from dataclasses import replace

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Opinion, Step
from elder_tutor.lessons.teaching.drawing import check_of
from elder_tutor.lessons.teaching.gates import path_of
from elder_tutor.lessons.teaching.hints import rung_of
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.sentences import instruction, target_of
from elder_tutor.lessons.teaching.slips import Slip, Slips
from elder_tutor.lessons.teaching.stages import JUDGED, LED, Stage
from elder_tutor.lessons.teaching.tasks import Result, ending
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.teaching.words import LessonWords
from elder_tutor.lessons.view import Action, Do, Guidance, OpinionView, Target, Tone
from elder_tutor.text.phrase import Phrase, phrase

Said = tuple[Phrase, ...]
TRIES = 3
"""After so many wrong touches in follow a tap is named that does what a gesture does (DESIGN 7)."""

KINDLY = phrase("Never mind, no harm is done. Let us try again.")
NO_HARM = phrase("Never mind, no harm is done.")
_BACK_AGAIN = phrase("Welcome back. We go on where we stopped.")
_WATCH = phrase("Watch and listen. The hand shows every touch.")
_TOGETHER = phrase("Now we do it together, step by step.")
_FIND = phrase("Now you find the places yourself. Only the part to look in is bright.")
_ALONE = phrase("Now it is your turn, alone. A slip does no harm: we learn from it.")

_NEXT_TOUCH = phrase("Find the next touch in the bright part.")
_WHAT_DO_YOU_THINK = phrase("Tell us what you think: tap one of the answers.")
_FINISH = phrase("If you have finished, tap “I have finished”.")
_NOT_FINISHED = phrase("The task is not finished yet. Take your time.")
_SLIP = phrase("Look what happens when somebody slips here.")
_LATER = phrase("Just watch for now. Your turn comes soon.")
SEEN = phrase("Well done, you have watched the whole lesson. Now we do it together.")
DONE_TOGETHER = phrase("Well done, we have done the whole lesson together. Now find the places yourself.")
FOUND = phrase("Well done, you have found every place yourself. Now try the whole task on your own.")
_ALSO_RIGHT = phrase("That is wise too.")


class Telling:
    """Make the guidance of one lesson in one stage."""

    def __init__(self, ways: Ways, stage: Stage, words: LessonWords, slips: Slips) -> None:
        self._ways = ways
        self._lesson = ways.lesson
        self._stage = stage
        self._words = words
        self._slips = slips
        self._path = path_of(ways.lesson, ways.ask)

    def silence(self) -> Guidance:
        """Answer guidance that says nothing."""
        return Guidance((), Tone.OPENING, steps=len(self._path))

    def welcome(self, phone: PhoneState, again: bool) -> Said:
        """Answer the first sentences of a stage."""
        goal = () if self._stage in LED else self.goal(phone)
        if again:
            return (_BACK_AGAIN, *goal)
        if self._stage in JUDGED:  # the task and nothing else
            return goal
        match self._stage:
            case Stage.WATCH:
                return (*self._words.of(self._lesson.opening, phone), _WATCH)
            case Stage.FOLLOW:
                return (_TOGETHER,)
            case Stage.FIND:
                return (_FIND,)
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
        arrived: bool, wrong: bool, shows: tuple[str, Action] | None, opening: bool, tries: int = 0,
    ) -> Guidance:  # fmt: skip
        """Answer the guidance after something happened; ``tries`` are the wrong touches since progress."""
        tone = Tone.OPENING if opening else slip.tone if slip else Tone.KINDLY if wrong else Tone.STEP
        if self._stage not in LED:
            return self._alone(due, phone, lead, tone, rung, opening)
        if self._stage is Stage.FIND:
            return self._find(due, phone, lead, tone, rung, arrived, wrong)
        if shows is not None:
            return self._slipping(due, phone, lead, tone, shows[1])
        if tries >= TRIES and due.action is not None and due.action.do in (Do.HOLD, Do.SWIPE):
            # The twin of the gesture is needed now: nothing is dimmed.
            return replace(self._step(due, phone, (*lead, *self._composed(due, phone)), tone), dim=False)
        again = wrong and slip is None
        return self._step(due, phone, (*lead, *self._step_words(due, phone, arrived, again)), tone)

    def rung(self, due: Due, phone: PhoneState, lead: Said, rung: int) -> Guidance:
        """Answer a rung of the ladder, after what has to be said first; all done, how to say so."""
        if due.action is None:
            return self._bare(due, phone, (*lead, *self.goal(phone), _FINISH), Tone.HINT)
        finds = self._stage is Stage.FIND
        goal = self._sub_goal(due, phone) if finds else self.goal(phone)
        # The author's words name the taught run, which find goes through too.
        words = self._words.of(self._lesson.steps[due.step].say, phone) if finds and due.authored else ()
        made = rung_of(rung, due.action, self._ways.view(phone), goal, words)
        offered = phrase("You can write, for example, “{words}”.", words=due.text)
        example = (offered,) if due.text and rung > 1 else ()
        bare = self._bare(due, phone, (*lead, *made.say, *example), Tone.HINT)
        if finds:
            bare = self._lit(bare, due, phone)
        if finds and not made.ring:
            made = replace(made, target=bare.target, region_lit=True)
        return replace(
            bare, target=made.target, ring=made.ring, hand=made.hand, region_lit=made.region_lit, rung=rung
        )

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

    def go_on(self, guidance: Guidance, phone: PhoneState) -> Guidance:
        """Answer somebody who has finished too early: kindly, with the goal."""
        return replace(guidance, say=(_NOT_FINISHED, *self.goal(phone)), tone=Tone.KINDLY)

    def judged(self, result: Result, phone: PhoneState) -> Guidance:
        """Answer the end of a check."""
        check = check_of(self._lesson)
        said = ending(result, self._words.of(check.passed, phone), self._words.of(check.not_yet, phone))
        return replace(self.praise(phone, result.passed), say=said)

    def praise(self, phone: PhoneState, passed: bool) -> Guidance:
        """Answer the end of a stage: what was done in it, and after alone the lesson's own praise."""
        match self._stage:
            case Stage.WATCH:
                said: Said = (*self._slips.tips(phone), SEEN)
            case Stage.FOLLOW:
                said = (DONE_TOGETHER,)
            case Stage.FIND:
                said = (FOUND,)
            case _:
                said = self._words.of(self._lesson.praise, phone)
        steps = len(self._path)
        return Guidance(
            said, Tone.PRAISE, step=steps, steps=steps, finished=True, passed=passed,
            step_id=self._lesson.steps[self._path[-1]].id if steps else "",
            remember=self._words.of(self._lesson.remember, phone),
        )  # fmt: skip

    def watch_first(self, guidance: Guidance) -> Guidance:
        """Answer a touch of somebody who is to watch."""
        said = guidance.say if guidance.say[:1] == (_LATER,) else (_LATER, *guidance.say)
        return replace(guidance, say=said, tone=Tone.KINDLY)

    # --- parts ----------------------------------------------------------------------

    def goal(self, phone: PhoneState) -> Said:
        """Answer what the whole task is; in a check the drawn one."""
        judged = self._stage in JUDGED
        return self._words.of(check_of(self._lesson).say if judged else self._lesson.goal, phone)

    def _sub_goal(self, due: Due, phone: PhoneState) -> Said:
        """Answer what find asks for: the step's short noun, and never where it is."""
        name = self._words.one(self._lesson.steps[due.step].name, phone)
        said: Said = (phrase("The next step: {step}.", step=name),) if name else (_NEXT_TOUCH,)
        opinion = due.action is not None and due.action.do is Do.DECIDE
        return (*said, _WHAT_DO_YOU_THINK) if opinion else said

    def _bare(self, due: Due, phone: PhoneState, said: Said, tone: Tone) -> Guidance:
        steps, path = self._lesson.steps, self._path
        find = self._stage is Stage.FIND
        return Guidance(
            said, tone, step=path.index(due.step) + 1 if due.step in path else 0, steps=len(path),
            step_id=steps[due.step].id if steps else "",
            goal=self._sub_goal(due, phone) if find else () if self._stage in LED else self.goal(phone),
        )  # fmt: skip

    def _lit(self, bare: Guidance, due: Due, phone: PhoneState) -> Guidance:
        """Light the part of the page where the next touch is, and show the panel's question."""
        assert due.action is not None
        region = target_of(due.action, self._ways.view(phone)).region
        asks = due.action.do is Do.DECIDE
        asked = self._opinion_view(self._lesson.steps[due.step], phone) if asks else None
        return replace(bare, target=Target("", region=region), region_lit=True, opinion=asked)

    def _find(
        self, due: Due, phone: PhoneState, lead: Said, tone: Tone, rung: int, arrived: bool, wrong: bool
    ) -> Guidance:
        if rung >= 1:  # it stays until a right touch, and is always true of what is in front now
            made = self.rung(due, phone, lead, rung)
            return replace(made, tone=tone if lead else Tone.HINT)
        kindly = (NO_HARM,) if wrong and not lead else lead
        said = (*kindly, *self._sub_goal(due, phone)) if arrived or wrong else kindly
        return self._lit(self._bare(due, phone, said, tone), due, phone)

    def _alone(
        self, due: Due, phone: PhoneState, lead: Said, tone: Tone, rung: int, opening: bool
    ) -> Guidance:
        if rung >= 1 and not opening and due.action is not None:
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
