"""A copy is whole, few are kept, the way back overwrites nothing, and an erased learner is in none."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from elder_tutor.progress import backups, preferences
from elder_tutor.progress.backups import BadBackup, NoBackup, latest, make_backup, restore
from elder_tutor.progress.copies import Backup
from elder_tutor.progress.copies import backups as kept_ones
from elder_tutor.progress.errors import NewerDatabase, UnwritableFolder
from elder_tutor.progress.inspection import inspect
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

TODAY = date(2026, 6, 8)


def rows(path: Path, sql: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def days(found: Iterable[Backup]) -> list[str]:
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
    made: list[Backup] = []
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


def test_a_copy_is_finished_though_somebody_writes_all_the_time(
    store: Store, folder: Path, learner: Learner, fact, monkeypatch, clock
) -> None:
    monkeypatch.setattr(backups, "PAGES", 1)
    store.append([fact("acted", f"s{n}") for n in range(2_000)])
    over = threading.Event()

    def write() -> None:
        with contextlib.closing(Store.open(folder, clock)) as other:
            for n in range(100_000):
                if over.is_set():
                    return
                other.append([fact("acted", f"t{n % 9}")])

    writing = threading.Thread(target=write)
    writing.start()
    try:
        made = make_backup(folder, TODAY)
    finally:
        over.set()
        writing.join(30)
    assert rows(made.path, "PRAGMA integrity_check") == [("ok",)]
    assert len(rows(made.path, "SELECT * FROM event")) >= 2_000


def test_a_copy_from_elsewhere_does_not_bring_back_who_was_erased(
    store: Store, people: People, learner: Learner, folder: Path, fact, clock, tmp_path: Path
) -> None:
    store.append([fact("opened")])
    other = people.add("نورة", "rose")
    stick = tmp_path / "stick.db"
    stick.write_bytes(make_backup(folder, TODAY).path.read_bytes())
    people.remove(learner.id)
    store.close()
    restore(folder, stick, clock())
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert People(again).learners() == (other,)
        assert again.rows("SELECT count(*) FROM event") == [(0,)]
        assert People(again).audit()[-1].action == "erase_learner"


def test_a_copy_brings_back_no_lost_card_and_takes_away_no_new_one(
    store: Store, people: People, learner: Learner, folder: Path, clock
) -> None:
    keys, other = Keys(store), people.add("نورة", "rose")
    lost = keys.ticket(learner.id)
    make_backup(folder, TODAY)
    cards = [(keys.renew(learner.id), learner.id), (keys.ticket(other.id), other.id)]
    keys.ticket(people.add("سالم", "palm").id)
    store.close()
    restore(folder, latest(folder).path, clock())
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert Keys(again).whose(lost) is None
        assert [(card, Keys(again).whose(card)) for card, _ in cards] == cards


def test_a_copy_that_was_never_finished_is_dropped(store: Store, folder: Path, people: People) -> None:
    (folder / "backups").mkdir()
    old, new = (folder / "backups" / f"progress-2026-06-0{day}.77.part" for day in (1, 2))
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    make_backup(folder, TODAY)
    assert (old.exists(), new.exists()) == (False, True)  # another program may be at it
    people.remove(people.add("نورة", "rose").id)
    assert not new.exists()


def test_a_copy_on_a_disk_that_cannot_be_written_can_be_brought_back(
    store: Store, folder: Path, fact, clock, tmp_path: Path
) -> None:
    store.append([fact("opened")])
    stick = tmp_path / "stick"
    stick.mkdir()
    with contextlib.closing(sqlite3.connect(stick / "mine.db")) as db:
        db.execute("PRAGMA journal_mode = WAL")
        with contextlib.closing(sqlite3.connect(folder / "progress.db")) as source:
            source.backup(db)
    assert [path.name for path in stick.iterdir()] == ["mine.db"]
    restore(folder, stick / "mine.db", clock())
    assert [path.name for path in stick.iterdir()] == ["mine.db"]


PEER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from elder_tutor.progress.store import Store
Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC)).close()
"""


@pytest.mark.parametrize("look", ["inspect", "open", "ask", "copy"])
def test_looking_at_the_file_does_not_cost_the_lock_that_keeps_the_log(
    store: Store, folder: Path, fact, clock, look: str
) -> None:
    """A process loses its locks on a file when it closes any descriptor of it (POSIX).

    Another program that then ends believes it was the last and throws the log away.
    """
    store.append([fact("opened")])
    looks = {
        "inspect": lambda: inspect(folder),
        "open": lambda: Store.open(folder, clock).close(),
        "ask": lambda: store.asker and store.asker.ask("n", lambda s: s.rows("SELECT 1")).result(20),
        "copy": lambda: make_backup(folder, TODAY),
    }
    looks[look]()
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", PEER, str(folder)], cwd=root, check=True)
    assert (folder / "progress.db-wal").exists()
    store.append([fact("acted", "day")])
    assert len(rows(folder / "progress.db", "SELECT * FROM event")) == 2


def test_copies_older_than_the_centre_keeps_them_go_with_a_learner(
    store: Store, people: People, learner: Learner, folder: Path
) -> None:
    preferences.put(store, {"backup_days": 30})
    old = make_backup(folder, TODAY - timedelta(days=40), kept_days=90)
    people.remove(learner.id)
    assert not old.path.exists()
