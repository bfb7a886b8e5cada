"""Find what a name means: variables, screens, tables, elements, columns."""

from __future__ import annotations

from elder_tutor.lessons.device.keyboard import ALEF_FORMS, LAYERS, SHIFT, keys
from elder_tutor.lessons.model import KEYS, VarKind
from elder_tutor.lessons.reading.faults import did_you_mean
from elder_tutor.lessons.reading.scope import (
    DERIVED,
    AppNames,
    Names,
    Scope,
    Shape,
    Target,
    UnknownNameError,
    VarNames,
)
from elder_tutor.lessons.rules import Path

SHELL = frozenset(("back", "home", "home.pages"))
"""Touches of the phone itself that a step may name."""
_HELPERS = (SHIFT, "delete", "done", "space")


def app_names(names: Names, app: str) -> AppNames:
    """Answer what an app declares. Raises UnknownNameError."""
    found = names.apps.get(app)
    if found is not None:
        return found
    if app in names.broken:
        raise UnknownNameError("")
    raise UnknownNameError(f"there is no app “{app}”." + did_you_mean(app, names.apps))


def qualified(scope: Scope, name: str) -> tuple[str, str]:
    """Answer (app, rest) of a name: ``who`` in its own app, ``health.who`` anywhere."""
    app, dot, rest = name.partition(".")
    if scope.app and (not dot or app != scope.app):
        own = scope.names.apps[scope.app]
        first = name.split(".")[0]
        if not dot or first in own.vars or first in own.screens or not _is_app(scope.names, first):
            return scope.app, name
    return app, rest


def _is_app(names: Names, name: str) -> bool:
    return name in names.apps or name in names.broken


def target(scope: Scope, name: str) -> Target:
    """Answer what a name in a condition or after a dollar sign points to. Raises UnknownNameError."""
    first, _, rest = name.partition(".")
    steps = tuple(rest.split(".")) if rest else ()
    if scope.record is not None and first in scope.record.columns:
        return _walk(scope, Path("record"), scope.record, (first, *steps))
    if first == "row" and scope.row is not None:
        return _walk(scope, Path("row"), scope.row, steps)
    if first == "ask" and scope.ask is not None:
        return _ask(scope, steps)
    if first == "arg" and scope.arg is not None:
        return _arg(scope, steps)
    try:
        return variable(scope, name)
    except UnknownNameError as unknown:
        if scope.arg is not None and unknown.sentence:
            raise UnknownNameError(
                f"{unknown.sentence} What the sender passes on is called arg.{first}."
            ) from None
        if scope.record is not None and unknown.sentence:
            raise UnknownNameError(
                f"“{name}” is neither a column of {scope.record.name} nor a variable."
                + did_you_mean(first, (*scope.record.columns, *_own(scope)))
            ) from None
        raise


def field_of_record(scope: Scope, name: str) -> Target:
    """Answer a field of the record being tested (``=msg.verdict``). Raises UnknownNameError."""
    if scope.record is None:
        raise UnknownNameError(
            "“=” names a field of a record, and there is no record here; use $ for a variable"
        )
    return _walk(scope, Path("record"), scope.record, tuple(name.split(".")))


def variable(scope: Scope, name: str) -> Target:
    """Answer a variable, perhaps with columns behind it. Raises UnknownNameError."""
    app, rest = qualified(scope, name)
    names = app_names(scope.names, app)
    if not rest:
        raise UnknownNameError(f"“{name}” is an app; write {name}.variable")
    var, *columns = rest.split(".")
    found = names.vars.get(var)
    if found is None:
        raise UnknownNameError(f"{app} has no variable “{var}”." + did_you_mean(var, names.vars))
    return _columns(scope, Path(f"{app}.{var}"), found, tuple(columns), name)


def _columns(scope: Scope, path: Path, var: VarNames, columns: tuple[str, ...], name: str) -> Target:
    if not columns:
        return Target(path, var.values, var.kind, var.most)
    shape = scope.names.shapes.get(var.shape)
    if var.kind not in (VarKind.ROW, VarKind.RECORD) or shape is None:
        if var.kind in (VarKind.ROW, VarKind.RECORD):
            raise UnknownNameError("")
        raise UnknownNameError(f"“{name}”: only a row or a record has columns, and {path.root} is neither")
    return _walk(scope, path, shape, columns)


def _walk(scope: Scope, path: Path, shape: Shape, columns: tuple[str, ...]) -> Target:
    """Follow columns; a field that holds rows of a table leads on into that table."""
    way = path.columns
    here: Shape | None = shape
    table, values = shape.name, frozenset[str | int | bool | None](shape.rows) if shape.rows else None
    for column in columns:
        if here is None:
            raise UnknownNameError(f"“{way[-1]}” is a plain value and has no columns")
        if column not in here.columns:
            raise UnknownNameError(
                f"{here.name} has no column “{column}”." + did_you_mean(column, here.columns)
            )
        way = (*way, column)
        table = here.columns[column]
        values = _values(scope, here, column, table)
        here = scope.names.shapes.get(table) if table else None
    return Target(Path(path.root, way), values)


