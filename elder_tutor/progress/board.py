"""Who is at which place now, and who needs somebody: read from the summaries, answered by events."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.counting import FAILED_TRIES
from elder_tutor.progress.event_rows import READ, event_of
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.store import Changes, Store

TOPS: Final = 2
"""The strongest hint this often at one step: the learner is stuck."""
QUIET_MS: Final = 120_000
"""No touch for so long while a lesson is open."""
FORGOTTEN_MS: Final = 1_800_000
"""A place nobody touched for so long is empty, whatever it was left at."""


class Need(StrEnum):
    """Why a place needs somebody, the most urgent first."""

    ASKED = "asked"  # help was asked for, and nobody has said that they are coming
    STUCK = "stuck"  # four failed tries at a step, or the strongest hint twice
    QUIET = "quiet"  # no touch for two minutes
    NONE = "none"


class Place(NamedTuple):
    """One place as it stands; members as in `tallying.PlaceRow`, times UTC ms (0: never)."""

    kiosk: str
    learner: str
    attempt: str
    lesson: str
    revision: int
    stage: str
    step: str
    opened: int
    since: int
    last_at: int
    failed: int
    touch_failed: int
    tops: int
    asked: int
    coming: int
    advised: int
    here: int

    def need(self, now: int) -> Need:
        """Answer what this place needs at a moment (UTC ms)."""
        if self.asked and not self.coming:  # by what came first, not by the clock: it may be set back
            return Need.ASKED
        if not self.here:
            return Need.NONE
        if self.failed >= FAILED_TRIES or self.tops >= TOPS:
            return Need.STUCK
        return Need.QUIET if now - self.last_at >= QUIET_MS else Need.NONE

    def needs_since(self, now: int) -> int:
        """Answer since when it needs somebody (UTC ms, never after ``now``); 0 when it needs nobody."""
        since = {Need.ASKED: self.asked, Need.STUCK: self.since, Need.QUIET: self.last_at, Need.NONE: 0}
        return min(since[self.need(now)], now)


def places(store: Store, now: int) -> tuple[Place, ...]:
    """Answer every place where somebody is, those who need somebody first, the longest waiting first."""
    found = store.read(Place, _PLACES, (now - FORGOTTEN_MS,))
    order = {need: number for number, need in enumerate(Need)}
    return tuple(
        sorted(found, key=lambda place: (order[place.need(now)], place.needs_since(now), place.kiosk))
    )


def everybody(store: Store, now: int) -> tuple[Place, ...]:
    """Answer every place where somebody is, between lessons too, in the order of the places' names."""
    return store.read(Place, _EVERYBODY, (now - FORGOTTEN_MS,))


def finished_attempts(store: Store, attempts: Sequence[str]) -> frozenset[str]:
    """Answer which of these attempts have reached their end."""
    marks = ", ".join("?" * len(attempts))
    sql = f"SELECT attempt FROM attempt_summary WHERE finished = 1 AND attempt IN ({marks})"
    return frozenset(row[0] for row in store.rows(sql, tuple(attempts)))


def teams(store: Store) -> dict[str, frozenset[str]]:
    """Answer the groups of each learner who is in one, by the learner's id."""
    found: dict[str, set[str]] = {}
    for learner, team in store.rows("SELECT learner, team FROM membership"):
        found.setdefault(learner, set()).add(team)
    return {learner: frozenset(inside) for learner, inside in found.items()}


def real_calls(store: Store, asked: Sequence[Place]) -> frozenset[str]:
    """Answer which of the places that asked for help did so in real danger."""
    found = {(call.kiosk, call.at): call for call in map(event_of, store.rows(_CALLS))} if asked else {}
    calls = ((place.kiosk, found.get((place.kiosk, place.asked))) for place in asked)
    return frozenset(kiosk for kiosk, call in calls if call is not None and call.data.get("why") == "real")


def say_coming(store: Store, place: Place, who: str) -> Changes:
    """Say to a place «I am coming»; the learner hears it there. Raises the errors of `Store.append`."""
    return _tell(store, place, EventKind.COMING, {"by": who})


def advise(store: Store, place: Place, who: str, rung: int) -> Changes:
    """Give a place a hint of this rung (0 to 4); the learner hears it there."""
    return _tell(store, place, EventKind.ADVISED, {"by": who, "rung": rung})


def letters(store: Store, kiosk: str, after: int) -> tuple[Event, ...]:
    """Answer what was said to a place after the event of this number, oldest first."""
    return tuple(event_of(row) for row in store.rows(_LETTERS, (after, kiosk)))


def last_number(store: Store) -> int:
    """Answer the number of the newest event, 0 when there is none."""
    return int(store.rows("SELECT coalesce(max(seq), 0) FROM event")[0][0])


def _tell(store: Store, place: Place, kind: EventKind, data: dict[str, str | int | bool]) -> Changes:
    event = Event(
        place.attempt, place.learner, place.lesson, place.revision, place.stage, place.step, kind, data,
        milliseconds(store.clock()), kiosk=place.kiosk,
    )  # fmt: skip
    return store.append([event])


_PLACES: Final = (
    f"SELECT {', '.join(Place._fields)} FROM place_summary "
    "WHERE (here = 1 OR (asked > 0 AND coming = 0)) AND last_at >= ? AND learner <> ''"
)
_EVERYBODY: Final = (
    f"SELECT {', '.join(Place._fields)} FROM place_summary "
    "WHERE last_at >= ? AND learner <> '' ORDER BY kiosk"
)
_CALLS: Final = f"SELECT {READ} FROM event WHERE kind = 'helped' ORDER BY seq DESC LIMIT 200"
_LETTERS: Final = (
    f"SELECT {READ} FROM event WHERE seq > ? AND kind IN ('coming', 'advised') AND kiosk = ? ORDER BY seq"
)
