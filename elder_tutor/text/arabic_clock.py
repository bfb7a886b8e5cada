"""Clock times and days of the month in Arabic words, vowelled and inflected by case."""

from __future__ import annotations

from datetime import date, time

from elder_tutor.text import nouns
from elder_tutor.text.arabic_numbers import Case, counted

ENDING = {Case.NOM: "ُ", Case.ACC: "َ", Case.GEN: "ِ"}
_HOURS = (
    "الثَّانِيَة",
    "الْوَاحِدَة",
    "الثَّانِيَة",
    "الثَّالِثَة",
    "الرَّابِعَة",
    "الْخَامِسَة",
    "السَّادِسَة",
    "السَّابِعَة",
    "الثَّامِنَة",
    "التَّاسِعَة",
    "الْعَاشِرَة",
    "الْحَادِيَةَ عَشْرَةَ",
)
_AFTER = {15: "وَالرُّبْع", 20: "وَالثُّلُث", 30: "وَالنِّصْف"}
_BEFORE = {40: "إِلَّا ثُلُثًا", 45: "إِلَّا رُبْعًا", 50: "إِلَّا عَشْرَ دَقَائِقَ", 55: "إِلَّا خَمْسَ دَقَائِقَ"}
_DAYS = (
    "",
    "الْأَوَّل",
    "الثَّانِي",
    "الثَّالِث",
    "الرَّابِع",
    "الْخَامِس",
    "السَّادِس",
    "السَّابِع",
    "الثَّامِن",
    "التَّاسِع",
    "الْعَاشِر",
)
_UNITS = ("", "الْحَادِي", *_DAYS[2:10])


def clock_words(clock: time, case: Case) -> str:
    """Say a clock time on the twelve-hour dial: «الْعَاشِرَةِ وَالنِّصْفِ»; without the part of the day."""
    if clock.minute in _BEFORE:
        return f"{_hour(clock.hour + 1, case)} {_BEFORE[clock.minute]}"
    hour = _hour(clock.hour, case)
    if clock.minute == 0:
        return hour
    if clock.minute in _AFTER:
        return f"{hour} {_AFTER[clock.minute]}{ENDING[case]}"
    return f"{hour} وَ{counted(clock.minute, nouns.arabic('minute'), case)}"


def part_of_day(clock: time) -> str:
    """Say whether a time is in the morning, at noon or after it, as the phones of the region write it."""
    if clock.hour == 12:
        return "ظُهْرًا"
    return "صَبَاحًا" if clock.hour < 12 else "مَسَاءً"


def day_of_month(day: date, case: Case) -> str:
    """Say which day of the month it is: «الرَّابِعَ عَشَرَ»."""
    number = day.day
    if number <= 10:
        return _inflected(_DAYS[number], case)
    if number < 20:
        return f"{_UNITS[number - 10]}َ عَشَرَ"
    ten = f"{'الْعِشْر' if number < 30 else 'الثَّلَاث'}{'ُونَ' if case is Case.NOM else 'ِينَ'}"
    return f"{_inflected(_UNITS[number % 10], case)} وَ{ten}" if number % 10 else ten


def weekday(name: str, case: Case) -> str:
    """Inflect the name of a weekday, given in the genitive; the dual «الِاثْنَيْنِ» stays."""
    return name if name.endswith("يْنِ") else name[:-1] + ENDING[case]


def _hour(hour: int, case: Case) -> str:
    name = _HOURS[hour % 12]
    if hour % 12 == 11:
        return name
    return f"{name}َ عَشْرَةَ" if hour % 12 == 0 else name + ENDING[case]


def _inflected(name: str, case: Case) -> str:
    return name if name.endswith("ي") and case is not Case.ACC else name + ENDING[case]
