"""The keys of the proof: those of the route, with lists that hide nothing a learner could use.

The route may forget a record that can never fit, for it looks at the screen before it
acts. The proof may not: somebody can open such a record. So the records of a list are
put in classes; a key holds the classes, a state stands for every state that has other
records of the same classes (``guises``).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import product

from elder_tutor.lessons.checking.fields import outward, paths_of, read_fields
from elder_tutor.lessons.checking.values import Values
from elder_tutor.lessons.device.atlas import Slot
from elder_tutor.lessons.device.conditions import Frame, Test, compile_test, find
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState, Record
from elder_tutor.lessons.model import Value
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Add, AllOf, Change, Condition, Every, Has, Path
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.liveness import Leap
from elder_tutor.lessons.wayfinding.moves import Flat, Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Projection

MOST_BASES = 400
"""A list whose records can look in more ways than this is not proved."""


class Ground(Projection):
    """Turn states into the keys of the proof.

    ``few`` keeps only records that could come to fit the gate: what others do to a touch that looks
    at them is left open. ``offers`` also tells apart the records that can never fit, by what is read of
    them: a way may have to pass one. ``coarse`` keeps of an open record only what is read of it before
    it is changed: quicker, and where it proves too little, the fine keys are asked.
    """

    def __init__(
        self,
        phone: Phone,
        needs: Needs,
        gate: Condition,
        understood: tuple[Move, ...],
        leaps: tuple[Leap, ...],
        coarse: bool,
        offers: bool = False,
        few: bool = False,
    ) -> None:
        self.coarse = coarse
        self._few = few
        self._offering = offers
        every = gate if isinstance(gate, Every) else None
        super().__init__(phone.atlas, needs, every, also=understood, leaps=leaps)
        self.phone = phone
        self.values = Values(phone.atlas, needs, self)
        self.narrow: list[str] = []
        """Lists that can look in too many ways."""
        self._touches = (*needs.moves.values(), *understood)
        self._want = gate if _plain(gate) else None
        self._fits = compile_test(phone.atlas, gate.where or AllOf(()), Frame(None, gate.records)) if (
            isinstance(gate, Has) and self._want is not None) else None  # fmt: skip
        self._read: dict[str, frozenset[str]] = {name: self._guarded(name) for name in needs.lists}
        self._asked: dict[str, tuple[Test, ...]] = {name: self._tests_of(name) for name in needs.lists}
        self._classes: dict[tuple[str, Record], Hashable] = {}
        self._wanted: dict[str, tuple[Test, ...] | None] = {}
        self._guises: dict[tuple[str, tuple[Value | int, ...]], tuple[tuple[Value, ...], ...]] = {}
        self._hidden: dict[tuple[str, frozenset[Hashable]], tuple[Record, ...]] = {}
        self._bases: dict[str, tuple[Record, ...]] = {}

    # --- classes -----------------------------------------------------------------------

    def _guarded(self, records: str) -> frozenset[str]:
        """Answer the fields of a list that anything but the gate reads."""
        return frozenset().union(*self.readers(records).values())

    def readers(self, records: str) -> dict[tuple[str, Do], frozenset[str]]:
        """Answer per touch the fields of a list that it reads."""
        return {(m.element.id, m.do): found for m in self._touches if (found := self._read_by(m, records))}

    def _read_by(self, move: Move, records: str) -> frozenset[str]:
        found: set[str] = set()
        pointers = {slot.var.name for slot in self.atlas.pointers.get(records, ())}
        counted = (flat for flat in move.all_effects() if self.needs.matters(flat.effect))
        conditions = (*move.guards, *(guard for flat in counted for guard in flat.guards))
        offered = move.frame.row.records if move.frame.row is not None else ""
        for condition in conditions:
            found |= read_fields(condition, records, move.frame)
            for path in paths_of(condition):
                if path.root in pointers or (path.root in ("row", "record") and offered == records):
                    found |= set(path.columns[:1])
        return frozenset(found)

    def _tests_of(self, records: str) -> tuple[Test, ...]:
        """Answer what is asked of a record by its own words: counted, or offered by a choice."""
        asked: list[Condition] = [
            where or AllOf(())
            for where in self.needs.tests.get(records, ())
            if where is None or not outward(where)
        ]
        if any(name == records for name, _ in self.needs.wants) and not self._offering:
            return tuple(compile_test(self.atlas, condition, Frame(None, records)) for condition in asked)
        for move in self._touches:
            if move.do is Do.PICK and move.frame.row is not None and move.frame.row.records == records:
                parts = tuple(each for each in (move.element.where, move.element.open_if) if each is not None)
                if not any(outward(part) for part in parts) and AllOf(parts) not in asked:
                    asked.append(AllOf(parts))
        frame = Frame(None, records)
        return tuple(compile_test(self.atlas, condition, frame) for condition in asked)

    def keeps(self, state: PhoneState, records: str, record: Record) -> bool:
        """Tell whether a record is told of by the key."""
        if not self._few:
            return super().keeps(state, records, record)
        if records not in self._wanted:
            wants = [where for name, where in self.needs.wants if name == records]
            changeable = self.needs.changeable(records)
            self._wanted[records] = (
                None
                if None in wants
                else tuple(self.stable(w, changeable, records) for w in wants if w is not None)
            )
        tests = self._wanted[records]
        if tests is None:
            return True
        scene = Scene(self.atlas, state)
        scene.record = record
        return any(test(scene) for test in tests)

    def class_of(self, records: str, record: Record, focus: Hashable) -> Hashable:
        """Answer the class of a record."""
        if self._every is not None and records == self._every.records and record[0] == focus:
            return ("focus", self.pattern(records, record))
        known = (records, record[1:])
        found = self._classes.get(known)
        if found is None:
            found = self._classes[known] = self._class(records, record)
        return found

    def _class(self, records: str, record: Record) -> Hashable:
        scene = Scene(self.atlas, _EMPTY)
        scene.record = record
        asked = tuple(test(scene) for test in self._asked[records])
        waits = self._every is not None and records == self._every.records
        if waits or not self.keeps(_EMPTY, records, record):
            if not any(asked):
                return None
            return ("any", asked, self.outline(records, record)) if self._offering else ("any", asked)
        want = self._want
        if not isinstance(want, Has | Every) or records != want.records or self._fits is None:
            return ("kept", self.pattern(records, record), asked)
        read = self._read[records]
        seen = tuple(
            record[at] if raw else self.colours.colour(space, record[at])
            for at, space, raw in self._fields[records]
            if self.atlas.slots[records].var.fields[at - 1][0] in read
        )
        return ("kept", seen, asked, self._fits(scene))

    def _list(self, state: PhoneState, slot, focus: Hashable) -> Hashable:  # type: ignore[no-untyped-def]
        name = slot.var.name
        most = self.needs.counts.get(name, 1)
        counted: dict[Hashable, int] = {}
        for record in state.apps[slot.app][slot.at]:
            found = self.class_of(name, record, focus)
            if found is not None and counted.get(found, 0) < most:
                counted[found] = counted.get(found, 0) + 1
        return frozenset(counted.items())

    def outline(self, records: str, record: Record) -> Hashable:
        """Answer what anything but the gate may know of a record."""
        read = self._read[records]
        names = self.atlas.slots[records].var.fields
        return tuple(
            record[at] if raw else self.colours.colour(space, record[at])
            for at, space, raw in self._fields[records]
            if names[at - 1][0] in read
        )

    def _shape(self, records: str, record: Record, focus: Hashable) -> Hashable:
        """Answer all that matters of a record while it is open: less, when it can never fit."""
        found = self.class_of(records, record, focus)
        hopeless = found is None or (isinstance(found, tuple) and found[0] == "any")
        return (found, (self.outline if hopeless or self.coarse else self.pattern)(records, record))

    def _pointed(self, state: PhoneState, slot: Slot, focus: Hashable) -> Hashable:
        serial = state.apps[slot.app][slot.at]
        listed = self.atlas.slots.get(slot.var.records)
        if serial is None or listed is None:
            return None
        record = find(state.apps[listed.app][listed.at], serial)  # type: ignore[arg-type]
        if record is None:
            return None
        name = slot.var.records
        return name in self._fields and self._shape(name, record, focus)

    def trimmed(self, state: PhoneState, focus: Hashable) -> PhoneState:
        """Answer a state of the same key with no more records than the key tells of."""
        for slot in self._lists:
            held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
            if len(held) < 2:
                continue
            pointers = self.atlas.pointers.get(slot.var.name, ())
            pointed = {state.apps[pointer.app][pointer.at] for pointer in pointers}
            most = self.needs.counts.get(slot.var.name, 1)
            counted: dict[Hashable, int] = {}
            kept: set[object] = set()
            for record in sorted(held, key=lambda each: each[0] not in pointed):
                found = self.class_of(slot.var.name, record, focus)
                room = found is not None and counted.get(found, 0) < most
                counted[found] = counted.get(found, 0) + 1
                if room or record[0] in pointed:
                    kept.add(record[0])
            if len(kept) < len(held):
                rest = tuple(record for record in held if record[0] in kept)
                app = state.apps[slot.app]
                app = (*app[: slot.at], rest, *app[slot.at + 1 :])
                state = state._replace(apps=(*state.apps[: slot.app], app, *state.apps[slot.app + 1 :]))
        return state

    # --- what else a record could be -----------------------------------------------------

    def guises(self, records: str, record: Record, focus: Hashable) -> Iterator[Record]:
        """Answer one record for each pattern that records of the same class can have, itself first."""
        yield record
        if self._every is not None and records == self._every.records and record[0] == focus:
            return
        known = self._guises.get((records, record[1:]))
        if known is None:
            known = self._guises[records, record[1:]] = self._others(records, record)
        yield from ((record[0], *rest) for rest in known)

    def _others(self, records: str, record: Record) -> tuple[tuple[Value, ...], ...]:
        found = self.class_of(records, record, None)
        if found is None:
            return ()
        whole = self.pattern if isinstance(found, tuple) and found[0] == "kept" else self.outline
        seen = {whole(records, record)}
        others = []
        for other in self.bases(records):
            guise = (record[0], *other[1:])
            shape = whole(records, guise)
            if shape not in seen and self.class_of(records, guise, None) == found:
                seen.add(shape)
                others.append(other[1:])
        return tuple(others)

    def hidden(self, state: PhoneState, records: str) -> tuple[Record, ...]:
        """Answer records a list may hold although its key does not tell of them one by one."""
        slot = self.atlas.slots[records]
        held: tuple[Record, ...] = state.apps[slot.app][slot.at]  # type: ignore[assignment]
        known = frozenset(self.class_of(records, record, None) for record in held)
        found = self._hidden.get((records, known))
        if found is None:
            found = self._hidden[records, known] = tuple(self._unseen(records, known))
        return found

    def _unseen(self, records: str, known: frozenset[Hashable]) -> Iterator[Record]:
        for record in self.bases(records):
            found = self.class_of(records, record, None)
            if found is None or (found in known and isinstance(found, tuple) and found[0] == "any"):
                yield record

    def bases(self, records: str) -> tuple[Record, ...]:
        """Answer a record of every pattern that this list could come to hold."""
        if records not in self._bases:
            self._bases[records] = self._made(records)
        return self._bases[records]

    def _made(self, records: str) -> tuple[Record, ...]:
        slot = self.atlas.slots[records]
        names = [name for name, _ in slot.var.fields]
        demanded = {names[at - 1] for at, _, _ in self._fields[records]}
        changed = {name: values for name, values in self._changed(records).items() if name in demanded}
        sketches: list[dict[str, tuple[Value, ...]]] = [
            {name: (row.get(name),) for name in names} for row in slot.var.first
        ]
        for start in self.starts:
            held: tuple[Record, ...] = start.apps[slot.app][slot.at]  # type: ignore[assignment]
            sketches += [{name: (record[at],) for at, name in enumerate(names, 1)} for record in held]
        sketches += [self._sketch(records, dict(add.fields), names, demanded) for add in self._adds(records)]
        found: dict[Hashable, Record] = {}
        for sketch in sketches:
            wide = {**sketch, **{name: (*sketch[name], *changed[name]) for name in changed}}
            for made in product(*(dict.fromkeys(wide[name]) for name in names)):
                record: Record = (0, *made)
                hopeless = self.class_of(records, record, None) is None
                sign = self.outline(records, record) if hopeless else self.pattern(records, record)
                found.setdefault((hopeless, sign), record)
                if len(found) > MOST_BASES:
                    self.narrow.append(records)
                    return tuple(found.values())
        return tuple(found.values())

    starts: tuple[PhoneState, ...] = ()

    def _sketch(
        self, records: str, fields: dict[str, object], names: list[str], demanded: set[str]
    ) -> dict[str, tuple[Value, ...]]:
        def values(name: str) -> tuple[Value, ...]:
            value = fields.get(name)
            if not isinstance(value, Path):
                return (value,)  # type: ignore[return-value]
            return self.values.of_field(records, name) if name in demanded else (None,)

        return {name: values(name) for name in names}

    def _adds(self, records: str) -> Iterator[Add]:
        seen = dict.fromkeys(flat.effect for flat in _flats(self.phone) if isinstance(flat.effect, Add))
        return (add for add in seen if add.records == records)

    def _changed(self, records: str) -> dict[str, tuple[Value, ...]]:
        """Answer what fields of a list are ever changed to."""
        changes = (flat.effect for flat in _flats(self.phone) if isinstance(flat.effect, Change))
        pointers = {slot.var.name for slot in self.atlas.pointers.get(records, ())}
        found: dict[str, tuple[Value, ...]] = {}
        for name, value in (
            field for change in changes if change.record in pointers for field in change.fields
        ):
            values = self.values.of_field(records, name) if isinstance(value, Path) else (value,)
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *values)))
        return found


def _plain(gate: Condition) -> Has | None:
    once = isinstance(gate, Has) and gate.exactly is None and gate.at_least == 1
    if once and isinstance(gate, Has) and (gate.where is None or not outward(gate.where)):
        return gate
    return None


def _flats(phone: Phone) -> Iterator[Flat]:
    return (flat for flats in phone.moves.everything() for flat in flats)


_EMPTY = PhoneState("", ())
