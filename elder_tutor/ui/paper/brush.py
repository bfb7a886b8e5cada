"""Draw on paper by leading and trailing: words that fit, drawings as outlines, the woven band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from elder_tutor import i18n
from elder_tutor.errors import BugError
from elder_tutor.resources import assets
from elder_tutor.ui import icons
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow, flow
from elder_tutor.ui.theme import LIGHT, Metrics

BAND: Final = 12.0
"""The woven band's height in design pixels (TOKENS 6)."""
LEADING: Final = Qt.AlignmentFlag.AlignLeading
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
TRAILING: Final = Qt.AlignmentFlag.AlignTrailing
TOP: Final = Qt.AlignmentFlag.AlignTop
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_TYPE: Final = Metrics(0, 0, 1.0, 1, "ar")


@dataclass(frozen=True, slots=True)
class Laid:
    """Words laid out for a box; ``whole`` is False when even the smallest size is too large for it."""

    flow: Flow
    pixels: int
    whole: bool

    @property
    def height(self) -> float:
        """Answer the height in design pixels."""
        return self.flow.height


def lay(
    text: str, sizes: Sequence[int], width: float, lang: str, *, lines: int = 99, height: float = 1e6,
    bold: bool = False, spacing: float = 1.4, heavy: tuple[int, int] | None = None,
) -> Laid:  # fmt: skip
    """Lay words out at the largest of ``sizes`` that fits in so many lines and pixels.

    ``heavy`` is a start and length in characters that stand in bold.
    """
    rtl = i18n.is_rtl(lang)
    for pixels in sizes:
        laid = flow(text, font(pixels, bold), width, rtl, spacing, heavy)
        if laid.lines <= lines and laid.height <= height and laid.widest <= width + 0.5:
            return Laid(laid, pixels, True)
    return Laid(laid, sizes[-1], False)


def font(pixels: int, bold: bool = False) -> QFont:
    """Answer the program's type at a size in design pixels."""
    return _TYPE.font_px(pixels, bold)


def colour(name: str) -> QColor:
    """Answer a colour of the light theme by its name, or one written with a number sign."""
    return QColor(name) if name.startswith("#") else LIGHT.q(name)


class Brush:
    """Draws on one page of a width in design pixels; boxes count from the leading edge."""

    def __init__(self, painter: QPainter, width: float, lang: str) -> None:
        self.painter, self.width, self.lang = painter, width, lang
        self.rtl = i18n.is_rtl(lang)

    def at(self, box: Box) -> QRectF:
        """Answer where a box lies on the page."""
        return area(box, self.width, self.rtl)

    def frame(
        self, box: Box, radius: float, fill: str = "", edge: str = "ink", line: float = 2.5,
        dashed: bool = False,
    ) -> None:  # fmt: skip
        """Draw a rounded frame whose line lies inside the box; without ``edge`` only its ground."""
        half = line / 2 if edge else 0.0
        pen = QPen(colour(edge), line) if edge else QPen(Qt.PenStyle.NoPen)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self.painter.setPen(pen)
        self.painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(self.at(box).adjusted(half, half, -half, -half), radius, radius)

    def line(self, lead: float, end: float, y: float, edge: str = "ink", thick: float = 2.0) -> None:
        """Draw a level line."""
        box = self.at(Box(lead, y, end - lead, 0))
        self.painter.setPen(QPen(colour(edge), thick))
        self.painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def words(
        self, laid: Laid, box: Box, ink: str = "ink", across: Qt.AlignmentFlag = LEADING,
        down: Qt.AlignmentFlag = MIDDLE,
    ) -> None:  # fmt: skip
        """Paint words that were laid out."""
        laid.flow.paint(self.painter, self.at(box), colour(ink), across, down)

    def write(
        self, text: str, box: Box, sizes: Sequence[int], ink: str = "ink", *, bold: bool = False,
        across: Qt.AlignmentFlag = LEADING, down: Qt.AlignmentFlag = MIDDLE, lines: int = 1,
        spacing: float = 1.4,
    ) -> Laid:  # fmt: skip
        """Lay words out in a box, as large as fits, and paint them."""
        laid = lay(text, sizes, box.width, self.lang, lines=lines, bold=bold, spacing=spacing)
        self.words(laid, box, ink, across, down)
        return laid

    def drawing(self, name: str, box: Box, main: str = "", soft: str = "") -> None:
        """Draw an icon of assets/icons as outlines, whole in the box, mirrored where its direction asks."""
        drawing(self.painter, name, self.at(box), self.rtl, main, soft)

    def disc(self, box: Box, text: str, fill: str = "lagoon", ink: str = "on_lagoon", size: int = 24) -> None:
        """Draw a disc with a number in it."""
        spot = self.at(box)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(fill))
        self.painter.drawEllipse(spot)
        # digits sit high in this font's line box (TOKENS 2)
        lower = Box(box.lead, box.top + size * 0.09, box.width, box.height)
        self.write(text, lower, (size, size - 4, size - 8), ink, bold=True, across=CENTRE)

    def band(self, box: Box) -> None:
        """Weave the band over a box's width, its pattern as high as the box."""
        spot = self.at(box)
        self.painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(spot, 4, 4)
        self.painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        wide = spot.height() * icons.aspect("motifs/sadu-band")
        count = max(1, round(spot.width() / wide))
        each = spot.width() / count
        for number in range(count):
            place = QRectF(spot.left() + number * each, spot.top(), each + 0.3, spot.height())
            _renderer("motifs/sadu-band", "", "").render(self.painter, place)
        self.painter.restore()


def drawing(painter: QPainter, name: str, spot: QRectF, rtl: bool, main: str = "", soft: str = "") -> None:
    """Draw an icon as outlines, whole in an area; ``main`` and ``soft`` recolour line icons."""
    shape = icons.aspect(name)
    wide = min(spot.width(), spot.height() * shape)
    place = QRectF(0, 0, wide, wide / shape)
    place.moveCenter(spot.center())
    painter.save()
    if icons.turned(name, rtl):
        painter.translate(place.center().x() * 2, 0)
        painter.scale(-1, 1)
    _renderer(name, main, soft).render(painter, place)
    painter.restore()


@lru_cache(maxsize=128)
def _renderer(name: str, main: str, soft: str) -> QSvgRenderer:
    try:
        source = (assets() / "icons" / f"{name}.svg").read_bytes()
    except OSError as missing:
        raise BugError("There is no drawing {name}.", {"name": name}) from missing
    if name.startswith(icons.RECOLOURED) and (main or soft):
        first = colour(main or icons.MAIN).name().encode()
        second = colour(soft or icons.SOFT).name().encode()
        source = source.replace(icons.MAIN.encode(), b"@").replace(icons.SOFT.encode(), second)
        source = source.replace(b"@", first)
    return QSvgRenderer(QByteArray(source))
