"""One-line changes of a pack's apps, drawn by seed: a guard, an effect, a constant, a target, a way up."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from elder_tutor.lessons.model import App, Element, Pack, Screen
from elder_tutor.lessons.rules import Add, AllOf, Change, Clear, Condition, Effect, Equals, Go, Not, Path, Set

Changed = tuple[Element, str] | None


def mutant(pack: Pack, apps: tuple[str, ...], seed: int) -> tuple[Pack, str]:
    """Answer the pack with one line changed in one of these apps, and what was changed."""
    chance = random.Random(seed)
    while True:
        app = pack.apps[chance.choice(apps)]
        screen = chance.choice(list(app.screens.values()))
        if chance.random() < 0.05:
            return _up(pack, app, screen, chance)
        if not screen.elements:
            continue
        place = chance.randrange(len(screen.elements))
        made = chance.choice(KINDS)(screen.elements[place], app, chance)
        if made is not None and made[0] != screen.elements[place]:
            elements = (*screen.elements[:place], made[0], *screen.elements[place + 1 :])
            return _with(pack, app, replace(screen, elements=elements)), f"{made[0].id}: {made[1]}"


def _with(pack: Pack, app: App, screen: Screen) -> Pack:
    changed = replace(app, screens={**app.screens, screen.id: screen})
    return replace(pack, apps={**pack.apps, app.id: changed})


def _up(pack: Pack, app: App, screen: Screen, chance: random.Random) -> tuple[Pack, str]:
    above = chance.choice(["", *(each for each in app.screens if each != screen.id)])
    return _with(pack, app, replace(screen, back=above)), f"{screen.id}: back to {above or 'home'}"


def _no_guard(element: Element, _: App, chance: random.Random) -> Changed:
    names = [name for name in ("on_if", "show_if", "open_if", "where") if getattr(element, name) is not None]
    if not names:
        return None
    name = chance.choice(names)
    return replace(element, **{name: None}), f"without {name}"


def _turned_guard(element: Element, _: App, chance: random.Random) -> Changed:
    names = [name for name in ("on_if", "show_if") if getattr(element, name) is not None]
    if not names:
        return None
    name = chance.choice(names)
    return replace(element, **{name: Not(getattr(element, name))}), f"{name} turned round"


def _other_constant(element: Element, app: App, chance: random.Random) -> Changed:
    names = [
        name for name in ("on_if", "show_if", "open_if") if isinstance(getattr(element, name), Equals | AllOf)
    ]
    if not names:
        return None
    name = chance.choice(names)
    return replace(
        element, **{name: _constant(getattr(element, name), app, chance)}
    ), f"another value in {name}"


def _constant(condition: Condition, app: App, chance: random.Random) -> Condition:
    if isinstance(condition, AllOf) and condition.parts:
        place = chance.randrange(len(condition.parts))
        other = _constant(condition.parts[place], app, chance)
        return AllOf((*condition.parts[:place], other, *condition.parts[place + 1 :]))
    if isinstance(condition, Equals) and isinstance(condition.values[0], bool):
        return replace(condition, values=(not condition.values[0],))
    if isinstance(condition, Equals) and condition.path.root in app.vars:
        var = app.vars[condition.path.root]
        others = [option for option in var.options if option not in condition.values]
        return replace(condition, values=(chance.choice(others),)) if others else condition
    return condition


def _lost_effect(element: Element, _: App, chance: random.Random) -> Changed:
    if not element.do:
        return None
    place = chance.randrange(len(element.do))
    return replace(element, do=(*element.do[:place], *element.do[place + 1 :])), f"without effect {place}"


def _other_target(element: Element, app: App, chance: random.Random) -> Changed:
    places = [n for n, effect in enumerate(element.do) if isinstance(effect, Go) and effect.screen != "back"]
    if not places:
        return None
    place = chance.choice(places)
    target = chance.choice(list(app.screens))
    return replace(
        element, do=_put(element.do, place, replace(element.do[place], screen=target))
    ), f"goes to {target}"


def _other_effect(element: Element, app: App, chance: random.Random) -> Changed:
    places = [n for n, effect in enumerate(element.do) if isinstance(effect, Set | Clear | Change | Add)]
    if not places:
        return None
    place = chance.choice(places)
    effect = element.do[place]
    if isinstance(effect, Clear) and len(effect.names) > 1:
        return replace(
            element, do=_put(element.do, place, replace(effect, names=effect.names[1:]))
        ), "clears less"
    if isinstance(effect, Set | Change | Add):
        values = effect.values if isinstance(effect, Set) else effect.fields
        n = chance.randrange(len(values))
        name, value = values[n]
        other = not value if isinstance(value, bool) else None if isinstance(value, Path) else "other"
        changed = (*values[:n], (name, other), *values[n + 1 :])
        new = replace(effect, values=changed) if isinstance(effect, Set) else replace(effect, fields=changed)
        return replace(element, do=_put(element.do, place, new)), f"{name} becomes {other}"
    return None


def _put(effects: tuple[Effect, ...], place: int, effect: Effect) -> tuple[Effect, ...]:
    return (*effects[:place], effect, *effects[place + 1 :])


KINDS: tuple[Callable[[Element, App, random.Random], Changed], ...] = (
    _no_guard, _turned_guard, _other_constant, _lost_effect, _lost_effect,
    _other_target, _other_effect, _other_effect,
)  # fmt: skip
