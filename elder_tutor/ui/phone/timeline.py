"""How far a matter has come: stages one below the other, each told by shape, word and place."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.textflow import BUTTON

DISC, RAIL = 40, 54
"""Design pixels: a stage's mark, and the column it stands in."""


class Stage(Label):
    """One stage: its words, the second line and when it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spacing = BUTTON
        self.sub = Label(self)
        self.sub.role, self.sub.colour, self.sub.spacing = "label", "ink2", BUTTON

    def needed(self, width: int) -> int:
        """Answer the height of both lines."""
        least = self.kit.px(DISC) if self.kit else DISC
        return max(least, self.tall(width) + self.sub.tall(width))

    def place(self) -> None:
        """Stand the second line under the first."""
        self.down = paint.MIDDLE if not self.sub.text() else paint.TOP
        high = self.tall(self.width())
        self.sub.setVisible(bool(self.sub.text()))
        self.sub.setGeometry(0, high, self.width(), self.sub.tall(self.width()))


class TimelinePiece(Piece):
    """Stages of a request; the one reached wears the lamp, those before it a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(self)
        self.head.bold, self.head.spacing = True, BUTTON
        self.stages: list[Stage] = []

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show every stage and tell which is reached."""
        self.head.say(kit.shown(view.label or view.text), kit)
        self.head.setVisible(bool(self.head.text()))
        self.head.setObjectName(f"{view.id}/label")
        while len(self.stages) > len(view.rows):
            gone = self.stages.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.stages) < len(view.rows):
            self.stages.append(Stage(self))
            self.stages[-1].show()
        at = self.reached(view.rows)
        for number, (stage, row) in enumerate(zip(self.stages, view.rows, strict=True)):
            self._show(stage, row, number - at, view, kit)

    @staticmethod
    def reached(rows: tuple[RowView, ...]) -> int:
        """Answer the number of the stage that is reached, -1 for none."""
        return max((number for number, row in enumerate(rows) if row.chosen), default=-1)

    def needed(self, width: int) -> int:
        """Answer the height of all stages."""
        if self.kit is None:
            return 100
        room = width - self.kit.px(RAIL)
        gap = self.kit.px(14 if self.tight else 22)
        tall = sum(stage.needed(room) for stage in self.stages) + gap * max(0, len(self.stages) - 1)
        return self._head(width) + tall

    def place(self) -> None:
        """Stand the stages beside their marks."""
        if self.kit is None:
            return
        self.head.setGeometry(0, 0, self.width(), self.head.tall(self.width()))
        rail = self.kit.px(RAIL)
        room, top = self.width() - rail, self._head(self.width())
        spare = self.height() - self.needed(self.width())
        gap = self.kit.px(14 if self.tight else 22) + max(0, spare) // max(1, len(self.stages))
        for stage in self.stages:
            tall = stage.needed(room)
            stage.setGeometry(0 if self.kit.rtl else rail, top, room, tall)
            stage.place()
            top += tall + gap

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the line and a mark for each stage."""
        at, marks = self.reached(view.rows), [self._mark(stage, box, kit) for stage in self.stages]
        for number, (upper, lower) in enumerate(pairwise(marks)):
            done = number < at
            painter.setPen(QPen(kit.q("lagoon" if done else "line"), kit.px(6 if done else 3)))
            painter.drawLine(
                QPointF(upper.center().x(), upper.bottom() + kit.px(4)),
                QPointF(lower.center().x(), lower.top() - kit.px(4)),
            )
        for number, mark in enumerate(marks):
            if number < at or (number == at == len(marks) - 1):
                paint.tick(painter, mark, kit)
            elif number == at:
                paint.face(painter, mark, kit.q("saffron"), kit.q("#14262E"), kit.px(4), mark.width() / 2)
                inner = mark.adjusted(kit.px(13), kit.px(13), -kit.px(13), -kit.px(13))
                paint.face(painter, inner, kit.q("#14262E"), None, 0, inner.width() / 2)
            else:
                paint.face(painter, mark, kit.q("card"), kit.q("line"), kit.px(4), mark.width() / 2)

    def _head(self, width: int) -> int:
        if self.kit is None or not self.head.text():
            return 0
        return self.head.tall(width) + self.kit.px(12)

    def _mark(self, stage: Stage, box: QRectF, kit: Kit) -> QRectF:
        side = kit.px(DISC)
        part, _ = paint.take(QRectF(box.left(), stage.y(), box.width(), stage.height()), side, kit)
        first = ceil(kit.size("body") * BUTTON) if stage.sub.text() else stage.height()
        return QRectF(part.left(), part.top() + max(0, (first - side) / 2), side, side)

    def _show(self, stage: Stage, row: RowView, after: int, view: ElementView, kit: Kit) -> None:
        last = row is view.rows[-1]
        state: Phrase = sayings.REACHED if after < 0 or (after == 0 and last) else sayings.COMING
        if after == 0 and not last:
            state = sayings.NOW
        stage.bold, stage.colour = after == 0, "ink" if after <= 0 else "ink2"
        stage.setObjectName(f"{view.id}/{row.id}")
        stage.say(kit.shown(row.label), kit)
        stage.sub.say(kit.shown(row.sub), kit)
        about = " · ".join(part for part in (kit.plain(state), kit.plain(row.sub)) if part)
        stage.setAccessibleName(f"{kit.plain(row.label)}: {about}")
