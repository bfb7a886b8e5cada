"""What every touch on a phone may do, read from the apps without touching anything.

The route needs to know which touches write a variable, add to a list or lead to a
screen. Events are laid out flat: what the receiving apps do stands among the effects
of the touch that sends them, with the arguments put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Frame
from elder_tutor.lessons.device.effects import DEEPEST
from elder_tutor.lessons.model import KINDS, App, Behaviour, Element
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
    Notify,
    Open,
    Operand,
    Path,
    Remove,
    Say,
    Send,
    Set,
    StepBy,
    Toast,
)
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.rewrite import rewritten_effect, swapping

EVERYWHERE = ""
"""The screen of a touch that is there on every screen."""
OPENED = "app_opened"
"""The event the phone sends by itself when an app comes to the front."""
ANYTHING = Path("any")
"""Stands for a value that the touch itself decides."""
_PUT_BACK = frozenset({Send, StepBy, Say, Toast})


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
    lasts: bool
    """It tells another app something or makes or takes away a record."""

    def all_effects(self) -> tuple[Flat, ...]:
        """Answer everything it may do, enabled or not."""
        return (*self.effects, *self.refused)


def lasts(effects: tuple[Flat, ...]) -> bool:
    """Tell whether what happens together lasts: a record comes or goes, or something is told to an app.

    Levels that a message only raises or lowers (a side key's loudness) are put back as easily.
    """
    kinds = {type(flat.effect) for flat in effects}
    return bool(kinds & {Add, Remove}) or (Send in kinds and not kinds <= _PUT_BACK)


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
        for app in atlas.apps:
            for move in self._shell(app):
                self._enter(move)
        self.inside = self._inside()
        """The screens an app with an icon leads to by itself: nobody else need open them."""

    def _enter(self, move: Move) -> None:
        self.by_screen.setdefault(move.screen, []).append(move)
        for target in move.targets:
            self.by_target.setdefault(target, []).append(move)
        for name in dict.fromkeys(name for flat in move.all_effects() for name in written(flat.effect)):
            self.by_var.setdefault(name, []).append(move)
        for name in dict.fromkeys(self.list_of(flat.effect) for flat in move.all_effects()):
            if name:
                self.by_list.setdefault(name, []).append(move)

    def _shell(self, app: App) -> Iterator[Move]:
        """Answer the touches of the phone itself: side keys (on every screen) and icons that do something."""
        for key, effects in app.keys.items():
            yield self._own(f"side.{key}", Do.TAP, EVERYWHERE, app.id, tuple(self.flat(effects, app.id)))
        if app.id in self.atlas.icons:
            heard = tuple(self.heard(app.id))
            if heard:
                yield self._own(f"{HOME}.{app.id}", Do.TAP, HOME, app.id, heard)
            if app.hold:
                yield self._own(f"{HOME}.{app.id}", Do.HOLD, HOME, app.id, tuple(self.flat(app.hold, app.id)))

    def _own(self, name: str, do: Do, screen: str, app: str, effects: tuple[Flat, ...]) -> Move:
        icon_if = self.atlas.apps[self.atlas.at[app]].icon_if if screen == HOME else None
        return self._move(Element(name, "icon", show_if=icon_if), do, screen, app, effects, ())

    def heard(self, app: str, guards: tuple[Condition, ...] = (), deep: int = 0) -> Iterator[Flat]:
        """Answer what apps do when they hear that an app came to the front."""
        if deep < DEEPEST and app:
            yield from self._sent(OPENED, {"app": app}, guards, deep)

    def _inside(self) -> frozenset[str]:
        found: set[str] = set()
        for app in self.atlas.icons:
            if self.atlas.apps[self.atlas.at[app]].icon_if is not None:
                continue
            waiting = [self.atlas.first(app)]
            while waiting:
                screen = waiting.pop()
                if screen in found:
                    continue
                found.add(screen)
                own = (move for move in self.by_screen.get(screen, ()) if move.app == app)
                waiting += [each for move in own for each in move.targets if self.atlas.app_of[each] == app]
        return frozenset(found)

    def everything(self) -> tuple[tuple[Flat, ...], ...]:
        """Answer what happens together, worked out once."""
        return self._together

    @cached_property
    def _together(self) -> tuple[tuple[Flat, ...], ...]:
        return tuple(self._each_together())

    def _each_together(self) -> Iterator[tuple[Flat, ...]]:
        """Answer what happens together: by each touch done, each touch refused, each timer and event."""
        for on_screen in self.by_screen.values():
            for move in on_screen:
                yield move.effects
                yield move.refused
        for app in self.atlas.apps:
            for effects in (*app.timers.values(), *app.events.values()):
                yield tuple(self.flat(effects, app.id))

    @cached_property
    def entries(self) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...] | None]:
        """Answer per app without an icon how it comes to the front: (screen, what is given a value then).

        None where it may be resumed as it was left.
        """
        found: dict[str, dict[tuple[str, frozenset[str]], None] | None] = {
            app.id: {} for app in self.atlas.apps if app.id not in self.atlas.icons
        }
        for flats in self.everything():
            for flat in flats:
                screen = flat.effect.screen if isinstance(flat.effect, Open | Notify) else ""
                app = self.atlas.app_of.get(screen, screen)
                known = found.get(app)
                if known is None or (isinstance(flat.effect, Go) and flat.app == app):
                    continue
                if screen == app:
                    found[app] = None
                else:
                    known[screen, _given(flats, flat)] = None
        return {app: tuple(known) if known is not None else None for app, known in found.items()}

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
            own = {Do.HOLD: element.hold, Do.SWIPE: element.swipe}.get(do, element.do)
            effects = (*self._implicit(element, do, app), *self.flat(own, app))
            refused = tuple(self.flat(element.otherwise, app))
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
            lasts=lasts((*effects, *refused)),
        )  # fmt: skip

    def _implicit(self, element: Element, do: Do, app: str) -> tuple[Flat, ...]:
        if not element.var or (do in (Do.HOLD, Do.SWIPE) and not element.rows):
            return ()
        value: Operand = element.value
        if element.rows:
            value = Path("row")
        elif do is not Do.TAP or element.value is None:
            value = ANYTHING
        return (Flat(Set(((element.var, value),)), app),)

    def flat(
        self, effects: tuple[Effect, ...], app: str, guards: tuple[Condition, ...] = (), deep: int = 0
    ) -> Iterator[Flat]:
        """Answer the effects of an app one after the other, with those of the events they send."""
        for effect in effects:
            inner = (*guards, effect.when) if effect.when is not None else guards
            yield Flat(effect, app, inner)
            if isinstance(effect, Open):
                target = self.atlas.app_of.get(effect.screen, effect.screen)
                yield from self.heard(target if target in self.atlas.at else "", inner, deep)
            if isinstance(effect, Send) and deep < DEEPEST:
                yield from self._sent(effect.event, dict(effect.args), inner, deep)

    def _sent(
        self, event: str, args: Mapping[str, Operand], guards: tuple[Condition, ...], deep: int
    ) -> Iterator[Flat]:
        swap = swapping("arg", args)
        for other in self.atlas.apps:
            handled = tuple(rewritten_effect(each, swap) for each in other.events.get(event, ()))
            yield from self.flat(handled, other.id, guards, deep + 1)


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
    if element.hold:
        found.append(Do.HOLD)
    if element.swipe:
        found.append(Do.SWIPE)
    return tuple(found)


def _implied(element: Element) -> bool:
    """Tell whether a list shows itself just when it has a row to offer: its rows say so already."""
    shown = element.show_if
    if not isinstance(shown, Has) or shown.records != element.rows or shown.exactly is not None:
        return False
    return shown.at_least == 1 and shown.where == element.where


def written(effect: Effect) -> tuple[str, ...]:
    """Answer the variables an effect gives a value or empties."""
    match effect:
        case Set(values) | StepBy(values):
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


def _given(flats: tuple[Flat, ...], opening: Flat) -> frozenset[str]:
    """Answer the variables that are given a value whenever a screen is opened."""
    if isinstance(opening.effect, Notify):
        return frozenset()
    sure = (flat for flat in flats if flat.guards == opening.guards[: len(flat.guards)])
    return frozenset(
        name for flat in sure for name in written(flat.effect) if not isinstance(flat.effect, StepBy)
    )
