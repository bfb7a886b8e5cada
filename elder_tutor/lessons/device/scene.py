"""A phone state laid open for one action: what conditions read and effects change."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import cast

from elder_tutor.lessons.device.atlas import Atlas, Slot
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.state import AppState, Held, Notice, PhoneState, Record, Tray, Written
from elder_tutor.lessons.model import NOTHING, Value, VarKind
from elder_tutor.lessons.view import Outcome

MOST_RECORDS = 60
"""How many records a list without a limit of its own keeps."""
MOST_NOTICES = 6


class Scene:
    """The one mutable value of the phone; it lives as long as a single action."""

    __slots__ = (
        "app", "apps", "arg", "ask", "atlas", "came", "depth", "drawn", "front", "letters", "made",
        "notices", "outcomes", "page", "record", "row", "seed", "serial", "timers", "toast", "tray", "under",
    )  # fmt: skip

    def __init__(
        self, atlas: Atlas, state: PhoneState, seed: int = 0, ask: Mapping[str, Value] = NOTHING
    ) -> None:
        self.atlas = atlas
        self.front = state.front
        self.apps: MutableSequence[AppState] = list(state.apps)
        self.letters = state.letters
        self.notices = state.notices
        self.tray: Tray | None = state.tray
        self.serial = state.serial
        self.drawn = state.drawn
        self.timers = state.timers
        self.under = state.under
        self.page = state.page
        self.toast = state.toast
        self.came: list[str] = []
        self.seed = seed
        self.ask = ask
        self.arg: Mapping[str, Value] = NOTHING
        self.row: Mapping[str, Cell] | Record | None = None
        self.record: Record | None = None
        self.made: dict[str, int] = {}
        self.outcomes: list[Outcome] = []
        self.depth = 0
        self.app = state.front

    def state(self) -> PhoneState:
        """Answer the state this scene has come to."""
        return PhoneState(
            self.front,
            tuple(self.apps),
            self.letters,
            self.notices,
            self.tray,
            self.serial,
            self.drawn,
            self.timers,
            self.under,
            self.page,
            self.toast,
        )

    # --- reading -----------------------------------------------------------------

    def get(self, slot: Slot) -> Held:
        """Answer what a slot holds."""
        return self.apps[slot.app][slot.at]

    def records(self, slot: Slot) -> tuple[Record, ...]:
        """Answer the records of a list."""
        return cast("tuple[Record, ...]", self.apps[slot.app][slot.at])

    def written(self, var: str) -> Written:
        """Answer the letters of a text variable."""
        return next((entry for entry in self.letters if entry.var == var), Written(var, "", False))

    # --- changing ----------------------------------------------------------------

    def put(self, slot: Slot, value: Held) -> None:
        """Hold a value in a slot."""
        app = self.apps[slot.app]
        if app[slot.at] != value or type(app[slot.at]) is not type(value):
            self.apps[slot.app] = (*app[: slot.at], value, *app[slot.at + 1 :])

    def show(self, screen: str) -> None:
        """Put an app at one of its screens, whether it is in front or not."""
        place = self.atlas.at[self.atlas.app_of[screen]]
        app = self.apps[place]
        if app[0] != screen:
            self.apps[place] = (screen, *app[1:])

    def write(self, var: str, letters: str, sample: bool = False) -> None:
        """Keep the letters of a text variable; its class is the caller's to set."""
        rest = [entry for entry in self.letters if entry.var != var]
        if letters:
            rest.append(Written(var, letters, sample))
        self.letters = tuple(sorted(rest))

    def empty(self, slot: Slot) -> None:
        """Put a variable back to empty, or to its start value, and what depends on it too."""
        self._empty(slot)
        self.reset(slot.var.name)

    def reset(self, cause: str) -> None:
        """Empty every variable that is declared to be reset by this one."""
        for slot in self.atlas.dependents.get(cause, ()):
            self._empty(slot)

    def _empty(self, slot: Slot) -> None:
        self.put(slot, emptied(slot))
        if slot.var.kind is VarKind.TEXT:
            self.write(slot.var.name, "")
        for row in slot.var.first:
            self.add(slot, tuple(row.get(name) for name, _ in slot.var.fields))

    def add(self, slot: Slot, fields: tuple[Value, ...]) -> int:
        """Append a record and answer its serial number; a full list drops its oldest unpointed one."""
        serial = self.serial
        self.serial += 1
        kept = (*self.records(slot), (serial, *fields))
        if len(kept) > (slot.var.most or MOST_RECORDS):
            kept = self._without_oldest(slot, kept)
        self.put(slot, kept)
        self.made[slot.var.name] = serial
        return serial

    def _without_oldest(self, slot: Slot, kept: tuple[Record, ...]) -> tuple[Record, ...]:
        pointed = {self.get(pointer) for pointer in self.atlas.pointers.get(slot.var.name, ())}
        free = next((record for record in kept[:-1] if record[0] not in pointed), kept[0])
        return tuple(record for record in kept if record is not free)

    def remove(self, slot: Slot, serial: Held) -> None:
        """Take a record away, and every pointer to it."""
        self.put(slot, tuple(record for record in self.records(slot) if record[0] != serial))
        for pointer in self.atlas.pointers.get(slot.var.name, ()):
            if self.get(pointer) == serial:
                self.empty(pointer)

    def notice(self, notice: Notice) -> None:
        """Put a notice on top; the oldest of too many goes."""
        self.notices = (notice, *self.notices)[:MOST_NOTICES]


def emptied(slot: Slot) -> Held:
    """Answer what ``clear`` leaves in a slot."""
    kind = slot.var.kind
    if kind is VarKind.YESNO:
        return bool(slot.var.start)
    if kind is VarKind.LEVEL:
        return slot.var.start if isinstance(slot.var.start, int) else 0
    if kind is VarKind.TEXT:
        return "empty"
    return () if kind is VarKind.RECORDS else None
