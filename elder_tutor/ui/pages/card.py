"""Measure the screen with a bank card: a drawn card grows and shrinks until the real one covers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import theme, words
from elder_tutor.ui.pages.bar import place_bar
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.speech_panel import SpeechPanel

CARD_MM: Final = (85.60, 53.98)
CORNER_MM: Final = 3.18
"""A bank card, ISO/IEC 7810 ID-1, and the radius of its corners."""
COARSE, FINE = 12, 1
"""How many window pixels of width a press adds: from far to near, then to the very edge."""
NAME: Final = phrase("Measure the screen")
LAY: Final = phrase("Lay a bank card on the drawn one, corner on corner.")
UNTIL: Final = phrase("Press “Larger” or “Smaller” until both are equal.")
LARGER: Final = phrase("Larger")
SMALLER: Final = phrase("Smaller")
LITTLE_LARGER: Final = phrase("A little larger")
LITTLE_SMALLER: Final = phrase("A little smaller")
EQUAL: Final = phrase("They are equal")
AS_TOLD: Final = phrase("As the screen says")
RESULT: Final = phrase("The screen: {width} × {height} mm")
LEAST_MM: Final = 250.0
"""The longer side of the smallest screen there is to be (DESIGN 7); this page stays usable on any."""


@dataclass(frozen=True, slots=True)
class CardState:
    """``scale`` in window pixels per mm, the screen's sides in whole mm, and what is said of it."""

    scale: float
    sides: tuple[int, int]
    said: tuple[Phrase, ...] = (LAY, UNTIL)
    kept: bool = False


