"""The same pages in this process: where their buttons are on the screen, and how it looks when one stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from elder_tutor.app import build
from elder_tutor.ui.program import Program

ACROSS, DOWN = 48, 27
"""A picture is compared by so many places."""
UNLIKE = 6.0
"""Levels of grey by which two pictures of one page differ at most on average: a caption, a lit word."""


class Mirror:
    """A window of our own, of the size of the screen, that shows what the program must show."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def place(self, page: str, name: str) -> tuple[int, int]:
        """Answer the middle of a button of a page, in pixels of the screen."""
        self._program.show_page(page)
        window = self._program.window
        found = [each for each in window.findChildren(QWidget, name) if each.isVisibleTo(window)]
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        at = found[0].mapTo(window, found[0].rect().center())
        return at.x(), at.y()

    def shows(self, page: str, seen: QImage) -> bool:
        """Tell whether a picture of the screen is one of this page."""
        self._program.show_page(page)
        mine, other = _small(self._program.grab()), _small(seen)
        return sum(abs(a - b) for a, b in zip(mine, other, strict=True)) / len(mine) <= UNLIKE


@contextmanager
def mirror(folder: Path, size: tuple[int, int]) -> Iterator[Mirror]:
    """Make one with an empty store of its own."""
    with closing(build(folder)) as app:
        program = Program(app, size)
        program.journey.wearing.pin(app.settings)
        try:
            yield Mirror(program)
        finally:
            program.close()


def _small(image: QImage) -> list[int]:
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(ACROSS, DOWN, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return [small.pixelColor(x, y).lightness() for x in range(ACROSS) for y in range(DOWN)]
