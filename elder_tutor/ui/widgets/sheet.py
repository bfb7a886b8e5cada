"""«ضبط»: one sheet above the page with everything a learner may change during a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.pages.page import paint_card_band
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton, Look

LOUDER: Final = phrase("Louder")
QUIETER: Final = phrase("Quieter")
BIGGER: Final = phrase("Larger letters")
SMALLER: Final = phrase("Smaller letters")
SPEAK_TOUCHED: Final = phrase("Speak what I touch")
SPEAK_KEYS: Final = phrase("Say the letters")
LOWER_VOICE: Final = phrase("Lower voice")
HIGHER_VOICE: Final = phrase("Higher voice")
SOMETHING_WRONG: Final = phrase("Something is wrong here")
CLOSE: Final = phrase("Done")


@dataclass(frozen=True, slots=True)
class SheetState:
    """What is set: volume 0 to 100, size step 1 to 4, language, and whether touches are spoken."""

    volume: int
    size: int
    language: str
    speak_touched: bool
    speak_keys: bool = False
    voice: str = "male"
    """male (lower) or female (higher); "" where the centre chose a voice of its own."""


class Sheet(QWidget):
    """Cover the window and offer the settings; ``changed`` carries a setting's name and value.

    ``listenRequested`` asks for the next touch to be heard instead of done, as on every page.
    """

    listenRequested = Signal()
    changed = Signal(str, object)
    wrongReported = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.hide()
        self.state: SheetState | None = None
        self.metrics: Metrics | None = None
        self.title = Words("sheet.title", "title", True, parent=self)
        self.volume = Words("sheet.volume", "label", parent=self)
        self.size_words = Words("sheet.size", "label", parent=self)
        self.louder = self._button("louder", "line/speak")
        self.quieter = self._button("quieter", "line/quiet")
        self.bigger = self._button("bigger", "line/text")
        self.smaller = self._button("smaller", "line/text")
        self.language = LanguageButton("sheet.language", self)
        self.language.icon_size = 42
        self.touched = self._button("speakTouched", "line/hand")
        self.voice = self._button("voice", "line/wave")
        self.keys = self._button("speakKeys", "line/text")
        self.wrong = self._button("wrong", "line/flag")
        self.listen = LipButton("sheet.listen", Look.SECONDARY, "line/ear", parent=self)
        self.listen.icon_size, self.listen.pad, self.listen.gap = 34, 16, 12
        self.close_button = LipButton("sheet.close", Look.PRIMARY, "line/check", parent=self)
        self.close_button.role, self.close_button.radius = "body", 24
        self.smaller.icon_size = 28
        self._card = Box(0, 0, 0, 0)
        self._connect()

    def open(self, state: SheetState, wording: Wording, metrics: Metrics) -> None:
        """Show the sheet."""
        self.render_state(state, wording, metrics)
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_state(self, state: SheetState, wording: Wording, metrics: Metrics) -> None:
        """Show what is set, in the language and size that hold now."""
        self.state, self.metrics = state, metrics
        self._write(state, wording)
        self.language.render_language(metrics)
        for label in (self.title, self.volume, self.size_words):
            label.apply(metrics)
        for button in (*self._buttons(), self.listen, self.close_button):
            button.apply(metrics)
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self._place(metrics)
        self.update()

    # --- parts ---------------------------------------------------------------

    def _buttons(self) -> list[LipButton]:
        return [
            self.louder, self.bigger, self.quieter, self.smaller, self.language, self.touched, self.voice,
            self.keys, self.wrong,
        ]  # fmt: skip

    def _button(self, name: str, glyph: str) -> LipButton:
        button = LipButton(f"sheet.{name}", Look.SECONDARY, glyph, parent=self)
        button.icon_size = 42
        return button

    def _connect(self) -> None:
        self.louder.clicked.connect(lambda: self._step("volume", 10, 0, 100))
        self.quieter.clicked.connect(lambda: self._step("volume", -10, 0, 100))
        self.bigger.clicked.connect(lambda: self._step("size", 1, 1, 4))
        self.smaller.clicked.connect(lambda: self._step("size", -1, 1, 4))
        self.language.clicked.connect(self._other_language)
        self.touched.clicked.connect(lambda: self._toggle("speak_touched"))
        self.keys.clicked.connect(lambda: self._toggle("speak_keys"))
        self.voice.clicked.connect(self._other_voice)
        self.listen.clicked.connect(self.listenRequested)
        self.wrong.clicked.connect(self.wrongReported)
        self.close_button.clicked.connect(self.dismiss)

    def caption(self) -> QRect:
        """Answer where words stand that are said and stand nowhere else, in own coordinates."""
        return self.wrong.geometry().united(self.close_button.geometry())

    def dismiss(self) -> None:
        """Put the sheet away."""
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def _step(self, name: str, by: int, least: int, most: int) -> None:
        if self.state is not None:
            now = int(getattr(self.state, name))
            self.changed.emit(name, min(most, max(least, now + by)))

    def _other_language(self) -> None:
        if self.metrics is not None and self.metrics.following:
            self.changed.emit("language", self.metrics.following)

    def _toggle(self, name: str) -> None:
        if self.state is not None:
            self.changed.emit(name, not getattr(self.state, name))

    def _other_voice(self) -> None:
        if self.state is not None:
            self.changed.emit("voice", "male" if self.state.voice == "female" else "female")

    def _write(self, state: SheetState, wording: Wording) -> None:
        pairs: list[tuple[Words | LipButton, Phrase]] = [
            (self.title, words.SETTINGS),
            (self.volume, phrase("Sound {volume} of 10", volume=round(state.volume / 10))),
            (self.size_words, phrase("Letters {size} of 4", size=state.size)),
            (self.louder, LOUDER),
            (self.quieter, QUIETER),
            (self.bigger, BIGGER),
            (self.smaller, SMALLER),
            (self.touched, SPEAK_TOUCHED),
            (self.keys, SPEAK_KEYS),
            (self.voice, LOWER_VOICE if state.voice == "female" else HIGHER_VOICE),
            (self.listen, words.LISTEN),
            (self.wrong, SOMETHING_WRONG),
            (self.close_button, CLOSE),
        ]
        for widget, text in pairs:
            widget.render_words(wording.shown(text))
        self.keys.set_chosen(state.speak_keys)
        self.keys.set_glyph("line/check" if state.speak_keys else "line/text")
        self.voice.set_available(bool(state.voice))
        self.touched.set_chosen(state.speak_touched)
        self.touched.set_glyph("line/check" if state.speak_touched else "line/hand")
        self.louder.set_available(state.volume < 100)
        self.quieter.set_available(state.volume > 0)
        self.bigger.set_available(state.size < 4)
        self.smaller.set_available(state.size > 1)

    def _place(self, m: Metrics) -> None:
        wide = min(m.px(1040), m.width - m.px(48))
        inner = wide - m.px(36 * 2)
        gap = m.px(14)
        half = (inner - gap) / 2
        tall = max(m.px(76), m.mm(16), *(b.needed(round(half)) for b in self._buttons()))
        close = max(m.px(92), m.mm(20), self.close_button.needed(round(inner)))
        titled = m.height > m.px(900) or m.step < 2
        listen = self.listen.natural_width()
        corner = max(m.mm(16) + 1, self.listen.needed(listen)) + m.px(10)
        title = max(self.title.needed(inner - listen), corner) if titled else 0
        words_height = max(self.volume.needed(half), self.size_words.needed(half), 0 if titled else corner)
        rows = 5
        height = m.px(30) + title + words_height + rows * tall + rows * gap + close + m.px(30)
        top = max(m.px(6), (m.height - height) / 2)
        self._card = Box((m.width - wide) / 2, top, wide, min(height, m.height - 2 * m.px(6)))
        room = self._card.inset(m.px(36), m.px(28))
        self.title.setVisible(bool(title))
        head, room = room.cut_top(title)
        put(self.title, head, m)
        line, room = room.cut_top(words_height)
        for label, cell in zip((self.volume, self.size_words), line.columns(2, gap), strict=True):
            put(label, cell, m)
        at = head if titled else line
        put(self.listen, Box(at.end - listen, at.top, listen, corner - m.px(10)), m)
        room, foot = room.cut_bottom(close, gap)
        columns = room.columns(2, gap)
        left = (self.louder, self.quieter, self.language, self.voice, self.wrong)
        right = (self.bigger, self.smaller, self.touched, self.keys)
        for column, buttons in zip(columns, (left, right), strict=True):
            for button, cell in zip(buttons, column.rows(rows, gap), strict=False):
                put(button, cell, m)
        lowest = columns[0].rows(rows, gap)[-1]
        put(self.wrong, Box(columns[0].lead, lowest.top, inner, lowest.height), m)
        put(self.close_button, foot, m)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep touches beside the card from reaching the page below."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard inside while the sheet is open."""
        ring: list[QWidget] = [*self._buttons(), self.listen, self.close_button]
        now = self.focusWidget()
        at = ring.index(now) if now in ring else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(at + (1 if forward else -1)) % len(ring)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim and the card."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.fillRect(self.rect(), m.q("scrim"))
        box = area(self._card, self.width(), m.rtl)
        paint_card(painter, box, m, "page", "card_border", 40, 2, None)
        paint_card_band(painter, box, m.px(40), m, self.devicePixelRatioF())
        painter.end()
