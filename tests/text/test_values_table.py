"""Every typed value at its edges, shown and spoken in full (``tests/data/values``).

In the tables ``<…>`` is an isolate that runs left to right (``‹…›`` also overrides what is in it),
``[…]`` one that runs right to left and ``{…}`` one that follows its first letter. The strings were
written by the rules of grammar, not copied from the program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording

TABLES = Path(__file__).parents[1] / "data" / "values"
ISOLATES = str.maketrans(
    {
        **dict(zip("<[{>]}", "\u2066\u2067\u2068\u2069\u2069\u2069", strict=True)),
        "‹": "\u2066\u202d",
        "›": "\u202c\u2069",
    }
)


def cases() -> list[Any]:
    found = []
    for lang in ("ar", "en"):
        for section in json.loads((TABLES / f"{lang}.json").read_text("utf-8")):
            place = (lang, section["region"], section["digits"])
            for value, kind, shown, spoken in section["cases"]:
                name = f"{lang} {section['section']}: {value} {kind}"
                found.append(pytest.param(place, value, kind, shown, spoken, id=name))
    return found


def test_the_table_has_hundreds_of_cases_and_each_only_once() -> None:
    names = [(str(case.values[0]), str(case.values[1]), case.values[2]) for case in cases()]
    assert len(names) >= 400
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("place", "value", "kind", "shown", "spoken"), cases())
def test_a_value_is_shown_and_spoken(
    place: tuple[str, str, str], value: object, kind: str, shown: str, spoken: str
) -> None:
    lang, region, digits = place
    wording = Wording(lang, Translator(lang, Path("/nowhere")), load_region(region), digits)
    domain = "core" if lang == "ar" else "elder_tutor"
    line = wording.line(Phrase(f"{{v:{kind}}}", domain, (("v", value),)))
    assert line.shown == shown.translate(ISOLATES)
    assert normalize("NFC", line.spoken) == normalize("NFC", spoken)
    assert len(line.words) == 1
    assert lang == "en" or unvowelled_words(line.spoken) == []
