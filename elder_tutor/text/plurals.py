"""Which plural form a whole number takes, by rules that are data (UTS 35, part 3, language plural rules)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

OTHER = "other"
"""The form of every number that no rule claims."""
CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)
_RELATION = re.compile(r"\s*([ni])\s*(?:%\s*(\d+))?\s*(!?=)\s*([\d.,\s]+?)\s*")
_RANGE = re.compile(r"\s*(\d+)(?:\s*\.\.\s*(\d+))?\s*")


def category(number: int, rules: Mapping[str, str], fraction: bool = False) -> str:
    """Answer the CLDR category of a number that is not negative, by its whole part. Raises ValueError.

    ``fraction`` tells that something follows the decimal sign: then no ``n`` is a whole number.
    """
    return next(
        (name for name in CATEGORIES if name in rules and holds(rules[name], number, fraction)), OTHER
    )


def holds(rule: str, number: int, fraction: bool = False) -> bool:
    """Tell whether a rule like ``n % 10 = 2..4 and n % 100 != 12..14`` claims a number."""
    return any(all(one.holds(number, fraction) for one in part) for part in _parsed(rule))


@dataclass(frozen=True, slots=True)
class _Relation:
    """``n`` is the number, ``i`` its whole part; ``modulo`` 0 takes it as it is."""

    whole_part: bool
    modulo: int
    wanted: bool
    numbers: frozenset[int]

    def holds(self, number: int, fraction: bool) -> bool:
        among = (number % self.modulo if self.modulo else number) in self.numbers
        return (among and (self.whole_part or not fraction)) is self.wanted


@cache
def _parsed(rule: str) -> tuple[tuple[_Relation, ...], ...]:
    """Read a rule: alternatives, each of relations that must all hold."""
    return tuple(tuple(map(_relation, part.split(" and "))) for part in rule.split(" or "))


def _relation(text: str) -> _Relation:
    match = _RELATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    numbers: set[int] = set()
    for part in match.group(4).split(","):
        found = _RANGE.fullmatch(part)
        if found is None:
            raise ValueError(text)
        first = int(found.group(1))
        numbers.update(range(first, int(found.group(2) or first) + 1))
    return _Relation(
        match.group(1) == "i", int(match.group(2) or 0), match.group(3) == "=", frozenset(numbers)
    )
