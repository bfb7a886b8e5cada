"""A page of plain buttons on a window that takes real touches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QEventPoint
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.fingers import Fingers
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.touching.rules import KIND
from tests.ui.touching.screen import Screen

PX_PER_MM = 4.0


class Plain(TolerantButton):
    """A button that paints nothing."""

    def paintEvent(self, event: object) -> None:
        pass


class Floor(Ground):
    """A window with nothing but buttons."""

    def feel(self) -> Feel:
        return Feel(KIND, PX_PER_MM)


@dataclass
class Room:
    """A window of 800 by 600 px at 4 px a mm, its touch screen, and what was pressed."""

    window: Floor
    screen: Screen
    pressed: list[str] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    """How many mm wide the contact of a finger is."""

    def add(self, name: str, place: QRect, typing: bool = False) -> TolerantButton:
        """Put a button somewhere."""
        button = Plain(name, self.window)
        button.setGeometry(place)
        button.touch(KIND, PX_PER_MM, typing)
        button.clicked.connect(lambda: self.pressed.append(name))
        button.show()
        return button


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    """Two buttons of 100 px, 20 px apart: ``one`` from (100, 100), ``other`` to its right."""
    window = Floor()
    window.resize(800, 600)
    made = Room(window, Screen(window))
    made.add("one", QRect(100, 100, 100, 100))
    made.add("other", QRect(220, 100, 100, 100))
    window.missed.connect(lambda: made.pressed.append("missed"))
    window.show()

    def width(point: QEventPoint) -> float:
        return made.widths.get(point.id(), 0.0) * PX_PER_MM

    Fingers(window, width).watch()
    yield made
    window.close()
    window.deleteLater()


@pytest.fixture
def middle() -> Callable[[QWidget], QPointF]:
    """Answer the middle of a widget of the window."""
    return lambda widget: QPointF(widget.geometry().center())
