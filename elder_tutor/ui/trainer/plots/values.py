"""What a plot shows, as values: painter, table and screen reader read the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Part:
    """One bar: its length in the plot's unit, and the words of its value.

    Without a value there is no bar, only the words that say why.
    """

    value: float | None
    words: str

    @property
    def length(self) -> float:
        """Answer the length that is painted."""
        return self.value or 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A name with one bar for each series of the plot; ``marked`` stands out."""

    name: str
    parts: tuple[Part, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of bars. ``series`` names each bar of a row, ``head`` the rows themselves.

    ``stacked`` puts the bars of a row one after the other; otherwise they stand below each other.
    ``most`` is what a bar of the full width is worth.
    """

    title: str
    head: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    most: float
    stacked: bool = False
    whole: bool = False
    """The full width is a whole, as of a hundred percent: painted quietly behind the bars."""

    def sentence(self) -> str:
        """Answer the plot as words: its title and every number."""
        one = len(self.series) == 1
        told = (f"{row.name}: {_listed(row, () if one else self.series)}" for row in self.rows)
        return ". ".join([self.title, *told])


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line: its name below (short) and in full, its value with words; None is not known."""

    short: str
    name: str
    value: float | None
    words: str
    open: bool = False
    """Not over yet: painted hollow, and no line leads to it."""
    note: str = ""
    """A second, small line below the name."""


@dataclass(frozen=True, slots=True)
class Band:
    """What is expected after the last dot: a value between two others, with words for it."""

    short: str
    name: str
    low: float
    value: float
    high: float
    words: str
    ends: tuple[str, str] = ("", "")
    """Low and high as they stand at the band."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Values in the order of time, and perhaps what is expected next."""

    title: str
    head: str
    series: str
    dots: tuple[Dot, ...]
    band: Band | None = None

    @property
    def most(self) -> float:
        """Answer the largest value that is painted, at least one."""
        known = [dot.value for dot in self.dots if dot.value is not None]
        return max([1.0, *known, *([self.band.high] if self.band else [])])

    def sentence(self) -> str:
        """Answer the plot as words: its title and every number."""
        told = [f"{dot.name}: {dot.words}" for dot in self.dots]
        if self.band is not None:
            told.append(f"{self.band.name}: {self.band.words}")
        return ". ".join([self.title, *told])


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table: heads, and rows whose first cell is the name of the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def numbers_of(plot: Bars | Line) -> Numbers:
    """Answer the numbers of a plot as a table."""
    if isinstance(plot, Line):
        rows = [(dot.name, dot.words) for dot in plot.dots]
        if plot.band is not None:
            rows.append((plot.band.name, plot.band.words))
        return Numbers((plot.head, plot.series), tuple(rows))
    heads = (plot.head, *plot.series)
    return Numbers(heads, tuple((row.name, *(part.words for part in row.parts)) for row in plot.rows))


def _listed(row: Row, series: Sequence[str]) -> str:
    if not series:
        return row.parts[0].words
    return ", ".join(f"{name} {part.words}" for name, part in zip(series, row.parts, strict=True))
