"""What a pack says of a drill, compiled (DESIGN 5, "Safety drills").

A drill puts one item after the other on a fresh phone: a message arrives, a call rings, a
request asks for approval. Half of the items are genuine. Nothing asks for an opinion: what
counts is what the learner does.
"""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.lessons.rules import Condition, Effect, Happening, Text


@dataclass(frozen=True, slots=True)
class Bank:
    """Items of one channel: rows of a table, how one arrives, and what an answer looks like.

    An item is a row; it is a fraud when its column ``verdict`` holds ``fraud``. ``signs`` is the
    column with the tell-tale signs, said when the item is over. ``deliver`` are the effects by
    which it arrives; ``$arg.item`` in them is the row's id. ``fell`` are the ways to be cheated,
    ``guarded`` what one does only with a fraud (report, block, delete, refuse), ``asked`` what is
    right for either kind (a trusted person, the official number).
    """

    id: str
    rows: str
    verdict: str
    fraud: str | int | bool
    signs: str
    deliver: tuple[Effect, ...]
    fell: tuple[Happening, ...]
    guarded: tuple[Happening, ...]
    asked: tuple[Happening, ...] = ()
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Drill:
    """A reusable safety activity. ``items`` is how many one run has; half of them are genuine."""

    id: str
    revision: int
    course: str
    title: Text
    icon: str
    minutes: int
    needs: tuple[str, ...]
    items: int
    start: str
    """The screen in front when an item arrives ("" for the phone's home screen)."""
    prepare: tuple[Effect, ...]
    opening: tuple[Text, ...]
    banks: tuple[Bank, ...]
    praise: tuple[Text, ...]
    remember: tuple[Text, ...]
