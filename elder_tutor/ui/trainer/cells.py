"""The parts of the matrix: a learner's name, a cell with its mark, the legend."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.counting import State
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.tolerance import TolerantButton

MARKS: Final = {
    State.DONE: "marks/full",
    State.GOING: "marks/half",
    State.NEEDS: "marks/needs",
    State.NONE: "marks/none",
}
ENDLESS: Final = 1e5
_GROUNDS: Final = {
    State.DONE: ("lagoon_tint", "hair"),
    State.GOING: ("card", "hair"),
    State.NEEDS: ("pomegranate_tint", "pomegranate"),
    State.NONE: ("card", "hair"),
}
"""Fill and border by colour name; the mark alone says the same."""


class Part(TolerantButton):
    """A part of the matrix that opens a learner; it paints itself."""

    radius = 12.0

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.metrics: Metrics | None = None

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.touch(self.tolerance, metrics.px_per_mm)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()), self.metrics)
        painter.end()

    def paint(self, painter: QPainter, box: QRectF, m: Metrics) -> None:
        """Paint inside a box of window pixels."""
        raise NotImplementedError


class MatrixCell(Part):
    """One learner at one lesson: a mark, and in trouble the step that stops."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.state, self.note = State.NONE, ""

    def render_cell(self, state: State, note: str, sentence: str) -> None:
        """Show a state; ``note`` stands beside the mark where it fits."""
        self.state, self.note = state, note
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.update()

    def paint(self, painter: QPainter, box: QRectF, m: Metrics) -> None:
        """Paint ground, mark and note."""
        fill, edge = _GROUNDS[self.state]
        half = m.px(1.5) / 2
        painter.setPen(QPen(m.q(edge), m.px(1.5)))
        painter.setBrush(QBrush(m.q("sand" if self.isDown() else fill)))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), m.px(self.radius), m.px(self.radius))
        side = min(m.px(40), round(box.height() * 0.66))
        words = self._words(box, side, m)
        if words is None:
            look.paint_drawing(painter, MARKS[self.state], self._middle(box, side))
            return
        total = side + m.px(12) + words.widest
        run = Box((box.width() - total) / 2, 0, total + 2, box.height())
        mark, rest = run.cut_lead(side, m.px(12))
        look.paint_drawing(painter, MARKS[self.state], area(mark.middle(side), box.width(), m.rtl))
        words.paint(painter, area(rest, box.width(), m.rtl), m.q(self._colour()))

    def _words(self, box: QRectF, side: int, m: Metrics) -> Flow | None:
        if not self.note:
            return None
        width, height = box.width() - side - m.px(36), box.height() - m.px(6)
        words = look.fitting(self.note, m, "head", width, height, self.state is State.NEEDS)
        return words if look.fits(words, width, height) else None

    def _colour(self) -> str:
        return "pomegranate" if self.state is State.NEEDS else "ink2"

    def _middle(self, box: QRectF, side: int) -> QRectF:
        return QRectF(box.left(), box.top() + (box.height() - side) / 2, box.width(), side)


class LearnerHead(Part):
    """A learner's picture and name at the beginning of a row."""

    def __init__(self, name: str, picture: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.picture = picture

    def paint(self, painter: QPainter, box: QRectF, m: Metrics) -> None:
        """Paint picture and name."""
        if self.isDown():
            painter.setPen(QPen(m.q("hair"), 1))
            painter.setBrush(QBrush(m.q("sand")))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), m.px(self.radius), m.px(self.radius))
        tall = self._picture()
        line = Box(0, 0, box.width(), box.height())
        picture, rest = line.cut_lead(round(tall / 1.1), m.px(14))
        look.paint_drawing(painter, self.picture, area(picture.middle(tall), box.width(), m.rtl))
        words, place = self._name(rest.width), area(rest, box.width(), m.rtl)
        painter.setClipRect(place)
        words.paint(painter, place, m.q("ink"))

    def _name(self, room: float) -> Flow:
        """Lay the name out; one endless word keeps its beginning."""
        assert self.metrics is not None
        words = look.fitting(self.text(), self.metrics, "body", room, self.height(), True)
        if words.widest <= room + 0.5:
            return words
        return look.laid(self.text(), self.metrics, "head", ENDLESS, True)

    def clipped(self) -> bool:
        """Tell whether the name needs more room than there is."""
        if self.metrics is None:
            return False
        m, tall = self.metrics, self._picture()
        room = self.width() - round(tall / 1.1) - m.px(14)
        return not look.fits(self._name(room), room, self.height())

    def _picture(self) -> int:
        assert self.metrics is not None
        return min(self.metrics.px(58), round(self.height() - self.metrics.px(8)))


class LegendEntry(look.Drawn):
    """A mark and what it means."""

    def __init__(self, name: str, drawing: str, parent: QWidget) -> None:
        super().__init__(name, "body", parent=parent)
        self.drawing = drawing

    def clipped(self) -> bool:
        """Tell whether the words need more room than there is."""
        return self.metrics is not None and self.width() < self.wide() - 1

    def wide(self) -> int:
        """Answer the width in window pixels of mark and words."""
        m = self._m
        return round(look.laid(self.text(), m, "body", 1e5).widest) + m.px(36) + m.px(12) + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and words."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        side = m.px(36)
        mark, rest = Box(0, 0, self.width(), self.height()).cut_lead(side, m.px(12))
        box = area(mark.middle(side), self.width(), m.rtl)
        if self.drawing.startswith("marks/"):
            look.paint_drawing(painter, self.drawing, box)
        else:
            look.paint_icon(painter, self.drawing, box, m, m.colours.ink, m.colours.card)
        words = look.laid(self.text(), m, "body", rest.width + 4)
        words.paint(painter, area(rest, self.width(), m.rtl), m.q("ink"))
        painter.end()
