"""The three commonest mistakes of a lesson, each with the screen on which it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.heads import StepHead
from elder_tutor.reports.tables import Funnel
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.lesson_shots import TALL
from elder_tutor.ui.trainer.plots.values import Numbers
from elder_tutor.ui.widgets.card import paint_card

MOST: Final = 3
STEP: Final = phrase("Step {number}: {step}")
HOW_OFTEN: Final = phrase("{times:count:time}, {learners:count:learner}")
PICTURE: Final = phrase("Picture of the screen, with the right place marked.")
DRAWING: Final = phrase("The picture is being made …")
WHAT, WHERE, TIMES, PEOPLE = phrase("Mistake"), phrase("Step"), phrase("Times"), phrase("Learners")
PAD: Final = 20
"""Design pixels."""


@dataclass(frozen=True, slots=True)
class Commonest:
    """One mistake over all learners."""

    step: StepHead
    mistake: str
    times: int
    learners: int


def commonest(funnel: Funnel) -> tuple[Commonest, ...]:
    """Answer the mistakes of a lesson that were made most often, at most three."""
    found = [
        Commonest(row.step, one.mistake, one.times, one.learners)
        for row in funnel.rows
        for one in row.mistakes
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, one.step.number))[:MOST])


def numbers(rows: tuple[Commonest, ...], names: tuple[Phrase, ...], wording: Wording) -> Numbers:
    """Answer the mistakes as a table."""
    shown = wording.shown
    lines = tuple(
        (shown(name), shown(_step(row)), wording.number(row.times), wording.number(row.learners))
        for row, name in zip(rows, names, strict=True)
    )
    return Numbers((shown(WHAT), shown(WHERE), shown(TIMES), shown(PEOPLE)), lines)


def _step(row: Commonest) -> Phrase:
    return phrase(STEP.key, number=row.step.number, step=row.step.name)


class MistakeCard(look.Drawn):
    """One mistake: the picture, its name, the step, how often."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.shot: QPixmap | None = None
        self._name = self._words = self._waiting = ""

    def render_mistake(
        self, row: Commonest, name: Phrase, picture: QPixmap | None, wording: Wording, m: Metrics
    ) -> None:
        """Show a mistake; without a picture a sentence stands in its place."""
        self.apply(m)
        self.shot = picture
        often = phrase(HOW_OFTEN.key, times=row.times, learners=row.learners)
        self._name, self._waiting = wording.shown(name), wording.shown(DRAWING)
        self._words = f"{wording.shown(_step(row))}\n{wording.shown(often)}"
        parts = [name, _step(row), often, *([PICTURE] if picture else [])]
        self.tell(". ".join(look.bare(wording, part).rstrip(".") for part in parts))

    def clipped(self) -> bool:
        """Tell whether the words leave too little room for the picture."""
        if self.metrics is None or not self._name:
            return False
        room = self._split()[1]
        name, words = self._flows(room)
        return max(name.widest, words.widest) > room.width + 1 or name.height + words.height > room.height + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, picture and words."""
        if self.metrics is None or not self._name:
            return
        m = self.metrics
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, shadow=None)
        above, room = self._split()
        self._paint_picture(painter, area(above, self.width(), m.rtl))
        name, words = self._flows(room)
        line, rest = room.cut_top(name.height, m.px(2))
        name.paint(painter, area(line, self.width(), m.rtl), m.q("ink"))
        rest, _ = rest.cut_top(words.height)
        words.paint(painter, area(rest, self.width(), m.rtl), m.q("ink2"))
        painter.end()

    def _split(self) -> tuple[Box, Box]:
        """Answer the places of picture and words: below each other, beside each other on a wide card."""
        m, whole = self._m, Box(0, 0, self.width(), self.height()).inset(self._m.px(PAD))
        if whole.width > whole.height * 1.25:
            return whole.cut_lead(whole.height / TALL, m.px(PAD))
        name, words = self._flows(whole)
        return whole.cut_top(whole.height - name.height - words.height - m.px(16), m.px(12))

    def _flows(self, room: Box) -> tuple[Flow, Flow]:
        m = self._m
        return (
            look.laid(self._name, m, "card", room.width, True),
            look.laid(self._words, m, "body", room.width, spacing=1.4),
        )

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        m = self._m
        if self.shot is None:
            painter.setPen(QPen(m.q("line"), m.px(2), Qt.PenStyle.DashLine))
            painter.setBrush(QBrush(m.q("page")))
            painter.drawRoundedRect(box, m.px(14), m.px(14))
            look.laid(self._waiting, m, "body", box.width()).paint(painter, box, m.q("ink2"), look.CENTRE)
            return
        scale = min(box.width() / self.shot.width(), box.height() / self.shot.height())
        wide, high = self.shot.width() * scale, self.shot.height() * scale
        place = QRectF(box.center().x() - wide / 2, box.top() + (box.height() - high) / 2, wide, high)
        path = QPainterPath()
        path.addRoundedRect(place, m.px(14), m.px(14))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.drawPixmap(place, self.shot, QRectF(self.shot.rect()))
        painter.restore()
        painter.setPen(QPen(m.q("line"), m.px(3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, m.px(14), m.px(14))
