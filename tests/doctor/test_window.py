"""Type and screen are looked at in a process of its own; whatever becomes of it is a finding."""

from __future__ import annotations

import os
import sys

from elder_tutor.doctor import window
from elder_tutor.doctor.finding import State


def without_display() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_without_a_screen_letters_are_still_looked_at() -> None:
    found = {one.id: one for one in window.look("اب", without_display())}
    assert set(found) == {"font", "joining", "order", "glyphs", "screen"}
    assert {one.state for one in found.values()} == {State.OK}, found


def test_without_a_screen_qt_draws_into_memory() -> None:
    assert window.environment({})["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in window.environment({"WAYLAND_DISPLAY": "wayland-0"})


def test_a_screen_that_cannot_be_opened_is_told() -> None:
    (found,) = window.look("اب", {**without_display(), "DISPLAY": ":7777", "QT_QPA_PLATFORM": "xcb"})
    assert (found.state, found.todo) == (State.BAD, window.INSTALL)


def test_a_window_system_that_hangs_is_told() -> None:
    command = (sys.executable, "-c", "import time; time.sleep(60)")
    (found,) = window.look("", command=command, seconds=0.3)
    assert found.what == window.NO_WINDOW


def test_a_process_that_says_nothing_useful_is_told() -> None:
    (found,) = window.look("", command=(sys.executable, "-c", "print('moon')"))
    assert (found.state, found.details) == (State.BAD, "exit code 0")
