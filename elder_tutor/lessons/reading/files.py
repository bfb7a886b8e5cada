"""Find a pack's files, as untrusted data: no links, nothing outside, bounded in size and number."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from elder_tutor.lessons.reading.faults import Fault

FILE_LIMIT = 1024 * 1024
"""Bytes of one file."""
PACK_LIMIT = 32 * 1024 * 1024
"""Bytes of all YAML files of a pack together."""
COUNT_LIMIT = 4000
"""YAML files of one pack."""

_LINK = "this is a link; a pack holds its own files"


@dataclass(frozen=True, slots=True)
class Found:
    """The YAML files of a pack: (name inside the pack, content), sorted, and what was refused."""

    files: tuple[tuple[str, bytes], ...]
    faults: tuple[Fault, ...]


def pack_files(folder: Path) -> Found:
    """Read ``pack.yaml``, ``apps/*.yaml`` and ``courses/*/*.yaml`` of a folder."""
    files: list[tuple[str, bytes]] = []
    faults: list[Fault] = []
    total = 0
    for name in _names(folder, faults):
        data = _read(folder / name, name, faults)
        if data is None:
            continue
        total += len(data)
        if total > PACK_LIMIT or len(files) >= COUNT_LIMIT:
            faults.append(Fault(name, 0, "", "the pack is too large to be read"))
            break
        files.append((name, data))
    return Found(tuple(files), tuple(faults))


def _names(folder: Path, faults: list[Fault]) -> list[str]:
    names = ["pack.yaml"] if (folder / "pack.yaml").exists() or (folder / "pack.yaml").is_symlink() else []
    if not names:
        faults.append(Fault("pack.yaml", 0, "", f"there is no pack.yaml in {folder.name}"))
    names += _yaml_in(folder, "apps", faults)
    if (folder / "courses").is_symlink():
        faults.append(Fault("courses", 0, "", _LINK))
        return names
    for course in _entries(folder / "courses"):
        if course.is_symlink():
            faults.append(Fault(f"courses/{course.name}", 0, "", _LINK))
        elif course.is_dir():
            names += _yaml_in(folder, f"courses/{course.name}", faults)
    return names


def _yaml_in(folder: Path, inside: str, faults: list[Fault]) -> list[str]:
    if (folder / inside).is_symlink():
        faults.append(Fault(inside, 0, "", _LINK))
        return []
    names = []
    for entry in _entries(folder / inside):
        if entry.name.endswith(".yml"):
            faults.append(Fault(f"{inside}/{entry.name}", 0, "", "end the file's name in .yaml"))
        elif entry.name.endswith(".yaml") and not entry.name.startswith("."):
            names.append(f"{inside}/{entry.name}")
    return names


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _read(path: Path, name: str, faults: list[Fault]) -> bytes | None:
    try:
        # O_NOFOLLOW: a link could lead out of the pack, and O_NONBLOCK: a pipe could hold us for ever
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        why = _LINK if path.is_symlink() else f"cannot be read: {error.strerror}"
        faults.append(Fault(name, 0, "", why))
        return None
    try:
        with os.fdopen(handle, "rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        faults.append(Fault(name, 0, "", f"cannot be read: {error.strerror}"))
        return None
    if len(data) > FILE_LIMIT:
        faults.append(Fault(name, 0, "", "the file is larger than 1 MiB; divide it"))
        return None
    return data
