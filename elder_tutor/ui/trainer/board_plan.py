"""Which cards stand on which page of the board. Numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elder_tutor.reports.board import Seat


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: cards of those who need somebody, then small cards, so many side by side."""

    needy: tuple[Seat, ...] = ()
    seats: tuple[Seat, ...] = ()
    columns: int = 3

    @property
    def kiosks(self) -> frozenset[str]:
        """Answer which places stand on the page."""
        return frozenset(seat.place.kiosk for seat in (*self.needy, *self.seats))


def plan(
    needy: Sequence[Seat], alone: Sequence[Seat], columns: int, room: float, gap: float, tall: float,
    small: float, heading: float,
) -> tuple[Leaf, ...]:  # fmt: skip
    """Answer the pages, none empty, the most urgent on the first. All heights in window pixels.

    ``tall`` is a row of cards, ``small`` a row of small ones, ``heading`` what stands above those.
    """
    leaves: list[Leaf] = []
    cards, rest = list(needy), list(alone)
    while cards or rest:
        rows = max(1, int((room + gap) // (tall + gap)))
        here, cards = cards[: rows * columns], cards[rows * columns :]
        used = -(-len(here) // columns) * (tall + gap)
        fit = max(0, int((room - used - heading + gap) // (small + gap))) * columns
        fit = 0 if cards else fit or (0 if here else columns)
        seats, rest = rest[:fit], rest[fit:]
        leaves.append(Leaf(tuple(here), tuple(seats), columns))
    return tuple(leaves)
