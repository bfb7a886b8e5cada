"""A program that is killed has every event it was told is stored."""

from __future__ import annotations

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
store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
for number in range(1_000_000):
    kind = EventKind.OPENED if number == 0 else EventKind.ACTED
    step, data = f"s{number % 7}", {"count": number}
    store.append([Event("a1", sys.argv[2], "book", 1, "alone", step, kind, data, number)])
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.parametrize("acknowledged", [3, 150, 700])
def test_no_acknowledged_event_is_lost_by_kill_9(
    store: Store, learner: Learner, folder: Path, clock, acknowledged: int
) -> None:
    store.close()
    program = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), learner.id],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    told = [int(program.stdout.readline()) for _ in range(acknowledged)]
    program.kill()
    told += [int(line) for line in program.stdout.read().split("\n")[:-1]]
    program.wait()
    program.stdout.close()
    again = Store.open(folder, clock)
    found = [event.data["count"] for event in again.events("a1")]
    assert found[: len(told)] == told
    assert len(found) - len(told) in (0, 1)
    kept = [again.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in SUMMARY_TABLES]
    again.rebuild()
    assert [again.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in SUMMARY_TABLES] == kept
    attempt = again.open_attempt(learner.id, "book")
    assert attempt is not None
    assert attempt.step == f"s{found[-1] % 7}"
    again.close()
