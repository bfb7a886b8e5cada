"""One gate's way from any state: the projected graph asked, and what it answers played.

The moves are played on the real phone while the way is found, so that a way which is
answered has been seen to arrive. Where the projection deceived itself, a search on
whole states takes over; it is slower and needs no projection to be right.
"""

from __future__ import annotations

import gc
import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import cast

from elder_tutor.errors import KnownError
from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.conditions import compile_test, find, unfit_test
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState, Record
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Condition, Every, OnScreen
from elder_tutor.lessons.view import Action, Do
from elder_tutor.lessons.wayfinding.graph import BACK, TO_HOME, Graph, Step, bare
from elder_tutor.lessons.wayfinding.moves import Moves
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Key, Projection, Reduce

LONGEST = 400
"""No way is longer; a walk that is has lost itself."""
MOST_STATES = 12_000
"""How many whole states the search without a projection looks at."""

Walked = list[tuple[PhoneState, Action]]
"""States and what is done in each of them."""


class NoWay(KnownError):
    """Tell that a gate cannot be reached from a state."""

    def __init__(self) -> None:
        super().__init__("There is no way to this step from here.")


class Table:
    """Answer the way to one gate, or to one part of a gate."""

    def __init__(
        self,
        phone: Phone,
        moves: Moves,
        gate: Condition,
        reduce: Reduce = Reduce.ALL,
        within: frozenset[str] = frozenset(),
    ) -> None:
        self.phone = phone
        self._every = gate if isinstance(gate, Every) else None
        self._test = compile_test(phone.atlas, gate)
        self._unfit = unfit_test(phone.atlas, self._every) if self._every else None
        self._opens = tuple(
            slot
            for slot in phone.atlas.slots.values()
            if self._every and slot.var.kind is VarKind.RECORD and slot.var.records == self._every.records
        )
        self._moves, self._gate, self._reduce, self._within = moves, gate, reduce, within
        self.searched = 0
        """How often the search on whole states had to help."""
        self._exit: Table | None = None
        """The way out of a lock that does not matter to the gate."""
        self._open(wide=False)

    def _open(self, wide: bool) -> None:
        needs = Needs(self.phone.atlas, self._moves, self._gate, wide=wide, within=self._within)
        self.projection = Projection(self.phone.atlas, needs, self._every, self._reduce)
        self.graph = Graph(self.phone, needs, self.projection, self._reached)

    def holds(self, state: PhoneState) -> bool:
        """Answer whether the gate is reached."""
        return self._test(Scene(self.phone.atlas, state, self.phone.seed))

    def way(self, start: PhoneState) -> tuple[Walked, PhoneState]:
        """Answer what to do in which state, and the state it ends in. Raises NoWay."""
        while True:
            try:
                return self._way(start)
            except NoWay:
                if not self._looser():
                    raise

    def _looser(self) -> bool:
        """Look again with less left out; False when nothing is left out any more.

        First what other apps open is taken in, then the records that can never fit: a way may
        have to pass one of them.
        """
        needs, reduce = self.graph.needs, self._reduce
        if not needs.wide:
            self._open(wide=True)
            if len(self.graph.needs.moves) > len(needs.moves):
                return True
        if Reduce.HOPELESS not in reduce or not self.graph.needs.wants:
            return False
        self._reduce = reduce & ~Reduce.HOPELESS
        self._open(wide=True)
        return True

    def _way(self, start: PhoneState) -> tuple[Walked, PhoneState]:
        walked: Walked = []
        seen: set[PhoneState] = set()
        here = start
        while not self.holds(here):
            action = self.next(here)
            if action is None or here in seen or len(walked) >= LONGEST:
                return self._search(start)
            seen.add(here)
            walked.append((here, action))
            here = bare(self.phone.apply(here, action)[0])
        return walked, here

    def next(self, here: PhoneState) -> Action | None:
        """Answer the table's move in a state; None when it cannot be made there. Raises NoWay."""
        if here.front and here.front not in self.projection.apps:
            return self._outside(here)
        if self.projection.only and not here.front:
            return Action(Do.TAP, f"{HOME}.{self.projection.only}")
        if here.front and self.phone.screen(here) not in self.projection.screens:
            return BACK
        focus = self._focus(here)
        key = self.projection.key(here, focus)
        step = self.graph.steps.get(key)
        if step is None:
            step = self._grown(here, key, focus)
        return self.graph.concrete(step, here, focus)

    def _outside(self, here: PhoneState) -> Action | None:
        """Answer the move out of an app that does not matter: home, or back where it lies over another."""
        front, _ = self.projection.uncovered(here)
        locked = self.phone.atlas.locks.intersection((here.front, *here.under))
        if front in self.projection.apps:
            return BACK
        if not locked or locked & set(self.projection.apps):
            return TO_HOME
        if self._exit is None:
            self._exit = Table(self.phone, self._moves, OnScreen(HOME))
        return self._exit.next(here)

    def _grown(self, here: PhoneState, key: Key, focus: int | None) -> Step:
        with _uncollected():
            self.graph.grow(here, focus)
            while key not in self.graph.steps:
                if not self.graph.deepen():
                    raise NoWay
        return self.graph.steps[key]

    def ripen(self) -> bool:
        """Look one lasting move further, as one may while the learner is busy; False when all is known."""
        with _uncollected():
            return self.graph.deepen()

    def _focus(self, state: PhoneState) -> int | None:
        """Answer the serial number of a record that "every" still waits for.

        It is the one that is open, or the first: so the order is the learner's own.
        """
        if self._every is None or self._unfit is None or self._every.records not in self.phone.atlas.slots:
            return None
        scene = Scene(self.phone.atlas, state, self.phone.seed)
        waiting = []
        for record in scene.records(self.phone.atlas.slots[self._every.records]):
            scene.record = record
            if self._unfit(scene):
                waiting.append(cast("int", record[0]))
        opened = {state.apps[slot.app][slot.at] for slot in self._opens}
        return next((serial for serial in waiting if serial in opened), waiting[0] if waiting else None)

    def _reached(self, state: PhoneState, focus: object) -> bool:
        if self._every is None or self._unfit is None or focus is None:
            return self.holds(state)
        scene = Scene(self.phone.atlas, state, self.phone.seed)
        record: Record | None = find(
            scene.records(self.phone.atlas.slots[self._every.records]), cast("int", focus)
        )
        scene.record = record
        return record is None or not self._unfit(scene)

    # --- without the projection ------------------------------------------------------

    def _search(self, start: PhoneState) -> tuple[Walked, PhoneState]:
        """Look for the cheapest way on whole states, by needed moves. Raises NoWay."""
        self.searched += 1
        order = count()
        before: dict[PhoneState, tuple[PhoneState, Action] | None] = {}
        heap: list[tuple[int, int, PhoneState, tuple[PhoneState, Action] | None]] = [
            (0, next(order), start, None)
        ]
        while heap and len(before) < MOST_STATES:
            cost, _, here, came = heapq.heappop(heap)
            if here in before:
                continue
            before[here] = came
            if self.holds(here):
                return _back_through(before, here), here
            for touch in self.graph.touches(here, self._focus(here)):
                there = bare(self.phone.apply(here, touch.action)[0])
                if there not in before:
                    heapq.heappush(heap, (cost + touch.cost, next(order), there, (here, touch.action)))
        raise NoWay


def _back_through(before: dict[PhoneState, tuple[PhoneState, Action] | None], end: PhoneState) -> Walked:
    walked: Walked = []
    came = before[end]
    while came is not None:
        walked.append(came)
        came = before[came[0]]
    return walked[::-1]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the cyclic collector from walking a large pack again and again (FORMAT 6)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
