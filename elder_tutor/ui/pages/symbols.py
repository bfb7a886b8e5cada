"""Three symbols after the picture: nine large drawings, what was chosen, and no hurry.

The name of each symbol is said aloud when it is touched, and stands on its tile: whoever cannot see
it must hear it. The symbols keep a neighbour's curious finger away, no more.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.keys import LENGTH, SYMBOL_NAMES, SYMBOLS
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.card_face import paint_face
from elder_tutor.ui.pages import symbols_places
from elder_tutor.ui.pages.idle import left, unit
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.pages.sign_in import FAMILY, TRAINER
from elder_tutor.ui.widgets.count_ring import CountRing
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.slots import Slots
from elder_tutor.ui.widgets.symbol_tile import SymbolTile

SECOND_MS: Final = 1000
TAP_THREE: Final = phrase("Tap your three pictures, one after the other.")
LET_US_WAIT: Final = phrase("Let us wait a little. Then we try again.")
WAIT_SHORT: Final = phrase("Let us wait a little.")
NOW_AGAIN: Final = phrase("Now we can try again. Take your time.")
DELETE_LAST: Final = phrase("Delete the last one")
CHOSEN: Final = phrase("Chosen: {count} of {most}")


class SymbolsPage(Page):
    """Let a person choose three symbols; ``entered`` carries them, and nothing here holds them after.

    While it waits the symbols are away and a ring counts the seconds.
    """

    entered = Signal(object)
    guestChosen = Signal()
    leaveRequested = Signal()
    trainerRequested = Signal()
    familyRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("symbols", parent)
        self.at_home = False
        self.chosen: list[str] = []
        self.seconds = self._whole = 0
        self._person, self._picture, self._symbol = "", "guest", ""
        self._photo: bytes | None = None
        self.face = QRectF()
        """Where the person's picture is painted."""
        self.title = Words("symbols.title", "title", True, parent=self)
        self.sub = Words("symbols.sub", "body", False, "ink2", self)
        self.slots = Slots("symbols.slots", LENGTH, self)
        self.ring = CountRing("symbols.ring", self)
        self.tiles = {key: self._tile(key) for key in SYMBOLS}
        self.delete = LipButton("symbols.delete", Look.SECONDARY, "line/delete", parent=self)
        self.again = LipButton("symbols.again", Look.AGAIN, "line/again", parent=self)
        self.guest = LipButton("symbols.guest", Look.SECONDARY, "line/person", parent=self)
        self.trainer = LipButton("symbols.trainer", Look.SECONDARY, "line/lock", parent=self)
        self.leave = LipButton("symbols.leave", Look.QUIET, "line/leave", parent=self)
        self.title.spacing = self.sub.spacing = 1.35
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)  # never shorter than the wait in the file
        self._tick.timeout.connect(self.second_passed)
        self._connect()

    def render_person(self, name: str, picture: str, symbol: str = "", photo: bytes | None = None) -> None:
        """Ask this person; ``picture`` is a drawing such as ``pictures/palm``, ``symbol`` their card's."""
        self._person, self._picture, self._symbol = name, picture.rpartition("/")[2], symbol
        self._photo = photo
        self._tick.stop()
        self.seconds = 0
        self.clear()
        if self.metrics is not None:
            self.relayout()

    def choose(self, key: str) -> None:
        """Take one more symbol and say its name; the third is told."""
        if self.seconds or len(self.chosen) >= LENGTH:
            return
        self.chosen.append(key)
        self._show_chosen()
        self.sayRequested.emit((phrase("{symbol}.", symbol=SYMBOL_NAMES[key]),))
        if len(self.chosen) == LENGTH:
            self.entered.emit(tuple(self.chosen))

    def take_back(self) -> None:
        """Take the last symbol away; while three are being judged they stay."""
        if self.chosen and len(self.chosen) < LENGTH:
            self.chosen.pop()
            self._show_chosen()

    def clear(self) -> None:
        """Begin anew: nothing is chosen."""
        self.chosen.clear()
        self._show_chosen()

    def wait(self, seconds: int) -> None:
        """Let a while pass before the next try."""
        self.clear()
        self.seconds = self._whole = seconds
        self._tick.start()
        if self.metrics is not None:
            self.relayout()
            self.update()

    def second_passed(self) -> None:
        """Count a second; after the last the symbols stand again."""
        self.seconds = max(0, self.seconds - 1)
        if self.seconds:
            self._show_count()
            return
        self._tick.stop()
        self.relayout()
        self.update()
        self.sayRequested.emit((NOW_AGAIN,))

    def greeting(self) -> tuple[Phrase, ...]:
        """Greet and say what to do."""
        if self.seconds:
            return (LET_US_WAIT,)
        return (phrase("{greeting}.", greeting=self._hello()), TAP_THREE)

    def named(self) -> Phrase:
        """Answer the title."""
        return self._hello()

    def caption(self) -> QRect:
        """Answer the place of title and second line."""
        return self.strip(self.title, self.sub)

    def relayout(self) -> None:
        """Write the words and place everything."""
        self._write()
        for part in (self.title, self.sub, self.slots, self.ring):
            part.apply(self.m)
        for button in (*self.tiles.values(), *self._lower()):
            button.apply(self.m)
        waits = self.seconds > 0
        for tile in self.tiles.values():
            tile.setVisible(not waits)
        self.delete.setVisible(not waits)
        self.slots.setVisible(not waits)
        self.ring.setVisible(waits)
        symbols_places.place(self)
        order: list[QWidget] = [*self.tiles.values(), self.delete, self.again, self.guest, self.trainer]
        self.order([*order, self.leave, self.listen])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the person's picture."""
        super().paintEvent(event)
        if self.metrics is None or not self.face.intersects(QRectF(event.rect())):
            return  # a photo is read each time, which no pressed symbol waits for
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(painter, self.face, self._picture, self._symbol, photo=self._photo)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing of what was chosen, and count no longer."""
        if not event.spontaneous():
            self._tick.stop()
            self.seconds = 0
            self.clear()

    # --- parts -----------------------------------------------------------------------------

    def _tile(self, key: str) -> SymbolTile:
        tile = SymbolTile(f"symbols.tile.{key}", f"symbols/{key}", self)
        tile.clicked.connect(lambda checked=False, which=key: self.choose(which))
        return tile

    def _connect(self) -> None:
        self.delete.clicked.connect(self.take_back)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.guest.clicked.connect(self.guestChosen)
        self.trainer.clicked.connect(
            lambda: (self.familyRequested if self.at_home else self.trainerRequested).emit()
        )
        self.leave.clicked.connect(self.leaveRequested)

    def _hello(self) -> Phrase:
        return phrase("Welcome, {name}", name=self._person)

    def _write(self) -> None:
        self.title.render_words(self.shown(self._hello()))
        self.sub.render_words(self.shown(WAIT_SHORT if self.seconds else TAP_THREE))
        pairs = (
            (self.delete, DELETE_LAST),
            (self.again, words.SAY_AGAIN),
            (self.guest, words.GUEST),
            (self.trainer, FAMILY if self.at_home else TRAINER),
            (self.leave, words.LEAVE),
        )
        for button, text in pairs:
            button.render_words(self.shown(text))
        for key, tile in self.tiles.items():
            tile.render_words(self.shown(SYMBOL_NAMES[key]))
        self.trainer.set_glyph("line/home" if self.at_home else "line/lock")
        self._show_chosen()
        self._show_count()

    def _show_chosen(self) -> None:
        if self.wording is not None:
            told = phrase(CHOSEN.key, count=len(self.chosen), most=LENGTH)
            self.slots.render_drawings([f"symbols/{key}" for key in self.chosen], self.shown(told))

    def _show_count(self) -> None:
        if self.wording is not None and self.seconds:
            told = self.shown(left(self.seconds))
            self.ring.unit_words = unit(self.seconds, self.wording)
            self.ring.render_count(self.seconds / self._whole, self.wording.number(self.seconds), told)

    def _lower(self) -> list[LipButton]:
        return [self.delete, *self.bar()]

    def bar(self) -> list[LipButton]:
        """Answer the buttons along the lower edge."""
        return [self.again, self.guest, self.trainer, self.leave]
