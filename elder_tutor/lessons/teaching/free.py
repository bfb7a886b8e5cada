"""Try as you like: the whole phone with all its apps and no lesson. Nothing of it is kept.

It answers to the same calls as a practice. There is no goal, no step and no hint; refusals
and safety stops speak with the app's own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson, Pack
from elder_tutor.lessons.teaching.moments import Answer, TutorState, with_toast
from elder_tutor.lessons.teaching.practice import Setting, dictated, lapsing, phone_of
from elder_tutor.lessons.teaching.slips import REFUSED, STOPPED
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Guidance, Outcome, OutcomeKind, ScreenView, Tone
from elder_tutor.text.phrase import Phrase, phrase

NAME: Final = phrase("Try as you like")
WELCOME: Final = phrase("This phone is for trying. Touch whatever you like: nothing can break.")
FREE: Final = Lesson(
    id="", revision=0, course="", title="", icon="", minutes=0, needs=(), apps=(), start="", prepare=(),
    ask=(), opening=(), goal=(), steps=(), mistakes=(), check=None, praise=(), remember=(), private=True,
)  # fmt: skip
"""What stands in the place of a lesson: without id and title, and private, so that nothing is stored."""


class Free:
    """Use the phone without a lesson; every moment is an Answer, as in a practice."""

    def __init__(self, pack: Pack, setting: Setting) -> None:
        self.lesson = FREE
        self.stage = Stage.ALONE
        self.phone = phone_of(pack, setting)

    def start(self, now_ms: int) -> Answer:
        """Begin on a fresh phone, at its home screen."""
        return self._answer(self.phone.start(), now_ms, (WELCOME,), Tone.OPENING)

    def view(self, moment: Answer) -> ScreenView:
        """Answer what stands on the phone's screen."""
        return self.phone.view(moment.phone)

    def act(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Answer a touch."""
        after, outcomes = self.phone.apply(moment.phone, action)
        return self._told(after, outcomes, now_ms), outcomes

    def perform(self, moment: Answer, action: Action, now_ms: int) -> tuple[Answer, tuple[Outcome, ...]]:
        """Answer a touch, whoever makes it."""
        return self.act(moment, action, now_ms)

    def hint(self, moment: Answer, now_ms: int) -> Answer:
        """Answer somebody who asks for help: there is nothing that has to be done."""
        return self._answer(moment.phone, now_ms, (WELCOME,), Tone.HINT)

    def advised(self, moment: Answer, now_ms: int, _rung: int) -> Answer:
        """Answer a trainer's hint as a wish for help: nothing here has rungs."""
        return self.hint(moment, now_ms)

    def tick(self, moment: Answer, now_ms: int, speaking: bool) -> Answer | None:
        """Let time pass: only a timer of the phone can run out; None when none does."""
        if speaking:
            return Answer(replace(moment.tutor, quiet_since=now_ms), moment.phone)
        timer = lapsing(self.phone, moment.phone, now_ms - moment.tutor.quiet_since)
        if not timer:
            return None
        after, outcomes = self.phone.fire(moment.phone, timer)
        return self._told(after, outcomes, now_ms)

    def done(self, moment: Answer, now_ms: int) -> Answer:
        """Answer «I have finished»: nothing is asked here, so nothing changes."""
        return moment

    def dictation(self, moment: Answer) -> str:
        """Answer the text a voice would give in the open field; a code is never dictated."""
        return dictated(self.phone, moment.phone)

    def warm(self, moment: Answer) -> bool:
        """Answer False: there is no way to be worked out."""
        return False

    def _told(self, phone: PhoneState, outcomes: Sequence[Outcome], now_ms: int) -> Answer:
        for outcome in outcomes:
            if outcome.kind is OutcomeKind.STOPPED:
                return self._answer(phone, now_ms, (outcome.phrase or STOPPED,), Tone.SAFETY)
        for outcome in outcomes:
            if outcome.kind is OutcomeKind.SAID:
                return self._answer(phone, now_ms, (outcome.phrase or REFUSED,), Tone.KINDLY)
        return with_toast(self._answer(phone, now_ms, (), Tone.STEP), outcomes)

    def _answer(self, phone: PhoneState, now_ms: int, said: tuple[Phrase, ...], tone: Tone) -> Answer:
        return Answer(TutorState((), frozenset(), Guidance(said, tone), quiet_since=now_ms), phone)
