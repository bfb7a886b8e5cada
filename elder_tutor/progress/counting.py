"""Count events into summaries: one function a table, the same while practising and when rebuilding.

Rules (docs/data.md): a *failed try* is one touch that was off the way, refused, stopped or a likely
mistake; what follows an `acted` event belongs to that touch, so it counts once. A step is *in trouble* after
four failed tries since it was last done, after hint rung 4, or when it was left twice; it is out of
trouble when it is next done with fewer than four failed tries and below rung 4, or when the whole
lesson is done alone without a hint. A lesson is *mastered* when checks were passed without a hint
on two different days of the learner's calendar; the criterion and the day of the next refresh
stand in the events themselves, so that a later rule does not rewrite the past.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Final

from elder_tutor.frozen import dataclass
from elder_tutor.progress.events import Event, EventKind

IDLE_CAP_MS: Final = 60_000
"""A longer gap between two events counts as this much practice."""
FAILED_TRIES: Final = 4
LEFT_TWICE: Final = 2
TOP_RUNG: Final = 4
UNAIDED: Final = frozenset(("find", "alone", "check", "refresh"))
"""Stages where hints are asked for or needed; in watch and follow the way is always shown."""
JUDGED: Final = frozenset(("check", "refresh"))
"""Stages that are finished only when they are passed; the others by coming to the end."""
WATCHED: Final = "watch"
"""Here the tutor acts and the learner looks: it says nothing about a step of theirs."""
CRITERIA: Final = frozenset(("unaided-2-days:1",))
"""The criteria this program can count; a check that was kept under another one says nothing here."""
_NO_TRY: Final = frozenset(("tick",))
"""Done by the phone itself."""
_LETTERS: Final = frozenset(("key", "delete", "layer"))
"""One letter is not a try: a slip of the finger while writing is no trouble with the step."""
_FAILS: Final = frozenset((EventKind.MISTAKE, EventKind.REFUSED, EventKind.STOPPED))


class State(StrEnum):
    """Where a learner stands with a lesson; «mastered» and «due» stand beside it in the row."""

    NONE = "none"
    GOING = "going"
    DONE = "done"
    NEEDS = "needs"


@dataclass(slots=True)
class AttemptRow:
    """One attempt as it stands; ``number`` orders attempts, ``opened`` is None when its start is lost."""

    attempt: str
    learner: str
    lesson: str
    revision: int
    stage: str
    step: str = ""
    opened: int | None = None
    last_at: int = 0
    finished: int = 0
    rung: int = 0
    number: int = 0


@dataclass(slots=True)
class LessonRow:
    """One learner at one lesson; times are UTC ms, ``ms`` is active time."""

    learner: str
    lesson: str
    revision: int = 0
    state: str = State.GOING
    attempts: int = 0
    done_watch: int = 0
    done_follow: int = 0
    done_find: int = 0
    done_alone: int = 0
    done_check: int = 0
    done_refresh: int = 0
    clean_alone: int = 0
    steps_done: int = 0
    steps_free: int = 0
    rung0: int = 0
    rung1: int = 0
    rung2: int = 0
    rung3: int = 0
    rung4: int = 0
    mistakes: int = 0
    missed: int = 0
    helped: int = 0
    ms: int = 0
    last_stage: str = ""
    last_step: str = ""
    stuck_step: str = ""
    first_at: int = 0
    last_at: int = 0
    unaided_day: str = ""
    """The day of the first check that was passed without a hint, as YYYY-MM-DD."""
    mastered: int = 0
    """When it was mastered, UTC ms; 0 before."""
    due: str = ""
    """The day of the next refresh, as YYYY-MM-DD; "" before the first check."""


@dataclass(slots=True)
class StepRow:
    """One learner at one step; ``run_`` members count since the step was last done."""

    learner: str
    lesson: str
    step: str
    number: int = 0
    done: int = 0
    tries: int = 0
    failed: int = 0
    hints: int = 0
    rung: int = 0
    mistakes: int = 0
    missed: int = 0
    lefts: int = 0
    ms: int = 0
    run_failed: int = 0
    run_rung: int = 0
    run_lefts: int = 0
    touch_failed: int = 0
    """1 when the last touch has already been counted as failed."""
    trouble: int = 0
    """0, or the number of the event that began the trouble."""


@dataclass(slots=True)
class Sheet:
    """What one learner has done at one lesson, while it is being counted."""

    lesson: LessonRow
    steps: dict[str, StepRow] = field(default_factory=dict)
    changed: dict[str, StepRow] = field(default_factory=dict)
    mistakes: dict[tuple[str, str], int] = field(default_factory=dict)
    """(step, mistake) → how often, since the sheet was last written."""


def count(event: Event, seq: int, attempt: AttemptRow, sheet: Sheet) -> int:
    """Bring the rows an event touches up to date; answer the active milliseconds it stands for.

    ``seq`` is the number it is stored under.
    """
    ms = 0 if attempt.number == 0 else min(max(event.at - attempt.last_at, 0), IDLE_CAP_MS)
    if event.kind in (EventKind.OPENED, EventKind.RESUMED):
        ms = 0  # nobody practised between leaving and coming back
    count_attempt(event, seq, attempt)
    if event.step and event.stage != WATCHED:
        step = sheet.changed[event.step] = _step_row(event, seq, sheet)
        if event.kind is EventKind.STEP_DONE and event.stage in UNAIDED:
            sheet.lesson.steps_done += 1
            sheet.lesson.steps_free += step.run_rung == 0
        count_step(event, seq, step, ms)
    count_lesson(event, sheet, attempt, ms)
    return ms


def count_attempt(event: Event, seq: int, row: AttemptRow) -> None:
    """Count one event into its attempt."""
    row.number = row.number or seq
    row.last_at = event.at
    row.step = event.step or row.step
    if event.kind is EventKind.OPENED:
        row.opened = event.at
    elif event.kind is EventKind.HINT:
        row.rung = max(row.rung, rung_of(event))
    elif event.kind is EventKind.FINISHED:
        row.finished = 1


def count_step(event: Event, seq: int, row: StepRow, ms: int) -> None:
    """Count one event into its step."""
    row.ms += ms
    kind = event.kind
    if kind is EventKind.ACTED and event.data.get("do") not in _NO_TRY:
        row.tries += 1
        row.touch_failed = 0
    elif kind is EventKind.MISTAKE:
        row.mistakes += 1
    elif kind is EventKind.MISSED:
        row.missed += 1
    elif kind is EventKind.HINT:
        rung = rung_of(event)
        row.hints += rung > 0
        row.rung, row.run_rung = max(row.rung, rung), max(row.run_rung, rung)
    elif kind is EventKind.LEFT:
        row.lefts += 1
        row.run_lefts += 1
    if is_failed(event) and not row.touch_failed:
        row.failed += 1
        row.run_failed += 1
        row.touch_failed = 1
    hard = row.run_failed >= FAILED_TRIES or row.run_rung >= TOP_RUNG
    if kind is EventKind.STEP_DONE:
        row.done += 1
        row.run_failed = row.run_rung = row.run_lefts = 0
    if kind is EventKind.STEP_DONE and not hard:
        row.trouble = 0
    elif (hard or row.run_lefts >= LEFT_TWICE) and not row.trouble:
        row.trouble = seq


def count_lesson(event: Event, sheet: Sheet, attempt: AttemptRow, ms: int) -> None:
    """Count one event into its lesson, after its attempt and its step."""
    row = sheet.lesson
    row.ms += ms
    row.revision, row.last_at = event.revision, event.at
    row.first_at = row.first_at or event.at
    row.last_stage = event.stage
    row.last_step = event.step or row.last_step
    _COUNTERS.get(event.kind, _nothing)(event, row)
    if event.kind is EventKind.MISTAKE and event.step:
        key = (event.step, str(event.data.get("mistake", "")))
        sheet.mistakes[key] = sheet.mistakes.get(key, 0) + 1
    if event.kind is EventKind.FINISHED and _clean_alone(event, attempt):
        row.clean_alone += 1
        for step in sheet.steps.values():
            if step.trouble or step.run_failed or step.run_rung or step.run_lefts:
                step.trouble = step.run_failed = step.run_rung = step.run_lefts = 0
                sheet.changed[step.step] = step
    stuck = max((step for step in sheet.steps.values() if step.trouble), key=_began, default=None)
    row.stuck_step = stuck.step if stuck else ""
    row.state = State.NEEDS if stuck else State.DONE if row.clean_alone else State.GOING


def _opened(event: Event, row: LessonRow) -> None:
    row.attempts += 1


def _hinted(event: Event, row: LessonRow) -> None:
    name = f"rung{rung_of(event)}"
    setattr(row, name, getattr(row, name) + 1)


def _mistaken(event: Event, row: LessonRow) -> None:
    row.mistakes += 1


def _missed(event: Event, row: LessonRow) -> None:
    row.missed += 1


def _helped(event: Event, row: LessonRow) -> None:
    row.helped += 1


def _finished(event: Event, row: LessonRow) -> None:
    name = f"done_{event.stage}"
    if hasattr(row, name) and (event.stage not in JUDGED or _passed(event)):
        setattr(row, name, getattr(row, name) + 1)
    if event.stage in JUDGED:
        _checked(event, row)


def _checked(event: Event, row: LessonRow) -> None:
    row.due = str(event.data.get("due", row.due))
    day = str(event.data.get("day", ""))
    unaided = event.data.get("passed") is True and event.data.get("unaided") is True
    if not (unaided and day and event.data.get("criterion") in CRITERIA):
        return
    if row.unaided_day and row.unaided_day != day and not row.mastered:
        row.mastered = event.at
    row.unaided_day = row.unaided_day or day


def _nothing(event: Event, row: LessonRow) -> None:
    pass


_COUNTERS: Final = {
    EventKind.OPENED: _opened,
    EventKind.HINT: _hinted,
    EventKind.MISTAKE: _mistaken,
    EventKind.MISSED: _missed,
    EventKind.HELPED: _helped,
    EventKind.FINISHED: _finished,
}


def is_failed(event: Event) -> bool:
    """Tell whether an event makes a failed try of the touch it belongs to."""
    if event.kind is EventKind.ACTED:
        return event.data.get("right") is False and event.data.get("do") not in _LETTERS
    return event.kind in _FAILS


def _clean_alone(event: Event, attempt: AttemptRow) -> bool:
    return event.stage == "alone" and attempt.rung == 0 and _passed(event)


def _passed(event: Event) -> bool:
    return event.data.get("passed") is not False


def rung_of(event: Event) -> int:
    """Answer the rung of a hint, 0 to 4."""
    return min(max(int(event.data.get("rung", 0)), 0), TOP_RUNG)


def _began(step: StepRow) -> int:
    return step.trouble


def _step_row(event: Event, seq: int, sheet: Sheet) -> StepRow:
    row = sheet.steps.get(event.step)
    if row is None:
        row = sheet.steps[event.step] = StepRow(event.learner, event.lesson, event.step, number=seq)
    return row
