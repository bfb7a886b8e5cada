"""The words of the board: why somebody needs a person, since when, where, at which step."""

from __future__ import annotations

from typing import Final

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.board import Need
from elder_tutor.reports.board import Seat, place_number
from elder_tutor.reports.words import PRIVATE_LESSON, STAGES
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.words import GUEST

TITLE: Final = phrase("Who needs me now?")
NEEDS: Final[dict[Need, Phrase]] = {
    Need.STUCK: phrase("Stuck at a step"),
    Need.ASKED: phrase("Asked for help"),
    Need.QUIET: phrase("No touch"),
}
REAL: Final = phrase("Real help needed")
ON_THE_WAY: Final = phrase("Help is on the way")
JUST_NOW: Final = phrase("Just now")
MINUTES: Final = phrase("For {minutes:count:minute}")
HOURS: Final = phrase("For {hours:count:hour}")
MACHINE: Final = phrase("Machine {number}")
STEP: Final = phrase("Step {number}: {name}")
STEP_TRIES: Final = phrase("Step {number}: {name}, after {tries:count:try}")
TITLE_STAGE: Final = phrase("{title}, {stage}")
COME: Final = phrase("I am coming")
COMING: Final = phrase("You are on the way")
HINT: Final = phrase("Hint")
SENT: Final = phrase("Hint sent")
ALONE: Final = phrase("Going on alone")
GOING: Final = phrase("In progress")
OVER: Final = phrase("Gone through")
BETWEEN: Final = phrase("Between lessons")
NOBODY: Final = phrase("Nobody is practising now.")
AT_ONCE: Final = phrase("Whoever begins stands here at once.")
CALM: Final = phrase("Nobody needs you now.")
SOUND_ON: Final = phrase("Alert sound: on")
SOUND_OFF: Final = phrase("Alert sound: off")
WHEN: Final = phrase("{day:date}, {clock:time}")
EVERYBODY: Final = phrase("Everybody")
NAMED: Final = phrase("{who}, {what}")
TRIES_FROM: Final = 2
"""From so many failed tries on they are told of."""
MINUTE_MS: Final = 60_000


def need_of(seat: Seat) -> Phrase:
    """Answer why somebody needs a person."""
    if seat.on_the_way:
        return ON_THE_WAY
    return REAL if seat.real else NEEDS[seat.need]


def since_of(seat: Seat, now: int) -> Phrase:
    """Answer since when, at a moment (UTC ms)."""
    minutes = max(0, now - seat.since) // MINUTE_MS
    if minutes < 1:
        return JUST_NOW
    if minutes < 60:
        return phrase(MINUTES.key, minutes=minutes)
    return phrase(HOURS.key, hours=minutes // 60)


def name_of(seat: Seat) -> Phrase | str:
    """Answer who it is."""
    return GUEST if seat.is_guest else seat.name


def place_of(seat: Seat) -> Phrase | str:
    """Answer what people call a place: by its number where its name ends in one."""
    number = place_number(seat.place.kiosk)
    return seat.place.kiosk if number is None else phrase(MACHINE.key, number=number)


def title_of(seat: Seat, app: App) -> Phrase | None:
    """Answer the lesson or drill somebody is at; None where nothing may or can be said."""
    if seat.lesson is not None:
        return PRIVATE_LESSON if seat.is_private else seat.lesson.title
    if not seat.place.lesson or not seat.place.here:
        return None
    try:
        pack, drill = app.catalog.drill(seat.place.lesson)
    except KnownError:  # a lesson of a pack that is no longer there
        return None
    return phrase(drill.title, pack.id)


def step_of(seat: Seat) -> Phrase | None:
    """Answer at which step, and after how many tries."""
    if seat.step is None or seat.is_private:
        return None
    if seat.place.failed >= TRIES_FROM:
        tries = seat.place.failed
        return phrase(STEP_TRIES.key, number=seat.number, name=seat.step.name, tries=tries)
    return phrase(STEP.key, number=seat.number, name=seat.step.name)


def line_of(seat: Seat, app: App) -> Phrase:
    """Answer lesson and stage in one line."""
    title = title_of(seat, app)
    if title is None:
        return BETWEEN
    stage = None if seat.is_private else STAGES.get(seat.place.stage)
    return title if stage is None else phrase(TITLE_STAGE.key, title=title, stage=stage)
