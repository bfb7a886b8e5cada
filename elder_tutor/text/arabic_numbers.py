"""Arabic numbers in words, fully vowelled, agreeing with what they count.

Gender and case follow the school grammar: three to ten take the other gender and a
genitive plural, eleven to ninety-nine an accusative singular, hundreds and thousands
a genitive singular; one and two are the noun itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import normalize

from elder_tutor.frozen import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

LIMIT = 10**9
"""Numbers from here on are not counted but read digit by digit."""


class Case(StrEnum):
    """The three cases."""

    NOM = "nom"
    ACC = "acc"
    GEN = "gen"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its gender, singular by case, dual (nominative, other) and genitive plural."""

    feminine: bool
    one: tuple[str, str, str]
    two: tuple[str, str]
    few: str

    def single(self, case: Case) -> str:
        """Answer the indefinite singular."""
        return self.one[tuple(Case).index(case)]

    def double(self, case: Case) -> str:
        """Answer the dual."""
        return self.two[case is not Case.NOM]


ENDING = {Case.NOM: "\u064f", Case.ACC: "\u064e", Case.GEN: "\u0650"}
_TANWIN = {Case.NOM: "\u064c", Case.ACC: "\u064b", Case.GEN: "\u064d"}
_UNITS = ("", "", "", "ثَلَاث", "أَرْبَع", "خَمْس", "سِتّ", "سَبْع", "ثَمَانِي", "تِسْع", "عَشْر")
_TENS = ("", "", "عِشْر", "ثَلَاث", "أَرْبَع", "خَمْس", "سِتّ", "سَبْع", "ثَمَان", "تِسْع")
_AND = "وَ"
_THOUSAND = Noun(False, ("أَلْفٌ", "أَلْفًا", "أَلْفٍ"), ("أَلْفَانِ", "أَلْفَيْنِ"), "آلَافٍ")
_MILLION = Noun(False, ("مِلْيُونٌ", "مِلْيُونًا", "مِلْيُونٍ"), ("مِلْيُونَانِ", "مِلْيُونَيْنِ"), "مَلَايِينَ")

DIGITS = ("صِفْرْ", "وَاحِدْ", "اِثْنَانْ", "ثَلَاثَةْ", "أَرْبَعَةْ", "خَمْسَةْ", "سِتَّةْ", "سَبْعَةْ", "ثَمَانِيَةْ", "تِسْعَةْ")
"""The digits as they are said one by one, each in its form before a pause."""


def counted(number: int, noun: Noun, case: Case = Case.GEN) -> str:
    """Say a number from 0 to 999,999,999 with the noun it counts."""
    if number == 0:
        return f"صِفْر{ENDING[case]} {noun.single(Case.GEN)}"
    if number == 1:
        return f"{noun.single(case)} {_one(noun.feminine, case)}"
    if number == 2:
        return noun.double(case)
    head, rest = number - number % 100, number % 100
    if rest in (1, 2):
        last = noun.single(case) if rest == 1 else noun.double(case)
        return f"{_with_noun(head, noun, case)} {joined(last)}"
    return _with_noun(number, noun, case)


def cardinal(number: int, case: Case = Case.NOM, feminine: bool = False) -> str:
    """Say a number from 0 to 999,999,999 by itself; counting what is masculine unless told."""
    if number == 0:
        return f"صِفْر{_TANWIN[case]}"
    return _and(_parts(number, case, feminine))


def joined(part: str) -> str:
    """Join a part with "and"; a joining alef loses its vowel there (اِثْنَانِ → وَاثْنَانِ)."""
    return _AND + ("ا" + part[2:] if part.startswith("اِ") else part)


def amount_words(number: Decimal, case: Case = Case.NOM, feminine: bool = False) -> str:
    """Say a number below the limit that may have decimals: «سِتَّةٌ وَثَلَاثُونَ وَنِصْفٌ»; others digit by digit."""
    whole = int(number)
    rest = f"{number - whole:f}".partition(".")[2].rstrip("0")
    if not rest:
        return cardinal(whole, case, feminine)
    if rest == "5":
        half = f"نِصْف{_TANWIN[case]}" + ("ا" if case is Case.ACC else "")
        return f"{cardinal(whole, case, feminine)} {joined(half)}" if whole else half
    return " ".join((cardinal(whole, case, feminine), "فَاصِلَةْ", *(DIGITS[int(digit)] for digit in rest)))


