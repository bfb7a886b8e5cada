"""The board's two cards: who needs somebody, and who goes on alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.app import App
from elder_tutor.reports.board import Seat
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import board_words as words
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.board_parts import (
    EDGE,
    RADIUS,
    Head,
    Opener,
    Person,
    Where,
    dress_of,
    paint_steps,
)
from elder_tutor.ui.widgets.lip_button import Look

HEAD, PERSON, WHERE, FOOT = 48, 71, 67, 12
SIDE: Final = 18
SENT_MS: Final = 20_000
"""So long the button says that the hint was sent."""
Shown = Callable[[Phrase | str], str]


class NeedCard(QWidget):
    """Somebody who needs a person; the signals name the place."""

    comeRequested = Signal(str)
    hintRequested = Signal(str)
    learnerChosen = Signal(str)
    stepChosen = Signal(str)

    def __init__(self, kiosk: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"trainer.board.card.{kiosk}")
        self.answers = True
        """Whether the visitor may answer: somebody who only reads may not."""
        self.kiosk = kiosk
        self.metrics: Metrics | None = None
        self._edge = "line"
        self.head = Head(f"trainer.board.head.{kiosk}", self)
        self.person = Person(f"trainer.board.learner.{kiosk}", self)
        self.where = Where(f"trainer.board.step.{kiosk}", self)
        self.come = look.Press(f"trainer.board.come.{kiosk}", Look.SECONDARY, "line/hand", self)
        self.hint = look.Press(f"trainer.board.hint.{kiosk}", Look.QUIET, "line/lamp", self)
        for button in (self.come, self.hint):
            button.icon_size, button.gap, button.pad = 28.0, 9.0, 13.0
        self.come.clicked.connect(lambda: self.comeRequested.emit(self.kiosk))
        self.hint.clicked.connect(lambda: self.hintRequested.emit(self.kiosk))
        self.person.clicked.connect(lambda: self.learnerChosen.emit(self.kiosk))
        self.where.clicked.connect(lambda: self.stepChosen.emit(self.kiosk))

    @property
    def reading(self) -> list[QWidget]:
        """Answer what the keyboard goes through, in reading order."""
        return [part for part in (self.person, self.where, self.come, self.hint) if not part.isHidden()]

    def render_seat(self, seat: Seat, now: int, app: App, shown: Shown, bare: Shown, first: bool) -> None:
        """Show who needs what since when; the first card's answer is the bright one."""
        dress = dress_of(seat)
        self._edge = dress.edge
        who = words.name_of(seat)
        self.head.render_need(dress, shown(words.need_of(seat)), shown(words.since_of(seat, now)))
        self.person.render_person(shown(who), shown(words.place_of(seat)), f"pictures/{seat.picture}")
        self.person.setEnabled(not seat.is_guest)
        title, step = words.title_of(seat, app), words.step_of(seat)
        self.where.setVisible(title is not None)
        if title is not None:
            self.where.render_where(shown(title), shown(step) if step is not None else "")
        self.where.setEnabled(step is not None)
        self._write_buttons(seat, now, shown, bare, first)
        self.setAccessibleName(bare(phrase(words.NAMED.key, who=who, what=words.need_of(seat))))

    def _write_buttons(self, seat: Seat, now: int, shown: Shown, bare: Shown, first: bool) -> None:
        who = words.name_of(seat)
        coming = words.COMING if seat.on_the_way else words.COME
        sent = now - seat.place.advised < SENT_MS
        hint = words.SENT if sent else words.HINT
        bright = first and not seat.on_the_way
        self.come.set_look(Look.PRIMARY if bright else Look.AGAIN if seat.on_the_way else Look.SECONDARY)
        self.come.set_glyph("line/check" if seat.on_the_way else "line/hand")
        self.hint.set_glyph("line/check" if sent else "line/lamp")
        for button, said in ((self.come, coming), (self.hint, hint)):
            button.render_words(shown(said), bare(phrase(words.NAMED.key, who=said, what=who)))
        # where no lesson is open there is nothing to hint at
        self.come.setVisible(self.answers)
        self.hint.setVisible(self.answers and bool(seat.place.here) and not seat.on_the_way)

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        for part in (self.head, self.person, self.where, self.come, self.hint):
            part.apply(metrics)
        self.update()

    def relayout(self) -> None:
        """Place the parts."""
        assert self.metrics is not None
        m, edge = self.metrics, self.metrics.px(EDGE)
        room = Box(edge, edge, self.width() - 2 * edge, self.height() - 2 * edge)
        head, room = room.cut_top(m.px(HEAD))
        put(self.head, head, m)
        inner = Box(room.lead + m.px(SIDE), room.top + m.px(10), room.width - 2 * m.px(SIDE), 0)
        inner = Box(inner.lead, inner.top, inner.width, room.bottom - m.px(FOOT) - inner.top)
        inner, foot = inner.cut_bottom(button_tall(m), m.mm(3))
        person, rest = inner.cut_top(max(m.px(PERSON), m.mm(16)), m.mm(3))
        put(self.person, person, m)
        put(self.where, rest, m)
        self._place_foot(foot, m)

    def _place_foot(self, foot: Box, m: Metrics) -> None:
        if self.hint.isHidden():
            put(self.come, foot, m)
            return
        wide = [float(self.come.natural_width()), float(self.hint.natural_width())]
        for button, box in zip((self.come, self.hint), foot.shares(wide, m.mm(3)), strict=True):
            put(button, box, m)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with the edge of its need."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = m.px(EDGE) / 2
        painter.setPen(QPen(m.q(self._edge), m.px(EDGE)))
        painter.setBrush(QBrush(m.q("card")))
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, m.px(RADIUS), m.px(RADIUS))
        painter.end()


