"""The keyboard of the phone's shell: its layers, what a key does to letters, the next key.

Keys stand where the mock-up draws them and are never mirrored (TOKENS 5). The alef
forms are a row of their own that shows while the last letter is a plain alef, and a
form takes that alef's place: nothing needs a long press.
"""

from __future__ import annotations

from collections.abc import Mapping

LAYERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "ar": (
        tuple("ضصثقفغعهخحجد"),
        tuple("شسيبلاتنمكطذ"),
        ("ئ", "ء", "ؤ", "ر", "لا", "ى", "ة", "و", "ز", "ظ"),
        (" ",),
    ),
    "en": (tuple("qwertyuiop"), tuple("asdfghjkl"), tuple("zxcvbnm"), ("@", ".", " ", "-")),
    "123": (tuple("123"), tuple("456"), tuple("789"), ("0",)),
}
"""Rows of keys from top to bottom, each from left to right on the screen."""

SIGNS: tuple[tuple[str, ...], ...] = (("+", "-", "/", ":"), (".", "،", "؟", "!"), (" ",))
"""What stands beside the digits when a text (not a number) is written."""

SHIFT = "shift"
"""A key of layer ``en``: the next letter is a capital. It is no letter, so it stands in no row here."""
ALEF = "ا"
ALEF_FORMS = ("أ", "إ", "آ")
LONGEST_TEXT = 200

_DIGITS = {ord(each): str(n) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, each in enumerate(row)}
_MARKS = dict.fromkeys((*range(0x064B, 0x0653), 0x0670, 0x0640))


def plain(text: str) -> str:
    """Answer a text as the keyboard can write it: no vowel marks, digits 0 to 9."""
    return text.translate(_MARKS).translate(_DIGITS)


def digits(text: str) -> str:
    """Answer only the digits of a text, as 0 to 9."""
    return "".join(letter for letter in text.translate(_DIGITS) if letter in "0123456789")


def forms(letters: str, layer: str) -> tuple[str, ...]:
    """Answer the row of alef forms when it shows."""
    return ALEF_FORMS if layer == "ar" and letters.endswith(ALEF) else ()


def typed(letters: str, key: str, digits_only: bool, most: int) -> str:
    """Answer the letters after a key; the same letters when the key fits nothing here."""
    if digits_only:
        return (letters + digits(key))[:most]
    if key in ALEF_FORMS and letters.endswith(ALEF):
        return letters[:-1] + key
    return (letters + printable(key))[:most]


def printable(text: str) -> str:
    """Answer a text without what nobody can see or read: control and direction signs, line breaks."""
    return "".join(letter for letter in text if letter.isprintable())


def keys(layer: str, digits_only: bool) -> tuple[str, ...]:
    """Answer every key of a layer."""
    rows = LAYERS.get(layer, ())
    if layer == "123" and not digits_only:
        rows = (*rows, *SIGNS)
    return tuple(key for row in rows for key in row)


def layer_of(letter: str) -> str:
    """Answer the layer a letter stands on ("ar" when none has it)."""
    if letter in ALEF_FORMS or letter in keys("ar", False):
        return "ar"
    if letter in keys("123", False):
        return "123"
    return "en" if letter.lower() in keys("en", False) else "ar"


def row_of(key: str, layer: str) -> int:
    """Answer the row of a key, counted from 1 at the top; 0 when the layer has it not."""
    return next((n for n, row in enumerate(LAYERS.get(layer, ()), 1) if key in row), 0)


def next_key(
    letters: str, wanted: str, layer: str, digits_only: bool, shift: bool = False
) -> tuple[str, str]:
    """Answer what brings letters nearer to a wanted text, as (what, which).

    ``what`` is ``key``, ``delete``, ``layer`` or ``done``; ``which`` the letter, ``shift`` or layer.
    """
    if letters == wanted:
        return "done", ""
    if letters.endswith(ALEF) and not digits_only:
        form = wanted[len(letters) - 1 : len(letters)]
        if form in ALEF_FORMS and wanted.startswith(letters[:-1]):
            return ("key", form) if layer == "ar" else ("layer", "ar")
    if not wanted.startswith(letters):
        return "delete", ""
    letter = wanted[len(letters)]
    if digits_only:
        return "key", letter
    home = layer if letter in keys(layer, False) else layer_of(letter)
    if home != layer:
        return "layer", home
    if layer == "en" and letter.isalpha() and shift is not letter.isupper():
        return "key", SHIFT
    return "key", ALEF if letter in ALEF_FORMS else letter
