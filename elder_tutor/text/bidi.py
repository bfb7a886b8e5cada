"""Keep left-to-right values whole inside right-to-left sentences (UAX 9, isolates U+2066..U+2069)."""

from __future__ import annotations

import unicodedata

_LEFT_TO_RIGHT, _FIRST_STRONG, _POP = "\u2066", "\u2068", "\u2069"
_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def left_to_right(text: str) -> str:
    """Isolate a value that always runs left to right: a code, a telephone number, an address."""
    return f"{_LEFT_TO_RIGHT}{text}{_POP}"


def by_first_strong(text: str) -> str:
    """Isolate a value whose own first letter decides its direction: an amount, a name."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def plain(text: str) -> str:
    """Take every direction control out, for speech, comparison, logs and the clipboard."""
    return text.translate(_CONTROLS)


def needs_isolation(text: str, rtl: bool) -> bool:
    """Tell whether a foreign value would be torn apart in a line of the given direction."""
    for letter in text:
        strong = unicodedata.bidirectional(letter)
        if strong in ("L", "R", "AL"):
            return (strong == "L") is rtl
    return any(letter.isdecimal() for letter in text)
