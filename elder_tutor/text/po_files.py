"""PO files: where they lie, and how they are read. Babel is loaded only when one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from elder_tutor.errors import KnownError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


class NoCatalogue(KnownError):
    """Tell that a file is no catalogue."""

    def __init__(self, file: Path) -> None:
        super().__init__("“{file}” is no catalogue that can be read.", {"file": file})


def po_file(folder: Path, lang: str, domain: str) -> Path:
    """Answer where the translations of a domain into a language lie."""
    return folder / lang / "LC_MESSAGES" / f"{domain}.po"


def read_po(file: Path) -> Catalog:
    """Read a PO file; a file that is not there is empty. Raises NoCatalogue."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileError
    from babel.messages.pofile import read_po as parse

    if not file.is_file():
        return Catalog()
    try:
        with file.open("rb") as stream:
            return parse(stream, charset="utf-8", abort_invalid=True)
    except (PoFileError, ValueError, OSError) as error:
        raise NoCatalogue(file) from error
