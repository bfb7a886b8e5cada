"""Elements with pages: a long page, a strip. Big arrows do what a swipe anywhere on the screen does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Do, ElementView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.gestures import onward
from elder_tutor.ui.phone.kit import FLOOR, Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.marks import paint_arrow, paint_dots
from elder_tutor.ui.phone.names import name_of
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.touching.ways import Way

WORDS = {"scroll": (sayings.UP, sayings.DOWN), "pages": (sayings.PREVIOUS, sayings.NEXT)}
FOOT = 62
"""Design pixels of the row of buttons."""


class TurnButton(TouchButton):
    """One page on or back: an arrow that shows where, and the word."""

    def __init__(self, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.on, self.upright = on, False

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, arrow and word; the arrow stands at the side it leads to."""
        colour = "lagoon" if self.available else "disabled_text"
        if self.available:
            fill = kit.q("card" if self.isDown() else "lagoon_tint")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), kit.px(20))
        else:
            paint.closed_face(painter, box, kit, kit.px(20))
        side, size = kit.px(30), self._size(box.width(), kit)
        wide = kit.width(self.text(), "label", True, size)
        left = box.center().x() - (side + kit.px(10) + wide) / 2
        run = QRectF(left, box.top(), side + kit.px(10) + wide, box.height())
        cut = paint.take if self.upright or not self.on else paint.take_end
        part, rest = cut(run, side, kit, kit.px(10))
        if self.upright:
            mark = QRectF(part.left(), part.center().y() - side / 2, side, side)
            paint_arrow(painter, mark, kit, colour, self.on)
        else:
            soft = "lagoon_tint" if self.available else "disabled"
            paint.centred(painter, kit.icon("line/chevron", side, colour, soft, turn=not self.on), part, kit)
        paint.words(
            painter,
            self.text(),
            rest.adjusted(-2, 0, 2, 0),
            kit,
            "label",
            colour,
            True,
            paint.CENTRE,
            px=size,
        )

    def _size(self, width: float, kit: Kit) -> int:
        size, floor = kit.size("label"), kit.px(FLOOR)
        while size > floor and kit.width(self.text(), "label", True, size) > width - kit.px(64):
            size -= 1
        return size


class PagesPiece(Piece):
    """How far one has come, and a big button either way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(self)
        self.back, self.on = TurnButton(False, self), TurnButton(True, self)
        self.back.tapped.connect(lambda: self._go(-1))
        self.on.tapped.connect(lambda: self._go(1))

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show words, dots and the two buttons."""
        self.words.say(kit.shown(view.text or view.label), kit)
        back, on = WORDS.get(view.kind, WORDS["pages"])
        for button, name, end in ((self.back, back, "back"), (self.on, on, "on")):
            self.adopt(button, f"{view.id}/{end}", kit)
            button.upright = view.kind == "scroll"
            button.setText(kit.shown(name))
            button.update()
            button.call(f"{name_of(view, kit)} {kit.plain(name)}".strip())
        self.back.set_available(view.level > 0)
        self.on.set_available(view.level < (view.most or 1))

    def needed(self, width: int) -> int:
        """Answer the height of words, dots and buttons."""
        return self.words.tall(width) + (self.kit.px(30 + FOOT) if self.kit else 92)

    def place(self) -> None:
        """Stand the buttons side by side under the words."""
        if self.kit is None:
            return
        self.words.setGeometry(0, 0, self.width(), self.words.tall(self.width()))
        row = QRectF(0, self.height() - self.kit.px(FOOT), self.width(), self.kit.px(FOOT))
        gap = self.kit.px(12)
        first, rest = paint.take(row, (row.width() - gap) / 2, self.kit, gap)
        self.back.setGeometry(first.toRect())
        self.on.setGeometry(rest.toRect())

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint a dot for each page, the present one long."""
        row = QRectF(box.left(), box.bottom() - kit.px(FOOT + 26), box.width(), kit.px(20))
        paint_dots(painter, row, kit, (view.most or 1) + 1, view.level)

    def sweep_page(self, way: Way, act: bool) -> bool:
        """Turn the page by a push anywhere: upwards for a long page, to a side for a strip."""
        if self.view is None or self.kit is None or way.across is (self.view.kind == "scroll"):
            return False
        if act:
            self.act(Do.SWIPE, level=0 if onward(way, self.kit.rtl) > 0 else -1)
        return True

    def spot(self, row: str = "") -> QRect | None:
        """Answer the button that goes on, or the one back."""
        return (self.back if row == "back" else self.on).geometry()

    def _go(self, by: int) -> None:
        if self.view is not None:
            level = min(self.view.most or 1, max(0, self.view.level + by))
            if level != self.view.level:
                self.act(Do.SET, level=level)
