"""What a listener makes of what they hear: no list of names, no pack, no knowledge of the program.

A sentence and the things on the page go in, the thing that was meant comes out. All that is
brought along is language: letters without their vowels, words without their article, and
that a name in quotation marks is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

_MARKS: Final = re.compile("[\u064b-\u0652\u0670\u0640\u2066-\u2069\u200e\u200f]")
_QUOTED: Final = re.compile('[«“"]([^»”"]+)[»”"]')
_WORD: Final = re.compile(r"\w+")
_SHORT: Final = 2
"""Words of so few letters (in, to, من, في) tell nothing by themselves; a letter alone may be a key."""
_LEADS: Final = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")
"""What Arabic writes together with a word that follows."""


class Named(Protocol):
    """Something that has a name."""

    @property
    def name(self) -> str:
        """Answer the name."""

    @property
    def states(self) -> frozenset[str]:
        """Answer its states, among them "focused"."""


T = TypeVar("T", bound=Named)


def plain(text: str) -> str:
    """Answer a text as it is compared: no vowels, no direction marks, small letters."""
    return " ".join(_MARKS.sub("", text).casefold().split())


def words(text: str) -> list[str]:
    """Answer the words of a text as they are compared."""
    return _WORD.findall(plain(text))


def meant(heard: Sequence[str], things: Iterable[T]) -> list[T]:
    """Answer what the last words may have meant, the likeliest first; [] when nothing on the page fits.

    First names in quotation marks, then what the keyboard was led to, then names of which every
    word was said, and last whatever shares the most words with what was said.
    """
    there = [each for each in things if each.name]
    ranked: list[T] = []
    for said in reversed(heard):
        ranked += _by_quotes(said, there)
    ranked += [each for each in there if "focused" in each.states]
    for whole in (True, False):
        for said in reversed(heard):
            ranked += _by_words(said, there, whole)
    return list(dict.fromkeys(ranked))


def certain(said: str, things: Iterable[T]) -> list[T]:
    """Answer what was called by its name in quotation marks; [] when nothing on the page is called so."""
    return list(dict.fromkeys(_by_quotes(said, [each for each in things if each.name])))


def _by_quotes(said: str, things: Sequence[T]) -> list[T]:
    """Things called by a name in quotation marks: just so, then with more around it."""
    names = [plain(each) for each in _QUOTED.findall(said)]
    return [
        each
        for name in names
        for fits in (_same, _begins, _holds)
        for each in things
        if fits(plain(each.name), name)
    ]


def _same(name: str, said: str) -> bool:
    return name == said


def _begins(name: str, said: str) -> bool:
    return name.startswith(said) and not name[len(said) : len(said) + 1].isalnum()


def _holds(name: str, said: str) -> bool:
    return len(said) > _SHORT and f" {said} " in f" {' '.join(_WORD.findall(name))} "


def _by_words(said: str, things: Sequence[T], whole: bool) -> list[T]:
    """Things of whose name the most words were said; ``whole`` asks for every word of it."""
    heard = {form for word in words(said) for form in _forms(word)}
    marks = [(_mark(each.name, heard, whole), each) for each in things]
    best = max((mark for mark, _ in marks), default=0.0)
    return [each for mark, each in marks if mark == best] if best > 0 else []


def _mark(name: str, heard: set[str], whole: bool) -> float:
    """Tell how much of a name was said: its words, and a little more when it was all."""
    own = words(name)
    telling = [word for word in own if len(word) > _SHORT or word.isdigit() or len(own) == 1]
    told = [word for word in telling if set(_forms(word)) & heard]
    if not told or (whole and len(told) < len(telling)):
        return 0.0
    return len(told) + len(told) / len(own)


def _forms(word: str) -> list[str]:
    return [
        word,
        *(word[len(lead) :] for lead in _LEADS if word.startswith(lead) and len(word) > len(lead) + 1),
    ]
