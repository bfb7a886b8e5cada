"""How sure a learner felt, day by day, as one of three faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from elder_tutor.progress.learning import LearnerDay
from elder_tutor.text.phrase import Phrase, phrase

MOST: Final = 8
"""The newest days that are shown."""
ASKED: Final = phrase("Can you do it by yourself?")
WORDS: Final[dict[int, Phrase]] = {1: phrase("Not yet"), 2: phrase("Maybe"), 3: phrase("Yes")}
ICONS: Final = {1: "line/face-unsure", 2: "line/face-maybe", 3: "line/face-sure"}
"""Face 1 (unsure) to 3 (sure) → its drawing: mouth and brow differ, not the colour."""


@dataclass(frozen=True, slots=True)
class FaceDay:
    """A day and the face nearest to the mean of those chosen on it."""

    day: date
    face: int
    times: int


def face_days(days: Iterable[LearnerDay], lessons: Iterable[str]) -> tuple[FaceDay, ...]:
    """Answer the newest days on which a face was chosen at one of these lessons, oldest first."""
    shown = set(lessons)
    felt = sorted(one for one in days if one.faces and one.lesson in shown)
    found: list[FaceDay] = []
    for day, group in groupby(felt, key=_day):
        rows = list(group)
        times, total = sum(one.faces for one in rows), sum(one.face_sum for one in rows)
        # half way goes to the less sure face: help that was not needed costs little
        found.append(FaceDay(date.fromisoformat(day), max(1, -(-(2 * total - times) // (2 * times))), times))
    return tuple(found[-MOST:])


def _day(row: LearnerDay) -> str:
    return row.day
