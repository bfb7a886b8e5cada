"""Note every name that a pack's apps declare, before any reference is followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from elder_tutor.lessons.model import KINDS, Behaviour, Value, VarKind
from elder_tutor.lessons.reading.faults import Faults, Place, did_you_mean
from elder_tutor.lessons.reading.parse import reserved
from elder_tutor.lessons.reading.schema import AppFile, ElementFile, ScreenFile, VarFile
from elder_tutor.lessons.reading.scope import DERIVED, AppNames, Names, Shape, VarNames

KEYS: Mapping[str, VarKind] = {str(kind): kind for kind in VarKind}


def index_app(app: AppFile, place: Place, names: Names, faults: Faults) -> None:
    """Add an app's names."""
    found = AppNames(
        app.app, first=app.first, events=set(app.events), timers=set(app.timers), keys=set(app.keys)
    )
    for other in names.apps.values():
        if other.keys and app.keys:
            faults.error(
                place.at("keys"), f"the phone's own touches are in “{other.id}” already; keep one app"
            )
    names.apps[app.app] = found
    for table, rows in app.tables.items():
        found.tables.add(table)
        _table(f"{app.app}.{table}", rows, place.at("tables", table), names, faults)
    for name, var in app.vars.items():
        _var(app, name, var, place.at("vars", name), names, faults)
    _join(app.app, names)
    for screen_id, screen in app.screens.items():
        found.screens[screen_id] = set(element_ids(screen))
    if app.first not in app.screens:
        faults.error(
            place.at("first"), f"there is no screen “{app.first}”." + did_you_mean(app.first, app.screens)
        )


def element_ids(screen: ScreenFile) -> list[str]:
    """Answer the id of each element; one that is only shown and has none is called by kind and number."""
    return [element_id(element, index) for index, element in enumerate(screen.elements)]


def element_id(element: ElementFile, index: int) -> str:
    """Answer an element's id, or one made up for an element that nobody has to name."""
    if element.id:
        return element.id
    return f"{element.kind}_{index + 1}" if KINDS.get(element.kind) is Behaviour.SHOW else ""


def _table(name: str, rows: list[dict[str, Value]], place: Place, names: Names, faults: Faults) -> None:
    columns: dict[str, set[Value]] = {}
    ids: list[str] = []
    for index, row in enumerate(rows):
        row_id = row.get("id")
        if row_id is None or isinstance(row_id, bool):
            faults.error(place.at(index), "every row needs an “id”")
        elif str(row_id) in ids:
            faults.error(place.at(index), f"two rows are called “{row_id}”")
        ids.append(str(row_id))
        if "day" in row and (isinstance(row["day"], bool) or not isinstance(row["day"], int)):
            faults.error(place.at(index, "day"), "“day” is a number of days from today, as in day: +6")
        for column, value in row.items():
            columns.setdefault(column, set()).add(value)
    for column, values in columns.items():
        reserved(column, place, faults)
        if any(column not in row for row in rows):
            values.add(None)
    columns["id"] = set(ids)
    keys = dict.fromkeys((*columns, *(DERIVED if "day" in columns else ())), "")
    found = {column: frozenset(values) for column, values in columns.items()}
    names.shapes[name] = Shape(name, keys, found, frozenset(ids))


def _join(app: str, names: Names) -> None:
    """Let columns whose values are row ids of one other table lead on into it, as the phone does."""
    own = {name: shape for name, shape in names.shapes.items() if name.startswith(app + ".") and shape.values}
    for name, shape in own.items():
        joined = {}
        for column, values in shape.values.items():
            wanted = values - {None}
            fits = [
                other for other, there in own.items() if other != name and wanted and wanted <= there.rows
            ]
            if column != "id" and len(fits) == 1:
                joined[column] = fits[0]
        if joined:
            names.shapes[name] = replace(shape, columns={**shape.columns, **joined})


def _var(app: AppFile, name: str, var: VarFile, place: Place, names: Names, faults: Faults) -> None:
    found = names.apps[app.app]
    reserved(name, place, faults)
    if name in app.tables:
        faults.error(place, f"“{name}” is a table of this app too; give the variable another name")
    if name in ("row", "record", "ask", "arg"):
        faults.error(place, f"“{name}” has a meaning of its own in conditions; choose another name")
    kind = var_kind(var)
    if kind is None:
        faults.error(
            place, "a variable is exactly one of: " + ", ".join(KEYS) + ", as in {one_of: [me, family]}"
        )
        return
    if kind is VarKind.RECORDS:
        names.shapes[f"{app.app}.{name}"] = _record_shape(app, name, var, place, faults)
    found.vars[name] = VarNames(
        kind, _values(app, var, kind), _shape_name(app, name, var, kind), var.level or 0
    )


def var_kind(var: VarFile) -> VarKind | None:
    """Answer the kind of a variable, or None unless exactly one stands there."""
    kinds = [kind for key, kind in KEYS.items() if getattr(var, key) is not None]
    return kinds[0] if len(kinds) == 1 else None


def _values(app: AppFile, var: VarFile, kind: VarKind) -> frozenset[Value] | None:
    if kind is VarKind.ONE_OF:
        return frozenset((*(var.one_of or ()), None))
    if kind is VarKind.YESNO:
        return frozenset((True, False))
    if kind is VarKind.TEXT:
        return frozenset(("empty", *(var.text or ()), "other"))
    if kind is VarKind.ROW and (rows := app.tables.get(unqualified(app.app, var.row or ""))) is not None:
        return frozenset((*(str(row.get("id")) for row in rows), None))
    return None


def _shape_name(app: AppFile, name: str, var: VarFile, kind: VarKind) -> str:
    if kind is VarKind.RECORDS:
        return f"{app.app}.{name}"
    other = var.row if kind is VarKind.ROW else var.record if kind is VarKind.RECORD else None
    return f"{app.app}.{unqualified(app.app, other)}" if other else ""


def _record_shape(app: AppFile, name: str, var: VarFile, place: Place, faults: Faults) -> Shape:
    columns = {}
    for column, table in (var.records or {}).items():
        reserved(column, place.at("records", column), faults)
        known = not table or unqualified(app.app, table) in app.tables
        if not known:
            said = f'there is no table “{table}” (write "" for a plain word).' + did_you_mean(
                str(table), app.tables
            )
            faults.error(place.at("records", column), said)
        columns[column] = f"{app.app}.{unqualified(app.app, table)}" if table and known else ""
    return Shape(f"{app.app}.{name}", columns)


def unqualified(app: str, name: str) -> str:
    """Answer a name without its own app's name in front."""
    return name.removeprefix(app + ".")
