"""A trembling hand on the program's real pages: how many touches do what was meant.

    python benchmarks/tremor.py [--touches 10000] [--seed 7] [--miss 3.4] [--jitter 1.0] [--doubled 0.05]

Every touch is meant for the middle of a button of a page as it stands (home, lesson, keyboard, ...)
and misses it as hands over 65 do (see ``tests/ui/touching/shaking.py``); real touch events with
times of their own go through the window. Beside each figure stands what plain buttons would have
made of the very same touches. Targets are told apart by their smaller side, since one of 80 by 20 mm
is easy to hit sideways only. Of those of 16 mm and more at least 98 in 100 must do what was meant;
not more than 2 in 1000 may do something else.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from elder_tutor.app import build
from elder_tutor.progress.people import pictures
from elder_tutor.ui.program import Program
from tests.ui.touching.pages import GRIDS, PAGES, SIDES, Grid, show, side_of
from tests.ui.touching.shaking import End, Hand, Tally, Tremor, shake

LEAST_RIGHT = 98.0
MOST_WRONG = 0.2
SIZES = (((1366, 768), "ar"), ((1080, 1920), "ar"), ((1920, 1080), "en"))

Table = dict[str, tuple[Tally, Tally]]


def measure(folder: Path, touches: int, chance: random.Random, tremor: Tremor) -> tuple[Table, Table]:
    """Answer how touches ended, by kind of page and by size of target."""
    clock = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
    app = build(folder, clock=lambda: clock, seed=lambda: 1, today=date(2026, 6, 8))
    for n, picture in enumerate(pictures()[:6]):
        app.people.consent(app.people.add(f"learner {n}", picture).id, True)
    by_page, by_side = table(), table()
    for size, lang in SIZES:
        program = Program(app, size, lang)
        for page in PAGES:
            show(program, page)
            hand = Hand(program.window, chance, tremor)
            for button, *ends in shake(hand, touches // (len(SIZES) * len(PAGES))):
                count(by_page, page, ends)
                count(by_side, side_of(button, hand.px_per_mm), ends)
        program.close()
    app.close()
    return by_page, by_side


def squares(touches: int, chance: random.Random, tremor: Tremor) -> Table:
    """Answer how touches end on squares of the smallest sizes, 3 mm apart on all sides."""
    found = table()
    for side in GRIDS:
        grid = Grid(side)
        for _, *ends in shake(Hand(grid, chance, tremor), touches):
            count(found, f"{side:.0f} mm squares", ends)
        grid.close()
    return found


def table() -> Table:
    """Answer a table that counts touches with tolerance and without."""
    return defaultdict(lambda: (Tally(), Tally()))


def count(into: Table, key: str, ends: Sequence[End]) -> None:
    """Count one touch."""
    for tally, end in zip(into[key], ends, strict=True):
        tally.counts[end] += 1


def line(name: str, tallies: tuple[Tally, Tally]) -> str:
    """Write one line: with tolerance, then without."""
    ours, plain = tallies
    return (
        f"{name:15} n {ours.total:6}   right {ours.share(End.RIGHT):6.2f} %  nothing"
        f" {ours.share(End.NOTHING):5.2f} %  wrong {ours.share(End.WRONG):5.2f} %   | plain buttons: right"
        f" {plain.share(End.RIGHT):6.2f} %  nothing {plain.share(End.NOTHING):5.2f} %"
        f"  wrong {plain.share(End.WRONG):5.2f} %"
    )


def main() -> None:
    """Measure and print."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--touches", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--miss", type=float, default=3.4)
    parser.add_argument("--jitter", type=float, default=1.0)
    parser.add_argument("--doubled", type=float, default=0.05)
    asked = parser.parse_args()
    tremor = Tremor(asked.miss, asked.jitter, doubled=asked.doubled)
    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(asked.seed)
        by_page, by_side = measure(Path(folder), asked.touches, chance, tremor)
    for each in (by_page, by_side, squares(asked.touches // len(GRIDS), chance, tremor)):
        for name, tallies in sorted(each.items(), key=lambda pair: [*PAGES, *SIDES, pair[0]].index(pair[0])):
            print(line(name, tallies))
        print()
    large = [by_side[side][0] for side in SIDES[1:]]
    total = sum(each.total for each in large)
    right, wrong = (100 * sum(e.counts[end] for e in large) / total for end in (End.RIGHT, End.WRONG))
    print(f"16 mm and more: right {right:.2f} % (must be >= {LEAST_RIGHT}: {said(right >= LEAST_RIGHT)}), "
          f"wrong {wrong:.2f} % (must be <= {MOST_WRONG}: {said(wrong <= MOST_WRONG)})")  # fmt: skip


def said(holds: bool) -> str:
    """Answer how a verdict is written."""
    return "ok" if holds else "NOT HELD"


if __name__ == "__main__":
    main()
