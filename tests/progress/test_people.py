from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from elder_tutor.errors import BugError
from elder_tutor.progress import preferences, summaries
from elder_tutor.progress.audit import Deed
from elder_tutor.progress.errors import UnknownLearner
from elder_tutor.progress.people import Learner, NameTrouble, People, PictureTrouble, pictures
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store


def test_everybody_is_listed_in_the_order_they_came(people: People, clock) -> None:
    for name in ("نورة", "سالم", "أمل"):
        people.add(name, "dhow")
        clock.move(1)
    assert [one.name for one in people.learners()] == ["نورة", "سالم", "أمل"]


def test_a_new_learner_has_not_agreed_to_anything(people: People, learner: Learner) -> None:
    assert people.learner(learner.id).consent is None


def test_consent_is_kept_with_its_time_and_can_be_withdrawn(people: People, learner: Learner, clock) -> None:
    people.consent(learner.id, True)
    assert people.learner(learner.id).consent == int(clock().timestamp() * 1000)
    people.consent(learner.id, False)
    assert people.learner(learner.id).consent is None


def test_the_guest_picture_is_for_guests_only(people: People) -> None:
    assert "dallah" in pictures()
    assert "guest" not in pictures()
    with pytest.raises(PictureTrouble):
        people.add("سالم", "guest")


def test_a_picture_that_is_no_file_is_refused(people: People) -> None:
    with pytest.raises(PictureTrouble):
        people.add("سالم", "../theme")


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200f\u2067\u2069"])
def test_a_name_without_a_visible_letter_is_refused(people: People, name: str) -> None:
    with pytest.raises(NameTrouble, match="write a name"):
        people.add(name, "dhow")


def test_a_name_longer_than_forty_letters_is_refused(people: People) -> None:
    assert people.add("ن" * 40, "dhow")
    with pytest.raises(NameTrouble, match="40"):
        people.add("ن" * 41, "dhow")


def test_spaces_and_direction_marks_are_tidied(people: People) -> None:
    assert people.add("  أم\u2067  خالد\n", "dhow").name == "أم خالد"


def test_one_name_with_one_picture_is_one_person(people: People) -> None:
    people.add("Salem", "dhow")
    with pytest.raises(NameTrouble, match="another picture"):
        people.add(" salem", "dhow")
    assert people.add("Salem", "palm")
    assert people.add("Salem", "dhow", "star")


def test_renaming_to_a_twin_is_refused(people: People) -> None:
    people.add("سالم", "dhow")
    other = people.add("نورة", "dhow")
    with pytest.raises(NameTrouble):
        people.rename(other.id, "سالم")
    assert people.learner(other.id).name == "نورة"


def test_renaming_to_the_same_name_is_no_twin(people: People, learner: Learner) -> None:
    people.rename(learner.id, learner.name)
    assert people.learner(learner.id).name == learner.name


@pytest.mark.parametrize("deed", ["rename", "consent", "remove"])
def test_nobody_cannot_be_changed(people: People, deed: str) -> None:
    arguments = {"rename": ("x",), "consent": (True,), "remove": ()}[deed]
    with pytest.raises(UnknownLearner):
        getattr(people, deed)("0" * 32, *arguments)


def test_removing_erases_every_trace_in_the_tables(
    store: Store, people: People, learner: Learner, fact
) -> None:
    store.append([fact("opened"), fact("mistake", "slot", mistake="full_day")])
    preferences.put(store, {"size": 3}, learner.id)
    changes = people.remove(learner.id)
    assert (changes.learners, changes.lessons, changes.people) == ({learner.id}, {"book-appointment"}, True)
    for table in ("event", "setting", "erasing", *SUMMARY_TABLES):
        assert store.rows(f"SELECT * FROM {table}") == []
    assert store.rows("SELECT id FROM learner") == [("guest",)]


def test_removing_leaves_the_others_alone(store: Store, people: People, learner: Learner, fact) -> None:
    other = people.add("سالم", "dhow")
    store.append([fact("opened"), fact("opened", learner=other.id, attempt="b")])
    people.remove(learner.id)
    assert [one.id for one in people.learners()] == [other.id]
    assert len(store.events("b")) == 1
    assert [row.learner for row in summaries.matrix(store)] == [other.id]


