"""Where the values of conditions come from, and which of them are ever told apart."""

from __future__ import annotations

from typing import NamedTuple

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import Frame
from elder_tutor.lessons.model import Value, VarKind
from elder_tutor.lessons.rules import Path


class Source(NamedTuple):
    """A place values are read from: ``var``, ``field`` of a list's records, or ``col`` of a table."""

    kind: str
    name: str
    column: str = ""


def var(name: str) -> Source:
    """Answer the source that a variable is."""
    return Source("var", name)


def field(records: str, name: str) -> Source:
    """Answer the source that a field of the records of a list is."""
    return Source("field", records, name)


def sources(atlas: Atlas, path: Path, frame: Frame) -> tuple[Source, ...]:
    """Answer every source a path passes, the one it ends at last; () when it leads nowhere known."""
    if path.root in ("row", "record"):
        records = frame.record if path.root == "record" and frame.record else ""
        if not records and frame.row is not None:
            records = frame.row.records
        if not records and frame.row is None:
            records = frame.record
        if records:
            return _fields(atlas, records, path.columns)
        return _columns(atlas, frame.row.table, path.columns or ("id",)) if frame.row else ()
    slot = atlas.slots.get(path.root)
    if slot is None:
        return ()
    start = (var(path.root),)
    if not path.columns:
        return start
    if slot.var.kind is VarKind.RECORD:
        return (*start, *_fields(atlas, slot.var.records, path.columns))
    return (*start, *_columns(atlas, slot.var.table, path.columns))


def _fields(atlas: Atlas, records: str, columns: tuple[str, ...]) -> tuple[Source, ...]:
    if not columns or records not in atlas.slots or atlas.field(records, columns[0]) is None:
        return ()
    table = atlas.field_table(records, columns[0])
    return (field(records, columns[0]), *(_columns(atlas, table, columns[1:]) if table else ()))


def _columns(atlas: Atlas, table: str, columns: tuple[str, ...]) -> tuple[Source, ...]:
    found: list[Source] = []
    for column in columns:
        if table not in atlas.rows:
            break
        found.append(Source("col", table, column))
        table = atlas.refs.get((table, column), "")
    return tuple(found)


class Spaces:
    """Spaces of values, joined where two are compared, with the literals that conditions name."""

    def __init__(self) -> None:
        self._up: dict[Source, Source] = {}
        self._literals: dict[Source, set[Value]] = {}
        self.joined: set[Source] = set()
        """Spaces that are compared with another one."""

    def copy(self) -> Spaces:
        """Answer the same knowledge, to be added to without changing this."""
        other = Spaces()
        other._up = dict(self._up)
        other._literals = {root: set(values) for root, values in self._literals.items()}
        other.joined = set(self.joined)
        return other

    def root(self, space: Source) -> Source:
        """Answer the space that stands for all that are joined with this one."""
        while space in self._up:
            space = self._up[space]
        return space

    def join(self, one: Source, other: Source) -> None:
        """Let two spaces draw from the same values."""
        self.joined |= {one, other}
        left, right = self.root(one), self.root(other)
        if left != right:
            self._up[left] = right
            self._literals.setdefault(right, set()).update(self._literals.pop(left, set()))

    def name(self, space: Source, value: Value) -> None:
        """Note that a condition names a value of a space."""
        self._literals.setdefault(self.root(space), set()).add(value)

    def literals(self, space: Source) -> frozenset[Value]:
        """Answer the values of a space that conditions name."""
        return frozenset(self._literals.get(self.root(space), ()))

    def members(self, root: Source) -> tuple[Source, ...]:
        """Answer every space joined under a root, the root first."""
        return (root, *sorted(space for space in self._up if self.root(space) == root))

    def size(self) -> int:
        """Answer how much is known, to tell whether it still grows."""
        return len(self._up) + len(self.joined) + sum(map(len, self._literals.values()))