def _with_noun(number: int, noun: Noun, case: Case) -> str:
    parts = _parts(number, case, noun.feminine)
    rest = number % 100
    if 3 <= rest <= 10:
        parts[-1] = f"{_few(rest, noun.feminine, case)} {noun.few}"
    elif rest >= 11:
        parts[-1] = f"{parts[-1]} {noun.single(Case.ACC)}"
    else:
        parts[-1] = f"{_construct(parts[-1])} {noun.single(Case.GEN)}"
    return _and(parts)


def _parts(number: int, case: Case, feminine: bool) -> list[str]:
    """Split a number into what is joined by "and", each part in its free form."""
    millions, thousands, rest = number // 10**6, number // 1000 % 1000, number % 1000
    large = ((millions, _MILLION), (thousands, _THOUSAND))
    parts = [_scale(count, scale, case) for count, scale in large if count]
    if rest >= 100:
        parts.append(_hundreds(rest // 100, case))
    if rest % 100:
        parts.append(_below_hundred(rest % 100, case, feminine))
    return parts


def _scale(count: int, scale: Noun, case: Case) -> str:
    return scale.single(case) if count == 1 else counted(count, scale, case)


def _hundreds(count: int, case: Case) -> str:
    if count == 1:
        return f"مِئَة{_TANWIN[case]}"
    if count == 2:
        return "مِئَتَانِ" if case is Case.NOM else "مِئَتَيْنِ"
    return f"{_few(count, True, case)}مِئَةٍ"


def _below_hundred(number: int, case: Case, feminine: bool) -> str:
    if number <= 2:
        return _one(feminine, case) if number == 1 else _two(feminine, case)
    if number <= 10:
        return _free_unit(number, case, feminine)
    if number < 20:
        return _teen(number - 10, case, feminine)
    tens, unit = divmod(number, 10)
    ten = _TENS[tens] + ("ُونَ" if case is Case.NOM else "ِينَ")
    if not unit:
        return ten
    if unit == 1:
        first = "إِحْدَى" if feminine else _one(False, case)
    else:
        first = _two(feminine, case) if unit == 2 else _free_unit(unit, case, feminine)
    return f"{first} {_AND}{ten}"


def _teen(unit: int, case: Case, feminine: bool) -> str:
    ten = "عَشْرَةَ" if feminine else "عَشَرَ"
    if unit == 1:
        return f"{'إِحْدَى' if feminine else 'أَحَدَ'} {ten}"
    if unit == 2:
        middle = "تَا" if feminine else "ا"
        if case is not Case.NOM:
            middle = "تَيْ" if feminine else "يْ"
        return f"اِثْنَ{middle} {ten}"
    stem = f"{_UNITS[unit]}{ENDING[Case.ACC]}" if feminine else f"{_masculine_stem(unit)}ةَ"
    return f"{stem} {ten}"


def _few(number: int, feminine: bool, case: Case) -> str:
    """Say three to ten before their noun (construct state)."""
    if not feminine:
        return f"{_masculine_stem(number)}ة{ENDING[case]}"
    if number == 8:
        return "ثَمَانِيَ" if case is Case.ACC else "ثَمَانِي"
    return _UNITS[number] + ENDING[case]


def _free_unit(number: int, case: Case, feminine: bool) -> str:
    if not feminine:
        return f"{_masculine_stem(number)}ة{_TANWIN[case]}"
    if number == 8:
        return "ثَمَانِيًا" if case is Case.ACC else "ثَمَانٍ"
    return _UNITS[number] + _TANWIN[case] + ("ا" if case is Case.ACC else "")


def _masculine_stem(number: int) -> str:
    if number == 10:
        return "عَشَرَ"
    return _UNITS[number] + "َ"


def _one(feminine: bool, case: Case) -> str:
    if feminine:
        return f"وَاحِدَة{_TANWIN[case]}"
    return f"وَاحِد{_TANWIN[case]}" + ("ا" if case is Case.ACC else "")


def _two(feminine: bool, case: Case) -> str:
    stem = "اِثْنَت" if feminine else "اِثْن"
    return stem + ("َانِ" if case is Case.NOM else "َيْنِ")


def _construct(free: str) -> str:
    """Turn a free hundred, thousand or million into the form before its noun."""
    if free.endswith("مَلَايِينَ"):
        return free[:-1] + ENDING[Case.GEN]  # before a noun it has all three cases again
    for ending, bound in (("َانِ", "َا"), ("َيْنِ", "َيْ"), ("ٌ", "ُ"), ("ًا", "َ"), ("ً", "َ"), ("ٍ", "ِ")):
        if free.endswith(ending):
            return free[: -len(ending)] + bound
    return free


def _and(parts: Sequence[str]) -> str:
    text = " ".join(joined(part) if place else part for place, part in enumerate(parts))
    return normalize("NFC", text)  # one order of shadda and vowel, whatever was put together
