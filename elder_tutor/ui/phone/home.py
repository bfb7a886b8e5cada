"""The phone's home screen: app icons in pages, big arrows beside the page dots."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ElementView, ScreenView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.days import ArrowButton
from elder_tutor.ui.phone.gestures import onward
from elder_tutor.ui.phone.kit import FLOOR, GAP, Kit
from elder_tutor.ui.phone.marks import paint_dots
from elder_tutor.ui.phone.single import HOLD
from elder_tutor.ui.phone.surface import Surface
from elder_tutor.ui.phone.taps import SQUEEZED, AppButton
from elder_tutor.ui.phone.touch import direction
from elder_tutor.ui.phone.twins import SIDE, MoreButton
from elder_tutor.ui.touching.ways import Way

PAGES = "home.pages"

LATIN_FLOOR = 26
"""Latin letters of this many design pixels are as tall as Arabic ones of 28 (TOKENS 2)."""

FOOT = 62
FREE = 24
ROOM = 17
"""Design pixels: the row of page dots, what is free below a single page, gap and air above an icon."""


class HomePane(Surface):
    """Icons, three by four a page; two by three at the large sizes.

    The phone keeps the page; where a page of it takes two here, which of the two shows is the
    person's own paging.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons: dict[str, AppButton] = {}
        self.twins: dict[str, MoreButton] = {}
        self.before, self.after = ArrowButton(False, self), ArrowButton(True, self)
        self.before.tapped.connect(lambda: self.turn(-1))
        self.after.tapped.connect(lambda: self.turn(1))
        self.kit: Kit | None = None
        self.page = self._theirs = 0
        self._pages: list[int] = []
        self._wanted = -1

    def render_screen(self, view: ScreenView, kit: Kit) -> None:
        """Show the icons in their order."""
        self.kit, self._pages = kit, [each.page for each in view.elements]
        old, kept = self.icons, {}
        for each in view.elements:
            kept[each.id] = old.pop(each.id) if each.id in old else self._make(each.id)
        unheld = [
            name for name in self.twins if name not in {each.id for each in view.elements if each.can_hold}
        ]
        for gone in (*old.values(), *(self.twins.pop(name) for name in unheld)):
            gone.hide()
            gone.deleteLater()
        self.icons = kept
        for each in view.elements:
            self._show(kept[each.id], each, kit)
        if view.page != self._theirs or self._their_page(self.page) != view.page:
            self._theirs = view.page
            fits = [n for n in range(self.pages) if self._their_page(n) == view.page]
            self.page = self._wanted if self._wanted in fits else next(iter(fits), 0)
        self._wanted = -1
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

    def turn(self, by: int, do: Do = Do.SET) -> None:
        """Go to another page: ask the phone for it where the page is the phone's."""
        page = min(self.pages - 1, max(0, self.page + by))
        theirs = self._their_page(page)
        if theirs != self._theirs:
            self._wanted = page
            self.acted.emit(Action(do, PAGES, level=theirs if do is Do.SET else 0 if by > 0 else -1))
            return
        self.page = page
        self.arrange()
        self.moved.emit()

    def sweep(self, way: Way, act: bool) -> bool:
        """Turn the page by a push to a side."""
        if self.kit is None or not way.across or self.pages < 2:
            return False
        if act:
            self.turn(onward(way, self.kit.rtl), Do.SWIPE)
        return True

    def arrange(self) -> None:
        """Stand the present page's icons and the arrows."""
        if self.kit is None or not self.width():
            return
        kit, count = self.kit, self.columns * self.lines
        self.page = min(self.pages - 1, self.page)
        edge = kit.px(GAP / 2) if kit.rail else 0
        wide, half = (self.width() - 2 * edge) / self.columns, kit.px(GAP) / 2
        above = kit.px(GAP / 2) if kit.three or kit.rail else 0
        free = self.height() - above - kit.px(FOOT if self.pages > 1 else FREE)
        name = self._name_size(wide - 2 * half, kit)
        tall = self._pitch(free, name, wide - 2 * half, kit)
        side = self._side(tall - kit.px(ROOM), name, wide - 2 * half, kit)
        for number, icon in enumerate(self.icons.values()):
            page, place = divmod(number, count)
            line, column = divmod(place, self.columns)
            column = self.columns - 1 - column if kit.rtl else column
            box = QRectF(edge + column * wide, above + line * tall, wide, tall)
            spot = box.adjusted(half, half, -half, -half)
            icon.side, icon.px = self._held_side(side, spot.width(), kit), name
            self._stand(icon, spot.toRect(), page == self.page, kit)
        self._place_arrows(kit)
        self.update()

    def spot(self, element: str, row: str = "") -> QRect | None:
        """Answer an icon's place when its page shows."""
        if element == PAGES:
            arrow = self.before if row == "before" or self.page == self.pages - 1 else self.after
            return arrow.geometry() if arrow.isVisibleTo(self) else None
        icon = self.twins.get(element) if row == HOLD else self.icons.get(element)
        return icon.geometry() if icon is not None and icon.isVisibleTo(self) else None

    def bring(self, element: str, row: str = "") -> None:
        """Turn to the page of an icon, as far as the page is not the phone's to turn."""
        if element in self.icons:
            page = list(self.icons).index(element) // (self.columns * self.lines)
            if self._their_page(page) == self._theirs:
                self.page = page
                self.arrange()

    def focus_order(self) -> list[QWidget]:
        """Answer the icons of the page, each with its «⋯», then the arrows."""
        order: list[QWidget] = []
        for name, icon in self.icons.items():
            order += [icon, self.twins[name]] if name in self.twins else [icon]
        return [each for each in (*order, self.before, self.after) if each.isVisibleTo(self)]

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
        icon.sweep = self.sweep
        icon.tapped.connect(lambda: self.acted.emit(Action(Do.TAP, name)))
        icon.held.connect(lambda: self.acted.emit(Action(Do.HOLD, name)))
        icon.show()
        return icon

    def _stand(self, icon: AppButton, spot: QRect, shows: bool, kit: Kit) -> None:
        """Stand an icon, and «⋯» in its upper trailing corner, cut out of the icon's own touch."""
        icon.setGeometry(spot)
        icon.setVisible(shows)
        twin = self.twins.get(icon.objectName())
        if twin is None:
            icon.beside = 0
            icon.clearMask()
            return
        side, gap = twin.natural(kit), kit.metrics.mm(3)
        icon.beside = side + gap
        spare = max(0.0, (spot.width() - kit.px(icon.side) - icon.beside) / 2)
        place, _ = paint.take_end(QRectF(spot).adjusted(spare, 0, -spare, 0), side, kit)
        twin.setGeometry(round(place.left()), spot.top(), side, side)
        twin.setVisible(shows)
        twin.raise_()
        hole = twin.geometry().translated(-spot.topLeft()).adjusted(-gap, -gap, gap, gap)
        icon.setMask(QRegion(icon.rect()) - QRegion(hole))

    def _held_side(self, side: float, width: float, kit: Kit) -> float:
        """Answer the side of icons where one of them has «⋯» beside it."""
        if not any(icon.objectName() in self.twins for icon in self._present):
            return side
        free = width - max(kit.px(SIDE), kit.metrics.mm(13)) - kit.metrics.mm(3)
        return max(56.0, min(side, free / kit.metrics.unit))

    def _their_page(self, page: int) -> int:
        """Answer which page of the phone one of these is."""
        first = page * self.columns * self.lines
        return self._pages[first] if first < len(self._pages) else self._theirs

    def _show(self, icon: AppButton, view: ElementView, kit: Kit) -> None:
        icon.dress(kit)
        icon.glyph, icon.unread = view.icon, view.badge or view.level
        icon.setText(kit.shown(view.label))
        icon.set_available(view.enabled)
        unread = f"{kit.plain(sayings.UNREAD)}: {kit.wording.number(icon.unread)}" if icon.unread else ""
        icon.call(kit.plain(view.label), unread)
        icon.can_hold(view.can_hold)
        if view.can_hold:
            self._show_twin(view, kit)
        icon.update()

    def _show_twin(self, view: ElementView, kit: Kit) -> None:
        name = view.id
        if name not in self.twins:
            self.twins[name] = MoreButton(self)
            self.twins[name].tapped.connect(lambda: self.acted.emit(Action(Do.HOLD, name)))
        twin, said = self.twins[name], view.hold_label or sayings.MORE
        twin.setObjectName(f"{name}/{HOLD}")
        twin.dress(kit)
        twin.call(f"{kit.plain(said)}: {kit.plain(view.label)}")

    def _widest(self, size: int, kit: Kit) -> float:
        """Answer the width of the longest name on the page that shows."""
        return max((kit.width(icon.text(), "label", px=size) for icon in self._present), default=0.0)

    @property
    def _present(self) -> list[AppButton]:
        count = self.columns * self.lines
        return list(self.icons.values())[self.page * count : (self.page + 1) * count]

    def _name_size(self, room: float, kit: Kit) -> int:
        """Answer the largest size that keeps names on one line; at the large sizes lines break sooner."""
        size = kit.size("label")
        least = kit.px(FLOOR if kit.rtl else LATIN_FLOOR)
        floor = max(least, round(size * 0.9)) if kit.large else least
        while size > floor and self._widest(size, kit) > room * SQUEEZED:
            size -= 1
        return kit.size("label") if kit.large and self._widest(size, kit) > room * SQUEEZED else size

    def _pitch(self, free: float, name: int, room: float, kit: Kit) -> float:
        """Answer the height of a line of icons; names in two lines use what empty lines leave."""
        pitch = free / self.lines
        used = -(-len(self._present) // self.columns)
        if used < self.lines and self._widest(name, kit) > room * SQUEEZED:
            return max(pitch, min(free / max(1, used), pitch + name * 1.2))
        return pitch

    def _side(self, height: float, name: int, room: float, kit: Kit) -> float:
        """Answer the icon's side in design pixels that leaves room for the names below."""
        lines = 2 if self._widest(name, kit) > room * SQUEEZED else 1
        word = name * (1.3 if lines == 1 else 2.2) - kit.px(2)
        return max(54.0, min(104.0 if kit.large else 86.0, (height - word) / kit.metrics.unit))

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
