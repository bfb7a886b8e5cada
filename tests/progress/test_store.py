from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from elder_tutor.progress.errors import UnknownLearner
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store

LESSON = "book-appointment"


def test_what_was_appended_is_read_back_in_order(store: Store, fact) -> None:
    events = [
        fact("opened", seed=7),
        fact("acted", "clinic", do="tap", element="health.home.book", right=True),
    ]
    store.append(events[:1])
    store.append(events[1:])
    found = store.events("a1")
    assert [(e.kind, e.step, e.data, e.at) for e in found] == [(e.kind, e.step, e.data, e.at) for e in events]
    assert [e.seq for e in found] == [1, 2]


def test_append_answers_whom_and_what_it_touched(store: Store, fact, learner: Learner) -> None:
    changes = store.append([fact("opened")])
    assert (changes.learners, changes.lessons) == ({learner.id}, {LESSON})


def test_events_are_all_stored_or_none(store: Store, fact) -> None:
    with pytest.raises(UnknownLearner):
        store.append([fact("opened"), fact("acted", "s", learner="nobody")])
    assert store.events("a1") == ()
    assert store.rows("SELECT * FROM lesson_summary") == []


def test_a_refused_append_leaves_no_count_behind(store: Store, fact) -> None:
    store.append([fact("opened")])
    with pytest.raises(UnknownLearner):
        store.append([fact("mistake", "s"), fact("acted", "s", learner="nobody")])
    store.append([fact("mistake", "s")])
    assert store.rows("SELECT mistakes FROM lesson_summary") == [(1,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET kind = 'finished'",
        "UPDATE event SET seq = 99",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event (seq, attempt, learner, lesson, revision, stage, step, kind, data, at) "
        "SELECT seq, attempt, learner, lesson, 9, stage, step, kind, data, at FROM event",
        "UPDATE audit SET who = 'x'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT seq, at, 'x', action, subject FROM audit",
    ],
)
def test_facts_refuse_to_be_changed(store: Store, fact, folder: Path, statement: str) -> None:
    store.append([fact("opened")])
    outside = sqlite3.connect(folder / "progress.db")
    with pytest.raises(sqlite3.IntegrityError, match=r"event|audit"):
        outside.execute(statement)
    outside.close()
    assert [e.kind for e in store.events("a1")] == ["opened"]


def test_a_wrong_type_is_refused_by_the_table_itself(store: Store, learner: Learner) -> None:
    row = "(NULL,'a',?,'l','one','','','opened','{}',1,'','',0)"
    with pytest.raises(Exception, match="cannot store TEXT"), store.writing() as db:
        db.execute(f"INSERT INTO event VALUES {row}", (learner.id,))


def test_commits_wait_for_the_disk(store: Store) -> None:
    assert store.rows("PRAGMA synchronous") == [(2,)]
    assert store.rows("PRAGMA journal_mode") == [("wal",)]
    assert store.rows("PRAGMA foreign_keys") == [(1,)]
    assert store.rows("PRAGMA busy_timeout")[0][0] >= 1000


def test_an_unfinished_attempt_is_found_with_its_step(store: Store, fact, learner: Learner) -> None:
    store.append([fact("opened", seed=3), fact("acted", "clinic"), fact("left", "clinic"), fact("helped")])
    found = store.open_attempt(learner.id, LESSON)
    assert found is not None
    assert (found.id, found.stage, found.step) == ("a1", "alone", "clinic")


def test_a_finished_attempt_is_not_gone_on_with(store: Store, fact, learner: Learner) -> None:
    store.append([fact("opened"), fact("finished")])
    assert store.open_attempt(learner.id, LESSON) is None


def test_an_older_unfinished_attempt_is_not_dug_up(store: Store, fact, learner: Learner) -> None:
    store.append([fact("opened"), fact("opened", attempt="a2"), fact("finished", attempt="a2")])
    assert store.open_attempt(learner.id, LESSON) is None


def test_attempts_are_found_by_stage(store: Store, fact, learner: Learner) -> None:
    store.append([fact("opened", stage="follow"), fact("opened", attempt="a2")])
    assert getattr(store.open_attempt(learner.id, LESSON, "follow"), "id", "") == "a1"
    assert getattr(store.open_attempt(learner.id, LESSON), "id", "") == "a2"
    assert store.open_attempt(learner.id, LESSON, "watch") is None


def test_an_attempt_whose_beginning_is_lost_is_not_resumed(store: Store, fact, learner: Learner) -> None:
    store.append([fact("acted", "clinic")])
    assert store.open_attempt(learner.id, LESSON) is None


def test_everything_is_there_after_closing_and_opening(store: Store, fact, folder: Path, clock) -> None:
    store.append([fact("opened"), fact("acted", "clinic")])
    store.close()
    again = Store.open(folder, clock)
    assert [e.kind for e in again.events("a1")] == ["opened", "acted"]
    again.append([fact("hint", "clinic", rung=1)])
    assert again.rows("SELECT rung1, attempts FROM lesson_summary") == [(1, 1)]
    again.close()


def test_two_processes_count_on_top_of_one_another(store: Store, fact, folder: Path, clock) -> None:
    other = Store.open(folder, clock)
    store.append([fact("opened"), fact("mistake", "s")])
    other.append([fact("mistake", "s")])
    store.append([fact("mistake", "s")])
    assert other.rows("SELECT mistakes FROM lesson_summary") == [(3,)]
    other.close()


def test_a_write_of_another_process_is_noticed_once(store: Store, folder: Path, clock) -> None:
    other = Store.open(folder, clock)
    store.changed_elsewhere()
    assert not store.changed_elsewhere()
    People(other).add("سالم", "dhow")
    assert store.changed_elsewhere()
    assert not store.changed_elsewhere()
    other.close()


def test_a_guest_leaves_nothing_on_the_disk(clock, fact, tmp_path: Path) -> None:
    guest = Store.memory(clock)
    guest.append([fact("opened", learner=GUEST)])
    assert guest.open_attempt(GUEST, LESSON) is not None
    assert guest.folder is None
    guest.close()


def test_a_new_folder_is_for_this_account_only(store: Store, folder: Path) -> None:
    assert folder.stat().st_mode & 0o077 == 0
