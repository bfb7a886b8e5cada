"""The file with the progress is looked at without being touched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from elder_tutor.progress import preferences
from elder_tutor.progress.files import FILE
from elder_tutor.progress.inspection import inspect
from elder_tutor.progress.schema import SCHEMA_VERSION
from elder_tutor.progress.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store that is open, as when the trainer looks at the machine."""
    made = Store.open(tmp_path, lambda: datetime(2026, 6, 8, tzinfo=UTC))
    yield made
    made.close()


def test_a_folder_without_a_file_has_none(tmp_path: Path) -> None:
    assert not inspect(tmp_path).there
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_use_is_whole_and_of_this_version(store: Store, tmp_path: Path) -> None:
    seen = inspect(tmp_path)
    assert (seen.there, seen.ours, seen.version, seen.trouble, seen.newer) == (
        True, True, SCHEMA_VERSION, "", False,
    )  # fmt: skip


def test_the_settings_of_the_centre_are_read(store: Store, tmp_path: Path) -> None:
    preferences.put(store, {"volume": 30})
    assert inspect(tmp_path).settings == {"volume": 30}


def test_a_closed_file_is_read_without_leaving_anything_beside_it(store: Store, tmp_path: Path) -> None:
    preferences.put(store, {"volume": 30})
    store.close()
    assert inspect(tmp_path).settings == {"volume": 30}
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


def test_a_file_too_large_for_the_time_is_not_called_damaged(store: Store, tmp_path: Path) -> None:
    with store.writing() as db:
        db.execute("CREATE TABLE filler (x TEXT)")
        db.executemany("INSERT INTO filler VALUES (?)", [("x" * 100,)] * 60_000)
    clock = count(0.0, 10.0)
    seen = inspect(tmp_path, 5.0, lambda: next(clock))
    assert (seen.unfinished, seen.trouble) == (True, "")


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 100)
    assert inspect(tmp_path).trouble
