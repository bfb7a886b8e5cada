"""Everything that can be done on the phone now, as a list of actions."""

from __future__ import annotations

from collections.abc import Iterator

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.assigning import sample
from elder_tutor.lessons.device.atlas import HOME, SIDE, Atlas
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.parts import Part, Parts, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.shell import PAGES, Shell
from elder_tutor.lessons.model import Behaviour, VarKind
from elder_tutor.lessons.view import Action, Do

_SLID = (Behaviour.SET, Behaviour.PAGES)


def touches(atlas: Atlas, parts: Parts, shell: Shell, scene: Scene) -> tuple[Action, ...]:
    """Answer every action that can be made in a scene, in the order of the screen."""
    found: list[Action] = []
    for notice in scene.notices:
        if notice.banner:
            name = f"notice.{notice.serial}"
            found += [Action(Do.TAP, name), Action(Do.DISMISS, name)]
    if scene.front:
        screen = str(scene.apps[atlas.at[scene.front]][0])
        for part in parts.by_screen[screen]:
            if part.is_shown(scene):
                found += part_touches(part, scene)
        found += [*_keys(parts, scene), Action(Do.BACK), Action(Do.HOME)]
    else:
        found += _on_home(atlas, shell, scene)
    found += [Action(Do.TAP, name) for name in atlas.sides]
    if f"{SIDE}.shade" in atlas.sides:
        found.append(Action(Do.SWIPE, f"{SIDE}.shade"))
    return tuple(found)


def _on_home(atlas: Atlas, shell: Shell, scene: Scene) -> Iterator[Action]:
    """Answer the touches of the page that shows, and those that turn it."""
    for app in shell.icons(scene):
        if shell.page_of(scene, app) == scene.page:
            yield Action(Do.TAP, f"{HOME}.{app}")
            if atlas.apps[atlas.at[app]].hold:
                yield Action(Do.HOLD, f"{HOME}.{app}")
    pages = shell.pages(scene)
    yield from (Action(Do.SET, PAGES, level=n) for n in range(pages) if n != scene.page)
    if scene.page + 1 < pages:
        yield Action(Do.SWIPE, PAGES)
    if scene.page:
        yield from (Action(Do.SWIPE, PAGES, level=-1), Action(Do.BACK), Action(Do.HOME))


def part_touches(part: Part, scene: Scene) -> Iterator[Action]:
    """Answer what can be done with one element; closed rows and disabled elements can be touched too."""
    name, behaviour = part.element.id, part.behaviour
    if behaviour is Behaviour.SHOW:
        return
    if part.is_shade:
        for notice in scene.notices:
            yield from (Action(do, name, row=str(notice.serial)) for do in (Do.PICK, Do.SWIPE))
        return
    rows = [] if part.rows is None else list(offered(part, scene))
    if part.rows is not None:
        yield from [Action(Do.PICK, name, row=row) for row in rows]
    elif part.slot is not None and part.slot.var.kind is VarKind.LEVEL and behaviour in _SLID:
        held = scene.get(part.slot)
        yield from (Action(Do.SET, name, level=n) for n in range(part.slot.var.most + 1) if n != held)
        if part.turns:
            yield from (Action(Do.SWIPE, name), Action(Do.SWIPE, name, level=-1))
    else:
        yield Action(Do.TAP, name)
    for do, there in ((Do.HOLD, part.hold), (Do.SWIPE, None if part.turns else part.swipe)):
        if there is not None:
            yield from (Action(do, name, row=row) for row in (rows if part.rows is not None else [""]))
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
        if scene.tray.layer == "en":
            yield Action(Do.KEY, text=keyboard.SHIFT)
        yield from (Action(Do.LAYER, text=layer) for layer in keyboard.LAYERS if layer != scene.tray.layer)
