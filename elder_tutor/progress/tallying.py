"""Count events into what a board, a learner's page and a month need: places, learners, days.

A day is the UTC date of the event: in the Gulf that is the local day for everything that
happens between three or four in the morning and midnight. What is asked of a place, see
`PlaceRow`; a board calls it stuck after four failed tries at a step, when the strongest hint
came twice, or when help was asked for and nobody has said that they are coming.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from elder_tutor.progress.counting import JUDGED, TOP_RUNG, LessonRow, State, is_failed, rung_of
from elder_tutor.progress.events import Event, EventKind

_DAY_MS: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1)
_FROM_THE_BOARD: Final = frozenset((EventKind.COMING, EventKind.ADVISED))
_CLOSES: Final = frozenset((EventKind.FINISHED, EventKind.LEFT))


@dataclass(slots=True)
class PlaceRow:
    """One place (kiosk) as it stands: who is there, where in which lesson, and what they need.

    Times are UTC ms, 0 for never. ``since`` is when the step was begun, ``failed`` and ``tops``
    count failed tries and hints of the strongest rung at this step; ``asked``, ``coming`` and
    ``advised`` are when help was last asked for, promised and given; ``here`` is 1 while the
    lesson is open.
    """

    kiosk: str
    learner: str = ""
    attempt: str = ""
    lesson: str = ""
    revision: int = 0
    stage: str = ""
    step: str = ""
    opened: int = 0
    since: int = 0
    last_at: int = 0
    failed: int = 0
    touch_failed: int = 0
    tops: int = 0
    asked: int = 0
    coming: int = 0
    advised: int = 0
    here: int = 0


@dataclass(slots=True)
class LearnerRow:
    """One learner over all lessons; ``lessons`` begun, ``done`` and ``needs`` as they stand now."""

    learner: str
    lessons: int = 0
    done: int = 0
    needs: int = 0
    mastered: int = 0
    attempts: int = 0
    hints: int = 0
    mistakes: int = 0
    missed: int = 0
    helped: int = 0
    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    ms: int = 0
    first_at: int = 0
    last_at: int = 0


@dataclass(slots=True)
class DayRow:
    """One learner at one lesson on one day; ``unaided`` counts checks passed without a hint."""

    day: str
    learner: str
    lesson: str
    opened: int = 0
    finished: int = 0
    checks: int = 0
    unaided: int = 0
    hints: int = 0
    mistakes: int = 0
    missed: int = 0
    helped: int = 0
    reported: int = 0
    faces: int = 0
    face_sum: int = 0
    ms: int = 0


Standing = tuple[bool, bool, bool]
"""Whether a lesson is done, in need of help, mastered."""


def day_of(at: int) -> str:
    """Answer the UTC date of a moment (UTC ms) as YYYY-MM-DD."""
    return _day(at // _DAY_MS)


@lru_cache(maxsize=512)
def _day(days: int) -> str:
    return (_EPOCH + timedelta(days=days)).isoformat()


def standing_of(row: LessonRow) -> Standing:
    """Answer what a learner's row counts of a lesson."""
    return row.state == State.DONE, row.state == State.NEEDS, row.mastered > 0


def count_place(event: Event, row: PlaceRow) -> PlaceRow:
    """Count one event into the place it happened at, or goes to; answer the row that holds now."""
    kind = event.kind
    if kind in _FROM_THE_BOARD:
        if kind is EventKind.COMING:
            row.coming = event.at
        else:
            row.advised = event.at
        return row
    if kind is EventKind.DEPARTED:
        return PlaceRow(row.kiosk, last_at=event.at)
    row.last_at = event.at
    if event.attempt != row.attempt or event.learner != row.learner:
        _enter(event, row)
    if event.step and event.step != row.step:
        row.step, row.since = event.step, event.at
        row.failed = row.tops = row.touch_failed = 0
    _count_trouble(event, row)
    if kind in _CLOSES:
        row.here = 0
    elif event.lesson and kind is not EventKind.FELT:
        row.here = 1
    return row


def _enter(event: Event, row: PlaceRow) -> None:
    """Begin another attempt at a place; a call for help of the same person goes on."""
    asked = (row.asked, row.coming, row.advised) if event.learner == row.learner else (0, 0, 0)
    row.learner, row.attempt = event.learner, event.attempt
    row.lesson, row.revision, row.stage, row.step = event.lesson, event.revision, event.stage, event.step
    row.opened = row.since = event.at
    row.failed = row.touch_failed = row.tops = row.here = 0
    row.asked, row.coming, row.advised = asked


def _count_trouble(event: Event, row: PlaceRow) -> None:
    kind = event.kind
    if kind is EventKind.ACTED:
        row.touch_failed = 0
    elif kind is EventKind.HINT and rung_of(event) >= TOP_RUNG:
        row.tops += 1
    elif kind is EventKind.HELPED:
        row.asked, row.coming = event.at, 0
    elif kind is EventKind.STEP_DONE:
        row.failed = row.tops = row.touch_failed = 0
    if is_failed(event) and not row.touch_failed:
        row.failed += 1
        row.touch_failed = 1


def count_learner(event: Event, row: LearnerRow, ms: int, before: Standing | None, now: Standing) -> None:
    """Count one event into its learner; ``before`` is None for the first event of a lesson."""
    row.ms += ms
    row.first_at = row.first_at or event.at
    row.last_at = event.at
    row.lessons += before is None
    was = before or (False, False, False)
    row.done += now[0] - was[0]
    row.needs += now[1] - was[1]
    row.mastered += now[2] - was[2]
    kind = event.kind
    if kind is EventKind.OPENED:
        row.attempts += 1
    elif kind is EventKind.HINT:
        row.hints += rung_of(event) > 0
    elif kind is EventKind.MISTAKE:
        row.mistakes += 1
    elif kind is EventKind.MISSED:
        row.missed += 1
    elif kind is EventKind.HELPED:
        row.helped += 1
    elif kind is EventKind.JUDGED:
        _judge(event, row)


def _judge(event: Event, row: LearnerRow) -> None:
    answer = event.data.get("answer")
    row.hits += answer == "hit"
    row.misses += answer == "miss"
    row.false_alarms += answer == "false_alarm"


def count_day(event: Event, row: DayRow, ms: int) -> None:
    """Count one event into its day."""
    row.ms += ms
    kind = event.kind
    if kind is EventKind.OPENED:
        row.opened += 1
    elif kind is EventKind.FINISHED:
        _finish(event, row)
    elif kind is EventKind.HINT:
        row.hints += rung_of(event) > 0
    elif kind is EventKind.MISTAKE:
        row.mistakes += 1
    elif kind is EventKind.MISSED:
        row.missed += 1
    elif kind is EventKind.HELPED:
        row.helped += 1
    elif kind is EventKind.REPORTED:
        row.reported += 1
    elif kind is EventKind.FELT:
        row.faces += 1
        row.face_sum += int(event.data.get("face", 0))


def _finish(event: Event, row: DayRow) -> None:
    row.finished += 1
    if event.stage in JUDGED:
        row.checks += 1
        row.unaided += event.data.get("passed") is True and event.data.get("unaided") is True
