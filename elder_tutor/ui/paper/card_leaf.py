"""How a step card looks: the page, its cards, the line to remember, the foot (mock-up step-card)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from elder_tutor.ui.paper.brush import TRAILING, Brush, Laid, colour, lay
from elder_tutor.ui.paper.scene import Scene, paint_scene
from elder_tutor.ui.paper.sheet import Paper
from elder_tutor.ui.place import Box

WIDTH, HEIGHT = 793.7, 1122.5
"""A4 in design pixels."""
EDGE: Final = Box(30, 27, WIDTH - 60, HEIGHT - 54)
INSIDE: Final = Box(52, 44, WIDTH - 104, HEIGHT - 88)
HEAD: Final = 100.0
GAP: Final = 13.0
REMEMBER_TALL: Final = 76.0
FOOT: Final = 42.0
STRIP: Final = 30.0
"""The app's own bar over a picture."""
LARGE: Final = 3
"""From this size of type on a page has four cards, not six."""
TEXT_SIZES: Final = ((23, 21, 20, 18, 17), (25, 23, 21, 19, 18), (30, 27, 25, 23, 21), (33, 30, 27, 24, 22))
"""Pixels of the instruction by size of type, the largest that fits."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One touch on a card: its number in the chosen digits, the app, what to do, the part of the screen."""

    figure: str
    app: str
    title: str
    tint: str
    ways: tuple[str, ...]
    """What to say, the fullest first."""
    scene: Scene
    written: bool = False
    """All of it is needed: something is written."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the cards of one lesson. A private lesson's has neither its name nor anybody's."""

    title: str
    icon: str
    pages: tuple[tuple[Cell, ...], ...]
    remember: str
    private: bool
    size: int = 1
    name: str = ""
    day: str = ""
    phone: str = ""
    """The number for help; empty: a line to write it on."""
    words: dict[str, str] = field(default_factory=dict)


def paper_of(card: Card, lang: str) -> Paper:
    """Lay a card out on as many pages as it needs."""
    leaves = (partial(_leaf, card, lang, number) for number in range(len(card.pages)))
    return Paper(card.title, tuple(leaves))


