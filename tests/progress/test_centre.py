"""Groups, notes and choices of trainers: kept, told in the audit log, gone with the learner."""

from __future__ import annotations

import pytest

from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.errors import UnknownLearner
from elder_tutor.progress.groups import Groups, GroupTrouble
from elder_tutor.progress.people import Learner, People, PictureTrouble
from elder_tutor.progress.remarks import LONGEST, Remarks, RemarkTrouble
from elder_tutor.progress.store import Store


@pytest.fixture
def groups(store: Store) -> Groups:
    return Groups(store)


def test_a_group_has_exactly_those_who_were_put_into_it(
    groups: Groups, people: People, learner: Learner
) -> None:
    other = people.add("سالم", "dhow")
    group = groups.add("مَجْمُوعَةُ الْأَحَدِ", "palm")
    groups.put(group.id, [learner.id, other.id])
    groups.put(group.id, [other.id])
    assert groups.members(group.id) == (other.id,)
    assert [found.size for found in groups.all()] == [1]
    assert [found.id for found in groups.of(other.id)] == [group.id]
    assert groups.of(learner.id) == ()


def test_a_groups_sum_is_what_its_members_did(groups: Groups, learner: Learner, store: Store, fact) -> None:
    group = groups.add("A", "palm")
    groups.put(group.id, [learner.id])
    store.append([fact("opened"), fact("hint", "day", rung=2), fact("mistake", "day", mistake="full_day")])
    total = groups.sums()[group.id]
    assert (total.learners, total.lessons, total.attempts, total.hints, total.mistakes) == (1, 1, 1, 1, 1)


@pytest.mark.parametrize("name", ["", "   ", "Sunday"])
def test_a_group_needs_a_name_of_its_own(groups: Groups, name: str) -> None:
    groups.add("sunday", "palm")
    with pytest.raises(GroupTrouble):
        groups.add(name, "palm")


def test_a_group_needs_one_of_the_pictures(groups: Groups) -> None:
    with pytest.raises(PictureTrouble):
        groups.add("A", "../etc/passwd")


def test_dissolving_a_group_keeps_its_members(groups: Groups, people: People, learner: Learner) -> None:
    group = groups.add("A", "palm")
    groups.put(group.id, [learner.id])
    groups.remove(group.id)
    assert groups.all() == ()
    assert [one.id for one in people.learners()] == [learner.id]
    with pytest.raises(GroupTrouble, match="no longer"):
        groups.rename(group.id, "B")


def test_notes_stand_newest_first_with_who_wrote_them(store: Store, learner: Learner, clock) -> None:
    remarks = Remarks(store)
    remarks.add(learner.id, "  تُفَضِّلُ الصَّوْتَ   الْأَبْطَأَ ", "first")
    clock.move(60)
    remarks.add(learner.id, "تَقْرَأُ الْأَرْقَامَ جَيِّدًا", "second")
    assert [(note.who, note.text) for note in remarks.of(learner.id)] == [
        ("second", "تَقْرَأُ الْأَرْقَامَ جَيِّدًا"), ("first", "تُفَضِّلُ الصَّوْتَ الْأَبْطَأَ"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " \u2066 ", "ن" * (LONGEST + 1)])
def test_an_empty_or_endless_note_is_refused(store: Store, learner: Learner, text: str) -> None:
    with pytest.raises(RemarkTrouble):
        Remarks(store).add(learner.id, text)


def test_a_lesson_is_chosen_once_and_holds_until_its_day(store: Store, learner: Learner) -> None:
    chosen = Assignments(store)
    chosen.assign(learner.id, lesson="book-appointment", until="2026-06-10")
    chosen.assign(learner.id, lesson="book-appointment", until="2026-06-20")
    chosen.assign(learner.id, course="health")
    assert [row.until for row in chosen.of(learner.id, "2026-06-20") if row.lesson] == ["2026-06-20"]
    assert [row.course for row in chosen.of(learner.id, "2026-06-21")] == ["health"]
    chosen.withdraw(chosen.of(learner.id, "2026-06-21")[0].id)
    assert chosen.of(learner.id, "2026-06-21") == ()


def test_nothing_of_it_is_left_when_the_learner_is_erased(
    store: Store, groups: Groups, people: People, learner: Learner
) -> None:
    groups.put(groups.add("A", "palm").id, [learner.id])
    Remarks(store).add(learner.id, "note")
    Assignments(store).assign(learner.id, lesson="book")
    people.remove(learner.id)
    for table in ("membership", "remark", "assignment"):
        assert store.rows(f"SELECT * FROM {table}") == []


@pytest.mark.parametrize(
    "write", [lambda s: Remarks(s).add("nobody", "x"), lambda s: Assignments(s).assign("nobody")]
)
def test_a_stranger_gets_no_note_and_no_lesson(store: Store, write) -> None:
    with pytest.raises(UnknownLearner):
        write(store)


def test_what_trainers_do_with_groups_stands_in_the_audit_log(groups: Groups, people: People) -> None:
    group = groups.add("A", "palm", "t2")
    groups.rename(group.id, "B", "t2")
    groups.remove(group.id, "t3")
    assert [(line.who, line.action) for line in people.audit()] == [
        ("t2", "add_group"), ("t2", "change_group"), ("t3", "remove_group"),
    ]  # fmt: skip
