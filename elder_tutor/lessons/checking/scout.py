"""Turn a walk over keys into actions on the real phone, and make the list as short as it can be."""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterator
from contextlib import suppress

from elder_tutor.lessons.checking.reach import Came, Reach
from elder_tutor.lessons.checking.story import Tried, played
from elder_tutor.lessons.checking.terrain import Terrain
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import AllOf, Condition, OnScreen
from elder_tutor.lessons.view import Action, Do
from elder_tutor.lessons.wayfinding.graph import BACK, TO_HOME, bare
from elder_tutor.lessons.wayfinding.moves import EVERYWHERE, Move
from elder_tutor.lessons.wayfinding.projection import Key

_TYPING = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})
MOST_ALIGNED = 12
WALKS, STEPS = 30, 40
"""How a gate that cannot be proved is tested: so many walks of so many touches."""

Story = tuple[Tried, ...]


class Lost(Exception):
    """A walk over keys is no walk a learner can make; ``move`` is the touch that was guessed wrongly."""

    def __init__(self, move: Move | None = None) -> None:
        super().__init__()
        self.move = move


class Scout:
    """Follow keys on the phone from one start."""

    def __init__(
        self,
        phone: Phone,
        condition: Condition,
        start: PhoneState,
        beyond: bool,
        lesson: Lesson | None = None,
    ) -> None:
        self.phone = phone
        self.condition = condition
        self.start = start
        self.beyond = beyond
        self._lesson = lesson
        self._router = Router(phone, lesson)

    def home(self, state: PhoneState) -> PhoneState:
        """Answer the state after pressing home."""
        return self.phone.apply(state, TO_HOME)[0]

    def touches_on_way(self, state: PhoneState) -> set[tuple[str, Do]]:
        """Answer the touches of the way from a state; none where there is no way."""
        try:
            way = self._router.route(bare(state), self.condition)
        except NoWay:
            return set()
        return {(action.element, action.do) for action in way if action.element}

    # --- along a path of keys ------------------------------------------------------------

    def follow(self, terrain: Terrain, path: list[tuple[Came, Key]]) -> Story:
        """Answer actions that lead along a path of keys. Raises Lost."""
        state = self.start
        story: list[Tried] = []
        for came, key in path:
            self._align(terrain, state, story)
            state = played(self.phone, self.start, story)
            before = len(story)
            for tried in self._ways(terrain, state, came):
                there = played(self.phone, state, tried)
                if self._stands(terrain, there, key):
                    story += tried
                    state = there
                    break
            if len(story) == before and not self._stands(terrain, state, key):
                raise Lost(came.jump.move if came.jump is not None else None)
        return tuple(story)

    def _align(self, terrain: Terrain, state: PhoneState, story: list[Tried]) -> None:
        """Come back to a screen the keys know, as the route would."""
        ground = terrain.projection
        for _ in range(MOST_ALIGNED):
            if ground.only and state.front != ground.only:
                action = Action(Do.TAP, f"home.{ground.only}") if not state.front else TO_HOME
            elif (
                state.front in ground.apps and self.phone.screen(state) not in ground.screens
            ) or ground.uncovered(state)[0] != state.front:
                action = BACK
            else:
                return
            story.append(Tried(action))
            state = self.phone.apply(state, action)[0]

    def _stands(self, terrain: Terrain, state: PhoneState, key: Key) -> bool:
        settled = terrain.settled(state)
        for focus in self._focuses(terrain, state):
            found = terrain.key(terrain.projection.trimmed(settled, focus), focus)
            named = ("none", *found) if terrain.every is not None and focus is None else found
            if named == key:
                return True
        return False

    def _focuses(self, terrain: Terrain, state: PhoneState) -> Iterator[Hashable]:
        yield None
        if terrain.every is not None and terrain.every.records in self.phone.atlas.slots:
            slot = self.phone.atlas.slots[terrain.every.records]
            yield from (record[0] for record in state.apps[slot.app][slot.at])  # type: ignore[union-attr]

    def _ways(self, terrain: Terrain, state: PhoneState, came: Came) -> Iterator[Story]:
        if came.touch is not None:
            yield from ((Tried(action),) for action in self._like(state, came.touch.action))
            return
        jump = came.jump
        if jump is None:
            return
        if jump.kind == "timer":
            if jump.name in state.timers:
                yield (Tried(None, jump.name),)
        elif jump.kind == "notice":
            for notice in state.notices:
                yield (Tried(Action(Do.TAP, f"notice.{notice.serial}")),)
        elif jump.move is not None:
            yield from self._jumped(state, jump.move)

    def _like(self, state: PhoneState, action: Action) -> Iterator[Action]:
        same = [
            each
            for each in self.phone.actions(state)
            if each.do is action.do and each.element == action.element and each.do not in _TYPING
        ]
        if action.do is Do.WRITE and action not in same:
            same.append(action)
        same.sort(key=lambda each: each != action)
        yield from same

    def _jumped(self, state: PhoneState, move: Move) -> Iterator[Story]:
        if move.screen == EVERYWHERE:
            yield (Tried(Action(move.do, move.element.id)),)
            return
        guards = tuple(each for each in (move.element.show_if,) if each is not None)
        ways: list[tuple[Action, ...]] = []
        with suppress(NoWay):
            ways.append(self._router.route(state, AllOf((OnScreen(move.screen), *guards))))
        if not ways and guards:
            with suppress(NoWay):
                ways.append(self._router.route(state, OnScreen(move.screen)))
        for way in ways:
            there = played(self.phone, state, map(Tried, way))
            for action in self._like(there, Action(move.do, move.element.id)):
                yield (*map(Tried, way), Tried(action))

    # --- without a way ---------------------------------------------------------------------

    def is_stuck(self, state: PhoneState) -> bool:
        """Tell whether the tutor knows no way from a state, nor from where back and home lead."""
        if self.phone.holds(state, self.condition) or self.touches_on_way(state):
            return False
        here = state
        for _ in range(MOST_ALIGNED):
            try:
                Router(self.phone, self._lesson).route(bare(here), self.condition)
            except NoWay:
                if not here.front:
                    return True
                here = self.phone.apply(here, BACK)[0]
            else:
                return False
        return True

    def shortened(self, story: Story, stuck: list[Reach]) -> Story:
        """Answer the story without what it does not need: none of the rest can be left out."""
        size = max(len(story) // 2, 1)
        while size:
            place = 0
            while place < len(story):
                shorter = (*story[:place], *story[place + size :])
                if self.leads_in(shorter, stuck):
                    story = shorter
                else:
                    place += size
            size //= 2
        return story

    def leads_in(self, story: Story, stuck: list[Reach]) -> bool:
        """Tell whether a story ends where no way goes on; ``stuck`` tells by its keys, which is quicker."""
        state = self.start
        for tried in story:
            if not self.beyond and self.phone.holds(state, self.condition):
                return False
            state = tried.made(self.phone, state)
        if self.phone.holds(state, self.condition):
            return False
        if stuck and not any(self._is_dead(reach, state) for reach in stuck):
            return False
        return bool(stuck) or self.is_stuck(state)

    def _is_dead(self, reach: Reach, state: PhoneState) -> bool:
        terrain, dead = reach.terrain, set(reach.dead)
        settled = terrain.settled(state)
        found = (
            terrain.key(terrain.projection.trimmed(settled, focus), focus)
            for focus in self._focuses(terrain, state)
        )
        return any(key in dead for key in found)

    # --- tested, not proved ------------------------------------------------------------------

    def wander(self, seed: int, walks: int = WALKS, steps: int = STEPS) -> Story | None:
        """Walk at random and ask for the way again and again; answer the walk after which there is none."""
        chance = random.Random(seed)
        router = Router(self.phone, self._lesson)
        for _ in range(walks):
            state, story = self.start, []
            for step in range(chance.randrange(1, steps)):
                if not self.beyond and self.phone.holds(state, self.condition):
                    break
                tried = self.any_thing(state, chance)
                story.append(tried)
                state = tried.made(self.phone, state)
                if step % 5 == 4 and self._no_way(router, state):
                    return tuple(story)
            if self._no_way(router, state):
                return tuple(story)
        return None

    def _no_way(self, router: Router, state: PhoneState) -> bool:
        try:
            router.route(state, self.condition)
        except NoWay:
            return self.is_stuck(state)
        return False

    def any_thing(self, state: PhoneState, chance: random.Random) -> Tried:
        """Answer something that may happen now, drawn by chance; a timer may run out too."""
        if state.timers and chance.random() < 0.2:
            return Tried(None, chance.choice(state.timers))
        actions = [action for action in self.phone.actions(state) if action.do not in _TYPING]
        return Tried(chance.choice(actions))
