"""A real disk without room, a folder closed meanwhile, a clock set back: said calmly, nothing lost."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from elder_tutor.app import build
from elder_tutor.errors import KnownError
from elder_tutor.handing_out import CannotHandOut, Format, hand_out
from elder_tutor.progress import backups, board
from elder_tutor.progress.copies import backups as copies_of
from elder_tutor.progress.errors import DiskFull, DiskTrouble, StoreBusy, UnwritableFolder
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

ROOT_ONLY = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root can mount a small disk or be somebody else"
)
NOBODY = 65_534


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0777", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def folder(small: Path) -> Path:
    """The data folder on the small disk."""
    return small / "data"


@pytest.fixture
def no_room(small: Path) -> Path:
    """Fill what is left; delete the file to make room."""
    filler = small / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    return filler


def kinds(store: Store) -> list[str]:
    return [event.kind for event in store.events("a1")]


def tables(store: Store) -> list[list[tuple]]:
    return [store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in SUMMARY_TABLES]


def refused(store: Store, fact, times: int = 2_000) -> int:
    """Append until there is no room; answer how many were stored before."""
    for stored in range(times):
        try:
            store.append([fact("acted", f"s{stored}")])
        except DiskFull:
            return stored
    pytest.fail("the disk never filled")


@ROOT_ONLY
def test_events_wait_while_there_is_no_room_and_none_is_lost(
    store: Store, fact, request: pytest.FixtureRequest, folder: Path, clock
) -> None:
    store.append([fact("opened")])
    filler = request.getfixturevalue("no_room")
    stored = refused(store, fact)
    with pytest.raises(DiskFull, match="The disk is full"):
        store.append([fact("step_done", "day")])
    assert store.waiting == 2
    filler.unlink()
    store.append([fact("finished")])
    assert kinds(store) == ["opened", *["acted"] * (stored + 1), "step_done", "finished"]
    kept = tables(store)
    store.rebuild()
    assert tables(store) == kept
    store.close()
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert len(kinds(again)) == stored + 4


@ROOT_ONLY
def test_a_copy_without_room_is_said_and_leaves_nothing_half_made(
    store: Store, fact, folder: Path, clock, request: pytest.FixtureRequest
) -> None:
    store.append([fact("opened")])
    made = backups.make_backup(folder, clock().date())
    before = made.path.read_bytes()
    request.getfixturevalue("no_room")
    with pytest.raises(DiskFull):
        backups.make_backup(folder, clock().date())
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert made.path.read_bytes() == before


@ROOT_ONLY
def test_a_copy_is_not_brought_back_where_what_is_there_cannot_be_kept(
    store: Store, fact, folder: Path, clock, request: pytest.FixtureRequest
) -> None:
    store.append([fact("opened")])
    made = backups.make_backup(folder, clock().date())
    store.append([fact("acted", "day")])
    filler = request.getfixturevalue("no_room")
    with pytest.raises(DiskFull):
        backups.restore(folder, made.path, clock())
    assert list(folder.glob("progress.corrupt-*")) == list(folder.glob("progress.before-*")) == []
    filler.unlink()
    assert kinds(store) == ["opened", "acted"]


@ROOT_ONLY
@pytest.mark.parametrize("kind", list(Format))
def test_an_export_without_room_is_said_and_leaves_nothing_half_made(
    small: Path, no_room: Path, tmp_path: Path, kind: Format
) -> None:
    with contextlib.closing(build(tmp_path / "home")) as app:
        who = app.people.add("نورة", "rose").id
        app.store.append([_call(who, 1_780_000_000_000)])
        with pytest.raises(CannotHandOut, match="cannot be written"):
            list(hand_out(app, kind, small / "out"))
        assert not list((small / "out").glob("*.part"))
        no_room.unlink()
        [handed] = hand_out(app, kind, small / "out")
        assert handed.path.stat().st_size > 0


@ROOT_ONLY
def test_an_erased_learner_is_taken_from_the_copies_once_the_disk_lets_it(
    store: Store, people: People, learner: Learner, fact, folder: Path, clock, monkeypatch
) -> None:
    store.append([fact("opened")])
    made = backups.make_backup(folder, clock().date())
    monkeypatch.setattr("elder_tutor.progress.forgetting.erase_from", _refuses)
    with pytest.raises(DiskFull):
        people.remove(learner.id)
    monkeypatch.undo()
    assert learner.name.encode() in made.path.read_bytes()
    clock.move(86_400)
    backups.make_backup(folder, clock().date())
    assert [learner.name.encode() in copy.path.read_bytes() for copy in copies_of(folder)] == [False, False]


def _refuses(*_: object) -> int:
    from elder_tutor.progress.errors import FULL

    raise DiskFull(FULL)


# --- a folder that is closed while the program runs ---------------------------------


@contextlib.contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Be somebody else who may not even look into the folder."""
    folder.chmod(0o700)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@ROOT_ONLY
