"""Lay out words in lines of even pitch, either direction, and paint them where they belong.

Plain word-wrapped right-to-left labels are ragged by a trailing space and style sheets cannot
set a line spacing, so every text of the program is laid out here (EVIDENCE 2.4).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from elder_tutor.frozen import dataclass
from elder_tutor.text.bidi import direction

TEXT: Final = 1.5
SPOKEN: Final = 1.6
BUTTON: Final = 1.25
"""Line pitch in em (TOKENS 2)."""

DIGITS_DROP: Final = 0.09
"""A label of digits alone sits high in the line box; move it down by this many em (TOKENS 2)."""

_FREE: Final = 1e6
KEPT: Final = 256
"""So many texts stay laid out."""
watcher: Callable[[QPainter, QRectF], None] | None = None
"""Is told of every line that is painted and where its letters stand, while a page is measured."""


@dataclass(frozen=True)
class Flow:
    """A text in lines. ``height`` and ``widest`` are window pixels."""

    layout: QTextLayout
    pitch: float
    lift: float
    height: float
    widest: float
    rtl: bool
    spans: tuple[tuple[float, float], ...]
    """Of each line: where its first and last ink-bearing letters end, in the layout's own x."""

    @property
    def lines(self) -> int:
        """Answer how many lines there are."""
        return self.layout.lineCount()

    def line(self, number: int) -> QTextLine:
        """Answer one line of the layout."""
        return self.layout.lineAt(number)

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        colour: QColor,
        across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        down: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        """Paint the lines inside an area; ``across`` is leading, trailing or centre."""
        painter.setPen(colour)
        top = self.top(area, down)
        for number in range(self.lines):
            self.draw_line(painter, number, self.left(area, number, across), top)

    def draw_line(self, painter: QPainter, number: int, left: float, top: float) -> None:
        """Paint one line; ``left`` is where the layout's zero stands, ``top`` where the first line begins."""
        self.line(number).draw(painter, QPointF(left, top + self.lift + number * self.pitch))
        if watcher is not None:
            begin, end = self.spans[number]
            watcher(painter, QRectF(left + begin, top + number * self.pitch, end - begin, self.pitch))

    def extent(self, number: int, start: int, end: int) -> tuple[float, float] | None:
        """Answer where the letters from ``start`` to ``end`` lie in a line, in the layout's own x."""
        line = self.line(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            return None
        return _edges(line, first, last)

    def top(self, area: QRectF, down: Qt.AlignmentFlag) -> float:
        """Answer where the first line's pitch box begins."""
        if down == Qt.AlignmentFlag.AlignTop:
            return area.top()
        spare = area.height() - self.height
        return area.top() + (spare if down == Qt.AlignmentFlag.AlignBottom else spare / 2)

    @cached_property  # asked for with every size and every repaint; it takes longer than laying the text out
    def spill(self) -> tuple[float, float]:
        """Answer how far ink stands above the first pitch box and below the last one, window pixels.

        Less than 0 where it ends inside.
        """
        if not self.lines:
            return 0.0, 0.0
        return -_ink(self.line(0))[0] - self.lift, _ink(self.line(self.lines - 1))[1] + self.lift - self.pitch

    def needed(self) -> float:
        """Answer the height in window pixels that shows every mark above and below a letter."""
        return self.height + sum(max(0.0, each) for each in self.spill)

    def inside(self, area: QRectF, down: Qt.AlignmentFlag, drop: float = 0.0) -> QRectF:
        """Answer the area moved down by ``drop``, and as far as lets its edges cut no mark of a letter."""
        over, under = self.spill
        top = self.top(area, down)
        least, most = area.top() + over, area.bottom() - self.height - under
        # Where there is no room for all, as much is missing above as below.
        place = min(max(top + drop, least), most) if least <= most else (least + most) / 2
        return area.translated(0, place - top)

    def left(self, area: QRectF, number: int, across: Qt.AlignmentFlag) -> float:
        """Answer where the layout's own zero stands so that this line is aligned."""
        begin, end = self.spans[number]
        if across == Qt.AlignmentFlag.AlignHCenter:
            return area.left() + (area.width() - (end - begin)) / 2 - begin
        at_right = self.rtl == (across == Qt.AlignmentFlag.AlignLeading)
        return area.right() - end if at_right else area.left() - begin


def flow(
    text: str,
    font: QFont,
    width: float,
    rtl: bool,
    spacing: float = TEXT,
    bold: tuple[int, int] | None = None,
) -> Flow:
    """Break a text into lines no wider than ``width`` window pixels; a word is never broken.

    ``bold`` is a start and length in characters that stand in bold. Words of a language of the other
    direction run their own way, and begin at their own side where they take more than one line.
    """
    return _laid(text, QFont(font), width, rtl, spacing, bold)


@lru_cache(maxsize=KEPT)
def _laid(
    text: str, font: QFont, width: float, rtl: bool, spacing: float, bold: tuple[int, int] | None
) -> Flow:
    """Lay a text out once: a button asks for its size several times before it is painted."""
    own = direction(text)
    onward = rtl if own is None else own
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if onward else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    if bold:
        layout.setFormats([_bold(bold, font)])
    pitch = spacing * font.pixelSize()
    spans = _break(layout, max(1.0, width))
    # The broader of the two: a line given exactly its ink's width would break again.
    natural_width = max((layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount())), default=0.0)
    widest = max(natural_width, max((end - begin for begin, end in spans), default=0.0))
    metrics = QFontMetricsF(font)
    lift = (pitch - metrics.ascent() - metrics.descent()) / 2
    side = onward if len(spans) > 1 else rtl
    return Flow(layout, pitch, lift, len(spans) * pitch, widest, side, tuple(spans))


