"""Write a file wholly or not at all: nobody finds half a table under its name."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file beside its place and put it there once it is whole. Raises OSError, leaving nothing."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
