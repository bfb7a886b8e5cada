"""The small parts of the board's cards: the head that says why, a person, a step, progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.board import Need
from elder_tutor.reports.board import Seat
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.tolerance import TolerantButton

RADIUS: Final = 22
EDGE: Final = 3
CHEVRON: Final = 26
INSET: Final = 15
"""Design pixels."""
MOST_DOTS: Final = 14
"""Of a longer lesson the share is one bar (TOKENS 7)."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How a need looks: ground and words of its head, edge of its card, drawing."""

    ground: str
    words: str
    edge: str
    glyph: str


_ON_THE_WAY: Final = Dress("lagoon_tint", "lagoon", "lagoon", "line/check")
_REAL: Final = Dress("pomegranate", "card", "pomegranate", "line/triangle")
_DRESSES: Final = {
    Need.STUCK: Dress("pomegranate", "card", "pomegranate", "line/stop"),
    Need.ASKED: Dress("saffron", "on_saffron", "saffron_lip", "line/hand"),
    Need.QUIET: Dress("sand", "ink", "line", "line/clock"),
}


def dress_of(seat: Seat) -> Dress:
    """Answer how a seat among the needy looks: colour, symbol and words, never colour alone."""
    if seat.on_the_way:
        return _ON_THE_WAY
    return _REAL if seat.real else _DRESSES[seat.need]


class Head(look.Drawn):
    """Why somebody needs a person, and since when, on the colour of the need."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, "body", True, parent=parent)
        self.why = self.since = ""
        self.dress = _ON_THE_WAY

    def render_need(self, dress: Dress, why: str, since: str) -> None:
        """Show a need."""
        self.dress, self.why, self.since = dress, why, since
        self.tell(f"{why}. {since}.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, drawing, reason and time."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, m)
        line = Box(m.px(INSET), 0, self.width() - 2 * m.px(INSET), self.height())
        side = m.px(32)
        glyph, rest = line.cut_lead(side, m.px(10))
        colour = m.q(self.dress.words)
        ground = m.q(self.dress.ground).name()
        look.paint_icon(painter, self.dress.glyph, self._at(glyph.middle(side)), m, colour.name(), ground)
        time = look.laid(self.since, m, "head", rest.width)
        time.paint(painter, self._at(rest), colour, look.TRAILING)
        room = rest.width - time.widest - m.px(12)
        why = look.fitting(self.why, m, "body", room, self.height(), True)
        why.paint(painter, self._at(Box(rest.lead, 0, room, rest.height)), colour)
        painter.end()

    def clipped(self) -> bool:
        """Tell whether reason and time need more room than there is."""
        if self.metrics is None:
            return False
        m = self.metrics
        time = look.laid(self.since, m, "head", 1e5)
        room = self.width() - m.px(2 * INSET + 32 + 10 + 12) - time.widest
        why = look.fitting(self.why, m, "body", room, self.height(), True)
        return not look.fits(why, room, self.height())

    def _paint_ground(self, painter: QPainter, m: Metrics) -> None:
        box, bend = QRectF(self.rect()), m.px(RADIUS - EDGE)
        path = QPainterPath()
        path.setFillRule(path.fillRule().WindingFill)
        path.addRoundedRect(box, bend, bend)
        path.addRect(box.adjusted(0, bend, 0, 0))
        painter.fillPath(path, QBrush(m.q(self.dress.ground)))

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)


class Count(look.Drawn):
    """A number on a round ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and number."""
        if self.metrics is None:
            return
        m, box = self.metrics, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(m.q("lagoon_tint"), 1))
        painter.setBrush(QBrush(m.q("lagoon_tint")))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2, box.height() / 2)
        number = look.laid(self.text(), m, "body", box.width(), True)
        number.paint(painter, box.translated(0, m.px(2)), m.q("lagoon"), look.CENTRE)
        painter.end()


class Opener(TolerantButton):
    """Something on a card that opens a page; an arrow at its end says so."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.metrics: Metrics | None = None

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.touch(self.tolerance, metrics.px_per_mm)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what it opens."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, m)
        self.paint(painter, m)
        painter.end()

    def paint_ground(self, painter: QPainter, m: Metrics) -> None:
        """Paint a ground while it is pressed."""
        if self.isDown():
            painter.setPen(QPen(m.q("hair"), 1))
            painter.setBrush(m.q("sand"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), m.px(12), m.px(12))

    def paint(self, painter: QPainter, m: Metrics) -> None:
        """Paint what it opens."""
        raise NotImplementedError

    def paint_arrow(self, painter: QPainter, line: Box, m: Metrics) -> Box:
        """Paint the arrow at the end; answer what is left."""
        rest, place = line.cut_end(m.px(CHEVRON), m.px(8))
        box = self.at(place.middle(m.px(CHEVRON)))
        look.paint_icon(painter, "line/chevron", box, m, m.colours.line, m.colours.card)
        return rest

    def at(self, box: Box) -> QRectF:
        """Answer where a box lies on this widget."""
        assert self.metrics is not None
        return area(box, self.width(), self.metrics.rtl)


