"""Every lesson in every stage with every learner: one play after the other, and a line for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.learners.play import LEARNERS, PlayResult, run_play
from elder_tutor.lessons.teaching.stages import JUDGED, OFFERED, Stage

HEAD: Final = (
    f"{'lesson':<28} {'stage':<8} {'learner':<8} {'end':<4} {'acts':>5} {'off':>4} {'rungs 1-4':>15}  passed"
)


def plays(catalog: Catalog, lesson: str | None = None, seed: int = 1) -> Iterator[PlayResult]:
    """Play every lesson (or one) in each of its stages with every learner. Raises KnownError for no lesson.

    Watch is played by the tutor itself: one learner looks on.
    """
    lessons = catalog.lessons if lesson is None else (catalog.lesson(lesson),)
    for each in lessons:
        for stage in (*OFFERED, Stage.REFRESH):
            if stage in JUDGED and each.check is None:
                continue
            for learner in LEARNERS[:1] if stage is Stage.WATCH else LEARNERS:
                yield run_play(catalog, each.id, stage=stage.value, learner=learner, seed=seed)


def line(result: PlayResult) -> str:
    """Answer a play as one line of the table."""
    rungs = " ".join(f"{result.hints[str(rung)]:>3}" for rung in range(1, 5))
    return (
        f"{result.lesson:<28} {result.stage:<8} {result.learner:<8} {'yes' if result.finished else 'NO':<4} "
        f"{result.actions:>5} {result.off_route:>4} {rungs:>15}  {'yes' if result.passed else 'no'}"
    )
