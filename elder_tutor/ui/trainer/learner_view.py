"""One of the learner page's three views: a main part and a part beside or below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.learner import LearnerReport
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.card import CARD_SHADOW, paint_shadow

GAP = 18
"""Design pixels between cards."""


class View(QWidget):
    """Show a report in two areas; boxes are in this widget's own pixels."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.wording: Wording | None = None
        self.cards: list[QWidget] = []

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        self.metrics, self.wording = metrics, wording

    def show_report(self, report: LearnerReport, main: Box, aside: Box) -> None:
        """Write the words and place everything."""
        raise NotImplementedError

    def controls(self) -> Sequence[QWidget]:
        """Answer what the keyboard goes through, in reading order."""
        return ()

    @property
    def m(self) -> Metrics:
        """Answer the sizes."""
        assert self.metrics is not None
        return self.metrics

    def shown(self, words: Phrase) -> str:
        """Answer the words of a phrase in the page's language."""
        assert self.wording is not None
        return self.wording.shown(words)

    def bare(self, words: Phrase) -> str:
        """Answer words without direction marks, for accessible names."""
        assert self.wording is not None
        return look.bare(self.wording, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadows of the cards."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        for card in self.cards:
            if card.isVisibleTo(self):
                paint_shadow(painter, QRectF(card.geometry()), self.m.px(28), CARD_SHADOW, self.m)
        painter.end()
