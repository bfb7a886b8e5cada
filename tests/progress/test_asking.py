"""Questions are answered in another thread, the newest of a kind only, and trouble comes back with a name."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from elder_tutor.errors import BugError
from elder_tutor.progress import asking, summaries
from elder_tutor.progress.asking import Asker
from elder_tutor.progress.backups import make_backup, restore
from elder_tutor.progress.errors import Unreadable
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store
from tests.waiting import until

WAIT_S = 20


@pytest.fixture
def asker(store: Store) -> Asker:
    made = store.asker
    assert made is not None
    return made


@pytest.fixture
def held(asker: Asker) -> Iterator[threading.Event]:
    """Let the thread be busy until the event is set."""
    go, begun = threading.Event(), threading.Event()
    asker.ask("held", lambda store: (begun.set(), go.wait(WAIT_S)))
    assert begun.wait(WAIT_S)
    yield go
    go.set()


def names(store: Store) -> list[str]:
    return [learner.name for learner in People(store).learners()]


def test_an_answer_comes_from_another_thread(asker: Asker, learner: Learner) -> None:
    def who(store: Store) -> tuple[list[str], str]:
        return names(store), threading.current_thread().name

    assert asker.ask("who", who).result(WAIT_S) == ([learner.name], "asker")


def test_what_was_stored_before_the_question_is_in_its_answer(store: Store, asker: Asker, fact) -> None:
    for tries in range(3):
        store.append([fact("acted", "day")])
        [row] = asker.ask("steps", summaries.steps).result(WAIT_S)
        assert row.tries == tries + 1


def test_an_answer_is_of_one_moment(store: Store, asker: Asker, people: People, learner: Learner) -> None:
    asked, go = threading.Event(), threading.Event()

    def twice(reader: Store) -> tuple[list[str], list[str]]:
        before = names(reader)
        asked.set()
        go.wait(WAIT_S)
        return before, names(reader)

    future = asker.ask("twice", twice)
    assert asked.wait(WAIT_S)
    people.add("نورة", "rose")
    go.set()
    assert future.result(WAIT_S) == ([learner.name], [learner.name])
    assert asker.ask("names", names).result(WAIT_S) == [learner.name, "نورة"]


def test_the_newest_question_of_a_kind_takes_the_place_of_one_that_waits(asker: Asker, held) -> None:
    older, other, newer = (asker.ask(kind, lambda store, n=n: n) for n, kind in enumerate("aba"))
    assert asker.waiting == 2
    held.set()
    assert (other.result(WAIT_S), newer.result(WAIT_S)) == (1, 2)
    with pytest.raises(CancelledError):
        older.result(WAIT_S)


def test_only_so_many_questions_wait(asker: Asker, held, monkeypatch) -> None:
    monkeypatch.setattr(asking, "MOST_WAITING", 3)
    futures = [asker.ask(f"kind {n}", lambda store, n=n: n) for n in range(5)]
    assert asker.waiting == 3
    assert [future.cancelled() for future in futures] == [True, True, False, False, False]


def test_a_question_cannot_write(asker: Asker, learner: Learner) -> None:
    with pytest.raises(BugError):
        asker.ask("add", lambda store: People(store).add("نورة", "rose")).result(WAIT_S)
    with pytest.raises(BugError):
        asker.ask("delete", lambda store: store.rows("DELETE FROM learner")).result(WAIT_S)
    assert asker.ask("names", names).result(WAIT_S) == [learner.name]


def test_a_question_that_fails_does_not_end_the_thread(asker: Asker, learner: Learner) -> None:
    with pytest.raises(ZeroDivisionError):
        asker.ask("bad", lambda store: 1 // 0).result(WAIT_S)
    assert asker.ask("names", names).result(WAIT_S) == [learner.name]


def test_a_missing_file_is_said_and_read_once_it_is_there(folder: Path, clock) -> None:
    asker = Asker(folder, clock)
    with pytest.raises(Unreadable, match="cannot be read"):
        asker.ask("names", names).result(WAIT_S)
    Store.open(folder, clock).close()
    assert asker.ask("names", names).result(WAIT_S) == []
    asker.close()


def test_a_damaged_file_is_said_and_left_to_those_who_write(store: Store, folder: Path, clock) -> None:
    store.close()
    (folder / "progress.db").write_bytes(b"ruined" * 900)
    asker = Asker(folder, clock)
    with pytest.raises(Unreadable):
        asker.ask("names", names).result(WAIT_S)
    assert (folder / "progress.db").read_bytes() == b"ruined" * 900
    asker.close()


def test_a_file_that_took_the_others_place_is_read(
    store: Store, asker: Asker, folder: Path, learner: Learner
) -> None:
    asker.ask("names", names).result(WAIT_S)
    (folder / "progress.db").rename(folder / "progress.corrupt-1.db")
    (folder / "progress.db-wal").unlink()
    (folder / "progress.db-shm").unlink()
    Store.open(folder, store.clock).close()
    assert asker.ask("names", names).result(WAIT_S) == []


def test_what_was_restored_is_read(
    store: Store, asker: Asker, people: People, folder: Path, learner: Learner, clock
) -> None:
    made = make_backup(folder, clock().date())
    people.add("نورة", "rose")
    assert len(asker.ask("names", names).result(WAIT_S)) == 2
    restore(folder, made.path, clock())
    assert asker.ask("names", names).result(WAIT_S) == [learner.name]


def test_closing_breaks_off_a_long_question(store: Store, asker: Asker) -> None:
    begun, others = threading.Event(), set(threading.enumerate())

    def long(reader: Store) -> list[tuple]:
        begun.set()
        return reader.rows(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        )

    running, waiting = asker.ask("long", long), asker.ask("more", names)
    assert begun.wait(WAIT_S)
    store.close()
    assert waiting.cancelled()
    with pytest.raises(CancelledError):
        running.result(WAIT_S)
    assert until(lambda: not set(threading.enumerate()) - others)


def test_after_closing_nothing_is_answered_and_the_file_is_one_whole(
    store: Store, asker: Asker, folder: Path
) -> None:
    asker.ask("names", names).result(WAIT_S)
    store.close()
    assert asker.ask("names", names).cancelled()
    assert [path.name for path in folder.iterdir()] == ["progress.db"]


def test_a_store_in_memory_has_no_thread(clock) -> None:
    store = Store.memory(clock)
    assert store.asker is None
    store.close()


def test_reading_does_not_open_the_door_to_writers(store: Store, asker: Asker, folder: Path, fact) -> None:
    go, begun = threading.Event(), threading.Event()
    asker.ask("held", lambda reader: (reader.rows("SELECT 1 FROM event"), begun.set(), go.wait(WAIT_S)))
    assert begun.wait(WAIT_S)
    store.rows("PRAGMA busy_timeout = 0")
    store.append([fact("opened")])  # not even for a moment does it wait
    go.set()
    assert sqlite3.connect(folder / "progress.db").execute("SELECT count(*) FROM event").fetchone() == (1,)
