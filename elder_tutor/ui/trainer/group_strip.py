"""The line above the matrix: which group, whom of it, in which order, and a name to look for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.group_rows import Order, Show
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.widgets.lip_button import Look

EVERYBODY: Final = phrase("All learners")
FIND: Final = phrase("Find a name")
SHOWS: Final[dict[Show, Phrase]] = {
    Show.ALL: phrase("Everybody"),
    Show.NEEDS: phrase("Needs help"),
    Show.DUE: phrase("Time to remember"),
}
ORDERS: Final[dict[Order, Phrase]] = {
    Order.NAME: phrase("By name"),
    Order.NEEDS: phrase("Who needs help first"),
    Order.LAST: phrase("Last practice first"),
    Order.DONE: phrase("Most done first"),
}
GROUP_SAID: Final = phrase("Group: {group}")
SHOW_SAID: Final = phrase("Shown: {choice}")
ORDER_SAID: Final = phrase("Order: {choice}")
FIELD_LEAST: Final = 230
"""Design pixels."""


class Find(QWidget):
    """A field with a magnifier; ``changed`` carries what stands in it."""

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}.field")
        self.field.setFrame(False)
        self.field.setMaxLength(40)
        self.field.textChanged.connect(self.changed)
        self.field.installEventFilter(self)

    def dress(self, m: Metrics, words: str) -> None:
        """Take sizes, and what the field is for."""
        self.metrics = m
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setFont(look.font(m, "body"))
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.Base, m.q("card"))
        palette.setColor(QPalette.ColorRole.Text, m.q("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, m.q("ink2"))
        palette.setColor(QPalette.ColorRole.Highlight, m.q("word"))
        palette.setColor(QPalette.ColorRole.HighlightedText, m.q("on_saffron"))
        self.field.setPalette(palette)
        self.update()

    def place(self) -> None:
        """Give the field its place beside the magnifier."""
        m = self.metrics
        if m is not None:
            box = Box(0, 0, self.width(), self.height()).inset(m.px(8), m.px(8))
            put(self.field, box.cut_lead(m.px(44), m.px(4))[1], m)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the field."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.field.text():  # type: ignore[attr-defined]
            self.field.clear()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and magnifier."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(m.q("line"), m.px(3)))
        painter.setBrush(QBrush(m.q("card")))
        half = m.px(3) / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, m.px(20), m.px(20))
        mark = Box(0, 0, self.width(), self.height()).inset(m.px(14), 0).cut_lead(m.px(34))[0]
        glyph = area(mark.middle(m.px(32)), self.width(), m.rtl)
        look.paint_icon(painter, "line/search", glyph, m, m.colours.ink2, m.colours.card)
        painter.end()


class Strip(QWidget):
    """Tell what is chosen; the page asks when a button is touched."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.group = Press(f"{name}.group", Look.SECONDARY, "line/people", self)
        self.show_whom = Press(f"{name}.show", Look.QUIET, "line/eye", self)
        self.order_by = Press(f"{name}.order", Look.QUIET, "line/arrowup", self)
        self.search = Find(f"{name}.find", self)
        self.buttons = (self.group, self.show_whom, self.order_by)

    def dress(self, m: Metrics, w: Wording, group: str, show: Show, order: Order) -> None:
        """Take sizes and what is chosen; ``group`` is a name, or "" for everybody."""
        self.metrics = m
        named = group or w.shown(EVERYBODY)
        said = (
            (self.group, named, phrase(GROUP_SAID.key, group=named)),
            (self.show_whom, w.shown(SHOWS[show]), phrase(SHOW_SAID.key, choice=SHOWS[show])),
            (self.order_by, w.shown(ORDERS[order]), phrase(ORDER_SAID.key, choice=ORDERS[order])),
        )
        for button, words, spoken in said:
            button.render_words(words, look.bare(w, spoken))
            button.apply(m)
        self.show_whom.set_chosen(show is not Show.ALL)
        self.search.dress(m, w.shown(FIND))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels: one line, or two where the width is small."""
        lines = 1 if self._wide() <= width else 2
        return lines * self._tall() + (lines - 1) * self._gap()

    def place(self, width: float) -> None:
        """Give every part its place."""
        m = self.metrics
        assert m is not None
        gap, tall = self._gap(), self._tall()
        line = Box(0, 0, width, tall)
        if self._wide() > width:
            cells = Box(0, 0, width, 2 * tall + gap).grid(2, 2, gap)
            for part, cell in zip((*self.buttons, self.search), cells, strict=True):
                put(part, cell, m, width)
        else:
            for button in self.buttons:
                place, line = line.cut_lead(self._least(button), gap)
                put(button, place, m, width)
            put(self.search, line, m, width)
        self.search.place()

    def controls(self) -> list[QWidget]:
        """Answer what the keyboard goes through."""
        return [*self.buttons, self.search.field]

    def _wide(self) -> float:
        assert self.metrics is not None
        field = self.metrics.px(FIELD_LEAST)
        return sum(self._least(one) + self._gap() for one in self.buttons) + field

    def _least(self, button: Press) -> int:
        assert self.metrics is not None
        return max(button.natural_width() + self.metrics.px(4), self.metrics.px(150))

    def _tall(self) -> int:
        assert self.metrics is not None
        return max(self.metrics.px(62), self.metrics.mm(16))

    def _gap(self) -> int:
        assert self.metrics is not None
        return max(self.metrics.px(14), self.metrics.mm(3))
