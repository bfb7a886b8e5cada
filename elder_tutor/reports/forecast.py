"""What the next month may bring, from the last ones: an expected number, and between which it will lie.

The expected number is a mean of at most six whole months, each older one weighing four fifths of the
next (simple exponential smoothing with a window: Hyndman & Athanasopoulos, Forecasting, 8.1). Visits
come in clumps (who comes, practises several times), so months differ by more than chance alone: the
count of a month is taken as Poisson with a gamma-distributed mean, that is, negative binomial, whose
spread is measured on the same months and drawn towards a usual one while there are few. No season, no
holiday, no growth is foreseen; tests simulate that the interval holds in about eight of ten months.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, log1p
from typing import Final

WINDOW: Final = 6
"""Months that are looked at."""
FEWEST: Final = 3
"""With fewer months nothing is foretold."""
FADE: Final = 0.8
"""What an older month weighs beside the next one."""
COVER: Final = 0.8
USUAL_SPREAD: Final = 3.0
"""Variance over mean of monthly counts where learners come a few times each; counts as so many months:"""
USUAL_MONTHS: Final = 3.0
STRAY: Final = 0.08
"""The level itself moves by about this share until the month foretold (two months at five percent)."""
MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Forecast:
    """The expected count of a month; in eight of ten months it lies between ``low`` and ``high``."""

    expected: int
    low: int
    high: int
    months: int
    """How many months it was made from."""


def forecast(counts: Sequence[int]) -> Forecast | None:
    """Foretell a month from the whole months before it, oldest first; None when they are too few."""
    used = list(counts)[-WINDOW:]
    if len(used) < FEWEST:
        return None
    weights = [FADE ** (len(used) - 1 - place) for place in range(len(used))]
    whole = sum(weights)
    mean = sum(w * count for w, count in zip(weights, used, strict=True)) / whole
    if not mean:
        return Forecast(0, 0, 0, len(used))
    worth = whole * whole / sum(w * w for w in weights)
    spread = _spread(used, weights, mean) * (1 + 1 / worth) + STRAY * STRAY * mean
    low, high = _between(mean, max(1.0, spread))
    return Forecast(round(mean), low, high, len(used))


def _spread(counts: Sequence[int], weights: Sequence[float], mean: float) -> float:
    """Answer the variance over the mean, drawn towards the usual one."""
    whole = sum(weights)
    squares = sum(w * (count - mean) ** 2 for w, count in zip(weights, counts, strict=True)) / whole
    seen = squares / (1 - sum(w * w for w in weights) / whole**2) / mean
    free = len(counts) - 1
    return (USUAL_MONTHS * USUAL_SPREAD + free * seen) / (USUAL_MONTHS + free)


def _between(mean: float, spread: float) -> tuple[int, int]:
    """Answer between which counts ``COVER`` of a negative binomial lies, with equal rests on both sides."""
    side, low, below = (1 - COVER) / 2, -1, 0.0
    for count in range(MOST):
        below += _chance(count, mean, spread)
        if low < 0 and below > side:
            low = count
        if below >= 1 - side:
            return low, count
    return max(low, 0), MOST


def _chance(count: int, mean: float, spread: float) -> float:
    """Answer the chance of a count, of a mean and a variance of ``spread`` times as much."""
    if spread <= 1.0 + 1e-9:
        return exp(count * log(mean) - mean - lgamma(count + 1))
    size = mean / (spread - 1)
    inside = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    return exp(inside - size * log(spread) + count * log1p(-1 / spread))
