"""What a step says is prepared while the one before it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.speech.engine import Spoken
from elder_tutor.text.line import Line
from elder_tutor.ui.program import Program


class Notes:
    """An engine that notes what is asked ahead and what is asked now, and never has a voice."""

    voice = "male"

    def __init__(self) -> None:
        self.ahead: set[Line] = set()
        self.now: list[Line] = []
        self.read_end, self.write_end = os.pipe()

    def submit(
        self, text: Line, lang: str = "", wpm: int = 0, private: bool = False, ahead: bool = False
    ) -> int:
        self.ahead.add(text) if ahead else self.now.append(text)
        return 0

    def results(self) -> list[Spoken]:
        return []

    def forget_waiting(self) -> None:
        return

    def forget_clips(self) -> None:
        self.ahead.clear()

    def fileno(self) -> int:
        return self.read_end


class Quiet:
    """A loudspeaker nobody hears."""

    volume, position_ms, finished = 0, 0, False

    def play(self, clip: object) -> None:
        raise AssertionError

    def pause(self) -> None:
        return

    def resume(self) -> None:
        return

    def stop(self) -> None:
        return


@pytest.fixture
def notes() -> Iterator[Notes]:
    """An engine that notes."""
    made = Notes()
    yield made
    os.close(made.read_end)
    os.close(made.write_end)


@pytest.fixture
def shown(program: Callable[..., Program], notes: Notes) -> Program:
    """A window with the engine that notes."""
    made = program()
    made.whole.voice.connect_speech(notes, Quiet())
    return made


def look_ahead(program: Program) -> None:
    """Let the page rest until everything is prepared."""
    classroom = program.journey.classroom
    while classroom._idle.isActive():
        classroom._foresee()


@pytest.mark.parametrize("lesson", ["book-appointment", "home-visit-request", "phishing-sms"])
def test_the_first_sentence_of_every_step_of_follow_was_prepared(
    lesson: str, shown: Program, notes: Notes
) -> None:
    turn = shown.show_lesson(lesson, "follow")
    missed = []
    while not turn.guidance.finished:
        look_ahead(shown)
        asked = len(notes.now)
        turn = shown.go_on()
        if len(notes.now) > asked and notes.now[asked] not in notes.ahead:
            missed.append(notes.now[asked].shown)
    assert missed == []


def test_watch_has_its_next_words_ready(shown: Program, notes: Notes) -> None:
    shown.show_lesson("book-appointment", "watch")
    for _ in range(4):
        look_ahead(shown)
        asked = len(notes.now)
        shown.go_on()
        assert notes.now[asked] in notes.ahead


def test_every_rung_of_help_is_ready(shown: Program, notes: Notes) -> None:
    shown.show_lesson("book-appointment", "alone")
    for _ in range(4):
        look_ahead(shown)
        asked = len(notes.now)
        shown.help()
        assert notes.now[asked] in notes.ahead


def test_the_end_of_a_check_is_ready(shown: Program, notes: Notes) -> None:
    shown.show_lesson("book-appointment", Stage.CHECK.value)
    look_ahead(shown)
    asked = len(notes.now)
    shown.whole.bridge.done()
    assert notes.now[asked] in notes.ahead


def test_looking_ahead_changes_nothing(shown: Program) -> None:
    turn = shown.show_lesson("book-appointment", "follow", 3)
    session = shown.whole.bridge.session
    assert session is not None
    assert list(session.upcoming())
    after = session.again()
    assert (after.view, after.guidance) == (turn.view, turn.guidance)
