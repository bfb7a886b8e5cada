"""Region data: digits, week, months, money and emergency numbers of a country.

Region files decide, not CLDR: all Gulf regions start with 0-9, and the week on Sunday
(Monday in the UAE). Weekdays are numbered as Python numbers them, Monday is 0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from elder_tutor import i18n, resources
from elder_tutor.errors import KnownError
from elder_tutor.frozen import dataclass

DEFAULT = "qa"
FRESH_DAYS = 90
"""A number is shown as real only this many days after it was confirmed (DESIGN 5)."""


@dataclass(frozen=True, slots=True)
class Money:
    """A currency: ISO 4217 code, the nouns of its unit and part, and how many decimals it has."""

    code: str
    unit: str
    part: str
    decimals: int


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency number with the page it was seen on and the day it was confirmed, if ever."""

    number: str
    source: str
    confirmed: date | None = None
    note: str = ""

    def is_fresh(self, today: date) -> bool:
        """Tell whether a person confirmed the number within the last 90 days."""
        return self.confirmed is not None and 0 <= (today - self.confirmed).days <= FRESH_DAYS


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that a country decides. Names and months are by language (``ar`` vowelled)."""

    id: str
    name: Mapping[str, str]
    digits: str
    week_start: int
    weekend: frozenset[int]
    months: Mapping[str, tuple[str, ...]]
    weekdays: Mapping[str, tuple[str, ...]]
    weekday_letters: Mapping[str, tuple[str, ...]]
    money: Money
    calling_code: str
    emergency: tuple[Emergency, ...] = ()

    def name_in(self, lang: str) -> str:
        """Answer what the country is called in a language, else in English."""
        known = i18n.language(lang).like if i18n.is_known(lang) else lang
        return self.name.get(known, self.name.get(i18n.PROGRAM_SOURCE, self.id))

    @property
    def week(self) -> tuple[int, ...]:
        """Answer the seven weekdays (Monday is 0) in the order the region writes them."""
        return tuple((self.week_start + place) % 7 for place in range(7))

    def emergency_number(self, today: date) -> Emergency | None:
        """Answer a number that may stand on the page, or None while none is confirmed."""
        return next((number for number in self.emergency if number.is_fresh(today)), None)


def available(folder: Path | None = None) -> tuple[str, ...]:
    """List the ids of the regions there are, in order."""
    place = folder or resources.assets() / "regions"
    return tuple(sorted(file.parent.name for file in place.glob("*/region.json")))


def load_region(region_id: str = DEFAULT, folder: Path | None = None) -> Region:
    """Read a region; raise KnownError when there is none of that name."""
    place = folder or resources.assets() / "regions"
    try:
        data = json.loads((place / region_id / "region.json").read_text("utf-8"))
        names = json.loads((place / "names.json").read_text("utf-8"))
        return _region(data, names)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("There is no region “{region}”.", {"region": region_id}) from error


def _region(data: Mapping[str, Any], names: Mapping[str, Any]) -> Region:
    money = data["money"]
    return Region(
        id=data["id"],
        name={**_named(names, data["id"]), **data["name"]},
        digits=data["digits"],
        week_start=data["week_start"],
        weekend=frozenset(data["weekend"]),
        months=_tuples(names["months"][data["months"]]),
        weekdays=_tuples(names["weekdays"]),
        weekday_letters=_tuples(names["weekday_letters"]),
        money=Money(money["code"], money["unit"], money["part"], money["decimals"]),
        calling_code=data["calling_code"],
        emergency=tuple(_emergency(entry) for entry in data["emergency"]),
    )


def _emergency(entry: Mapping[str, str | None]) -> Emergency:
    confirmed = entry.get("confirmed")
    day = date.fromisoformat(confirmed) if confirmed else None
    return Emergency(entry["number"] or "", entry["source"] or "", day, entry.get("note") or "")


def _named(names: Mapping[str, Any], region: str) -> dict[str, str]:
    """Answer what names.json calls a country, by language."""
    regions: Mapping[str, Mapping[str, str]] = names.get("regions", {})
    return {lang: told[region] for lang, told in regions.items() if region in told}


def _tuples(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in lists.items()}
