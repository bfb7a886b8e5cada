"""The open apps: cards side by side, closed by a push upwards or by their word."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.choices import ListPiece
from elder_tutor.ui.phone.days import ArrowButton
from elder_tutor.ui.phone.gestures import onward
from elder_tutor.ui.phone.kit import GAP, Kit, drawing
from elder_tutor.ui.phone.marks import paint_dots
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.touching.ways import Way

TALL, ICON, FOOT = 250, 76, 62
"""Design pixels: a card, its icon, the row of dots and arrows."""

_LINES: Final = (0.9, 0.7, 0.8)


class AppCard(TouchButton):
    """An open app as a small screen: its icon, its name, lines of what it shows."""

    radius = 22.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = ""
        self.setCheckable(True)

    def needed(self, width: int) -> int:
        """Answer the height of the card."""
        if self.kit is None:
            return TALL
        name = paint.tall(self.text(), width - self.kit.px(24), self.kit, "body", True)
        return max(self.kit.px(TALL), self.kit.px(ICON + 90) + ceil(name))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint card, icon, name and lines."""
        edge = "ink" if self.isChecked() else "line"
        fill = "lagoon_tint" if self.isDown() else "card"
        paint.face(painter, box, kit.q(fill), kit.q(edge), kit.px(4), kit.px(self.radius))
        side = kit.px(ICON)
        spot = QRectF(box.left(), box.top() + kit.px(18), box.width(), side)
        path = drawing(self.glyph, "apps")
        if path:
            paint.centred(painter, kit.icon(path, side), spot, kit)
        inner = box.adjusted(kit.px(12), 0, -kit.px(12), 0)
        tall = paint.tall(self.text(), inner.width(), kit, "body", True)
        name = QRectF(inner.left(), spot.bottom() + kit.px(6), inner.width(), tall)
        paint.words(painter, self.text(), name, kit, "body", "ink", True, paint.CENTRE)
        top = name.bottom() + kit.px(12)
        for part in _LINES:
            line = QRectF(inner.left() + kit.px(8), top, (inner.width() - kit.px(16)) * part, kit.px(10))
            if kit.rtl:
                line.moveRight(inner.right() - kit.px(8))
            if line.bottom() < box.bottom() - kit.px(12):
                paint.face(painter, line, kit.q("hair"), None, 0, kit.px(5))
            top += kit.px(20)


