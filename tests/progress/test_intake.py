from __future__ import annotations

import pytest

from elder_tutor.progress.groups import Groups
from elder_tutor.progress.intake import Newcomer, take_in
from elder_tutor.progress.people import NameTrouble, People, PictureTrouble
from elder_tutor.progress.store import Store

THREE = (
    Newcomer("منى", "palm", "الأحد"),
    Newcomer("هيا", "rose", "الأحد"),
    Newcomer("سعود", "dhow"),
)


def test_a_list_is_added_with_its_groups(store: Store, people: People) -> None:
    take_in(store, THREE, "trainer")
    assert [one.name for one in people.learners()] == ["منى", "هيا", "سعود"]
    assert [(one.name, one.picture, one.size) for one in Groups(store).all()] == [("الأحد", "palm", 2)]


def test_a_group_that_is_there_takes_newcomers_in(store: Store, people: People) -> None:
    Groups(store).add("الأحد", "moon")
    take_in(store, THREE, "trainer")
    assert [(one.picture, one.size) for one in Groups(store).all()] == [("moon", 2)]


@pytest.mark.parametrize(
    ("wrong", "trouble"), [(THREE[0], NameTrouble), (Newcomer("نوف", "guest"), PictureTrouble)]
)
def test_one_that_cannot_be_added_keeps_all_away(store: Store, people: People, wrong, trouble) -> None:
    with pytest.raises(trouble):
        take_in(store, (*THREE, wrong), "trainer")
    assert people.learners() == ()
    assert Groups(store).all() == ()
    assert people.audit() == ()


def test_the_list_and_everybody_on_it_is_written_down(store: Store, people: People) -> None:
    take_in(store, THREE, "s1")
    assert [entry.action for entry in people.audit()] == ["imported", *["add_learner"] * 3, "add_group"]
    assert {entry.who for entry in people.audit()} == {"s1"}
