"""The route table of one gate: the projected graph, walked forwards, then cheapest-first backwards.

Every step forwards is made by the phone's own ``apply``; there is no second meaning of
an action. What lasts (add, remove, change, send) costs 20, so that the advisable way
never books a wrong visit because that is shorter than going back (FORMAT 2).
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from elder_tutor.lessons.device.assigning import sample
from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.conditions import Test, compile_test
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.parts import Part, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Add, Change, Remove, Say, Stop
from elder_tutor.lessons.view import Action, Do
from elder_tutor.lessons.wayfinding.moves import EVERYWHERE, Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Key, Projection
from elder_tutor.lessons.wayfinding.sources import field

LASTING = 20
"""The cost of an action that lasts; any other costs 1."""
GESTURE = 3
"""The cost of a long press or a swipe: where a tap or two lead there too, they are advised."""
MOST_NODES = 8_000
BACK, TO_HOME = Action(Do.BACK), Action(Do.HOME)


class Step(NamedTuple):
    """The best move from a node: an action, the colour its row must have, the next node, the cost left."""

    action: Action
    colour: Hashable
    next: Key | None
    cost: int


class Touch(NamedTuple):
    """One move that can be made in a state."""

    action: Action
    colour: Hashable
    cost: int
    lasts: bool


Entry = tuple[Key, PhoneState, Hashable]
Reached = Callable[[PhoneState, Hashable], bool]


class Graph:
    """Nodes by key, grown where they are needed; ``steps`` tells the way from each that has one."""

    def __init__(self, phone: Phone, needs: Needs, projection: Projection, reached: Reached) -> None:
        self.phone = phone
        self.needs = needs
        self.projection = projection
        self._reached = reached
        self.steps: dict[Key, Step] = {}
        self._edges: dict[Key, list[tuple[Key, Touch]]] = {}
        self._goals: dict[Key, PhoneState] = {}
        self._frontier: dict[Key, tuple[PhoneState, Hashable]] = {}
        self._icons: dict[str, Test] = {}
        self._by_screen: dict[str, list[tuple[Move, Part | None, int, bool]]] = {}
        for move in needs.moves.values():
            part = phone.parts.by_id.get(move.element.id)
            usual = GESTURE if move.do in (Do.HOLD, Do.SWIPE) else 1
            cost = LASTING if move.lasts or self._changes(move) else usual
            entry = (move, part, cost, self._adds(move))
            self._by_screen.setdefault(move.screen, []).append(entry)

    @property
    def nodes(self) -> int:
        """Answer how many nodes were opened."""
        return len(self._edges) + len(self._goals)

    def _adds(self, move: Move) -> bool:
        listed = (flat.effect for flat in move.effects if isinstance(flat.effect, Add | Remove))
        atlas = self.phone.atlas
        names = (e.records if isinstance(e, Add) else atlas.slots[e.record].var.records for e in listed)
        return any(name in self.needs.lists for name in names)

    def _changes(self, move: Move) -> bool:
        for flat in move.effects:
            if isinstance(flat.effect, Change):
                slot = self.phone.atlas.slots.get(flat.effect.record)
                listed = slot.var.records if slot else ""
                if any(field(listed, name) in self.needs.sources for name, _ in flat.effect.fields):
                    return True
        return False

    # --- growing ---------------------------------------------------------------------

    def grow(self, state: PhoneState, focus: Hashable = None) -> None:
        """Open what can be reached from a state by needed moves that do not last."""
        start = self.kept(bare(state))
        self._run([(self.projection.key(start, focus), start, focus)])

    def deepen(self) -> bool:
        """Go on from where growing stopped, one lasting move further; False when there is nothing left."""
        if not self._frontier or self.nodes >= MOST_NODES:
            return False
        seeds = [(key, state, focus) for key, (state, focus) in self._frontier.items()]
        self._frontier = {}
        self._run(seeds)
        return True

    def _run(self, seeds: list[Entry]) -> None:
        waiting = deque(seeds)
        while waiting and self.nodes < MOST_NODES:
            key, here, focus = waiting.popleft()
            if key in self._edges or key in self._goals:
                continue
            if self._reached(here, focus):
                self._goals[key] = here
                continue
            self._frontier.pop(key, None)
            edges = self._edges[key] = []
            for touch in self.touches(here, focus):
                there = self.kept(bare(self.phone.apply(here, touch.action)[0]))
                next_key = self.projection.key(there, focus)
                if next_key != key:
                    edges.append((next_key, touch))
                    if not touch.lasts:
                        waiting.append((next_key, there, focus))
                    else:
                        self._later(next_key, there, focus)
        for left in waiting:
            self._later(*left)
        self._walk_back()

    def _later(self, key: Key, state: PhoneState, focus: Hashable) -> None:
        """Leave a node for when it is needed, but see whether the gate is reached there."""
        if key not in self._edges and key not in self._goals:
            if self._reached(state, focus):
                self._goals[key] = state
            else:
                self._frontier[key] = (state, focus)

    def kept(self, state: PhoneState) -> PhoneState:
        """Answer the state a node stands for: on a screen aside, the one that going back leads to.

        Its key is the same; but the touches of a node are looked for on its screen.
        """
        ground = self.projection
        if ground.only and state.front != ground.only:
            return self._anchored(state._replace(front=ground.only, under=()))
        return self._anchored(self._uncovered(state))

    def _uncovered(self, state: PhoneState) -> PhoneState:
        front, under = self.projection.uncovered(state)
        if front and front not in self.projection.apps and not self.needs.home:
            return state._replace(front="", under=())  # an app that does not matter is as good as home
        return state if front == state.front else state._replace(front=front, under=under)

    def _anchored(self, state: PhoneState) -> PhoneState:
        while state.front in self.projection.apps and self.phone.screen(state) not in self.projection.screens:
            before = state
            state = self._uncovered(self.phone.apply(state, BACK)[0])
            if state == before:
                break
        return state

    def _walk_back(self) -> None:
        before: dict[Key, list[tuple[Key, Touch]]] = {}
        for key, edges in self._edges.items():
            for next_key, touch in edges:
                before.setdefault(next_key, []).append((key, touch))
        self.steps = {}
        order = 0
        heap: list[tuple[int, int, Key, Step | None]] = [
            (0, n, key, None) for n, key in enumerate(self._goals)
        ]
        order = len(heap)
        heapq.heapify(heap)
        done: set[Key] = set()
        while heap:
            cost, _, key, step = heapq.heappop(heap)
            if key in done:
                continue
            done.add(key)
            if step is not None:
                self.steps[key] = step
            for earlier, touch in before.get(key, ()):
                if earlier not in done:
                    order += 1
                    total = cost + touch.cost
                    heapq.heappush(
                        heap, (total, order, earlier, Step(touch.action, touch.colour, key, total))
                    )

    # --- moves -----------------------------------------------------------------------

    def touches(self, state: PhoneState, focus: Hashable) -> Iterator[Touch]:
        """Answer the needed moves of a state, one per colour of row and class of text."""
        apps = self.projection.apps
        if not state.front:
            yield from self._from_home(state)
            return
        if state.front not in apps:
            yield Touch(TO_HOME, None, 1, False)
            return
        screen = self.phone.screen(state)
        if screen in self.projection.screens:
            scene = Scene(self.phone.atlas, state, self.phone.seed)
            for move, part, cost, lasts in self._by_screen.get(screen, ()):
                if part is not None and part.is_shown(scene):
                    for action, colour in self.actions(move, part, scene, state, focus):
                        yield Touch(action, colour, cost, lasts)
        yield from self._anywhere()
        yield Touch(BACK, None, 1, False)
        if not self.projection.only:
            yield Touch(TO_HOME, None, 1, False)

    def _from_home(self, state: PhoneState) -> Iterator[Touch]:
        own = {
            (move.element.id, move.do): (cost, lasts)
            for move, _, cost, lasts in self._by_screen.get(HOME, ())
        }
        wanted = dict.fromkeys(
            (f"{HOME}.{app}", Do.TAP) for app in self.phone.atlas.icons if app in self.projection.apps
        )
        scene = Scene(self.phone.atlas, state, self.phone.seed)
        for name, do in {**wanted, **dict.fromkeys(own)}:
            if self._icon_shows(name.partition(".")[2], scene):
                cost, lasts = own.get((name, do), (1, False))
                yield Touch(Action(do, name), None, cost, lasts)
        yield from self._anywhere()

    def _icon_shows(self, app: str, scene: Scene) -> bool:
        icon_if = self.phone.atlas.apps[self.phone.atlas.at[app]].icon_if
        if icon_if is None:
            return True
        if app not in self._icons:
            self._icons[app] = compile_test(self.phone.atlas, icon_if)
        return self._icons[app](scene)

    def _anywhere(self) -> Iterator[Touch]:
        for move, _, cost, lasts in self._by_screen.get(EVERYWHERE, ()):
            yield Touch(Action(move.do, move.element.id), None, cost, lasts)

    def actions(
        self, move: Move, part: Part, scene: Scene, state: PhoneState, focus: Hashable
    ) -> Iterator[tuple[Action, Hashable]]:
        """Answer what can be done with one element, one action per colour of row and class of text."""
        name = move.element.id
        if not part.is_enabled(scene) and all(isinstance(flat.effect, Say | Stop) for flat in move.refused):
            return
        if part.rows is not None:
            yield from self._picks(move, part, scene, state, focus)
        elif move.do is Do.WRITE:
            yield from (
                (Action(Do.WRITE, name, text=letters), written) for written, letters in _texts(part, scene)
            )
        elif move.do is Do.SET:
            cuts = self.needs.cuts.get(move.element.var, set())
            most = part.slot.var.most if part.slot else 0
            levels = sorted({level for cut in cuts for level in (cut - 1, cut) if 0 <= level <= most})
            yield from ((Action(Do.SET, name, level=level), None) for level in levels)
        else:
            yield Action(move.do, name), None

    def _picks(
        self, move: Move, part: Part, scene: Scene, state: PhoneState, focus: Hashable
    ) -> Iterator[tuple[Action, Hashable]]:
        seen: dict[Hashable, str] = {}
        late: dict[Hashable, str] = {}
        for row in offered(part, scene):
            if part.is_open(scene):
                # A day that has passed stands for its colour only when no coming day can.
                past = isinstance(scene.row, dict) and scene.row.get("past") is True
                (late if past else seen).setdefault(self.row_colour(part, row, state, focus), row)
        for colour, row in {**late, **seen}.items():
            yield Action(move.do, move.element.id, row=row), colour

    def row_colour(self, part: Part, row: str, state: PhoneState, focus: Hashable) -> Hashable:
        """Answer what the route may know of a row that an element offers."""
        rows = part.rows
        return self.projection.row_colour((rows.table, rows.records), row, state, focus) if rows else None

    # --- asking ----------------------------------------------------------------------

    def concrete(self, step: Step, state: PhoneState, focus: Hashable) -> Action | None:
        """Answer a step's action with what is really on the screen; None when it cannot be made here."""
        action = step.action
        if action.row:
            return self._row_like(step, state, focus)
        if action.do is Do.WRITE and action.text:
            return self._text_like(action, str(step.colour), state)
        return action

    def _row_like(self, step: Step, state: PhoneState, focus: Hashable) -> Action | None:
        """Answer a pick of the step's colour, best of one that leads where the step should."""
        part = self.phone.parts.by_id[step.action.element]
        scene = Scene(self.phone.atlas, state, self.phone.seed)
        rows = [row for row in offered(part, scene) if part.is_open(scene)]
        like = [row for row in rows if self.row_colour(part, row, state, focus) == step.colour]
        like.sort(key=lambda row: row != step.action.row)
        for row in like if step.next is not None else like[:1]:
            action = Action(step.action.do, part.element.id, row=row)
            there = bare(self.phone.apply(state, action)[0])
            if (
                len(like) == 1
                or self.projection.key(there, focus) == step.next
                or self._reached(there, focus)
            ):
                return action
        return Action(step.action.do, part.element.id, row=like[0]) if like else None

    def _text_like(self, action: Action, class_name: str, state: PhoneState) -> Action:
        # The sample of a code belongs to the code of this state, not to the one the table was made with.
        return Action(Do.WRITE, action.element, text=self.phone.sample(action.element, state, class_name))


def _texts(part: Part, scene: Scene) -> Iterator[tuple[str, str]]:
    """Answer (class, sample) of what can be written in a field, but for what stands in it."""
    slot = part.slot
    if slot is None or slot.var.kind is not VarKind.TEXT:
        return
    held = scene.get(slot)
    for each in slot.var.classes:
        letters = sample(scene, slot, each.name)[: part.most_letters]
        if letters and held != each.name:
            yield each.name, letters
    if held != EMPTY:
        yield EMPTY, ""


def bare(state: PhoneState) -> PhoneState:
    """Answer a state without what no way depends on."""
    if state.notices or state.tray is not None or state.page or state.toast is not None:
        return state._replace(notices=(), tray=None, page=0, toast=None)
    return state
