"""What stands on the welcome page: people, or the crowds they are found in."""

from __future__ import annotations

from typing import Final

from elder_tutor.frozen import dataclass
from elder_tutor.text.phrase import Phrase, phrase

A_PAGE: Final = 6
"""Cards on one page; more are behind «Other people»."""

WELCOME: Final = phrase("Peace be upon you. Who is with us today?")
TAP: Final = phrase("Tap your picture.")
WHICH_GROUP: Final = phrase("Which group are you in?")
TAP_GROUP: Final = phrase("Tap the picture of your group.")
WHICH_PICTURE: Final = phrase("Which picture is yours?")
TAP_SAME: Final = phrase("Tap the picture that stands on your card.")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in: id, name, and the drawing that stands for them.

    ``symbol`` is colour and mark of their card (see cards.py), "" for those of before there were
    cards; ``photo`` the bytes of a picture where one may be shown.
    """

    id: str
    name: str
    picture: str
    symbol: str = ""
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """People who are shown together: a group, all with one picture, or everybody; its drawing."""

    id: str
    name: Phrase
    picture: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """What stands on the page: people, or crowds to choose from.

    ``of`` is whose people they are where there are groups; ``page`` counts from 0. ``named`` are
    title and second line where they are not the usual ones.
    """

    people: tuple[Person, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    of: Crowd | None = None
    page: int = 0
    pages: int = 1
    grouped: bool = False
    """There are groups, one tap away."""
    back: bool = False
    """From the first page a way leads back to what was chosen from before."""
    title: Phrase = WELCOME
    line: Phrase = TAP
    notice: Phrase | None = None
    """One calm sentence about something left out."""
