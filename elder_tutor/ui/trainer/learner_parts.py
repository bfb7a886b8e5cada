"""The parts of a learner's page: a line for each lesson, bars of time, the step that stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.counting import State
from elder_tutor.reports.tables import LearnerStep
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.cells import MARKS
from elder_tutor.ui.trainer.desk import STAGES
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.words import STAGE_ICONS

TIME_TITLE: Final = phrase("Where does the time go?")
NO_TIME: Final = phrase("It shows here after the first practice.")
STUCK_TITLE: Final = phrase("Stopped at: {step}")
STUCK_WORDS: Final = phrase("{tries:count:try} did not succeed, {hints:count:hint}.")
FREE_TITLE: Final = phrase("Nothing stops them now")
FREE_WORDS: Final = phrase("When a step is hard, its name stands here.")
CHIP: Final = 36
CHIP_GAP: Final = 6
PAD: Final = 24
SHARE: Final = 172
PERCENT: Final = 84
LESSON_LEAST: Final = 250
"""Design pixels; where a lesson's name has less room, the share is a number without its bar."""


@dataclass(frozen=True, slots=True)
class LessonSight:
    """What a line shows: words, and how far the learner is. ``free`` is percent, None before any step."""

    title: str
    counts: str
    share: str
    day: str
    private: bool
    state: State
    done: tuple[str, ...]
    now: str
    free: int | None
    sentence: str


