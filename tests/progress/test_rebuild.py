"""Summaries are nothing but what the events say."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.people import People
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

LEARNERS = 2
STAGES = ("watch", "follow", "alone", "check")
DAYS = ("2026-06-08", "2026-06-09", "2026-06-20")

facts = st.tuples(
    st.integers(0, LEARNERS - 1),
    st.sampled_from(["book", "sms", ""]),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(STAGES),
    st.sampled_from(["", "one", "two", "three"]),
    st.sampled_from(list(EventKind)),
    st.fixed_dictionaries(
        {},
        optional={
            "rung": st.integers(0, 4),
            "right": st.booleans(),
            "passed": st.booleans(),
            "unaided": st.booleans(),
            "day": st.sampled_from(DAYS),
            "due": st.sampled_from(DAYS),
            "criterion": st.sampled_from(["unaided-2-days:1", "another:1"]),
        },
    ),
    st.integers(-100_000, 100_000),
)


def tables(store: Store) -> dict[str, list[tuple]]:
    return {table: store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in SUMMARY_TABLES}


@contextlib.contextmanager
def filled(batches: list[list[tuple]]) -> Iterator[Store]:
    with contextlib.closing(Store.memory(lambda: datetime(2026, 6, 8, tzinfo=UTC))) as store:
        fill(store, batches)
        yield store


def fill(store: Store, batches: list[list[tuple]]) -> None:
    ids = [People(store).add(name, "dhow").id for name in ("سالم", "نورة")]
    at = 1_000_000
    for batch in batches:
        events = []
        for who, lesson, attempt, stage, step, kind, data, pause in batch:
            at += pause
            name = f"{who}-{lesson}-{attempt}"
            events.append(Event(name, ids[who], lesson, 1, stage, step, kind, data, at))
        store.append(events)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(facts, max_size=12), max_size=6))
def test_rebuilt_summaries_equal_the_kept_ones(batches) -> None:
    with filled(batches) as store:
        kept = tables(store)
        store.rebuild()
        assert tables(store) == kept


def plain(store: Store) -> dict[str, list[tuple]]:
    """The tables with numbers in place of the learners' random ids."""
    ids = {row[0]: n for n, row in enumerate(store.rows("SELECT id FROM learner ORDER BY name"))}
    return {
        table: sorted(tuple(ids.get(value, value) for value in row) for row in rows)
        for table, rows in tables(store).items()
    }


@settings(max_examples=50, deadline=None)
@given(st.lists(facts, min_size=1, max_size=25))
def test_it_does_not_matter_how_events_are_bundled(events) -> None:
    with filled([events]) as together, filled([[event] for event in events]) as apart:
        assert plain(together) == plain(apart)


def test_rebuilding_throws_away_what_no_event_says(monkeypatch) -> None:
    with filled([[(0, "book", "a", "alone", "one", EventKind.ACTED, {}, 5)]]) as store:
        kept = tables(store)
        with store.writing() as db:
            db.execute("UPDATE lesson_summary SET mistakes = 99")
            db.execute("INSERT INTO mistake_summary VALUES ('x', 'x', 'x', 'x', 1)")
        store.rebuild()
        assert tables(store) == kept


def test_rebuilding_in_small_bites_gives_the_same(monkeypatch) -> None:
    every = [
        (n % 2, "book", "abc"[n % 3], STAGES[n % 4], "one", kind, {}, 700) for n, kind in enumerate(EventKind)
    ]
    with filled([every, every]) as store:
        kept = tables(store)
        monkeypatch.setattr("elder_tutor.progress.ledger.MOST_ROWS", 0)
        store.rebuild()
        assert tables(store) == kept