def test_events_wait_while_the_folder_is_closed_to_us(store: Store, fact, folder: Path) -> None:
    store.append([fact("opened")])
    with as_nobody(folder), pytest.raises((UnwritableFolder, DiskTrouble)):
        store.append([fact("acted", "day")])
    assert store.waiting == 1
    store.append([fact("finished")])
    assert kinds(store) == ["opened", "acted", "finished"]


@ROOT_ONLY
def test_copies_and_files_for_others_say_that_the_folder_is_closed(
    store: Store, folder: Path, clock, tmp_path: Path
) -> None:
    made = backups.make_backup(folder, clock().date())
    with as_nobody(folder):
        with pytest.raises(KnownError):
            backups.make_backup(folder, clock().date())
        with pytest.raises(KnownError):
            backups.restore(folder, made.path, clock())
    assert made.path.exists()


# --- another program writes ---------------------------------------------------------


def test_bringing_a_copy_back_does_not_wait_for_ever(
    store: Store, fact, folder: Path, clock, monkeypatch
) -> None:
    store.append([fact("opened")])
    made = backups.make_backup(folder, clock().date())
    store.append([fact("acted", "day")])
    monkeypatch.setattr(backups, "MOST_TRIES", 2)
    monkeypatch.setattr("elder_tutor.progress.files.BUSY_MS", 20)
    with store.writing(), pytest.raises(StoreBusy):
        backups.restore(folder, made.path, clock())
    assert kinds(store) == ["opened", "acted"]


# --- a clock that is set back -------------------------------------------------------


def test_a_clock_set_back_takes_no_time_away_and_keeps_the_order(store: Store, fact) -> None:
    store.append([fact("opened"), fact("acted", "day"), fact("acted", "day", seconds=-7_200)])
    [before] = store.rows("SELECT ms FROM learner_summary")
    store.append([fact("acted", "day", seconds=-86_400), fact("finished", seconds=3)])
    assert kinds(store) == ["opened", "acted", "acted", "acted", "finished"]
    times = [row[0] for row in store.rows("SELECT ms FROM day_summary")]
    assert min(times) >= 0
    assert store.rows("SELECT ms FROM learner_summary") == [(before[0] + 3_000,)]
    kept = tables(store)
    store.rebuild()
    assert tables(store) == kept


def test_a_promise_to_come_holds_though_the_clock_was_set_back(folder: Path, clock) -> None:
    with contextlib.closing(Store.open(folder, clock, "hall")) as store:
        who = People(store).add("نورة", "rose").id
        clock.move(3_600)
        now = board.milliseconds(clock())
        store.append([_call(who, now)])
        [place] = board.places(store, now)
        assert place.need(now) is board.Need.ASKED
        clock.move(-7_200)
        earlier = board.milliseconds(clock())
        assert place.needs_since(earlier) == earlier  # never in the future
        board.say_coming(store, place, "first")
        assert [one.need(earlier) for one in board.places(store, earlier)] in ([], [board.Need.NONE])


def _call(who: str, at: int):
    from elder_tutor.progress.events import Event, EventKind

    return Event("a1", who, "book-appointment", 1, "alone", "day", EventKind.HELPED, {"by": "button"}, at)
