"""What a simulated learner can do with what stands on a page, sensible or not, and how a touch is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elder_tutor.lessons.learners.seen import Row, Seen, Thing, plain
from elder_tutor.lessons.view import Action, Do, Target

LABEL = re.compile(r"[«“]([^«»“”]+)[»”]")
NUMBER = re.compile(r"[0-9٠-٩]+")
LONG_PRESS = ("ضغطة مطول", "and hold")
SWIPE = ("اسحبوا", "Swipe ", "مرروا", "Scroll ")
BACKWARDS = ("السابقة", "page before", "إلى الأعلى", "of apps before", "Scroll up")
SHELL = {"رجوع": Do.BACK, "الرئيسية": Do.HOME, "Back": Do.BACK, "Home": Do.HOME}
SIDES = {
    "side.shade": ("الشريط في أعلى", "the bar at the top"),
    "side.recents": ("زر التطبيقات المفتوحة", "the open apps"),
    "side.volume_up": ("زر رفع الصوت", "the sound louder"),
    "side.volume_down": ("زر خفض الصوت", "the sound quieter"),
    "side.power": ("زر التشغيل", "the power key"),
}
"""What the phone's own touches are called in sentences."""
PAGES = "home.pages"
WRONG_WORDS = ("000000", "سقطت", "كلام آخر", "1", "")
_SPECIAL = ("delete", "done", "shift")


def possible(page: Seen) -> Iterator[Action]:
    """Answer everything that can be done on the page, sensible or not."""
    yield from (Action(Do.BACK), Action(Do.HOME))
    yield from (Action(Do.TAP, side) for side in page.sides)
    for name, _ in page.options:
        yield Action(Do.DECIDE, page.question, row=name)
    for name, _ in page.notices:
        yield from (Action(Do.TAP, f"notice.{name}"), Action(Do.DISMISS, f"notice.{name}"))
    if page.pages > 1:
        yield from (Action(Do.SWIPE, PAGES), Action(Do.SWIPE, PAGES, level=-1))
    for thing in page.things:
        yield from all_on(thing)
    if page.keys:
        yield from (Action(Do.KEY, text=key) for key in page.keys)
        yield from (Action(Do.DELETE), Action(Do.DONE))


def all_on(thing: Thing) -> Iterator[Action]:
    """Answer everything that can be done with one thing."""
    if thing.rows:
        yield from (Action(Do.PICK, thing.id, row=row.id) for row in thing.rows)
    elif thing.role == "switch":
        yield Action(Do.SET, thing.id, level=0 if thing.level else max(thing.most, 1))
    elif thing.role == "pages":
        yield from (Action(Do.SWIPE, thing.id), Action(Do.SWIPE, thing.id, level=-1))
    elif thing.role != "text":
        yield Action(Do.TAP, thing.id)
    rows = [row.id for row in thing.rows] or [""]
    if thing.can_hold:
        yield from (Action(Do.HOLD, thing.id, row) for row in rows)
    if thing.can_swipe:
        yield from (Action(Do.SWIPE, thing.id, row) for row in rows)
    if thing.role == "field":
        yield from (Action(Do.WRITE, thing.id, text=text) for text in WRONG_WORDS)


def on_target(page: Seen, target: Target) -> Action:
    """Answer the touch on what is lit."""
    head, _, rest = target.element.partition(".")
    if target.element in ("back", "home"):
        return Action(Do(target.element))
    if head == "key":
        return _key(rest)
    if head in ("notice", "side"):
        return Action(Do.DISMISS if head == "notice" and says(page, SWIPE) else Do.TAP, target.element)
    if target.element == PAGES:
        return Action(Do.SWIPE, PAGES, level=-1 if says(page, BACKWARDS) else 0)
    thing = page.thing(target.element)
    return touch_on(thing, target.row, page) if thing else Action(Do.TAP, target.element)


def touch_on(thing: Thing, row: str, page: Seen) -> Action:
    """Answer the touch on a thing that the words ask for: tap, press and hold, swipe, move."""
    if thing.can_hold and says(page, LONG_PRESS):
        return Action(Do.HOLD, thing.id, row)
    if thing.role == "pages" and not row:
        return Action(Do.SWIPE, thing.id, level=-1 if says(page, BACKWARDS) else 0)
    if thing.can_swipe and says(page, SWIPE):
        return Action(Do.SWIPE, thing.id, row)
    if row:
        return Action(Do.PICK, thing.id, row=row)
    if thing.role == "switch":
        return Action(Do.SET, thing.id, level=_level(thing, page))
    return Action(Do.TAP, thing.id)


def on_side(page: Seen) -> Action | None:
    """Answer the phone's own touch that the words ask for."""
    asked = (name for name, signs in SIDES.items() if name in page.sides and says(page, signs))
    return next((Action(Do.TAP, name) for name in asked), None)


def says(page: Seen, signs: tuple[str, ...]) -> bool:
    """Tell whether one of these is among the words that are said."""
    return any(plain(sign) in plain(words) for words in page.words for sign in signs)


def labels(words: tuple[str, ...]) -> list[str]:
    """Answer what stands in quotes in these sentences."""
    return [label for sentence in words for label in LABEL.findall(sentence)]


def named(row: Row, said: str, named_labels: list[str]) -> bool:
    """Tell whether the words mean this row: by its label, or by its day or time."""
    dated = NUMBER.search(row.name) is not None and plain(row.name) in said
    return row.open and (dated or plain(row.name) in named_labels)


def _key(name: str) -> Action:
    if name == "shift":
        return Action(Do.LAYER, text=name)
    if name in _SPECIAL:
        return Action(Do(name))
    if name.startswith("layer."):
        return Action(Do.LAYER, text=name.removeprefix("layer."))
    return Action(Do.KEY, text=name)


def _level(thing: Thing, page: Seen) -> int:
    if thing.most <= 1:
        return 0 if thing.level else 1
    numbers = [int(found) for words in page.words for found in NUMBER.findall(words)]
    return next((number for number in numbers if number <= thing.most), thing.most)
