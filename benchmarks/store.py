"""Measure the store against raw sqlite3 doing the same work, side by side in one run (DESIGN 9).

    python benchmarks/store.py                      short form: 10,000 events, half a minute
    python benchmarks/store.py --events 1000000     with a long history behind it

1,000 learners × 60 lessons at 12 places. `append` must be ≤ 1.3 of raw sqlite3 writing the same event and
the same summary rows, `matrix` ≤ 1.5 of a raw SELECT, opening ≤ 1.05 of an empty store's, the board and a
learner's page ≤ 50 ms, and a CSV of everything ≥ 50,000 events/s in constant memory.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import sqlite3
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from measuring import judged, late, seconds

from elder_tutor.progress import board, summaries
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.backups import make_backup
from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.history import FactRow, fact_rows
from elder_tutor.progress.identity import uuid7
from elder_tutor.progress.people import People
from elder_tutor.progress.remarks import Remarks
from elder_tutor.progress.store import Store
from elder_tutor.progress.tallying import day_of
from elder_tutor.reports.facts import write_facts
from elder_tutor.reports.titles import LessonTitle

LEARNERS, LESSONS, STEPS, KIOSKS = 1_000, 60, 12, 12
ROUNDS, OPENINGS = 5, 40
START = 1_780_909_200_000
KIOSK = "hall-1"
KEYS = {
    "attempt_summary": ("attempt",),
    "lesson_summary": ("learner", "lesson"),
    "step_summary": ("learner", "lesson", "step"),
    "place_summary": ("kiosk",),
    "learner_summary": ("learner",),
    "day_summary": ("day", "learner", "lesson"),
}
"""The summary rows an event touches, and what names them."""
PUT_EVENT = (
    "INSERT INTO event (attempt, learner, lesson, revision, stage, step, kind, data, at, id, kiosk, mono) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def main() -> None:
    """Run what the command line asks for and print the ratios."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--events", type=int, default=10_000, help="events stored before measuring")
    parser.add_argument("--appends", type=int, default=1_500, help="appends measured of each kind")
    parser.add_argument("--folder", type=Path, help="where to write (a folder on the disk to be measured)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as place:
        full, empty = Path(place) / "full", Path(place) / "empty"
        for folder in (empty, full):
            store = Store.open(folder, now, KIOSK)
            ids = learners(store)
            if folder is full:
                fill(store, wanted.events, ids)
            store.close()
        print(f"history: {wanted.events:,} events, {size(full) / 1e6:.0f} MB")
        opening(empty, full)
        store = Store.open(full, now, KIOSK)
        append(store, full, wanted.appends, wanted.events)
        matrix(store, full)
        pages(store, ids[7], wanted.events + wanted.appends)
        export(store, Path(place))
        copy(full)
        took = seconds(store.rebuild)
        print(f"rebuild: {took:.2f} s, {events_in(store) / took:,.0f} events/s")
        store.close()


def now() -> datetime:
    """Answer the time."""
    return datetime.now(UTC)


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
        kiosk = f"hall-{learner % KIOSKS}"
        yield event(learners[learner], f"lesson-{lesson}", attempt, step, kind, number, kiosk)


def event(
    learner: str, lesson: str, attempt: str, step: int, kind: EventKind, number: int, kiosk: str = ""
) -> Event:
    """Make an event as the session makes them."""
    data: dict[str, Scalar] = {"do": "tap", "element": "health.home.book", "row": "d6", "right": True}
    at = START + number * 2_000
    return Event(attempt, learner, lesson, 1, "alone", f"step-{step}", kind, data, at, kiosk=kiosk)


def opening(empty: Path, full: Path) -> None:
    """Compare a start with much stored and one with nothing: open, who is there, one learner's cards.

    In turns, since the disk is not the same from one second to the next.
    """

    def start(folder: Path, who: str) -> None:
        store = Store.open(folder, now, KIOSK)
        People(store).learners()
        summaries.matrix(store, who)
        store.close()

    long, short = [], []
    for _ in range(OPENINGS):
        short.append(seconds(start, empty, "nobody"))
        long.append(seconds(start, full, "nobody"))
    report("start", long, short, 1.05)


def append(store: Store, folder: Path, appends: int, after: int) -> None:
    """Compare one touch stored by the session with the same rows stored by raw sqlite3.

    The raw side does nothing but write: it is given the summary rows ready made.
    """
    ours = [
        event("0" * 32, "lesson-0", "m" * 32, n // 9 % STEPS, EventKind.ACTED, after + n)
        for n in range(appends)
    ]
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
    columns = {
        table: [name for (name,) in store.rows(f"SELECT name FROM pragma_table_info('{table}')")]
        for table in KEYS
    }
    writes = []
    for number, one in enumerate(events):
        store.append([one])
        named = {"kiosk": KIOSK, "day": day_of(one.at)}
        data = json.dumps(dict(one.data), separators=(",", ":"))
        row = (
            one.attempt, one.learner, one.lesson, 1, one.stage, one.step, one.kind.value, data, one.at,
            uuid7(one.at), KIOSK, number,
        )  # fmt: skip
        statements: list[tuple[str, tuple[object, ...]]] = [(PUT_EVENT, row)]
        for table, keys in KEYS.items():
            where = " AND ".join(f"{name} = ?" for name in keys)
            values = [named.get(key) or getattr(one, key) for key in keys]
            found = store.rows(f"SELECT * FROM {table} WHERE {where}", values)[0]
            marks = ", ".join("?" * len(columns[table]))
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


def pages(store: Store, learner: str, after: int) -> None:
    """Tell how long the board takes after somebody asked for help, and a learner's page."""

    def update(number: int) -> None:
        called = event(learner, "lesson-1", "b" * 32, 1, EventKind.HELPED, after + number)
        store.append([called])
        assert board.places(store, called.at)[0].need(called.at) is board.Need.ASKED
        board.letters(store, KIOSK, board.last_number(store) - 100)

    def page() -> None:
        People(store).learner(learner)
        summaries.matrix(store, learner)
        summaries.steps(store, learner)
        summaries.mistakes(store, "lesson-1", learner)
        Remarks(store).of(learner)
        Assignments(store).of(learner)

    limit("board", [seconds(update, number) for number in range(20)])
    limit("learner page", [seconds(page) for _ in range(20)])


def export(store: Store, place: Path) -> None:
    """Tell how fast every event becomes a row of a CSV, and how much memory grows meanwhile."""
    titles = {
        f"lesson-{n}": LessonTitle(f"lesson-{n}", "core", False, {}, "", {}, {}) for n in range(LESSONS)
    }

    used: list[float] = []

    def bites(until: int) -> Iterator[Sequence[FactRow]]:
        for bite in fact_rows(store, 0, until):
            used.append(memory())
            yield bite

    def work(until: int) -> None:
        with (place / "events.csv").open("wb") as stream:
            write_facts(bites(until), titles, lambda who: who, stream)

    work(START + 10_000 * 2_000)  # two bites and a half: what one of them takes is not growth
    before = used[-1]
    took = seconds(work, 2**62)
    speed = events_in(store) / took
    verdict = "ok" if speed >= 50_000 else "TOO SLOW"
    print(f"csv: {speed:,.0f} events/s (must be ≥ 50,000: {verdict}), memory +{max(used) - before:.1f} MB")


def copy(folder: Path) -> None:
    """Tell how fast the daily copy is made and looked through."""
    made = []
    took = seconds(lambda: made.append(make_backup(folder, date(2026, 6, 8))))
    print(f"copy: {took:.2f} s, {made[0].bytes / 1e6 / took:,.0f} MB/s, looked through")


def limit(name: str, times: Sequence[float], most_ms: float = 50) -> None:
    """Print the median and the longest of some times, with their limit."""
    middle, longest = statistics.median(times) * 1e3, max(times) * 1e3
    print(f"{name}: {judged(middle, most_ms, ' ms')}, longest {longest:.2f} ms")


def report(name: str, mine: list[float], theirs: list[float], most: float) -> None:
    """Print medians, 99th percentiles and their ratio."""
    ours, raw = statistics.median(mine), statistics.median(theirs)
    print(f"{name}: {ours * 1e6:,.0f} µs, reference {raw * 1e6:,.0f} µs, ratio {judged(ours / raw, most)}")
    print(f"{name}: p99 {late(mine) * 1e6:,.0f} and {late(theirs) * 1e6:,.0f} µs")


def events_in(store: Store) -> int:
    """Answer how many events are stored."""
    return int(store.rows("SELECT count(*) FROM event")[0][0])


def memory() -> float:
    """Answer the memory this process holds now, in MB (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def size(folder: Path) -> int:
    """Answer the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
