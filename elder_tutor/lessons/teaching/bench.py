"""What a tutor works with for one way of asking: ways, leads, mistakes, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elder_tutor.lessons.model import Lesson, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import Router
from elder_tutor.lessons.teaching.gates import gates_of
from elder_tutor.lessons.teaching.leads import Leads
from elder_tutor.lessons.teaching.slips import Slips
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.teaching.telling import Telling
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.teaching.words import LessonWords

Asked = tuple[tuple[str, Value], ...]
"""What varies in a lesson, with the value that is asked for: (name, value) in the lesson's order."""


class Bench:
    """The tools of a tutor; they hold no state of the learner."""

    def __init__(self, phone: Phone, lesson: Lesson, stage: Stage, ask: Mapping[str, Value]) -> None:
        self.ways = Ways(phone, Router(phone, lesson, ask), lesson, gates_of(lesson, stage), ask)
        self.leads = Leads(self.ways, stage)
        words = LessonWords(phone, lesson, ask)
        self.slips = Slips(self.ways, lesson, words, ask)
        self.telling = Telling(self.ways, stage, words, self.slips)


def taught(lesson: Lesson) -> Asked:
    """Answer what the taught run asks for."""
    return tuple((each.name, each.follow) for each in lesson.ask)


def otherwise(lesson: Lesson, asked: Asked) -> Iterator[Asked]:
    """Answer what could be asked for instead, one value different."""
    ways = ((each.name, value) for each in lesson.ask for value, _ in each.choices)
    for name, value in ways:
        if dict(asked)[name] != value:
            yield tuple((key, value if key == name else held) for key, held in asked)
