"""The door's pages as they are pictured, with invented people. Nobody is real."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import pictures

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.ui.program import Program

ALONE, GROUPS, MANY, SYMBOLS, WAIT = "sign-in", "sign-in-groups", "sign-in-many", "symbols", "symbols-wait"
CONSENT: Final = "consent"
DOOR: Final = (ALONE, GROUPS, MANY, SYMBOLS, WAIT)
"""The pages that show people who are not yet in."""
DOOR_PAGES: Final = (*DOOR, CONSENT)
"""The pages that `show` brings up."""
WAIT_S: Final = 20
"""Seconds the page of three symbols waits in a picture."""
FIRST: Final = (
    ("أم خالد", "dallah"), ("أبو راشد", "palm"), ("نورة", "lantern"), ("سالم", "dhow"), ("موزة", "pearl"),
    ("جاسم", "barjeel"),
)  # fmt: skip
NAMES: Final = (
    "هند", "عبدالرحمن", "فاطمة", "خليفة", "شيخة", "ناصر", "مريم", "راشد", "لولوة", "حمد", "عائشة", "سعيد",
    "وضحى", "مبارك",
)  # fmt: skip
TEAMS: Final = (
    ("مجموعة الأحد", "palm"), ("مجموعة الثلاثاء", "dhow"), ("مجموعة المساء", "moon"),
    ("جيران البحر", "pearl"), ("أصدقاء الحديقة", "rose"), ("مجموعة القهوة", "finjan"),
    ("مجموعة الفجر", "lantern"),
)  # fmt: skip
SECRET: Final = ("cat", "ball", "clock")


def fill_door(app: App, page: str) -> None:
    """Fill an empty store with those who stand on one of these pages."""
    faces = pictures()
    first = [app.people.add(name, picture).id for name, picture in FIRST]
    if page in (GROUPS, MANY):
        rest = [app.people.add(name, faces[at % len(faces)]).id for at, name in enumerate(NAMES)]
        groups = Groups(app.store)
        for number, (name, picture) in enumerate(TEAMS):
            made = groups.add(name, picture)
            groups.put(made.id, [*first, *rest[:8]] if not number else rest[number : number + 6])
    elif page in (SYMBOLS, WAIT):
        Keys(app.store).set_symbols(first[0], SECRET)


def show(program: Program, name: str, learner: str | None = None) -> None:
    """Bring one of these pages to the front, for a learner's id or the first one.

    Raises KnownError where three symbols are to be asked for and nobody was added yet.
    """
    journey = program.journey
    if name == CONSENT:
        _ask_consent(program, learner)
        return
    if name in (SYMBOLS, WAIT):
        _ask_symbols(program, learner, WAIT_S if name == WAIT else 0)
        return
    journey.start()
    turns: dict[str, Callable[[], object]] = {
        GROUPS: journey.doorway.choose_groups,
        MANY: lambda: journey.doorway.turn(1),
    }
    turns.get(name, lambda: None)()


def _ask_consent(program: Program, learner: str | None) -> None:
    from elder_tutor.ui.pages.consent import ConsentPage

    who = program.first_learner(learner)
    if who is not None:
        program.journey.ask_consent(program.app.people.learner(who))
    else:
        program.window.show_page(program.window.page(ConsentPage))


def _ask_symbols(program: Program, learner: str | None, wait: int) -> None:
    """Ask for three symbols, two of which were chosen; or let the page wait (s)."""
    from elder_tutor.ui.pages.symbols import SymbolsPage

    who = program.first_learner(learner)
    if who is None:
        raise KnownError("Nobody was added yet.")
    program.journey.doorway.ask_symbols(program.app.people.learner(who))
    page = program.window.page(SymbolsPage)
    if wait:
        page.wait(wait)
        page.second_passed()
        program.window.say(page.greeting())
    else:
        page.chosen += ["cat", "ball"]
        page.relayout()
