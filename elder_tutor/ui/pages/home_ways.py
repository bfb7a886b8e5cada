"""The ways on from a learner's own page: all lessons, the free phone, and the fitting where it is offered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.cards import COMING
from elder_tutor.ui.pages.home_state import FIT
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

GAP = 16.0
"""What lies between two ways, design pixels."""


class HomeWays:
    """Own the three buttons; ``offers`` tells whether the fitting stands among them."""

    def __init__(self, name: str, page: QWidget) -> None:
        self.courses = LipButton(f"{name}.courses", Look.SECONDARY, "line/grid", True, page)
        self.free = LipButton(f"{name}.free", Look.SECONDARY, "line/hand", parent=page)
        self.fit = LipButton(f"{name}.fit", Look.AGAIN, "line/fit", parent=page)
        self.fit.role, self.fit.radius, self.fit.icon_size = "body", 28, 84
        self.courses.radius = self.free.radius = 28
        self.free.icon_size, self.free.gap, self.free.pad = 40, 10, 14
        self.offers = False

    def write(self, offers: bool, wording: Wording, m: Metrics) -> None:
        """Write the words and take the sizes."""
        self.offers = offers
        self.fit.setVisible(offers)
        for button, text in ((self.courses, words.COURSES), (self.free, words.TRY), (self.fit, FIT)):
            button.render_words(wording.shown(text))
            button.apply(m)

    # --- upright -------------------------------------------------------------

    def row(self, width: float, m: Metrics) -> tuple[float, int]:
        """Answer the width and height of the two ways on, beside one another in a row of this width."""
        half = (width - m.px(GAP)) / 2
        return half, max(m.px(92), self.courses.needed(round(half)), self.free.needed(round(half)))

    def place_row(self, room: Box, m: Metrics) -> Box:
        """Place both ways at the foot of an upright page; answer the room above them."""
        self.courses.above = False
        self.courses.icon_size = 44
        half, tall = self.row(room.width, m)
        room, lower = room.cut_bottom(tall, m.px(GAP))
        first, second = lower.cut_lead(half, m.px(GAP))
        put(self.courses, first, m)
        put(self.free, second, m)
        self.free.show()
        return room

    def offer_height(self, width: float, m: Metrics) -> int:
        """Answer how high the fitting stands on an upright page."""
        return max(m.px(110), m.mm(20), self.fit.needed(round(width)))

    def place_offer(self, room: Box, m: Metrics) -> Box:
        """Place the fitting before the lessons, as one of them; answer the room that is left."""
        if not self.offers:
            return room
        gap = m.px(GAP)
        self.fit.above = not m.portrait
        if m.portrait:
            first, rest = room.cut_top(self.offer_height(room.width, m), gap)
        else:
            wide = max((room.width - 2 * gap) / COMING, float(self.fit.narrowest()))
            first, rest = room.cut_lead(wide, gap)
        put(self.fit, first, m)
        return rest

    # --- wide ----------------------------------------------------------------

    def place_cell(self, cell: Box, m: Metrics) -> None:
        """Place the way to all lessons, and below it the free phone where there is room for both."""
        gap = m.px(GAP)
        wide = round(cell.width)
        self.courses.above, self.courses.icon_size = False, 44
        low = max(m.mm(16), self.free.needed(wide))
        both = max(m.mm(16), self.courses.needed(wide)) + gap + low <= cell.height
        both = both and self.free.narrowest() <= wide and self.courses.narrowest() <= wide
        self.free.setVisible(both)
        if not both:
            self.courses.above, self.courses.icon_size = True, 52
            put(self.courses, cell, m)
            return
        first, second = cell.cut_bottom(max(low, (cell.height - gap) / 2), gap)
        put(self.courses, first, m)
        put(self.free, second, m)

    def place_column(self, column: Box, m: Metrics) -> None:
        """Place all ways below one another on a small screen; the free phone stands where it has room."""
        gap = m.px(GAP)
        self.courses.above, self.courses.icon_size = False, 44
        self.fit.above = False
        ways = [*([self.fit] if self.offers else []), self.courses, self.free]
        low = (column.height - gap * (len(ways) - 1)) / len(ways)
        whole = all(button.needed(round(column.width)) <= low for button in ways)
        self.free.setVisible(whole)  # it stands on the page of all lessons too
        ways = ways if whole else ways[:-1]
        for button, cell in zip(ways, column.rows(len(ways), gap), strict=True):
            put(button, cell, m)
