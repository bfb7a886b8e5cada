"""Maps: a drawn piece of town with one place and the way to it, or with several to choose from."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.choices import ListPiece
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.names import row_name
from elder_tutor.ui.phone.reads import ReadButton
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton

TALL: Final = 190
PIN: Final = 54
"""Design pixels: a map's height, a pin that can be touched."""

PLACES: Final = ((0.22, 0.42), (0.74, 0.36), (0.48, 0.72), (0.86, 0.78), (0.12, 0.84), (0.5, 0.2))
"""Where pins stand, as parts of the map."""

LAND, STREET, WATER, GARDEN, BLOCK = "#EFE5D3", "#FFFFFF", "#BFDDE0", "#CFE0C3", "#E2D6C0"
DARK_LAND: Final = {LAND: "#25343B", STREET: "#56636A", WATER: "#1B3E46", GARDEN: "#2C4033", BLOCK: "#2F3F46"}


class MapButton(ReadButton):
    """A map with one place, its address and the way there, line by line."""

    def needed(self, width: int) -> int:
        """Answer the height of map, address and way."""
        if self.kit is None or self.view is None:
            return 240
        kit, inner = self.kit, width - 2 * self.kit.px(16)
        tall = sum(paint.tall(text, inner, kit, role, bold) for text, role, bold in self._heads(kit))
        way = sum(self._step_height(text, inner, kit) for text, _ in self._way(kit))
        return self._map(kit) + ceil(tall + way) + kit.px(26)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the card, the map in it, address and way."""
        if self.view is None:
            return
        edge = kit.q("ink" if self.isDown() else "line")
        paint.face(painter, box, kit.q("card"), edge, kit.px(3), kit.px(paint.RADIUS))
        area = QRectF(box.left(), box.top(), box.width(), self._map(kit)).adjusted(
            kit.px(3), kit.px(3), -kit.px(3), 0
        )
        paint_town(painter, area, kit, way=True)
        tip = place_of(area, 1)
        paint_pin(painter, tip, kit, "", tall=min(kit.px(62), tip.y() - area.top() - kit.px(4)))
        inner = box.adjusted(kit.px(16), area.height() + kit.px(12), -kit.px(16), 0)
        top = inner.top()
        for text, role, bold in self._heads(kit):
            tall = paint.tall(text, inner.width(), kit, role, bold)
            spot = QRectF(inner.left(), top, inner.width(), tall)
            paint.words(painter, text, spot, kit, role, "ink", bold)
            top += tall
        for number, (text, glyph) in enumerate(self._way(kit), 1):
            tall = self._step_height(text, inner.width(), kit)
            self._step(painter, QRectF(inner.left(), top, inner.width(), tall), kit, (text, glyph), number)
            top += tall

    def _step(self, painter: QPainter, row: QRectF, kit: Kit, step: tuple[str, str], number: int) -> None:
        text, glyph = step
        part, rest = paint.take(row, kit.px(40), kit, kit.px(12))
        spot = QRectF(part.left(), part.center().y() - kit.px(20), kit.px(40), kit.px(40))
        if glyph:
            paint.centred(painter, kit.icon(glyph, kit.px(36)), spot, kit)
        else:
            paint.face(painter, spot, kit.tint(), None, 0, kit.px(20))
            paint.spaced_digits(painter, kit.wording.number(number), spot, kit, "ink", kit.px(28))
        paint.words(painter, text, rest, kit, "label", "ink")

    def _step_height(self, text: str, inner: float, kit: Kit) -> float:
        return max(kit.px(48), paint.tall(text, inner - kit.px(52), kit, "label") + kit.px(8))

    def _map(self, kit: Kit) -> int:
        return kit.px(140 if self.tight else TALL)

    def _heads(self, kit: Kit) -> list[tuple[str, str, bool]]:
        view = self.view
        if view is None:
            return []
        heads = [(kit.shown(view.label), "body", True), (kit.shown(view.text), "label", False)]
        heads.append((kit.shown(view.sub), "label", False))
        return [head for head in heads if head[0]]

    def _way(self, kit: Kit) -> list[tuple[str, str]]:
        if self.view is None:
            return []
        return [
            (" ".join(part for part in (kit.shown(label), kit.shown(text)) if part), drawing(glyph))
            for label, text, glyph in self.view.facts
        ]


class MapPiece(Single):
    """A map to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = MapButton()
        super().__init__(self.read, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand address and way over."""
        self.read.show_view(view)


class PinButton(TouchButton):
    """A place on the map: a drop with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the drop; chosen wears the lamp."""
        at = QPointF(box.center().x(), box.bottom() - kit.px(3))
        paint_pin(painter, at, kit, self.text(), self.isChecked() or self.isDown(), box.height() - kit.px(6))


class PinsPiece(ListPiece):
    """A map with numbered pins, and the same places as rows below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pins: dict[str, PinButton] = {}

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Keep a pin for each row."""
        super().refresh(view, kit)
        for gone in [row for row in self.pins if row not in {each.id for each in view.rows}]:
            pin = self.pins.pop(gone)
            pin.hide()
            pin.deleteLater()
        for number, row in enumerate(view.rows[: len(PLACES)], 1):
            if row.id not in self.pins:
                self.pins[row.id] = PinButton(self)
                self._connected(self.pins[row.id], row.id)
            pin = self.pins[row.id]
            self.adopt(pin, f"{view.id}/{row.id}/pin", kit)
            pin.setChecked(row.chosen)
            pin.set_available(row.open and view.enabled)
            pin.setText(kit.wording.number(number))
            pin.call(f"{kit.wording.number(number)} {row_name(row, kit)}")
            pin.update()

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand a row's words over, with the number of its pin."""
        number = [each.id for each in self.view.rows].index(row.id) + 1 if self.view else 0
        super().show_row(button, row, kit)
        button.setText(f"{kit.wording.number(number)}. {kit.shown(row.label)}")

    def place(self) -> None:
        """Stand the pins on the map and the rows below it."""
        super().place()
        if self.kit is None:
            return
        side = max(self.kit.px(PIN), self.kit.metrics.mm(13))
        area = QRectF(self._area(self.width(), self.kit))
        for number, pin in enumerate(self.pins.values()):
            at = place_of(area, number)
            spot = QRect(round(at.x() - side / 2), round(at.y() - side), side, side)
            spot.moveLeft(max(0, min(spot.left(), self.width() - side)))
            spot.moveTop(max(int(area.top()), min(spot.top(), int(area.bottom()) - side)))
            pin.setGeometry(spot)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the town."""
        area = QRectF(self._area(self.width(), kit))
        paint_town(painter, area, kit)
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.setPen(QPen(kit.q("line"), kit.px(3)))
        half = kit.px(1.5)
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), kit.px(16), kit.px(16))

    def spot(self, row: str = "") -> QRect | None:
        """Answer the row's place below the map, its pin's for ``<row>/pin``, or the whole."""
        name, _, which = row.rpartition("/")
        if which == "pin" and name in self.pins:
            return self.pins[name].geometry()
        return super().spot(row)

    def _area(self, width: int, kit: Kit) -> QRect:
        top = self.head.tall(width) + (kit.px(8) if self.head.text() else 0)
        return QRect(0, top, width, kit.px(TALL + 30))

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        if self.kit is None:
            return {}, 0
        spots, total = super()._lay(width)
        down = self._area(width, self.kit).height() + self.kit.px(14)
        return {row: spot.translated(0, down) for row, spot in spots.items()}, total + down


def place_of(area: QRectF, number: int) -> QPointF:
    """Answer where the tip of a pin stands on a map."""
    across, down = PLACES[number % len(PLACES)]
    return QPointF(area.left() + across * area.width(), area.top() + down * area.height())


def paint_town(painter: QPainter, area: QRectF, kit: Kit, way: bool = False) -> None:
    """Paint a piece of town: blocks between streets, the sea, a garden; perhaps the way to pin 1."""

    def colour(name: str) -> QColor:
        return QColor(DARK_LAND[name] if kit.dark else name)

    def at(across: float, down: float) -> QPointF:
        return QPointF(area.left() + across * area.width(), area.top() + down * area.height())

    painter.save()
    edge = QPainterPath()
    edge.addRoundedRect(area, kit.px(16), kit.px(16))
    painter.setClipPath(edge)
    painter.fillRect(area, colour(LAND))
    sea = QPainterPath(at(0.58, 0))
    sea.cubicTo(at(0.66, 0.16), at(0.84, 0.1), at(1.02, 0.24))
    sea.lineTo(at(1.02, -0.02))
    sea.closeSubpath()
    painter.fillPath(sea, colour(WATER))
    painter.setPen(QPen(colour(BLOCK), 0))
    for left, top, wide, tall in (
        (0.04, 0.1, 0.16, 0.2),
        (0.26, 0.08, 0.2, 0.22),
        (0.06, 0.58, 0.14, 0.3),
        (0.62, 0.62, 0.2, 0.28),
    ):
        paint.face(
            painter,
            QRectF(at(left, top), QSizeF(wide * area.width(), tall * area.height())),
            colour(BLOCK),
            None,
            0,
            kit.px(8),
        )
    garden = QRectF(at(0.28, 0.56), QSizeF(0.2 * area.width(), 0.34 * area.height()))
    paint.face(painter, garden, colour(GARDEN), None, 0, kit.px(14))
    for width, points in (
        (15, ((-0.1, 0.46), (0.5, 0.44), (1.1, 0.54))),
        (11, ((0.23, -0.1), (0.24, 1.1))),
        (11, ((0.54, -0.1), (0.55, 0.44), (0.5, 1.1))),
        (9, ((0.55, 0.44), (0.9, 1.1))),
    ):
        paint.stroke(painter, area, points, colour(STREET), kit.px(width))
    if way:
        route = ((0.24, 1.02), (0.235, 0.45), (0.5, 0.44), (0.74, 0.48), (0.74, 0.38))
        paint.stroke(painter, area, route, kit.q("card"), kit.px(13))
        paint.stroke(painter, area, route, kit.q("lagoon"), kit.px(8))
    painter.restore()


def paint_pin(
    painter: QPainter, at: QPointF, kit: Kit, number: str, chosen: bool = False, tall: float = 0
) -> None:
    """Paint a drop whose tip is at a place, with a number in it or a dot."""
    tall = tall or kit.px(62)
    round_ = tall * 0.36
    head = QPointF(at.x(), at.y() - tall + round_ + kit.px(2))
    path = QPainterPath()
    path.moveTo(at)
    path.cubicTo(
        at + QPointF(-round_ * 0.5, -tall * 0.3),
        head + QPointF(-round_, round_ * 0.7),
        head + QPointF(-round_, 0),
    )
    path.arcTo(QRectF(head - QPointF(round_, round_), QSizeF(2 * round_, 2 * round_)), 180, -180)
    path.cubicTo(head + QPointF(round_, round_ * 0.7), at + QPointF(round_ * 0.5, -tall * 0.3), at)
    painter.setPen(QPen(kit.q("#14262E") if chosen else kit.q("#FFFFFF"), kit.px(3)))
    painter.setBrush(kit.q("saffron" if chosen else "refuse"))
    painter.drawPath(path)
    ink = "#14262E" if chosen else "#FFFFFF"
    if number:
        spot = QRectF(head - QPointF(round_, round_), QSizeF(2 * round_, 2 * round_))
        paint.spaced_digits(painter, number, spot, kit, ink, round(tall * 0.46))
    else:
        painter.setPen(QPen(kit.q(ink), 0))
        painter.setBrush(kit.q(ink))
        painter.drawEllipse(head, round_ * 0.36, round_ * 0.36)
