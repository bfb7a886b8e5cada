"""The words more than one page of the learner's window uses."""

from __future__ import annotations

from typing import Final

from elder_tutor.lessons.teaching import stages
from elder_tutor.text.phrase import phrase

SAY_AGAIN: Final = phrase("Say it again")
HELP: Final = phrase("Help")
LISTEN: Final = phrase("Listen")
SETTINGS: Final = phrase("Settings")
LEAVE: Final = phrase("Leave")
GO_ON: Final = phrase("Let us go on")
MY_PAGE: Final = phrase("My page")
COURSES: Final = phrase("Lessons")
TRY: Final = phrase("Try as you like")
ONCE_MORE: Final = phrase("Once more")
GUEST: Final = phrase("Guest")

STAGES: Final = stages.NAMES
STAGE_ICONS: Final[dict[str, str]] = {
    "watch": "line/eye",
    "follow": "line/people",
    "find": "line/search",
    "alone": "line/person",
    "check": "line/check",
    "refresh": "line/refresh",
    "drill": "line/shield",
}
