"""Build an App of ``model.py`` from its checked file."""

from __future__ import annotations

from elder_tutor.lessons.model import KEYS, App, Screen, Table, Value
from elder_tutor.lessons.reading.build_element import build_element
from elder_tutor.lessons.reading.build_var import build_var
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.index import element_ids
from elder_tutor.lessons.reading.parse import condition
from elder_tutor.lessons.reading.parse_effects import effects
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import AppFile, ScreenFile
from elder_tutor.lessons.reading.scope import RESERVED_APPS, Names, Scope
from elder_tutor.lessons.rules import Condition, Effect


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
        for var in (build_var(name, file, names, place.at("vars", name), reading) for name in file.vars)
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
        over=file.over,
        lock=file.lock,
        icon_if=condition(file.icon_if, scope, place.at("icon_if"), reading.faults),
        hold=effects(file.hold, scope, place.at("hold"), reading),
        hold_label=reading.plain(file.hold_label, place.at("hold_label"), Role.LABEL),
        keys=FrozenDict(_side_keys(file, scope, place.at("keys"), reading)),
        badge=f"{file.app}.{file.badge}" if file.badge else "",
        badge_if=_badge_if(file, scope, place, reading),
        status=FrozenDict(),
    )


def _side_keys(file: AppFile, scope: Scope, place: Place, reading: Reading) -> dict[str, tuple[Effect, ...]]:
    if file.hold and not file.hold_label:
        said = "“hold” needs “hold_label”: the words of the button that does the same by a tap"
        reading.faults.error(Place(place.source, ("hold",)), said)
    for name in file.keys:
        if name not in KEYS:
            reading.faults.error(place.at(name), f"the phone has no key “{name}”." + did_you_mean(name, KEYS))
    return {name: effects(does, scope, place.at(name), reading) for name, does in file.keys.items()}


def _badge_if(file: AppFile, scope: Scope, place: Place, reading: Reading) -> Condition | None:
    shape = scope.names.shapes.get(f"{file.app}.{file.badge}")
    if file.badge and (shape is None or file.badge in file.tables):
        lists = [name for name, var in file.vars.items() if var.records is not None]
        said = f"there are no records “{file.badge}”." + did_you_mean(file.badge, lists)
        reading.faults.error(place.at("badge"), said)
    if file.badge_if and not file.badge:
        reading.faults.error(place.at("badge_if"), "“badge_if” needs “badge”: the records that it counts")
        return None
    return condition(file.badge_if, scope.testing(shape), place.at("badge_if"), reading.faults)


def _table(
    app: str, name: str, rows: list[dict[str, Value]], scope: Scope, place: Place, reading: Reading
) -> Table:
    shape = scope.names.shapes[f"{app}.{name}"]
    about = tuple(other for other in scope.names.shapes.values() if other.name.startswith(app + "."))
    for index, row in enumerate(rows):
        for column, value in row.items():
            if isinstance(value, str) and ("{" in value or not value.isascii()):
                spot = place.at("tables", name, index, column)
                # a text of a table is filled where it is shown, from the record that names its row
                reading.text(value, scope.testing(shape), spot, Role.ROW, about)
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
        danger=written.danger,
    )


def _back(written: ScreenFile, name: str, file: AppFile, place: Place, reading: Reading) -> str:
    if written.back is None:
        if name != file.first and not file.over:
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
