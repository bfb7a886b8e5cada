"""How the trainer's door looks: words at the leading side, the pad or the names at the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.pages.page import Page, paint_card_band
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.look import Press, Text, paint_drawing
from elder_tutor.ui.trainer.pin_parts import Dots, Names, PadKey
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow, paint_card
from elder_tutor.ui.widgets.lip_button import Look

PAGE: Final = "trainer.pin"
PAD: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "done")
"""From left to right in every language, as on a telephone."""


class PinLook(Page):
    """The parts of the door and their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PAGE, parent)
        self.listen.hide()
        self.title = Text("trainer.pin.title", "title", True, parent=self)
        self.words = Text("trainer.pin.words", "card", parent=self)
        self.note = Text("trainer.pin.note", "head", False, "ink2", self)
        self.dots = Dots("trainer.pin.dots", parent=self)
        self.back = Press("trainer.pin.back", Look.QUIET, "line/back", self)
        self.keys = {name: PadKey(name, self) for name in PAD}
        self.names = Names("trainer.pin.names", self)
        self._card = Box(0, 0, 0, 0)

    def place(self) -> None:
        """Give every part its place."""
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
        put(self.names, room, m)
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
