"""Languages and message catalogues, read when first needed.

A language is data: ``assets/text/<code>/language.json`` says what it is called, how it runs,
which voice speaks it how fast, and how its typed values are written and said. The languages
there are is the list of those files.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import Any

from elder_tutor import resources
from elder_tutor.catalogue import Catalogue
from elder_tutor.errors import KnownError
from elder_tutor.frozen import dataclass

PROGRAM_SOURCE = "en"
"""The language of the program's own message keys."""
PACK_SOURCE = "ar"
"""The language of a pack's message keys unless the pack names another."""
PROGRAM = "elder_tutor"
"""The domain of the program's own strings; a pack's domain is the pack's id."""
PSEUDO: Mapping[str, bool] = {"qps": False, "qpr": True}
"""Languages made up for tests of the layout, and whether they run from right to left; never offered."""

_FIELD = re.compile(r"\{[^{}]*\}")
_log = logging.getLogger(__name__)


class UnknownLanguage(KnownError):
    """Tell that a language has no data, or none that can be read."""

    def __init__(self, code: str) -> None:
        super().__init__("There is no language “{language}”.", {"language": code})


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the program knows of a language.

    ``name`` is the language's own name for itself. ``locale`` is what Qt and Babel are told,
    never the bare ``ar``, which means another country to each of them. ``script`` (``arabic``
    or ``latin``) decides the size of type. ``voice`` names espeak-ng's voices ``lower`` and
    ``higher``; ``wpm`` is a calm pace in measured words a minute. ``like`` names the language
    whose typed values, nouns and names it shares, itself as a rule. ``plurals`` are CLDR rules
    by category, ``values`` the patterns of typed values (``text/pattern_values.py``), and
    ``titles`` abbreviations whose full stop ends no sentence. ``complete`` names what must be wholly
    translated: ``program``, ``packs``; the rest is shown in the language it was written in.
    """

    code: str
    name: str
    locale: str
    rtl: bool
    script: str
    wpm: int
    voice: Mapping[str, str]
    like: str
    titles: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    plurals: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """List the codes of the languages there are, in order."""
    return _listed(folder or _texts())


def language(code: str, folder: Path | None = None) -> Language:
    """Answer a language by its code. Raises UnknownLanguage."""
    return _language(code, folder or _texts())


def is_known(code: str) -> bool:
    """Tell whether there is a language of this code, for people or for tests of the layout."""
    return code in PSEUDO or code in languages()


@cache
def is_rtl(lang: str) -> bool:
    """Tell whether a language runs from right to left; one that is not known does not."""
    return is_known(lang) and language(lang).rtl


def next_language(present: str, offered: Sequence[str]) -> str:
    """Answer the language that one tap switches to: the next one offered, round and round."""
    if present not in offered:
        return offered[0]
    return offered[(offered.index(present) + 1) % len(offered)]


def pace_in(lang: str, wpm: int, of: str) -> int:
    """Answer the words a minute of a language that are as calm as ``wpm`` of another one."""
    if lang == of or not (is_known(lang) and is_known(of)):
        return wpm
    return round(wpm * language(lang).wpm / language(of).wpm)


@cache
def _texts() -> Path:
    return resources.assets() / "text"


@cache
def _listed(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in folder.glob("*/language.json")))


@cache
def _language(code: str, folder: Path) -> Language:
    if code in PSEUDO:
        own = _language(PROGRAM_SOURCE, folder)
        return replace(own, code=code, name=f"[{code}]", rtl=PSEUDO[code])
    try:
        data = json.loads((folder / code / "language.json").read_text("utf-8"))
        return _read(data, code)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnknownLanguage(code) from error


def _read(data: Mapping[str, Any], code: str) -> Language:
    if data["code"] != code:
        raise ValueError(data["code"])
    return Language(
        code=code,
        name=str(data["name"]),
        locale=str(data["locale"]),
        rtl=bool(data["rtl"]),
        script=str(data["script"]),
        wpm=int(data["wpm"]),
        voice=dict(data["voice"]),
        like=str(data.get("like", code)),
        titles=tuple(data.get("titles", ())),
        complete=tuple(data.get("complete", ())),
        plurals=dict(data.get("plurals", {})),
        values=dict(data.get("values", {})),
    )


class Translator:
    """Look messages up in ``<folder>/<lang>/LC_MESSAGES/<domain>.mo``; the first folder that has one wins.

    What has no catalogue or no translation is its own key: the program's strings are
    English already, a pack's strings are in its source language. ``more`` answers folders
    that are looked into last; it is asked only then. ``source`` answers the language of a
    pack's keys by its domain; it is asked only for what is not translated.
    """

    def __init__(
        self, lang: str, folders: Sequence[Path] | Path | None = None,
        more: Callable[[], Iterable[Path]] = tuple,
        source: Callable[[str], str] | None = None,
    ) -> None:  # fmt: skip
        places = (folders,) if isinstance(folders, Path) else folders
        self.lang = lang
        self._more = more
        self._source = source
        self._folders = tuple(places) if places is not None else (resources.translations(),)
        self._catalogues: dict[str, Catalogue] = {}

    def within(self, lang: str) -> Translator:
        """Answer a translator into another language that looks into the same folders."""
        return self if lang == self.lang else Translator(lang, self._folders, self._more, self._source)

    def text(self, key: str, domain: str) -> str:
        """Translate a key of a domain."""
        return self.answer(key, domain)[0]

    def answer(self, key: str, domain: str) -> tuple[str, str]:
        """Translate a key and tell which language the answer is in.

        A key without a letter of its own language (a value alone, a name in Latin letters in an
        Arabic pack) is nobody's and belongs to every language.
        """
        words = self._catalogue(domain).gettext(key) if key else ""
        if words or not key:
            return words, self.lang
        source = self.source(domain)
        return key, source if _is_written_in(source, key) else self.lang

    def source(self, domain: str) -> str:
        """Answer the language of a domain's keys."""
        if domain == PROGRAM:
            return PROGRAM_SOURCE
        return self._source(domain) if self._source is not None else PACK_SOURCE

    def knows(self, key: str, domain: str) -> bool:
        """Tell whether the language has words of its own for a key."""
        return self.text(key, domain) != key

    def _catalogue(self, domain: str) -> Catalogue:
        if domain not in self._catalogues:
            self._catalogues[domain] = self._read(domain)
        return self._catalogues[domain]

    def _places(self) -> Iterator[Path]:
        yield from self._folders
        yield from self._more()

    def _read(self, domain: str) -> Catalogue:
        for folder in self._places():
            file = folder / self.lang / "LC_MESSAGES" / f"{domain}.mo"
            try:
                return Catalogue(file)
            except FileNotFoundError:
                continue
            except (OSError, ValueError):
                _log.warning("The catalogue %s cannot be read.", file)
        return Catalogue()


def _is_written_in(lang: str, key: str) -> bool:
    letters = _FIELD.sub("", key)
    arabic = is_known(lang) and language(lang).script == "arabic"
    return any(letter.isalpha() and ("\u0600" <= letter <= "\u06ff") is arabic for letter in letters)
