"""What a turn of a session is on the pages of a lesson and of its praise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from elder_tutor.lessons.teaching.free import NAME
from elder_tutor.lessons.teaching.stages import JUDGED, OFFERED, Stage, stage_after
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.lesson_state import FREE, ActionState

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.session import Session, Turn

FINISH, NEXT, UNDERSTOOD, REAL_HELP, CALL = "finish", "next", "understood", "realHelp", "call"
"""The ids of the panel's actions."""
HELP_ASKED: Final = phrase("We have asked for help. Call out to the people around you as well.")
CALL_OUT: Final = phrase("Call out to the people around you.")

_FINISH: Final = ActionState(FINISH, phrase("I have finished"), "line/check", True)
_NEXT: Final = ActionState(NEXT, phrase("Next"), "line/play", True)
_UNDERSTOOD: Final = ActionState(UNDERSTOOD, phrase("I understand, it is practice"), "line/check", True)
_REAL_HELP: Final = ActionState(REAL_HELP, phrase("I need real help"), "line/hand")
_CALL: Final = ActionState(CALL, phrase("Call the trainer"), "line/trainer", dense=True)

_CALL_FAMILY: Final = ActionState(CALL, phrase("Call the family"), "line/phone", dense=True)


def stage_of(turn: Turn) -> str:
    """Answer how the lesson page names the way a turn is practised in."""
    return FREE if turn.free else turn.stage.value


def title_of(turn: Turn, app: App) -> Phrase:
    """Answer the title of a turn's lesson, drill, or of trying as one likes."""
    if turn.free:
        return NAME
    if turn.stage is Stage.DRILL:
        return phrase(turn.lesson.title, app.catalog.drill(turn.lesson.id)[0].id)
    return phrase(turn.lesson.title, app.catalog.domain(turn.lesson.id))


def actions_of(
    turn: Turn, helped: bool, call: bool = False, at_home: bool = False
) -> tuple[ActionState, ...]:
    """Answer the panel's actions; ``helped`` says that help was asked for just now.

    As long as a screen of real danger stands, the way to real help is on the page; elsewhere
    ``call`` offers the way to the trainer, or ``at_home`` to the family.
    """
    real = (_REAL_HELP,) if turn.view.danger and not helped else ()
    if not turn.view.danger and call and not helped:
        real = (_CALL_FAMILY if at_home else _CALL,)
    if turn.danger:
        return (_UNDERSTOOD, *real)
    if turn.stage is Stage.DRILL:
        return (_NEXT, *real)
    return (_FINISH, *real) if turn.guidance.may_finish else real


def without_band(turn: Turn) -> Turn:
    """Answer the turn with a phone that does not warn: the page itself does, and the phone keeps its room."""
    return replace(turn, view=replace(turn.view, danger=False)) if turn.view.danger else turn


def was_not_passed(turn: Turn) -> bool:
    """Tell whether a check ended without being passed."""
    return turn.stage in JUDGED and turn.guidance.finished and not turn.guidance.passed


def following(turn: Turn) -> str:
    """Answer the stage that comes after a finished one, "" when none does."""
    if turn.stage not in OFFERED or turn.stage is OFFERED[-1]:
        return ""
    after = stage_after(turn.stage)
    return "" if after in JUDGED and turn.lesson.check is None else after.value


def is_mastered(turn: Turn, app: App, session: Session | None) -> bool:
    """Tell whether the check that has just ended made the lesson a mastered one."""
    if session is None or turn.stage not in JUDGED or not turn.guidance.passed:
        return False
    return any(card.mastered for card in app.cards(session) if card.lesson is turn.lesson)