class CardPage(Page):
    """``grown`` tells by how many pixels of width the card is to grow; the flow answers with a state.

    The corner at the leading upper side never moves: there the real card is laid on.
    """

    grown = Signal(int)
    keptRequested = Signal()
    resetRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calibration", parent)
        self.state = CardState(theme.DESIGN_PX_PER_MM, (0, 0))
        self.room = Box(0, 0, 0, 0)
        self.panel = SpeechPanel("calibration.panel", self)
        self.panel.sentence.heading = 1
        self.result = Words("calibration.result", "body", True, parent=self)
        self.larger = LipButton("calibration.larger", Look.CHOICE, "line/plus", parent=self)
        self.smaller = LipButton("calibration.smaller", Look.CHOICE, "line/minus", parent=self)
        self.little_larger = LipButton("calibration.little.larger", Look.QUIET, "line/plus", parent=self)
        self.little_smaller = LipButton("calibration.little.smaller", Look.QUIET, "line/minus", parent=self)
        self.equal = LipButton("calibration.equal", Look.PRIMARY, "line/check", parent=self)
        self.reset = LipButton("calibration.reset", Look.QUIET, "line/refresh", parent=self)
        self.again = LipButton("calibration.again", Look.AGAIN, "line/again", parent=self)
        self.leave = LipButton("calibration.leave", Look.QUIET, "line/leave", parent=self)
        self.steps = (self.larger, self.smaller, self.little_larger, self.little_smaller)
        self.bar = (self.equal, self.reset, self.again, self.leave)
        for button in (self.little_larger, self.little_smaller):
            button.icon_size = 28
        for button in self.steps:
            button.pad, button.gap = 14, 8
        self._said: tuple[Phrase, ...] = ()
        self._connect()

    def render_state(self, state: CardState) -> None:
        """Show the card at a scale, and what is known now."""
        spoken = state.said != self.state.said
        self.state = state
        if self.metrics is None:
            return
        if spoken:
            self.relayout()
        self._write_state()
        self.update()

    def greeting(self) -> tuple[Phrase, ...]:
        """Say what to do, or what was found."""
        return self.state.said

    def named(self) -> Phrase:
        """Answer what the page is called."""
        return NAME

    def caption(self) -> QRect:
        """Answer the place of the panel's sentence."""
        sentence = self.panel.sentence
        return QRect(sentence.mapTo(self, QPoint(0, 0)), sentence.size()).intersected(self.panel.geometry())

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.panel.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.panel.show_rest()

    def most(self) -> float:
        """Answer the largest scale at which the whole card shows, window pixels per mm."""
        return min(self.room.width / CARD_MM[0], self.room.height / CARD_MM[1])

    def card(self) -> QRectF:
        """Answer where the drawn card lies, in own coordinates; its outer edge is to be covered."""
        wide, high = (side * self.state.scale for side in CARD_MM)
        box = Box(round(self.room.lead), round(self.room.top), round(wide), round(high))
        return area(box, self.width(), self.m.rtl)

    def dress(self, metrics: theme.Metrics, wording: object) -> None:
        """Take sizes and language; a scale too large to be true must not push the buttons off the page."""
        most = max(metrics.width, metrics.height) / LEAST_MM
        if metrics.px_per_mm > most:
            metrics = theme.metrics(
                metrics.width, metrics.height, metrics.step, metrics.lang, most, metrics.colours,
                metrics.following,
            )  # fmt: skip
        super().dress(metrics, wording)  # type: ignore[arg-type]

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._write()
        margin = m.px(40 if m.portrait else 32)
        top = m.px(BAND + 18)
        room = place_bar(self.bar, Box(margin, top, m.width - 2 * margin, m.height - top - m.px(22)), m)
        listen = self.listen.natural_width()
        high = max(m.mm(16), self.listen.needed(listen))
        if m.portrait:
            head, room = room.cut_top(max(m.px(330), high), m.px(24))
            panel, corner = head.cut_end(listen, m.px(20))
            put(self.listen, corner.cut_top(high)[0], m)
            self.panel.show()
            put(self.panel, panel, m)
            self.room, tools = room.cut_top(room.height - self._tools(room.width) - m.px(24), m.px(24))
        else:
            self.room, side = room.cut_lead(room.width * 0.54, m.px(28))
            head, side = side.cut_top(high, m.px(14))
            put(self.listen, head.cut_end(listen)[1], m)
            panel, tools = side.cut_top(side.height - self._tools(side.width) - m.px(14), m.px(14))
            # On a screen that is too small the words are heard; the buttons stand.
            self.panel.setVisible(panel.height >= self.panel.least(panel.width))
            if self.panel.isVisibleTo(self):
                put(self.panel, panel, m)
        self._place_tools(tools)
        self._write_state()
        self.order([*self.steps, *self.bar, self.listen])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the panel cast a shadow; the drawn card has none, its edge must be sharp."""
        return [card_shadow(self.panel, self.m)] if self.panel.isVisibleTo(self) else []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the card: its outer edge is what the real one has to meet."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m, card = self.m, self.card()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = float(m.px(5))
        painter.setPen(QPen(m.q("ink"), wide))
        painter.setBrush(m.q("saffron_tint"))
        corner = CORNER_MM * self.state.scale
        inner = card.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(inner, corner, corner)
        self._paint_marks(painter, card)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Grow and shrink with the arrows and with plus and minus."""
        by = self._by_key(event.key())
        if by:
            self.grown.emit(by)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows from the buttons: Qt would move the focus with them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = self._by_key(event.key())
            if by:
                self.grown.emit(by)
                return True
        return False

    # --- parts ---------------------------------------------------------------

    def _by_key(self, key: int) -> int:
        """Answer what a key adds: up and plus much, an arrow to the side a little."""
        wider = Qt.Key.Key_Left if self.metrics is not None and self.m.rtl else Qt.Key.Key_Right
        narrower = Qt.Key.Key_Right if wider == Qt.Key.Key_Left else Qt.Key.Key_Left
        return {
            Qt.Key.Key_Up: COARSE, Qt.Key.Key_Plus: COARSE, Qt.Key.Key_Equal: COARSE,
            Qt.Key.Key_Down: -COARSE, Qt.Key.Key_Minus: -COARSE, wider: FINE, narrower: -FINE,
        }.get(Qt.Key(key), 0)  # fmt: skip

    def _connect(self) -> None:
        for button, by in zip(self.steps, (COARSE, -COARSE, FINE, -FINE), strict=True):
            button.repeat_ms = button.tolerance.typing_ms  # many presses in a row are meant
            button.clicked.connect(lambda checked=False, step=by: self.grown.emit(step))
        self.equal.clicked.connect(self.keptRequested)
        self.reset.clicked.connect(self.resetRequested)
        self.leave.clicked.connect(self.leaveRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        for each in (*self.steps, *self.bar, self.listen):
            each.installEventFilter(self)

    def _write(self) -> None:
        assert self.wording is not None
        said = [part for each in self.greeting() for part in self.wording.line(each).sentences()]
        if self.greeting() != self._said or not self.panel.spoken_lines or self._moved(said):
            self._said = self.greeting()
            self.panel.render_sentences(said)
        self.panel.apply(self.m)
        labels = (LARGER, SMALLER, LITTLE_LARGER, LITTLE_SMALLER)
        bar = (words.GO_ON if self.state.kept else EQUAL, AS_TOLD, words.SAY_AGAIN, words.LEAVE)
        for button, label in zip((*self.steps, *self.bar), (*labels, *bar), strict=True):
            button.render_words(self.shown(label))
            button.apply(self.m)

    def _moved(self, said: Sequence[object]) -> bool:
        """Tell whether other words stand there, as after a change of language."""
        return [getattr(one, "shown", "") for one in self.panel.spoken_lines] != [
            getattr(one, "shown", "") for one in said
        ]

    def _write_state(self) -> None:
        width, height = self.state.sides
        self.result.render_words(self.shown(phrase(RESULT.key, width=width, height=height)))
        self.result.apply(self.m)
        self.larger.set_available(self.state.scale < self.most())

    def _tools(self, width: float) -> int:
        """Answer the height of result line and buttons at a width, window pixels."""
        m = self.m
        return self._line(width) + m.px(14) + sum(self._rows(width)) + self._gap()

    def _line(self, width: float) -> int:
        self.result.apply(self.m)
        wide = phrase(RESULT.key, width=8888, height=8888)  # the longest there can be: nothing jumps
        self.result.render_words(self.shown(wide))
        return self.result.needed(width)

    def _gap(self) -> int:
        return max(self.m.px(14), self.m.mm(3))

    def _rows(self, width: float) -> tuple[int, int]:
        half = round((width - self._gap()) / 2)
        big = max(self.m.px(84), self.m.mm(20), *(each.needed(half) for each in self.steps[:2]))
        small = max(self.m.px(64), self.m.mm(16), *(each.needed(half) for each in self.steps[2:]))
        return big, small

    def _place_tools(self, room: Box) -> None:
        m, gap = self.m, self._gap()
        line, rest = room.cut_top(self._line(room.width), m.px(14))
        put(self.result, line, m)
        big, small = self._rows(room.width)
        upper, rest = rest.cut_top(big, gap)
        lower, _ = rest.cut_top(small)
        for row, buttons in ((upper, self.steps[:2]), (lower, self.steps[2:])):
            for button, cell in zip(buttons, row.columns(2, gap), strict=True):
                put(button, cell, m)

    def _paint_marks(self, painter: QPainter, card: QRectF) -> None:
        """Paint what a bank card has: the chip and a line of raised digits, at their usual places."""
        m, scale = self.m, self.state.scale
        painter.setPen(QPen(m.q("line"), max(1, m.px(2))))
        painter.setBrush(m.q("saffron"))
        chip = QRectF(card.left() + 10 * scale, card.top() + 19 * scale, 12 * scale, 9.5 * scale)
        painter.drawRoundedRect(chip, 1.5 * scale, 1.5 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(m.q("line"))
        for group in range(4):
            left = card.left() + (10 + 17 * group) * scale
            painter.drawRoundedRect(
                QRectF(left, card.top() + 36 * scale, 13 * scale, 3 * scale), scale, scale
            )
