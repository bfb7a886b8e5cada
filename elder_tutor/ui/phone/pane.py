"""The part of the phone between its bars: pieces in a column, scrolled by big buttons, wheel or finger."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, ScreenView
from elder_tutor.ui.phone import column, sayings
from elder_tutor.ui.phone.kinds import piece_for
from elder_tutor.ui.phone.kit import GAP, Kit
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.scrollbar import ScrollButton
from elder_tutor.ui.phone.surface import Surface
from elder_tutor.ui.touching.ways import Way

BAR = 54
LEAST, ONE_FIELD = 120, 60
"""Design pixels: the least height a pane works with, and that above an open keyboard."""
SPEECH = ("bubble", "words")
PART = 0.7
"""How much of the visible part one press of the big buttons moves."""


class Pane(Surface):
    """A column of pieces. Only the scroll place is its own; all else comes from the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.port = QWidget(self)
        self.inner = QWidget(self.port)
        self.up, self.down = ScrollButton(False, self), ScrollButton(True, self)
        self.up.tapped.connect(lambda: self.scroll_by(-round(self.port.height() * PART)))
        self.down.tapped.connect(lambda: self.scroll_by(round(self.port.height() * PART)))
        self.pieces: dict[str, Piece] = {}
        self.kit: Kit | None = None
        self.screen_id = ""
        self.offset = self.total = self.covered = 0
        self.pinned: list[Piece] = []
        """Below what is scrolled: a call is never ended by searching for the button."""

    def render_screen(self, view: ScreenView, kit: Kit) -> None:
        """Show a screen's elements; a new screen begins at its top."""
        self.kit = kit
        if view.screen != self.screen_id:
            self.screen_id, self.offset = view.screen, 0
        self._sync(view.elements, kit)
        for button, name, end in ((self.up, sayings.UP, "up"), (self.down, sayings.DOWN, "down")):
            button.setObjectName(f"scroll.{end}")
            button.dress(kit)
            button.setText(kit.shown(name))
            button.call(kit.plain(name))
        self.arrange()

    def needed(self, width: int, kit: Kit) -> int:
        """Answer the height of all pieces at a width."""
        return column.lay(list(self.pieces.values()), width, 0, kit)[1]

    def cover(self, height: int) -> None:
        """Keep out of the lowest window pixels, which something else covers."""
        if height != self.covered:
            self.covered = height
            self.arrange()

    def arrange(self) -> None:
        """Give every piece its place."""
        if self.kit is None or not self.width():
            return
        kit, room = self.kit, self._room(self.kit)
        pieces = list(self.pieces.values())
        for piece in pieces:
            piece.flat = False
        places, total = self._fit(pieces, room, kit)
        room -= self._pin(kit, room if total > room and kit.night and not self.covered else 0)
        pieces = [piece for piece in pieces if piece not in self.pinned]
        if self.pinned:
            places, total = column.lay(pieces, self.width(), room, kit)
        bar = kit.px(BAR + GAP + 10) if total > room and not self.covered else 0
        if bar:
            room -= bar
            places, total = column.lay(pieces, self.width(), 0, kit)
        self.total = total
        self.port.setGeometry(0, 0, self.width(), room)
        for piece in pieces:
            piece.setVisible(piece in places)
            if piece in places:
                piece.setGeometry(places[piece])
        self._place_bar(bar, room, kit)
        self._scroll_to(self.offset)

    def scroll_by(self, by: int) -> None:
        """Move the column by window pixels."""
        self._scroll_to(self.offset + by)
        self.moved.emit()

    def drag(self, by: int) -> bool:
        """Move under a finger."""
        if self.total <= self.port.height():
            return False
        if by:
            self.scroll_by(by)
        return True

    def sweep(self, way: Way, act: bool) -> bool:
        """Turn the pages of a piece that has some."""
        return any(piece.sweep_page(way, act) for piece in self.pieces.values() if piece.isVisibleTo(self))

    def spot(self, element: str, row: str = "") -> QRect | None:
        """Answer the visible part of an element or row."""
        if element in ("scroll.up", "scroll.down"):
            button = self.up if element == "scroll.up" else self.down
            return button.geometry() if button.isVisibleTo(self) else None
        full = self._full(element, row)
        seen = self._seen(self.pieces[element], full) if full is not None else QRect()
        return seen if seen.height() > 4 else None

    def group_of(self, element: str, row: str = "") -> QRect | None:
        """Answer the area to search in, as far as it shows."""
        piece = self.pieces.get(element)
        area = piece.group_of(row) if piece is not None else None
        if piece is None or area is None:
            return None
        return self._seen(piece, area.translated(piece.pos()))

    def bring(self, element: str, row: str = "") -> None:
        """Scroll, and page within the piece, until an element or row shows whole."""
        piece = self.pieces.get(element)
        if piece is None:
            return
        piece.bring(row)
        # On a page that does not show yet neither the pane nor a piece was told its size.
        self.arrange()
        piece.place()
        full = self._full(element, row)
        if full is None or piece in self.pinned:
            return
        if not row and piece.height() < self.port.height() // 2:
            full = piece.geometry()  # a field with its label
        margin = self.kit.px(16) if self.kit else 16
        # Where it just fits between a notice and the keyboard it has no air, and is seen whole.
        margin = min(margin, max(0, (self.port.height() - full.height()) // 2))
        if full.top() - margin < self.offset:
            self._scroll_to(full.top() - margin)
        elif full.bottom() + margin > self.offset + self.port.height():
            # Of what is taller than the room the beginning shows.
            self._scroll_to(min(full.bottom() + margin - self.port.height(), full.top() - margin))

    def reading(self) -> list[QRect]:
        """Answer where words to read show."""
        shown = [piece for piece in self.pieces.values() if piece.isVisibleTo(self)]
        spots = [
            self._seen(piece, spot.translated(piece.pos())) for piece in shown for spot in piece.reading()
        ]
        return [spot for spot in spots if not spot.isEmpty()]

    def focus_order(self) -> list[QWidget]:
        """Answer the targets of all pieces, then the big buttons."""
        inside = [each for piece in self.pieces.values() for each in piece.focus_order()]
        return [*inside, *(each for each in (self.up, self.down) if each.isVisibleTo(self))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by the wheel."""
        if self.drag(0):
            self.scroll_by(-event.angleDelta().y())
            event.accept()
        else:
            event.ignore()

    def _room(self, kit: Kit) -> int:
        """Answer the height that shows, window pixels: above an open keyboard it may be that of one field."""
        return max(kit.px(ONE_FIELD if self.covered else LEAST), self.height() - self.covered)

    def _fit(self, pieces: list[Piece], room: int, kit: Kit) -> tuple[dict[Piece, QRect], int]:
        """Lay the pieces out; what stands generously gives way before anything has to be scrolled."""
        for tight in (False, True):
            for piece in pieces:
                piece.tight = tight
            places, total = column.lay(pieces, self.width(), room, kit)
            if total <= room or (tight and self.covered):
                return places, total
        for piece in pieces:
            piece.tight = False
        return column.lay(pieces, self.width(), room, kit)

    # --- pieces ------------------------------------------------------------------

    def _sync(self, elements: tuple[ElementView, ...], kit: Kit) -> None:
        kept: dict[str, Piece] = {}
        for number, view in enumerate(elements):
            wanted, piece = piece_for(view), self.pieces.pop(view.id, None)
            if piece is not None and type(piece) is not wanted:
                piece.deleteLater()
                piece.hide()
                piece = None
            if piece is None:
                piece = wanted(self.inner)
                piece.drag, piece.sweep = self.drag, self.sweep
                piece.acted.connect(self.acted)
                piece.show()
            self._join(piece, elements, number)
            piece.render_element(view, kit)
            kept[view.id] = piece
        for gone in self.pieces.values():
            gone.hide()
            gone.deleteLater()
        self.pieces = kept

    def _join(self, piece: Piece, elements: tuple[ElementView, ...], number: int) -> None:
        before = elements[number - 1].kind if number else ""
        after = elements[number + 1].kind if number + 1 < len(elements) else ""
        joins = elements[number].kind == "link" and before in SPEECH
        joined = elements[number].kind in SPEECH and after == "link"
        centred = elements[number].kind == "text" and _follows_success(elements, number)
        if (joins, joined, centred) != (piece.joins, piece.joined, piece.centred):
            piece.joins, piece.joined, piece.centred, piece.view = joins, joined, centred, None

    def _pin(self, kit: Kit, room: int) -> int:
        """Stand a call's buttons at the bottom of this much room; answer the height they take."""
        calls = [piece for piece in self.pieces.values() if piece.gathers == "call"] if room else []
        for piece in self.pieces.values():
            home = self if piece in calls else self.inner
            if piece.parentWidget() is not home:
                piece.setParent(home)
                piece.show()
        self.pinned = calls
        for piece in calls:
            piece.flat = True
        places, tall = column.lay(calls, self.width(), 0, kit) if calls else ({}, 0)
        for piece, place in places.items():
            piece.setGeometry(place.translated(0, room - tall))
        return tall

    def _seen(self, piece: Piece, area: QRect) -> QRect:
        """Answer the part of an area of a piece's parent that shows, in own coordinates."""
        if piece in self.pinned:
            return area.intersected(self.rect())
        return area.translated(0, -self.offset).intersected(self.port.rect())

    def _full(self, element: str, row: str) -> QRect | None:
        piece = self.pieces.get(element)
        spot = piece.spot(row) if piece is not None else None
        return spot.translated(piece.pos()) if piece is not None and spot is not None else None

    def _place_bar(self, bar: int, room: int, kit: Kit) -> None:
        self.up.setVisible(bool(bar))
        self.down.setVisible(bool(bar))
        margin, gap = kit.px(18), kit.px(12)
        wide = (self.width() - 2 * margin - gap) // 2
        first, last = QPoint(margin, room + kit.px(GAP)), QPoint(margin + wide + gap, room + kit.px(GAP))
        self.up.setGeometry(QRect(last if kit.rtl else first, self.up.size()))
        self.up.resize(wide, kit.px(BAR))
        self.down.setGeometry(QRect(first if kit.rtl else last, self.down.size()))
        self.down.resize(wide, kit.px(BAR))

    def _scroll_to(self, offset: int) -> None:
        most = max(0, self.total - self.port.height())
        self.offset = min(most, max(0, offset))
        self.inner.setGeometry(0, -self.offset, self.width(), max(self.total, self.port.height()))
        self.up.set_available(self.offset > 0)
        self.down.set_available(self.offset < most)


def _follows_success(elements: tuple[ElementView, ...], number: int) -> bool:
    while number > 0 and elements[number].kind == "text":
        number -= 1
    return elements[number].kind == "success"
