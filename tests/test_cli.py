"""The commands as somebody types them: what is wrong is told in one sentence, with exit code 2."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.cli import commands
from elder_tutor.lessons.learners.play import PlayResult
from tests.lessons.packs import library, write

KEYS = "lesson stage learner seed finished actions off_route hints mistakes passed events"


def run(*words: object) -> Result:
    """Type a command."""
    return CliRunner().invoke(commands, [str(word) for word in words], catch_exceptions=False)


def refused(result: Result) -> str:
    """Answer the one sentence with which a command was refused."""
    assert result.exit_code == 2, result.output
    told = [line for line in result.stderr.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    assert len(told) == 1, result.output
    assert "Traceback" not in result.output
    return told[0].removeprefix("Error: ")


BAD = (
    ("nonsense",),
    ("--now", "yesterday"),
    ("play",),
    ("play", "no-such-lesson"),
    ("play", "book-appointment", "--stage", "nothing"),
    ("play", "book-appointment", "--learner", "me"),
    ("play", "book-appointment", "--seed", "x"),
    ("picture", "no-such-page", "--out", "x.png"),
    ("picture", "home"),
    ("picture", "home", "--out", "x.png", "--lang", "xx"),
    ("i18n", "new", "French"),
    ("i18n", "merge", "xx", "core", "file"),
    ("i18n", "merge", "ar", "no-such-pack", "file"),
    ("i18n", "merge", "ar", "elder_tutor", "no-such-file"),
    ("i18n", "merge", "ar", "elder_tutor", "file"),
    ("picture", "home", "--out", "x.png", "--size", "5"),
    ("picture", "home", "--out", "x.png", "--window", "12"),
    ("picture", "home", "--out", "x.png", "--window", "12x12"),
    ("picture", "home", "--out", "x.png", "--window", "99999x99999"),
    ("picture", "lesson", "--out", "x.png", "--lesson", "no-such-lesson"),
    ("picture", "lesson", "--out", "x.png", "--stage", "together"),
    ("picture", "lesson", "--out", "x.png", "--step", "0"),
    ("picture", "lesson", "--out", "x.png", "--step", "99"),
    ("picture", "home", "--out", "file/x.png"),
    ("picture", "home", "--out", "x.png", "--data", "file"),
    ("picture", "home", "--out", "x.png", "--data", "file/data"),
    ("picture", "home", "--out", "x.png", "--data", "newer"),
    ("demo",),
    ("demo", "--out", "file"),
    ("demo", "--out", "file/demo"),
    ("demo", "--out", "demo", "--lesson", "no-such-lesson"),
    ("say", "", "--out", "x.wav"),
    ("say", " ، . ", "--out", "x.wav"),
    ("say", "نَصٌّ"),
    ("say", "نَصٌّ", "--out", "x.wav", "--lang", "xx"),
    ("say", "نَصٌّ", "--out", "x.wav", "--wpm", "5"),
    ("say", "نَصٌّ", "--out", "file/x.wav"),
    ("reset-pin", "--data", "file"),
    ("reset-pin", "--data", "file/data"),
    ("reset-pin", "--data", "newer"),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plain file, and progress data that a newer program wrote."""
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    assert run("reset-pin", "--data", tmp_path / "newer").exit_code == 0
    with closing(sqlite3.connect(tmp_path / "newer" / "progress.db")) as db:
        db.execute("PRAGMA user_version = 9999")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", BAD, ids=" ".join)
def test_what_is_wrong_is_told_in_one_sentence_and_nothing_is_lost(
    here: Path, words: tuple[str, ...]
) -> None:
    newer = (here / "newer" / "progress.db").read_bytes()
    assert refused(run(*words))
    assert (here / "file").read_text(encoding="utf-8") == "kept"
    assert (here / "newer" / "progress.db").read_bytes() == newer
    assert not (here / "x.png").exists()
    assert not (here / "x.wav").exists()


@pytest.mark.parametrize("folder", ["nothing", "file", "newer"])
def test_a_pack_that_is_not_there_is_told(here: Path, folder: str) -> None:
    result = run("check", folder)
    assert result.exit_code == 2
    assert "there is no pack.yaml" in result.output


def test_a_damaged_file_is_set_aside_whole(here: Path) -> None:
    damaged = b"no database at all" * 99
    (here / "old").mkdir()
    (here / "old" / "progress.db").write_bytes(damaged)
    assert run("reset-pin", "--data", "old").exit_code == 0
    assert [each.read_bytes() for each in (here / "old").glob("progress.corrupt-*")] == [damaged]


@pytest.mark.parametrize("learner", ["perfect", "errs"])
def test_a_play_is_told_with_exactly_these_keys(learner: str) -> None:
    result = run("play", "phishing-sms", "--learner", learner, "--seed", 4, "--json")
    told = json.loads(result.stdout)
    assert " ".join(told) == KEYS
    assert list(told["hints"]) == ["0", "1", "2", "3", "4"]
    assert (result.exit_code, told["finished"], told["seed"]) == (0, True, 4)


def test_a_lesson_that_is_not_finished_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = PlayResult("phishing-sms", "follow", "errs", 1)
    monkeypatch.setattr("elder_tutor.lessons.learners.play.run_play", lambda *_, **__: lost)
    result = run("play", "phishing-sms", "--learner", "errs", "--json")
    assert (result.exit_code, json.loads(result.stdout)["finished"]) == (1, False)


def test_a_centre_s_own_lesson_is_played_from_its_data_folder(tmp_path: Path) -> None:
    write(tmp_path / "data" / "packs" / "library", library())
    assert run("play", "borrow-book").exit_code == 2
    assert run("play", "borrow-book", "--data", tmp_path / "data").exit_code == 0
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["packs"]
