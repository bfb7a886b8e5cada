"""States of one key: the same but for what the key does not tell of the records in their lists."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from elder_tutor.lessons.checking.ground import Ground
from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.state import PhoneState, Record


class Alikes:
    """Find the states that a state stands for."""

    def __init__(self, atlas: Atlas, ground: Ground) -> None:
        self._atlas = atlas
        self._ground = ground

    def of_list(self, state: PhoneState, records: str, focus: Hashable) -> Iterator[PhoneState]:
        """Answer states of the same key whose list differs in what the key does not tell."""
        slot = self._atlas.slots[records]
        held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        for record in self._ground.hidden(state, records):
            yield self.put(state, records, (state.serial, *record[1:]))
        for record in held:
            for guise in self._ground.guises(records, record, focus):
                if guise != record:
                    yield self.put(state, records, guise)

    def of_open(self, state: PhoneState, pointer: str, focus: Hashable) -> Iterator[PhoneState]:
        """Answer states of the same key in which an open record is another one of its class."""
        slot = self._atlas.slots[pointer]
        held = state.apps[slot.app][slot.at]
        record = self.record(state, slot.var.records, str(held)) if held is not None else None
        if record is not None:
            for guise in self._ground.guises(slot.var.records, record, focus):
                if guise != record:
                    yield self.put(state, slot.var.records, guise)

    def record(self, state: PhoneState, records: str, serial: str) -> Record | None:
        """Answer the record of a number, if the list has it."""
        slot = self._atlas.slots[records]
        held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        return next((record for record in held if str(record[0]) == serial), None)

    def put(self, state: PhoneState, records: str, record: Record) -> PhoneState:
        """Answer a state with a record in the place of the one of its number, or added."""
        slot = self._atlas.slots[records]
        app = state.apps[slot.app]
        held: tuple[Record, ...] = app[slot.at]  # type: ignore[assignment]
        if any(each[0] == record[0] for each in held):
            rest = tuple(record if each[0] == record[0] else each for each in held)
        else:
            rest = (*held, record)
        app = (*app[: slot.at], rest, *app[slot.at + 1 :])
        apps = (*state.apps[: slot.app], app, *state.apps[slot.app + 1 :])
        return state._replace(apps=apps, serial=max(state.serial, int(record[0] or 0) + 1))
