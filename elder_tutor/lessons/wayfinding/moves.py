"""What every touch on a phone may do, read from the apps without touching anything.

The route needs to know which touches write a variable, add to a list or lead to a
screen. Events are laid out flat: what the receiving apps do stands among the effects
of the touch that sends them, with the arguments put in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Frame
from elder_tutor.lessons.device.effects import DEEPEST
from elder_tutor.lessons.model import KINDS, Behaviour, Element
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    Change,
    Clear,
    Condition,
    Effect,
    Go,
    Has,
    NewCode,
    Open,
    Operand,
    Path,
    Remove,
    Send,
    Set,
)
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.rewrite import rewritten_effect, swapping

ANYTHING = Path("any")
"""Stands for a value that the touch itself decides."""


@dataclass(frozen=True, slots=True)
class Flat:
    """One effect of a touch; ``app`` is the app whose effect it is, ``guards`` what must be true for it."""

    effect: Effect
    app: str
    guards: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A kind of touch on one element: what guards it and what it may do, in order."""

    element: Element
    do: Do
    screen: str
    app: str
    frame: Frame
    guards: tuple[Condition, ...]
    effects: tuple[Flat, ...]
    refused: tuple[Flat, ...]
    """What happens when the element is not enabled or the row not open."""
    targets: frozenset[str]
    """The screens it may lead to that are not ways up."""
    sends: bool
    """It tells another app or makes or takes away a record: it lasts."""

    def all_effects(self) -> tuple[Flat, ...]:
        """Answer everything it may do, enabled or not."""
        return (*self.effects, *self.refused)


class Moves:
    """The touches of all apps, found by screen, by where they lead and by what they write."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.by_screen: dict[str, list[Move]] = {}
        self.by_target: dict[str, list[Move]] = {}
        self.by_var: dict[str, list[Move]] = {}
        self.by_list: dict[str, list[Move]] = {}
        for spot in atlas.spots.values():
            for move in self._moves(spot.element, spot.screen, spot.app):
                self._enter(move)

    def _enter(self, move: Move) -> None:
        self.by_screen.setdefault(move.screen, []).append(move)
        for target in move.targets:
            self.by_target.setdefault(target, []).append(move)
        for name in dict.fromkeys(name for flat in move.all_effects() for name in written(flat.effect)):
            self.by_var.setdefault(name, []).append(move)
        for name in dict.fromkeys(self.list_of(flat.effect) for flat in move.all_effects()):
            if name:
                self.by_list.setdefault(name, []).append(move)

    def list_of(self, effect: Effect) -> str:
        """Answer the list an effect adds to, changes or takes from; "" for any other effect."""
        if isinstance(effect, Add):
            return effect.records
        if isinstance(effect, Change | Remove):
            slot = self.atlas.slots.get(effect.record)
            return slot.var.records if slot else ""
        return ""

    def _moves(self, element: Element, screen: str, app: str) -> Iterator[Move]:
        for do in _touches(element, self.atlas):
            own = element.hold if do is Do.HOLD else element.do
            effects = (*self._implicit(element, do, app), *self._flat(own, app))
            refused = tuple(self._flat(element.otherwise, app))
            yield self._move(element, do, screen, app, effects, refused)

    def _move(
        self,
        element: Element,
        do: Do,
        screen: str,
        app: str,
        effects: tuple[Flat, ...],
        refused: tuple[Flat, ...],
    ) -> Move:
        rows = self.atlas.rows_of(element)
        shown = None if rows and _implied(element) else element.show_if
        guards = (shown, element.on_if, element.where, element.open_if)
        up = {screen, *self.atlas.ancestors(screen)}
        targets = {flat.effect.screen for flat in (*effects, *refused) if isinstance(flat.effect, Go | Open)}
        return Move(
            element, do, screen, app,
            frame=Frame(rows, rows.records) if rows else NOWHERE,
            guards=tuple(guard for guard in guards if guard is not None),
            effects=effects, refused=refused,
            targets=frozenset(each for each in targets if each in self.atlas.screens and each not in up),
            sends=any(isinstance(flat.effect, Add | Remove | Send) for flat in (*effects, *refused)),
        )  # fmt: skip

    def _implicit(self, element: Element, do: Do, app: str) -> tuple[Flat, ...]:
        if not element.var or do is Do.HOLD:
            return ()
        value: Operand = element.value
        if do is Do.PICK:
            value = Path("row")
        elif do is not Do.TAP or element.value is None:
            value = ANYTHING
        return (Flat(Set(((element.var, value),)), app),)

    def _flat(
        self, effects: tuple[Effect, ...], app: str, guards: tuple[Condition, ...] = (), deep: int = 0
    ) -> Iterator[Flat]:
        for effect in effects:
            inner = (*guards, effect.when) if effect.when is not None else guards
            yield Flat(effect, app, inner)
            if isinstance(effect, Send) and deep < DEEPEST:
                swap = swapping("arg", dict(effect.args))
                for other in self.atlas.apps:
                    handled = tuple(
                        rewritten_effect(each, swap) for each in other.events.get(effect.event, ())
                    )
                    yield from self._flat(handled, other.id, inner, deep + 1)


def _touches(element: Element, atlas: Atlas) -> tuple[Do, ...]:
    behaviour = KINDS.get(element.kind, Behaviour.SHOW)
    found: list[Do] = []
    if element.rows:
        found.append(Do.PICK)
    elif behaviour is Behaviour.WRITE and element.kind != "microphone":
        found.append(Do.WRITE)
    elif behaviour in (Behaviour.SET, Behaviour.PAGES):
        slot = atlas.slots.get(element.var)
        found.append(Do.SET if slot and slot.var.most else Do.TAP)
    elif behaviour is not Behaviour.SHOW:
        found.append(Do.TAP)
    return (*found, Do.HOLD) if element.hold else tuple(found)


def _implied(element: Element) -> bool:
    """Tell whether a list shows itself just when it has a row to offer: its rows say so already."""
    shown = element.show_if
    if not isinstance(shown, Has) or shown.records != element.rows or shown.exactly is not None:
        return False
    return shown.at_least == 1 and shown.where == element.where


def written(effect: Effect) -> tuple[str, ...]:
    """Answer the variables an effect gives a value or empties."""
    match effect:
        case Set(values):
            return tuple(name for name, _ in values)
        case Clear(names):
            return names
        case NewCode(var):
            return (var,)
        case _:
            return ()


def guarded(flat: Flat) -> Condition | None:
    """Answer one condition for all that guards an effect."""
    return AllOf(flat.guards) if flat.guards else None
