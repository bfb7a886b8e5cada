"""Everything a trainer's page, a printed report and a file say of one learner, as one value.

Private lessons are in none of its figures: only that they are done is in the table (DESIGN 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elder_tutor.progress import learning
from elder_tutor.progress.assignments import Assignment, Assignments
from elder_tutor.progress.groups import Group, Groups
from elder_tutor.progress.learning import Answers
from elder_tutor.progress.people import Learner
from elder_tutor.progress.remarks import Remark, Remarks
from elder_tutor.progress.store import Store
from elder_tutor.reports.faces import FaceDay, face_days
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.retention import Retention, retention
from elder_tutor.reports.tables import LearnerStep, LearnerTable, learner_table

LONGEST_STEPS: Final = 3
FEWEST_TOUCHES: Final = 50
"""With fewer touches a number per hundred says nothing."""


@dataclass(frozen=True, slots=True)
class Touches:
    """Touches that met something and touches that met nothing; the latter are motor, never mistakes."""

    met: int
    missed: int

    @property
    def per_hundred(self) -> int | None:
        """Answer missed touches in a hundred; None while there are fewer than fifty touches."""
        every = self.met + self.missed
        return round(100 * self.missed / every) if every >= FEWEST_TOUCHES else None


@dataclass(frozen=True, slots=True)
class LearnerReport:
    """One learner: the table, what is remembered, touches, drills, faces, and what trainers keep.

    ``days`` counts the days with practice, ``retention`` is after 7 and 21 days, ``longest`` the
    steps that took longest, ``remarks`` and ``assigned`` are newest first.
    """

    table: LearnerTable
    days: int
    retention: tuple[Retention, Retention]
    touches: Touches
    mistakes: int
    answers: Answers
    faces: tuple[FaceDay, ...]
    groups: tuple[Group, ...]
    remarks: tuple[Remark, ...]
    assigned: tuple[Assignment, ...]

    @property
    def learner(self) -> Learner:
        """Answer whose report it is."""
        return self.table.learner

    @property
    def longest(self) -> tuple[LearnerStep, ...]:
        """Answer the steps that took longest, at most three, none under a second."""
        return tuple(one for one in self.table.slowest if one.standing.ms >= 1000)[:LONGEST_STEPS]


def learner_report(
    store: Store, learner: Learner, lessons: Sequence[LessonHead], today: str = ""
) -> LearnerReport:
    """Answer everything the trainer sees of one learner; with ``today`` only choices that still hold."""
    table = learner_table(store, learner, lessons)
    shown = {one.id for one in lessons if not one.private}
    days = learning.days(store, learner.id)
    return LearnerReport(
        table,
        len({one.day for one in days if one.lesson in shown}),
        retention(learning.checks(store, learner.id), shown),
        Touches(
            sum(one.standing.tries for one in table.steps), sum(one.standing.missed for one in table.steps)
        ),
        sum(one.standing.mistakes for one in table.steps),
        learning.answers(store, learner.id),
        face_days(days, shown),
        Groups(store).of(learner.id),
        Remarks(store).of(learner.id),
        Assignments(store).of(learner.id, today),
    )
