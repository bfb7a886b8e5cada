"""Where everything on the page of three symbols stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor.ui.pages.bar import place_bar
from elder_tutor.ui.pages.page import BAND
from elder_tutor.ui.place import Box, area, put

if TYPE_CHECKING:
    from elder_tutor.ui.pages.symbols import SymbolsPage

ACROSS: Final = 3
GRID: Final = 0.64
"""The share of the width that the symbols take beside the person."""
NAMES: Final = (1.0, 1.0, 0.89, 0.78)
"""The names below the symbols stay at the second step of type: the drawings need the room."""
PICTURE: Final = 1.1
"""Height by width of a person's picture."""


def place(page: SymbolsPage) -> None:
    """Place head, person, slots, symbols (or the ring) and the bar."""
    m = page.m
    margin = m.px(40 if m.portrait else 32)
    room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
    room = _head(page, room)
    room = place_bar(page.bar(), room, m)
    if m.portrait:
        upper, lower = room.cut_top(room.height * 0.3, m.px(20))
        _person(page, upper, beside=True)
        _symbols(page, lower)
    else:
        lead, trail = room.cut_end(room.width * GRID, m.px(28))
        _person(page, lead, beside=False)
        _symbols(page, trail)


def _head(page: SymbolsPage, room: Box) -> Box:
    m = page.m
    wide = page.listen.natural_width()
    tall = max(m.mm(16), page.listen.needed(wide))
    above = tall + m.px(18) if m.portrait else 0  # upright the title has a row of its own
    free = room.width - (0 if m.portrait else wide + m.px(24))
    title, sub = page.title.needed(free), page.sub.needed(free)
    page.sub.setVisible(not m.folded)  # it is said, and the symbols need the line
    if m.folded:
        sub = 0
    head, rest = room.cut_top(max(above + title + sub + m.px(8), tall + m.px(16)), m.px(10))
    put(page.title, Box(head.lead, head.top + above + m.px(6), free, title), m)
    put(page.sub, Box(head.lead, head.top + above + m.px(6) + title, free, sub), m)
    put(page.listen, Box(head.end - wide, head.top + m.px(14), wide, tall), m)
    return rest


def _person(page: SymbolsPage, room: Box, beside: bool) -> None:
    """Place the picture, the three slots and what takes the last one back."""
    m = page.m
    if beside:
        side = min(room.width * 0.34, room.height / PICTURE)
        face, rest = room.cut_lead(side, m.px(28))
        page.face = area(face.middle(side * PICTURE), m.width, m.rtl)
    else:
        rest = room
    wide = min(rest.width, m.px(460))
    delete = max(m.mm(16), m.px(72), page.delete.needed(round(wide)))
    slot = min((wide - 2 * m.px(14)) / 3, m.px(130))
    if page.seconds:  # nothing is chosen now: the picture has the room
        whole = room
        tall = min(whole.height, whole.width * PICTURE, m.px(320))
        page.face = area(whole.middle(tall).middle_across(tall / PICTURE), m.width, m.rtl)
    rest = rest.middle_across(wide)
    if beside:
        rest = rest.middle(slot + m.px(18) + delete)
    elif page.seconds:
        rest = rest.cut_bottom(slot + m.px(18) + delete)[1]
    else:
        above, rest = rest.cut_bottom(slot + m.px(18) + delete, m.px(16))
        tall = min(above.height, m.px(260))
        page.face = area(above.middle(tall).middle_across(tall / PICTURE), m.width, m.rtl)
    put(page.slots, Box(rest.lead, rest.top, rest.width, slot), m)
    put(page.delete, Box(rest.lead, rest.top + slot + m.px(18), rest.width, delete), m)


def _symbols(page: SymbolsPage, room: Box) -> None:
    m = page.m
    side = min(room.width, room.height * 0.9, m.px(420))
    put(page.ring, room.middle(side).middle_across(side), m)
    cells = room.grid(ACROSS, ACROSS, m.px(16))
    for tile, cell in zip(page.tiles.values(), cells, strict=True):
        tile.factor = NAMES[m.step - 1]
        words = tile.needed(round(cell.width)) - m.px(tile.icon_size)
        tile.icon_size = max(40.0, min(120.0, (cell.height - words - m.px(8)) / m.unit))
        put(tile, cell, m)