def rows_of(count: int) -> int:
    """Answer how many rows of two a page of so many cards has: never less than two."""
    return max(2, -(-count // 2))


def picture_height(rows: int, size: int) -> float:
    """Answer the height of a picture under its strip, in design pixels."""
    body = INSIDE.height - HEAD - FOOT - 2 - REMEMBER_TALL - GAP - 12
    return (body - GAP * (rows - 1)) / rows - STRIP - _words_height(size)


def _leaf(card: Card, lang: str, number: int, painter: QPainter) -> None:
    brush = Brush(painter, WIDTH, lang)
    brush.frame(EDGE, 30, "card", "ink", 3)
    head, rest = INSIDE.cut_top(HEAD, 0)
    _paint_head(brush, card, head, number)
    rest, foot = rest.cut_bottom(FOOT, 2)
    rest, remember = rest.cut_bottom(REMEMBER_TALL, GAP)
    _, body = rest.cut_top(0, 12)
    page = card.pages[number]
    places = body.grid(2, rows_of(len(page)), GAP)
    for cell, box in zip(page, places, strict=False):
        _paint_cell(brush, cell, box, card.size)
    if not card.private:
        _paint_notes(brush, card, places[len(page) :])
    _paint_remember(brush, card, remember)
    _paint_foot(brush, card, foot)


def _paint_notes(brush: Brush, card: Card, free: list[Box]) -> None:
    """Leave room to write where no card stands."""
    if len(free) % 2:
        _paint_lines(brush, card, free[0])
    if len(free) > 1:
        first, last = free[-2], free[-1]
        _paint_lines(brush, card, Box(first.lead, first.top, last.end - first.lead, first.height))


def _paint_lines(brush: Brush, card: Card, box: Box) -> None:
    brush.frame(box, 18, "", "line", 2, dashed=True)
    head, rest = box.inset(18, 12).cut_top(30)
    brush.write(card.words["notes"], head, (19, 17), "ink2", bold=True)
    for row in rest.rows(max(1, int(rest.height // 42)), 0):
        _to_write_on(brush, row)


def _paint_head(brush: Brush, card: Card, box: Box, number: int) -> None:
    upper, band = box.cut_bottom(12, 8)
    text, icon = upper.cut_end(84, 16)
    if card.icon:
        brush.drawing(card.icon, icon.inset(2))
    else:
        brush.drawing("motifs/dallah", icon.inset(2))
    small, large = text.cut_top(28)
    words = (
        card.words["head"]
        if len(card.pages) == 1
        else f"{card.words['head']} · {card.words[f'page{number}']}"
    )
    brush.write(words, small, (21, 19), "lagoon", bold=True)
    brush.write(card.title, large, (38, 34, 30, 27, 24), bold=True)
    brush.band(band)


def _words_height(size: int) -> float:
    """Answer the height of the place for the words of a card."""
    return (100.0, 106.0, 152.0, 160.0)[size - 1]


def _paint_cell(brush: Brush, cell: Cell, box: Box, size: int) -> None:
    painter = brush.painter
    strip, rest = box.cut_top(STRIP)
    picture, words = rest.cut_bottom(_words_height(size))
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(brush.at(box), 18, 18)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(brush.at(box), colour("card"))
    painter.fillRect(brush.at(strip), colour(cell.tint))
    bar = strip.inset(16, 0)
    name = brush.write(cell.app, bar, (18, 16, 14), "on_lagoon", bold=True)
    _, beside = bar.cut_lead(name.flow.widest, 18)
    if cell.title and cell.title != cell.app and beside.width > 60:
        title = lay(cell.title, (15, 14), beside.width, brush.lang, lines=1)
        if title.whole:
            brush.words(title, beside, "on_lagoon", TRAILING)
    paint_scene(painter, cell.scene, brush.at(picture))
    brush.line(box.lead, box.end, words.top, "ink", 2.5)
    painter.restore()
    brush.frame(box, 18, "", "ink", 2.5)
    _paint_words(brush, cell, words, size)


def _paint_words(brush: Brush, cell: Cell, box: Box, size: int) -> None:
    disc, text = box.inset(14, 7).cut_lead(46 if size < LARGE else 54, 12)
    brush.disc(disc.middle(disc.width), cell.figure, size=25)
    brush.words(words_for(cell, text.width, text.height, brush.lang, size), text, "ink")


def words_for(cell: Cell, width: float, height: float, lang: str, size: int) -> Laid:
    """Choose what to say: the fullest that stands in three large lines, else the shortest that fits.

    Where something is written all is said, in smaller lines if need be.
    """
    sizes = TEXT_SIZES[size - 1]
    tries: list[tuple[str, tuple[int, ...], int]] = [(way, sizes[:2], 3) for way in cell.ways]
    if cell.written:
        tries.insert(1, (cell.ways[0], sizes, 5))
    for way, allowed, lines in tries:
        laid = lay(way, allowed, width, lang, lines=lines, height=height, bold=True, spacing=1.3)
        if laid.whole:
            return laid
    return lay(cell.ways[-1], sizes, width, lang, height=height, bold=True, spacing=1.22)


def _paint_remember(brush: Brush, card: Card, box: Box) -> None:
    brush.frame(box, 18, "sand", "ink", 2.5)
    lamp, text = box.inset(18, 6).cut_lead(44, 16)
    brush.drawing("line/lamp", lamp.middle(44), "ink", "saffron")
    colon = card.remember.find(":")
    said = card.remember if 0 < colon < 24 else f"{card.words['remember']} {card.remember}"
    heavy = (0, said.find(":") + 1)
    laid = lay(said, (23, 21, 19, 17, 15), text.width, brush.lang, height=text.height, heavy=heavy,
               spacing=1.36)  # fmt: skip
    brush.words(laid, text)


def _paint_foot(brush: Brush, card: Card, box: Box) -> None:
    icon, rest = box.cut_lead(30, 10)
    brush.drawing("line/phone", icon.middle(28), "ink", "sand")
    help_box, own = rest.shares([1.0, 1.15], 18)
    label = brush.write(card.words["help"], help_box, (18, 16, 14), bold=True)
    _, line = help_box.cut_lead(label.flow.widest, 8)
    if card.phone:
        brush.write(card.phone, line, (20, 18, 16), bold=True)
    else:
        _to_write_on(brush, line)
    if card.private:
        brush.write(card.words["nameless"], own, (16, 14), "ink2", across=TRAILING)
    elif card.name:
        told = f"{card.name}، {card.day}" if brush.rtl else f"{card.name}, {card.day}"
        brush.write(told if card.day else card.name, own, (19, 17, 15, 13), bold=True, across=TRAILING)
    else:
        for key, part in zip(("name", "date"), own.shares([1.25, 1.0], 14), strict=True):
            label = brush.write(card.words[key], part, (17, 15, 13), bold=False)
            _to_write_on(brush, part.cut_lead(label.flow.widest, 6)[1])


def _to_write_on(brush: Brush, box: Box) -> None:
    """Draw a dotted line to write on."""
    y = box.top + box.height * 0.72
    spot = brush.at(Box(box.lead, y, box.width, 0))
    pen = QPen(colour("ink"), 1.6, Qt.PenStyle.DotLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    brush.painter.setPen(pen)
    brush.painter.drawLine(spot.topLeft(), spot.topRight())
