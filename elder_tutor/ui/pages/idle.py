"""«Are you here?»: a minute is counted down, and one big button ends it (DESIGN 7)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.pages.page import paint_card_band
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.count_ring import CountRing
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

TITLE: Final = phrase("Are you here?")
TAKE_TIME: Final = phrase("Take your time.")
KEPT: Final = phrase("Everything you have learned is kept.")
HERE: Final = phrase("I am here")
TAP_HERE: Final = phrase("Tap “{button}”.", button=HERE)
FATHATAN: Final = "\u064b"
WHOLE: Final = 60
"""Seconds of the whole ring."""


def left(seconds: int) -> Phrase:
    """Answer the words for how many seconds are left."""
    return phrase("{seconds:count:second} left.", seconds=seconds)


def unit(seconds: int, wording: Wording) -> str:
    """Answer the word that stands below a number of seconds, in its form for that number."""
    words = plain(wording.shown(phrase("{seconds:count:second}", seconds=seconds)))
    alone = words.replace(plain(wording.number(seconds)), "").strip()
    # Alone it is read as a label: the ending that the number asks for is not written.
    return alone.replace(FATHATAN, "")


class IdlePage(QWidget):
    """Cover the window and count; ``stayed`` tells that somebody is here, ``leftNow`` that they have done.

    A touch anywhere but on «Leave» means the same as the big button: who touches is here.
    """

    stayed = Signal()
    leftNow = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("idle")
        self.hide()
        self.metrics: Metrics | None = None
        self.kept = True
        """What was learned is kept: of a guest nothing is."""
        self.hides = False
        """What lies below is not for everybody's eyes: the trainer's pages."""
        self.seconds = WHOLE
        self.title = Words("idle.title", "title", True, parent=self)
        self.words = Words("idle.words", "body", parent=self)
        self.ring = CountRing("idle.count", self)
        self.here = LipButton("idle.here", Look.PRIMARY, "line/hand", parent=self)
        self.leave = LipButton("idle.leave", Look.QUIET, "line/leave", parent=self)
        self.title.factor, self.title.spacing = 1.3, 1.35
        self.here.role, self.here.factor, self.here.radius, self.here.icon_size = "title", 1.0, 26, 56
        self.leave.role, self.leave.radius = "body", 26
        self._card = Box(0, 0, 0, 0)
        self.here.clicked.connect(self.stayed)
        self.leave.clicked.connect(self.leftNow)

    def greeting(self) -> tuple[Phrase, ...]:
        """Answer what is said when the count begins."""
        return (TITLE, *self._told(), TAP_HERE, left(WHOLE))

    def render_count(self, seconds: int, wording: Wording) -> None:
        """Show how much is left."""
        self.seconds = seconds
        self.ring.unit_words = unit(seconds, wording)
        self.ring.render_count(seconds / WHOLE, wording.number(seconds), wording.shown(left(seconds)))

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language; words and places follow."""
        self.metrics = metrics
        self.title.render_words(wording.shown(TITLE))
        self.words.render_words(" ".join(wording.shown(each) for each in self._told()))
        self.here.render_words(wording.shown(HERE))
        self.leave.render_words(wording.shown(words.LEAVE))
        self.render_count(self.seconds, wording)
        for part in (self.title, self.words, self.ring, self.here, self.leave):
            part.apply(metrics)
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self._place(metrics)
        self.update()

    def open(self) -> None:
        """Show it above everything; the big button has the keyboard."""
        self.show()
        self.raise_()
        self.here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> tuple[Phrase, ...]:
        # Of a guest nothing is kept, and nothing else is said.
        return (TAKE_TIME, KEPT) if self.kept else (TAKE_TIME,)

    # --- places ----------------------------------------------------------------------

    def _place(self, m: Metrics) -> None:
        wide = min(m.px(1000 if m.height < m.px(900) else 1240), m.width - m.px(64))
        inner = wide - m.px(56 * 2)
        ring = min(m.px(240), inner / 2.4) if not m.portrait else m.px(260)
        across = inner if m.portrait else inner - ring - m.px(40)
        title, told = self.title.needed(across), self.words.needed(across)
        here, leave, stacked = self._buttons(m, inner)
        foot = here + (leave + m.px(18) if stacked else 0)
        said = title + told + m.px(14)
        body = ring + m.px(36) + said if m.portrait else max(ring, said)
        tall = m.px(56) + body + m.px(56) + foot + m.px(44)
        room_tall = m.height - 2 * m.px(20)
        spare = max(0.0, min(m.px(620) - tall, room_tall - tall)) if not m.portrait else 0.0
        tall = min(tall + spare, room_tall)
        self._card = Box((m.width - wide) / 2, (m.height - tall) / 2, wide, tall)
        room = Box(self._card.lead + m.px(56), self._card.top + m.px(44), inner, tall - m.px(44 + 44))
        room, lower = room.cut_bottom(foot, m.px(24))
        self._place_said(room, ring, title, told, m)
        self._place_buttons(lower, here, leave, stacked, m)

    def _place_said(self, room: Box, ring: float, title: int, told: int, m: Metrics) -> None:
        if m.portrait:
            count, room = room.middle(min(room.height, ring + m.px(36) + title + told + m.px(14))).cut_top(
                ring, m.px(36)
            )
            put(self.ring, count.middle_across(ring), m)
        else:
            room, count = room.cut_end(ring, m.px(40))
            put(self.ring, count.middle(ring), m)
            room = room.middle(min(room.height, title + told + m.px(14)))
        put(self.title, Box(room.lead, room.top, room.width, title), m)
        put(self.words, Box(room.lead, room.top + title + m.px(14), room.width, told), m)

    def _buttons(self, m: Metrics, inner: float) -> tuple[int, int, bool]:
        """Answer the heights of both buttons, and whether they stand one above the other."""
        stacked = m.portrait or self.leave.natural_width() + self.here.narrowest() + m.px(60) > inner
        wide = inner if stacked else inner - self._leave_wide(m) - m.px(22)
        here = max(m.px(136), m.mm(20), self.here.needed(round(wide)))
        leave = max(m.px(92), m.mm(16), self.leave.needed(round(inner if stacked else self._leave_wide(m))))
        return here, leave, stacked

    def _leave_wide(self, m: Metrics) -> int:
        return max(m.px(266), self.leave.natural_width())

    def _place_buttons(self, room: Box, here: int, leave: int, stacked: bool, m: Metrics) -> None:
        if stacked:
            upper, lower = room.cut_top(here, m.px(18))
            put(self.here, upper, m)
            put(self.leave, lower, m)
            return
        first, last = room.cut_end(self._leave_wide(m), m.px(22))
        put(self.here, first, m)
        put(self.leave, last, m)

    # --- hands and keys --------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a touch beside the buttons from what is below."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take it for what it says: somebody is here."""
        event.accept()
        self.stayed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key says that somebody is here."""
        event.accept()
        self.stayed.emit()

    def setVisible(self, visible: bool) -> None:
        """Let the keyboard go before it is put away: else Qt leads it to the other button, which is named."""
        held = self.window().focusWidget()
        if not visible and held is not None and self.isAncestorOf(held):
            self.window().setFocus(Qt.FocusReason.OtherFocusReason)
        super().setVisible(visible)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim, or what hides all below, and the card."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.fillRect(self.rect(), m.q("page" if self.hides else "scrim"))
        box: QRectF = area(self._card, self.width(), m.rtl)
        paint_card(painter, box, m, "card", "card_border", 40, 2, None)
        paint_card_band(painter, box, m.px(40), m, self.devicePixelRatioF())
        painter.end()
