"""A sentence before it has a language: a message key, its domain and its values."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor import i18n
from elder_tutor.frozen import dataclass

PROGRAM = i18n.PROGRAM
"""The domain of the program's own strings; a pack's domain is the pack's id."""

Fill = object
"""What may fill a field: str, int, bool, date, time, Decimal, or another Phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Name a sentence of a catalogue and what fills its fields.

    ``key`` is the msgid: vowelled Arabic in a pack's domain, short English in
    the program's. ``values`` are pairs so that a phrase can be hashed and
    compared. ``private`` marks a phrase that carries something a person typed:
    it is spoken from memory and never cached on disk.
    """

    key: str
    domain: str = PROGRAM
    values: tuple[tuple[str, Fill], ...] = ()
    private: bool = False


def phrase(key: str, /, domain: str = PROGRAM, **values: Fill) -> Phrase:
    """Build a phrase from keyword values."""
    return Phrase(key, domain, tuple(values.items()))


def with_values(base: Phrase, values: Mapping[str, Fill], private: bool = False) -> Phrase:
    """Answer the same sentence filled with more values."""
    return Phrase(base.key, base.domain, (*base.values, *values.items()), base.private or private)
