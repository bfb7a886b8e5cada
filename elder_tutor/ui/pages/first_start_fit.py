"""How many choices stand at a time, in how many columns, and how a row of buttons is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from elder_tutor.ui.pages.first_start_tile import ChoiceTile
from elder_tutor.ui.place import Box
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton

LEAST_PICTURE: Final = 56.0
"""Design pixels; below it a picture tells nothing, and fewer choices stand at a time."""
MOST_COUNTED: Final = 200.0
"""Design pixels; above it a larger picture is no better."""
MOST_COLUMNS: Final = 7
WIDE: Final = 1.5
"""Of two shapes with pictures alike, the one whose cells are nearer to three by two."""
FULL: Final = 1.15
"""A grid without a gap at its end is worth this much more."""


def shape_of(
    tiles: Sequence[ChoiceTile], room: Box, per: int, gap: float, m: Metrics
) -> tuple[int, int] | None:
    """Answer columns and rows with the largest picture; None where words are cut or pictures tiny.

    ``per`` choices stand at a time; ``gap`` is in window pixels.
    """
    pictured = any(tile.picture for tile in tiles)
    best: tuple[float, tuple[int, int]] | None = None
    for columns in range(1, min(per, MOST_COLUMNS) + 1):
        rows = -(-per // columns)
        if columns * rows - per >= columns:
            continue
        cell = room.grid(columns, rows, gap)[0]
        if min(cell.width, cell.height) < m.mm(20):
            continue
        spare = _spare(tiles, cell, m.px(LEAST_PICTURE) if pictured else 0)
        if spare is None:
            continue
        seen = spare if pictured else min(cell.width / 2, cell.height)
        like = min(cell.width, cell.height * WIDE) / max(cell.width, cell.height * WIDE)
        worth = min(seen, m.px(MOST_COUNTED)) * (FULL if columns * rows == per else 1.0) + like
        if best is None or worth > best[0]:
            best = (worth, (columns, rows))
    return best[1] if best is not None else None


def _spare(tiles: Sequence[ChoiceTile], cell: Box, least: float) -> float | None:
    """Answer how high the smallest picture is in such cells; None where words are cut or it is too small."""
    smallest = cell.height
    for tile in tiles:
        spare = tile.spare(int(cell.width) - 1, int(cell.height) - 1)
        if spare < least:
            return None
        smallest = min(smallest, spare)
    return smallest


def level_row(tiles: Sequence[ChoiceTile]) -> None:
    """Let placed tiles have pictures alike, and words on one line where they stand beside one another."""
    above = [tile for tile in tiles if tile.picture and not tile.beside]
    for tile in tiles:
        tile.level = None
    if len(above) < 2:
        return
    abreast = len({tile.x() for tile in above}) > 1
    words = max(tile.words_needed(tile.width()) for tile in above)
    high = min(tile.picture_room(words) for tile in above)
    for tile in above:
        tile.level = (max(0.0, high), words if abreast else 0.0)


def rows_of(
    bar: Sequence[LipButton], width: float, gap: float, portrait: bool
) -> tuple[tuple[LipButton, ...], ...]:
    """Answer the buttons in one row, on an upright page in two; in more where words would be cut."""
    rows: tuple[tuple[LipButton, ...], ...] = (tuple(bar),)
    for count in range(2 if portrait and len(bar) > 2 else 1, len(bar) + 1):
        each = -(-len(bar) // count)
        rows = tuple(tuple(bar[at : at + each]) for at in range(0, len(bar), each))
        if all(sum(button.narrowest() for button in row) <= width - gap * (len(row) - 1) for row in rows):
            break
    return rows


def shares_of(row: Sequence[LipButton], width: float, gap: float) -> list[float]:
    """Answer how wide the buttons are: as their words ask, where there is room."""
    natural = [float(button.natural_width()) for button in row]
    narrow = [float(button.narrowest()) for button in row]
    return natural if sum(natural) <= width - gap * (len(row) - 1) else narrow
