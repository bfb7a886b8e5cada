"""Rows and values that no needed condition can tell apart share a colour (FORMAT 6.3).

Colours start from the literals that conditions name (``eye``, ``state: free``) and are
refined along the columns that are compared, both ways, until nothing changes: eight
clinics, sixteen doctors, ten days and seven times become 2, 3, 2 and 2.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.sources import Source

K = TypeVar("K", bound=Hashable)
FEW = 4
"""Spaces of compared words with no more values than this keep each value."""
OTHER = "*"


class Colours:
    """The colour of every value of a needed space; whole numbers within a space."""

    def __init__(self, atlas: Atlas, needs: Needs, off: bool = False) -> None:
        self._atlas = atlas
        self._needs = needs
        self._off = off
        self._columns = self._needed_columns()
        self._values: dict[Source, dict[Hashable, Hashable]] = {}
        if not off:
            self._refine()

    def of(self, space: Source) -> Mapping[Hashable, Hashable] | None:
        """Answer the colour of each value of a space that has some; a value not in it is like any other."""
        return self._values.get(self._needs.spaces.root(space))

    def literals(self, space: Source) -> frozenset[Hashable]:
        """Answer the values that conditions name."""
        return frozenset(self._needs.spaces.literals(space))

    def colour(self, space: Source, value: Hashable) -> Hashable:
        """Answer what the route may know of a value."""
        if value is None or self._off:
            return value
        known = self.of(space)
        if known is not None:
            return known.get(value, OTHER)
        return value if value in self.literals(space) else OTHER

    def painter(self, space: Source) -> Callable[[Hashable], Hashable]:
        """Answer ``colour`` for one space, made ready to be asked often."""
        if self._off:
            return lambda value: value
        known = self.of(space)
        if known is not None:
            painted = dict(known)
            return lambda value: None if value is None else painted.get(value, OTHER)
        named = self.literals(space)
        return lambda value: value if value is None or value in named else OTHER

    def alone(self, space: Source, value: Hashable) -> bool:
        """Tell whether a value has its colour for itself, so that two of that colour are equal."""
        known = self.of(space)
        if value is None or self._off or known is None:
            return value is None or self._off or value in self.literals(space)
        return sum(colour == known.get(value) for colour in known.values()) == 1

    # --- making --------------------------------------------------------------------

    def _needed_columns(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for source in sorted(self._needs.sources):
            if source.kind == "col":
                found.setdefault(source.name, []).append(source.column)
        return found

    def _tables(self) -> list[str]:
        slots = (self._atlas.slots[s.name] for s in self._needs.sources if s.kind == "var")
        chosen = {slot.var.table for slot in slots if slot.var.kind is VarKind.ROW}
        fields = {self._atlas.field_table(s.name, s.column) for s in self._needs.sources if s.kind == "field"}
        offered = {move.frame.row.table for move in self._needs.moves.values() if move.frame.row}
        wanted = chosen | fields | offered | set(self._columns)
        return sorted(name for name in wanted if name in self._atlas.rows)

    def _refine(self) -> None:
        tables = self._tables()
        rows: dict[tuple[str, str], Hashable] = {
            (name, row): 0 for name in tables for row in self._atlas.rows[name]
        }
        values: dict[tuple[Source, Hashable], Hashable] = {}
        count = -1
        while count != len(set(rows.values())) + len(set(values.values())):
            count = len(set(rows.values())) + len(set(values.values()))
            values = self._value_colours(rows, tables)
            rows = _numbered({key: (rows[key], self._row_colour(*key, values)) for key in rows})
        for (space, value), colour in values.items():
            self._values.setdefault(space, {})[value] = colour

    def _row_colour(
        self, table: str, row: str, values: Mapping[tuple[Source, Hashable], Hashable]
    ) -> Hashable:
        cells = self._atlas.rows[table][row]
        parts: list[Hashable] = [table, values.get((self._root(table, "id"), row))]
        for column in self._columns.get(table, ()):
            root, value = self._root(table, column), cells.get(column)
            if (root, value) in values:
                parts.append(values[root, value])
            else:
                parts.append(value if value in self.literals(root) or value is None else OTHER)
        return tuple(parts)

    def _root(self, table: str, column: str) -> Source:
        return self._needs.spaces.root(self._needs.space(Source("col", table, column)))

    def _value_colours(
        self, rows: Mapping[tuple[str, str], Hashable], tables: list[str]
    ) -> dict[tuple[Source, Hashable], Hashable]:
        """Colour the values of row ids and of compared columns by the rows that carry them."""
        carried: dict[tuple[Source, Hashable], set[Hashable]] = {}
        for table in tables:
            joined = [
                column
                for column in self._columns.get(table, ())
                if column != "id" and self._is_joined(table, column)
            ]
            for row, cells in self._atlas.rows[table].items():
                carried.setdefault((self._root(table, "id"), row), set()).add(("id", table, rows[table, row]))
                for column in joined:
                    key = (self._root(table, column), cells.get(column))
                    if key[1] is not None:
                        carried.setdefault(key, set()).add((table, column, rows[table, row]))
        return _numbered({
            (space, value): (space, value if value in self.literals(space) else OTHER, frozenset(marks))
            for (space, value), marks in carried.items()
        })  # fmt: skip

    def _is_joined(self, table: str, column: str) -> bool:
        own = Source("col", table, column)
        return own in self._needs.spaces.joined or self._needs.space(own) != own


def _numbered(signs: Mapping[K, Hashable]) -> dict[K, Hashable]:
    names: dict[Hashable, int] = {}
    return {key: names.setdefault(sign, len(names)) for key, sign in signs.items()}