def test_removing_is_audited_without_the_name(people: People, learner: Learner) -> None:
    people.remove(learner.id)
    last = people.audit()[-1]
    assert (last.action, last.subject, last.who) == (Deed.ERASE_LEARNER, learner.id, "trainer")
    assert learner.name not in str(people.audit())


def test_no_byte_of_a_removed_learner_is_left_in_the_folder(
    store: Store, people: People, learner: Learner, fact, folder: Path
) -> None:
    store.append(
        [fact("opened", attempt="canary-attempt"), *[fact("acted", "canary-step") for _ in range(200)]]
    )
    seen = b"".join(path.read_bytes() for path in folder.iterdir())
    assert learner.name.encode() in seen
    assert b"canary-step" in seen
    people.remove(learner.id)
    left = b"".join(path.read_bytes() for path in folder.iterdir())
    assert learner.name.encode() not in left
    assert b"canary" not in left


def test_what_was_removed_does_not_come_back_with_the_next_event(store: Store, people: People, fact) -> None:
    learner = people.learners()[0].id if people.learners() else people.add("نورة", "dhow").id
    store.append([fact("mistake", "slot", learner=learner)])
    people.remove(learner)
    again = people.add("نورة", "dhow").id
    store.append([fact("opened", learner=again, attempt="b")])
    assert [(row.learner, row.mistakes) for row in summaries.matrix(store)] == [(again, 0)]


def test_the_door_for_erasing_needs_an_audit_line(store: Store, learner: Learner, folder: Path) -> None:
    outside = sqlite3.connect(folder / "progress.db")
    outside.execute("PRAGMA foreign_keys = ON")
    outside.execute("INSERT INTO audit VALUES (NULL, 0, 'x', 'erase_learner', 'somebody else')")
    outside.execute("INSERT INTO audit VALUES (NULL, 0, 'x', 'rename_learner', ?)", (learner.id,))
    with pytest.raises(sqlite3.IntegrityError, match="audit"):
        outside.execute("INSERT INTO erasing VALUES (?, 0)", (learner.id,))
    outside.close()


def through_the_door(store: Store, learner: str, *statements: str) -> None:
    """Open the door for one learner as `remove` does, then do something else."""
    with store.writing() as db:
        db.execute("INSERT INTO audit VALUES (NULL, 0, 'x', 'erase_learner', ?)", (learner,))
        db.execute("INSERT INTO erasing VALUES (?, 0)", (learner,))
        for statement in statements:
            db.execute(statement)


def test_the_door_for_erasing_cannot_be_left_open(store: Store, fact, learner: Learner) -> None:
    store.append([fact("opened")])
    with pytest.raises(BugError, match="FOREIGN KEY"):
        through_the_door(store, learner.id)
    assert store.rows("SELECT * FROM erasing") == []


def test_the_door_opens_for_one_learner_only(store: Store, people: People, learner: Learner, fact) -> None:
    other = people.add("سالم", "dhow").id
    store.append([fact("opened"), fact("opened", learner=other, attempt="b")])
    with pytest.raises(BugError, match="facts"):
        through_the_door(store, learner.id, "DELETE FROM event")
    assert len(store.events("a1") + store.events("b")) == 2


def test_every_deed_is_written_down(people: People) -> None:
    one = people.add("نورة", "dhow")
    people.rename(one.id, "أمل")
    people.consent(one.id, True)
    people.consent(one.id, False)
    people.remove(one.id)
    assert [entry.action for entry in people.audit()] == [
        "add_learner", "rename_learner", "consent", "consent_withdrawn", "erase_learner"
    ]  # fmt: skip


def test_settings_are_kept_for_the_centre_and_for_each_learner(store: Store, learner: Learner) -> None:
    assert preferences.get(store) == {}
    preferences.put(store, {"language": "ar", "size": 2})
    preferences.put(store, {"size": 4}, learner.id)
    preferences.put(store, {"language": "en"})
    assert preferences.get(store) == {"language": "en"}
    assert preferences.get(store, learner.id) == {"size": 4}
