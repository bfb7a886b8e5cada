"""Sizes, colours and type of every page, in design pixels scaled to the real screen.

A design pixel is one pixel of the drawings (96 dpi, 1 mm = 3.78 px). One scale, ``unit``,
turns it into window pixels: the largest at which the page's base drawing fits, but never so
small that the millimetres of DESIGN 7 shrink on the real screen.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtGui import QColor, QFont

from elder_tutor import i18n
from elder_tutor.frozen import dataclass

DESIGN_PX_PER_MM: Final = 96 / 25.4
FAMILY: Final = "Vazirmatn"

REFERENCE_SCREENS_MM: Final = {
    (1366, 768): (361.0, 203.0),
    (1280, 800): (338.0, 212.0),
    (1920, 1080): (508.0, 286.0),
    (1080, 1920): (398.0, 708.0),
}
"""Reference screens, width and height in millimetres (DESIGN 7)."""


FOLDED: Final = (1240, 700)
"""A wide page with fewer design pixels across or down folds."""


HOLDS: Final = ((4, 300.0, 170.0), (3, 290.0, 163.0))
"""A size step, and the millimetres across and down from which a wide screen holds it; any holds two."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Name every colour of a theme (TOKENS 1)."""

    page: str = "#F8F4EC"
    card: str = "#FFFFFF"
    card_border: str = "#E2D6C0"
    screen: str = "#FFFDF8"
    sand: str = "#EFE5D3"
    goal_edge: str = "#D2C5A8"
    nav_pill: str = "#F1E8D8"
    tray: str = "#DCCFB6"
    ink: str = "#14262E"
    ink2: str = "#3C484D"
    line: str = "#7C7364"
    hair: str = "#E2D6C0"
    bar_rest: str = "#CFC4AC"
    lagoon: str = "#0A4F5C"
    lagoon_deep: str = "#063841"
    lagoon_tint: str = "#DDEBEA"
    saffron: str = "#F5B31B"
    lattice: str = "#B58A2A"
    saffron_lip: str = "#B57C00"
    on_lagoon: str = "#FFFFFF"
    on_saffron: str = "#14262E"
    saffron_deep: str = "#6A4700"
    saffron_tint: str = "#FFF0C9"
    hint_card: str = "#FFF9EA"
    word: str = "#FFD466"
    ring: str = "#FFC83D"
    ring_ink: str = "#14262E"
    pomegranate: str = "#8E1C2F"
    pomegranate_tint: str = "#F8E2E0"
    refuse: str = "#A02638"
    full_day: str = "#565045"
    disabled: str = "#E9E1D2"
    disabled_text: str = "#4A443A"
    banner: str = "#0A4F5C"
    on_banner: str = "#FFFFFF"
    banner_arch: str = "#1A6470"
    banner_lattice: str = "#FFFFFF"
    now: str = "#F5B31B"
    now_edge: str = "#14262E"
    """Where one is: the pill of the present step."""
    chip_edge: str = "#00000000"
    banner_edge: str = "#0A4F5C"
    link: str = "#123F7A"
    trainer_bar: str = "#0B2B33"
    bezel: str = "#20292D"
    bezel_line: str = "#56636A"
    scrim: str = "#BD0B171C"
    """Behind a dialog: rgba(11,23,28,.74)."""
    dim: str = "#870B171C"
    """In the phone: rgba(11,23,28,.53), so that what is dimmed keeps 3:1 (DESIGN 7)."""

    def q(self, name: str) -> QColor:
        """Answer one colour for a painter."""
        return QColor(getattr(self, name))


LIGHT: Final = Colours()
DARK: Final = Colours(
    page="#0C1316",
    card="#161F24",
    card_border="#7E8B91",
    screen="#0C1316",
    sand="#25343B",
    goal_edge="#7E8B91",
    bar_rest="#8D999E",
    now="#FFF6E0",
    now_edge="#FFD466",
    chip_edge="#FFD466",
    banner="#12303A",
    banner_arch="#1B4450",
    banner_edge="#7E8B91",
    nav_pill="#25343B",
    tray="#161F24",
    ink="#FFF6E0",
    ink2="#FFF6E0",
    line="#AEB8BC",
    hair="#7E8B91",
    lagoon="#FFD466",
    lagoon_deep="#AEB8BC",
    lagoon_tint="#25343B",
    on_lagoon="#0C1316",
    saffron_tint="#25343B",
    pomegranate="#FFB3B8",
    pomegranate_tint="#47161F",
    hint_card="#161F24",
    full_day="#B9C2C6",
    disabled="#1B262B",
    disabled_text="#D5DCDF",
    link="#FFD466",
    dim="#80000000",
)
"""High contrast for those who choose it (TOKENS 1)."""

