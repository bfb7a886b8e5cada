"""Arabic ordinals with the article («الْخُطْوَةُ الثَّانِيَةُ»), vowelled and inflected."""

from __future__ import annotations

from unicodedata import normalize

from elder_tutor.text.arabic_numbers import ENDING, Case, cardinal

LIMIT = 100
"""From here on a place is said as a plain number."""

_MASCULINE = (
    *("", "الْأَوَّل", "الثَّانِي", "الثَّالِث", "الرَّابِع", "الْخَامِس"),
    *("السَّادِس", "السَّابِع", "الثَّامِن", "التَّاسِع", "الْعَاشِر"),
)
_FEMININE = ("", "الْأُولَى", "الثَّانِيَة", *(f"{name}َة" for name in _MASCULINE[3:]))
_FIRST = ("الْحَادِي", "الْحَادِيَة")
"""One, when a ten stands after it."""


def ordinal(number: int, case: Case, feminine: bool = False) -> str:
    """Say which one it is, 1 to 99; what is larger (or 0) as a number."""
    if not 0 < number < LIMIT:
        return cardinal(number, case, feminine)
    if number <= 10:
        return _inflected((_FEMININE if feminine else _MASCULINE)[number], case)
    tens, unit = divmod(number, 10)
    if tens == 1:  # both parts stay in the accusative, whatever the case
        return f"{_unit(unit, feminine)}َ {'عَشْرَةَ' if feminine else 'عَشَرَ'}"
    ten = "الْ" + cardinal(tens * 10, case)
    ten = ten.replace("الْث", "الثّ").replace("الْس", "السّ").replace("الْت", "التّ")
    words = f"{_inflected(_unit(unit, feminine), case)} وَ{ten}" if unit else ten
    return normalize("NFC", words)


def _unit(unit: int, feminine: bool) -> str:
    if unit == 1:
        return _FIRST[feminine]
    return (_FEMININE if feminine else _MASCULINE)[unit]


def _inflected(name: str, case: Case) -> str:
    if name.endswith("ى") or (name.endswith("ي") and case is not Case.ACC):
        return name
    return name + ENDING[case]
