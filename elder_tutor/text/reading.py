"""Read the values that fill a sentence, whatever form they come in; None when they are something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from itertools import accumulate

from elder_tutor.text import bidi
from elder_tutor.text.digits import normalise

_SEPARATORS = str.maketrans({"٫": ".", "٬": ",", "−": "-"})
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)", re.ASCII)
_SAID_SIGNS = "+*#"
_TWO_DIGIT_CODE = re.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Calling codes of two digits (ITU-T E.164); 1 and 7 have one, all others three."""


def as_time(value: object) -> time | None:
    """Read ``10:30`` or a time of day."""
    if isinstance(value, datetime):
        return value.time()
    if isinstance(value, time):
        return value
    with suppress(ValueError):
        hour, _, minute = bidi.plain(normalise(str(value))).partition(":")
        return time(int(hour), int(minute))
    return None


def as_date(value: object) -> date | None:
    """Read ``2026-06-14`` or a day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    with suppress(ValueError):
        return date.fromisoformat(bidi.plain(normalise(str(value))))
    return None


def as_decimal(value: object) -> Decimal | None:
    """Read a finite number: ``1250.75``, ``1,250.75``, ``١٬٢٥٠٫٧٥``, ``-3``."""
    plain = bidi.plain(normalise(str(value))).strip().translate(_SEPARATORS)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if isinstance(value, str) and not _NUMBER.fullmatch(plain):
        return None
    with suppress(InvalidOperation):
        number = Decimal(plain)
        return number if number.is_finite() else None
    return None


def as_amount(value: object) -> Decimal | None:
    """Read a number that is not negative."""
    number = as_decimal(value)
    return number if number is not None and number >= 0 else None


def as_whole(value: object) -> int | None:
    """Read a whole number that is not negative."""
    amount = as_amount(value)
    return int(amount) if amount is not None and amount == amount.to_integral_value() else None


def digit_groups(text: str) -> list[str]:
    """Cut a code or telephone number as it is said: at its own spaces and hyphens, else by three or four."""
    spaced = "".join(f" {letter} " if letter in "*#" else letter for letter in text)
    said = (letter if letter.isalnum() or letter in _SAID_SIGNS else " " for letter in spaced)
    groups = "".join(said).split()
    if len(groups) != 1:
        return groups
    only = groups[0]
    cut = list(chunks(only, 3 if len(only) % 3 == 0 or len(only) % 4 else 4))
    if len(cut) > 1 and len(cut[-1]) == 1:  # nobody says the last digit by itself
        cut[-2:] = ["".join(cut[-2:])]
    return cut


def chunks(text: str, size: int) -> Sequence[str]:
    """Cut a text into stretches of one size; the last may be shorter."""
    return [text[start : start + size] for start in range(0, len(text), size)]


def phone_shown(text: str, calling_code: str) -> str:
    """Group a telephone number for the eye: ``+974 5555 1234``, ``0000 0000``; own spaces are kept.

    ``00`` before the region's own code counts as ``+``; the codes of other countries are
    cut by the first digits (ITU-T E.164).
    """
    plain = bidi.plain(normalise(text)).strip()
    if any(sign in plain for sign in " -\u00a0"):
        return plain
    if not plain.removeprefix("+").isdecimal():
        return plain
    own = f"00{calling_code}"
    if plain.startswith(own) and len(plain) >= len(own) + 7:
        return " ".join((own, *_grouped(plain[len(own) :])))
    if plain.startswith("+"):
        size = _country_digits(plain[1:], calling_code) + 1
        return " ".join((plain[:size], *_grouped(plain[size:])))
    return " ".join(_grouped(plain)) if len(plain) >= 7 else plain


def _grouped(number: str) -> list[str]:
    """Cut a number as the Gulf writes it: 8 digits by four, a Saudi or Emirati mobile number 2-3-4."""
    sizes = {7: (3, 4), 9: (2, 3, 4), 10: (3, 3, 4)}.get(len(number), (4,) * (len(number) // 4 + 1))
    ends = tuple(accumulate(sizes))
    parts = (number[end - size : end] for size, end in zip(sizes, ends, strict=True))
    return [part for part in parts if part]


def _country_digits(number: str, calling_code: str) -> int:
    if number.startswith(calling_code):
        return len(calling_code)
    if number[:1] in ("1", "7"):
        return 1
    return 2 if _TWO_DIGIT_CODE.match(number) else 3
