"""A clock that can be set, a store in a fresh folder, and a learner who has agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.store import Store

START = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
Fact = Callable[..., Event]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, clock: Clock) -> Iterator[Store]:
    opened = Store.open(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


@pytest.fixture
def learner(people: People) -> Learner:
    return people.add("أُمُّ خَالِدٍ", "dallah")


@pytest.fixture
def fact(learner: Learner) -> Fact:
    """Make an event of one alone attempt at book-appointment, two seconds after the one before."""
    at = int(START.timestamp() * 1000)

    def make(kind: str, step: str = "", seconds: float = 2, **changes: object) -> Event:
        nonlocal at
        at += int(seconds * 1000)
        members = {"attempt": "a1", "lesson": "book-appointment", "stage": "alone", **_members(changes)}
        data: dict[str, Scalar] = dict(changes)  # type: ignore[arg-type]
        return Event(
            learner=str(members.pop("learner", learner.id)), revision=1, step=step,
            kind=EventKind(kind), data=data, at=at, **members,  # type: ignore[arg-type]
        )  # fmt: skip

    return make


def _members(changes: dict[str, object]) -> dict[str, object]:
    names = ("attempt", "lesson", "stage", "learner")
    return {name: changes.pop(name) for name in names if name in changes}
