from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.reports.least import LEAST, enough, withheld

PARTS = st.lists(st.integers(0, 30), max_size=12)


def test_five_people_are_enough_and_four_are_not() -> None:
    assert (enough(LEAST), enough(LEAST - 1)) == (True, False)


def test_nobody_is_no_secret() -> None:
    assert withheld([0, 9, 0, 12]) == frozenset()


def test_a_single_small_part_hides_the_smallest_other_one() -> None:
    assert withheld([20, 3, 8, 0]) == {1, 2}


@given(PARTS)
def test_never_can_one_hidden_part_be_reckoned_from_the_others(parts: list[int]) -> None:
    hidden = withheld(parts)
    assert {place for place, count in enumerate(parts) if 0 < count < LEAST} <= hidden
    assert len(hidden) != 1 or not any(
        count >= LEAST for place, count in enumerate(parts) if place not in hidden
    )
