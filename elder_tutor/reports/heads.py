"""What the trainer's tables call a lesson and its steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.model import Lesson, Step
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import Phrase, phrase

PRIVATE = "private"
"""The id under which all private lessons stand together."""


@dataclass(frozen=True, slots=True)
class StepHead:
    """A step of a lesson; ``number`` counts from 1."""

    id: str
    name: Phrase
    number: int


@dataclass(frozen=True, slots=True)
class LessonHead:
    """A lesson as a column. A private one has no steps, no stages, and only the words for private.

    ``covers`` are the ids of the lessons it stands for.
    """

    id: str
    title: Phrase
    icon: str
    private: bool
    steps: tuple[StepHead, ...]
    stages: tuple[str, ...]
    covers: tuple[str, ...]

    def step(self, step_id: str) -> StepHead | None:
        """Answer a step by its id; None when the lesson has none of that name (any more)."""
        return next((step for step in self.steps if step.id == step_id), None)


def heads(catalog: Catalog, stages: tuple[str, ...]) -> tuple[LessonHead, ...]:
    """Answer every lesson in order; all private lessons are one column at the end.

    ``stages`` are those the program offers. One column for all: with one each, its place
    would tell which lesson it is.
    """
    shown = [_head(one, catalog.domain(one.id), stages) for one in catalog.lessons if not one.private]
    hidden = tuple(one.id for one in catalog.lessons if one.private)
    return (*shown, *_private(hidden))


def _head(lesson: Lesson, domain: str, stages: tuple[str, ...]) -> LessonHead:
    steps = tuple(
        StepHead(step.id, _step_name(step, domain), n)
        for n, step in enumerate((step for step in lesson.steps if not step.optional), 1)
    )
    title = phrase(lesson.title, domain)
    return LessonHead(lesson.id, title, lesson.icon, False, steps, stages, (lesson.id,))


def _step_name(step: Step, domain: str) -> Phrase:
    """Answer the noun trainers see; without one the step's first sentence, at last its id."""
    return phrase(step.name or (step.say[0] if step.say else step.id), domain)


def _private(hidden: tuple[str, ...]) -> Iterable[LessonHead]:
    if hidden:
        yield LessonHead(PRIVATE, PRIVATE_LESSON, "", True, (), (), hidden)
