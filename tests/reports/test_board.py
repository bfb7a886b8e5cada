"""The board: who stands where and why, in which order, and nothing of a private lesson."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import Need, say_coming
from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.reports.board import Board, Seat, board, place_number
from elder_tutor.reports.heads import heads
from tests.reports.conftest import NOW

AT = milliseconds(NOW)
WRONG = {"do": "tap", "right": False}
Told = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with contextlib.closing(Store.open(tmp_path, lambda: NOW, "desk")) as store:
        yield store


@pytest.fixture
def who(store: Store) -> list[str]:
    return [People(store).add(name, picture).id for name, picture in (("نورة", "lantern"), ("سالم", "dhow"))]


@pytest.fixture
def told(store: Store) -> Told:
    """Store a fact at a place, so many seconds ago."""

    def tell(
        learner: str, kind: str, ago: float = 0, place: str = "kiosk-1", lesson: str = "book",
        step: str = "slot", times: int = 1, **data: object,
    ) -> None:  # fmt: skip
        at = AT - round(ago * 1000)
        for n in range(times):
            attempt = f"{learner}{lesson}"
            stage = "alone" if lesson else ""
            where = (lesson, 1, stage, step if lesson else "")
            store.append([Event(attempt, learner, *where, EventKind(kind), data, at + n, kiosk=place)])

    return tell


def read(store: Store, catalog: Catalog, later: float = 0) -> Board:
    return board(store, AT + round(later * 1000), heads(catalog, ("alone",)))


def stuck(told: Told, learner: str, ago: float, place: str) -> None:
    told(learner, "opened", ago, place)
    told(learner, "acted", ago - 1, place, times=4, **WRONG)


def names(seats: tuple[Seat, ...]) -> list[str]:
    return [seat.name for seat in seats]


def test_a_seat_tells_person_step_number_and_failed_tries(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    stuck(told, who[0], 240, "kiosk-3")
    [seat] = read(store, catalog).needy
    assert (seat.name, seat.picture, seat.need, seat.number, seat.steps) == (
        "نورة", "lantern", Need.STUCK, 2, 2,
    )  # fmt: skip
    assert seat.place.failed == 4
    assert AT - seat.since == 240_000


def test_whoever_waits_longest_stands_first_and_real_danger_before_all(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    third = People(store).add("موزة", "pearl").id
    stuck(told, who[0], 240, "kiosk-1")
    told(who[1], "opened", 300, "kiosk-2")
    told(who[1], "helped", 60, "kiosk-2", by="learner", why="asked")
    assert names(read(store, catalog).needy) == ["نورة", "سالم"]
    told(third, "opened", 30, "kiosk-3")
    told(third, "helped", 1, "kiosk-3", by="learner", why="real")
    found = read(store, catalog)
    assert names(found.needy) == ["موزة", "نورة", "سالم"]
    assert [seat.real for seat in found.needy] == [True, False, False]


def test_who_is_taken_care_of_stands_last_and_is_no_longer_urgent(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    stuck(told, who[0], 240, "kiosk-1")
    stuck(told, who[1], 60, "kiosk-2")
    say_coming(store, read(store, catalog).needy[0].place, "first")
    found = read(store, catalog)
    assert [(seat.name, seat.on_the_way) for seat in found.needy] == [("سالم", False), ("نورة", True)]
    assert {kiosk for kiosk, _, _ in found.urgent} == {"kiosk-2"}


def test_after_five_minutes_without_anybody_it_is_urgent_again(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    stuck(told, who[0], 240, "kiosk-1")
    say_coming(store, read(store, catalog).needy[0].place, "first")
    assert read(store, catalog, 299).needy[0].on_the_way
    assert not read(store, catalog, 301).needy[0].on_the_way


def test_who_goes_on_alone_is_not_among_the_needy(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    told(who[0], "opened", 10, step="day")
    told(who[0], "step_done", 5, step="day")
    told(who[0], "acted", 4, do="tap", right=True)
    found = read(store, catalog)
    assert found.needy == ()
    assert [(seat.name, seat.number, seat.over) for seat in found.alone] == [("نورة", 2, False)]


def test_a_lesson_gone_through_is_told_and_one_that_was_left_is_not(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    told(who[0], "opened", 10)
    told(who[0], "finished", 5, passed=True)
    told(who[1], "opened", 10, "kiosk-2")
    told(who[1], "left", 5, "kiosk-2")
    over, left = read(store, catalog).alone
    assert (over.over, over.lesson is not None) == (True, True)
    assert (left.over, left.lesson) == (False, None)


def test_of_a_private_lesson_only_that_it_is_one_is_told(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    told(who[0], "finished", 5, lesson="mood", step="")
    [seat] = read(store, catalog).alone
    assert seat.is_private
    assert (seat.step, seat.number, seat.steps) == (None, 0, 0)
    assert seat.lesson is not None
    assert seat.lesson.title.key == "Private lesson"


def test_a_guest_stands_without_name_and_lesson(store: Store, catalog: Catalog, told: Told) -> None:
    told(GUEST, "helped", 5, lesson="", by="learner", why="asked")
    [seat] = read(store, catalog).needy
    assert (seat.is_guest, seat.name, seat.lesson) == (True, "", None)


def test_a_person_stands_once_where_they_were_last(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    told(who[0], "opened", 600, "kiosk-1")
    told(who[0], "acted", 5, "kiosk-2")
    assert [seat.place.kiosk for seat in read(store, catalog).alone] == ["kiosk-2"]


def test_one_group_alone_can_be_shown_and_guests_stand_with_each(
    store: Store, catalog: Catalog, told: Told, who: list[str]
) -> None:
    groups = Groups(store)
    sunday = groups.add("الأحد", "palm")
    groups.put(sunday.id, [who[1]])
    told(who[0], "opened", 5, "kiosk-1")
    told(who[1], "opened", 5, "kiosk-2")
    told(GUEST, "helped", 5, "kiosk-3", lesson="", by="learner", why="asked")
    found = read(store, catalog).of(sunday.id)
    assert names(found.alone) == ["سالم"]
    assert [seat.is_guest for seat in found.needy] == [True]


def test_nobody_here_is_an_empty_board(store: Store, catalog: Catalog) -> None:
    assert read(store, catalog) == Board()


@pytest.mark.parametrize(
    ("kiosk", "number"),
    [("kiosk-3", 3), ("hall12", 12), ("7", 7), ("library", None), ("b-2024-x", None), ("a12345", None)],
)
def test_a_place_is_called_by_the_number_at_its_end(kiosk: str, number: int | None) -> None:
    assert place_number(kiosk) == number
