"""Tidy what somebody wrote as a name, for learners, groups and staff alike."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST_NAME: Final = 40
"""Characters of a name, after tidying."""


def tidied(name: str) -> str:
    """Answer a name without control or direction marks and with single spaces."""
    spaced = "".join(" " if letter.isspace() else letter for letter in name)
    visible = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(visible.split()))
