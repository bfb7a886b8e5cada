"""The phone's home screen: app icons in pages, big arrows beside the page dots."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ElementView, ScreenView
from elder_tutor.ui.phone import sayings
from elder_tutor.ui.phone.days import ArrowButton
from elder_tutor.ui.phone.kit import GAP, Kit
from elder_tutor.ui.phone.paging import paint_dots
from elder_tutor.ui.phone.pane import Surface
from elder_tutor.ui.phone.taps import AppButton
from elder_tutor.ui.phone.touch import direction

FOOT = 64
FREE = 24
ROOM = 17
"""Design pixels: the row of page dots, what is free below a single page, gap and air above an icon."""


class HomePane(Surface):
    """Icons, three by four a page; two by three at the large sizes. The page is its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons: dict[str, AppButton] = {}
        self.before, self.after = ArrowButton(False, self), ArrowButton(True, self)
        self.before.tapped.connect(lambda: self.turn(-1))
        self.after.tapped.connect(lambda: self.turn(1))
        self.kit: Kit | None = None
        self.page = 0

    def render_screen(self, view: ScreenView, kit: Kit) -> None:
        """Show the icons in their order."""
        self.kit = kit
        old, kept = self.icons, {}
        for each in view.elements:
            kept[each.id] = old.pop(each.id) if each.id in old else self._make(each.id)
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        self.icons = kept
        for each in view.elements:
            self._show(kept[each.id], each, kit)
        for arrow, name, end in (
            (self.before, sayings.PREVIOUS_PAGE, "before"),
            (self.after, sayings.NEXT_PAGE, "after"),
        ):
            arrow.setObjectName(f"page.{end}")
            arrow.dress(kit)
            arrow.call(kit.plain(name))
        self.arrange()

    @property
    def columns(self) -> int:
        """Answer the icons in a line."""
        return 2 if self.kit is not None and self.kit.large else 3

    @property
    def lines(self) -> int:
        """Answer the lines of a page."""
        return 3 if self.kit is not None and self.kit.large else 4

    @property
    def pages(self) -> int:
        """Answer how many pages there are."""
        return max(1, -(-len(self.icons) // (self.columns * self.lines)))

    def turn(self, by: int) -> None:
        """Go to another page."""
        self.page = min(self.pages - 1, max(0, self.page + by))
        self.arrange()
        self.moved.emit()

    def arrange(self) -> None:
        """Stand the present page's icons and the arrows."""
        if self.kit is None or not self.width():
            return
        kit, count = self.kit, self.columns * self.lines
        self.page = min(self.pages - 1, self.page)
        wide, half = self.width() / self.columns, kit.px(GAP) / 2
        free = self.height() - kit.px(FOOT if self.pages > 1 else FREE)
        name = self._name_size(wide - 2 * half, kit)
        tall = self._pitch(free, name, wide - 2 * half, kit)
        side = self._side(tall - kit.px(ROOM), name, wide - 2 * half, kit)
        for number, icon in enumerate(self.icons.values()):
            page, place = divmod(number, count)
            line, column = divmod(place, self.columns)
            column = self.columns - 1 - column if kit.rtl else column
            spot = QRectF(column * wide, line * tall, wide, tall).adjusted(half, half, -half, -half)
            icon.side, icon.px = side, name
            icon.setGeometry(spot.toRect())
            icon.setVisible(page == self.page)
        self._place_arrows(kit)
        self.update()

    def spot(self, element: str, row: str = "") -> QRect | None:
        """Answer an icon's place when its page shows."""
        icon = self.icons.get(element)
        return icon.geometry() if icon is not None and icon.isVisibleTo(self) else None

    def bring(self, element: str, row: str = "") -> None:
        """Turn to the page of an icon."""
        if element in self.icons:
            self.page = list(self.icons).index(element) // (self.columns * self.lines)
            self.arrange()

    def focus_order(self) -> list[QWidget]:
        """Answer the icons of the page, then the arrows."""
        return [each for each in (*self.icons.values(), self.before, self.after) if each.isVisibleTo(self)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page dots."""
        if self.kit is None or self.pages < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(self.kit))
        foot = self.kit.px(FOOT)
        paint_dots(
            painter, QRectF(0, self.height() - foot, self.width(), foot), self.kit, self.pages, self.page
        )
        painter.end()

    def _make(self, name: str) -> AppButton:
        icon = AppButton(self)
        icon.setObjectName(name)
        icon.latch = self.latch
        icon.tapped.connect(lambda: self.acted.emit(Action(Do.TAP, name)))
        icon.show()
        return icon

    def _show(self, icon: AppButton, view: ElementView, kit: Kit) -> None:
        icon.dress(kit)
        icon.glyph, icon.unread = view.icon, view.level
        icon.setText(kit.shown(view.label))
        icon.set_available(view.enabled)
        about = kit.wording.number(view.level) if view.level else ""
        icon.call(kit.plain(view.label), about)
        icon.update()

    def _widest(self, size: int, kit: Kit) -> float:
        return max((kit.width(icon.text(), "label", px=size) for icon in self.icons.values()), default=0.0)

    def _name_size(self, room: float, kit: Kit) -> int:
        """Answer the largest size that keeps names on one line; at the large sizes lines break sooner."""
        size = kit.size("label")
        floor = max(kit.px(28), round(size * 0.9)) if kit.large else kit.px(28)
        while size > floor and self._widest(size, kit) > room:
            size -= 1
        return kit.size("label") if kit.large and self._widest(size, kit) > room else size

    def _pitch(self, free: float, name: int, room: float, kit: Kit) -> float:
        """Answer the height of a line of icons; names in two lines use what empty lines leave."""
        pitch = free / self.lines
        used = -(-min(len(self.icons), self.columns * self.lines) // self.columns)
        if used < self.lines and self._widest(name, kit) > room:
            return max(pitch, min(free / max(1, used), pitch + name * 1.2))
        return pitch

    def _side(self, height: float, name: int, room: float, kit: Kit) -> float:
        """Answer the icon's side in design pixels that leaves room for the names below."""
        lines = 2 if self._widest(name, kit) > room else 1
        word = name * (1.3 if lines == 1 else 2.3) - kit.px(2)
        return max(64.0, min(104.0 if kit.large else 86.0, (height - word) / kit.metrics.unit))

    def _place_arrows(self, kit: Kit) -> None:
        side = kit.px(50)
        top = self.height() - kit.px(FOOT) + (kit.px(FOOT) - side) // 2
        first = QRect(kit.px(18), top, side, side)
        last = QRect(self.width() - kit.px(18) - side, top, side, side)
        self.before.setGeometry(last if kit.rtl else first)
        self.after.setGeometry(first if kit.rtl else last)
        for arrow in (self.before, self.after):
            arrow.setVisible(self.pages > 1)
        self.before.set_available(self.page > 0)
        self.after.set_available(self.page < self.pages - 1)
