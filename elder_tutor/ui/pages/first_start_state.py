"""What a page of choices asks: the sentences, the answers as pictures, and the buttons below."""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.text.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Tile:
    """One answer: its id, word, drawing, and perhaps a quieter line under the word."""

    id: str
    words: Phrase
    picture: str = ""
    note: Phrase | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One button of the lower row besides «say it again»."""

    id: str
    words: Phrase
    glyph: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the sentences said and shown, the answers, and the buttons below.

    ``now`` of ``of`` is where the question stands among others, 0 for one alone; ``main`` is the one
    filled button; ``acts`` follow «say it again», the last of them at the trailing end. ``beside`` puts
    the pictures beside their words.
    """

    ask: tuple[Phrase, ...]
    tiles: tuple[Tile, ...] = ()
    main: Act | None = None
    acts: tuple[Act, ...] = ()
    now: int = 0
    of: int = 0
    beside: bool = False
