"""Which fields of a list's records a condition reads where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elder_tutor.lessons.device.conditions import Frame
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    AnyOf,
    AtLeast,
    Change,
    Condition,
    Empty,
    Equals,
    Every,
    Filled,
    Has,
    Not,
    Operand,
    Path,
    Set,
)
from elder_tutor.lessons.wayfinding.moves import Flat


def read_fields(condition: Condition, records: str, frame: Frame) -> frozenset[str]:
    """Answer the fields of the records of a list that a condition reads."""
    match condition:
        case Equals(path, values):
            return _of((path, *values), records, frame)
        case Filled(paths) | Empty(paths):
            return _of(paths, records, frame)
        case AtLeast(path, _):
            return _of((path,), records, frame)
        case Has(inner, where):
            return read_fields(where, records, Frame(frame.row, inner)) if where else frozenset()
        case Every(inner, where, is_):
            within = Frame(frame.row, inner)
            first = read_fields(where, records, within) if where else frozenset()
            return first | read_fields(is_, records, within)
        case AnyOf(parts) | AllOf(parts):
            return frozenset().union(*(read_fields(part, records, frame) for part in parts))
        case Not(part):
            return read_fields(part, records, frame)
    return frozenset()


def _of(operands: tuple[Operand, ...], records: str, frame: Frame) -> frozenset[str]:
    rows = frame.row.records if frame.row else ""
    return frozenset(
        path.columns[0]
        for path in operands
        if isinstance(path, Path) and path.columns and (
            (path.root == "record" and (frame.record or rows) == records)
            or (path.root == "row" and rows == records)
        )
    )  # fmt: skip


def has_relating(condition: Condition, lists: set[str]) -> set[str]:
    """Answer the lists whose records a condition compares with something outside them."""
    match condition:
        case Has(records, where) if where is not None and records in lists:
            return {records} if outward(where) else set()
        case AnyOf(parts) | AllOf(parts):
            return set().union(*(has_relating(part, lists) for part in parts))
        case Not(part):
            return has_relating(part, lists)
    return set()


def outward(condition: Condition) -> bool:
    """Tell whether a test of a record reads anything but that record."""
    match condition:
        case Equals(path, values):
            paths = (path, *(value for value in values if isinstance(value, Path)))
            return any(each.root != "record" for each in paths)
        case Filled(paths) | Empty(paths):
            return any(each.root != "record" for each in paths)
        case AtLeast(path, _):
            return path.root != "record"
        case AnyOf(parts) | AllOf(parts):
            return any(outward(part) for part in parts)
        case Not(part):
            return outward(part)
    return True


def paths_of(condition: Condition) -> tuple[Path, ...]:
    """Answer every path a condition reads."""
    match condition:
        case Equals(path, values):
            return (path, *(value for value in values if isinstance(value, Path)))
        case Filled(paths) | Empty(paths):
            return paths
        case AtLeast(path, _):
            return (path,)
        case Has(_, where):
            return paths_of(where) if where else ()
        case Every(_, where, is_):
            return (*(paths_of(where) if where else ()), *paths_of(is_))
        case AnyOf(parts) | AllOf(parts):
            return tuple(path for part in parts for path in paths_of(part))
        case Not(part):
            return paths_of(part)
    return ()


def copied(flats: Iterable[Flat]) -> Iterator[Path]:
    """Answer the paths whose values effects write somewhere."""
    for flat in flats:
        match flat.effect:
            case Set(values) | Add(_, values) | Change(_, values):
                yield from (value for _, value in values if isinstance(value, Path))