def columns(room: Box, m: Metrics) -> list[Box]:
    """Split a line into lesson, stages, share and day, leading first."""
    stages = len(STAGES) * m.px(CHIP) + (len(STAGES) - 1) * m.px(CHIP_GAP)
    share, day, gap = m.px(SHARE), m.px(112), m.px(20)
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
        words = look.fitting(self.sight.day, m, "body", day.width, day.height)
        words.paint(painter, self._at(day), m.q("ink2"))
        painter.end()

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)

    def _paint_lesson(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        mark, box = box.cut_lead(m.px(34), m.px(12))
        look.paint_drawing(painter, MARKS[self.sight.state], self._at(mark.middle(m.px(34))))
        high = box.height - m.px(8)
        counts = (
            look.fitting(self.sight.counts, m, "head", box.width, m.px(60)) if self.sight.counts else None
        )
        below = counts.height if counts else 0.0
        title = look.fitting(self.sight.title, m, "body", box.width, high - below, True)
        top = box.top + (box.height - title.height - below) / 2
        place = Box(box.lead, top, box.width, title.height)
        title.paint(painter, self._at(place), m.q("ink"))
        if counts:
            place = Box(box.lead, top + title.height, box.width, below)
            counts.paint(painter, self._at(place), m.q("ink2"))

    def _paint_stages(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        for number, stage in enumerate(STAGES):
            side = m.px(CHIP)
            place = Box(box.lead + number * (side + m.px(CHIP_GAP)), 0, side, box.height).middle(side)
            done, now = stage in self.sight.done, stage == self.sight.now
            paint_chip(painter, STAGE_ICONS[stage], self._at(place), m, done, now and not done)

    def _paint_share(self, painter: QPainter, box: Box, m: Metrics) -> None:
        assert self.sight is not None
        if self.sight.free is None:
            words = look.laid("—", m, "body", box.width)
            words.paint(painter, self._at(box), m.q("ink2"))
            return
        rest = box
        if box.width > m.px(PERCENT) + 1:
            bar, rest = box.cut_lead(m.px(104), m.px(12))
            paint_share(painter, self._at(bar.middle(m.px(18))), self.sight.free / 100, m)
        words = look.laid(self.sight.share, m, "body", rest.width + 8, True)
        words.paint(painter, self._at(rest), m.q("ink"))


def paint_chip(painter: QPainter, glyph: str, box: QRectF, m: Metrics, done: bool, now: bool) -> None:
    """Paint a stage: done is filled, the present one saffron, a coming one dashed."""
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


class TimeCard(look.Drawn):
    """Bars of the steps that take longest."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.rows: list[tuple[str, str, float, bool]] = []
        self._title = self._empty = ""

    def render_steps(
        self, steps: Sequence[LearnerStep], times: Sequence[str], wording: Wording, m: Metrics
    ) -> None:
        """Show these steps, the slowest first, with their times in words."""
        self.apply(m)
        most = max((one.standing.ms for one in steps), default=1)
        self.rows = [
            (wording.shown(one.step.name), time, one.standing.ms / most, bool(one.standing.stuck))
            for one, time in zip(steps, times, strict=True)
        ]
        self._title, self._empty = wording.shown(TIME_TITLE), wording.shown(NO_TIME)
        told = [f"{name}: {time}" for name, time, _, _ in self.rows] or [self._empty]
        self.tell(". ".join([self._title, *told]))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        rows = len(self.rows) * m.px(72) if self.rows else m.px(80)
        return m.px(PAD * 2 + 48) + rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, title and bars."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, shadow=None)
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD), m.px(PAD - 4))
        title, room = room.cut_top(m.px(44), m.px(8))
        words = look.fitting(self._title, m, "card", title.width, title.height, True)
        words.paint(painter, self._at(title), m.q("ink"))
        if not self.rows:
            look.laid(self._empty, m, "body", room.width).paint(
                painter, self._at(room), m.q("ink2"), down=Qt.AlignmentFlag.AlignTop
            )
        for row in self.rows:
            line, room = room.cut_top(m.px(72))
            self._paint_row(painter, line, row, m)
        painter.end()

    def _paint_row(self, painter: QPainter, line: Box, row: tuple[str, str, float, bool], m: Metrics) -> None:
        name, time, share, stuck = row
        words, bar = line.cut_top(m.px(40))
        lasted = look.laid(time, m, "head", 1e5, True)
        first, last = words.cut_end(lasted.widest + 4, m.px(10))
        step = look.fitting(name, m, "body", first.width, first.height)
        step.paint(painter, self._at(first), m.q("ink"))
        lasted.paint(painter, self._at(last), m.q("ink"), look.TRAILING)
        box = Box(bar.lead, bar.top + m.px(2), max(m.px(16), bar.width * share), m.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(m.q("pomegranate" if stuck else "lagoon")))
        painter.drawRoundedRect(self._at(box), m.px(7), m.px(7))

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)


class StuckCard(look.Drawn):
    """The step that stops a learner, or that nothing does."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.stuck = False
        self._lines: tuple[str, ...] = ()

    def render_step(self, step: LearnerStep | None, wording: Wording, m: Metrics) -> None:
        """Show a step, or None."""
        self.apply(m)
        self.stuck = step is not None
        said: tuple[Phrase, ...] = (FREE_TITLE, FREE_WORDS)
        if step is not None:
            counts = phrase(STUCK_WORDS.key, tries=step.standing.failed, hints=step.standing.hints)
            said = (phrase(STUCK_TITLE.key, step=step.step.name), step.lesson.title, counts)
        self._lines = tuple(wording.shown(one) for one in said)
        self.tell(". ".join(look.bare(wording, one) for one in said))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        return m.px(2 * PAD) + sum(round(flow.height) + m.px(6) for flow in self._flows(width))

    def _flows(self, width: float) -> list[Flow]:
        m = self._m
        inner = width - 2 * m.px(PAD)
        first = look.laid(self._lines[0], m, "card", inner - m.px(52), True)
        return [first, *(look.laid(line, m, "body", inner, spacing=1.4) for line in self._lines[1:])]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, mark and words."""
        if self.metrics is None or not self._lines:
            return
        m = self.metrics
        painter = QPainter(self)
        fill, edge = ("card", "pomegranate") if self.stuck else ("lagoon_tint", "card_border")
        paint_card(painter, QRectF(self.rect()), m, fill, edge, 28, 3 if self.stuck else 2, None)
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD))
        for number, flow in enumerate(self._flows(self.width())):
            line, room = room.cut_top(flow.height, m.px(6))
            if number == 0:
                mark, line = line.cut_lead(m.px(40), m.px(12))
                drawing = "marks/needs" if self.stuck else "marks/full"
                mark = Box(mark.lead, line.top, mark.width, min(line.height, m.px(38)))
                look.paint_drawing(painter, drawing, area(mark, self.width(), m.rtl))
            flow.paint(painter, area(line, self.width(), m.rtl), m.q("ink" if number == 0 else "ink2"))
        painter.end()
