"""Made-up languages that show what a translation may do to the layout; they are for tests and never shipped.

``qps`` runs from left to right, ``qpr`` from right to left. Both are English, longer by about
35 %, accented and in brackets: a text without brackets is not translated, one without its last
bracket is cut.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from elder_tutor import i18n
from elder_tutor.text.phrase import PROGRAM
from elder_tutor.text.po_files import po_file, read_po

LONGER: Final = 0.35
"""How much longer a translation from English may become (W3C, Text size in translation: 30 to 40 %)."""
_ACCENTS: Final = str.maketrans("AEIOUYCNSZaeiouycnsz", "ÀÉÎÖÜÝÇÑŠŽàéîöüýçñšž")
_VOWELS: Final = "aeiouAEIOU"
_KEPT: Final = re.compile(r"(\{[^{}]*\}|\S*(?:\w[.@:/]\w|\d)\S*)")


def pseudo(text: str) -> str:
    """Answer a longer, accented text in brackets; typed values, digits and addresses stay as they are."""
    if not any(letter.isascii() and letter.isalpha() for letter in _KEPT.sub("", text)):
        return text
    parts = enumerate(_KEPT.split(text))
    words = "".join(part if place % 2 else _stretched(part).translate(_ACCENTS) for place, part in parts)
    return f"[{words}]"


def _stretched(text: str) -> str:
    """Double vowels, evenly, until the text is longer by a third."""
    made, owed = [], 0.0
    for letter in text:
        owed += LONGER
        made.append(letter)
        if letter in _VOWELS and owed >= 1:
            made.append(letter.lower() * int(owed))
            owed -= int(owed)
    return "".join(made)


def write_pseudo(folder: Path, translations: Path) -> list[Path]:
    """Write the catalogues of the made-up languages into a folder, from the English ones; answer them."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    made = []
    for lang in i18n.PSEUDO:
        for source in [
            translations / f"{PROGRAM}.pot",
            *sorted(po_file(translations, "en", "x").parent.glob("*.po")),
        ]:
            catalogue = Catalog(locale=None, charset="utf-8")
            for message in read_po(source):
                words = message.id if source.stem == PROGRAM else message.string
                if message.id and isinstance(words, str) and words:
                    catalogue.add(message.id, pseudo(words))
            file = folder / lang / "LC_MESSAGES" / f"{source.stem}.mo"
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as stream:
                write_mo(stream, catalogue)
            made.append(file)
    return made
