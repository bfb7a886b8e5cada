"""A whole lesson with the keyboard alone: a real window manager, real keys, no mouse.

No screen reader is there, so that the program behaves as for somebody who sees. What is to be
pressed comes from the same lesson played in the domain; where the focus is, and whether it
shows, is read off the accessibility bus and the picture of the screen.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from elder_tutor.app import App, build
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.learners.seen import Seen, seen
from elder_tutor.lessons.view import Action, Do
from tests.access.atspi import Bus, Node, accessibility_bus
from tests.access.prepared import DAY, NAME, prepared
from tests.end2end.blind import CONTROLS
from tests.end2end.screen import Screen, virtual_screen
from tests.end2end.test_blind import NOW, WRITING, count, managed
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
ROUND = 60
"""Presses of Tab after which somebody has been everywhere on a page, and more."""
PATIENCE = 15.0
ARABIC = 0x5A0 - 0x600
"""From a letter's place in Unicode to the key of an Arabic keyboard (X11 keysyms)."""


def open_app(folder: Path) -> App:
    """The domain on a data folder, as the program builds it."""
    return build(folder, clock=lambda: DAY, seed=lambda: 1, today=DAY.date())


def way(folder: Path) -> list[str]:
    """What is pressed and written in the lesson, by the names that stand there; "\\n" for Enter."""
    app = open_app(folder)
    session, person = app.session(None), Perfect()
    turn, names = session.open(WRITING, "follow"), []
    while not turn.guidance.finished:
        page = seen(turn.view, turn.guidance, app.wording("ar"))
        wish = person.choose(page)
        assert isinstance(wish, Action)
        names.append(name_of(wish, page))
        turn = session.act(wish)
    session.close()
    app.close()
    return names


def name_of(wish: Action, page: Seen) -> str:
    """What stands on the thing that is acted on."""
    if wish.do is Do.KEY:
        return wish.text
    if wish.do is Do.DONE:
        return "\n"
    thing = page.thing(wish.element)
    assert thing is not None, wish
    return next((row.name for row in thing.rows if row.id == wish.row), thing.name)


@dataclass(slots=True)
class Keys:
    """A person with a keyboard: Tab, Space, Enter and letters. ``lost`` notes when no focus was seen."""

    bus: Bus
    screen: Screen
    tabs: int = 0
    lost: list[str] = field(default_factory=list)

    def holds(self) -> Node | None:
        """Answer what has the focus, as the bus told last."""
        self.bus.hear(0.03)
        held = self.bus.node(self.bus.focus[-1]) if self.bus.focus else None
        if held is None or "focused" not in held.states:
            held = next((node for node, _ in self.bus.walk() if "focused" in node.states), None)
        return held

    def reach(self, name: str) -> None:
        """Press Tab until what bears a name has the focus."""
        for _ in range(ROUND):
            held = self.holds()
            if held is None:
                self.lost.append(name)
            elif held.role in CONTROLS and name in (held.name, held.name.partition(". ")[0]):
                return
            self.screen.press("Tab")
            self.tabs += 1
        raise AssertionError(f"«{name}» cannot be reached with Tab")

    def do(self, name: str, key: str) -> None:
        """Press what bears a name with Space or Enter, or write a letter."""
        if name == "\n":
            self.screen.press("Return")
        elif len(name) == 1:
            self.screen.press(name if name.isascii() else f"0x{ARABIC + ord(name):x}")
        else:
            self.reach(name)
            self.screen.press(key)


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[tuple[Bus, Screen]]:
    """A screen with a window manager and a bus on which nobody says that a screen reader is there."""
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as screen:
        screen.environment.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        with accessibility_bus(screen.environment, home, reader=False) as bus, managed(screen):
            subprocess.run(["setxkbmap", "-layout", "ara"], env=screen.environment, check=True, timeout=20)
            yield bus, screen


def acted(data: Path, stage: str) -> int:
    """How many touches of a stage the file holds."""
    return count(data, "acted", stage)


@pytest.mark.parametrize("stage", ["follow", "alone"])
def test_a_lesson_is_done_from_the_door_to_its_praise_and_back_with_keys_alone(
    hands: tuple[Bus, Screen], tmp_path: Path, stage: str
) -> None:
    bus, screen = hands
    done = ("follow", "find") if stage == "alone" else ()
    data, steps = prepared(tmp_path / "data", WRITING, "ar", done), way(tmp_path / "way")
    with screen.program("--data", str(data), *NOW):
        assert until(screen.shows, PATIENCE)
        person = Keys(bus, screen)
        person.do(NAME, "Return")
        assert until(lambda: named(bus, "صفحتي"), PATIENCE)
        person.do("لنتابع", "space")
        assert until(lambda: count(data, "opened", stage) == 1, PATIENCE)
        for number, name in enumerate(steps):
            before = acted(data, stage)
            person.do(name, "space" if number % 2 else "Return")
            assert until(lambda b=before: acted(data, stage) > b, PATIENCE), f"«{name}» did nothing"
            if count(data, "finished", stage):
                break
        assert count(data, "finished", stage) == 1
        assert until(lambda: person.holds() is not None, PATIENCE)
        person.do("صفحتي", "Return")
        assert until(lambda: named(bus, "صفحتي"), PATIENCE)
        assert person.holds() is not None, "the focus is lost on the own page"
    assert person.lost == []


def named(bus: Bus, name: str) -> bool:
    """Tell whether the page in front bears a name."""
    return any(node.role == "panel" and node.name == name for node, _ in bus.walk())
