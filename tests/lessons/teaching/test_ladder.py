"""The timings of the hint ladder are data with bounds."""

from __future__ import annotations

import json

import pytest

from elder_tutor import resources
from elder_tutor.errors import BugError
from elder_tutor.lessons.teaching.ladder import BOUNDS, FILE, ladder, read_ladder

TEXT = (resources.assets() / FILE).read_text("utf-8")


def told(**changes):
    """The file with other numbers."""
    data = json.loads(TEXT)
    for name, value in changes.items():
        (data["wait_seconds"] if name in data["wait_seconds"] else data)[name] = value
    return json.dumps(data)


def test_the_program_waits_as_the_design_says():
    held = ladder()
    assert (held.usual_ms, held.dwell_ms, held.wrong_actions) == (20_000, 2_000, 2)
    assert held.shortest_ms == held.usual_ms


def test_other_numbers_are_taken_from_the_file():
    assert read_ladder(told(longest=60)).longest_ms == 60_000


@pytest.mark.parametrize("name", BOUNDS)
def test_a_number_outside_its_bounds_is_refused(name):
    least, most = BOUNDS[name]
    for value in (least - 1, most + 1):
        with pytest.raises(BugError):
            read_ladder(told(**{name: value}))


@pytest.mark.parametrize("value", ["20", True, None])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(BugError):
        read_ladder(told(usual=value))


def test_the_usual_wait_lies_between_the_others():
    with pytest.raises(BugError):
        read_ladder(told(usual=50))


def test_a_missing_number_is_refused():
    data = json.loads(TEXT)
    del data["wrong_actions"]
    with pytest.raises(BugError):
        read_ladder(json.dumps(data))
