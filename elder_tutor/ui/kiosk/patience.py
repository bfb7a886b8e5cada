"""How long a kiosk waits for somebody who has gone, and what it does next (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

IDLE_S: Final = 180
COUNT_S: Final = 60
SHOW_S: Final = 120
"""Three minutes without a touch, then a minute of counting; two on the welcome page, then a demonstration."""
SPOKEN: Final = (60, 30, 10)
"""At these numbers of the count the voice says how much is left."""
LOOK_MS: Final = 250


class Phase(StrEnum):
    """What the kiosk is doing about the time that passes."""

    USED = "used"
    COUNTING = "counting"
    WELCOME = "welcome"
    SHOWING = "showing"


class Patience(QObject):
    """Count seconds in which nobody does anything.

    ``now`` is a clock in milliseconds. ``busy`` tells that no time passes: voice or demonstration are
    at work and somebody may be listening, or the page waits for ever. ``welcoming`` tells that the
    welcome page stands and nobody is signed in. ``asked`` begins the count, ``counted`` carries what
    is left of it, ``gone`` ends it; ``shown`` asks for the demonstration.
    """

    asked = Signal()
    counted = Signal(int)
    gone = Signal()
    shown = Signal()

    def __init__(
        self, now: Callable[[], int], busy: Callable[[], bool], welcoming: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._now, self._busy, self._welcoming = now, busy, welcoming
        self.phase = Phase.USED
        self._since = now()
        self._left = COUNT_S
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Count from now on."""
        self.use()
        self._timer.start()

    def use(self) -> None:
        """Somebody touched something, or said that they are here."""
        self.phase, self._since = Phase.USED, self._now()

    def touched(self) -> None:
        """Take any touch or key; while something covers the page its own buttons decide."""
        if self.phase in (Phase.USED, Phase.WELCOME):
            self.use()

    def look(self) -> None:
        """See how long it has been; called by the timer."""
        if self.phase is Phase.COUNTING:
            self._count()
            return
        if self.phase is Phase.SHOWING:
            return
        if self._busy():
            self.use()
            return
        self.phase = Phase.WELCOME if self._welcoming() else Phase.USED
        passed = (self._now() - self._since) / 1000
        if self.phase is Phase.WELCOME and passed >= SHOW_S:
            self.phase = Phase.SHOWING
            self.shown.emit()
        elif self.phase is Phase.USED and passed >= IDLE_S:
            self.phase, self._since, self._left = Phase.COUNTING, self._now(), COUNT_S
            self.asked.emit()
            self.counted.emit(COUNT_S)

    def _count(self) -> None:
        left = max(0, COUNT_S - (self._now() - self._since) // 1000)
        if left != self._left:
            self._left = left
            self.counted.emit(left)
        if not left:
            self.use()
            self.gone.emit()
