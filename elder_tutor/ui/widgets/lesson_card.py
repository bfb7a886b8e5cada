"""A lesson or a course as a large card: its drawing, its title, and how far one has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow, natural
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

SIDE: Final = 84
SMALL_SIDE: Final = 52
BIG_SIDE: Final = 112


SEAL: Final = 44
"""Design pixels of the sign of a mastered lesson."""


@dataclass(frozen=True, slots=True)
class StageMark:
    """One part of the way on a card: its words ("" for none), whether it is done, whether it comes next."""

    words: str
    done: bool
    now: bool


class LessonCard(LipButton):
    """A pressable card; ``summary`` is what stands instead of the stages' words when they do not fit.

    A wide card has its stages under the title, a narrow one along its lower edge.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.radius, self.role, self.factor = 28, "label", 1.1
        self.marks: tuple[StageMark, ...] = ()
        self.summary = ""
        self.slim = False
        """Without words under the stages: where a long title needs the room."""
        self.seal = False
        """The lesson is mastered: a small star stands on its drawing."""
        self.compact = False
        """A smaller drawing and a title no larger than a label: where a long title needs the width."""
        self.big = False
        """A larger drawing and title: where there is room."""

    def render_lesson(
        self, title: str, glyph: str, marks: Sequence[StageMark], summary: str, seal: bool = False
    ) -> None:
        """Show a lesson; ``summary`` also names the card's progress for a screen reader."""
        self.glyph, self.marks, self.summary, self.seal = glyph, tuple(marks), summary, seal
        self.render_words(title, f"{title}. {summary}" if summary else title)
        self.update()

    def needed(self, width: int) -> int:
        """Answer the height in window pixels that holds drawing, title and stages."""
        m = self._m
        title = self._title(width).height
        if self._wide(width):
            return ceil(max(title + self._foot(width), m.px(92)) + m.px(14 + 6 + 10 + 7))
        return ceil(max(title, m.px(self._side)) + self._foot(width) + m.px(14 + 12 + 10 + 7))

    def fits(self, width: float, height: float) -> bool:
        """Tell whether title, marks and words stand whole in so many window pixels."""
        wide = round(width)
        m = self._m
        if self._title(wide).widest > self._room_title(wide) or self.needed(wide) > height:
            return False
        if self.slim or self._wide(wide):
            return True
        return natural(self.summary, m.font("label", True), m.rtl).widest <= wide - m.px(2 * 20 + 6)

    def clipped(self) -> bool:
        """Tell whether title or stage words have more ink than there is room."""
        return not self.fits(self.width() + 1, self.height() + self._m.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        m = self._m
        whole = QRectF(self.rect()).adjusted(0, m.px(4) if self.isDown() else 0, 0, 0)
        self._round(painter, whole, m.q("line"))
        face = self._face(
            painter, whole, 3, 3 if self.isDown() else 7, m.q("lagoon_tint" if self.isDown() else "card")
        )
        spare = max(0.0, min(m.px(8), (self.height() - self.needed(self.width())) / 4))
        inner = face.adjusted(m.px(20), m.px(14) + spare, -m.px(20), -m.px(10) - spare)
        self._paint_head(painter, inner)
        self._paint_stages(painter, inner)
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _paint_head(self, painter: QPainter, inner: QRectF) -> None:
        m = self._m
        side = m.px(self._side)
        title = self._title(self.width())
        wide = self._wide(self.width())
        tall = title.height if wide else max(float(side), title.height)
        left = inner.right() - side if m.rtl else inner.left()
        top = inner.top() + ((inner.height() if wide else tall) - side) / 2
        box = QRectF(left, top, side, side)
        paint_picture(painter, self.glyph, box, m, self.devicePixelRatioF())
        if self.seal:
            star = m.px(SEAL if not self.compact else SEAL * 0.75)
            at = QPointF(box.center().x() - star / 2, box.bottom() - star * 0.62)
            painter.drawPixmap(at, icons.icon("motifs/rosette", star, dpr=self.devicePixelRatioF()))
        area = self._beside_icon(inner)
        area.setHeight(tall)
        title.paint(painter, area, m.q("ink"))

    @property
    def _side(self) -> int:
        return SMALL_SIDE if self.compact else BIG_SIDE if self.big else SIDE

    def make_room(self, compact: bool, slim: bool, big: bool = False) -> None:
        """Give up size of drawing and title, or the words under the stages; or take more of it."""
        self.compact, self.slim, self.big = compact, slim, big
        self.factor = 1.0 if compact else 1.2 if big else 1.1

    def _beside_icon(self, inner: QRectF) -> QRectF:
        away = self._m.px(self._side + 16)
        return inner.adjusted(0 if self._m.rtl else away, 0, -away if self._m.rtl else 0, 0)

    def _paint_stages(self, painter: QPainter, inner: QRectF) -> None:
        m = self._m
        wide = self._wide(self.width())
        across = self._beside_icon(inner) if wide else inner
        tall = self._foot(self.width())
        foot = QRectF(across.left(), inner.bottom() - tall, across.width(), tall)
        if not self.marks:
            self._paint_words(painter, foot)
            return
        pills = QRectF(foot.left(), foot.top(), foot.width(), m.px(16))
        if wide and not self.slim:
            half = self._pills_width(foot.width())
            pills = QRectF(
                foot.right() - half if m.rtl else foot.left(), foot.center().y() - m.px(8), half, m.px(16)
            )
        named = not wide and not self.slim and self._words_fit(pills.width())
        gap = m.px(8)
        each = (pills.width() - gap * (len(self.marks) - 1)) / len(self.marks)
        for number, mark in enumerate(self.marks):
            at = number * (each + gap)
            left = pills.right() - at - each if m.rtl else pills.left() + at
            pill = QRectF(left, pills.top(), each, pills.height())
            self._paint_pill(painter, pill, mark)
            if named:
                words = natural(mark.words, self._mark_font(mark), m.rtl)
                area = QRectF(left, pill.bottom(), each, foot.bottom() - pill.bottom())
                words.paint(
                    painter,
                    area,
                    m.q("ink" if mark.now or mark.done else "ink2"),
                    Qt.AlignmentFlag.AlignHCenter,
                )
        if not named and not self.slim:
            self._paint_summary(painter, foot, pills, wide)

    def _paint_summary(self, painter: QPainter, foot: QRectF, pills: QRectF, wide: bool) -> None:
        m = self._m
        area = QRectF(foot.left(), pills.bottom(), foot.width(), foot.bottom() - pills.bottom())
        if wide:
            away = pills.width() + m.px(18)
            area = foot.adjusted(0 if m.rtl else away, 0, -away if m.rtl else 0, 0)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        if not self.slim:
            natural(self.summary, self._m.font("label", True), self._m.rtl).paint(
                painter, area, self._m.q("ink")
            )

    def _paint_pill(self, painter: QPainter, pill: QRectF, mark: StageMark) -> None:
        m = self._m
        edge = m.px(3)
        colour = "lagoon" if mark.done else "ink" if mark.now else "line"
        fill = "lagoon" if mark.done else "saffron" if mark.now else "card"
        painter.setPen(QPen(m.q(colour), edge))
        painter.setBrush(QBrush(m.q(fill)))
        box = pill.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _mark_font(self, mark: StageMark) -> QFont:
        return self._m.font("label", mark.now)

    def _words_fit(self, width: float) -> bool:
        m = self._m
        each = (width - m.px(8) * (len(self.marks) - 1)) / max(1, len(self.marks))
        named = any(mark.words for mark in self.marks)
        return named and all(
            natural(mark.words, m.font("label", True), m.rtl).widest <= each for mark in self.marks
        )

    def _pills_width(self, width: float) -> float:
        words = natural(self.summary, self._m.font("label", True), self._m.rtl).widest
        return max(self._m.px(150), min(width * 0.46, width - words - self._m.px(18)))

    def _wide(self, width: float) -> bool:
        return width > self._m.px(560)

    def _foot(self, width: float) -> float:
        words = self._m.size("label") * 1.4
        if self.slim:
            return self._m.px(22)
        return words if self._wide(width) else self._m.px(16 + 4) + words

    def _title(self, width: int) -> Flow:
        return flow(self.text(), self.label_font(), self._room_title(width), self._m.rtl, BUTTON)

    def _room_title(self, width: int) -> float:
        return width - self._m.px(20 * 2 + 6 + self._side + 16)


def paint_picture(painter: QPainter, glyph: str, box: QRectF, m: Metrics, dpr: float) -> None:
    """Paint a drawing into a square of window pixels; a line drawing stands on a tile, as an app's does."""
    side = round(box.height())
    if not glyph.startswith("line/"):
        picture = icons.icon(glyph, side, dpr=dpr)
        wide = picture.width() / picture.devicePixelRatio()
        painter.drawPixmap(QPointF(box.center().x() - wide / 2, box.top()), picture)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(m.q("lagoon")))
    painter.drawRoundedRect(box, side * 0.22, side * 0.22)
    inner = round(side * 0.62)
    white, soft = m.q("on_lagoon").name(), m.q("lagoon").name()
    line = icons.icon(glyph, inner, white, soft, icons.turned(glyph, m.rtl), dpr)
    painter.drawPixmap(
        QPointF(box.center().x() - line.width() / line.devicePixelRatio() / 2, box.center().y() - inner / 2),
        line,
    )
