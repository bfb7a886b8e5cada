"""Who stands at the door: a page at a time, the group that is expected today first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from elder_tutor.progress.arrivals import EVERYBODY, OF_PICTURE, Arrivals
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store

TODAY = date(2026, 6, 8)


@pytest.fixture
def arrivals(store: Store) -> Arrivals:
    """The door of this store."""
    return Arrivals(store)


@pytest.fixture
def here(people: People) -> list[str]:
    """Nine people."""
    return [people.add(f"name {number}", ("palm", "dhow", "moon")[number % 3]).id for number in range(9)]


@pytest.fixture
def teams(store: Store, here: list[str]) -> list[str]:
    """Three groups of three."""
    groups = Groups(store)
    made = [groups.add(f"group {number}", "rose").id for number in range(3)]
    for number, team in enumerate(made):
        groups.put(team, here[3 * number : 3 * number + 3])
    return made


def came(store: Store, learner: str, day: date) -> None:
    """Let somebody have practised on a day."""
    with store.writing() as db:
        row = (day.isoformat(), learner, "lesson", *[0] * 12)
        db.execute(f"INSERT INTO day_summary VALUES ({', '.join('?' * len(row))})", row)


def test_a_page_holds_so_many_in_the_order_they_were_added(arrivals: Arrivals, here: list[str]) -> None:
    assert [face.id for face in arrivals.faces(EVERYBODY, 6, 6)] == here[6:]
    assert arrivals.size() == 9


def test_the_guest_is_nobody(arrivals: Arrivals) -> None:
    assert (arrivals.size(), arrivals.faces(EVERYBODY, 0, 6), arrivals.by_picture()) == (0, (), ())


def test_a_group_holds_its_members_only(arrivals: Arrivals, here: list[str], teams: list[str]) -> None:
    assert [face.id for face in arrivals.faces(teams[1], 0, 6)] == here[3:6]
    assert arrivals.size(teams[1]) == 3


def test_groups_without_anybody_are_not_offered(arrivals: Arrivals, store: Store) -> None:
    Groups(store).add("empty", "rose")
    assert arrivals.groups(TODAY) == ()


def test_without_any_practice_groups_stand_as_they_were_made(arrivals: Arrivals, teams: list[str]) -> None:
    assert [team.id for team in arrivals.groups(TODAY)] == teams


def test_the_group_of_this_weekday_stands_first(
    arrivals: Arrivals, store: Store, here: list[str], teams: list[str]
) -> None:
    came(store, here[0], TODAY - timedelta(days=1))
    came(store, here[6], TODAY - timedelta(weeks=2))
    assert [team.id for team in arrivals.groups(TODAY)] == [teams[2], teams[0], teams[1]]


def test_who_came_on_another_weekday_or_long_ago_does_not_count(
    arrivals: Arrivals, store: Store, here: list[str], teams: list[str]
) -> None:
    came(store, here[3], TODAY)
    for days in (2, 3, 70):
        came(store, here[6], TODAY - timedelta(days=days))
    assert arrivals.groups(TODAY)[0].id == teams[1]


def test_everybody_can_be_found_by_picture(arrivals: Arrivals, here: list[str]) -> None:
    found = {team.picture: team.size for team in arrivals.by_picture()}
    assert found == {"palm": 3, "dhow": 3, "moon": 3}
    assert [face.id for face in arrivals.faces(OF_PICTURE + "dhow", 0, 6)] == here[1::3]
