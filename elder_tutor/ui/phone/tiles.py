"""Tiles and small icon buttons: a drawing and its word."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton


class TileButton(TouchButton):
    """A large card: a drawing above its label, or beside it when the tile lies."""

    radius = 22.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = self.look = ""
        self.lying = False

    def needed(self, width: int) -> int:
        """Answer the height of drawing and label."""
        if self.kit is None:
            return 140
        kit = self.kit
        if self.lying:
            room = width - kit.px(2 * 18 + 56 + 16)
            return max(kit.px(88), ceil(paint.tall(self.text(), room, kit, "body", True)) + 2 * kit.px(14))
        tall = paint.tall(self.text(), width - 2 * kit.px(12), kit, "label", True)
        return max(kit.px(132), kit.px(14 + 56 + 8 + 14) + ceil(tall))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, drawing, label."""
        colour = self._face(painter, box, kit)
        side = kit.px(56)
        if self.lying:
            inner = box.adjusted(kit.px(18), 0, -kit.px(18), 0)
            part, rest = paint.take(inner, side, kit, kit.px(16))
            spot = QRectF(part.left(), part.center().y() - side / 2, side, side)
            paint_emblem(painter, drawing(self.glyph), spot, kit, colour)
            paint.words(painter, self.text(), rest, kit, "body", colour, True)
            return
        inner = box.adjusted(kit.px(12), kit.px(12), -kit.px(12), -kit.px(12))
        label = paint.tall(self.text(), inner.width(), kit, "label", True)
        top = inner.center().y() - (side + kit.px(8) + label) / 2
        paint_emblem(
            painter, drawing(self.glyph), QRectF(inner.left(), top, inner.width(), side), kit, colour
        )
        spot = QRectF(inner.left(), top + side + kit.px(8), inner.width(), label)
        paint.words(painter, self.text(), spot, kit, "label", colour, True, paint.CENTRE)

    def _face(self, painter: QPainter, box: QRectF, kit: Kit) -> str:
        radius = kit.px(self.radius)
        if not self.available:
            paint.closed_face(painter, box, kit, radius)
            return "disabled_text"
        if self.look == "primary":
            paint.face(painter, box, kit.q("lagoon_deep" if self.isDown() else "lagoon"), None, 0, radius)
            return "on_lagoon"
        fill = kit.q("lagoon_tint" if self.isDown() else "card")
        paint.face(painter, box, fill, kit.q("line"), kit.px(3), radius)
        return "ink"


class TilePiece(Single):
    """A tile; the pane stands several side by side, a primary one alone."""

    gathers = "tile"

    def __init__(self, parent: QWidget | None = None) -> None:
        self.tile = TileButton()
        super().__init__(self.tile, parent)

    @property
    def alone(self) -> bool:
        """Tell whether the tile takes the whole line: the main one, and all at the large sizes."""
        return self.tile.look == "primary" or (self.kit is not None and self.kit.large)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand label, drawing and look over."""
        self.tile.glyph, self.tile.look = view.icon, view.look
        self.tile.lying = self.alone
        self.tile.setText(kit.shown(view.label or view.text))


class IconPiece(Single):
    """A small button with a drawing above its word; it may stand beside a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.icon = IconButton()
        super().__init__(self.icon, parent)

    def natural(self, kit: Kit) -> int:
        """Answer the width that keeps the word whole."""
        return max(kit.px(80), ceil(kit.width(self.icon.text(), "label", True)) + kit.px(26))

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand label and drawing over."""
        self.icon.glyph = view.icon
        self.icon.setText(kit.shown(view.label or view.text))


class IconButton(TouchButton):
    """A drawing above a word, in a border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = ""

    def needed(self, width: int) -> int:
        """Answer the height of drawing and word."""
        if self.kit is None:
            return 80
        word = paint.tall(self.text(), width - self.kit.px(12), self.kit, "label", True)
        return max(self.kit.px(66), self.kit.px(28 + 4) + ceil(word))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, drawing, word."""
        dress, colour = paint.dress_of("quiet", kit), "ink"
        if self.available:
            fill = kit.q(dress.pressed if self.isDown() else dress.fill)
            paint.face(painter, box, fill, kit.q(dress.edge), kit.px(3), kit.px(20))
        else:
            paint.closed_face(painter, box, kit, kit.px(20))
            colour = "disabled_text"
        side = kit.px(28)
        word = paint.tall(self.text(), box.width() - kit.px(12), kit, "label", True)
        top = box.center().y() - (side + word) / 2
        area = QRectF(box.left(), top, box.width(), side)
        path = drawing(self.glyph)
        if path:
            paint.centred(painter, kit.icon(path, side, colour, "card"), area, kit)
        low = QRectF(box.left() + kit.px(6), area.bottom(), box.width() - kit.px(12), word)
        paint.words(painter, self.text(), low, kit, "label", colour, True, paint.CENTRE)


def paint_emblem(painter: QPainter, glyph: str, area: QRectF, kit: Kit, colour: str) -> None:
    """Paint a tile's drawing: line icons on a tinted ground, pictures as they are."""
    if not glyph:
        return
    if not glyph.startswith("line/"):
        paint.centred(painter, kit.icon(glyph, round(area.height())), area, kit)
        return
    side = area.height()
    ground = QRectF(area.center().x() - side / 2, area.top(), side, side)
    paint.face(painter, ground, kit.tint() if colour != "on_lagoon" else kit.q("card"), None, 0, kit.px(16))
    plain = colour if kit.dark or colour == "disabled_text" else kit.accent
    main = "lagoon" if colour == "on_lagoon" else plain
    paint.centred(painter, kit.icon(glyph, round(side * 0.66), main, "card"), ground, kit)
