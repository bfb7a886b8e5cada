"""The keys of the pad, the dots that stand for digits, and the names to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.pins import LONGEST, SHORTEST
from elder_tutor.progress.staff import Member
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.textflow import DIGITS_DROP, natural
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.people_staff import name_of
from elder_tutor.ui.widgets.lip_button import Dress, Look
from elder_tutor.ui.widgets.tolerance import KIND

MORE: Final = phrase("Show more")
NAME_TALL: Final = 84
"""Design pixels."""
_GLYPHS: Final = {"delete": "line/delete", "done": "line/check"}


class PadKey(look.Press):
    """One key of the pad: a digit, delete, or done."""

    of_a_pad = True
    """Tab goes from left to right in every language."""

    def __init__(self, name: str, parent: QWidget) -> None:
        made = Look.PRIMARY if name == "done" else Look.QUIET
        super().__init__(f"trainer.pin.{name}", made, _GLYPHS.get(name, ""), parent)
        self.kind = "body" if name in _GLYPHS else "digit"
        self.icon_size, self.gap, self.pad, self.radius = 30.0, 8.0, 8.0, 22.0
        self.touch(KIND, self.px_per_mm, typing=True)

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint a digit in the middle of its ink; everything else as any button."""
        if self.glyph:
            super().paint_content(painter, face, colour, dress)
            return
        words = natural(self.text(), self.label_font(), self._m.rtl)
        drop = self.label_font().pixelSize() * DIGITS_DROP
        words.paint(painter, face.translated(0, drop), colour, look.CENTRE)


class Dots(look.Drawn):
    """A dot for each digit that was entered; the digits themselves are never shown."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.count = 0

    def show_count(self, count: int, sentence: str) -> None:
        """Show how many digits stand there."""
        self.count = count
        self.tell(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint full dots and the places that wait, from the left as digits are written."""
        if self.metrics is None:
            return
        m: Metrics = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, radius = m.px(42), m.px(13)
        places = max(SHORTEST, min(LONGEST, self.count))
        left = self.width() - places * step if m.rtl else 0
        for place in range(places):
            full = place < self.count
            painter.setPen(QPen(m.q("lagoon" if full else "line"), m.px(3)))
            painter.setBrush(QBrush(m.q("lagoon" if full else "card")))
            middle = QPointF(left + step * (place + 0.5), self.height() / 2)
            painter.drawEllipse(middle, radius, radius)
        painter.end()


class Names(QWidget):
    """Who there is, as big buttons; ``chosen`` carries a staff id."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.first = 0
        self.buttons: list[look.Press] = []
        self._given: tuple[Metrics, Wording, Sequence[Member]] | None = None

    def render_names(self, m: Metrics, wording: Wording, staff: Sequence[Member]) -> None:
        """Show as many as have room, and the way to the others."""
        self._given = (m, wording, staff)
        away(self.buttons)
        self.buttons = []
        gap = max(m.px(14), m.mm(3))
        tall = max(m.px(NAME_TALL), m.mm(20))
        fit = max(2, int((self.height() + gap) // (tall + gap)))
        paged = len(staff) > fit
        self.first = self.first if self.first < len(staff) else 0
        shown = staff[self.first : self.first + (fit - 1 if paged else fit)]
        for member in shown:
            button = self._button(member.id, wording.shown(name_of(member)), "line/person")
            button.clicked.connect(lambda checked=False, who=member.id: self.chosen.emit(who))
        if paged:
            more = self._button("more", wording.shown(MORE), "line/people")
            more.clicked.connect(lambda: self._turn(fit - 1))
        whole = len(self.buttons) * (tall + gap) - gap
        cells = Box(0, (self.height() - whole) / 2, self.width(), whole).rows(len(self.buttons), gap)
        for button, cell in zip(self.buttons, cells, strict=True):
            button.apply(m)
            put(button, cell, m, self.width())
            button.show()

    def _button(self, key: str, words: str, glyph: str) -> look.Press:
        button = look.Press(f"{self.objectName()}.{key}", Look.SECONDARY, glyph, self)
        button.kind = "card"
        button.render_words(words)
        self.buttons.append(button)
        return button

    def _turn(self, by: int) -> None:
        assert self._given is not None
        self.first += by
        self.render_names(*self._given)
