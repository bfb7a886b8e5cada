"""Messages between the program and its voice: a JSON header, then raw bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from typing import Any

_LENGTHS = struct.Struct("<II")
_MOST = 64 * 1024 * 1024


class BrokenWire(Exception):
    """The other side is gone or talks nonsense."""


def packed(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Put a message into bytes."""
    text = json.dumps(header, ensure_ascii=False).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


def received(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message with a function that answers exactly n bytes, or fewer at the end.

    Raise BrokenWire when the message is cut short or is not one.
    """
    lengths = _exactly(read, _LENGTHS.size)
    header_size, body_size = _LENGTHS.unpack(lengths)
    if header_size > _MOST or body_size > _MOST:
        raise BrokenWire
    try:
        header = json.loads(_exactly(read, header_size))
    except ValueError as error:
        raise BrokenWire from error
    return header, _exactly(read, body_size)


def _exactly(read: Callable[[int], bytes], size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        more = read(size)
        if not more:
            raise BrokenWire
        parts.append(more)
        size -= len(more)
    return b"".join(parts)
