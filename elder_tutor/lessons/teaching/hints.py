"""The hint ladder: when the next rung comes, and what it says and shows (DESIGN 5).

0 the goal again → 1 the region → 2 the control and what it means → 3 an outline on the
control → 4 the hand shows it, then hands the step back.
"""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.lessons.teaching.sentences import instruction, naming, target_of, whereabouts
from elder_tutor.lessons.view import Action, ScreenView, Target
from elder_tutor.text.phrase import Phrase, phrase

UNASKED = -1
"""Before rung 0: nothing was said since the last progress."""
TOP = 4
DWELL_MS = 2_000
"""Never two rungs within this time, so that nobody clicks through to the end (Aleven 2006)."""
SECOND_WRONG = 2


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for somebody: ``wait_ms`` without progress before the next rung."""

    wait_ms: int = 20_000


USUAL = Pace()
SHORTEST_MS, LONGEST_MS = USUAL.wait_ms, 45_000
_ENOUGH_GAPS = 8
_TIMES_USUAL = 2.5


def pace_of(gaps_ms: tuple[int, ...]) -> Pace:
    """Answer the pace of a learner from the times between their own actions, newest last.

    Two and a half times the usual (median) gap, never under 20 s nor over 45 s; 20 s while
    fewer than eight gaps are known.
    """
    if len(gaps_ms) < _ENOUGH_GAPS:
        return USUAL
    usual = sorted(gaps_ms)[len(gaps_ms) // 2]
    return Pace(min(max(int(usual * _TIMES_USUAL), SHORTEST_MS), LONGEST_MS))


@dataclass(frozen=True, slots=True)
class Rung:
    """What one rung says and shows."""

    say: tuple[Phrase, ...]
    target: Target | None = None
    ring: bool = False
    hand: bool = False


def rung_of(level: int, action: Action, view: ScreenView, goal: tuple[Phrase, ...]) -> Rung:
    """Compose a rung (0..4) for the touch that is due on this screen."""
    target = target_of(action, view)
    match level:
        case 0:
            return Rung(goal)
        case 1:
            return Rung((whereabouts(action, view),), Target("", region=target.region))
        case 2:
            return Rung(naming(action, view))
        case 3:
            return Rung((phrase("Look at the bright frame."), *instruction(action, view)), target, ring=True)
    return Rung((phrase("Watch the hand. Then it is your turn."),), target, ring=True, hand=True)


def may_climb(rung: int, hinted_at: int, now_ms: int) -> bool:
    """Tell whether the next rung may be given now; a clock that was set back does not hold it up."""
    return rung < TOP and abs(now_ms - hinted_at) >= DWELL_MS
