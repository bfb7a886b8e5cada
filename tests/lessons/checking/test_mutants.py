"""Seeded one-line mutants of the core pack: what the proof says of each is tried on the real phone.

A dead end that is told is walked into, and no search over whole states finds a way out. Where
none is told, the way is asked for and played from wherever random walks lead, and arrives.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from elder_tutor import resources
from elder_tutor.lessons.checking.claims import claims
from elder_tutor.lessons.checking.days import DAYS, phone_on
from elder_tutor.lessons.checking.proof import Prover
from elder_tutor.lessons.checking.scout import Scout
from elder_tutor.lessons.checking.story import played
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.route import NoWay, Router
from tests.lessons.checking.exhaustive import after, named
from tests.lessons.checking.mutants import mutant

FEW, MANY = range(6), range(200)
MOST_STATES = 1_500
WALKS, STEPS = 6, 30
SMALL = 1_500
"""Gates are proved up to so many keys: what is larger is tested only, and then no verdict."""


@cache
def core():
    return load_pack(resources.assets() / "packs" / "core").pack


def drawn(seed):
    """Answer a mutant and one gate of a lesson that uses the app it changes."""
    chance = random.Random(seed)
    lesson = chance.choice([each for each in core().lessons.values() if each.apps])
    pack, what = mutant(core(), tuple(app for app in lesson.apps if app in core().apps), seed)
    phone = phone_on(pack, DAYS[0], seed)
    claim = chance.choice([each for each in claims(phone, lesson) if not each.let_go])
    return phone, claim, f"{seed}: {what} ({claim.name})"


def disagreement(seed):
    """Answer what is wrong with the proof's verdict on a mutant; "" when nothing is."""
    phone, claim, what = drawn(seed)
    verdict = Prover(SMALL).prove(phone, claim)
    if verdict.story is not None:
        end = played(phone, claim.start, verdict.story)
        return f"{what}: there is a way out of the dead end" if leads_out(phone, end, claim.condition) else ""
    if verdict.tested:
        return ""
    return f"{what}: stuck after a walk" if stuck_somewhere(phone, claim, seed) else ""


def leads_out(phone, start, gate):
    """Tell whether a search over whole states, without any projection, reaches the gate."""
    seen, waiting = {named(phone, start)}, [start]
    for here in waiting:
        if phone.holds(here, gate):
            return True
        for there, sure in after(phone, here):
            name = named(phone, there)
            if sure and name not in seen and len(seen) < MOST_STATES:
                seen.add(name)
                waiting.append(there)
    return False


def stuck_somewhere(phone, claim, seed):
    chance = random.Random(seed)
    scout = Scout(phone, claim.condition, claim.start, claim.beyond, claim.lesson)
    router = Router(phone, claim.lesson)
    for _ in range(WALKS):
        state = claim.start
        for _ in range(chance.randrange(STEPS)):
            if not claim.beyond and phone.holds(state, claim.condition):
                break
            state = scout.any_thing(state, chance).made(phone, state)
        if not arrives(phone, router, state, claim.condition):
            return True
    return False


def arrives(phone, router, state, gate):
    try:
        way = router.route(state, gate)
    except NoWay:
        return False
    for action in way:
        state, _ = phone.apply(state, action)
    return phone.holds(state, gate)


def test_what_the_proof_says_of_mutants_is_so_on_the_real_phone():
    assert [wrong for seed in FEW if (wrong := disagreement(seed))] == []


@pytest.mark.long
def test_what_the_proof_says_of_two_hundred_mutants_is_so_on_the_real_phone():
    assert [wrong for seed in MANY if (wrong := disagreement(seed))] == []
