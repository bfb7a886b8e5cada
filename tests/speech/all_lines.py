"""Every sentence a learner may hear, in every language, with something in each of its fields."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from elder_tutor import i18n, resources
from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text.catalogues import domains, pack_template, program_template
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import PROGRAM, Phrase, with_values
from elder_tutor.text.wording import Wording

_FIELD = re.compile(r"\{([\w.]+)(?::(\w+))?[^{}]*\}")
SAMPLES: dict[str, object] = {
    "code": "482913",
    "time": "10:30",
    "date": "2026-06-14",
    "phone": "+974 5555 1234",
    "money": "250",
    "count": 12,
    "url": "https://waqar.example/pay",
}
"""One value for each type of field; a bare field gets a name."""
NAMES = {"ar": "مَرْيَمُ", "en": "Mariam"}


@cache
def keys(domain: str) -> tuple[str, ...]:
    """List the sentences of a domain in their source language."""
    packs = resources.assets() / "packs"
    here = Path(i18n.__file__).parent
    template = program_template(here) if domain == PROGRAM else pack_template(packs / domain)
    return tuple(str(message.id) for message in template if message.id)


def wording(lang: str) -> Wording:
    """Answer the words of a language as the program itself makes them."""
    return Wording(lang, Translator(lang), load_region())


def filled(key: str, domain: str, words: Wording) -> Line:
    """Answer a sentence with a sample in each field; a name of the language where the field has no type."""
    name = NAMES.get(words.lang, NAMES["en"])
    values = {field: SAMPLES.get(kind, name) for field, kind in _FIELD.findall(key)}
    return words.line(with_values(Phrase(key, domain), values))


def lines(lang: str) -> Iterator[tuple[str, Line]]:
    """Yield every sentence of the program and of every pack with its line; what is not translated is not."""
    words, translator = wording(lang), Translator(lang)
    for domain in domains(resources.assets() / "packs"):
        source = "en" if domain == PROGRAM else "ar"
        for key in keys(domain):
            if lang == source or translator.knows(key, domain):
                yield key, filled(key, domain, words)


def sample(lang: str, count: int, seed: int, shortest: int = 1) -> list[Line]:
    """Draw lines of at least ``shortest`` words that have something to say."""
    able = [line for _, line in lines(lang) if len(line.words) >= shortest and line.spoken.strip()]
    return random.Random(seed).sample(able, count)
