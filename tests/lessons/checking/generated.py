"""Small packs drawn by seed: a phone of one or two apps, and a gate, small enough to be explored whole."""

from __future__ import annotations

import random
from typing import NamedTuple

from elder_tutor.lessons.model import App, Element, Screen, TextClass, Var, VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    AnyOf,
    AtLeast,
    Change,
    Clear,
    Condition,
    Effect,
    Equals,
    Every,
    Filled,
    Go,
    Has,
    Not,
    OnScreen,
    Open,
    Path,
    Remove,
    Send,
    Set,
    StartTimer,
    StepBy,
)
from tests.lessons.clinic_app import app, element, phone, rows

MOST_RECORDS = 2


class Small(NamedTuple):
    """A phone and what is to be reached on it."""

    phone: Phone
    gate: Condition
    beyond: bool


def small(seed: int) -> Small:
    """Answer the small pack of a seed."""
    chance = random.Random(seed)
    apps = [_app(chance, "one", seed), *([_app(chance, "two", seed)] if chance.random() < 0.4 else [])]
    return Small(phone(*apps), _gate(chance), chance.random() < 0.3)


def _app(chance: random.Random, name: str, seed: int) -> App:
    table = rows(
        f"{name}.kinds",
        {"id": "red", "tone": "warm", "open": True},
        {"id": "gold", "tone": "warm", "open": chance.random() < 0.7},
        {"id": "blue", "tone": "cold", "open": True},
    )
    variables = (
        Var(f"{name}.kind", VarKind.ROW, table=f"{name}.kinds"),
        Var(f"{name}.flag", VarKind.YESNO, start=chance.random() < 0.3),
        Var(
            f"{name}.who",
            VarKind.ONE_OF,
            options=("me", "you"),
            reset_by=(f"{name}.kind",) if chance.random() < 0.4 else (),
        ),
        Var(f"{name}.loud", VarKind.LEVEL, most=2, start=0),
        Var(f"{name}.note", VarKind.TEXT, classes=(TextClass("ok", least=2, sample="نعم"),)),
        Var(f"{name}.list", VarKind.RECORDS, fields=(("kind", f"{name}.kinds"), ("done", "")),
            first=({"kind": "blue", "done": False},) if chance.random() < 0.6 else ()),
        Var(f"{name}.picked", VarKind.RECORD, records=f"{name}.list"),
    )  # fmt: skip
    screens = ["home", *(f"s{n}" for n in range(chance.randrange(2, 4)))]
    kinds = chance.sample(range(6), 3)
    made = [_screen(chance, name, screens, place, kinds) for place in range(len(screens))]
    made.append(Screen(f"{name}.one", "ا", f"{name}.home", tuple(_of_record(chance, name))))
    timers = {f"{name}.late": (_effect(chance, name, screens),)} if chance.random() < 0.3 else {}
    events = {"hello": (_effect(chance, name, screens),)} if chance.random() < 0.4 else {}
    return app(name, screens=made, tables=(table,), vars=variables, timers=timers, events=events)


def _screen(chance: random.Random, app_name: str, screens: list[str], place: int, kinds: list[int]) -> Screen:
    name = f"{app_name}.{screens[place]}"
    elements = [_element(chance, app_name, screens, name, n, kinds) for n in range(chance.randrange(1, 4))]
    if place + 1 < len(screens) and chance.random() < 0.85:
        elements.append(element(name, "on", do=(Go(f"{app_name}.{screens[place + 1]}"),)))
    if place == 0:
        elements.append(
            element(
                name,
                "items",
                "list",
                rows=f"{app_name}.list",
                var=f"{app_name}.picked",
                do=(Go(f"{app_name}.one"),),
            )
        )
    return Screen(name, "ا", f"{app_name}.{screens[place - 1]}" if place else "", tuple(elements))


def _element(
    chance: random.Random, app_name: str, screens: list[str], screen: str, n: int, kinds: list[int]
) -> Element:
    guard = {chance.choice(("on_if", "show_if")): _guard(chance, app_name)} if chance.random() < 0.35 else {}
    name = f"e{n}"
    match chance.choice(kinds):
        case 0:
            return element(screen, name, "list", rows=f"{app_name}.kinds", var=f"{app_name}.kind",
                           open_if=Equals(Path("row", ("open",)), (True,)),
                           do=_effects(chance, app_name, screens), **guard)  # fmt: skip
        case 1:
            return element(screen, name, "option", var=f"{app_name}.who", value=chance.choice(("me", "you")),
                           do=_effects(chance, app_name, screens), **guard)  # fmt: skip
        case 2:
            return element(screen, name, "toggle", var=f"{app_name}.flag", **guard)
        case 3:
            return element(screen, name, "field", var=f"{app_name}.note", **guard)
        case 4:
            return element(
                screen, name, do=(_add(chance, app_name), *_effects(chance, app_name, screens)), **guard
            )
        case _:
            otherwise = (_effect(chance, app_name, screens),) if chance.random() < 0.2 else ()
            return element(screen, name, do=_effects(chance, app_name, screens), otherwise=otherwise, **guard)


