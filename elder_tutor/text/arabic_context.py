"""What the words before a value tell of it in Arabic: its case, and whether it is a place in a row.

Sentences of other languages never hold these words, so every language may ask.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from elder_tutor.text import marks, nouns
from elder_tutor.text.line import FILLED

_CASES = {marks.FATHA: "acc", marks.DAMMA: "nom", marks.KASRA: "gen"}
_HOUR_WORD = re.compile(normalize("NFC", "السَّاعَة") + rf"([{''.join(_CASES)}])\s*$")
_PREPOSITION = re.compile(normalize("NFC", r"(?:^|\s)(?:مِنْ|مِنَ|إِلَى|فِي|عَلَى|عَنْ|بَعْدَ|قَبْلَ|خِلَالَ|بَيْنَ|عِنْدَ|حَتَّى)\s+$"))
_BOUND = frozenset(
    ("رقم", "مبنى", "منزل", "بيت", "شقة", "غرفة", "شارع", "منطقة", "باب", "صفحة", "قناة", "عام", "سنة")
)
"""Nouns without article that a number completes: «مَبْنَى 12», «رَقْمُ 3»."""
_LAST_WORD = re.compile(r"([^\s:.،؛]+)\s+$")
_OUT_OF = re.compile(rf"([^\s:.،؛]+)\s+[\d{FILLED}]+\s+مِنْ\s+$")
_ARTICLE = re.compile(r"[«(]*[وف]?(?:[بك]?ال|لل)(?P<noun>.+)")


class Place(NamedTuple):
    """A noun that a number places («الْخُطْوَةِ 2») or closes («... مِنْ 5»), and the case of the number."""

    noun: str
    case: str


def case_of_hour(before: str, alone: bool) -> str:
    """Answer the case of a clock time from the words before it: it agrees with «السَّاعَة»."""
    match = _HOUR_WORD.search(normalize("NFC", before))
    if match:
        return _CASES[match.group(1)]
    return "nom" if alone else "gen"


def case_of_number(before: str) -> str:
    """Answer the case of a number from the word before it: genitive after a preposition or bound noun."""
    if _PREPOSITION.search(normalize("NFC", before)):
        return "gen"
    match = _LAST_WORD.search(before)
    return "gen" if match and marks.shown(match.group(1)).strip("«(") in _BOUND else ""


def case_of_word(before: str) -> str:
    """Answer the case that the last vowel before shows; nominative when it shows none."""
    bare = before.rstrip().rstrip("«»()[]")
    return next((_CASES[mark] for mark in reversed(bare[-2:]) if mark in _CASES), "nom")


def placed(before: str) -> Place | None:
    """Tell which noun a number places when it follows it with its article: «الْخُطْوَةُ 2» is the second."""
    match = _LAST_WORD.search(before)
    noun = _noun(match.group(1)) if match else ""
    return Place(noun, case_of_word(before)) if noun else None


def out_of(before: str) -> Place | None:
    """Tell which noun a number counts in «الْخُطْوَةُ 2 مِنْ 5»."""
    match = _OUT_OF.search(before)
    noun = _noun(match.group(1)) if match else ""
    return Place(noun, "gen") if noun else None


def _noun(word: str) -> str:
    match = _ARTICLE.fullmatch(marks.shown(word))
    return _placeable().get(match["noun"], "") if match else ""


@cache
def _placeable() -> dict[str, str]:
    """Answer the nouns that stand in rows by how they are written."""
    return {marks.shown(nouns.arabic(name).one[0]): name for name in nouns.in_rows()}
