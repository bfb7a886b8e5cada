"""A tiny app with every behaviour a route can meet, small enough to search without any projection."""

from __future__ import annotations

import heapq
from itertools import count

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import App, Screen, TextClass, Var, VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Add, AllOf, Change, Clear, Equals, Filled, Go, Has, Not, Path, Remove
from elder_tutor.lessons.view import Action, Do
from tests.lessons.clinic_app import app, element, eq, phone, rows

KINDS = rows(
    "club.kinds", {"id": "walk", "open": True}, {"id": "chess", "open": True}, {"id": "shut", "open": False}
)
HALVES = rows(
    "club.halves",
    {"id": "early", "kind": "walk", "part": "morning"},
    {"id": "noon", "kind": "walk", "part": "morning"},
    {"id": "late", "kind": "chess", "part": "evening"},
)
FORM = ("club.who", "club.kind", "club.half", "club.note", "club.agree")


def club() -> App:
    home, kind, half, note, mine, one = (
        f"club.{name}" for name in ("home", "kind", "half", "note", "mine", "one")
    )
    same_kind = Has(
        "club.joined",
        AllOf((Equals(Path("record", ("kind",)), (Path("club.kind"),)), eq("record/off", False))),
    )
    screens = [
        Screen(
            home,
            "ا",
            "",
            (
                element(home, "join", do=(Clear(FORM), Go(kind))),
                element(home, "mine", do=(Go(mine),)),
                element(home, "news", do=(Go("club.news"),)),
            ),
        ),
        Screen("club.news", "ا", home, (element("club.news", "more", do=(Go("club.old"),)),)),
        Screen("club.old", "ا", "club.news", ()),
        Screen(
            kind,
            "ا",
            home,
            (
                element(kind, "me", "option", var="club.who", value="me"),
                element(kind, "family", "option", var="club.who", value="family"),
                element(
                    kind,
                    "list",
                    "list",
                    rows="club.kinds",
                    var="club.kind",
                    open_if=eq("row/open", True),
                    on_if=Filled((Path("club.who"),)),
                    do=(Go(half, Not(same_kind)),),
                ),
            ),
        ),
        Screen(
            half,
            "ا",
            kind,
            (
                element(
                    half,
                    "list",
                    "slots",
                    rows="club.halves",
                    var="club.half",
                    where=Equals(Path("row", ("kind",)), (Path("club.kind"),)),
                    do=(Go(note),),
                ),
            ),
        ),
        Screen(
            note,
            "ا",
            half,
            (
                element(note, "note", "field", var="club.note"),
                element(note, "agree", "toggle", var="club.agree"),
                element(note, "loud", "slider", var="club.loud"),
                element(
                    note,
                    "send",
                    on_if=AllOf((eq("club.agree", True), eq("club.note", "ok"))),
                    do=(
                        Add(
                            "club.joined",
                            (
                                ("who", Path("club.who")),
                                ("kind", Path("club.kind")),
                                ("half", Path("club.half")),
                                ("off", False),
                            ),
                        ),
                        Clear(FORM),
                        Go(home),
                    ),
                ),
            ),
        ),
        Screen(
            mine,
            "ا",
            home,
            (element(mine, "list", "list", rows="club.joined", var="club.picked", do=(Go(one),)),),
        ),
        Screen(
            one,
            "ا",
            mine,
            (
                element(
                    one,
                    "off",
                    show_if=eq("club.picked/off", False),
                    do=(Change("club.picked", (("off", True),)),),
                ),
                element(
                    one,
                    "on",
                    show_if=eq("club.picked/off", True),
                    do=(Change("club.picked", (("off", False),)),),
                ),
                element(one, "gone", do=(Remove("club.picked"), Go(mine))),
            ),
        ),
    ]
    return app(
        "club",
        screens=screens,
        tables=(KINDS, HALVES),
        vars=(
            Var("club.who", VarKind.ONE_OF, options=("me", "family")),
            Var("club.kind", VarKind.ROW, table="club.kinds"),
            Var("club.half", VarKind.ROW, table="club.halves", reset_by=("club.kind",)),
            Var(
                "club.note",
                VarKind.TEXT,
                classes=(TextClass("bad", words=("لا",)), TextClass("ok", least=1, sample="نعم")),
            ),
            Var("club.agree", VarKind.YESNO),
            Var("club.loud", VarKind.LEVEL, most=1, start=1),
            Var(
                "club.joined",
                VarKind.RECORDS,
                most=2,
                fields=(("who", ""), ("kind", "club.kinds"), ("half", "club.halves"), ("off", "")),
            ),
            Var("club.picked", VarKind.RECORD, records="club.joined"),
        ),
    )


GATES = {
    "a screen": eq("club.kind", "chess"),
    "a row by its column": eq("club.half/part", "evening"),
    "a record": Has(
        "club.joined", AllOf((eq("record/kind", "walk"), eq("record/who", "me"), eq("record/off", False)))
    ),
    "a record by a column of its row": Has(
        "club.joined", AllOf((eq("record/half.part", "evening"), eq("record/off", False)))
    ),
    "a changed record": Has("club.joined", AllOf((eq("record/kind", "chess"), eq("record/off", True)))),
    "none of a kind": AllOf(
        (Has("club.joined", eq("record/kind", "walk")), Not(Has("club.joined", eq("record/kind", "chess"))))
    ),
    "a written text": AllOf((eq("club.note", "ok"), eq("club.agree", True))),
}
UNIMPORTANT = (Do.KEY, Do.DELETE, Do.LAYER, Do.DONE)


def device() -> Phone:
    return phone(club())


def moves(phone: Phone, state: PhoneState) -> list[Action]:
    """Answer every action but the keys; a tap on a field changes nothing that lasts."""
    return [action for action in phone.actions(state) if action.do not in UNIMPORTANT]


def records(state: PhoneState) -> tuple[object, ...]:
    return tuple(held for held in state.apps[0] if isinstance(held, tuple))


def cost(before: PhoneState, after: PhoneState) -> int:
    return 20 if records(before) != records(after) else 1


def bare(state: PhoneState) -> PhoneState:
    """Answer a state without serials, letters and tray: what two ways may differ in without meaning it."""
    return state._replace(letters=(), tray=None, notices=())


def played(phone: Phone, state: PhoneState, way: tuple[Action, ...]) -> tuple[PhoneState, int]:
    total = 0
    for action in way:
        after, _ = phone.apply(state, action)
        total += cost(state, after)
        state = after
    return state, total


def least_cost(phone: Phone, start: PhoneState, gate: object, bound: int) -> int:
    """Answer the cost of the cheapest way, found without any projection."""
    seen: set[PhoneState] = set()
    order = count()
    heap = [(0, next(order), bare(start))]
    while heap:
        so_far, _, here = heapq.heappop(heap)
        if here in seen or so_far > bound:
            continue
        seen.add(here)
        if phone.holds(here, gate):
            return so_far
        for action in moves(phone, here):
            there = bare(phone.apply(here, action)[0])
            if there not in seen:
                heapq.heappush(heap, (so_far + cost(here, there), next(order), there))
    return bound + 1
