"""An element that is one button, with the visible twins of its long press and its swipe."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Do, ElementView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import sayings
from elder_tutor.ui.phone.buttons import WordButton
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.names import about_of, name_of
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.touch import TouchButton

HOLD, SWIPE = "hold", "swipe"
"""The twins' names, after the element's own and a stroke."""


class Single(Piece):
    """An element that is one button, with the tap alternatives of its gestures below it."""

    def __init__(self, button: TouchButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        button.setParent(self)
        button.tapped.connect(lambda: self.act(Do.TAP))
        button.held.connect(lambda: self.act(Do.HOLD))
        button.swiped.connect(lambda: self.act(Do.SWIPE))
        self.twins: dict[str, WordButton] = {}

    @property
    def menu(self) -> WordButton | None:
        """Answer the twin of the long press."""
        return self.twins.get(HOLD)

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Name the button and show its state."""
        self.adopt(self.button, view.id, kit)
        self.button.set_available(view.enabled)
        self.button.can_hold(view.can_hold)
        self.button.can_swipe(view.swipe_to if view.can_swipe else "")
        self.button.call(name_of(view, kit), about_of(view, kit))
        glyph = "eye" if view.kind == "link" else "more"
        self._twin(HOLD, Do.HOLD, (view.hold_label or sayings.MORE) if view.can_hold else None, glyph, kit)
        self._twin(SWIPE, Do.SWIPE, (view.swipe_label or sayings.SWIPE) if view.can_swipe else None, "", kit)
        self.show_state(view, kit)
        self.button.update()

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the view's members to the button; a kind does it here."""

    def needed(self, width: int) -> int:
        """Answer the button's height and that of the twins."""
        self.button.tight = self.tight
        return self.button.needed(width) + self.below(width)

    def below(self, width: int) -> int:
        """Answer the height the twins take under the button."""
        return sum(twin.needed(width) + self._gap() for twin in self.twins.values())

    def place(self) -> None:
        """Put the button above its twins."""
        low = self.below(self.width())
        self.button.setGeometry(0, 0, self.width(), max(0, self.height() - low))
        self.place_twins(0, self.height() - low, self.width())

    def place_twins(self, left: int, top: int, width: int) -> None:
        """Stand the twins one below the other."""
        for twin in self.twins.values():
            top += self._gap()
            tall = twin.needed(width)
            twin.setGeometry(left, top, width, tall)
            top += tall

    def spot(self, row: str = "") -> QRect | None:
        """Answer the button's place, or a twin's for the rows ``hold`` and ``swipe``."""
        return self.twins[row].geometry() if row in self.twins else self.button.geometry()

    def _gap(self) -> int:
        return self.kit.px(12) if self.kit else 12

    def _twin(self, name: str, do: Do, said: Phrase | None, glyph: str, kit: Kit) -> None:
        twin = self.twins.get(name)
        if said is None:
            if twin is not None:
                self.twins.pop(name).deleteLater()
                twin.hide()
            return
        if twin is None:
            twin = self.twins[name] = WordButton(self)
            twin.tapped.connect(lambda: self.act(do))
            twin.show()
        assert self.view is not None
        self.adopt(twin, f"{self.view.id}/{name}", kit)
        twin.render_words(kit.shown(said), glyph, "quiet")
        twin.call(kit.plain(said))
