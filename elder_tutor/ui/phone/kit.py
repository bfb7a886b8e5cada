"""What every part of the phone draws with: sizes, colours, words, drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPixmap

from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, TEXT, Flow, flow, widest_word
from elder_tutor.ui.theme import LIT, Metrics
from elder_tutor.ui.widgets.tolerance import KIND, Tolerance

FLOOR: Final = 28
"""No text in the phone is smaller than this many design pixels (TOKENS 2)."""

LABELS: Final = {"arabic": (33, 34, 37, 42), "latin": (28, 28, 31, 35)}
BAR_SIZES: Final = {"arabic": (31, 33, 35, 38), "latin": (28, 28, 30, 33)}
STATUS_SIZES: Final = (28, 28, 29, 29)
"""Design pixels by size step; Arabic is a fifth larger (DESIGN 7).

Bars keep their height, so their words grow less.
"""

LARGER: Final = 1.2
"""So much larger is Arabic than Latin of the same legibility (DESIGN 7)."""

CELL: Final = 50
GAP: Final = 12
"""A target of 13 mm and the 3 mm between two, in design pixels."""

_FOLDERS: Final = ("line", "avatars", "pictures", "apps", "marks", "motifs")

_NIGHT: Final = {
    "screen": "#1B262B",
    "card": "#25343B",
    "nav_pill": "#34424A",
    "ink": "#FFFFFF",
    "ink2": "#EFE5D3",
    "hair": "#56636A",
    "line": "#AEB8BC",
    "title": "#FFE5A3",
    "lagoon": "#A9DDE3",
    "lagoon_deep": "#7FB9C0",
    "lagoon_tint": "#34424A",
    "on_lagoon": "#0C1316",
    "sand": "#34424A",
    "saffron_tint": "#4A3B14",
    "disabled": "#2F3B41",
    "disabled_text": "#C5CDD0",
}
"""A call covers the phone with a dark screen in either theme."""


@dataclass(frozen=True)
class Kit:
    """Sizes, colours, words and drawings of one phone at one moment.

    ``accent`` is the colour of the app in front; ``week_start`` is 0 for Monday to 6 for
    Sunday; ``room`` is the height between the bars in window pixels; ``night`` draws the
    dark screen of a call.
    """

    metrics: Metrics
    wording: Wording
    accent: str = "#0A4F5C"
    week_start: int = 6
    today: date | None = None
    room: int = 100_000
    night: bool = False
    dpr: float = 1.0
    tolerance: Tolerance = KIND
    rail: bool = False
    """The frame shows its side, with the keys of a real phone."""
    three: bool = False
    """The navigation has a third button, the open apps."""

    @property
    def rtl(self) -> bool:
        """Tell whether the phone reads from right to left."""
        return self.metrics.rtl

    @property
    def large(self) -> bool:
        """Tell whether lists have one column and a week stands for the month (size steps 3 and 4)."""
        return self.metrics.step >= 3

    @cached_property
    def dark(self) -> bool:
        """Tell whether the screen is dark, so that text on it is light."""
        return self.night or QColor(self.metrics.colours.screen).lightness() < 128

    @cached_property
    def lit(self) -> Kit:
        """Answer what the one light thing on a dark screen is drawn with."""
        return replace(self, metrics=replace(self.metrics, colours=LIT), night=False)

    def px(self, design: float) -> int:
        """Answer window pixels of design pixels."""
        return self.metrics.px(design)

    def name(self, colour: str) -> str:
        """Answer the value of a colour name of the theme."""
        if self.night and colour in _NIGHT:
            return _NIGHT[colour]
        return str(getattr(self.metrics.colours, colour))

    def q(self, colour: str) -> QColor:
        """Answer a colour of the theme, or one written with a number sign."""
        return QColor(colour if colour.startswith("#") else self.name(colour))

    def tint(self, part: float = 0.13) -> QColor:
        """Answer a light tint of the app's colour, readable under ink (a dark one on dark screens)."""
        return mixed(QColor(self.accent), self.q("screen"), part if not self.dark else 0.3)

    def size(self, role: str) -> int:
        """Answer the pixels of ``body``, ``label``, ``bar`` or ``status`` text inside the phone."""
        step = self.metrics.step - 1
        if role == "status":
            return self.px(STATUS_SIZES[step])
        if role in ("label", "bar"):
            sizes = LABELS if role == "label" else BAR_SIZES
            return self.px(sizes["arabic" if self.rtl else "latin"][step])
        return max(self.px(FLOOR), self.metrics.size(role))

    def font(self, role: str, bold: bool = False) -> QFont:
        """Answer the font of a role."""
        return font_of(self.size(role), bold)

    def flow(
        self, text: str, role: str, width: float, bold: bool = False, spacing: float = TEXT, px: int = 0
    ) -> Flow:
        """Break a text into lines; ``px`` replaces the role's size."""
        return flow_of(text, px or self.size(role), bold, int(width), self.rtl, spacing)

    def width(self, text: str, role: str, bold: bool = False, px: int = 0) -> float:
        """Answer the width of a text on one line."""
        return flow_of(text, px or self.size(role), bold, 100_000, self.rtl, BUTTON).widest

    def widest_word(self, text: str, role: str, bold: bool = False) -> float:
        """Answer the width of the longest word, which is never broken."""
        return word_width(text, self.size(role), bold)

    def shown(self, said: Phrase | None) -> str:
        """Answer a phrase as it stands on the screen, nothing for none."""
        return self.wording.shown(said) if said is not None else ""

    def plain(self, said: Phrase | None) -> str:
        """Answer a phrase for names: no direction marks."""
        return plain(self.shown(said))

    def icon(
        self, name: str, height: int, main: str = "lagoon", soft: str = "lagoon_tint", turn: bool = False
    ) -> QPixmap:
        """Answer a drawing at a height, mirrored as its direction asks; only line icons take colours.

        ``turn`` asks for the other way.
        """
        mirrored = icons.turned(name, self.rtl) is not turn
        if not name.startswith("line/"):
            return icons.icon(name, height, mirrored=mirrored, dpr=self.dpr)
        return icons.icon(name, height, self.q(main).name(), self.q(soft).name(), mirrored, self.dpr)


