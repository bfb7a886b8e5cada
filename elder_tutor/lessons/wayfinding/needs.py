"""The cone of influence of a gate: what it reads, what writes that, what guards those, and so on.

From the gate's condition: the variables, fields and columns it reads; the touches that
write them; what those touches' guards read; which screens lead to them. Whatever is
not in the cone cannot matter to the route (FORMAT 6.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Frame
from elder_tutor.lessons.model import Value, VarKind
from elder_tutor.lessons.rules import (
    Add,
    AllOf,
    AnyOf,
    AtLeast,
    Change,
    Clear,
    Condition,
    Effect,
    Empty,
    Equals,
    Every,
    Filled,
    Go,
    Has,
    NewCode,
    Not,
    OnScreen,
    Open,
    Operand,
    Path,
    Remove,
    Set,
    StepBy,
    Stop,
)
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.fitting import can_fit
from elder_tutor.lessons.wayfinding.moves import ANYTHING, EVERYWHERE, Flat, Move, Moves, written
from elder_tutor.lessons.wayfinding.sources import Source, Spaces, field, sources, var

_HOLLOW: tuple[Value, ...] = (None, False, "", "empty", 0)


class Needs:
    """What one gate needs; built once, then only read.

    A narrow cone keeps to the apps ``within`` (a lesson's own; none: all), and leaves out what other
    apps open in an app that can be gone through from its icon; should no way be found so, ``wide``
    takes that in. ``only`` names the touches that ways
    are made of, where fewer will do.
    """

    def __init__(
        self,
        atlas: Atlas,
        moves: Moves,
        gate: Condition,
        extra: tuple[Move, ...] = (),
        wide: bool = False,
        only: frozenset[tuple[str, Do]] | None = None,
        within: frozenset[str] = frozenset(),
    ) -> None:
        self.atlas = atlas
        self._within = within
        self._only = only
        self.wide = wide
        self.every_move = moves
        self.screens: set[str] = set()
        self.moves: dict[tuple[str, str], Move] = {}
        self.sources: set[Source] = set()
        self.lists: set[str] = set()
        self.whole: set[str] = set()
        """Lists of which every record counts, because something asks what is *not* in them."""
        self.wants: list[tuple[str, Condition | None]] = []
        """What a record has to be for the gate, per list."""
        self.hollow: set[str] = set()
        """Variables that something wants empty."""
        self.vague: set[str] = set()
        """Variables of which something asks more than whether they are one of some words."""
        self.home = False
        """Something asks whether the phone's own home screen shows."""
        self.spaces = Spaces()
        self.cuts: dict[str, set[int]] = {}
        self.stepped: set[str] = set()
        """Levels that a needed touch raises or lowers by steps: each of their values counts."""
        self.counts: dict[str, int] = {}
        """How many like records of a list are told apart."""
        self.tests: dict[str, list[Condition | None]] = {}
        """What guards ask of the records of a list."""
        self.gate_vars: set[str] = set()
        self._read(gate, NOWHERE, positive=True, gate=True)
        self.gate_vars = {source.name for source in self.sources if source.kind == "var"}
        for move in extra:
            self._include(move)
        self._close()

    @property
    def apps(self) -> set[str]:
        """Answer the apps that matter: those of needed screens, variables and lists."""
        names = {self.atlas.app_of[screen] for screen in self.screens}
        return names | {source.name.partition(".")[0] for source in self.sources if source.kind == "var"} | {
            name.partition(".")[0] for name in self.lists
        }  # fmt: skip

    # --- the fixed point -----------------------------------------------------------

    def _size(self) -> tuple[int, ...]:
        literals = self.spaces.size()
        return (len(self.screens), len(self.moves), len(self.sources), len(self.lists), len(self.whole),
                len(self.hollow), len(self.vague), literals, sum(map(len, self.cuts.values())))  # fmt: skip

    def _close(self) -> None:
        before: tuple[int, ...] = ()
        while before != self._size():
            before = self._size()
            for move in self._candidates():
                if self._may(move) and self._helps(move):
                    self._include(move)
            for move in tuple(self.moves.values()):
                self._demand(move)
            for move in self._ways_out():
                self._include(move)
            for app in self.apps & self.atlas.at.keys():
                icon_if = self.atlas.apps[self.atlas.at[app]].icon_if
                if icon_if is not None:
                    self._read(icon_if, NOWHERE)

    def _may(self, move: Move) -> bool:
        name = (move.element.id, move.do)
        if name in self.moves or (self._only is not None and name not in self._only):
            return False
        own = not self._within or move.app in self._within or move.screen in (EVERYWHERE, HOME)
        return own or self.wide

    def _ways_out(self) -> list[Move]:
        """Answer what leads out of a lock that matters: home and back do not."""
        locks = self.atlas.locks if self.home else self.atlas.locks & self.apps
        return [
            move
            for screen, app in self.atlas.app_of.items()
            if app in locks
            for move in self.every_move.by_screen.get(screen, ())
            if any(isinstance(f.effect, Open) and f.effect.screen != app for f in move.effects)
        ]

    def _candidates(self) -> list[Move]:
        found: list[Move] = []
        for screen in tuple(self.screens):
            found += self.every_move.by_target.get(screen, ())
        for source in tuple(self.sources):
            if source.kind == "var":
                found += self.every_move.by_var.get(source.name, ())
        for name in self.lists:
            found += self.every_move.by_list.get(name, ())
        return found

    def _helps(self, move: Move) -> bool:
        if any(self._useful(flat, move) for flat in move.all_effects()):
            return True
        return any(self._leads(move, target) for target in move.targets & self.screens)

    def _leads(self, move: Move, target: str) -> bool:
        """Tell whether a touch counts as a way to a screen."""
        if self.wide or self.atlas.app_of[target] == move.app or _is_free(move):
            return True
        if target in self.every_move.inside:
            return False
        return not any(_is_free(other) for other in self.every_move.by_target.get(target, ()))

    def _include(self, move: Move) -> None:
        self.moves[move.element.id, move.do] = move
        if move.screen in self.atlas.screens:
            self.screens.add(move.screen)

    def _useful(self, flat: Flat, move: Move) -> bool:
        """Tell whether an effect can bring the gate, or a guard on the way to it, nearer."""
        match flat.effect:
            case Set(values):
                return any(var(name) in self.sources and self._wanted(name, value) for name, value in values)
            case NewCode(name):
                return var(name) in self.sources
            case StepBy(values):
                return any(var(name) in self.sources for name, _ in values)
            case Clear(names):
                return any(name in self.hollow for name in names)
            case Add(records, fields):
                return records in self.lists and self._can_fit(records, dict(fields))
            case Change(_, fields):
                records = self.every_move.list_of(flat.effect)
                return any(field(records, name) in self.sources for name, _ in fields)
            case Remove():
                return self.every_move.list_of(flat.effect) in self.whole
            case _:
                return False

    def _wanted(self, name: str, value: Operand) -> bool:
        if value in _HOLLOW:
            return name in self.hollow or self.atlas.slots[name].var.kind is VarKind.YESNO
        return self.wide or isinstance(value, Path) or not self._never_asked(name, value)

    def _never_asked(self, name: str, value: Operand) -> bool:
        """Tell whether nothing in the cone could tell this word from any other but the wanted ones."""
        slot = self.atlas.slots[name]
        if slot.var.kind not in (VarKind.ONE_OF, VarKind.ROW) or name in self.vague:
            return False
        space = self.space(var(name))
        if value in self.spaces.literals(space) or len(self.spaces.members(self.spaces.root(space))) > 1:
            return False
        return not any(
            s.kind == "col" and s.name == slot.var.table and s.column != "id" for s in self.sources
        )

    def _can_fit(self, records: str, fields: dict[str, Operand]) -> bool:
        """Tell whether a record made so can ever be one that is asked for."""
        if records in self.whole or not any(name == records for name, _ in self.wants):
            return True
        return any(can_fit(self.atlas, records, where, fields, self._changeable(records))
                   for name, where in self.wants if name == records)  # fmt: skip

    def _changeable(self, records: str) -> frozenset[str]:
        return self._changed(records, self.every_move.by_list.get(records, ()))

    def changeable(self, records: str) -> frozenset[str]:
        """Answer the fields of a list that a needed touch may change."""
        return self._changed(records, self.moves.values())

    def _changed(self, records: str, moves: Iterable[Move]) -> frozenset[str]:
        effects = (flat.effect for move in moves for flat in move.all_effects())
        changes = (
            each for each in effects if isinstance(each, Change) and self.every_move.list_of(each) == records
        )
        return frozenset(name for change in changes for name, _ in change.fields)

    def understands(self, move: Move) -> bool:
        """Tell whether all that a touch reads for what it does in the cone is in the cone already."""
        trial = copy(self)
        trial.sources, trial.lists, trial.whole = set(self.sources), set(self.lists), set(self.whole)
        trial.screens, trial.spaces = set(self.screens), self.spaces.copy()
        trial.hollow, trial.vague = set(), set()
        trial.stepped = set(self.stepped)
        trial.cuts = {name: set(cuts) for name, cuts in self.cuts.items()}
        trial.tests = {name: list(tests) for name, tests in self.tests.items()}
        trial.counts, trial.wants = dict(self.counts), list(self.wants)
        trial._demand(move)
        return trial._known() == self._known()

    def _known(self) -> tuple[object, ...]:
        tests = {name: len(tests) for name, tests in self.tests.items()}
        return (len(self.sources), len(self.lists), len(self.whole), self.spaces.size(), self.home,
                sum(map(len, self.cuts.values())), tests, self.counts, len(self.wants),
                len(self.stepped))  # fmt: skip

    # --- what an included touch asks for --------------------------------------------

    def _demand(self, move: Move) -> None:
        for guard in move.guards:
            self._read(guard, move.frame)
        if move.frame.row is not None and move.frame.row.records:
            self.lists.add(move.frame.row.records)
        for flat in move.all_effects():
            if self.matters(flat.effect):
                for guard in flat.guards:
                    self._read(guard, move.frame)
                self._flow(flat.effect, move.frame)
        if move.do.value == "write" and move.element.var in self.atlas.slots:
            self._codes(move.element.var)

    def matters(self, effect: Effect) -> bool:
        """Tell whether an effect touches anything in the cone."""
        match effect:
            case Go() | Open() | Stop():
                return True
            case Set() | Clear() | NewCode() | StepBy():
                return any(var(name) in self.sources for name in written(effect))
            case Add(records):
                return records in self.lists
            case Change(_, fields):
                records = self.every_move.list_of(effect)
                return any(field(records, name) in self.sources for name, _ in fields)
            case Remove():
                return self.every_move.list_of(effect) in self.lists
            case _:
                return False

    def _flow(self, effect: Effect, frame: Frame) -> None:
        """Read what a written value is made of, and let its literals count where it comes from."""
        pairs: list[tuple[Source, Operand]] = []
        match effect:
            case Set(values):
                pairs = [(var(name), value) for name, value in values]
            case Add(records, fields):
                pairs = [(field(records, name), value) for name, value in fields]
            case Change(record, fields):
                records = self.every_move.list_of(effect)
                pairs = [(field(records, name), value) for name, value in fields]
                self.sources.add(var(record))
            case Remove(record):
                self.sources.add(var(record))
            case StepBy(values):
                self.stepped |= {name for name, _ in values if var(name) in self.sources}
        for target, value in pairs:
            if target in self.sources and not isinstance(value, Path):
                self.spaces.name(self.space(target), value)
            elif target in self.sources and isinstance(value, Path) and value != ANYTHING:
                chain = sources(self.atlas, value, frame)
                self.sources.update(chain)
                self.vague.update(source.name for source in chain)
                if chain and value != Path("row"):
                    self.spaces.join(self.space(target), self.space(chain[-1]))

    def _codes(self, name: str) -> None:
        app = name.partition(".")[0]
        for each in self.atlas.slots[name].var.classes:
            for text in (each.equals or "", each.sample):
                code = text.removeprefix("$")
                for full in (code, f"{app}.{code}"):
                    if text.startswith("$") and full in self.atlas.slots and var(name) in self.sources:
                        self.sources.add(var(full))

    # --- conditions ------------------------------------------------------------------

    def space(self, source: Source) -> Source:
        """Answer the space of values a source draws from: the ids of a table, or its own words."""
        if source.kind == "var":
            slot = self.atlas.slots[source.name]
            return Source("col", slot.var.table, "id") if slot.var.kind is VarKind.ROW else source
        if source.kind == "field":
            table = self.atlas.field_table(source.name, source.column)
            return Source("col", table, "id") if table else source
        table = self.atlas.refs.get((source.name, source.column), "")
        return Source("col", table, "id") if table else source

    def _path(self, path: Path, frame: Frame) -> Source | None:
        chain = sources(self.atlas, path, frame)
        self.sources.update(chain)
        for source in chain:
            if source.kind == "field":
                self.lists.add(source.name)
        return chain[-1] if chain else None

    def _read(self, condition: Condition, frame: Frame, positive: bool = True, gate: bool = False) -> None:
        match condition:
            case Equals(path, values):
                self._equals(path, values, frame, positive)
                if gate and positive:
                    self._want_pointed(condition)
            case Filled(paths) | Empty(paths):
                for path in paths:
                    found = self._path(path, frame)
                    if found is not None:
                        self.vague.add(found.name)
                    if found is not None and (isinstance(condition, Empty) or not positive):
                        self.hollow.add(found.name)
            case AtLeast(path, least):
                found = self._path(path, frame)
                if found is not None:
                    self.cuts.setdefault(found.name, set()).add(least)
            case OnScreen(screen):
                if screen in self.atlas.screens:
                    self.screens.add(screen)
                else:
                    self.home = True
            case Has(records, where, least, exactly):
                self._count(records, least if exactly is None else exactly + 1, gate and not positive)
                self._records(
                    records, where, frame, gate, whole=not (gate and positive) or exactly is not None
                )
            case Every(records, where, is_):
                self._records(records, where, frame, gate, whole=not (gate and positive))
                self._read(is_, Frame(frame.row, records), positive=False)
            case AnyOf(parts) | AllOf(parts):
                for part in parts:
                    self._read(part, frame, positive, gate)
            case Not(part):
                self._read(part, frame, not positive, gate)

    def _equals(self, path: Path, values: tuple[Operand, ...], frame: Frame, positive: bool) -> None:
        found = self._path(path, frame)
        if found is None:
            return
        space = self.space(found)
        if not positive:
            self.vague.add(found.name)
        if found.kind == "var" and (not positive or any(value in _HOLLOW for value in values)):
            self.hollow.add(found.name)
        for value in values:
            if isinstance(value, Path):
                other = self._path(value, frame)
                if other is not None:
                    self.spaces.join(space, self.space(other))
            else:
                self.spaces.name(space, value)
                if isinstance(value, int) and not isinstance(value, bool):
                    self.cuts.setdefault(found.name, set()).update((value, value + 1))

    def _records(self, records: str, where: Condition | None, frame: Frame, gate: bool, whole: bool) -> None:
        if records not in self.atlas.slots:
            return
        self.lists.add(records)
        if whole:
            self.whole.add(records)
        if gate and (records, where) not in self.wants:
            self.wants.append((records, where))
        if not gate and where not in self.tests.setdefault(records, []):
            self.tests[records].append(where)
        if where is not None:
            self._read(where, Frame(frame.row, records), positive=True)

    def _count(self, records: str, least: int, must_go: bool) -> None:
        self.counts[records] = max(self.counts.get(records, 1), least, 2 if must_go else 1)

    def _want_pointed(self, condition: Equals) -> None:
        """A gate that asks for a column of the record pointed at wants such a record to be there."""
        slot = self.atlas.slots.get(condition.path.root)
        if slot is not None and slot.var.kind is VarKind.RECORD and condition.path.columns:
            want = (slot.var.records, Equals(Path("record", condition.path.columns), condition.values))
            if want not in self.wants:
                self.wants.append(want)


def _is_free(move: Move) -> bool:
    """Tell whether a touch is always at hand: of the phone itself, or an icon that always stands there."""
    return move.screen in (EVERYWHERE, HOME) and move.element.show_if is None
