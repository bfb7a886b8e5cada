"""The trainer's door: choose a PIN at the first visit, give it at every later one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import People
from elder_tutor.progress.pins import LOCKED, LONGEST, SHORTEST, LockedOut
from elder_tutor.text.digits import normalise
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.page import Page, paint_card_band
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.look import Press, Text, bare, paint_drawing, told
from elder_tutor.ui.trainer.pin_parts import Dots, PadKey
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow, paint_card
from elder_tutor.ui.widgets.lip_button import Look

if TYPE_CHECKING:
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.theme import Metrics

TITLE: Final = phrase("The trainer's PIN")
GIVE: Final = phrase("Please enter your PIN, then tap “Done”.")
CHOOSE: Final = phrase("Welcome. Choose a PIN of 4 to 8 digits. It keeps the learners' progress private.")
REPEAT: Final = phrase("Once more, please: enter the same PIN.")
DIFFERENT: Final = phrase("The two were not the same. Please choose a PIN again.")
TOO_SHORT: Final = phrase("A PIN has 4 to 8 digits.")
FORGOTTEN: Final = phrase("Forgotten? Whoever looks after this computer can reset it.")
BACK: Final = phrase("Back")
DELETE: Final = phrase("Delete")
DONE: Final = phrase("Done")
TYPED: Final = phrase("Digits entered: {count}")
PAGE: Final = "trainer.pin"
SECOND_MS: Final = 1000
PAD: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "done")
"""From left to right in every language, as on a telephone."""


class Ask(StrEnum):
    """What the door wants to know."""

    NEW = "new"
    AGAIN = "again"
    KNOWN = "known"


class PinPage(Page):
    """Ask for the PIN; ``opened`` tells that it was right, ``backRequested`` that nobody wants in."""

    opened = Signal()
    backRequested = Signal()

    def __init__(self, people: People, parent: QWidget | None = None) -> None:
        super().__init__(PAGE, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.people = people
        self.ask = Ask.NEW
        self.sentence: Phrase = CHOOSE
        self.seconds = 0
        self._typed = self._first = ""
        self.title = Text("trainer.pin.title", "title", True, parent=self)
        self.words = Text("trainer.pin.words", "card", parent=self)
        self.note = Text("trainer.pin.note", "head", False, "ink2", self)
        self.dots = Dots("trainer.pin.dots", parent=self)
        self.back = Press("trainer.pin.back", Look.QUIET, "line/back", self)
        self.keys = {name: PadKey(name, self) for name in PAD}
        self._card = Box(0, 0, 0, 0)
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.timeout.connect(self.second_passed)
        self._connect()

    def begin(self) -> None:
        """Ask anew: for the PIN, or for a new one when there is none yet."""
        known = self.people.pin_is_set()
        self.seconds = self.people.pin_wait() if known else 0
        self._want(Ask.KNOWN if known else Ask.NEW, GIVE if known else CHOOSE)
        if self.seconds:
            self._tick.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_digit(self, digit: str) -> None:
        """Take one digit of either set; it is shown as a dot."""
        if not self.seconds and len(self._typed) < LONGEST:
            self._typed += digit
            self._show_typed()

    def delete(self) -> None:
        """Take the last digit away."""
        self._typed = self._typed[:-1]
        self._show_typed()

    def done(self) -> None:
        """Judge what was entered."""
        if self.seconds:
            return
        if len(self._typed) < SHORTEST:
            self._say(TOO_SHORT)
            return
        typed, self._typed = self._typed, ""
        try:
            self._judge(typed)
        except LockedOut as locked:
            self._lock(locked.seconds)
        except KnownError as trouble:
            self._first = ""
            self._want(Ask.KNOWN if self.people.pin_is_set() else Ask.NEW, told(trouble))

    @property
    def counting(self) -> bool:
        """Tell whether the wait is being counted down."""
        return self._tick.isActive()

    def second_passed(self) -> None:
        """Count the wait down; at its end ask again."""
        self.seconds = max(0, self.seconds - 1) or self.people.pin_wait()
        if self.seconds:
            self._say(phrase(LOCKED, seconds=self.seconds))
            return
        self._tick.stop()
        self._want(self.ask, GIVE)

    def _judge(self, typed: str) -> None:
        if self.ask is Ask.KNOWN:
            self.people.check_pin(typed)
            self._enter()
        elif self.ask is Ask.NEW:
            self._first = typed
            self._want(Ask.AGAIN, REPEAT)
        elif typed != self._first:
            self._first = ""
            self._want(Ask.NEW, DIFFERENT)
        else:
            self.people.choose_pin(typed)
            self._enter()

    def _enter(self) -> None:
        self._typed = self._first = ""
        self._tick.stop()
        self.opened.emit()

    def _lock(self, seconds: int) -> None:
        self.seconds = seconds
        self._tick.start()
        self._want(self.ask, phrase(LOCKED, seconds=seconds))

    def _want(self, ask: Ask, sentence: Phrase) -> None:
        self.ask, self._typed = ask, ""
        self._say(phrase(LOCKED, seconds=self.seconds) if self.seconds else sentence)

    def _say(self, sentence: Phrase) -> None:
        self.sentence = sentence
        if self.metrics is not None:
            self.relayout()

    # --- the page --------------------------------------------------------------------

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language."""
        super().dress(metrics, wording)
        self.order([*self.keys.values(), self.back])

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting: at the end of the count the file is asked, and it may be closed by then."""
        if not event.spontaneous():
            self._tick.stop()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.m, self.wording
        assert w is not None
        self.title.render_words(self.shown(TITLE))
        self.words.render_words(self.shown(self.sentence))
        self.note.render_words(self.shown(FORGOTTEN) if self.ask is Ask.KNOWN else "")
        self.back.render_words(self.shown(BACK))
        named = {"delete": DELETE, "done": DONE}
        for name, key in self.keys.items():
            key.render_words(self.shown(named[name]) if name in named else w.number(int(name)))
            key.set_available(not self.seconds)
        labels: list[Text | Dots | Press] = [self.title, self.words, self.note, self.dots, self.back]
        for part in (*labels, *self.keys.values()):
            part.apply(m)
        self._show_typed()
        self._place()
        self.update()

    def _show_typed(self) -> None:
        if self.wording is not None:
            count = len(self._typed)
            self.dots.show_count(count, bare(self.wording, phrase(TYPED.key, count=count)))

    def _place(self) -> None:
        m = self.m
        wide = min(m.px(1080), m.width - m.px(48))
        tall = min(m.px(640), m.height - m.px(64)) if not m.portrait else min(m.px(1130), m.height - m.px(64))
        self._card = Box((m.width - wide) / 2, (m.height - tall) / 2, wide, tall)
        room = self._card.inset(m.px(52), m.px(52))
        if m.portrait:
            pad, words = room.cut_bottom(m.px(560), m.px(24))[::-1]
        else:
            words, pad = room.cut_end(m.px(420), m.px(56))
        self._place_words(words)
        self._place_pad(pad)

    def _place_words(self, room: Box) -> None:
        m = self.m
        room, foot = room.cut_bottom(self.back.tall(), m.px(16))
        put(self.back, Box(foot.lead, foot.top, max(m.px(170), self.back.natural_width()), foot.height), m)
        room, note = room.cut_bottom(self.note.needed(room.width), m.px(16))
        put(self.note, note, m)
        _, room = room.cut_top(m.px(96), m.px(18))
        title, room = room.cut_top(self.title.needed(room.width), m.px(6))
        put(self.title, title, m)
        words, room = room.cut_top(max(self.words.needed(room.width), m.px(76)), m.px(22))
        put(self.words, words, m)
        put(self.dots, room.cut_top(m.px(40))[0], m)

    def _place_pad(self, room: Box) -> None:
        m = self.m
        gap = max(m.px(14), m.mm(3))
        left = area(room, m.width, m.rtl).left()
        cells = Box(left, room.top, room.width, room.height).grid(3, 4, gap)
        for name, cell in zip(PAD, cells, strict=True):
            self.keys[name].setGeometry(area(cell, m.width, False).toRect())

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the card cast a shadow."""
        return [(area(self._card, self.m.width, self.m.rtl), self.m.px(40), CARD_SHADOW)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, card and the coffee pot that welcomes."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m = self.m
        painter = QPainter(self)
        card = area(self._card, m.width, m.rtl)
        paint_card(painter, card, m, "card", "card_border", 40, 2, None)
        paint_card_band(painter, card, m.px(40), m, self.devicePixelRatioF())
        lamp = Box(self._card.lead + m.px(52), self._card.top + m.px(52), m.px(90), m.px(96))
        paint_drawing(painter, "motifs/dallah", area(lamp, m.width, m.rtl))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits of a real keyboard, of either set."""
        text = normalise(event.text())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.delete()
        elif event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        elif len(text) == 1 and text in "0123456789":
            self.type_digit(text)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for name, key in self.keys.items():
            if name == "done":
                key.clicked.connect(self.done)
            elif name == "delete":
                key.clicked.connect(self.delete)
            else:
                key.clicked.connect(lambda checked=False, digit=name: self.type_digit(digit))
        self.back.clicked.connect(self.backRequested)
