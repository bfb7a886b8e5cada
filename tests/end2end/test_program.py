"""The real program on a virtual screen: it opens, is touched, is killed, and finds everything again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from elder_tutor.app import App, build
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.view import Action
from elder_tutor.reports.csv import group_csv, steps_csv
from elder_tutor.reports.heads import heads
from elder_tutor.reports.tables import group_table, learner_table
from tests.end2end.screen import Screen, virtual_screen
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(480)]
LONG = 60.0
"""Seconds that a busy machine may take to start the program."""
TOUCH = 5.0
"""Seconds after which a person touches again where nothing happened."""
DAY = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
NOW = ("--now", "2026-06-08T10:15")
LESSON = "book-appointment"
WRITING = "home-visit-request"
CANARY = "qanarybird"

PLACES = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QWidget
from elder_tutor.app import build
from elder_tutor.ui.program import Program
folder, lesson, touches = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
day = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
app = build(folder, clock=lambda: day, seed=lambda: 1, today=day.date())
program = Program(app)
window = program.window
def place(widget):
    point = widget.mapTo(window, widget.rect().center())
    print(point.x(), point.y(), flush=True)
def shown(fits):
    return next(w for w in window.findChildren(QWidget) if w.isVisibleTo(window) and fits(w))
learner = app.people.learners()[0]
program.show_page("sign-in")
place(shown(lambda w: learner.name in w.accessibleName()))
program.journey.begin(learner)
home = window.current
today = home.state.today is not None and home.state.today.id == lesson
place(home.banner.go if today else shown(lambda w: w.objectName().endswith(lesson)))
program.journey.classroom.open(lesson, "follow")
page = window.current
for _ in range(touches):
    target = program.journey.classroom.turn.guidance.target
    phone = page.phone
    phone.ensure_visible(target)
    spot = phone.rect_of(target).center()
    point = phone.mapTo(window, spot)
    print(point.x(), point.y(), flush=True)
    program.go_on()
program.close()
app.store.close()
"""


def open_app(folder: Path) -> App:
    """The domain on a data folder, as the program builds it."""
    return build(folder, clock=lambda: DAY, seed=lambda: 1, today=DAY.date())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one learner who has watched two lessons and begun one of them."""
    folder = tmp_path / "data"
    app = open_app(folder)
    learner = app.people.add("أم خالد", "dallah")
    app.people.consent(learner.id, True)
    session = app.session(learner.id)
    for lesson in (LESSON, WRITING):
        turn = session.open(lesson, "watch")
        while not turn.guidance.finished:
            turn = session.watch_step()
    turn, person = session.open(WRITING, "follow"), Perfect()
    while turn.guidance.step_id != "need":
        wish = person.choose(seen(turn.view, turn.guidance, app.wording("ar")))
        assert isinstance(wish, Action)
        turn = session.act(wish)
    session.close()
    app.store.close()
    return folder


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An X server of our own."""
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as made:
        yield made


