"""Say what happened: one fact of an attempt, in ids and numbers only.

Nothing a person types, says or photographs can be in an event: text values are ids
(Latin letters, digits and ``_ . : + -``) under keys that are listed here, and nothing
else is let through (DESIGN 4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, fields
from enum import StrEnum
from typing import Final

from elder_tutor.frozen import dataclass
from elder_tutor.progress.errors import NotToBeStored

Scalar = str | int | bool
GUEST: Final = "guest"
"""The learner id in a store that lives in memory only."""


class EventKind(StrEnum):
    """The kinds of fact. A kind never changes its meaning; a new meaning is a new kind."""

    OPENED = "opened"  # an attempt begins: seed, today, ask.<name> = the value drawn
    RESUMED = "resumed"  # the same attempt goes on after it was left or the program ended
    ACTED = "acted"  # one touch or writing: do, element, row, level, class, right
    STEP_DONE = "step_done"  # the step's gate closed
    HINT = "hint"  # a rung was given: rung 0..4, by (request, idle, wrong)
    MISTAKE = "mistake"  # a likely mistake of the lesson was made: mistake
    REFUSED = "refused"  # the phone answered with a refusal: key
    STOPPED = "stopped"  # a safety stop held something back: key
    MISSED = "missed"  # a touch met no target: motor, not knowledge
    LEFT = "left"  # the learner left before the end; the attempt can be resumed
    FINISHED = "finished"  # the attempt reached its end; of a check: passed, criterion, rating, due
    HELPED = "helped"  # a person was asked for or came: by, why ("real" for real danger)
    # an item of a drill is over: item, answer (hit, miss, false_alarm, right), why (how it was met)
    JUDGED = "judged"
    ARRIVED = "arrived"  # a person signed in at a place
    DEPARTED = "departed"  # and left it
    COMING = "coming"  # a trainer said «I am coming», to the place that asked: by
    ADVISED = "advised"  # a trainer gave a hint from the board, to the place that needs it: rung, by
    FELT = "felt"  # how sure the person felt, as a face: face 1 (unsure) to 3 (sure)
    REPORTED = "reported"  # «something is wrong here»


IDS: Final = frozenset(
    (
        "do", "element", "row", "class", "key", "mistake", "by", "why", "opinion", "today", "layer", "mode",
        "criterion", "day", "due", "item", "answer",
    )
)  # fmt: skip
"""Keys whose value is an id or an ISO date; so are all keys ``ask.<name>`` (which may hold any scalar)."""
NUMBERS: Final = frozenset(
    (
        "level", "rung", "seed", "count", "ms", "actions", "round", "rating", "hits", "misses",
        "false_alarms", "face",
    )
)  # fmt: skip
FLAGS: Final = frozenset(("right", "passed", "hand", "sample", "again", "unaided", "reached"))
LONGEST: Final = 80
"""Characters of a text value."""

_ID = re.compile(r"[A-Za-z0-9_.:+-]{0,80}", re.ASCII)
_ASK = re.compile(r"ask\.[a-z][a-z0-9_]{0,39}", re.ASCII)
_BIGGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Event:
    """One fact. ``at`` is UTC milliseconds; ``seq`` is given by the store (0 before).

    So are ``id`` (a UUIDv7), ``kiosk`` (the place it happened at, or for `COMING` and `ADVISED`
    the place they go to) and ``mono`` (milliseconds of a clock that never jumps, from any start)
    where they are empty.
    Raises NotToBeStored when ``data`` holds a key or a value that may not be stored.
    """

    attempt: str
    learner: str
    lesson: str
    revision: int
    stage: str
    step: str
    kind: EventKind
    data: Mapping[str, Scalar] = field(default_factory=dict)
    at: int = 0
    seq: int = 0
    id: str = ""
    kiosk: str = ""
    mono: int = 0

    def __post_init__(self) -> None:
        for key, value in self.data.items():
            if not _may_be_stored(key, value):
                raise NotToBeStored("An event may not carry this under “{key}”", {"key": key[:LONGEST]})


def identified(event: Event, id_: str, kiosk: str, mono: int) -> Event:
    """Answer the same event with what only the store knows of it.

    With every touch: `dataclasses.replace` would look through the data a second time, and takes
    ten times as long.
    """
    made = object.__new__(Event)
    put = object.__setattr__
    for name in _TOLD:
        put(made, name, getattr(event, name))
    put(made, "id", id_)
    put(made, "kiosk", kiosk)
    put(made, "mono", mono)
    return made


_TOLD: Final = tuple(member.name for member in fields(Event) if member.name not in ("id", "kiosk", "mono"))


def _may_be_stored(key: str, value: object) -> bool:
    if key in IDS:
        return isinstance(value, str) and _ID.fullmatch(value) is not None
    if key in NUMBERS:
        return _number(value)
    if key in FLAGS:
        return isinstance(value, bool)
    if _ASK.fullmatch(key) is None:
        return False
    if isinstance(value, str):
        return _ID.fullmatch(value) is not None
    return isinstance(value, bool) or _number(value)


def _number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _BIGGEST
