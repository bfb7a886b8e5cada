"""Beside the funnel: what helps, and what the bars mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.tables import FunnelRow
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.lesson_parts import PAD, paint_hatched
from elder_tutor.ui.widgets.card import paint_card

WHAT_TO_DO: Final = phrase("What helps?")
DO_TOGETHER: Final = phrase("Do this step together once. Then let them try it alone.")
TOUCH: Final = phrase("Many touches miss the button. Larger letters make larger buttons: see “Settings”.")
PASSED: Final = phrase("Went on")
STOPPED: Final = phrase("Stopped")
WIDEST: Final = 420
"""Design pixels of both kinds of bar beside each other."""


class Advice(look.Drawn):
    """One or two sentences on what the trainer can do."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self._title = self._words = ""

    def render_row(self, row: FunnelRow | None, wording: Wording, m: Metrics) -> None:
        """Advise for a step; without one there is nothing to do."""
        self.apply(m)
        self._title = self._words = ""
        if row is not None:
            motor = row.count.missed > row.count.mistakes + row.count.hints
            self._title = wording.shown(WHAT_TO_DO)
            self._words = wording.shown(TOUCH if motor else DO_TOGETHER)
        self.tell(f"{self._title} {self._words}".strip())

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        if not self._words:
            return 0
        words = look.laid(self._words, m, "body", width - 2 * m.px(PAD), spacing=1.45)
        return round(words.height) + m.px(2 * PAD + 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, lamp and words."""
        if self.metrics is None or not self._words:
            return
        m = self.metrics
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), m, "saffron_tint", "goal_edge", 28, 2, None)
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD), m.px(PAD - 4))
        head, room = room.cut_top(m.px(42), m.px(6))
        lamp, head = head.cut_lead(m.px(38), m.px(12))
        box = area(lamp, self.width(), m.rtl)
        look.paint_icon(painter, "line/lamp", box, m, m.colours.ink, m.colours.saffron)
        title = look.laid(self._title, m, "card", head.width, True)
        title.paint(painter, area(head, self.width(), m.rtl), m.q("ink"))
        words = look.laid(self._words, m, "body", room.width, spacing=1.45)
        place = area(room, self.width(), m.rtl)
        words.paint(painter, place, m.q("ink"), down=Qt.AlignmentFlag.AlignTop)
        painter.end()


class Key(look.Drawn):
    """What a filled and a hatched bar mean."""

    def __init__(self, name: str, hatched: bool, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.hatched = hatched

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a piece of bar and its words."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = look.laid(self.text(), m, "body", 1e5)
        wide = m.px(36) + m.px(12) + words.widest + 2
        run = Box((self.width() - wide) / 2, 0, wide, self.height())
        sample, rest = run.cut_lead(m.px(36), m.px(12))
        box = area(sample.middle(m.px(24)), self.width(), m.rtl)
        if self.hatched:
            paint_hatched(painter, box, m, "line")
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(m.q("lagoon")))
            painter.drawRoundedRect(box, m.px(7), m.px(7))
        words.paint(painter, area(rest, self.width(), m.rtl), m.q("ink"))
        painter.end()


class Legend:
    """Both kinds of bar beside each other, for the line below the funnel."""

    def __init__(self, name: str, parent: QWidget) -> None:
        self.keys = (Key(f"{name}.passed", False, parent), Key(f"{name}.stopped", True, parent))

    def place(self, line: Box, shown: Callable[[Phrase], str], m: Metrics) -> None:
        """Write the words and place both from the leading side."""
        boxes = line.cut_lead(min(line.width, m.px(WIDEST)))[0].columns(2, m.px(10))
        for key, words, box in zip(self.keys, (PASSED, STOPPED), boxes, strict=True):
            key.tell(shown(words))
            key.apply(m)
            put(key, box, m)
