"""Clock times and days of the month in Arabic words, vowelled and inflected by case."""

from __future__ import annotations

from datetime import date, time

from elder_tutor.text import nouns
from elder_tutor.text.arabic_numbers import ENDING, Case, counted, joined
from elder_tutor.text.arabic_ordinals import ordinal

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


def clock_words(clock: time, case: Case) -> str:
    """Say a clock time on the twelve-hour dial: «الْعَاشِرَةِ وَالنِّصْفِ»; without the part of the day."""
    if clock.minute in _BEFORE:
        return f"{_hour(clock.hour + 1, case)} {_BEFORE[clock.minute]}"
    hour = _hour(clock.hour, case)
    if clock.minute == 0:
        return hour
    if clock.minute in _AFTER:
        return f"{hour} {_AFTER[clock.minute]}{ENDING[case]}"
    return f"{hour} {joined(counted(clock.minute, nouns.arabic('minute'), case))}"


def part_of_day(clock: time) -> str:
    """Say whether a time is at night, in the morning, at noon or after it.

    The first three hours are night (CLDR day periods of Arabic): «12:00 صباحًا» would be heard as noon.
    """
    if clock.hour < 3:
        return "لَيْلًا"
    if clock.hour == 12:
        return "ظُهْرًا"
    return "صَبَاحًا" if clock.hour < 12 else "مَسَاءً"


def day_of_month(day: date, case: Case) -> str:
    """Say which day of the month it is: «الرَّابِعَ عَشَرَ»."""
    return ordinal(day.day, case)


def weekday(name: str, case: Case) -> str:
    """Inflect the name of a weekday, given in the genitive; the dual «الِاثْنَيْنِ» stays."""
    return name if name.endswith("يْنِ") else name[:-1] + ENDING[case]


def month_of(name: str, case: Case) -> str:
    """Inflect the name of a month before its year; in the data it is a genitive («يَنَايِرَ», «تِشْرِينَ الْأَوَّلِ»)."""
    first, *more = name.split(" ")
    if first.endswith(ENDING[Case.ACC]) and not (more and case is Case.GEN):
        first = first[:-1] + ENDING[case]  # alone before its year it has all three cases
    return " ".join((first, *(_agreeing(word, case) for word in more)))


def _agreeing(word: str, case: Case) -> str:
    return word[:-1] + ENDING[case] if word.endswith(ENDING[Case.GEN]) else word


def _hour(hour: int, case: Case) -> str:
    name = _HOURS[hour % 12]
    if hour % 12 == 11:
        return name
    return f"{name}َ عَشْرَةَ" if hour % 12 == 0 else name + ENDING[case]
