from __future__ import annotations

import random

import pytest

from elder_tutor.reports.forecast import FEWEST, WINDOW, forecast

SERIES = 500


def month(chance: random.Random, mean: float, spread: float) -> int:
    """Draw a count whose variance is ``spread`` times its mean: Poisson with a gamma-distributed mean."""
    rate, count, past = chance.gammavariate(mean / (spread - 1), spread - 1), 0, chance.expovariate(1)
    while past < rate:
        count, past = count + 1, past + chance.expovariate(1)
    return count


@pytest.mark.parametrize(("least", "most"), [(5, 20), (20, 80), (80, 200)])
def test_eight_of_ten_months_lie_between_the_two_numbers(least: float, most: float) -> None:
    chance, inside = random.Random(6), 0
    for _ in range(SERIES):
        mean, spread, months = (
            chance.uniform(least, most),
            chance.uniform(1.2, 5),
            chance.choice((3, 5, 6, 8)),
        )
        counts = []
        for _ in range(months + 2):  # the present month lies between the last whole one and the one foretold
            counts.append(month(chance, mean, spread))
            mean *= 1 + chance.gauss(0, 0.04)
        found = forecast(counts[:months])
        assert found is not None
        inside += found.low <= counts[-1] <= found.high
    assert 0.72 <= inside / SERIES <= 0.88


def test_too_few_months_foretell_nothing() -> None:
    assert forecast([30] * (FEWEST - 1)) is None


def test_a_recent_month_weighs_more_than_an_older_one() -> None:
    rising, falling = forecast([10, 10, 10, 40]), forecast([40, 10, 10, 10])
    assert rising is not None
    assert falling is not None
    assert rising.expected > falling.expected


def test_only_the_last_six_months_count() -> None:
    assert forecast([900] * 4 + [20] * WINDOW) == forecast([20] * WINDOW)


def test_months_that_differ_more_make_a_wider_range() -> None:
    even, uneven = forecast([30, 30, 30, 30, 30, 30]), forecast([5, 55, 10, 50, 5, 55])
    assert even is not None
    assert uneven is not None
    assert uneven.high - uneven.low > even.high - even.low


def test_nothing_asked_for_is_foretold_as_nothing() -> None:
    found = forecast([0, 0, 0])
    assert found is not None
    assert (found.expected, found.low, found.high) == (0, 0, 0)
