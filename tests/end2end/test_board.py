"""Two real programs, one data folder: four failed tries here are seen there, the answer is heard here."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from elder_tutor.app import build
from tests.end2end.screen import Screen, virtual_screen
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
LONG = 60.0
"""Seconds that a busy machine may take to start a program."""
PROMISED = 5.0
"""Seconds from the touch to what the other person sees or hears (DESIGN 8)."""
LESSON = "book-appointment"
PLACE = "kiosk-3"
PIN = "2468"
FAILED = "kind = 'acted' AND json_extract(data, '$.right') = 0"
TRIES = 4
LAGOON, POMEGRANATE, BAR = QColor("#0A4F5C"), QColor("#8E1C2F"), 140
"""The bright button, a stuck learner, and the width of the trainer's bar in pixels."""

PLACES = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QAbstractButton, QWidget
from elder_tutor.app import build
from elder_tutor.lessons.view import Action, Do, Target
from elder_tutor.progress.events import EventKind
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.tolerance import target_at
app = build(Path(sys.argv[1]), seed=lambda: 1)
program = Program(app)
window, journey = program.window, program.journey
def place(point):
    print(point.x(), point.y(), flush=True)
def middle(widget):
    place(widget.mapTo(window, widget.rect().center()))
def shown(fits):
    return next(w for w in window.findChildren(QWidget) if w.isVisibleTo(window) and fits(w))
learner = app.people.learners()[0]
program.show_page("sign-in")
middle(shown(lambda w: learner.name in w.accessibleName()))
journey.begin(learner)
home = window.current
today = home.state.today is not None and home.state.today.id == sys.argv[2]
middle(home.banner.go if today else shown(lambda w: w.objectName().endswith(sys.argv[2])))
journey.classroom.open(sys.argv[2], "follow")
def is_wrong(one):
    journey.classroom.act(Action(Do.TAP, one))
    attempt = app.store.last_attempt(learner.id, sys.argv[2], "follow").id
    acted = [e for e in app.store.events(attempt) if e.kind is EventKind.ACTED]
    return bool(acted) and acted[-1].data.get("right") is False
turn = journey.classroom.turn
ids = [one.id for one in turn.view.elements if one.enabled and one.id != turn.guidance.target.element]
phone = window.current.phone
for one in ids:
    box = phone.rect_of(Target(one))
    point = phone.mapTo(window, box.center()) if box is not None else None
    if point is not None and isinstance(target_at(window, point), QAbstractButton) and is_wrong(one):
        place(point)
        break
caption = window.current.caption()
print(caption.left(), caption.top()); print(caption.right(), caption.bottom())
program.close()
app.close()
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a PIN and one learner who has watched the lesson."""
    folder = tmp_path / "data"
    with closing(build(folder, clock=lambda: datetime.now(UTC), seed=lambda: 1)) as app:
        app.people.choose_pin(PIN)
        learner = app.people.add("أبو راشد", "palm")
        app.people.consent(learner.id, True)
        session = app.session(learner.id)
        turn = session.open(LESSON, "watch")
        while not turn.guidance.finished:
            turn = session.watch_step()
        session.close()
    return folder


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[tuple[Screen, Screen]]:
    """A screen for the learner and one for the trainer."""
    homes = [tmp_path / name for name in ("kiosk", "trainer")]
    for home in homes:
        home.mkdir(mode=0o700)
    with virtual_screen(homes[0]) as kiosk, virtual_screen(homes[1]) as trainer:
        yield kiosk, trainer


def places(data: Path, tmp_path: Path) -> list[tuple[int, int]]:
    """Where a person touches: card, lesson, something wrong on the phone; then the caption's corners."""
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    words = [sys.executable, "-c", PLACES, str(copy), LESSON]
    told = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert told.returncode == 0, told.stderr
    return [(int(x), int(y)) for x, y in (line.split() for line in told.stdout.splitlines())]


def count(data: Path, which: str) -> int:
    """How many events of a kind the file holds for the learner's own touches."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        told = db.execute(f"SELECT count(*) FROM event WHERE kiosk = '{PLACE}' AND {which}")
        return int(told.fetchone()[0])


def last_touch(data: Path) -> float:
    """When the last failed try was made, in seconds of the clock."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        return float(db.execute(f"SELECT max(at) / 1000.0 FROM event WHERE {FAILED}").fetchone()[0])


def pixels(image: QImage, colour: QColor, box: QRect) -> list[tuple[int, int]]:
    """Where a colour stands in a part of a picture, looked at every fourth pixel."""
    across, down = range(box.left(), box.right(), 4), range(box.top(), box.bottom(), 4)
    return [(x, y) for x in across for y in down if image.pixel(x, y) & 0xFFFFFF == colour.rgb() & 0xFFFFFF]


