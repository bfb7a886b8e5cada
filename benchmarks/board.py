"""Measure the trainer's board: from the question to the painted page (DESIGN 9: at most 50 ms).

    python benchmarks/board.py                  40 places, 1,000 learners, the window without a screen

`read` is the answer from the file (in the program it comes from a thread of its own), `draw` laying out
and painting the page after every card changed, `update` both. Prints one JSON object, exit code 1 when a
limit is broken.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from elder_tutor.app import App, build
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.people import pictures
from elder_tutor.reports.board import board
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pages import TrainerPages

LEARNERS, PLACES, ROUNDS, LIMIT_MS = 1_000, 40, 30, 50.0
NOW = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)


def fill(app: App) -> list[str]:
    """Add the learners, with one at every place: every third one is stuck."""
    there = pictures()
    ids = [f"{n:032x}" for n in range(LEARNERS)]
    with app.store.writing() as db:
        rows = [(one, f"متعلم {n}", there[n % len(there)], "", 0, 1) for n, one in enumerate(ids)]
        db.executemany("INSERT INTO learner VALUES (?, ?, ?, ?, ?, ?)", rows)
    for place in range(PLACES):
        happen(app, ids, place, EventKind.OPENED)
        for _ in range(4 if place % 3 == 0 else 1):
            happen(app, ids, place, EventKind.ACTED, right=place % 3 != 0)
    return ids


def happen(app: App, ids: list[str], place: int, kind: EventKind, **data: bool) -> None:
    """Store a fact at a place."""
    lesson = [one for one in app.catalog.lessons if not one.private][place % 10]
    told: dict[str, str | int | bool] = dict(data)
    if kind is EventKind.OPENED:
        told |= {"seed": 1, "today": "2026-06-08"}
    where = (lesson.id, lesson.revision, "alone", lesson.steps[0].id)
    kiosk, at = f"kiosk-{place}", milliseconds(NOW)
    app.store.append([Event(f"a{place}", ids[place], *where, kind, told, at, kiosk=kiosk)])


def timed(do: Callable[[], object]) -> float:
    """Answer the milliseconds it takes."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def measure(folder: Path) -> dict[str, float]:
    """Answer the medians and the worst update in milliseconds."""
    with closing(build(folder, clock=lambda: NOW, seed=lambda: 1, today=NOW.date(), kiosk="desk")) as app:
        ids = fill(app)
        program = Program(app, (1366, 768))
        program.show_page("trainer-board")
        pages = program.window.findChild(TrainerPages, "trainer")
        assert isinstance(pages, TrainerPages)
        page, now, reads, draws = pages.board, milliseconds(NOW), [], []
        for turn in range(ROUNDS):
            happen(app, ids, turn % PLACES, EventKind.ACTED, right=False)
            reads.append(timed(lambda: board(app.store, now, page.desk.heads)))
            found = board(app.store, now, page.desk.heads)
            page._drawn = None

            def draw(found=found) -> None:  # type: ignore[no-untyped-def]
                page.taken(found)
                pages.grab()

            draws.append(timed(draw))
        program.close()
    both = [read + draw for read, draw in zip(reads, draws, strict=True)]
    return {"read": median(reads), "draw": median(draws), "update": median(both), "worst": max(both)}


def main() -> None:
    """Measure and judge."""
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    held = found["update"] <= LIMIT_MS
    figures = {name: round(value, 1) for name, value in found.items()}
    print(json.dumps({"places": PLACES, "learners": LEARNERS, **figures, "limit": LIMIT_MS, "held": held}))
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
