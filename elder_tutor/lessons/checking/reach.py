"""Every key a learner can come to, and those from which no way leads to the gate (FORMAT 8)."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple, cast

from elder_tutor.lessons.checking.jumps import Jump
from elder_tutor.lessons.checking.terrain import Terrain
from elder_tutor.lessons.device.conditions import Test, unfit_test
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.wayfinding.graph import Touch
from elder_tutor.lessons.wayfinding.projection import Key

MOST_KEYS = 6_000
"""A gate with more keys than this is tested only."""

MANY = 24
"""So many things may happen at a key; with more of them fewer keys are looked at."""


class Came(NamedTuple):
    """How a key was first come to."""

    key: Key
    touch: Touch | None
    jump: Jump | None


class Reach:
    """The walk from the start over all that may happen, and back from the gate over what the tutor leads."""

    def __init__(self, terrain: Terrain, starts: Iterable[PhoneState], beyond: bool, most: int = MOST_KEYS):
        self.terrain = terrain
        self.came: dict[Key, Came | None] = {}
        self.states: dict[Key, tuple[PhoneState, Hashable]] = {}
        self.goals: set[Key] = set()
        self.watching: set[Key] = set()
        """Keys at which no record is waited for yet: there is nothing to prove of them."""
        self._before: dict[Key, list[list[object]]] = {}
        self._waiting: deque[Key] = deque()
        self._beyond = beyond
        self._most = most
        self._unfit = self._unfit_test()
        terrain.projection.starts = tuple(starts)
        for start in terrain.projection.starts:
            self._seed(start)
        self._walk()
        self.dead = self._dead()

    @property
    def whole(self) -> bool:
        """Tell whether every key was looked at."""
        return not self._waiting

    @property
    def proved(self) -> int:
        """Answer the number of keys from which the gate can be reached."""
        return len(self.states) - len(self.dead) - len(self.watching)

    def path(self, key: Key) -> list[tuple[Came, Key]]:
        """Answer the shortest way to a key: how each one was come to."""
        found: list[tuple[Came, Key]] = []
        came = self.came[key]
        while came is not None:
            found.append((came, key))
            key = came.key
            came = self.came[key]
        return found[::-1]

    # --- forwards ----------------------------------------------------------------------

    def _unfit_test(self) -> Test | None:
        every = self.terrain.every
        return unfit_test(self.terrain.phone.atlas, every) if every is not None else None

    def _unfit_records(self, state: PhoneState) -> Iterator[int]:
        every, atlas = self.terrain.every, self.terrain.phone.atlas
        if every is None or self._unfit is None or every.records not in atlas.slots:
            return
        scene = Scene(atlas, state, self.terrain.phone.seed)
        for record in scene.records(atlas.slots[every.records]):
            scene.record = record
            if self._unfit(scene):
                yield cast("int", record[0])

    def _seed(self, start: PhoneState) -> None:
        state = self.terrain.settled(start)
        if self.terrain.every is None:
            self._enter(state, None, None)
            return
        for serial in self._unfit_records(state):
            self._enter(state, serial, None)
        self._enter(state, None, None)

    def _enter(self, state: PhoneState, focus: Hashable, came: Came | None) -> Key:
        state = self.terrain.projection.trimmed(state, focus)
        key = self.terrain.key(state, focus)
        if self.terrain.every is not None and focus is None:
            key = ("none", *key)
        if key not in self.came:
            self.came[key] = came
            self.states[key] = (state, focus)
            if self.terrain.every is not None and focus is None:
                self.watching.add(key)
                self._waiting.append(key)
            elif self.terrain.reached(state, focus):
                self.goals.add(key)
                if self._beyond:
                    self._waiting.append(key)
            else:
                self._waiting.append(key)
        return key

    def _walk(self) -> None:
        tried = 0
        while self._waiting and len(self.states) <= self._most and tried <= self._most * MANY:
            key = self._waiting.popleft()
            state, focus = self.states[key]
            known = set(self._unfit_records(state)) if key in self.watching else set()
            for edge in self.terrain.edges(state, focus):
                tried += len(edge.outcomes)
                came = [Came(key, each.touch, each.jump) for each in edge.outcomes]
                after = [self._enter(e.there, focus, c) for e, c in zip(edge.outcomes, came, strict=True)]
                if edge.must and key not in after:
                    self._lead(key, frozenset(after))
                if key in self.watching:
                    for each, how in zip(edge.outcomes, came, strict=True):
                        for serial in self._unfit_records(each.there):
                            if serial not in known:
                                self._enter(each.there, serial, how)

    def _lead(self, key: Key, after: frozenset[Key]) -> None:
        way = [key, len(after)]
        for next_key in after:
            self._before.setdefault(next_key, []).append(way)

    # --- backwards ---------------------------------------------------------------------

    def _dead(self) -> list[Key]:
        """Answer the keys without a way, nearest to the start first."""
        good = set(self.goals)
        waiting = list(good)
        while waiting:
            for way in self._before.get(waiting.pop(), ()):
                way[1] -= 1  # type: ignore[operator]
                earlier: Key = way[0]  # type: ignore[assignment]
                if way[1] == 0 and earlier not in good:
                    good.add(earlier)
                    waiting.append(earlier)
        return [key for key in self.states if key not in good and key not in self.watching]
