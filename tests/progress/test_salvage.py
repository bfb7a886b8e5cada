"""Whatever page of the file is lost, what stands on the others comes back: people, PIN, events."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from elder_tutor.progress import salvage
from elder_tutor.progress.errors import CorruptDatabase, DiskFull, DiskTrouble
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.photos import Consent, Photos
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

VERSIONS = Path(__file__).parent / "versions"
SIZE = 4096
EVENTS = 3_000
Opened = Callable[[], Store]


@pytest.fixture
def again(folder: Path, clock) -> Opened:
    """Open the file anew, as the next start of the program does."""
    return lambda: Store.open(folder, clock)


@pytest.fixture
def filled(store: Store, people: People, learner: Learner, fact, folder: Path) -> dict[str, int]:
    """A closed file with a PIN and 3,000 events; answer the root page of each table."""
    people.choose_pin("4827")
    store.append([fact("acted", f"s{n % 7}", attempt=f"a{n // 50}") for n in range(EVENTS)])
    store.close()
    with contextlib.closing(sqlite3.connect(folder / "progress.db")) as db:
        return dict(db.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))


def spoil(folder: Path, *pages: int) -> None:
    with (folder / "progress.db").open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * SIZE)
            file.write(random.Random(page).randbytes(SIZE))


def pages_of(folder: Path, held: bytes) -> list[int]:
    """Answer the pages of the file that hold these bytes."""
    whole = (folder / "progress.db").read_bytes()
    return [at // SIZE + 1 for at in range(0, len(whole), SIZE) if held in whole[at : at + SIZE]]


def found(store: Store) -> int:
    """Go through the events, so that damage is met; answer how many there are."""
    with contextlib.suppress(CorruptDatabase):
        store.rebuild()
    return int(store.rows("SELECT count(*) FROM event")[0][0])


def tables(store: Store) -> list[list[tuple]]:
    return [store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in SUMMARY_TABLES]


@pytest.mark.parametrize("root", ["event", "event_attempt"])
def test_every_event_comes_back_when_the_way_to_them_is_lost(folder: Path, filled, again, root: str) -> None:
    spoil(folder, filled[root])
    with contextlib.closing(again()) as store:
        assert found(store) == EVENTS
        assert [type(notice) for notice in store.notices] == [CorruptDatabase]


def test_people_pin_and_events_come_back_without_the_first_page(
    folder: Path, filled, again, learner: Learner
) -> None:
    spoil(folder, 1)
    with contextlib.closing(again()) as store:
        assert found(store) == EVENTS
        assert People(store).learners() == (learner,)
        People(store).check_pin("4827")


def test_only_what_stood_on_lost_pages_is_lost(folder: Path, filled, again) -> None:
    pages = (folder / "progress.db").stat().st_size // SIZE
    lost = range(pages * 45 // 100, pages * 55 // 100)
    spoil(folder, *lost)
    with contextlib.closing(again()) as store:
        assert found(store) >= EVENTS * 3 // 4


def test_summaries_of_what_came_back_equal_rebuilt_ones(folder: Path, filled, again) -> None:
    spoil(folder, filled["event"], filled["event"] + 9)
    with contextlib.closing(again()) as store:
        found(store)
        kept = tables(store)
        store.rebuild()
        assert tables(store) == kept
        assert any(kept)


def test_events_of_a_learner_whose_row_is_lost_come_back_with_a_nameless_one(
    folder: Path, filled, again, learner: Learner
) -> None:
    spoil(folder, filled["learner"], filled["event_id"])
    with contextlib.closing(again()) as store:
        assert found(store) == EVENTS
        [one] = People(store).learners()
        assert (one.id, one.name) == (learner.id, f"? {learner.id[:4]}")


def test_an_erased_learner_does_not_come_back(
    store: Store, people: People, learner: Learner, fact, folder: Path, again
) -> None:
    other = people.add("نورة", "rose")
    store.append([fact("acted", "day"), fact("acted", "day", learner=other.id, attempt="b")])
    people.remove(learner.id)
    store.close()
    spoil(folder, 1)
    with contextlib.closing(again()) as found_again:
        assert found(found_again) == 1
        assert People(found_again).learners() == (other,)


def test_tickets_and_three_pictures_come_back_without_the_first_page(
    store: Store, people: People, learner: Learner, folder: Path, again
) -> None:
    keys = Keys(store)
    ticket = keys.ticket(learner.id)
    keys.set_symbols(learner.id, ("cat", "book", "cat"))
    store.close()
    spoil(folder, 1)
    with contextlib.closing(again()) as found_again:
        assert Keys(found_again).whose(ticket) == learner.id
        Keys(found_again).check(learner.id, ("cat", "book", "cat"))
        assert People(found_again).learner(learner.id).symbol == learner.symbol


def test_a_photo_comes_back_from_a_file_whose_other_pages_are_damaged(
    store: Store, learner: Learner, fact, folder: Path, again
) -> None:
    image = b"\xff\xd8\xff" + bytes(20_000)
    Photos(store).give(learner.id, image, Consent("learner"))
    store.append([fact("acted", "day")])
    root = store.rows("SELECT rootpage FROM sqlite_master WHERE name = 'event'")[0][0]
    store.close()
    spoil(folder, root)
    with contextlib.closing(again()) as found_again:
        found(found_again)
        assert Photos(found_again).kept(learner.id) == image


def test_a_damaged_photo_does_not_cost_the_others(store: Store, people: People, folder: Path, again) -> None:
    image = b"\xff\xd8\xff"
    who = [people.add(name, "rose").id for name in ("نورة", "سالم", "موزة")]
    for number, each in enumerate(who):
        Photos(store).give(each, image + bytes([65 + number]) * 20_000, Consent("learner"))
    store.close()
    spoil(folder, *pages_of(folder, b"B" * 4_000)[1:3])
    with contextlib.closing(again()) as found_again:
        found(found_again)
        assert [Photos(found_again).kept(each) is not None for each in who] == [True, False, True]


def test_whoever_comes_back_nameless_has_their_group_and_their_card(
    filled, folder: Path, learner: Learner, again
) -> None:
    with contextlib.closing(again()) as before:
        ticket = Keys(before).ticket(learner.id)
        team = Groups(before).add("الاثنين", "rose")
        Groups(before).put(team.id, [learner.id])
    spoil(folder, filled["learner"], filled["event_id"])
    with contextlib.closing(again()) as found_again:
        assert [one.name[0] for one in People(found_again).learners()] == ["?"]
        assert Keys(found_again).whose(ticket) == learner.id
        assert Groups(found_again).members(team.id) == (learner.id,)


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize("page", ["event", "first"])
def test_a_damaged_file_of_an_older_version_brings_its_events(
    folder: Path, clock, version: str, page: str
) -> None:
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "progress.db")) as db:
        db.executescript((VERSIONS / f"{version}.sql").read_text("utf-8"))
        db.execute("INSERT INTO pin VALUES (1, '$argon2id$kept', 0, 0, 5)")
        db.commit()
        before = db.execute("SELECT seq, attempt, kind, data, at FROM event ORDER BY seq").fetchall()
        roots = dict(db.execute("SELECT name, rootpage FROM sqlite_master"))
    spoil(folder, roots["event_attempt"] if page == "event" else 1)
    with contextlib.closing(Store.open(folder, clock)) as store:
        assert store.rows("SELECT seq, attempt, kind, data, at FROM event ORDER BY seq") == before
        assert store.rows("SELECT count(DISTINCT id) FROM event WHERE id <> ''") == [(len(before),)]
        assert store.rows("SELECT id, role, hash FROM staff") == [("first", "manager", "$argon2id$kept")]


def test_while_there_is_no_room_for_a_new_file_the_damaged_one_stays_as_it_is(
    folder: Path, filled, again, monkeypatch
) -> None:
    spoil(folder, 1)
    before = (folder / "progress.db").read_bytes()

    def full(*_: object) -> int:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(salvage, "carry_all", full)
        with pytest.raises(DiskFull):
            again()
    assert (folder / "progress.db").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["progress.db"]
    with contextlib.closing(again()) as store:
        assert found(store) == EVENTS


def test_a_program_whose_file_another_one_replaced_writes_to_the_new_one(
    store: Store, fact, folder: Path, clock
) -> None:
    store.append([fact("opened")])
    with contextlib.closing(Store.open(folder, clock)) as other:
        other._link.close()
        other._link._db = other._link._begin_afresh(folder)  # it met damage
        store.append([fact("acted", "day")])
        assert [event.kind for event in other.events("a1")] == ["opened", "acted"]


def test_a_program_that_only_reads_notices_that_the_file_was_replaced(
    store: Store, fact, folder: Path, clock
) -> None:
    store.append([fact("opened")])
    with contextlib.closing(Store.open(folder, clock)) as other:
        other._link.close()
        other._link._db = other._link._begin_afresh(folder)
        other.append([fact("acted", "day")])
        assert store.changed_elsewhere()
        assert [event.kind for event in store.events("a1")] == ["opened", "acted"]
        assert not store.changed_elsewhere()


def test_where_the_file_was_taken_away_events_wait_until_it_is_back(store: Store, fact, folder: Path) -> None:
    store.append([fact("opened")])
    folder.rename(folder.with_name("away"))
    with pytest.raises(DiskTrouble):
        store.append([fact("acted", "day")])
    assert not folder.exists()
    folder.with_name("away").rename(folder)
    store.append([fact("finished")])
    assert [event.kind for event in store.events("a1")] == ["opened", "acted", "finished"]
