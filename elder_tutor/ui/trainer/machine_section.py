"""What the three parts of the page of this machine share: cards with a title, and turning of long lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.turning import NEXT, PREVIOUS
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.machine import MachinePage

PAD: Final = 24
GAP: Final = 14


class Section:
    """One part of the page; its widgets lie on the page itself, so that cards cast their shadows there."""

    def __init__(self, page: MachinePage) -> None:
        self.page = page
        self.cards: list[Card] = []

    def begin(self) -> None:
        """Read what is shown; the section has come to the front."""

    def leave(self) -> None:
        """Stop what goes on; the page goes away."""

    def parts(self) -> Sequence[QWidget]:
        """Answer every widget of the section, in the order of the keyboard."""
        raise NotImplementedError

    def place(self, room: Box) -> None:
        """Write the words and place everything; every part is shown before."""
        raise NotImplementedError

    def gap(self) -> float:
        """Answer the room between two buttons in window pixels."""
        return max(self.page.m.px(GAP), self.page.m.mm(3))


class Group:
    """A card with a title, a sentence, and buttons in rows."""

    def __init__(self, name: str, title: Phrase, page: MachinePage) -> None:
        self.page, self.phrase = page, title
        self.card = Card(f"{name}.card", page)
        self.title = Text(f"{name}.title", "card", True, parent=page)
        self.value = Text(f"{name}.value", "body", parent=page)
        self.buttons: list[Press] = []

    def parts(self) -> list[QWidget]:
        """Answer the widgets."""
        return [self.card, self.title, self.value, *self.buttons]

    def write(self, value: str) -> None:
        """Write title and sentence; the buttons have their words already."""
        self.title.render_words(self.page.shown(self.phrase))
        self.value.render_words(value)
        parts: list[Text | Press] = [self.title, self.value, *self.buttons]
        for part in parts:
            part.apply(self.page.m)
        self.card.apply(self.page.m)

    def place(self, room: Box, columns: int) -> float:
        """Place everything from the top of a room; answer the card's height in window pixels."""
        m = self.page.m
        gap = max(m.px(GAP), m.mm(3))
        inner = room.inset(m.px(PAD), m.px(PAD - 4))
        title, rest = inner.cut_top(self.title.needed(inner.width), m.px(4))
        put(self.title, title, m)
        high = self.value.needed(inner.width)
        self.value.setVisible(high > 0)
        if high:
            value, rest = rest.cut_top(high, m.px(10))
            put(self.value, value, m)
        rows = [self.buttons[at : at + columns] for at in range(0, len(self.buttons), columns)]
        top = rest.top
        for row in rows:
            lanes = rest.columns(len(row), gap)  # a row that is not full is shared by those there are
            tall = max(
                max(button.tall(), button.needed(int(lane.width)))
                for button, lane in zip(row, lanes, strict=True)
            )
            for button, lane in zip(row, lanes, strict=True):
                put(button, Box(lane.lead, top, lane.width, tall), m)
            top += tall + gap
        whole = (top - gap if rows else rest.top) + m.px(PAD) - room.top
        put(self.card, Box(room.lead, room.top, room.width, whole), m)
        return whole


class Leaves:
    """Two buttons that turn a list too long for its card."""

    def __init__(self, name: str, page: MachinePage) -> None:
        self.page = page
        self.at = 0
        self.before = Press(f"{name}.before", Look.QUIET, "line/chevron", page)
        self.after = Press(f"{name}.after", Look.QUIET, "line/chevron", page)
        self.before.flipped = True
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.count = 1

    def write(self) -> None:
        """Write both buttons."""
        for button, words in ((self.before, PREVIOUS), (self.after, NEXT)):
            button.render_words(self.page.shown(words))
            button.apply(self.page.m)

    def open(self, count: int) -> int:
        """Take how many leaves there are; answer the one that is open."""
        self.count = max(1, count)
        self.at = min(self.at, self.count - 1)
        for button in (self.before, self.after):
            button.setVisible(self.count > 1)
        return self.at

    def place(self, line: Box) -> None:
        """Place both at the trailing end of a line."""
        m = self.page.m
        for button in (self.after, self.before):
            line, place = line.cut_end(
                max(m.px(140), button.natural_width() + m.px(8)), max(m.px(GAP), m.mm(3))
            )
            put(button, place.middle(button.tall()), m)

    def _turn(self, by: int) -> None:
        self.at = (self.at + by) % self.count
        self.page.again()
