"""Wide buttons along the lower edge of the card that speaks: what may be said or done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

SIDE, BESIDE, BELOW, FOOT = 24, 16, 12, 20
"""Design pixels beside the buttons, between two, between two rows, and under the last."""


@dataclass(frozen=True, slots=True)
class Option:
    """One button of the card: an opinion, or something to say or to do."""

    id: str
    words: str
    glyph: str
    bright: bool = False
    dense: bool = False
    """It takes little room, so that the sentence above keeps its own."""


class ActionRow:
    """Own the buttons of a card; ``chosen`` is told the id of the one that was pressed."""

    def __init__(self, card: QWidget, chosen: Callable[[str], None]) -> None:
        self.card, self.chosen = card, chosen
        self.buttons: list[LipButton] = []

    def render(self, actions: Sequence[Option], metrics: Metrics | None) -> bool:
        """Offer these; answer whether they are others than before."""
        if same(self.buttons, actions):
            return False
        away(self.buttons)
        self.buttons = [self._button(action, metrics) for action in actions]
        return True

    def show(self, shown: bool) -> None:
        """Show or hide all of them."""
        for button in self.buttons:
            button.setVisible(shown)

    def needed(self, width: float, m: Metrics) -> int:
        """Answer the height in window pixels of the card's lower edge with its buttons."""
        columns = self._columns(width, m)
        rows = -(-len(self.buttons) // columns)
        wide = round((width - 2 * m.px(SIDE) - m.px(BESIDE) * (columns - 1)) / columns)
        tall = max(m.px(76), m.mm(20), *(button.needed(wide) for button in self.buttons))
        return rows * tall + (rows - 1) * m.px(BELOW) + m.px(FOOT)

    def place(self, foot: Box, m: Metrics) -> None:
        """Place the buttons: beside one another where none breaks its words, else below."""
        inner = Box(foot.lead + m.px(SIDE), foot.top, foot.width - 2 * m.px(SIDE), foot.height - m.px(FOOT))
        if self._columns(foot.width, m) > 1:
            cells = inner.columns(len(self.buttons), m.px(BESIDE))
        else:
            cells = inner.rows(len(self.buttons), m.px(BELOW))
        for button, cell in zip(self.buttons, cells, strict=True):
            put(button, cell, m)

    def _columns(self, width: float, m: Metrics) -> int:
        count = len(self.buttons)
        each = (width - 2 * m.px(SIDE) - m.px(BESIDE) * (count - 1)) / max(1, count)
        return count if all(button.natural_width() <= each for button in self.buttons) else 1

    def _button(self, action: Option, metrics: Metrics | None) -> LipButton:
        look = Look.PRIMARY if action.bright else Look.CHOICE
        button = LipButton(f"{self.card.objectName()}.{action.id}", look, action.glyph, parent=self.card)
        button.radius = 24
        if action.dense:
            button.icon_size, button.gap, button.pad = 32.0, 9.0, 12.0
        button.render_words(action.words)
        button.clicked.connect(lambda checked=False, which=action.id: self.chosen(which))
        if metrics is not None:
            button.apply(metrics)
        return button


def same(buttons: Sequence[LipButton], options: Sequence[Option]) -> bool:
    """Tell whether these buttons offer exactly these options."""
    there = [(each.objectName().rpartition(".")[2], each.text()) for each in buttons]
    return there == [(each.id, each.words) for each in options]


def away(buttons: Sequence[LipButton]) -> None:
    """Take buttons off their card."""
    for old in buttons:
        old.hide()
        old.deleteLater()
