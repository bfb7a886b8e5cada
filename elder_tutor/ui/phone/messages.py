"""A message: who wrote, the bubble, the link in it and its tap alternative to a long press."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.ground import ground
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.reads import ReadButton
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.textflow import BUTTON, TEXT


class SenderButton(ReadButton):
    """Who wrote: a disc, the name or number, what the phone knows of it; a hair line below."""

    def needed(self, width: int) -> int:
        """Answer the height of two texts."""
        if self.kit is None or self.view is None:
            return 90
        kit, room = self.kit, width - self.kit.px(62 + 14)
        tall = paint.tall(self._name(kit), room, kit, "label", True) + paint.tall(
            kit.shown(self.view.sub), room, kit, "label"
        )
        return max(kit.px(62), ceil(tall)) + kit.px(6 if self.tight else 12)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint disc, name and line."""
        if self.view is None:
            return
        if self.isDown():
            paint.face(painter, box, kit.q("sand"), None, 0, kit.px(paint.RADIUS))
        upper = box.adjusted(0, 0, 0, -kit.px(5 if self.tight else 10))
        disc, rest = paint.take(upper, kit.px(62), kit, kit.px(14))
        side = QRectF(
            disc.center() - QPointF(disc.width() / 2, disc.width() / 2), QSizeF(disc.width(), disc.width())
        )
        paint.picture(painter, self.view.icon or "unknown-caller", side, kit)
        name, sub = self._name(kit), kit.shown(self.view.sub)
        high = paint.tall(name, rest.width(), kit, "label", True)
        low = paint.tall(sub, rest.width(), kit, "label")
        top = upper.center().y() - (high + low) / 2
        paint.words(painter, name, QRectF(rest.left(), top, rest.width(), high), kit, "label", "ink", True)
        paint.words(painter, sub, QRectF(rest.left(), top + high, rest.width(), low), kit, "label", "ink2")
        painter.setPen(QPen(kit.q("hair"), kit.px(2)))
        painter.drawLine(box.bottomLeft() - QPointF(0, kit.px(1)), box.bottomRight() - QPointF(0, kit.px(1)))

    def _name(self, kit: Kit) -> str:
        return kit.shown(self.view.label or self.view.text) if self.view else ""


class BubbleButton(ReadButton):
    """The words of a message; the ground they stand on is the piece's."""

    def needed(self, width: int) -> int:
        """Answer the height of the lines."""
        if self.kit is None or self.view is None:
            return 80
        inner = width - 2 * self.kit.px(22)
        return ceil(paint.tall(self._words(self.kit), inner, self.kit, "body", False, TEXT)) + self.kit.px(12)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the lines; a touch tints the ground."""
        if self.isDown():
            painter.fillPath(ground(box, kit, kit.rtl, False), kit.q("nav_pill"))
        inner = box.adjusted(kit.px(22), kit.px(10), -kit.px(22), 0)
        paint.words(painter, self._words(kit), inner, kit, "body", "ink", False, down=paint.TOP, spacing=TEXT)

    def _words(self, kit: Kit) -> str:
        return kit.shown(self.view.text or self.view.label) if self.view else ""


class LinkButton(ReadButton):
    """A link: an address in the link's colour, always from left to right, with a line below."""

    def needed(self, width: int) -> int:
        """Answer the height of the address and its room, at least 13 mm."""
        if self.kit is None:
            return 58
        tall = paint.tall(
            self.text(), width - 2 * self.kit.px(22), self.kit, self._role(width, self.kit), True
        )
        return max(self.kit.px(50), ceil(tall) + self.kit.px(8))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the address on the bubble's ground."""
        inner = box.adjusted(kit.px(22), 0, -kit.px(22), 0)
        if self.isDown():
            paint.face(
                painter, inner.adjusted(-kit.px(8), 0, kit.px(8), 0), kit.q("nav_pill"), None, 0, kit.px(10)
            )
        role = self._role(box.width(), kit)
        laid = kit.flow(self.text(), role, inner.width() + 0.5, True, BUTTON)
        laid.paint(painter, inner, kit.q("link"))
        top = laid.top(inner, paint.MIDDLE)
        painter.setPen(QPen(kit.q("link"), kit.px(2)))
        for number in range(laid.lines):
            begin, end = laid.spans[number]
            left = laid.left(inner, number, paint.LEADING)
            y = top + (number + 0.5) * laid.pitch + kit.size(role) * 0.5
            painter.drawLine(QPointF(left + begin, y), QPointF(left + end, y))

    def _role(self, width: float, kit: Kit) -> str:
        return "body" if kit.width(self.text(), "body", True) <= width - 2 * kit.px(22) else "label"


class SenderPiece(Single):
    """The sender of a message."""

    first_above = 10.0

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = SenderButton()
        super().__init__(self.read, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the words over."""
        self.read.show_view(view)


class BubblePiece(Single):
    """A message; a link after it stands in it, a gap of 3 mm away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = BubbleButton()
        super().__init__(self.read, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the words over."""
        self.read.show_view(view)

    def needed(self, width: int) -> int:
        """Answer the height of the words and the foot of the bubble; none without words."""
        if not (self.view and self.kit and self.kit.shown(self.view.text or self.view.label)):
            return 0
        return super().needed(width) + (self.kit.px(12) if self.kit else 12)

    def place(self) -> None:
        """Leave the foot to the ground."""
        super().place()
        foot = self.kit.px(12) if self.kit else 12
        self.button.setGeometry(0, 0, self.width(), max(0, self.height() - foot))

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the ground: sand for what came, lagoon tint for what was sent."""
        mine = view.look in ("mine", "out")
        path = ground(box, kit, kit.rtl is not mine, self.joined)
        painter.fillPath(path, kit.q("lagoon_tint" if mine else "sand"))


class LinkPiece(Single):
    """A link on the ground of a bubble: that of the message above it, or its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.link = LinkButton()
        super().__init__(self.link, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the address over."""
        self.link.setText(kit.shown(view.label or view.text))
        for twin in self.twins.values():
            twin.role, twin.least, twin.drawn, twin.rise = "label", 50.0, 30.0, 6.0

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Carry the bubble's ground on, or paint one."""
        painter.fillPath(ground(box, kit, None if self.joins else kit.rtl, False, self.joins), kit.q("sand"))

    def needed(self, width: int) -> int:
        """Answer the height of the address, its menu entry and the room around them."""
        if self.kit is None:
            return 60
        low = self.below(width - 2 * self.kit.px(14))
        return self._top() + self.button.needed(width) + low + self.kit.px(14 if low else 6)

    def place(self) -> None:
        """Keep the menu entry inside the bubble."""
        if self.kit is None:
            return
        tall, inset = self.button.needed(self.width()), self.kit.px(14)
        self.button.setGeometry(0, self._top(), self.width(), tall)
        self.place_twins(inset, self._top() + tall, self.width() - 2 * inset)

    def _top(self) -> int:
        return self.kit.px(8) if self.kit and not self.joins else 0
