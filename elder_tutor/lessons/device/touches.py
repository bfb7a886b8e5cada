"""Everything that can be done on the phone now, as a list of actions."""

from __future__ import annotations

from collections.abc import Iterator

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.assigning import sample
from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.parts import Part, Parts, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.model import Behaviour, VarKind
from elder_tutor.lessons.view import Action, Do

_SLID = (Behaviour.SET, Behaviour.PAGES)


def touches(atlas: Atlas, parts: Parts, scene: Scene) -> tuple[Action, ...]:
    """Answer every action that can be made in a scene, in the order of the screen."""
    found: list[Action] = []
    for notice in scene.notices:
        found += [Action(Do.TAP, f"notice.{notice.serial}"), Action(Do.DISMISS, f"notice.{notice.serial}")]
    if not scene.front:
        return (*found, *(Action(Do.TAP, f"{HOME}.{name}") for name in atlas.icons))
    screen = str(scene.apps[atlas.at[scene.front]][0])
    for part in parts.by_screen[screen]:
        if part.is_shown(scene):
            found += part_touches(part, scene)
    return (*found, *_keys(parts, scene), Action(Do.BACK), Action(Do.HOME))


def part_touches(part: Part, scene: Scene) -> Iterator[Action]:
    """Answer what can be done with one element; closed rows and disabled elements can be touched too."""
    name, behaviour = part.element.id, part.behaviour
    if part.rows is not None:
        yield from [Action(Do.PICK, name, row=row) for row in offered(part, scene)]
    elif part.slot is not None and part.slot.var.kind is VarKind.LEVEL and behaviour in _SLID:
        held = scene.get(part.slot)
        yield from (Action(Do.SET, name, level=n) for n in range(part.slot.var.most + 1) if n != held)
    elif behaviour is not Behaviour.SHOW:
        yield Action(Do.TAP, name)
    if part.hold is not None:
        yield Action(Do.HOLD, name)
    if behaviour is Behaviour.WRITE and part.element.kind != "microphone":
        yield from writings(part, scene)


def writings(part: Part, scene: Scene) -> Iterator[Action]:
    """Answer one WRITE per class of the field's text, and the one that empties it."""
    if part.slot is None:
        return
    for each in part.slot.var.classes:
        letters = sample(scene, part.slot, each.name)
        if letters:
            yield Action(Do.WRITE, part.element.id, text=letters)
    if scene.get(part.slot) != EMPTY:
        yield Action(Do.WRITE, part.element.id)


def _keys(parts: Parts, scene: Scene) -> Iterator[Action]:
    part = parts.by_id.get(scene.tray.field) if scene.tray else None
    if scene.tray is None or part is None:
        return
    yield from (Action(Do.KEY, text=key) for key in keyboard.keys(scene.tray.layer, part.digits_only))
    yield from (Action(Do.DELETE), Action(Do.DONE))
    if not part.digits_only:
        yield from (Action(Do.LAYER, text=layer) for layer in keyboard.LAYERS if layer != scene.tray.layer)