def drawing(name: str, *folders: str) -> str:
    """Answer the path of a drawing a pack named without its folder, "" when there is none."""
    if not name:
        return ""
    places = (name,) if "/" in name else tuple(f"{folder}/{name}" for folder in (*folders, *_FOLDERS))
    return next((place for place in places if _exists(place)), "")


def mixed(over: QColor, under: QColor, part: float) -> QColor:
    """Answer a colour of which ``part`` (0 to 1) is the upper one."""
    rest = 1 - part
    return QColor.fromRgbF(
        over.redF() * part + under.redF() * rest,
        over.greenF() * part + under.greenF() * rest,
        over.blueF() * part + under.blueF() * rest,
    )


@lru_cache(maxsize=64)
def font_of(pixels: int, bold: bool) -> QFont:
    """Answer the bundled font at a size; kept, since every label asks."""
    return _ANY.font_px(pixels, bold)


@lru_cache(maxsize=2048)
def flow_of(text: str, pixels: int, bold: bool, width: int, rtl: bool, spacing: float) -> Flow:
    """Answer a text in lines; kept, since a screen is painted more often than it changes."""
    font = font_of(pixels, bold)
    laid = flow(_ADDRESS.sub(_unbroken, _GROUPS.sub(_NO_BREAK, text)), font, width, rtl, spacing)
    if laid.widest > width and _GROUPS.search(text):
        laid = flow(_ADDRESS.sub(_unbroken, text), font, width, rtl, spacing)
    if laid.lines > 1 and _NUMBER.fullmatch(plain(text)):
        # A number in two lines is two numbers to the eye.
        whole = flow(text.replace(" ", _NO_BREAK), font_of(round(pixels / LARGER), bold), width, rtl, spacing)
        return whole if whole.widest <= width else laid
    if laid.lines > 1 and rtl and _ADDRESS.fullmatch(plain(text)):
        # Latin letters are as legible a sixth smaller (DESIGN 7): a name stands whole where it can.
        small = font_of(round(pixels / LARGER), bold)
        for way in (_kept, _unbroken):
            whole = flow(_ADDRESS.sub(way, text), small, width, rtl, spacing)
            if whole.widest <= width:
                return whole
    if laid.widest > width and _ADDRESS.search(text):
        return flow(_ADDRESS.sub(_at_dots, text), font, width, rtl, spacing)
    return laid


def _unbroken(address: re.Match[str]) -> str:
    """Let an address break after its scheme and at strokes, never within its name: half a name misleads."""
    whole = address[0].replace("-", f"-{_JOINER}").replace(".", f"{_JOINER}.{_JOINER}")
    return whole.replace("/", f"/{_BREAK}").replace(f"/{_BREAK}/", "//")


def _kept(address: re.Match[str]) -> str:
    """Keep an address on one line."""
    return _JOINER.join(address[0])


def _at_dots(address: re.Match[str]) -> str:
    """Let an address break before its dots too, where its name is wider than the line."""
    return address[0].replace("-", f"-{_JOINER}").replace(".", f"{_BREAK}.").replace("//", f"//{_BREAK}")


@lru_cache(maxsize=1024)
def word_width(text: str, pixels: int, bold: bool) -> float:
    """Answer the width of a text's longest word."""
    return widest_word(text, font_of(pixels, bold))


@lru_cache(maxsize=256)
def digit_width(pixels: int, bold: bool) -> float:
    """Answer the width of one digit (0 to 9 have one width in this font)."""
    return QFontMetricsF(font_of(pixels, bold)).horizontalAdvance("0")


@lru_cache(maxsize=512)
def _exists(name: str) -> bool:
    return icons.exists(name)


_ADDRESS: Final = re.compile(
    r"(?:[a-z]+://)?[A-Za-z0-9-]*[A-Za-z][\w-]*(?:\.[\w-]+)*\.[A-Za-z]{2,}[\w./?=-]*"
)
_NUMBER: Final = re.compile(r"\+?[\d ]{6,}")
_GROUPS: Final = re.compile(r"(?<=\d\d) (?=\d{3})")
"""Between the groups of one number within words: it stays on one line where it can."""
_JOINER, _BREAK, _NO_BREAK = "\u2060", "\u200b", "\u00a0"
_ANY = Metrics(0, 0, 1.0, 1, "ar")
