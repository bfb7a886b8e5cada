"""Where everything lies: apps, slots, tables, screens and their ways up, by name.

Built once per attempt from the pack's apps and the attempt's today; nothing in it changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elder_tutor.lessons.device.derive import Cell, derived_rows, references
from elder_tutor.lessons.model import KEYS, App, Element, Screen, Value, Var, VarKind

HOME = "home"
SIDE = "side"
"""What the names of the phone's own touches begin with: ``side.shade``."""
"""The screen id of the phone's own home screen; its elements are ``home.<app>``."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a variable in the state: which app's tuple, which member of it."""

    app: int
    at: int
    var: Var


@dataclass(frozen=True, slots=True)
class Rows:
    """What a choice offers rows of: a fixed table, or the records of a variable."""

    table: str = ""
    records: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """An element, the screen it stands on and the app it belongs to."""

    element: Element
    screen: str
    app: str


class Atlas:
    """Look up what a name stands for."""

    def __init__(
        self,
        apps: Mapping[str, App],
        today: date,
        week_start: int,
        weekend: frozenset[int],
        home: Sequence[str],
    ) -> None:
        self.today = today
        self.apps: tuple[App, ...] = tuple(apps.values())
        self.at: dict[str, int] = {app.id: n for n, app in enumerate(self.apps)}
        known = [name for name in home if name in self.at]
        rest = [app.id for app in self.apps if app.id not in known]
        self.icons: tuple[str, ...] = tuple(n for n in (*known, *rest) if not self.apps[self.at[n]].hidden)
        self.over = frozenset(app.id for app in self.apps if app.over)
        self.locks = frozenset(app.id for app in self.apps if app.lock)
        self.shell = next((app for app in self.apps if app.keys), None)
        self.status: Mapping[str, str] = next((app.status for app in self.apps if app.status), {})
        self.sides: tuple[str, ...] = tuple(
            f"{SIDE}.{key}" for key in KEYS if self.shell is not None and key in self.shell.keys
        )
        self.slots: dict[str, Slot] = {}
        self.screens: dict[str, Screen] = {}
        self.app_of: dict[str, str] = {}
        self.spots: dict[str, Spot] = {}
        self.rows: dict[str, Mapping[str, Mapping[str, Cell]]] = {}
        for app in self.apps:
            self._enter(app, week_start, weekend)
        self.refs: dict[tuple[str, str], str] = references(self.rows)
        self.dependents: dict[str, tuple[Slot, ...]] = self._dependents()
        self.pointers: dict[str, tuple[Slot, ...]] = self._pointers()
        self.words: dict[tuple[str, Value], str] = self._words()
        self.shades: frozenset[str] = frozenset(
            spot.screen for spot in self.spots.values() if spot.element.kind == "shade"
        )
        """The screens that list the notices; without one a notice does not outlive its banner."""

    def _enter(self, app: App, week_start: int, weekend: frozenset[int]) -> None:
        place = self.at[app.id]
        for at, var in enumerate(app.vars.values(), 1):
            self.slots[var.name] = Slot(place, at, var)
        for table in app.tables.values():
            self.rows[table.name] = derived_rows(table, self.today, week_start, weekend)
        for screen in app.screens.values():
            self.screens[screen.id] = screen
            self.app_of[screen.id] = app.id
            for element in screen.elements:
                self.spots[element.id] = Spot(element, screen.id, app.id)

    def _dependents(self) -> dict[str, tuple[Slot, ...]]:
        direct: dict[str, list[str]] = {}
        for slot in self.slots.values():
            for cause in slot.var.reset_by:
                direct.setdefault(cause, []).append(slot.var.name)
        return {cause: tuple(self.slots[name] for name in _closure(cause, direct)) for cause in direct}

    def _pointers(self) -> dict[str, tuple[Slot, ...]]:
        found: dict[str, list[Slot]] = {}
        for slot in self.slots.values():
            if slot.var.kind is VarKind.RECORD:
                found.setdefault(slot.var.records, []).append(slot)
        return {records: tuple(slots) for records, slots in found.items()}

    def _words(self) -> dict[tuple[str, Value], str]:
        # A chosen word is shown as the label of the option that chooses it.
        found: dict[tuple[str, Value], str] = {}
        for spot in self.spots.values():
            if spot.element.var and spot.element.value is not None and spot.element.label:
                found.setdefault((spot.element.var, spot.element.value), spot.element.label)
        return found

    def rows_of(self, element: Element) -> Rows | None:
        """Answer what an element offers rows of; None when it offers none."""
        if not element.rows:
            return None
        if element.rows in self.slots:
            return Rows(records=element.rows)
        return Rows(table=element.rows) if element.rows in self.rows else None

    def parent(self, screen: str) -> str:
        """Answer the declared parent of a screen; "" leads to the home screen."""
        found = self.screens.get(screen)
        return found.back if found is not None and found.back in self.screens else ""

    def ancestors(self, screen: str) -> tuple[str, ...]:
        """Answer the screens that "back" leads through, nearest first."""
        chain: list[str] = []
        up = self.parent(screen)
        while up and up not in chain:
            chain.append(up)
            up = self.parent(up)
        return tuple(chain)

    def first(self, app: str) -> str:
        """Answer an app's first screen, as a full id."""
        found = self.apps[self.at[app]]
        if found.first in self.screens:
            return found.first
        full = f"{app}.{found.first}"
        return full if full in self.screens else next(iter(found.screens.values())).id

    def field(self, records: str, name: str) -> int | None:
        """Answer the member of a record's tuple that a field lies in (the serial is 0)."""
        for at, (field, _) in enumerate(self.slots[records].var.fields, 1):
            if field == name:
                return at
        return None

    def field_table(self, records: str, name: str) -> str:
        """Answer the table a record's field holds rows of; "" for a plain word."""
        return next((table for field, table in self.slots[records].var.fields if field == name), "")


def _closure(cause: str, direct: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [cause]
    while waiting:
        for name in direct.get(waiting.pop(), ()):
            if name not in found and name != cause:
                found[name] = None
                waiting.append(name)
    return tuple(found)
