"""The advisable way from any state to a gate of a lesson.

A gate that asks for records in several apps is a chain: each list is reached by itself,
what must hold at the same time comes last (as one goal, two apps multiply: FORMAT 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import NOTHING, Lesson, Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import AllOf, Condition, Every, Has
from elder_tutor.lessons.view import Action
from elder_tutor.lessons.wayfinding.graph import BACK, bare
from elder_tutor.lessons.wayfinding.projection import Reduce
from elder_tutor.lessons.wayfinding.rewrite import asked, named_apps
from elder_tutor.lessons.wayfinding.spelling import DONE, next_touch
from elder_tutor.lessons.wayfinding.table import NoWay, Table, Walked

__all__ = ["NoWay", "Router", "Way"]

REMEMBERED = 4096
Way = tuple[Action, ...]


class Gate(NamedTuple):
    """A condition with the lesson's questions put in, and the parts it is reached by."""

    number: int
    condition: Condition
    parts: tuple[Condition, ...]


class Router:
    """Find ways for one lesson on one phone; it remembers tables and ways, its answers never change."""

    def __init__(
        self,
        phone: Phone,
        lesson: Lesson | None = None,
        ask: Mapping[str, Value] = NOTHING,
        reduce: Reduce = Reduce.ALL,
    ) -> None:
        self.phone = phone
        self.lesson = lesson
        self.ask = ask
        self.tables: dict[Condition, Table] = {}
        self._reduce = reduce
        self._gates: dict[int, tuple[Condition, Gate]] = {}
        self._known: dict[Condition, Gate] = {}
        self._ways: dict[tuple[int, PhoneState], Way | None] = {}

    def route(self, state: PhoneState, gate: Condition) -> Way:
        """Answer the advisable actions to a gate; () when it is reached. Raises NoWay.

        Writing is one WRITE of a class's sample; ``expand`` answers the next touch of it.
        """
        start = bare(state)
        wanted = self._gate(gate)
        known = (wanted.number, start)
        if known not in self._ways:
            self._find(start, wanted)
        way = self._ways[known]
        if way is None:
            raise NoWay
        return (DONE, *way) if way and way[0] == BACK and state.tray is not None else way

    def prepare(self, state: PhoneState, gate: Condition) -> None:
        """Open a gate before it is asked for, and look past the next lasting action.

        For idle moments: a first question after a wrong booking is then as quick as any other.
        """
        with suppress(NoWay):
            self.route(state, gate)
        for part in self._gate(gate).parts:
            if part in self.tables:
                self.tables[part].ripen()

    def expand(self, state: PhoneState, action: Action) -> Action:
        """Answer the next single touch towards an action: a field, a key, or the action itself."""
        return next_touch(self.phone, state, action)

    # --- finding -------------------------------------------------------------------

    def _gate(self, gate: Condition) -> Gate:
        entry = self._gates.get(id(gate))
        if entry is None:
            if len(self._gates) > REMEMBERED:
                self._gates.clear()
            wanted = asked(gate, self.ask)
            known = self._known.setdefault(wanted, Gate(len(self._known), wanted, parts_of(wanted)))
            # Keeping the author's condition here keeps its id from being given to another.
            entry = self._gates[id(gate)] = (gate, known)
        return entry[1]

    def _table(self, gate: Condition) -> Table:
        if gate not in self.tables:
            self.tables[gate] = Table(
                self.phone, self.phone.moves, gate, self._reduce, within_apps(self.lesson, gate)
            )
        return self.tables[gate]

    def _find(self, start: PhoneState, gate: Gate) -> None:
        if len(self._ways) > REMEMBERED:
            self._ways.clear()
        try:
            walked, end = self._chain(start, gate)
        except NoWay:
            self._ways[gate.number, start] = None
            return
        way = tuple(action for _, action in walked)
        for n, (state, _) in enumerate(walked):
            self._ways.setdefault((gate.number, state), way[n:])
        self._ways[gate.number, end] = ()

    def _chain(self, start: PhoneState, gate: Gate) -> tuple[Walked, PhoneState]:
        whole: Walked = []
        here = start
        for _ in range(
            3 if len(gate.parts) > 1 else 1
        ):  # a later part may undo an earlier one: once more, then
            for part in gate.parts:
                walked, here = self._table(part).way(here)
                whole += walked
            if self.phone.holds(here, gate.condition):
                return whole, here
        return self._table(gate.condition).way(start)


def within_apps(lesson: Lesson | None, gate: Condition) -> frozenset[str]:
    """Answer the apps a way is looked for in first: the lesson's own, and those the gate names."""
    if lesson is None or not lesson.apps:
        return frozenset()
    return frozenset((*lesson.apps, *named_apps(gate)))


def parts_of(gate: Condition) -> tuple[Condition, ...]:
    """Answer the parts of a gate that can be reached one after the other."""
    flat = _flat(gate)
    lists = tuple(part for part in flat if isinstance(part, Has | Every))
    rest = tuple(part for part in flat if not isinstance(part, Has | Every))
    if not lists or len(flat) < 2:
        return (gate,)
    return (*lists, AllOf(rest)) if rest else lists


def _flat(gate: Condition) -> tuple[Condition, ...]:
    if not isinstance(gate, AllOf):
        return (gate,)
    return tuple(inner for part in gate.parts for inner in _flat(part))