def places(data: Path, tmp_path: Path, touches: int, lesson: str = LESSON) -> list[tuple[int, int]]:
    """Where a person would touch, read off the same pages drawn in another process on a copy of the data."""
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    told = subprocess.run(
        [sys.executable, "-c", PLACES, str(copy), lesson, str(touches)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return [(int(x), int(y)) for x, y in (line.split() for line in told.stdout.splitlines())]


def events(data: Path) -> list[tuple[str, str]]:
    """Kind and step of every event of the follow stage that the file holds."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        return list(
            db.execute(
                "SELECT kind, step FROM event WHERE stage = 'follow' AND lesson = ? ORDER BY seq", [LESSON]
            )
        )


def kinds(data: Path, kind: str) -> int:
    """How often a kind of event stands in the file."""
    return sum(each == kind for each, _ in events(data))


def moment(data: Path) -> int:
    """The number of the last event in the file."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        return int(db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])


def colours(image: QImage) -> int:
    """How many colours a picture has, looked at here and there; a bare ground has few."""
    across, down = range(0, image.width(), 16), range(0, image.height(), 16)
    return len({image.pixel(x, y) for x in across for y in down})


def shows(screen: Screen) -> bool:
    """Tell whether the screen shows more than a bare ground."""
    return colours(screen.picture()) > 12


def touched(screen: Screen, at: tuple[int, int], happened: Callable[[], bool]) -> bool:
    """Touch, as slowly as a person, until what the touch is for has happened."""

    def once() -> bool:
        screen.click(*at)
        return until(happened, TOUCH)

    return until(once, LONG)


def sign_in_and_open(screen: Screen, data: Path, card: tuple[int, int], lesson: tuple[int, int]) -> None:
    """Touch the picture on the welcome page, then the lesson on the person's own page."""
    assert until(lambda: shows(screen), LONG)
    welcome, before = screen.picture(), moment(data)
    assert touched(screen, card, lambda: different(welcome, screen.picture()) > 0.1)
    assert until(lambda: moment(data) > before, LONG)  # the arrival is stored by itself
    before = moment(data)
    assert touched(screen, lesson, lambda: moment(data) > before)


def test_killed_at_once_it_finds_the_same_step_and_all_events(
    data: Path, screen: Screen, tmp_path: Path
) -> None:
    card, lesson, *targets = places(data, tmp_path, 3)
    with screen.program("--data", str(data), *NOW):
        sign_in_and_open(screen, data, card, lesson)
        assert kinds(data, "opened") == 1
        for number, target in enumerate(targets, 1):
            assert touched(screen, target, lambda n=number: kinds(data, "acted") >= n)
    before = events(data)
    assert [kind for kind, _ in before].count("acted") == 3
    with screen.program("--data", str(data), *NOW):
        sign_in_and_open(screen, data, card, lesson)
        assert kinds(data, "resumed") == 1
    after = events(data)
    assert after[: len(before)] == before
    app = open_app(data)
    turn = app.session(app.people.learners()[0].id).open(LESSON, "follow")
    app.store.close()
    assert turn.resumed
    assert turn.guidance.step == 4


def test_picture_shows_what_the_real_window_shows(data: Path, screen: Screen, tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.png"
    words = ["picture", "sign-in", "--out", str(drawn), "--data", str(data)]
    with screen.program("--data", str(data), *NOW):
        assert until(lambda: shows(screen), LONG)
        subprocess.run(
            [sys.executable, "-m", "elder_tutor", *words], check=True, timeout=120, capture_output=True
        )
        assert until(lambda: different(screen.picture(), QImage(str(drawn))) < 0.002)


def different(one: QImage, other: QImage) -> float:
    """The share of pixels that differ visibly."""
    assert one.size() == other.size()
    form = QImage.Format.Format_Grayscale8
    a, b = (bytes(each.convertToFormat(form).constBits()) for each in (one, other))
    return sum(abs(x - y) > 24 for x, y in zip(a, b, strict=True)) / len(a)


def test_a_folder_that_cannot_be_used_shows_a_calm_page_and_keeps_the_program_open(
    screen: Screen, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    with screen.program("--data", str(blocked / "data")) as process:
        assert until(lambda: shows(screen), LONG)
        assert process.poll() is None
    assert blocked.read_text(encoding="utf-8") == "no folder"


def written(data: Path) -> int:
    """How many touches that wrote something the file holds."""
    with closing(sqlite3.connect(f"file:{data / 'progress.db'}?mode=ro", uri=True)) as db:
        told = db.execute(
            "SELECT count(*) FROM event WHERE kind = 'acted' AND json_extract(data, '$.class') <> ''"
        )
        return int(told.fetchone()[0])


def test_nothing_typed_is_stored_anywhere(data: Path, screen: Screen, tmp_path: Path) -> None:
    card, lesson, field = places(data, tmp_path, 1, WRITING)
    before = written(data)
    with screen.program("--data", str(data), *NOW):
        sign_in_and_open(screen, data, card, lesson)
        assert until(lambda: typed_into(screen, field, data, before), LONG)
        screen.type(CANARY[1:])
        assert until(lambda: written(data) >= before + len(CANARY))
    exported = exports(data)
    kept = [file for file in (*data.rglob("*"), *(tmp_path / "screen").rglob("*")) if file.is_file()]
    assert len(kept) >= 2
    parts = [
        CANARY[at : at + 4].encode(code) for at in range(len(CANARY) - 3) for code in ("utf-8", "utf-16-le")
    ]
    found = [file for file in kept for part in parts if part in file.read_bytes()]
    assert found == []
    assert not any(part in exported for part in parts)


def exports(data: Path) -> bytes:
    """Both tables as the trainer exports them."""
    app = open_app(data)
    learners, lessons = app.people.learners(), heads(app.catalog, ("watch", "follow", "alone"))
    words = app.wording("ar").shown
    exported = group_csv(group_table(app.store, learners, lessons), words)
    exported += steps_csv([learner_table(app.store, each, lessons) for each in learners], words)
    app.store.close()
    return exported


def typed_into(screen: Screen, field: tuple[int, int], data: Path, before: int) -> bool:
    """Touch the field and type the first letter; tell whether it was taken."""
    screen.click(*field)
    screen.type(CANARY[0])
    return until(lambda: written(data) > before, TOUCH)
