"""What a simulated learner keeps of a lesson that was watched, and how they do it again alone.

It is made of pages only: what stood there, what was lit, what the next page had become. A way
that came back to the same page with nothing written was a look round, and is not kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.learners.hands import PAGES, on_target, touch_on
from elder_tutor.lessons.learners.seen import Row, Seen, Thing, plain
from elder_tutor.lessons.view import Action, Do

_SIDE = "side."
_EVERY = ("كل ", "every ", "each ")
_STRANGE = ("غير محفوظ", "not saved", "not in your contacts")
_BRINGS_A_CODE = ("رمز التحقق", "verification code")
_SHELL = (Do.BACK, Do.HOME)
_LASTS = (Do.WRITE, Do.SET)
_NOTICE = "notice"
MOST_TIMES = 2
"""So often a remembered touch is made before it is taken to lead nowhere."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One touch that was watched, by what a person calls it. ``code`` marks a field for a code."""

    title: str
    do: Do
    name: str = ""
    row: str = ""
    letters: str = ""
    level: int = 0
    code: bool = False


class Memory:
    """Keep what was watched, in order; ``judged`` is what was said of a row that was opened."""

    def __init__(self) -> None:
        self.trail: list[tuple[Seen, Touch]] = []
        self.judged: dict[str, str] = {}

    def watch(self, page: Seen) -> None:
        """Look at one moment of a lesson that is shown."""
        self._see_what_came(page)
        if page.lit is None:
            return
        if page.options:
            self._hear(page, page.lit.element.removeprefix("opinion."))
            return
        touch = _lit_touch(page)
        if touch is not None:
            still = standing(page)
            self._forget_round(still)
            self.trail.append((still, touch))

    def _see_what_came(self, page: Seen) -> None:
        """Take the letters or the level that the last touch led to."""
        if not self.trail or self.trail[-1][1].do not in _LASTS:
            return
        before, touch = self.trail[-1]
        thing = _called(page, touch.name) if page.title == touch.title else None
        if thing is not None:
            letters = "" if touch.code else thing.letters
            self.trail[-1] = (before, replace(touch, letters=letters, level=thing.level))

    def _hear(self, page: Seen, option: str) -> None:
        rows = [touch.row for _, touch in self.trail if touch.do is Do.PICK]
        label = dict(page.options).get(option, "")
        if rows and label:
            self.judged[rows[-1]] = plain(label)

    def _forget_round(self, still: Seen) -> None:
        for place, (page, _) in enumerate(self.trail):
            if page == still and all(touch.do not in _LASTS for _, touch in self.trail[place:]):
                del self.trail[place:]
                return


@dataclass(frozen=True, slots=True)
class _Found:
    """An action, the place in the memory where one goes on then, and the row it opens."""

    action: Action
    at: int
    place: int = -1
    """Where it was found; -1 for a key, and for what was never watched."""
    row: str = ""


