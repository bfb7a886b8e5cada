"""A card above the page with big buttons: choose one of a few, or several of many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.lip_button import Dress, Look

BACK: Final = phrase("Back")
KEEP: Final = phrase("Save")
MORE: Final = phrase("Show more")
COUNT: Final = phrase("{step} of {steps}")
WIDTH: Final = 1040
TALL: Final = 74
LEAST: Final = 300
"""Design pixels: the card, an option, and the narrowest column."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: ``words`` as they are shown, with a line icon or a drawing of its own."""

    key: str
    words: str
    glyph: str = ""
    picture: str = ""
    photo: QImage | None = None
    """A small picture of a file that is to be chosen."""


class OptionButton(Press):
    """An option: its icon or picture, its words, and a tick when it is chosen."""

    def __init__(self, name: str, option: Option, parent: QWidget) -> None:
        super().__init__(name, Look.CHOICE, option.glyph, parent)
        self.option = option
        self.pad, self.lip = 18.0, 5.0

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint from the leading edge, so that the words of a column stand below each other."""
        m = self._m
        inner = Box(m.px(14), 0, face.width() - m.px(28), face.height())
        side = m.px(54 if self.option.photo else 46 if self.option.picture else 34)
        if self.option.photo is not None or self.option.picture or self.glyph:
            mark, inner = inner.cut_lead(side, m.px(12))
            box = area(mark.middle(side), face.width(), m.rtl).translated(face.topLeft())
            if self.option.photo is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(box, self.option.photo)
            elif self.option.picture:
                look.paint_drawing(painter, f"pictures/{self.option.picture}", box)
            else:
                look.paint_icon(painter, self.glyph, box, m, m.colours.ink, m.colours.card)
        if self.chosen:
            inner, tick = inner.cut_end(m.px(30), m.px(8))
            box = area(tick.middle(m.px(30)), face.width(), m.rtl).translated(face.topLeft())
            look.paint_mark(painter, "marks/full", box, m)
        words = look.fitting(self.text(), m, "body", inner.width, face.height(), True)
        words.paint(painter, area(inner, face.width(), m.rtl).translated(face.topLeft()), colour)

    def clipped(self) -> bool:
        """Tell whether the words need more room than there is, at their smallest and with a tick."""
        m = self._m
        beside = 66 if self.option.photo else 58 if self.option.picture else 46 if self.glyph else 0
        room = self.width() - m.px(28 + 38 + beside)
        return not look.fits(
            look.fitting(self.text(), m, "body", room, self.height(), True), room, self.height()
        )


class Chooser(QWidget):
    """Ask once; what was given to `ask` is called with the keys that were chosen."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainer.chooser")
        self.title = Text("trainer.chooser.title", "title", True, parent=self)
        self.back = Press("trainer.chooser.back", Look.QUIET, "line/back", self)
        self.more = Press("trainer.chooser.more", Look.QUIET, "line/more", self)
        self.keep = Press("trainer.chooser.keep", Look.PRIMARY, "line/check", self)
        self.metrics: Metrics | None = None
        self.wording: Wording | None = None
        self.options: Sequence[Option] = ()
        self.chosen: set[str] = set()
        self.many = False
        self._then: Callable[[tuple[str, ...]], None] = lambda keys: None
        self._said: Phrase = KEEP
        self._first = 0
        self._card = Box(0, 0, 0, 0)
        self.buttons: list[OptionButton] = []
        self.back.clicked.connect(self.leave)
        self.more.clicked.connect(self._turn)
        self.keep.clicked.connect(self._keep)
        self.hide()

    def ask(
        self, title: Phrase, options: Sequence[Option], chosen: Collection[str],
        then: Callable[[tuple[str, ...]], None], many: bool = False,
    ) -> None:  # fmt: skip
        """Show the options; with ``many`` several can be ticked and are kept together."""
        self.options, self.chosen, self.many, self._then = options, set(chosen), many, then
        self._said = title
        fit = self._fit()
        at = next((n for n, one in enumerate(options) if one.key in self.chosen), 0)
        self._first = 0 if many else at // fit * fit
        self.relayout()
        self.show()
        self.raise_()
        first = next(
            (one for one in self.buttons if one.chosen), self.buttons[0] if self.buttons else self.back
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away without a choice."""
        self.hide()
        self.closed.emit()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        self.metrics, self.wording = metrics, wording
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self.relayout()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.metrics, self.wording
        if m is None or w is None:
            return
        away(self.buttons)
        self.buttons = []
        fit = self._fit()
        self._first = self._first if self._first < len(self.options) else 0
        shown = self.options[self._first : self._first + fit]
        self.title.render_words(w.shown(self._said))
        self.back.render_words(w.shown(BACK))
        pages = -(-len(self.options) // fit)
        count = phrase(COUNT.key, step=self._first // fit + 1, steps=pages)
        self.more.render_words(f"{w.shown(MORE)} ({w.shown(count)})" if pages > 1 else w.shown(MORE))
        self.keep.render_words(w.shown(KEEP))
        for part in (self.title, self.back, self.more, self.keep):
            part.apply(m)
        self.more.setVisible(pages > 1)
        self.keep.setVisible(self.many)
        for option in shown:
            self._add(option, m)
        self._place(m)
        self.update()

    def _add(self, option: Option, m: Metrics) -> None:
        button = OptionButton(f"trainer.chooser.option.{option.key}", option, self)
        button.render_words(option.words)
        button.apply(m)
        button.set_chosen(option.key in self.chosen)
        button.clicked.connect(lambda checked=False, key=option.key: self._choose(key))
        button.show()
        self.buttons.append(button)

    def _columns(self) -> int:
        m = self.metrics
        assert m is not None
        wide = min(m.px(WIDTH), m.width - m.px(40)) - m.px(72)
        return 1 if len(self.options) <= 4 else max(1, min(3, int(wide // m.px(LEAST))))

    def _gap(self) -> int:
        assert self.metrics is not None
        return max(self.metrics.px(12), self.metrics.mm(3))

    def _tall(self) -> int:
        assert self.metrics is not None
        return max(self.metrics.px(TALL), self.metrics.mm(16))

    def _fit(self) -> int:
        m = self.metrics
        if m is None:
            return 1
        free = m.height - m.px(300)
        return max(1, int((free + self._gap()) // (self._tall() + self._gap()))) * self._columns()

    def _place(self, m: Metrics) -> None:
        gap, tall, columns = self._gap(), self._tall(), self._columns()
        wide = min(m.px(WIDTH if columns > 1 else 700), m.width - m.px(40))
        inner = wide - m.px(72)
        head = self.title.needed(inner)
        rows = -(-len(self.buttons) // columns)
        body = rows * (tall + gap)
        foot = max(self.back.tall(), self.keep.tall() if self.many else 0)
        whole = head + m.px(16) + body + m.px(14) + foot + m.px(64)
        self._card = Box((m.width - wide) / 2, max(m.px(10), (m.height - whole) / 2), wide, whole)
        room = self._card.inset(m.px(36), m.px(32))
        title, room = room.cut_top(head, m.px(16))
        put(self.title, title, m)
        cells = Box(room.lead, room.top, room.width, body - gap).grid(columns, max(1, rows), gap)
        for button, cell in zip(self.buttons, cells, strict=False):
            put(button, cell, m)
        line = Box(room.lead, room.top + body + m.px(14), room.width, foot)
        for foot_button in (self.keep, self.back, self.more):
            if foot_button.isVisibleTo(self):
                spot, line = line.cut_lead(max(foot_button.natural_width() + m.px(16), m.px(160)), m.px(16))
                put(foot_button, spot.middle(foot_button.tall()), m)

    # --- acting ------------------------------------------------------------------------

    def _choose(self, key: str) -> None:
        if not self.many:
            self.hide()
            self._then((key,))
            return
        self.chosen ^= {key}
        for button in self.buttons:
            button.set_chosen(button.option.key in self.chosen)

    def _keep(self) -> None:
        self.hide()
        self._then(tuple(one.key for one in self.options if one.key in self.chosen))

    def _turn(self) -> None:
        self._first = (self._first + self._fit()) if self._first + self._fit() < len(self.options) else 0
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

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
