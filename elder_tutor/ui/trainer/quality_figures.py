"""The figures of the manager's page: four plots, phase by phase, and their numbers as one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.least import LEAST
from elder_tutor.reports.quality import Figure, PhaseQuality, Quality
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.look import Text
from elder_tutor.ui.trainer.plots.bars import BarPlot
from elder_tutor.ui.trainer.plots.numbers import NumbersTable
from elder_tutor.ui.trainer.plots.values import Bars, Numbers, Part, Row
from elder_tutor.ui.widgets.card import Card

NAME: Final = "trainer.quality"
PHASE: Final = phrase("Phase")
UNAIDED: Final = phrase("Checks passed without a hint")
MINUTES: Final = phrase("Minutes for a finished lesson")
HINTS: Final = phrase("Hints in ten finished lessons")
FACES: Final = phrase("How sure learners felt")
UNSURE, BETWEEN, SURE = phrase("Unsure"), phrase("In between"), phrase("Sure")
FEW: Final = phrase("Under {few}", few=LEAST)
PERCENT: Final = phrase("{share:percent}")
OF: Final = phrase("{share:percent} ({part} of {whole})")
EMPTY: Final = "–"
PAD: Final = 20
"""Design pixels."""
Pick = Callable[[PhaseQuality], Figure]
Words = Callable[[Figure], str]


class FigureWords:
    """The words of one language for the plots of the manager's page."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def plots(self, found: Quality) -> tuple[Bars, ...]:
        """Answer the four plots in the order of the page."""
        return (
            self._one(found, UNAIDED, lambda one: one.unaided, 100),
            self._faces(found),
            self._one(found, MINUTES, lambda one: one.minutes),
            self._one(found, HINTS, lambda one: one.hints),
        )

    def numbers(self, found: Quality) -> Numbers:
        """Answer every figure (a row) of every phase (a column), with what it was reckoned from."""
        lines: tuple[tuple[Phrase, Words, Pick], ...] = (
            (UNAIDED, self._of, lambda one: one.unaided),
            (MINUTES, self._number, lambda one: one.minutes),
            (HINTS, self._number, lambda one: one.hints),
            (UNSURE, self._of, lambda one: one.faces[0]),
            (BETWEEN, self._of, lambda one: one.faces[1]),
            (SURE, self._of, lambda one: one.faces[2]),
        )
        heads = (self.wording.shown(PHASE), *(self.name(one) for one in found.phases))
        rows = (
            (self.wording.shown(name), *(words(pick(one)) for one in found.phases))
            for name, words, pick in lines
        )
        return Numbers(heads, tuple(rows))

    def name(self, one: PhaseQuality) -> str:
        """Answer what a phase is called."""
        name = one.span.name
        return name if isinstance(name, str) else self.wording.shown(name)

    def _one(self, found: Quality, title: Phrase, pick: Pick, most: int = 0) -> Bars:
        shown, figures = self.wording.shown, [pick(one) for one in found.phases]
        words = self._percent if most else self._number
        rows = tuple(
            Row(self.name(one), (Part(figure.value, words(figure)),))
            for one, figure in zip(found.phases, figures, strict=True)
        )
        largest = most or max((figure.value or 0 for figure in figures), default=0) or 1
        return Bars(shown(title), shown(PHASE), (shown(title),), rows, largest, whole=most > 0)

    def _faces(self, found: Quality) -> Bars:
        shown = self.wording.shown
        rows = tuple(
            Row(self.name(one), tuple(Part(face.value, self._percent(face)) for face in one.faces))
            for one in found.phases
        )
        series = tuple(shown(words) for words in (UNSURE, BETWEEN, SURE))
        return Bars(shown(FACES), shown(PHASE), series, rows, 100, stacked=True)

    def _percent(self, figure: Figure) -> str:
        if figure.value is None:
            return self.wording.shown(FEW)
        return self.wording.shown(phrase(PERCENT.key, share=figure.value))

    def _number(self, figure: Figure) -> str:
        return self.wording.shown(FEW) if figure.value is None else self.wording.number(figure.value)

    def _of(self, figure: Figure) -> str:
        if figure.part is None or figure.whole is None:
            return self._percent(figure)
        return self.wording.shown(
            phrase(OF.key, share=figure.value, part=figure.part, whole=figure.whole)
        )  # fmt: skip


class FigureCard(Card):
    """A plot with its title on a card."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.title = Text(f"{name}.title", "card", True, parent=self)
        self.bars = BarPlot(f"{name}.bars", self)

    def render_plot(self, plot: Bars, m: Metrics) -> None:
        """Show a plot and place it; the card has its size already."""
        self.apply(m)
        self.title.render_words(plot.title)
        self.title.apply(m)
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD), m.px(PAD - 6))
        line, room = room.cut_top(self.title.needed(room.width), m.px(2))
        put(self.title, line, m)
        put(self.bars, Box(m.px(PAD - 12), room.top, self.width() - 2 * m.px(PAD - 12), room.height), m)
        self.bars.render_plot(plot, m)


class Figures(QWidget):
    """Four cards, or one table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{NAME}.figures")
        names = ("unaided", "faces", "minutes", "hints")
        self.plots = [FigureCard(f"{NAME}.{name}", self) for name in names]
        self.card = Card(f"{NAME}.card", self)
        self.table = NumbersTable(f"{NAME}.table", self)

    def show_figures(self, found: Quality, as_table: bool, title: str, wording: Wording, m: Metrics) -> None:
        """Show the figures in the room the widget has."""
        words = FigureWords(wording)
        for part in (self.card, self.table):
            part.setVisible(as_table)
        room = Box(0, 0, self.width(), self.height())
        rows, columns = (4, 1) if m.portrait else (2, 2)
        for card, plot, cell in zip(
            self.plots, words.plots(found), room.grid(columns, rows, m.px(18)), strict=True
        ):
            card.setVisible(not as_table)
            put(card, cell, m)
            card.render_plot(plot, m)
        if as_table:
            self.card.apply(m)
            put(self.card, room, m)
            put(self.table, room.inset(m.px(PAD)), m)
            self.table.render_numbers(words.numbers(found), title, m)

    def shadowed(self) -> list[QRectF]:
        """Answer the cards that cast a shadow, on the page."""
        cards: list[QWidget] = [self.card, *self.plots]
        return [QRectF(card.geometry()).translated(self.pos()) for card in cards if card.isVisibleTo(self)]
