"""Paint rows of bars: name at the leading edge, bars, the value in words at the trailing edge."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.plots.ink import BEFORE_AFTER, RADIUS, STACK, Ink, paint_ink
from elder_tutor.ui.trainer.plots.values import Bars, Row

ROW_LEAST: Final = 42
ROW_MOST: Final = 72
BAR_MOST: Final = 32
NAME_SHARE: Final = 0.44
NAME_MOST: Final = 330
KEY: Final = 40
TWO_LINES: Final = 56
"""Design pixels; names take at most this share of the width."""


def inks(plot: Bars) -> tuple[Ink, ...]:
    """Answer what each series is filled with: one is full, two are before and after, three are stacked."""
    return {1: (Ink.FULL,), 2: BEFORE_AFTER, 3: STACK}[len(plot.series)]


def row_boxes(plot: Bars, room: Box, m: Metrics) -> list[Box]:
    """Answer the place of each row inside a room, from the leading edge."""
    _, room = _keyed(plot, room, m)
    high = min(room.height / max(1, len(plot.rows)), m.px(ROW_MOST))
    return [Box(room.lead, room.top + place * high, room.width, high) for place in range(len(plot.rows))]


def bar_boxes(plot: Bars, number: int, room: Box, m: Metrics) -> list[Box]:
    """Answer the place of each bar of a row; its width is to the full one as its value is to the most."""
    row, track = plot.rows[number], _track(plot, number, room, m)
    scale = track.width / (plot.most or 1)
    if plot.stacked:
        boxes, at = [], track.lead
        for part in row.parts:
            boxes.append(Box(at, track.top, part.length * scale, track.height))
            at += part.length * scale
        return boxes
    lanes = track.rows(len(row.parts), m.px(3))
    return [
        Box(lane.lead, lane.top, part.length * scale, lane.height)
        for lane, part in zip(lanes, row.parts, strict=True)
    ]


def fits(plot: Bars, room: Box, m: Metrics) -> bool:
    """Tell whether every word of the plot has room."""
    for number, row in enumerate(plot.rows):
        line = row_boxes(plot, room, m)[number]
        name, places = _columns(plot, line, m)
        if not look.fits(_name(row, name, m), name.width, name.height):
            return False
        texts = (look.laid(part.words, m, "body", 1e5, True) for part in row.parts)
        if any(words.widest > place.width + 1 for words, place in zip(texts, places, strict=True)):
            return False
    return True


def paint_bars(painter: QPainter, plot: Bars, room: Box, across: float, m: Metrics) -> None:
    """Paint a plot into a room counted from the leading edge of a surface ``across`` pixels wide.

    The surface may be a widget or a sheet of paper.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_key(painter, plot, room, across, m)
    for number, row in enumerate(plot.rows):
        line = row_boxes(plot, room, m)[number]
        if row.marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(m.q("saffron_tint")))
            painter.drawRoundedRect(area(line.inset(0, m.px(1)), across, m.rtl), m.px(12), m.px(12))
        name, places = _columns(plot, line, m)
        ink = m.q("ink")
        if plot.whole:
            _paint_track(painter, _track(plot, number, room, m), across, m)
        _name(row, name, m).paint(painter, area(name, across, m.rtl), ink)
        for box, fill in zip(bar_boxes(plot, number, room, m), inks(plot), strict=True):
            paint_ink(painter, area(box, across, m.rtl), fill, m)
        for part, place in zip(row.parts, places, strict=True):
            known = part.value is not None
            words = look.laid(part.words, m, "body", 1e5, known)
            # At the trailing edge by its own width: digits at the end of a line would stand outside it.
            _, spot = place.cut_end(min(words.widest, place.width))
            words.paint(painter, area(spot, across, m.rtl), ink if known else m.q("ink2"))