def natural(text: str, font: QFont, rtl: bool, spacing: float = BUTTON) -> Flow:
    """Lay a text out without any breaking but its own."""
    return flow(text, font, _FREE, rtl, spacing)


def widest_word(text: str, font: QFont) -> float:
    """Answer the width of the longest word: no box may be narrower."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def digits_only(text: str) -> bool:
    """Tell whether a label is digits alone, which sit high in this font's line box."""
    bare = "".join(mark for mark in text if mark.isalnum())
    return bool(bare) and bare.isdigit()


def _break(layout: QTextLayout, width: float) -> list[tuple[float, float]]:
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
    layout.endLayout()
    # Qt counts a letter beyond U+FFFF as two.
    units = layout.text().encode("utf-16-le", "surrogatepass")
    return [_span(units, line) for line in lines]


def _span(units: bytes, line: QTextLine) -> tuple[float, float]:
    # Measured by the letters themselves: the space a line was broken at stands outside, at
    # whichever side it falls, and must not push a right-to-left line off its margin.
    first, count = line.textStart(), line.textLength()
    text = units[2 * first : 2 * (first + count)].decode("utf-16-le", "surrogatepass")
    return _edges(line, first, first + count - (len(text) - len(text.rstrip())))


def _edges(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    # By the glyphs: where the direction changes, and at a number that ends a right-to-left line
    # («أقل من 5»), a cursor stands at an edge of its neighbour or of the line.
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    if not boxes:
        return 0.0, 0.0
    return min(box.left() for box in boxes), max(box.right() for box in boxes)


def _ink(line: QTextLine) -> tuple[float, float]:
    # By each letter: the box of a run is as high as the font, and a tight pitch is not.
    boxes = [
        font.boundingRect(glyph).translated(place)
        for run in line.glyphRuns()
        for font in (run.rawFont(),)
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    inked = [box for box in boxes if not box.isEmpty()]
    half = line.height() / 2  # a line of spaces has no ink
    return min((box.top() for box in inked), default=half), max((box.bottom() for box in inked), default=half)


def _bold(span: tuple[int, int], font: QFont) -> QTextLayout.FormatRange:
    from PySide6.QtGui import QTextCharFormat  # its properties take longer to load than all the rest here

    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.Bold)
    look = QTextCharFormat()
    look.setFont(heavy)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = span[0], span[1], look
    return part
