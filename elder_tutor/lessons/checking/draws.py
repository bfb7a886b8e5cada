"""What the check tasks of a lesson ask for: enough different things, and none that was taught."""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterator

from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.teaching.drawing import Asked, draws_of, started, taught, taught_passes
from elder_tutor.lessons.wayfinding.rewrite import asked

SEEDS = 20
WANTED = 4
"""So many different goals the first seeds give, where the data allow it."""


def draw_faults(phone: Phone, lesson: Lesson) -> Iterator[tuple[str, bool]]:
    """Answer (sentence, whether it is an error) of the check task's draws."""
    check = lesson.check
    if check is None or not check.draw:
        return
    draws = list(draws_of(lesson, check))
    if not draws:
        return
    usual = taught(lesson)
    try:
        way = Router(phone, lesson, dict(usual)).route(started(phone, lesson, usual, judged=True), check.goal)
    except NoWay:
        way = None
    fresh = {draw for draw in draws if not taught_passes(phone, lesson, draw, way)}
    if not fresh:
        yield (
            "the answer that was taught passes every task that can be drawn:"
            " let the goal ask for what is drawn",
            True,
        )
        return
    given = {_task(phone, lesson, _drawn(draws, fresh, seed)) for seed in range(SEEDS)}
    possible = {_task(phone, lesson, draw) for draw in fresh}
    if len(given) < WANTED:
        more = "" if len(possible) < WANTED else f" of {len(possible)} that there are"
        things = "1 thing" if len(given) == 1 else f"{len(given)} different things"
        yield f"{SEEDS} checks ask for only {things}{more}; {WANTED} are wanted", False


def _drawn(draws: list[Asked], fresh: set[Asked], seed: int) -> Asked:
    order = list(draws)
    random.Random(seed).shuffle(order)
    return next(draw for draw in order if draw in fresh)


def _task(phone: Phone, lesson: Lesson, draw: Asked) -> Hashable:
    """Answer what makes a task another one: its goal and the phone it begins on."""
    assert lesson.check is not None
    return asked(lesson.check.goal, dict(draw)), started(phone, lesson, draw, judged=True)
