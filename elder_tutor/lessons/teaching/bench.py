"""What a tutor works with for one way of asking: ways, leads, mistakes, words."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import Lesson, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import Router
from elder_tutor.lessons.teaching.drawing import Asked, otherwise, taught
from elder_tutor.lessons.teaching.gates import GateKind, gates_of
from elder_tutor.lessons.teaching.leads import Leads
from elder_tutor.lessons.teaching.slips import Slips
from elder_tutor.lessons.teaching.stages import JUDGED, Stage
from elder_tutor.lessons.teaching.telling import Telling
from elder_tutor.lessons.teaching.ways import Ways
from elder_tutor.lessons.teaching.words import LessonWords

__all__ = ["Asked", "Bench", "otherwise", "taught"]


class Bench:
    """The tools of a tutor; they hold no state of the learner.

    ``by_state`` tells that the end is one condition which is asked anew after each touch:
    a task that is done already may be undone again, and is over when the learner says so.
    """

    def __init__(self, phone: Phone, lesson: Lesson, stage: Stage, ask: Mapping[str, Value]) -> None:
        gates = gates_of(lesson, stage, ask)
        self.ways = Ways(phone, Router(phone, lesson, ask), lesson, gates, ask)
        self.leads = Leads(self.ways, stage)
        words = LessonWords(phone, lesson, ask)
        self.slips = Slips(self.ways, lesson, words, ask)
        self.telling = Telling(self.ways, stage, words, self.slips)
        alone = stage is Stage.ALONE and len(gates) == 1 and gates[0].kind is GateKind.UNTIL
        self.by_state = stage in JUDGED or alone
