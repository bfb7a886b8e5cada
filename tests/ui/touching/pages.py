"""The pages on which hands tremble, and how large what they aim at is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.program import Program
from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.fingers import Fingers
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.touching.rules import KIND

PAGES = ("sign-in", "home", "course", "lesson", "phone-home", "check", "keyboard", "settings", "praise")
SIDES = ("13 to 16 mm", "16 to 18 mm", "18 to 20 mm", "20 mm and more")
"""Of the smaller side; the first stands in the phone and on its keyboard alone."""
GRIDS = (13.0, 16.0, 20.0)
"""The three sizes of DESIGN 7."""
APART_MM = 3.0
PX_PER_MM = 4.0


def show(program: Program, page: str) -> None:
    """Bring a page to the front, with whatever tells fingers from palms at work."""
    program.show_page(page)
    program.window.watch_touches()


def side_of(button: QWidget, px_per_mm: float) -> str:
    """Answer the class of a target by its smaller side, as drawn: whole pixels."""
    side = min(button.width(), button.height()) / px_per_mm + 0.15
    return SIDES[0] if side < 16 else SIDES[1] if side < 18 else SIDES[2] if side < 20 else SIDES[3]


class Tile(TolerantButton):
    """A button that paints nothing."""

    def paintEvent(self, event: object) -> None:
        """Paint nothing."""


class Grid(Ground):
    """The hardest page there may be: squares of the smallest size at the smallest distance, on all sides."""

    def __init__(self, side_mm: float, lines: int = 5) -> None:
        super().__init__()
        side, step = round(side_mm * PX_PER_MM), round((side_mm + APART_MM) * PX_PER_MM)
        self.resize(lines * step + 100, lines * step + 100)
        for place in range(lines * lines):
            tile = Tile(f"tile.{place}", self)
            tile.setGeometry(QRect(50 + place % lines * step, 50 + place // lines * step, side, side))
            tile.touch(KIND, PX_PER_MM)
        self.show()
        self.fingers = Fingers(self)
        self.fingers.watch()

    def feel(self) -> Feel:
        """Answer how touches are taken."""
        return Feel(KIND, PX_PER_MM)
