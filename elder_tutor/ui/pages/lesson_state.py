"""What the lesson page is told: everything that stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elder_tutor.lessons.teaching.free import WELCOME
from elder_tutor.lessons.view import Guidance, ScreenView
from elder_tutor.text.phrase import Phrase, phrase

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

RESTING: Final = phrase("Take your time. If you want help, tap “Another hint”.")
RESTING_CHECK: Final = phrase("Take your time. If you have finished, tap “I have finished”.")
RESTING_DRILL: Final = phrase("When you are done with it, tap “Next”.")
FREE: Final = "free"
"""In the place of a stage: the whole phone without a lesson."""
WITH_GOAL: Final = frozenset({"alone", "check", "refresh"})
OWN_TIME: Final = frozenset({*WITH_GOAL, "find", "drill", FREE})
"""Where nothing need be said: the learner is left in peace."""


@dataclass(frozen=True, slots=True)
class ActionState:
    """A button of the card; at most one of them is bright."""

    id: str
    words: Phrase
    glyph: str
    bright: bool = False
    dense: bool = False
    """It takes little room."""


@dataclass(frozen=True, slots=True)
class LessonState:
    """Everything on the page. ``sentences`` are the guidance's in the page's language."""

    title: Phrase
    stage: str
    view: ScreenView
    guidance: Guidance
    sentences: tuple[Line, ...]
    hint: bool = False
    """The card stands as a hint of the ladder."""
    silent: bool = False
    paused: bool = False
    hand: bool = True
    """False while watch still speaks: the hand comes with the touch."""
    dictation: str = ""
    """What the microphone writes into the open field."""
    actions: tuple[ActionState, ...] = ()
    """What may be said or done in the card."""
    slowest: bool = False
    """The voice cannot go slower: the tile leads back to the usual pace."""
    danger: bool = False
    """The words about real danger come first: the phone waits."""

    @property
    def resting(self) -> bool:
        """Tell whether the learner is left in peace: nothing is said, and nothing is asked."""
        return self.stage in OWN_TIME and not self.sentences and self.guidance.opinion is None

    @property
    def writes(self) -> bool:
        """Tell whether the keyboard stands: a field is open, and no danger is spoken of."""
        return self.view.keyboard is not None and not self.danger

    @property
    def rest(self) -> tuple[Phrase, ...]:
        """Answer what stands on the card meanwhile; nobody says it."""
        if self.stage == "find":
            return self.guidance.goal
        if self.stage == FREE:
            return (WELCOME,)
        if self.view.keyboard is not None and self.stage != "alone":
            return ()  # the keyboard takes the place of the button that is spoken of
        by_stage = {"drill": RESTING_DRILL, "alone": RESTING}
        return (by_stage.get(self.stage, RESTING_CHECK),)
