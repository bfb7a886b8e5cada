"""A name is said from memory: no file of it lies anywhere, and the next person finds no sound of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from elder_tutor.speech.cache import ClipCache, key_of
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.engine import Engine
from elder_tutor.text.line import Line
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.things import lines_of
from tests.ui.conftest import find

NAME = "فانوسة"
WAIT_S = 10


class Process:
    """A voice that answers with silence and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.begun, self.may = threading.Event(), threading.Event()
        self.may.set()

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Say it."""
        self.asked.append(tuple(request["words"]))
        self.begun.set()
        assert self.may.wait(WAIT_S)
        return {"hz": 22050, "words": [[0, 1]] * len(request["words"])}, b"\0\0" * 64

    def start(self) -> None:
        """Be there."""

    def kill(self) -> None:
        """Be gone."""

    end = kill


@pytest.fixture
def process() -> Process:
    """A voice."""
    return Process()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sound is kept on the disk."""
    return tmp_path / "speech"


@pytest.fixture
def engine(process: Process, folder: Path) -> Iterator[Engine]:
    """What speaks, with a folder of its own."""
    with Engine(ClipCache(folder), process=process) as made:  # type: ignore[arg-type]
        yield made


def said(program: Program) -> list[Line]:
    """Everything that is said on the way from the door to one's own page, and what is touched and heard."""
    found: list[Line] = []
    program.whole.voice.asked.connect(found.extend)
    who = program.app.people.add(NAME, "dallah")
    program.journey.start()
    program.journey.doorway.turn(1)
    found.extend(heard(program, program.window.page(SignInPage).cards[0]))
    program.journey.doorway.ask_symbols(who)
    found.extend(heard(program, find(program.window, "symbols.title")))
    program.journey.ask_consent(who)
    program.journey.consented(True)
    program.journey.show_home()
    found.extend(program.window.wording.heard(f"{NAME}: {NAME} 3"))
    return found


def heard(program: Program, widget: QWidget) -> tuple[Line, ...]:
    """How something is said when it is touched."""
    return lines_of(widget, program.window.wording)


def test_no_file_of_a_name_is_kept_on_the_disk(
    program: Callable[..., Program], engine: Engine, process: Process, folder: Path
) -> None:
    lines = [line for line in said(program()) if line.words]
    for line in lines:
        engine.synth(line)
    files = {path.name.partition(".")[0] for path in folder.rglob("*") if path.is_file()}
    named = [line for line in lines if NAME in line.spoken]
    assert len(named) >= 4
    assert any(NAME in word for words in process.asked for word in words)
    kept = {line.spoken for line in lines if _key(line, engine) in files}
    assert kept  # what holds no name is kept
    assert not [spoken for spoken in kept if NAME in spoken]


def _key(line: Line, engine: Engine) -> str:
    from elder_tutor.speech.voices.names import WPM

    return key_of([word.spoken for word in line.words], line.lang, engine.voice, WPM[line.lang])


def test_what_was_being_spoken_at_the_reset_is_not_kept_either(engine: Engine, process: Process) -> None:
    process.may.clear()
    engine.submit(NAME, "ar", private=True)
    assert process.begun.wait(WAIT_S)
    engine.forget_clips()
    process.may.set()
    engine.synth("مرحبا", "ar")  # the one before is done by then
    kept: list[Clip] = list(engine._kept.values())
    assert len(kept) == 1
