"""Does the program have words in every language it offers, and are they the ones last written?"""

from __future__ import annotations

import gettext
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from elder_tutor import i18n
from elder_tutor.doctor.finding import Finding, State, bad, ok, warn
from elder_tutor.doctor.voice import language_name
from elder_tutor.lessons.model import Pack
from elder_tutor.text.phrase import phrase
from elder_tutor.text.po_files import po_file, read_po

ALL: Final = phrase("All words are there in {language}.")
MISSING: Final = phrase("Words in {language} are missing: the file {file} is not there.")
DAMAGED: Final = phrase("Words in {language} cannot be read: the file {file} is damaged.")
OLD: Final = phrase("Words in {language} were changed and are not in use yet: {file}.")
INCOMPLETE: Final = phrase("Sentences that have no words in {language} yet: {count}.")
COMPILE: Final = phrase("Start {command} once more; it compiles the translations.", command="./run.sh")
TRANSLATE: Final = phrase("Send the file {file} to whoever translates.")


@dataclass(frozen=True, slots=True)
class Domain:
    """A family of sentences: its name, the language they are written in, and where their words lie."""

    name: str
    source: str
    folder: Path


def look(lang: str, domains: Sequence[Domain]) -> tuple[Finding, ...]:
    """Look at one language; the worst that is found is told.

    Contents are compared, not times of files: an installed program has no honest times.
    """
    needed = [domain for domain in domains if domain.source != lang]
    found = [fault for domain in needed for fault in _faults(domain, lang)]
    if found:
        return (max(found, key=lambda one: one.state is State.BAD),)
    names = ", ".join(domain.name for domain in needed)
    return (ok(f"words-{lang}", phrase(ALL.key, language=language_name(lang)), names),)


def domains_of(folder: Path, packs: Sequence[Pack]) -> tuple[Domain, ...]:
    """Answer the program's own domain and that of each pack; a pack may bring its words itself."""
    found = [Domain(i18n.PROGRAM, i18n.PROGRAM_SOURCE, folder)]
    for pack in packs:
        own = Path(pack.folder) / "translations"
        found.append(Domain(pack.id, pack.language, own if own.is_dir() else folder))
    return tuple(found)


def _faults(domain: Domain, lang: str) -> Iterator[Finding]:
    name, language = f"words-{lang}", language_name(lang)
    written = po_file(domain.folder, lang, domain.name)
    compiled = written.with_suffix(".mo")
    file = f"{lang}/{compiled.name}"
    if not compiled.is_file():
        yield bad(name, phrase(MISSING.key, language=language, file=file), COMPILE, str(compiled))
        return
    try:
        with compiled.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)
    except (OSError, ValueError, struct.error) as error:
        yield bad(name, phrase(DAMAGED.key, language=language, file=file), COMPILE, str(error))
        return
    messages = {str(m.id): str(m.string or "") for m in read_po(written) if m.id}
    stale = [key for key, words in messages.items() if words and catalogue.gettext(key) != words]
    if stale:
        yield bad(
            name,
            phrase(OLD.key, language=language, file=file),
            COMPILE,
            f"{len(stale)} differ, first: {stale[0]}",
        )
    keys = [str(m.id) for m in read_po(domain.folder / f"{domain.name}.pot") if m.id] or list(messages)
    empty = [key for key in keys if not messages.get(key)]
    if empty:
        words = phrase(INCOMPLETE.key, count=len(empty), language=language)
        todo = phrase(TRANSLATE.key, file=f"{lang}/{written.name}")
        yield warn(name, words, todo, f"first: {empty[0]}")
