"""Somebody who sees nothing: they hear what is announced, and feel names, roles and states.

Nothing else is given to them: no list of names, no ids, no lesson, no picture. Their own
name they know, and the language.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.access.atspi import Bus, Node
from tests.access.wits import meant

CONTROLS = frozenset(
    {
        "button", "radio button", "check box", "toggle button", "switch", "page tab", "text", "password text",
        "slider",
    }
)  # fmt: skip
"""Roles that can be pressed or written in."""
QUIET = 0.2
"""Seconds of silence after which a listener takes it that all was said."""
PATIENCE = 15.0
"""Seconds that a busy machine may take to answer."""


@dataclass(slots=True)
class Blind:
    """A person at a screen reader. ``heard`` is all they ever heard, ``named`` what they met on the way."""

    bus: Bus
    heard: list[str] = field(default_factory=list)
    named: list[Node] = field(default_factory=list)
    _task: str = ""
    _tries: int = 0

    def listen(self) -> list[str]:
        """Wait until something is said, and to its end."""
        until = time.monotonic() + PATIENCE
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
