"""Put values in the place of ``$ask`` and ``$arg`` in conditions and effects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from elder_tutor.lessons.device.conditions import same
from elder_tutor.lessons.model import Value
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    AnyOf,
    AtLeast,
    Change,
    Condition,
    Effect,
    Empty,
    Equals,
    Every,
    Filled,
    Has,
    Not,
    Notify,
    OnScreen,
    Operand,
    Path,
    Send,
    Set,
)

Swap = Callable[[Operand], Operand]
TRUE = AllOf(())
FALSE = AnyOf(())


def swapping(prefix: str, values: Mapping[str, Operand]) -> Swap:
    """Answer what replaces ``<prefix>.<name>`` paths by given operands."""

    def swap(operand: Operand) -> Operand:
        if not isinstance(operand, Path) or not operand.root.startswith(f"{prefix}."):
            return operand
        value = values.get(operand.root.removeprefix(f"{prefix}."))
        return (
            replace(value, columns=(*value.columns, *operand.columns)) if isinstance(value, Path) else value
        )

    return swap


def asked(condition: Condition, ask: Mapping[str, Value]) -> Condition:
    """Answer a lesson's condition with what it asks for put in."""
    return rewritten(condition, swapping("ask", ask))


def rewritten(condition: Condition, swap: Swap) -> Condition:
    """Answer a condition with every operand swapped."""
    match condition:
        case Equals():
            return _equals(condition, swap)
        case Filled(paths):
            return _each(paths, swap, filled=True)
        case Empty(paths):
            return _each(paths, swap, filled=False)
        case AtLeast(path, least):
            swapped = swap(path)
            if isinstance(swapped, Path):
                return AtLeast(swapped, least)
            return TRUE if isinstance(swapped, int) and swapped >= least else FALSE
        case Has(where=where):
            return replace(condition, where=rewritten(where, swap) if where else None)
        case Every(where=where, is_=is_):
            return replace(
                condition, where=rewritten(where, swap) if where else None, is_=rewritten(is_, swap)
            )
        case AnyOf(parts):
            return AnyOf(tuple(rewritten(part, swap) for part in parts))
        case AllOf(parts):
            return AllOf(tuple(rewritten(part, swap) for part in parts))
        case Not(part):
            return Not(rewritten(part, swap))
        case _:
            return condition


def _equals(condition: Equals, swap: Swap) -> Condition:
    path = swap(condition.path)
    values = tuple(swap(value) for value in condition.values)
    if isinstance(path, Path):
        return Equals(path, values)
    if any(same(path, value) for value in values if not isinstance(value, Path)):
        return TRUE
    return AnyOf(tuple(Equals(value, (path,)) for value in values if isinstance(value, Path)))


def _each(paths: tuple[Path, ...], swap: Swap, filled: bool) -> Condition:
    swapped = [swap(path) for path in paths]
    known = [bool(value) for value in swapped if not isinstance(value, Path)]
    if any(value is not filled for value in known):
        return FALSE
    rest = tuple(value for value in swapped if isinstance(value, Path))
    return Filled(rest) if filled else Empty(rest)


def rewritten_effect(effect: Effect, swap: Swap) -> Effect:
    """Answer an effect with every operand swapped, its condition too."""
    when = rewritten(effect.when, swap) if effect.when else None
    match effect:
        case Set(values):
            return Set(tuple((name, swap(value)) for name, value in values), when)
        case Add(records, fields):
            return Add(records, tuple((name, swap(value)) for name, value in fields), when)
        case Change(record, fields):
            return Change(record, tuple((name, swap(value)) for name, value in fields), when)
        case Send(event, args):
            return Send(event, tuple((name, swap(value)) for name, value in args), when)
        case Notify(args=args):
            return replace(effect, args=tuple((name, swap(value)) for name, value in args), when=when)
        case _:
            return replace(effect, when=when)


def named_apps(condition: Condition) -> set[str]:
    """Answer the apps whose variables, lists or screens a condition names."""
    match condition:
        case Equals(path, _) | AtLeast(path, _):
            return {path.root.partition(".")[0]}
        case Filled(paths) | Empty(paths):
            return {path.root.partition(".")[0] for path in paths}
        case Has(records) | Every(records):
            return {records.partition(".")[0]}
        case OnScreen(screen):
            return {screen.partition(".")[0]}
        case AnyOf(parts) | AllOf(parts):
            return {app for part in parts for app in named_apps(part)}
        case Not(part):
            return named_apps(part)
    return set()
