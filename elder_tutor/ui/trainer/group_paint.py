"""Paint one cell of the matrix: a mark and, where it fits, a word; a picture and a name at the beginning."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.group_model import NAMES, GroupModel
from elder_tutor.ui.trainer.group_rows import Mark

DRAWINGS: Final = {
    Mark.NEEDS: "marks/needs",
    Mark.DUE: "marks/due",
    Mark.MASTERED: "marks/full",
    Mark.DONE: "marks/full",
    Mark.GOING: "marks/half",
    Mark.NONE: "marks/none",
}
GROUNDS: Final = {
    Mark.NEEDS: ("pomegranate_tint", "pomegranate"),
    Mark.DUE: ("saffron_tint", "hair"),
    Mark.MASTERED: ("lagoon_tint", "lagoon"),
    Mark.DONE: ("lagoon_tint", "hair"),
    Mark.GOING: ("card", "hair"),
    Mark.NONE: ("card", "hair"),
}
"""Fill and border by colour name; the mark alone says the same."""
GAP: Final = 4.0
"""Between two cells, in design pixels, as drawn."""
RADIUS: Final = 12.0
ENDLESS: Final = 1e5


class CellPainter(QStyledItemDelegate):
    """Paint from the model's own values; drawings and broken lines are kept."""

    def __init__(self, model: GroupModel, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self.metrics: Metrics | None = None
        self.held = QPersistentModelIndex()
        """The cell under a finger that is down."""
        self._words = lru_cache(maxsize=2048)(self._laid)
        self._names = lru_cache(maxsize=2048)(self._name)

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self._words.cache_clear()
        self._names.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave the sizes to the page."""
        return QSize(1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        m = self.metrics
        if m is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = m.px(GAP) / 2
        box = QRectF(option.rect).adjusted(half, half, -half, -half)
        if index.column() == NAMES:
            self._paint_learner(painter, box, m, index)
        else:
            self._paint_mark(painter, box, m, index)
        painter.restore()

    def paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ring of the keyboard inside a cell: ink, saffron, ink (TOKENS 4)."""
        m = self.metrics
        if m is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius, ink, lamp = m.px(RADIUS), m.px(9), m.px(4)
        inside = box.adjusted(ink / 2, ink / 2, -ink / 2, -ink / 2)
        for colour, wide in (("ink", ink), ("saffron", lamp)):
            painter.setPen(QPen(m.q(colour), wide))
            painter.drawRoundedRect(inside, radius, radius)

    def _paint_mark(
        self, painter: QPainter, box: QRectF, m: Metrics, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, column = index.row(), index.column()
        mark = self.model.mark(row, column)
        fill, edge = GROUNDS[mark]
        painter.setPen(QPen(m.q(edge), m.px(1.5)))
        painter.setBrush(QBrush(m.q("sand" if index == self.held else fill)))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), m.px(RADIUS), m.px(RADIUS))
        side = min(m.px(38), round(box.height() * 0.64))
        note = self.model.note(row, column)
        text = str(self.model.shown(note)) if note is not None else ""
        words = self._words(text, round(box.width()), round(box.height()), side, mark is Mark.NEEDS)
        if words is None:
            middle = QRectF(box.left(), box.top() + (box.height() - side) / 2, box.width(), side)
            look.paint_mark(painter, DRAWINGS[mark], middle, m)
            return
        total = side + m.px(10) + words.widest
        run = Box((box.width() - total) / 2, 0, total + 2, box.height())
        drawing, rest = run.cut_lead(side, m.px(10))
        look.paint_mark(painter, DRAWINGS[mark], _in(drawing.middle(side), box, m), m)
        words.paint(painter, _in(rest, box, m), m.q("pomegranate" if mark is Mark.NEEDS else "ink2"))

    def _paint_learner(
        self, painter: QPainter, box: QRectF, m: Metrics, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        who = self.model.learner(index.row())
        painter.fillRect(QRectF(box.left(), box.top() - m.px(GAP) / 2, box.width(), m.px(1.6)), m.q("hair"))
        if index == self.held:
            painter.setPen(QPen(m.q("hair"), 1))
            painter.setBrush(QBrush(m.q("sand")))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), m.px(RADIUS), m.px(RADIUS))
        tall = min(m.px(52), round(box.height() - m.px(6)))
        picture, rest = Box(0, 0, box.width(), box.height()).cut_lead(round(tall / 1.1), m.px(12))
        look.paint_drawing(painter, f"pictures/{who.picture}", _in(picture.middle(tall), box, m))
        place = _in(rest, box, m)
        painter.setClipRect(place)
        self._names(who.name, round(rest.width), round(box.height())).paint(painter, place, m.q("ink"))

    def _laid(self, text: str, width: int, height: int, side: int, bold: bool) -> Flow | None:
        """Lay a word out beside its mark; None where it does not fit."""
        m = self.metrics
        if not text or m is None:
            return None
        room, tall = width - side - m.px(26), height - m.px(6)
        words = look.fitting(text, m, "nav", room, tall, bold)
        return words if look.fits(words, room, tall) else None

    def _name(self, name: str, room: int, height: int) -> Flow:
        """Lay a name out; one endless word keeps its beginning."""
        assert self.metrics is not None
        words = look.fitting(name, self.metrics, "body", room, height, True)
        if words.widest <= room + 0.5:
            return words
        return look.laid(name, self.metrics, "head", ENDLESS, True)


def _in(part: Box, box: QRectF, m: Metrics) -> QRectF:
    """Answer where a part of a cell lies on the view."""
    return area(part, box.width(), m.rtl).translated(box.left(), box.top())