def button_tall(m: Metrics) -> int:
    """Answer the height of a card's buttons: the bright one is 20 mm high, the others match it."""
    return max(m.px(70), m.mm(20))


def card_tall(m: Metrics) -> int:
    """Answer the height of a card."""
    rows = m.px(HEAD) + m.px(10) + max(m.px(PERSON), m.mm(16)) + m.mm(3) + max(m.px(WHERE), m.mm(16))
    return rows + m.mm(3) + button_tall(m) + m.px(FOOT) + 2 * m.px(EDGE)


def card_wide(card: NeedCard, m: Metrics) -> int:
    """Answer the width at which both buttons stand beside one another."""
    return card.come.natural_width() + card.hint.natural_width() + m.mm(3) + 2 * m.px(SIDE + EDGE)


class SeatCard(Opener):
    """Somebody who goes on alone: lesson, stage, how far; it opens the learner's page."""

    def __init__(self, kiosk: str, parent: QWidget) -> None:
        super().__init__(f"trainer.board.seat.{kiosk}", parent)
        self.kiosk = kiosk
        self.seat: Seat | None = None
        self.who = self.place = self.line = self.chip = ""

    def render_seat(self, seat: Seat, app: App, shown: Shown, bare: Shown) -> None:
        """Show how far somebody is."""
        self.seat = seat
        who, line = words.name_of(seat), words.line_of(seat, app)
        self.who, self.line, self.place = shown(who), shown(line), shown(words.place_of(seat))
        state = words.OVER if seat.over else words.GOING
        self.chip = shown(state) if self._tells else ""
        self.setEnabled(not seat.is_guest)
        self.setText(self.who)
        told = (phrase(words.NAMED.key, who=line, what=state)) if self._tells else line
        place = words.place_of(seat)
        where = phrase(words.NAMED.key, who=who, what=place)
        self.setAccessibleName(bare(phrase(words.NAMED.key, who=where, what=told)))
        self.update()

    @property
    def _tells(self) -> bool:
        """Tell whether it may and can be said how far somebody is."""
        seat = self.seat
        return seat is not None and not seat.is_private and (bool(seat.place.here) or seat.over)

    def paint_ground(self, painter: QPainter, m: Metrics) -> None:
        """Paint the card."""
        painter.setPen(QPen(m.q("card_border"), m.px(2)))
        painter.setBrush(QBrush(m.q("sand" if self.isDown() else "card")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), m.px(RADIUS), m.px(RADIUS))

    def paint(self, painter: QPainter, m: Metrics) -> None:
        """Paint picture, name, lesson, chip and progress."""
        seat = self.seat
        if seat is None:
            return
        room = Box(m.px(16), m.px(10), self.width() - m.px(32), self.height() - m.px(20))
        tall = min(m.px(72), room.height)
        picture, room = room.cut_lead(tall / 1.1, m.px(14))
        look.paint_drawing(painter, f"pictures/{seat.picture}", self.at(picture.middle(tall)))
        line, who, beads = self._heights(room, m)
        top = room.top + (room.height - sum((line, who, beads))) / 2
        first = Box(room.lead, top, room.width, who)
        first = self._paint_chip(painter, first, m)
        self._paint_name(painter, first, m)
        second = Box(room.lead, top + who, room.width, line)
        look.fitting(self.line, m, "nav", room.width, line).paint(painter, self.at(second), m.q("ink2"))
        if beads:
            place = Box(room.lead, top + who + line + m.px(8), room.width, m.px(9))
            done = seat.steps if seat.over else max(0, seat.number - 1)
            paint_steps(painter, self.at(place), m, done, seat.steps)

    def _heights(self, room: Box, m: Metrics) -> tuple[float, float, float]:
        line = look.fitting(self.line, m, "nav", room.width, room.height / 2).height
        who = look.laid(self.who, m, "body", room.width, True).pitch + m.px(4)
        return line, who, m.px(17) if self._tells and self.seat and self.seat.steps else 0

    def _paint_name(self, painter: QPainter, line: Box, m: Metrics) -> None:
        """Paint the name, and the place beside it where there is room."""
        name = look.fitting(self.who, m, "body", line.width, line.height, True)
        name.paint(painter, self.at(line), m.q("ink"))
        place = look.laid(self.place, m, "nav", 1e5)
        rest = line.cut_lead(name.widest, m.px(12))[1]
        if place.widest <= rest.width:
            place.paint(painter, self.at(rest).translated(0, m.px(2)), m.q("ink2"))

    def _paint_chip(self, painter: QPainter, line: Box, m: Metrics) -> Box:
        if not self.chip or self.seat is None:
            return line
        over = self.seat.over
        label = look.laid(self.chip, m, "nav", 1e5, True)
        side = m.px(20)
        rest, place = line.cut_end(label.widest + side + m.px(8 + 24), m.px(10))
        box = self.at(place.middle(label.pitch + m.px(8)))
        ground, ink = ("saffron_tint", "ink") if over else ("lagoon_tint", "lagoon")
        painter.setPen(QPen(m.q(ground), 1))
        painter.setBrush(QBrush(m.q(ground)))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = Box(place.lead + m.px(12), box.top(), place.width - m.px(24), box.height())
        glyph, text = inner.cut_lead(side, m.px(8))
        name = "line/check" if over else "line/play"
        look.paint_icon(painter, name, self.at(glyph.middle(side)), m, m.q(ink).name(), m.q(ground).name())
        label.paint(painter, self.at(text), m.q(ink))
        return rest

    def clipped(self) -> bool:
        """Tell whether name or lesson need more room than there is."""
        if self.metrics is None or self.seat is None:
            return False
        m = self.metrics
        room = self.width() - m.px(32 + 14) - min(m.px(72), self.height() - m.px(20)) / 1.1
        words_fit = look.fits(
            look.fitting(self.line, m, "nav", room, self.height() / 2), room, self.height() / 2
        )
        return not words_fit


def seat_tall(m: Metrics) -> int:
    """Answer the height of a small card."""
    return max(m.px(108), m.mm(16))
