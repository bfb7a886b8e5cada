"""Counting is a fold: how events are cut into writes, who writes them, and who is erased changes no summary.

Everything goes through the real store: places, calls, letters of the board, guests, several learners,
and a clock that is set back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from elder_tutor.progress.events import GUEST, Event, EventKind, Scalar
from elder_tutor.progress.people import People
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

WHO = ("a" * 32, "b" * 32, "c" * 32, GUEST)
KIOSKS = ("", "hall", "door")
DAYS = ("2026-06-08", "2026-06-09", "2026-06-20")
Tables = dict[str, list[tuple]]

DATA: dict[str, st.SearchStrategy[Scalar]] = {
    "rung": st.integers(0, 4),
    "right": st.booleans(),
    "passed": st.booleans(),
    "unaided": st.booleans(),
    "face": st.integers(1, 3),
    "day": st.sampled_from(DAYS),
    "due": st.sampled_from(DAYS),
    "criterion": st.sampled_from(("unaided-2-days:1", "another:1")),
    "answer": st.sampled_from(("hit", "miss", "false_alarm", "right")),
    "mistake": st.sampled_from(("full_day", "wrong_day")),
    "do": st.sampled_from(("tap", "key", "tick")),
}
moments = st.builds(
    dict,
    who=st.integers(0, 3),
    kiosk=st.sampled_from(KIOSKS),
    lesson=st.sampled_from(("book", "sms", "")),
    attempt=st.sampled_from("ab"),
    stage=st.sampled_from(("watch", "find", "alone", "check")),
    step=st.sampled_from(("", "one", "two")),
    kind=st.sampled_from(list(EventKind)),
    data=st.fixed_dictionaries({}, optional=DATA),
    pause=st.integers(-200_000, 200_000),
)


def events_of(told: Sequence[dict]) -> list[Event]:
    """Make the events; each has its id already, so that two stores hold the same rows."""
    made, at = [], 1_780_000_000_000
    for number, one in enumerate(told):
        at += one["pause"]
        guest = WHO[one["who"]] == GUEST
        lesson = "" if guest else one["lesson"]
        attempt = f"{one['who']}-{lesson}-{one['attempt']}"
        made.append(
            Event(
                attempt, WHO[one["who"]], lesson, 1, one["stage"] if lesson else "",
                one["step"] if lesson else "", one["kind"], one["data"], at,
                id=f"id-{number}", kiosk=one["kiosk"] or ("hall" if guest else ""), mono=number,
            )
        )  # fmt: skip
    return made


@contextlib.contextmanager
def opened(folder: Path | None = None) -> Iterator[Store]:
    def clock() -> datetime:
        return datetime(2026, 6, 8, tzinfo=UTC)

    with contextlib.closing(Store.open(folder, clock) if folder else Store.memory(clock)) as store:
        with store.writing() as db:
            for each in WHO[:3]:
                db.execute("INSERT OR IGNORE INTO learner VALUES (?, ?, 'dhow', '', 0, 0)", (each, each[:2]))
        yield store


def tables(store: Store) -> Tables:
    """Every byte of every summary; the keys are the first columns."""
    return {table: store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in SUMMARY_TABLES}


def rebuilt(store: Store) -> Tables:
    store.rebuild()
    return tables(store)


@settings(max_examples=120, deadline=None)
@given(st.lists(moments, min_size=1, max_size=40), st.data())
def test_folding_the_second_half_onto_the_first_is_folding_all(told, data) -> None:
    events = events_of(told)
    cut = data.draw(st.integers(0, len(events)))
    with opened() as whole, opened() as halves:
        whole.append(events)
        halves.append(events[:cut])
        halves._ledger.forget()  # another process goes on: it has nothing but the rows
        halves.append(events[cut:])
        assert tables(halves) == tables(whole) == rebuilt(halves)


@settings(max_examples=120, deadline=None)
@given(st.lists(moments, min_size=1, max_size=40), st.integers(0, 2))
def test_an_erased_learner_leaves_what_the_others_events_say(told, who) -> None:
    with opened() as store, opened() as without:
        store.append(events_of(told))
        People(store).remove(WHO[who])
        assert tables(store) == rebuilt(store)
        without.append([event for event in events_of(told) if event.learner != WHO[who]])
        for table in ("place_summary", "learner_summary", "day_summary"):  # the others hold event numbers
            assert tables(store)[table] == tables(without)[table]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), moments), min_size=1, max_size=30))
def test_two_programs_that_take_turns_count_as_one(told) -> None:
    events = events_of([one for _, one in told])
    with TemporaryDirectory() as folder, opened(Path(folder)) as one, opened(Path(folder)) as other:
        for (first, _), event in zip(told, events, strict=True):
            (one if first else other).append([event])
        kept = tables(one)
        assert tables(other) == kept == rebuilt(other)
        with opened() as whole:
            whole.append(events)
            assert tables(whole) == kept