def beside_bar(image: QImage) -> QRect:
    """The page without the bar, which stands at the right in Arabic."""
    return QRect(0, 0, image.width() - BAR, image.height())


def changed(before: QImage, now: QImage, box: QRect) -> bool:
    """Tell whether a part of a picture looks different."""
    points = [(x, y) for x in range(box.left(), box.right(), 6) for y in range(box.top(), box.bottom(), 6)]
    other = sum(before.pixel(x, y) != now.pixel(x, y) for x, y in points)
    return other > len(points) * 0.02


def captioned(kiosk: Screen, before: QImage, words: QRect) -> bool:
    """Tell whether a card with an edge of its own lies over the sentence: the caption."""
    now = kiosk.picture()
    edges = words.adjusted(-12, -4, 12, 4)
    more = len(pixels(now, LAGOON, edges)) - len(pixels(before, LAGOON, edges))
    return more > 20 and changed(before, now, words)


def touched(screen: Screen, at: tuple[int, int], happened: Callable[[], bool]) -> bool:
    """Touch, as slowly as a person, until what the touch is for has happened."""

    def once() -> bool:
        screen.click(*at)
        return until(happened, 5.0)

    return until(once, LONG)


def open_board(trainer: Screen) -> bool:
    """Give the PIN, once the door stands; tell whether the board came."""
    empty = trainer.picture()
    assert until(lambda: changed(empty, trainer.picture(), beside_bar(empty)), LONG)
    door = trainer.picture()
    trainer.type(PIN)
    trainer.press("Return")
    return until(lambda: changed(door, trainer.picture(), QRect(1366 - BAR, 100, BAR - 20, 200)), LONG)


def resting(screen: Screen, box: QRect) -> QImage:
    """The picture of a screen on which nothing has moved for three seconds: the voice has ended."""
    kept = [screen.picture(), 0.0]

    def still() -> bool:
        now = screen.picture()
        if changed(kept[0], now, box):
            kept[:] = [now, 0.0]
        kept[1] = kept[1] or time.monotonic()
        return time.monotonic() - kept[1] > 3.0

    assert until(still, LONG, 0.1)
    return kept[0]


def test_four_failed_tries_rise_on_the_board_and_the_answer_is_heard(
    data: Path, screens: tuple[Screen, Screen], tmp_path: Path, record_property: Callable[..., None]
) -> None:
    kiosk, trainer = screens
    card, lesson, wrong, first, last = places(data, tmp_path)
    words = QRect(first[0], first[1], last[0] - first[0], last[1] - first[1])
    here, there = ("--data", str(data), "--kiosk", PLACE), ("trainer", "--data", str(data))
    with kiosk.program(*here), trainer.program(*there):
        assert open_board(trainer)
        assert until(lambda: kiosk.shows(), LONG)
        assert touched(kiosk, card, lambda: count(data, "kind = 'arrived'") > 0)
        assert touched(kiosk, lesson, lambda: count(data, "stage = 'follow' AND kind = 'opened'") > 0)
        assert pixels(trainer.picture(), POMEGRANATE, beside_bar(trainer.picture())) == []
        for number in range(1, TRIES + 1):
            assert touched(kiosk, wrong, lambda n=number: count(data, FAILED) >= n)
        assert until(lambda: red(trainer), PROMISED), "the board did not show who is stuck"
        seen = time.time() - last_touch(data)
        before = resting(kiosk, words)
        bright = pixels(trainer.picture(), LAGOON, beside_bar(trainer.picture()))
        middle = bright[len(bright) // 2]
        began = time.monotonic()
        trainer.click(*middle)
        assert until(lambda: captioned(kiosk, before, words), PROMISED), "the learner heard nothing"
        heard = time.monotonic() - began
        kiosk.picture().save(str(tmp_path / "kiosk.png"))
        assert until(lambda: not red(trainer), PROMISED), "the card did not calm down"
        trainer.picture().save(str(tmp_path / "trainer.png"))
    assert count(data, "kind = 'coming'") == 1
    record_property("seconds", (seen, heard))
    print(f"\nseen on the board after {seen:.2f} s, heard at the place after {heard:.2f} s ")  # noqa: T201


def red(trainer: Screen) -> bool:
    """Tell whether the board shows somebody who is stuck, in the upper third of the page."""
    picture = trainer.picture()
    return len(pixels(picture, POMEGRANATE, QRect(0, 90, picture.width() - BAR, 80))) > 200
