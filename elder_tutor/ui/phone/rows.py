"""An element with rows: one button each, and the visible twins of a row's long press and swipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Do, ElementView, RowView
from elder_tutor.ui.phone import sayings, twins
from elder_tutor.ui.phone.kit import GAP, Kit
from elder_tutor.ui.phone.names import row_about, row_name
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.single import HOLD, SWIPE
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.phone.twins import MoreButton, SwipeButton, Twin


class Rows(Piece):
    """An element with rows: buttons and their twins, kept by row id."""

    swipe_glyph = ""
    """A drawing beside the word of a swipe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, TouchButton] = {}
        self.twins: dict[str, list[Twin]] = {}

    def sync(
        self, rows: Sequence[RowView], make: Callable[[], TouchButton], view: ElementView, kit: Kit
    ) -> None:
        """Keep exactly one button for each row, and the twins it needs."""
        wanted = {row.id for row in rows}
        for gone in [row for row in self.buttons if row not in wanted]:
            for button in (self.buttons.pop(gone), *self.twins.pop(gone, [])):
                button.hide()
                button.deleteLater()
        for row in rows:
            if row.id not in self.buttons:
                self.buttons[row.id] = self._connected(make(), row.id)
            button = self.buttons[row.id]
            self.adopt(button, f"{view.id}/{row.id}", kit)
            button.set_available(row.open and view.enabled)
            button.can_hold(view.can_hold)
            button.can_swipe(view.swipe_to if view.can_swipe else "")
            button.call(row_name(row, kit), row_about(row, kit))
            button.update()
            self._sync_twins(row, view, kit)

    def spot(self, row: str = "") -> QRect | None:
        """Answer the row's place when it shows, that of its twin for ``<row>/hold``, or the whole."""
        if not row:
            return self.rect()
        button = self.buttons.get(row) or self._twin(row)
        return button.geometry() if button is not None and button.isVisibleTo(self) else None

    # --- rows with their twins ---------------------------------------------------

    def row_height(self, row: str, width: int, kit: Kit) -> int:
        """Answer the height of a row and its twins at a width."""
        button, own = self.buttons[row], self.twins.get(row, [])
        if not own:
            return button.needed(width)
        if twins.beside(own, width, kit):
            rest, _ = twins.lay_beside(own, QRect(0, 0, width, 0), kit)
            return max(button.needed(rest.width()), twins.column_height(own, kit))
        return button.needed(width) + kit.px(GAP) + twins.lay_below(own, 0, 0, width, kit)[1]

    def place_row(self, row: str, box: QRect, kit: Kit) -> None:
        """Stand a row and its twins in a box of the height they need."""
        button, own = self.buttons[row], self.twins.get(row, [])
        if not own:
            button.setGeometry(box)
            return
        if twins.beside(own, box.width(), kit):
            rest, places = twins.lay_beside(own, box, kit)
        else:
            _, low = twins.lay_below(own, 0, 0, box.width(), kit)
            rest = box.adjusted(0, 0, 0, -low - kit.px(GAP))
            places, _ = twins.lay_below(own, box.left(), box.bottom() + 1 - low, box.width(), kit)
        button.setGeometry(rest)
        for twin, place in zip(own, places, strict=True):
            twin.setGeometry(place)

    def make_twin(self, name: str, row: RowView, view: ElementView, kit: Kit) -> Twin:
        """Answer a new twin."""
        return SwipeButton(self) if name == SWIPE else MoreButton(self)

    def _connected(self, button: TouchButton, row: str) -> TouchButton:
        button.setParent(self)
        button.tapped.connect(lambda: self.act(Do.PICK, row))
        button.held.connect(lambda: self.act(Do.HOLD, row))
        button.swiped.connect(lambda: self.act(Do.SWIPE, row))
        button.show()
        return button

    def _sync_twins(self, row: RowView, view: ElementView, kit: Kit) -> None:
        wanted = [name for name, can in ((SWIPE, view.can_swipe), (HOLD, view.can_hold)) if can]
        own = self.twins.setdefault(row.id, [])
        if [twin.objectName().rpartition("/")[2] for twin in own] != wanted:
            for twin in own:
                twin.hide()
                twin.deleteLater()
            own[:] = [self._new_twin(name, row, view, kit) for name in wanted]
        for name, twin in zip(wanted, own, strict=True):
            self.adopt(twin, f"{view.id}/{row.id}/{name}", kit)
            swipes = name == SWIPE
            said = view.swipe_label or sayings.SWIPE if swipes else view.hold_label or sayings.MORE
            twin.call(f"{kit.plain(said)}: {row_name(row, kit)}")
            if isinstance(twin, SwipeButton):
                twin.render_words(kit.shown(said), self.swipe_glyph, "quiet")
            twin.update()

    def _new_twin(self, name: str, row: RowView, view: ElementView, kit: Kit) -> Twin:
        twin, do, which = self.make_twin(name, row, view, kit), Do.SWIPE if name == SWIPE else Do.HOLD, row.id
        twin.setObjectName(f"{view.id}/{row.id}/{name}")
        twin.tapped.connect(lambda: self.act(do, which))
        twin.show()
        return twin

    def _twin(self, name: str) -> TouchButton | None:
        row, _, which = name.rpartition("/")
        own = self.twins.get(row, [])
        return next((twin for twin in own if twin.objectName().rpartition("/")[2] == which), None)
