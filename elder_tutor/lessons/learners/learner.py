"""Simulated learners. They read, look and touch; they know nothing that the page does not show.

The perfect learner does what the words name and what is lit, remembers what was watched,
and asks for help when they do not know. The erring one does something wrong but possible
before nearly every step.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from enum import Enum

from elder_tutor.lessons.learners.memory import Memory, Recall
from elder_tutor.lessons.learners.seen import Seen, Thing, plain
from elder_tutor.lessons.view import Action, Do, Target

_LABEL = re.compile(r"[«“]([^«»“”]+)[»”]")
_NUMBER = re.compile(r"[0-9٠-٩]+")
_CODE = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){5}(?![0-9])")
_LONG_PRESS = ("ضغطة مطول", "and hold")
_FOR_EXAMPLE = ("مثلا", "for example")
_WORDS_OF_KEYS = {"حذف": Do.DELETE, "تم": Do.DONE, "Delete": Do.DELETE, "Done": Do.DONE}
_SHELL = {"رجوع": Do.BACK, "الرئيسية": Do.HOME, "Back": Do.BACK, "Home": Do.HOME}
_LAYERS = {"123": "123", "English": "en", "العربية": "ar"}
_SPACE_KEY = ("المسافة", "space key")
WRONG_WORDS = ("000000", "سقطت", "كلام آخر", "1", "")
SLIPS_OFTEN = 0.9


class Wish(Enum):
    """What a learner can wish for besides touching the phone."""

    HELP = "help"


Choice = Action | Wish


class Perfect:
    """Follow the words and the light, then what was watched; ask for help when that is not enough."""

    def __init__(self) -> None:
        self._memory = Memory()
        self.begin()

    def begin(self) -> None:
        """Come to another attempt: what was watched is remembered, the rest was of the last one."""
        self._recall = Recall(self._memory)
        self._code = ""
        self._written = ""
        self._old = ""
        self._example = ""
        self._last: tuple[Seen, Action] | None = None

    def watch(self, page: Seen) -> None:
        """Look at a moment of a lesson that is shown, and remember it."""
        self._memory.watch(page)

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now."""
        self._remember_code(page)
        self._example = _example(page) or self._example
        wish = self._wish(page)
        if isinstance(wish, Action):
            again = self._last == (page, wish)
            self._last = None if again else (page, wish)
            self._recall.did(page, wish)
            return Wish.HELP if again else wish  # the same touch on the same page led nowhere
        return wish

    def _wish(self, page: Seen) -> Choice:
        if page.options:
            return _opinion(page) or Wish.HELP
        if page.lit is not None:
            return _on_target(page, page.lit)
        remembered = self._recall.wish(page)
        return remembered or _by_words(page) or self._code_key(page) or self._example_key(page) or Wish.HELP

    def _remember_code(self, page: Seen) -> None:
        texts = [text for _, text in page.notices]
        texts += [thing.name for thing in page.things if thing.role in ("text", "card")]
        for text in texts:
            found = _CODE.search(text)
            code = re.sub(r"[^0-9]", "", found.group()) if found else ""
            if code and code != self._old:  # the newest notice stands first
                self._code = code
                return

    def _code_key(self, page: Seen) -> Action | None:
        field = next((thing for thing in page.things if thing.focused and thing.cells), None)
        if field is None or not self._code or not page.keys:
            return None
        if self._code == field.letters:
            if self._written == self._code:  # and the field is open again: it was an old one
                self._old, self._code = self._code, ""
                return None
            self._written = self._code
            return Action(Do.DONE)
        if not self._code.startswith(field.letters):
            return Action(Do.DELETE)
        return Action(Do.KEY, text=self._code[len(field.letters)])

    def _example_key(self, page: Seen) -> Action | None:
        field = next((thing for thing in page.things if thing.focused and not thing.cells), None)
        if field is None or not page.keys or not self._example.startswith(field.letters):
            return None
        if field.letters == self._example:
            return Action(Do.DONE) if field.letters else None
        letter = self._example[len(field.letters)]
        return Action(Do.KEY, text=letter) if letter in page.keys else None


class Errs(Perfect):
    """Do something wrong but possible, once for nearly every new thing that is said; then recover."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self._erred: set[tuple[str, tuple[str, ...], bool]] = set()

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now, which is often a slip."""
        moment = (page.title, page.words, bool(page.keys))
        if moment not in self._erred and self._rng.random() < SLIPS_OFTEN:
            self._erred.add(moment)
            right = super()._wish(page)
            slips = [action for action in possible(page) if action != right]
            if slips:
                return self._rng.choice(slips)
        return super().choose(page)


