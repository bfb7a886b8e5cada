"""Read the values that fill a sentence, whatever form they come in; None when they are something else."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from elder_tutor.text.digits import normalise


def as_time(value: object) -> time | None:
    """Read ``10:30`` or a time of day."""
    if isinstance(value, datetime):
        return value.time()
    if isinstance(value, time):
        return value
    with suppress(ValueError):
        hour, _, minute = normalise(str(value)).partition(":")
        return time(int(hour), int(minute))
    return None


def as_date(value: object) -> date | None:
    """Read ``2026-06-14`` or a day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    with suppress(ValueError):
        return date.fromisoformat(normalise(str(value)))
    return None


def as_amount(value: object) -> Decimal | None:
    """Read a number that is not negative."""
    with suppress(InvalidOperation):
        amount = Decimal(normalise(str(value)))
        return amount if amount.is_finite() and amount >= 0 else None
    return None


def as_whole(value: object) -> int | None:
    """Read a whole number that is not negative."""
    amount = as_amount(value)
    return int(amount) if amount is not None and amount == amount.to_integral_value() else None


def digit_groups(text: str) -> list[str]:
    """Cut a code or telephone number as it is said: at its own spaces and hyphens, else by three or four."""
    groups = "".join(letter if letter.isalnum() or letter == "+" else " " for letter in text).split()
    if len(groups) != 1:
        return groups
    only = groups[0]
    size = 3 if len(only) % 3 == 0 or len(only) % 4 else 4
    return list(chunks(only, size))


def chunks(text: str, size: int) -> Sequence[str]:
    """Cut a text into stretches of one size; the last may be shorter."""
    return [text[start : start + size] for start in range(0, len(text), size)]


def phone_shown(text: str, calling_code: str) -> str:
    """Group a telephone number for the eye: ``+974 5555 1234``, ``0000 0000``; own spaces are kept."""
    plain = normalise(text).strip()
    if " " in plain or "-" in plain:
        return plain
    prefix = f"+{calling_code}"
    if plain.startswith(prefix) and len(plain) > len(prefix):
        return f"{prefix} {' '.join(chunks(plain[len(prefix) :], 4))}"
    return " ".join(chunks(plain, 4)) if plain.isdecimal() and len(plain) >= 7 else plain
