"""What learners reported as wrong: where, how often, when last; a touch opens the lesson's page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.quality import Wrong
from elder_tutor.text.phrase import Phrase, phrase, with_values
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.turning import NEXT, PREVIOUS
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Dress, Look

NAME: Final = "trainer.quality.reports"
WHERE: Final = phrase("{lesson}, step {number}: {step}")
TIMES: Final = phrase("{times:count:time}")
LAST: Final = phrase("{times:count:time}, last on {day:date:day_month}")
ELSEWHERE: Final = phrase("In another place")
NONE: Final = phrase("Nobody has reported anything.")
SAID: Final = phrase("{where}: {times}")
OPENS: Final = phrase("{where}: {times}. Opens the lesson.")
PAD: Final = 20
"""Design pixels."""


class ReportLine(look.Press):
    """One report: where at the leading edge, how often at the trailing one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, Look.QUIET, "", parent)
        self.where = self.times = ""

    def render_report(self, where: str, times: str, said: str) -> None:
        """Show a report; ``said`` is the button's name."""
        self.where, self.times = where, times
        self.render_words("", said)

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint both texts."""
        m = self._m
        room = Box(m.px(20), face.top(), self.width() - m.px(40), face.height() - m.px(4))
        place, end = self._split(room)
        self._where(place).paint(painter, area(place, self.width(), m.rtl), m.q("ink"))
        words = look.laid(self.times, m, "body", 1e5)
        words.paint(painter, area(end, self.width(), m.rtl), m.q("ink2"), look.TRAILING)

    def clipped(self) -> bool:
        """Tell whether the place needs more room than there is."""
        if self.metrics is None or not self.where:
            return False
        room = Box(self._m.px(20), 0, self.width() - self._m.px(40), self.height() - self._m.px(8))
        place, _ = self._split(room)
        return not look.fits(self._where(place), place.width, place.height)

    def _split(self, room: Box) -> tuple[Box, Box]:
        wide = look.laid(self.times, self._m, "body", 1e5).widest + 2
        return room.cut_end(wide, self._m.px(20))

    def _where(self, place: Box) -> Flow:
        return look.fitting(self.where, self._m, "body", place.width, place.height, True)


class Reports(QWidget):
    """The list, page by page; ``lessonChosen`` opens a lesson's page, ``turned`` asks to be drawn again."""

    lessonChosen = Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.card = Card(f"{NAME}.card", self)
        self.none = look.Text(f"{NAME}.none", "card", False, "ink2", self)
        self.none.across = look.CENTRE
        self.before = look.Press(f"{NAME}.before", Look.QUIET, "line/chevron", self)
        self.after = look.Press(f"{NAME}.after", Look.QUIET, "line/chevron", self)
        self.before.flipped = True
        self.lines: list[ReportLine] = []
        self.page = 0
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    def show_reports(
        self, found: Sequence[Wrong], day_of: Callable[[int], date], wording: Wording, m: Metrics
    ) -> None:  # fmt: skip
        """Show the reports in the room the widget has; ``day_of`` answers the day of a moment."""
        away(self.lines)
        self.card.apply(m)
        room = Box(0, 0, self.width(), self.height())
        put(self.card, room, m)
        self._place_none(not found, room, wording, m)
        room = room.inset(m.px(PAD))
        tall, gap = max(m.px(64), m.mm(16)), max(m.px(12), m.mm(3))
        fit = max(1, int((room.height + gap) // (tall + gap)))
        several = len(found) > fit
        for button, words in ((self.before, PREVIOUS), (self.after, NEXT)):
            button.setVisible(several)
            button.render_words(wording.shown(words))
            button.apply(m)
        if several:
            room = self._place_turning(room, gap, m)
            fit = max(1, int((room.height + gap) // (tall + gap)))
        leaves = max(1, -(-len(found) // fit))
        self.page %= leaves
        shown = found[self.page * fit : (self.page + 1) * fit]
        self.lines = [self._line(at, one, day_of, wording, m) for at, one in enumerate(shown)]
        for line in self.lines:
            place, room = room.cut_top(tall, gap)
            put(line, place, m)

    def focus_order(self) -> list[QWidget]:
        """Answer what the keyboard goes through, in the order of reading."""
        return [*self.lines, self.before, self.after]

    def shadowed(self) -> list[QRectF]:
        """Answer the cards that cast a shadow, on the page."""
        return [QRectF(self.card.geometry()).translated(self.pos())]

    def _place_none(self, none: bool, room: Box, wording: Wording, m: Metrics) -> None:
        self.none.setVisible(none)
        self.none.render_words(wording.shown(NONE))
        self.none.apply(m)
        put(self.none, room.middle(m.px(60)), m)

    def _place_turning(self, room: Box, gap: float, m: Metrics) -> Box:
        room, foot = room.cut_bottom(self.after.tall(), gap)
        for button in (self.after, self.before):
            wide = max(button.natural_width() + m.px(8), m.px(150))
            foot, place = foot.cut_end(wide, gap)
            put(button, place, m)
        return room

    def _line(
        self, at: int, one: Wrong, day_of: Callable[[int], date], wording: Wording, m: Metrics
    ) -> ReportLine:
        line = ReportLine(f"{NAME}.line.{at}", self)
        where, times = _where(one), phrase(TIMES.key, times=one.times)
        if one.last_at is not None:
            times = phrase(LAST.key, times=one.times, day=day_of(one.last_at))
        said = with_values(OPENS if one.lesson else SAID, {"where": where, "times": times})
        line.render_report(wording.shown(where), wording.shown(times), look.bare(wording, said))
        line.apply(m)
        line.show()
        if one.lesson is not None:
            lesson = one.lesson.id
            line.clicked.connect(lambda: self.lessonChosen.emit(lesson))
        return line

    def _turn(self, by: int) -> None:
        self.page += by
        self.turned.emit()


def _where(one: Wrong) -> Phrase:
    if one.lesson is None:
        return ELSEWHERE
    if one.step is None:
        return one.lesson.title
    return phrase(WHERE.key, lesson=one.lesson.title, number=one.step.number, step=one.step.name)
