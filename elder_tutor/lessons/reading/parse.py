"""Turn written conditions and operands into values of ``model.py``, with every name qualified and checked.

Whatever is wrong becomes a fault, and reading goes on with what is right, so that
an author sees all faults of a file at once.
"""

from __future__ import annotations

from typing import Any

from elder_tutor.lessons.model import Value, VarKind
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Faults, Place, did_you_mean
from elder_tutor.lessons.reading.scope import RESERVED, Scope, Target, UnknownNameError
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

_BESIDE = {"has": ("where", "at_least", "exactly"), "every": ("where", "is")}


def condition(written: Any, scope: Scope, place: Place, faults: Faults) -> Condition | None:
    """Answer a condition, or None when nothing of it could be read."""
    if written is None:
        return None
    if not isinstance(written, dict):
        faults.error(
            place,
            "a condition is a mapping, as in {who: me}; several that must all hold: {who: me, day: d05}",
        )
        return None
    if not written:
        faults.error(place, "this condition is empty; leave the key away if nothing is to be tested")
        return None
    parts = [part for key in written if (part := _part(key, written, scope, place, faults)) is not None]
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else None


def _part(key: str, written: dict[str, Any], scope: Scope, place: Place, faults: Faults) -> Condition | None:
    spot, value = place.at(key), written[key]
    if key in ("where", "is", "at_least", "exactly"):
        owner = next((word for word, beside in _BESIDE.items() if key in beside and word in written), None)
        if owner is None:
            faults.error(spot, f"“{key}” stands beside “has” or “every” only")
        return None
    if key in ("filled", "empty"):
        paths = _paths(value, scope, spot, faults)
        return (Filled(paths) if key == "filled" else Empty(paths)) if paths else None
    if key == "screen":
        return _on_screen(value, scope, spot, faults)
    if key in ("has", "every"):
        return _records(key, written, scope, place, faults)
    if key in ("any", "all"):
        return _group(key, value, scope, spot, faults)
    if key == "not":
        inner = condition(value, scope, spot, faults)
        return Not(inner) if inner is not None else None
    return _test(key, value, scope, spot, faults)


def _paths(value: Any, scope: Scope, place: Place, faults: Faults) -> tuple[Path, ...]:
    names = value if isinstance(value, list) else [value]
    paths = []
    for index, name in enumerate(names):
        spot = place.at(index) if isinstance(value, list) else place
        if not isinstance(name, str):
            faults.error(spot, "the name of a variable is expected here")
            continue
        found = _target(name, scope, spot, faults)
        if found:
            paths.append(found.path)
    return tuple(paths)


def _target(name: str, scope: Scope, place: Place, faults: Faults) -> Target | None:
    try:
        return resolve.target(scope, name.removeprefix("$"))
    except UnknownNameError as unknown:
        if unknown.sentence:
            faults.error(place, unknown.sentence)
        return None


def _on_screen(value: Any, scope: Scope, place: Place, faults: Faults) -> Condition | None:
    if value == "home" and not scope.app:
        return OnScreen("")
    try:
        return OnScreen(resolve.screen(scope, str(value)))
    except UnknownNameError as unknown:
        if unknown.sentence:
            faults.error(place, unknown.sentence)
        return None


def _records(
    key: str, written: dict[str, Any], scope: Scope, place: Place, faults: Faults
) -> Condition | None:
    try:
        name, var = resolve.of_kind(scope, str(written[key]), VarKind.RECORDS)
    except UnknownNameError as unknown:
        if unknown.sentence:
            faults.error(place.at(key), unknown.sentence)
        return None
    inside = scope.testing(scope.names.shapes.get(var.shape))
    where = condition(written.get("where"), inside, place.at("where"), faults)
    if key == "every":
        that = condition(written.get("is"), inside, place.at("is"), faults)
        if "is" not in written:
            faults.error(place.at(key), "“every” needs “is”: what each of the records must be")
        return Every(name, where, that) if that is not None else None
    least = _whole(written.get("at_least", 1), place.at("at_least"), faults)
    exactly = _whole(written["exactly"], place.at("exactly"), faults) if "exactly" in written else None
    return Has(name, where, least, exactly)


