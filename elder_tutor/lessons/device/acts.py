"""What a finger does: each kind of action, made in a scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.assigning import assign, bring, go_back, known, sample
from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.effects import Run
from elder_tutor.lessons.device.letters import text_class
from elder_tutor.lessons.device.parts import Part, Parts, lay_row
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Tray
from elder_tutor.lessons.model import Behaviour, VarKind
from elder_tutor.lessons.view import Action, Do


class Acts:
    """Make actions in scenes; what cannot be done changes nothing."""

    def __init__(self, atlas: Atlas, parts: Parts) -> None:
        self.atlas = atlas
        self.parts = parts
        self._by_kind: Mapping[Do, Callable[[Scene, Action], bool]] = {
            Do.TAP: self._tap, Do.HOLD: self._hold, Do.PICK: self._pick, Do.SET: self._set, Do.KEY: self._key,
            Do.DELETE: self._delete, Do.LAYER: self._layer, Do.DONE: self._done, Do.WRITE: self._write,
            Do.DISMISS: self._dismiss, Do.BACK: self._back, Do.HOME: self._home, Do.DECIDE: _ignore,
        }  # fmt: skip

    def act(self, scene: Scene, action: Action) -> bool:
        """Make an action; answer True when it was noticed although nothing changed (something read)."""
        return self._by_kind[action.do](scene, action)

    # --- touches -------------------------------------------------------------------

    def _front_part(self, scene: Scene, element: str) -> Part | None:
        part = self.parts.by_id.get(element)
        if part is None or part.screen != front_screen(scene) or not part.is_shown(scene):
            return None
        return part

    def _tap(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None:
            return self._tap_shell(scene, action.element)
        if scene.tray is not None and scene.tray.field != action.element:
            scene.tray = None
        if not part.is_enabled(scene):
            part.otherwise(scene)
            return False
        return self._touch(scene, part)

    def _touch(self, scene: Scene, part: Part) -> bool:
        element, slot = part.element, part.slot
        if part.behaviour is Behaviour.WRITE:
            if element.kind == "microphone":
                self.written(scene, part, sample(scene, slot) if slot else "")
            elif scene.tray is None:
                scene.tray = Tray(element.id, "123" if part.digits_only else "ar")
            return False
        if part.rows is not None or part.behaviour is Behaviour.SHOW:
            return False
        if slot is not None:
            held = scene.get(slot)
            if slot.var.kind is VarKind.YESNO and element.value is None:
                assign(scene, slot, not held if part.behaviour is Behaviour.SET else True)
            elif slot.var.kind is VarKind.LEVEL and element.value is None:
                if part.behaviour is Behaviour.PAGES and isinstance(held, int):
                    assign(scene, slot, held + 1)
            else:
                assign(scene, slot, element.value)
        part.do(scene)
        return part.behaviour is Behaviour.READ

    def _tap_shell(self, scene: Scene, element: str) -> bool:
        head, _, name = element.partition(".")
        if head == HOME and not scene.front and name in self.atlas.icons:
            scene.front = name
            return False
        notice = next((each for each in scene.notices if str(each.serial) in (name, element)), None)
        if notice is not None:
            scene.notices = tuple(each for each in scene.notices if each is not notice)
            scene.tray = None
            bring(scene, notice.screen)
            for var, value in notice.values:
                if var in self.atlas.slots:
                    assign(scene, self.atlas.slots[var], value)
        return False

    def _hold(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.hold is None or not part.is_enabled(scene):
            return self._tap(scene, action)  # a trembling finger that stays too long has tapped
        scene.tray = None
        part.hold(scene)
        return False

    def _pick(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.rows is None:
            return self._tap(scene, action)
        scene.tray = None
        if lay_row(part, scene, action.row):
            run: Run = part.otherwise
            if part.is_enabled(scene) and part.is_open(scene):
                run = part.do
                if part.slot is not None:
                    assign(scene, part.slot, action.row)
            run(scene)
        return False

    def _set(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.slot is None or part.behaviour not in (Behaviour.SET, Behaviour.PAGES):
            return False
        scene.tray = None
        run = part.otherwise
        if part.is_enabled(scene):
            assign(scene, part.slot, action.level)
            run = part.do
        run(scene)
        return False

    def _dismiss(self, scene: Scene, action: Action) -> bool:
        name = action.element.removeprefix("notice.")
        scene.notices = tuple(each for each in scene.notices if str(each.serial) != name)
        return False

    def _back(self, scene: Scene, _: Action) -> bool:
        if scene.tray is not None:
            scene.tray = None
        else:
            go_back(scene, scene.front)
        return False

    def _home(self, scene: Scene, _: Action) -> bool:
        scene.tray = None
        scene.front = ""
        return False

    # --- writing -------------------------------------------------------------------

    def _field(self, scene: Scene) -> tuple[Part, str] | None:
        """Answer the field of the open tray and its letters."""
        part = self.parts.by_id.get(scene.tray.field) if scene.tray else None
        if part is None or part.slot is None or not part.is_enabled(scene):
            return None
        return part, scene.written(part.slot.var.name).letters

    def _key(self, scene: Scene, action: Action) -> bool:
        found = self._field(scene)
        if found is not None:
            part, letters = found
            self.written(
                scene, part, keyboard.typed(letters, action.text, part.digits_only, part.most_letters)
            )
        return False

    def _delete(self, scene: Scene, _: Action) -> bool:
        found = self._field(scene)
        if found is not None:
            self.written(scene, found[0], found[1][:-1])
        return False

    def _layer(self, scene: Scene, action: Action) -> bool:
        part = self.parts.by_id.get(scene.tray.field) if scene.tray else None
        if scene.tray is not None and part and not part.digits_only and action.text in keyboard.LAYERS:
            scene.tray = Tray(scene.tray.field, action.text)
        return False

    def _done(self, scene: Scene, _: Action) -> bool:
        scene.tray = None
        return False

    def _write(self, scene: Scene, action: Action) -> bool:
        part = self._front_part(scene, action.element)
        if part is None or part.behaviour is not Behaviour.WRITE or part.slot is None:
            return False
        if not part.is_enabled(scene):
            part.otherwise(scene)
            return False
        text = keyboard.digits(action.text) if part.digits_only else action.text
        self.written(scene, part, text[: part.most_letters])
        return False

    def written(self, scene: Scene, part: Part, letters: str, named: str = "", example: bool = False) -> None:
        """Keep letters in a field, and do what its change of class does."""
        slot = part.slot
        if slot is None or slot.var.kind is not VarKind.TEXT:
            return
        before = scene.get(slot)
        if letters == scene.written(slot.var.name).letters and not named:
            return
        scene.write(slot.var.name, letters, example and bool(letters))
        scene.put(slot, named or text_class(slot.var, letters, known(scene, slot)))
        scene.reset(slot.var.name)
        if scene.get(slot) != before:
            part.do(scene)


def front_screen(scene: Scene) -> str:
    """Answer the id of the screen in front; "" on the home screen."""
    return str(scene.apps[scene.atlas.at[scene.front]][0]) if scene.front else ""


def _ignore(_scene: Scene, _action: Action) -> bool:
    return False
