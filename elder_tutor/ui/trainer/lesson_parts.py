"""The parts of a lesson's page: the funnel, its hardest step, what helps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.tables import Funnel, FunnelRow
from elder_tutor.reports.words import COLUMNS
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import DIGITS_DROP, Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.card import paint_card

HARD: Final = phrase("Step {number}: {step}")
STUCK_OF: Final = phrase("Stopped here: {stopped} of {reached}.")
ALL_WELL: Final = phrase("No step stops anybody now")
ALL_DID: Final = phrase("Whoever reached a step also did it.")
HINTS: Final = phrase("Hints")
ROW: Final = phrase("{number}. {step}: {done} went on, {stopped} stopped")
PAD: Final = 24
ALL: Final = slice(None)


def stopped(row: FunnelRow) -> int:
    """Answer how many learners the step stops: those stuck there now, or who never did it."""
    return max(row.count.stuck, row.count.stopped)


class FunnelCard(look.Drawn):
    """A bar for each step: who went on is filled, who stopped is hatched."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.rows: tuple[FunnelRow, ...] = ()
        self.hard = self.chosen = ""
        self.part = ALL
        self._names: tuple[str, ...] = ()
        self._digits: tuple[tuple[str, str], ...] = ()

    def render_funnel(
        self, funnel: Funnel, wording: Wording, m: Metrics, chosen: str = "", part: slice = ALL
    ) -> None:
        """Show a lesson's steps, or a part of them; the chosen one stands on saffron."""
        self.part = part
        self.apply(m)
        self.rows = funnel.rows
        self.hard = funnel.hardest.step.id if funnel.hardest else ""
        self.chosen = chosen
        self._names = tuple(wording.shown(row.step.name) for row in self.rows)
        self._digits = tuple(
            (wording.number(row.step.number), wording.number(row.count.done)) for row in self.rows
        )
        said = (
            phrase(
                ROW.key, number=row.step.number, step=row.step.name, done=row.count.done, stopped=stopped(row)
            )
            for row in self.rows
        )
        self.tell(". ".join(look.bare(wording, one) for one in said))

    def row_box(self, number: int) -> Box:
        """Answer the place of a row, counted from 0 on the present page, from the leading edge."""
        m = self._m
        room = Box(0, 0, self.width(), self.height()).inset(m.px(12), m.px(16))
        high = min(room.height / max(1, len(self.rows[self.part])), m.px(64))
        return Box(room.lead, room.top + number * high, room.width, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and rows."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, QRectF(self.rect()), m, shadow=None)
        most = max((row.count.reached for row in self.rows), default=0) or 1
        shown = list(enumerate(self.rows))[self.part]
        for place, (number, row) in enumerate(shown):
            self._paint_row(painter, self.row_box(place), number, row, most, m)
        painter.end()

    def _paint_row(
        self, painter: QPainter, line: Box, number: int, row: FunnelRow, most: int, m: Metrics
    ) -> None:  # fmt: skip
        hard = row.step.id == self.hard
        chosen = row.step.id == self.chosen
        if hard or chosen:
            painter.setPen(QPen(m.q("ink"), m.px(3)) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(m.q("saffron_tint" if chosen else "pomegranate_tint")))
            painter.drawRoundedRect(self._at(line.inset(0, m.px(1))), m.px(14), m.px(14))
        inner = line.inset(m.px(12), 0)
        side = min(m.px(38), round(line.height - m.px(6)))
        disc, rest = inner.cut_lead(side, m.px(14))
        self._paint_disc(painter, self._at(disc.middle(side)), self._digits[number][0], hard, m)
        name, rest = rest.cut_lead(min(m.px(240), rest.width * 0.38), m.px(16))
        words = look.fitting(self._names[number], m, "body", name.width, line.height)
        words.paint(painter, self._at(name), m.q("ink"))
        bar, count = rest.cut_end(m.px(44), m.px(12))
        self._paint_bar(painter, bar.middle(min(m.px(32), line.height - m.px(8))), row, most, hard, m)
        done = look.laid(self._digits[number][1], m, "body", 1e5, True)
        drop = look.pixels(m, "body") * DIGITS_DROP
        done.paint(
            painter,
            self._at(count).translated(0, drop),
            m.q("ink"),
            look.TRAILING,
        )

    def _paint_disc(self, painter: QPainter, box: QRectF, digits: str, hard: bool, m: Metrics) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(m.q("pomegranate" if hard else "sand")))
        painter.drawEllipse(box)
        words = look.fitting(digits, m, "head", box.width(), box.height(), True)
        drop = look.pixels(m, "head") * DIGITS_DROP
        words.paint(painter, box.translated(0, drop), m.q("card" if hard else "ink"), look.CENTRE)

    def _paint_bar(
        self, painter: QPainter, room: Box, row: FunnelRow, most: int, hard: bool, m: Metrics
    ) -> None:  # fmt: skip
        done = room.width * row.count.done / most
        left = room.width * (row.count.reached - row.count.done) / most
        colour = "pomegranate" if hard else "lagoon"
        radius = m.px(7)
        if done >= 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(m.q(colour)))
            painter.drawRoundedRect(self._at(Box(room.lead, room.top, done, room.height)), radius, radius)
        if left >= 1:
            box = self._at(Box(room.lead + done, room.top, left, room.height))
            paint_hatched(painter, box, m, colour if hard else "line")
        if not row.count.reached:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(m.q("sand")))
            thin = room.middle(m.px(6))
            painter.drawRoundedRect(self._at(thin), m.px(3), m.px(3))

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)


