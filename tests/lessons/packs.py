"""Packs for the tests of the loader: those that docs/packs.md tells an author to write."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from elder_tutor.lessons.loader import Loaded, load_pack

DOC = Path(__file__).parents[2] / "docs" / "packs.md"
_BLOCK = re.compile(r"<!-- ([^>]*?) -->\n```yaml\n(.*?)```", re.DOTALL)

APP, LESSON = "apps/library.yaml", "courses/reading/borrow-book.yaml"


@cache
def blocks() -> tuple[tuple[str, str], ...]:
    """Answer (what it is, YAML) of every marked block of the page."""
    return tuple(_BLOCK.findall(DOC.read_text(encoding="utf-8")))


def library() -> dict[str, str]:
    """Answer the files of the first pack, name -> content; pieces of one file stand one after the other."""
    files: dict[str, str] = {}
    for what, text in blocks():
        if what.startswith("file: "):
            name = what.removeprefix("file: ")
            files[name] = files.get(name, "") + text
    return files


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write a pack's files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changed(folder: Path, file: str, old: str, new: str) -> Loaded:
    """Load the first pack with one change; the old text must be there."""
    files = library()
    assert old in files[file], old
    files[file] = files[file].replace(old, new, 1)
    return load_pack(write(folder, files))


def line_of(file: str, text: str) -> int:
    """Answer the line on which a text first stands in a file of the first pack."""
    return library()[file].split(text)[0].count("\n") + 1


def told(loaded: Loaded) -> list[str]:
    """Answer every fault of a pack as one line."""
    return [str(fault) for fault in loaded.faults]
