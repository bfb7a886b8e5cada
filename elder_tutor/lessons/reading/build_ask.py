"""Build what varies in a lesson (``ask``): its values, and the words that say them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elder_tutor.lessons.model import App, Ask, Value
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import AskFile
from elder_tutor.lessons.reading.scope import Names, UnknownNameError
from elder_tutor.lessons.rules import Text

_ASKED = re.compile(r"\{ask\.(\w+)")


def build_ask(
    name: str, file: AskFile, apps: Mapping[str, App], names: Names, place: Place, reading: Reading
) -> Ask:
    """Answer something that varies, with its values and their words."""
    choices = _choices(file, apps, names, place, reading)
    follow: Value = (
        str(file.follow)
        if isinstance(file.follow, int) and not isinstance(file.follow, bool)
        else file.follow
    )
    if choices and follow not in {value for value, _ in choices}:
        said = "“follow” must be one of the values." + did_you_mean(
            str(follow), (str(value) for value, _ in choices)
        )
        reading.faults.error(place.at("follow"), said)
    return Ask(name, choices, follow)


def _choices(
    file: AskFile, apps: Mapping[str, App], names: Names, place: Place, reading: Reading
) -> tuple[tuple[Value, Text], ...]:
    if (file.one_of is None) == (file.row is None):
        reading.faults.error(
            place, "what is asked is either “one_of” (values with their words) or “row” (a table)"
        )
        return ()
    if isinstance(file.one_of, list):
        return tuple((value, "") for value in file.one_of)
    if file.one_of is not None:
        return tuple(
            (value, reading.plain(words, place.at("one_of", value), Role.ROW))
            for value, words in file.one_of.items()
        )
    return _rows(file, apps, names, place, reading)


def _rows(
    file: AskFile, apps: Mapping[str, App], names: Names, place: Place, reading: Reading
) -> tuple[tuple[Value, Text], ...]:
    app, _, table = str(file.row).partition(".")
    try:
        tables = resolve.app_names(names, app).tables
    except UnknownNameError as unknown:
        if unknown.sentence:
            reading.faults.error(place.at("row"), unknown.sentence)
        return ()
    if table not in tables:
        reading.faults.error(place.at("row"), f"{app} has no table “{table}”." + did_you_mean(table, tables))
        return ()
    rows = apps[app].tables[f"{app}.{table}"].rows
    shape = names.shapes[f"{app}.{table}"]
    if file.words is not None and file.words not in shape.columns:
        said = f"{shape.name} has no column “{file.words}”." + did_you_mean(file.words, shape.columns)
        reading.faults.error(place.at("words"), said)
    for index, row in enumerate(file.only or ()):
        if row not in shape.rows:
            reading.faults.error(
                place.at("only", index), f"{shape.name} has no row “{row}”." + did_you_mean(row, shape.rows)
            )
    kept = [row for row in rows if file.only is None or row["id"] in file.only]
    return tuple((row["id"], str(row.get(file.words) or "") if file.words else "") for row in kept)


def worded(asks: tuple[Ask, ...], begun: int, reading: Reading) -> None:
    """Note where ``{ask.who}`` is said although its values have no words."""
    silent = {ask.name for ask in asks if not all(words for _, words in ask.choices)}
    for use in reading.texts[begun:]:
        for name in _ASKED.findall(use.text):
            if name in silent:
                reading.faults.error(
                    use.place,
                    f"{{ask.{name}}} has no words: write one_of: {{value: words}}, or “words” beside “row”",
                )
