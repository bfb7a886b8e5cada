"""Paint values in the order of time, from the leading edge, with what is expected next as a band."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.plots.ink import Ink, paint_ink
from elder_tutor.ui.trainer.plots.values import Dot, Line

DOT: Final = 8.0
BAND: Final = 34.0
FOOT: Final = 54
TOP: Final = 36
"""Design pixels."""


def places(plot: Line, room: Box, m: Metrics) -> list[tuple[float, float]]:
    """Answer where each dot stands (from the leading edge and from the top), last the band's middle.

    A dot stands as high above the foot as its value is to the most; one that is not known on the foot.
    """
    values = [dot.value or 0.0 for dot in plot.dots] + ([plot.band.value] if plot.band else [])
    lanes = room.columns(max(1, len(values)), 0)
    return [
        (lane.lead + lane.width / 2, _level(plot, value, room, m))
        for lane, value in zip(lanes, values, strict=True)
    ]


def band_box(plot: Line, room: Box, m: Metrics) -> Box | None:
    """Answer the place of the band, from its high to its low value."""
    if plot.band is None:
        return None
    middle = places(plot, room, m)[-1][0]
    top, bottom = (_level(plot, value, room, m) for value in (plot.band.high, plot.band.low))
    return Box(middle - m.px(BAND) / 2, top, m.px(BAND), max(bottom - top, m.px(4)))


def fits(plot: Line, room: Box, m: Metrics) -> bool:
    """Tell whether the names below the dots have room."""
    feet = _feet(plot)
    wide = room.width / max(1, len(feet))
    lines = [line for foot in feet for line in foot]
    return all(look.fits(_foot(line, wide, m), wide, m.px(FOOT) / 2 + 2) for line in lines)


def paint_line(painter: QPainter, plot: Line, room: Box, across: float, m: Metrics) -> None:
    """Paint a plot into a room counted from the leading edge of a surface ``across`` pixels wide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, plot, room, across, m)
    spots = places(plot, room, m)
    band = band_box(plot, room, m)
    if band is not None:
        paint_ink(painter, area(band, across, m.rtl), Ink.HATCHED, m)
    points = [QPointF(_x(lead, across, m), top) for lead, top in spots]
    painter.setPen(QPen(m.q("lagoon"), m.px(4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    known = [dot.value is not None and not dot.open for dot in plot.dots]
    for (one, here), (other, there) in pairwise(zip(known, points, strict=False)):
        if one and other:
            painter.drawLine(QLineF(here, there))
    for dot, point in zip(plot.dots, points, strict=False):
        _paint_dot(painter, dot, point, room, m)
    if plot.band is not None:
        _paint_expected(painter, points[-1], m)
    _paint_words(painter, plot, room, across, m)


def _level(plot: Line, value: float, room: Box, m: Metrics) -> float:
    foot, high = room.bottom - m.px(FOOT), room.height - m.px(FOOT) - m.px(TOP)
    return foot - max(0.0, high) * value / plot.most


def _x(lead: float, across: float, m: Metrics) -> float:
    return across - lead if m.rtl else lead


def _paint_ground(painter: QPainter, plot: Line, room: Box, across: float, m: Metrics) -> None:
    foot = area(Box(room.lead, _level(plot, 0, room, m), room.width, max(1.0, m.px(2))), across, m.rtl)
    painter.fillRect(foot, m.q("line"))


def _paint_dot(painter: QPainter, dot: Dot, point: QPointF, room: Box, m: Metrics) -> None:
    size = m.px(DOT)
    painter.setPen(QPen(m.q("lagoon"), m.px(3)))
    if dot.value is None:
        return
    painter.setBrush(QBrush(m.q("card" if dot.open else "lagoon")))
    painter.drawEllipse(point, size, size)


def _paint_expected(painter: QPainter, point: QPointF, m: Metrics) -> None:
    """A diamond: what is expected is no count."""
    size = m.px(DOT + 3)
    painter.setPen(QPen(m.q("ink"), m.px(3)))
    painter.setBrush(QBrush(m.q("saffron")))
    corners = [(0, -size), (size, 0), (0, size), (-size, 0)]
    painter.drawPolygon([point + QPointF(across, down) for across, down in corners])


def _paint_words(painter: QPainter, plot: Line, room: Box, across: float, m: Metrics) -> None:
    feet = _feet(plot)
    values = [(dot.words if dot.value is not None else "–") for dot in plot.dots]
    lanes = room.columns(max(1, len(feet)), 0)
    spots = places(plot, room, m)
    half = m.px(FOOT) / 2 - m.px(2)
    for number, (foot, lane) in enumerate(zip(feet, lanes, strict=True)):
        top = room.bottom - m.px(FOOT) + m.px(4)
        for line, words in enumerate(foot):
            spot = area(Box(lane.lead, top + line * half, lane.width, half), across, m.rtl)
            _foot(words, lane.width, m).paint(painter, spot, m.q("ink" if not line else "ink2"), look.CENTRE)
        if number < len(values):
            _paint_value(painter, values[number], lane, spots[number][1] - m.px(DOT + 4), across, m)
    band = band_box(plot, room, m)
    if plot.band is not None and band is not None:
        _paint_value(painter, plot.band.ends[1], lanes[-1], band.top - m.px(2), across, m)
        _paint_value(painter, plot.band.ends[0], lanes[-1], band.bottom + m.px(28), across, m)


def _paint_value(painter: QPainter, words: str, lane: Box, bottom: float, across: float, m: Metrics) -> None:
    """Paint a number in the middle of a lane, above a height."""
    if words:
        place = area(Box(lane.lead - 20, bottom - m.px(26), lane.width + 40, m.px(26)), across, m.rtl)
        laid = look.laid(words, m, "nav", 1e5, True)
        # A quiet ground: a line that passes behind does not cross the digits.
        ground = QRectF(0, 0, laid.widest + m.px(4), m.px(20))
        ground.moveCenter(place.center())
        painter.fillRect(ground, m.q("card"))
        laid.paint(painter, place, m.q("ink"), look.CENTRE)


def _feet(plot: Line) -> list[tuple[str, str]]:
    """Answer the two lines below each dot and the band."""
    return [(dot.short, dot.note) for dot in plot.dots] + (
        [(plot.band.short, plot.band.note)] if plot.band else []
    )


def _foot(name: str, wide: float, m: Metrics) -> Flow:
    return look.fitting(name, m, "nav", wide, m.px(FOOT) / 2)


class LinePlot(look.Drawn):
    """A line on a page; to a screen reader it is one label with every number."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.plot: Line | None = None

    def render_plot(self, plot: Line, m: Metrics) -> None:
        """Show a plot."""
        self.apply(m)
        self.plot = plot
        self.tell(plot.sentence())

    def inside(self) -> Box:
        """Answer the room of the plot on the widget."""
        return Box(0, 0, self.width(), self.height())

    def clipped(self) -> bool:
        """Tell whether a name has too little room."""
        return self.plot is not None and not fits(self.plot, self.inside(), self._m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot; the card below it is another widget's."""
        if self.metrics is None or self.plot is None:
            return
        painter = QPainter(self)
        paint_line(painter, self.plot, self.inside(), self.width(), self.metrics)
        painter.end()
