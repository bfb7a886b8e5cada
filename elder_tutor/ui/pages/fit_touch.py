"""The first question of fitting: a circle is touched in eight places, and the hand is measured by the way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.fit import dials
from elder_tutor.ui.pages.fit import FitPage
from elder_tutor.ui.pages.fit_field import TouchField
from elder_tutor.ui.pages.fit_measure import advised
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.dial_card import NAMED, DialCard, place_alike
from elder_tutor.ui.widgets.lip_button import LipButton, Look

TOUCH_IT: Final = phrase("Tap the circle")
FOLLOW: Final = phrase("It moves to another place each time. Take your time.")
SKIP: Final = phrase("Let us skip this")
KNOWN: Final = phrase("Now I know your touch")
THANKS: Final = phrase("Thank you. This is how I answer your touch now.")
CIRCLE: Final = phrase("The circle")
SIDES: Final = {
    "middle": phrase("The circle is in the middle."),
    "top left": phrase("The circle is at the top left."),
    "top right": phrase("The circle is at the top right."),
    "bottom left": phrase("The circle is at the bottom left."),
    "bottom right": phrase("The circle is at the bottom right."),
}
EDGE: Final = 0.35
"""Nearer to an edge than this part of the field it is said that the circle stands there."""


class FitTouchPage(FitPage):
    """Measure how this hand touches; keys do as well. Nothing that is touched is called wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-touch", 1, TOUCH_IT, FOLLOW, parent)
        self.field = TouchField(self)
        self.cards = [
            DialCard(f"fit-touch.{dial.id}", dial.glyph, self, presses=0)
            for dial in (dials.TOUCH, dials.DELAY)
        ]
        self.once_more = LipButton("fit-touch.more", Look.SECONDARY, "line/refresh", parent=self)
        self.field.counted.connect(self._counted)
        self.field.astray.connect(lambda: self.sayRequested.emit((self._side(),)))
        self.once_more.clicked.connect(self._anew)

    @property
    def over(self) -> bool:
        """Tell whether every circle was touched."""
        return self.field.over

    def begin(self) -> None:
        """Ask from the beginning."""
        self.field.begin()
        self._turn()

    def greeting(self) -> tuple[Phrase, ...]:
        """Ask for a touch and say where the circle is; afterwards what was learned from it."""
        if self.over:
            told = (
                phrase(NAMED.key, title=d.title, value=d.words(self.settings))
                for d in (dials.TOUCH, dials.DELAY)
            )
            return (THANKS, *told)
        first = (TOUCH_IT, FOLLOW) if not self.field.touches else ()
        return (*first, self._side())

    def helping(self) -> tuple[Phrase, ...]:
        """Say where the circle is, and how one goes on without it."""
        if self.over:
            return super().helping()
        return (self._side(), phrase("To go on without this, tap “{button}”.", button=SKIP))

    def onward(self) -> Phrase:
        """Answer that this can be left out, until it is done."""
        return super().onward() if self.over else SKIP

    def controls(self) -> list[QWidget]:
        """Answer the circle, or the button that asks for it once more."""
        return [self.once_more] if self.over else [self.field.circle]

    def write_body(self) -> None:
        """Write the name of the circle, and what was learned."""
        assert self.wording is not None
        self.title_words = KNOWN if self.over else TOUCH_IT
        self.title.render_words(self.shown(self.title_words))
        self.go.set_look(Look.PRIMARY if self.over else Look.SECONDARY)
        self.go.set_glyph("line/check" if self.over else "line/play")
        self.field.circle.setAccessibleName(self.shown(CIRCLE))
        self.once_more.render_words(self.shown(words.ONCE_MORE))
        for card, dial in zip(self.cards, (dials.TOUCH, dials.DELAY), strict=True):
            card.render_dial(dial, self.settings, self.wording)
            card.apply(self.m)
        self.once_more.apply(self.m)
        self.field.apply(self.m)
        self.field.setVisible(not self.over)
        for part in (*self.cards, self.once_more):
            part.setVisible(self.over)

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of the field, or of what was learned."""
        if not self.over:
            return self.m.mm(75)
        return self._card_tall(width) + self.m.px(20) + self._more_tall()

    def place_body(self, room: Box) -> None:
        """Place the field over all of the room, or two cards with a button below."""
        m = self.m
        put(self.field, room, m)
        columns = 1 if m.portrait else 2
        tall = min(
            max(self._card_tall(room.width), m.px(260 * (3 - columns))),
            room.height - self._more_tall() - m.px(20),
        )
        whole = room.middle(tall + m.px(20) + self._more_tall())
        upper, lower = whole.cut_top(tall, m.px(20))
        for card, cell in zip(self.cards, upper.grid(columns, 3 - columns, m.px(20)), strict=True):
            put(card, cell, m)
        place_alike(self.cards)
        put(self.once_more, lower.middle_across(max(m.px(360), self.once_more.natural_width())), m)

    def _card_tall(self, width: float) -> float:
        columns = 1 if self.m.portrait else 2
        wide = (width - self.m.px(20) * (columns - 1)) / columns
        rows = 3 - columns
        return max(card.needed(wide) for card in self.cards) * rows + self.m.px(20) * (rows - 1)

    def _more_tall(self) -> int:
        wide = max(self.m.px(360), self.once_more.natural_width())
        return max(self.m.px(76), self.m.mm(16), self.once_more.needed(round(wide)))

    # --- touches -------------------------------------------------------------------------

    def _counted(self) -> None:
        if not self.over:
            self.sayRequested.emit((self._side(),))
            return
        # The keyboard goes on first: new settings dress the page, which hides the circle it stands on.
        self._turn()
        self.chosen.emit(dict(advised(self.field.touches)))
        self.sayRequested.emit(self.greeting())

    def _anew(self) -> None:
        self.begin()
        self.sayRequested.emit(self.greeting())

    def _turn(self) -> None:
        """Show the other half: the circle is away after the last touch, and there again before the first."""
        if self.metrics is None:
            return
        held = self.focusWidget()
        self.relayout()
        self.update()
        gone = held in (self.field.circle, self.once_more) and held is not None and not held.isVisibleTo(self)
        if gone:
            by_keys = bool(getattr(held, "by_keys", False))
            reason = Qt.FocusReason.TabFocusReason if by_keys else Qt.FocusReason.OtherFocusReason
            (self.go if self.over else self.field.circle).setFocus(reason)

    def _side(self) -> Phrase:
        across, down = self.field.place
        if EDGE <= across <= 1 - EDGE or EDGE <= down <= 1 - EDGE:
            return SIDES["middle"]
        return SIDES[f"{'top' if down < EDGE else 'bottom'} {'left' if across < EDGE else 'right'}"]
