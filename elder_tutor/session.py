"""Where lessons and progress meet: an action of a learner becomes a turn and events, in one call.

Only ids, numbers and the class of a text reach the store. An attempt that was left, or
whose program was ended, is taken up by doing its events again on a fresh phone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from elder_tutor.errors import BugError, KnownError
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.teaching.facts import FactKind, Scalar
from elder_tutor.lessons.teaching.hints import Pace, pace_of
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage, stage_named
from elder_tutor.lessons.tutor import Answer
from elder_tutor.lessons.view import Action, Guidance, Outcome, ScreenView
from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.store import Attempt, Changes, Store
from elder_tutor.regions import Region

Clock = Callable[[], datetime]
NOTHING_CHANGED = Changes()


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything a page needs to draw and speak after something happened.

    ``trouble`` is what the store could not do: the practice goes on, and what was to be
    stored is tried again with the next turn.
    """

    lesson: Lesson
    stage: Stage
    view: ScreenView
    guidance: Guidance
    outcomes: tuple[Outcome, ...] = ()
    changes: Changes = NOTHING_CHANGED
    resumed: bool = False
    trouble: KnownError | None = None


@dataclass(slots=True)
class _Going:
    """The attempt that is being made."""

    attempt: str
    practice: Practice
    moment: Answer


