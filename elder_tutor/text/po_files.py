"""PO files: where they lie, and how they are read. Babel is loaded only when one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


def po_file(folder: Path, lang: str, domain: str) -> Path:
    """Answer where the translations of a domain into a language lie."""
    return folder / lang / "LC_MESSAGES" / f"{domain}.po"


def read_po(file: Path) -> Catalog:
    """Read a PO file; a file that is not there is empty."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po as parse

    if not file.is_file():
        return Catalog()
    with file.open("rb") as stream:
        return parse(stream, charset="utf-8")
