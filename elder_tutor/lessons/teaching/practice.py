"""One lesson in one stage on one phone: phone, route and tutor put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson, Pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.teaching.drawing import Asked, check_of, drawn, started, taught
from elder_tutor.lessons.teaching.facts import ANSWERED, TICK, Scalar
from elder_tutor.lessons.teaching.ladder import Pace
from elder_tutor.lessons.teaching.stages import JUDGED, Stage
from elder_tutor.lessons.teaching.writing import is_free
from elder_tutor.lessons.tutor import Answer, Tutor, TutorState
from elder_tutor.lessons.view import Action, Do, Outcome, OutcomeKind, ScreenView

_TYPED = frozenset({Do.KEY, Do.DELETE, Do.WRITE})


@dataclass(frozen=True, slots=True)
class Setting:
    """What an attempt is made of besides the lesson: the day, the seed, the region's week."""

    today: date
    seed: int
    week_start: int
    weekend: frozenset[int]
    pace: Pace | None = None
    """Of this learner; None for somebody who is not known yet."""


def phone_of(pack: Pack, setting: Setting) -> Phone:
    """Answer the phone of a pack on the day of an attempt."""
    return Phone(
        pack.apps, pack.id, setting.today, setting.seed, setting.week_start, setting.weekend, pack.home
    )


def dictated(phone: Phone, state: PhoneState) -> str:
    """Answer the text a voice would give in the open field; "" for a code and without a field."""
    tray = state.tray
    sample = phone.sample(tray.field, state) if tray else ""
    return sample if tray and is_free(phone, tray.field, sample) else ""


def lapsing(phone: Phone, state: PhoneState, quiet_ms: int) -> str:
    """Answer the timer that runs out after so much time without a touch; "" when none does."""
    due = phone.due(state)
    return due[0] if due is not None and abs(quiet_ms) >= due[1] * 1000 else ""


