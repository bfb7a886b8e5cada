"""The dark bar at the leading edge: where the trainer is, and the way out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import icons
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.lip_button import Look

NOW: Final = "trainer-board"
GROUP: Final = "trainer-group"
PEOPLE: Final = "trainer-people"
LESSON: Final = "trainer-lesson"
NEEDS: Final = "trainer-needs"
QUALITY: Final = "trainer-quality"
MACHINE: Final = "trainer-machine"
ENTRIES: Final[tuple[tuple[str, str, Phrase], ...]] = (
    (NOW, "line/bell", phrase("Now")),
    (PEOPLE, "line/person", phrase("Learners")),
    (GROUP, "line/people", phrase("Groups")),
    (LESSON, "line/chart", phrase("Lessons")),
    (NEEDS, "line/calendar", phrase("Demand")),
    (QUALITY, "line/star", phrase("Quality")),
    (MACHINE, "line/settings", phrase("Machine")),
)
LOCK: Final = phrase("Lock")
URGENT: Final = phrase("Now: {count} need somebody")
URGENT_NONE: Final = phrase("Now")
NARROW: Final = 112
WIDE: Final = 236
WIDE_FROM: Final = 1800
"""Design pixels, and the window's width from which icon and word stand side by side (TOKENS 8)."""
ON_BAR: Final = "#FFFFFF"
LOCK_EDGE: Final = "#6F8A90"


def bar_width(m: Metrics) -> int:
    """Answer the bar's width in window pixels."""
    return WIDE if m.width >= WIDE_FROM and not m.portrait else m.px(NARROW)


