"""Whatever keeps progress from being kept is met for real, and nothing is changed by looking."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from elder_tutor.doctor import data_folder
from elder_tutor.doctor.finding import Finding, State
from elder_tutor.progress.files import FILE
from elder_tutor.progress.store import Store

MB = 1024 * 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder as the program leaves it."""
    Store.open(tmp_path / "data", lambda: datetime(2026, 6, 8, tzinfo=UTC)).close()
    return tmp_path / "data"


def look(folder: Path | None, free_mb: int = 5000) -> dict[str, Finding]:
    return {one.id: one for one in data_folder.look(folder, lambda place: free_mb * MB)}


def test_a_whole_folder_is_fine_and_left_as_it_was(folder: Path) -> None:
    before = {one.name: one.stat().st_mtime_ns for one in folder.iterdir()}
    found = look(folder)
    assert {one.state for one in found.values()} == {State.OK}
    assert set(found) == {"data-folder", "disk-room", "database"}
    assert {one.name: one.stat().st_mtime_ns for one in folder.iterdir()} == before


def test_a_folder_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    found = look(tmp_path / "a" / "b")
    assert found["data-folder"].what == data_folder.WILL_BE_MADE
    assert not (tmp_path / "a").exists()


def test_a_file_in_place_of_the_folder_must_be_mended(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert look(tmp_path / "data")["data-folder"].state is State.BAD
    assert look(tmp_path / "data" / "below")["data-folder"].state is State.BAD


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_a_place_where_nothing_can_be_written_must_be_mended() -> None:
    found = look(Path("/proc/elder-tutor"))["data-folder"]
    assert (found.state, found.todo) == (State.BAD, data_folder.OTHER_FOLDER)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_must_be_mended_and_its_file_is_still_read(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        found = look(folder)
    finally:
        folder.chmod(0o700)
    assert (found["data-folder"].state, found["database"].state) == (State.BAD, State.OK)


def test_a_program_that_keeps_nothing_says_so() -> None:
    assert look(None)["data-folder"].what == data_folder.MEMORY


@pytest.mark.parametrize(("free", "state"), [(40, State.BAD), (400, State.WARN), (4000, State.OK)])
def test_room_on_the_disk_is_judged_by_what_a_year_takes(folder: Path, free: int, state: State) -> None:
    assert look(folder, free)["disk-room"].state is state


def test_a_disk_without_locks_must_be_mended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "lockf", refuse)
    assert look(folder)["disk-locks"].what == data_folder.NO_LOCKS


def test_a_disk_that_does_not_sync_is_worth_a_look(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "fsync", refuse)
    assert look(folder)["disk-locks"].state is State.WARN


def test_a_damaged_file_must_be_mended(folder: Path) -> None:
    with (folder / FILE).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 12_000)
    found = look(folder)["database"]
    assert (found.state, found.todo) == (State.BAD, data_folder.SET_ASIDE)


def test_a_newer_file_must_be_mended(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as db:
        db.execute("PRAGMA user_version = 9999")
        db.commit()
    assert look(folder)["database"].what == data_folder.NEWER


def test_a_strangers_file_must_be_mended(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        db.execute("CREATE TABLE theirs (x)")
        db.commit()
    assert look(tmp_path)["database"].what == data_folder.STRANGE


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert look(tmp_path)["database"].what == data_folder.UNREADABLE
