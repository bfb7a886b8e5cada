"""Prove that no dead end exists, or show one, or say what could only be tested (FORMAT 8).

First with coarse keys. Keys without a way are looked at again with fine ones, then with
the touches that were only guessed looked into, until a learner's own actions lead into
such a key (a dead end) or none is left (proved). What is neither is tested by walks.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from elder_tutor.lessons.checking.claims import Claim
from elder_tutor.lessons.checking.fields import read_fields
from elder_tutor.lessons.checking.likeness import Likeness, adds_a_day, is_dated
from elder_tutor.lessons.checking.reach import MOST_KEYS, Reach
from elder_tutor.lessons.checking.reached import reached_test
from elder_tutor.lessons.checking.scout import Lost, Scout, Story
from elder_tutor.lessons.checking.story import told
from elder_tutor.lessons.checking.terrain import Plan, Terrain
from elder_tutor.lessons.device.conditions import NOWHERE, Frame
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import parts_of, within_apps
from elder_tutor.lessons.rules import AllOf, Change, Clear, Condition, Every, Has, NewCode, Remove, Set
from elder_tutor.lessons.view import Do
from elder_tutor.lessons.wayfinding.moves import Move, written
from elder_tutor.lessons.wayfinding.needs import Needs
from elder_tutor.lessons.wayfinding.projection import Key

ROUNDS = 3
ROUGH, SMALL = 4_000, 800
"""How many keys a rough attempt may look at, and the first one."""
LOOKED_AT = 4
"""How many keys without a way are followed before the keys are made finer."""
FEW_ROUNDS = 8
LEAN = 1
"""A field that no more touches than this read may be worth doing without them."""
ASKED = 3
"""From how many keys without a way the router is asked for one."""


class Verdict(NamedTuple):
    """What came of a claim. ``story`` leads into a dead end; () is one from the start; None: no dead end."""

    proved: int
    tested: int
    story: Story | None
    words: str = ""
    nodes: int = 0


class Prover:
    """Prove claims; what was proved of one is not proved again of another like it."""

    def __init__(self, most: int = MOST_KEYS) -> None:
        self._most = most
        self._known: dict[Hashable, Verdict] = {}
        self._needs: dict[Condition, Needs] = {}
        self._worked: dict[object, Plan] = {}
        """By gate and part: the plan that proved it last; another way of asking is proved like that."""

    def depends_on_today(self, phone: Phone, claim: Claim) -> bool:
        """Tell whether a claim has to be looked at on other days too."""
        return any(
            is_dated(self._cone(phone, claim, part)) for part in (claim.condition, *parts_of(claim.condition))
        )

    def prove(self, phone: Phone, claim: Claim) -> Verdict:
        """Prove one claim; keys that an earlier claim has proved are not counted again."""
        if claim.let_go:
            return self._once(phone, claim, claim.condition, self._most)
        parts = parts_of(claim.condition)
        proved = nodes = tested = 0
        for part in parts:
            verdict = self._once(phone, claim, part, self._most)
            nodes = max(nodes, verdict.nodes)
            if verdict.story is not None:
                return verdict
            proved += verdict.proved
            tested += verdict.tested
        if len(parts) > 1 and not _undisturbed(phone, parts):
            whole = self._once(phone, claim, claim.condition, SMALL)
            nodes = max(nodes, whole.nodes)
            if whole.story is not None:
                return whole._replace(nodes=nodes)
            tested += whole.tested
            proved += whole.proved
        return Verdict(proved, tested, None, nodes=nodes)

    def _once(self, phone: Phone, claim: Claim, part: Condition, most: int) -> Verdict:
        needs = self._cone(phone, claim, part)
        like = Likeness(phone.atlas, needs, claim.asked).of(
            part, claim.start, claim.beyond, claim.let_go, most
        )
        known = self._known.get(like)
        if known is not None:
            return Verdict(0, 0, None, nodes=known.nodes)
        found = _reachable(phone, claim) if claim.let_go else self._tried(phone, claim, part, most)
        self._known[like] = found
        return found

    def _tried(self, phone: Phone, claim: Claim, part: Condition, most: int) -> Verdict:
        tries = Attempts(phone, claim, part, most)
        place = (claim.name, parts_of(claim.condition).index(part) if part != claim.condition else -1)
        plan = self._worked.get(place)
        found = (tries.again(plan) if plan is not None else None) or _part(tries)
        if tries.worked is not None:
            self._worked[place] = tries.worked
        return found

    def _cone(self, phone: Phone, claim: Claim, part: Condition) -> Needs:
        found = self._needs.get(part)
        if found is None:
            found = Needs(phone.atlas, phone.moves, part, within=within_apps(claim.lesson, part))
            if not (is_dated(found) and adds_a_day(phone.atlas, phone.moves, found)):
                self._needs[part] = found
        return found


def _reachable(phone: Phone, claim: Claim) -> Verdict:
    """Prove that a touch can be made at all; where no way leads to it, the tutor lets it go."""
    if Scout(phone, claim.condition, claim.start, beyond=False, lesson=claim.lesson).touches_on_way(
        claim.start
    ):
        return Verdict(1, 0, None, nodes=1)
    reached = reached_test(phone, claim.condition)
    reach = Reach(Terrain(phone, claim.condition, reached, Plan()), (claim.start,), beyond=False)
    if reach.goals:
        return Verdict(len(reach.states), 0, None, nodes=len(reach.states))
    if not reach.whole:
        return Verdict(0, len(reach.states), None, nodes=len(reach.states))
    return Verdict(0, 0, (), nodes=len(reach.states))


class Attempts:
    """The attempts at one gate, from the roughest to the finest; each that proves ends them."""

    def __init__(self, phone: Phone, claim: Claim, part: Condition, most: int) -> None:
        self.phone = phone
        self.claim = claim
        self.part = part
        self.most = most
        self.scout = Scout(phone, part, claim.start, claim.beyond, claim.lesson)
        self._reached = reached_test(phone, part)
        self._within = within_apps(claim.lesson, part)
        self.proved, self.open, self.nodes = 0, 0, 0
        """Keys proved and not proved by the last attempt that looked at every key, and how many."""
        self.lost: tuple[Move, ...] = ()
        self.dead: list[PhoneState] = []
        self.worked: Plan | None = None
        """The plan that proved the gate."""

    def terrain(self, plan: Plan) -> Terrain:
        """Answer the gate's ground, seen as a plan says."""
        return Terrain(self.phone, self.part, self._reached, plan, self._within)

    def run(self, plan: Plan, most: int) -> Verdict | None:
        """Walk it; answer what was proved or the dead end found, None when it is neither."""
        terrain = self.terrain(plan)
        if terrain.too_many and not plan.looked_into:
            return self.run(plan._replace(looked_into=tuple(terrain.too_many)), most)
        reach = Reach(terrain, (self.claim.start,), self.claim.beyond, min(most, self.most))
        self.nodes = max(self.nodes, len(reach.states))
        if not reach.whole or terrain.projection.narrow or terrain.too_many:
            return None
        if not reach.dead:
            self.worked = plan
            return Verdict(reach.proved, 0, None, nodes=len(reach.states))
        self.proved, self.open = reach.proved, len(reach.dead)
        self.dead = [reach.states[key][0] for key in _spread(reach.dead)]
        story, self.lost = _witness(self.scout, terrain, reach)
        if story is None:
            return None
        return Verdict(0, 0, story, told(self.phone, self.scout.start, story), len(reach.states))

    def again(self, plan: Plan) -> Verdict | None:
        """Try what proved the gate for another way of asking."""
        if plan.only is None:
            return self.run(plan, ROUGH)
        return self.by_few(plan, ROUGH, plan.only)

    def roughly(self) -> Verdict | None:
        """Try what is quick: few records, few touches, few keys."""
        lean = self.lean()
        found = None
        if lean is not None:
            found = self.run(lean._replace(few=True), ROUGH) or self.run(lean, ROUGH)
        found = found or self.run(Plan(few=True), SMALL) or self.by_few(Plan(few=True), ROUGH)
        if found is None and self.nodes > SMALL:
            found = self.run(Plan(few=True), ROUGH)
        return found or self.run(Plan(), ROUGH)

    def lean(self) -> Plan | None:
        """Answer a plan without touches that alone read a field of the records and begin no way.

        Such a touch ("not twice at the same hour") tells apart records that are one to all others.
        """
        whole = self.terrain(Plan())
        dropped: set[tuple[str, Do]] = set()
        for records in whole.needs.lists:
            readers = whole.projection.readers(records)
            for name in frozenset().union(*readers.values()):
                alone = {touch for touch, read in readers.items() if name in read}
                dropped |= alone if len(alone) <= LEAN else set()
        dropped &= whole.base.moves.keys()
        dropped -= self.scout.touches_on_way(self.claim.start) if dropped else set()
        kept = ((name, Do(do)) for name, do in whole.base.moves.keys() - dropped)
        return Plan(only=frozenset(kept)) if dropped else None

    def by_few(self, plan: Plan, most: int, begun: frozenset[tuple[str, Do]] = frozenset()) -> Verdict | None:
        """Prove with as few touches as ways are really made of.

        What the ways do not need counts as something that may happen. So a phone with many
        roads to one place is proved by one of them.
        """
        scout = self.scout
        only = (
            scout.touches_on_way(self.claim.start)
            | scout.touches_on_way(scout.home(self.claim.start))
            | begun
        )
        for _ in range(FEW_ROUNDS if only else 0):
            self.dead = []
            found = self.run(plan._replace(only=frozenset(only)), most)
            if found is not None or not self.dead:
                return found
            more = set().union(*(scout.touches_on_way(state) for state in self.dead)) - only
            if not more:
                return None
            only |= more
        return None


