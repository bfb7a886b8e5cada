"""Likely mistakes: recognised when they happen, and shown once in watch with their repair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson, Mistake, Value
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.teaching.words import LessonWords
from elder_tutor.lessons.view import Action, Do, Outcome, OutcomeKind, Tone
from elder_tutor.text.phrase import Phrase, phrase

_SHOWN_BY = frozenset({Do.TAP, Do.PICK, Do.HOLD, Do.SWIPE, Do.SET, Do.WRITE, Do.BACK, Do.HOME})
FARTHEST = 6
"""How many actions longer the way may become through a slip that watch shows."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What was recognised: a likely mistake of the lesson, or the app's own refusal or stop."""

    words: tuple[Phrase, ...]
    tone: Tone
    key: str = ""
    """Of a refusal or a stop."""
    mistake: str = ""
    """The id of the lesson's mistake."""
    stopped: bool = False
    own: tuple[Phrase, ...] = ()
    """What the app itself says: all that is heard where the tutor keeps silent."""


class Slips:
    """Recognise and show the mistakes of one lesson."""

    def __init__(self, ways: Ways, lesson: Lesson, words: LessonWords, ask: Mapping[str, Value]) -> None:
        self._ways = ways
        self._mistakes = lesson.mistakes
        self._words = words
        self._ask = ask

    def recognise(
        self, action: Action, before: PhoneState, after: PhoneState, outcomes: Sequence[Outcome], right: bool
    ) -> Slip | None:
        """Answer what went wrong, the lesson's own words before the app's; None when nothing is known."""
        for outcome in outcomes:
            if outcome.kind is OutcomeKind.STOPPED:
                return self._told(outcome, "stopped", Tone.SAFETY, after)
        for outcome in outcomes:
            if outcome.kind is OutcomeKind.SAID:
                return self._told(outcome, "said", Tone.MISTAKE, after)
        for mistake in self._mistakes:
            if mistake.did and mistake.did == action.element and not right:
                return self._of(mistake, after)
            if mistake.when is not None and self._began(mistake, before, after):
                return self._of(mistake, after)
        return None

    def tips(self, state: PhoneState) -> tuple[Phrase, ...]:
        """Answer the advice that has no trigger."""
        tips = (self._words.of(each.say, state) for each in self._mistakes if each.tip)
        return tuple(phrase for tip in tips for phrase in tip)

    def to_show(self, state: PhoneState, due: Due, shown: frozenset[str]) -> tuple[str, Action] | None:
        """Answer a mistake to be shown now and the action that makes it.

        It is shown when its element is due anyway, or at the last moment when it can be made.
        """
        waiting = [each for each in self._marked(shown) if each.id not in shown]
        if not waiting or due.action is None or due.action.do is Do.DECIDE:
            return None
        wanted = {each.id for each in waiting}
        phone = self._ways.phone
        later, _ = phone.apply(state, due.action)
        for action in phone.actions(state):
            name = self._made_by(action, state, wanted)
            if not name or not self._repairable(phone.apply(state, action)[0], state, due):
                continue
            if action.element == due.action.element or self._made_by(action, later, wanted) != name:
                return name, action
        return None

    def _marked(self, shown: frozenset[str]) -> list[Mistake]:
        """Answer the mistakes that watch shows: those marked for it, else the first that can be shown."""
        marked = [each for each in self._mistakes if each.watch]
        if marked:
            return marked
        return [] if shown else [each for each in self._mistakes if not each.tip]

    def _made_by(self, action: Action, state: PhoneState, wanted: set[str]) -> str:
        if action.do not in _SHOWN_BY:
            return ""
        after, outcomes = self._ways.phone.apply(state, action)
        slip = self.recognise(action, state, after, outcomes, right=False)
        return slip.mistake if slip and slip.mistake in wanted else ""

    def _repairable(self, after: PhoneState, before: PhoneState, due: Due) -> bool:
        if after == before:
            return True
        done = frozenset(range(len(self._ways.gates))) - {due.gate}
        return self._ways.length(after, done) <= due.length + FARTHEST

    def _told(self, outcome: Outcome, trigger: str, tone: Tone, state: PhoneState) -> Slip:
        named = (each for each in self._mistakes if outcome.key and getattr(each, trigger) == outcome.key)
        found = next(named, None)
        words = self._words.of(found.say, state) if found else (outcome.phrase,) if outcome.phrase else ()
        if not words:
            words = (STOPPED,) if tone is Tone.SAFETY else (REFUSED,)
        own = (outcome.phrase,) if outcome.phrase else ()
        return Slip(words, tone, outcome.key, found.id if found else "", tone is Tone.SAFETY, own)

    def _of(self, mistake: Mistake, state: PhoneState) -> Slip:
        return Slip(self._words.of(mistake.say, state), Tone.MISTAKE, mistake=mistake.id)

    def _began(self, mistake: Mistake, before: PhoneState, after: PhoneState) -> bool:
        if mistake.when is None or before == after:
            return False
        holds = self._ways.phone.holds
        return holds(after, mistake.when, self._ask) and not holds(before, mistake.when, self._ask)


STOPPED = phrase("Stop for a moment. We hold this back for your safety. Nothing has happened.")
REFUSED = phrase("This does not work yet. No harm is done.")
