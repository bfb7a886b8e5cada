"""A calm card above the page: one sentence and one or two buttons."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.bidi import left_to_right
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.lip_button import Look

WELL: Final = phrase("Good")
WIDTH: Final = 760
FROM_LEFT: Final = "\u200e"
"""LEFT-TO-RIGHT MARK (Unicode, UAX 9)."""


def path_words(path: Path) -> str:
    """Answer a path as the card shows it, from left to right.

    A mark at its beginning holds a Latin path. Only one with other letters is isolated: in isolated
    words Qt measures a second line wrongly after an «fi», and its end would be cut.
    """
    return f"{FROM_LEFT}{path}" if str(path).isascii() else left_to_right(str(path))


class Dialog(QWidget):
    """Say something and let the trainer answer; ``answered`` tells whether it was yes."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainer.dialog")
        self.title = Text("trainer.dialog.title", "title", True, parent=self)
        self.words = Text("trainer.dialog.words", "body", parent=self)
        self.more = Text("trainer.dialog.more", "body", True, "lagoon", parent=self)
        self.words.spacing = self.more.spacing = 1.5
        self.yes = Press("trainer.dialog.yes", Look.PRIMARY, "line/check", self)
        self.no = Press("trainer.dialog.no", Look.QUIET, "line/back", self)
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))
        self.metrics: Metrics | None = None
        self.wording: Wording | None = None
        self._said: tuple[Phrase, Phrase, str, Phrase, Phrase | None] | None = None
        self._card = Box(0, 0, 0, 0)
        self.hide()

    def ask(
        self, title: Phrase, words: Phrase, more: str = "", yes: Phrase = WELL, no: Phrase | None = None,
        glyph: str = "line/check",
    ) -> None:  # fmt: skip
        """Show the card. ``more`` stands alone on a line; without ``no`` there is one button."""
        self._said = (title, words, more, yes, no)
        self.yes.set_glyph(glyph)
        self.yes.set_look(Look.SECONDARY if no else Look.PRIMARY)
        self.no.set_look(Look.PRIMARY if no else Look.QUIET)
        self.relayout()
        self.show()
        self.raise_()
        (self.no if no else self.yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        self.metrics, self.wording = metrics, wording
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self.relayout()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.metrics, self.wording
        if m is None or w is None or self._said is None:
            return
        title, words, more, yes, no = self._said
        self.title.render_words(w.shown(title))
        self.words.render_words(w.shown(words))
        self.more.render_words(more)
        self.yes.render_words(w.shown(yes))
        self.no.render_words(w.shown(no) if no else "")
        for part in (self.title, self.words, self.more, self.yes, self.no):
            part.apply(m)
        self.no.setVisible(no is not None)
        self._place(m)
        self.update()

    def _place(self, m: Metrics) -> None:
        wide = min(m.px(WIDTH), m.width - m.px(40))
        inner = wide - m.px(80)
        heights = [part.needed(inner) for part in (self.title, self.words, self.more)]
        gap, tall = m.px(10), max(self.yes.tall(), self.no.tall())
        whole = sum(heights) + 2 * gap + m.px(34) + tall + m.px(72)
        self._card = Box((m.width - wide) / 2, (m.height - whole) / 2, wide, whole)
        room = self._card.inset(m.px(40), m.px(36))
        for part, high in zip((self.title, self.words, self.more), heights, strict=True):
            top, room = room.cut_top(high, gap)
            put(part, top, m)
        row = Box(room.lead, self._card.bottom - m.px(36) - tall, room.width, tall)
        buttons = [self.no, self.yes] if self.no.isVisibleTo(self) else [self.yes]
        for button in buttons:
            part_box, row = row.cut_lead(max(button.natural_width() + m.px(24), m.px(180)), m.px(16))
            put(button, part_box, m)

    def _answer(self, yes: bool) -> None:
        self.hide()
        self.answered.emit(yes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape say no."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep touches away from the page below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scrim and card."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.fillRect(self.rect(), m.q("scrim"))
        paint_card(painter, area(self._card, m.width, m.rtl), m, "card", "card_border", 36, 2, None)
        painter.end()
