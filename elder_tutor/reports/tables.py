"""One value for table, chart, print and file: a group, one learner, one lesson.

Private lessons appear only as done or not, under one head without a title (DESIGN 4).
Lessons that no pack has any more are left out: nothing says whether they were private.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elder_tutor.progress import summaries
from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner
from elder_tutor.progress.store import Store
from elder_tutor.progress.summaries import FunnelStep, MistakeCount, Standing, StepStanding
from elder_tutor.reports.heads import LessonHead, StepHead


@dataclass(frozen=True, slots=True)
class Cell:
    """One learner at one lesson. Of a private lesson all but ``state`` is None."""

    state: State
    standing: Standing | None = None
    stuck: StepHead | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One learner with a cell for each lesson of the table, in its order."""

    learner: Learner
    cells: tuple[Cell, ...]

    @property
    def needs(self) -> int:
        """Answer in how many lessons the learner needs help."""
        return sum(cell.state is State.NEEDS for cell in self.cells)

    @property
    def last_at(self) -> int | None:
        """Answer the last practice (UTC ms) in a lesson that is not private."""
        return max((cell.standing.last_at for cell in self.cells if cell.standing), default=None)


@dataclass(frozen=True, slots=True)
class GroupTable:
    """Learners × lessons."""

    lessons: tuple[LessonHead, ...]
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class LearnerStep:
    """One learner at one step of one lesson."""

    lesson: LessonHead
    step: StepHead
    standing: StepStanding


@dataclass(frozen=True, slots=True)
class LearnerTable:
    """One learner: a cell for each lesson, and the steps that were reached, in lesson order."""

    learner: Learner
    lessons: tuple[LessonHead, ...]
    cells: tuple[Cell, ...]
    steps: tuple[LearnerStep, ...]

    @property
    def slowest(self) -> tuple[LearnerStep, ...]:
        """Answer the steps by the time they took, longest first."""
        return tuple(sorted(self.steps, key=lambda one: -one.standing.ms))


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """One step of a lesson over all learners; all zero when nobody reached it."""

    step: StepHead
    count: FunnelStep
    mistakes: tuple[MistakeCount, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Which step of a lesson stops whom; of a private lesson there are no rows."""

    lesson: LessonHead
    rows: tuple[FunnelRow, ...]

    @property
    def hardest(self) -> FunnelRow | None:
        """Answer the step most learners are stuck at or never did; None when all did all."""
        hard = [row for row in self.rows if row.count.stuck or row.count.stopped]
        return max(hard, key=lambda row: (row.count.stuck, row.count.stopped), default=None)


def group_table(store: Store, learners: Sequence[Learner], lessons: Sequence[LessonHead]) -> GroupTable:
    """Answer where each of these learners stands with each lesson."""
    known = {(row.learner, row.lesson): row for row in summaries.matrix(store)}
    rows = tuple(GroupRow(one, _cells(one.id, lessons, known)) for one in learners)
    return GroupTable(tuple(lessons), rows)


def learner_table(store: Store, learner: Learner, lessons: Sequence[LessonHead]) -> LearnerTable:
    """Answer everything the trainer sees of one learner."""
    known = {(row.learner, row.lesson): row for row in summaries.matrix(store, learner.id)}
    standings = {(row.lesson, row.step): row for row in summaries.steps(store, learner.id)}
    steps = tuple(
        LearnerStep(lesson, step, standings[lesson.id, step.id])
        for lesson in lessons
        for step in lesson.steps
        if (lesson.id, step.id) in standings
    )
    return LearnerTable(learner, tuple(lessons), _cells(learner.id, lessons, known), steps)


def funnel_table(store: Store, lesson: LessonHead) -> Funnel:
    """Answer how far learners came in a lesson, step by step in its order (a private one has no steps)."""
    counts = {row.step: row for row in summaries.funnel(store, lesson.id)}
    mistakes = summaries.mistakes(store, lesson.id)
    return Funnel(
        lesson,
        tuple(
            FunnelRow(
                step,
                counts.get(step.id, FunnelStep(step.id, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                tuple(one for one in mistakes if one.step == step.id),
            )
            for step in lesson.steps
        ),
    )


def _cells(
    learner: str, lessons: Sequence[LessonHead], known: Mapping[tuple[str, str], Standing]
) -> tuple[Cell, ...]:
    return tuple(_cell([known.get((learner, one)) for one in head.covers], head) for head in lessons)


def _cell(standings: Sequence[Standing | None], head: LessonHead) -> Cell:
    if head.private:
        finished = any(row is not None and row.done_alone for row in standings)
        return Cell(State.DONE if finished else State.NONE)
    row = standings[0]
    return Cell(summaries.state_of(row), row, head.step(row.stuck_step) if row else None)
