"""Painted parts that several pages share: a learner's picture and name, an entry of a legend."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.counting import State
from elder_tutor.ui.card_face import paint_face
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


class LearnerHead(Part):
    """A learner's picture and name at the beginning of a row."""

    def __init__(self, name: str, picture: str, parent: QWidget, symbol: str = "") -> None:
        super().__init__(name, parent)
        self.picture, self.symbol = picture, symbol

    def paint(self, painter: QPainter, box: QRectF, m: Metrics) -> None:
        """Paint picture and name."""
        if self.isDown():
            painter.setPen(QPen(m.q("hair"), 1))
            painter.setBrush(QBrush(m.q("sand")))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), m.px(self.radius), m.px(self.radius))
        tall = self._picture()
        line = Box(0, 0, box.width(), box.height())
        picture, rest = line.cut_lead(round(tall / 1.1), m.px(14))
        face = area(picture.middle(tall), box.width(), m.rtl)
        if self.symbol:
            paint_face(painter, face, self.picture.removeprefix("pictures/"), self.symbol, m.q("ink").name())
        else:
            look.paint_drawing(painter, self.picture, face)
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
        self.kind = "body"
        """Of the words: a size of type."""
        self.side = 36.0
        """Of the mark, in design pixels."""

    def clipped(self) -> bool:
        """Tell whether the words need more room than there is."""
        return self.metrics is not None and self.width() < self.wide() - 1

    def wide(self) -> int:
        """Answer the width in window pixels of mark and words."""
        m = self._m
        return round(look.laid(self.text(), m, self.kind, 1e5).widest) + m.px(self.side) + m.px(12) + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark and words."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        side = m.px(self.side)
        mark, rest = Box(0, 0, self.width(), self.height()).cut_lead(side, m.px(12))
        box = area(mark.middle(side), self.width(), m.rtl)
        if self.drawing.startswith("marks/"):
            look.paint_mark(painter, self.drawing, box, m)
        else:
            look.paint_icon(painter, self.drawing, box, m, m.colours.ink, m.colours.card)
        words = look.laid(self.text(), m, self.kind, rest.width + 4)
        words.paint(painter, area(rest, self.width(), m.rtl), m.q("ink"))
        painter.end()
