"""From some touches on a circle to how forgiving and how patient the program is with this hand.

The rule is plain, so that a trainer can tell why: four touches in five decide (the 80th percentile, by
nearest rank), so one stray touch of eight changes nothing. From so few touches nobody is made to aim
better than the design asks: the rule never answers less than the middle choice.

* **Touch.** The smallest target is 13 mm (DESIGN 7). A finger that lands further than half of it from
  the centre, or slides further than the 6 mm of half a gap and half a fingertip between press and
  release, needs the forgiving choice. Hands of 67 to 81 years land 3.4 mm from the centre in the mean
  (Sultana & Moffatt 2019), so most keep the middle one.
* **Wait.** Who touches twice where once was meant needs a longer wait: at least two of the touches
  were doubled, and the second came later than the middle wait covers with a fifth to spare. Ignoring
  repeats for up to half a second and more is what assistive options do (EN 301 549, 5.8). A hand that
  holds for longer than 0.7 s in the median also lifts slowly and lands again late.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Final

from elder_tutor.ui.fit import dials
from elder_tutor.ui.fit.dials import Change

SHARE: Final = 0.8
HALF_MM: Final = 13.0 / 2
SLIDE_MM: Final = 6.0
SPARE: Final = 0.8
HELD_MS: Final = 700
TWICE: Final = 2
MIDDLE, MOST = 1, 2


@dataclass(frozen=True, slots=True)
class Touched:
    """One touch that was meant for the circle.

    ``off_mm`` is how far from its centre the finger came down (None: a key), ``slid_mm`` how far it
    moved until it left, ``held_ms`` how long it stayed, ``doubled_ms`` when it came again, if it did.
    """

    off_mm: float | None
    slid_mm: float = 0.0
    held_ms: int = 0
    doubled_ms: int | None = None


def advised(touches: Sequence[Touched]) -> Change:
    """Answer the settings that these touches ask for; without touches the middle choices."""
    touch = dials.TOUCH.choices[MOST if _wide(touches) else MIDDLE].changes
    delay = dials.DELAY.choices[MOST if _slow(touches) else MIDDLE].changes
    return {**touch, **delay}


def percentile(values: Sequence[float], share: float = SHARE) -> float:
    """Answer the value that a share of all does not exceed, by nearest rank; 0.0 of none."""
    ranked = sorted(values)
    return ranked[ceil(share * len(ranked)) - 1] if ranked else 0.0


def _wide(touches: Sequence[Touched]) -> bool:
    off = [each.off_mm for each in touches if each.off_mm is not None]
    slid = [each.slid_mm for each in touches if each.off_mm is not None]
    return percentile(off) > HALF_MM or percentile(slid) > SLIDE_MM


def _slow(touches: Sequence[Touched]) -> bool:
    if not touches:
        return False
    again = [each.doubled_ms for each in touches if each.doubled_ms is not None]
    middle = dials.DELAY.choices[MIDDLE].changes["repeat_ms"]
    late = len(again) >= TWICE and percentile(again) > SPARE * float(middle)
    return late or median(each.held_ms for each in touches) > HELD_MS
