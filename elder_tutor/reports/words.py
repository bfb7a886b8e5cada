"""The trainer's words for stages, states and columns."""

from __future__ import annotations

from typing import Final

from elder_tutor.lessons.teaching import stages
from elder_tutor.progress.counting import State
from elder_tutor.text.phrase import Phrase, phrase

PRIVATE_LESSON: Final = phrase("Private lesson")
"""Stands for every private lesson, without title, step or time (DESIGN 4)."""

STAGES: Final = stages.NAMES
STATES: Final[dict[State, Phrase]] = {
    State.NONE: phrase("Not begun"),
    State.GOING: phrase("Practising"),
    State.DONE: phrase("Done alone"),
    State.NEEDS: phrase("Needs help"),
}
COLUMNS: Final[dict[str, Phrase]] = {
    "learner": phrase("Learner"),
    "lesson": phrase("Lesson"),
    "stage": phrase("Last stage finished"),
    "state": phrase("Where it stands"),
    "attempts": phrase("Attempts"),
    "hints": phrase("Hints"),
    "mistakes": phrase("Mistakes"),
    "missed": phrase("Missed touches"),
    "minutes": phrase("Minutes"),
    "stuck_step": phrase("Stuck at"),
    "last_practice": phrase("Last practice"),
    "step": phrase("Step"),
    "done": phrase("Times done"),
    "tries": phrase("Touches"),
    "failed": phrase("Failed tries"),
    "rung": phrase("Strongest hint"),
    "left": phrase("Left here"),
    "stuck": phrase("Stuck now"),
}
"""Machine key of a column → its words."""
YES: Final = phrase("Yes")