class Practice:
    """Go through a lesson. Every moment is an Answer; nothing is kept but what answers faster.

    ``asked`` are the values the attempt asks for: the taught ones, or in a check those drawn
    by the setting's seed; an attempt that is taken up again brings its own.
    """

    def __init__(
        self, pack: Pack, lesson: Lesson, stage: Stage, setting: Setting, asked: Asked | None = None
    ) -> None:
        """Get everything ready. Raises KnownError for the check of a lesson that has none."""
        if stage in JUDGED:
            check_of(lesson)
        self.lesson = lesson
        self.stage = stage
        self.phone = phone_of(pack, setting)
        if asked is None:
            asked = drawn(self.phone, lesson, setting.seed) if stage in JUDGED else taught(lesson)
        self.asked = asked
        self.tutor = Tutor(self.phone, lesson, stage, setting.pace, asked)
        self._warmed = 0

    def start(self, now_ms: int) -> Answer:
        """Begin on a fresh phone."""
        fresh = started(self.phone, self.lesson, self.asked, self.stage in JUDGED)
        return self.tutor.start(fresh, now_ms)

    def view(self, moment: Answer) -> ScreenView:
        """Answer what stands on the phone's screen."""
        return self.tutor.bench().ways.view(moment.phone)

    def act(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Answer a touch of the learner; in watch the phone is the tutor's."""
        if self.stage is Stage.WATCH:
            return Answer(self.tutor.interrupted(moment.tutor), moment.phone), ()
        return self.perform(moment, action, now_ms)

    def perform(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Do an action on the phone, whoever does it."""
        after, outcomes = self.phone.apply(moment.phone, action)
        answer = self.tutor.after(moment.tutor, action, moment.phone, outcomes, after, now_ms)
        return answer, outcomes

    def hint(self, moment: Answer, now_ms: int) -> Answer:
        """Give the next rung, because somebody asked."""
        return self.tutor.hint(moment.tutor, moment.phone, now_ms)

    def advised(self, moment: Answer, now_ms: int, rung: int) -> Answer:
        """Give this rung or the next one above, because a trainer sent it."""
        return self.tutor.advised(moment.tutor, moment.phone, now_ms, rung)

    def tick(self, moment: Answer, now_ms: int, speaking: bool) -> Answer | None:
        """Let time pass; None when nothing comes of it. A timer of the phone runs out before a hint comes."""
        if not speaking and not moment.tutor.finished:
            timer = lapsing(self.phone, moment.phone, now_ms - moment.tutor.quiet_since)
            if timer:
                return self.fire(moment, timer, now_ms)
        return self.tutor.tick(moment.tutor, moment.phone, now_ms, speaking)

    def fire(self, moment: Answer, timer: str, now_ms: int) -> Answer:
        """Let a timer of the phone run out."""
        after, outcomes = self.phone.fire(moment.phone, timer)
        return self.tutor.lapsed(moment.tutor, moment.phone, timer, outcomes, after, now_ms)

    def done(self, moment: Answer, now_ms: int) -> Answer:
        """Take it that the learner says: I have finished."""
        return self.tutor.done(moment.tutor, moment.phone, now_ms)

    def dictation(self, moment: Answer) -> str:
        """Answer the text a voice would give in the open field; a code is never dictated."""
        return dictated(self.phone, moment.phone)

    def warm(self, moment: Answer) -> bool:
        """Work out the way through one gate more, ahead of time; False when all are ready."""
        ways = self.tutor.bench(moment.tutor.asked).ways
        place, gates = self._warmed, len(ways.gates)
        self._warmed += 1
        if place < gates:
            ways.way(moment.phone, frozenset(range(place)))
            return True
        others = self.tutor.others(moment.tutor.asked)
        if place - gates < len(others):  # what a choice of the learner may turn the lesson to
            self.tutor.bench(others[place - gates]).ways.length_asked(moment.phone, frozenset())
            return True
        return False

    # --- taking an attempt up again --------------------------------------------------

    def repeat(self, moment: Answer, told: Mapping[str, Scalar], at_ms: int) -> Answer:
        """Do again what an event tells of; a written field gets its class's sample, marked as one."""
        if told.get("mode") == ANSWERED:
            return moment
        if told.get("do") == TICK:
            return self.fire(moment, str(told.get("element", "")), at_ms)
        action = self._told(moment.tutor, told)
        if action is None:
            return moment
        before = moment.phone
        if action.do in _TYPED:
            after = self._rewritten(before, action.element, str(told.get("class", "")))
            letters = self.phone.letters(after, self.phone.var_of(action.element))
            action = Action(Do.WRITE, action.element, text=letters)
            outcomes: tuple[Outcome, ...] = (Outcome(OutcomeKind.CHANGED),)
        else:
            after, outcomes = self.phone.apply(before, action)
        return self.tutor.after(moment.tutor, action, before, outcomes, after, at_ms, kept=True)

    def hinted(self, moment: Answer, rung: int) -> Answer:
        """Remember that a rung was given before the attempt was left."""
        tutor = replace(moment.tutor, highest=max(moment.tutor.highest, rung))
        return Answer(tutor, moment.phone)

    def resume(self, moment: Answer, now_ms: int) -> Answer:
        """Greet somebody who comes back to this moment.

        A begun code comes back empty: an example in its place would only have to be deleted.
        """
        phone = moment.phone
        for element in self.view(moment).elements:
            wanted = self.phone.sample(element.id, phone) if element.sample else ""
            if wanted and wanted != element.letters and not is_free(self.phone, element.id, wanted):
                phone = self.phone.restore_text(phone, element.id, EMPTY)
        return self.tutor.resume(moment.tutor, phone, now_ms)

    def _told(self, tutor: TutorState, told: Mapping[str, Scalar]) -> Action | None:
        try:
            do = Do(str(told.get("do", "")))
        except ValueError:
            return None  # told by a newer program
        element = str(told.get("element", ""))
        if do is Do.DECIDE:
            return Action(do, self.lesson.steps[tutor.step].id, row=str(told.get("opinion", "")))
        level = told.get("level", 0)
        text = str(told.get("layer", ""))
        return Action(do, element, str(told.get("row", "")), level if isinstance(level, int) else 0, text)

    def _rewritten(self, phone: PhoneState, element: str, named: str) -> PhoneState:
        return self.phone.restore_text(phone, element, named)
