"""Typed values of a language that is data only: patterns of ``assets/text/<lang>/language.json``.

The keys of ``values`` (``{…}`` is filled; a value in words is whatever the voice reads rightly):

* ``digits``: ten names, 0 to 9; ``signs``: names of other signs, like ``{"+": "plus"}``;
* ``pause``: what parts the groups of a number said digit by digit; ``link``: what is said of an address;
* ``decimal``: the sign before a fraction, ``,`` or ``.``;
* ``numbers``: spoken names of whole numbers by number (others are left to the voice as digits);
  ``agreement``: the same before certain nouns, ``[{"nouns": ["hour"], "numbers": {"1": "une"}}, …]``;
* ``count``: ``shown`` and ``spoken`` of ``{number} {noun}``; ``percent``: the same of ``{number}``;
* ``money``: ``shown`` of ``{number} {unit}``, and ``and`` between units and parts said;
* ``time``: ``shown`` of ``{hour} {hour12} {minute2} {part}`` and ``shown_whole`` on the hour; ``spoken``
  and ``spoken_whole`` of ``{hour_name} {minute_name} {part}``; ``hours``: 12 or 24 names from hour 0;
  ``parts``: ``[{"from": 0, "shown": "am", "spoken": "in the morning"}, …]`` in order, or empty;
* ``date``: ``shown`` and ``spoken`` of ``{weekday} {day} {day_name} {month} {year}`` for each of the forms
  ``weekday_day_month``, ``day_month``, ``month_year``; ``days``: days written or said in their own way.

``pattern_faults`` names what is missing or not known; the names of days and months are region data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from elder_tutor.i18n import Language
from elder_tutor.regions import Region
from elder_tutor.text import bidi, nouns, plurals, reading
from elder_tutor.text.line import Piece
from elder_tutor.text.values import RegionValues

LIMIT: Final = 10**9
DATE_FORMS: Final = ("weekday_day_month", "day_month", "month_year")
_FIELD = re.compile(r"\{([^{}]*)\}")
_COUNT = frozenset({"number", "noun"})
_PERCENT = frozenset({"number"})
_MONEY = frozenset({"number", "unit"})
_CLOCK = frozenset({"hour", "hour12", "minute2", "part"})
_SAID_CLOCK = frozenset({"hour_name", "minute_name", "part"})
_DATE = frozenset({"weekday", "day", "day_name", "month", "year"})
_PATTERNS: Final[Mapping[tuple[str, ...], frozenset[str]]] = {
    ("count", "shown"): _COUNT,
    ("count", "spoken"): _COUNT,
    ("percent", "shown"): _PERCENT,
    ("percent", "spoken"): _PERCENT,
    ("money", "shown"): _MONEY,
    ("time", "shown"): _CLOCK,
    ("time", "shown_whole"): _CLOCK,
    ("time", "spoken"): _SAID_CLOCK,
    ("time", "spoken_whole"): _SAID_CLOCK,
    **{("date", form, side): _DATE for form in DATE_FORMS for side in ("shown", "spoken")},
}
_WORDS: Final = (("pause",), ("link",), ("decimal",), ("money", "and"))
_TABLES: Final = (("signs",), ("numbers",), ("date", "days"))
_LISTS: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    ("agreement",): ("nouns", "numbers"),
    ("time", "parts"): ("from", "shown", "spoken"),
}


class PatternValues(RegionValues):
    """Say and show typed values in any language, by its patterns."""

    def __init__(self, region: Region, digits: str, language: Language) -> None:
        super().__init__(region, digits)
        self._data: Mapping[str, Any] = language.values
        self._language = language
        self.LINK = self._data["link"]  # type: ignore[misc]
        self.PAUSE = self._data["pause"]  # type: ignore[misc]

    def number(self, value: object, case: str = "") -> Piece:
        """Show a number in digits and say it in words."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self._as_digits(str(value))
        return Piece(self.show(str(whole)), self._said(whole))

    def ordinal(self, value: object, noun: str = "", case: str = "") -> Piece:
        """Show and say which one of several it is: the bare number, as most languages do beside a noun."""
        return self.number(value, case)

    def out_of(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say how many there are in all: the bare number."""
        return self.number(value, case)

    def count(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say a number with its noun in the form that the number asks for."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self.number(value)
        word = self._noun(noun, whole)
        patterns = self._data["count"]
        seen = patterns["shown"].format(number=self.show(str(whole)), noun=word)
        return Piece(seen, patterns["spoken"].format(number=self._said(whole, noun), noun=word))

    def percent(self, value: object) -> Piece:
        """Show and say a percentage."""
        patterns = self._data["percent"]
        seen = patterns["shown"].format(number=self.show(str(value)))
        return Piece(seen, patterns["spoken"].format(number=self.number(value).spoken))

    def time(self, value: object, case: str = "") -> Piece:
        """Show and say a time of day."""
        clock = reading.as_time(value)
        if clock is None:
            return Piece(str(value), str(value))
        patterns = self._data["time"]
        ending = "" if clock.minute else "_whole"
        part = _part(patterns["parts"], clock.hour)
        hours: Sequence[str] = patterns["hours"]
        seen = patterns[f"shown{ending}"].format(
            hour=clock.hour,
            hour12=(clock.hour - 1) % 12 + 1,
            minute2=f"{clock.minute:02}",
            part=part.get("shown", ""),
        )
        said = patterns[f"spoken{ending}"].format(
            hour_name=hours[clock.hour % len(hours)],
            minute_name=self._said(clock.minute, "minute"),
            part=part.get("spoken", ""),
        )
        return Piece(self.show(seen), said)

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show and say a day; forms as Wording.date."""
        day = reading.as_date(value)
        if day is None:
            return Piece(str(value), str(value))
        own = self._data["date"]["days"].get(str(day.day), {})
        code = self._language.like
        facts = {
            "weekday": self._region.weekdays[code][day.weekday()],
            "month": self._region.months[code][day.month - 1],
            "day": self.show(own.get("shown", str(day.day))),
            "day_name": own.get("spoken", self._said(day.day)),
        }
        patterns = self._data["date"][form if form in DATE_FORMS else DATE_FORMS[0]]
        seen = patterns["shown"].format(**facts, year=self.show(str(day.year)))
        return Piece(seen, patterns["spoken"].format(**facts, year=self._said(day.year)))

    def money(self, value: object, case: str = "") -> Piece:
        """Show an amount with its unit and say it in words."""
        amount = reading.as_amount(value)
        if amount is None or amount >= LIMIT:
            return self._as_digits(str(value))
        whole, digits, amounts = self._sum(amount)
        said = self._data["money"]["and"].join(self.count(n, noun).spoken for n, noun in amounts)
        unit = self._noun(self._region.money.unit, whole, digits != str(whole))
        written = self.show(digits.replace(".", self._data["decimal"]))
        return Piece(
            bidi.by_first_strong(self._data["money"]["shown"].format(number=written, unit=unit)), said
        )

    def _noun(self, noun: str, number: int, fraction: bool = False) -> str:
        form = plurals.category(number, self._language.plurals, fraction)
        return nouns.form(self._language.like, noun, form)

    def _said(self, number: int, noun: str = "") -> str:
        written = str(number)
        for group in self._data["agreement"]:
            if noun in group["nouns"] and written in group["numbers"]:
                return str(group["numbers"][written])
        return str(self._data["numbers"].get(written, written))

    def _letter(self, letter: str) -> str:
        if letter.isdecimal():
            return str(self._data["digits"][int(letter)])
        return str(self._data["signs"].get(letter, letter))


def _part(parts: Sequence[Mapping[str, Any]], hour: int) -> Mapping[str, Any]:
    """Answer the part of the day an hour lies in: the last that has begun."""
    return next((part for part in reversed(parts) if part["from"] <= hour), {})


def pattern_faults(language: Language) -> Iterator[str]:
    """Name what is missing, not known or of the wrong kind in the patterns of a language."""
    data = language.values
    for name in sorted(
        set(data) - {keys[0] for keys in (*_PATTERNS, *_WORDS, *_TABLES, *_LISTS)} - {"digits"}
    ):
        yield f"“values.{name}” is not known."
    for keys, fields in _PATTERNS.items():
        yield from _pattern_fault(data, keys, fields)
    for keys in _WORDS:
        if not isinstance(_at(data, keys), str):
            yield f"“{_name(keys)}” is missing or no text."
    for keys in _TABLES:
        if not isinstance(_at(data, keys), Mapping):
            yield f"“{_name(keys)}” is missing or no table."
    yield from _list_faults(data)
    yield from _plural_faults(language)


def _pattern_fault(data: Mapping[str, Any], keys: Sequence[str], fields: frozenset[str]) -> Iterator[str]:
    pattern = _at(data, keys)
    if not isinstance(pattern, str):
        yield f"“{_name(keys)}” is missing or no text."
        return
    unknown = sorted(set(_FIELD.findall(pattern)) - fields)
    if unknown or "{" in (bare := _FIELD.sub("", pattern)) or "}" in bare:
        yield f"“{_name(keys)}” names what is not given: {', '.join(unknown) or pattern}."


def _list_faults(data: Mapping[str, Any]) -> Iterator[str]:
    if _texts(data.get("digits")) != 10:
        yield "“values.digits” has not ten names."
    if _texts(_at(data, ("time", "hours"))) not in (12, 24):
        yield "“values.time.hours” has not 12 or 24 names."
    for keys, wanted in _LISTS.items():
        rows = _at(data, keys)
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and set(row) == {*wanted} for row in rows
        ):
            yield f"“{_name(keys)}” is no list of {{{', '.join(wanted)}}}."


def _plural_faults(language: Language) -> Iterator[str]:
    for name, rule in language.plurals.items():
        if name not in plurals.CATEGORIES:
            yield f"“plurals.{name}” is no plural category."
        try:
            plurals.holds(rule, 1)
        except (ValueError, TypeError, AttributeError):
            yield f"“plurals.{name}” is no rule like “n % 10 = 2..4 and n % 100 != 12..14”."


def _texts(value: object) -> int:
    """Count the texts of a list; 0 when it is something else."""
    return len(value) if isinstance(value, list) and all(isinstance(each, str) for each in value) else 0


def _at(data: Mapping[str, Any], keys: Sequence[str]) -> object:
    found: object = data
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _name(keys: Sequence[str]) -> str:
    return ".".join(("values", *keys))
