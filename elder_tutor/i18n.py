"""Languages and message catalogues: gettext from the standard library, read when first needed."""

from __future__ import annotations

import gettext
import logging
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from elder_tutor import resources

LANGUAGES = ("ar", "en")
LOCALES: Mapping[str, str] = MappingProxyType({"ar": "ar_QA", "en": "en"})
"""What Qt and Babel are told; never the bare ``ar``, which means another country to each of them."""

_log = logging.getLogger(__name__)


def is_rtl(lang: str) -> bool:
    """Tell whether a language runs from right to left."""
    return lang == "ar"


def other(lang: str) -> str:
    """Answer the language that one tap switches to."""
    return "en" if lang == "ar" else "ar"


class Translator:
    """Look messages up in ``<folder>/<lang>/LC_MESSAGES/<domain>.mo``; the first folder that has one wins.

    What has no catalogue or no translation is its own key: the program's strings are
    English already, a pack's strings are in its source language. ``more`` answers folders
    that are looked into last; it is asked only then.
    """

    def __init__(
        self, lang: str, folders: Sequence[Path] | Path | None = None,
        more: Callable[[], Iterable[Path]] = tuple,
    ) -> None:  # fmt: skip
        places = (folders,) if isinstance(folders, Path) else folders
        self.lang = lang
        self._more = more
        self._folders = tuple(places) if places is not None else (resources.translations(),)
        self._catalogues: dict[str, gettext.NullTranslations] = {}

    def text(self, key: str, domain: str) -> str:
        """Translate a key of a domain."""
        return self._catalogue(domain).gettext(key) if key else ""

    def knows(self, key: str, domain: str) -> bool:
        """Tell whether the language has words of its own for a key."""
        return self.text(key, domain) != key

    def _catalogue(self, domain: str) -> gettext.NullTranslations:
        if domain not in self._catalogues:
            self._catalogues[domain] = self._read(domain)
        return self._catalogues[domain]

    def _places(self) -> Iterator[Path]:
        yield from self._folders
        yield from self._more()

    def _read(self, domain: str) -> gettext.NullTranslations:
        for folder in self._places():
            file = folder / self.lang / "LC_MESSAGES" / f"{domain}.mo"
            try:
                with file.open("rb") as stream:
                    return gettext.GNUTranslations(stream)
            except FileNotFoundError:
                continue
            except (OSError, ValueError, struct.error):
                _log.warning("The catalogue %s cannot be read.", file)
        return gettext.NullTranslations()
