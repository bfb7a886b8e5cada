"""The ground a gate is proved on: its cone, its keys, and everything that may happen there.

What a learner may touch falls into three kinds. Needed touches are those of the route.
Understood ones stand on a screen of the cone and read nothing outside it: they are made
on the phone like needed ones. All others are jumps. ``looked_into`` are touches that are
to be understood whatever that costs.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from elder_tutor.lessons.checking.alikes import Alikes
from elder_tutor.lessons.checking.fields import copied, has_relating
from elder_tutor.lessons.checking.ground import Ground
from elder_tutor.lessons.checking.jumping import Jumping
from elder_tutor.lessons.checking.jumps import Jump, Outcomes, TooManyError
from elder_tutor.lessons.checking.values import Values, strange
from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.parts import Part, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import PhoneState, Record
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.rules import Add, Change, Condition, Every, Go, Notify, Open, Say, Stop
from elder_tutor.lessons.view import Action, Do
from elder_tutor.lessons.wayfinding.graph import Graph, Reached, Touch, bare
from elder_tutor.lessons.wayfinding.liveness import Leap
from elder_tutor.lessons.wayfinding.moves import EVERYWHERE, Flat, Move
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Key


class Edge(NamedTuple):
    """Something that may happen in a state, and the states it may lead to."""

    outcomes: tuple[Outcome, ...]
    must: bool
    """The tutor may lead this way, when a way goes on from each of the outcomes."""


class Outcome(NamedTuple):
    """One state that something leads to; ``touch`` or ``jump`` tells what was done."""

    there: PhoneState
    touch: Touch | None
    jump: Jump | None


class Plan(NamedTuple):
    """How finely a gate is looked at: see Ground, and Needs for ``wide`` and ``only``."""

    few: bool = False
    coarse: bool = True
    offers: bool = False
    wide: bool = False
    only: frozenset[tuple[str, Do]] | None = None
    looked_into: tuple[Move, ...] = ()


class Terrain:
    """One gate, or one part of a gate, with all that may happen to what it needs."""

    def __init__(
        self,
        phone: Phone,
        gate: Condition,
        reached: Reached,
        plan: Plan,
        within: frozenset[str] = frozenset(),
    ) -> None:
        self.phone = phone
        self.gate = gate
        atlas, moves = phone.atlas, phone.moves
        self.every = gate if isinstance(gate, Every) else None
        self.base = Needs(atlas, moves, gate, wide=plan.wide, only=plan.only, within=within)
        self.needs = (
            Needs(atlas, moves, gate, plan.looked_into, plan.wide, plan.only, within)
            if plan.looked_into
            else self.base
        )
        self._apps = tuple(sorted(app for app in self.needs.apps if app in atlas.at))
        self._icons = frozenset(atlas.icons)
        self._kept = self.needs.screens | {atlas.first(app) for app in self._apps} | {EVERYWHERE, HOME}
        plain = Outcomes(atlas, moves, self.needs, None, self._apps)
        rest = [
            move
            for on_screen in moves.by_screen.values()
            for move in on_screen
            if (move.element.id, move.do) not in self.needs.moves and plain.counts(move.all_effects())
        ]
        self.understood = tuple(m for m in rest if m.screen in self._kept and self.needs.understands(m))
        known = {id(move) for move in self.understood}
        far = tuple(move for move in rest if id(move) not in known)
        self._timers = self._timed(plain)
        self._notes = self._noticed()
        leaps = (
            *self._leaps(far),
            *(("", t) for flats in self._timers.values() for t in self._targets(flats)),
            *(("", notify.screen) for notify in self._notes),
        )
        self.projection = Ground(
            phone, self.needs, gate, self.understood, leaps, plan.coarse, plan.offers, plan.few
        )
        self._compared = self._comparing()
        self._changing = self._changers() if plan.coarse else {}
        self.graph = Graph(phone, self.needs, self.projection, reached)
        self.reached = reached
        values = Values(atlas, self.needs, self.projection)
        self._outcomes = Outcomes(atlas, moves, self.needs, values, self._apps)
        self.too_many: list[Move] = []
        self._jumps = tuple(self._all_jumps(far))
        self._jumps_at: dict[str, list[Jump]] = {}
        for jump in self._jumps:
            self._jumps_at.setdefault(self._where(jump), []).append(jump)
        self._on: dict[str, list[tuple[Move, Part | None]]] = {}
        for move in self.understood:
            self._on.setdefault(move.screen, []).append((move, phone.parts.by_id.get(move.element.id)))
        self._refusing = {
            screen: [(m, phone.parts.by_id[m.element.id]) for m in found if plain.counts(m.refused)]
            for screen in self._kept & atlas.screens.keys()
            if (found := moves.by_screen.get(screen, []))
        }
        self._alikes = Alikes(atlas, self.projection)
        self._jumping = Jumping(phone, self.projection, self._alikes, self._apps, self.needs.lists)

    def _comparing(self) -> dict[tuple[str, Do], set[str]]:
        """Answer per touch the lists whose records it compares with something else."""
        found: dict[tuple[str, Do], set[str]] = {}
        for move in (*self.needs.moves.values(), *self.understood):
            counted = (flat for flat in move.all_effects() if self.needs.matters(flat.effect))
            guards = (*move.guards, *(guard for flat in counted for guard in flat.guards))
            lists = set().union(*(has_relating(guard, self.needs.lists) for guard in guards), set())
            if lists:
                found[move.element.id, move.do] = lists
        return found

    def _changers(self) -> dict[tuple[str, Do], set[str]]:
        """Answer per touch the variables whose record it changes, or copies something of."""
        atlas = self.phone.atlas
        found: dict[tuple[str, Do], set[str]] = {}
        for move in (*self.needs.moves.values(), *self.understood):
            changed = {f.effect.record for f in move.all_effects() if isinstance(f.effect, Change)}
            changed |= {path.root for path in copied(move.all_effects()) if path.columns}
            slots = (atlas.slots[name] for name in changed if name in atlas.slots)
            names = {slot.var.name for slot in slots if slot.var.records in self.needs.lists}
            if names:
                found[move.element.id, move.do] = names
        return found

    # --- what may happen -------------------------------------------------------------

    def _timed(self, outcomes: Outcomes) -> dict[str, tuple[Flat, ...]]:
        found = {}
        for app in self.phone.atlas.apps:
            for timer, effects in app.timers.items():
                flats = tuple(self.phone.moves.flat(effects, app.id))
                if outcomes.counts(flats):
                    found[timer] = flats
        return found

    def _noticed(self) -> dict[Notify, frozenset[str]]:
        """Answer the notices that may come, each with the lists that get a record in the same breath."""
        found: dict[Notify, frozenset[str]] = {}
        for flats in self.phone.moves.everything():
            raised = [flat.effect for flat in flats if isinstance(flat.effect, Notify)]
            if raised:
                made = frozenset(flat.effect.records for flat in flats if isinstance(flat.effect, Add))
                for notify in raised:
                    if self.phone.atlas.app_of.get(notify.screen) in self._apps:
                        found[notify] = found.get(notify, frozenset()) | made
        return found

    def _targets(self, flats: Iterable[Flat]) -> Iterator[str]:
        for flat in flats:
            screen = flat.effect.screen if isinstance(flat.effect, Go | Open) else ""
            if self.phone.atlas.app_of.get(screen) in self._apps:
                yield screen

    def _leaps(self, far: tuple[Move, ...]) -> Iterator[Leap]:
        app_of = self.phone.atlas.app_of
        for move in far:
            for target in self._targets(move.all_effects()):
                own = move.screen in app_of and app_of[target] == move.app
                yield (move.screen if own else "", target)

    def _all_jumps(self, far: tuple[Move, ...]) -> Iterator[Jump]:
        seen: set[object] = set()
        for move in far:
            try:
                ways = self._outcomes.of_move(move)
            except TooManyError:
                self.too_many.append(move)
                continue
            inside = move.app in self._apps and move.screen in self.phone.atlas.screens
            sign = (move.app if inside else "", self.projection.anchor(move.screen) if inside else "", ways)
            if ways and sign not in seen:
                seen.add(sign)
                yield Jump("touch", move.element.id, move.screen, move, move.do, ways)
        for timer, flats in self._timers.items():
            yield Jump("timer", timer, "", None, None, self._outcomes.of(flats))
        for notify, made in self._notes.items():
            yield Jump("notice", notify.screen, "", None, None, self._outcomes.of_notice(notify, made))

    # --- edges -----------------------------------------------------------------------

    def edges(self, state: PhoneState, focus: Hashable) -> Iterator[Edge]:
        """Answer everything that may happen in a state that stands for its key."""
        guessed: set[tuple[str, Hashable]] = set()
        for touch in self.graph.touches(state, focus):
            name, do = touch.action.element, touch.action.do
            own = (name, do) in self.base.moves
            shell = do in (Do.BACK, Do.HOME) or name.startswith("home.")
            yield from self._made(
                touch, self.needs.moves.get((name, do)), state, focus, own or shell, guessed
            )
        scene = Scene(self.phone.atlas, state, self.phone.seed)
        for move, part in (*self._on.get(self._place(state), ()), *self._on.get(EVERYWHERE, ())):
            if part is None:
                touch = Touch(Action(move.do, move.element.id), None, 1, False)
                yield from self._made(touch, move, state, focus, False, guessed)
            elif part.is_shown(scene):
                for action, colour in self.graph.actions(move, part, scene, state, focus):
                    yield from self._made(Touch(action, colour, 1, False), move, state, focus, False, guessed)
        for touch in self._odd(scene, state, focus):
            yield Edge((Outcome(self._after(state, touch.action), touch, None),), False)
        for jump in self._near(state):
            found = tuple(
                Outcome(self.settled(there), None, jump) for there in self._jumping.after(jump, state, focus)
            )
            if found:
                yield Edge(found, False)

    def _place(self, state: PhoneState) -> str:
        return self.phone.screen(state) if state.front else HOME

    def _made(
        self,
        touch: Touch,
        move: Move | None,
        state: PhoneState,
        focus: Hashable,
        must: bool,
        guessed: set[tuple[str, Hashable]],
    ) -> Iterator[Edge]:
        """Answer what a touch leads to, for all that the key of this state does not tell."""
        if move is None:
            yield Edge((Outcome(self._after(state, touch.action), touch, None),), must)
            return
        rows = move.frame.row
        if touch.action.row and rows is not None and rows.records in self.needs.lists:
            found = self._alikes.record(state, rows.records, touch.action.row)
            if found is None:
                return
            sign = (move.element.id, self.projection.class_of(rows.records, found, focus))
            if sign in guessed:
                return
            guessed.add(sign)
            yield Edge(tuple(self._picked(touch, state, rows.records, found, focus)), must)
            return
        outcomes = [Outcome(self._after(state, touch.action), touch, None)]
        for pointer in self._changing.get((move.element.id, move.do), ()):
            for other in self._alikes.of_open(state, pointer, focus):
                outcomes.append(Outcome(self._after(other, touch.action), touch, None))
        for records in self._compared.get((move.element.id, move.do), ()):
            for other in self._alikes.of_list(state, records, focus):
                outcomes.append(Outcome(self._after(other, touch.action), touch, None))
        yield Edge(tuple(outcomes), must)

    def _picked(
        self, touch: Touch, state: PhoneState, records: str, record: Record, focus: Hashable
    ) -> Iterator[Outcome]:
        part = self.phone.parts.by_id[touch.action.element]
        for guise in self.projection.guises(records, record, focus):
            other = self._alikes.put(state, records, guise)
            colour = self.graph.row_colour(part, touch.action.row, other, focus)
            there = self._after(other, touch.action)
            yield Outcome(there, touch._replace(colour=colour), None)

    def _odd(self, scene: Scene, state: PhoneState, focus: Hashable) -> Iterator[Touch]:
        """Answer touches no way is made of: closed rows, letters that no class expects."""
        screen = self.phone.screen(state)
        for move, part in self._refusing.get(screen, ()):
            if part.is_shown(scene) and move.do is Do.PICK:
                for action, colour in self._closed_rows(part, scene, state, focus):
                    yield Touch(action, colour, 1, False)
        for part in self._fields(screen):
            if part.is_shown(scene):
                for letters in strange(part.slot.var) if part.slot else ():
                    yield Touch(Action(Do.WRITE, part.element.id, text=letters), letters, 1, False)

    def key(self, state: PhoneState, focus: Hashable) -> Key:
        """Answer the key of a state that was brought to its nearest kept screen."""
        return self.projection.key(state, focus)

    def settled(self, state: PhoneState) -> PhoneState:
        """Answer the state that stands for a real one."""
        return self.graph.kept(bare(state))

    def _after(self, state: PhoneState, action: Action) -> PhoneState:
        return self.graph.kept(bare(self.phone.apply(state, action)[0]))

    def _closed_rows(
        self, part: Part, scene: Scene, state: PhoneState, focus: Hashable
    ) -> Iterator[tuple[Action, Hashable]]:
        seen: set[Hashable] = set()
        enabled = part.is_enabled(scene)
        for row in offered(part, scene):
            if enabled and part.is_open(scene):
                continue
            colour = self.graph.row_colour(part, row, state, focus)
            if colour not in seen:
                seen.add(colour)
                yield Action(Do.PICK, part.element.id, row=row), ("closed", colour)

    def _fields(self, screen: str) -> Iterator[Part]:
        for move in self.phone.moves.by_screen.get(screen, ()) if screen else ():
            wanted = move.do is Do.WRITE and (move.element.id, move.do) in self.needs.moves
            part = self.phone.parts.by_id[move.element.id]
            if wanted and part.slot is not None and part.slot.var.kind is VarKind.TEXT:
                yield part

    def _where(self, jump: Jump) -> str:
        """Answer the kept screen at which a jump can be made; "" anywhere."""
        move = jump.move
        own = move is not None and move.app in self._apps and move.screen in self.phone.atlas.screens
        return self.projection.anchor(jump.screen) if own else ""

    def _near(self, state: PhoneState) -> Iterator[Jump]:
        """Answer the jumps that can be made in a state: some screen of their app must be the right one."""
        yield from self._jumps_at.get("", ())
        atlas = self.phone.atlas
        shown = (state.front, *state.under)
        for app in self._apps:
            if app in self._icons or app in shown:
                screen = self.projection.anchor(str(state.apps[atlas.at[app]][0]))
                yield from self._jumps_at.get(screen, ())


def silent(flats: Iterable[Flat]) -> bool:
    """Tell whether effects only speak."""
    return all(isinstance(flat.effect, Say | Stop) for flat in flats)
