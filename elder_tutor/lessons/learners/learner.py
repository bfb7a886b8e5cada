"""Simulated learners. They read, look and touch; they know nothing that the page does not show.

The perfect learner does what the words name and what is lit, remembers what was watched,
reads the task, and asks for help when they do not know. The erring one does something wrong
but possible before nearly every step.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from enum import Enum

from elder_tutor.lessons.learners.hands import (
    NUMBER,
    SHELL,
    labels,
    named,
    on_side,
    on_target,
    possible,
    says,
    touch_on,
)
from elder_tutor.lessons.learners.memory import Memory, Recall
from elder_tutor.lessons.learners.seen import Row, Seen, Thing, plain
from elder_tutor.lessons.view import Action, Do

_CODE = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){5}(?![0-9])")
_FINISHED = ("انتهيت", "I have finished")
_FOR_EXAMPLE = ("مثلا", "for example")
_WORDS_OF_KEYS = {"حذف": Do.DELETE, "تم": Do.DONE, "Delete": Do.DELETE, "Done": Do.DONE}
_LAYERS = {"123": "123", "English": "en", "العربية": "ar"}
_SPACE_KEY = ("المسافة", "space key")
_THE = ("ال", "لل")
SLIPS_OFTEN = 0.9
MOST_TRIES = 2
"""So often the same is guessed where the page says the same; then help is asked for."""


class Wish(Enum):
    """What a learner can wish for besides touching the phone."""

    HELP = "help"
    DONE = "done"
    """To say: I have finished."""


Choice = Action | Wish


class Perfect:
    """Follow the words and the light, then what was watched and the task; else ask for help."""

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
        self._tried: Counter[tuple[Seen, Action]] = Counter()

    def watch(self, page: Seen) -> None:
        """Look at a moment of a lesson that is shown, and remember it."""
        self._memory.watch(page)

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now."""
        self._remember_code(page)
        self._example = _example(page) or self._example
        wish = self._wish(page)
        if isinstance(wish, Action):
            # what is remembered may be done at many rows; a key of one text only leads on or nowhere
            guessed = page.lit is None and (bool(page.keys) or wish != self._recall.wish(page))
            self._tried[page, wish] += guessed
            again = self._last == (page, wish) or self._tried[page, wish] > MOST_TRIES
            self._last = None if again else (page, wish)
            self._recall.did(page, wish)
            return Wish.HELP if again else wish  # the same touch on the same page led nowhere
        return wish

    def _wish(self, page: Seen) -> Choice:
        if page.may_finish and set(_FINISHED) & {plain(label) for label in labels(page.words)}:
            return Wish.DONE
        if page.options:
            return _opinion(page) or Wish.HELP
        if page.lit is not None:
            return on_target(page, page.lit)
        remembered = self._recall.wish(page)
        told = _by_goal(page, remembered) or remembered or _by_words(page)
        return told or self._code_key(page) or self._example_key(page) or Wish.HELP

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


def _example(page: Seen) -> str:
    """Answer a text that is offered to be written: the label of a sentence about examples."""
    offers = tuple(words for words in page.words if any(sign in plain(words) for sign in _FOR_EXAMPLE))
    return next(iter(labels(offers)), "")


def _opinion(page: Seen) -> Action | None:
    if page.lit is not None and page.lit.element.startswith("opinion."):
        return Action(Do.DECIDE, page.question, row=page.lit.element.removeprefix("opinion."))
    said = {plain(label) for label in labels(page.words)}
    chosen = next((name for name, words in page.options if plain(words) in said), None)
    return Action(Do.DECIDE, page.question, row=chosen) if chosen else None


def _by_goal(page: Seen, remembered: Action | None) -> Action | None:
    """Answer what the task names and another touch was remembered for: the task is not the lesson's."""
    goal = plain(" ".join(page.goal))
    if not goal or page.keys:
        return None
    for thing in page.things:
        asked = [row for row in thing.rows if row.open and not row.chosen and _in_goal(row, goal)]
        if len(asked) == 1 and (remembered is None or remembered.element == thing.id):
            return Action(Do.PICK, thing.id, row=asked[0].id)
    return None


def _in_goal(row: Row, goal: str) -> bool:
    name = plain(row.name)
    bare = name.removeprefix(_THE[0])
    return len(bare) > 2 and (name in goal or _THE[1] + bare in goal)


def _by_words(page: Seen) -> Action | None:
    """Answer the touch that the words name: a label in « », a day or time, a key."""
    named_labels = [plain(label) for label in labels(page.words)]
    if page.keys:
        return _key_by_words(page, named_labels)
    said = " ".join(plain(words) for words in page.words)
    for thing in page.things:
        for row in thing.rows:
            if named(row, said, named_labels):
                return touch_on(thing, row.id, page)
        if _is_named(thing, named_labels):
            return touch_on(thing, "", page)
    return next((Action(SHELL[label]) for label in named_labels if label in SHELL), None) or on_side(page)


def _is_named(thing: Thing, named_labels: list[str]) -> bool:
    return not thing.rows and thing.enabled and thing.role != "text" and plain(thing.name) in named_labels


def _key_by_words(page: Seen, named_labels: list[str]) -> Action | None:
    for label in named_labels:
        if label in page.keys:
            return Action(Do.KEY, text=label)
        if label in _WORDS_OF_KEYS:
            return Action(_WORDS_OF_KEYS[label])
        if label in _LAYERS and _LAYERS[label] != page.layer:
            return Action(Do.LAYER, text=_LAYERS[label])
    if says(page, _SPACE_KEY) and " " in page.keys:
        return Action(Do.KEY, text=" ")
    numbers = (found for words in page.words for found in NUMBER.findall(words))
    digit = next((found for found in numbers if found in page.keys), None)
    return Action(Do.KEY, text=digit) if digit else None
