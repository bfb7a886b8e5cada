"""The first part of the page of this machine: what the doctor found, and looking again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from elder_tutor.doctor.finding import Finding
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.trainer.machine_findings import FindingRow, Summary, urgent_first
from elder_tutor.ui.trainer.machine_section import PAD, Leaves, Section
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.machine import MachinePage

AGAIN: Final = phrase("Check again")
TWO_COLUMNS_FROM: Final = 1000
"""Design pixels of a card from which what works stands in two columns."""
BETWEEN: Final = 5

Examine = Callable[[Callable[[int, int], None]], Sequence[Finding]]


class Health(Section):
    """Show the findings; the examination itself is the page's errand."""

    def __init__(self, page: MachinePage) -> None:
        super().__init__(page)
        self.found: tuple[Finding, ...] = ()
        self.step: tuple[int, int] | None = None
        self.card = Card("trainer.machine.findings", page)
        self.summary = Summary("trainer.machine.summary", page)
        self.again = Press("trainer.machine.again", Look.SECONDARY, "line/refresh", page)
        self.leaves = Leaves("trainer.machine.findings", page)
        self.rows: list[FindingRow] = []
        self.cards = [self.card]

    def begin(self) -> None:
        """Look at the machine, unless that was done or is going on."""
        if not self.found and self.step is None:
            self.page.look_again()

    def parts(self) -> Sequence[QWidget]:
        """Answer every widget."""
        return [self.card, self.summary, self.again, *self.rows, self.leaves.before, self.leaves.after]

    def take(self, found: Sequence[Finding]) -> None:
        """Take what was found."""
        away(self.rows)
        self.found, self.step = urgent_first(found), None
        self.rows = [FindingRow(finding, self.page) for finding in self.found]
        self.leaves.at = 0

    def place(self, room: Box) -> None:
        """Place summary, rows and buttons on one card."""
        m, w = self.page.m, self.page.wording
        assert w is not None
        inner = room.inset(m.px(PAD), m.px(PAD - 6))
        self.summary.apply(m)
        self.summary.render_state(self.found, self.step, w)
        self.again.render_words(self.page.shown(AGAIN))
        self.again.set_available(self.step is None)
        self.card.apply(m)
        self.again.apply(m)
        self.leaves.write()
        wide = self.again.natural_width() + m.px(8)
        high = max(self.again.tall(), self.summary.needed(inner.width - wide - m.px(20)))
        head, rest = inner.cut_top(high, m.px(14))
        words, button = head.cut_end(wide, m.px(20))
        put(self.again, button.middle(self.again.tall()), m)
        put(self.summary, words, m)
        for row in self.rows:
            row.render_finding(w, m)
        bottom = self._place_rows(rest) + m.px(PAD - 2)
        put(self.card, Box(room.lead, room.top, room.width, bottom - room.top), m)

    def _place_rows(self, room: Box) -> float:
        """Place one leaf of the list; answer where it ends."""
        m = self.page.m
        lines = self._lines(room.width)
        pages = self._pages(lines, room)
        end = room.top
        if len(pages) > 1:
            end = room.bottom
            room, foot = room.cut_bottom(self.leaves.after.tall(), m.px(10))
            pages = self._pages(lines, room)
            self.leaves.place(foot)
        shown = pages[self.leaves.open(len(pages))] if pages else []
        for row in self.rows:
            row.setVisible(any(row in line for line in shown))
        top = room.top
        for line in shown:
            lanes = room.columns(2 if len(line) > 1 or self._pairs(line, room.width) else 1, m.px(30))
            high = max(row.needed(lanes[0].width) for row in line)
            for row, lane in zip(line, lanes, strict=False):
                put(row, Box(lane.lead, top, lane.width, high), m)
            top += high + m.px(BETWEEN)
        return max(end, top)

    def _pairs(self, line: Sequence[FindingRow], width: float) -> bool:
        return not line[0].stands_out and width >= self.page.m.px(TWO_COLUMNS_FROM)

    def _lines(self, width: float) -> list[list[FindingRow]]:
        lines = [[row] for row in self.rows if row.stands_out]
        calm = [row for row in self.rows if not row.stands_out]
        each = 2 if width >= self.page.m.px(TWO_COLUMNS_FROM) else 1
        return lines + [calm[at : at + each] for at in range(0, len(calm), each)]

    def _pages(self, lines: Sequence[list[FindingRow]], room: Box) -> list[list[list[FindingRow]]]:
        m = self.page.m
        pages: list[list[list[FindingRow]]] = []
        left = 0.0
        for line in lines:
            wide = (room.width - m.px(30)) / 2 if self._pairs(line, room.width) else room.width
            high = max(row.needed(wide) for row in line) + m.px(BETWEEN)
            if not pages or high > left + m.px(BETWEEN):
                pages.append([])
                left = room.height
            pages[-1].append(line)
            left -= high
        return pages
