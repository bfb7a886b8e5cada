"""Elements to read and, where a lesson asks, to touch as read: cards and reviews."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON

FILLS = {
    "tint": "lagoon_tint",
    "done": "lagoon_tint",
    "warn": "pomegranate_tint",
    "lamp": "saffron_tint",
    "plain": "card",
}


class ReadButton(TouchButton):
    """Something to read that can be touched; it wears no border because it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ElementView | None = None

    def show_view(self, view: ElementView) -> None:
        """Take what stands in it."""
        self.view = view
        self.update()


class CardButton(ReadButton):
    """A note on a tinted ground: a drawing at the leading side, heading, lines."""

    def needed(self, width: int) -> int:
        """Answer the height of all lines."""
        if self.kit is None or self.view is None:
            return 60
        kit = self.kit
        inner = self._inner(QRectF(0, 0, width, 0), kit).width()
        tall = sum(
            paint.tall(text, inner, kit, role, bold, space) for text, role, bold, space in self._lines(kit)
        )
        return max(kit.px(58), ceil(tall) + 2 * kit.px(8 if self.tight else 14))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint ground, drawing and lines."""
        if self.view is None:
            return
        fill = kit.tint() if self.view.look not in FILLS or kit.dark else kit.q(FILLS[self.view.look])
        edge = kit.q("ink") if self.isDown() else None
        paint.face(painter, box, fill, edge, kit.px(3), kit.px(paint.RADIUS))
        inner = self._inner(box, kit)
        if drawing(self.view.icon):
            part, _ = paint.take(box.adjusted(kit.px(18), 0, -kit.px(18), 0), kit.px(36), kit)
            main = "ink" if kit.dark else ("lagoon" if self.view.look in FILLS else kit.accent)
            paint.centred(painter, kit.icon(drawing(self.view.icon), kit.px(36), main, "card"), part, kit)
        lines = self._lines(kit)
        total = sum(
            paint.tall(text, inner.width(), kit, role, bold, space) for text, role, bold, space in lines
        )
        top = box.center().y() - total / 2
        for text, role, bold, space in lines:
            tall = paint.tall(text, inner.width(), kit, role, bold, space)
            spot = QRectF(inner.left(), top, inner.width(), tall)
            paint.words(painter, text, spot, kit, role, "ink", bold, spacing=space)
            top += tall

    def _inner(self, box: QRectF, kit: Kit) -> QRectF:
        inner = box.adjusted(kit.px(18), 0, -kit.px(18), 0)
        if self.view is not None and drawing(self.view.icon):
            _, inner = paint.take(inner, kit.px(36), kit, kit.px(14))
        return inner

    def _lines(self, kit: Kit) -> list[tuple[str, str, bool, float]]:
        view = self.view
        if view is None:
            return []
        lines = [
            (kit.shown(view.label), "body", True, BUTTON),
            (kit.shown(view.text), "body", False, BUTTON + 0.12),
            (kit.shown(view.sub), "label", False, BUTTON + 0.1),
        ]
        return [line for line in lines if line[0]]


class FactsButton(ReadButton):
    """A review: rows of drawing, label and text between hair lines."""

    def needed(self, width: int) -> int:
        """Answer the height of all rows."""
        return ceil(sum(self._heights(width, self.kit))) if self.kit else 60

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the rows."""
        if self.view is None:
            return
        if self.isDown():
            paint.face(painter, box, kit.q("sand"), None, 0, kit.px(paint.RADIUS))
        column = self._column(kit)
        top = box.top()
        heights = self._heights(box.width(), kit)
        for (label, text, glyph), tall in zip(self.view.facts, heights, strict=True):
            row = QRectF(box.left(), top, box.width(), tall)
            self._row(painter, row, kit, (kit.shown(label), kit.shown(text), drawing(glyph)), column)
            top += tall
            painter.setPen(QPen(kit.q("hair"), kit.px(2)))
            painter.drawLine(QPointF(box.left(), top - kit.px(1)), QPointF(box.right(), top - kit.px(1)))

    def _row(
        self, painter: QPainter, row: QRectF, kit: Kit, fact: tuple[str, str, str], column: float
    ) -> None:
        label, text, glyph = fact
        inner = row.adjusted(kit.px(2), 0, -kit.px(2), 0)
        if self._any_icon():
            part, inner = paint.take(inner, kit.px(36), kit, kit.px(16))
            if glyph:
                paint.centred(painter, kit.icon(glyph, kit.px(36)), part, kit)
        if self._beside(inner.width(), kit, text, column):
            part, inner = paint.take(inner, column, kit, kit.px(20))
            paint.words(painter, label, part, kit, "label", "ink2")
            paint.words(painter, text, inner, kit, "label", "ink", True)
            return
        high = paint.tall(label, inner.width(), kit, "label")
        low = paint.tall(text, inner.width(), kit, "label", True)
        top = row.center().y() - (high + low) / 2
        paint.words(painter, label, QRectF(inner.left(), top, inner.width(), high), kit, "label", "ink2")
        paint.words(
            painter, text, QRectF(inner.left(), top + high, inner.width(), low), kit, "label", "ink", True
        )

    def _heights(self, width: float, kit: Kit) -> list[float]:
        column, heights = self._column(kit), []
        inner = width - kit.px(4) - (kit.px(52) if self._any_icon() else 0)
        for label, text, _ in self.view.facts if self.view else ():
            if self._beside(inner, kit, kit.shown(text), column):
                tall = paint.tall(kit.shown(text), inner - column - kit.px(20), kit, "label", True)
            else:
                tall = paint.tall(kit.shown(label), inner, kit, "label") + paint.tall(
                    kit.shown(text), inner, kit, "label", True
                )
            heights.append(
                max(float(kit.px(56 if self.tight else 66)), tall + kit.px(12 if self.tight else 18))
            )
        return heights

    def _column(self, kit: Kit) -> float:
        labels = [kit.shown(label) for label, _, _ in self.view.facts] if self.view else []
        return max((kit.width(label, "label") for label in labels), default=0.0) + 2

    def _beside(self, inner: float, kit: Kit, text: str, column: float) -> bool:
        return kit.width(text, "label", True) + column + kit.px(20) <= inner

    def _any_icon(self) -> bool:
        return any(drawing(glyph) for _, _, glyph in self.view.facts) if self.view else False


class CardPiece(Single):
    """A card, an address, a receipt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = CardButton()
        super().__init__(self.read, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the words over."""
        self.read.show_view(view)


class FactsPiece(Single):
    """A review of what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = FactsButton()
        super().__init__(self.read, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the rows over; the name holds all of them when there is no label."""
        self.read.show_view(view)
        if not (view.label or view.text):
            self.read.call(
                "، ".join(f"{kit.plain(label)} {kit.plain(text)}" for label, text, _ in view.facts)
            )
