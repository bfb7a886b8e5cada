"""A lesson or a course as a large card: its drawing, its title, and how far one has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow, natural
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

SIDE: Final = 84
SMALL_SIDE: Final = 52
BIG_SIDE: Final = 112
GRAND_SIDE: Final = 148
LEAST_PILL: Final = 20
"""Design pixels: words stand below the marks before a mark grows narrower."""
TILE: Final = (QColor("#1D6E7C"), QColor("#0A4F5C"))
"""The ground of a line drawing, from above: that of a drawn app, which is the same in light and dark."""
TILE_LINE: Final = QColor("#FFFFFF")
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

    A wide card has its stages under the title, a narrow one along its lower edge; the summary stands
    beside the marks where they leave it room.
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
        self.grand = False
        """The largest drawing and title, of wide cards alone."""

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
        title, foot = self._title(width).height, self._foot(width)
        if self._wide(width):
            return ceil(max(title + m.px(6) + foot, m.px(self._side)) + m.px(14 + 6 + 10 + 7))
        return ceil(max(title, m.px(self._side)) + foot + m.px(14 + 12 + 10 + 7))

    def fits(self, width: float, height: float) -> bool:
        """Tell whether title, marks and words stand whole in so many window pixels."""
        wide = round(width)
        if self.grand and not self._wide(wide):
            return False
        if self._title(wide).widest > self._room_title(wide) or self.needed(wide) > height:
            return False
        if self.slim:
            return True
        room, pills = self._room_foot(wide), 0.0
        if self.marks and self._wide(wide):
            pills = self._pills_width(room, True) + self._m.px(18)
        return self._summary().widest + pills <= room

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
        inner = face.adjusted(m.px(20), m.px(14), -m.px(20), -m.px(10))
        title, foot = self._title(self.width()), self._foot(self.width())
        if self._wide(self.width()):
            # Title and stages stand together beside the drawing, in the middle.
            free = inner.height() - title.height - foot
            gap = max(m.px(6), min(m.px(22), free / 3))
            above = inner.top() + (free - gap) / 2
            beside = self._beside_icon(inner)
            self._paint_drawing(painter, inner)
            self._paint_stages(
                painter, QRectF(beside.left(), above + title.height + gap, beside.width(), foot)
            )
            title.paint(painter, QRectF(beside.left(), above, beside.width(), title.height), m.q("ink"))
        else:
            head = inner.adjusted(0, 0, 0, -foot - m.px(10))
            self._paint_drawing(painter, head)
            title.paint(painter, self._beside_icon(head), m.q("ink"))
            self._paint_stages(painter, QRectF(inner.left(), inner.bottom() - foot, inner.width(), foot))
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _paint_drawing(self, painter: QPainter, inner: QRectF) -> None:
        m, side = self._m, self._m.px(self._side)
        left = inner.right() - side if m.rtl else inner.left()
        box = QRectF(left, inner.center().y() - side / 2, side, side)
        paint_picture(painter, self.glyph, box, m, self.devicePixelRatioF())
        if self.seal:
            star = m.px(SEAL if not self.compact else SEAL * 0.75)
            at = QPointF(box.center().x() - star / 2, box.bottom() - star * 0.62)
            painter.drawPixmap(at, icons.icon("motifs/rosette", star, dpr=self.devicePixelRatioF()))

    @property
    def _side(self) -> int:
        if self.compact:
            return SMALL_SIDE
        return GRAND_SIDE if self.grand else BIG_SIDE if self.big else SIDE

    def make_room(self, compact: bool, slim: bool, big: bool = False, grand: bool = False) -> None:
        """Give up size of drawing and title, or the words under the stages; or take more of it."""
        self.compact, self.slim, self.big, self.grand = compact, slim, big, grand
        self.factor = 1.0 if compact else 1.5 if grand else 1.2 if big else 1.1

    def _beside_icon(self, inner: QRectF) -> QRectF:
        away = self._m.px(self._side + 16)
        return inner.adjusted(0 if self._m.rtl else away, 0, -away if self._m.rtl else 0, 0)

    def _paint_stages(self, painter: QPainter, foot: QRectF) -> None:
        m = self._m
        if not self.marks:
            self._paint_words(painter, foot)
            return
        in_row = self._in_row(self.width()) and not self.slim
        pills = QRectF(foot.left(), foot.top(), foot.width(), m.px(16))
        if in_row:
            part = self._pills_width(foot.width(), self._wide(self.width()))
            left = foot.right() - part if m.rtl else foot.left()
            pills = QRectF(left, foot.center().y() - m.px(8), part, m.px(16))
        named = not in_row and not self.slim and self._words_fit(pills.width())
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
            self._paint_summary(painter, foot, pills, in_row)

    def _paint_summary(self, painter: QPainter, foot: QRectF, pills: QRectF, in_row: bool) -> None:
        m = self._m
        area = QRectF(foot.left(), pills.bottom(), foot.width(), foot.bottom() - pills.bottom())
        if in_row:
            away = pills.width() + m.px(18)
            area = foot.adjusted(0 if m.rtl else away, 0, -away if m.rtl else 0, 0)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        if not self.slim:
            self._summary().paint(painter, area, self._m.q("ink"))

    def _summary(self) -> Flow:
        return natural(self.summary, self._m.font("label", True), self._m.rtl)

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

    def _pills_width(self, width: float, wide: bool) -> float:
        """Answer how wide the marks are with the summary beside them; in a wide card they end sooner."""
        m = self._m
        free = width - self._summary().widest - m.px(18)
        return max(m.px(150), min(width * 0.46, free)) if wide else free

    def _wide(self, width: float) -> bool:
        return width > self._m.px(560)

    def _in_row(self, width: float) -> bool:
        """Tell whether the summary stands beside the marks."""
        if self._wide(width) or not self.marks:
            return True
        room, m = self._room_foot(width), self._m
        free = room - self._summary().widest - m.px(18)
        least = len(self.marks) * m.px(LEAST_PILL) + (len(self.marks) - 1) * m.px(8)
        return free >= least and not self._words_fit(room)

    def _foot(self, width: float) -> float:
        words = self._m.size("label") * 1.4
        if self.slim:
            return self._m.px(22)
        return words if self._in_row(width) else self._m.px(16 + 4) + words

    def _room_foot(self, width: float) -> float:
        return self._room_title(round(width)) if self._wide(width) else width - self._m.px(2 * 20 + 6)

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
    ground = QLinearGradient(box.topLeft(), box.bottomLeft())
    ground.setColorAt(0, TILE[0])
    ground.setColorAt(1, TILE[1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, side * 0.26, side * 0.26)
    inner = round(side * 0.62)
    line = icons.icon(glyph, inner, TILE_LINE.name(), TILE[1].name(), icons.turned(glyph, m.rtl), dpr)
    painter.drawPixmap(
        QPointF(box.center().x() - line.width() / line.devicePixelRatio() / 2, box.center().y() - inner / 2),
        line,
    )
