"""What the trainer's pages share: a title, buttons beside it, and one white card below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, Text, bare
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow

MARGIN = 26
"""Around everything, in design pixels."""


def away(parts: Sequence[QWidget]) -> None:
    """Take widgets off their page at once; Qt deletes them when it can."""
    for part in parts:
        part.hide()
        part.setParent(None)
        part.deleteLater()


class DeskPage(Page):
    """A page beside the bar. ``refresh`` reads its value anew, ``relayout`` draws it."""

    def __init__(self, name: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.desk, self.band = desk, False
        self.listen.hide()  # for learners; here a touch is never heard instead of done
        self.title = Text(f"{name}.title", "title", True, parent=self)
        self.cards: list[QWidget] = []

    def refresh(self) -> None:
        """Read what the page shows and draw it."""
        raise NotImplementedError

    def again(self) -> None:
        """Draw what was read, once there are sizes."""
        if self.metrics is None:
            return
        focus = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self.relayout()
        self.update()
        found = self.findChild(QWidget, name) if name else None
        if found is not None and found is not self.window().focusWidget():
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def bare(self, words: Phrase) -> str:
        """Answer words without direction marks, for accessible names."""
        assert self.wording is not None
        return bare(self.wording, words)

    def room(self) -> Box:
        """Answer the page inside its margins."""
        m = self.m
        return Box(m.px(MARGIN), m.px(16), m.width - 2 * m.px(MARGIN), m.height - m.px(16) - m.px(18))

    def place_head(self, room: Box, title: str, buttons: Sequence[Press]) -> Box:
        """Place the title and the buttons at the trailing side; answer what is left below."""
        m = self.m
        self.title.render_words(title)
        self.title.apply(m)
        shown = [button for button in buttons if button.isVisibleTo(self)]
        tall = max([max(m.px(66), m.mm(16)), *(button.tall() for button in shown)])
        line = Box(room.lead, room.top, room.width, tall)
        for button in reversed(shown):
            line, place = line.cut_end(max(button.natural_width() + m.px(8), m.px(140)), m.px(16))
            put(button, place.middle(max(button.tall(), m.px(66))), m)
        needed = max(tall, self.title.needed(line.width))
        put(self.title, Box(line.lead, line.top, line.width, needed), m)
        used = needed + m.px(14)
        return Box(room.lead, room.top + used, room.width, room.height - used)

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        radius = self.m.px(28)
        return [
            (QRectF(card.geometry()), radius, CARD_SHADOW) for card in self.cards if card.isVisibleTo(self)
        ]
