"""The cards beside a learner's path: what is remembered, where time goes, what stops them, the last note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.retention import FEWEST, Retention
from elder_tutor.reports.tables import LearnerStep
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.look import CENTRE
from elder_tutor.ui.widgets.card import paint_card

KEPT_TITLE: Final = phrase("What stayed in memory")
AFTER: Final = phrase("After {days:count:day}")
KEPT_WORDS: Final = phrase("Skills still done without a hint, so long after a success.")
KEPT_FEW: Final = phrase("Shown from {checks} checks on.")
KEPT_SAID: Final = phrase("{after}: {kept} of {checked}")
PERCENT: Final = phrase("{share}%")
TIME_TITLE: Final = phrase("Where does the time go?")
NO_TIME: Final = phrase("It shows here after the first practice.")
STUCK_TITLE: Final = phrase("Stopped at: {step}")
STUCK_WORDS: Final = phrase("{tries:count:try} did not succeed, {hints:count:hint}.")
FREE_TITLE: Final = phrase("Nothing stops them now")
FREE_WORDS: Final = phrase("When a step is hard, its name stands here.")
NOTES: Final = phrase("Notes")
MORE_THERE: Final = phrase("The rest stands under Follow-up.")
PAD: Final = 22
RING: Final = 92
ROW, LOW_ROW = 42, 35


class Painted(look.Drawn):
    """A card that paints itself: a ground, then lines of words."""

    fill, edge, border = "card", "card_border", 2.0

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)

    def least(self, width: float) -> int:
        """Answer the height in window pixels below which the card is better left away."""
        return self.needed(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and content."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, self.fill, self.edge, 28, self.border, None)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, Box(0, 0, self.width(), self.height()).inset(m.px(PAD), m.px(PAD - 6)), m)
        painter.end()

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint inside a box of own pixels."""
        raise NotImplementedError

    def at(self, box: Box) -> QRectF:
        """Answer where a box lies on the card."""
        return area(box, self.width(), self._m.rtl)

    def write(self, painter: QPainter, words: Flow, box: Box, colour: str = "ink") -> None:
        """Paint words at the leading edge of a box."""
        words.paint(painter, self.at(box), self._m.q(colour))