class Entry(look.Press):
    """One place: an icon and its word; the present one stands on saffron."""

    def __init__(self, name: str, glyph: str, framed: bool, parent: QWidget) -> None:
        super().__init__(name, Look.QUIET, glyph, parent)
        self.kind, self.framed, self.radius = "nav", framed, 18.0
        self.badge = 0
        """A number on the icon; 0 for none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, box)
        colour = m.colours.on_saffron if self.chosen else ON_BAR
        soft = m.colours.saffron if self.chosen else m.colours.trainer_bar
        side = m.px(34)
        if self._beside_now():
            self._paint_beside(painter, box, side, colour, soft)
        else:
            words = self._words()
            top = box.top() + (box.height() - side - m.px(2) - words.height) / 2
            look.paint_icon(painter, self.glyph, QRectF(box.left(), top, box.width(), side), m, colour, soft)
            place = QRectF(box.left(), top + side + m.px(2), box.width(), words.height)
            words.paint(painter, place, QColor(colour), look.CENTRE)
            badge = QPointF(box.center().x() + side / 2 + m.px(12), max(top + m.px(4), box.top() + m.px(17)))
            self._paint_badge(painter, badge)
        painter.end()

    def _paint_badge(self, painter: QPainter, middle: QPointF) -> None:
        if not self.badge:
            return
        m = self._m
        number = look.laid(str(self.badge), m, "nav", 1e5, True)
        half = max(m.px(15), round(number.widest / 2) + m.px(7))
        box = QRectF(middle.x() - half, middle.y() - m.px(15), 2 * half, m.px(30))
        painter.setPen(QPen(QColor(ON_BAR), m.px(2)))
        painter.setBrush(m.q("refuse"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        number.paint(painter, box, QColor(ON_BAR), look.CENTRE)

    def clipped(self) -> bool:
        """Tell whether the word needs more room than there is."""
        return self.metrics is not None and not look.fits(
            self._words(), self._room_for_words(), self.height()
        )

    def _beside_now(self) -> bool:
        return self.width() > self._m.px(NARROW) + self._m.px(20)

    def _room_for_words(self) -> float:
        m = self._m
        taken = m.px(34) + m.px(14) + m.px(22) if self._beside_now() else m.px(6)
        return self.width() - taken

    def _words(self) -> Flow:
        return look.fitting(self.text(), self._m, "nav", self._room_for_words(), self._m.px(60), True)

    def _paint_beside(self, painter: QPainter, box: QRectF, side: int, colour: str, soft: str) -> None:
        m = self._m
        line = Box(m.px(16), box.top(), box.width() - m.px(20), box.height())
        glyph, rest = line.cut_lead(side, m.px(14))
        look.paint_icon(
            painter, self.glyph, area(glyph.middle(side), self.width(), m.rtl), m, colour, soft
        )  # fmt: skip
        self._words().paint(painter, area(rest, self.width(), m.rtl), QColor(colour))
        if self.badge:
            end = area(line.cut_end(m.px(44), 0)[1].middle(m.px(30)), self.width(), m.rtl)
            self._paint_badge(painter, end.center())

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        m = self._m
        radius = m.px(self.radius)
        if self.chosen:
            painter.setPen(QPen(m.q("saffron"), 1))
            painter.setBrush(m.q("saffron"))
        elif self.isDown():
            painter.setPen(QPen(QColor(LOCK_EDGE), 1))
            painter.setBrush(QColor("#1A4651"))
        elif self.framed:
            painter.setPen(QPen(QColor(LOCK_EDGE), m.px(2)))
            painter.setBrush(m.q("trainer_bar"))
        else:
            return
        painter.drawRoundedRect(box, radius, radius)


class Bar(QWidget):
    """Show the places; ``placeRequested`` names one, ``lockRequested`` ends the trainer's visit."""

    placeRequested = Signal(str)
    lockRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainer.bar")
        self.metrics: Metrics | None = None
        self._wording: Wording | None = None
        self.entries = {name: Entry(f"trainer.bar.{name}", glyph, False, self) for name, glyph, _ in ENTRIES}
        self.lock = Entry("trainer.bar.lock", "line/lock", True, self)
        for name, entry in self.entries.items():
            entry.clicked.connect(lambda checked=False, place=name: self.placeRequested.emit(place))
        self.lock.clicked.connect(self.lockRequested)

    def dress(self, metrics: Metrics, wording: Wording, present: str) -> None:
        """Take sizes and words; ``present`` is the place that shows."""
        self.metrics = metrics
        self.setGeometry(0, 0, bar_width(metrics), metrics.height)
        if metrics.rtl:
            self.move(metrics.width - self.width(), 0)
        for name, _, words in ENTRIES:
            self.entries[name].render_words(wording.shown(words))
            self.entries[name].chosen = name == present
        self._wording = wording
        self._name_now()
        self.lock.render_words(wording.shown(LOCK))
        for entry in (*self.entries.values(), self.lock):
            entry.apply(metrics)
        self._place()
        self.update()

    def show_urgent(self, count: int) -> None:
        """Show on every page how many need somebody now."""
        entry = self.entries[NOW]
        if entry.badge != count:
            entry.badge = count
            self._name_now()
            entry.update()

    def _name_now(self) -> None:
        entry = self.entries[NOW]
        if self._wording is not None:
            told = phrase(URGENT.key, count=entry.badge) if entry.badge else URGENT_NONE
            entry.setAccessibleName(look.bare(self._wording, told))

    def _place(self) -> None:
        m = self.metrics
        assert m is not None
        side, tall = m.px(8), max(m.px(78), m.mm(16))
        gap = max(m.px(12), m.mm(3))
        room = Box(side, m.px(88), self.width() - 2 * side, m.height - m.px(88) - m.px(14))
        room, last = room.cut_bottom(max(m.px(74), m.mm(16)), gap)
        put(self.lock, last, m)
        share = (room.height - gap * (len(self.entries) - 1)) / len(self.entries)
        tall = max(m.mm(16), min(tall, int(share)))
        for entry in self.entries.values():
            top, room = room.cut_top(tall, gap)
            put(entry, top, m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the lamp of the house."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.fillRect(self.rect(), m.q("trainer_bar"))
        side = m.px(54)
        pot = icons.icon("motifs/dallah", side, mirrored=not m.rtl, dpr=self.devicePixelRatioF())
        wide = pot.deviceIndependentSize().width()
        painter.drawPixmap(round((self.width() - wide) / 2), m.px(18), pot)
        painter.end()
