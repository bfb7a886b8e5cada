from __future__ import annotations

import pytest

from elder_tutor.progress.people import People
from elder_tutor.progress.pins import FIRST, LockedOut, NoPin, PinTrouble, WrongPin
from elder_tutor.progress.staff import Act, NotAllowed, Permissions, Role, Staff, StaffTrouble
from elder_tutor.progress.store import Store

PIN, OTHER = "4827", "7391"


@pytest.fixture(autouse=True)
def light_hash(monkeypatch):
    """Hash with the least memory argon2 allows."""
    import argon2

    real = argon2.PasswordHasher
    monkeypatch.setattr(argon2, "PasswordHasher", lambda: real(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def staff(store: Store) -> Staff:
    """A manager who chose the first PIN."""
    People(store).choose_pin(PIN)
    return Staff(store)


def deeds(people: People) -> list[tuple[str, str]]:
    return [(entry.who, entry.action) for entry in people.audit()]


def test_who_chooses_the_first_pin_is_the_manager(staff: Staff) -> None:
    assert [(one.id, one.role, one.has_pin) for one in staff.all()] == [(FIRST, "manager", 1)]


def test_each_has_a_pin_of_their_own(staff: Staff, people: People) -> None:
    added = staff.add("  خالد ", Role.TRAINER, OTHER, "trainer")
    assert added.name == "خالد"
    people.check_pin(OTHER, added.id)
    with pytest.raises(WrongPin):
        people.check_pin(PIN, added.id)


def test_each_has_a_growing_wait_of_their_own(staff: Staff, people: People) -> None:
    added = staff.add("خالد", Role.TRAINER, OTHER, "trainer")
    for _ in range(5):
        with pytest.raises((WrongPin, LockedOut)):
            people.check_pin("9999", added.id)
    assert (people.pin_wait(added.id), people.pin_wait()) == (30, 0)
    people.check_pin(PIN)


def test_a_simple_pin_adds_nobody(staff: Staff) -> None:
    with pytest.raises(PinTrouble):
        staff.add("خالد", Role.TRAINER, "1111", "trainer")
    assert len(staff.all()) == 1


@pytest.mark.parametrize("name", ["", " \u200f ", "x" * 41, "منى"])
def test_a_name_is_there_short_and_nobody_else_s(staff: Staff, name: str) -> None:
    staff.rename(FIRST, "منى", "trainer")
    with pytest.raises(StaffTrouble):
        staff.add(name, Role.VIEWER, OTHER, "trainer")


def test_the_last_manager_stays_a_manager(staff: Staff) -> None:
    staff.add("خالد", Role.TRAINER, OTHER, "trainer")
    with pytest.raises(StaffTrouble, match="One manager"):
        staff.remove(FIRST, "trainer")
    with pytest.raises(StaffTrouble, match="One manager"):
        staff.change_role(FIRST, Role.VIEWER, "trainer")
    assert staff.member(FIRST).role == "manager"


def test_the_first_may_go_once_there_is_another_manager(staff: Staff, people: People) -> None:
    other = staff.add("خالد", Role.TRAINER, OTHER, "trainer")
    staff.change_role(other.id, Role.MANAGER, "trainer")
    staff.remove(FIRST, other.id)
    assert [one.id for one in staff.all()] == [other.id]
    with pytest.raises(NoPin):
        people.check_pin(PIN)


def test_who_did_what_to_the_staff_is_written_down(staff: Staff, people: People) -> None:
    added = staff.add("خالد", Role.MANAGER, OTHER, "trainer")
    staff.rename(added.id, "سعود", added.id)
    people.choose_pin("5093", added.id)
    staff.remove(added.id, "trainer")
    assert deeds(people) == [
        ("trainer", "choose_pin"), ("trainer", "add_staff"), (added.id, "change_staff"),
        (added.id, "choose_pin"), ("trainer", "remove_staff"),
    ]  # fmt: skip


def test_a_reset_keeps_name_and_role(staff: Staff, people: People) -> None:
    added = staff.add("خالد", Role.VIEWER, OTHER, "trainer")
    assert people.reset_pin("account", added.id)
    found = staff.member("خالد")
    assert (found.role, found.has_pin) == ("viewer", 0)
    people.choose_pin("5093", added.id)
    people.check_pin("5093", added.id)


def test_somebody_unknown_is_told_of(staff: Staff) -> None:
    for act in (
        lambda: staff.member("nobody"),
        lambda: staff.rename("nobody", "سعود", "trainer"),
        lambda: staff.remove("nobody", "trainer"),
    ):
        with pytest.raises(StaffTrouble, match="no longer"):
            act()


ROLES = {
    Role.VIEWER: set(),
    Role.TRAINER: {Act.TEACH, Act.PEOPLE, Act.HAND_OUT},
    Role.MANAGER: set(Act),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", Act)
def test_a_role_may_do_what_is_written_and_nothing_else(role: Role, act: Act) -> None:
    may = Permissions.of(role)
    assert may.allows(act) == (act in ROLES[role])
    if not may.allows(act):
        with pytest.raises(NotAllowed):
            may.require(act)
