"""A screen's scale is kept by the screen's own name, and what was measured goes before what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from elder_tutor.ui.application import scale_of, told_scale
from elder_tutor.ui.measures.screens import facts_of, measured, screen_name, sides_mm, with_scale

SIZE = (1920, 1080)
KEPT = (("A 1366x768", 3.8), ("B 1920x1080", 5.5))


@pytest.mark.parametrize(
    ("known", "plug", "name"),
    [
        (("Iiyama", "PL2792", "11 65"), "HDMI-1", "Iiyama PL2792 11 65 1920x1080"),
        (("", " PL2792 ", ""), "HDMI-1", "PL2792 1920x1080"),
        (("", "", ""), "HDMI-1", "HDMI-1 1920x1080"),
        (("", "", ""), "", "screen 1920x1080"),
    ],
)
def test_a_screen_is_named_by_what_it_says_or_by_its_plug(
    known: tuple[str, str, str], plug: str, name: str
) -> None:
    assert screen_name(known, plug, SIZE) == name


def test_another_resolution_is_another_screen() -> None:
    assert screen_name(("A", "", ""), "", SIZE) != screen_name(("A", "", ""), "", (1280, 720))


def test_a_scale_is_added_changed_and_forgotten() -> None:
    assert with_scale(KEPT, "A 1366x768", 4.0) == [["A 1366x768", 4.0], ["B 1920x1080", 5.5]]
    assert with_scale(KEPT, "C", 6.0) == [["A 1366x768", 3.8], ["B 1920x1080", 5.5], ["C", 6.0]]
    assert with_scale(KEPT, "B 1920x1080", None) == [["A 1366x768", 3.8]]
    assert (measured(KEPT, "B 1920x1080"), measured(KEPT, "C")) == (5.5, None)


def test_the_sides_come_from_pixels_and_scale() -> None:
    assert sides_mm(1366, 768, 1366 / 361) == (361, 203)


def test_what_was_measured_goes_before_what_the_screen_tells(qapp: QApplication) -> None:
    screen = QGuiApplication.primaryScreen()
    name = facts_of(screen).name
    assert scale_of(screen, None, ((name, 7.25),)) == 7.25
    assert scale_of(screen, None, (("another 1x1", 7.25),)) == scale_of(screen, None)


@pytest.mark.parametrize(
    ("told", "size", "scale"),
    [(1366 / 361, (1366, 768), None), (5.6, (1920, 1080), 5.6), (0.0, SIZE, None), (40.0, SIZE, None)],
)
def test_a_reference_screen_and_a_screen_that_does_not_know_have_no_scale_of_their_own(
    told: float, size: tuple[int, int], scale: float | None
) -> None:
    assert told_scale(told, size) == scale
