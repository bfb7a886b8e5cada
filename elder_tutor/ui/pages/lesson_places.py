"""Where everything of a lesson stands, for each shape of window (TOKENS 8). Geometry only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from elder_tutor.ui.phone import shell
from elder_tutor.ui.place import Box, fitted
from elder_tutor.ui.theme import Metrics

APART: Final = (34, 28)
"""Between the panel and what it stands beside, on a page of the usual width and on a narrow one."""
KEYS: Final = 12
"""Between the keys of the phone and what can be touched beside them, or the page's edge."""
TRAY: Final = 344.0
POT: Final = 126.0
"""No card is lower: the pot stands in it."""
SHARES: Final = (1.45, 1.0, 1.0, 1.0)
"""The first tile is the widest: it is to be found without reading."""


@dataclass(frozen=True, slots=True)
class TileWishes:
    """What the tiles need, leading first: four, or two on a folded page.

    ``narrowest`` widths cut no word, ``one_line`` widths break none; ``flat`` is of a tile
    with its icon beside the words. ``tall`` answers the height of a row of given widths.
    """

    narrowest: tuple[int, ...]
    one_line: tuple[int, ...]
    flat_line: tuple[int, ...]
    tall: Callable[[list[float], bool], int]
    each: Callable[[float], list[int]]
    """Answers the height each tile needs at a width, in a column."""

    def widths(self, room: float, flat: bool) -> list[float] | None:
        """Answer widths for a row: on one line where they fit, else broken, else None."""
        shares = SHARES[: self.count]
        whole = fitted(room, shares, self.flat_line if flat else self.one_line)
        return whole or (None if flat else fitted(room, shares, self.narrowest))

    @property
    def count(self) -> int:
        """Answer how many tiles stand."""
        return len(self.narrowest)


