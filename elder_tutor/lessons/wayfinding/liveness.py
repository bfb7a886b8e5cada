"""Per screen, the variables somebody may still read before they are written again (FORMAT 6.5)."""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import Frame
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
)
from elder_tutor.lessons.wayfinding.moves import Flat, Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.sources import field, sources, var


class Liveness:
    """Answer which needed variables of an app matter while one of its screens shows."""

    def __init__(self, atlas: Atlas, needs: Needs) -> None:
        self._atlas = atlas
        self._needs = needs
        self._by_screen: dict[str, list[Move]] = {}
        for move in needs.moves.values():
            self._by_screen.setdefault(move.screen, []).append(move)
        self.always = needs.gate_vars | self._read_from_elsewhere()
        self.screens = self._spread()

    def _spread(self) -> dict[str, frozenset[str]]:
        atlas = self._atlas
        screens = {up for screen in self._needs.screens for up in (screen, *atlas.ancestors(screen))}
        screens |= {atlas.first(app) for app in self._needs.apps}
        live: dict[str, frozenset[str]] = dict.fromkeys(screens, frozenset())
        opened = self._opened()
        changed = True
        while changed:
            changed = False
            for screen in screens:
                app = atlas.app_of[screen]
                new = set(live.get(atlas.parent(screen) or atlas.first(app), ()))
                for target in opened.get(app, ()):
                    new |= live.get(target, frozenset())
                for move in self._by_screen.get(screen, ()):
                    new |= self._before(move, live)
                if not new <= live[screen]:
                    live[screen] = live[screen] | new
                    changed = True
        return live

    def _opened(self) -> dict[str, set[str]]:
        """Answer the screens that other apps may put an app at."""
        found: dict[str, set[str]] = {}
        for move in self._needs.moves.values():
            for flat in move.all_effects():
                if isinstance(flat.effect, Open | Go) and flat.effect.screen in self._atlas.screens:
                    app = self._atlas.app_of[flat.effect.screen]
                    if app != move.app:
                        found.setdefault(app, set()).add(flat.effect.screen)
        return found

    def _read_from_elsewhere(self) -> set[str]:
        found: set[str] = set()
        for move in self._needs.moves.values():
            for flat in move.all_effects():
                if self._needs.matters(flat.effect):
                    found |= {n for n in self._reads(flat, move) if n.partition(".")[0] != move.app}
            for guard in move.guards:
                found |= {n for n in self._of(guard, move.frame) if n.partition(".")[0] != move.app}
        return found

    # --- one touch -------------------------------------------------------------------

    def _before(self, move: Move, live: dict[str, frozenset[str]]) -> set[str]:
        after: set[str] = set()
        stays = True
        for flat in move.effects:
            if isinstance(flat.effect, Go | Open):
                target = self._target(flat.effect.screen, move.screen)
                after |= live.get(target, frozenset())
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
