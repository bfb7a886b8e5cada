"""The whole of a small phone, without any projection: where a learner can come to, and the dead ends."""

from __future__ import annotations

from collections.abc import Hashable

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Condition
from elder_tutor.lessons.view import Do

TYPING = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})
RELIED_ON = frozenset(Do) - TYPING - {Do.DISMISS}


class TooLargeError(Exception):
    """A phone has more states than are looked at."""


def explored(phone: Phone, start: PhoneState, gate: Condition, beyond: bool, most: int) -> list[PhoneState]:
    """Answer the dead ends: states a learner comes to from which no action leads to the gate.

    Notices and timers happen to a learner; a way is never made of them.
    """
    states: dict[Hashable, PhoneState] = {named(phone, start): start}
    before: dict[Hashable, list[Hashable]] = {}
    goals: set[Hashable] = set()
    waiting = list(states)
    for key in waiting:
        here = states[key]
        if phone.holds(here, gate):
            goals.add(key)
            if not beyond:
                continue
        for there, sure in after(phone, here):
            name = named(phone, there)
            if sure:
                before.setdefault(name, []).append(key)
            if name not in states:
                states[name] = there
                waiting.append(name)
                if len(states) > most:
                    raise TooLargeError
    good, todo = set(goals), list(goals)
    while todo:
        for key in before.get(todo.pop(), ()):
            if key not in good:
                good.add(key)
                todo.append(key)
    return [state for key, state in states.items() if key not in good]


def after(phone: Phone, state: PhoneState) -> list[tuple[PhoneState, bool]]:
    """Answer the states one thing leads to, and whether a way may be made of it."""
    found = []
    for action in phone.actions(state):
        if action.do not in TYPING:
            there = phone.apply(state, action)[0]
            found.append((there, action.do in RELIED_ON and not action.element.startswith("notice.")))
    found += [(phone.fire(state, timer)[0], False) for timer in state.timers]
    return found


def named(phone: Phone, state: PhoneState) -> Hashable:
    """Answer a state by what it holds: records in order, not by the numbers they were given."""
    numbers: dict[object, int] = {None: 0}
    apps = []
    for at, app in enumerate(state.apps):
        apps.append([app[0]])
        for slot in (slot for slot in phone.atlas.slots.values() if slot.app == at):
            held = app[slot.at]
            if slot.var.kind is VarKind.RECORDS:
                for record in held:
                    numbers.setdefault(record[0], len(numbers))
                held = tuple((numbers[record[0]], *record[1:]) for record in held)
            elif slot.var.kind is VarKind.CODE:
                held = held is not None
            apps[-1].append((slot.at, held, slot.var.kind is VarKind.RECORD))
    known = tuple(
        tuple((at, numbers.get(held, -1) if pointer else held) for at, held, pointer in app[1:])
        for app in apps
    )
    notices = tuple(
        (notice.screen, tuple((n, numbers.get(v, v)) for n, v in notice.values)) for notice in state.notices
    )
    return (state.front, state.under, tuple(app[0] for app in apps), known, notices, state.timers)
