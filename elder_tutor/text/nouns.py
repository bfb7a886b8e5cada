"""Counted nouns of each language, read from ``assets/text/<lang>/nouns.json``.

JSON, not YAML: words are needed before the first page, where no YAML reader may load.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from elder_tutor import resources
from elder_tutor.text.arabic_numbers import Noun

UNKNOWN = Noun(False, ("", "", ""), ("", ""), "")


def arabic(name: str) -> Noun:
    """Answer an Arabic noun by its id; an unknown one is empty."""
    entry = _file("ar").get(name)
    if entry is None:
        return UNKNOWN
    one, two = entry["one"], entry["two"]
    return Noun(entry["gender"] == "f", (one[0], one[1], one[2]), (two[0], two[1]), entry["few"])


def english(name: str) -> tuple[str, str]:
    """Answer the singular and plural of an English noun by its id; an unknown one is its id."""
    entry = _file("en").get(name)
    return (entry["one"], entry["other"]) if entry else (name, name)


def form(lang: str, name: str, category: str) -> str:
    """Answer a noun of any language in a plural category (``other`` stands for one it lacks); else its id."""
    entry = _file(lang).get(name, {})
    return str(entry.get(category, entry.get("other", name)))


def names() -> frozenset[str]:
    """List the ids that packs and catalogues may count."""
    return frozenset(_file("ar"))


def in_rows() -> tuple[str, ...]:
    """List the Arabic nouns whose members have places: a number after one is an ordinal («الْخُطْوَةُ 2»)."""
    return tuple(name for name, entry in _file("ar").items() if entry.get("in_rows"))


@cache
def _file(lang: str) -> Mapping[str, Any]:
    text = (resources.assets() / "text" / lang / "nouns.json").read_text("utf-8")
    entries: Mapping[str, Any] = json.loads(text)
    return entries
