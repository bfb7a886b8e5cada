"""Keep events durably with their summaries, and answer what happened."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from elder_tutor.errors import KnownError
from elder_tutor.frozen import dataclass
from elder_tutor.progress.errors import CorruptDatabase, UnknownLearner
from elder_tutor.progress.event_rows import READ, event_of, put
from elder_tutor.progress.events import Event, identified
from elder_tutor.progress.identity import uuid7
from elder_tutor.progress.link import Clock, Link

if TYPE_CHECKING:
    from elder_tutor.progress.asking import Asker
    from elder_tutor.progress.ledger import Ledger

Ticks = Callable[[], int]

MOST_WAITING: Final = 10_000
"""Events kept in memory while the disk refuses them."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched: learner ids, lesson ids; ``people`` when the list of learners changed.

    ``trouble`` holds what was met and survived on the way (a damaged file set aside).
    """

    learners: frozenset[str] = frozenset()
    lessons: frozenset[str] = frozenset()
    people: bool = False
    trouble: tuple[KnownError, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One learner, one lesson, one stage; ``step`` is the last one seen, times are UTC ms."""

    id: str
    learner: str
    lesson: str
    revision: int
    stage: str
    step: str
    opened: int
    last_at: int
    finished: int
    """1 when its end was reached, otherwise 0."""
    rung: int
    """The highest hint given in it, 0..4."""