class Recall:
    """Do what is remembered, once: one attempt of one lesson."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._at = 0
        self._row = ""
        self._opened: set[str] = set()
        self._used: Counter[int] = Counter()
        self._last: tuple[Seen, Action] | None = None

    def wish(self, page: Seen) -> Action | None:
        """Answer what is remembered for this page; None when that is nothing."""
        found = self._find(page)
        return found.action if found else None

    def did(self, page: Seen, action: Action) -> None:
        """Go on from a touch that is made now."""
        found = self._find(page)
        if found is not None and found.action == action:
            self._at = found.at
            self._used[found.place] += 1
            if found.row:
                self._row = found.row
                self._opened.add(found.row)
                self._used.clear()
        self._last = (standing(page), action)

    # --- finding ------------------------------------------------------------------------

    def _find(self, page: Seen) -> _Found | None:
        if not self._memory.trail:
            return None
        if page.keys:
            return self._key(page)
        label = self._repeated(page)
        return (self._again(page, label) if label else None) or self._next(page, label)

    def _key(self, page: Seen) -> _Found | None:
        """Answer the next key of what was written in the open field; a code is read elsewhere."""
        field = next((thing for thing in page.things if thing.focused), None)
        for place, touch in self._ahead(page.title):
            if field and touch.do is Do.WRITE and touch.name == field.name and not touch.code:
                action = next_key(field, touch.letters, page)
                done = action is not None and action.do is Do.DONE
                return _Found(action, place + 1 if done else place) if action else None
        return None

    def _next(self, page: Seen, label: str) -> _Found | None:
        still = standing(page)
        for place, touch in self._ahead(page.title):
            if label and self._memory.judged.get(touch.row, label) != label:
                continue  # what was said to be something else is let be
            action = _made(touch, page)
            fresh = self._used[place] < MOST_TIMES and self._last != (still, action)
            if action is not None and fresh:
                return _Found(action, place if touch.do is Do.WRITE else place + 1, place)
        return None

    def _ahead(self, title: str) -> Iterator[tuple[int, Touch]]:
        """Go through what was done on pages of this title: what comes next first, then from the beginning."""
        trail = self._memory.trail
        for place in (*range(self._at, len(trail)), *range(min(self._at, len(trail)))):
            if trail[place][1].title == title:
                yield place, trail[place][1]

    # --- a goal that says "every" -----------------------------------------------------

    def _repeated(self, page: Seen) -> str:
        """Answer what the goal wants to be dealt with wherever it is met; "" when it is done once."""
        goal = plain(" ".join(page.goal))
        if not any(sign in goal for sign in _EVERY):
            return ""
        return next((label for label in self._memory.judged.values() if label in goal), "")

    def _again(self, page: Seen, label: str) -> _Found | None:
        """Open the next row, or leave one that is not of the kind."""
        trail, judged = self._memory.trail, self._memory.judged
        taught = next(place for place, (_, each) in enumerate(trail) if judged.get(each.row) == label)
        touch = trail[taught][1]
        if page.title == touch.title:
            return self._row_of(page, touch.name, label, taught + 1)
        reads = taught + 1 < len(trail) and page.title == trail[taught + 1][1].title
        if reads and self._row not in judged and not _says(page, _STRANGE):
            return _Found(Action(Do.BACK), taught)
        return None

    def _row_of(self, page: Seen, name: str, label: str, after: int) -> _Found | None:
        judged = self._memory.judged
        thing = next((each for each in page.things if each.rows and each.name == name), None)
        rows = [row for row in thing.rows if judged.get(row.name, label) == label] if thing else []
        rows = [row for row in rows if row.open and row.name not in self._opened]
        if thing is None or not rows:
            return None
        first = min(rows, key=lambda row: (row.name not in judged, _brings_a_code(row)))
        return _Found(Action(Do.PICK, thing.id, row=first.id), after, row=first.name)


def standing(page: Seen) -> Seen:
    """Answer what stands on a page, without what is said and lit."""
    return replace(page, words=(), lit=None, notices=(), goal=(), may_finish=False)


def next_key(field: Thing, wanted: str, page: Seen) -> Action | None:
    """Answer the key that brings a field nearer to a text; None when there is no such key."""
    there = field.letters
    if there == wanted:
        return Action(Do.DONE)
    ahead = wanted[len(there) :][:1]
    if not wanted.startswith(there):
        form = wanted[len(there) - 1 : len(there)]
        return Action(Do.KEY, text=form) if form in page.keys and _is_form(form) else Action(Do.DELETE)
    if ahead in page.keys:
        return Action(Do.KEY, text=ahead)
    if _is_form(ahead) and keyboard.ALEF in page.keys:
        return Action(Do.KEY, text=keyboard.ALEF)
    layers = [layer for layer, rows in keyboard.LAYERS.items() if any(ahead in row for row in rows)]
    return Action(Do.LAYER, text=layers[0]) if layers and page.layer not in layers else None


def _lit_touch(page: Seen) -> Touch | None:
    lit = page.lit
    assert lit is not None
    if lit.element in _SHELL:
        return Touch(page.title, Do(lit.element))
    if lit.element.startswith(f"{_NOTICE}."):
        return Touch(page.title, Do.TAP, _NOTICE)
    if lit.element.startswith(_SIDE) or lit.element == PAGES:
        made = on_target(page, lit)
        return Touch(page.title, made.do, lit.element, level=made.level)
    thing = page.thing(lit.element)
    if thing is None:
        return None
    row = next((row.name for row in thing.rows if row.id == lit.row), "")
    if thing.role == "field" and not row:
        return Touch(page.title, Do.WRITE, thing.name, code=thing.cells > 0)
    made = touch_on(thing, lit.row, page)
    return Touch(page.title, made.do, thing.name, row, level=made.level if made.do is Do.SWIPE else 0)


def _made(touch: Touch, page: Seen) -> Action | None:
    """Answer a remembered touch on this page; None when its thing is not here or it is done already."""
    if touch.do in _SHELL:
        return Action(touch.do)
    if touch.do is Do.TAP and touch.name == _NOTICE:
        return Action(Do.TAP, f"{_NOTICE}.{page.notices[0][0]}") if page.notices else None
    if touch.name.startswith(_SIDE):
        return Action(touch.do, touch.name) if touch.name in page.sides else None
    if touch.name == PAGES:
        return Action(touch.do, PAGES, level=touch.level) if page.pages > 1 else None
    if touch.do is Do.PICK or touch.row:
        return _picked(touch, page)
    thing = _called(page, touch.name)
    if thing is None or not thing.enabled:
        return None
    if touch.do is Do.WRITE:
        full = len(thing.letters) >= thing.cells if touch.code else thing.letters == touch.letters
        return None if full else Action(Do.TAP, thing.id)
    if touch.do is Do.SET:
        return None if thing.level == touch.level else Action(Do.SET, thing.id, level=touch.level)
    return Action(touch.do, thing.id, level=touch.level)


def _picked(touch: Touch, page: Seen) -> Action | None:
    lists = (thing for thing in page.things if thing.name == touch.name)
    rows = ((thing.id, row) for thing in lists for row in thing.rows)
    named = (Action(touch.do, thing, row=row.id) for thing, row in rows if row.open and row.name == touch.row)
    return next(named, None)


def _called(page: Seen, name: str) -> Thing | None:
    things = (each for each in page.things if each.role not in ("text", "list"))
    return next((each for each in things if each.name == name), None)


def _says(page: Seen, signs: tuple[str, ...]) -> bool:
    texts = [plain(text) for thing in page.things for text in (thing.name, thing.sub)]
    return any(sign in text for text in texts for sign in signs)


def _brings_a_code(row: Row) -> bool:
    # Somebody who was sent a code has asked for it: such a message is read last.
    return any(sign in plain(f"{row.name} {row.sub}") for sign in _BRINGS_A_CODE)


def _is_form(letter: str) -> bool:
    return letter in keyboard.ALEF_FORMS