class RetentionCard(Painted):
    """Two rings: the share that stayed after 7 and after 21 days; without enough checks a dashed ring."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.kept: tuple[Retention, ...] = ()
        self._lines: tuple[str, ...] = ()
        self._rings: list[tuple[str, str]] = []

    def render_kept(self, kept: Sequence[Retention], wording: Wording, m: Metrics) -> None:
        """Show these shares."""
        self.apply(m)
        self.kept = tuple(kept)
        few = any(one.percent is None for one in kept)
        second = phrase(KEPT_FEW.key, checks=FEWEST) if few else None
        words = [KEPT_TITLE, KEPT_WORDS, *([second] if second else [])]
        self._lines = tuple(wording.shown(one) for one in words)
        after = [phrase(AFTER.key, days=one.days) for one in kept]
        self._rings = [
            ("—" if one.percent is None else wording.shown(phrase(PERCENT.key, share=one.percent)),
             wording.shown(label))
            for one, label in zip(kept, after, strict=True)
        ]  # fmt: skip
        told = [
            phrase(KEPT_SAID.key, after=label, kept=one.kept, checked=one.checked)
            for one, label in zip(kept, after, strict=True)
        ]
        self.tell(". ".join(look.bare(wording, one).rstrip(".") for one in (*words, *told)))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        return round(m.px(2 * PAD - 12 + 42 + RING + 34) + sum(flow.height for flow in self._said(width)))

    def _said(self, width: float) -> list[Flow]:
        m = self._m
        return [look.laid(line, m, "nav", width - 2 * m.px(PAD), spacing=1.35) for line in self._lines[1:]]

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint title, rings and what they mean."""
        title, room = room.cut_top(m.px(38), m.px(4))
        self.write(painter, look.fitting(self._lines[0], m, "card", title.width, title.height, True), title)
        rings, room = room.cut_top(m.px(RING + 32), m.px(2))
        cells = rings.columns(2, 0)
        for cell, one, (share, label) in zip(cells, self.kept, self._rings, strict=True):
            ring, below = cell.cut_top(m.px(RING))
            self._paint_ring(painter, self.at(ring.middle_across(m.px(RING))), one, share, m)
            words = look.fitting(label, m, "head", below.width - m.px(4), below.height)
            words.paint(painter, self.at(below), m.q("ink"), CENTRE)
        for words in self._said(self.width()):
            line, room = room.cut_top(words.height)
            self.write(painter, words, line, "ink2")

    def _paint_ring(self, painter: QPainter, box: QRectF, one: Retention, share: str, m: Metrics) -> None:
        wide = m.px(15)
        inner = box.adjusted(wide / 2 + 1, wide / 2 + 1, -wide / 2 - 1, -wide / 2 - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if one.percent is None:
            pen = QPen(m.q("line"), m.px(3))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawEllipse(inner)
        else:
            pen = QPen(m.q("hair"), wide)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawEllipse(inner)
            pen.setColor(m.q("lagoon"))
            painter.setPen(pen)
            span = round(-one.percent / 100 * 360 * 16)
            painter.drawArc(inner, 90 * 16, -span if m.rtl else span)
        words = look.laid(share, m, "card", box.width(), True)
        words.paint(painter, box, m.q("ink"), CENTRE)


class TimeCard(Painted):
    """Bars of the steps that take longest; a step that stops them is marked as well as coloured."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
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
        return m.px(2 * PAD - 12 + 44) + (len(self.rows) * m.px(ROW) if self.rows else m.px(66))

    def least(self, width: float) -> int:
        """Answer the height of the title and the longest."""
        return self._m.px(2 * PAD - 12 + 44 + ROW)

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint title and bars."""
        title, room = room.cut_top(m.px(40), m.px(4))
        self.write(painter, look.fitting(self._title, m, "card", title.width, title.height, True), title)
        if not self.rows:
            words = look.fitting(self._empty, m, "body", room.width, room.height)
            self.write(painter, words, room, "ink2")
        times = [look.laid(row[1], m, "head", 1e5, True) for row in self.rows]
        last = max((time.widest for time in times), default=0.0) + 4
        tall = max(m.px(LOW_ROW), min(m.px(ROW), room.height / max(1, len(self.rows))))
        for row, time in zip(self.rows, times, strict=True):
            if room.height < tall - 2:
                break
            line, room = room.cut_top(tall)
            self._paint_row(painter, line, row, time, last)

    def _paint_row(
        self, painter: QPainter, line: Box, row: tuple[str, str, float, bool], time: Flow, last: float
    ) -> None:
        m = self._m
        name, _, share, stuck = row
        rest, end = line.cut_end(last, m.px(10))
        words, bar = rest.cut_lead(rest.width * 0.56, m.px(12))
        self.write(painter, look.fitting(name, m, "head", words.width, words.height), words)
        time.paint(painter, self.at(end), m.q("ink"), look.TRAILING)
        if stuck:
            mark, bar = bar.cut_lead(m.px(22), m.px(6))
            look.paint_mark(painter, "marks/needs", self.at(mark.middle(m.px(22))), m)
        box = Box(bar.lead, bar.top, max(m.px(12), bar.width * share), bar.height).middle(m.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(m.q("pomegranate" if stuck else "lagoon")))
        painter.drawRoundedRect(self.at(box), m.px(7), m.px(7))


class StuckCard(Painted):
    """The step that stops a learner, or that nothing does."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.stuck = False
        self._lines: tuple[str, ...] = ()

    def render_step(self, step: LearnerStep | None, wording: Wording, m: Metrics) -> None:
        """Show a step, or None."""
        self.apply(m)
        self.stuck = step is not None
        self.fill, self.edge, self.border = (
            ("card", "pomegranate", 3.0) if self.stuck else ("lagoon_tint", "card_border", 2.0)
        )
        said: tuple[Phrase, ...] = (FREE_TITLE, FREE_WORDS)
        if step is not None:
            counts = phrase(STUCK_WORDS.key, tries=step.standing.failed, hints=step.standing.hints)
            said = (phrase(STUCK_TITLE.key, step=step.step.name), step.lesson.title, counts)
        self._lines = tuple(wording.shown(one) for one in said)
        self.tell(". ".join(look.bare(wording, one) for one in said))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        return m.px(2 * PAD - 8) + sum(round(flow.height) + m.px(2) for flow in self._flows(width))

    def _flows(self, width: float) -> list[Flow]:
        m = self._m
        inner = width - 2 * m.px(PAD)
        first = look.laid(self._lines[0], m, "body", inner - m.px(46), True)
        return [first, *(look.laid(line, m, "head", inner, spacing=1.35) for line in self._lines[1:])]

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint mark and words."""
        for number, flow in enumerate(self._flows(self.width())):
            line, room = room.cut_top(flow.height, m.px(2))
            if number == 0:
                mark, line = line.cut_lead(m.px(34), m.px(12))
                drawing = "marks/needs" if self.stuck else "marks/full"
                look.paint_mark(painter, drawing, self.at(mark.middle(m.px(34))), m)
            self.write(painter, flow, line, "ink" if number == 0 else "ink2")


class NoteCard(Painted):
    """The newest note; what does not fit is read among all notes."""

    fill, edge = "saffron_tint", "goal_edge"

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._title = self._when = self._note = self._more = ""

    def render_note(self, when: str, note: str, wording: Wording, m: Metrics) -> None:
        """Show a note with its day and author."""
        self.apply(m)
        self._title, self._when, self._note = wording.shown(NOTES), when, note
        self._more = wording.shown(MORE_THERE)
        self.tell(". ".join((self._title, when, note)))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels of all of it."""
        m = self._m
        words = look.laid(self._note, m, "body", width - 2 * m.px(PAD), spacing=1.4)
        return round(words.height) + m.px(2 * PAD - 8 + 36)

    def least(self, width: float) -> int:
        """Answer the height of the title and one line."""
        return min(self.needed(width), self._m.px(2 * PAD - 8 + 36 + 56))

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint title, day and as much of the note as fits."""
        title, room = room.cut_top(m.px(34), m.px(2))
        mark, title = title.cut_lead(m.px(30), m.px(10))
        look.paint_icon(
            painter, "line/note", self.at(mark.middle(m.px(30))), m, m.colours.ink, m.colours.saffron_tint
        )
        named = look.laid(self._title, m, "body", title.width, True)
        self.write(painter, named, title)
        rest = title.cut_lead(named.widest, m.px(14))[1]
        when = look.fitting(self._when, m, "nav", rest.width, rest.height)
        when.paint(painter, self.at(rest), m.q("ink2"), look.TRAILING)
        words = look.laid(self._note, m, "body", room.width, spacing=1.4)
        if words.height <= room.height + 1:
            self.write(painter, words, Box(room.lead, room.top, room.width, words.height))
            return
        more = look.laid(self._more, m, "nav", room.width)
        place, foot = room.cut_bottom(more.height)
        self.write(painter, more, foot, "ink2")
        lines = int(place.height // words.pitch)
        painter.save()
        painter.setClipRect(self.at(Box(place.lead, place.top, place.width, lines * words.pitch)))
        self.write(painter, words, Box(place.lead, place.top, place.width, words.height))
        painter.restore()
