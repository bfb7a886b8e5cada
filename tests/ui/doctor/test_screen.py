"""A screen is judged by its millimetres; the sizes are those of DESIGN 7, set by hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.doctor.finding import State
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.doctor import screen
from elder_tutor.ui.doctor.screen import ScreenSize, look, primary


@pytest.mark.parametrize(
    ("size", "state"),
    [
        ((1366, 768, 361, 203), State.OK),
        ((1280, 800, 338, 212), State.OK),
        ((1920, 1080, 508, 286), State.OK),
        ((1080, 1920, 398, 708), State.OK),
        ((1920, 1080, 345, 194), State.WARN),
        ((1366, 768, 300, 170), State.WARN),
        ((1366, 768, 250, 140), State.WARN),
        ((1366, 768, 249, 140), State.BAD),
        ((1280, 800, 250, 139), State.BAD),
        ((800, 1280, 135, 217), State.BAD),
    ],
)
def test_a_screen_is_judged_by_its_millimetres(size: tuple[int, int, int, int], state: State) -> None:
    found, _ = look(ScreenSize(*size))
    assert found.state is state


@pytest.mark.parametrize("mm", [(0, 0), (1600, 900), (160, 90), (508, 0)])
def test_millimetres_that_cannot_be_are_not_believed(mm: tuple[int, int]) -> None:
    (found,) = look(ScreenSize(1920, 1080, *mm))
    assert (found.state, found.todo) == (State.WARN, screen.MEASURE)


@pytest.mark.parametrize(("by_card", "what"), [(True, screen.MEASURED), (False, screen.TOLD)])
def test_it_is_told_whether_somebody_measured_the_screen(by_card: bool, what: Phrase) -> None:
    _, found = look(ScreenSize(1366, 768, 361, 203, by_card))
    assert (found.id, found.state, found.what) == ("calibration", State.OK, what)


def test_what_was_measured_is_believed_however_strange() -> None:
    found, _ = look(ScreenSize(1920, 1080, 1600, 900, True))
    assert found.state is State.OK


def test_a_screen_that_was_measured_too_small_is_told() -> None:
    found, _ = look(ScreenSize(1366, 768, 240, 135, True))
    assert (found.state, found.what) == (State.BAD, screen.SMALL)


def test_no_screen_is_no_trouble(qapp: QApplication) -> None:
    assert primary() is None
    (found,) = look(None)
    assert (found.state, found.what) == (State.OK, screen.NONE)