def _paint_track(painter: QPainter, track: Box, across: float, m: Metrics) -> None:
    """Paint what a whole would be, so that a share is seen as one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(m.q("sand")))
    painter.drawRoundedRect(area(track, across, m.rtl), m.px(RADIUS), m.px(RADIUS))


def _keyed(plot: Bars, room: Box, m: Metrics) -> tuple[Box | None, Box]:
    """Split off the line that says what the fillings mean; one filling needs none."""
    if len(plot.series) < 2:
        return None, room
    return room.cut_top(m.px(KEY), m.px(4))


def _columns(plot: Bars, line: Box, m: Metrics) -> tuple[Box, list[Box]]:
    """Answer the places of the name and of the words of each value."""
    inner = line.inset(m.px(12), 0)
    widths = [
        max(look.laid(row.parts[at].words, m, "body", 1e5, True).widest + m.px(6) for row in plot.rows)
        for at in range(len(plot.series))
    ]
    places: list[Box] = []
    for wide in reversed(widths):
        inner, place = inner.cut_end(wide, m.px(14))
        places.insert(0, place)
    if _in_two(plot, line, m):
        # the whole width is the bar's: the words stand above it
        high = line.height * 0.52
        return inner.cut_top(high)[0], [place.cut_top(high)[0] for place in places]
    name, _ = inner.cut_lead(_name_width(plot, line, m), m.px(16))
    return name, places


def _in_two(plot: Bars, line: Box, m: Metrics) -> bool:
    return plot.stacked and line.height >= m.px(TWO_LINES)


def _name_width(plot: Bars, line: Box, m: Metrics) -> float:
    most = min(float(m.px(NAME_MOST)), line.width * NAME_SHARE)
    return min(most, max(look.laid(row.name, m, "body", 1e5).widest + m.px(4) for row in plot.rows))


def _track(plot: Bars, number: int, room: Box, m: Metrics) -> Box:
    line = row_boxes(plot, room, m)[number]
    name, places = _columns(plot, line, m)
    if _in_two(plot, line, m):
        whole = line.inset(m.px(12), 0)
        return Box(whole.lead, name.bottom, whole.width, line.height - name.height - m.px(8))
    lead = name.end + m.px(16)
    wide = max(1.0, places[0].lead - m.px(14) - lead)
    lanes = 1 if plot.stacked else len(plot.series)
    high = min(m.px(BAR_MOST) * (1 if lanes == 1 else 1.35), line.height - m.px(8))
    return Box(lead, line.top, wide, line.height).middle(high)


def _name(row: Row, place: Box, m: Metrics) -> Flow:
    return look.fitting(row.name, m, "body", place.width, place.height)


def _paint_key(painter: QPainter, plot: Bars, room: Box, across: float, m: Metrics) -> None:
    line, _ = _keyed(plot, room, m)
    if line is None:
        return
    rest = line.inset(m.px(12), 0)
    for name, fill in zip(plot.series, inks(plot), strict=True):
        sample, rest = rest.cut_lead(m.px(36), m.px(10))
        paint_ink(painter, area(sample.middle(m.px(22)), across, m.rtl), fill, m)
        words = look.laid(name, m, "head", 1e5)
        place, rest = rest.cut_lead(words.widest + 2, m.px(28))
        words.paint(painter, area(place, across, m.rtl), m.q("ink"))


class BarPlot(look.Drawn):
    """A plot of bars on a page; to a screen reader it is one label with every number."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.plot: Bars | None = None
        self.pad = 12

    def render_plot(self, plot: Bars, m: Metrics, said: str = "") -> None:
        """Show a plot; ``said`` replaces the words for a screen reader."""
        self.apply(m)
        self.plot = plot
        self.tell(said or plot.sentence())

    def inside(self) -> Box:
        """Answer the room of the plot on the widget."""
        return Box(0, 0, self.width(), self.height()).inset(self._m.px(self.pad))

    def clipped(self) -> bool:
        """Tell whether a word has too little room."""
        return self.plot is not None and bool(self.plot.rows) and not fits(self.plot, self.inside(), self._m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot; the card below it is another widget's."""
        if self.metrics is None or self.plot is None or not self.plot.rows:
            return
        painter = QPainter(self)
        paint_bars(painter, self.plot, self.inside(), self.width(), self.metrics)
        painter.end()


def pages(count: int, room: float, m: Metrics, least: float = ROW_LEAST) -> int:
    """Answer how many of ``count`` rows stand on a page of this height, evenly filled."""
    fit = max(1, int(room // m.px(least)))
    leaves = -(-count // fit) or 1
    return -(-count // leaves) or 1
