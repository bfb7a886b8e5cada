"""A line of a learner's path: the lesson, its six stages, how much went without help, and when last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.counting import State
from elder_tutor.progress.summaries import STAGES
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.cells import MARKS, LegendEntry
from elder_tutor.ui.words import STAGE_ICONS

CHIP: Final = 38
CHIP_GAP: Final = 6
SHARE: Final = 168
PERCENT: Final = 94
DAY: Final = 92
GAP: Final = 14
LESSON_LEAST: Final = 165
"""Design pixels; where a lesson's name has less room, the share is a number without its bar."""


@dataclass(frozen=True, slots=True)
class LessonSight:
    """What a line shows: words, and how far the learner is. ``free`` is percent, None before any step.

    ``note`` stands below the title: mastered, due, chosen by a trainer. ``due`` marks the refresh.
    """

    title: str
    note: str
    share: str
    day: str
    private: bool
    state: State
    done: tuple[str, ...]
    now: str
    free: int | None
    sentence: str
    mastered: bool = False
    due: bool = False


def columns(room: Box, m: Metrics) -> list[Box]:
    """Split a line into lesson, stages, share and day, leading first."""
    stages = len(STAGES) * m.px(CHIP) + (len(STAGES) - 1) * m.px(CHIP_GAP)
    share, day, gap = m.px(SHARE), m.px(DAY), m.px(GAP)
    if room.width - stages - share - day - 3 * gap < m.px(LESSON_LEAST):
        share = m.px(PERCENT)
    lesson = room.width - stages - share - day - 3 * gap
    boxes, rest = [], room
    for wide in (lesson, stages, share):
        box, rest = rest.cut_lead(wide, gap)
        boxes.append(box)
    return [*boxes, rest]


class LessonLine(look.Drawn):
    """One lesson of a learner in one line."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.sight: LessonSight | None = None

    def render_sight(self, sight: LessonSight) -> None:
        """Show how far the learner is."""
        self.sight = sight
        self.tell(sight.sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if self.metrics is None or self.sight is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), max(1, m.px(1.6))), m.q("hair"))
        lesson, stages, share, day = columns(Box(0, 0, self.width(), self.height()), m)
        self._paint_lesson(painter, lesson, m)
        if not self.sight.private:
            self._paint_stages(painter, stages, m)
            self._paint_share(painter, share, m)
        words = look.fitting(self.sight.day, m, "head", day.width, day.height)
        words.paint(painter, self._at(day), m.q("ink2"))
        painter.end()

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)

    def _paint_lesson(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        mark, box = box.cut_lead(m.px(30), m.px(10))
        drawing = self._at(mark.middle(m.px(30)))
        if self.sight.mastered:
            look.paint_icon(painter, "line/star", drawing, m, m.colours.lagoon, m.colours.saffron)
        else:
            look.paint_mark(painter, MARKS[self.sight.state], drawing, m)
        note = look.fitting(self.sight.note, m, "nav", box.width, m.px(28)) if self.sight.note else None
        below = note.height if note else 0.0
        title = look.fitting(self.sight.title, m, "body", box.width, box.height - m.px(6) - below, True)
        top = box.top + (box.height - title.height - below) / 2
        title.paint(painter, self._at(Box(box.lead, top, box.width, title.height)), m.q("ink"))
        if note:
            place = Box(box.lead, top + title.height, box.width, below)
            note.paint(painter, self._at(place), m.q("ink2"))

    def _paint_stages(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        for number, stage in enumerate(STAGES):
            side = m.px(CHIP)
            place = Box(box.lead + number * (side + m.px(CHIP_GAP)), 0, side, box.height).middle(side)
            done = stage in self.sight.done
            now = (stage == self.sight.now and not done) or (stage == STAGES[-1] and self.sight.due)
            paint_chip(painter, STAGE_ICONS[stage], self._at(place), m, done, now)

    def _paint_share(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        if self.sight.free is None:
            words = look.laid("—", m, "body", box.width)
            words.paint(painter, self._at(box), m.q("ink2"))
            return
        rest = box
        if box.width > m.px(PERCENT) + 1:
            bar, rest = box.cut_lead(m.px(96), m.px(9))
            paint_share(painter, self._at(bar.middle(m.px(18))), self.sight.free / 100, m)
        words = look.laid(self.sight.share, m, "body", rest.width + 8, True)
        words.paint(painter, self._at(rest), m.q("ink"))


class StageKey(LegendEntry):
    """A stage's sign and its name, small enough for six in a row."""

    def __init__(self, name: str, drawing: str, parent: QWidget) -> None:
        super().__init__(name, drawing, parent)
        self.kind, self.side = "head", 28.0


def paint_chip(painter: QPainter, glyph: str, box: QRectF, m: Metrics, done: bool, now: bool) -> None:
    """Paint a stage: done is filled, the present one saffron with an ink edge, a coming one dashed."""
    edge = "ink" if now else "lagoon" if done else "line"
    pen = QPen(m.q(edge), m.px(3 if now else 2))
    if not done and not now:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    fill = "saffron" if now else "lagoon" if done else "card"
    painter.setBrush(QBrush(m.q(fill)))
    half = m.px(1.5)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), m.px(10), m.px(10))
    colours = m.colours
    main = colours.on_saffron if now else colours.on_lagoon if done else colours.line
    inner = box.adjusted(m.px(8), m.px(8), -m.px(8), -m.px(8))
    look.paint_icon(painter, glyph, inner, m, main, str(getattr(colours, fill)))


def paint_share(painter: QPainter, box: QRectF, share: float, m: Metrics) -> None:
    """Paint how much of a whole, filled from the leading side."""
    round_end = box.height() / 2
    painter.setPen(QPen(m.q("line"), m.px(2)))
    painter.setBrush(QBrush(m.q("card")))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), round_end, round_end)
    if share <= 0:
        return
    wide = max(box.height(), box.width() * min(1.0, share))
    left = box.right() - wide if m.rtl else box.left()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(m.q("lagoon")))
    painter.drawRoundedRect(
        QRectF(left, box.top(), wide, box.height()).adjusted(1, 1, -1, -1), round_end, round_end
    )
