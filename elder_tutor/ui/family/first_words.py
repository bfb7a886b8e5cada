"""What the first questions say, who may be meant, and which country a machine seems to stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimeZone

from elder_tutor.progress.people import NO_NAME, NameTrouble, tidied
from elder_tutor.regions import available
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.first_start_state import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME, CENTRE = "home", "centre"
WHERE: Final = phrase("Welcome! Are we at home, or in a centre?")
AT_HOME: Final = phrase("Here at home")
IN_CENTRE: Final = phrase("In a centre")
FOR_FAMILY: Final = phrase("For the family")
FOR_MANY: Final = phrase("For many people")
WHO: Final = phrase("Who will learn?")
TAP_ONE: Final = phrase("Tap a picture.")
WHO_CENTRE: Final = phrase("Who adds the learners?")
PICTURE: Final = phrase("Which picture suits {name}?")
THIS_ONE: Final = phrase("This picture")
COUNTRY: Final = phrase("In which country are we?")
FOLLOWS: Final = phrase("Numbers, days and money follow it.")
YES: Final = phrase("Yes, {name}")
ANOTHER: Final = phrase("Another name")
WRITE_NAME: Final = phrase("Write the name of who will learn.")
NOW: Final = phrase("I write a name now")
TRAINER: Final = phrase("The trainer, with a PIN")
LATER: Final = phrase("Later")
AS_GUEST: Final = phrase("Guest: try without a name")
BACK: Final = phrase("Back")
NAME: Final = phrase("Name")
FAMILY: Final = "family"
"""How what the family does is signed in the audit log."""
PEOPLE: Final[dict[str, tuple[Phrase, Phrase, str]]] = {
    "mother": (phrase("My mother"), phrase("My mother"), "avatars/moza"),
    "father": (phrase("My father"), phrase("My father"), "avatars/khalifa"),
    "grandmother": (phrase("My grandmother"), phrase("My grandmother"), "avatars/um-khalid"),
    "grandfather": (phrase("My grandfather"), phrase("My grandfather"), "avatars/abu-rashid"),
    "self": (phrase("Myself"), phrase("Dear friend"), "places/self"),
}
"""Who may learn at home: the word on the picture, the name that is kept, and the drawing."""
WRITE, ADD_LATER, BY_TRAINER = "write", "later", "trainer"
COUNTRIES: Final[dict[str, Phrase]] = {
    "qa": phrase("Qatar"),
    "ae": phrase("The Emirates"),
    "sa": phrase("Saudi Arabia"),
    "kw": phrase("Kuwait"),
    "bh": phrase("Bahrain"),
    "om": phrase("Oman"),
}
"""What the regions are called, in the order in which they are offered."""
CALLED: Final = phrase("Telephone {number:phone}")
PICTURE_NAMES: Final[dict[str, Phrase]] = {
    "barjeel": phrase("Wind tower"),
    "dallah": phrase("Coffee pot"),
    "dhow": phrase("Sailing ship"),
    "finjan": phrase("Coffee cup"),
    "ghaf": phrase("Ghaf tree"),
    "lantern": phrase("Lantern"),
    "mabkhara": phrase("Incense burner"),
    "moon": phrase("Moon"),
    "palm": phrase("Palm tree"),
    "pearl": phrase("Pearl"),
    "rose": phrase("Rose"),
    "tent": phrase("Tent"),
}
"""What the drawings are called that stand for people."""
NUMBERED: Final = phrase("Picture {number}")
ZONES: Final[dict[str, str]] = {
    "Asia/Qatar": "qa", "Asia/Dubai": "ae", "Asia/Riyadh": "sa", "Asia/Kuwait": "kw", "Asia/Bahrain": "bh",
    "Asia/Muscat": "om", "Asia/Aden": "sa",
}  # fmt: skip
"""Time zones of the Gulf (IANA tz database)."""
GUEST_ACT: Final = Act("guest", AS_GUEST, "pictures/guest", quiet=True)
BACK_ACT: Final = Act("back", BACK, "line/back")
KEEP_NEWCOMER: Final = Act("stay", YES, "line/check")


def checked_name(name: str) -> str:
    """Answer a name as it is kept. Raises NameTrouble when nothing was written."""
    tidy = tidied(name)
    if not tidy:
        raise NameTrouble(NO_NAME)
    return tidy


def picture_name(key: str, number: int) -> Phrase:
    """Answer what a drawing is called; one without a name by its number."""
    return PICTURE_NAMES.get(key) or phrase(NUMBERED.key, number=number)


def guess_region(zone: str, locale: str, otherwise: str) -> str:
    """Answer the region of a machine: its country as in ``ar_QA``, else its time zone, else ``otherwise``."""
    country = locale.partition(".")[0].partition("_")[2].lower()
    known = available()
    return next((each for each in (country, ZONES.get(zone, "")) if each in known), otherwise)


def machine_region(environment: Mapping[str, str], otherwise: str) -> str:
    """Answer the region this machine seems to stand in."""
    named = next((environment[key] for key in ("LC_ALL", "LC_TIME", "LANG") if environment.get(key)), "")
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return guess_region(zone, named or QLocale.system().name(), otherwise)
