"""The number that learners call for help: kept for the whole centre, printed on every step card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.lessons.device.keyboard import digits
from elder_tutor.progress.staff import Act
from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.paper.errands import HELP_PHONE, help_phone
from elder_tutor.ui.paper.step_card import HELP_NUMBER
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.editor import Task

TITLE: Final = phrase("Help phone")
NONE_YET: Final = phrase("Write the number")
HOW: Final = phrase("Write the number that learners call. Without one the card has an empty line.")
NO_NUMBER: Final = phrase("This is not a telephone number. Please write digits only.").key
FEWEST, MOST = 3, 15
"""Digits: the shortest service numbers, and the longest number there can be (ITU-T E.164)."""
BESIDE: Final = "+-()/. "
"""What may stand between the digits."""


class NoNumber(KnownError):
    """Tell that what was written is no telephone number."""


def number_of(text: str) -> str:
    """Answer a telephone number as digits 0 to 9, a leading plus kept; "" for none. Raises NoNumber."""
    told = plain(text).strip()
    found = digits(told)
    if not told:
        return ""
    strange = [letter for letter in told if not digits(letter) and letter not in BESIDE]
    if strange or not FEWEST <= len(found) <= MOST:
        raise NoNumber(NO_NUMBER)
    return f"+{found}" if told.startswith("+") else found


def words_of(desk: Desk) -> Phrase:
    """Answer what stands on the button: the number, or that there is none yet."""
    number = help_phone(desk.app)
    return phrase(HELP_NUMBER.key, phone=number) if number else NONE_YET


def phone_task(desk: Desk, back: Callable[[], None]) -> Task:
    """Answer the task of writing the number."""

    def keep(text: str, picture: str) -> None:
        desk.may.require(Act.MACHINE)
        desk.app.keep_settings({HELP_PHONE: number_of(text)})

    return Task(TITLE, HOW, help_phone(desk.app), None, keep, back, back, digits=True)
