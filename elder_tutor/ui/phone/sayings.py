"""Every word the phone's shell shows by itself, written out so that the extractor finds it."""

from __future__ import annotations

from typing import Final

from elder_tutor.text.phrase import phrase

PRACTICE: Final = phrase("Practice app")
BACK: Final = phrase("Back")
HOME: Final = phrase("Home")

UP: Final = phrase("Up")
DOWN: Final = phrase("Down")
PREVIOUS: Final = phrase("Previous")
NEXT: Final = phrase("Next")
PREVIOUS_PAGE: Final = phrase("Previous page")
NEXT_PAGE: Final = phrase("Next page")
PREVIOUS_MONTH: Final = phrase("Previous month")
NEXT_MONTH: Final = phrase("Next month")
PREVIOUS_WEEK: Final = phrase("Previous week")
NEXT_WEEK: Final = phrase("Next week")

AVAILABLE: Final = phrase("Available")
FULL: Final = phrase("Full")
CHOSEN: Final = phrase("Chosen")
NOT_YET: Final = phrase("Not possible yet")
EXAMPLE: Final = phrase("Example")
HIDE: Final = phrase("Hide")
MORE: Final = phrase("More")
LESS: Final = phrase("Less")
HIGHER: Final = phrase("Higher")

KEYBOARD: Final = phrase("Keyboard")
DELETE: Final = phrase("Delete")
DONE: Final = phrase("Done")
MICROPHONE: Final = phrase("Microphone")
SPACE: Final = phrase("Space")
NUMBERS: Final = phrase("123")
LANGUAGES: Final = phrase("English / العربية")
ARABIC: Final = phrase("Arabic letters")
ENGLISH: Final = phrase("English letters")
