"""Conditions and operands, compiled into functions of a scene.

A condition is data, so that the route can read from it what it needs; it is turned
into nested functions once, so that the phone can ask it in a microsecond.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from elder_tutor.lessons.device.atlas import Atlas, Rows
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Held, Record
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Empty,
    Equals,
    Every,
    Filled,
    Has,
    Not,
    OnScreen,
    Operand,
    Path,
)

Found = Cell | Held
"""What a path can lead to."""
Reader = Callable[[Scene], "Found"]
Test = Callable[[Scene], bool]


@dataclass(frozen=True, slots=True)
class Frame:
    """What ``row`` and ``record`` mean where a condition stands."""

    row: Rows | None = None
    record: str = ""


NOWHERE = Frame()


def same(left: Found, right: Found) -> bool:
    """Compare two values; an unset one equals ``false`` and the empty word."""
    return left == right or (left is None and (right is False or right == ""))


# --- readers -------------------------------------------------------------------


def reader(atlas: Atlas, operand: Operand, frame: Frame = NOWHERE) -> Reader:
    """Compile an operand into a function that reads its value."""
    if not isinstance(operand, Path):
        return lambda _: operand
    return path_reader(atlas, operand, frame)


def path_reader(atlas: Atlas, path: Path, frame: Frame) -> Reader:
    """Compile a path; one that leads nowhere reads None."""
    root, columns = path.root, path.columns
    if root in ("row", "record"):
        return _bound_reader(atlas, root, columns, frame)
    if root.startswith("ask."):
        name = root[4:]
        return lambda scene: scene.ask.get(name)
    if root.startswith("arg."):
        name = root[4:]
        return lambda scene: scene.arg.get(name)
    slot = atlas.slots.get(root)
    if slot is None:
        return lambda _: None
    app, at = slot.app, slot.at
    if not columns:
        return lambda scene: scene.apps[app][at]
    if slot.var.kind is VarKind.RECORD and slot.var.records in atlas.slots:
        listed = atlas.slots[slot.var.records]
        walk = _record_walk(atlas, slot.var.records, columns)
        return lambda scene: walk(find(scene.records(listed), scene.apps[app][at]))
    step = _row_walk(atlas, slot.var.table, columns)
    return lambda scene: step(scene.apps[app][at])


def find(records: tuple[Record, ...], serial: Found) -> Record | None:
    """Answer the record with a serial number."""
    return next((record for record in records if record[0] == serial), None)


def _bound_reader(atlas: Atlas, root: str, columns: tuple[str, ...], frame: Frame) -> Reader:
    records = (
        frame.record
        if root == "record" and frame.record
        else frame.row.records
        if frame.row
        else frame.record
    )
    if records:
        walk = _record_walk(atlas, records, columns)
        if root == "record" and frame.record:
            return lambda scene: walk(scene.record)
        return lambda scene: walk(scene.row if isinstance(scene.row, tuple) else scene.record)
    if frame.row is None:
        return lambda _: None
    table = frame.row.table
    step = _row_walk(atlas, table, columns or ("id",))
    return lambda scene: step(scene.row["id"]) if isinstance(scene.row, dict) else None


def _record_walk(atlas: Atlas, records: str, columns: tuple[str, ...]) -> Callable[[Record | None], Found]:
    if not columns:
        return lambda record: record[0] if record else None
    at = atlas.field(records, columns[0])
    if at is None:
        return lambda _: None
    if len(columns) == 1:
        return lambda record: record[at] if record else None
    step = _row_walk(atlas, atlas.field_table(records, columns[0]), columns[1:])
    return lambda record: step(record[at]) if record else None


def _row_walk(atlas: Atlas, table: str, columns: tuple[str, ...]) -> Callable[[Found], Found]:
    rows = atlas.rows.get(table)
    if rows is None:
        return lambda _: None
    first = columns[0]
    plain: dict[Found, Found] = {name: row.get(first) for name, row in rows.items()}
    if len(columns) == 1:
        return lambda value: plain.get(value)
    onward = _row_walk(atlas, atlas.refs.get((table, first), ""), columns[1:])
    return lambda value: onward(plain.get(value))


# --- tests -----------------------------------------------------------------------


def compile_test(atlas: Atlas, condition: Condition, frame: Frame = NOWHERE) -> Test:
    """Compile a condition into a function that answers whether it is true of a scene."""
    match condition:
        case Equals():
            return _equals(atlas, condition, frame)
        case Filled(paths):
            readers = tuple(path_reader(atlas, path, frame) for path in paths)
            return lambda scene: all(_filled(read(scene)) for read in readers)
        case Empty(paths):
            readers = tuple(path_reader(atlas, path, frame) for path in paths)
            return lambda scene: not any(_filled(read(scene)) for read in readers)
        case AtLeast(path, least):
            read = path_reader(atlas, path, frame)
            return lambda scene: _whole(read(scene)) >= least
        case OnScreen(screen):
            return _on_screen(atlas, screen)
        case Has():
            return _has(atlas, condition, frame)
        case Every():
            return _every(atlas, condition, frame)
        case AnyOf(parts):
            tests = tuple(compile_test(atlas, part, frame) for part in parts)
            return lambda scene: any(test(scene) for test in tests)
        case AllOf(parts):
            tests = tuple(compile_test(atlas, part, frame) for part in parts)
            return lambda scene: all(test(scene) for test in tests)
        case Not(part):
            test = compile_test(atlas, part, frame)
            return lambda scene: not test(scene)


def _filled(value: Found) -> bool:
    return value is not None and value is not False and value not in ("", "empty", ())


def _whole(value: Found) -> int:
    return value if isinstance(value, int) else 0


def _equals(atlas: Atlas, condition: Equals, frame: Frame) -> Test:
    read = path_reader(atlas, condition.path, frame)
    if len(condition.values) == 1:
        wanted = reader(atlas, condition.values[0], frame)
        return lambda scene: same(read(scene), wanted(scene))
    readers = tuple(reader(atlas, value, frame) for value in condition.values)

    def test(scene: Scene) -> bool:
        value = read(scene)
        return any(same(value, other(scene)) for other in readers)

    return test


def _on_screen(atlas: Atlas, screen: str) -> Test:
    app = atlas.app_of.get(screen)
    if app is None:
        return (lambda scene: not scene.front) if screen in ("", "home") else (lambda _: False)
    place = atlas.at[app]
    return lambda scene: scene.front == app and scene.apps[place][0] == screen


def _has(atlas: Atlas, condition: Has, frame: Frame) -> Test:
    slot = atlas.slots.get(condition.records)
    if slot is None:
        return lambda _: False
    fits = _record_test(atlas, condition.where, condition.records, frame)
    least, exactly = condition.at_least, condition.exactly

    def test(scene: Scene) -> bool:
        outer = scene.record
        count = 0
        for record in scene.records(slot):
            scene.record = record
            count += fits(scene)
        scene.record = outer
        return count >= least if exactly is None else count == exactly

    return test


def _every(atlas: Atlas, condition: Every, frame: Frame) -> Test:
    slot = atlas.slots.get(condition.records)
    if slot is None:
        return lambda _: False
    unfit = unfit_test(atlas, condition, frame)

    def test(scene: Scene) -> bool:
        outer = scene.record
        good = True
        for record in scene.records(slot):
            scene.record = record
            if unfit(scene):
                good = False
                break
        scene.record = outer
        return good

    return test


def unfit_test(atlas: Atlas, condition: Every, frame: Frame = NOWHERE) -> Test:
    """Compile whether ``scene.record`` is one that ``every`` still waits for."""
    concerned = _record_test(atlas, condition.where, condition.records, frame)
    fits = _record_test(atlas, condition.is_, condition.records, frame)
    return lambda scene: concerned(scene) and not fits(scene)


def _record_test(atlas: Atlas, where: Condition | None, records: str, frame: Frame) -> Test:
    if where is None:
        return lambda _: True
    return compile_test(atlas, where, Frame(frame.row, records))
