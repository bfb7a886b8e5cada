"""Which letters the program shows: every character of every catalogue."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from elder_tutor.doctor.translations import Domain
from elder_tutor.text.po_files import po_file, read_po

UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Kinds of characters that leave no ink."""


def used(domains: Sequence[Domain], languages: Iterable[str]) -> str:
    """Answer every character with ink, in order."""
    files = {domain.folder / f"{domain.name}.pot" for domain in domains}
    files |= {po_file(domain.folder, lang, domain.name) for domain in domains for lang in languages}
    letters = {letter for file in files for letter in _letters(file)}
    return "".join(sorted(one for one in letters if unicodedata.category(one) not in UNSEEN))


def _letters(file: Path) -> set[str]:
    found: set[str] = set()
    for message in read_po(file):
        found.update(str(message.id), str(message.string or ""))
    return found
