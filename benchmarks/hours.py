"""Eight hours of a kiosk in some minutes: does anything pile up?

    python benchmarks/hours.py [--rounds 160]

The clock is the program's own and turned by hand: people sign in one after another, look around,
practise lessons (with the keyboard), change language and size, walk away in the middle; the kiosk
counts, resets, shows a lesson to nobody; the trainer looks at every page. What the process holds after
the first tenth is the reference in the same run: at the end it may be at most 10 % more.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from elder_tutor.app import build
from elder_tutor.progress.people import pictures
from tests.ui.a_day import HOURS, OPENS, Day, Held

GROWTH = 1.10
NAMES = ("أم خالد", "أبو راشد", "نورة", "سالم", "موزة", "جاسم")


def main() -> None:
    """Let the day pass and print what is held after each tenth of it."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--rounds", type=int, default=160)
    rounds = parser.parse_args().rounds
    held: list[Held] = []
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder), clock=lambda: OPENS, seed=lambda: 1, today=date(2026, 6, 8))
        people = [app.people.add(*each).id for each in zip(NAMES, pictures(), strict=False)]
        for each in people:
            app.people.consent(each, True)
        day = Day(app, tuple(people))
        tenth = max(1, rounds // 10)
        for number in day.rounds(rounds):
            if number % tenth == tenth - 1:
                held.append(day.held())
                print(f"{len(held):3} tenths: {held[-1]}", flush=True)
        day.close()
        app.close()
    worse = held[-1].too_much(held[0], GROWTH)
    verdict = "TOO MUCH: " + ", ".join(worse) if worse else "nothing piles up"
    factor = held[-1].mb / held[0].mb
    print(f"{HOURS} hours, {rounds} visits: memory {factor:.3f} times that after the first tenth")
    print(f"(must be <= {GROWTH}; objects, timers, threads and files too): {verdict}")


if __name__ == "__main__":
    main()
