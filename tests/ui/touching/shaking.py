"""A hand that trembles, and what the buttons of a page make of it.

Where people over 65 touch lies 3.36 mm from the middle of what they mean, on average (Sultana and
Moffatt 2019, 10.1145/3300178): a Gaussian in both directions whose mean distance is that of a
Rayleigh distribution. While it lies the finger moves on, and sometimes it comes down twice.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.touching import rules
from elder_tutor.ui.touching.button import TolerantButton
from elder_tutor.ui.touching.ground import Ground
from tests.ui.touching.screen import Screen

SEEN = 4
"""Of the middle and the corners of a button so many show: one corner may hold another button."""


@dataclass(frozen=True, slots=True)
class Tremor:
    """How a hand trembles: millimetres, milliseconds and shares."""

    mean_miss_mm: float = 3.4
    jitter_mm: float = 1.0
    """In each direction, between coming down and leaving."""
    held_ms: tuple[int, int] = (60, 350)
    doubled: float = 0.05
    """So many touches come down a second time: half a period of the tremor off the screen, half on it."""
    hertz: tuple[float, float] = (4.0, 12.0)
    uneven: float = 0.1
    """Half periods differ from one another by such a share."""

    @property
    def sigma_mm(self) -> float:
        """Answer the Gaussian's width in each direction."""
        return self.mean_miss_mm / math.sqrt(math.pi / 2)


@dataclass(frozen=True, slots=True)
class Touch:
    """One intended touch as it happened: where it came down and left (window pixels), and when (ms)."""

    down: QPointF
    up: QPointF
    held: int
    again: Touch | None = None
    lifted: int = 0


class End(StrEnum):
    """What became of an intended touch."""

    RIGHT = "right"
    NOTHING = "nothing"
    WRONG = "wrong"


@dataclass
class Tally:
    """How intended touches of one kind of target ended."""

    counts: Counter[End] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """Answer how many there were."""
        return self.counts.total()

    def share(self, end: End) -> float:
        """Answer how many of a hundred ended so."""
        return 100 * self.counts[end] / max(1, self.total)


class Hand:
    """A trembling hand over one page of the program, which stands still under it."""

    def __init__(self, window: Ground, chance: random.Random, tremor: Tremor) -> None:
        self.window, self.chance, self.tremor = window, chance, tremor
        self.screen = Screen(window)
        feel = window.feel()
        assert feel is not None
        self.px_per_mm = feel.px_per_mm

    def meant(self) -> list[TolerantButton]:
        """Answer what can be meant here: every button that shows whole and lies under nothing."""
        found = []
        for button in rules.targets(self.window):
            place = button.visibleRegion().boundingRect().translated(button.mapTo(self.window, QPoint(0, 0)))
            whole = place.size() == button.size() and self.window.rect().contains(place)
            spots = (
                place.center(),
                place.topLeft(),
                place.topRight(),
                place.bottomLeft(),
                place.bottomRight(),
            )
            seen = sum(rules.target_at(self.window, spot) is button for spot in spots) >= SEEN
            if isinstance(button, TolerantButton) and whole and seen:
                found.append(button)
        return found

    def aim(self, button: TolerantButton) -> Touch:
        """Answer how a touch meant for the middle of a button comes out."""
        middle = QPointF(max(rules.places_of(button, self.window), key=_area).center())
        tremor = self.tremor
        down = self._off(middle, tremor.sigma_mm)
        up = self._off(down, tremor.jitter_mm)
        again, lifted = None, 0
        if self.chance.random() < tremor.doubled:
            second, half = self._off(up, tremor.jitter_mm), 500 / self.chance.uniform(*tremor.hertz)
            again = Touch(second, self._off(second, tremor.jitter_mm / 2), self._about(half))
            lifted = self._about(half)
        return Touch(down, up, self.chance.randint(*tremor.held_ms), again, lifted)

    def _about(self, ms: float) -> int:
        return round(ms * self.chance.gauss(1, self.tremor.uneven))

    def with_tolerance(self, button: TolerantButton, touch: Touch, hits: list[TolerantButton]) -> End:
        """Play a touch on the real page; ``hits`` is where `recorded` writes."""
        hits.clear()
        self._play(touch, 1500)
        if touch.again is not None:
            self._play(touch.again, touch.lifted)
        return _end(button, hits)

    def without(self, button: TolerantButton, touch: Touch) -> End:
        """Answer what a plain button would have made of it: down and up on it, as often as it comes."""
        hits = [self._plain(each) for each in (touch, touch.again) if each is not None]
        return _end(button, [each for each in hits if each is not None])

    def _plain(self, touch: Touch) -> object:
        began, ended = (rules.target_at(self.window, each.toPoint()) for each in (touch.down, touch.up))
        return began if began is ended else None

    def _play(self, touch: Touch, after: int) -> None:
        self.screen.press(touch.down, after=after)
        self.screen.move(touch.up, after=touch.held // 2)
        self.screen.release(touch.up, after=touch.held - touch.held // 2)

    def _off(self, at: QPointF, mm: float) -> QPointF:
        px = mm * self.px_per_mm
        off = QPointF(self.chance.gauss(0, px), self.chance.gauss(0, px))
        area, place = self.window.rect(), at + off
        return QPointF(
            min(max(place.x(), 0.0), float(area.right())), min(max(place.y(), 0.0), float(area.bottom()))
        )


def _area(place: QRect) -> int:
    return place.width() * place.height()


def _end(meant: object, hits: Iterable[object]) -> End:
    found = list(hits)
    if not found:
        return End.NOTHING
    return End.RIGHT if found == [meant] else End.WRONG


@contextmanager
def recorded(window: QWidget) -> Iterator[list[TolerantButton]]:
    """Let buttons write down that they were pressed instead of doing anything; nothing moves."""
    hits: list[TolerantButton] = []
    before = TolerantButton.click
    buttons = window.findChildren(TolerantButton)
    closed = [each for each in buttons if not each.available]
    grounds = [window, *window.findChildren(Ground)]
    TolerantButton.click = lambda self: hits.append(self)  # type: ignore[method-assign]
    for button in closed:
        button._available = True
    for ground in grounds:
        ground.blockSignals(True)
    try:
        yield hits
    finally:
        TolerantButton.click = before  # type: ignore[method-assign]
        for button in closed:
            button._available = False
        for ground in grounds:
            ground.blockSignals(False)


def shake(hand: Hand, touches: int) -> Iterator[tuple[TolerantButton, End, End]]:
    """Let so many touches tremble, each meant for a button; answer their ends, and those on plain buttons."""
    buttons = hand.meant()
    with recorded(hand.window) as hits:
        for _ in range(touches):
            button = hand.chance.choice(buttons)
            touch = hand.aim(button)
            yield button, hand.with_tolerance(button, touch, hits), hand.without(button, touch)
