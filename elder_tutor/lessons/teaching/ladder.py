"""When a hint comes by itself: the timings of the ladder, read from ``assets/tutor/ladder.json``.

They are data, so that a centre's researchers can change them without touching the program;
each has bounds, and a file outside them is refused whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from elder_tutor import resources
from elder_tutor.errors import BugError

FILE: Final = Path("tutor") / "ladder.json"
BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "usual": (20, 120),
    "shortest": (20, 120),
    "longest": (20, 300),
    "times_the_usual_gap": (1, 10),
    "gaps_needed": (2, 100),
    "seconds_between_rungs": (2, 60),
    "wrong_actions": (2, 10),
}
"""Least and most of each number. Twenty seconds, two seconds and the second wrong action are
DESIGN 5's; nobody is helped sooner than that, however the file is changed."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The timings; ``_ms`` members in milliseconds.

    ``usual_ms`` is waited without progress for somebody who is not known yet; for a known
    learner ``times_usual`` their own usual gap, between ``shortest_ms`` and ``longest_ms``,
    once ``gaps_needed`` gaps are known. Two rungs are never nearer than ``dwell_ms`` (so that
    nobody clicks through to the end: Aleven 2006). ``wrong_actions`` bring the next rung.
    """

    usual_ms: int
    shortest_ms: int
    longest_ms: int
    times_usual: float
    gaps_needed: int
    dwell_ms: int
    wrong_actions: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for somebody: ``wait_ms`` without progress before the next rung."""

    wait_ms: int


@cache
def ladder() -> Ladder:
    """Answer the timings the program comes with; read when they are first needed."""
    return read_ladder((resources.assets() / FILE).read_text("utf-8"))


def read_ladder(text: str) -> Ladder:
    """Answer the timings of a file's text; raise BugError when one is missing or out of its bounds."""
    try:
        told = json.loads(text)
        waits = told["wait_seconds"]
        found = Ladder(
            _ms(waits, "usual"), _ms(waits, "shortest"), _ms(waits, "longest"),
            _within(told, "times_the_usual_gap"), int(_within(told, "gaps_needed")),
            _ms(told, "seconds_between_rungs"), int(_within(told, "wrong_actions")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise BugError(f"{FILE} cannot be read: {error}") from error
    if not found.shortest_ms <= found.usual_ms <= found.longest_ms:
        raise BugError(f"{FILE}: the usual wait lies between the shortest and the longest")
    return found


def usual_pace() -> Pace:
    """Answer the pace of somebody who is not known yet."""
    return Pace(ladder().usual_ms)


def pace_of(gaps_ms: tuple[int, ...]) -> Pace:
    """Answer the pace of a learner from the times between their own actions, newest last.

    With the program's own numbers: two and a half times the usual (median) gap, never under
    20 s nor over 45 s; 20 s while fewer than eight gaps are known.
    """
    held = ladder()
    if len(gaps_ms) < held.gaps_needed:
        return Pace(held.usual_ms)
    usual = sorted(gaps_ms)[len(gaps_ms) // 2]
    return Pace(min(max(int(usual * held.times_usual), held.shortest_ms), held.longest_ms))


def _ms(told: Mapping[str, object], name: str) -> int:
    return int(_within(told, name) * 1000)


def _within(told: Mapping[str, object], name: str) -> float:
    value = told[name]
    least, most = BOUNDS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise ValueError(f"{name} is {value!r} and must lie between {least:g} and {most:g}")
    return value
