"""The six stages of a lesson, what each is like, and which come after which (DESIGN 5)."""

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
    DRILL = "drill"
    """Not a stage of a lesson: a safety drill is gone through in it."""


UNKNOWN = phrase("There is no stage called {name}.").key
NAMES: Final[dict[str, Phrase]] = {
    "watch": phrase("Watch"),
    "follow": phrase("Together"),
    "find": phrase("Find it"),
    "alone": phrase("On your own"),
    "check": phrase("Check"),
    "refresh": phrase("Refresh"),
    "drill": phrase("Drill"),
}
"""What the learner's and the trainer's pages call the stages."""
OFFERED: Final = (Stage.WATCH, Stage.FOLLOW, Stage.FIND, Stage.ALONE, Stage.CHECK)
"""The stages a lesson is gone through, in order; a refresh comes days later, when it is due."""
LED: Final = frozenset({Stage.WATCH, Stage.FOLLOW, Stage.FIND})
"""The lesson is gone through step by step, and the panel asks its questions."""
LADDER: Final = frozenset({Stage.FIND, Stage.ALONE})
"""Hints come by themselves, rung by rung."""
JUDGED: Final = frozenset({Stage.CHECK, Stage.REFRESH})
"""A varied task is judged by the phone's final state; the tutor says the task and nothing else."""


def stage_named(name: str) -> Stage:
    """Answer the stage of a lesson with this name; raise KnownError when there is none."""
    try:
        stage = Stage(name)
    except ValueError:
        raise KnownError(UNKNOWN, {"name": name}) from None
    if stage is Stage.DRILL:
        raise KnownError(UNKNOWN, {"name": name})
    return stage


def stage_after(stage: Stage) -> Stage:
    """Answer what comes after this stage; check and refresh stay, for they come again on another day."""
    if stage not in OFFERED:
        return stage
    place = OFFERED.index(stage)
    return OFFERED[min(place + 1, len(OFFERED) - 1)]
