"""Measure the store against raw sqlite3 doing the same work, side by side in one run (DESIGN 9).

    python benchmarks/store.py                      short form, half a minute
    python benchmarks/store.py --events 1000000     with a long history behind it

Prints ratios; `append` must be ≤ 1.3 and `matrix` ≤ 1.5, and both the same with a long history.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from measuring import judged, late, seconds

from elder_tutor.progress import summaries
from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.store import Store

LEARNERS, LESSONS, STEPS = 1_000, 60, 12
ROUNDS = 5
START = 1_780_909_200_000
TABLES = ("attempt_summary", "lesson_summary", "step_summary")
"""Summary tables an event touches."""
PUT_EVENT = (
    "INSERT INTO event (attempt, learner, lesson, revision, stage, step, kind, data, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def main() -> None:
    """Run what the command line asks for and print the ratios."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--events", type=int, default=60_000, help="events stored before measuring")
    parser.add_argument("--appends", type=int, default=1_500, help="appends measured of each kind")
    parser.add_argument("--folder", type=Path, help="where to write (a folder on the disk to be measured)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        store = Store.open(Path(folder), lambda: datetime.now(UTC))
        fill(store, wanted.events, learners(store))
        print(f"history: {wanted.events:,} events, {size(Path(folder)) / 1e6:.0f} MB")
        append(store, Path(folder), wanted.appends)
        matrix(store, Path(folder))
        opening(Path(folder))
        if wanted.events <= 100_000:
            took = seconds(store.rebuild)
            print(f"rebuild: {took:.2f} s, {wanted.events / took:,.0f} events/s")
        store.close()


def learners(store: Store) -> list[str]:
    """Store a thousand learners and answer their ids."""
    ids = [f"{number:032x}" for number in range(LEARNERS)]
    with store.writing() as db:
        for each in ids:
            db.execute("INSERT INTO learner VALUES (?, ?, 'dhow', '', 0, 0)", (each, each))
    return ids


def fill(store: Store, events: int, learners: Sequence[str]) -> None:
    """Store a history that reaches every learner and lesson, and say how fast that went."""

    def work() -> None:
        coming = history(events, learners)
        while batch := list(islice(coming, 5_000)):
            store.append(batch)

    took = seconds(work)
    print(f"filling: {took:.1f} s, {events / took:,.0f} events/s in batches of 5,000")


def history(events: int, learners: Sequence[str]) -> Iterator[Event]:
    """Walk through every learner and lesson in turn, so that every summary row is there."""
    chance = random.Random(1)
    kinds = [EventKind.ACTED] * 6 + [EventKind.STEP_DONE] * 2 + [EventKind.HINT, EventKind.MISTAKE]
    pairs = len(learners) * LESSONS
    each = max(events // pairs, 1)
    for number in range(events):
        learner, lesson = divmod(number // each % pairs, LESSONS)
        kind = EventKind.OPENED if number % each == 0 else chance.choice(kinds)
        step, attempt = chance.randrange(STEPS), f"h{number // each:031x}"
        yield event(learners[learner], f"lesson-{lesson}", attempt, step, kind, number)


def event(learner: str, lesson: str, attempt: str, step: int, kind: EventKind, number: int) -> Event:
    """Make an event as the session makes them."""
    data: dict[str, Scalar] = {"do": "tap", "element": "health.home.book", "row": "d6", "right": True}
    return Event(attempt, learner, lesson, 1, "alone", f"step-{step}", kind, data, START + number * 2_000)


def append(store: Store, folder: Path, appends: int) -> None:
    """Compare one touch stored by the session with the same rows stored by raw sqlite3.

    The raw side does nothing but write: it is given the summary rows ready made.
    """
    ours = [event("0" * 32, "lesson-0", "m" * 32, n // 9 % STEPS, EventKind.ACTED, n) for n in range(appends)]
    rows = recorded(store, ours)
    raw = sqlite3.connect(folder / "progress.db", isolation_level=None, cached_statements=256)
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        raw.execute(f"PRAGMA {pragma}")
    theirs, mine = [], []
    gc.collect()
    # In turns of 50, so that both meet the same disk; the store reads its rows anew once in each turn.
    for start in range(0, appends, 50):
        turn = slice(start, start + 50)
        mine += [seconds(store.append, [one]) for one in ours[turn]]
        theirs += [seconds(write_raw, raw, row) for row in rows[turn]]
    raw.close()
    report("append", mine, theirs, 1.3)


def recorded(store: Store, events: list[Event]) -> list[list[tuple[str, tuple[object, ...]]]]:
    """Answer the statements and rows that storing each event writes, by really storing it once."""
    writes = []
    for one in events:
        store.append([one])
        data = json.dumps(dict(one.data), separators=(",", ":"))
        row = (one.attempt, one.learner, one.lesson, 1, one.stage, one.step, one.kind.value, data, one.at)
        statements: list[tuple[str, tuple[object, ...]]] = [(PUT_EVENT, row)]
        keys = ((one.attempt,), (one.learner, one.lesson), (one.learner, one.lesson, one.step))
        for table, key in zip(TABLES, keys, strict=True):
            columns = [name for (name,) in store.rows(f"SELECT name FROM pragma_table_info('{table}')")]
            where = " AND ".join(f"{name} = ?" for name in columns[: len(key)])
            found = store.rows(f"SELECT * FROM {table} WHERE {where}", key)[0]
            marks = ", ".join("?" * len(columns))
            statements.append((f"INSERT OR REPLACE INTO {table} VALUES ({marks})", found))
        writes.append(statements)
    return writes


def write_raw(db: sqlite3.Connection, statements: list[tuple[str, tuple[object, ...]]]) -> None:
    """Write one event and its summary rows in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    for sql, row in statements:
        db.execute(sql, row)
    db.execute("COMMIT")


def matrix(store: Store, folder: Path) -> None:
    """Compare the trainer's matrix with a raw SELECT of the same columns."""
    raw = sqlite3.connect(folder / "progress.db")
    theirs, mine = [], []
    for _ in range(ROUNDS):
        theirs.append(seconds(lambda: raw.execute(summaries.MATRIX_SQL).fetchall()))
        mine.append(seconds(summaries.matrix, store))
    print(f"matrix has {len(summaries.matrix(store)):,} rows")
    raw.close()
    report("matrix", mine, theirs, 1.5)


def opening(folder: Path) -> None:
    """Tell how long the store takes to open with this history."""
    opened: list[Store] = []
    times = [
        seconds(lambda: opened.append(Store.open(folder, lambda: datetime.now(UTC)))) for _ in range(ROUNDS)
    ]
    for each in opened:
        each.close()
    print(f"open: {statistics.median(times) * 1e3:.2f} ms")


def report(name: str, mine: list[float], theirs: list[float], most: float) -> None:
    """Print medians, 99th percentiles and their ratio."""
    ours, raw = statistics.median(mine), statistics.median(theirs)
    print(f"{name}: {ours * 1e6:,.0f} µs, raw {raw * 1e6:,.0f} µs, ratio {judged(ours / raw, most)}")
    print(f"{name}: p99 {late(mine) * 1e6:,.0f} and {late(theirs) * 1e6:,.0f} µs")


def size(folder: Path) -> int:
    """Answer the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
