"""A sentence that has a language: words that are shown and words that are spoken, one for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from elder_tutor import i18n
from elder_tutor.frozen import dataclass
from elder_tutor.text import bidi, marks

_ENDS = ".!?؟…"
_CLOSERS = "»”\"')]\u00a0\u202f"
_OPENERS = "«“‘(["


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands and as it sounds.

    A typed value (a time, a code, an amount) is one word on both sides, whatever
    spaces lie inside. ``spoken`` is empty only when there is nothing to say at all.
    ``private`` marks what a person may have typed.
    """

    shown: str
    spoken: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words in order with their language; word n shown is word n spoken."""

    words: tuple[Word, ...]
    lang: str
    private: bool = False
    """Spoken from memory and never cached on disk."""

    @property
    def shown(self) -> str:
        """Answer the text on the page."""
        return " ".join(word.shown for word in self.words)

    @property
    def spoken(self) -> str:
        """Answer the text for the voice."""
        return " ".join(word.spoken for word in self.words if word.spoken)

    def sentences(self) -> tuple[Line, ...]:
        """Cut the line after each word that ends a sentence; a line without words has none."""
        lines: list[Line] = []
        start = 0
        for place, word in enumerate(self.words, 1):
            if place == len(self.words) or ends_sentence(word.shown, self.lang):
                lines.append(Line(self.words[start:place], self.lang, self.private))
                start = place
        return tuple(lines)


def joined(lines: Sequence[Line], lang: str) -> Line:
    """Put lines one after another into one."""
    words = tuple(word for line in lines for word in line.words)
    return Line(words, lang, any(line.private for line in lines))


def ends_sentence(shown: str, lang: str = "en") -> bool:
    """Tell whether a shown word closes its sentence."""
    bare = bidi.plain(shown)
    return bare.rstrip(_CLOSERS).endswith(tuple(_ENDS)) and bare not in _titles(lang)


@cache
def _titles(lang: str) -> frozenset[str]:
    """Answer the abbreviations of a language whose full stop ends no sentence."""
    return frozenset(i18n.language(lang).titles) if i18n.is_known(lang) else frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without a word break in it; pieces that touch make one word."""

    shown: str
    spoken: str
    private: bool = False


BREAK = None
"""Stands between pieces where a word ends."""
FILLED = "\ufffc"
"""Stands in the words before a value for one that was filled in."""


def assemble(pieces: Iterable[Piece | None]) -> tuple[Word, ...]:
    """Join touching pieces into words; a sign without anything to say stays on the word before it."""
    words: list[Word] = []
    open_word: list[Piece] = []
    for piece in (*pieces, BREAK):
        if piece is not None:
            open_word.append(piece)
        elif open_word:
            _close(words, open_word)
            open_word = []
    return tuple(words)


def _close(words: list[Word], pieces: Sequence[Piece]) -> None:
    word = Word(
        "".join(piece.shown for piece in pieces),
        _said([piece.spoken for piece in pieces]),
        any(piece.private for piece in pieces),
    )
    if not word.shown:
        return
    if words and (_is_sign(words[-1]) or (_is_sign(word) and not word.shown.endswith(tuple(_OPENERS)))):
        before = words.pop()
        private = before.private or word.private
        word = Word(f"{before.shown} {word.shown}", before.spoken + word.spoken, private)
    words.append(word)


def _said(parts: Sequence[str]) -> str:
    """Join what is said of touching pieces; a letter without a vowel mark does not run into a value.

    «وَ» is said as one with the hour after it, but not the «سلام» of «سلام12» with its number.
    """
    text = ""
    for part in parts:
        apart = text[-1:].isalpha() and part[:1].isalpha() and marks.has_arabic(part)
        text += " " + part if apart else part
    return text


def _is_sign(word: Word) -> bool:
    return not any(letter.isalnum() for letter in word.shown + word.spoken)
