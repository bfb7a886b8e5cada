"""What stands on a page as it is said: the vowelled line behind a text that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from elder_tutor.text.bidi import plain
from elder_tutor.text.line import Line, Word
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording

MOST: Final = 4096
"""So many sentences are remembered: more than a phone with its page shows."""
STOPS: Final = (" · ", ": ", "، ", ", ", ". ")
"""Between the parts of an accessible name."""
_EDGES: Final = " ·:.،,"


class Echo(Wording):
    """The words of a language that remember what they showed, so that it can be said as it was meant.

    Widgets hold what is shown, and what is shown has lost its vowels. Whatever stands on the
    page came through ``line``; ``heard`` finds it again.
    """

    def __init__(self, base: Wording) -> None:
        vars(self).update(vars(base))
        self._shown: dict[str, Line] = {}

    def line(self, wanted: Phrase) -> Line:
        """Answer a phrase as words that are shown and spoken, and remember it."""
        return self._noted(super().line(wanted))

    def date(self, day: date, form: str = "weekday_day_month") -> str:
        """Show a day, and remember how it is said."""
        piece = self.values.date(day, form)
        return self._noted(Line((Word(piece.shown, piece.spoken),), self.lang)).shown

    def _noted(self, line: Line) -> Line:
        shown = plain(line.shown)
        before = self._shown.pop(shown, None)
        # The newest counts, but a text with its vowels is not given up for the same without.
        bare = before is not None and len(before.spoken) > len(line.spoken)
        self._shown[shown] = before if before is not None and bare else line
        if len(self._shown) > MOST:
            del self._shown[next(iter(self._shown))]
        return line

    def forget_shown(self) -> None:
        """Forget what stood here for the person before."""
        self._shown.clear()

    def heard(self, text: str, private: bool = False) -> tuple[Line, ...]:
        """Answer how a text of the page is said, part by part where it was put together from several.

        What is in no catalogue (a name, letters that were typed) is said as it stands, and kept nowhere.
        """
        return tuple(part for line in self._found(plain(text).strip(), private) for part in line.sentences())

    def _found(self, text: str, private: bool) -> Iterator[Line]:
        known = self._shown.get(text) or self._shown.get(text.strip(_EDGES))
        if known is not None:
            yield known
            return
        for stop in STOPS:
            if stop in text:
                for part in text.split(stop):
                    yield from self._found(part.strip(), private)
                return
        yield from self._by_words(text, private)

    def _by_words(self, text: str, private: bool) -> Iterator[Line]:
        """Find the longest known runs of words; the rest is said as it stands."""
        words = text.split()
        start = rest = 0
        while start < len(words):
            end = next((n for n in range(len(words), start + 1, -1) if self._run(words[start:n])), 0)
            if end:
                if rest < start:
                    yield self.text(" ".join(words[rest:start]), private=True)
                known = self._run(words[start:end])
                assert known is not None
                yield known
                rest = start = end
            else:
                start += 1
        if rest < len(words):
            yield self.text(" ".join(words[rest:]), private=True)

    def _run(self, words: list[str]) -> Line | None:
        return self._shown.get(" ".join(words).strip(_EDGES)) or self._shown.get(" ".join(words))
