"""Build an App of ``model.py`` from its checked file."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import App, Row, Screen, Table, TextClass, Value, Var, VarKind
from elder_tutor.lessons.reading.build_element import build_element
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.index import element_ids, unqualified, var_kind
from elder_tutor.lessons.reading.parse import operand
from elder_tutor.lessons.reading.parse_effects import effects
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.resolve import target
from elder_tutor.lessons.reading.schema import AppFile, ClassFile, ScreenFile, VarFile
from elder_tutor.lessons.reading.scope import RESERVED_APPS, Names, Scope, Target, UnknownNameError

RECORDS_KEPT = 8
"""How many records a list holds when its author does not say (``max``)."""
_DIGITS = "1234567890"


def build_app(file: AppFile, place: Place, names: Names, reading: Reading) -> App:
    """Answer the app; what is wrong in it is noted in ``reading``."""
    scope = Scope(names, file.app)
    reading.places[file.app] = place
    if file.app in RESERVED_APPS:
        reading.faults.error(place.at("app"), f"“{file.app}” has a meaning of its own; choose another name")
    inside = Scope(names, file.app, arg=frozenset())
    tables = {
        table.name: table
        for table in (
            _table(file.app, name, rows, scope, place, reading) for name, rows in file.tables.items()
        )
    }
    found = {
        var.name: var
        for var in (_var(name, file, names, place.at("vars", name), reading) for name in file.vars)
        if var
    }
    return App(
        id=file.app,
        name=reading.plain(file.name, place.at("name"), Role.LABEL),
        icon=reading.icon(file.icon or file.app, place.at("icon")),
        colour=file.colour,
        first=f"{file.app}.{file.first}",
        tables=FrozenDict(tables),
        vars=FrozenDict(found),
        screens=FrozenDict(
            {f"{file.app}.{name}": _screen(name, file, scope, place, reading) for name in file.screens}
        ),
        events=FrozenDict(
            {
                name: effects(does, inside, place.at("events", name), reading)
                for name, does in file.events.items()
            }
        ),
        timers=FrozenDict(
            {
                f"{file.app}.{name}": effects(does, scope, place.at("timers", name), reading)
                for name, does in file.timers.items()
            }
        ),
        hidden=file.hidden,
    )


def _table(
    app: str, name: str, rows: list[dict[str, Value]], scope: Scope, place: Place, reading: Reading
) -> Table:
    shape = scope.names.shapes[f"{app}.{name}"]
    fields = frozenset(
        column
        for other in scope.names.shapes.values()
        if other.name.startswith(app + ".")
        for column in other.columns
    )
    for index, row in enumerate(rows):
        for column, value in row.items():
            if isinstance(value, str) and not value.isascii():
                spot = place.at("tables", name, index, column)
                # a text of a table is filled where it is shown, from the record that names its row
                reading.text(value, scope.testing(shape), spot, Role.ROW, fields)
    return Table(f"{app}.{name}", tuple(FrozenDict({**row, "id": str(row.get("id"))}) for row in rows))


def _screen(name: str, file: AppFile, scope: Scope, place: Place, reading: Reading) -> Screen:
    written, spot = file.screens[name], place.at("screens", name)
    full = f"{file.app}.{name}"
    reading.places[full] = spot
    if name in ("back", "home_screen"):
        reading.faults.error(spot, f"“{name}” has a meaning of its own; choose another name")
    _unique(written, spot, reading)
    elements = (
        build_element(element, index, full, scope, spot.at("elements", index), reading)
        for index, element in enumerate(written.elements)
    )
    return Screen(
        id=full,
        title=reading.text(written.title, scope, spot.at("title"), Role.LABEL),
        back=_back(written, name, file, spot, reading),
        elements=tuple(element for element in elements if element),
        dialog=written.dialog,
    )


def _back(written: ScreenFile, name: str, file: AppFile, place: Place, reading: Reading) -> str:
    if written.back is None:
        if name != file.first:
            reading.faults.warn(
                place, "without “back” this screen leads back to the home screen of the phone"
            )
        return ""
    if written.back not in file.screens:
        said = f"there is no screen “{written.back}”." + did_you_mean(written.back, file.screens)
        reading.faults.error(place.at("back"), said)
    return f"{file.app}.{written.back}"


def _unique(written: ScreenFile, place: Place, reading: Reading) -> None:
    seen: set[str] = set()
    for index, found in enumerate(element_ids(written)):
        if found and found in seen:
            reading.faults.error(
                place.at("elements", index), f"two elements of this screen are called “{found}”"
            )
        seen.add(found)


def _var(name: str, file: AppFile, names: Names, place: Place, reading: Reading) -> Var | None:
    written = file.vars[name]
    kind = var_kind(written)
    reading.places[f"{file.app}.{name}"] = place
    if kind is None:
        return None
    app = file.app
    _keys(written, kind, place, reading)
    if kind is VarKind.ROW and unqualified(app, written.row or "") not in file.tables:
        said = f"there is no table “{written.row}”." + did_you_mean(written.row or "", file.tables)
        reading.faults.error(place.at("row"), said)
    if kind is VarKind.RECORD:
        _points(written, file, place, reading)
    return Var(
        name=f"{app}.{name}",
        kind=kind,
        options=tuple(written.one_of or ()),
        table=f"{app}.{unqualified(app, written.row)}" if written.row else "",
        reset_by=_reset_by(written, file, place, reading),
        start=_start(written, kind, Scope(names, app), name, place, reading),
        most=written.level or (written.max or RECORDS_KEPT if kind is VarKind.RECORDS else 0),
        classes=tuple(
            _class(key, each, Scope(names, app), place.at("text", key), reading)
            for key, each in (written.text or {}).items()
        ),
        digits=written.code or 0,
        fields=tuple(names.shapes[f"{app}.{name}"].columns.items()) if kind is VarKind.RECORDS else (),
        records=f"{app}.{unqualified(app, written.record)}" if written.record else "",
        first=_first(written, f"{app}.{name}", Scope(names, app), place, reading)
        if kind is VarKind.RECORDS
        else (),
    )


def _keys(written: VarFile, kind: VarKind, place: Place, reading: Reading) -> None:
    if written.max is not None and kind is not VarKind.RECORDS:
        reading.faults.error(place.at("max"), "“max” belongs to records")
    if kind is VarKind.TEXT and not written.text:
        reading.faults.error(
            place.at("text"), "a text variable needs at least one class, as in {ok: {min: 1, sample: …}}"
        )
    for name in written.text or ():
        if name in ("empty", "other"):
            reading.faults.error(
                place.at("text", name), f"“{name}” is a class that every text has; choose another name"
            )
    if isinstance(written.start, list) != (kind is VarKind.RECORDS) and written.start is not None:
        reading.faults.error(place.at("start"), "only records start with a list, one mapping for each record")


def _points(written: VarFile, file: AppFile, place: Place, reading: Reading) -> None:
    other = file.vars.get(unqualified(file.app, written.record or ""))
    if other is None or other.records is None:
        lists = [name for name, var in file.vars.items() if var.records is not None]
        said = f"there are no records “{written.record}”." + did_you_mean(written.record or "", lists)
        reading.faults.error(place.at("record"), said)


def _reset_by(written: VarFile, file: AppFile, place: Place, reading: Reading) -> tuple[str, ...]:
    for index, name in enumerate(written.reset_by):
        if unqualified(file.app, name) not in file.vars:
            said = f"there is no variable “{name}”." + did_you_mean(name, file.vars)
            reading.faults.error(place.at("reset_by", index), said)
    return tuple(f"{file.app}.{unqualified(file.app, name)}" for name in written.reset_by)


def _start(written: VarFile, kind: VarKind, scope: Scope, name: str, place: Place, reading: Reading) -> Value:
    if isinstance(written.start, list):
        return None
    if written.start is None:
        return written.yesno if kind is VarKind.YESNO else 0 if kind is VarKind.LEVEL else None
    if kind in (VarKind.CODE, VarKind.RECORD, VarKind.RECORDS):
        reading.faults.error(place.at("start"), f"a {kind} variable begins empty; leave “start” away")
        return None
    found = operand(written.start, scope, place.at("start"), reading.faults, target(scope, name))
    return found if isinstance(found, (str, int)) else None


def _first(written: VarFile, name: str, scope: Scope, place: Place, reading: Reading) -> tuple[Row, ...]:
    shape = scope.names.shapes[name]
    rows = written.start if isinstance(written.start, list) else []
    out = []
    for index, row in enumerate(rows):
        read: dict[str, Value] = {}
        for column, value in row.items():
            spot = place.at("start", index, column)
            if column not in shape.columns:
                reading.faults.error(
                    spot, f"{name} has no field “{column}”." + did_you_mean(column, shape.columns)
                )
                continue
            read[column] = _literal(value, scope, shape_target(scope, name, column), spot, reading)
        out.append(FrozenDict(read))
    return tuple(out)


def shape_target(scope: Scope, name: str, column: str) -> Target | None:
    """Answer what a field of a record can hold."""
    try:
        return target(scope.testing(scope.names.shapes[name]), column)
    except UnknownNameError:
        return None


def _literal(value: Value, scope: Scope, to: Target | None, place: Place, reading: Reading) -> Value:
    found = operand(value, scope, place, reading.faults, to)
    if found is not None and not isinstance(found, (str, int)):
        reading.faults.error(place, "a record at the start holds plain values, no variables")
        return None
    if isinstance(found, str) and not found.isascii():
        reading.plain(found, place, Role.ROW)
    return found


_TESTS = ("equals", "digits", "fewer_digits", "words", "min")


def _class(name: str, written: ClassFile, scope: Scope, place: Place, reading: Reading) -> TextClass:
    tests: Mapping[str, object] = {
        key: getattr(written, key) for key in _TESTS if getattr(written, key) is not None
    }
    if len(tests) != 1:
        reading.faults.error(place, "a class has exactly one test: " + ", ".join(_TESTS))
    if not written.sample and "min" in tests:
        reading.faults.error(place, "this class needs a “sample”: words that fit it, which the tutor can say")
    return TextClass(
        name=name,
        equals=_or_code(written.equals, scope, place.at("equals"), reading)
        if written.equals is not None
        else None,
        digits=written.digits,
        fewer_digits=written.fewer_digits,
        words=tuple(written.words or ()),
        least=written.min,
        sample=_or_code(written.sample or _sample(written), scope, place.at("sample"), reading),
    )


def _or_code(text: str, scope: Scope, place: Place, reading: Reading) -> str:
    """Answer a plain text, or a dollar sign and the qualified variable of a code."""
    if not text.startswith("$"):
        return text
    try:
        return "$" + target(scope, text[1:]).path.root
    except UnknownNameError as unknown:
        if unknown.sentence:
            reading.faults.error(place, unknown.sentence)
        return text


def _sample(written: ClassFile) -> str:
    if written.equals is not None:
        return written.equals
    if written.words:
        return written.words[0]
    digits = written.digits or (written.fewer_digits or 1) - 1
    return (_DIGITS * 4)[:digits]
