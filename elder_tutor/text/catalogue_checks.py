"""What a catalogue must satisfy: nothing missing, Arabic vowelled, the same values on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from elder_tutor import i18n
from elder_tutor.text import bidi, nouns
from elder_tutor.text.marks import has_arabic, shown, unvowelled_words
from elder_tutor.text.phrase import PROGRAM

_FIELD = re.compile(r"\{([\w.]+)(?::(\w+))?[^{}]*\}")
_TYPED = re.compile(r"\{[\w.]+:(\w+)(?::(\w+))?[^{}]*\}")
_QUOTED = re.compile(r"“[^”]*”|« ?[^»]*»|‘[^’]*’")
_SENTENCE_ENDS = (".", "!", "؟", "؛", "،")
_TYPES = frozenset({"code", "time", "date", "phone", "money", "count", "number", "ordinal", "percent", "url"})
_PAIRS: Final = ("[]", "()", "{}", "«»", "“”")


def faults(folder: Path, sources: Mapping[str, str]) -> list[str]:
    """List the faults of every catalogue that must be or is there, one sentence each.

    ``sources`` are the domains, each with the language it is written in.
    """
    found: list[str] = []
    for lang in i18n.languages():
        for domain, source in sources.items():
            if source != lang:
                found += catalogue_faults(folder, lang, domain)
    return found


def must_be_complete(lang: str, domain: str) -> bool:
    """Tell whether a language promises that everything of a domain is translated."""
    kind = "program" if domain == PROGRAM else "packs"
    return i18n.is_known(lang) and kind in i18n.language(lang).complete


def catalogue_faults(folder: Path, lang: str, domain: str) -> list[str]:
    """List the faults of one PO file; a gap is one where the language promises everything."""
    from elder_tutor.text.po_files import po_file, read_po

    file = po_file(folder, lang, domain)
    place = f"{lang}/{domain}.po"
    whole = must_be_complete(lang, domain)
    if not file.is_file():
        return [f"{place}: the file is missing."] if whole else []
    found: list[str] = []
    for message in read_po(file):
        words = str(message.string or "") if not message.fuzzy else ""
        if message.id and (words or whole):
            key = str(message.id)
            found += [f"{place}: “{key}”: {fault}" for fault in message_faults(key, words, lang)]
    return found


def message_faults(key: str, words: str, lang: str) -> list[str]:
    """List what is wrong with one translation."""
    if not words:
        return ["not translated."]
    found = [*field_faults(words), *sign_faults(words, lang)]
    if fields(key) != fields(words):
        found.append(f"the values differ: {sorted(fields(key))} and {sorted(fields(words))}.")
    if lang == "ar" and (bare := unvowelled_words(words)):
        found.append(f"not vowelled: {' '.join(bare)}.")
    if not _writes_arabic(lang) and has_arabic(_not_written(key, words)):
        found.append("holds Arabic letters.")
    return found


def sign_faults(words: str, lang: str) -> Iterator[str]:
    """Name signs that do not belong into a translation: isolates, straight quotes, half of a pair."""
    if bidi.plain(words) != words:
        yield "holds an invisible direction mark; the program sets them itself."
    # English keys are typed with the straight apostrophe, so English translations may be.
    if '"' in words or ("'" in words and lang != i18n.PROGRAM_SOURCE):
        yield "holds straight quotes; use the language's own."
    for pair in _PAIRS:
        if not _balanced(words, *pair):
            yield f"“{pair[0]}” and “{pair[1]}” do not match."


def _balanced(words: str, begin: str, end: str) -> bool:
    depth = 0
    for letter in words:
        depth += (letter == begin) - (letter == end)
        if depth < 0:
            return False
    return depth == 0


def _writes_arabic(lang: str) -> bool:
    return i18n.is_known(lang) and i18n.language(lang).script == "arabic"


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
