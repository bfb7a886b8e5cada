from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import People, pictures
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import PRIVATE
from elder_tutor.reports.needs import By, NeedRow, Needs, Outlook, Shown, months_before, needs

TODAY = date(2026, 6, 8)


@pytest.fixture
def centre(catalog: Catalog) -> Iterator[SimpleNamespace]:
    """Hold twelve learners and `began(how many, month, lesson, kiosk)`."""
    store = Store.memory(lambda: datetime(2026, 6, 8, tzinfo=UTC))
    people = People(store)
    who = [people.add(f"learner {n}", pictures()[n % 8]).id for n in range(12)]
    number = 0

    def began(
        learners: int,
        month: str,
        lesson: str = "book",
        kiosk: str = "hall",
        kind: str = "opened",
        first: int = 0,
    ) -> None:
        nonlocal number
        at = int(datetime.fromisoformat(f"{month}-03T08:00+00:00").timestamp() * 1000)
        for learner in who[first : first + learners]:
            number += 1
            store.append(
                [Event(f"a{number}", learner, lesson, 1, "alone", "", EventKind(kind), {}, at, kiosk=kiosk)]
            )

    yield SimpleNamespace(store=store, who=who, began=began, catalog=catalog)
    store.close()


def asked(centre: SimpleNamespace, by: By = By.COURSE) -> Needs:
    return needs(centre.store, centre.catalog, by, TODAY)


def row(found: Needs, name: str) -> NeedRow:
    return next(one for one in found.rows if one.id == name)


def test_months_are_six_whole_ones_and_the_present() -> None:
    assert months_before(TODAY, 7) == tuple(
        f"{y}-{m:02}" for y, m in ((2025, 12), *((2026, n) for n in range(1, 7)))
    )


def test_a_month_counts_what_was_begun_and_by_how_many(centre) -> None:
    centre.began(6, "2026-05")
    centre.began(6, "2026-05")
    cell = row(asked(centre), "c").last
    assert (cell.attempts, cell.learners) == (12, 6)


def test_below_five_people_there_is_no_figure(centre) -> None:
    centre.began(4, "2026-05")
    cell = row(asked(centre), "c").last
    assert (cell.shown, cell.attempts, cell.learners) == (Shown.FEW, None, None)


def test_four_who_came_ten_times_are_still_four(centre) -> None:
    for _ in range(10):
        centre.began(4, "2026-05")
    assert row(asked(centre), "c").last.attempts is None


def test_private_lessons_count_together_without_a_course(centre) -> None:
    centre.began(6, "2026-05", "hotline", kind="finished")
    centre.began(6, "2026-05", "mood", kind="finished")
    found = asked(centre)
    assert [one.id for one in found.rows] == [PRIVATE]
    assert row(found, PRIVATE).last.attempts == 12
    assert "hotline" not in repr(found)
    assert "mood" not in repr(found)


def test_private_lessons_are_last_whatever_their_number(centre) -> None:
    centre.began(12, "2026-05", "mood", kind="finished")
    centre.began(6, "2026-05")
    assert [one.id for one in asked(centre).rows] == ["c", PRIVATE]


def test_private_lessons_are_at_no_place(centre) -> None:
    centre.began(6, "2026-05", "mood", kiosk="corner")
    assert asked(centre, By.PLACE).rows == ()


def test_a_lesson_that_no_pack_has_any_more_counts_nowhere(centre) -> None:
    centre.began(6, "2026-05", "gone")
    assert [asked(centre, by).rows for by in (By.COURSE, By.PLACE)] == [(), ()]


def test_places_are_told_apart(centre) -> None:
    centre.began(6, "2026-05", kiosk="hall")
    centre.began(5, "2026-05", kiosk="library")
    assert [(one.id, one.last.attempts) for one in asked(centre, By.PLACE).rows] == [
        ("hall", 6),
        ("library", 5),
    ]


def test_a_single_small_place_hides_another_so_that_nothing_can_be_subtracted(centre) -> None:
    for learners, place in ((7, "hall"), (6, "library"), (2, "corner")):
        centre.began(learners, "2026-05", kiosk=place)
    shown = {one.id: one.last.shown for one in asked(centre, By.PLACE).rows}
    assert shown == {"hall": Shown.YES, "library": Shown.HELD, "corner": Shown.FEW}


def test_a_group_counts_its_members_only(centre) -> None:
    group = Groups(centre.store).add("Sunday", pictures()[0])
    Groups(centre.store).put(group.id, centre.who[:5])
    centre.began(12, "2026-05")
    (only,) = asked(centre, By.GROUP).rows
    assert (only.name, only.last.attempts) == ("Sunday", 5)


def test_three_whole_months_make_a_forecast_for_the_month_after_the_present(centre) -> None:
    for month in ("2026-03", "2026-04", "2026-05", "2026-06"):
        centre.began(8, month)
    found = asked(centre)
    forecast = row(found, "c").forecast
    assert found.coming == "2026-07"
    assert forecast is not None
    assert (forecast.expected, forecast.months) == (8, 3)
    assert forecast.low < 8 < forecast.high


def test_two_months_are_too_early_for_a_forecast(centre) -> None:
    centre.began(8, "2026-04")
    centre.began(8, "2026-05")
    assert (row(asked(centre), "c").outlook, row(asked(centre), "c").forecast) == (Outlook.EARLY, None)


def test_a_month_that_is_not_shown_gives_no_forecast(centre) -> None:
    for month, learners in (("2026-03", 8), ("2026-04", 2), ("2026-05", 8)):
        centre.began(learners, month)
    assert (row(asked(centre), "c").outlook, row(asked(centre), "c").forecast) == (Outlook.FEW, None)
