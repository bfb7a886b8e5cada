"""Typed values in English: how each stands on the page and how it is said."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

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
_SIGNS = {"+": "plus", "*": "star", "#": "hash"}
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
    """Say which one it is: "twenty-first"."""
    words = cardinal(number)
    last = words.replace("-", " ").rpartition(" ")[2]
    head = words[: len(words) - len(last)]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return f"{head}{last[:-1]}ieth" if last.endswith("y") else f"{head}{last}th"


def ordinal_digits(number: int) -> str:
    """Write which one it is: ``21st``."""
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def amount_words(number: Decimal) -> str:
    """Say a number below the limit that may have decimals or a sign: "minus thirty-six point five"."""
    whole = int(abs(number))
    rest = f"{abs(number) - whole:f}".partition(".")[2].rstrip("0")
    words = [cardinal(whole), *(("point", *(_SMALL[int(digit)] for digit in rest)) if rest else ())]
    return " ".join(["minus", *words] if number < 0 else words)


def part_of_day(clock: time) -> str:
    """Say whether a time is in the morning, afternoon, evening or at night."""
    if clock.hour % 12 == 0 and clock.minute == 0:
        return "noon" if clock.hour else "midnight"
    if clock.hour in (0, 21, 22, 23):
        return "at night"
    return f"in the {'morning' if clock.hour < 12 else 'afternoon' if clock.hour < 18 else 'evening'}"


class EnglishValues(RegionValues):
    """Say and show typed values in English."""

    LINK = "link"
    PAUSE = ", "

    def number(self, value: object, case: str = "") -> Piece:
        """Show a number in digits and say it in words."""
        number = reading.as_decimal(value)
        if number is None or abs(number) >= LIMIT:
            return self._as_digits(str(value))
        return Piece(self._written(number), amount_words(number))

    def ordinal(self, value: object, noun: str = "", case: str = "") -> Piece:
        """Show ``2nd`` and say "second"."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self.number(value)
        return Piece(self.show(ordinal_digits(whole)), ordinal(whole))

    def count(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say a number with its noun."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self.number(value)
        word = nouns.english(noun)[whole != 1]
        return Piece(f"{self.show(str(whole))} {word}", f"{cardinal(whole)} {word}")

    def percent(self, value: object) -> Piece:
        """Show ``50%`` and say it in words."""
        number = reading.as_amount(value)
        if number is None or number >= LIMIT:
            return self._as_digits(f"{value}%")
        return Piece(self._hundredths(number), f"{amount_words(number)} percent")

    def time(self, value: object, case: str = "") -> Piece:
        """Show ``10:30 am`` and say "ten thirty in the morning"."""
        clock = reading.as_time(value)
        if clock is None:
            return self._as_it_is(value)
        hour = (clock.hour - 1) % 12 + 1
        oh = "oh " if clock.minute < 10 else ""
        minutes = f" {oh}{cardinal(clock.minute)}" if clock.minute else " o'clock"
        seen = f"{self.show(f'{hour}:{clock.minute:02}')} {'am' if clock.hour < 12 else 'pm'}"
        return Piece(seen, f"{cardinal(hour)}{minutes} {part_of_day(clock)}")

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show "Sunday 14 June" and say "Sunday, the fourteenth of June"; forms as Wording.date."""
        day = reading.as_date(value)
        if day is None:
            return self._as_it_is(value)
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
        amount = reading.as_decimal(value)
        if amount is None or abs(amount) >= LIMIT:
            return self._as_digits(str(value))
        _, written, amounts = self._sum(abs(amount))
        digits = self._grouped(written)
        said = " and ".join(self.count(n, noun).spoken for n, noun in amounts)
        unit = nouns.english(self._region.money.unit)[abs(amount) != 1]
        if amount < 0:
            digits, said = f"-{digits}", f"minus {said}"
        return Piece(bidi.by_first_strong(f"{digits} {unit}"), said)

    def _letter(self, letter: str) -> str:
        return _SMALL[int(letter)] if letter.isdecimal() else _SIGNS.get(letter, letter.upper())
