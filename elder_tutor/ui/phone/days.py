"""The buttons of a calendar: big arrows, days of a month, days of a week."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.text.marks import shown
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import CELL, Kit
from elder_tutor.ui.phone.touch import TouchButton

FRAME: Final = 3.5
"""Design pixels of a free day's frame."""


class ArrowButton(TouchButton):
    """A large arrow to the next or the previous page of days."""

    def __init__(self, forward: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forward = forward

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face and arrow."""
        radius = kit.px(16)
        if not self.available:
            paint.closed_face(painter, box, kit, radius)
        else:
            fill = kit.q("lagoon_tint" if self.isDown() else "screen")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), radius)
        colour = "lagoon" if self.available else "disabled_text"
        arrow = kit.icon("line/chevron", kit.px(30), colour, "screen", turn=not self.forward)
        paint.centred(painter, arrow, box, kit)


class DayButton(TouchButton):
    """A day that can be touched: framed when free, a line through it when full, filled when chosen."""

    one_of_many = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self.number = ""
        self.past = self.closed = self.week = False
        """A day gone by and a day of rest stand plain: only a full day has a line through."""
        self.words = self.state = ""
        self.px = 28

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint frame and number, or the row of a week."""
        free = self.available
        radius = kit.px(14)
        if self.isChecked():
            paint.chosen_face(painter, box, kit, radius)
        elif free:
            fill = kit.q("lagoon_tint" if self.isDown() else "screen")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(FRAME), radius)
        elif self.isDown():
            paint.face(painter, box, kit.q("sand"), None, 0, radius)
        colour = "ink" if free or self.isChecked() else "full_day"
        if self.week:
            self._paint_week(painter, box.adjusted(kit.px(16), 0, -kit.px(16), 0), kit, colour)
        else:
            px = day_size(kit)
            paint.spaced_digits(painter, self.number, box, kit, colour, px)
            if not free and not self.past and not self.closed:
                strike(painter, box, kit.px(15), kit)

    def _paint_week(self, painter: QPainter, box: QRectF, kit: Kit, colour: str) -> None:
        px = self.px
        wide = kit.width(self.state, "label", False, px) + kit.px(4)
        part, rest = paint.take_end(box, wide, kit, kit.px(10))
        paint.words(painter, self.state, part, kit, "label", colour, False, paint.TRAILING, px=px)
        paint.words(painter, self.words, rest, kit, "body", colour, True, px=px)
        if not self.available and not self.past and not self.closed:
            width = kit.flow(self.words, "body", rest.width(), True, 1.25, px).widest
            line, _ = paint.take(rest, width, kit)
            painter.fillRect(
                QRectF(line.left(), line.center().y() - kit.px(1), width, kit.px(3)), kit.q(colour)
            )


def day_size(kit: Kit) -> int:
    """Answer the pixels of a cell's digits: never more than the cell less 16 (TOKENS 5)."""
    return min(kit.size("label"), kit.px(CELL - 16))


def week_words(kit: Kit, day: date) -> str:
    """Answer a day of the week row: its name and number; the heading tells the month."""
    names = kit.wording.weekdays()
    return f"{shown(names[day.weekday()])} {kit.wording.number(day.day)}"


def week_size(kit: Kit, words: str, width: float, most: int) -> int:
    """Answer the largest size at which a day of the week row stays on one line, never below the floor."""
    size, floor = min(kit.size("label"), most), kit.px(28)
    while size > floor and kit.flow(words, "body", 1e5, True, 1.25, size).widest > width:
        size -= 1
    return size


def strike(painter: QPainter, box: QRectF, half: float, kit: Kit) -> None:
    """Paint the line of a full day through the middle of a box."""
    painter.setPen(QPen(kit.q("full_day"), kit.px(3)))
    middle = QPointF(box.center().x(), box.center().y() + kit.px(1))
    painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
