"""The quick dataclasses are dataclasses."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from elder_tutor.frozen import FEW, dataclass


@dataclass(frozen=True, slots=True)
class Sweet:
    """A value with every kind of field."""

    name: str
    pieces: int = 1
    nuts: tuple[str, ...] = field(default_factory=tuple)
    baked: float = field(default=0.0, compare=False, repr=False)

    @property
    def many(self) -> bool:
        return self.pieces > 1


@dataclass
class Tray:
    """One that changes."""

    sweets: list[Sweet] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.full = len(self.sweets) > 1


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """The same with the plain decorator."""

    name: str
    pieces: int = 1
    nuts: tuple[str, ...] = field(default_factory=tuple)
    baked: float = field(default=0.0, compare=False, repr=False)


@dataclass(frozen=True)
class Heir(Plain):
    """One with a base: the plain decorator makes it."""

    extra: int = 0


DATE = Sweet("date", 3, ("almond",), 2.5)


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Sweet("date", 3, ("almond",), 9.0) == DATE
    assert hash(DATE) == hash(Sweet("date", 3, ("almond",), 9.0))
    assert Sweet("date") != DATE
    assert Plain("date", 3, ("almond",)) != DATE


def test_it_is_shown_as_the_plain_one() -> None:
    assert repr(DATE) == repr(Plain("date", 3, ("almond",))).replace("Plain", "Sweet")


def test_nothing_of_a_frozen_one_changes() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        DATE.pieces = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del DATE.name
    assert not hasattr(DATE, "__dict__")


def test_the_standard_functions_know_it() -> None:
    assert dataclasses.replace(DATE, pieces=1) == Sweet("date", 1, ("almond",))
    assert [each.name for each in dataclasses.fields(Sweet)] == [
        each.name for each in dataclasses.fields(Plain)
    ]
    assert dataclasses.asdict(DATE)["nuts"] == ("almond",)
    assert (Sweet.__match_args__, Sweet.__slots__) == (Plain.__match_args__, Plain.__slots__)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_is_equal(again) -> None:
    assert again(DATE) == DATE
    assert again(DATE).baked == DATE.baked


@pytest.mark.parametrize(("words", "more"), [((), {}), (("a", 1, (), 0.0, 5), {}), (("a",), {"colour": 1})])
def test_wrong_arguments_are_refused_at_the_first_and_every_later_time(words, more) -> None:
    for _ in range(2):
        with pytest.raises(TypeError):
            Sweet(*words, **more)


def test_one_that_changes_has_its_own_lists_and_no_hash() -> None:
    one, other = Tray(), Tray([DATE, DATE])
    one.sweets.append(DATE)
    assert (one.sweets, other.full, Tray().sweets) == ([DATE], True, [])
    assert Tray.__hash__ is None


@pytest.mark.parametrize("made", [1, FEW, FEW + 1, 3 * FEW])
def test_a_late_value_is_as_the_first(made: int) -> None:
    @dataclass(frozen=True, slots=True)
    class Basket:
        name: str
        weights: list[int] = field(default_factory=list)
        ribbon: str = "red"

        def __post_init__(self) -> None:
            self.weights.append(len(self.name))

    for _ in range(made):
        late = Basket("figs", ribbon="blue")
        assert (late.name, late.weights, late.ribbon) == ("figs", [4], "blue")
    assert Basket("figs") == Basket("figs", [], "red") != late
    for wrong in ({}, {"name": "figs", "weight": 1}):
        with pytest.raises(TypeError):
            Basket(**wrong)
    with pytest.raises(TypeError):
        Basket("figs", name="dates")


def test_methods_and_bases_stay() -> None:
    assert DATE.many
    assert Heir("x", extra=2) == Heir("x", 1, (), 0.0, 2)
