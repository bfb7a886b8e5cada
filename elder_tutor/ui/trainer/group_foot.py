"""Below the matrix: what its marks mean, between the buttons that turn the courses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.cells import LegendEntry
from elder_tutor.ui.trainer.group_model import MARKS
from elder_tutor.ui.trainer.group_paint import DRAWINGS
from elder_tutor.ui.trainer.group_rows import Mark
from elder_tutor.ui.trainer.turning import Turning

LEGEND: Final = (Mark.DONE, Mark.GOING, Mark.DUE, Mark.NEEDS, Mark.NONE)
TALL: Final = 44
SIDE: Final = 30.0
"""Design pixels: the line and its marks."""


class Foot:
    """Place the legend on its page; the buttons are the page's own."""

    def __init__(self, name: str, turn: Turning, page: QWidget) -> None:
        self.turn = turn
        self.legend = [LegendEntry(f"{name}.legend.{mark}", DRAWINGS[mark], page) for mark in LEGEND]
        for entry in self.legend:
            entry.kind, entry.side = "head", SIDE

    def write(self, m: Metrics, shown: Callable[[Phrase], str], width: float) -> float:
        """Write the legend and answer the height: the buttons stand beside it, or above it."""
        for entry, mark in zip(self.legend, LEGEND, strict=True):
            entry.apply(m)
            entry.tell(shown(MARKS[mark]))
        if not self.turn.needed:
            return m.px(TALL)
        return self.turn.after.tall() + (0 if self._beside(m, width) else m.px(TALL) + m.px(10))

    def place(self, m: Metrics, foot: Box) -> None:
        """Give buttons and legend their places."""
        wide, tall = self.turn.wide(m), self.turn.after.tall()
        if not self.turn.needed:
            self._place_legend(m, foot)
            return
        line = foot.cut_top(tall)[0]
        places = (line.cut_lead(wide)[0], line.cut_end(wide)[1])
        for button, place in zip(self.turn.buttons, places, strict=True):
            put(button, place, m)
        free = line.cut_lead(wide, m.px(16))[1].cut_end(wide, m.px(16))[0]
        if self._beside(m, foot.width):
            self._place_legend(m, free.middle(m.px(TALL)))
        else:
            self._place_legend(m, foot.cut_top(tall, m.px(10))[1])

    def _beside(self, m: Metrics, width: float) -> bool:
        legend = sum(entry.wide() for entry in self.legend) + (len(LEGEND) - 1) * m.px(8)
        return legend + 2 * (self.turn.wide(m) + m.px(16)) <= width

    def _place_legend(self, m: Metrics, foot: Box) -> None:
        widths = [entry.wide() for entry in self.legend]
        gap = min(m.px(36), max(m.px(8), (foot.width - sum(widths)) / len(widths)))
        spare = max(0.0, foot.width - sum(widths) - (len(widths) - 1) * gap)
        at = foot.lead + spare / 2
        for entry, wide in zip(self.legend, widths, strict=True):
            put(entry, Box(at, foot.top, wide, foot.height), m)
            at += wide + gap
