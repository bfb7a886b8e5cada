from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from elder_tutor.progress import files
from elder_tutor.progress.errors import NewerDatabase, NotOurDatabase
from elder_tutor.progress.migrations import migrate, migrations
from elder_tutor.progress.schema import COUNTED, SCHEMA_VERSION, STEPS
from elder_tutor.progress.store import Store

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"))


def schema(rows) -> set[tuple]:
    return {row for row in rows if not str(row[0]).startswith(("_sqlite", "sqlite_", "idx__sqlite"))}


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_each_step_is_a_named_migration_in_order(store: Store) -> None:
    names = [row[0] for row in store.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == [name for name, _ in STEPS]
    assert store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_guest_has_the_same_tables_as_the_file(store: Store, clock) -> None:
    sql = "SELECT name, sql FROM sqlite_master"
    guest = Store.memory(clock)
    assert schema(guest.rows(sql)) == schema(store.rows(sql))
    guest.close()


def test_every_table_is_strict(store: Store) -> None:
    tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'"
    loose = store.rows(f"{tables} AND NOT strict")
    assert {row[0] for row in loose} == {"sqlite_schema", "_sqlite_migrations"}


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    steps = (*STEPS, ("m002_broken", ("CREATE TABLE half (id INTEGER) STRICT", "CREATE NONSENSE")))
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, steps)
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_a_later_step_is_added_to_a_file_in_use(store: Store, fact, folder: Path, monkeypatch, clock) -> None:
    store.append([fact("opened")])
    store.close()
    steps = (*STEPS, ("m999_more", ("CREATE TABLE more (id INTEGER) STRICT",)))
    monkeypatch.setattr("elder_tutor.progress.migrations.migrate.__defaults__", (steps,))
    monkeypatch.setattr(files, "SCHEMA_VERSION", len(steps))
    later = Store.open(folder, clock)
    assert later.rows("PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
    assert later.rows("SELECT * FROM more") == []
    assert [event.kind for event in later.events("a1")] == ["opened"]
    later.close()


def test_two_names_alike_are_a_fault() -> None:
    with pytest.raises(ValueError, match="already registered"):
        migrations((("same", ()), ("same", ())))


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda path: path.stem)
def test_a_file_of_every_past_version_opens(dump: Path, folder: Path, clock) -> None:
    folder.mkdir()
    past = sqlite3.connect(folder / "progress.db")
    past.executescript(dump.read_text("utf-8"))
    past.close()
    store = Store.open(folder, clock)
    kept = store.rows("SELECT * FROM lesson_summary ORDER BY 1, 2")
    assert len(store.rows("SELECT * FROM event")) > 5
    assert store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    store.rebuild()
    assert store.rows("SELECT * FROM lesson_summary ORDER BY 1, 2") == kept
    store.close()


def test_a_step_that_changes_no_summary_does_not_count_everything_again(
    folder: Path, clock, monkeypatch
) -> None:
    monkeypatch.setattr("elder_tutor.progress.recount.recount", lambda _: pytest.fail("counted"))
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "progress.db")) as past:
        past.executescript(VERSIONS[COUNTED - 1].read_text("utf-8"))
    with contextlib.closing(Store.open(folder, clock)) as store:
        assert store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_there_is_a_file_of_every_version() -> None:
    assert [path.stem for path in VERSIONS] == [f"v{number}" for number in range(1, SCHEMA_VERSION + 1)]


def test_a_file_from_a_newer_program_is_left_as_it_is(store: Store, folder: Path, clock) -> None:
    store.rows(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    store.close()
    before = digest(folder)
    with pytest.raises(NewerDatabase, match=r"progress\.db was written by a newer version"):
        Store.open(folder, clock)
    assert digest(folder) == before


def test_a_newer_file_is_recognised_by_its_log_alone(
    store: Store, folder: Path, tmp_path: Path, clock
) -> None:
    store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    store.rows(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for path in folder.iterdir():  # as a program that was killed leaves them
        (crashed / path.name).write_bytes(path.read_bytes())
    main, log = digest(crashed)["progress.db"], digest(crashed)["progress.db-wal"]
    with pytest.raises(NewerDatabase):
        Store.open(crashed, clock)
    assert (digest(crashed)["progress.db"], digest(crashed)["progress.db-wal"]) == (main, log)


def test_a_file_of_another_program_is_left_as_it_is(folder: Path, clock) -> None:
    folder.mkdir()
    other = sqlite3.connect(folder / "progress.db")
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = digest(folder)
    with pytest.raises(NotOurDatabase):
        Store.open(folder, clock)
    assert digest(folder) == before


def test_a_file_that_was_only_just_begun_is_gone_on_with(folder: Path, clock) -> None:
    folder.mkdir()
    (folder / "progress.db").touch()
    store = Store.open(folder, clock)
    assert store.rows("SELECT * FROM event") == []
    assert store.notices == ()
    store.close()


def test_a_file_with_nothing_but_a_header_is_gone_on_with(folder: Path, clock) -> None:
    folder.mkdir()
    begun = sqlite3.connect(folder / "progress.db")
    begun.execute("PRAGMA journal_mode = WAL")
    begun.close()
    assert (folder / "progress.db").stat().st_size > 0
    store = Store.open(folder, clock)
    assert store.rows("SELECT * FROM event") == []
    store.close()


WATCHED = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from elder_tutor.progress.store import Store
from elder_tutor.progress.people import People
from elder_tutor.progress import preferences, summaries
clock = lambda: datetime.now(UTC)
for store in (Store.memory(clock), Store.open(Path(sys.argv[1]), clock)):
    People(store).learners(); summaries.matrix(store); preferences.get(store); store.close()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_an_up_to_date_file_opens_without_any_import_beyond_the_standard_library(
    store: Store, folder: Path
) -> None:
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(folder)], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "elder_tutor" in loaded
    assert not loaded & {"sqlite_utils", "argon2", "pydantic", "yaml", "babel", "click", "platformdirs"}
