"""Keep a compiled pack on disk, so that a start needs neither pydantic nor YAML (DESIGN 9).

A kept pack is a pickle behind its own hash. It is trusted as little as the pack itself: read
back are only the classes of ``model.py`` and plain containers, and whatever does not fit, in
whatever way, is as if nothing had been kept. The name of the file is a hash of the pack's
files, the program's version and the shape of the model, so that a change of any of them is a
miss and nothing has to be invalidated.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from elder_tutor import __version__
from elder_tutor.lessons import model, rules
from elder_tutor.lessons.drills import model as drill_model
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.reading.files import Found
from elder_tutor.lessons.reading.frozen import FrozenDict

FORMAT = 1
"""Raise it when the same files must be compiled anew by the same version."""
KEPT = 24
"""How many compiled packs stay in the folder; the oldest are deleted."""
_SUFFIX = ".pack"
_LONGEST = 64 * 1024 * 1024

_CLASSES: dict[tuple[str, str], type] = {
    (each.__module__, each.__qualname__): each
    for each in (*vars(model).values(), *vars(rules).values(), *vars(drill_model).values(), FrozenDict)
    if isinstance(each, type) and (is_dataclass(each) or each in (model.VarKind, FrozenDict))
}


def key_of(found: Found, folder: Path) -> str:
    """Answer the name under which a pack with these files is kept."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (__version__, str(FORMAT), _shape(), str(folder)):
        _feed(digest, part.encode())
    for name, data in found.files:
        _feed(digest, name.encode())
        _feed(digest, data)
    return digest.hexdigest()


def read(key: str, cache_dir: Path | None) -> Pack | None:
    """Answer the kept pack, or None when there is none that can be trusted."""
    if cache_dir is None:
        return None
    try:
        with (cache_dir / (key + _SUFFIX)).open("rb") as file:
            data = file.read(_LONGEST)
    except OSError:
        return None
    return unpacked(data, key)


def write(pack: Pack, key: str, cache_dir: Path | None) -> bool:
    """Keep a compiled pack; answer False where that is not possible, which is no trouble."""
    if cache_dir is None:
        return False
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        # a file of its own name, then renamed: another process never reads half a pack
        part = cache_dir / f"{key}.{os.getpid()}.part"
        try:
            part.write_bytes(packed(pack, key))
            part.replace(cache_dir / (key + _SUFFIX))
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _forget(cache_dir)
    except OSError:
        return False
    return True


def packed(pack: Pack, key: str) -> bytes:
    """Answer a pack as bytes: the hash of the rest, then the pickle."""
    buffer = io.BytesIO()
    _Pickler(buffer, protocol=5).dump(pack)
    body = buffer.getvalue()
    return _seal(body, key) + body


def unpacked(data: bytes, key: str) -> Pack | None:
    """Answer the pack in these bytes, or None when they are not what ``packed`` made."""
    seal, body = data[:32], data[32:]
    if seal != _seal(body, key):
        return None
    try:
        found = _Unpickler(io.BytesIO(body)).load()
    except Exception:  # noqa: BLE001 - a pickle that was not made here can raise anything at all
        return None
    return found if isinstance(found, Pack) else None


class _Pickler(pickle.Pickler):
    """Write each value of the model as the call of its class: smaller, and faster to read back."""

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if isinstance(value, model.VarKind):  # Python 3.11.0 to 3.11.3 would write a call of getattr
            return kind, (value.value,)
        if kind is not type and is_dataclass(kind):
            return kind, tuple(getattr(value, name) for name in kind.__dataclass_fields__)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Know the classes of the model and nothing else (DESIGN 11)."""

    def find_class(self, module: str, name: str) -> Any:
        found = _CLASSES.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a pack")
        return found


def _seal(body: bytes, key: str) -> bytes:
    return hashlib.blake2b(body, digest_size=32, key=key.encode()).digest()


def _feed(digest: Any, part: bytes) -> None:
    digest.update(len(part).to_bytes(8, "big"))
    digest.update(part)


def _shape() -> str:
    """Answer the members of every class of the model and the age of the code that builds them."""
    shape = ";".join(
        f"{each.__qualname__}:{','.join(field.name for field in fields(each))}"
        for each in _CLASSES.values()
        if is_dataclass(each)
    )
    return f"{shape}|{'|'.join(_ages())}"


def _ages() -> Iterable[str]:
    """Yield when each module that makes a pack changed: while the program is written, its version stands."""
    here = Path(__file__).parent
    for folder in (here, here.parent):
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.name.startswith(_BUILDERS) and entry.name.endswith(".py"):
                    yield f"{entry.name}:{entry.stat().st_mtime_ns}"


_BUILDERS = (
    "build_",
    "files",
    "fitting",
    "frozen",
    "index",
    "loader",
    "model",
    "parse",
    "reading",
    "resolve",
    "rules",
    "schema",
    "scope",
    "yamlmarks",
)


def _forget(cache_dir: Path) -> None:
    kept = sorted(cache_dir.glob("*" + _SUFFIX), key=lambda file: file.stat().st_mtime_ns)
    for file in kept[:-KEPT]:
        with contextlib.suppress(OSError):
            file.unlink()
