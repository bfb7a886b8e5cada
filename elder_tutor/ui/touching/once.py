"""One touch, told twice: by the screen and again by a mouse that is none, or twice by one driver."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF

from elder_tutor.frozen import dataclass
from elder_tutor.ui.touching.contacts import Part

TWIN_MS: Final = 500
"""So long after a touch a second device may still tell of it: some systems wait for a double tap first."""
TWIN_MM: Final = 6.0
HELD_MS: Final = 5000
"""A system that makes a right click of a long touch tells of it while the finger lies or as it leaves."""
BOUNCE_MS: Final = 50
BOUNCE_MM: Final = 1.5
"""A driver that tells a press twice does so at once and in the same place; no hand does."""


@dataclass(frozen=True, slots=True)
class _Last:
    source: int
    at: QPointF
    ms: int


class Once:
    """Let through one press at a time, whichever device told of it first.

    ``source`` numbers the devices, places are window pixels, times ms of the events themselves.
    """

    def __init__(self) -> None:
        self._held: _Last | None = None
        self._last: _Last | None = None
        self._muted: set[int] = set()

    def lets(self, part: Part, source: int, at: QPointF, ms: int, px_per_mm: float) -> bool:
        """Tell whether something a device says is the first that is heard of it."""
        if part is Part.DOWN:
            return self._down(_Last(source, at, ms), px_per_mm)
        held = self._held
        if held is None or held.source != source or source in self._muted:
            return False
        if part is not Part.MOVE:
            self._last, self._held = _Last(source, at, ms), None
        return True

    def _down(self, new: _Last, px_per_mm: float) -> bool:
        self._muted.discard(new.source)
        held, last = self._held, self._last
        if held is not None and self._while_held(held, new, px_per_mm):
            if held.source != new.source:
                self._muted.add(new.source)
            return False
        if held is None and last is not None and self._after(last, new, px_per_mm):
            self._muted.add(new.source)
            return False
        self._held = new
        return True

    def _while_held(self, held: _Last, new: _Last, px_per_mm: float) -> bool:
        """Nobody presses with two devices at once; an end that was never told holds nothing up for long."""
        passed = new.ms - held.ms
        own, near = held.source == new.source, _near(held, new, TWIN_MM * px_per_mm)
        return 0 <= passed <= TWIN_MS or (not own and near and 0 <= passed <= HELD_MS)

    def _after(self, last: _Last, new: _Last, px_per_mm: float) -> bool:
        own = new.source == last.source
        within_ms, within_mm = (BOUNCE_MS, BOUNCE_MM) if own else (TWIN_MS, TWIN_MM)
        return 0 <= new.ms - last.ms <= within_ms and _near(last, new, within_mm * px_per_mm)


def _near(one: _Last, other: _Last, px: float) -> bool:
    return (one.at - other.at).manhattanLength() <= px
