"""Lessons on pages, course by course, and the two buttons that turn them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.widgets.lip_button import Look

PREVIOUS: Final = phrase("Previous")
NEXT: Final = phrase("Next")
COUNT: Final = phrase("{step} of {steps}")
NAMED: Final = phrase("{first}, {rest}")
NONE: Final = phrase("Lessons")
"""The heading where no pack has a lesson."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: the name of its course, and the places of its lessons among all lessons."""

    title: Phrase
    places: tuple[int, ...]


def leaves(courses: Sequence[Phrase], most: int) -> tuple[Leaf, ...]:
    """Answer the pages for lessons of these courses, at most ``most`` lessons each, evenly filled."""
    found: list[Leaf] = []
    for title, lessons in groupby(enumerate(courses), key=lambda one: one[1]):
        places = tuple(place for place, _ in lessons)
        pages = -(-len(places) // max(1, most))
        each = -(-len(places) // pages)
        found += [Leaf(title, places[at : at + each]) for at in range(0, len(places), each)]
    return tuple(found)


class Turning(QObject):
    """Remember which page is open, by its first lesson, so that it stays open in another size."""

    turned = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.before = Press(f"{name}.before", Look.QUIET, "line/chevron", parent)
        self.after = Press(f"{name}.after", Look.QUIET, "line/chevron", parent)
        self.before.flipped = True
        self.lesson = 0
        self.leaves: tuple[Leaf, ...] = ()
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    @property
    def needed(self) -> bool:
        """Tell whether there is more than one page."""
        return len(self.leaves) > 1

    @property
    def buttons(self) -> tuple[Press, Press]:
        """Answer both buttons, in reading order."""
        return self.before, self.after

    def open(self, pages: tuple[Leaf, ...]) -> Leaf:
        """Take the pages as they are now and answer the open one."""
        self.leaves = pages
        return pages[self._at()] if pages else Leaf(NONE, ())

    def count(self) -> Phrase:
        """Answer which page of how many is open."""
        return phrase(COUNT.key, step=self._at() + 1, steps=len(self.leaves))

    def write(self, shown: Callable[[Phrase], str], m: Metrics) -> None:
        """Write both buttons; with one page there are none."""
        for button, words in ((self.before, PREVIOUS), (self.after, NEXT)):
            button.setVisible(self.needed)
            button.render_words(shown(words))
            button.apply(m)

    def wide(self, m: Metrics) -> int:
        """Answer the width of the wider button in window pixels."""
        return max(m.px(140), *(button.natural_width() + m.px(8) for button in self.buttons))

    def _at(self) -> int:
        return next((n for n, leaf in enumerate(self.leaves) if self.lesson in leaf.places), 0)

    def _turn(self, by: int) -> None:
        if self.leaves:
            # after the last page comes the first, as on the shelves of lessons
            self.lesson = self.leaves[(self._at() + by) % len(self.leaves)].places[0]
            self.turned.emit()
