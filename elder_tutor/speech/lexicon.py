"""Foreign names and abbreviations as a speaker of the language says them: data, used for speech only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from elder_tutor import resources
from elder_tutor.text.marks import MARKS

_FOREIGN = re.compile(rf"([A-Za-z]+(?:[-'’.][A-Za-z]+)*|[\u0621-\u063a\u0641-\u064a{MARKS}]+)(-(?=\w))?")
_MARKS = dict.fromkeys(map(ord, MARKS))
_SPELLED_UP_TO = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is said for a foreign word or a name without vowel marks, by its spelling, and for a letter."""

    words: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    vowelled: bool = False
    """A word with vowel marks is said as it stands (in Arabic); otherwise marks are passed over."""

    @classmethod
    def load(cls, lang: str) -> Lexicon:
        """Read ``assets/text/<lang>/lexicon.json``; a language without one leaves every word as it is."""
        file = resources.assets() / "text" / lang / "lexicon.json"
        try:
            data = json.loads(file.read_text("utf-8"))
        except FileNotFoundError:
            return cls()
        return cls(data.get("words", {}), data.get("letters", {}), lang == "ar")

    def said(self, text: str) -> str:
        """Answer a text with every foreign word in it as it is said; short capitals are spelled."""
        if not self.words and not self.letters:
            return text
        return _FOREIGN.sub(self._apart, text)

    def _apart(self, match: re.Match[str]) -> str:
        """Answer what is said for a word, parted from digits and letters that touch it («A12»)."""
        word = match.group(1)
        said = self._word(word)
        if said == word:
            return match.group()
        text, begin, end = match.string, match.start(), match.end()
        before = " " if begin and text[begin - 1].isalnum() else ""
        return before + said + (" " if end < len(text) and text[end].isalnum() else "")

    def _word(self, word: str) -> str:
        known = self.words.get(word.lower() if self.vowelled else word.lower().translate(_MARKS))
        if known is not None:
            return known
        capitals = word.isupper() and len(word) <= _SPELLED_UP_TO
        if (len(word) == 1 or capitals) and all(letter.lower() in self.letters for letter in word):
            return " ".join(self.letters[letter.lower()] for letter in word)
        return word
