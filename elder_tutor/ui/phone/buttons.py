"""Buttons with words: an icon at the leading side, a label that wraps, perhaps a second line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.paint import CENTRE, LEADING, MIDDLE, Dress, dress_of
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON


class WordButton(TouchButton):
    """A button in the middle of whose face an icon and a label stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = self.look = ""
        self.role, self.least, self.drawn = "body", 58.0, 34.0
        self.pad, self.rise, self.radius = 16.0, 10.0, 18.0

    def render_words(self, words: str, glyph: str = "", look: str = "") -> None:
        """Show a label, a drawing and a look."""
        if (words, glyph, look) != (self.text(), self.glyph, self.look):
            self.glyph, self.look = glyph, look
            self.setText(words)
            self.update()

    def needed(self, width: int) -> int:
        """Answer the height that holds the label in lines."""
        if self.kit is None:
            return 58
        tall = paint.tall(self.text(), self.room(width, self.kit), self.kit, self.role, True)
        primary = (62 if self.tight else 70) if self.look == "primary" else self.least
        return max(self.kit.px(primary), ceil(tall) + 2 * self.kit.px(self.rise))

    def room(self, width: float, kit: Kit) -> float:
        """Answer the width left for words."""
        return width - 2 * kit.px(self.pad) - (self._beside(kit) if drawing(self.glyph) else 0)

    def natural(self, kit: Kit) -> int:
        """Answer the width that keeps the label on one line."""
        beside = self._beside(kit) if drawing(self.glyph) else 0
        return ceil(kit.width(self.text(), self.role, True)) + 2 * kit.px(self.pad) + beside + 2

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, icon and label, the two together in the middle."""
        dress = dress_of(self.look, kit)
        colour = self.paint_face(painter, box, kit, dress)
        glyph = drawing(self.glyph)
        beside = self._beside(kit) if glyph else 0
        inner = box.adjusted(kit.px(self.pad), 0, -kit.px(self.pad), 0)
        wide = min(
            kit.flow(self.text(), self.role, inner.width() - beside + 0.5, True, BUTTON).widest, inner.width()
        )
        left = inner.center().x() - (wide + beside) / 2
        run = QRectF(left, inner.top(), wide + beside, inner.height())
        if glyph:
            part, run = paint.take(run, kit.px(self.drawn), kit, beside - kit.px(self.drawn))
            soft = dress.soft if not self.isDown() else dress.pressed
            paint.centred(painter, kit.icon(glyph, kit.px(self.drawn), colour, soft), part, kit)
        paint.words(painter, self.text(), run.adjusted(-1, 0, 1, 0), kit, self.role, colour, True, CENTRE)

    def paint_face(self, painter: QPainter, box: QRectF, kit: Kit, dress: Dress) -> str:
        """Paint the face for the present state; answer the colour of what stands on it."""
        radius = kit.px(self.radius)
        if not self.available:
            paint.closed_face(painter, box, kit, radius)
            return "disabled_text"
        edge = None if dress.edge == dress.fill else kit.q(dress.edge)
        paint.face(
            painter, box, kit.q(dress.pressed if self.isDown() else dress.fill), edge, kit.px(3), radius
        )
        return dress.text

    def _beside(self, kit: Kit) -> int:
        return kit.px(self.drawn) + kit.px(14)


class RowButton(TouchButton):
    """A row: drawing, label and second line from the leading side, a mark at the trailing end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sub = self.glyph = self.mark = ""
        self.chosen = self.round = self.flat = False
        self.role, self.bold = "body", True
        self.least, self.side = 66.0, 52.0

    def render_row(
        self, words: str, sub: str = "", glyph: str = "", chosen: bool = False, mark: str = ""
    ) -> None:
        """Show a row; ``mark`` is ``go`` (a chevron), ``radio``, ``check`` or none."""
        state = (words, sub, glyph, chosen, mark)
        if state != (self.text(), self.sub, self.glyph, self.chosen, self.mark):
            self.sub, self.glyph, self.chosen, self.mark = sub, glyph, chosen, mark
            self.setText(words)
            self.update()

    def needed(self, width: int) -> int:
        """Answer the height that holds both texts in lines."""
        if self.kit is None:
            return 66
        kit, room = self.kit, self.room(width, self.kit)
        tall = paint.tall(self.text(), room, kit, self.role, self.bold)
        tall += paint.tall(self.sub, room, kit, "label") + (kit.px(2) if self.sub else 0)
        return max(kit.px(self.least), ceil(tall) + 2 * kit.px(9))

    def room(self, width: float, kit: Kit) -> float:
        """Answer the width left for words."""
        width -= 2 * self._pad(kit)
        width -= kit.px(self.side) + kit.px(14) if drawing(self.glyph) else 0
        return width - (kit.px(34) + kit.px(10) if self._end() else 0)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the row from leading to trailing."""
        colour = self._face(painter, box, kit)
        inner = box.adjusted(self._pad(kit), 0, -self._pad(kit), 0)
        glyph = drawing(self.glyph)
        if self.mark in ("radio", "check"):
            part, inner = paint.take(inner, kit.px(34), kit, kit.px(10))
            self._choice(painter, part, kit)
        if glyph:
            part, inner = paint.take(inner, kit.px(self.side), kit, kit.px(14))
            self._drawing(painter, glyph, part, kit, colour)
        if self.mark == "go" or (self.chosen and self.mark not in ("radio", "check")):
            part, inner = paint.take_end(inner, kit.px(34), kit, kit.px(10))
            self._end_mark(painter, part, kit, colour)
        self._texts(painter, inner, kit, colour)

    def _pad(self, kit: Kit) -> int:
        return kit.px(4) if self.flat else kit.px(16)

    def _end(self) -> bool:
        return bool(self.mark) or self.chosen

    def _face(self, painter: QPainter, box: QRectF, kit: Kit) -> str:
        radius = kit.px(paint.RADIUS)
        if self.flat:
            if self.isDown():
                paint.face(painter, box, kit.q("sand"), None, 0, radius)
            return "ink"
        if not self.available:
            paint.closed_face(painter, box, kit, radius)
            return "disabled_text"
        if self.chosen and self.mark != "check":
            paint.chosen_face(painter, box, kit, radius)
        else:
            paint.face(
                painter,
                box,
                kit.q("lagoon_tint" if self.isDown() else "card"),
                kit.q("line"),
                kit.px(3),
                radius,
            )
        return "ink"

    def _texts(self, painter: QPainter, inner: QRectF, kit: Kit, colour: str) -> None:
        label = paint.tall(self.text(), inner.width(), kit, self.role, self.bold)
        sub = paint.tall(self.sub, inner.width(), kit, "label")
        gap = kit.px(2) if self.sub else 0
        top = inner.center().y() - (label + gap + sub) / 2
        upper = QRectF(inner.left(), top, inner.width(), label)
        paint.words(painter, self.text(), upper, kit, self.role, colour, self.bold, LEADING, MIDDLE)
        lower = QRectF(inner.left(), top + label + gap, inner.width(), sub)
        second = "ink2" if colour == "ink" else colour
        paint.words(painter, self.sub, lower, kit, "label", second, False, LEADING, MIDDLE)

    def _drawing(self, painter: QPainter, glyph: str, part: QRectF, kit: Kit, colour: str) -> None:
        side = kit.px(self.side)
        if glyph.startswith("line/"):
            disc = QRectF(part.center() - QPointF(side / 2, side / 2), QRectF(0, 0, side, side).size())
            paint.face(painter, disc, kit.tint(), None, 0, kit.px(14))
            main = colour if colour != "ink" or kit.dark else kit.accent
            paint.centred(painter, kit.icon(glyph, round(side * 0.66), main, "card"), disc, kit)
        else:
            paint.centred(painter, kit.icon(glyph, side), part, kit)

    def _choice(self, painter: QPainter, part: QRectF, kit: Kit) -> None:
        side = kit.px(34)
        spot = QRectF(part.center() - QPointF(side / 2, side / 2), QRectF(0, 0, side, side).size())
        radius = side / 2 if self.mark == "radio" else kit.px(8)
        if self.chosen:
            paint.face(painter, spot, kit.q("lagoon"), None, 0, radius)
            paint.stroke(
                painter, spot, ((0.27, 0.53), (0.44, 0.69), (0.74, 0.36)), kit.q("on_lagoon"), side * 0.1
            )
        else:
            paint.face(painter, spot, kit.q("card"), kit.q("line"), kit.px(3), radius)

    def _end_mark(self, painter: QPainter, part: QRectF, kit: Kit, colour: str) -> None:
        side = kit.px(32)
        if self.chosen:
            disc = QRectF(part.center() - QPointF(side / 2, side / 2), QRectF(0, 0, side, side).size())
            paint.tick(painter, disc, kit)
        else:
            paint.centred(painter, kit.icon("line/chevron", side, colour, "card"), part, kit)