class Person(Opener):
    """Who, and at which place."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.who = self.where = self.picture = ""

    def render_person(self, who: str, where: str, picture: str) -> None:
        """Show a person at a place."""
        self.who, self.where, self.picture = who, where, picture
        self.setText(who)
        self.setAccessibleName(f"{who}, {where}")
        self.update()

    def paint(self, painter: QPainter, m: Metrics) -> None:
        """Paint picture, name and place."""
        tall = self.height() - m.px(4)
        line = Box(0, 0, self.width(), self.height())
        picture, line = line.cut_lead(tall / 1.1, m.px(14))
        look.paint_drawing(painter, self.picture, self.at(picture.middle(tall)))
        if self.isEnabled():
            line = self.paint_arrow(painter, line, m)
        where = look.fitting(self.where, m, "head", line.width, self.height() / 2)
        who = look.fitting(self.who, m, "card", line.width, self.height() - where.height, True)
        top = (self.height() - who.height - where.height) / 2
        who.paint(painter, self.at(Box(line.lead, top, line.width, who.height)), m.q("ink"))
        below = Box(line.lead, top + who.height, line.width, where.height)
        where.paint(painter, self.at(below), m.q("ink2"))


class Where(Opener):
    """Which lesson, and at which step."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.lesson = self.step = ""

    def render_where(self, lesson: str, step: str) -> None:
        """Show lesson and step; either may be empty."""
        self.lesson, self.step = lesson, step
        self.setText(lesson)
        self.setAccessibleName(f"{lesson}. {step}" if step else lesson)
        self.update()

    def paint(self, painter: QPainter, m: Metrics) -> None:
        """Paint lesson and step."""
        line = Box(0, 0, self.width(), self.height())
        if self.isEnabled():
            line = self.paint_arrow(painter, line, m)
        lesson = look.fitting(self.lesson, m, "body", line.width, self.height() / 2, True)
        step = look.fitting(self.step, m, "head", line.width, self.height() - lesson.height)
        top = (self.height() - lesson.height - (step.height if self.step else 0)) / 2
        lesson.paint(painter, self.at(Box(line.lead, top, line.width, lesson.height)), m.q("ink"))
        if self.step:
            below = Box(line.lead, top + lesson.height, line.width, step.height)
            step.paint(painter, self.at(below), m.q("ink2"))

    def clipped(self) -> bool:
        """Tell whether the words need more room than there is."""
        if self.metrics is None:
            return False
        m = self.metrics
        width = self.width() - (m.px(CHEVRON + 8) if self.isEnabled() else 0)
        lesson = look.fitting(self.lesson, m, "body", width, self.height() / 2, True)
        step = look.fitting(self.step, m, "head", width, self.height() - lesson.height)
        tall = lesson.height + (step.height if self.step else 0)
        return tall > self.height() + 2 or max(lesson.widest, step.widest) > width + 1


def paint_steps(painter: QPainter, box: QRectF, m: Metrics, done: int, steps: int) -> None:
    """Paint how far somebody is: filled beads from the leading side, of a long lesson one bar."""
    if steps <= 0 or box.width() <= 0:
        return
    beads = steps if steps <= MOST_DOTS else 1
    gap = m.px(7)
    wide = (box.width() - gap * (beads - 1)) / beads
    full, rest = m.q("lagoon"), QColor(m.colours.card)
    painter.setPen(QPen(m.q("line"), m.px(1.6)))
    for bead in range(beads):
        start = box.right() - wide - bead * (wide + gap) if m.rtl else box.left() + bead * (wide + gap)
        place = QRectF(start, box.top(), wide, box.height())
        bend = box.height() / 2
        painter.setBrush(QBrush(full if beads > 1 and bead < done else rest))
        painter.setPen(QPen(m.q("lagoon" if beads > 1 and bead < done else "line"), m.px(1.6)))
        painter.drawRoundedRect(place, bend, bend)
        if beads == 1 and done:
            part = place.width() * done / steps
            left = place.right() - part if m.rtl else place.left()
            painter.setBrush(QBrush(full))
            painter.drawRoundedRect(QRectF(left, place.top(), part, place.height()), bend, bend)
