"""Know where assets and translations lie: in a checkout beside the package, in a wheel inside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def assets() -> Path:
    """Answer the folder of fonts, icons, packs, regions and style sheets."""
    return _place("assets")


@cache
def translations() -> Path:
    """Answer the folder of the message catalogues."""
    return _place("translations")


def _place(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
