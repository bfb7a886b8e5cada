"""Dataclasses that cost next to nothing until one is made.

The plain decorator writes and compiles six methods for each class when its module is loaded; before
the first page stands that was a fifth of all the time. Here they are shared functions, and the one
that must be fast, ``__init__``, is compiled when a few values were made (waiting for the few saves
the first page 2 ms). Everything else (`dataclasses.fields` and `replace`, equality, hashing, slots,
pickling) is as it was.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, **options):
        """Make a dataclass as `dataclasses.dataclass` does; ``frozen`` and ``slots`` are quick."""
        return _made(cls, options) if cls is not None else lambda found: _made(found, options)


QUICK: Final = frozenset({"frozen", "slots"})
OWN: Final = frozenset({"__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
PSEUDO: Final = ("KW_ONLY", "InitVar")
FEW: Final = 16
"""So many values are made field by field; to compile takes as long as a few dozen of them."""


def _made(cls: type, options: Mapping[str, Any]) -> type:
    if not _is_usual(cls, options):
        return dataclasses.dataclass(**options)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else a signature is worked out for it
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields: tuple[dataclasses.Field[Any], ...] = dataclasses.fields(cls)
    frozen = bool(options.get("frozen"))
    parts = _parts(fields, frozen)
    if options.get("slots"):
        return _with_slots(cls, fields, parts, frozen)
    for name, part in parts.items():
        setattr(cls, name, part)
    return cls


def _is_usual(cls: type, options: Mapping[str, Any]) -> bool:
    """Tell whether a class is one of the usual kind: no base, nothing written by itself, plain fields."""
    kinds = [str(kind) for kind in getattr(cls, "__annotations__", {}).values()]
    pseudo = any(mark in kind for kind in kinds for mark in PSEUDO)
    told = [each for each in vars(cls).values() if isinstance(each, dataclasses.Field)]
    odd = pseudo or any(each.kw_only is True or not each.init for each in told)
    plain = cls.__bases__ == (object,) and not OWN & vars(cls).keys()
    return set(options) <= QUICK and plain and bool(kinds) and not odd


def _parts(fields: tuple[dataclasses.Field[Any], ...], frozen: bool) -> dict[str, Any]:
    """Answer the methods of a class of these fields."""
    compared = [each.name for each in fields if each.compare]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _: ()
    shown = [each.name for each in fields if each.repr]
    left = FEW

    def __init__(self: Any, *args: Any, **more: Any) -> None:  # noqa: N807
        nonlocal left
        left -= 1
        if left < 0 or not _fill(self, fields, args, more):
            own = type(self)
            own.__init__ = _init(own, frozen)
            own.__init__(self, *args, **more)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    def __repr__(self: Any) -> str:  # noqa: N807
        words = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({words})"

    parts: dict[str, Any] = {"__init__": __init__, "__eq__": __eq__, "__repr__": __repr__}
    parts["__hash__"] = __hash__ if frozen else None
    return parts | {"__setattr__": _refuse, "__delattr__": _refuse} if frozen else parts


def _refuse(self: Any, name: str, value: Any = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _fill(
    self: Any, fields: tuple[dataclasses.Field[Any], ...], args: tuple[Any, ...], more: dict[str, Any]
) -> bool:
    """Give a value its fields one by one; False, and nothing is done, where the arguments do not fit."""
    given = dict(zip((each.name for each in fields), args, strict=False)) | more
    if len(given) != len(args) + len(more) or not given.keys() <= {each.name for each in fields}:
        return False
    for field in fields:
        if field.name in given:
            continue
        if field.default_factory is not dataclasses.MISSING:
            given[field.name] = field.default_factory()
        elif field.default is not dataclasses.MISSING:
            given[field.name] = field.default
        else:
            return False
    for field in fields:
        object.__setattr__(self, field.name, given[field.name])
    if hasattr(type(self), "__post_init__"):
        self.__post_init__()
    return True


def _init(cls: type, frozen: bool) -> Any:
    """Compile ``__init__`` of a class as the plain decorator would have."""
    known: dict[str, Any] = {"_MADE": dataclasses.MISSING, "_set": object.__setattr__}
    words, lines = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _MADE else {name}"
            words.append(f"{name}=_MADE")
        elif field.default is not dataclasses.MISSING:
            known[f"_usual_{name}"] = field.default
            words.append(f"{name}=_usual_{name}")
        else:
            words.append(name)
        lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(words)}):\n" + "\n".join(lines or [" pass"]), known)
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return known["__init__"]


def _with_slots(
    cls: type, fields: tuple[dataclasses.Field[Any], ...], parts: dict[str, Any], frozen: bool
) -> type:
    names = tuple(each.name for each in fields)
    gone = {*names, "__dict__", "__weakref__"}
    own = {key: value for key, value in vars(cls).items() if key not in gone}
    if frozen:
        own |= {"__getstate__": _state, "__setstate__": _restore} | own
    made = type(cls)(cls.__name__, cls.__bases__, own | parts | {"__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
