"""A program that is killed, at any moment and again and again, has every event it was told is stored."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from elder_tutor.progress.people import Learner
from elder_tutor.progress.schema import SUMMARY_TABLES
from elder_tutor.progress.store import Store

WRITER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.store import Store
store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC), "kiosk-1")
first = int(sys.argv[3])
sys.stdout.write("ready\\n")
sys.stdout.flush()
kinds = (EventKind.OPENED, EventKind.ACTED, EventKind.HINT, EventKind.STEP_DONE, EventKind.MISTAKE)
for number in range(first, first + 1_000_000):
    kind = kinds[number % 5]
    step, data = f"s{number % 7}", {"count": number}
    store.append([Event(f"a{number // 50}", sys.argv[2], "book", 1, "alone", step, kind, data, number * 900)])
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""
SHORT, LONG = 300, 1_000


def kill_once(folder: Path, learner: str, first: int, lines: int, wait_s: float) -> list[int]:
    """Run the writer, let it acknowledge so many events, wait a little, kill it; answer what it told."""
    program = subprocess.Popen(
        [sys.executable, "-S", "-c", _WITH_PATHS + WRITER, str(folder), learner, str(first)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    program.stdout.readline()
    told = [int(program.stdout.readline()) for _ in range(lines)]
    with contextlib.suppress(subprocess.TimeoutExpired):
        program.wait(wait_s)
    program.kill()
    told += [int(line) for line in program.stdout.read().split("\n")[:-1] if line.isdigit()]
    program.wait()
    program.stdout.close()
    return told


_WITH_PATHS = f"import sys; sys.path[:0] = {[str(Path(__file__).parents[2]), *filter(None, sys.path)]!r}\n"


def counts(store: Store) -> list[int]:
    return [row[0] for row in store.rows("SELECT json_extract(data, '$.count') FROM event ORDER BY seq")]


def tables(store: Store) -> list[list[tuple]]:
    return [store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in SUMMARY_TABLES]


@pytest.mark.timeout(900)
def test_no_acknowledged_event_is_lost_however_often_it_is_killed(
    store: Store, learner: Learner, folder: Path, clock, request: pytest.FixtureRequest
) -> None:
    store.close()
    chance = random.Random(7)
    kills = LONG if request.config.getoption("--long") else SHORT
    acknowledged: set[int] = set()
    first = 0
    for _ in range(kills):
        told = kill_once(folder, learner.id, first, chance.choice((0, 1, 3, 9)), chance.random() * 0.02)
        acknowledged.update(told)
        first = max(told, default=first) + 2  # one may be stored that nobody was told of
    again = Store.open(folder, clock)
    found = counts(again)
    assert acknowledged <= set(found)
    assert len(found) - len(acknowledged) <= kills
    assert len(found) == len(set(found))
    assert again.rows("PRAGMA integrity_check") == [("ok",)]
    kept = tables(again)
    again.rebuild()
    assert tables(again) == kept
    assert again.notices == ()
    again.close()


def test_the_attempt_goes_on_at_the_step_it_was_killed_at(
    store: Store, learner: Learner, folder: Path, clock
) -> None:
    store.close()
    kill_once(folder, learner.id, 0, 40, 0.0)
    again = Store.open(folder, clock)
    attempt = again.open_attempt(learner.id, "book")
    assert attempt is not None
    assert attempt.step == f"s{counts(again)[-1] % 7}"
    again.close()
