"""The phases of a roll-out, as the manager names them: each from its first day until the next begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import Phrase, phrase

OWNER: Final = "@phases"
"""Under whom they stand among the settings; no learner's id has an @."""
ALWAYS: Final = phrase("Since the beginning")
BEFORE: Final = phrase("Before the first phase")
LONGEST_NAME: Final = 40
MOST: Final = 6
NO_NAME: Final = phrase("Please write a name for the phase.").key
SAME_DAY: Final = phrase("Another phase begins on this day already.").key
TOO_MANY: Final = phrase("There are {most} phases already. Please remove one first.").key
FIRST_DAY: Final = "0001-01-01"
LAST_DAY: Final = "9999-12-31"


class PhaseTrouble(KnownError):
    """Tell why a phase cannot be kept."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A named phase and the day it begins (YYYY-MM-DD)."""

    name: str
    first: str


@dataclass(frozen=True, slots=True)
class Span:
    """A range of days to look at: from ``first`` to before ``until`` (YYYY-MM-DD)."""

    name: Phrase | str
    first: str
    until: str

    @property
    def last(self) -> date | None:
        """Answer the last day; None while it goes on."""
        return None if self.until == LAST_DAY else date.fromisoformat(self.until) - timedelta(days=1)


def phases(store: Store) -> tuple[Phase, ...]:
    """Answer the phases that were set, oldest first."""
    kept = preferences.get(store, OWNER).get("phases")
    found = []
    for one in kept if isinstance(kept, list) else ():
        if isinstance(one, dict) and _is_day(one.get("first")):
            found.append(Phase(str(one.get("name", ""))[:LONGEST_NAME], str(one["first"])))
    return tuple(sorted(found, key=lambda phase: phase.first))


def keep(store: Store, wanted: Iterable[Phase]) -> tuple[Phase, ...]:
    """Keep these phases in place of those before. Raises PhaseTrouble."""
    tidy = sorted((Phase(" ".join(one.name.split())[:LONGEST_NAME], one.first) for one in wanted), key=_first)
    if any(not one.name for one in tidy):
        raise PhaseTrouble(NO_NAME)
    if any(one.first == after.first for one, after in pairwise(tidy)):
        raise PhaseTrouble(SAME_DAY)
    if len(tidy) > MOST:
        raise PhaseTrouble(TOO_MANY, {"most": MOST})
    preferences.put(store, {"phases": [{"name": one.name, "first": one.first} for one in tidy]}, OWNER)
    return tuple(tidy)


def spans(wanted: Iterable[Phase]) -> tuple[Span, ...]:
    """Answer the ranges of days; without phases there is one, since the beginning."""
    tidy = tuple(wanted)
    if not tidy:
        return (Span(ALWAYS, FIRST_DAY, LAST_DAY),)
    ends = [*(one.first for one in tidy[1:]), LAST_DAY]
    named = (Span(one.name, one.first, until) for one, until in zip(tidy, ends, strict=True))
    return (Span(BEFORE, FIRST_DAY, tidy[0].first), *named)


def _first(phase: Phase) -> str:
    return phase.first


def _is_day(text: object) -> bool:
    try:
        date.fromisoformat(str(text))
    except ValueError:
        return False
    return True
