"""The way from the phone's present state through the gates of a stage.

``router`` leads to a condition; a gate may also be a touch that must be made once, or
a question of the panel. What a touch gate adds: it is woven into the way to the next
condition when that way passes its element, so that nobody is sent there and back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.keyboard import layer_of
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import KINDS, Behaviour, Lesson, Step, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import AllOf, Condition, Not, OnScreen
from elder_tutor.lessons.teaching.gates import Gate, GateKind, asks, fits
from elder_tutor.lessons.view import Action, Do, OutcomeKind, ScreenView

FAR = 10_000
"""The length of a way that does not exist."""
KEY, LAYER, SIDE = "key.", "key.layer.", "side."
_KEYS = frozenset({Do.KEY, Do.DELETE, Do.LAYER})
_REMEMBERED = 128
_MOST_CORNERS = 12

Way = tuple[Action, ...]
K = TypeVar("K")
V = TypeVar("V")


class Ways:
    """Find and remember ways; the answers depend on the arguments alone."""

    def __init__(
        self, phone: Phone, router: Router, lesson: Lesson, gates: tuple[Gate, ...], ask: Mapping[str, Value]
    ) -> None:
        self.phone = phone
        self.lesson = lesson
        self.gates = gates
        self.ask = ask
        self._router = router
        self._ways: dict[tuple[PhoneState, int], Way | None] = {}
        self._views: dict[PhoneState, ScreenView] = {}
        icons = (Action(Do.TAP, f"{HOME}.{app}") for app in lesson.apps)
        self._ways_up = (Action(Do.BACK), Action(Do.HOME), *icons)
        self._before_touch: dict[str, Condition | None] = {}

    def gate(self, done: frozenset[int]) -> int | None:
        """Answer the first gate that is not behind, or None when all are."""
        return next((place for place in range(len(self.gates)) if place not in done), None)

    def view(self, state: PhoneState) -> ScreenView:
        """Answer what stands on the phone's screen."""
        seen = self._views.get(state)
        if seen is None:
            seen = self.phone.view(state)
            remember(self._views, state, seen)
        return seen

    def way(self, state: PhoneState, done: frozenset[int]) -> Way | None:
        """Answer the actions to the next gate, the last one passing it; () at the end, None without a way."""
        place = self.gate(done)
        if place is None:
            return ()
        key = (state, place)
        if key not in self._ways:
            remember(self._ways, key, self._find(state, place))
        return self._ways[key]

    def length(self, state: PhoneState, done: frozenset[int]) -> int:
        """Answer how many actions the next gate is away; FAR without a way."""
        way = self.way(state, done)
        return FAR if way is None else len(way)

    def length_asked(self, state: PhoneState, done: frozenset[int]) -> int:
        """Answer how far it is to the next condition that depends on what is asked for; 0 without one."""
        for place, gate in enumerate(self.gates):
            if place not in done and gate.condition is not None and asks(gate.condition):
                way = self._route(state, gate.condition)
                return FAR if way is None else len(way)
        return 0

    def touch(self, state: PhoneState, step: Step) -> Action | None:
        """Answer the step's own touch if it can be made now and is not refused."""
        if not any(self._in_front(state, element) for element in step.touch):
            return None
        for action in self.phone.actions(state):
            if fits(step, action) and self._works(state, action):
                return action
        return None

    def passed(
        self, state: PhoneState, done: frozenset[int], action: Action | None = None, worked: bool = True
    ) -> frozenset[int]:
        """Answer the gates behind after an action led to this state."""
        if action is not None and worked:
            done = done | self._touched(done, action)
        while (place := self.gate(done)) is not None:
            gate = self.gates[place]
            if gate.kind is not GateKind.UNTIL or gate.condition is None:
                if gate.kind is GateKind.MUST and self._out_of_reach(state, done, place):
                    done = done | {place}
                    continue
                return done
            if not self.phone.holds(state, gate.condition, self.ask):
                return done
            done = done | {place}
        return done

    def _touched(self, done: frozenset[int], action: Action) -> frozenset[int]:
        # A touch that a later gate asks for counts as soon as it is made, up to the next condition.
        found: set[int] = set()
        for place, gate in enumerate(self.gates):
            if place in done:
                continue
            if gate.kind is not GateKind.MUST:
                break
            if fits(self.lesson.steps[gate.step], action):
                found.add(place)
        return frozenset(found)

    def _out_of_reach(self, state: PhoneState, done: frozenset[int], place: int) -> bool:
        # Reading a receipt once more is never worth booking once more: such a touch is let go.
        way = self.way(state, done)
        if way is None:
            return True
        if any(gate.kind is not GateKind.MUST for gate in self.gates[place:]):
            return False
        return len(way) > 1 and self._lasts(state, way)

    def _lasts(self, state: PhoneState, way: Way) -> bool:
        for action in way:
            state, outcomes = self.phone.apply(state, action)
            if any(outcome.kind is OutcomeKind.ADDED for outcome in outcomes):
                return True
        return False

    def _find(self, state: PhoneState, place: int) -> Way | None:
        gate = self.gates[place]
        step = self.lesson.steps[gate.step]
        match gate.kind:
            case GateKind.OPINION:
                return (Action(Do.DECIDE, step.id, step.opinion.answer if step.opinion else ""),)
            case GateKind.MUST:
                return self._woven(state, place, step) or self._straight(state, step)
        return self._route(state, gate.condition) if gate.condition is not None else ()

    def _woven(self, state: PhoneState, place: int, step: Step) -> Way | None:
        ahead = next((gate for gate in self.gates[place:] if gate.kind is not GateKind.MUST), None)
        if ahead is None or ahead.condition is None:
            return None
        way = self._route(state, ahead.condition)
        if way is None:
            return None
        for length in range(len(way) + 1):
            touch = self.touch(state, step)
            if touch is not None:
                return (*way[:length], touch)
            if length < len(way):
                state, _ = self.phone.apply(state, way[length])
        return None

    def _straight(self, state: PhoneState, step: Step) -> Way | None:
        best: Way | None = self._keyed(state, step)
        for element in step.touch:
            condition = self._before(element)
            way = self._route(state, condition) if condition is not None else None
            if way is None:
                continue
            there = state
            for action in way:
                there, _ = self.phone.apply(there, action)
            touch = self.touch(there, step)
            if touch is not None and (best is None or len(way) < len(best) - 1):
                best = (*way, touch)
        return best

    def _keyed(self, state: PhoneState, step: Step) -> Way | None:
        """Answer the way to a key of the keyboard: a field of the lesson, its keyboard, perhaps a layer."""
        name = next((each for each in step.touch if each.startswith(KEY)), "")
        if not name:
            return None
        if state.tray is None:
            field = self._field_near(step)
            way = self._straight(state, Step(step.id, (), touch=(field,))) if field else None
            if way is None:
                return None
        else:
            way = ()
        there = state
        for action in way:
            there, _ = self.phone.apply(there, action)
        return (*way, *self._on_tray(there, step, name)) or None

    def _on_tray(self, state: PhoneState, step: Step, name: str) -> Way:
        touch = self.touch(state, step)
        if touch is not None:
            return (touch,)
        before = self._before_key(state, name)
        there, _ = self.phone.apply(state, before)
        touch = self.touch(there, step)
        return (before, touch) if touch is not None else ()

    def _before_key(self, state: PhoneState, name: str) -> Action:
        """Answer what makes a key do something: a letter to be deleted, another layer."""
        if name == "key.delete":
            field = state.tray.field if state.tray else ""
            return Action(Do.KEY, text=self.phone.sample(field, state)[:1])
        if name.startswith(LAYER):
            return Action(Do.LAYER, text="123" if name == f"{LAYER}ar" else "ar")
        return Action(Do.LAYER, text=layer_of(name.removeprefix(KEY)))

    def _field_near(self, step: Step) -> str:
        """Answer the field that the lesson writes in: of the steps before this one, else after it."""
        steps = self.lesson.steps
        place = steps.index(step)
        near = (*reversed(steps[:place]), *steps[place:])
        names = (name for each in near for name in each.touch)
        return next((name for name in names if self._is_field(name)), "")

    def _is_field(self, name: str) -> bool:
        found = self.phone.element(name)
        return found is not None and KINDS[found.kind] is Behaviour.WRITE and found.kind != "microphone"

    def _before(self, element: str) -> Condition | None:
        """Answer when an element can be touched; always the same value, so that its table is found again."""
        if element not in self._before_touch:
            found = self.phone.element(element)
            guards = tuple(each for each in (found.show_if, found.on_if) if each is not None) if found else ()
            screen = OnScreen(self.phone.screen_of(element))
            before = AllOf((screen, *guards)) if found else self._before_shell(element)
            self._before_touch[element] = before
        return self._before_touch[element]

    def _before_shell(self, element: str) -> Condition | None:
        """Answer when something of the phone itself can be touched: an icon at home, a side key always."""
        if element.startswith(f"{HOME}."):
            return OnScreen(HOME)
        if element in (Do.BACK, Do.HOME):
            return Not(OnScreen(HOME))
        return AllOf(()) if element.startswith(SIDE) else None

    def _route(self, state: PhoneState, condition: Condition) -> Way | None:
        try:
            return tuple(self._router.route(state, condition))
        except NoWay:
            return self._way_out(state, condition)

    def _way_out(self, state: PhoneState, condition: Condition) -> Way | None:
        """Look for a way from where back, home and the lesson's apps lead, out of a corner without one."""
        ways: dict[PhoneState, Way] = {state: ()}
        for here in _growing(ways):
            try:
                # A table of its own: what was learnt in the corner may be what is wrong.
                router = Router(self.phone, self.lesson, self.ask)
                return (*ways[here], *router.route(here, condition))
            except NoWay:
                for action in self._ways_up:
                    there, _ = self.phone.apply(here, action)
                    if there not in ways and len(ways) < _MOST_CORNERS:
                        ways[there] = (*ways[here], action)
        return None

    def _in_front(self, state: PhoneState, element: str) -> bool:
        screen = self.phone.screen_of(element)
        return not screen or screen == self.phone.screen(state)  # the shell's own are everywhere

    def _works(self, state: PhoneState, action: Action) -> bool:
        _, outcomes = self.phone.apply(state, action)
        kinds = {outcome.kind for outcome in outcomes}
        if OutcomeKind.STOPPED in kinds or (OutcomeKind.NOTHING in kinds and action.do in _KEYS):
            return False
        return not closed(self.view(state), action)


def closed(view: ScreenView, action: Action) -> bool:
    """Tell whether an action is on something that stands there but is not open."""
    for element in view.elements:
        if element.id == action.element:
            if not element.enabled:
                return True
            return any(row.id == action.row and not row.open for row in element.rows)
    return False


def _growing(ways: dict[PhoneState, Way]) -> Iterator[PhoneState]:
    """Answer each state, also those that are added meanwhile."""
    place = 0
    while place < len(ways):
        yield list(ways)[place]
        place += 1


def remember(kept: dict[K, V], key: K, value: V) -> None:
    """Keep a value; the oldest one is let go when there are too many."""
    if len(kept) >= _REMEMBERED:
        del kept[next(iter(kept))]
    kept[key] = value
