"""How many people must stand behind a figure before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LEAST: Final = 5
"""Distinct learners. Below it a figure may tell of one person (the usual threshold of small cells in
official statistics: five, UNECE «Managing statistical confidentiality and microdata access», 2007)."""


def enough(learners: int) -> bool:
    """Tell whether a figure of so many learners may be shown."""
    return learners >= LEAST


def withheld(learners: Sequence[int]) -> frozenset[int]:
    """Answer which of the parts of a whole must not be shown, by their places.

    Those of one to four learners; where that is a single part, the smallest other one too: the whole
    less the rest would tell it. Nobody at all is no secret.
    """
    small = {place for place, count in enumerate(learners) if 0 < count < LEAST}
    if len(small) == 1:
        others = [place for place, count in enumerate(learners) if count >= LEAST]
        if others:
            small.add(min(others, key=lambda place: learners[place]))
    return frozenset(small)
