"""What is due: the step whose words fit, and the one touch that comes next.

The route gives the next action. Where the author wrote words for another touch that is
just as near, that touch is preferred, so that voice and ring agree. A text is taken apart
into its keys as soon as the keyboard is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Step
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.teaching.gates import GateKind, fits, on_path, touched
from elder_tutor.lessons.teaching.stages import LED, Stage
from elder_tutor.lessons.teaching.ways import FAR, Way, Ways, remember
from elder_tutor.lessons.teaching.writing import Field, field_of, is_free, left, next_touch
from elder_tutor.lessons.view import Action, Do

Stretch = tuple[int, ...]
KEYS = frozenset({Do.KEY, Do.DELETE, Do.DONE, Do.LAYER})
OWN_KEYS = frozenset({Do.BACK.value, Do.HOME.value})
"""The phone's own, under every screen."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next touch. ``step`` is the index of its step, ``authored`` tells whose words fit.

    ``optional`` marks a touch that may as well be left out; ``length`` is how many
    actions the gate is away, ``letters`` how many keys the field in front still needs.
    """

    step: int
    action: Action | None
    authored: bool = False
    optional: bool = False
    length: int = 0
    letters: int = 0
    field: Field | None = None
    gate: int = -1
    text: str = ""
    """What may be written in the field that is to be opened; "" where only one text is right."""


class Leads:
    """Answer what is due in a state of the phone."""

    def __init__(self, ways: Ways, stage: Stage) -> None:
        self._ways = ways
        self._phone: Phone = ways.phone
        self._steps = ways.lesson.steps
        self._stage = stage
        self._known: dict[tuple[PhoneState, frozenset[int], frozenset[int]], Due] = {}
        self._stretches: dict[int, Stretch] = {}

    def due(self, state: PhoneState, done: frozenset[int], skipped: frozenset[int] = frozenset()) -> Due:
        """Answer the step and the touch that are due; no touch when the gates are all behind.

        ``skipped`` are the optional steps that were left out.
        """
        # What was due before a touch was found after the one before: each state is looked at once.
        key = (state, done, skipped)
        found = self._known.get(key)
        if found is None:
            found = self._due(state, done, skipped)
            remember(self._known, key, found)
        return found

    def _due(self, state: PhoneState, done: frozenset[int], skipped: frozenset[int]) -> Due:
        place = self._ways.gate(done)
        last = max(len(self._steps) - 1, 0)
        if place is None:
            return Due(last, None)
        gate = self._ways.gates[place]
        way = self._ways.way(state, done)
        if way is None:
            return Due(gate.step, Action(Do.BACK), length=FAR, gate=place)
        if not way:  # a task that is done already, and may be undone
            return Due(gate.step, None, gate=place)
        if gate.kind is GateKind.OPINION:
            return Due(gate.step, way[0], authored=True, length=1, gate=place)
        stretch = self._stretch(place)
        way = self._preferred(state, done, way, stretch)
        step, ahead = self._heading(way, stretch, self._here(state, stretch, gate.step))
        optional = None if way[0].do in KEYS else self._optional(state, stretch, step, skipped)
        if optional is not None:
            write = self._write(state, optional)
            return self._led(state, Due(optional, write, True, True, len(way), gate=place))
        return self._led(state, Due(step, way[0], ahead == 0, False, len(way), gate=place))

    def _stretch(self, place: int) -> Stretch:
        """Answer the places of the steps that lead to a gate, on the path that is asked for."""
        if place in self._stretches:
            return self._stretches[place]
        gates = self._ways.gates
        first = gates[place - 1].step + 1 if place else 0
        last = min(gates[place].step + 1, len(self._steps))
        stretch = range(min(first, gates[place].step), last)
        on = tuple(step for step in stretch if on_path(self._steps[step], self._ways.ask))
        self._stretches[place] = on
        return on

    def _heading(self, way: Way, stretch: Stretch, otherwise: int) -> tuple[int, int]:
        """Answer the first step the way leads to, and after how many actions."""
        for ahead, action in enumerate(way):
            for step in stretch:
                if fits(self._steps[step], action):
                    return step, ahead
        return otherwise, -1

    def _here(self, state: PhoneState, stretch: Stretch, otherwise: int) -> int:
        """Answer the last step that belongs to the screen in front."""
        places = (place for place in reversed(stretch) if self._in_front(state, self._steps[place].touch))
        return next(places, otherwise)

    def _preferred(self, state: PhoneState, done: frozenset[int], way: Way, stretch: Stretch) -> Way:
        """Answer a way as near that begins with the touch an author named first."""
        fitting = [self._steps[place] for place in stretch if fits(self._steps[place], way[0])]
        if self._ways.lesson.ask and any(len(step.touch) > 1 for step in fitting):
            return self._asked_for(state, done, way, fitting)
        if any(step.touch[0] == touched(way[0]) for step in fitting):
            return way
        steps = fitting or [self._steps[place] for place in stretch]
        for element in (name for step in steps for name in step.touch if self._can_be(state, name)):
            for action in self._phone.actions(state):
                if touched(action) != element or not any(fits(step, action) for step in steps):
                    continue
                after, _ = self._phone.apply(state, action)
                passed = self._ways.passed(after, done, action)
                if len(way) == 1 and passed > done:  # the way after it is the next gate's
                    return (action,)
                rest = self._ways.way(after, passed)
                if after != state and rest is not None and len(rest) < len(way):
                    return (action, *rest)
        return way

    def _asked_for(self, state: PhoneState, done: frozenset[int], way: Way, fitting: list[Step]) -> Way:
        """Answer, where the words leave a choice, the touch that what is asked for needs."""
        best, best_at = way, self._asked_at(state, done, way[0], fitting)
        for action in self._phone.actions(state):
            if action == way[0] or not any(fits(step, action) for step in fitting):
                continue
            after, _ = self._phone.apply(state, action)
            rest = self._ways.way(after, self._ways.passed(after, done, action))
            at = self._asked_at(state, done, action, fitting)
            if after != state and rest is not None and len(rest) < len(way) and at < best_at:
                best, best_at = (action, *rest), at
        return best

    def _asked_at(
        self, state: PhoneState, done: frozenset[int], action: Action, fitting: list[Step]
    ) -> tuple[int, int]:
        after, _ = self._phone.apply(state, action)
        names = [name for step in fitting for name in step.touch]
        place = names.index(touched(action)) if touched(action) in names else len(names)
        return self._ways.length_asked(after, done), place

    def _optional(
        self, state: PhoneState, stretch: Stretch, heading: int, skipped: frozenset[int]
    ) -> int | None:
        if self._stage not in LED:
            return None
        for place in stretch:
            step = self._steps[place]
            if step.optional and place < heading and self._in_front(state, step.touch):
                field = step.touch[0]
                if state.tray is not None and state.tray.field == field:
                    return place
                if place not in skipped and self._phone.text_class(state, self._phone.var_of(field)) == EMPTY:
                    return place
        return None

    def _write(self, state: PhoneState, step: int) -> Action:
        field = self._steps[step].touch[0]
        return Action(Do.WRITE, field, text=self._phone.sample(field, state))

    def _can_be(self, state: PhoneState, element: str) -> bool:
        """Tell whether an element is in front; the phone's own keys always are."""
        return element in OWN_KEYS or self._in_front(state, (element,))

    def _in_front(self, state: PhoneState, touch: Iterable[str]) -> bool:
        screen = self._phone.screen(state)
        return bool(screen) and any(self._phone.screen_of(element) == screen for element in touch)

    def _led(self, state: PhoneState, due: Due) -> Due:
        """Take a text apart into the keys of the open keyboard."""
        action = due.action
        if action is None or self._stage is Stage.WATCH or action.do in KEYS:
            return due
        writes = action.do is Do.WRITE
        wanted = action.text if writes and self._same_field(state, action) else ""
        field = field_of(self._phone, state, wanted, due.optional)
        if field is None:
            if not writes:
                return due
            focus = Action(Do.TAP, action.element)
            there = len(self._phone.letters(state, self._phone.var_of(action.element)))
            example = action.text if is_free(self._phone, action.element, action.text) else ""
            return replace(due, action=focus, letters=len(action.text) + there + 2, text=example)
        key = next_touch(field)
        told = next((step for step in self._stretch(due.gate) if fits(self._steps[step], key)), None)
        step = due.step if told is None else told
        return replace(
            due, step=step, action=key, authored=told is not None, letters=left(field), field=field
        )

    def _same_field(self, state: PhoneState, action: Action) -> bool:
        return state.tray is not None and state.tray.field == action.element