class RecentsPiece(ListPiece):
    """Two cards at a time, one at the large sizes; arrows and a push to a side turn the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = 0
        self.before, self.after = ArrowButton(False, self), ArrowButton(True, self)
        self.before.tapped.connect(lambda: self.turn(-1))
        self.after.tapped.connect(lambda: self.turn(1))

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Keep a card for each app; the page stays within what is left."""
        self.page = min(self.page, self._pages(view, kit) - 1)
        super().refresh(view, kit)
        names = ((self.before, sayings.PREVIOUS_PAGE, "before"), (self.after, sayings.NEXT_PAGE, "after"))
        for arrow, name, end in names:
            self.adopt(arrow, f"{view.id}/{end}", kit)
            arrow.call(kit.plain(name))
            arrow.setVisible(self._pages(view, kit) > 1)
        self._show_page()

    def make(self) -> TouchButton:
        """Answer a card."""
        return AppCard(self)

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand an app over."""
        if isinstance(button, AppCard):
            button.glyph = row.icon
            button.setChecked(row.chosen)
            button.setText(kit.shown(row.label))

    def heading(self, view: ElementView) -> Phrase | None:
        """Answer the heading of the cards, or the words that stand there when there is none."""
        return view.label if view.rows else view.text

    def turn(self, by: int) -> None:
        """Go to another page of cards."""
        if self.view is None or self.kit is None:
            return
        self.page = min(self._pages(self.view, self.kit) - 1, max(0, self.page + by))
        self._show_page()
        self.place()
        self.update()

    def bring(self, row: str) -> None:
        """Turn to the page of an app."""
        ids = [each.id for each in self.view.rows] if self.view else []
        name = row.partition("/")[0]
        if name in ids and self.kit is not None:
            self.page = ids.index(name) // self._count(self.kit)
            self.turn(0)

    def sweep_page(self, way: Way, act: bool) -> bool:
        """Turn the page by a push to a side."""
        if self.kit is None or self.view is None or not way.across or self._pages(self.view, self.kit) < 2:
            return False
        if act:
            self.turn(onward(way, self.kit.rtl))
        return True

    def needed(self, width: int) -> int:
        """Answer the height of one page, its dots and arrows."""
        if self.view is None or self.kit is None:
            return 0
        more = self._pages(self.view, self.kit) > 1
        return self._head(width) + self._tallest(width, self.kit) + (self.kit.px(FOOT + GAP) if more else 0)

    def place(self) -> None:
        """Stand the cards of the page from the leading side, arrows under them."""
        if self.view is None or self.kit is None:
            return
        kit = self.kit
        self.head.setGeometry(0, 0, self.width(), self.head.tall(self.width()))
        top, wide = self._head(self.width()), self._card(self.width(), kit)
        row = QRectF(0, top, self.width(), self._tallest(self.width(), kit))
        for name in self._shown():
            part, row = paint.take(row, wide, kit, kit.px(GAP))
            self.place_row(name, part.toRect(), kit)
        side = kit.px(54)
        low = self.height() - kit.px(FOOT) + (kit.px(FOOT) - side) // 2
        first, last = QRect(0, low, side, side), QRect(self.width() - side, low, side, side)
        self.before.setGeometry(last if kit.rtl else first)
        self.after.setGeometry(first if kit.rtl else last)
        self.before.set_available(self.page > 0)
        self.after.set_available(self.page < self._pages(self.view, kit) - 1)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the dots of the pages."""
        if self._pages(view, kit) > 1:
            row = QRectF(box.left(), box.bottom() - kit.px(FOOT), box.width(), kit.px(FOOT))
            paint_dots(painter, row, kit, self._pages(view, kit), self.page)

    def row_height(self, row: str, width: int, kit: Kit) -> int:
        """Answer the height of a card and its twins below it."""
        own = self.twins.get(row, [])
        return self.buttons[row].needed(width) + sum(twin.needed(width) + kit.px(GAP) for twin in own)

    def place_row(self, row: str, box: QRect, kit: Kit) -> None:
        """Stand a card, its twins below it."""
        own = self.twins.get(row, [])
        low = sum(twin.needed(box.width()) + kit.px(GAP) for twin in own)
        self.buttons[row].setGeometry(box.adjusted(0, 0, 0, -low))
        top = box.bottom() + 1 - low
        for twin in own:
            tall = twin.needed(box.width())
            twin.setGeometry(box.left(), top + kit.px(GAP), box.width(), tall)
            top += tall + kit.px(GAP)

    def _show_page(self) -> None:
        shown = self._shown()
        for row, button in self.buttons.items():
            for each in (button, *self.twins.get(row, [])):
                each.setVisible(row in shown)

    def _shown(self) -> list[str]:
        if self.view is None or self.kit is None:
            return []
        count = self._count(self.kit)
        return [row.id for row in self.view.rows[self.page * count : (self.page + 1) * count]]

    def _tallest(self, width: int, kit: Kit) -> int:
        wide = self._card(width, kit)
        return max((self.row_height(row, wide, kit) for row in self.buttons), default=0)

    def _head(self, width: int) -> int:
        tall = self.head.tall(width)
        return tall + self.kit.px(12) if tall and self.kit else 0

    def _count(self, kit: Kit) -> int:
        return 1 if kit.large else 2

    def _card(self, width: int, kit: Kit) -> int:
        return width if kit.large else (width - kit.px(GAP)) // 2

    def _pages(self, view: ElementView, kit: Kit) -> int:
        return max(1, -(-len(view.rows) // self._count(kit)))
