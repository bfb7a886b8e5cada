"""What a variable or a field could hold, one value for each that the route tells apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from elder_tutor.lessons.device.atlas import Atlas, Slot
from elder_tutor.lessons.device.letters import EMPTY, OTHER, sample_of, text_class
from elder_tutor.lessons.model import Value, Var, VarKind
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Projection
from elder_tutor.lessons.wayfinding.sources import Source

UNHEARD = "~"
"""A word that no author wrote."""
_STRANGE = ("ض", "7", "77777777777", "ض 7", "ضضضضضضضضضضضضضض", "@", "77")


class Values:
    """Answer sets of values that stand for all."""

    def __init__(self, atlas: Atlas, needs: Needs, projection: Projection) -> None:
        self._atlas = atlas
        self._needs = needs
        self._projection = projection
        self._tables: dict[str, tuple[Value, ...]] = {}

    def of_var(self, name: str) -> tuple[Value, ...]:
        """Answer what a variable could hold; records are not answered (each is another one)."""
        slot = self._atlas.slots[name]
        match slot.var.kind:
            case VarKind.YESNO:
                return (False, True)
            case VarKind.LEVEL:
                if name in self._needs.stepped:
                    return tuple(range(slot.var.most + 1))
                return levels(slot, self._needs.cuts.get(name, set()))
            case VarKind.TEXT:
                return (EMPTY, *(each.name for each in slot.var.classes), *strange(slot.var))
            case VarKind.ONE_OF:
                return (None, *slot.var.options)
            case VarKind.ROW:
                return (None, *self.of_table(slot.var.table))
        return (None,)

    def of_field(self, records: str, name: str) -> tuple[Value, ...]:
        """Answer what a field of a record could hold."""
        table = self._atlas.field_table(records, name)
        if table:
            return (None, *self.of_table(table))
        own = self._atlas.slots.get(f"{records.partition('.')[0]}.{name}")
        if own is not None and own.var.kind is VarKind.ONE_OF:
            return own.var.options
        space = self._needs.space(Source("field", records, name))
        named = sorted(self._projection.colours.literals(space), key=repr)
        return (*(value for value in named if isinstance(value, str | int)), UNHEARD)

    def of_table(self, table: str) -> tuple[Value, ...]:
        """Answer one row of each colour."""
        if table not in self._tables:
            colour = self._projection.colours.colour
            found: dict[Hashable, str] = {}
            for row in self._atlas.rows.get(table, {}):
                found.setdefault(colour(Source("col", table, "id"), row), row)
            self._tables[table] = tuple(found.values())
        return self._tables[table]


def levels(slot: Slot, cuts: Iterable[int]) -> tuple[int, ...]:
    """Answer a level on each side of every cut."""
    most = slot.var.most
    return tuple(sorted({level for cut in cuts for level in (cut - 1, cut) if 0 <= level <= most})) or (0,)


def strange(var: Var) -> tuple[str, ...]:
    """Answer letters that no class of a text expects, where there are such."""
    wanted = {sample_of(each, _unknown) for each in var.classes}
    tried = (text for text in _STRANGE if text not in wanted)
    return next(((text,) for text in tried if text_class(var, text, _unknown) == OTHER), ())


def _unknown(_: str) -> str:
    return ""
