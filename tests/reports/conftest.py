"""A learner who practised two lessons of a small invented pack, one of them private."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.model import Course, Lesson, Pack, Step
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import heads

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)

EMPTY = ("needs", "apps", "prepare", "ask", "opening", "goal", "mistakes", "praise", "remember")


def lesson(name: str, title: str, private: bool = False) -> Lesson:
    steps = (
        Step(id="day", say=("اِخْتَارُوا اليَوْمَ.",), name="اليَوْمُ"),
        Step(id="note", say=("اُكْتُبُوا مُلَاحَظَةً.",), optional=True),
        Step(id="slot", say=("السَّاعَةُ",)),
    )
    nothing: dict[str, tuple[()]] = dict.fromkeys(EMPTY, ())
    return Lesson(name, 1, "c", title, "", 5, start="", steps=steps, check=None, private=private, **nothing)


@pytest.fixture
def catalog() -> Catalog:
    lessons = [
        lesson("hotline", "الخَطُّ السَّاخِنُ", True),
        lesson("book", "حَجْزُ مَوْعِدٍ"),
        lesson("mood", "كَيْفَ حَالُكُمْ", True),
    ]
    by_id = {one.id: one for one in lessons}
    course = Course("c", "دَوْرَةٌ", "", tuple(by_id))
    return Catalog([Pack("core", "", "ar", "", {}, (course,), by_id, ())])


@pytest.fixture
def scene(catalog: Catalog) -> Iterator[SimpleNamespace]:
    """Hold store, people, lesson heads and `did(learner, kind, step, lesson, ...)`."""
    store = Store.memory(lambda: NOW)
    people = People(store)
    at = int(NOW.timestamp() * 1000)

    def did(
        learner: str, kind: str, step: str = "", lesson: str = "book", stage: str = "alone", **data: object
    ) -> None:
        nonlocal at
        at += 30_000
        store.append(
            [Event(f"{learner}{lesson}{stage}", learner, lesson, 1, stage, step, EventKind(kind), data, at)]
        )  # type: ignore[arg-type]

    shown = heads(catalog, ("watch", "follow", "alone"))
    yield SimpleNamespace(store=store, people=people, heads=shown, did=did, noura=people.add("نورة", "dhow"))
    store.close()
