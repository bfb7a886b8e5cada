"""Words that are said and stand nowhere on the page: shown as long as they are said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.textflow import SPOKEN
from elder_tutor.ui.theme import Metrics, in_language
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.sentence import BOX_SIDE, Sentence

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

LINES: Final = 1
"""So many lines of the body size stand in the least caption; longer words turn over with the voice."""
PAD: Final = 10.0
OVER: Final = 8.0
AIR: Final = 1.0
"""Design pixels that the card leaves free of its place; with more the words beneath would look out."""


class Caption(QWidget):
    """A card with what is being said; touches fall through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("caption")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.metrics: Metrics | None = None
        self.sentence = Sentence("caption.sentence", self)
        self.sentence.spoken_factor = 0.8
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Answer what stands here."""
        return self._lines if self.isVisibleTo(self._window) else ()

    def show_lines(self, lines: Sequence[Line], place: QRect, metrics: Metrics) -> None:
        """Show sentences in a place of the window; a lower one grows both ways to hold one line."""
        self.metrics, self._lines = metrics, tuple(lines)
        spoken = in_language(metrics, self._lines[0].lang) if self._lines else metrics
        tall = max(place.height() - metrics.px(AIR), self.least(spoken))
        top = max(0, min(place.top() - (tall - place.height()) // 2, self._window.height() - tall))
        over = metrics.px(OVER)  # a letter of the words beneath may reach past its place
        self.setGeometry(place.left() - over, top, place.width() + 2 * over, tall)
        side, pad = metrics.px(BOX_SIDE + 12), metrics.px(PAD)
        self.sentence.setGeometry(self.rect().adjusted(side, pad, -side, -pad))
        self.sentence.apply(metrics)
        self.sentence.render_sentences(self._lines)
        self.show()
        self.raise_()

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.sentence.show_word(sentence, word)

    @staticmethod
    def least(m: Metrics) -> int:
        """Answer the height in window pixels of one line of words."""
        return round(LINES * m.size("body") * SPOKEN) + 2 * m.px(PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self.metrics is not None:
            painter = QPainter(self)
            paint_card(painter, QRectF(self.rect()), self.metrics, "card", "lagoon", 24, 3, None)
            painter.end()
