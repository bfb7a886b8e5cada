"""Which items a run has: half of them genuine, spread over the channels, in a shuffled order."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elder_tutor.lessons.device.atlas import Rows
from elder_tutor.lessons.device.conditions import Frame, compile_test
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.drills.model import Bank, Drill
from elder_tutor.lessons.phone import Phone


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that arrives: a row of a bank. ``signs`` is a text of the pack, "" without one."""

    bank: str
    row: str
    fraud: bool
    signs: str


def items_of(phone: Phone, bank: Bank) -> tuple[Item, ...]:
    """Answer every item of a bank, in the order of its table."""
    test = compile_test(phone.atlas, bank.where, Frame(Rows(bank.rows))) if bank.where else None
    scene = Scene(phone.atlas, phone.start(), phone.seed)
    found = []
    for name, row in phone.atlas.rows[bank.rows].items():
        scene.row = row
        if test is None or test(scene):
            signs = row.get(bank.signs)
            fraud = row.get(bank.verdict) == bank.fraud
            found.append(Item(bank.id, name, fraud, signs if isinstance(signs, str) else ""))
    return tuple(found)


def draw(drill: Drill, items: Iterable[Item], seed: int) -> tuple[Item, ...]:
    """Answer the items of one run: balanced, and the same for the same seed.

    With fewer items of one kind than half a run needs, a run is as long as stays balanced.
    """
    chance = random.Random(seed)
    there = tuple(items)
    half = drill.items // 2
    frauds = _spread([each for each in there if each.fraud], chance)
    genuine = _spread([each for each in there if not each.fraud], chance)
    count = min(half, len(frauds), len(genuine))
    chosen = [*frauds[:count], *genuine[:count]]
    chance.shuffle(chosen)
    return tuple(chosen)


def _spread(items: Sequence[Item], chance: random.Random) -> list[Item]:
    """Answer the items so that the channels take turns, each in a shuffled order."""
    banks: dict[str, list[Item]] = {}
    for each in items:
        banks.setdefault(each.bank, []).append(each)
    queues = list(banks.values())
    for queue in queues:
        chance.shuffle(queue)
    chance.shuffle(queues)
    longest = max((len(queue) for queue in queues), default=0)
    return [queue[turn] for turn in range(longest) for queue in queues if turn < len(queue)]
