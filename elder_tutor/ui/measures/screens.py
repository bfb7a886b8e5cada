"""Which screen this is, and how many window pixels a millimetre takes on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import QScreen

BELIEVED_PX_PER_MM: Final = (2.0, 12.0)
"""Between a large television near by and a telephone; what lies outside is a screen that does not know."""
MM_PER_INCH: Final = 25.4


class ScreenFacts(NamedTuple):
    """A screen: its name, its sides in window pixels, and the pixels per mm it tells (None: it does not)."""

    name: str
    width: int
    height: int
    told: float | None = None


def facts_of(screen: QScreen) -> ScreenFacts:
    """Answer what a screen says of itself."""
    size = screen.size()
    told = screen.physicalDotsPerInch() / MM_PER_INCH
    known = (screen.manufacturer(), screen.model(), screen.serialNumber())
    name = screen_name(known, screen.name(), (size.width(), size.height()))
    least, most = BELIEVED_PX_PER_MM
    return ScreenFacts(name, size.width(), size.height(), told if least < told < most else None)


def screen_name(known: Sequence[str], plug: str, size: tuple[int, int]) -> str:
    """Answer the name under which a screen's scale is kept.

    ``known`` is manufacturer, model and serial number, of which any may be missing; where all are,
    the plug it hangs on has to do. ``size`` is in window pixels: another resolution is measured anew.
    """
    words = [part for part in (" ".join(each.split()) for each in known) if part]
    return " ".join([*(words or [plug.strip() or "screen"]), f"{size[0]}x{size[1]}"])


def measured(screens: Sequence[tuple[str, float]], name: str) -> float | None:
    """Answer the window pixels per mm that were measured on a screen; None where nobody did."""
    return dict(screens).get(name)


def with_scale(screens: Sequence[tuple[str, float]], name: str, scale: float | None) -> list[list[object]]:
    """Answer the measured screens with one changed, or without it (None), as the settings keep them."""
    others = {one: held for one, held in screens if one != name}
    found = others if scale is None else {**others, name: scale}
    return [[one, held] for one, held in sorted(found.items())]


def sides_mm(width: int, height: int, scale: float) -> tuple[int, int]:
    """Answer the sides of a screen in whole millimetres; sides in pixels, ``scale`` pixels per mm."""
    return round(width / scale), round(height / scale)
