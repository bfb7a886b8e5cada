"""The row of buttons along the lower edge of the pages of choosing."""

from __future__ import annotations

from collections.abc import Sequence

from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton

GAP = 16
"""Design pixels between two buttons, and above them."""


def columns_of(bar: Sequence[LipButton], width: float, m: Metrics) -> int:
    """Answer how many buttons stand in a row: all of them, or two where words would be cut."""
    each = (width - m.px(GAP) * (len(bar) - 1)) / len(bar)
    return 2 if m.portrait or any(button.narrowest() > each for button in bar) else len(bar)


def place_bar(bar: Sequence[LipButton], room: Box, m: Metrics) -> Box:
    """Place the buttons at the lower edge of a room; answer what is left above them."""
    gap, columns = m.px(GAP), columns_of(bar, room.width, m)
    rows = -(-len(bar) // columns)
    wide = round((room.width - gap * (columns - 1)) / columns)
    tall = max(m.px(84 if m.step < 3 else 78), *(button.needed(wide) for button in bar))
    rest, lower = room.cut_bottom(rows * tall + (rows - 1) * gap, gap)
    for button, cell in zip(bar, lower.grid(columns, rows, gap), strict=False):
        put(button, cell, m)
    return rest
