"""What the data of a language must satisfy before anybody is offered it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from elder_tutor import i18n, regions, resources
from elder_tutor.errors import KnownError
from elder_tutor.i18n import Language, UnknownLanguage
from elder_tutor.text import plurals
from elder_tutor.text.pattern_values import pattern_faults

WRITTEN_OUT = ("ar", "en")
"""Languages whose typed values are code, not patterns."""


def language_faults() -> list[str]:
    """List the faults of every language's data, one sentence each."""
    folder = resources.assets() / "text"
    found: list[str] = []
    for code in i18n.languages():
        try:
            language = i18n.language(code)
        except UnknownLanguage:
            found.append(f"{code}/language.json: this cannot be read, or a key is missing.")
            continue
        found += [f"{code}/language.json: {fault}" for fault in data_faults(language)]
        found += [f"{code}/nouns.json: {fault}" for fault in noun_faults(language, folder)]
        found += [f"regions/names.json: {fault}" for fault in name_faults(language)]
    return found


def data_faults(language: Language) -> Iterator[str]:
    """Name what is wrong with one language's own data."""
    if language.locale == "ar":
        yield "“locale” is the bare “ar”, which is another country to everybody; name one, like “ar_QA”."
    if language.script not in ("arabic", "latin"):
        yield "“script” is neither “arabic” nor “latin”."
    if not {"lower", "higher"} <= set(language.voice):
        yield "“voice” has no “lower” or no “higher”."
    if not 60 <= language.wpm <= 250:
        yield "“wpm” is no pace of speech: 60 to 250 words a minute."
    if language.like not in i18n.languages():
        yield f"“like” names “{language.like}”, which is no language here."
    elif language.like == language.code and language.code not in WRITTEN_OUT:
        yield from pattern_faults(language)


def noun_faults(language: Language, folder: Path) -> Iterator[str]:
    """Name the nouns that a language cannot count, by its plural rules."""
    if language.like != language.code or language.code == "ar":
        return
    try:
        nouns = json.loads((folder / language.code / "nouns.json").read_text("utf-8"))
        wanted = json.loads((folder / "en" / "nouns.json").read_text("utf-8"))
    except (OSError, ValueError):
        yield "this cannot be read."
        return
    forms = {plurals.OTHER, *(language.plurals or {"one": ""})}
    for name in wanted:
        if missing := sorted(forms - set(nouns.get(name, {}))):
            yield f"“{name}” has no form {', '.join(missing)}."


def name_faults(language: Language) -> Iterator[str]:
    """Name what the regions do not call by name in a language."""
    if language.like != language.code:
        return
    try:
        region = regions.load_region()
    except KnownError:
        yield "this cannot be read."
        return
    tables = {"months": region.months, "weekdays": region.weekdays, "weekday_letters": region.weekday_letters}
    for name, table in tables.items():
        if len(table.get(language.code, ())) != (12 if name == "months" else 7):
            yield f"“{name}” are not all named in “{language.code}”."
    if language.code not in region.name:
        yield f"“regions” are not all named in “{language.code}”."
