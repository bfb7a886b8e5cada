"""Which names a pack declares, and what a name means at a place: the tables behind every reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from elder_tutor.lessons.device.derive import WEEKDAYS
from elder_tutor.lessons.model import Value, VarKind
from elder_tutor.lessons.rules import Path

RESERVED = frozenset(
    ("has", "where", "every", "is", "any", "all", "not", "filled", "empty", "screen", "at_least", "exactly")
)
"""Words of the condition language: no variable, column or field may be called so."""
RESERVED_APPS = frozenset(
    ("home", "back", "row", "record", "ask", "arg", "key", "notice", "opinion", "side", "pages")
)
_NEARNESS = frozenset(("past", "this", "next", "later"))
DERIVED: Mapping[str, frozenset[Value] | None] = {
    "date": None,
    "weekday": frozenset(WEEKDAYS),
    "week": _NEARNESS,
    "month": _NEARNESS,
    "past": frozenset((True, False)),
    "weekend": frozenset((True, False)),
}
"""Columns that the phone adds to a row with ``day`` (derive.py), and what can stand in them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one row or record is made of."""

    name: str
    columns: Mapping[str, str]
    """Column -> qualified table its values are rows of, or "" for a plain value."""
    values: Mapping[str, frozenset[Value]] = field(default_factory=dict)
    """Of a table: the values each column has. Columns without an entry can hold anything."""
    rows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VarNames:
    """What has to be known of a variable to check what refers to it."""

    kind: VarKind
    values: frozenset[Value] | None = None
    """What it can be equal to; None when anything."""
    shape: str = ""
    """Of a row, record or records variable: the shape its columns are found in."""
    most: int = 0


@dataclass(slots=True)
class AppNames:
    """The names an app declares. Screens map to their element ids."""

    id: str
    vars: dict[str, VarNames] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)
    screens: dict[str, set[str]] = field(default_factory=dict)
    first: str = ""
    events: set[str] = field(default_factory=set)
    timers: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Names:
    """Every name of a pack. ``broken`` are apps whose file has faults: nothing is said about their names."""

    apps: dict[str, AppNames] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)
    """By qualified table or records variable."""
    broken: set[str] = field(default_factory=set)
    lessons: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a name can mean at a place.

    ``app`` is "" in a lesson. ``record`` is what a bare name tests first (``where``,
    ``open_if``), ``row`` what ``$row`` is. ``ask`` and ``arg`` are None where they cannot stand.
    """

    names: Names
    app: str = ""
    record: Shape | None = None
    row: Shape | None = None
    ask: Mapping[str, frozenset[Value]] | None = None
    arg: frozenset[str] | None = None

    def testing(self, shape: Shape | None) -> Scope:
        """Answer the scope inside a ``where``."""
        return replace(self, record=shape)

    def with_row(self, shape: Shape | None) -> Scope:
        """Answer the scope of what a choice does."""
        return replace(self, row=shape)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: the path, and what a value there can be (None: anything)."""

    path: Path
    values: frozenset[Value] | None = None
    kind: VarKind | None = None
    most: int = 0


class UnknownNameError(Exception):
    """Tell that a name leads nowhere; ``sentence`` says so to the author. Empty: be silent."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)
