"""Load the bundled type and refuse to go on without it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

from elder_tutor.errors import KnownError
from elder_tutor.resources import assets
from elder_tutor.ui.theme import FAMILY

FILES: Final = ("Vazirmatn-Medium.ttf", "Vazirmatn-Bold.ttf")


class FontMissing(KnownError):
    """Tell that a bundled font file is missing or damaged."""

    def __init__(self, name: str) -> None:
        super().__init__("The font {name} is missing. Install the program again.", {"name": name})


def load(folder: Path | None = None) -> None:
    """Load the bundled font; another one would change digits and clip Arabic (EVIDENCE 2.1).

    Raises FontMissing when a file is not there or is not the family.
    """
    place = folder or assets() / "fonts"
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(place / name))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if FAMILY not in families:
            raise FontMissing(name)