def _of_record(chance: random.Random, name: str) -> list[Element]:
    screen, picked = f"{name}.one", f"{name}.picked"
    changes: list[Effect] = [
        Change(picked, (("done", True),)),
        Change(picked, (("done", False),)),
        Remove(picked),
    ]
    found = []
    for n in range(chance.randrange(1, 3)):
        when = _guard(chance, name) if chance.random() < 0.3 else None
        found.append(element(screen, f"c{n}", do=(chance.choice(changes), Go(f"{name}.home")), on_if=when))
    return found


def _add(chance: random.Random, name: str) -> Effect:
    room = Not(Has(f"{name}.list", None, at_least=MOST_RECORDS))
    kind = Path(f"{name}.kind") if chance.random() < 0.6 else chance.choice(("red", "blue"))
    return Add(f"{name}.list", (("kind", kind), ("done", False)), room)


def _effects(chance: random.Random, name: str, screens: list[str]) -> tuple[Effect, ...]:
    return tuple(_effect(chance, name, screens) for _ in range(chance.randrange(1, 3)))


def _effect(chance: random.Random, name: str, screens: list[str]) -> Effect:
    when = _guard(chance, name) if chance.random() < 0.2 else None
    one = f"{name}.{chance.choice(('kind', 'flag', 'who', 'loud', 'note'))}"
    match chance.randrange(9):
        case 0:
            return Set(((f"{name}.flag", chance.random() < 0.5),), when)
        case 1:
            return Set(((f"{name}.who", chance.choice(("me", "you"))),), when)
        case 2 | 3:
            return Clear((one,), when)
        case 4 | 5:
            return Go(f"{name}.{chance.choice(screens)}", when)
        case 6:
            return StepBy(((f"{name}.loud", chance.choice((1, -1))),), when)
        case 7:
            return StartTimer(f"{name}.late", when)
        case _:
            return chance.choice((Send("hello", (), when), Open("one.home", when), Go("back", when)))


def _guard(chance: random.Random, name: str) -> Condition:
    parts: list[Condition] = [
        Equals(Path(f"{name}.flag"), (chance.random() < 0.5,)),
        Equals(Path(f"{name}.who"), (chance.choice(("me", "you")),)),
        Filled((Path(f"{name}.kind"),)),
        Equals(Path(f"{name}.kind", ("tone",)), (chance.choice(("warm", "cold")),)),
        Equals(Path(f"{name}.note"), ("ok",)),
        AtLeast(Path(f"{name}.loud"), chance.choice((1, 2))),
        Has(f"{name}.list", Equals(Path("record", ("kind",)), (chance.choice(("red", "blue")),))),
        Has(f"{name}.list", Equals(Path("record", ("kind",)), (Path(f"{name}.kind"),))),
    ]
    chosen = chance.choice(parts)
    return Not(chosen) if chance.random() < 0.3 else chosen


def _gate(chance: random.Random) -> Condition:
    kind = chance.choice(("red", "gold", "blue"))
    fits: Condition = Equals(Path("record", ("kind",)), (kind,))
    if chance.random() < 0.4:
        fits = AllOf((fits, Equals(Path("record", ("done",)), (chance.random() < 0.5,))))
    choices: list[Condition] = [
        Has("one.list", fits),
        Has("one.list", fits),
        AllOf((Equals(Path("one.who"), ("me",)), Equals(Path("one.flag"), (True,)))),
        AllOf((OnScreen("one.s1"), Equals(Path("one.kind", ("tone",)), ("cold",)))),
        Every(
            "one.list",
            Equals(Path("record", ("kind",)), ("blue",)),
            Equals(Path("record", ("done",)), (True,)),
        ),
        AllOf((Has("one.list", fits), Equals(Path("one.flag"), (True,)))),
        AnyOf((AtLeast(Path("one.loud"), 2), Equals(Path("one.note"), ("ok",)))),
        Not(Has("one.list", fits)),
        Has("one.list", fits, at_least=2),
    ]
    return chance.choice(choices)
