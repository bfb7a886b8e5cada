"""Build a variable of an app: its kind, its start, the classes of a text."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import Row, TextClass, Value, Var, VarKind
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.index import unqualified, var_kind
from elder_tutor.lessons.reading.parse import operand
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.resolve import target
from elder_tutor.lessons.reading.schema import AppFile, ClassFile, VarFile
from elder_tutor.lessons.reading.scope import Names, Scope, Target, UnknownNameError

RECORDS_KEPT = 8
"""How many records a list holds when its author does not say (``max``)."""
_DIGITS = "1234567890"


def build_var(name: str, file: AppFile, names: Names, place: Place, reading: Reading) -> Var | None:
    """Answer a variable of an app, or None unless it is of exactly one kind."""
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
