"""What fills the phone between its bars, as the phone asks it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ScreenView
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.touching.ways import Way


class Surface(QWidget):
    """What fills the phone between its bars: a column of pieces, or the home screen's icons."""

    acted = Signal(object)
    moved = Signal()

    def render_screen(self, view: ScreenView, kit: Kit) -> None:
        """Show a screen."""
        raise NotImplementedError

    def spot(self, element: str, row: str = "") -> QRect | None:
        """Answer where an element or row is now, in own coordinates; None when it is out of view."""
        raise NotImplementedError

    def group_of(self, element: str, row: str = "") -> QRect | None:
        """Answer the area to search in for an element or row."""
        return self.spot(element, row)

    def region(self, name: str) -> QRect:
        """Answer the top, middle or bottom of what shows."""
        third = self.height() // 3
        part = {"top": 0, "middle": 1, "bottom": 2}.get(name)
        return self.rect() if part is None else QRect(0, part * third, self.width(), third)

    def bring(self, element: str, row: str = "") -> None:
        """Bring an element or row into view."""

    def drag(self, by: int) -> bool:
        """Move by window pixels under a finger; answer whether there is anywhere to move to."""
        return False

    def sweep(self, way: Way, act: bool) -> bool:
        """Turn a page by a swipe; with ``act`` False only tell whether there is one to turn."""
        return False

    def reading(self) -> list[QRect]:
        """Answer where words to read stand that are no target, in own coordinates."""
        return []

    def focus_order(self) -> list[QWidget]:
        """Answer what the Tab key goes through, in the order of reading."""
        raise NotImplementedError
