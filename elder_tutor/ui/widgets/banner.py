"""Today's practice: the one bright thing on a learner's own page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.chip import Chip
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.practice_picture import paint_practice


@dataclass(frozen=True, slots=True)
class BannerWords:
    """What the banner says; ``where`` is empty for a lesson that was not begun."""

    badge: str
    minutes: str
    title: str
    go: str
    where: str


class Banner(QWidget):
    """A lagoon card with the lesson that is offered; ``goRequested`` opens it."""

    goRequested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.badge = Chip(f"{name}.badge", "saffron", "on_saffron", self)
        self.minutes = Chip(f"{name}.minutes", "banner", "on_banner", self)
        self.title = Words(f"{name}.title", "title", True, "on_banner", self)
        self.go = LipButton(f"{name}.go", Look.SAFFRON, "line/play", parent=self)
        self.where = Words(f"{name}.where", "label", False, "on_banner", self)
        self.title.spacing, self.where.spacing = 1.3, 1.3
        self.minutes.bold = False
        self.minutes.set_glyph("line/clock")
        self.go.role, self.go.factor, self.go.radius, self.go.icon_size = "body", 1.1, 24, 44
        self.go.clicked.connect(self.goRequested)

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        for part in (self.badge, self.minutes, self.title, self.go, self.where):
            part.apply(metrics)
        self.relayout()

    def render_words(self, words: BannerWords) -> None:
        """Show what is offered."""
        self.badge.render_words(words.badge)
        self.minutes.render_words(words.minutes)
        self.minutes.setVisible(bool(words.minutes))
        self.title.render_words(words.title)
        self.go.render_words(words.go, f"{words.go}. {words.title}")
        self.where.render_words(words.where)
        self.relayout()

    def needed(self, width: int) -> int:
        """Answer the height in window pixels at which nothing is clipped."""
        m = self._m
        room = width - self._picture_width(width) - 2 * m.px(40)
        tall = self.badge.chip_height() + self.title.needed(room) + self._go_height() + m.px(36)
        if not self._beside(room):
            tall += self.where.needed(room)
        return tall

    def relayout(self) -> None:
        """Place the words; the picture is painted."""
        if self.metrics is None or self.width() < 2:
            return
        m = self._m
        room = Box(0, 0, self.width(), self.height()).inset(
            m.px(40), min(m.px(22), m.px(14) + max(0, self.height() - self.needed(self.width())) // 2)
        )
        words = (
            room.cut_end(self._picture_width(self.width()))[0] if self._picture_width(self.width()) else room
        )
        head, rest = words.cut_top(self.badge.chip_height(), m.px(4))
        badge = self.badge.chip_width()
        put(self.badge, Box(head.lead, head.top, badge, head.height), m)
        minutes = self.minutes.chip_width()
        put(self.minutes, Box(head.lead + badge, head.top, minutes, head.height), m)
        # a long badge (who chose it) comes before how long it takes
        self.minutes.setVisible(bool(self.minutes.text()) and badge + minutes <= head.width + 1)
        below = self.where.text() and not self._beside(words.width)
        where = self.where.needed(words.width) if below else 0
        rest, foot = rest.cut_bottom(self._go_height() + where)
        put(self.title, rest, m)
        wide = self._go_width()
        put(self.go, Box(foot.lead, foot.top, wide, self._go_height()), m)
        if below:
            put(self.where, Box(foot.lead, foot.bottom - where, words.width, where), m)
        else:
            lead = foot.lead + wide + m.px(24)
            put(self.where, Box(lead, foot.top, words.end - lead, self._go_height()), m)

    def resizeEvent(self, event: object) -> None:
        """Place the words in the new size."""
        self.relayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the picture of practice."""
        if self.metrics is None:
            return
        m = self._m
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = m.px(3)
        painter.setPen(QPen(m.q("banner_edge"), edge))
        painter.setBrush(QBrush(m.q("banner")))
        half = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), m.px(32), m.px(32))
        wide = self._picture_width(self.width())
        if wide:
            box = Box(self.width() - wide - m.px(30), m.px(18), wide, self.height() - m.px(18))
            paint_practice(painter, area(box, self.width(), m.rtl), m, self.devicePixelRatioF())
        painter.end()

    # --- parts ---------------------------------------------------------------

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics

    def _picture_width(self, width: int) -> int:
        m = self._m
        return m.px(376) if width > m.px(1000) else m.px(250) if width > m.px(600) and m.step < 2 else 0

    def _go_height(self) -> int:
        return max(self._m.px(92), self._m.mm(20), self.go.needed(self._go_width()))

    def _go_width(self) -> int:
        return max(self._m.px(260), self.go.natural_width() + self._m.px(20))

    def _beside(self, room: float) -> bool:
        return self.where.natural_width() <= room - self._go_width() - self._m.px(24)
