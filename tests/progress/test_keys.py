"""Three pictures keep others out without scolding; a printed card opens one page until it is lost."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from elder_tutor.progress.errors import UnknownLearner
from elder_tutor.progress.keys import FREE_TRIES, PREFIX, SYMBOLS, WAITS, Keys, SymbolTrouble, WrongSymbols
from elder_tutor.progress.own_data import own_data
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store
from elder_tutor.resources import assets

THREE = ("cat", "book", "cat")
OTHER = ("book", "cat", "cat")


@pytest.fixture
def keys(store: Store) -> Keys:
    return Keys(store)


def wrong(keys: Keys, learner: str, times: int = 1) -> int:
    """Choose the wrong three so often; answer the wait that is told last."""
    wait = 0
    for _ in range(times):
        with pytest.raises(WrongSymbols) as met:
            keys.check(learner, OTHER)
        wait = met.value.wait
    return wait


def test_there_are_nine_pictures_and_each_has_its_drawing() -> None:
    assert len(SYMBOLS) == 9
    assert all((assets() / "icons" / "symbols" / f"{key}.svg").is_file() for key in SYMBOLS)


def test_without_pictures_chosen_everybody_comes_in(keys: Keys, learner: Learner) -> None:
    assert not keys.has(learner.id)
    keys.check(learner.id, OTHER)


def test_the_right_three_open_in_their_order_only(keys: Keys, learner: Learner) -> None:
    keys.set_symbols(learner.id, THREE)
    keys.check(learner.id, THREE)
    assert wrong(keys, learner.id) == 0


@pytest.mark.parametrize("bad", [("cat",), ("cat",) * 3, ("cat", "book", "dog"), ()])
def test_pictures_that_are_too_few_or_too_simple_are_refused(keys: Keys, learner: Learner, bad) -> None:
    with pytest.raises(SymbolTrouble):
        keys.set_symbols(learner.id, bad)
    assert not keys.has(learner.id)


def test_each_wrong_try_after_the_third_waits_longer(keys: Keys, learner: Learner, clock) -> None:
    keys.set_symbols(learner.id, THREE)
    assert wrong(keys, learner.id, FREE_TRIES - 1) == 0
    waits = []
    for _ in range(len(WAITS) + 1):
        waits.append(wrong(keys, learner.id))
        clock.move(waits[-1])
    assert waits == [*WAITS, WAITS[-1]]


def test_while_it_waits_not_even_the_right_three_open(keys: Keys, learner: Learner, clock) -> None:
    keys.set_symbols(learner.id, THREE)
    wrong(keys, learner.id, FREE_TRIES)
    clock.move(4)
    with pytest.raises(WrongSymbols) as met:
        keys.check(learner.id, THREE)
    assert met.value.wait == WAITS[0] - 4
    clock.move(WAITS[0])
    keys.check(learner.id, THREE)
    assert wrong(keys, learner.id, FREE_TRIES - 1) == 0


def test_a_restart_does_not_shorten_the_wait(keys: Keys, store: Store, learner, folder: Path, clock) -> None:
    keys.set_symbols(learner.id, THREE)
    wrong(keys, learner.id, FREE_TRIES)
    store.close()
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert Keys(again).wait(learner.id) == WAITS[0]


def test_a_clock_set_back_neither_ends_nor_lengthens_the_wait(keys: Keys, learner: Learner, clock) -> None:
    keys.set_symbols(learner.id, THREE)
    wrong(keys, learner.id, FREE_TRIES)
    clock.move(-3_600)
    assert keys.wait(learner.id) == WAITS[0]
    clock.move(WAITS[0])
    assert keys.wait(learner.id) == 0


def test_a_wrong_choice_is_answered_without_scolding(keys: Keys, learner: Learner) -> None:
    keys.set_symbols(learner.id, THREE)
    with pytest.raises(WrongSymbols, match="there is time"):
        keys.check(learner.id, OTHER)


def test_pictures_that_are_taken_away_are_asked_for_no_more(
    keys: Keys, people: People, learner: Learner
) -> None:
    keys.set_symbols(learner.id, THREE, "s1")
    keys.clear(learner.id, "s1")
    keys.clear(learner.id, "s1")
    assert not keys.has(learner.id)
    assert [entry.action for entry in people.audit()][-2:] == ["set_symbols", "clear_symbols"]


def test_the_pictures_stand_nowhere_in_the_folder(keys: Keys, learner: Learner, folder: Path) -> None:
    keys.set_symbols(learner.id, ("watermelon", "umbrella", "watermelon"))
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"watermelon" not in kept
    assert b"$argon2id$" in kept


def test_a_ticket_is_made_once_and_tells_whose_it_is(keys: Keys, learner: Learner) -> None:
    assert not keys.has_ticket(learner.id)
    ticket = keys.ticket(learner.id)
    assert ticket.startswith(PREFIX)
    assert len(ticket) == len(PREFIX) + 32  # 160 bits
    assert keys.ticket(learner.id) == ticket
    assert keys.whose(ticket) == learner.id


def test_a_ticket_is_known_however_the_scanner_types_it(keys: Keys, learner: Learner) -> None:
    assert keys.whose(f" {keys.ticket(learner.id).lower()}\n") == learner.id


@pytest.mark.parametrize("text", ["", "ET1-", "ET1-AAAA", "nonsense", "' OR 1=1 --"])
def test_what_is_no_ticket_is_nobodys(keys: Keys, learner: Learner, text: str) -> None:
    keys.ticket(learner.id)
    assert keys.whose(text) is None


def test_no_two_tickets_are_alike(keys: Keys, people: People) -> None:
    tickets = {keys.ticket(people.add(f"م{n}", "palm").id) for n in range(50)}
    assert len(tickets) == 50


def test_a_lost_card_opens_nothing_once_it_is_renewed(keys: Keys, people: People, learner: Learner) -> None:
    lost = keys.ticket(learner.id)
    new = keys.renew(learner.id, "s1")
    assert (keys.whose(lost), keys.whose(new)) == (None, learner.id)
    assert (people.audit()[-1].action, people.audit()[-1].who) == ("renew_card", "s1")


@pytest.mark.parametrize("learner_id", ["0" * 32, "guest"])
def test_nobody_and_a_guest_have_no_keys(keys: Keys, learner_id: str) -> None:
    for act in (keys.ticket, keys.renew, lambda who: keys.set_symbols(who, THREE)):
        with pytest.raises(UnknownLearner):
            act(learner_id)


def test_keys_go_with_the_learner(keys: Keys, people: People, learner: Learner, store: Store) -> None:
    ticket = keys.ticket(learner.id)
    keys.set_symbols(learner.id, THREE)
    people.remove(learner.id)
    assert keys.whose(ticket) is None
    assert store.rows("SELECT * FROM ticket") == store.rows("SELECT * FROM symbols") == []


def test_ones_own_data_say_that_there_are_keys_and_not_which(
    keys: Keys, store: Store, learner: Learner
) -> None:
    ticket = keys.ticket(learner.id)
    keys.set_symbols(learner.id, THREE)
    found = own_data(store, learner.id)
    assert (len(found["ticket"]), len(found["symbols"])) == (1, 1)
    assert ticket not in str(found)
    assert "argon2" not in str(found)
