"""The parts of a person's page for the family: one figure, and one lesson with its stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.textflow import BUTTON, Flow, flow
from elder_tutor.ui.widgets.card import paint_card

if TYPE_CHECKING:
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.family.progress import Row
    from elder_tutor.ui.theme import Metrics

SIGN: Final = 46.0
"""Design pixels of the sign of one stage."""
ROW_PAD: Final = 9.0
SHARE: Final = 0.6
"""Of a line beside the signs: what the lesson's name takes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the upper row with what it counts; ``glyph`` is a line icon or a picture."""

    id: str
    value: Phrase | None
    words: Phrase
    glyph: str


class FigureCard(QLabel):
    """A picture, a number in large type, and what it means; it cannot be pressed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.value, self.words, self.glyph = "", "", ""
        self.alone = False
        """The figures have a page of their own: there is room for a larger drawing."""

    def render_figure(self, value: str, words: str, glyph: str, metrics: Metrics) -> None:
        """Show a figure."""
        self.value, self.words, self.glyph, self.metrics = value, words, glyph, metrics
        told = f"{words}: {value}" if value else words
        self.setText(told)
        self.setAccessibleName(told)
        self.update()

    def needed(self, width: float) -> float:
        """Answer the height in window pixels at which nothing is cut at this width."""
        if self.metrics is None:
            return 0.0
        value, told = self._laid(width)
        return max(value.height + told.height, self.metrics.px(70)) + self.metrics.px(28)

    def clipped(self) -> bool:
        """Tell whether words are cut."""
        return self.metrics is not None and self.needed(self.width()) > self.height() + self.metrics.px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, "card", "card_border", 24, 2, None)
        side, pad = self._side, m.px(16)
        drawn = icons.icon(self.glyph, side, m.q("lagoon").name(), m.q("lagoon_tint").name(), False,
                           self.devicePixelRatioF())  # fmt: skip
        wide = drawn.width() / drawn.devicePixelRatio()
        left = self.width() - pad - side + (side - wide) / 2 if m.rtl else pad + (side - wide) / 2
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), drawn)
        value, told = self._laid(self.width())
        room = self._room(self.width())
        begin = pad if m.rtl else self.width() - pad - room
        top = (self.height() - value.height - told.height) / 2
        lead = Qt.AlignmentFlag.AlignLeading
        value.paint(painter, QRectF(begin, top, room, value.height), m.q("lagoon"), lead)
        at = QRectF(begin, top + value.height, room, told.height)
        told.paint(painter, at, m.q("ink2" if self.value else "ink"), lead)
        painter.end()

    @property
    def _side(self) -> int:
        assert self.metrics is not None
        if self.alone:
            return self.metrics.px(112)
        return self.metrics.px(64 if self.metrics.step < 3 else 56)

    def _room(self, width: float) -> float:
        assert self.metrics is not None
        return width - self._side - self.metrics.px(16 * 2 + (24 if self.alone else 14))

    def _laid(self, width: float) -> tuple[Flow, Flow]:
        m = self.metrics
        assert m is not None
        room = self._room(width)
        told = m.font("label", not self.value, 1.0 if self.value else 1.2)
        return (
            flow(self.value, m.font("title", True, 0.9), room, m.rtl, BUTTON if self.value else 0.01),
            flow(self.words, told, room, m.rtl, BUTTON),
        )


class RowLine(QLabel):
    """One lesson: its name with where it stands, and a sign for each stage, filled when it was done."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.title = self.told = ""
        self.stages: tuple[tuple[str, bool], ...] = ()
        self.last = False
        self.slim = False
        """Name and standing share a line."""

    def render_row(self, row: Row, wording: Wording, metrics: Metrics) -> None:
        """Show a lesson; its accessible name tells the stages too."""
        self.metrics = metrics
        self.title, self.told = wording.shown(row.title), wording.shown(row.words) if row.words else ""
        self.stages = tuple((words.STAGE_ICONS[stage], stage in row.done) for stage in row.stages)
        done = [wording.shown(words.STAGES[stage]) for stage in row.stages if stage in row.done]
        told = ". ".join(part for part in (self.title, self.told, *done) if part)
        self.setText(told)
        self.setAccessibleName(told)
        self.update()

    def needed(self, width: float) -> float:
        """Answer the height in window pixels at which nothing is cut at this width."""
        if self.metrics is None:
            return 0.0
        title, told = self._laid(width)
        words = max(title.height, told.height) if self.slim else title.height + told.height
        return max(words, self._side) + 2 * self.metrics.px(ROW_PAD)

    def fits_slim(self, width: float) -> bool:
        """Tell whether name and standing fit on one line beside the signs."""
        if self.metrics is None:
            return False
        title, told = self._laid(1e5)
        signs = 6 * (self._side + self.metrics.px(8)) + self.metrics.px(20)
        return title.widest < (width - signs) * SHARE and told.widest < (width - signs) * (1 - SHARE) - 40

    def clipped(self) -> bool:
        """Tell whether words are cut."""
        return self.metrics is not None and self.needed(self.width()) > self.height() + self.metrics.px(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, signs and the line below."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title, told = self._laid(self.width())
        room = self._room(self.width())
        begin = self.width() - room if m.rtl else 0.0
        lead = Qt.AlignmentFlag.AlignLeading
        if self.slim:
            first = (self.width() - 6 * (self._side + m.px(8)) - m.px(20)) * SHARE
            here = self.width() - first if m.rtl else 0.0
            title.paint(painter, QRectF(here, 0, first, self.height()), m.q("ink"), lead)
            rest = room - first
            there = begin if m.rtl else first
            told.paint(painter, QRectF(there, 0, rest, self.height()), m.q("ink2"), lead)
        else:
            top = (self.height() - title.height - told.height) / 2
            title.paint(painter, QRectF(begin, top, room, title.height), m.q("ink"), lead)
            at = QRectF(begin, top + title.height, room, told.height)
            told.paint(painter, at, m.q("ink2"), lead)
        self._paint_stages(painter, m)
        if not self.last:
            painter.fillRect(QRectF(0, self.height() - m.px(2), self.width(), m.px(2)), m.q("hair"))
        painter.end()

    def _paint_stages(self, painter: QPainter, m: Metrics) -> None:
        side, gap = self._side, m.px(8)
        for number, (glyph, done) in enumerate(self.stages):
            at = self._signs - number * (side + gap) - side if m.rtl else 0.0
            left = at if m.rtl else self.width() - self._signs + number * (side + gap)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            edge = "lagoon" if done else "line"
            paint_card(painter, box, m, "lagoon" if done else "card", edge, 13, 2, None)
            inner = round(side * 0.62)
            main = m.q("on_lagoon" if done else "line").name()
            soft = m.q("lagoon" if done else "card").name()
            sign = icons.icon(glyph, inner, main, soft, False, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + (side - inner) / 2, box.top() + (side - inner) / 2), sign)

    @property
    def _side(self) -> int:
        return self.metrics.px(SIGN) if self.metrics else 0

    @property
    def _signs(self) -> float:
        assert self.metrics is not None
        return len(self.stages) * (self._side + self.metrics.px(8)) - self.metrics.px(8)

    def _room(self, width: float) -> float:
        assert self.metrics is not None
        return width - self._signs - self.metrics.px(20) if self.stages else width

    def _laid(self, width: float) -> tuple[Flow, Flow]:
        m = self.metrics
        assert m is not None
        room = self._room(width)
        return (
            flow(self.title, m.font("label", True, 1.08), room, m.rtl, BUTTON),
            flow(self.told, m.font("label"), room, m.rtl, BUTTON),
        )
