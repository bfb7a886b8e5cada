"""Which of the things that lie on a screen is the finger: the first one; the rest are palms and company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF

from elder_tutor.frozen import dataclass

PALM_MM: Final = 24.0
"""Wider than a thumb laid flat (up to about 20 mm): no finger. Screens that do not know tell 0."""
HAND_MS: Final = 60
HAND: Final = 3
"""So many contacts in so short a time are a hand laid down, not a finger that points."""
REST_MS: Final = 2000
"""A finger that lies still for so long holds the device: the next one may press."""
STILL_MM: Final = 9.0
"""Moving no further than a slip is lying still; a page that is taken along goes further."""


class Part(StrEnum):
    """What becomes of one contact, and of the one finger."""

    DOWN = "down"
    MOVE = "move"
    UP = "up"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Contact:
    """One thing on the screen: its number, what it does, its place in window pixels, its width in mm."""

    id: int
    part: Part
    at: QPointF
    wide_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Move:
    """What the one finger does, and where in window pixels."""

    part: Part
    at: QPointF


class Contacts:
    """Follow everything that lies on the screen and answer what the one finger does.

    The first contact that is as small as a finger is the one, and goes on undisturbed whatever else
    comes down. When it turns out to be a palm, or one of a hand, its touch is taken back.
    """

    def __init__(self) -> None:
        self._held: int | None = None
        self._since = 0
        self._rests = (QPointF(), 0)
        """Where the one finger lies still, and since when."""
        self._last = QPointF()
        self._lying: dict[int, int] = {}
        """Since when every contact lies there."""

    def take(self, contacts: Sequence[Contact], ms: int, px_per_mm: float) -> Iterator[Move]:
        """Take what the screen tells at a time in milliseconds."""
        for contact in contacts:
            yield from self._one(contact, ms, STILL_MM * px_per_mm)

    def begin_anew(self) -> Iterator[Move]:
        """Forget whatever lay there: the screen says that nothing does any more."""
        self._lying.clear()
        yield from self.give_up()

    def give_up(self) -> Iterator[Move]:
        """Take the touch that is going on back: the system ended it, or something else began."""
        if self._held is not None:
            self._held = None
            yield Move(Part.TAKEN_BACK, self._last)

    def _one(self, contact: Contact, ms: int, still_px: float) -> Iterator[Move]:
        palm = contact.wide_mm >= PALM_MM
        if contact.part is Part.DOWN:
            self._lying[contact.id] = ms
            yield from self._down(contact, ms, palm)
            return
        if contact.part is Part.UP:
            self._lying.pop(contact.id, None)
        if contact.id != self._held:
            return
        if palm and contact.part is Part.MOVE:
            yield from self.give_up()
            return
        self._last = contact.at
        if (contact.at - self._rests[0]).manhattanLength() > still_px:
            self._rests = contact.at, ms
        if contact.part is Part.UP:
            self._held = None
        yield Move(contact.part, contact.at)

    def _down(self, contact: Contact, ms: int, palm: bool) -> Iterator[Move]:
        together = [since for since in self._lying.values() if ms - since <= HAND_MS]
        if len(together) >= HAND:
            if min(together) - self._since <= HAND_MS:  # the one is of this hand, not of another
                yield from self.give_up()
            return
        if palm or (self._held is not None and ms - self._rests[1] < REST_MS):
            return
        yield from self.give_up()
        self._held, self._since, self._last = contact.id, ms, contact.at
        self._rests = contact.at, ms
        yield Move(Part.DOWN, contact.at)
