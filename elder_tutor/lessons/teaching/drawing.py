"""What a check asks for: values drawn by seed, so that the answer that was taught does not pass.

The taught answer is played: the touches that solve the check task for the values of the
taught run are made on the phone of the drawn task. A draw whose goal they reach is rejected.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from elder_tutor.errors import KnownError
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Check, Lesson, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router, Way
from elder_tutor.text.phrase import phrase

Asked = tuple[tuple[str, Value], ...]
"""What varies in a lesson, with the value that is asked for: (name, value) in the lesson's order."""

NO_CHECK = phrase("This lesson has no check yet.").key


def taught(lesson: Lesson) -> Asked:
    """Answer what the taught run asks for."""
    return tuple((each.name, each.follow) for each in lesson.ask)


def otherwise(lesson: Lesson, asked: Asked) -> Iterator[Asked]:
    """Answer what could be asked for instead, one value different."""
    ways = ((each.name, value) for each in lesson.ask for value, _ in each.choices)
    for name, value in ways:
        if dict(asked)[name] != value:
            yield tuple((key, value if key == name else held) for key, held in asked)


def drawn(phone: Phone, lesson: Lesson, seed: int) -> Asked:
    """Answer what the check of this seed asks for. Raises KnownError for a lesson without one.

    Where no draw escapes the taught answer (or nothing is drawn), the first other one is
    taken, else the taught one: ``check`` tells the author.
    """
    check = check_of(lesson)
    draws = list(draws_of(lesson, check))
    random.Random(seed).shuffle(draws)
    if not draws:
        return taught(lesson)
    way = _taught_way(phone, lesson, check)
    fresh = (asked for asked in draws if not taught_passes(phone, lesson, asked, way))
    return next(fresh, draws[0])


def check_of(lesson: Lesson) -> Check:
    """Answer the check of a lesson; raise KnownError when it has none."""
    if lesson.check is None:
        raise KnownError(NO_CHECK)
    return lesson.check


def draws_of(lesson: Lesson, check: Check) -> Iterator[Asked]:
    """Answer every draw that differs from the taught run."""
    usual = taught(lesson)
    choices = [
        tuple(value for value, _ in each.choices) if each.name in check.draw else (each.follow,)
        for each in lesson.ask
    ]
    for values in product(*choices):
        asked = tuple((each.name, value) for each, value in zip(lesson.ask, values, strict=True))
        if asked != usual:
            yield asked


def started(phone: Phone, lesson: Lesson, asked: Asked, judged: bool) -> PhoneState:
    """Answer the fresh phone of an attempt: for a check, as the check wants it."""
    return phone.start(for_check(lesson) if judged else lesson, dict(asked))


def for_check(lesson: Lesson) -> Lesson:
    """Answer a lesson whose start is the check's own, where it has one."""
    start = lesson.check.start if lesson.check else None
    return replace(lesson, start=start.screen, prepare=start.prepare) if start else lesson


def taught_passes(phone: Phone, lesson: Lesson, asked: Asked, way: Way | None) -> bool:
    """Tell whether the touches of the taught answer reach the goal of a draw."""
    check = check_of(lesson)
    if way is None:
        return False
    state = started(phone, lesson, asked, judged=True)
    for action in way:
        state, _ = phone.apply(state, action)
    return phone.holds(state, check.goal, dict(asked))


def _taught_way(phone: Phone, lesson: Lesson, check: Check) -> Way | None:
    """Answer the touches that solve the check for the values of the taught run."""
    usual = taught(lesson)
    state = started(phone, lesson, usual, judged=True)
    try:
        return Router(phone, lesson, dict(usual)).route(state, check.goal)
    except NoWay:
        return None
