"""What is to be done alone: the goal, under a flag, as long as the lesson lasts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.chip import Chip
from elder_tutor.ui.widgets.label import Words


class GoalCard(QWidget):
    """A sand card with the stage's chip, the word «goal» and the goal itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.chip = Chip(f"{name}.stage", parent=self)
        self.word = Words(f"{name}.word", "label", parent=self)
        self.goal = Words(f"{name}.goal", "body", True, parent=self)
        self.goal.spacing = 1.45

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.goal.role = "body" if metrics.step < 3 else "label"
        for part in (self.chip, self.word, self.goal):
            part.apply(metrics)
        self.relayout()

    def render_words(self, stage: str, glyph: str, word: str, goal: str) -> None:
        """Show stage, heading and goal."""
        self.chip.render_words(stage)
        self.chip.set_glyph(glyph)
        self.word.render_words(word)
        self.goal.render_words(goal)
        self.relayout()

    def needed(self, width: float) -> int:
        """Answer the height in window pixels at this width."""
        assert self.metrics is not None
        return self.chip.chip_height() + self.goal.needed(self._room(width)) + self.metrics.px(18 * 2 + 4)

    def relayout(self) -> None:
        """Place chip, heading and goal."""
        if self.metrics is None or self.width() < 2:
            return
        m = self.metrics
        room = Box(0, 0, self.width(), self.height()).inset(m.px(30), m.px(18))
        head, rest = room.cut_top(self.chip.chip_height(), m.px(4))
        wide = self.chip.chip_width()
        put(self.chip, head.cut_lead(wide)[0], m)
        put(self.word, head.cut_lead(wide, m.px(14))[1], m)
        put(self.goal, Box(rest.lead, rest.top, self._room(self.width()), rest.height), m)

    def resizeEvent(self, event: object) -> None:
        """Place the parts in the new size."""
        self.relayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the flag."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, "sand", "goal_edge", 28, 2, None)
        side = m.px(84)
        flag = icons.icon(
            "line/flag", side, m.q("lagoon").name(), m.q("saffron").name(), dpr=self.devicePixelRatioF()
        )
        left = m.px(30) if m.rtl else self.width() - m.px(30) - side
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), flag)
        painter.end()

    def _room(self, width: float) -> float:
        assert self.metrics is not None
        return width - self.metrics.px(30 + 30 + 84 + 16)
