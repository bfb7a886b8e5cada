"""A dictionary that cannot be changed and can be pickled (``MappingProxyType`` cannot)."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """Hold what a pack says: looked up like a dict, refuses every change."""

    __slots__ = ()

    def _refuse(self, *_args: Any, **_names: Any) -> NoReturn:
        raise TypeError("a pack does not change")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        """Answer a hash, so that the values that hold a row can be hashed too."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        """Pickle as the constructor's call: unpickling must not set items one by one."""
        return FrozenDict, (dict(self),)
