"""Invented people at the door, for pictures of the welcome page and of the three symbols. Nobody is real."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor.progress.groups import Groups
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import pictures

if TYPE_CHECKING:
    from elder_tutor.app import App

ALONE, GROUPS, MANY, SYMBOLS, WAIT = "sign-in", "sign-in-groups", "sign-in-many", "symbols", "symbols-wait"
DOOR: Final = (ALONE, GROUPS, MANY, SYMBOLS, WAIT)
"""The pages that show people who are not yet in."""
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
