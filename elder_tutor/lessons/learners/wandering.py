"""Learners who leave the way: one wanders off on purpose, one touches anything at all.

Both end by following hints only. They have watched nothing, so what leads them is what the
page says and lights.
"""

from __future__ import annotations

import random
from typing import Final

from elder_tutor.lessons.learners.hands import possible
from elder_tutor.lessons.learners.learner import Choice, Perfect, Wish
from elder_tutor.lessons.learners.seen import Seen
from elder_tutor.lessons.view import Action, Do

WANDERS: Final = 40
"""Touches off the way: so many that at least eight lead away, whatever the lesson is."""
AT_ONCE: Final = 24
"""How many of them come before anything else, so that a short lesson is not over before."""
ANYTHING: Final = 60
"""Touches of any kind before hints are followed."""
_OFTEN: Final = 0.7
_LEAVES: Final = (Do.BACK, Do.HOME)


class Wanders(Perfect):
    """Open other apps, go back, put notices away, fill forms wrongly; then follow hints only."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self.left = WANDERS

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now: often something else than what is asked for, while there is time."""
        if self.left and (self.left > WANDERS - AT_ONCE or self._rng.random() < _OFTEN):
            wanted = self._wish(page)
            away = [action for action in possible(page) if action != wanted and _leads_away(action, page)]
            if away:
                self.left -= 1
                return self._rng.choice(away)
        return super().choose(page)


class Anything(Perfect):
    """Touch anything, seeded; then follow hints only."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self.left = ANYTHING

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now."""
        if self.left:
            self.left -= 1
            choices: list[Choice] = [*possible(page), Wish.HELP]
            return self._rng.choice(choices)
        return super().choose(page)


def _leads_away(action: Action, page: Seen) -> bool:
    """Tell whether a touch is one that people wander off by: leaving, other apps, notices, wrong words."""
    if action.do in _LEAVES or action.do is Do.DISMISS or action.do is Do.WRITE:
        return True
    if action.element.startswith(("home.", "notice.", "side.")):
        return True
    return action.do in (Do.PICK, Do.SET, Do.TAP, Do.SWIPE, Do.HOLD, Do.DECIDE)