LIT: Final = replace(LIGHT, screen="#FFF6E0", card="#FFF6E0", saffron_tint="#FFF6E0")
"""The target of a lesson in the dark: the one light thing (TOKENS 1)."""

_ARABIC: Final = {
    "body": (34, 38, 43, 48),
    "label": (29, 32, 36, 41),
    "title": (44, 48, 52, 56),
    "spoken": (54, 56, 59, 62),
}
_LATIN: Final = {
    "body": (28, 32, 36, 40),
    "label": (26, 28, 31, 35),
    "title": (37, 41, 45, 49),
    "spoken": (44, 47, 50, 53),
}
"""Pixel sizes by size step 1..4 (TOKENS 2)."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Turn design pixels into window pixels for one window, size step and language.

    ``width`` and ``height`` are window pixels; ``unit`` is window pixels per design pixel;
    ``step`` is 1..4; ``rtl`` is the page's direction; ``px_per_mm`` is that of the real screen.
    """

    width: int
    height: int
    unit: float
    step: int
    lang: str
    px_per_mm: float = DESIGN_PX_PER_MM
    colours: Colours = LIGHT
    following: str = ""
    """The language that one tap leads to; the same or none where only one is offered."""

    @property
    def rtl(self) -> bool:
        """Tell whether the page reads from right to left."""
        return i18n.is_rtl(self.lang)

    @property
    def dark(self) -> bool:
        """Tell whether the page is dark."""
        return self.colours is not LIGHT and QColor(self.colours.page).lightness() < 128

    @property
    def folded(self) -> bool:
        """Tell whether a wide screen is so small that less stands on a page, at full size (DESIGN 7)."""
        return not self.portrait and (self.width < self.px(FOLDED[0]) or self.height < self.px(FOLDED[1]))

    @property
    def largest(self) -> int:
        """Answer the largest size step at which every page stands whole on this screen."""
        return largest_step(self.width, self.height, self.px_per_mm)

    @property
    def portrait(self) -> bool:
        """Tell whether the page is laid out for an upright screen."""
        return self.height > self.width

    def px(self, design: float) -> int:
        """Answer window pixels of a length in design pixels, at least one for a positive length."""
        return max(1, round(design * self.unit)) if design > 0 else round(design * self.unit)

    def mm(self, millimetres: float) -> int:
        """Answer window pixels of a length on the real screen, rounded up to keep a minimum."""
        return ceil(millimetres * self.px_per_mm)

    def q(self, name: str) -> QColor:
        """Answer a colour of the theme for a painter."""
        return self.colours.q(name)

    def size(self, role: str) -> int:
        """Answer the pixel size of ``body``, ``label``, ``title`` or ``spoken`` text."""
        sizes = _ARABIC if i18n.language(self.lang).script == "arabic" else _LATIN
        return self.px(sizes[role][self.step - 1])

    def font(self, role: str, bold: bool = False, factor: float = 1.0) -> QFont:
        """Answer the bundled font at a role's size."""
        return self.font_px(round(self.size(role) * factor), bold)

    def font_px(self, pixels: int, bold: bool = False) -> QFont:
        """Answer the bundled font at a size in window pixels."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, pixels))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def metrics(
    width: int,
    height: int,
    step: int,
    lang: str,
    px_per_mm: float | None = None,
    colours: Colours = LIGHT,
    following: str = "",
) -> Metrics:
    """Compute the metrics of a window.

    ``px_per_mm`` is that of the real screen; without it the reference screens of DESIGN 7
    are used, and 96 dpi for any other size.
    """
    if px_per_mm is None:
        reference = REFERENCE_SCREENS_MM.get((width, height))
        px_per_mm = width / reference[0] if reference else DESIGN_PX_PER_MM
    base = (720, 1280) if height > width else (1280, 768)
    fits = min(width / base[0], height / base[1])
    least = px_per_mm / DESIGN_PX_PER_MM
    step = min(step, largest_step(width, height, px_per_mm))
    return Metrics(width, height, max(fits, least, 0.5), step, lang, px_per_mm, colours, following)


def largest_step(width: int, height: int, px_per_mm: float) -> int:
    """Answer the largest size step that a window of so many pixels holds: 4, less on a very small screen.

    Letters keep their millimetres at every step; what has no room is not offered (DESIGN 7).
    """
    if height > width:
        return HOLDS[0][0]
    across, down = width / px_per_mm, height / px_per_mm
    return next((step for step, wide, high in HOLDS if across >= wide and down >= high), 2)


def in_language(base: Metrics, lang: str) -> Metrics:
    """Answer the same metrics for words of another language (the language button shows one)."""
    return replace(base, lang=lang)