def _part(tries: Attempts) -> Verdict:
    found = tries.roughly()
    if tries.most <= SMALL:  # the parts are proved; that they hold together is proved where that is quick
        return found or _tested(tries)
    looked_into: tuple[Move, ...] = ()
    finer = (Plan(offers=True), Plan(offers=True, coarse=False), Plan(offers=True, coarse=False, wide=True))
    for plan in (*finer, *(finer[-1],) * ROUNDS):
        if found is not None:
            return found
        if plan is finer[-1] and looked_into == (looked_into := (*looked_into, *tries.lost)):
            break
        found = tries.run(plan._replace(looked_into=looked_into), tries.most)
    return found or _tested(tries)


def _tested(tries: Attempts) -> Verdict:
    """Walk at random where nothing could be proved; answer a dead end, or how much was only tested."""
    story = tries.scout.wander(seed=1)
    if story is not None:
        story = tries.scout.shortened(story, [])
        return Verdict(0, 0, story, told(tries.phone, tries.claim.start, story), tries.nodes)
    return Verdict(tries.proved, tries.open or tries.nodes, None, nodes=tries.nodes)


def _spread(keys: list[Key]) -> list[Key]:
    """Answer some of many keys: the first ones and some from all over."""
    return [*keys[:ASKED], *keys[ASKED :: max(len(keys) // ASKED, 1)]]


def _witness(scout: Scout, terrain: Terrain, reach: Reach) -> tuple[Story | None, tuple[Move, ...]]:
    lost: dict[int, Move] = {}
    for key in reach.dead[:LOOKED_AT]:
        try:
            story = scout.follow(terrain, reach.path(key))
        except Lost as why:
            if why.move is not None:
                lost[id(why.move)] = why.move
            continue
        if scout.leads_in(story, []):
            return scout.shortened(story, [reach]), ()
    return None, tuple(lost.values())


# --- parts that do not disturb one another ---------------------------------------------------


def _undisturbed(phone: Phone, parts: tuple[Condition, ...]) -> bool:
    """Tell whether no way to a later part can undo an earlier one."""
    for n, later in enumerate(parts[1:], 1):
        moves = Terrain(phone, later, reached_test(phone, later), Plan()).base.moves.values()
        if any(_undoes(phone, move, earlier) for move in moves for earlier in parts[:n]):
            return False
    return True


def _undoes(phone: Phone, move: Move, part: Condition) -> bool:
    names, lists = _asked_of(part)
    if not all(isinstance(each, Has) and each.exactly is None for each in _leaves(part)):
        return True
    for flat in move.all_effects():
        effect = flat.effect
        if isinstance(effect, Set | Clear | NewCode) and names & set(written(effect)):
            return True
        if isinstance(effect, Change | Remove):
            slot = phone.atlas.slots.get(effect.record)
            records = slot.var.records if slot else ""
            read = lists.get(records)
            if read is not None and (
                isinstance(effect, Remove) or read & {name for name, _ in effect.fields}
            ):
                return True
    return False


def _leaves(part: Condition) -> tuple[Condition, ...]:
    if isinstance(part, AllOf):
        return tuple(leaf for each in part.parts for leaf in _leaves(each))
    return (part,)


def _asked_of(part: Condition) -> tuple[set[str], dict[str, frozenset[str]]]:
    names: set[str] = set()
    lists: dict[str, frozenset[str]] = {}
    for leaf in _leaves(part):
        if isinstance(leaf, Has):
            read = read_fields(leaf, leaf.records, Frame(None, leaf.records)) if leaf.where else frozenset()
            lists[leaf.records] = lists.get(leaf.records, frozenset()) | read
        elif isinstance(leaf, Every):
            lists[leaf.records] = read_fields(leaf, leaf.records, NOWHERE)
    return names, lists
