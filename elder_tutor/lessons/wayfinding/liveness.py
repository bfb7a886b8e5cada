"""Per screen, the variables somebody may still read before they are written again (FORMAT 6.5)."""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Frame
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
    Open,
    Operand,
    Path,
    Remove,
    Set,
    StepBy,
)
from elder_tutor.lessons.wayfinding.moves import EVERYWHERE, Flat, Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.sources import field, sources, var

Leap = tuple[str, str]
"""A way from a screen ("" from any of the app) to another one by a touch that is not looked into."""


class Liveness:
    """Answer which needed variables of an app matter while one of its screens shows.

    ``also`` are touches the route does without, but that a learner may make.
    """

    def __init__(
        self, atlas: Atlas, needs: Needs, also: tuple[Move, ...] = (), leaps: tuple[Leap, ...] = ()
    ) -> None:
        self._atlas = atlas
        self._needs = needs
        self._moves = (*needs.moves.values(), *also)
        self._leaps = leaps
        self._by_screen: dict[str, list[Move]] = {}
        for move in self._moves:
            self._by_screen.setdefault(move.screen, []).append(move)
        self._anywhere = [*self._by_screen.pop(EVERYWHERE, ()), *self._by_screen.pop(HOME, ())]
        self.always = needs.gate_vars | self._read_from_elsewhere()
        self.screens = self._spread()

    def _spread(self) -> dict[str, frozenset[str]]:
        atlas = self._atlas
        screens = {up for screen in self._needs.screens for up in (screen, *atlas.ancestors(screen))}
        screens |= {atlas.first(app) for app in self._needs.apps}
        live: dict[str, frozenset[str]] = dict.fromkeys(screens, frozenset())
        self._live = live
        opened = self._opened()
        leaps: dict[str, set[str]] = {}
        for origin, target in self._leaps:
            if origin:
                leaps.setdefault(self._near(origin), set()).add(target)
        changed = True
        while changed:
            changed = False
            for screen in screens:
                app = atlas.app_of[screen]
                new = set(live.get(atlas.parent(screen) or atlas.first(app), ()))
                for target in opened.get(app, ()):
                    new |= self._at(target)
                for target in leaps.get(screen, ()):
                    new |= self._at(target)
                for move in self._by_screen.get(screen, ()):
                    new |= self._before(move, live)
                for move in self._anywhere:
                    new |= self._read_by(move)
                if not new <= live[screen]:
                    live[screen] = live[screen] | new
                    changed = True
        return live

    def parked(self, app: str) -> frozenset[str] | None:
        """Answer what matters of an app without an icon while it does not show; None when all of it does.

        It comes to the front at a screen that somebody opens, with the values given to it then.
        """
        entries = self._needs.every_move.entries.get(app)
        if entries is None:
            return None
        found = set(self.always)
        for screen, given in entries:
            dependents = {s.var.name for name in given for s in self._atlas.dependents.get(name, ())}
            found |= self._at(screen) - given - dependents
        return frozenset(name for name in found if name.partition(".")[0] == app)

    def _near(self, screen: str) -> str:
        """Answer the nearest screen on the way up of which it is known what matters there."""
        ups = (screen, *self._atlas.ancestors(screen))
        return next((up for up in ups if up in self._live), self._atlas.first(self._atlas.app_of[screen]))

    def _at(self, screen: str) -> frozenset[str]:
        if screen not in self._atlas.app_of:
            return frozenset()
        return self._live.get(self._near(screen), frozenset())

    def _opened(self) -> dict[str, set[str]]:
        """Answer the screens that other apps may put an app at."""
        found: dict[str, set[str]] = {}
        for move in self._moves:
            for flat in move.all_effects():
                if isinstance(flat.effect, Open | Go) and flat.effect.screen in self._atlas.screens:
                    app = self._atlas.app_of[flat.effect.screen]
                    if app != move.app:
                        found.setdefault(app, set()).add(flat.effect.screen)
        for origin, target in self._leaps:
            if not origin:
                found.setdefault(self._atlas.app_of[target], set()).add(target)
        return found

    def _read_from_elsewhere(self) -> set[str]:
        found: set[str] = set()
        for app in self._needs.apps & self._atlas.at.keys():
            icon_if = self._atlas.apps[self._atlas.at[app]].icon_if
            found |= self._of(icon_if, NOWHERE) if icon_if is not None else set()
        for move in self._moves:
            for flat in move.all_effects():
                if self._needs.matters(flat.effect):
                    found |= {n for n in self._reads(flat, move) if n.partition(".")[0] != move.app}
            for guard in move.guards:
                found |= {n for n in self._of(guard, move.frame) if n.partition(".")[0] != move.app}
        return found

    def _read_by(self, move: Move) -> set[str]:
        """Answer what a touch of the phone itself reads: it may be made while any screen shows."""
        found: set[str] = set()
        for flat in move.all_effects():
            if self._needs.matters(flat.effect):
                found |= self._reads(flat, move)
        for guard in move.guards:
            found |= self._of(guard, move.frame)
        return found

    # --- one touch -------------------------------------------------------------------

    def _before(self, move: Move, live: dict[str, frozenset[str]]) -> set[str]:
        after: set[str] = set()
        stays = True
        for flat in move.effects:
            if isinstance(flat.effect, Go | Open):
                target = self._target(flat.effect.screen, move.screen)
                after |= self._at(target)
                stays = stays and bool(flat.guards)
        if stays:
            after |= live.get(move.screen, frozenset())
        for flat in reversed(move.effects):
            if not flat.guards:
                after -= self._killed(flat.effect)
            if self._needs.matters(flat.effect):
                after |= self._reads(flat, move)
        for flat in move.refused:
            if self._needs.matters(flat.effect):
                after |= self._reads(flat, move)
        for guard in move.guards:
            after |= self._of(guard, move.frame)
        return after

    def _target(self, screen: str, here: str) -> str:
        return self._atlas.parent(here) if screen == "back" else screen

    def _killed(self, effect: Effect) -> set[str]:
        match effect:
            case Set(values):
                names = {name for name, _ in values}
            case Clear(names_):
                names = set(names_)
            case NewCode(name):
                names = {name}
            case _:
                return set()
        return names | {slot.var.name for name in names for slot in self._atlas.dependents.get(name, ())}

    def _reads(self, flat: Flat, move: Move) -> set[str]:
        found: set[str] = set()
        for guard in flat.guards:
            found |= self._of(guard, move.frame)
        operands: list[Operand] = []
        match flat.effect:
            case Set(values):
                operands = [value for name, value in values if var(name) in self._needs.sources]
            case Add(records, fields):
                operands = [value for name, value in fields if field(records, name) in self._needs.sources]
            case Change(record, fields):
                listed = self._atlas.slots[record].var.records if record in self._atlas.slots else ""
                operands = [value for name, value in fields if field(listed, name) in self._needs.sources]
                found.add(record)
            case Remove(record):
                found.add(record)
            case StepBy(values_):
                found |= {name for name, _ in values_ if var(name) in self._needs.sources}
        for operand in operands:
            if isinstance(operand, Path):
                found |= self._names(operand, move.frame)
        return found

    def _names(self, path: Path, frame: Frame) -> set[str]:
        return {source.name for source in sources(self._atlas, path, frame) if source.kind == "var"}

    def _of(self, condition: Condition, frame: Frame) -> set[str]:
        """Answer the variables a condition reads."""
        match condition:
            case Equals(path, values):
                paths = [path, *(value for value in values if isinstance(value, Path))]
                return {name for each in paths for name in self._names(each, frame)}
            case Filled(paths) | Empty(paths):
                return {name for each in paths for name in self._names(each, frame)}
            case AtLeast(path, _):
                return self._names(path, frame)
            case Has(records, where):
                return self._of(where, Frame(frame.row, records)) if where else set()
            case Every(records, where, is_):
                inner = Frame(frame.row, records)
                return self._of(is_, inner) | (self._of(where, inner) if where else set())
            case AnyOf(parts) | AllOf(parts):
                return {name for part in parts for name in self._of(part, frame)}
            case Not(part):
                return self._of(part, frame)
            case _:
                return set()