def _whole(value: Any, place: Place, faults: Faults) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    faults.error(place, "a whole number is expected here")
    return 1


def _group(key: str, value: Any, scope: Scope, place: Place, faults: Faults) -> Condition | None:
    if not isinstance(value, list) or not value:
        faults.error(place, f"“{key}” holds a list of conditions, as in {key}: [{{who: me}}, {{day: d05}}]")
        return None
    read = (condition(each, scope, place.at(index), faults) for index, each in enumerate(value))
    parts = tuple(part for part in read if part is not None)
    return (AnyOf(parts) if key == "any" else AllOf(parts)) if parts else None


def _test(key: str, value: Any, scope: Scope, place: Place, faults: Faults) -> Condition | None:
    found = _target(key, scope, place, faults)
    if isinstance(value, dict):
        return _level(found, value, scope, place, faults)
    values = value if isinstance(value, list) else [value]
    if not values:
        faults.error(place, "this list is empty, so it can never be true")
    operands = []
    for index, each in enumerate(values):
        spot = place.at(index) if isinstance(value, list) else place
        operands.append(operand(each, scope, spot, faults, found))
    return Equals(found.path, tuple(operands)) if found else None


def _level(
    found: Target | None, value: dict[str, Any], scope: Scope, place: Place, faults: Faults
) -> Condition | None:
    if set(value) != {"at_least"}:
        faults.error(
            place, "only {at_least: n} can be asked here; several conditions stand beside each other"
        )
        return None
    least = _whole(value["at_least"], place.at("at_least"), faults)
    if found is None:
        return None
    if found.kind is not None and found.kind is not VarKind.LEVEL:
        faults.error(
            place,
            f"at_least asks for a level, and {found.path.root} is a {found.kind.replace('_', ' ')} variable",
        )
    elif found.most and least > found.most:
        faults.error(place, f"{found.path.root} goes up to {found.most} only")
    return AtLeast(found.path, least)


def operand(written: Any, scope: Scope, place: Place, faults: Faults, to: Target | None = None) -> Operand:
    """Answer a literal or path, after checking that ``to`` can hold it."""
    if isinstance(written, str) and written[:1] in ("$", "="):
        return _reference(written, scope, place, faults)
    if isinstance(written, (dict, list)):
        faults.error(place, "put this sentence in quotes, or write a single value")
        return None
    value: Value = written
    return value if to is None else _fitting(value, to, place, faults)


def _reference(written: str, scope: Scope, place: Place, faults: Faults) -> Operand:
    try:
        if written[0] == "=":
            return resolve.field_of_record(scope, written[1:]).path
        # what stands behind a dollar sign is a variable, never the record being tested
        return resolve.target(scope.testing(None), written[1:]).path
    except UnknownNameError as unknown:
        if unknown.sentence:
            faults.error(place, unknown.sentence)
        return None


def _fitting(written: Value, to: Target, place: Place, faults: Faults) -> Value:
    """Check a literal against what its target can be; row ids and words written as numbers become words."""
    if to.values is None:
        if to.most and isinstance(written, int) and not 0 <= written <= to.most:
            faults.error(place, f"{to.path.root} goes from 0 to {to.most}")
        return written
    if any(value == written and isinstance(value, bool) == isinstance(written, bool) for value in to.values):
        return written
    if isinstance(written, int) and not isinstance(written, bool) and str(written) in to.values:
        return str(written)
    if written is None:
        return None
    name = ".".join((to.path.root, *to.path.columns))
    known = [
        str(value).lower() if isinstance(value, bool) else str(value)
        for value in to.values
        if value is not None
    ]
    faults.error(place, f"{name} is never “{_written(written)}”." + did_you_mean(_written(written), known))
    return written


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def reserved(name: str, place: Place, faults: Faults) -> None:
    """Note a fault when a name is a word of the condition language."""
    if name in RESERVED:
        faults.error(
            place, f"“{name}” is a word of conditions and cannot be the name of a variable or column"
        )
