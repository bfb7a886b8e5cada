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
CLOSED: Final = phrase("Closed on this day")
PAST: Final = phrase("This day has passed")
NOT_YET: Final = phrase("Not possible yet")
EXAMPLE: Final = phrase("Example")
HIDE: Final = phrase("Hide")
MORE: Final = phrase("More")
LESS: Final = phrase("Less")
HIGHER: Final = phrase("Higher")

SWIPE: Final = phrase("Put away")
OPEN_APPS: Final = phrase("Open apps")
SHADE: Final = phrase("Notifications")
VOLUME_UP: Final = phrase("Volume up")
VOLUME_DOWN: Final = phrase("Volume down")
POWER: Final = phrase("Power button")
UNREAD: Final = phrase("Unread")
REACHED: Final = phrase("Finished")
NOW: Final = phrase("Now")
COMING: Final = phrase("Later")
MINE: Final = phrase("From you")
RECORDING: Final = phrase("Recording")
TRAINING_ONLY: Final = phrase("This is training and calls nobody.")
REAL_HELP: Final = phrase("In real danger, ask for help now.")
NEED_HELP: Final = phrase("I need real help")

WIFI: Final = phrase("Wi-Fi is on")
NO_WIFI: Final = phrase("No Wi-Fi")
NO_NETWORK: Final = phrase("No network")
SILENT: Final = phrase("Silent")
AIRPLANE: Final = phrase("Airplane mode")
LOW_BATTERY: Final = phrase("Low battery")

KEYBOARD: Final = phrase("Keyboard")
DELETE: Final = phrase("Delete")
DONE: Final = phrase("Done")
MICROPHONE: Final = phrase("Microphone")
SHIFT: Final = phrase("Capital letters")
SPACE: Final = phrase("Space")
NUMBERS: Final = phrase("123")
LANGUAGES: Final = phrase("English / العربية")
ARABIC: Final = phrase("Arabic letters")
ENGLISH: Final = phrase("English letters")
