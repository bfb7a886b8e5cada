"""Three minutes, a minute of counting, two more until a lesson shows itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.ui.kiosk.patience import Patience, Phase


class World:
    """A clock, and whether anything is at work."""

    def __init__(self) -> None:
        self.now, self.busy, self.welcoming = 0, False, False
        self.told: list[object] = []
        self.patience = Patience(lambda: self.now, lambda: self.busy, lambda: self.welcoming)
        self.patience.asked.connect(lambda: self.told.append("asked"))
        self.patience.counted.connect(self.told.append)
        self.patience.gone.connect(lambda: self.told.append("gone"))
        self.patience.shown.connect(lambda: self.told.append("shown"))

    def wait(self, seconds: int) -> list[object]:
        """Let seconds pass, one by one; answer what was told meanwhile."""
        self.told.clear()
        for _ in range(seconds):
            self.now += 1000
            self.patience.look()
        return list(self.told)


@pytest.fixture
def world(qapp: QApplication) -> World:
    """A page on which somebody practises."""
    return World()


def test_after_three_minutes_it_asks_and_counts_a_minute_down(world: World) -> None:
    assert world.wait(179) == []
    assert world.wait(1) == ["asked", 60]
    assert world.wait(60) == [*range(59, -1, -1), "gone"]


def test_a_touch_begins_the_three_minutes_anew(world: World) -> None:
    world.wait(179)
    world.patience.touched()
    assert world.wait(179) == []


def test_voice_and_demonstration_count_as_activity(world: World) -> None:
    world.busy = True
    assert world.wait(600) == []
    world.busy = False
    assert world.wait(179) == []
    assert world.wait(1) == ["asked", 60]


def test_while_it_counts_only_the_button_ends_it(world: World) -> None:
    world.wait(180)
    world.patience.touched()
    assert world.wait(2) == [59, 58]
    world.patience.use()
    assert world.wait(179) == []


def test_nobody_is_asked_on_the_welcome_page_a_lesson_shows_itself(world: World) -> None:
    world.welcoming = True
    assert world.wait(119) == []
    assert world.wait(1) == ["shown"]
    assert world.wait(600) == []
    assert world.patience.phase is Phase.SHOWING


def test_two_minutes_after_the_reset_a_lesson_shows_itself(world: World) -> None:
    world.patience.gone.connect(lambda: setattr(world, "welcoming", True))
    assert world.wait(240)[-1] == "gone"
    assert world.wait(120) == ["shown"]


def test_the_timer_looks_by_itself(world: World, qtbot: object) -> None:
    wait_until: Callable[..., None] = qtbot.waitUntil  # type: ignore[attr-defined]
    world.patience.begin()
    world.now = 200_000
    wait_until(lambda: "asked" in world.told)
