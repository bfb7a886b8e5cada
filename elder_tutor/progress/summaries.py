"""Read the summaries: learners × lessons, one learner's steps, one lesson's funnel."""

from __future__ import annotations

from typing import Final, NamedTuple

from elder_tutor.progress.counting import State
from elder_tutor.progress.store import Store

STAGES: Final = ("watch", "follow", "find", "alone", "check", "refresh")
"""Stage ids in the order they are gone through."""


class Standing(NamedTuple):
    """One learner at one lesson. Times are UTC ms, ``ms`` is active time.

    ``state`` is a State; ``done_`` members count how often a stage was finished, ``clean_alone``
    how often alone without a hint above rung 0; ``steps_free`` of ``steps_done`` steps in the
    unaided stages needed no hint; ``rung0``…``rung4`` count hints. ``mastered`` is when it was
    mastered (0 before), ``due`` the day of the next refresh ("" before the first check).
    """

    learner: str
    lesson: str
    revision: int
    state: str
    attempts: int
    done_watch: int
    done_follow: int
    done_find: int
    done_alone: int
    done_check: int
    done_refresh: int
    clean_alone: int
    steps_done: int
    steps_free: int
    rung0: int
    rung1: int
    rung2: int
    rung3: int
    rung4: int
    mistakes: int
    missed: int
    helped: int
    ms: int
    last_stage: str
    last_step: str
    stuck_step: str
    first_at: int
    last_at: int
    unaided_day: str = ""
    mastered: int = 0
    due: str = ""

    @property
    def is_mastered(self) -> bool:
        """Tell whether two checks were passed without a hint, on two different days."""
        return self.mastered > 0

    def is_due(self, today: str) -> bool:
        """Tell whether a refresh is due on this day (YYYY-MM-DD)."""
        return bool(self.due) and self.due <= today

    @property
    def hints(self) -> int:
        """Answer how many hints above rung 0 were given."""
        return self.rung1 + self.rung2 + self.rung3 + self.rung4

    @property
    def stages(self) -> tuple[str, ...]:
        """Answer the stages that were finished, in order."""
        return tuple(stage for stage in STAGES if getattr(self, f"done_{stage}"))


class StepStanding(NamedTuple):
    """One learner at one step, in every stage but watch; ``stuck`` is 1 while it is in trouble."""

    learner: str
    lesson: str
    step: str
    done: int
    tries: int
    failed: int
    hints: int
    rung: int
    mistakes: int
    missed: int
    lefts: int
    ms: int
    stuck: int


class FunnelStep(NamedTuple):
    """One step over all learners: how many reached it, did it, never did it, are stuck there now."""

    step: str
    reached: int
    done: int
    stopped: int
    stuck: int
    failed: int
    hints: int
    mistakes: int
    missed: int
    ms: int


class MistakeCount(NamedTuple):
    """How often a likely mistake was made at a step, and by how many learners."""

    step: str
    mistake: str
    times: int
    learners: int


def matrix(store: Store, learner: str | None = None) -> tuple[Standing, ...]:
    """Answer a row for every learner and lesson that was begun (of one learner, if named)."""
    where = "" if learner is None else " WHERE learner = ?"
    return store.read(Standing, MATRIX_SQL + where, () if learner is None else (learner,))


def standing(store: Store, learner: str, lesson: str) -> Standing | None:
    """Answer one cell of the matrix; None when the lesson was never begun."""
    rows = store.read(Standing, MATRIX_SQL + " WHERE learner = ? AND lesson = ?", (learner, lesson))
    return rows[0] if rows else None


def steps(store: Store, learner: str | None = None, lesson: str | None = None) -> tuple[StepStanding, ...]:
    """Answer the steps that were reached, by learner and lesson in the order they were first met."""
    where, values = _where(learner=learner, lesson=lesson)
    return store.read(StepStanding, f"{_STEPS}{where} ORDER BY learner, lesson, number", values)


def funnel(store: Store, lesson: str) -> tuple[FunnelStep, ...]:
    """Answer a lesson's steps with how far learners came, in the order they were first met."""
    return store.read(FunnelStep, _FUNNEL, (lesson,))


def mistakes(store: Store, lesson: str, learner: str | None = None) -> tuple[MistakeCount, ...]:
    """Answer the likely mistakes made in a lesson, most frequent first."""
    where, values = _where(learner=learner, lesson=lesson)
    return store.read(MistakeCount, f"{_MISTAKES}{where}{_MOST_FREQUENT}", values)


def state_of(row: Standing | None) -> State:
    """Answer the state of a cell; none when there is no row."""
    return State(row.state) if row else State.NONE


def _where(**wanted: str | None) -> tuple[str, tuple[str, ...]]:
    """Answer the condition for what is wanted; what is None is left out, so that the keys can be used."""
    found = {name: value for name, value in wanted.items() if value is not None}
    words = " AND ".join(f"{name} = ?" for name in found)
    return (f" WHERE {words}" if words else ""), tuple(found.values())


MATRIX_SQL: Final = f"SELECT {', '.join(Standing._fields)} FROM lesson_summary"
_STEPS: Final = (
    "SELECT learner, lesson, step, done, tries, failed, hints, rung, mistakes, missed, lefts, ms, "
    "trouble > 0 FROM step_summary"
)
_FUNNEL: Final = (
    "SELECT step, count(*), sum(done > 0), sum(done = 0), sum(trouble > 0), sum(failed), sum(hints), "
    "sum(mistakes), sum(missed), sum(ms) FROM step_summary WHERE lesson = ? "
    "GROUP BY step ORDER BY min(number)"
)
_MISTAKES: Final = "SELECT step, mistake, sum(times), count(*) FROM mistake_summary"
_MOST_FREQUENT: Final = " GROUP BY step, mistake ORDER BY sum(times) DESC, step, mistake"
