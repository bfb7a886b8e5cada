"""What two claims must share so that the proof of one is the proof of the other.

Eight clinics that can be drawn give eight goals; with the clinic's name put aside they
are one. The same holds for two days on which every column that is read falls alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.state import PhoneState, Record
from elder_tutor.lessons.model import Value, VarKind
from elder_tutor.lessons.rules import Add, Condition, Operand, Path
from elder_tutor.lessons.teaching.drawing import Asked
from elder_tutor.lessons.wayfinding.moves import Moves
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.rewrite import rewritten
from elder_tutor.lessons.wayfinding.sources import Source

OF_THE_DAY = frozenset({"date", "weekday", "week", "month", "past", "weekend"})
"""The columns that follow from today."""
_ROUNDS = 4


def is_dated(needs: Needs) -> bool:
    """Tell whether a cone reads anything that follows from today."""
    return any(source.kind == "col" and source.column in OF_THE_DAY for source in needs.sources)


def adds_a_day(atlas: Atlas, moves: Moves, needs: Needs) -> bool:
    """Tell whether a touch adds a record with a fixed day: whether it can fit then depends on today."""
    for records in needs.lists:
        for move in moves.by_list.get(records, ()):
            for flat in move.all_effects():
                if isinstance(flat.effect, Add) and flat.effect.records == records:
                    fixed = (name for name, value in flat.effect.fields if isinstance(value, str))
                    tables = (atlas.field_table(records, name) for name in fixed)
                    if any("date" in row for table in tables for row in atlas.rows.get(table, {}).values()):
                        return True
    return False


class Likeness:
    """Describe claims on one atlas so that like ones are equal."""

    def __init__(self, atlas: Atlas, needs: Needs, asked: Asked) -> None:
        self._atlas = atlas
        self._needs = needs
        self._aside = {value: f"?{name}" for name, value in asked if isinstance(value, str)}
        self._rows = self._signs()

    def of(self, condition: Condition, start: PhoneState, *more: Hashable) -> Hashable:
        """Answer the description of a gate that is proved from a start."""
        needs = self._needs
        literals = frozenset(
            (root, self._plain(value))
            for root in {needs.spaces.root(space) for space in self._spaces()}
            for value in needs.spaces.literals(root)
        )
        return (
            rewritten(condition, self._swap),
            frozenset(needs.moves),
            frozenset(needs.sources),
            frozenset(needs.lists),
            literals,
            frozenset((name, frozenset(cuts)) for name, cuts in needs.cuts.items()),
            frozenset(self._rows.items() if not self._rows else _by_table(self._rows)),
            self._began(start),
            *more,
        )

    def _spaces(self) -> set[Source]:
        return {self._needs.space(source) for source in self._needs.sources}

    def _swap(self, operand: Operand) -> Operand:
        return operand if isinstance(operand, Path) else self._plain(operand)

    def _plain(self, value: Value) -> Value:
        return self._aside.get(value, value) if isinstance(value, str) else value

    # --- rows ------------------------------------------------------------------------

    def _signs(self) -> Mapping[tuple[str, str], int]:
        columns: dict[str, list[str]] = {}
        for source in sorted(self._needs.sources):
            if source.kind == "col":
                columns.setdefault(source.name, []).append(source.column)
        tables = [name for name in self._tables() | set(columns) if name in self._atlas.rows]
        rows: dict[tuple[str, str], int] = {(t, row): 0 for t in tables for row in self._atlas.rows[t]}
        for _ in range(_ROUNDS):
            carried: dict[tuple[Source, Hashable], set[Hashable]] = {}
            for table, row in rows:
                carried.setdefault((self._root(table, "id"), row), set()).add((table, rows[table, row]))
                for column in columns.get(table, ()):
                    value = self._atlas.rows[table][row].get(column)
                    if value is not None and self._joined(table, column):
                        found = carried.setdefault((self._root(table, column), value), set())
                        found.add((table, column, rows[table, row]))
            signs = {key: hash((self._named(*key), frozenset(marks))) for key, marks in carried.items()}
            rows = {key: hash((rows[key], self._row(*key, columns, signs))) for key in rows}
        return rows

    def _tables(self) -> set[str]:
        slots = (self._atlas.slots[s.name] for s in self._needs.sources if s.kind == "var")
        chosen = {slot.var.table for slot in slots if slot.var.kind is VarKind.ROW}
        fields = {self._atlas.field_table(s.name, s.column) for s in self._needs.sources if s.kind == "field"}
        return chosen | fields | {m.frame.row.table for m in self._needs.moves.values() if m.frame.row}

    def _row(
        self,
        table: str,
        row: str,
        columns: Mapping[str, list[str]],
        signs: Mapping[tuple[Source, Hashable], int],
    ) -> Hashable:
        parts: list[Hashable] = [table, signs[self._root(table, "id"), row]]
        for column in columns.get(table, ()):
            value = self._atlas.rows[table][row].get(column)
            key = (self._root(table, column), value)
            parts.append(signs[key] if key in signs else self._named(*key))
        return tuple(parts)

    def _named(self, root: Source, value: Hashable) -> Hashable:
        named = value is None or value in self._needs.spaces.literals(root)
        return self._plain(value) if named else "*"  # type: ignore[arg-type]

    def _root(self, table: str, column: str) -> Source:
        return self._needs.spaces.root(self._needs.space(Source("col", table, column)))

    def _joined(self, table: str, column: str) -> bool:
        own = Source("col", table, column)
        return column != "id" and (own in self._needs.spaces.joined or self._needs.space(own) != own)

    # --- the start ----------------------------------------------------------------------

    def _began(self, start: PhoneState) -> Hashable:
        atlas = self._atlas
        apps = sorted(app for app in self._needs.apps if app in atlas.at)
        parts: list[Hashable] = [start.front, *(start.apps[atlas.at[app]][0] for app in apps)]
        for source in sorted(self._needs.sources):
            slot = atlas.slots.get(source.name) if source.kind == "var" else None
            if slot is not None and slot.var.kind not in (VarKind.CODE, VarKind.RECORDS):
                parts.append(self._cell(slot.var.table, start.apps[slot.app][slot.at]))
            elif slot is not None and slot.var.kind is VarKind.CODE:
                parts.append(start.apps[slot.app][slot.at] is None)
        for name in sorted(self._needs.lists):
            if name in atlas.slots:
                slot = atlas.slots[name]
                held: tuple[Record, ...] = start.apps[slot.app][slot.at]  # type: ignore[assignment]
                parts.append(tuple(self._record(name, record) for record in held))
        return (*parts, start.timers, tuple(notice.screen for notice in start.notices))

    def _record(self, records: str, record: Record) -> Hashable:
        cells: list[Hashable] = [record[0]]
        for at, (name, table) in enumerate(self._atlas.slots[records].var.fields, 1):
            if Source("field", records, name) in self._needs.sources:
                cells.append(self._cell(table, record[at]))
        return tuple(cells)

    def _cell(self, table: str, value: object) -> Hashable:
        if table and isinstance(value, str):
            return self._rows.get((table, value), value)
        return self._plain(value) if isinstance(value, str) else value


def _by_table(rows: Mapping[tuple[str, str], int]) -> set[tuple[str, int]]:
    return {(table, sign) for (table, _), sign in rows.items()}
