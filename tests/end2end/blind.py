"""Somebody who sees nothing: they hear what is announced, and feel names, roles and states.

Nothing else is given to them: no list of names, no ids, no lesson, no picture. Their own
name they know, and the language.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.access.atspi import Bus, Node
from tests.access.wits import certain, meant

CONTROLS = frozenset(
    {
        "button", "radio button", "check box", "toggle button", "switch", "page tab", "text", "password text",
        "slider",
    }
)  # fmt: skip
"""Roles that can be pressed or written in."""
QUIET = 0.2
"""Seconds of silence after which a listener takes it that all was said."""
SILENCE = 0.8
"""Seconds without a word after which somebody who is alone asks for help."""
BETWEEN = 3.2
"""Seconds between two questions: a hint stands for three before the next comes."""
LED = 4
"""Hints after which a thing is lit, and the keyboard led to it."""
CODE = 6
"""Digits of a code."""
AHEAD = 4
"""How far ahead somebody remembers what comes."""
RUNGS = 6
"""Times somebody asks before they give up."""
PATIENCE = 15.0
"""Seconds that a busy machine may take to answer."""


@dataclass(slots=True)
class Blind:
    """A person at a screen reader. ``heard`` is all they ever heard, ``named`` what they met on the way."""

    bus: Bus
    heard: list[str] = field(default_factory=list)
    named: list[Node] = field(default_factory=list)
    help: tuple[str, ...] = ()
    """How the button for help is called in their language."""
    asked: int = 0
    _task: str = ""
    _tries: int = 0

    def listen(self, patience: float = PATIENCE) -> list[str]:
        """Wait until something is said, and to its end; [] where nothing is in these seconds."""
        until = time.monotonic() + patience
        while not self.bus.said and time.monotonic() < until:
            self.bus.hear(0.05)
        count = -1
        while count != len(self.bus.said):
            count = len(self.bus.said)
            self.bus.hear(QUIET)
        said = [text for text, _ in self.bus.said]
        self.bus.said.clear()
        self.heard += said
        return said

    def page(self) -> list[Node]:
        """Feel everything that can be used now."""
        return [node for node, _ in self.bus.walk() if node.role in CONTROLS and node.usable]

    def answer(self, said: list[str]) -> Node:
        """Do what was said: press what was named; told to try again, the next that may have been meant."""
        ranked = meant(said[-1:], self.page())
        assert ranked, f"nothing on the page was meant by {said}"
        again = bool(self._task) and said[-1] != self._task and said[-1].endswith(self._task)
        self._tries = self._tries + 1 if again else 0
        self._task = self._task if again else said[-1]
        assert self._tries < len(ranked), f"every guess at {said} was wrong"
        chosen = ranked[self._tries]
        self.named.append(chosen)
        assert self.bus.press(chosen), f"{chosen.role} {chosen.name} cannot be pressed"
        return chosen

    def press(self, name: str) -> None:
        """Press what bears a name that the person knows: their own, or that of a language."""
        found = meant([f"«{name}»"], self.page())
        assert found, f"nobody here is called {name}"
        assert self.bus.press(found[0])

    def go_on(self, done: Callable[[], bool], most: int = 80) -> list[str]:
        """Listen and answer until something is done; answer what was said last and not answered."""
        said: list[str] = []
        for _ in range(most):
            said = self.listen()
            assert said, f"nothing is said any more; the last was {self.heard[-1:]}"
            if done():
                return said
            self.answer(said)
        raise AssertionError(f"not done after {most} answers; the last was {said}")

    def go_alone(self, known: Sequence[str], done: Callable[[], bool], most: int = 120) -> list[str]:
        """Do what one has done before, by the names one remembers; ask for a hint where none is there.

        ``known`` is in the order of then; the last hint names what was forgotten.
        """
        rest, asked, typing = list(known), 0, False
        for _ in range(most):
            said = self.listen(SILENCE)
            if done():
                return [*said, *self.listen(SILENCE)]
            page = self.page()
            rest = self._code(page) + rest[CODE:] if code_ahead(rest) and not typing else rest
            typing = code_ahead(rest)
            found = [each for each in page if rest and each.name == rest[0]]
            if asked and said and not found:  # the fourth hint leads the keyboard there
                found = certain(said[-1], page) if asked < LED else meant(said[-1:], page)
            if found:
                rest = rest[rest.index(found[0].name) + 1 :] if found[0].name in rest[:AHEAD] else rest
                asked = 0
                self.named.append(found[0])
                assert self.bus.press(found[0]), f"{found[0].name} cannot be pressed"
            else:
                assert asked < RUNGS, f"no hint tells what comes; heard {self.heard[-8:]}, then {rest[:1]}"
                self._ask(page)
                asked += 1
        raise AssertionError(f"not done after {most} answers; the last was {self.heard[-1:]}")

    def _code(self, page: list[Node]) -> list[str]:
        """Read the code that has come: it is another every time, and stands on the page or in a notice."""
        texts = [f"{node.name} {node.about}" for node in page] + self.heard[::-1]
        found = (re.search(rf"\d{{{CODE}}}", plain_digits(text)) for text in texts)
        return list(next((each.group() for each in found if each), ""))

    def _ask(self, page: list[Node]) -> None:
        helps = [each for each in page if each.name in self.help]
        assert helps, "nobody can be asked"
        self.asked += 1
        time.sleep(BETWEEN)
        assert self.bus.press(helps[0])


def code_ahead(names: Sequence[str]) -> bool:
    """Tell whether a code is written next: as many digits as one has, key by key."""
    return len(names) >= CODE and all(len(each) == 1 and each.isdigit() for each in names[:CODE])


def plain_digits(text: str) -> str:
    """Answer a text with digits that may stand apart written together."""
    return re.sub(r"(?<=\d)[\s\u2066-\u2069](?=\d)", "", text)
