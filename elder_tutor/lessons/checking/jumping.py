"""Make jumps on the phone: from a state to every state that one of their ways may lead to."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator

from elder_tutor.lessons.checking.alikes import Alikes
from elder_tutor.lessons.checking.ground import Ground
from elder_tutor.lessons.checking.jumps import Jump, Op
from elder_tutor.lessons.device.assigning import assign
from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.effects import Run
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Held, PhoneState, Record
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.wayfinding.moves import EVERYWHERE, Move


class Jumping:
    """Do what jumps do, for all that the key of a state does not tell.

    ``apps`` are the apps of the cone, ``lists`` the lists that its key tells something of.
    """

    def __init__(
        self, phone: Phone, ground: Ground, alikes: Alikes, apps: Container[str], lists: Container[str]
    ) -> None:
        self._phone = phone
        self._ground = ground
        self._alikes = alikes
        self._apps = apps
        self._lists = lists
        self._told: dict[tuple[str, str], bool] = {}
        self._runs: dict[tuple[object, str], Run] = {}

    def after(self, jump: Jump, state: PhoneState, focus: Hashable) -> Iterator[PhoneState]:
        """Answer the states that a jump may lead to."""
        if jump.move is not None:
            state = self._brought(jump.move, state)
        for ops in jump.ways:
            states = [state]
            for op in ops:
                states = [after for here in states for after in self._done(op, here, focus)]
            yield from states

    def _brought(self, move: Move, state: PhoneState) -> PhoneState:
        """Answer the state with the screen of a touch in front."""
        if move.screen == EVERYWHERE:
            return state
        if move.screen == HOME:
            return state._replace(front="", under=())
        place = self._phone.atlas.at[move.app]
        app = state.apps[place]
        if app[0] == move.screen and state.front == move.app:
            return state
        apps = (*state.apps[:place], (move.screen, *app[1:]), *state.apps[place + 1 :])
        return state._replace(front=move.app, apps=apps)

    def _done(self, op: Op, state: PhoneState, focus: Hashable) -> Iterator[PhoneState]:
        atlas = self._phone.atlas
        if not op.pointer:
            scene = Scene(atlas, state, self._phone.seed)
            self._run(op)(scene)
            yield scene.state()
            return
        slot = atlas.slots[op.pointer]
        held = state.apps[slot.app][slot.at]
        told = not op.keep and self._is_told(op.pointer, state)
        each = (
            self._pointed_record(state, op.pointer, focus)
            if told
            else self._each_record(state, slot.var.records, focus)
        )
        for other, serial in each:
            scene = Scene(atlas, other, self._phone.seed)
            assign(scene, slot, serial) if op.keep else scene.put(slot, serial)
            if op.effect is not None:
                self._run(op)(scene)
            if not op.keep and scene.get(slot) == serial:
                scene.put(slot, held)
            yield scene.state()
        if op.keep:
            scene = Scene(atlas, state, self._phone.seed)
            assign(scene, slot, None)
            yield scene.state()

    def _is_told(self, pointer: str, state: PhoneState) -> bool:
        """Tell whether the key of a state says which record a variable points to."""
        slot = self._phone.atlas.slots[pointer]
        app = self._phone.atlas.apps[slot.app].id
        if app not in self._apps or (
            app not in self._phone.atlas.icons and app not in (state.front, *state.under)
        ):
            return False
        screen = self._ground.anchor(str(state.apps[slot.app][0]))
        known = self._told.get((pointer, screen))
        if known is None:
            known = self._told[pointer, screen] = pointer in self._ground.tells(app, screen)
        return known

    def _pointed_record(
        self, state: PhoneState, pointer: str, focus: Hashable
    ) -> Iterator[tuple[PhoneState, Held]]:
        slot = self._phone.atlas.slots[pointer]
        serial = state.apps[slot.app][slot.at]
        yield state, serial
        for other in self._alikes.of_open(state, pointer, focus):
            yield other, serial

    def _each_record(
        self, state: PhoneState, records: str, focus: Hashable
    ) -> Iterator[tuple[PhoneState, Held]]:
        """Answer states with the number of a record that a variable may point to there."""
        slot = self._phone.atlas.slots[records]
        held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        if records not in self._lists:
            return
        seen: set[Hashable] = set()
        for record in held:
            found = self._ground.class_of(records, record, focus)
            if found not in seen:
                seen.add(found)
                for guise in self._ground.guises(records, record, focus):
                    yield self._alikes.put(state, records, guise), record[0]
        for record in self._ground.hidden(state, records):
            yield self._alikes.put(state, records, (state.serial, *record[1:])), state.serial

    def _run(self, op: Op) -> Run:
        known = (op.effect, op.app)
        if known not in self._runs:
            effects = (op.effect,) if op.effect is not None else ()
            self._runs[known] = self._phone.maker.run(effects, op.app)
        return self._runs[known]
