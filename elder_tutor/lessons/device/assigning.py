"""What effects and touches are made of: giving a variable a value, writing a text, drawing a code."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from elder_tutor.lessons.device.atlas import Slot
from elder_tutor.lessons.device.letters import best_class, sample_of, text_class
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Held
from elder_tutor.lessons.model import VarKind


def assign(scene: Scene, slot: Slot, value: object) -> None:
    """Give a variable a value of its own kind, and reset what depends on it."""
    kind = slot.var.kind
    held: Held
    if kind is VarKind.TEXT:
        write(scene, slot, value if isinstance(value, str) else "")
        return
    if kind is VarKind.RECORDS:
        return
    if kind is VarKind.YESNO:
        held = bool(value)
    elif kind is VarKind.LEVEL:
        level = value if isinstance(value, int) else 0
        held = max(0, min(level, slot.var.most or level))
    elif kind is VarKind.RECORD:
        held = int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdigit()) else None
    else:
        held = value if isinstance(value, str | int) else None
    scene.put(slot, held)
    scene.reset(slot.var.name)


def known(scene: Scene, slot: Slot) -> Callable[[str], str]:
    """Answer how ``$name`` in the classes of a text is read: another variable of the same app."""

    def value(name: str) -> str:
        found = scene.atlas.slots.get(name) or scene.atlas.slots.get(
            f"{scene.atlas.apps[slot.app].id}.{name}"
        )
        held = scene.get(found) if found else None
        return held if isinstance(held, str) else ""

    return value


def write(scene: Scene, slot: Slot, text: str) -> None:
    """Put letters into a text variable; the name of a class puts its sample there."""
    named = next((each for each in slot.var.classes if each.name == text), None)
    letters = sample_of(named, known(scene, slot)) if named else "" if text == "empty" else text
    scene.write(slot.var.name, letters)
    scene.put(slot, text_class(slot.var, letters, known(scene, slot)))
    scene.reset(slot.var.name)


def sample(scene: Scene, slot: Slot, class_name: str = "") -> str:
    """Answer letters of a class of a text variable; of the one the guide leads to when none is named."""
    each = (
        next((c for c in slot.var.classes if c.name == class_name), None)
        if class_name
        else best_class(slot.var)
    )
    return sample_of(each, known(scene, slot)) if each else ""


def drawn_code(seed: int, n: int, digits: int) -> str:
    """Draw the n-th code of an attempt: it starts with no 0 and is no sequence a person would guess."""
    chance = random.Random(f"{seed}:{n}")
    while True:
        code = str(chance.randrange(10 ** (digits - 1), 10**digits))
        steps = {int(b) - int(a) for a, b in pairwise(code)}
        if len(steps) > 1 or digits < 3:
            return code
