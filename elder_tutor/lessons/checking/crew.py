"""Prove many lessons side by side: one process per core, each with the pack and its own phones."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from elder_tutor.lessons.checking.days import Calendar
from elder_tutor.lessons.checking.proving import LessonProof, prove_lesson
from elder_tutor.lessons.model import Lesson, Pack

FEW = 4
"""So many lessons are proved faster than processes are started."""

_here: list[Calendar] = []
"""The phones of a process of the crew; set once, before its first lesson."""


def prove_pack(pack: Pack, cores: int = 0) -> tuple[LessonProof, ...]:
    """Answer the proof of every lesson, in the order of the pack. ``cores`` 0: as many as there are."""
    lessons = list(pack.lessons.values())
    cores = min(cores or os.cpu_count() or 1, len(lessons))
    if cores < 2 or len(lessons) <= FEW:
        calendar = Calendar(pack)
        return tuple(prove_lesson(calendar, lesson) for lesson in lessons)
    # The heaviest first, so that no core waits long for the last one.
    order = sorted(lessons, key=_weight, reverse=True)
    with ProcessPoolExecutor(cores, get_context("spawn"), _begin, (pack,)) as crew:
        proofs = crew.map(_prove, [lesson.id for lesson in order])
        found = {proof.lesson: proof for proof in proofs}
    return tuple(found[lesson.id] for lesson in lessons)


def _weight(lesson: Lesson) -> int:
    draws = 1
    for each in lesson.ask:
        draws *= len(each.choices)
    return len(lesson.steps) + 4 * min(draws, 20)


def _begin(pack: Pack) -> None:
    _here.append(Calendar(pack))


def _prove(lesson: str) -> LessonProof:
    calendar = _here[-1]
    return prove_lesson(calendar, calendar.pack.lessons[lesson])