class Store:
    """The one door to the file. Every method may raise the errors of `progress.errors`."""

    def __init__(self, link: Link, kiosk: str = "", ticks: Ticks = time.monotonic_ns) -> None:
        """Use `open` or `memory` instead."""
        self._link = link
        self._ticks = ticks
        self.kiosk = kiosk
        """The place this store writes from; "" for a guest's, which no board sees."""
        self._counting: Ledger | None = None
        self._counted = -1
        self._waiting: list[Event] = []
        self._asker: Asker | None = None
        self.for_trainers: list[KnownError] = []
        """Trouble that only a trainer can mend and no learner is to hear of (a copy that failed)."""
        self.clock = link.clock
        self.writing = link.writing
        """Give the connection inside one durable transaction (for this package only)."""
        self.erasing = link.erasing
        """Overwrite what is deleted inside (for this package only)."""
        self.rows = link.rows
        """Answer the rows of one query (for this package only)."""
        self.read = link.read
        """Answer the rows of one query as named tuples (for this package only)."""

    @classmethod
    def open(cls, folder: Path, clock: Clock, kiosk: str = "", ticks: Ticks = time.monotonic_ns) -> Store:
        """Open or begin the file in this folder.

        ``kiosk`` is the name of this place (see `identity.place_of`), ``ticks`` a clock in
        nanoseconds that never jumps. A damaged file is set aside and a new one begun: see `notices`. Raises
        UnwritableFolder, NewerDatabase, NotOurDatabase, DiskFull, DiskTrouble, StoreBusy.
        """
        return cls(Link(folder, clock), kiosk, ticks)

    @classmethod
    def memory(cls, clock: Clock) -> Store:
        """Begin a store that is gone when it is closed; its learner is GUEST."""
        return cls(Link(None, clock))

    @property
    def folder(self) -> Path | None:
        """Answer where the file lies; None for a store in memory."""
        return self._link.folder

    @property
    def asker(self) -> Asker | None:
        """Answer who reads this file in a thread of its own; None for a store in memory."""
        if self._asker is None and self._link.folder is not None:
            from elder_tutor.progress.asking import Asker

            self._asker = Asker(self._link.folder, self.clock)
        return self._asker

    @property
    def notices(self) -> tuple[KnownError, ...]:
        """Answer the trouble met and survived since the store was opened, in order."""
        return tuple(self._link.notices)

    @property
    def waiting(self) -> int:
        """Answer how many events the disk has refused so far and memory holds."""
        return len(self._waiting)

    def close(self) -> None:
        """Close the file, trying once more to store what waits."""
        if self._asker is not None:
            self._asker.close()
            self._asker = None
        with contextlib.suppress(KnownError):
            if self._waiting:
                self.append(())
        self._link.close()

    def append(self, events: Sequence[Event]) -> Changes:
        """Store events and their summaries in one durable transaction.

        When the disk refuses, the events are kept in memory and stored with the next
        call: do not pass them again. Raises DiskFull, DiskTrouble, StoreBusy,
        UnwritableFolder, and UnknownLearner (whose events are not kept).
        """
        everything = [*self._waiting, *map(self._identified, events)]
        before = len(self._link.notices)
        try:
            self._append(everything)
        except UnknownLearner:
            if not self._drop_strangers():
                raise
            return self.append(events)
        except KnownError:
            self._waiting = everything[:MOST_WAITING]
            raise
        self._waiting = []
        return Changes(
            frozenset(event.learner for event in everything),
            frozenset(event.lesson for event in everything if event.lesson),
            trouble=tuple(self._link.notices[before:]),
        )

    def rebuild(self) -> int:
        """Throw the summaries away and count every event again, in one transaction; answer how many."""
        from elder_tutor.progress.recount import recount

        with self.writing() as db:
            counted = recount(db)
        self._ledger.forget()
        return counted

    def events(self, attempt: str) -> tuple[Event, ...]:
        """Answer everything that happened in an attempt, in order."""
        sql = f"SELECT {READ} FROM event WHERE attempt = ? ORDER BY seq"
        return tuple(event_of(row) for row in self.rows(sql, (attempt,)))

    def open_attempt(self, learner: str, lesson: str, stage: str | None = None) -> Attempt | None:
        """Answer the attempt to go on with: the newest at this lesson (and stage), if it is unfinished."""
        found = self.last_attempt(learner, lesson, stage)
        return found if found and not found.finished else None

    def last_attempt(self, learner: str, lesson: str, stage: str | None = None) -> Attempt | None:
        """Answer the newest attempt at this lesson (and stage) whose beginning is stored."""
        rows = self.rows(_LAST_ATTEMPT, (learner, lesson, stage, stage))
        return Attempt(*rows[0]) if rows else None

    def finished_checks(self, learner: str, lesson: str) -> tuple[Event, ...]:
        """Answer how each check and refresh of a lesson ended, oldest first."""
        return tuple(event_of(row) for row in self.rows(_FINISHED_CHECKS, (learner, lesson)))

    def calls_for_help(self, after: int = 0) -> tuple[Event, ...]:
        """Answer who asked for a person's help, after the event of this number, oldest first.

        Where the lesson is private, or none is open, the call names no lesson.
        """
        return tuple(event_of(row) for row in self.rows(_CALLS, (after,)))

    def changed_elsewhere(self) -> bool:
        """Answer whether another process has written since this was last asked."""
        return self._link.changed_elsewhere()

    def _identified(self, event: Event) -> Event:
        """Give an event what only the store knows; one that has an id already comes from elsewhere."""
        if event.id:
            return event
        mono = event.mono or self._ticks() // 1_000_000
        return identified(event, uuid7(event.at), event.kiosk or self.kiosk, mono)

    @property
    def _ledger(self) -> Ledger:
        """Answer what counts events; the first page stands before anything is counted."""
        if self._counting is None:
            from elder_tutor.progress.ledger import Ledger

            self._counting = Ledger()
        return self._counting

    def _append(self, events: Sequence[Event]) -> None:
        try:
            self._append_once(events)
        except CorruptDatabase:
            self._append_once(events)  # the damaged file is set aside by now

    def _append_once(self, events: Sequence[Event]) -> None:
        with self.writing() as db:
            if self._counted != self._link.generation:
                self._ledger.forget()
                self._counted = self._link.generation
            for event in events:
                self._ledger.count(db, event, put(db, event))
            self._ledger.write(db)

    def _drop_strangers(self) -> bool:
        """Let go of waiting events whose learner was erased meanwhile; answer whether there were any."""
        here = {row[0] for row in self.rows("SELECT id FROM learner")}
        kept = [event for event in self._waiting if event.learner in here]
        dropped = len(kept) < len(self._waiting)
        self._waiting = kept
        return dropped


_FINISHED_CHECKS: Final = (
    f"SELECT {', '.join(f'e.{name}' for name in READ.split(', '))} FROM attempt_summary a "
    "JOIN event e ON e.attempt = a.attempt WHERE a.learner = ? AND a.lesson = ? AND a.finished "
    "AND a.stage IN ('check', 'refresh') AND e.kind = 'finished' ORDER BY e.seq"
)
_CALLS: Final = f"SELECT {READ} FROM event WHERE kind = 'helped' AND seq > ? ORDER BY seq"
_LAST_ATTEMPT: Final = (
    "SELECT attempt, learner, lesson, revision, stage, step, opened, last_at, finished, rung "
    "FROM attempt_summary WHERE learner = ? AND lesson = ? AND (? IS NULL OR stage = ?) "
    "AND opened IS NOT NULL ORDER BY number DESC LIMIT 1"
)