def possible(page: Seen) -> Iterator[Action]:
    """Answer everything that can be done on the page, sensible or not."""
    yield from (Action(Do.BACK), Action(Do.HOME))
    for name, _ in page.options:
        yield Action(Do.DECIDE, page.question, row=name)
    for name, _ in page.notices:
        yield from (Action(Do.TAP, f"notice.{name}"), Action(Do.DISMISS, f"notice.{name}"))
    for thing in page.things:
        yield from _all_on(thing)
    if page.keys:
        yield from (Action(Do.KEY, text=key) for key in page.keys)
        yield from (Action(Do.DELETE), Action(Do.DONE))


def _all_on(thing: Thing) -> Iterator[Action]:
    if thing.rows:
        yield from (Action(Do.PICK, thing.id, row=row.id) for row in thing.rows)
    elif thing.role == "switch":
        yield Action(Do.SET, thing.id, level=0 if thing.level else max(thing.most, 1))
    elif thing.role != "text":
        yield Action(Do.TAP, thing.id)
    if thing.can_hold:
        yield Action(Do.HOLD, thing.id)
    if thing.role == "field":
        yield from (Action(Do.WRITE, thing.id, text=text) for text in WRONG_WORDS)


def _example(page: Seen) -> str:
    """Answer a text that is offered to be written: the label of a sentence about examples."""
    offers = tuple(words for words in page.words if any(sign in plain(words) for sign in _FOR_EXAMPLE))
    return next(iter(_labels(offers)), "")


def _opinion(page: Seen) -> Action | None:
    if page.lit is not None and page.lit.element.startswith("opinion."):
        return Action(Do.DECIDE, page.question, row=page.lit.element.removeprefix("opinion."))
    labels = {plain(label) for label in _labels(page.words)}
    chosen = next((name for name, words in page.options if plain(words) in labels), None)
    return Action(Do.DECIDE, page.question, row=chosen) if chosen else None


def _on_target(page: Seen, target: Target) -> Action:
    head, _, rest = target.element.partition(".")
    if target.element in ("back", "home"):
        return Action(Do(target.element))
    if head == "key":
        return _key(rest)
    if head == "notice":
        return Action(Do.TAP, target.element)
    thing = page.thing(target.element)
    return _touch(thing, target.row, page) if thing else Action(Do.TAP, target.element)


def _key(name: str) -> Action:
    if name in ("delete", "done"):
        return Action(Do(name))
    if name.startswith("layer."):
        return Action(Do.LAYER, text=name.removeprefix("layer."))
    return Action(Do.KEY, text=name)


def _touch(thing: Thing, row: str, page: Seen) -> Action:
    if row:
        return Action(Do.PICK, thing.id, row=row)
    if thing.can_hold and _says(page, _LONG_PRESS):
        return Action(Do.HOLD, thing.id)
    if thing.role == "switch":
        return Action(Do.SET, thing.id, level=_level(thing, page))
    return Action(Do.TAP, thing.id)


def _level(thing: Thing, page: Seen) -> int:
    if thing.most <= 1:
        return 0 if thing.level else 1
    numbers = [int(found) for words in page.words for found in _NUMBER.findall(words)]
    return next((number for number in numbers if number <= thing.most), thing.most)


def _by_words(page: Seen) -> Action | None:
    """Answer the touch that the words name: a label in « », a day or time, a key."""
    labels = [plain(label) for label in _labels(page.words)]
    if page.keys:
        return _key_by_words(page, labels)
    said = " ".join(plain(words) for words in page.words)
    for thing in page.things:
        for row in thing.rows:
            dated = _NUMBER.search(row.name) is not None and plain(row.name) in said
            if row.open and (dated or plain(row.name) in labels):
                return Action(Do.PICK, thing.id, row=row.id)
        if not thing.rows and thing.enabled and thing.role != "text" and plain(thing.name) in labels:
            return _touch(thing, "", page)
    return next((Action(_SHELL[label]) for label in labels if label in _SHELL), None)


def _key_by_words(page: Seen, labels: list[str]) -> Action | None:
    for label in labels:
        if label in page.keys:
            return Action(Do.KEY, text=label)
        if label in _WORDS_OF_KEYS:
            return Action(_WORDS_OF_KEYS[label])
        if label in _LAYERS and _LAYERS[label] != page.layer:
            return Action(Do.LAYER, text=_LAYERS[label])
    if _says(page, _SPACE_KEY) and " " in page.keys:
        return Action(Do.KEY, text=" ")
    numbers = (found for words in page.words for found in _NUMBER.findall(words))
    digit = next((found for found in numbers if found in page.keys), None)
    return Action(Do.KEY, text=digit) if digit else None


def _says(page: Seen, signs: tuple[str, ...]) -> bool:
    return any(sign in plain(words) for words in page.words for sign in signs)


def _labels(words: tuple[str, ...]) -> list[str]:
    return [label for sentence in words for label in _LABEL.findall(sentence)]
