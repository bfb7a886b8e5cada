"""Whether a lesson's revision made it easier: who did each step without a hint, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elder_tutor.progress import demand
from elder_tutor.progress.demand import Reached
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead, StepHead
from elder_tutor.reports.least import enough


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those who came to a step did it without a hint the first time."""

    free: int
    reached: int

    @property
    def percent(self) -> int | None:
        """Answer the share in percent; None where fewer than five came to it: too few to tell."""
        return round(100 * self.free / self.reached) if enough(self.reached) else None


@dataclass(frozen=True, slots=True)
class StepChange:
    """One step of a lesson in its older and its newer revision."""

    step: StepHead
    before: Share
    after: Share


@dataclass(frozen=True, slots=True)
class Change:
    """A lesson before and after its last revision; 0 and no rows while only one was practised."""

    lesson: LessonHead
    before: int
    after: int
    rows: tuple[StepChange, ...]


def change_of(store: Store, lesson: LessonHead) -> Change:
    """Answer the two newest revisions that were practised, step by step; nothing of a private lesson."""
    there = () if lesson.private else demand.revisions(store, lesson.id)
    if len(there) < 2:
        return Change(lesson, 0, there[0] if there else 0, ())
    after, before = there[:2]
    new, old = (demand.reached(store, lesson.id, revision) for revision in (after, before))
    rows = tuple(StepChange(step, _share(old, step.id), _share(new, step.id)) for step in lesson.steps)
    return Change(lesson, before, after, rows)


def _share(rows: Sequence[Reached], step: str) -> Share:
    here = [row for row in rows if row.step == step]
    return Share(sum(row.free for row in here), len(here))
