"""The six stages of a lesson, and which of them are there (DESIGN 5)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import Phrase, phrase


class Stage(StrEnum):
    """How much the tutor does and how much the learner."""

    WATCH = "watch"
    FOLLOW = "follow"
    FIND = "find"
    ALONE = "alone"
    CHECK = "check"
    REFRESH = "refresh"


UNKNOWN = phrase("There is no stage called {name}.").key
NOT_YET = phrase("The stage {name} is not there yet.").key
NAMES: Final[dict[str, Phrase]] = {
    "watch": phrase("Watch"),
    "follow": phrase("Together"),
    "find": phrase("Find it"),
    "alone": phrase("On your own"),
    "check": phrase("Check"),
    "refresh": phrase("Refresh"),
}
"""What the learner's and the trainer's pages call the stages."""
OFFERED = (Stage.WATCH, Stage.FOLLOW, Stage.ALONE)
"""The stages a lesson is gone through now, in order."""


def stage_named(name: str) -> Stage:
    """Answer the stage of this name; raise KnownError when there is none or it is not there yet."""
    try:
        stage = Stage(name)
    except ValueError:
        raise KnownError(UNKNOWN, {"name": name}) from None
    if stage not in OFFERED:
        raise KnownError(NOT_YET, {"name": name})
    return stage


def stage_after(stage: Stage) -> Stage:
    """Answer what comes after this stage; the last one stays."""
    place = OFFERED.index(stage)
    return OFFERED[min(place + 1, len(OFFERED) - 1)]
