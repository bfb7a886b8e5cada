"""A copy is whole, few are kept, the way back overwrites nothing, and an erased learner is in none."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from elder_tutor.progress import backups
from elder_tutor.progress.backups import BadBackup, NoBackup, latest, make_backup, restore
from elder_tutor.progress.backups import backups as kept_ones
from elder_tutor.progress.errors import NewerDatabase, UnwritableFolder
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

TODAY = date(2026, 6, 8)


def rows(path: Path, sql: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def days(found: Iterable[backups.Backup]) -> list[str]:
    return [backup.day.isoformat() for backup in found]


def test_a_copy_holds_every_event_and_is_one_whole_file(store: Store, folder: Path, fact) -> None:
    store.append([fact("opened"), fact("acted", "clinic")])
    made = make_backup(folder, TODAY)
    assert rows(made.path, "SELECT kind FROM event") == [("opened",), ("acted",)]
    assert rows(made.path, "PRAGMA integrity_check") == [("ok",)]
    assert [path.name for path in made.path.parent.iterdir()] == ["progress-2026-06-08.db"]


def test_a_second_copy_on_a_day_replaces_the_first(store: Store, folder: Path, fact) -> None:
    make_backup(folder, TODAY)
    store.append([fact("opened")])
    make_backup(folder, TODAY)
    assert len(rows(latest(folder).path, "SELECT * FROM event")) == 1
    assert len(kept_ones(folder)) == 1


def test_others_write_while_a_copy_is_made(
    store: Store, folder: Path, learner: Learner, fact, monkeypatch
) -> None:
    monkeypatch.setattr(backups, "PAGES", 1)
    store.append([fact("acted", f"s{n}") for n in range(300)])
    made: list[backups.Backup] = []
    copying = threading.Thread(target=lambda: made.append(make_backup(folder, TODAY)))
    copying.start()
    for n in range(30):
        store.append([fact("acted", f"t{n}")])
    copying.join(30)
    assert len(rows(made[0].path, "SELECT * FROM event")) >= 300
    assert len(store.events("a1")) == 330


def test_a_week_of_days_then_one_a_week_and_nothing_beyond_the_period(store: Store, folder: Path) -> None:
    for age in range(60, -1, -1):
        make_backup(folder, TODAY - timedelta(days=age), kept_days=30)
    found = kept_ones(folder)
    ages = [(TODAY - backup.day).days for backup in found]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert max(ages) <= 30
    assert len(ages) in range(10, 13)
    weeks = [backup.day.isocalendar()[:2] for backup in found[7:]]
    assert len(weeks) == len(set(weeks))


def test_the_way_back_keeps_what_was_there(store: Store, folder: Path, fact, clock) -> None:
    store.append([fact("opened")])
    make_backup(folder, TODAY)
    store.append([fact("acted", "clinic")])
    store.close()
    kept = restore(folder, latest(folder).path, clock())
    assert kept is not None
    assert len(rows(kept, "SELECT * FROM event")) == 2
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert [event.kind for event in again.events("a1")] == ["opened"]


def test_a_program_that_runs_goes_on_with_what_was_restored(store: Store, folder: Path, fact, clock) -> None:
    store.append([fact("opened")])
    make_backup(folder, TODAY)
    store.append([fact("acted", "clinic")])
    restore(folder, latest(folder).path, clock())
    assert store.changed_elsewhere()
    store.append([fact("acted", "day")])
    assert [event.step for event in store.events("a1")] == ["", "day"]
    assert store.rows("SELECT tries FROM step_summary") == [(1,)]


def test_a_damaged_file_is_set_aside_whole_before_a_copy_takes_its_place(
    store: Store, folder: Path, fact, clock
) -> None:
    store.append([fact("opened")])
    make_backup(folder, TODAY)
    store.close()
    (folder / "progress.db").write_bytes(b"ruined" * 900)
    kept = restore(folder, latest(folder).path, clock())
    assert kept is not None
    assert kept.read_bytes() == b"ruined" * 900
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert len(again.events("a1")) == 1


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(84)])
def test_a_file_that_is_no_copy_is_refused_and_changes_nothing(
    store: Store, folder: Path, fact, clock, tmp_path: Path, content: bytes
) -> None:
    store.append([fact("opened")])
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(BadBackup, match=r"other\.db"):
        restore(folder, tmp_path / "other.db", clock())
    assert len(store.events("a1")) == 1
    assert list(folder.glob("progress.before*")) == []


def test_a_copy_of_a_newer_program_is_refused(store: Store, folder: Path, clock) -> None:
    made = make_backup(folder, TODAY)
    rows(made.path, "PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase):
        restore(folder, made.path, clock())


def test_without_a_copy_there_is_nothing_to_go_back_to(folder: Path) -> None:
    with pytest.raises(NoBackup, match="no copy"):
        latest(folder)


def test_an_erased_learner_is_in_no_copy(
    store: Store, people: People, learner: Learner, folder: Path, fact
) -> None:
    store.append([fact("opened"), fact("mistake", "day", mistake="full_day")])
    recent = make_backup(folder, TODAY - timedelta(days=3))
    old = make_backup(folder, TODAY - timedelta(days=40), kept_days=90)
    people.remove(learner.id, kept_days=30)
    assert not old.path.exists()
    for table in ("event", *SUMMARY_TABLES):
        assert rows(recent.path, f"SELECT * FROM {table}") == []
    assert learner.name.encode() not in recent.path.read_bytes()


def test_a_folder_that_cannot_be_written_is_said(store: Store, folder: Path) -> None:
    (folder / "backups").write_text("in the way")
    with pytest.raises(UnwritableFolder):
        make_backup(folder, TODAY)
