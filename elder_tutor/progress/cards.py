"""Know the cards that learners sign in with: a picture, a colour and a mark; no two learners have the same.

Colours are few, so that each pair can be told apart through a yellowed lens and each by its grey
alone (tests/progress/test_cards.py measures both); the mark says it a third time, as a shape.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import cache
from typing import Final

from elder_tutor.text.phrase import Phrase, phrase


class Colour(StrEnum):
    """The colour of a card; the names are kept in the file."""

    BLACK = "black"
    ORANGE = "orange"
    BLUE = "blue"
    WHITE = "white"
    MAROON = "maroon"
    PINK = "pink"
    GREEN = "green"
    YELLOW = "yellow"


class Mark(StrEnum):
    """The shape on a card; the names are kept in the file and are those of the drawings in icons/shapes."""

    STAR = "star"
    SQUARE = "square"
    LEAF = "leaf"
    KEY = "key"
    HEART = "heart"
    TRIANGLE = "triangle"
    FISH = "fish"
    CIRCLE = "circle"
    HOUSE = "house"
    DROP = "drop"
    SUN = "sun"
    WAVE = "wave"


COLOURS: Final = tuple(Colour)
MARKS: Final = tuple(Mark)
"""Both in the order they are given: neighbours are far from each other in brightness and in shape."""

APART: Final = 11
"""How far on the next picture begins: 11 steps change the colour (of 8) and the mark (of 12)."""

HEX: Final[dict[Colour, str]] = {
    Colour.BLACK: "#14181C",
    Colour.ORANGE: "#E8702A",
    Colour.BLUE: "#1A4BA6",
    Colour.WHITE: "#FFFFFF",
    Colour.MAROON: "#7A1030",
    Colour.PINK: "#F296B5",
    Colour.GREEN: "#1F7E3E",
    Colour.YELLOW: "#FFD02E",
}
"""How a colour is painted; every one stands inside a line of ink."""
INK: Final = "#14262E"
PAPER: Final = "#FFFFFF"
_BRIGHT: Final = frozenset({Colour.WHITE, Colour.YELLOW, Colour.PINK, Colour.ORANGE})

COLOUR_NAMES: Final[dict[Colour, Phrase]] = {
    Colour.BLACK: phrase("black"),
    Colour.ORANGE: phrase("orange"),
    Colour.BLUE: phrase("blue"),
    Colour.WHITE: phrase("white"),
    Colour.MAROON: phrase("dark red"),
    Colour.PINK: phrase("pink"),
    Colour.GREEN: phrase("green"),
    Colour.YELLOW: phrase("yellow"),
}
MARK_NAMES: Final[dict[Mark, Phrase]] = {
    Mark.STAR: phrase("a star"),
    Mark.SQUARE: phrase("a square"),
    Mark.LEAF: phrase("a leaf"),
    Mark.KEY: phrase("a key"),
    Mark.HEART: phrase("a heart"),
    Mark.TRIANGLE: phrase("a triangle"),
    Mark.FISH: phrase("a fish"),
    Mark.CIRCLE: phrase("a circle"),
    Mark.HOUSE: phrase("a house"),
    Mark.DROP: phrase("a drop"),
    Mark.SUN: phrase("a sun"),
    Mark.WAVE: phrase("a wave"),
}
PICTURE_NAMES: Final[dict[str, Phrase]] = {
    "barjeel": phrase("a wind tower"),
    "dallah": phrase("a coffee pot"),
    "dhow": phrase("a boat"),
    "finjan": phrase("a coffee cup"),
    "ghaf": phrase("a tree"),
    "lantern": phrase("a lantern"),
    "mabkhara": phrase("an incense burner"),
    "moon": phrase("a crescent"),
    "palm": phrase("a palm tree"),
    "pearl": phrase("a pearl"),
    "rose": phrase("a rose"),
    "tent": phrase("a tent"),
}
"""The pictures themselves are the drawings in icons/pictures."""
CARD: Final = phrase("Colour: {colour}. Mark: {mark}.")


def symbol_of(colour: Colour, mark: Mark) -> str:
    """Answer colour and mark as the file keeps them, such as ``blue-star``."""
    return f"{colour.value}-{mark.value}"


def parts(symbol: str) -> tuple[Colour, Mark] | None:
    """Answer colour and mark; None for learners of before there were cards."""
    return _all().get(symbol)


def order(picture: str) -> tuple[str, ...]:
    """Answer every colour and mark in the order they are given to those with this picture.

    Two that follow each other differ in colour and mark; every picture begins elsewhere, so that
    the first learners of a place do not all have one colour.
    """
    from elder_tutor.progress.people import pictures  # it asks here for a free card

    symbols, known = tuple(_all()), pictures()
    begin = (known.index(picture) * APART if picture in known else 0) % len(symbols)
    return symbols[begin:] + symbols[:begin]


def first_free(picture: str, taken: Collection[str]) -> str:
    """Answer the next colour and mark nobody with this picture has; "" when all are given."""
    return next((symbol for symbol in order(picture) if symbol not in taken), "")


def ink_on(colour: Colour) -> str:
    """Answer the colour a mark is painted in on this colour."""
    return INK if colour in _BRIGHT else PAPER


def told(symbol: str) -> Phrase | None:
    """Answer colour and mark in words, for the voice and the screen reader; None where there are none."""
    found = parts(symbol)
    if found is None:
        return None
    return phrase(CARD.key, colour=COLOUR_NAMES[found[0]], mark=MARK_NAMES[found[1]])


@cache
def _all() -> dict[str, tuple[Colour, Mark]]:
    """Answer every pair once: diagonals, so that a step changes both colour and mark.

    8 and 12 meet again after 24 steps; each round of 24 begins one mark further on.
    """
    pairs = []
    for at in range(len(COLOURS) * len(MARKS)):
        round_, colour = at // 24, COLOURS[at % len(COLOURS)]
        pairs.append((colour, MARKS[(at + round_) % len(MARKS)]))
    return {symbol_of(colour, mark): (colour, mark) for colour, mark in pairs}
