"""Turn what effects assign into pairs of names and operands, each checked against its target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.parse import operand
from elder_tutor.lessons.reading.reading import Reading
from elder_tutor.lessons.reading.scope import Scope, Target, UnknownNameError
from elder_tutor.lessons.rules import Operand

SETTABLE = tuple(kind for kind in VarKind if kind is not VarKind.RECORDS)


def own(name: str, scope: Scope) -> None:
    """Refuse a change of another app's variable (FORMAT 3, rule 6). Raises UnknownNameError."""
    app, _ = resolve.qualified(scope, name)
    if scope.app and app != scope.app:
        raise UnknownNameError(
            f"“{name}”: an app changes only its own variables; let the apps tell each other with send"
        )


def pairs(
    written: Mapping[str, Any], targets: Callable[[str], Target], scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, Operand], ...]:
    """Answer (name, operand) pairs after checking each value against its target."""
    out = []
    for name, value in written.items():
        try:
            out.append((name, operand(value, scope, place.at(name), reading.faults, targets(name))))
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at(name), unknown.sentence)
    return tuple(out)


def set_values(
    written: Mapping[str, Any], scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, Operand], ...]:
    """Answer the assignments of a ``set``, names qualified."""
    found: dict[str, str] = {}

    def settable(name: str) -> Target:
        own(name, scope)
        found[name], _ = resolve.of_kind(scope, name, *SETTABLE)
        return resolve.variable(scope, name)

    return tuple((found[name], value) for name, value in pairs(written, settable, scope, place, reading))


def fields(
    shape_name: str, written: Mapping[str, Any], scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, Operand], ...]:
    """Answer the fields of a record, each checked against what the field holds."""
    shape = scope.names.shapes.get(shape_name)
    if shape is None:
        return ()
    inside = Scope(scope.names, scope.app, record=shape)

    def of_record(name: str) -> Target:
        if name not in shape.columns:
            raise UnknownNameError(f"{shape.name} has no field “{name}”." + did_you_mean(name, shape.columns))
        return resolve.target(inside, name)

    return pairs(written, of_record, scope, place, reading)


def args(
    written: Mapping[str, Any], scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, Operand], ...]:
    """Answer what a ``send`` passes on; whoever handles it decides what it is."""
    return tuple(
        (name, operand(value, scope, place.at(name), reading.faults)) for name, value in written.items()
    )
