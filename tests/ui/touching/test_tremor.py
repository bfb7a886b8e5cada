"""A trembling hand does what it means on real pages (``benchmarks/tremor.py`` is the long form)."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.ui.touching.pages import Grid, show
from tests.ui.touching.shaking import End, Hand, Tremor, shake

PAGES = ("home", "lesson", "phone-home", "keyboard")
TOUCHES = 500


def ends(hand: Hand, touches: int, least_mm: float = 0) -> tuple[Counter[End], Counter[End]]:
    """Count the ends of touches meant for targets of a size, with tolerance and on plain buttons."""
    ours, plain = Counter(), Counter()
    for button, end, without in shake(hand, touches):
        if min(button.width(), button.height()) / hand.px_per_mm + 0.15 >= least_mm:
            ours[end] += 1
            plain[without] += 1
    return ours, plain


@pytest.fixture
def on_pages(program, people) -> tuple[Counter[End], Counter[End]]:
    """How 2,000 touches end on four pages, those for targets of 16 mm and more."""
    shown, chance = program(), random.Random(11)
    ours, plain = Counter(), Counter()
    for page in PAGES:
        show(shown, page)
        for total, part in zip(
            (ours, plain), ends(Hand(shown.window, chance, Tremor()), TOUCHES, 16), strict=True
        ):
            total += part
    return ours, plain


def test_98_of_100_touches_do_what_was_meant_and_2_of_1000_something_else(on_pages):
    ours, plain = on_pages
    assert ours.total() > 1500
    assert ours[End.RIGHT] >= 0.98 * ours.total()
    assert ours[End.WRONG] <= 0.002 * ours.total()
    assert plain[End.RIGHT] < 0.98 * plain.total() < ours[End.RIGHT]
    assert plain[End.WRONG] > 0.002 * plain.total()


def test_squares_of_16_mm_side_by_side_hold_it_too(qapp):
    ours, plain = ends(Hand(Grid(16), random.Random(3), Tremor()), 1500)
    assert ours[End.RIGHT] >= 0.98 * ours.total() > plain[End.RIGHT]
    assert ours[End.WRONG] <= 0.002 * ours.total()


def test_squares_of_13_mm_are_seldom_mistaken_for_one_another(qapp):
    ours, plain = ends(Hand(Grid(13), random.Random(3), Tremor()), 1500)
    assert ours[End.RIGHT] >= 0.97 * ours.total()
    assert ours[End.WRONG] <= 0.004 * ours.total() < plain[End.WRONG]


def test_a_hand_that_misses_twice_as_far_is_not_followed_blindly(qapp):
    ours, _ = ends(Hand(Grid(16), random.Random(3), Tremor(mean_miss_mm=6.8)), 800)
    assert ours[End.RIGHT] < 0.98 * ours.total()
