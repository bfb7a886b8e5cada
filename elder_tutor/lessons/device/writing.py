"""Writing in a field: keys, whole texts, and what a change of class does."""

from __future__ import annotations

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.assigning import known
from elder_tutor.lessons.device.letters import text_class
from elder_tutor.lessons.device.parts import Part, Parts
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Tray
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.view import Action


class Writing:
    """Make the actions of the keyboard; what cannot be done changes nothing."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def key(self, scene: Scene, action: Action) -> bool:
        """Press a key, on the screen or on a keyboard that is plugged in."""
        found, tray = self._field(scene), scene.tray
        if found is None or tray is None:
            return False
        part, letters = found
        if action.text == keyboard.SHIFT:
            if tray.layer == "en" and not part.digits_only:
                scene.tray = tray._replace(shift=not tray.shift)
            return False
        key = action.text.upper() if tray.shift and tray.layer == "en" else action.text
        scene.tray = tray._replace(shift=False)  # one capital, as on every phone
        self.written(scene, part, keyboard.typed(letters, key, part.digits_only, part.most_letters))
        return False

    def delete(self, scene: Scene, _: Action) -> bool:
        """Take the last letter away."""
        found = self._field(scene)
        if found is not None:
            self.written(scene, found[0], found[1][:-1])
        return False

    def layer(self, scene: Scene, action: Action) -> bool:
        """Show another layer of keys."""
        part = self.parts.by_id.get(scene.tray.field) if scene.tray else None
        if scene.tray is None or part is None or part.digits_only:
            return False
        if action.text == keyboard.SHIFT:
            return self.key(scene, action)
        if action.text in keyboard.LAYERS:
            scene.tray = Tray(scene.tray.field, action.text)
        return False

    def done(self, scene: Scene, _: Action) -> bool:
        """Put the keyboard away."""
        scene.tray = None
        return False

    def write(self, scene: Scene, part: Part, text: str) -> None:
        """Put a whole text into a field."""
        wanted = keyboard.digits(text) if part.digits_only else keyboard.printable(text)
        self.written(scene, part, wanted[: part.most_letters])

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

    def _field(self, scene: Scene) -> tuple[Part, str] | None:
        """Answer the field of the open tray and its letters."""
        part = self.parts.by_id.get(scene.tray.field) if scene.tray else None
        if part is None or part.slot is None or not part.is_enabled(scene):
            return None
        return part, scene.written(part.slot.var.name).letters