@dataclass(frozen=True)
class Wishes:
    """What the parts need, in window pixels; ``goal`` is 0 where no goal card stands."""

    title: int
    steps: int
    goal: int
    tiles: TileWishes
    panel: int = 0
    """The least height of the card that speaks."""
    flat: bool = False
    """The tiles have their drawings beside their words, where that needs no more lines."""


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of a lesson page; ``steps`` and ``goal`` are None where they do not stand."""

    phone: Box
    title: Box
    steps: Box | None
    goal: Box | None
    panel: Box
    tiles: tuple[Box, ...]
    flat: bool = False
    tray: Box | None = None


def panel_side(m: Metrics, phone_leads: bool = False) -> tuple[Box, Box]:
    """Split a landscape page: answer the panel's column and the phone's place."""
    wide_page = m.width >= m.px(1320)
    margin = m.px(32 if wide_page else 28)
    tall = min(float(m.px(shell.HEIGHT)), m.height - m.px(8))
    wide = float(shell.width(m))
    inward = m.rtl is not phone_leads
    keys, bare = max(m.px(KEYS), m.mm(3)), m.px(APART[0] if wide_page else APART[1])
    gap, side = (keys, m.px(28 if wide_page else 22)) if inward else (bare, keys)
    top = (m.height - tall) / 2
    column = Box(margin, top + m.px(7), m.width - margin - gap - wide - side, tall - m.px(11))
    if phone_leads:
        return replace(column, lead=side + wide + gap), Box(side, top, wide, tall)
    return column, Box(m.width - side - wide, top, wide, tall)


def places(m: Metrics, wishes: Wishes, keyboard: int = 0, phone_leads: bool = False) -> Places:
    """Place a lesson page; ``keyboard`` is the height of the tray in window pixels, 0 when it is away."""
    if m.portrait:
        return _portrait(m, wishes, keyboard, phone_leads)
    column, phone = panel_side(m, phone_leads)
    title, rest = column.cut_top(wishes.title, m.px(12))
    if keyboard:
        return _above_tray(m, wishes, keyboard, title, rest, phone)
    steps = goal = None
    if wishes.goal:
        goal, rest = rest.cut_top(wishes.goal, m.px(16))
    elif wishes.steps:
        steps, rest = rest.cut_top(wishes.steps, m.px(14))
    panel, tiles, flat = _tiles_below(m, wishes, rest)
    return Places(phone, title, steps, goal, panel, tiles, flat)


def _tiles_below(m: Metrics, wishes: Wishes, rest: Box) -> tuple[Box, tuple[Box, ...], bool]:
    gap = m.px(14)
    room = rest.width - (wishes.tiles.count - 1) * gap
    flat = wishes.tiles.widths(room, True) if wishes.flat else None
    widths = flat or wishes.tiles.widths(room, False)
    if widths is not None:
        panel, lower = rest.cut_bottom(wishes.tiles.tall(widths, flat is not None), m.px(18))
        return panel, tuple(_row(lower, widths, gap)), flat is not None
    half = (rest.width - gap) / 2
    rows = wishes.tiles.count // 2
    tall = wishes.tiles.tall([half] * wishes.tiles.count, True)
    panel, lower = rest.cut_bottom(rows * (tall + gap) - gap, m.px(18))
    return panel, tuple(lower.grid(2, rows, gap)), False


def _row(box: Box, widths: list[float], gap: float) -> list[Box]:
    boxes, at = [], box.lead
    for wide in widths:
        boxes.append(Box(at, box.top, wide, box.height))
        at += wide + gap
    return boxes


def _above_tray(m: Metrics, wishes: Wishes, keyboard: int, title: Box, rest: Box, phone: Box) -> Places:
    tray = Box(0, m.height - keyboard, m.width, keyboard)
    room = Box(rest.lead, rest.top, rest.width, tray.top - rest.top - m.px(16))
    gap, count = m.px(12), wishes.tiles.count
    across = rest.width - (count - 1) * gap
    flat = wishes.tiles.widths(across, True)
    widths = flat or wishes.tiles.widths(across, False) or [across / count] * count
    panel, lower = room.cut_bottom(wishes.tiles.tall(widths, flat is not None), m.px(16))
    return Places(phone, title, None, None, panel, tuple(_row(lower, widths, gap)), flat is not None, tray)


def _portrait(m: Metrics, wishes: Wishes, keyboard: int, phone_leads: bool) -> Places:
    margin = m.px(27)
    room = Box(margin, m.px(27), m.width - 2 * margin, m.height - m.px(27) - m.px(24))
    title, rest = room.cut_top(wishes.title, m.px(14))
    steps = goal = None
    if wishes.goal and not keyboard:
        goal, rest = rest.cut_top(wishes.goal, m.px(14))
    elif wishes.steps and not keyboard:
        steps, rest = rest.cut_top(wishes.steps, m.px(14))
    tall = min(rest.height - m.px(18) - max(m.px(180), wishes.panel), m.px(shell.HEIGHT))
    # A lower phone keeps its width: what lies in it needs that more than the proportions.
    beside = _column_width(wishes.tiles, tall, m.px(12))
    wide = min(float(shell.width(m)), rest.width - beside - m.px(18))
    column_width = rest.width - wide - m.px(18)
    panel, lower = rest.cut_bottom(tall, m.px(18))
    if keyboard:
        # The card folds to the words, so that the tiles keep their height above the tray.
        least = sum(wishes.tiles.each(column_width)) + 3 * m.px(12)
        free = m.height - keyboard - rest.top - m.px(18 + 12) - least
        card = max(m.px(POT), min(max(wishes.panel, m.px(190)), free))
        panel, lower = rest.cut_top(card, m.px(18))
    phone_box = Box(lower.end - wide, lower.top, wide, tall)
    tiles_box = Box(lower.lead, lower.top, column_width, tall)
    if phone_leads:
        phone_box, tiles_box = (
            replace(phone_box, lead=lower.lead),
            replace(tiles_box, lead=lower.end - column_width),
        )
    tray = None
    if keyboard:
        tray = Box(0, m.height - keyboard, m.width, keyboard)
        tiles_box = replace(tiles_box, height=tray.top - tiles_box.top - m.px(12))
    tiles = _column(tiles_box, wishes.tiles.each(column_width), m.px(12))
    return Places(phone_box, title, steps, goal, panel, tiles, False, tray)


def _column_width(tiles: TileWishes, height: float, gap: float) -> int:
    """Answer the narrowest column in which four tiles fit above one another."""
    least = max(tiles.narrowest)
    for width in sorted({least, *(wide for wide in tiles.one_line if wide > least)}):
        if sum(tiles.each(width)) + 3 * gap <= height:
            return width
    return max(tiles.one_line)


def _column(box: Box, least: list[int], gap: float) -> tuple[Box, ...]:
    room = box.height - gap * (len(least) - 1)
    heights = fitted(room, [1.0] * len(least), least) or [room / len(least)] * len(least)
    boxes, at = [], box.top
    for tall in heights:
        boxes.append(Box(box.lead, at, box.width, tall))
        at += tall + gap
    return tuple(boxes)