class Session:
    """One learner at one place, with at most one lesson open.

    ``learner`` None is a guest: everything is kept in memory and gone with the session.
    ``seed`` gives a new number for each attempt, ``clock`` the time with its zone,
    ``today`` a fixed date instead of the clock's.
    """

    def __init__(
        self, catalog: Catalog, store: Store, learner: str | None, *, clock: Clock, seed: Callable[[], int],
        region: Region, today: date | None = None,
    ) -> None:  # fmt: skip
        self.catalog = catalog
        self.learner = learner or GUEST
        self._own = Store.memory(clock) if learner is None else None
        self._store = self._own or store
        self._clock = clock
        self._seed = seed
        self._region = region
        self._today = today
        self._going: _Going | None = None

    @property
    def store(self) -> Store:
        """Answer where this learner's events go: for a guest, memory."""
        return self._store

    @property
    def is_guest(self) -> bool:
        """Tell whether nothing of this session is kept."""
        return self._own is not None

    # --- beginning and ending ------------------------------------------------------

    def open(self, lesson_id: str, stage: str) -> Turn:
        """Begin a lesson, or take up its unfinished attempt at the same step.

        An attempt of an older revision of the lesson stays as it is, and a new one begins.
        Raises KnownError for a lesson or stage that is not there.
        """
        named = stage_named(stage)
        lesson = self.catalog.lesson(lesson_id)
        self.leave()
        found = None if lesson.private else self._store.open_attempt(self.learner, lesson_id, named.value)
        if found is not None and found.revision == lesson.revision:
            return self._resumed(lesson, named, found)
        return self._begun(lesson, named)

    def leave(self) -> Changes:
        """Close the lesson; its attempt stays open and is found again next time."""
        going, self._going = self._going, None
        if going is None or going.moment.tutor.finished:
            return NOTHING_CHANGED
        return self._stored(going, [self._event(going, EventKind.LEFT, self._step(going))])[0]

    def close(self) -> None:
        """End the session; what a guest did is forgotten."""
        try:
            self.leave()
        finally:
            if self._own is not None:
                self._own.close()

    # --- while practising ------------------------------------------------------------

    def act(self, action: Action) -> Turn:
        """Answer a touch: phone, tutor, events, one durable transaction."""
        going, now = self._open_now(), self._now()
        moment, outcomes = going.practice.act(going.moment, action, now)
        return self._turn(going, moment, now, outcomes)

    def watch_step(self) -> Turn:
        """Let the tutor do what it has announced in watch, once its sentences are said."""
        going, now = self._open_now(), self._now()
        wanted = going.moment.guidance.next_action
        if wanted is None:
            return self.again()
        moment, outcomes = going.practice.perform(going.moment, wanted, now)
        return self._turn(going, moment, now, outcomes)

    def hint(self) -> Turn:
        """Give the next rung of the ladder in alone; in watch and follow say it in other words."""
        going, now = self._open_now(), self._now()
        return self._turn(going, going.practice.hint(going.moment, now), now)

    def tick(self, speaking: bool = False) -> Turn | None:
        """Let time pass, about once a second; answer a turn only when waiting brought a hint.

        ``speaking`` is true while a sentence is being said: waiting begins when it ends.
        """
        going, now = self._going, self._now()
        if going is None:
            return None
        moment = going.practice.tick(going.moment, now, speaking)
        if moment is None or not moment.facts:
            going.moment = moment or going.moment
            return None
        return self._turn(going, moment, now)

    def missed(self) -> Turn:
        """Note a touch that met no target: it is motor and says nothing about knowledge."""
        going = self._open_now()
        changes, trouble = self._stored(going, [self._event(going, EventKind.MISSED, self._step(going))])
        return self._shown(going, changes=changes, trouble=trouble)

    def again(self) -> Turn:
        """Answer the present turn once more; nothing is recorded."""
        return self._shown(self._open_now())

    def dictation(self) -> str:
        """Answer what the microphone writes in the open field: an example; "" where it has none."""
        return "" if self._going is None else self._going.practice.dictation(self._going.moment)

    def warm(self) -> bool:
        """Work out the way through one more gate, while nobody waits; False when all are ready."""
        return False if self._going is None else self._going.practice.warm(self._going.moment)

    # --- inside ------------------------------------------------------------------------

    def _open_now(self) -> _Going:
        if self._going is None:
            raise BugError("No lesson is open.")
        return self._going

    def _begun(self, lesson: Lesson, stage: Stage) -> Turn:
        today, seed = self._day(), self._seed()
        practice = self._practice(lesson, stage, today, seed)
        going = self._going = _Going(os.urandom(16).hex(), practice, practice.start(self._now()))
        data: dict[str, Scalar] = {"seed": seed, "today": today.isoformat()}
        opened = self._event(going, EventKind.OPENED, self._step(going), data)
        changes, trouble = self._stored(going, [opened])
        return self._shown(going, changes=changes, trouble=trouble)

    def _resumed(self, lesson: Lesson, stage: Stage, attempt: Attempt) -> Turn:
        events = self._store.events(attempt.id)
        start = next((event for event in events if event.kind is EventKind.OPENED), None)
        if start is None or not {"today", "seed"} <= start.data.keys():
            return self._begun(lesson, stage)
        today, seed = date.fromisoformat(str(start.data["today"])), int(start.data["seed"])
        practice = self._practice(lesson, stage, today, seed)
        moment = practice.start(start.at)
        for event in events:
            if event.kind is EventKind.ACTED:
                moment = practice.repeat(moment, event.data, event.at)
            elif event.kind is EventKind.HINT:
                moment = practice.hinted(moment, int(event.data.get("rung", 0)))
        going = self._going = _Going(attempt.id, practice, practice.resume(moment, self._now()))
        changes, trouble = self._stored(going, [self._event(going, EventKind.RESUMED, self._step(going))])
        return self._shown(going, changes=changes, trouble=trouble, resumed=True)

    def _practice(self, lesson: Lesson, stage: Stage, today: date, seed: int) -> Practice:
        region = self._region
        setting = Setting(today, seed, region.week_start, region.weekend, self._pace(lesson, stage))
        return Practice(self.catalog.pack_of(lesson.id), lesson, stage, setting)

    def _pace(self, lesson: Lesson, stage: Stage) -> Pace:
        """Answer the pace of this learner from their last attempt at this lesson."""
        if stage is not Stage.ALONE:
            return Pace()
        for before in (Stage.ALONE, Stage.FOLLOW):
            last = self._store.last_attempt(self.learner, lesson.id, before.value)
            if last is None:
                continue
            at = [event.at for event in self._store.events(last.id) if event.kind is EventKind.ACTED]
            if len(at) > 1:
                return pace_of(tuple(later - earlier for earlier, later in pairwise(at)))
        return Pace()

    def _turn(self, going: _Going, moment: Answer, now: int, outcomes: tuple[Outcome, ...] = ()) -> Turn:
        going.moment = moment
        # All facts of one touch carry the same time: they are told apart from other touches by it.
        events = [self._event(going, _KINDS[fact.kind], fact.step, fact.data, now) for fact in moment.facts]
        changes, trouble = self._stored(going, events)
        return self._shown(going, outcomes, changes, trouble)

    def _shown(
        self, going: _Going, outcomes: tuple[Outcome, ...] = (), changes: Changes = NOTHING_CHANGED,
        trouble: KnownError | None = None, resumed: bool = False,
    ) -> Turn:  # fmt: skip
        practice, moment = going.practice, going.moment
        return Turn(
            practice.lesson, practice.stage, practice.view(moment), moment.guidance,
            outcomes, changes, resumed, trouble,
        )  # fmt: skip

    def _stored(self, going: _Going, events: list[Event]) -> tuple[Changes, KnownError | None]:
        if going.practice.lesson.private:  # only "done" is kept
            events = [replace(event, step="") for event in events if event.kind is EventKind.FINISHED]
        if not events:
            return NOTHING_CHANGED, None
        try:
            changes = self._store.append(events)
        except KnownError as trouble:
            return NOTHING_CHANGED, trouble
        return changes, changes.trouble[0] if changes.trouble else None

    def _event(
        self, going: _Going, kind: EventKind, step: str, data: Mapping[str, Scalar] | None = None, at: int = 0
    ) -> Event:
        lesson = going.practice.lesson
        return Event(
            going.attempt, self.learner, lesson.id, lesson.revision, going.practice.stage.value, step, kind,
            data or {}, at or self._now(),
        )  # fmt: skip

    def _step(self, going: _Going) -> str:
        return going.moment.guidance.step_id

    def _day(self) -> date:
        return self._today or self._clock().date()

    def _now(self) -> int:
        return int(self._clock().timestamp() * 1000)


_KINDS: Mapping[FactKind, EventKind] = {kind: EventKind(kind.value) for kind in FactKind}
