"""What a catalogue must satisfy: nothing missing, Arabic vowelled, the same values on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from elder_tutor.text import nouns
from elder_tutor.text.marks import has_arabic, shown, unvowelled_words
from elder_tutor.text.phrase import PROGRAM

_FIELD = re.compile(r"\{([\w.]+)(?::(\w+))?[^{}]*\}")
_TYPED = re.compile(r"\{[\w.]+:(\w+)(?::(\w+))?[^{}]*\}")
_QUOTED = re.compile(r"“[^”]*”")
_SENTENCE_ENDS = (".", "!", "؟", "؛", "،")
_TYPES = frozenset({"code", "time", "date", "phone", "money", "count", "number", "url"})


def faults(folder: Path, domains: Iterable[str]) -> list[str]:
    """List the faults of the program's Arabic and of the packs' English, one sentence each."""
    found: list[str] = []
    for domain in domains:
        found += catalogue_faults(folder, "ar" if domain == PROGRAM else "en", domain)
    return found


def catalogue_faults(folder: Path, lang: str, domain: str) -> list[str]:
    """List the faults of one PO file."""
    from elder_tutor.text.po_files import po_file, read_po

    file = po_file(folder, lang, domain)
    place = f"{lang}/{domain}.po"
    if not file.is_file():
        return [f"{place}: the file is missing."]
    messages = ((str(m.id), str(m.string or "")) for m in read_po(file) if m.id)
    found = ((key, fault) for key, words in messages for fault in message_faults(key, words, lang))
    return [f"{place}: “{key}”: {fault}" for key, fault in found]


def message_faults(key: str, words: str, lang: str) -> list[str]:
    """List what is wrong with one translation."""
    if not words:
        return ["not translated."]
    found = field_faults(words)
    if fields(key) != fields(words):
        found.append(f"the values differ: {sorted(fields(key))} and {sorted(fields(words))}.")
    if lang == "ar" and (bare := unvowelled_words(words)):
        found.append(f"not vowelled: {' '.join(bare)}.")
    if lang == "en" and has_arabic(_not_written(key, words)):
        found.append("holds Arabic letters.")
    return found


def _not_written(key: str, words: str) -> str:
    """Answer a translation without what stays Arabic in it: letters to be typed, and labels in quotes."""
    typed = words == shown(key) and not words.endswith(_SENTENCE_ENDS)
    return "" if typed else _QUOTED.sub("", words)


def field_faults(text: str) -> list[str]:
    """List the values of a sentence whose type or noun nobody knows."""
    found = []
    for kind, noun in _TYPED.findall(text):
        if kind not in _TYPES:
            found.append(f"there is no type of value “{kind}”.")
        elif kind == "count" and noun not in nouns.names():
            found.append(f"there is no noun “{noun}” to count.")
    return found


def fields(text: str) -> frozenset[tuple[str, str]]:
    """Answer the values a sentence names, each with its type; noun and case may differ by language."""
    return frozenset((name, kind) for name, kind in _FIELD.findall(text))
