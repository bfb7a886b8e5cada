"""What may happen on a phone although the route of a gate does not look into it.

A touch outside the cone, a notice, a timer: each counts as possible whatever its guards
say, and with every value that what it copies could have. So the walk over them knows
more than a learner can do, never less (FORMAT 8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from elder_tutor.lessons.checking.values import Values
from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.rules import (
    Add,
    Change,
    Clear,
    Condition,
    Effect,
    Equals,
    Go,
    NewCode,
    Notify,
    Open,
    Operand,
    Path,
    Remove,
    Set,
    StepBy,
    Stop,
)
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.moves import ANYTHING, Flat, Move, Moves
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.sources import field, var

_HOLLOW = (None, False, "", 0)
MOST_WAYS = 96
"""A touch with more outcomes than this is looked into instead of being guessed."""


class Op(NamedTuple):
    """One effect without guards and with plain values.

    With ``pointer`` it is done once for each record that this variable could point to;
    ``keep`` leaves the variable pointing there.
    """

    effect: Effect | None
    app: str
    pointer: str = ""
    keep: bool = False


Ways = tuple[tuple[Op, ...], ...]


class Jump(NamedTuple):
    """Something that may happen: a touch on ``screen``, a notice or a timer (anywhere)."""

    kind: str  # touch, notice or timer
    name: str  # the element, the screen the notice opens, the timer
    screen: str
    move: Move | None
    do: Do | None
    ways: Ways


class TooManyError(Exception):
    """A touch has too many outcomes to be guessed."""


class Outcomes:
    """Work out what a list of effects may do to the cone of a gate."""

    def __init__(
        self, atlas: Atlas, moves: Moves, needs: Needs, values: Values | None, apps: tuple[str, ...]
    ) -> None:
        self._moves = moves
        self._atlas = atlas
        self._needs = needs
        self._values = values
        self._apps = apps

    def of_move(self, move: Move) -> Ways:
        """Answer the outcomes of a touch, done or refused. Raises TooManyError."""
        return tuple(dict.fromkeys((*self.of(move.effects), *self.of(move.refused))))

    def of(self, flats: tuple[Flat, ...]) -> Ways:
        """Answer the outcomes of effects, each a list of operations. Raises TooManyError."""
        going: list[tuple[dict[tuple[Condition, ...], bool], tuple[Op, ...]]] = [({}, ())]
        ended: list[tuple[Op, ...]] = []
        for flat in flats:
            if isinstance(flat.effect, Stop):
                ended += [ops for _, ops in going]
                if not flat.guards:
                    going = []
                continue
            if not self._counts(flat):
                continue
            variants = self._variants(flat)
            following: list[tuple[dict[tuple[Condition, ...], bool], tuple[Op, ...]]] = []
            for decided, ops in going:
                choice = decided.get(flat.guards)
                if flat.guards and choice is not True:
                    following.append(({**decided, flat.guards: False}, ops))
                if choice is not False and not _excluded(flat.guards, decided):
                    known = {**decided, flat.guards: True} if flat.guards else decided
                    following += [(known, (*ops, *variant)) for variant in variants]
            going = following
            if len(going) + len(ended) > MOST_WAYS:
                raise TooManyError
        every = dict.fromkeys(_shortened(ops) for ops in (*(ops for _, ops in going), *ended))
        return tuple(ops for ops in every if ops)

    def of_notice(self, effect: Notify, made: frozenset[str]) -> Ways:
        """Answer what tapping a notice may do; ``made`` are lists it may be about a new record of."""
        owner = self._atlas.app_of.get(effect.screen, "")
        given = {f"{owner}.{name.rpartition('.')[2]}": value for name, value in effect.args}
        for records, slots in self._atlas.pointers.items():
            if (
                records in made and slots[0].var.name.partition(".")[0] == owner
            ):  # it may be about a record just made
                given.setdefault(slots[0].var.name, ANYTHING)
        sets = tuple(
            Flat(Set(((name, value),)), owner, (Path(name),) if value == ANYTHING else ())  # type: ignore[arg-type]
            for name, value in given.items()
        )
        return self.of((Flat(Open(effect.screen), owner), *self._moves.heard(owner), *sets))

    def counts(self, flats: Iterable[Flat]) -> bool:
        """Tell whether any of these effects can change a key."""
        return any(not isinstance(flat.effect, Stop) and self._counts(flat) for flat in flats)

    def _values_of(self) -> Values:
        assert self._values is not None, "outcomes that only count have no values"
        return self._values

    def _counts(self, flat: Flat) -> bool:
        effect = flat.effect
        if isinstance(effect, Go):
            return flat.app in self._apps
        if isinstance(effect, Open):
            return self._atlas.app_of.get(effect.screen, effect.screen) in self._apps
        return self._needs.matters(effect)

    # --- plain values ----------------------------------------------------------------

    def _variants(self, flat: Flat) -> list[tuple[Op, ...]]:
        effect, app = replace(flat.effect, when=None), flat.app
        match effect:
            case Set(values):
                kept = [(name, value) for name, value in values if var(name) in self._needs.sources]
                choices = [list(self._sets(name, value, app)) for name, value in kept]
                return list(product(*choices))
            case StepBy(values):
                stepped = [name for name, _ in values if var(name) in self._needs.sources]
                return list(product(*(list(self._sets(name, ANYTHING, app)) for name in stepped)))
            case Clear(names):
                kept_names = tuple(name for name in names if var(name) in self._needs.sources)
                return [(Op(Clear(kept_names), app),)]
            case Add(records, fields):
                return [(Op(Add(records, made), app),) for made in self._fields(records, fields)]
            case Change(record, fields):
                records = self._atlas.slots[record].var.records
                wanted = tuple(f for f in fields if field(records, f[0]) in self._needs.sources)
                return [(Op(Change(record, made), app, record),) for made in self._fields(records, wanted)]
            case Remove(record):
                return [(Op(effect, app, record),)]
            case Go() | Open() | NewCode():
                return [(Op(effect, app),)]
        return [()]

    def _sets(self, name: str, value: Operand, app: str) -> Iterator[Op]:
        if not isinstance(value, Path):
            yield Op(Set(((name, value),)), app)
        elif self._atlas.slots[name].var.kind is VarKind.RECORD:
            yield Op(None, app, name, keep=True)
        else:
            yield from (Op(Set(((name, plain),)), app) for plain in self._values_of().of_var(name))

    def _fields(
        self, records: str, fields: tuple[tuple[str, Operand], ...]
    ) -> Iterator[tuple[tuple[str, Operand], ...]]:
        choices: list[tuple[Operand, ...]] = []
        ways = 1
        for name, value in fields:
            asked = field(records, name) in self._needs.sources
            if isinstance(value, Path):
                choices.append(self._values_of().of_field(records, name) if asked else (None,))
            else:
                choices.append((value,))
            ways *= len(choices[-1])
        if ways > MOST_WAYS:
            raise TooManyError
        names = tuple(name for name, _ in fields)
        yield from (tuple(zip(names, made, strict=True)) for made in product(*choices))


def _excluded(guards: tuple[Condition, ...], decided: dict[tuple[Condition, ...], bool]) -> bool:
    """Tell whether guards cannot be true together with those that were taken for true."""
    true = [each for known, holds in decided.items() if holds for each in known]
    return any(_apart(one, other) for one in guards for other in true)


def _apart(one: Condition, other: Condition) -> bool:
    if not (isinstance(one, Equals) and isinstance(other, Equals) and one.path == other.path):
        return False
    values = (*one.values, *other.values)
    return not any(isinstance(value, Path) or value in _HOLLOW for value in values) and not set(
        one.values
    ) & set(other.values)


def _shortened(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Leave out moves to a screen of an app that another such move follows."""
    kept: list[Op] = []
    later: set[str] = set()
    for op in reversed(ops):
        if isinstance(op.effect, Go) and op.effect.screen != "back":
            if op.app in later:
                continue
            later.add(op.app)
        elif not isinstance(op.effect, Set | Clear | Add | NewCode):
            later = set()
        kept.append(op)
    return tuple(reversed(kept))
