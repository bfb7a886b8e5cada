"""Build Drill of ``drills/model.py`` from its checked file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elder_tutor.lessons.drills.model import Bank, Drill
from elder_tutor.lessons.model import App, Table
from elder_tutor.lessons.reading.build_lesson import build_start, happening
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.parse import condition
from elder_tutor.lessons.reading.parse_effects import effects
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import HappeningFile
from elder_tutor.lessons.reading.schema_drill import BankFile, DrillFile
from elder_tutor.lessons.reading.scope import Names, Scope
from elder_tutor.lessons.rules import Happening, Text

_ITEM = frozenset(("item",))


def build_drill(
    file: DrillFile, course: str, place: Place, apps: Mapping[str, App], names: Names, reading: Reading
) -> Drill:
    """Answer the drill; what is wrong in it is noted in ``reading``."""
    reading.places[f"drill:{file.drill}"] = place
    scope = Scope(names)
    start, prepare = build_start(file.start, scope, place.at("start"), reading)
    tables = {table.name: table for app in apps.values() for table in app.tables.values()}
    banks = tuple(
        _bank(bank, tables, scope, place.at("banks", n), reading) for n, bank in enumerate(file.banks)
    )
    for index, bank in enumerate(file.banks):
        if bank.id in [each.id for each in file.banks[:index]]:
            reading.faults.error(place.at("banks", index, "id"), f"two banks are called “{bank.id}”")
    _enough(file, banks, tables, place, reading)
    return Drill(
        id=file.drill,
        revision=file.revision,
        course=course,
        title=reading.plain(file.title, place.at("title"), Role.LABEL),
        icon=reading.icon(file.icon, place.at("icon")),
        minutes=file.minutes,
        needs=tuple(file.needs),
        items=file.items,
        start=start,
        prepare=prepare,
        opening=_texts(file.opening, place.at("opening"), reading),
        banks=banks,
        praise=_texts(file.praise, place.at("praise"), reading),
        remember=_texts(file.remember, place.at("remember"), reading),
    )


def _texts(texts: Sequence[str], place: Place, reading: Reading) -> tuple[Text, ...]:
    return tuple(reading.plain(text, place.at(n), Role.NARRATION) for n, text in enumerate(texts))


def _bank(file: BankFile, tables: Mapping[str, Table], scope: Scope, place: Place, reading: Reading) -> Bank:
    rows = file.rows
    shape = scope.names.shapes.get(rows)
    if rows not in tables or shape is None:
        said = f"there is no table “{rows}”." + did_you_mean(rows, tables)
        reading.faults.error(place.at("rows"), said)
    else:
        for key in ("verdict", "signs"):
            column = getattr(file, key)
            if column not in shape.columns:
                said = f"{rows} has no column “{column}”." + did_you_mean(column, shape.columns)
                reading.faults.error(place.at(key), said)
    delivered = Scope(scope.names, arg=_ITEM)
    return Bank(
        id=file.id,
        rows=rows,
        verdict=file.verdict,
        fraud=file.fraud if file.fraud is not None else "",
        signs=file.signs,
        deliver=effects(file.deliver, delivered, place.at("deliver"), reading),
        fell=_marks(file.fell, scope, place.at("fell"), reading),
        guarded=_marks(file.guarded, scope, place.at("guarded"), reading),
        asked=_marks(file.asked, scope, place.at("asked"), reading),
        where=condition(file.where, scope.testing(shape), place.at("where"), reading.faults),
    )


def _marks(
    files: Sequence[HappeningFile], scope: Scope, place: Place, reading: Reading
) -> tuple[Happening, ...]:
    return tuple(happening(file, scope, place.at(n), reading) for n, file in enumerate(files))


def _enough(
    file: DrillFile, banks: Sequence[Bank], tables: Mapping[str, Table], place: Place, reading: Reading
) -> None:
    """Note a fault when a balanced run of the wanted length cannot be drawn."""
    rows = [(bank, row) for bank in banks if bank.rows in tables for row in tables[bank.rows].rows]
    frauds = sum(row.get(bank.verdict) == bank.fraud for bank, row in rows)
    fewer = min(frauds, len(rows) - frauds)
    if rows and fewer < file.items // 2:
        said = f"a run of {file.items} needs {file.items // 2} items of either kind; there are only {fewer}"
        reading.faults.error(place.at("items"), said)