def _values(scope: Scope, shape: Shape, column: str, table: str) -> frozenset[str | int | bool | None] | None:
    if column in shape.values:
        return shape.values[column]
    if table:
        inner = scope.names.shapes.get(table)
        return frozenset((*inner.rows, None)) if inner and inner.rows else None
    if column in DERIVED and "day" in shape.columns:
        return DERIVED[column]
    return None


def _ask(scope: Scope, steps: tuple[str, ...]) -> Target:
    ask = scope.ask or {}
    if not steps or steps[0] not in ask:
        name = steps[0] if steps else ""
        raise UnknownNameError(f"the lesson asks nothing called “{name}”." + did_you_mean(name, ask))
    if len(steps) > 1:
        raise UnknownNameError(f"ask.{steps[0]} is one value and has no columns")
    return Target(Path(f"ask.{steps[0]}"), ask[steps[0]])


def _arg(scope: Scope, steps: tuple[str, ...]) -> Target:
    if not steps:
        raise UnknownNameError("write $arg.name, the name that stands in the sender's “with”")
    if len(steps) > 1:
        raise UnknownNameError(f"arg.{steps[0]} is one value and has no columns; send the column itself")
    return Target(Path(f"arg.{steps[0]}"))


def _own(scope: Scope) -> tuple[str, ...]:
    return tuple(scope.names.apps[scope.app].vars) if scope.app else ()


def screen(scope: Scope, name: str) -> str:
    """Answer a screen's qualified name. Raises UnknownNameError."""
    app, rest = qualified(scope, name)
    names = app_names(scope.names, app)
    if rest in names.screens:
        return f"{app}.{rest}"
    raise UnknownNameError(f"{app} has no screen “{rest or name}”." + did_you_mean(rest, names.screens))


def element(names: Names, name: str) -> str:
    """Answer an element's name after checking that it exists. Raises UnknownNameError.

    ``app.screen.element``, ``home.app`` for the app's icon on the home screen, or a touch of the
    phone itself: ``back``, ``home``, ``home.pages``, ``side.<key>``, ``key.<letter>``.
    """
    parts = name.split(".")
    if name == "key.space":
        return "key. "
    if name in SHELL:
        return name
    if parts[0] in ("key", "side"):
        _own_touch(names, name)
        return name
    if len(parts) == 2 and parts[0] == "home":
        app_names(names, parts[1])
        return name
    if len(parts) != 3:
        raise UnknownNameError(
            f"“{name}” is not an element; write app.screen.element, or home.app for an icon"
        )
    app = app_names(names, parts[0])
    if parts[1] not in app.screens:
        raise UnknownNameError(
            f"{parts[0]} has no screen “{parts[1]}”." + did_you_mean(parts[1], app.screens)
        )
    ids = app.screens[parts[1]]
    if parts[2] not in ids:
        raise UnknownNameError(
            f"{parts[0]}.{parts[1]} has no element “{parts[2]}”." + did_you_mean(parts[2], ids)
        )
    return name


def _own_touch(names: Names, name: str) -> None:
    """Refuse a key or a touch of the phone that is not there. Raises UnknownNameError."""
    head, _, rest = name.partition(".")
    if head == "key":
        there = [f"key.{each}" for each in (*_HELPERS, *(f"layer.{layer}" for layer in LAYERS))]
        letters = {key for layer in LAYERS for key in (*keys(layer, False), *ALEF_FORMS)}
        if rest not in letters and rest.lower() not in letters and name not in there:
            raise UnknownNameError(f"the keyboard has no key “{rest}”." + did_you_mean(name, there))
        return
    known = [f"side.{key}" for key in KEYS]
    if name not in known:
        raise UnknownNameError(f"the phone has no “{name}”." + did_you_mean(name, known))
    if not names.broken and not any(rest in app.keys for app in names.apps.values()):
        raise UnknownNameError(
            f"no app says what “{name}” does; write it under “keys” of the phone's own app"
        )


def of_kind(scope: Scope, name: str, *kinds: VarKind) -> tuple[str, VarNames]:
    """Answer the qualified variable of one of these kinds. Raises UnknownNameError."""
    found = variable(scope, name)
    if found.path.columns:
        raise UnknownNameError(f"“{name}” is a column; a variable is expected here")
    app, var = found.path.root.split(".")
    names = scope.names.apps[app].vars[var]
    if names.kind not in kinds:
        wanted = " or ".join(kind.replace("_", " ") for kind in kinds)
        raise UnknownNameError(
            f"{found.path.root} is a {names.kind.replace('_', ' ')} variable; here it must be {wanted}"
        )
    return found.path.root, names
