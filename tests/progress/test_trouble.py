"""Whatever the disk does: a named trouble, practice goes on, and nothing that was stored is lost."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from elder_tutor.progress.errors import (
    CorruptDatabase,
    DiskFull,
    DiskTrouble,
    StoreBusy,
    UnknownLearner,
    UnwritableFolder,
)
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store

LESSON = "book-appointment"
ROOT = Path(__file__).parents[2]


def kinds(store: Store, attempt: str = "a1") -> list[str]:
    return [event.kind for event in store.events(attempt)]


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob("progress.corrupt-*.db"))


# --- a folder that cannot be written ---------------------------------------------


def test_a_folder_below_a_file_is_named(tmp_path: Path, clock) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(UnwritableFolder, match="taken"):
        Store.open(tmp_path / "taken" / "data", clock)


def test_a_folder_where_the_file_should_be_is_named(folder: Path, clock) -> None:
    (folder / "progress.db").mkdir(parents=True)
    with pytest.raises(UnwritableFolder):
        Store.open(folder, clock)


OPEN_AS_NOBODY = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from elder_tutor.progress.errors import UnwritableFolder
from elder_tutor.progress.store import Store
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)  # root may write anywhere
try:
    Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
except UnwritableFolder as error:
    print(error)
"""


@pytest.mark.parametrize("begun", [False, True], ids=["empty", "with progress"])
def test_a_read_only_folder_is_named_when_it_is_opened(store: Store, tmp_path: Path, begun: bool) -> None:
    store.close()
    folder = tmp_path / "data" if begun else tmp_path / "fresh"
    folder.mkdir(exist_ok=True)
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(path.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AS_NOBODY, str(folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    assert done.stdout == f"Nothing can be saved in {folder}. Please choose another folder.\n", done.stderr


# --- a full disk -----------------------------------------------------------------


@pytest.fixture
def full(store: Store, fact):
    """Give a store whose file may not grow, with one event in it; call the answer to make room."""
    store.append([fact("opened")])
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    return lambda: store.rows("PRAGMA max_page_count = 1000000")


def refused(store: Store, fact, times: int = 400) -> int:
    """Append until the disk is full; answer how many were stored before."""
    for stored in range(times):
        try:
            store.append([fact("acted", f"step-{stored}")])
        except DiskFull:
            return stored
    pytest.fail("the disk never filled")


def test_a_full_disk_is_named(store: Store, fact, full) -> None:
    refused(store, fact)
    with pytest.raises(DiskFull, match="The disk is full"):
        store.append([fact("acted", "slot")])


def test_what_a_full_disk_refused_is_stored_when_there_is_room(store: Store, fact, full) -> None:
    stored = refused(store, fact)
    with pytest.raises(DiskFull):
        store.append([fact("step_done", "slot")])
    assert store.waiting == 2
    full()
    changes = store.append([fact("finished")])
    assert kinds(store) == ["opened", *["acted"] * (stored + 1), "step_done", "finished"]
    assert (store.waiting, changes.lessons) == (0, {LESSON})


def test_what_waits_is_stored_when_the_program_ends(store: Store, fact, full, folder: Path, clock) -> None:
    stored = refused(store, fact)
    full()
    store.close()
    again = Store.open(folder, clock)
    assert len(kinds(again)) == stored + 2
    again.close()


def test_a_full_disk_leaves_summaries_and_events_in_step(store: Store, fact, full) -> None:
    refused(store, fact)
    kept = store.rows("SELECT * FROM step_summary ORDER BY 3")
    full()
    store.rebuild()
    assert store.rows("SELECT * FROM step_summary ORDER BY 3") == kept


def test_waiting_events_of_a_removed_learner_do_not_block_the_others(
    store: Store, people: People, learner: Learner, fact, full
) -> None:
    other = people.add("سالم", "palm").id
    refused(store, fact)
    full()
    people.remove(learner.id)
    store.append([fact("opened", learner=other, attempt="b")])
    assert (kinds(store, "b"), store.waiting) == (["opened"], 0)


def test_an_event_of_a_removed_learner_is_refused_for_good(
    store: Store, people: People, learner: Learner, fact
) -> None:
    people.remove(learner.id)
    with pytest.raises(UnknownLearner):
        store.append([fact("opened")])
    assert store.waiting == 0


def test_a_disk_that_stops_taking_bytes_is_named_and_survived(store: Store, fact, folder: Path) -> None:
    store.append([fact("opened")])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "progress.db-wal").stat().st_size, hard))
    try:
        with pytest.raises((DiskTrouble, DiskFull)):
            store.append([fact("acted", "slot")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.append([fact("finished")])
    assert kinds(store) == ["opened", "acted", "finished"]


def test_a_file_held_by_another_program_is_named_and_survived(store: Store, fact, folder: Path) -> None:
    store.rows("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(folder / "progress.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy):
        store.append([fact("opened")])
    other.execute("ROLLBACK")
    other.close()
    store.append([fact("finished")])
    assert kinds(store) == ["opened", "finished"]


# --- a damaged file --------------------------------------------------------------


def overwrite(path: Path, start: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(data)


def test_a_file_that_is_no_database_is_set_aside(folder: Path, clock) -> None:
    folder.mkdir()
    (folder / "progress.db").write_bytes(b"not a database at all" * 100)
    store = Store.open(folder, clock)
    assert [path.name for path in asides(folder)] == ["progress.corrupt-20260608T090000Z.db"]
    assert asides(folder)[0].read_bytes() == b"not a database at all" * 100
    assert isinstance(store.notices[0], CorruptDatabase)
    assert "progress.corrupt-20260608T090000Z.db" in str(store.notices[0])
    store.close()


def test_a_second_damaged_file_does_not_overwrite_the_first(folder: Path, clock) -> None:
    folder.mkdir()
    for content in (b"one" * 100, b"two" * 100):
        (folder / "progress.db").write_bytes(content)
        Store.open(folder, clock).close()
    assert {path.read_bytes()[:3] for path in asides(folder)} == {b"one", b"two"}


def test_a_cut_off_file_is_set_aside_and_practice_goes_on(store: Store, fact, folder: Path, clock) -> None:
    store.append([fact("opened")])
    store.close()
    size = (folder / "progress.db").stat().st_size
    os.truncate(folder / "progress.db", size // 2)
    again = Store.open(folder, clock)
    assert len(asides(folder)) == len(again.notices) == 1
    someone = People(again).add("نورة", "rose").id
    again.append([fact("opened", learner=someone, attempt="b")])
    assert kinds(again, "b") == ["opened"]
    again.close()


def damage(folder: Path, table: str) -> None:
    """Spoil the first page of one table, as a dying disk would."""
    look = sqlite3.connect(folder / "progress.db")
    look.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = look.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    size = look.execute("PRAGMA page_size").fetchone()[0]
    look.close()
    overwrite(folder / "progress.db", (page - 1) * size, b"\x00\xff" * (size // 2))


def test_damage_met_while_opening_keeps_people_pin_and_settings(
    store: Store, people: People, learner: Learner, fact, folder: Path, clock
) -> None:
    people.choose_pin("4827")
    store.append([fact("opened")])
    store.close()
    damage(folder, "event")
    opened = Store.open(folder, clock)
    assert len(opened.notices) == 1
    again = People(opened)
    assert again.learners() == (learner,)
    again.check_pin("4827")
    assert [entry.action for entry in again.audit()] == ["add_learner", "choose_pin"]
    opened.close()


def test_damage_met_while_practising_does_not_lose_the_touch(
    store: Store, learner: Learner, fact, folder: Path
) -> None:
    store.append([fact("opened")])
    store.close()
    damage(folder, "event_attempt")
    store.append([fact("acted", "clinic")])  # the first write finds the damage
    assert kinds(store) == ["opened", "acted"]
    assert len(asides(folder)) == 1
    assert isinstance(store.notices[-1], CorruptDatabase)


def test_the_write_that_found_the_damage_says_so(store: Store, fact, folder: Path) -> None:
    store.append([fact("opened")])
    store.close()
    damage(folder, "lesson_summary")
    changes = store.append([fact("acted", "clinic")])
    assert [type(trouble) for trouble in changes.trouble] == [CorruptDatabase]
    assert store.append([fact("acted", "clinic")]).trouble == ()


def test_damage_met_while_reading_is_survived(store: Store, learner: Learner, folder: Path) -> None:
    store.close()
    damage(folder, "step_summary")
    assert store.rows("SELECT * FROM step_summary") == []
    assert People(store).learners() == (learner,)


def test_the_file_set_aside_still_holds_the_events(store: Store, fact, folder: Path) -> None:
    store.append([fact("opened"), fact("acted", "canary")])
    store.close()
    damage(folder, "lesson_summary")
    store.append([fact("acted", "clinic")])
    look = sqlite3.connect(asides(folder)[0])
    assert look.execute("SELECT step FROM event ORDER BY seq").fetchall() == [("",), ("canary",)]
    look.close()
