"""Where lessons and progress meet: an action of a learner becomes a turn and events, in one call.

Only ids, numbers and the class of a text reach the store. An attempt that was left, or
whose program was ended, is taken up by doing its events again on a fresh phone. Of a private
lesson only "done" is kept, and of trying as one likes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from elder_tutor.errors import BugError, KnownError
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.drills.rehearsal import Rehearsal
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.teaching.drawing import Asked
from elder_tutor.lessons.teaching.facts import Fact, FactKind, Scalar
from elder_tutor.lessons.teaching.foresight import upcoming
from elder_tutor.lessons.teaching.free import Free
from elder_tutor.lessons.teaching.ladder import Pace, pace_of
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import JUDGED, LADDER, Stage, stage_named
from elder_tutor.lessons.tutor import Answer
from elder_tutor.lessons.view import Action, Guidance, Outcome, ScreenView
from elder_tutor.progress import review
from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.store import Attempt, Changes, Store
from elder_tutor.regions import Region
from elder_tutor.text.phrase import Phrase, phrase

Clock = Callable[[], datetime]
NOTHING_CHANGED = Changes()
_ONLY_PRACTICE = phrase("This is practice and calls nobody. In real danger ask for help now.")
_CALL_OUT = phrase("Call out to the people around you.")


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything a page needs to draw and speak after something happened.

    ``trouble`` is what the store could not do: the practice goes on, and what was to be
    stored is tried again with the next turn. ``danger`` says that the screen is one of real
    danger and that the words of `Session.danger_words` come first, until
    `Session.acknowledge_danger`. ``free`` marks trying as one likes: ``lesson`` is `FREE` then,
    a lesson without id, title and steps.
    """

    lesson: Lesson
    stage: Stage
    view: ScreenView
    guidance: Guidance
    outcomes: tuple[Outcome, ...] = ()
    changes: Changes = NOTHING_CHANGED
    resumed: bool = False
    trouble: KnownError | None = None
    danger: bool = False
    free: bool = False


