"""Measure the phone and the route on the lessons of a pack.

``python benchmarks/route.py [PACK]`` prints per gate the nodes of its table and the time to
open it, the same after one idle moment (``prepare``), and the time of a query from states
of a random walk; then the time of one ``apply`` and one ``view``. Ways are remembered, so
every query is asked of a state that was not asked before. Times are the thread's own, so
that a busy machine does not count.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from measuring import judged

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import Lesson, Pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import Condition
from elder_tutor.lessons.view import Do

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 6, 8)
STATES = 400
T = TypeVar("T")
_KEYS = (Do.KEY, Do.DELETE, Do.LAYER)


def main() -> None:
    """Print every table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets" / "packs" / "core"
    loaded = load_pack(folder)
    if loaded.pack is None:
        sys.exit("\n".join(str(fault) for fault in loaded.faults))
    pack = loaded.pack
    heads = ("nodes", "open ms", "in all", "idle ms", "p50 µs", "p99 µs", "length", "searched", "no way")
    print(f"{'gate':34}" + "".join(f"{head:>10}" for head in heads))
    worst = 0.0
    for lesson in pack.lessons.values():
        for name, gate in gates(lesson):
            line, p99 = measured(pack, lesson, name, gate)
            print(line, flush=True)
            worst = max(worst, p99)
    print(turns(pack))
    print(f"worst p99 of a way {judged(worst / 1e3, 1, ' ms')}")


def gates(lesson: Lesson) -> Iterator[tuple[str, Condition]]:
    """Answer every condition of a lesson that a way is asked to."""
    for step in lesson.steps:
        if step.until is not None:
            yield f"{lesson.id}/{step.id}", step.until
    if lesson.aim is not None:
        yield f"{lesson.id}/aim", lesson.aim
    if lesson.check is not None:
        yield f"{lesson.id}/check", lesson.check.goal


def measured(pack: Pack, lesson: Lesson, name: str, gate: Condition) -> tuple[str, float]:
    """Answer one line about one gate, and the 99th percentile of its queries in µs."""
    device = Phone(pack.apps, pack.id, TODAY, 7, 6, frozenset({4, 5}), pack.home)
    ask = {each.name: each.follow for each in lesson.ask}
    router = Router(device, lesson, ask)
    start = device.start(lesson, ask)
    begin = time.thread_time()
    length = _length(router, start, gate)
    opened = time.thread_time() - begin
    at_first = _nodes(router)
    ripened, _ = _timed(lambda: router.prepare(start, gate))
    times, lost = [], 0
    for state in walk(device, start, STATES):
        took, way = _timed(lambda state=state: _length(router, state, gate))
        times.append(took)
        lost += way < 0
    searched = sum(table.searched for table in router.tables.values())
    p50, p99 = _percentiles(times)
    sizes = (at_first, round(opened * 1e3, 1), _nodes(router), round(ripened * 1e3, 1))
    cells = (*sizes, round(p50), round(p99), length, searched, lost)
    return f"{name:34}" + "".join(f"{cell:>10}" for cell in cells), p99


def walk(device: Phone, start: PhoneState, count: int, seed: int = 1) -> Iterator[PhoneState]:
    """Answer states of random walks from a start, each of up to sixty actions."""
    chance = random.Random(seed)
    state = start
    for n in range(count):
        if n % 60 == 0:
            state = start
        actions = [action for action in device.actions(state) if action.do not in _KEYS]
        state, _ = device.apply(state, chance.choice(actions))
        yield state


def turns(pack: Pack) -> str:
    """Answer the times of one apply and one view."""
    device = Phone(pack.apps, pack.id, TODAY, 7, 6, frozenset({4, 5}), pack.home)
    applied, viewed = [], []
    chance = random.Random(2)
    state = device.start()
    for _ in range(4000):
        action = chance.choice(device.actions(state))
        took, (state, _) = _timed(lambda state=state, action=action: device.apply(state, action))
        applied.append(took)
        viewed.append(_timed(lambda state=state: device.view(state))[0])
    a50, a99 = _percentiles(applied)
    v50, v99 = _percentiles(viewed)
    return f"apply p50 {a50:.1f} p99 {a99:.1f} µs; view p50 {v50:.1f} p99 {v99:.1f} µs"


def _nodes(router: Router) -> int:
    return sum(table.graph.nodes for table in router.tables.values())


def _length(router: Router, state: PhoneState, gate: Condition) -> int:
    try:
        return len(router.route(state, gate))
    except NoWay:
        return -1


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    begin = time.thread_time()
    value = call()
    return time.thread_time() - begin, value


def _percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2] * 1e6, ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)] * 1e6


if __name__ == "__main__":
    main()
