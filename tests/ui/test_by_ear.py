"""The program by ear alone, from the welcome page on: what is said, and keys; no eyes, no reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from elder_tutor.app import build
from elder_tutor.ui.application import Composition
from tests.access.prepared import DAY, NAME, prepared
from tests.ui.ear import TONGUES, Ear

BOOKING, WRITING = "book-appointment", "home-visit-request"
MOST = 70
"""Answers after which no lesson is left."""
Door = Callable[..., tuple[Ear, Composition]]


@pytest.fixture
def door(qapp: QApplication, tmp_path: Path, pack_cache: Path) -> Iterator[Door]:
    """The welcome page of a machine where one person has done stages of a lesson; F8 was pressed."""
    made: list[Composition] = []

    def open_door(lang: str, lesson: str, done: tuple[str, ...] = ()) -> tuple[Ear, Composition]:
        passed = [timedelta()]
        folder = prepared(tmp_path / "data", lesson, lang, done)
        app = build(
            folder, clock=lambda: DAY + passed[0], seed=lambda: 1, today=DAY.date(), cache_dir=pack_cache
        )
        app.keep_settings({"repeat_ms": 0})  # nobody's finger trembles here
        whole = Composition(app, clock_ms=lambda: 0)
        made.append(whole)
        whole.voice.do_without()
        window = whole.window
        window.setUpdatesEnabled(False)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        window.setFocus()
        QApplication.processEvents()
        person = Ear(window, TONGUES[lang])
        person.waits = lambda: passed.__setitem__(0, passed[0] + timedelta(seconds=10))
        whole.journey.start()
        person.key(Qt.Key.Key_F8)
        return person, whole

    yield open_door
    for whole in made:
        whole.window.close()
        whole.app.close()


def done_by_ear(person: Ear, whole: Composition) -> int:
    """Answer what is said until the stage is over; answer how often it took."""
    for count in range(MOST):
        turn = whole.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            return count
        person.answer()
    raise AssertionError(f"not done after {MOST} answers; the last was {person.last}")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("lang", "lesson", "done"),
    [
        ("ar", WRITING, ()),
        ("en", BOOKING, ()),
        ("ar", BOOKING, ("follow",)),
        ("en", WRITING, ("follow", "find")),
    ],
)
def test_a_whole_lesson_is_done_by_ear_and_keys_alone(
    door: Door, lang: str, lesson: str, done: tuple[str, ...]
) -> None:
    person, whole = door(lang, lesson, done)
    person.press_named(NAME)
    person.press_named("لنتابع" if lang == "ar" else "let us go on")
    assert done_by_ear(person, whole) > 10
    assert bool(person.asked) or not done, "who is alone hears hints when they ask for them"
    assert person.last, "the praise is not said"


def test_a_guest_finds_a_lesson_by_ear_watches_it_and_goes_on(door: Door) -> None:
    person, whole = door("ar", BOOKING)
    for name in ("ضيف", "الدروس", "صحتكم", "حجز موعد"):
        assert person.press_named(name), f"nothing is said after «{name}»"
    for _ in range(MOST):
        turn = whole.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            break
        whole.bridge.watch_on()  # as the voice does at the end of each sentence
    assert person.last, "what was watched ends without a word"
    assert person.press_named("لنتابع")
    assert done_by_ear(person, whole) > 10
