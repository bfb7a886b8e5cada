"""Digits of every script: read any, show the set the learner chose."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

_ARABIC_SIGNS = str.maketrans(".,%", "٫٬٪")


class Digits(StrEnum):
    """The two digit sets a learner may see."""

    LATN = "latn"
    ARAB = "arab"


def normalise(text: str) -> str:
    """Replace every decimal digit of any script by its ASCII digit; the rest stands as it is."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def number_in_digits(text: str, digits: str) -> str:
    """Show an ASCII number (``1,250.75``, ``50%``) in the chosen set, with that set's own signs."""
    shown = in_digits(text, digits)
    return shown.translate(_ARABIC_SIGNS) if digits == Digits.ARAB else shown


def in_digits(text: str, digits: str) -> str:
    """Show the digits of a text in the chosen set (``latn`` or ``arab``)."""
    plain = normalise(text)
    return plain.translate(_ARABIC) if digits == Digits.ARAB else plain
