"""Clock and versions are compared with what can be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from elder_tutor.doctor import machine
from elder_tutor.doctor.finding import State

DOHA = timezone(timedelta(hours=3))


def clock_of(moment: datetime) -> tuple[State, object]:
    (found,) = machine.look_at_clock(lambda: moment)
    return found.state, found.todo


def test_a_clock_with_a_zone_is_fine() -> None:
    assert clock_of(datetime(2026, 6, 8, 10, 15, tzinfo=DOHA)) == (State.OK, None)


@pytest.mark.parametrize("year", [1970, 2025, 2106])
def test_a_year_that_cannot_be_is_worth_a_look(year: int) -> None:
    assert clock_of(datetime(year, 1, 1, tzinfo=DOHA)) == (State.WARN, machine.SET_CLOCK)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=3, minutes=7)), None])
def test_a_zone_that_was_never_set_is_worth_a_look(zone: timezone | None) -> None:
    assert clock_of(datetime(2026, 6, 8, tzinfo=zone)) == (State.WARN, machine.SET_ZONE)


@pytest.mark.parametrize(
    ("python", "qt", "state"),
    [
        ((3, 11, 7), "6.11.3", State.OK),
        ((3, 13, 1), "6.11.4", State.OK),
        ((3, 13, 1), "6.12.1", State.WARN),
        ((3, 11, 7), "6.12.0", State.BAD),
        ((3, 10, 9), "6.11.3", State.BAD),
        ((3, 11, 7), "", State.BAD),
    ],
)
def test_versions_the_program_was_not_tried_with_are_told(
    python: tuple[int, ...], qt: str, state: State
) -> None:
    (found,) = machine.look_at_versions(python, lambda: qt)
    assert found.state is state


def test_the_versions_of_this_very_machine_fit() -> None:
    (found,) = machine.look_at_versions()
    assert found.state is State.OK, found.details
