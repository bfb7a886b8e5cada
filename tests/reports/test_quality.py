from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.people import People, pictures
from elder_tutor.progress.store import Store
from elder_tutor.reports import phases
from elder_tutor.reports.heads import heads
from elder_tutor.reports.phases import ALWAYS, BEFORE, Phase, PhaseTrouble
from elder_tutor.reports.quality import Figure, Quality, quality_of


@pytest.fixture
def centre(catalog: Catalog) -> Iterator[SimpleNamespace]:
    """Hold eight learners and `did(number of the learner, day, kind, stage, lesson, step, **data)`."""
    store = Store.memory(lambda: datetime(2026, 6, 8, tzinfo=UTC))
    people = People(store)
    who = [people.add(f"learner {n}", pictures()[n]).id for n in range(8)]
    number = 0

    def did(
        place: int, kind: str, day: str = "2026-05-04", stage: str = "check", lesson: str = "book",
        step: str = "", **data: object,
    ) -> None:  # fmt: skip
        nonlocal number
        number += 1
        at = int(datetime.fromisoformat(f"{day}T08:00+00:00").timestamp() * 1000) + number
        event = Event(
            f"{place}{stage}{lesson}", who[place], lesson, 1, stage, step, EventKind(kind), data, at
        )  # type: ignore[arg-type]
        store.append([event])

    yield SimpleNamespace(store=store, did=did, heads=heads(catalog, ("watch", "alone")))
    store.close()


def shown(centre: SimpleNamespace) -> Quality:
    return quality_of(centre.store, centre.heads)


def checked(centre: SimpleNamespace, passed: int, of: int, day: str = "2026-05-04", **more: str) -> None:
    for place in range(of):
        centre.did(place, "finished", day, passed=place < passed, unaided=True, **more)


def test_without_phases_there_is_one_since_the_beginning(centre) -> None:
    assert [one.span.name for one in shown(centre).phases] == [ALWAYS]


def test_unaided_success_is_checks_passed_without_a_hint_of_all_checks(centre) -> None:
    checked(centre, passed=4, of=5)
    assert shown(centre).phases[0].unaided == Figure(80, 4, 5)


def test_below_five_people_there_is_no_figure(centre) -> None:
    for _ in range(3):
        checked(centre, passed=4, of=4)
    assert shown(centre).phases[0].unaided == Figure()


def test_private_lessons_are_in_no_figure(centre) -> None:
    checked(centre, passed=6, of=6, lesson="mood")
    assert shown(centre).phases[0].minutes == Figure()
    assert shown(centre).phases[0].unaided == Figure()


def test_hints_are_told_for_ten_finished_lessons(centre) -> None:
    for place in range(5):
        centre.did(place, "hint", rung=2)
        centre.did(place, "hint", rung=3)
    checked(centre, passed=0, of=5)
    assert shown(centre).phases[0].hints == Figure(20, 10, 5)


def test_faces_are_shares_of_all_that_were_chosen(centre) -> None:
    for place, face in enumerate((3, 3, 3, 2, 1)):
        centre.did(place, "felt", face=face)
    assert [one.value for one in shown(centre).phases[0].faces] == [20, 20, 60]


def test_five_faces_of_one_person_are_not_shown(centre) -> None:
    for _ in range(5):
        centre.did(0, "felt", face=1)
    assert shown(centre).phases[0].faces == (Figure(), Figure(), Figure())


def test_a_phase_counts_from_its_first_day_until_the_next_begins(centre) -> None:
    phases.keep(centre.store, [Phase("two", "2026-05-10"), Phase("one", "2026-05-01")])
    checked(centre, passed=5, of=5, day="2026-05-09")
    checked(centre, passed=0, of=5, day="2026-05-10")
    found = shown(centre).phases
    assert [(one.span.name, one.unaided.value) for one in found] == [("one", 100), ("two", 0)]
    assert [one.span.last for one in found] == [date(2026, 5, 9), None]


def test_what_was_before_the_first_phase_stands_by_itself(centre) -> None:
    phases.keep(centre.store, [Phase("one", "2026-05-10")])
    checked(centre, passed=5, of=5, day="2026-05-01")
    assert [one.span.name for one in shown(centre).phases] == [BEFORE, "one"]


@pytest.mark.parametrize(
    "wanted", [[Phase(" ", "2026-05-01")], [Phase("a", "2026-05-01"), Phase("b", "2026-05-01")]]
)
def test_a_phase_needs_a_name_and_a_day_of_its_own(centre, wanted: list[Phase]) -> None:
    with pytest.raises(PhaseTrouble):
        phases.keep(centre.store, wanted)
    assert phases.phases(centre.store) == ()


def test_reports_are_counted_by_lesson_and_step_the_most_frequent_first(centre) -> None:
    centre.did(0, "reported", step="slot")
    centre.did(1, "reported", step="day", day="2026-05-06")
    centre.did(0, "reported", step="day")
    first, second = shown(centre).reports
    assert first.step is not None
    assert (first.step.id, first.times, second.times) == ("day", 2, 1)
    assert datetime.fromtimestamp((first.last_at or 0) / 1000, UTC).day == 6


def test_a_report_from_a_private_lesson_has_neither_name_nor_time(centre) -> None:
    centre.did(0, "reported", lesson="mood", step="x")
    centre.did(0, "reported", lesson="", stage="", step="")
    (only,) = shown(centre).reports
    assert (only.lesson, only.step, only.times, only.last_at) == (None, None, 2, None)
