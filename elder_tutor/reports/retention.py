"""What is remembered: how many skills were still done without a hint days after they last succeeded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from elder_tutor.progress.learning import Check

WEEK: Final = (5, 10)
THREE_WEEKS: Final = (18, 28)
"""Days after the last success that count as «after 7» and «after 21 days»."""
FEWEST: Final = 3
"""With fewer checks there is no percentage: one more answer would turn it over."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Of how many skills checked after so many days how many were done without a hint."""

    days: int
    kept: int
    checked: int

    @property
    def percent(self) -> int | None:
        """Answer the share in percent; None while fewer than three skills were checked."""
        return round(100 * self.kept / self.checked) if self.checked >= FEWEST else None


def retention(checks: Iterable[Check], lessons: Iterable[str]) -> tuple[Retention, Retention]:
    """Answer what was kept after 7 and after 21 days, over these lessons.

    A skill counts for 7 days when a check or refresh of its lesson was made 5 to 10 days after
    the last one passed without a hint, for 21 days when it was 18 to 28 days; it is kept when
    that check was passed without a hint. Of several such checks of a skill the newest counts.
    ``checks`` are oldest first.
    """
    shown = set(lessons)
    found = sorted((check for check in checks if check.lesson in shown), key=_lesson)
    skills = [list(group) for _, group in groupby(found, key=_lesson)]
    return _after(7, skills, WEEK), _after(21, skills, THREE_WEEKS)


def _after(days: int, skills: Iterable[Sequence[Check]], span: tuple[int, int]) -> Retention:
    answers = [kept for kept in (_kept(checks, span) for checks in skills) if kept is not None]
    return Retention(days, sum(answers), len(answers))


def _kept(checks: Sequence[Check], span: tuple[int, int]) -> bool | None:
    """Answer how the newest check ended that came so many days after a success; None without one."""
    answer, success = None, None
    for check in checks:
        day = date.fromisoformat(check.day)
        if success is not None and span[0] <= (day - success).days <= span[1]:
            answer = bool(check.clean)
        if check.clean:
            success = day
    return answer


def _lesson(check: Check) -> str:
    return check.lesson
