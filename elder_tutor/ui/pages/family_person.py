"""One person's practice for the family: what is mastered, today, the time, every lesson that was begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.family_person_parts import Figure as Figure
from elder_tutor.ui.pages.family_person_parts import FigureCard, RowLine
from elder_tutor.ui.pages.first_start import QuestionPage
from elder_tutor.ui.pages.first_start_state import Question
from elder_tutor.ui.pages.page import card_shadow
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.card import Card, Shadow

if TYPE_CHECKING:
    from elder_tutor.ui.family.progress import Row

NOTHING: Final = phrase("Here stands every lesson, once practice has begun.")
LEAST_ROWS: Final = 3
"""Below so many lessons at a time the figures stand on a page of their own."""


class FamilyPersonPage(QuestionPage):
    """Figures above, lessons below, some at a time; what can be done stands in the lower row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("familyPerson", parent)
        self.card = Card("familyPerson.card", self)
        self.card.lower()
        self.figures: list[tuple[Figure, FigureCard]] = []
        self.rows: tuple[Row, ...] = ()
        self.lines: list[RowLine] = []
        self._apart = False
        self._upper: list[Box] = []
        self._lower = Box(0, 0, 0, 0)

    def render_person(self, question: Question, figures: tuple[Figure, ...], rows: tuple[Row, ...]) -> None:
        """Show a person; ``question`` holds the sentence and the buttons, without choices."""
        for old in (*(each for _, each in self.figures), *self.lines):
            old.hide()
            old.deleteLater()
        self.figures = [(one, FigureCard(f"familyPerson.figure.{one.id}", self)) for one in figures]
        self.rows = rows
        self.lines = []
        for number in range(max(1, len(rows))):
            self.lines.append(RowLine(f"familyPerson.row.{number}", self))
        for _, each in self.figures:
            each.show()
        self.render_question(question)

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        figures = [(each, 24.0) for _, each in self.figures]
        cards = [(self.card, 28.0), *figures]
        return [card_shadow(card, self.m, bend) for card, bend in cards if card.isVisibleTo(self)]

    def standing(self) -> tuple[Phrase, ...]:
        """Answer the figures and lessons that stand now, to be said."""
        figures = [one.words for one, card in self.figures if card.isVisibleTo(self)]
        rows = zip(self.rows, self.lines, strict=False)
        return (*figures, *(row.title for row, line in rows if line.isVisibleTo(self)))

    # --- parts ---------------------------------------------------------------

    def _write(self, question: Question) -> None:
        super()._write(question)
        assert self.wording is not None
        m = self.m
        self.card.apply(m)
        for one, card in self.figures:
            value = self.shown(one.value) if one.value is not None else ""
            card.render_figure(value, self.shown(one.words), one.glyph, m)
        for row, line in zip(self.rows, self.lines, strict=False):
            line.render_row(row, self.wording, m)
        if not self.rows:
            from elder_tutor.ui.family.progress import Row

            self.lines[0].render_row(Row(NOTHING), self.wording, m)

    @property
    def _speaks_alone(self) -> bool:
        return False

    def _fit(self, room: Box) -> None:
        """Find how many lessons stand at a time, below the figures or after them."""
        m = self.m
        self._set_alone(False)
        self._upper, self._lower = self._split(room)
        inner = self._lower.width - 2 * m.px(24)
        slim = all(line.fits_slim(inner) for line in self.lines)
        for line in self.lines:
            line.slim = slim
        high = self._lower.height - 2 * m.px(8)
        needed = max(line.needed(inner) for line in self.lines)
        self._per = max(1, int(high // needed))
        self._apart = self._per < min(LEAST_ROWS, len(self.lines))
        if self._apart:  # letters so large that the figures need a page of their own
            self._set_alone(True)
            self._upper = self._spread(room)
            self._lower = room
            self._per = max(1, int((room.height - 2 * m.px(8)) // needed))
        self.pages = -(-len(self.lines) // self._per) + self._apart
        self.page = min(self.page, self.pages - 1)

    def _split(self, room: Box) -> tuple[list[Box], Box]:
        m = self.m
        gap = max(m.px(16), m.mm(3.1))
        columns = 2 if m.portrait else len(self.figures)
        rows = -(-len(self.figures) // columns)
        wide = (room.width - gap * (columns - 1)) / columns
        tall = max((each.needed(wide) for _, each in self.figures), default=0.0)
        upper, lower = room.cut_top(rows * tall + (rows - 1) * gap, gap)
        return upper.grid(columns, rows, gap), lower

    def _set_alone(self, alone: bool) -> None:
        for _, each in self.figures:
            each.alone = alone

    def _spread(self, room: Box) -> list[Box]:
        """Answer the places of the figures where they stand alone."""
        columns = 1 if self.m.portrait else 2
        rows = -(-len(self.figures) // columns)
        gap = self._gap
        high = min(room.height, rows * self.m.px(200) + (rows - 1) * gap)
        return Box(room.lead, room.top, room.width, high).grid(columns, rows, gap)

    def _place_tiles(self, room: Box) -> None:
        m = self.m
        figures = not self._apart or self.page == 0
        for (_, card), cell in zip(self.figures, self._upper, strict=False):
            put(card, cell, m)
            card.setVisible(figures)
        start = (self.page - self._apart) * self._per
        shown = self.lines[start : start + self._per] if start >= 0 else []
        self.card.setVisible(bool(shown))
        for line in self.lines:
            line.setVisible(line in shown)
        if not shown:
            return
        inner = self._lower.inset(m.px(24), m.px(8))
        high = inner.height / self._per if len(self.lines) >= self._per else 0.0
        tall = max([min(high, m.px(108)), *(line.needed(inner.width) for line in shown)])
        used = Box(self._lower.lead, self._lower.top, self._lower.width, len(shown) * tall + 2 * m.px(8))
        put(self.card, used, m)
        for number, line in enumerate(shown):
            line.last = line is shown[-1]
            put(line, Box(inner.lead, inner.top + number * tall, inner.width, tall), m)
