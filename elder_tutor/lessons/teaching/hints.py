"""The hint ladder: what each rung says and shows, and when the next one may be given (DESIGN 5).

0 the goal again → 1 the region → 2 the control and what it means → 3 an outline on the
control → 4 the hand shows it, then hands the step back. The timings are in ``ladder.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.lessons.teaching.ladder import ladder
from elder_tutor.lessons.teaching.sentences import instruction, naming, target_of, whereabouts
from elder_tutor.lessons.view import Action, ScreenView, Target
from elder_tutor.text.phrase import Phrase, phrase

UNASKED = -1
"""Before rung 0: nothing was said since the last progress."""
TOP = 4


@dataclass(frozen=True, slots=True)
class Rung:
    """What one rung says and shows."""

    say: tuple[Phrase, ...]
    target: Target | None = None
    ring: bool = False
    hand: bool = False
    region_lit: bool = False


def rung_of(
    level: int, action: Action, view: ScreenView, goal: tuple[Phrase, ...], words: tuple[Phrase, ...] = ()
) -> Rung:
    """Compose a rung (0..4) for the touch that is due on this screen.

    ``words`` are the author's own for this touch, where they may be said: rung 3 says them
    in the place of a composed sentence.
    """
    target = target_of(action, view)
    match level:
        case 0:
            return Rung(goal)
        case 1:
            where = Target("", region=target.region)
            return Rung((whereabouts(action, view),), where, region_lit=True)
        case 2:
            return Rung(naming(action, view))
        case 3:
            said = words or instruction(action, view)
            return Rung((phrase("Look at the bright frame."), *said), target, ring=True)
    return Rung((phrase("Watch the hand. Then it is your turn."),), target, ring=True, hand=True)


def may_climb(rung: int, hinted_at: int, now_ms: int) -> bool:
    """Tell whether the next rung may be given now; a clock that was set back does not hold it up."""
    return rung < TOP and abs(now_ms - hinted_at) >= ladder().dwell_ms
