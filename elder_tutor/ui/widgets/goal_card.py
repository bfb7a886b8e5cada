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
        self.tight = 0

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

    def make_room(self, tight: int) -> None:
        """Give up the flag and some air (1), and the heading too (2), where what is said needs the room."""
        self.tight = tight
        self.goal.spacing = 1.3 if tight else 1.45
        self.relayout()
        self.update()

    def needed(self, width: float) -> int:
        """Answer the height in window pixels at this width."""
        assert self.metrics is not None
        return self._head + self.goal.needed(self._room(width)) + 2 * self._pad + self.metrics.px(4)

    def relayout(self) -> None:
        """Place chip, heading and goal."""
        if self.metrics is None or self.width() < 2:
            return
        m = self.metrics
        room = Box(0, 0, self.width(), self.height()).inset(m.px(30), self._pad)
        head, rest = room.cut_top(self._head, m.px(4) if self._head else 0)
        self.chip.setVisible(bool(self._head))
        self.word.setVisible(bool(self._head))
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
        if self.tight:
            painter.end()
            return
        side = m.px(84)
        flag = icons.icon(
            "line/flag", side, m.q("lagoon").name(), m.q("saffron").name(), dpr=self.devicePixelRatioF()
        )
        left = m.px(30) if m.rtl else self.width() - m.px(30) - side
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), flag)
        painter.end()

    def _room(self, width: float) -> float:
        assert self.metrics is not None
        return width - self.metrics.px(30 + 30 + (0 if self.tight else 84 + 16))

    @property
    def _head(self) -> int:
        return self.chip.chip_height() if self.tight < 2 else 0

    @property
    def _pad(self) -> int:
        assert self.metrics is not None
        return self.metrics.px(12 if self.tight else 18)
