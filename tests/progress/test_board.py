"""Who needs somebody now is read from the same transaction that stored the touch."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import Need, advise, last_number, letters, places, say_coming
from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store

Told = Callable[..., None]


@pytest.fixture
def kiosk(folder: Path, clock):
    with contextlib.closing(Store.open(folder, clock, "kiosk-3")) as store:
        yield store


@pytest.fixture
def told(kiosk: Store, learner: Learner, clock) -> Told:
    """Store a fact of one lesson at kiosk-3, two seconds after the one before."""

    def tell(kind: str, step: str = "day", attempt: str = "a1", who: str = "", **data: object) -> None:
        clock.move(2)
        lesson = "" if kind in ("arrived", "departed") or who == GUEST else "book"
        stage = "alone" if lesson else ""
        at = milliseconds(clock())
        fact = Event(
            attempt, who or learner.id, lesson, 1, stage, step if lesson else "", EventKind(kind), data, at
        )
        kiosk.append([fact])

    return tell


def need(store: Store, clock) -> list[tuple[str, Need]]:
    now = milliseconds(clock())
    return [(place.kiosk, place.need(now)) for place in places(store, now)]


def test_the_board_of_another_process_sees_the_step_and_since_when(
    store: Store, told: Told, learner, clock
) -> None:
    told("opened", "start")
    told("acted", "start")
    told("step_done", "start")
    told("acted", "day")
    [place] = places(store, milliseconds(clock()))
    assert (place.kiosk, place.learner, place.lesson, place.stage, place.step) == (
        "kiosk-3", learner.id, "book", "alone", "day",
    )  # fmt: skip
    assert milliseconds(clock()) - place.since == 0
    assert milliseconds(clock()) - place.opened == 6000


@pytest.mark.parametrize(("tries", "wanted"), [(3, Need.NONE), (4, Need.STUCK)])
def test_four_failed_tries_at_a_step_are_stuck(
    store: Store, told: Told, clock, tries: int, wanted: Need
) -> None:
    told("opened")
    for _ in range(tries):
        told("acted", right=False)
        told("mistake", mistake="full_day")  # belongs to the same touch
    assert need(store, clock) == [("kiosk-3", wanted)]


def test_the_strongest_hint_twice_is_stuck_and_the_next_step_is_not(store: Store, told: Told, clock) -> None:
    told("opened")
    told("hint", rung=4)
    assert need(store, clock) == [("kiosk-3", Need.NONE)]
    told("hint", rung=4)
    assert need(store, clock) == [("kiosk-3", Need.STUCK)]
    told("step_done")
    assert need(store, clock) == [("kiosk-3", Need.NONE)]


def test_help_that_was_asked_for_stays_until_somebody_says_that_they_come(
    store: Store, told: Told, clock
) -> None:
    told("opened")
    told("helped", by="learner", why="asked")
    told("left")
    assert need(store, clock) == [("kiosk-3", Need.ASKED)]
    say_coming(store, places(store, milliseconds(clock()))[0], "first")
    assert need(store, clock) == []


def test_nobody_touching_for_two_minutes_is_quiet(store: Store, told: Told, clock) -> None:
    told("opened")
    clock.move(119)
    assert need(store, clock) == [("kiosk-3", Need.NONE)]
    clock.move(1)
    assert need(store, clock) == [("kiosk-3", Need.QUIET)]


def test_a_place_left_for_half_an_hour_is_empty(store: Store, told: Told, clock) -> None:
    told("opened")
    clock.move(1801)
    assert need(store, clock) == []


def test_who_signs_out_is_no_longer_there(store: Store, told: Told, clock) -> None:
    told("arrived", attempt="s1")
    told("opened")
    told("departed", attempt="s1")
    assert store.rows("SELECT learner, here FROM place_summary") == [("", 0)]


def test_what_the_board_says_reaches_its_place_and_no_other(store: Store, told: Told, clock) -> None:
    told("opened")
    [place] = places(store, milliseconds(clock()))
    before = last_number(store)
    advise(store, place, "first", 2)
    say_coming(store, place, "first")
    assert [letter.kind for letter in letters(store, "kiosk-3", before)] == ["advised", "coming"]
    assert letters(store, "kiosk-4", before) == ()
    assert letters(store, "kiosk-3", last_number(store)) == ()


def test_a_guests_call_stands_on_the_board_without_a_lesson(
    store: Store, people: People, told: Told, clock
) -> None:
    told("helped", attempt="g1", who=GUEST, by="learner", why="real")
    [place] = places(store, milliseconds(clock()))
    assert (place.learner, place.lesson, place.need(milliseconds(clock()))) == (GUEST, "", Need.ASKED)
    assert store.rows("SELECT * FROM learner_summary") == []
    assert people.learners() == () or all(one.id != GUEST for one in people.learners())


def test_who_waits_longest_stands_first(
    store: Store, folder: Path, told: Told, people: People, clock
) -> None:
    told("opened")
    other = people.add("سالم", "dhow")
    with contextlib.closing(Store.open(folder, clock, "kiosk-1")) as second:
        at = milliseconds(clock())
        kinds = (EventKind.OPENED, EventKind.HELPED)
        second.append([Event("b1", other.id, "book", 1, "alone", "day", kind, {}, at + 1) for kind in kinds])
    told("helped")
    assert [kiosk for kiosk, _ in need(store, clock)] == ["kiosk-1", "kiosk-3"]


def test_erasing_who_is_there_leaves_what_others_did_there(
    store: Store, told: Told, people: People, learner: Learner, clock
) -> None:
    other = people.add("سالم", "dhow")
    told("opened", attempt="b1", who=other.id)
    told("opened")
    people.remove(learner.id)
    kept = store.rows("SELECT * FROM place_summary")
    assert [row[1] for row in kept] == [other.id]
    store.rebuild()
    assert store.rows("SELECT * FROM place_summary") == kept
