"""What holds for the whole house: the family's telephone, country, home or centre, the PIN, the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import FIRST
from elder_tutor.progress.pins import Pins
from elder_tutor.text.digits import normalise
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.family import first_words as first
from elder_tutor.ui.pages.family_write import Writing
from elder_tutor.ui.pages.first_start_state import Question, Tile

if TYPE_CHECKING:
    from elder_tutor.ui.family.family import Family

WHAT: Final = phrase("What shall be changed in the house?")
PHONE: Final = phrase("The family's telephone")
NONE_YET: Final = phrase("Not yet")
NUMBER: Final = phrase("{number:phone}")
COUNTRY: Final = phrase("Country")
PLACE: Final = phrase("Home or centre")
PIN: Final = phrase("A PIN for this page")
PIN_NAME: Final = phrase("PIN")
WITHOUT: Final = phrase("Now without")
WITH: Final = phrase("Now with a PIN")
SCREEN: Final = phrase("Measure the screen")
LAY_CARD: Final = phrase("With a bank card")
WRITE_PHONE: Final = phrase("Whom shall we call? Write the family's telephone number.")
TELEPHONE: Final = phrase("Telephone")
WRITE_PIN: Final = phrase("Choose a PIN of 4 to 8 digits. Without one, everybody here can open this page.")
ABOUT_PIN: Final = phrase("This page has a PIN. What shall be done with it?")
OTHER_PIN: Final = phrase("Another PIN")
NO_PIN: Final = phrase("Without a PIN")
WHICH_PLACE: Final = phrase("Are we at home, or in a centre?")
FEW_DIGITS: Final = phrase("A telephone number has at least 3 digits.").key
LEAST_DIGITS: Final = 3
"""The shortest number that can be called: an emergency or service number."""


class PhoneTrouble(KnownError):
    """Tell that this is no telephone number."""


class House:
    """Ask for and keep what is the same for everybody in the house."""

    def __init__(self, family: Family) -> None:
        self.family, self.app = family, family.household.app

    def show(self) -> None:
        """Show what can be changed, each with how it stands now."""
        held = self.app.settings
        phone = phrase(NUMBER.key, number=held.family_phone) if held.family_phone else NONE_YET
        at_home = held.place == first.HOME
        tiles = (
            Tile("phone", PHONE, "line/phone", phone),
            Tile("country", COUNTRY, "line/globe", first.COUNTRIES.get(held.region)),
            Tile("place", PLACE, "line/home", first.AT_HOME if at_home else first.IN_CENTRE),
            Tile("pin", PIN, "line/lock", WITH if self._has_pin() else WITHOUT),
            Tile("screen", SCREEN, "line/card", LAY_CARD),
        )
        asked = Question((WHAT,), tiles, None, (first.BACK_ACT,), beside=True)
        self.family.ask(asked, self._choose, back=self.family.show)

    def _choose(self, which: str) -> None:
        doing: dict[str, Callable[[], object]] = {
            "phone": self.phone, "country": self.country, "place": self.place, "pin": self.pin,
            "screen": lambda: self.family.journey.calibrating.begin(self.show),
        }  # fmt: skip
        doing[which]()

    def phone(self) -> None:
        """Let the family's number be written; an empty one is taken away."""
        self.family.write(
            Writing(WRITE_PHONE, TELEPHONE, self._keep_phone, self.show, self.app.settings.family_phone, True)
        )

    def _keep_phone(self, text: str) -> None:
        number = " ".join("".join(each for each in normalise(text) if each in "0123456789+ ").split())
        digits = sum(each.isdigit() for each in number)
        if text.strip() and digits < LEAST_DIGITS:
            raise PhoneTrouble(FEW_DIGITS)
        self._keep(family_phone=number)

    def country(self) -> None:
        """Let the country be chosen."""
        asked = self.family.household.region_question(self.app.settings.region, counted=False)
        held = self.app.settings.region
        self.family.ask(
            asked, lambda which: self._keep(region=which), keep=lambda: self._keep(region=held),
            back=self.show,
        )  # fmt: skip

    def place(self) -> None:
        """Let home become a centre, or the other way round."""
        asked = self.family.household.place_question()
        held = self.app.settings.place
        tiles = tuple(
            Tile(each.id, each.words, each.picture, each.note, each.id == held) for each in asked.tiles
        )
        changed = Question((WHICH_PLACE,), tiles, None, (first.BACK_ACT,))
        self.family.ask(changed, self._move, back=self.show)

    def _move(self, place: str) -> None:
        self._keep(place=place)
        if place != first.HOME:
            self.family.journey.start()

    def pin(self) -> None:
        """Choose a PIN for the family's page, another one, or none."""
        if not self._has_pin():
            self._write_pin()
            return
        tiles = (Tile("other", OTHER_PIN, "line/lock"), Tile("none", NO_PIN, "line/people"))
        asked = Question((ABOUT_PIN,), tiles, None, (first.BACK_ACT,))
        self.family.ask(
            asked, lambda which: self._write_pin() if which == "other" else self._drop_pin(), back=self.show
        )

    def _write_pin(self) -> None:
        # Seen while it is written: the family chooses it in the open, and need not write it twice.
        self.family.write(Writing(WRITE_PIN, PIN_NAME, self._keep_pin, self.show, digits=True, pin=True))

    def _keep_pin(self, pin: str) -> None:
        self.app.people.choose_pin(pin)
        self.show()

    def _drop_pin(self) -> None:
        self.app.people.reset_pin(first.FAMILY)
        self.show()

    def _has_pin(self) -> bool:
        return Pins(self.app.store).is_set_for(FIRST)

    def _keep(self, **changes: str) -> None:
        self.app.keep_settings(dict(changes))
        self.family.journey.wearing.follow_centre()
        self.show()
