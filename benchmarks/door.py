"""The welcome page of a thousand learners in forty groups, against the same page of six.

    python benchmarks/door.py [--learners 1000] [--groups 40] [--events 0] [--runs 15]

Each opening of the page, turning to its next six and going to the groups is measured until it is
painted, offscreen, with symbols on every card; printed are medians and their ratio to the page of
six people. A page change may take 100 ms (DESIGN 9).
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from measuring import judged
from store import fill

from elder_tutor.app import App, build
from elder_tutor.progress.cards import COLOURS, MARKS, symbol_of
from elder_tutor.progress.people import pictures
from elder_tutor.ui.program import Program

FEW: Final = 6
MOST_MS: Final = 100.0


def people(app: App, count: int, groups: int) -> list[str]:
    """Write learners and groups into an empty file at once; answer the learners' ids."""
    faces, symbols = pictures(), [symbol_of(colour, mark) for colour in COLOURS for mark in MARKS]
    ids = [f"{at:032x}" for at in range(count)]
    with app.store.writing() as db:
        for at, who in enumerate(ids):
            row = (who, f"name {at}", faces[at % len(faces)], symbols[at % len(symbols)], at, 1)
            db.execute("INSERT INTO learner VALUES (?, ?, ?, ?, ?, ?)", row)
        for at in range(groups):
            db.execute(
                "INSERT INTO learner_group VALUES (?, ?, ?, ?)", (f"g{at}", f"group {at}", faces[0], at)
            )
        rows = [(f"g{at % groups}", who, at) for at, who in enumerate(ids)] if groups else []
        db.executemany("INSERT INTO membership VALUES (?, ?, ?)", rows)
    return ids


def measured(count: int, groups: int, events: int, runs: int) -> dict[str, float]:
    """Answer the median milliseconds of each way to a page of the door."""
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder), clock=lambda: datetime.now(UTC))
        ids = people(app, count, groups)
        if events:
            fill(app.store, events, ids)
        program = Program(app)
        door = program.journey.doorway
        ways: dict[str, Callable[[], None]] = {"open": door.open, "others": lambda: door.turn(1)}
        if groups:
            ways["groups"] = door.choose_groups
        program.journey.start()
        program.grab()
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(runs):
            for name, do in ways.items():
                began = time.perf_counter()
                do()
                program.grab()
                taken[name].append((time.perf_counter() - began) * 1000)
        program.close()
        app.close()
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Measure and print."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--learners", type=int, default=1000)
    parser.add_argument("--groups", type=int, default=40)
    parser.add_argument("--events", type=int, default=0)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    few = measured(FEW, 0, 0, asked.runs)["open"]
    print(f"{FEW} learners, no group: the page opened and painted in {few:.1f} ms")
    for name, taken in measured(asked.learners, asked.groups, asked.events, asked.runs).items():
        print(
            f"{asked.learners} learners in {asked.groups} groups, {name}: {judged(taken, MOST_MS)} ms, "
            f"ratio {taken / few:.2f}"
        )


if __name__ == "__main__":
    main()
