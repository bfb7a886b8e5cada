"""Say which event it is, anywhere and for ever: UUIDv7 (RFC 9562), and what a place may be called."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase

PLACE: Final = re.compile(r"[A-Za-z0-9_.+-]{1,40}", re.ASCII)
"""A place is called by Latin letters, digits and a few signs, so that it can stand in every file."""
BAD_PLACE: Final = phrase("“{name}” cannot be the name of a place. Use Latin letters, digits, - and _.").key


class PlaceTrouble(KnownError):
    """Tell that a name cannot be a place's. Fact: ``name``."""


def uuid7(at: int, noise: Callable[[int], bytes] = os.urandom) -> str:
    """Answer a UUIDv7 of this moment (UTC ms): ids sort by time, and no two are alike."""
    rest = int.from_bytes(noise(10), "big")
    number = (at & (1 << 48) - 1) << 80 | 7 << 76 | (rest >> 68) << 64 | 0b10 << 62 | rest & (1 << 62) - 1
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def place_of(name: str) -> str:
    """Answer a place's name as it is stored. Raises PlaceTrouble."""
    if PLACE.fullmatch(name) is None:
        raise PlaceTrouble(BAD_PLACE, {"name": name[:40]})
    return name


def place_from_host(host: str) -> str:
    """Answer a name for this machine from its own, with every other sign replaced."""
    return re.sub(r"[^A-Za-z0-9_.+-]", "-", host.partition(".")[0])[:40] or "kiosk"
