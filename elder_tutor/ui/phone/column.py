"""Where the pieces of a screen stand: lines from the top, actions at the bottom, the middle between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.piece import Piece

TOP, MIDDLE, BOTTOM = range(3)
REGIONS = ("top", "middle", "bottom")
LAST = ("button", "exit", "tab", "icon", "attach", "camera")
"""Kinds that stand at the bottom when they are the last."""

MOST = {"tile": 2, "tab": 3, "call": 2}
"""How many of a run stand side by side."""

WRITERS = ("field", "search")


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces side by side with their widths, the height, the room above, the block it stands in."""

    pieces: tuple[Piece, ...]
    widths: tuple[int, ...]
    height: int
    above: int
    block: int


def lay(pieces: Sequence[Piece], width: int, height: int, kit: Kit) -> tuple[dict[Piece, QRect], int]:
    """Answer each piece's place in a column of window pixels, and the height all need.

    When all fit into ``height``, blocks are spread: the bottom one at the bottom, the
    middle one between. Otherwise they follow one another. A piece without anything to
    show (a list without rows) has no place.
    """
    asked = {piece: _authored(piece, number, len(pieces)) for number, piece in enumerate(pieces)}
    pieces = [piece for piece in pieces if piece.needed(width - 2 * kit.px(piece.margin)) > 0]
    lines = _lines(pieces, width, kit, asked)
    total = sum(line.above + line.height for line in lines) + kit.px(pieces[-1].last_below if pieces else 0)
    spare = max(0, height - total)
    places: dict[Piece, QRect] = {}
    top = 0
    for line, extra in zip(lines, _spares(lines, spare), strict=True):
        top += line.above + extra
        _stand(line, top, width, kit, places)
        top += line.height
    return places, total + spare


# --- lines ---------------------------------------------------------------------


def _lines(pieces: Sequence[Piece], width: int, kit: Kit, asked: Mapping[Piece, int]) -> list[Line]:
    runs = _runs(pieces, width, kit)
    lines: list[Line] = []
    for number, (run, block) in enumerate(zip(runs, _blocks(runs, asked), strict=True)):
        widths = _widths(run, width - 2 * kit.px(run[0].margin), kit)
        tall = max(piece.needed(wide) for piece, wide in zip(run, widths, strict=True))
        above = _above(runs[number - 1][-1] if number else None, run[0], kit)
        lines.append(Line(tuple(run), widths, tall, above, block))
    return lines


def _runs(pieces: Sequence[Piece], width: int, kit: Kit) -> list[list[Piece]]:
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1] if runs else []
        if last and _beside(last, piece):
            last.append(piece)
        else:
            runs.append([piece])
    return [part for run in runs for part in _fitting(run, width, kit)]


def _beside(run: list[Piece], piece: Piece) -> bool:
    first = run[0]
    if first.view and piece.view and first.view.kind in WRITERS and piece.view.kind == "icon":
        return len(run) == 1
    if not piece.gathers or first.gathers != piece.gathers or first.alone or piece.alone:
        return False
    return len(run) < MOST[piece.gathers]


def _fitting(run: list[Piece], width: int, kit: Kit) -> list[list[Piece]]:
    """Stand a run's pieces one below the other when a word would be cut side by side."""
    for piece in run:
        piece.apart = False
    if len(run) < 2 or not run[0].gathers:
        return [run]
    share = _share(len(run), width - 2 * kit.px(run[0].margin), kit)
    words = [kit.shown(piece.view.label or piece.view.text) for piece in run if piece.view]
    widest = max((kit.widest_word(each, "label", True) for each in words), default=0.0)
    if widest <= share - kit.px(30) and not any(piece.cramped(share) for piece in run):
        return [run]
    for piece in run:
        piece.apart = True
    return [[piece] for piece in run]


def _widths(run: list[Piece], width: int, kit: Kit) -> tuple[int, ...]:
    if len(run) == 2 and not run[0].gathers:
        end = min(run[1].natural(kit), width // 2)
        return width - end - kit.px(12), end
    return (_share(len(run), width, kit),) * len(run)


def _share(count: int, width: int, kit: Kit) -> int:
    return (width - kit.px(14) * (count - 1)) // count


# --- blocks --------------------------------------------------------------------


def _blocks(runs: list[list[Piece]], asked: Mapping[Piece, int]) -> list[int]:
    """Answer the block of each run: where its author put it; the last actions at the bottom."""
    first_last = _first_last(runs)
    blocks, block = [], TOP
    for number, run in enumerate(runs):
        follow = [run, *(each for each in runs[number + 1 :] if _kind(run[0]) == "tile" == _kind(each[0]))]
        wish = max(asked[piece] for each in follow for piece in each)
        block = max(block, BOTTOM if number >= first_last else wish)
        blocks.append(block)
    return blocks


def _authored(piece: Piece, number: int, count: int) -> int:
    """Answer the block an author asked for; a region that only counts the elements asks for nothing."""
    region = piece.view.region if piece.view else ""
    if region not in REGIONS or region == REGIONS[min(number * 3 // max(count, 1), 2)]:
        return TOP
    return REGIONS.index(region)


def _first_last(runs: list[list[Piece]]) -> int:
    """Answer the first of the last runs that are actions only; past the end when nothing stands above."""
    first = len(runs)
    while first > 0 and all(_kind(piece) in LAST or _writes_below(piece) for piece in runs[first - 1]):
        first -= 1
    return first if first else len(runs)


def _writes_below(piece: Piece) -> bool:
    return piece.view is not None and piece.view.kind in WRITERS and piece.view.region == "bottom"


def _kind(piece: Piece) -> str:
    return piece.view.kind if piece.view else ""


def _spares(lines: list[Line], spare: int) -> list[int]:
    before = [0] * len(lines)
    middle = next((n for n, line in enumerate(lines) if line.block == MIDDLE), None)
    bottom = next((n for n, line in enumerate(lines) if line.block == BOTTOM), None)
    if middle is not None:
        before[middle] = spare // 2
    if bottom is not None:
        before[bottom] = spare - (spare // 2 if middle is not None else 0)
    return before


def _stand(line: Line, top: int, width: int, kit: Kit, places: dict[Piece, QRect]) -> None:
    margin = kit.px(line.pieces[0].margin)
    gap = (width - 2 * margin - sum(line.widths)) // max(1, len(line.pieces) - 1)
    at = width - margin if kit.rtl else margin
    for piece, wide in zip(line.pieces, line.widths, strict=True):
        left = at - wide if kit.rtl else at
        places[piece] = QRect(left, top, wide, line.height)
        at = left - gap if kit.rtl else left + wide + gap


def _above(before: Piece | None, piece: Piece, kit: Kit) -> int:
    if before is None:
        return max(kit.px(piece.first_above), kit.metrics.mm(3) if kit.night else 0)
    if piece.joins:
        return 0
    kinds = {_kind(before), _kind(piece)}
    if kinds == {"text"} or kinds == {"success", "text"}:
        return kit.px(2)
    return kit.px(8 if "title" in kinds else 12 if len(kinds) == 1 or "facts" in kinds else 14)
