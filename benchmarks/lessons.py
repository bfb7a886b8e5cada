"""What a lesson costs: opening it, a touch, the way from anywhere; and how that grows with the phone.

Run: ``python benchmarks/lessons.py``. Every figure is a median with its least and most; the
reference, one `phone.apply` of the same touch, is measured in the same run. Times are this thread's
own, so that a busy machine does not count.
"""

from __future__ import annotations

import random
import statistics
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from measuring import judged, late, own_seconds

from elder_tutor import resources
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.lessons.model import App, Element, Lesson, Pack, Screen, Step
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Go, OnScreen
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage

DAY = date(2026, 6, 8)
SETTING = Setting(DAY, 1, 6, frozenset({4, 5}))
ROUNDS = 7
WALK = 400
SIZES = (10, 30, 100, 300)


def told(name: str, times: Sequence[float]) -> str:
    """Write a row: the name, the median, the least and the most in milliseconds."""
    ms = [1000 * each for each in times]
    return f"{name:44} {statistics.median(ms):9.3f} {min(ms):9.3f} {max(ms):9.3f}"


def opened(pack: Pack, lesson: Lesson) -> Practice:
    """Open a lesson as a session does, up to the first sentence."""
    practice = Practice(pack, lesson, Stage.FOLLOW, SETTING)
    practice.start(0)
    return practice


def walked(practice: Practice, rounds: int) -> tuple[list[float], list[float]]:
    """Touch at random; answer the times of whole turns and of `phone.apply` alone."""
    chance = random.Random(7)
    moment, turns, alone = practice.start(0), [], []
    for now in range(rounds):
        action = chance.choice(practice.phone.actions(moment.phone))
        alone.append(own_seconds(practice.phone.apply, moment.phone, action))
        turns.append(own_seconds(practice.perform, moment, action, now * 3000))
        moment = practice.perform(moment, action, now * 3000)[0]
        if moment.tutor.finished:
            moment = practice.start(0)
    return turns, alone


def grown(pack: Pack, lesson: Lesson, screens: int) -> Pack:
    """Answer the pack with an app of so many screens more, each a step deeper than the one before."""

    def screen(place: int) -> Screen:
        name = f"maze.s{place}"
        go = Element(f"{name}.on", "button", label="x", do=(Go(f"maze.s{min(place + 1, screens - 1)}"),))
        return Screen(name, "x", f"maze.s{place - 1}" if place else "", (go,))

    made = {f"maze.s{place}": screen(place) for place in range(screens)}
    maze = App("maze", "x", "notes", "#000000", "maze.s0", {}, {}, made)
    gate = Step("end", ("x",), until=OnScreen(f"maze.s{screens - 1}"))
    through = replace(lesson, apps=("maze",), start="maze.s0", prepare=(), ask=(), steps=(gate,), check=None)
    return replace(
        pack, apps={**pack.apps, "maze": maze}, lessons={"maze": through}, home=("maze", *pack.home)
    )


def main() -> None:
    """Measure and print."""
    pack = open_catalog([resources.assets() / "packs" / "core"]).packs[0]
    phone = Phone(pack.apps, pack.id, DAY, 1, 6, frozenset({4, 5}), pack.home)
    print(f"{len(pack.apps)} apps, {len(phone.atlas.screens)} screens, {len(pack.lessons)} lessons")
    print(f"{'ms':44} {'median':>9} {'least':>9} {'most':>9}")
    opening: dict[str, list[float]] = {}
    for lesson in pack.lessons.values():
        opening[lesson.id] = [own_seconds(opened, pack, lesson) for _ in range(ROUNDS)]
    slowest = max(opening, key=lambda name: statistics.median(opening[name]))
    print(told(f"opening, all lessons ({ROUNDS} times each)", [t for each in opening.values() for t in each]))
    print(told(f"opening, the slowest ({slowest})", opening[slowest]))
    tracemalloc.start()
    practice = opened(pack, pack.lessons[slowest])
    graph, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    walked(practice, WALK)  # every way is found once, as while nobody waits
    turns, alone = walked(practice, WALK)
    print(told("phone.apply alone (the reference)", alone))
    print(told("phone.apply + tutor.after", turns))
    for screens in SIZES:
        bigger = grown(pack, pack.lessons[slowest], screens)
        times = [own_seconds(opened, bigger, bigger.lessons["maze"]) for _ in range(3)]
        print(told(f"opening a way through {screens} more screens", times))
    print(f"memory of {slowest}, opened: {graph / 2**20:.1f} MB")
    print(f"opening the slowest lesson {judged(1000 * statistics.median(opening[slowest]), 100, ' ms')}")
    print(f"phone.apply + tutor.after, p99 {judged(1000 * late(turns), 0.5, ' ms')}")


if __name__ == "__main__":
    main()
