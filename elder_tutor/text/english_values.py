"""Typed values in English: how each stands on the page and how it is said."""

from __future__ import annotations

from elder_tutor.text import bidi, nouns, reading
from elder_tutor.text.line import Piece
from elder_tutor.text.values import RegionValues

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    **{"one": "first", "two": "second", "three": "third", "five": "fifth"},
    **{"eight": "eighth", "nine": "ninth", "twelve": "twelfth"},
}
LIMIT = 10**9


def cardinal(number: int) -> str:
    """Say a number from 0 to 999,999,999."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_SMALL[number // 100]} hundred" + (f" and {cardinal(number % 100)}" if number % 100 else "")
    size, name = (10**6, "million") if number >= 10**6 else (1000, "thousand")
    rest = number % size
    link = " and " if 0 < rest < 100 else " "
    return f"{cardinal(number // size)} {name}" + (f"{link}{cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """Say which one it is, 1 to 99."""
    head, dash, last = cardinal(number).rpartition("-")
    if last in _ORDINALS:
        return f"{head}{dash}{_ORDINALS[last]}"
    return f"{head}{dash}{last[:-1]}ieth" if last.endswith("y") else f"{head}{dash}{last}th"


class EnglishValues(RegionValues):
    """Say and show typed values in English."""

    LINK = "link"
    PAUSE = ", "

    def number(self, value: object, case: str = "") -> Piece:
        """Show a number in digits and say it in words."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self._as_digits(str(value))
        return Piece(self.show(str(whole)), cardinal(whole))

    def count(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say a number with its noun."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self.number(value)
        word = nouns.english(noun)[whole != 1]
        return Piece(f"{self.show(str(whole))} {word}", f"{cardinal(whole)} {word}")

    def percent(self, value: object) -> Piece:
        """Show ``50%`` and say it in words."""
        return Piece(self.show(f"{value}%"), f"{self.number(value).spoken} percent")

    def time(self, value: object, case: str = "") -> Piece:
        """Show ``10:30 am`` and say "ten thirty in the morning"."""
        clock = reading.as_time(value)
        if clock is None:
            return Piece(str(value), str(value))
        hour = (clock.hour - 1) % 12 + 1
        oh = "oh " if clock.minute < 10 else ""
        minutes = f" {oh}{cardinal(clock.minute)}" if clock.minute else " o'clock"
        part = "morning" if clock.hour < 12 else "afternoon" if clock.hour < 18 else "evening"
        seen = f"{self.show(f'{hour}:{clock.minute:02}')} {'am' if clock.hour < 12 else 'pm'}"
        return Piece(seen, f"{cardinal(hour)}{minutes} in the {part}")

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show "Sunday 14 June" and say "Sunday, the fourteenth of June"; forms as Wording.date."""
        day = reading.as_date(value)
        if day is None:
            return Piece(str(value), str(value))
        month = self._region.months["en"][day.month - 1]
        if form == "month_year":
            century, rest = divmod(day.year, 100)
            year = f"{cardinal(century)} {cardinal(rest)}" if rest >= 10 else cardinal(day.year)
            return Piece(f"{month} {self.show(str(day.year))}", f"{month} {year}")
        seen, said = f"{self.show(str(day.day))} {month}", f"the {ordinal(day.day)} of {month}"
        if form == "day_month":
            return Piece(seen, said)
        weekday = self._region.weekdays["en"][day.weekday()]
        return Piece(f"{weekday} {seen}", f"{weekday}, {said}")

    def money(self, value: object, case: str = "") -> Piece:
        """Show "5 riyals" and say the amount in words."""
        amount = reading.as_amount(value)
        if amount is None or amount >= LIMIT:
            return self._as_digits(str(value))
        _, digits, amounts = self._sum(amount)
        said = " and ".join(self.count(n, noun).spoken for n, noun in amounts)
        unit = nouns.english(self._region.money.unit)[digits != "1"]
        return Piece(bidi.by_first_strong(f"{self.show(digits)} {unit}"), said)

    def _letter(self, letter: str) -> str:
        return _SMALL[int(letter)] if letter.isdecimal() else "plus" if letter == "+" else letter
