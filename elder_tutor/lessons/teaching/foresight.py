"""What may be said next: after the right touch, at every rung of help, when it is over.

Nothing is decided here and nothing changes: the tutor is asked what it would answer. Each
step of an iterator is the work of one touch, so that whoever asks can do it a little at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from elder_tutor.lessons.teaching.hints import TOP
from elder_tutor.lessons.teaching.practice import Practice
from elder_tutor.lessons.teaching.stages import JUDGED, Stage
from elder_tutor.lessons.tutor import Answer
from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.phrase import Phrase

TOUCHES: Final = 2
"""How far the way is walked ahead: a practised hand does the next touch before its words are said."""
PATIENCE_MS: Final = 10_000
"""So far apart are the hints that are asked for ahead: none counts as the same one again."""


class Asked(Protocol):
    """What is asked of a practice that is no lesson: a drill, or trying as one likes."""

    def done(self, moment: Answer, now_ms: int, /) -> Answer:
        """Answer «next»."""


def upcoming(practice: Asked, moment: Answer, now_ms: int) -> Iterator[tuple[Phrase, ...]]:
    """Tell what may be said after this moment, the likeliest first; empty ones are left out."""
    if moment.tutor.finished:
        return
    if isinstance(practice, Practice):
        yield from (said for said in _lesson(practice, moment, now_ms) if said)
    else:
        said = practice.done(moment, now_ms).guidance.say
        if said:
            yield said


def _lesson(practice: Practice, moment: Answer, now_ms: int) -> Iterator[tuple[Phrase, ...]]:
    yield from _ahead(practice, moment, now_ms)
    opinion = moment.guidance.opinion
    if opinion is not None:
        for option, _, _ in opinion.options:
            yield _after(practice, moment, Action(Do.DECIDE, opinion.step, option), now_ms).guidance.say
    if moment.guidance.may_finish:
        yield practice.done(moment, now_ms).guidance.say
    if practice.stage is not Stage.WATCH:
        yield from _hints(practice, moment, now_ms)


def _ahead(practice: Practice, moment: Answer, now_ms: int) -> Iterator[tuple[Phrase, ...]]:
    """Walk the way the tutor knows."""
    for _ in range(TOUCHES):
        action = _right(practice, moment)
        if action is None:
            return
        moment = _after(practice, moment, action, now_ms)
        yield moment.guidance.say
        if moment.tutor.finished:
            return


def _right(practice: Practice, moment: Answer) -> Action | None:
    """Answer the touch that leads on; in a check nobody is led, so nothing is looked for."""
    tutor = moment.tutor
    if moment.guidance.next_action is not None:
        return moment.guidance.next_action
    if practice.stage in JUDGED:
        return None
    leads = practice.tutor.bench(tutor.asked).leads
    return leads.due(moment.phone, tutor.done, tutor.skipped).action


def _after(practice: Practice, moment: Answer, action: Action, now_ms: int) -> Answer:
    return practice.perform(moment, action, now_ms)[0]


def _hints(practice: Practice, moment: Answer, now_ms: int) -> Iterator[tuple[Phrase, ...]]:
    """Climb the ladder from here; where there is none the step is said in other words."""
    for number in range(1, TOP + 2):
        before, moment = moment, practice.hint(moment, now_ms + number * PATIENCE_MS)
        if moment.guidance.say == before.guidance.say:
            return
        yield moment.guidance.say
