"""When the way to the trainer stands on the card that speaks, and what is said of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.text.phrase import Phrase, phrase

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.session import Turn

OFTEN: Final = 2
"""So often help is asked for at a step before a person is offered."""
CALLED: Final = phrase("We have called the trainer. Please wait a moment.")
COMING: Final = phrase("The trainer is coming to you.")
FROM_TRAINER: Final = phrase("A hint from the trainer.")
WITH_YOU: Final = phrase("Your trainer is thinking of you. Choose a lesson whenever you like.")

CALL_OUT: Final = phrase("Call out to the people around you.")
CALL_FAMILY: Final = phrase(
    "Call your family: {number:phone}. Call out to the people around you as well."
).key
CALL_NUMBER: Final = phrase("Call for help: {number:phone}. Call out to the people around you as well.").key
HOME: Final = "home"


def at_home(app: App) -> bool:
    """Tell whether the program stands in a home: no trainer sees a call there."""
    return app.settings.place == HOME


def help_at_home(app: App) -> Phrase:
    """Answer what is said to somebody at home who needs a person (DESIGN 5).

    The family's number; else the region's, as long as it was confirmed within 90 days; else to call out.
    """
    if app.settings.family_phone:
        return phrase(CALL_FAMILY, number=_whole(app.settings.family_phone, app.region.calling_code))
    known = app.region.emergency_number(app.clock().date())
    return phrase(CALL_NUMBER, number=known.number) if known is not None else CALL_OUT


def _whole(number: str, calling_code: str) -> str:
    """Group a number so that it stays on one line: half a number is no number."""
    from elder_tutor.text.reading import phone_shown

    return phone_shown(number, calling_code).replace(" ", "\u00a0")


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
        from elder_tutor.progress.counting import TOP_RUNG  # nobody asks before the first page stands

        at_top = turn.guidance.rung >= TOP_RUNG and self._called_at != self._step
        return at_top or self._asked >= OFTEN

    def _come_to(self, turn: Turn) -> None:
        step = f"{turn.lesson.id} {turn.stage.value} {turn.guidance.step_id}"
        if step != self._step:
            self._step, self._called_at, self._asked = step, "", 0
