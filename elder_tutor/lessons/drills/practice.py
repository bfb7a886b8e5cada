"""One run of a drill: item after item on a fresh phone, told afterwards what each one was.

Every moment is a value, as in a lesson. The run has two phases for each item: the item itself,
in which nothing is said that could give it away, and the telling, in which its signs are named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.drills.choosing import Item, draw, items_of
from elder_tutor.lessons.drills.judging import UNTOUCHED, Answer, Behaviour, behaved, judged
from elder_tutor.lessons.drills.model import Bank, Drill
from elder_tutor.lessons.model import Lesson, Pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Text
from elder_tutor.lessons.teaching.practice import Setting
from elder_tutor.lessons.view import Action, Guidance, Outcome, OutcomeKind, ScreenView, Tone
from elder_tutor.text.phrase import Phrase, phrase, with_values

Said = tuple[Phrase, ...]

_BEGIN = phrase("Some of what comes is genuine, some is a fraud. Do what you would do at home.")
_GO_ON = phrase("When you are done with it, tap “Next”.")
_COMES = phrase("Number {item} of {items}. Look at the phone.")
_TOLD: Mapping[Answer, Phrase] = {
    Answer.HIT: phrase("Well done, you gave nothing away. This was a fraud."),
    Answer.MISS: phrase("No harm is done, we are practising. This was a fraud."),
    Answer.FALSE_ALARM: phrase("Caution is good. But this one was genuine."),
    Answer.RIGHT: phrase("Well done. This one was genuine."),
}
_STOPPED = phrase("Never mind, the fraudster is the one at fault. Tap “Next”.")
_RESULT = phrase("You met {good} of {items} well.")
_ALL = phrase("Well done, you met all of them well.")


@dataclass(frozen=True, slots=True)
class Judged:
    """One item that is over: what its answer was worth, and what was done (fell, guarded, …)."""

    item: Item
    answer: Answer
    how: str


@dataclass(frozen=True, slots=True)
class DrillMoment:
    """Where somebody stands in a drill. ``told`` says that the item in hand is over and explained."""

    phone: PhoneState
    guidance: Guidance
    place: int = 0
    behaviour: Behaviour = UNTOUCHED
    told: bool = False
    results: tuple[Judged, ...] = ()
    finished: bool = False

    @property
    def latest(self) -> Judged | None:
        """Answer the item that was judged last."""
        return self.results[-1] if self.results else None


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of a run: frauds met well (hits), fallen for, genuine refused, genuine met well."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    right: int = 0

    @property
    def good(self) -> int:
        """Answer how many items were met well."""
        return self.hits + self.right


def score_of(results: tuple[Judged, ...]) -> Score:
    """Count the results of a run."""
    count = {answer: sum(each.answer is answer for each in results) for answer in Answer}
    return Score(count[Answer.HIT], count[Answer.MISS], count[Answer.FALSE_ALARM], count[Answer.RIGHT])


def lesson_of(drill: Drill) -> Lesson:
    """Answer a drill as pages and stores know what is practised: a lesson without steps."""
    return Lesson(
        id=drill.id, revision=drill.revision, course=drill.course, title=drill.title, icon=drill.icon,
        minutes=drill.minutes, needs=drill.needs, apps=(), start=drill.start, prepare=drill.prepare, ask=(),
        opening=drill.opening, goal=(), steps=(), mistakes=(), check=None, praise=drill.praise,
        remember=drill.remember,
    )  # fmt: skip


@dataclass(slots=True)
class DrillPractice:
    """Go through a drill of a pack on the day and with the seed of ``setting``."""

    pack: Pack
    drill: Drill
    setting: Setting
    phone: Phone = field(init=False)
    items: tuple[Item, ...] = field(init=False)

    def __post_init__(self) -> None:
        setting = self.setting
        self.phone = Phone(
            self.pack.apps, self.pack.id, setting.today, setting.seed, setting.week_start, setting.weekend,
            self.pack.home,
        )  # fmt: skip
        there = [each for bank in self.drill.banks for each in items_of(self.phone, bank)]
        self.items = draw(self.drill, there, setting.seed)

    def start(self) -> DrillMoment:
        """Begin with the first item; a drill without items is over at once."""
        if not self.items:
            return self._over(DrillMoment(self.phone.start(), Guidance((), Tone.OPENING)))
        return self._item(0, (*self._of(self.drill.opening), _BEGIN), ())

    def view(self, moment: DrillMoment) -> ScreenView:
        """Answer what stands on the phone's screen."""
        return self.phone.view(moment.phone)

    def act(self, moment: DrillMoment, action: Action) -> tuple[DrillMoment, tuple[Outcome, ...]]:
        """Answer a touch: the phone does it, and how it was met is noted without a word.

        A safety stop is explained at once. What is done after the telling changes nothing.
        """
        if moment.told or moment.finished:
            return moment, ()
        after, outcomes = self.phone.apply(moment.phone, action)
        changed = not any(outcome.kind is OutcomeKind.NOTHING for outcome in outcomes)
        behaviour = behaved(moment.behaviour, self._bank(moment), action, outcomes, changed)
        said = tuple(
            outcome.phrase
            for outcome in outcomes
            if outcome.kind in (OutcomeKind.STOPPED, OutcomeKind.SAID) and outcome.phrase is not None
        )
        moment = replace(moment, phone=after, behaviour=behaviour)
        if behaviour.fell:
            return self._told(moment, said), outcomes
        if said:
            moment = replace(moment, guidance=replace(moment.guidance, say=said, tone=Tone.HINT))
        return moment, outcomes

    def next(self, moment: DrillMoment) -> DrillMoment:
        """Answer «Next»: the item in hand is told, or the one after it comes, or the drill is over."""
        if moment.finished:
            return moment
        if not moment.told:
            return self._told(moment, ())
        place = moment.place + 1
        return self._item(place, (), moment.results) if place < len(self.items) else self._over(moment)

    # --- inside ---------------------------------------------------------------------

    def _bank(self, moment: DrillMoment) -> Bank:
        wanted = self.items[moment.place].bank
        return next(bank for bank in self.drill.banks if bank.id == wanted)

    def _item(self, place: int, lead: Said, results: tuple[Judged, ...]) -> DrillMoment:
        item = self.items[place]
        bank = next(each for each in self.drill.banks if each.id == item.bank)
        fresh = self.phone.start(lesson_of(self.drill))
        phone, _ = self.phone.carry_out(fresh, bank.deliver, {"item": item.row})
        comes = with_values(_COMES, {"item": place + 1, "items": len(self.items)})
        say = (*lead, comes, _GO_ON)
        return DrillMoment(phone, self._guidance(say, Tone.STEP, place), place, results=results)

    def _told(self, moment: DrillMoment, lead: Said) -> DrillMoment:
        item = self.items[moment.place]
        answer = judged(item.fraud, moment.behaviour)
        signs = self._of((item.signs,)) if item.signs else ()
        stopped = (_STOPPED,) if answer is Answer.MISS else ()
        tone = Tone.SAFETY if answer is Answer.MISS else Tone.PRAISE if answer.good else Tone.MISTAKE
        return replace(
            moment,
            told=True,
            results=(*moment.results, Judged(item, answer, moment.behaviour.how.value)),
            guidance=self._guidance((*lead, _TOLD[answer], *signs, *stopped), tone, moment.place),
        )

    def _over(self, moment: DrillMoment) -> DrillMoment:
        score, count = score_of(moment.results), len(self.items)
        some = with_values(_RESULT, {"good": score.good, "items": count})
        result = _ALL if count and score.good == count else some
        say = (result, *self._of(self.drill.praise))
        remember = self._of(self.drill.remember)
        guidance = self._guidance((*say, *remember), Tone.PRAISE, count)
        passed = bool(count) and score.good == count
        guidance = replace(guidance, finished=True, passed=passed, remember=remember)
        return replace(moment, finished=True, guidance=guidance)

    def _guidance(self, say: Said, tone: Tone, place: int) -> Guidance:
        count = len(self.items)
        return Guidance(say, tone, step=min(place + 1, count), steps=count)

    def _of(self, texts: tuple[Text, ...]) -> Said:
        return tuple(Phrase(text, self.pack.id) for text in texts if text)
