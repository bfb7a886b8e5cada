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

from elder_tutor.app import build
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.learners.seen import seen
from tests.access.atspi import Bus, accessibility_bus
from tests.end2end.blind import Blind
from tests.end2end.screen import Screen, virtual_screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
DAY = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
NOW = ("--now", "2026-06-08T10:15")
BOOKING, WRITING = "book-appointment", "home-visit-request"
NAME = "أم خالد"
ARABIC, LATIN = re.compile("[\u0621-\u064a]{2}"), re.compile("[A-Za-z]{2}")
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


def prepared(folder: Path, lesson: str, lang: str, done: tuple[str, ...] = ()) -> Path:
    """A data folder with one person who has watched a lesson and done stages of it, in their language."""
    app = build(folder, clock=lambda: DAY, seed=lambda: 1, today=DAY.date())
    learner = app.people.add(NAME, "dallah")
    app.people.consent(learner.id, True)
    app.keep_settings({"language": lang})
    session, person, words = app.session(learner.id), Perfect(), app.wording("ar")
    turn, wishes = session.open(lesson, "watch"), []
    while not turn.guidance.finished:
        turn = session.watch_step()
    for number, stage in enumerate(done):
        turn, at = session.open(lesson, stage), 0
        while not turn.guidance.finished:
            if not number:
                wishes.append(person.choose(seen(turn.view, turn.guidance, words)))
            turn = session.act(wishes[at])
            at += 1
    session.close()
    app.close()
    return folder


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
    return [text for text in texts if other.search(text.replace(NAME, "")) and text != "English"]


@pytest.mark.parametrize(
    ("lesson", "lang"), [(BOOKING, "ar"), (WRITING, "ar"), (BOOKING, "en"), (WRITING, "en")]
)
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
