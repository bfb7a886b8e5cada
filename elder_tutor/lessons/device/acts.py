"""What a finger does: each kind of action, made in a scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elder_tutor.lessons.device.assigning import assign, sample
from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.effects import Run
from elder_tutor.lessons.device.parts import Part, Parts, lay_row
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.shell import Shell
from elder_tutor.lessons.device.state import Tray
from elder_tutor.lessons.device.writing import Writing
from elder_tutor.lessons.model import Behaviour, VarKind
from elder_tutor.lessons.view import Action, Do


class Acts:
    """Make actions in scenes; what cannot be done changes nothing."""

    def __init__(self, atlas: Atlas, parts: Parts, shell: Shell) -> None:
        self.atlas = atlas
        self.parts = parts
        self.shell = shell
        self.writing = Writing(parts)
        self._by_kind: Mapping[Do, Callable[[Scene, Action], bool]] = {
            Do.TAP: self._tap, Do.HOLD: self._hold, Do.SWIPE: self._swipe, Do.PICK: self._pick,
            Do.SET: self._set, Do.WRITE: self._write, Do.KEY: self.writing.key,
            Do.DELETE: self.writing.delete, Do.LAYER: self.writing.layer, Do.DONE: self.writing.done,
            Do.DISMISS: shell.dismiss, Do.BACK: shell.back, Do.HOME: shell.home, Do.DECIDE: _ignore,
        }  # fmt: skip

    def act(self, scene: Scene, action: Action) -> bool:
        """Make an action; answer True when it was noticed although nothing changed (something read)."""
        return self._by_kind[action.do](scene, action)

    def _front_part(self, scene: Scene, element: str) -> Part | None:
        part = self.parts.by_id.get(element)
        if part is None or part.screen != front_screen(scene) or not part.is_shown(scene):
            return None
        return part

    # --- touches -------------------------------------------------------------------

    def _tap(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None:
            return self.shell.touch(scene, action)
        if scene.tray is not None and scene.tray.field != action.element:
            scene.tray = None
        if not part.is_enabled(scene):
            part.otherwise(scene)
            return False
        return self._touch(scene, part)

    def _touch(self, scene: Scene, part: Part) -> bool:
        if part.behaviour is Behaviour.WRITE:
            self._open_field(scene, part)
            return False
        if part.rows is not None or part.behaviour is Behaviour.SHOW:
            return False
        if part.slot is not None:
            self._change(scene, part)
        part.do(scene)
        return part.behaviour is Behaviour.READ

    def _open_field(self, scene: Scene, part: Part) -> None:
        element, slot = part.element, part.slot
        if element.kind == "microphone":
            self.writing.written(scene, part, sample(scene, slot) if slot else "")
        elif scene.tray is None:
            scene.tray = Tray(element.id, "123" if part.digits_only else "ar")

    def _change(self, scene: Scene, part: Part) -> None:
        """Give the variable of a touched element its value."""
        slot, value = part.slot, part.element.value
        if slot is None:
            return
        held = scene.get(slot)
        if value is None and slot.var.kind is VarKind.YESNO:
            flips = part.behaviour is Behaviour.SET or part.element.kind == "record"
            assign(scene, slot, not held if flips else True)
        elif value is None and slot.var.kind is VarKind.LEVEL:
            if part.behaviour is Behaviour.PAGES and isinstance(held, int):
                assign(scene, slot, held + 1)
        else:
            assign(scene, slot, value)

    def _pick(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.behaviour is Behaviour.SHOW:
            return self._tap(scene, action)
        if part.is_shade:
            if part.is_enabled(scene):
                self.shell.open_notice(scene, self.shell.noticed(scene, action.row))
            return False
        if part.rows is None:
            return self._tap(scene, action)
        self._on_row(scene, part, action.row, part.do)
        return False

    def _on_row(self, scene: Scene, part: Part, row: str, run: Run) -> None:
        """Let the variable become a row and do something with it; a closed row only refuses."""
        scene.tray = None
        if not lay_row(part, scene, row):
            return
        if not part.is_enabled(scene) or not part.is_open(scene):
            part.otherwise(scene)
            return
        if part.slot is not None:
            assign(scene, part.slot, row)
        run(scene)

    def _hold(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None:
            return self.shell.touch(scene, action)
        if part.hold is None or not part.is_enabled(scene):
            return self._pick(scene, action)  # a trembling finger that stays too long has tapped
        scene.tray = None
        if part.rows is not None:
            self._on_row(scene, part, action.row, part.hold)
        else:
            part.hold(scene)
        return False

    def _swipe(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None:
            return self.shell.touch(scene, action)
        scene.tray = None
        if part.is_shade:
            self.shell.swipe_notice(scene, action.row)
        elif part.turns or part.swipe is not None:
            self._pushed(scene, part, action)
        return False

    def _pushed(self, scene: Scene, part: Part, action: Action) -> None:
        if part.rows is not None:
            if part.swipe is not None:
                self._on_row(scene, part, action.row, part.swipe)
            return
        if not part.is_enabled(scene):
            part.otherwise(scene)
            return
        if part.turns and part.slot is not None:
            held = scene.get(part.slot)
            assign(scene, part.slot, (held if isinstance(held, int) else 0) + (-1 if action.level < 0 else 1))
            part.do(scene)
        if part.swipe is not None:
            part.swipe(scene)

    def _set(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None:
            return self.shell.touch(scene, action)
        if part.slot is None or part.behaviour not in (Behaviour.SET, Behaviour.PAGES):
            return False
        scene.tray = None
        run = part.otherwise
        if part.is_enabled(scene):
            assign(scene, part.slot, action.level)
            run = part.do
        run(scene)
        return False

    def _write(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.behaviour is not Behaviour.WRITE or part.slot is None:
            return False
        if part.is_enabled(scene):
            self.writing.write(scene, part, action.text)
        else:
            part.otherwise(scene)
        return False


def front_screen(scene: Scene) -> str:
    """Answer the id of the screen in front; "" on the home screen."""
    return str(scene.apps[scene.atlas.at[scene.front]][0]) if scene.front else ""


def _ignore(_scene: Scene, _action: Action) -> bool:
    return False
