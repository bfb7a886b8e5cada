"""What a lesson asks for, touch by touch, as a learner meets it who does what the page says. No Qt.

A run of letters is one moment: the field with everything in it. A question of the panel is none:
it belongs to the practice, not to a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.lessons.learners.learner import Perfect, Wish
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.tutor import Answer
from elder_tutor.lessons.view import Action, Do, Guidance, ScreenView, Target, Tone
from elder_tutor.text.phrase import Phrase, phrase

MOST_TOUCHES: Final = 400
BETWEEN_MS: Final = 3000
SEED: Final = 1
NOT_FINISHED: Final = phrase("The lesson “{lesson}” could not be gone through.").key
_ASKS: Final = re.compile(r"[^\W\d_]{2,}وا(?![^\W\d_])")
"""A polite plural imperative in shown Arabic: اضغطوا, اختاروا."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One touch of a lesson: what shows, where it is touched and how, and the sentences said before it."""

    view: ScreenView
    target: Target
    do: Do
    say: tuple[Phrase, ...]
    step: str
    written: bool = False
    """Letters were written after the touch: the words about them matter too."""


def moments(app: App, lesson_id: str, day: date | None = None) -> tuple[Moment, ...]:
    """Answer the touches of a lesson from its start to its goal, in order.

    Raises KnownError for a lesson that is not there or cannot be gone through.
    """
    found: list[Moment] = []
    for so_far in gathered(app, lesson_id, day):
        found = so_far
    return tuple(found)


def gathered(app: App, lesson_id: str, day: date | None = None) -> Iterator[list[Moment]]:
    """Go through a lesson touch by touch; after each yield the one list of what was found so far.

    Between two touches a window can answer. Raises as `moments`.
    """
    lesson = app.catalog.lesson(lesson_id)
    found: list[Moment] = []
    for moment in _met(app, lesson, day or app.today or app.clock().date()):
        last = found[-1] if found else None
        if not moment.target.element.startswith("opinion."):
            if last is not None and _is_open(last.target.element, moment.view):
                found[-1] = replace(last, view=moment.view, written=True)
            if last is None or not _writes_on(last, moment, lesson):
                found.append(moment)
        yield found


def _is_open(field: str, view: ScreenView) -> bool:
    """Tell whether this field is being written in."""
    return view.keyboard is not None and view.keyboard.field == field


def instructions(app: App, moment: Moment) -> tuple[tuple[Phrase, ...], ...]:
    """Answer what a card may say, the fullest first: all, what is asked with what leads to it, only that.

    The sentence that asks is known by its Arabic form, so that a card says the same in every language.
    """
    words, say = app.wording("ar"), moment.say
    bare = [re.sub("«[^»]*»", "", words.shown(said)) for said in say]
    asks = next((number for number, text in enumerate(bare) if _ASKS.search(text)), 0)
    ways = (say, say[max(0, asks - 1) : asks + 1], say[asks:], say[asks : asks + 1])
    return tuple(dict.fromkeys(way for way in ways if way))


def _met(app: App, lesson: Lesson, day: date) -> Iterator[Moment]:
    region = app.region
    setting = Setting(day, SEED, region.week_start, region.weekend, None)
    practice = Practice(app.catalog.pack_of(lesson.id), lesson, Stage.FOLLOW, setting)
    learner, words = Perfect(), app.wording("ar")
    now = int(datetime.combine(day, datetime.min.time()).timestamp() * 1000)
    answer = practice.start(now)
    for _ in range(MOST_TOUCHES):
        guidance, view = answer.guidance, practice.view(answer)
        if guidance.finished:
            return
        wish = learner.choose(seen(view, guidance, words))
        if isinstance(wish, Action) and guidance.target is not None:
            yield Moment(view, guidance.target, wish.do, _said(guidance), guidance.step_id)
        now += BETWEEN_MS
        answer = _after(practice, answer, wish, now)
    raise KnownError(NOT_FINISHED, {"lesson": lesson.id})


def _after(practice: Practice, answer: Answer, wish: Action | Wish, now: int) -> Answer:
    if wish is Wish.DONE:
        return practice.done(answer, now)
    if isinstance(wish, Wish):
        return practice.hint(answer, now)
    return practice.act(answer, wish, now)[0]


def _said(guidance: Guidance) -> tuple[Phrase, ...]:
    """Answer the sentences without the welcome before the first one."""
    opening = guidance.tone is Tone.OPENING and len(guidance.say) > 1
    return guidance.say[1:] if opening else guidance.say


def _writes_on(last: Moment, moment: Moment, lesson: Lesson) -> bool:
    """Tell whether a moment only goes on writing; a key that the lesson teaches stands by itself."""
    if not moment.target.element.startswith("key.") or moment.view.keyboard is None:
        return False
    own = {words for step in lesson.steps if step.id == moment.step for words in step.say}
    taught = any(said.key in own for said in moment.say)
    if taught and moment.step != last.step:
        return False
    return last.target.element in (moment.view.keyboard.field, "") or last.target.element.startswith("key.")
