"""When the way to the trainer stands on the card that speaks, and what is said of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.progress.counting import TOP_RUNG
from elder_tutor.text.phrase import phrase

if TYPE_CHECKING:
    from elder_tutor.session import Turn

OFTEN: Final = 2
"""So often help is asked for at a step before a person is offered."""
CALLED: Final = phrase("We have called the trainer. Please wait a moment.")
COMING: Final = phrase("The trainer is coming to you.")
FROM_TRAINER: Final = phrase("A hint from the trainer.")
WITH_YOU: Final = phrase("Your trainer is thinking of you. Choose a lesson whenever you like.")


class Calling:
    """Remember help that was asked for and calls, step by step.

    A person is offered after help was asked for twice at a step, or at the strongest hint; after
    a call, once help was asked for twice more.
    """

    def __init__(self) -> None:
        self._step = self._called_at = ""
        self._asked = 0

    def help_asked(self, turn: Turn) -> None:
        """Take it that a person asked for help."""
        self._come_to(turn)
        self._asked += 1

    def called(self, turn: Turn) -> None:
        """Take it that they called the trainer."""
        self._come_to(turn)
        self._called_at, self._asked = self._step, 0

    def offered(self, turn: Turn) -> bool:
        """Tell whether the trainer can be called now; not while the tutor plays the lesson itself."""
        if turn.free or turn.stage is Stage.WATCH or turn.guidance.finished:
            return False
        self._come_to(turn)
        at_top = turn.guidance.rung >= TOP_RUNG and self._called_at != self._step
        return at_top or self._asked >= OFTEN

    def _come_to(self, turn: Turn) -> None:
        step = f"{turn.lesson.id} {turn.stage.value} {turn.guidance.step_id}"
        if step != self._step:
            self._step, self._called_at, self._asked = step, "", 0
