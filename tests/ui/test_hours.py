"""A kiosk that stands there all day grows no heavier (``benchmarks/hours.py`` is the long form)."""

from __future__ import annotations

import pytest

from tests.ui.a_day import Day

ROUNDS = 7
WARM = 3
GROWTH = 1.10


@pytest.fixture
def day(app, people, qapp):
    """A day with short visits, the trainer looking in now and then."""
    made = Day(app, people, turns=6, trainer_every=3)
    yield made
    made.close()


def test_nothing_piles_up_while_people_come_and_go(day: Day) -> None:
    held = [day.held() for number in day.rounds(ROUNDS) if number in (WARM, ROUNDS - 1)]
    assert held[1].too_much(held[0], GROWTH) == []


def test_what_piles_up_is_noticed(day: Day) -> None:
    before = day.held()
    kept = [type(day.window.ring)(day.window) for _ in range(before.objects)]
    assert len(kept) == before.objects
    assert day.held().too_much(before, GROWTH) != []
