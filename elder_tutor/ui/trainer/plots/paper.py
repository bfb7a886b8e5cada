"""Plots on paper: a page for each plot, and a page for its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtGui import QPainter

from elder_tutor.ui.paper.sheet import Paper
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.theme import DESIGN_PX_PER_MM, Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.plots.bars import paint_bars
from elder_tutor.ui.trainer.plots.lines import paint_line
from elder_tutor.ui.trainer.plots.values import Bars, Line, Numbers

MARGIN: Final = 60
ROW: Final = 40
FIRST: Final = ((6, 0.32), (99, 0.24))
"""Design pixels; with so many columns at most the names of a table take this share of the width."""
Sheet = tuple[Bars | Line, Numbers]
"""A plot and the numbers that stand behind it."""


def plots_paper(title: str, sheets: Sequence[Sheet], metrics: Metrics) -> Paper:
    """Answer a paper with two landscape pages for each plot: the drawing, then the numbers."""
    size = Paper("", (), landscape=True).size
    m = replace(
        metrics, width=round(size.width()), height=round(size.height()), unit=1.0,
        px_per_mm=DESIGN_PX_PER_MM,
    )  # fmt: skip
    leaves = [
        leaf
        for plot, numbers in sheets
        for leaf in (partial(_plot, title, plot, m), partial(_numbers, title, plot.title, numbers, m))
    ]
    return Paper(title, tuple(leaves), landscape=True)


def paint_numbers(painter: QPainter, numbers: Numbers, room: Box, across: float, m: Metrics) -> None:
    """Paint a table into a room: names at the leading edge, numbers in the middle of their columns."""
    high = min(float(ROW), room.height / (len(numbers.rows) + 1))
    share = next(part for most, part in FIRST if len(numbers.heads) <= most)
    first, rest = room.cut_lead(room.width * share)
    lanes = [first, *rest.columns(max(1, len(numbers.heads) - 1), 6)]
    for place, cells in enumerate((numbers.heads, *numbers.rows)):
        top = room.top + place * high
        for number, (lane, words) in enumerate(zip(lanes, cells, strict=False)):
            spot = area(Box(lane.lead, top, lane.width, high), across, m.rtl)
            flow = look.fitting(words, m, "head", lane.width, high, place == 0)
            flow.paint(painter, spot, m.q("ink"), look.CENTRE if number else look.LEADING)
        line = area(Box(room.lead, top + high - 1, room.width, 1), across, m.rtl)
        painter.fillRect(line, m.q("line" if place == 0 else "hair"))


def _plot(title: str, plot: Bars | Line, m: Metrics, painter: QPainter) -> None:
    room = _headed(title, plot.title, m, painter)
    if isinstance(plot, Line):
        paint_line(painter, plot, room, m.width, m)
    else:
        paint_bars(painter, plot, room, m.width, m)


def _numbers(title: str, sub: str, numbers: Numbers, m: Metrics, painter: QPainter) -> None:
    paint_numbers(painter, numbers, _headed(title, sub, m, painter), m.width, m)


def _headed(title: str, sub: str, m: Metrics, painter: QPainter) -> Box:
    """Paint both titles; answer what is left of the page."""
    room = Box(0, 0, m.width, m.height).inset(MARGIN)
    for words, kind, gap in ((title, "title", 2), (sub, "card", 18)):
        flow = look.laid(words, m, kind, room.width, True)
        line, room = room.cut_top(flow.height, gap)
        flow.paint(painter, area(line, m.width, m.rtl), m.q("ink"))
    return room
