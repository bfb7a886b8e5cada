from __future__ import annotations

from pathlib import Path

import pytest

from elder_tutor.progress.audit import os_account
from elder_tutor.progress.locks import Lock
from elder_tutor.progress.people import People
from elder_tutor.progress.pins import LockedOut, NoPin, PinTrouble, WrongPin
from elder_tutor.progress.store import Store

PIN = "4827"


@pytest.fixture(autouse=True)
def light_hash(monkeypatch):
    """Hash with the least memory argon2 allows; one test uses the real cost."""
    import argon2

    real = argon2.PasswordHasher
    monkeypatch.setattr(argon2, "PasswordHasher", lambda: real(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def guarded(people: People) -> People:
    people.choose_pin(PIN)
    return people


def wrong(people: People, times: int) -> None:
    for _ in range(times):
        with pytest.raises((WrongPin, LockedOut)):
            people.check_pin("9999")


def wait_of(people: People) -> int:
    with pytest.raises(LockedOut) as caught:
        people.check_pin(PIN)
    return caught.value.seconds


def test_no_pin_is_set_at_first(people: People) -> None:
    assert not people.pin_is_set()
    with pytest.raises(NoPin):
        people.check_pin(PIN)


def test_the_right_pin_opens(guarded: People) -> None:
    assert guarded.pin_is_set()
    guarded.check_pin(PIN)


@pytest.mark.parametrize("typed", ["٤٨٢٧", "۴۸۲۷", " 4827 ", "٤8٢7"])
def test_both_digit_sets_are_accepted(guarded: People, typed: str) -> None:
    guarded.check_pin(typed)


def test_a_pin_chosen_in_arabic_digits_opens_with_latin_ones(people: People) -> None:
    people.choose_pin("٤٨٢٧")
    people.check_pin("4827")


@pytest.mark.parametrize("pin", ["", "482", "482719364", "48a7", "48-7", "４８２７", "²²³¹"])
def test_a_pin_has_four_to_eight_digits(people: People, pin: str) -> None:
    with pytest.raises(PinTrouble, match="4 to 8"):
        people.choose_pin(pin)


@pytest.mark.parametrize("pin", ["1111", "٠٠٠٠", "1234", "٤٥٦٧", "4321", "8901", "1212", "12345678", "0987"])
def test_a_pin_that_is_easy_to_guess_is_refused(people: People, pin: str) -> None:
    with pytest.raises(PinTrouble, match="easy to guess"):
        people.choose_pin(pin)
    assert not people.pin_is_set()


def test_the_pin_itself_is_nowhere_in_the_file(guarded: People, store: Store, folder: Path) -> None:
    assert store.rows("SELECT hash FROM staff")[0][0].startswith("$argon2id$")
    assert PIN.encode() not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_the_hash_has_the_cost_the_library_recommends(people: People, store: Store, monkeypatch) -> None:
    monkeypatch.undo()
    people.choose_pin(PIN)
    assert "m=65536,t=3,p=4" in store.rows("SELECT hash FROM staff")[0][0]
    people.check_pin(PIN)


def test_each_wrong_try_says_how_many_are_left(guarded: People) -> None:
    left = []
    for _ in range(4):
        with pytest.raises(WrongPin) as caught:
            guarded.check_pin("9999")
        left.append(caught.value.left)
    assert left == [4, 3, 2, 1]


def test_the_fifth_wrong_try_locks_for_half_a_minute(guarded: People) -> None:
    wrong(guarded, 4)
    with pytest.raises(LockedOut) as caught:
        guarded.check_pin("9999")
    assert caught.value.seconds == 30


def test_a_right_try_wipes_the_wrong_ones(guarded: People) -> None:
    wrong(guarded, 4)
    guarded.check_pin(PIN)
    wrong(guarded, 4)
    guarded.check_pin(PIN)


def test_the_right_pin_does_not_open_while_locked(guarded: People, clock) -> None:
    wrong(guarded, 5)
    clock.move(29)
    assert wait_of(guarded) == 1
    clock.move(1)
    guarded.check_pin(PIN)


def test_the_waits_grow_to_a_quarter_of_an_hour(guarded: People, clock) -> None:
    waits = []
    wrong(guarded, 4)
    for _ in range(6):
        wrong(guarded, 1)
        waits.append(guarded.pin_wait())
        clock.move(waits[-1])
    assert waits == [30, 60, 120, 300, 900, 900]


def test_tries_while_locked_do_not_lengthen_the_wait(guarded: People, clock) -> None:
    wrong(guarded, 5)
    wrong(guarded, 20)
    clock.move(30)
    guarded.check_pin(PIN)


def test_a_restart_does_not_shorten_the_wait(guarded: People, store: Store, folder: Path, clock) -> None:
    wrong(guarded, 5)
    store.close()
    again = Store.open(folder, clock)
    assert wait_of(People(again)) == 30
    again.close()


def test_pulling_the_plug_while_the_pin_is_judged_still_counts(guarded: People, monkeypatch) -> None:
    def plug_pulled(lock: Lock, digits: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(Lock, "opens", plug_pulled)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            guarded.check_pin("9999")
    assert guarded.pin_wait() == 30


def test_a_clock_set_back_neither_opens_nor_locks_for_ever(guarded: People, clock) -> None:
    wrong(guarded, 5)
    clock.move(10)
    assert wait_of(guarded) == 20
    clock.move(-86_400)
    assert wait_of(guarded) == 20
    clock.move(20)
    guarded.check_pin(PIN)


def test_the_wait_can_be_shown_without_a_try(guarded: People, clock) -> None:
    assert guarded.pin_wait() == 0
    wrong(guarded, 5)
    clock.move(12)
    assert guarded.pin_wait() == 18


def test_reset_takes_pin_and_wait_away_and_is_audited(guarded: People) -> None:
    wrong(guarded, 5)
    assert guarded.reset_pin("noura")
    assert not guarded.pin_is_set()
    assert (guarded.audit()[-1].action, guarded.audit()[-1].who) == ("reset_pin", "noura")
    guarded.choose_pin("7391")
    guarded.check_pin("7391")


def test_reset_names_the_account_of_the_machine_by_default(guarded: People) -> None:
    guarded.reset_pin()
    assert guarded.audit()[-1].who == os_account() != ""


def test_resetting_nothing_is_not_audited(people: People) -> None:
    assert not people.reset_pin("noura")
    assert people.audit() == ()


def test_being_locked_out_is_audited(guarded: People) -> None:
    wrong(guarded, 5)
    assert guarded.audit()[-1].action == "locked_out"


def test_a_new_pin_takes_the_place_of_the_old(guarded: People) -> None:
    guarded.choose_pin("7391")
    wrong_try = pytest.raises(WrongPin)
    with wrong_try:
        guarded.check_pin(PIN)
