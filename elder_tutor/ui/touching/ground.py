"""What lies below the buttons of a page: it takes the touches that none of them took."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.touching.rules import Tolerance

if TYPE_CHECKING:
    from elder_tutor.ui.touching.misses import Misses
    from elder_tutor.ui.touching.ways import Movable


class Feel(NamedTuple):
    """How touches are taken here: tolerance, scale of the screen, and what a finger can take along."""

    tolerance: Tolerance
    px_per_mm: float
    surface: Movable | None = None


class Ground(QWidget):
    """Let a near miss count for the only near target of this widget; ``missed`` tells of any other."""

    missed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: Misses | None = None

    def feel(self) -> Feel | None:
        """Answer how touches are taken now; None while nothing is shown."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a touch that began on no target."""
        feel = self.feel()
        if feel is not None:
            self._misses().press(event, *feel)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow it."""
        if self._missing is not None:
            self._missing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if self._missing is not None:
            self._missing.release(event)

    def _misses(self) -> Misses:
        # Only here: the first page stands before anybody can miss anything on it.
        from elder_tutor.ui.touching.misses import Misses

        if self._missing is None:
            self._missing = Misses(self)
            self._missing.missed.connect(self.missed)
        return self._missing
