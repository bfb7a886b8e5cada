"""A whole lesson through the accessibility bus, by what is said and by names, roles and states alone.

The real program, a virtual screen, a private bus. The runner (``blind.Blind``) hears and
feels; this test alone looks into the data folder, to see that what was heard is true.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.access.atspi import Bus, accessibility_bus
from tests.access.prepared import NAME, prepared
from tests.end2end.blind import Blind
from tests.end2end.screen import Screen, virtual_screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
NOW = ("--now", "2026-06-08T10:15")
BOOKING, WRITING = "book-appointment", "home-visit-request"
ARABIC, LATIN = re.compile("[\u0621-\u064a]{2}"), re.compile("[A-Za-z]{2}")
PRACTISED, FORGOTTEN = ("follow", "find"), 2
"""Stages done before alone, and which name of the way is not remembered."""
ENTER = "Enter"
"""What stands on the key itself."""
KILLED_AFTER = 4
"""Touches before the plug is pulled. (What is being written is not stored: it comes back as an example.)"""


@pytest.fixture
def bus_and_screen(tmp_path: Path) -> Iterator[tuple[Bus, Screen]]:
    """A screen and a message bus of our own, on which a screen reader says that it is there."""
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as screen:
        screen.environment.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        with accessibility_bus(screen.environment, home) as bus, managed(screen):
            yield bus, screen


@contextmanager
def managed(screen: Screen) -> Iterator[None]:
    """Run a window manager: without one no window is ever active, and nothing has the focus."""
    quiet = subprocess.DEVNULL
    manager = subprocess.Popen(["openbox"], env=screen.environment, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        manager.terminate()
        manager.wait(10)


def count(data: Path, kind: str, stage: str = "follow") -> int:
    """How many events of a kind of a stage the file holds."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        told = db.execute("SELECT count(*) FROM event WHERE stage = ? AND kind = ?", [stage, kind])
        return int(told.fetchone()[0])


def at_home(person: Blind) -> list[str]:
    """Come in by one's own name, and hear what the own page offers."""
    assert person.listen(), "the welcome page says nothing"
    person.press(NAME)
    return person.listen()


def in_the_language(texts: list[str], lang: str) -> list[str]:
    """Texts that are not in a language: a person's name is no word of it, a key's letter neither."""
    other = ARABIC if lang == "en" else LATIN
    own = re.compile(f"{NAME}|{ENTER}")
    return [text for text in texts if other.search(own.sub("", text)) and text != "English"]


@pytest.mark.parametrize(("lesson", "lang"), [(BOOKING, "ar"), (WRITING, "ar"), (WRITING, "en")])
def test_a_whole_lesson_is_done_by_hearing_and_names_alone_and_found_again_after_a_kill(
    bus_and_screen: tuple[Bus, Screen], tmp_path: Path, lesson: str, lang: str,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    bus, screen = bus_and_screen
    data = prepared(tmp_path / "data", lesson, lang)
    with screen.program("--data", str(data), *NOW):
        first = Blind(bus)
        first.answer(at_home(first))
        before = first.go_on(lambda: count(data, "acted") >= KILLED_AFTER)
    kept = count(data, "acted")
    with screen.program("--data", str(data), *NOW):
        person = Blind(bus)
        offered = at_home(person)
        person.answer(offered)
        after = person.listen()
        assert after[-1].endswith(before[-1]), "it does not go on at the same step"
        assert count(data, "acted") == kept
        person.answer(after)
        praise = person.go_on(lambda: count(data, "finished") > 0)
    assert len(praise) == 2, "the page and its praise are announced"
    met = [*first.named, *person.named]
    record_property("answers", len(met))
    assert in_the_language([*first.heard, *person.heard], lang) == []
    assert in_the_language([node.name for node in met], lang) == []
    assert {"text", "button"} <= {node.role for node in met}


def test_who_has_done_it_together_does_it_alone_and_asks_where_they_forgot(
    bus_and_screen: tuple[Bus, Screen], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    bus, screen = bus_and_screen
    now = datetime.now(UTC)  # hints wait for the clock, which «--now» holds
    together, alone = (
        prepared(tmp_path / str(len(done)), BOOKING, "ar", done, now) for done in ((), PRACTISED)
    )
    with screen.program("--data", str(together)):
        before = Blind(bus)
        before.answer(at_home(before))
        before.named.clear()
        before.go_on(lambda: count(together, "finished") > 0)
    known = [node.name for node in before.named]
    forgotten = known.pop(FORGOTTEN)
    bus.said.clear()
    with screen.program("--data", str(alone)):
        person = Blind(bus, help=("مساعدة", "تلميح آخر"))
        person.answer(at_home(person))
        praise = person.go_alone(known, lambda: count(alone, "finished", "alone") > 0)
    record_property("asked", person.asked)
    assert person.asked > 0
    assert forgotten in [node.name for node in person.named], "the hint did not name what was forgotten"
    assert praise, "the praise is not announced"
    assert in_the_language(person.heard, "ar") == []


def test_titles_languages_and_letters_are_told_and_nothing_below_a_card(
    bus_and_screen: tuple[Bus, Screen], tmp_path: Path
) -> None:
    bus, screen = bus_and_screen
    data = prepared(tmp_path / "data", WRITING, "ar")
    with screen.program("--data", str(data), *NOW):
        person = Blind(bus)
        at_home(person)
        there = [node for node, _ in bus.walk()]
        titles = [node for node in there if node.role == "heading"]
        assert [bus.level(node.place) for node in titles][:1] == ["1"]
        spoken = {bus.language(node.place)[:2] for node in there if ARABIC.search(node.name)}
        assert spoken == {"ar"}
        assert {bus.language(node.place)[:2] for node in there if node.name == "English"} == {"en"}
        assert bus.grab(next(node for node in there if node.name == "مساعدة"))
        assert next(node for node, _ in bus.walk() if "focused" in node.states).name == "مساعدة"
        person.press("ضبط")
        person.listen()
        assert not {node.place for node in titles} & {node.place for node, _ in bus.walk()}
