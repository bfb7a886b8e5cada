"""Arabic marks: the shown and the spoken form of one vowelled text, and what is not yet vowelled."""

from __future__ import annotations

import re

FATHATAN, DAMMATAN, KASRATAN = "\u064b", "\u064c", "\u064d"
FATHA, DAMMA, KASRA, SHADDA, SUKUN, SMALL_ALEF = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652", "\u0670"
TATWEEL = "\u0640"
VOWELS = FATHA + DAMMA + KASRA + FATHATAN + DAMMATAN + KASRATAN + SUKUN + SMALL_ALEF
MARKS = VOWELS + SHADDA

_HIDDEN = dict.fromkeys(map(ord, MARKS.replace(FATHATAN, "")))
_KEPT = re.compile(r"\[([^\[\]]*[\u0621-\u064a][^\[\]]*)\]")
_TOKEN = re.compile(r"\{[^{}]*\}|[\u0621-\u065f\u0670]+")
_LETTER = re.compile(rf"([\u0621-\u063a\u0641-\u064a])([{MARKS}]*)")
_GOD = re.compile(rf"^[\u0621-\u064a{MARKS}]{{0,4}}?ل[{MARKS}]*ل[{MARKS}]*ه[{MARKS}]?(?:م[{MARKS}]*)?$")
_BEARERS = "اآى"


def shown(vowelled: str) -> str:
    """Answer what stands on the page: without marks, except tanwin fath and words in ``[...]``."""
    parts = _KEPT.split(vowelled)
    return "".join(part if i % 2 else part.translate(_HIDDEN) for i, part in enumerate(parts))


def spoken(vowelled: str) -> str:
    """Answer what is said: every mark, without the brackets and the stretching letter."""
    return _KEPT.sub(r"\1", vowelled).replace(TATWEEL, "")


def kept_per_word(text: str) -> str:
    """Give every word of a ``[...]`` its own brackets, so that a text can be cut into words."""
    return _KEPT.sub(lambda match: " ".join(f"[{word}]" for word in match.group(1).split()), text)


def has_arabic(text: str) -> bool:
    """Tell whether a text holds an Arabic letter."""
    return any("\u0621" <= letter <= "\u064a" and letter != TATWEEL for letter in text)


def unvowelled_words(text: str) -> list[str]:
    """List the Arabic words that a voice could misread for lack of a mark; fields are passed over."""
    words = (token for token in _TOKEN.findall(spoken(text)) if not token.startswith("{"))
    return [word for word in words if has_arabic(word) and not _is_vowelled(word)]


def _is_vowelled(word: str) -> bool:
    if _GOD.match(word):
        return True
    letters = _LETTER.findall(word)
    return all(_is_clear(letters, place) for place in range(len(letters)))


def _is_clear(letters: list[tuple[str, str]], place: int) -> bool:
    letter, marks = letters[place]
    if any(vowel in marks for vowel in VOWELS):
        return True
    before = letters[place - 1][1] if place else ""
    after = letters[place + 1][1] if place + 1 < len(letters) else ""
    if letter in _BEARERS:
        return True
    if letter == "و":
        return DAMMA in before
    if letter == "ي":
        return KASRA in before
    return letter == "ل" and SHADDA in after and not marks
