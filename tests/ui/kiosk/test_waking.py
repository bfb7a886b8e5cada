"""The touch that wakes the screen presses nothing, however long it lasts and whatever tells of it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton

from elder_tutor.ui.kiosk.guard import AWAKE_MS
from elder_tutor.ui.kiosk.patience import IDLE_S, SHOW_S
from elder_tutor.ui.touching import rules
from tests.ui.touching.screen import Screen

LONG_MS = 60_000


@pytest.fixture
def screen(place) -> Screen:
    """A touch screen below the kiosk."""
    return Screen(place.program.window)


@pytest.fixture
def pressed(place) -> list[str]:
    """What was pressed since, by name."""
    names: list[str] = []
    for button in place.program.window.current.findChildren(QAbstractButton):
        button.clicked.connect(partial(lambda name, _=False: names.append(name), button.objectName()))
    return names


def guest(place) -> QPointF:
    """Where a button of the welcome page lies."""
    window = place.program.window
    return QPointF(rules.places_of(window.current.guest, window)[0].center())


def shows(place) -> bool:
    showing = place.kiosk._showing
    return showing is not None and showing.shows


@pytest.mark.parametrize("held", [80, 3000])
def test_a_touch_that_ends_the_demonstration_presses_nothing(place, screen, pressed, held: int) -> None:
    at = guest(place)
    place.wait(SHOW_S + 1)
    assert shows(place)
    screen.press(at)
    screen.move(at, after=held)
    screen.release()
    assert not shows(place)
    assert pressed == []


def test_a_mouse_that_tells_of_the_waking_touch_again_presses_nothing(place, screen, pressed) -> None:
    at = guest(place)
    place.wait(SHOW_S + 1)
    screen.tap(at)
    screen.click(at, after=200)
    assert pressed == []


def test_a_finger_laid_down_while_one_wakes_the_screen_presses_nothing(place, screen, pressed) -> None:
    place.wait(SHOW_S + 1)
    screen.press(QPointF(5, 400))
    screen.press(guest(place), finger=1, after=100)
    screen.release(finger=1)
    screen.release()
    assert pressed == []


def test_a_touch_that_ends_the_count_presses_nothing_below(place, screen) -> None:
    program = place.program
    program.show_page("home")
    place.silence()
    place.wait(IDLE_S + 1)
    assert place.kiosk.idle.isVisible()
    turn = program.window.current
    screen.tap(QPointF(30, 400))
    assert not place.kiosk.idle.isVisible()
    assert program.window.current is turn


def test_the_next_touch_presses_again(place, screen, pressed, qtbot) -> None:
    at = guest(place)
    place.wait(SHOW_S + 1)
    screen.tap(at)
    qtbot.waitUntil(lambda: not place.kiosk.guard._waking)
    screen.press(at, after=2000)
    screen.release()
    assert len(pressed) == 1


def test_a_touch_reaches_guard_and_page_once(place, screen) -> None:
    used: list[bool] = []
    place.kiosk.guard.used.connect(lambda: used.append(True))
    down: list[QEvent.Type] = []
    place.program.window.current.guest.pressed.connect(lambda: down.append(QEvent.Type.TouchBegin))
    screen.press(guest(place))
    assert used
    assert len(down) <= 1
    assert place.program.window.current.guest.isDown()


def test_hammering_does_not_keep_the_screen_asleep(place, screen, pressed, qtbot) -> None:
    settled = place.kiosk.guard._settled
    settled.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one ends with its neighbours
    settled.setInterval(LONG_MS)
    place.wait(SHOW_S + 1)
    screen.click(guest(place))
    place.now += AWAKE_MS
    qtbot.waitUntil(lambda: settled.remainingTime() < LONG_MS - 300)
    screen.click(guest(place), after=1000)
    assert settled.remainingTime() < LONG_MS - 300
    settled.start(1)
    qtbot.waitUntil(lambda: not settled.isActive())
    screen.click(guest(place), after=1000)
    assert pressed == ["signIn.guest"]
