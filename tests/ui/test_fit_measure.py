"""From touches to tolerance and wait: four touches in five decide, and nobody is made to aim better."""

from __future__ import annotations

import random
from math import hypot

import pytest

from elder_tutor.settings import Settings
from elder_tutor.ui.fit import dials
from elder_tutor.ui.pages.fit_measure import Touched, advised, percentile

NORMAL = {**dials.TOUCH.choices[1].changes, **dials.DELAY.choices[1].changes}


def hand(mean_mm: float, seed: int, count: int = 8) -> list[Touched]:
    """Touches of a hand that trembles to all sides; ``mean_mm`` from the centre in the mean."""
    chance, sigma = random.Random(seed), mean_mm / 1.2533
    off = (hypot(chance.gauss(0, sigma), chance.gauss(0, sigma)) for _ in range(count))
    return [Touched(each, 1, 150) for each in off]


def test_the_middle_choice_is_what_the_design_asks() -> None:
    default = Settings()
    assert {name: getattr(default, name) for name in NORMAL} == NORMAL


@pytest.mark.parametrize("off", [0.0, 2.0, 6.5])
def test_a_hand_that_lands_on_the_smallest_target_keeps_the_middle(off: float) -> None:
    assert advised([Touched(off, 0, 200)] * 8) == NORMAL


def test_a_hand_that_lands_beside_the_smallest_target_is_forgiven_more() -> None:
    assert advised([Touched(8.0, 0, 200)] * 8)["snap_mm"] == 7.0


def test_a_finger_that_slides_is_forgiven_more() -> None:
    assert advised([Touched(1.0, 7.0, 200)] * 8)["release_mm"] == 14.0


@pytest.mark.parametrize("stray", [Touched(30.0, 0, 200), Touched(0.0, 25.0, 200), Touched(0.0, 0, 200, 900)])
def test_one_stray_touch_of_eight_changes_nothing(stray: Touched) -> None:
    assert advised([*[Touched(1.0, 0, 200)] * 7, stray]) == NORMAL


def test_touches_that_come_twice_ask_for_a_longer_wait() -> None:
    doubled = [Touched(1.0, 0, 200, 600), Touched(1.0, 0, 200, 450)]
    assert advised([*[Touched(1.0, 0, 200)] * 6, *doubled])["repeat_ms"] == 900


def test_repeats_that_the_middle_wait_covers_ask_for_nothing() -> None:
    assert advised([Touched(1.0, 0, 200, 120)] * 8)["repeat_ms"] == 500


def test_a_hand_that_holds_long_gets_a_longer_wait() -> None:
    assert advised([Touched(None, 0, 900)] * 8)["repeat_ms"] == 900


def test_keys_alone_leave_the_touch_as_it_is() -> None:
    assert advised([Touched(None)] * 8) == NORMAL


def test_without_a_touch_the_middle_holds() -> None:
    assert advised([]) == NORMAL


def test_at_three_keys_a_second_no_wait_loses_one() -> None:
    assert all(choice.changes["key_repeat_ms"] < 1000 / 3 for choice in dials.DELAY.choices)


def test_usual_old_hands_keep_the_middle_and_strong_tremor_is_forgiven() -> None:
    usual = [advised(hand(3.4, seed))["snap_mm"] for seed in range(200)]
    strong = [advised(hand(8.0, seed))["snap_mm"] for seed in range(200)]
    assert usual.count(4.0) > 180
    assert strong.count(7.0) > 180


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([5.0, 1.0, 4.0, 2.0, 3.0]) == 4.0
    assert percentile([]) == 0.0
