"""The real program on a fresh machine: three questions by real touches, killed in between, one's own page."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.end2end.screen import Screen, virtual_screen
from tests.end2end.test_program import different
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(480)]
LONG = 60.0
"""Seconds that a busy machine may take to start the program."""
TOUCH = 5.0
"""Seconds after which a person touches again where nothing happened."""
TURNED = 0.05
"""The share of the picture that differs once another page stands; a word that lights up is less."""
OPENED_BY = "SELECT name FROM learner JOIN event ON event.learner = learner.id WHERE kind = 'opened'"
NOW = ("--now", "2026-06-08T10:15")

PLACES = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QWidget
from elder_tutor.app import build
from elder_tutor.ui.family import front
from elder_tutor.ui.program import Program
day = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
app = build(Path(sys.argv[1]), clock=lambda: day, seed=lambda: 1, today=day.date())
program = Program(app)
window, journey = program.window, program.journey
journey.front_door = front.door_of(journey)
journey.start()
def place(name, then):
    widget = next(w for w in window.findChildren(QWidget, name) if w.isVisibleTo(window))
    point = widget.mapTo(window, widget.rect().center())
    print(point.x(), point.y(), flush=True)
    then()
for tile in ("home", "mother", "palm", "qa"):
    place("firstStart.tile." + tile, lambda: journey.household.choose(tile))
learner = app.people.learners()[0]
place("signIn.person." + learner.id, lambda: journey.sign_in(learner.id))
place("consent.yes", lambda: journey.consented(True))
journey.begin(app.people.learners()[0])
place(window.current.banner.go.objectName(), lambda: None)
program.close()
app.close()
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An X server of our own."""
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as made:
        yield made


@pytest.fixture
def places(tmp_path: Path) -> list[tuple[int, int]]:
    """Where a person would touch, read off the same pages drawn in another process on a folder of its own."""
    told = subprocess.run(
        [sys.executable, "-c", PLACES, str(tmp_path / "drawn")],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return [(int(x), int(y)) for x, y in (line.split() for line in told.stdout.splitlines())]


def told(data: Path, question: str, *values: str) -> str:
    """Answer the first value of the first row that the file holds, "" where there is none yet."""
    with suppress(sqlite3.OperationalError), closing(
        sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)
    ) as db:  # fmt: skip
        row = db.execute(question, values).fetchone()
        return str(row[0]) if row and row[0] is not None else ""
    return ""


def setting(data: Path, name: str) -> str:
    """Answer a setting of the house, "" before there is one."""
    kept = json.loads(told(data, "SELECT value FROM setting WHERE owner = ''") or "{}")
    return str(kept.get(name, ""))


def touched(screen: Screen, at: tuple[int, int], happened: Callable[[], bool]) -> bool:
    """Touch, as slowly as a person, until what the touch is for has happened."""

    def once() -> bool:
        screen.click(*at)
        return until(happened, TOUCH)

    return until(once, LONG)


def test_three_questions_a_power_cut_and_ones_own_page(
    screen: Screen, places: list[tuple[int, int]], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    at_home, mother, palm, country, card, yes, lesson = places
    run = ("--data", str(data), *NOW)
    with screen.program(*run):
        assert until(screen.shows, LONG)
        assert touched(screen, at_home, lambda: setting(data, "place") == "home")
        assert setting(data, "first_start") == "who"
    with screen.program(*run):  # killed: the second question stands at once
        assert until(screen.shows, LONG)
        first = screen.picture()
        assert touched(screen, mother, lambda: different(first, screen.picture()) > TURNED)
        assert touched(
            screen, palm, lambda: bool(told(data, "SELECT picture FROM learner WHERE picture = 'palm'"))
        )
        assert setting(data, "first_start") == "region"
    with screen.program(*run):  # and the third
        assert until(screen.shows, LONG)
        assert touched(screen, country, lambda: setting(data, "region") == "qa")
        assert setting(data, "first_start") == ""
        welcome = screen.picture()
        assert touched(screen, card, lambda: different(welcome, screen.picture()) > TURNED)
        assert touched(
            screen, yes, lambda: bool(told(data, "SELECT consent FROM learner WHERE picture = 'palm'"))
        )
    with screen.program(*run):  # nothing is asked any more: picture, own page, lesson
        assert until(screen.shows, LONG)
        welcome = screen.picture()
        assert touched(screen, card, lambda: different(welcome, screen.picture()) > TURNED)
        assert touched(
            screen, lesson, lambda: bool(told(data, "SELECT learner FROM event WHERE kind = 'opened'"))
        )
    name = told(
        data, "SELECT name FROM learner JOIN event ON event.learner = learner.id WHERE kind = 'opened'"
    )
    assert name == "والدتي"
