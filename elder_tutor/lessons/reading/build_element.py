"""Build an Element of ``model.py``, after checking that it says what its behaviour needs."""

from __future__ import annotations

from elder_tutor.lessons.model import KINDS, Behaviour, Element, Value, VarKind
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.fitting import check_element
from elder_tutor.lessons.reading.index import element_id
from elder_tutor.lessons.reading.parse import condition, operand
from elder_tutor.lessons.reading.parse_effects import effects
from elder_tutor.lessons.reading.parse_values import own
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import ElementFile
from elder_tutor.lessons.reading.scope import Scope, Shape, UnknownNameError

LOOKS = ("primary", "secondary", "quiet", "danger", "bubble", "answer", "hangup", "dial")
DIRECTIONS = ("side", "up", "down")
REGIONS = ("top", "middle", "bottom")

_HOLDS: dict[Behaviour, tuple[VarKind, ...]] = {
    Behaviour.WRITE: (VarKind.TEXT,),
    Behaviour.SET: (VarKind.YESNO, VarKind.LEVEL),
    Behaviour.PAGES: (VarKind.LEVEL,),
    Behaviour.CHOOSE: (VarKind.ONE_OF, VarKind.ROW, VarKind.RECORD, VarKind.LEVEL, VarKind.YESNO),
    Behaviour.TAP: (VarKind.ONE_OF, VarKind.ROW, VarKind.YESNO),
}


_ONLY: dict[str, tuple[VarKind, ...]] = {
    "record": (VarKind.YESNO,),
    "preview": (VarKind.LEVEL,),
    "timeline": (VarKind.ROW, VarKind.RECORD),
}


def _holds(written: ElementFile, behaviour: Behaviour) -> tuple[VarKind, ...]:
    """Answer the kinds of variable that an element can have."""
    return _ONLY.get(written.kind) or _HOLDS.get(behaviour, tuple(VarKind))


def build_element(
    written: ElementFile, index: int, screen: str, scope: Scope, place: Place, reading: Reading
) -> Element | None:
    """Answer the element, or None when its kind is unknown."""
    behaviour = KINDS.get(written.kind)
    if behaviour is None:
        said = f"there is no kind “{written.kind}”." + did_you_mean(written.kind, KINDS)
        reading.faults.error(place.at("kind"), said)
        return None
    name = element_id(written, index)
    if not name:
        reading.faults.error(place, f"a {written.kind} needs an “id”")
    check_element(written, behaviour, place, reading.faults)
    full = f"{screen}.{name}"
    reading.places[full] = place
    rows, shape = _rows(written, scope, place, reading)
    var = _var(written, behaviour, rows, scope, place, reading)
    inside = scope.with_row(shape)
    tested = inside.testing(shape) if shape else inside
    return Element(
        id=full,
        kind=written.kind,
        label=reading.text(written.label, inside, place.at("label"), Role.LABEL),
        text=reading.text(written.text, inside, place.at("text"), Role.LABEL),
        sub=reading.text(written.sub, inside, place.at("sub"), Role.LABEL),
        meaning=reading.text(written.meaning, inside, place.at("meaning"), Role.NARRATION),
        icon=reading.icon(written.icon, place.at("icon"), inside),
        look=_one_of(written.look, LOOKS, place.at("look"), reading),
        var=var,
        value=_value(written, var, scope, place, reading),
        rows=rows,
        where=condition(written.where, tested, place.at("where"), reading.faults),
        open_if=condition(written.open_if, tested, place.at("open_if"), reading.faults),
        show_if=condition(written.show_if, scope, place.at("show_if"), reading.faults),
        on_if=condition(written.on_if, scope, place.at("on_if"), reading.faults),
        do=effects(written.do, inside, place.at("do"), reading),
        otherwise=effects(written.else_, inside, place.at("else"), reading),
        hold=effects(written.hold, inside, place.at("hold"), reading),
        hold_label=reading.text(written.hold_label, inside, place.at("hold_label"), Role.LABEL),
        swipe=effects(written.swipe, inside, place.at("swipe"), reading),
        swipe_label=reading.text(written.swipe_label, inside, place.at("swipe_label"), Role.LABEL),
        swipe_to=_one_of(written.swipe_to, DIRECTIONS, place.at("swipe_to"), reading),
        mine_if=condition(written.mine_if, tested, place.at("mine_if"), reading.faults),
        region=_one_of(written.region, REGIONS, place.at("region"), reading),
        facts=_facts(written, inside, place.at("facts"), reading),
        read=behaviour is Behaviour.READ and written.read is not False,
        note=written.note,
    )


def _facts(
    written: ElementFile, scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (
            reading.text(fact.label, scope, place.at(index, "label"), Role.LABEL),
            reading.text(fact.text, scope, place.at(index, "text"), Role.LABEL),
            reading.icon(fact.icon, place.at(index, "icon"), scope),
        )
        for index, fact in enumerate(written.facts)
    )


def _one_of(word: str, known: tuple[str, ...], place: Place, reading: Reading) -> str:
    if word and word not in known:
        reading.faults.error(place, f"“{word}” cannot stand here." + did_you_mean(word, known))
    return word


def _rows(written: ElementFile, scope: Scope, place: Place, reading: Reading) -> tuple[str, Shape | None]:
    """Answer the qualified table or records variable, and what a row is made of."""
    if written.rows is None:
        return "", None
    app, rest = resolve.qualified(scope, written.rows)
    own = scope.names.apps[scope.app]
    name = f"{scope.app}.{rest}"
    records = {var for var, names in own.vars.items() if names.kind is VarKind.RECORDS}
    if app != scope.app or (rest not in own.tables and rest not in records):
        said = f"there is no table or records “{written.rows}”." + did_you_mean(rest, (*own.tables, *records))
        reading.faults.error(place.at("rows"), said)
        return name, None
    return name, scope.names.shapes.get(name)


def _var(
    written: ElementFile, behaviour: Behaviour, rows: str, scope: Scope, place: Place, reading: Reading
) -> str:
    if written.var is None:
        return ""
    try:
        if behaviour is not Behaviour.SHOW:  # what is only shown may show another app's variable
            own(written.var, scope)
        name, names = resolve.of_kind(scope, written.var, *_holds(written, behaviour))
    except UnknownNameError as unknown:
        if unknown.sentence:
            reading.faults.error(place.at("var"), unknown.sentence)
        return ""
    fitting = names.kind in (VarKind.ROW, VarKind.RECORD) and names.shape == rows
    if behaviour in (Behaviour.CHOOSE, Behaviour.SHOW) and rows and not fitting:
        reading.faults.error(place.at("var"), f"{name} cannot hold a row of {rows}")
    if behaviour is Behaviour.CHOOSE and not rows and written.value is None:
        reading.faults.error(place, "“value” is missing: what the variable becomes")
    return name


def _value(written: ElementFile, var: str, scope: Scope, place: Place, reading: Reading) -> Value:
    if written.value is None or not var:
        return written.value
    found = operand(written.value, scope, place.at("value"), reading.faults, resolve.variable(scope, var))
    return found if isinstance(found, (str, int)) else None
