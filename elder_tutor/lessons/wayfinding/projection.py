"""What the route keeps of a phone state: the key of its node.

Four reductions, each measured in FORMAT 2; without any one of them the graph does not
end in time. Each can be switched off, so that a test can show that none changes a way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable
from enum import Flag, auto

from elder_tutor.lessons.device.atlas import Atlas, Slot
from elder_tutor.lessons.device.conditions import Frame, Test, compile_test, find
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState, Record
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.rules import AllOf, Condition, Equals, Every, Path
from elder_tutor.lessons.wayfinding.colours import FEW, OTHER, Colours
from elder_tutor.lessons.wayfinding.liveness import Leap, Liveness
from elder_tutor.lessons.wayfinding.moves import Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.sources import Source

Key = tuple[Hashable, ...]
Shrink = Callable[[PhoneState, Hashable], Hashable]


class Reduce(Flag):
    """The reductions of a projection."""

    ASIDE = auto()  # a screen outside the cone is "so many times back"
    COLOURS = auto()  # rows that nothing tells apart are one
    PATTERNS = auto()  # like records are counted no further than something asks
    LIVE = auto()  # a value nobody reads again is none
    HOPELESS = auto()  # a record that can never fit, and that nothing looks at, is not told of at all
    ALL = ASIDE | COLOURS | PATTERNS | LIVE | HOPELESS


class Projection:
    """Turn states into keys, for one gate.

    ``also`` and ``leaps`` are what a learner may do besides what the gate needs (see Liveness).
    """

    def __init__(
        self,
        atlas: Atlas,
        needs: Needs,
        every: Every | None,
        reduce: Reduce = Reduce.ALL,
        also: tuple[Move, ...] = (),
        leaps: tuple[Leap, ...] = (),
    ) -> None:
        self.atlas = atlas
        self.needs = needs
        self.reduce = reduce
        self.colours = Colours(atlas, needs, off=Reduce.COLOURS not in reduce)
        self.apps = tuple(sorted(app for app in needs.apps if app in atlas.at))
        self.only = self._only_app()
        """The one app that matters, when leaving it never helps: then "not in front" is an aside too."""
        self.screens = self._kept_screens()
        self._anchor: dict[str, str] = {}
        anchored = tuple((origin and self.anchor(origin), target) for origin, target in leaps)
        self._live = Liveness(atlas, needs, also, anchored)
        self._every = every
        self._patterns: dict[tuple[str, Record], Hashable] = {}
        self._fields = {name: self._demanded(name) for name in needs.lists}
        self._fixed = {name: self._stable_tests(name) for name in needs.lists}
        self._counted = {name: self._count_tests(name) for name in needs.lists}
        self._lists = tuple(atlas.slots[name] for name in sorted(needs.lists) if name in atlas.slots)
        self._parked = self._parked_apps()
        self._shrinks: dict[str, tuple[Shrink, ...]] = {}

    # --- screens -------------------------------------------------------------------

    def _kept_screens(self) -> frozenset[str]:
        if Reduce.ASIDE not in self.reduce:
            return frozenset(s for s, app in self.atlas.app_of.items() if app in self.apps)
        return frozenset(self.needs.screens | {self.atlas.first(app) for app in self.apps})

    def _only_app(self) -> str:
        alone = len(self.apps) == 1 and self.apps[0] in self.atlas.icons and not self.needs.home
        if not alone or Reduce.ASIDE not in self.reduce:
            return ""
        app = self.atlas.apps[self.atlas.at[self.apps[0]]]
        return "" if app.over or app.lock or app.icon_if is not None else app.id

    def anchor(self, screen: str) -> str:
        """Answer the nearest kept screen on the way up from a screen."""
        found = self._anchor.get(screen)
        if found is None:
            ups = (screen, *self.atlas.ancestors(screen))
            first = self.atlas.first(self.atlas.app_of[screen])
            found = self._anchor[screen] = next((up for up in ups if up in self.screens), first)
        return found

    # --- keys ----------------------------------------------------------------------

    def front(self, state: PhoneState) -> Hashable:
        """Answer the app that counts as in front; of one that lies over others, also what it lies on.

        What lies over it but does not matter is as many times back away; a lock that does not
        matter is as good as the home screen, for a way leads out of it (see Table).
        """
        front, under = self.uncovered(state)
        if front not in self.apps:
            return "~" if front and self.needs.home else ""
        if front not in self.atlas.over or not under:
            return front
        return (front, self.front(state._replace(front=under[-1], under=under[:-1])))

    def uncovered(self, state: PhoneState) -> tuple[str, tuple[str, ...]]:
        """Answer the app in front without what lies over it and does not matter, and what it lies on."""
        front, under = state.front, state.under
        while under and front in self.atlas.over and front not in self.apps:
            front, under = under[-1], under[:-1]
        return front, under

    def key(self, state: PhoneState, focus: Hashable = None) -> Key:
        """Answer the key of a state; ``focus`` is the record that ``every`` waits for."""
        parts: list[Hashable] = [self.only or self.front(state)]
        shown = (state.front, *state.under)
        for app in self.apps:
            if app in self._parked and app not in shown:
                parts += [shrink(state, focus) for shrink in self._parked[app]]
                continue
            screen = self.anchor(str(state.apps[self.atlas.at[app]][0]))
            shrinks = self._shrinks.get(screen)
            if shrinks is None:
                shrinks = self._shrinks[screen] = self._for_screen(app, screen)
            parts.append(screen)
            for shrink in shrinks:
                parts.append(shrink(state, focus))
        for slot in self._lists:
            parts.append(self._list(state, slot, focus))
        return tuple(parts)

    def _for_screen(self, app: str, screen: str) -> tuple[Shrink, ...]:
        return tuple(self._shrink(self.atlas.slots[name]) for name in sorted(self.tells(app, screen)))

    def tells(self, app: str, screen: str) -> frozenset[str]:
        """Answer the variables of an app that a key holds while one of its kept screens shows."""
        needed = {s.name for s in self.needs.sources if s.kind == "var" and s.name.partition(".")[0] == app}
        if Reduce.LIVE in self.reduce:
            needed &= self._live.screens.get(screen, frozenset()) | self._live.always
        return frozenset(name for name in needed if name in self.atlas.slots)

    def _parked_apps(self) -> dict[str, tuple[Shrink, ...]]:
        """Answer what is kept of apps that show nothing and cannot be resumed as they were."""
        found: dict[str, tuple[Shrink, ...]] = {}
        if Reduce.LIVE in self.reduce:
            for app in self.apps:
                live = self._live.parked(app)
                if live is not None:
                    needed = {s.name for s in self.needs.sources if s.kind == "var"} & live
                    found[app] = tuple(
                        self._shrink(self.atlas.slots[n]) for n in sorted(needed) if n in self.atlas.slots
                    )
        return found

    def _shrink(self, slot: Slot) -> Shrink:
        place, at, var = slot.app, slot.at, slot.var
        if var.kind is VarKind.RECORDS:
            return lambda _state, _focus: None
        if var.kind is VarKind.RECORD:
            return lambda state, focus: self._pointed(state, slot, focus)
        if var.kind is VarKind.CODE:
            return lambda state, _: state.apps[place][at] is not None
        if var.kind is VarKind.LEVEL:
            if var.name in self.needs.stepped:
                return lambda state, _: state.apps[place][at]
            cuts = sorted(self.needs.cuts.get(var.name, ()))
            return lambda state, _: bisect_right(cuts, _level(state.apps[place][at]))
        if var.kind in (VarKind.TEXT, VarKind.YESNO) or (
            var.kind is VarKind.ONE_OF and len(var.options) <= FEW
        ):
            return lambda state, _: state.apps[place][at]
        colour = self.colours.painter(self.needs.space(Source("var", var.name)))
        return lambda state, _: colour(state.apps[place][at])

    # --- records ---------------------------------------------------------------------

    def _demanded(self, records: str) -> tuple[tuple[int, Source, bool], ...]:
        found = []
        for source in sorted(self.needs.sources):
            if source.kind == "field" and source.name == records:
                at = self.atlas.field(records, source.column)
                if at is not None:
                    found.append((at, self.needs.space(source), self._raw(source)))
        return tuple(found)

    def _raw(self, source: Source) -> bool:
        """Tell whether the values of a plain field are so few, and compared, that each is kept."""
        if self.atlas.field_table(source.name, source.column):
            return False
        own = f"{source.name.partition('.')[0]}.{source.column}"
        slot = self.atlas.slots.get(own)
        return slot is not None and slot.var.kind is VarKind.ONE_OF and len(slot.var.options) <= FEW

    def pattern(self, records: str, record: Record) -> Hashable:
        """Answer what the route may know of a record."""
        known = self._patterns.get((records, record[1:]))
        if known is None:
            known = tuple(
                record[at] if raw else self.colours.colour(space, record[at])
                for at, space, raw in self._fields[records]
            )
            self._patterns[records, record[1:]] = known
        return known

    def _stable_tests(self, records: str) -> tuple[Test, ...] | None:
        """Answer what a record can never become again once it does not fit; None when every record counts."""
        wants = [where for name, where in self.needs.wants if name == records]
        if not {Reduce.PATTERNS, Reduce.HOPELESS} <= set(self.reduce) or None in wants:
            return None
        guards = [
            where for where in self.needs.tests.get(records, ()) if where is not None and relates(where)
        ]
        changeable = self.needs.changeable(records)
        return tuple(
            self.stable(where, changeable, records) for where in (*wants, *guards) if where is not None
        )

    def stable(self, where: Condition, changeable: frozenset[str], records: str) -> Test:
        """Compile what a record must be now to be able to fit a test ever."""
        parts = where.parts if isinstance(where, AllOf) else (where,)
        fixed = tuple(part for part in parts if not _touches_changeable(part, changeable))
        test = compile_test(self.atlas, AllOf(fixed), Frame(None, records))
        alone = tuple(self._own(records, part) for part in parts if relates(part))

        def keep(scene: Scene) -> bool:
            return test(scene) and all(own(scene) for own in alone)

        return keep

    def _own(self, records: str, part: Condition) -> Test:
        # A record that only shares a colour with what it is compared to is like any other: the way
        # finds the row that fits by looking (Graph.concrete).
        column = part.path.columns[0] if isinstance(part, Equals) and part.path.columns else ""
        at = self.atlas.field(records, column) or 0
        source = Source("field", records, column)
        space, raw = self.needs.space(source), self._raw(source)
        return lambda scene: scene.record is not None and (raw or self.colours.alone(space, scene.record[at]))

    def _count_tests(self, records: str) -> tuple[Test, ...]:
        """Answer what guards count among all records, by words of their own."""
        if Reduce.PATTERNS not in self.reduce:
            return ()
        plain = [where for where in self.needs.tests.get(records, ()) if where is None or not relates(where)]
        if not any(name == records for name, _ in self.needs.wants):
            plain += self._offers(records)
        frame = Frame(None, records)
        return tuple(compile_test(self.atlas, where or AllOf(()), frame) for where in plain)

    def _offers(self, records: str) -> list[Condition]:
        """Answer when a record stands in a choice that is needed: nothing else may ask for it."""
        found: list[Condition] = []
        for move in self.needs.moves.values():
            if move.frame.row is not None and move.frame.row.records == records:
                tests = AllOf(tuple(e for e in (move.element.where, move.element.open_if) if e is not None))
                if not relates(tests) and tests not in found:
                    found.append(tests)
        return found

    def keeps(self, state: PhoneState, records: str, record: Record) -> bool:
        """Tell whether a record can ever matter to the gate by being in its list."""
        tests = self._fixed[records]
        if tests is None:
            return True
        scene = Scene(self.atlas, state)
        scene.record = record
        return any(test(scene) for test in tests)

    def _list(self, state: PhoneState, slot: Slot, focus: Hashable) -> Hashable:
        records: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        name = slot.var.name
        if self._every is not None and name == self._every.records:
            return tuple(self.pattern(name, record) for record in records if record[0] == focus)
        kept: list[Hashable] = [
            self.pattern(name, record) for record in records if self.keeps(state, name, record)
        ]
        if Reduce.PATTERNS in self.reduce and len(kept) > 1:
            most = self.needs.counts.get(name, 1)
            kept = [pattern for pattern in dict.fromkeys(kept) for _ in range(min(kept.count(pattern), most))]
        if len(kept) > 1:
            kept.sort(key=repr)
        return (*kept, *self._counts(state, name, records))

    def _counts(self, state: PhoneState, name: str, records: tuple[Record, ...]) -> tuple[int, ...]:
        tests = self._counted[name]
        if not tests:
            return ()
        scene = Scene(self.atlas, state)
        found = []
        for test in tests:
            count = 0
            for record in records:
                scene.record = record
                count += test(scene)
            found.append(min(count, 2))
        return tuple(found)

    def _pointed(self, state: PhoneState, slot: Slot, focus: Hashable) -> Hashable:
        serial = state.apps[slot.app][slot.at]
        listed = self.atlas.slots.get(slot.var.records)
        if serial is None or listed is None:
            return None
        record = find(state.apps[listed.app][listed.at], serial)  # type: ignore[arg-type]
        if record is None:
            return None
        name = slot.var.records
        return (serial == focus, name in self._fields and self.pattern(name, record))

    def row_colour(
        self, move_rows: tuple[str, str], row: str, state: PhoneState, focus: Hashable
    ) -> Hashable:
        """Answer the colour of a row a choice offers: (table, "") or ("", records) names what it offers."""
        table, records = move_rows
        if table:
            return self.colours.colour(Source("col", table, "id"), row)
        slot = self.atlas.slots[records]
        held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        record = next((each for each in held if str(each[0]) == row), None)
        if record is None:
            return OTHER
        return (record[0] == focus, self.pattern(records, record), self.keeps(state, records, record))


def _level(value: object) -> int:
    return value if isinstance(value, int) else 0


def relates(condition: Condition) -> bool:
    """Tell whether a field of a record is compared with a variable."""
    if isinstance(condition, AllOf):
        return any(relates(part) for part in condition.parts)
    if not isinstance(condition, Equals):
        return False
    return any(isinstance(value, Path) and value.root != "record" for value in condition.values)


def _touches_changeable(condition: Condition, changeable: frozenset[str]) -> bool:
    if not isinstance(condition, Equals):
        return True
    paths = (condition.path, *(value for value in condition.values if isinstance(value, Path)))
    return any(path.root != "record" or not path.columns or path.columns[0] in changeable for path in paths)
