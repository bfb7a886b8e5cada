"""Keep left-to-right values whole inside right-to-left sentences (UAX 9, isolates U+2066..U+2069)."""

from __future__ import annotations

import unicodedata

_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _FIRST_STRONG, _POP = "\u2066", "\u2067", "\u2068", "\u2069"
_OVERRIDE, _END = "\u202d", "\u202c"
_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def left_to_right(text: str) -> str:
    """Isolate a value that always runs left to right: a code, a telephone number, an address.

    Groups of ٠-٩ swap places even inside the isolate (UAX 9 N1 takes them for right-to-left
    letters), so those are overridden too.
    """
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    if "AN" in kinds and len(kinds) > 1 and not kinds & {"R", "AL"}:
        text = f"{_OVERRIDE}{text}{_END}"
    return f"{_LEFT_TO_RIGHT}{text}{_POP}"


def right_to_left(text: str) -> str:
    """Isolate a value of Arabic digits whose sign stands on their left: ``٥٠٪``."""
    return f"{_RIGHT_TO_LEFT}{text}{_POP}"


def of_direction(text: str, rtl: bool) -> str:
    """Isolate a sentence of a language that runs in the given direction, on a page of the other one.

    A mark before it tells ``direction`` of it: several such sentences follow one another in their own way.
    """
    mark, begin = (_RIGHT_MARK, _RIGHT_TO_LEFT) if rtl else (_LEFT_MARK, _LEFT_TO_RIGHT)
    return f"{mark}{begin}{text}{_POP}"


def direction(text: str) -> bool | None:
    """Tell whether a text that begins with such a sentence runs from right to left; None for any other."""
    return {_RIGHT_MARK: True, _LEFT_MARK: False}.get(text[:1])


def by_first_strong(text: str) -> str:
    """Isolate a value whose own first letter decides its direction: an amount, a name."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def is_isolated(text: str) -> bool:
    """Tell whether a value is isolated already."""
    return text[:1] in (_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _FIRST_STRONG) and text.endswith(_POP)


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