@dataclass(slots=True)
class _Going:
    """The attempt that is being made."""

    attempt: str
    practice: Practice | Free | Rehearsal
    moment: Answer
    warned: bool = False
    """The words about real danger were heard in this attempt."""
    face: int = 0
    """How sure the person said they feel, 1 to 3; 0 before."""


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
        self._shared = store
        self._visit = ""
        """The attempt under which this person is at this place; "" while no board need know."""
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

    @property
    def seen_by_trainers(self) -> bool:
        """Tell whether a call from here can stand on a trainer's board: a store in memory has none."""
        return self._shared.folder is not None

    # --- beginning and ending ------------------------------------------------------

    def arrive(self) -> Changes:
        """Note that this person is here now; of a guest nobody is told. Raises the errors of the store."""
        if self.is_guest or self._visit:
            return NOTHING_CHANGED
        return self._came()

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

    def open_free(self) -> Turn:
        """Give the whole phone, with all apps of the first pack and no lesson; nothing of it is kept."""
        self.leave()
        return self._freed()

    def open_drill(self, drill_id: str) -> Turn:
        """Begin a safety drill anew; «Next» is `done`. Raises KnownError for a drill that is not there."""
        pack, drill = self.catalog.drill(drill_id)
        self.leave()
        today, seed = self._day(), self._seed()
        practice = Rehearsal(pack, drill, self._setting(today, seed, None))
        going = self._going = _Going(os.urandom(16).hex(), practice, practice.start(self._now()))
        told: dict[str, Scalar] = {"seed": seed, "today": today.isoformat()}
        changes, trouble = self._stored(going, [self._event(going, EventKind.OPENED, "", told)])
        return self._shown(going, changes=changes, trouble=trouble)

    def reset(self) -> Turn:
        """Begin trying as one likes anew, on a fresh phone; in a lesson nothing changes."""
        return self._freed() if isinstance(self._open_now().practice, Free) else self.again()

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
            self._depart()
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

    def advised(self, rung: int) -> Turn | None:
        """Give the hint a trainer sent: this rung or the next one above; None where nothing is open.

        Where no rungs are (watch, follow, a drill, trying as one likes) it is said in other words.
        """
        going, now = self._going, self._now()
        if going is None:
            return None
        return self._turn(going, going.practice.advised(going.moment, now, rung), now)

    def done(self) -> Turn:
        """Take it that the learner says «I have finished».

        A check is judged as the phone stands now and ends; so does a task of alone that is to
        leave things as they are. Elsewhere nothing changes (see ``Guidance.may_finish``).
        """
        going, now = self._open_now(), self._now()
        return self._turn(going, going.practice.done(going.moment, now), now)

    def tick(self, speaking: bool = False) -> Turn | None:
        """Let time pass, about once a second; answer a turn only when waiting brought something.

        That is a hint, or a timer of the phone that ran out.

        ``speaking`` is true while a sentence is being said: waiting begins when it ends.
        """
        going, now = self._going, self._now()
        if going is None:
            return None
        moment = going.practice.tick(going.moment, now, speaking)
        if moment is None or (not moment.facts and moment.phone is going.moment.phone):
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

    def upcoming(self) -> Iterator[tuple[Phrase, ...]]:
        """Tell what may be said next, the likeliest first; each step costs as much as a touch."""
        going = self._going
        return iter(()) if going is None else upcoming(going.practice, going.moment, self._now())

    def warm(self) -> bool:
        """Work out the way through one more gate, while nobody waits; False when all are ready."""
        return False if self._going is None else self._going.practice.warm(self._going.moment)

    # --- real danger --------------------------------------------------------------------

    def danger_words(self) -> tuple[Phrase, ...]:
        """Answer what is said before a screen of real danger.

        The region's number stands there only while it was confirmed within 90 days.
        """
        known = self._region.emergency_number(self._clock().date())
        if known is None:
            return (_ONLY_PRACTICE, _CALL_OUT)
        return (_ONLY_PRACTICE, phrase("The real number is {number:phone}.", number=known.number))

    def acknowledge_danger(self) -> Turn:
        """Note that the words about real danger were heard; in this attempt they do not come again."""
        going = self._open_now()
        going.warned = True
        return self._shown(going)

    def ask_real_help(self) -> Changes:
        """Call for a person's help in real danger, from any page: see `call_trainer`."""
        return self._call("real")

    def call_trainer(self) -> Changes:
        """Call the trainer, from any page: the trainer's board reads the event.

        In a private lesson, when trying as one likes, and where nothing is open, the call stands
        alone: it names the learner, but neither lesson nor stage, step or attempt. So does a
        guest's, which goes to the store of the place: there they are «guest» until they leave.
        Raises the errors of the store.
        """
        return self._call("asked")

    @property
    def face(self) -> int | None:
        """Answer how sure the person feels (1 to 3; 0: not said yet); None where it is not asked.

        It is asked after a stage in which they did something, once it was finished; never after a
        check that was not passed, and never of a private lesson.
        """
        going = self._going
        if going is None or going.practice.lesson.private or going.practice.stage not in _FELT:
            return None
        guidance = going.moment.guidance
        asked = guidance.finished and (going.practice.stage not in JUDGED or guidance.passed)
        return going.face if asked else None

    def felt(self, face: int) -> Changes:
        """Note how sure the person feels about what they finished, 1 (unsure) to 3 (sure), once an attempt.

        Where it is not asked, and the second time, nothing is noted. Raises the errors of the store.
        """
        if self.face != 0 or self._going is None:
            return NOTHING_CHANGED
        self._going.face = min(max(face, 1), 3)
        return self._store.append([self._event(self._going, EventKind.FELT, "", {"face": self._going.face})])

    def report_wrong(self) -> Changes:
        """Note that a person says «something is wrong here», with lesson and step.

        Of a private lesson, and where nothing is open, no lesson is named. A guest's stays in memory.
        """
        return self._store.append([self._from_here(EventKind.REPORTED, {})])

    # --- inside ------------------------------------------------------------------------

    def _call(self, why: str) -> Changes:
        told: dict[str, Scalar] = {"by": "learner", "why": why}
        if not self.is_guest:
            return self._store.append([self._from_here(EventKind.HELPED, told)])
        self._visit = self._visit or os.urandom(16).hex()
        return self._shared.append([self._bare(self._visit, EventKind.HELPED, told)])

    def _from_here(self, kind: EventKind, told: Mapping[str, Scalar]) -> Event:
        """Answer a fact of where this person is; one that may name no lesson has an attempt of its own."""
        going = self._going
        if going is None or going.practice.lesson.private:
            return self._bare(os.urandom(16).hex(), kind, told)
        return self._event(going, kind, self._step(going), told)

    def _bare(self, attempt: str, kind: EventKind, told: Mapping[str, Scalar] | None = None) -> Event:
        return Event(attempt, self.learner, "", 0, "", "", kind, told or {}, self._now())

    def _came(self) -> Changes:
        self._visit = os.urandom(16).hex()
        return self._shared.append([self._bare(self._visit, EventKind.ARRIVED)])

    def _depart(self) -> None:
        visit, self._visit = self._visit, ""
        if visit:
            self._shared.append([self._bare(visit, EventKind.DEPARTED)])

    def _open_now(self) -> _Going:
        if self._going is None:
            raise BugError("No lesson is open.")
        return self._going

    def _begun(self, lesson: Lesson, stage: Stage) -> Turn:
        today, seed = self._day(), self._seed()
        practice = self._practice(lesson, stage, today, seed)
        going = self._going = _Going(os.urandom(16).hex(), practice, practice.start(self._now()))
        data: dict[str, Scalar] = {"seed": seed, "today": today.isoformat()}
        if stage in JUDGED:
            data |= {f"ask.{name}": value for name, value in practice.asked if value is not None}
        opened = self._event(going, EventKind.OPENED, self._step(going), data)
        changes, trouble = self._stored(going, [opened])
        return self._shown(going, changes=changes, trouble=trouble)

    def _resumed(self, lesson: Lesson, stage: Stage, attempt: Attempt) -> Turn:
        events = self._store.events(attempt.id)
        start = next((event for event in events if event.kind is EventKind.OPENED), None)
        if start is None or not {"today", "seed"} <= start.data.keys():
            return self._begun(lesson, stage)
        today, seed = date.fromisoformat(str(start.data["today"])), int(start.data["seed"])
        asked = tuple((each.name, start.data.get(f"ask.{each.name}", each.follow)) for each in lesson.ask)
        practice = self._practice(lesson, stage, today, seed, asked if stage in JUDGED else None)
        moment = practice.start(start.at)
        for event in events:
            if event.kind is EventKind.ACTED:
                moment = practice.repeat(moment, event.data, event.at)
            elif event.kind is EventKind.HINT:
                moment = practice.hinted(moment, int(event.data.get("rung", 0)))
        going = self._going = _Going(attempt.id, practice, practice.resume(moment, self._now()))
        changes, trouble = self._stored(going, [self._event(going, EventKind.RESUMED, self._step(going))])
        return self._shown(going, changes=changes, trouble=trouble, resumed=True)

    def _practice(
        self, lesson: Lesson, stage: Stage, today: date, seed: int, asked: Asked | None = None
    ) -> Practice:
        setting = self._setting(today, seed, self._pace(lesson, stage))
        return Practice(self.catalog.pack_of(lesson.id), lesson, stage, setting, asked)

    def _freed(self) -> Turn:
        practice = Free(self.catalog.packs[0], self._setting(self._day(), self._seed(), None))
        self._going = _Going("", practice, practice.start(self._now()))
        return self._shown(self._going)

    def _setting(self, today: date, seed: int, pace: Pace | None) -> Setting:
        return Setting(today, seed, self._region.week_start, self._region.weekend, pace)

    def _pace(self, lesson: Lesson, stage: Stage) -> Pace | None:
        """Answer the pace of this learner from their last attempt at this lesson; None without one."""
        if stage not in LADDER:
            return None
        for before in (Stage.ALONE, Stage.FIND, Stage.FOLLOW):
            last = self._store.last_attempt(self.learner, lesson.id, before.value)
            if last is None:
                continue
            at = [event.at for event in self._store.events(last.id) if event.kind is EventKind.ACTED]
            if len(at) > 1:
                return pace_of(tuple(later - earlier for earlier, later in pairwise(at)))
        return None

    def _turn(self, going: _Going, moment: Answer, now: int, outcomes: tuple[Outcome, ...] = ()) -> Turn:
        going.moment = moment
        # All facts of one touch carry the same time: they are told apart from other touches by it.
        events = [self._told(going, fact, now) for fact in moment.facts]
        changes, trouble = self._stored(going, events)
        return self._shown(going, outcomes, changes, trouble)

    def _told(self, going: _Going, fact: Fact, now: int) -> Event:
        """Answer the event of a fact; a finished check carries how it went and when it is due again."""
        data = fact.data
        lesson = going.practice.lesson
        if fact.kind is FactKind.FINISHED and going.practice.stage in JUDGED and not lesson.private:
            before: tuple[Event, ...] = ()
            with suppress(KnownError):  # a disk that cannot be read: the check counts as the first one
                before = self._store.finished_checks(self.learner, lesson.id)
            data = review.told_of(data, self._clock().date(), before)
        return self._event(going, _KINDS[fact.kind], fact.step, data, now)

    def _shown(
        self, going: _Going, outcomes: tuple[Outcome, ...] = (), changes: Changes = NOTHING_CHANGED,
        trouble: KnownError | None = None, resumed: bool = False,
    ) -> Turn:  # fmt: skip
        practice, moment = going.practice, going.moment
        view = practice.view(moment)
        danger = view.danger and not going.warned
        return Turn(
            practice.lesson, practice.stage, view, moment.guidance, outcomes, changes, resumed, trouble,
            danger, isinstance(practice, Free),
        )  # fmt: skip

    def _stored(self, going: _Going, events: list[Event]) -> tuple[Changes, KnownError | None]:
        if going.practice.lesson.private:
            events = [_only_done(event) for event in events if _is_done(event)]
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


def _is_done(event: Event) -> bool:
    """Tell whether an event of a private lesson is kept: a check that was not passed leaves nothing."""
    return event.kind is EventKind.FINISHED and event.data.get("passed") is not False


def _only_done(event: Event) -> Event:
    """Answer the one thing that is kept of a private lesson: that it was done, and nothing more."""
    return Event(
        event.attempt, event.learner, event.lesson, event.revision, event.stage, "", event.kind, {}, event.at
    )


_FELT = frozenset((Stage.FOLLOW, Stage.FIND, Stage.ALONE, *JUDGED))
_KINDS: Mapping[FactKind, EventKind] = {kind: EventKind(kind.value) for kind in FactKind}
