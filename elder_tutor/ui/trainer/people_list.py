"""A list on a card, for people, groups, staff and the log: rows with a picture, a name and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.cells import LearnerHead
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

LINE: Final = 88
NARROW_LINE: Final = 62
TWO_COLUMNS: Final = 1160
NOTE_SHARE: Final = 0.6
"""Design pixels: a row with buttons, one without, and the width that holds two columns of rows."""


@dataclass(frozen=True, slots=True)
class RowButton:
    """A button of a row: ``kind`` names it, ``spoken`` says what it does to whom."""

    kind: str
    words: Phrase
    spoken: Phrase
    glyph: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line: ``title`` and ``note`` as they are shown; ``picture`` a drawing's name or ""."""

    key: str
    title: str
    note: str = ""
    picture: str = ""
    buttons: tuple[RowButton, ...] = ()
    symbol: str = ""
    """Colour and mark of a learner's card (see progress/cards.py)."""


class ListCard(Card):
    """A card with hair lines between its rows; ``rules`` lie in its own window pixels."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.rules: list[QRectF] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and lines."""
        super().paintEvent(event)
        if self.metrics is not None:
            painter = QPainter(self)
            for rule in self.rules:
                painter.fillRect(rule, self.metrics.q("hair"))
            painter.end()


class ListPage(AskingPage):
    """Show rows. ``rowChosen`` carries a row's key, ``pressed`` a button's kind and the row's key."""

    rowChosen = Signal(str)
    pressed = Signal(str, str)

    def __init__(self, name: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(name, desk, parent)
        self.rows: tuple[Row, ...] = ()
        self.first = self._shown = 0
        self.more = Press(f"{name}.more", Look.QUIET, "line/people", self)
        self.card = ListCard(f"{name}.card", self)
        self.cards = [self.card]
        self.paired = False
        """Rows may stand in two columns."""
        self.opens = False
        """A row itself is touched to open it."""
        self._parts: list[LearnerHead | Press | Text] = []
        self.more.clicked.connect(self._turn)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take rows; nothing is drawn when nothing changed."""
        if tuple(rows) != self.rows or not self._parts:
            self.rows = tuple(rows)
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def place_rows(self, room: Box) -> None:
        """Place as many rows as fit on the card."""
        m, fit = self.m, self.fit(room)
        away(self._parts)
        self._parts = []
        if self.first >= len(self.rows):
            self.first = 0
        shown = self.rows[self.first : self.first + fit]
        self._shown = len(shown)
        columns, tall = self._columns(), self._tall()
        lines = -(-len(shown) // columns)
        self.card.setVisible(bool(shown))
        put(self.card, Box(room.lead, room.top, room.width, lines * tall + m.px(24)), m)
        self.card.apply(m)
        inner = Box(room.lead + m.px(24), room.top + m.px(12), room.width - m.px(48), lines * tall)
        lanes = inner.columns(columns, m.px(48))
        self.card.rules = []
        for number, row in enumerate(shown):
            lane = lanes[number // lines]
            line = Box(lane.lead, inner.top + (number % lines) * tall, lane.width, tall)
            self._place_row(line, row)
            if number % lines:
                thin = Box(line.lead - room.lead, line.top - room.top, line.width, max(1, m.px(1.6)))
                self.card.rules.append(area(thin, room.width, m.rtl))

    def lay(
        self, title: Phrase, more: Phrase, buttons: Sequence[Press],
        above: Callable[[Box], Box] = lambda room: room,
    ) -> Box:  # fmt: skip
        """Place head, what stands ``above`` the rows, and rows; the button for more only when needed."""
        self.more.render_words(self.shown(more))
        self.more.apply(self.m)
        self.more.hide()
        room = above(self._place_title(title, buttons))
        if self.fit(room) < len(self.rows):
            self.more.show()
            room = above(self._place_title(title, [self.more, *buttons]))
        self.place_rows(room)
        return room

    def _place_title(self, title: Phrase, buttons: Sequence[Press]) -> Box:
        """Place title and buttons on one line, or on two where they do not fit beside each other."""
        m, shown = self.m, [button for button in buttons if button.isVisibleTo(self)]
        self.title.render_words(self.shown(title))
        self.title.apply(m)
        wide = sum(max(button.natural_width() + m.px(8), m.px(140)) + m.px(16) for button in shown)
        if self.title.natural_width() + wide <= self.room().width:
            return self.place_head(self.room(), self.shown(title), buttons)
        return self.place_tabs(self.room(), self.shown(title), shown)

    def controls(self) -> list[QWidget]:
        """Answer what can be pressed in the rows, in reading order."""
        return [part for part in self._parts if not isinstance(part, Text)]

    def fit(self, room: Box) -> int:
        """Answer how many rows have room on the card."""
        rows = int((room.height - self.m.px(24)) // self._tall())
        return max(1, rows) * self._columns()

    def _columns(self) -> int:
        wide = self.m.width >= self.m.px(TWO_COLUMNS)
        return 2 if self.paired and wide and len(self.rows) > 1 else 1

    def _tall(self) -> float:
        m = self.m
        if any(row.buttons for row in self.rows) or self.opens:
            return max(m.px(LINE), m.mm(16) + m.mm(3))
        return m.px(NARROW_LINE)

    def _place_row(self, line: Box, row: Row) -> None:
        m = self.m
        line = line.middle(min(max(m.px(62), m.mm(16)), line.height))
        for made in reversed(row.buttons):
            button = self._button(made, row)
            line, place = line.cut_end(button.natural_width(), m.mm(3))
            put(button, place, m)
            self._keep(button)
        if row.note:
            line, place = line.cut_end(line.width * NOTE_SHARE, m.px(16))
            self._text(f"note.{row.key}", row.note, place, bold=False)
        if not row.picture:
            self._text(f"title.{row.key}", row.title, line, bold=True)
            return
        head = LearnerHead(f"{self.objectName()}.learner.{row.key}", row.picture, self, row.symbol)
        head.setText(row.title)
        head.setAccessibleName(row.title)
        head.clicked.connect(lambda checked=False, key=row.key: self.rowChosen.emit(key))
        head.apply(m)
        put(head, line, m)
        self._keep(head)

    def _text(self, name: str, words: str, place: Box, bold: bool) -> None:
        text = Text(f"{self.objectName()}.{name}", "head", bold, "ink" if bold else "ink2", self)
        text.spacing = 1.2
        text.render_words(words)
        text.apply(self.m)
        put(text, place.middle(min(place.height, text.needed(place.width))), self.m)
        self._keep(text)

    def _button(self, made: RowButton, row: Row) -> Press:
        button = Press(f"{self.objectName()}.{made.kind}.{row.key}", Look.QUIET, made.glyph, self)
        button.kind, button.pad, button.lip, button.weight_bold = "head", 16, 5, False
        button.icon_size = 28
        button.render_words(self.shown(made.words), self.bare(made.spoken))
        button.apply(self.m)
        button.clicked.connect(lambda checked=False: self.pressed.emit(made.kind, row.key))
        return button

    def _keep(self, part: LearnerHead | Press | Text) -> None:
        part.show()
        self._parts.append(part)

    def _turn(self) -> None:
        self.first += self._shown
        self.again()


def of_learner(words: Phrase, name: str) -> Phrase:
    """Answer a sentence about one learner."""
    return phrase(words.key, learner=name)