def paint_hatched(painter: QPainter, box: QRectF, m: Metrics, colour: str) -> None:
    """Paint a box of slanting lines: seen without colour too."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(m.q("card")))
    painter.drawRoundedRect(box, m.px(7), m.px(7))
    painter.setClipRect(box.adjusted(2, 2, -2, -2))
    painter.setPen(QPen(m.q(colour), m.px(2.4)))
    step, slant = m.px(11), box.height()
    at = box.left() - slant
    while at < box.right():
        painter.drawLine(round(at), round(box.bottom()), round(at + slant), round(box.top()))
        at += step
    painter.restore()
    painter.setPen(QPen(m.q(colour), m.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), m.px(7), m.px(7))


class HardStep(look.Drawn):
    """The step that stops most: how many, which mistakes, how many missed touches."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.hard = False
        self._title = self._words = ""
        self._counts: tuple[tuple[str, str], ...] = ()

    def render_row(
        self, row: FunnelRow | None, mistakes: Sequence[tuple[Phrase, int]], wording: Wording, m: Metrics
    ) -> None:
        """Show a step, or None when none stops anybody."""
        self.apply(m)
        self.hard = row is not None
        title, words = ALL_WELL, ALL_DID
        counts: list[tuple[Phrase, int]] = []
        if row is not None:
            title = phrase(HARD.key, number=row.step.number, step=row.step.name)
            words = phrase(STUCK_OF.key, stopped=stopped(row), reached=row.count.reached)
            counts = [*mistakes, (HINTS, row.count.hints), (COLUMNS["missed"], row.count.missed)]
        self._title, self._words = wording.shown(title), wording.shown(words)
        self._counts = tuple((wording.shown(one), wording.number(times)) for one, times in counts)
        told = [look.bare(wording, title), look.bare(wording, words)]
        self.tell(". ".join([*told, *(f"{look.bare(wording, one)}: {times}" for one, times in counts)]))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        title, words, rows = self._flows(width)
        lines = sum(max(round(flow.height), m.px(36)) + m.px(8) for flow in rows)
        return round(title.height + words.height) + m.px(2 * PAD + 18) + lines + (m.px(10) if rows else 0)

    def _flows(self, width: float) -> tuple[Flow, Flow, list[Flow]]:
        m = self._m
        inner = width - 2 * m.px(PAD)
        title = look.laid(self._title, m, "card", inner - m.px(52), True)
        words = look.laid(self._words, m, "body", inner)
        return title, words, [look.laid(name, m, "body", inner - m.px(64)) for name, _ in self._counts]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and words."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        fill, edge = ("card", "pomegranate") if self.hard else ("lagoon_tint", "card_border")
        paint_card(painter, QRectF(self.rect()), m, fill, edge, 28, 3 if self.hard else 2, None)
        title, words, rows = self._flows(self.width())
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD))
        head, room = room.cut_top(title.height, m.px(8))
        mark, head = head.cut_lead(m.px(40), m.px(12))
        mark = Box(mark.lead, mark.top, mark.width, min(mark.height, m.px(38)))
        look.paint_mark(painter, "marks/needs" if self.hard else "marks/full", self._at(mark), m)
        title.paint(painter, self._at(head), m.q("ink"))
        line, room = room.cut_top(words.height, m.px(10))
        words.paint(painter, self._at(line), m.q("ink2"))
        if rows:
            rule = Box(room.lead, room.top, room.width, max(1, m.px(1.6)))
            painter.fillRect(self._at(rule), m.q("hair"))
            _, room = room.cut_top(m.px(10))
        for flow, (_, times) in zip(rows, self._counts, strict=True):
            line, room = room.cut_top(max(flow.height, m.px(36)), m.px(8))
            flow.paint(painter, self._at(line), m.q("ink"))
            count = look.laid(times, m, "body", 1e5, True)
            drop = look.pixels(m, "body") * DIGITS_DROP
            count.paint(painter, self._at(line).translated(0, drop), m.q("ink"), look.TRAILING)
        painter.end()

    def _at(self, box: Box) -> QRectF:
        return area(box, self.width(), self._m.rtl)
