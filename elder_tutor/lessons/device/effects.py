"""Effects, compiled into functions that change a scene.

Each answers True when the rest of the action must not happen (a safety stop).
"""

from __future__ import annotations

from collections.abc import Callable

from elder_tutor.lessons.device.assigning import assign, drawn_code, known
from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Frame, Reader, Test, compile_test, find, reader
from elder_tutor.lessons.device.letters import text_class
from elder_tutor.lessons.device.moving import bring, go_back
from elder_tutor.lessons.device.outward import DEEPEST, Outward, Words, plain
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.rules import (
    Add,
    CancelTimer,
    Change,
    Clear,
    Effect,
    Go,
    NewCode,
    Notify,
    Open,
    Operand,
    Remove,
    Say,
    Send,
    Set,
    StartTimer,
    StepBy,
    Stop,
    Toast,
)
from elder_tutor.lessons.view import Outcome, OutcomeKind

__all__ = ["DEEPEST", "Maker", "Run"]

Run = Callable[[Scene], bool]


class Maker:
    """Compile effects; it knows the atlas, the handlers of events and how texts are filled."""

    def __init__(self, atlas: Atlas, words: Words) -> None:
        self.atlas = atlas
        self.outward = Outward(atlas, words)
        for app in atlas.apps:
            for event, effects in app.events.items():
                self.outward.handlers.setdefault(event, []).append(self.run(effects, app.id))

    def run(self, effects: tuple[Effect, ...], app: str, frame: Frame = NOWHERE) -> Run:
        """Compile effects of an app into one function; it answers True after a safety stop."""
        steps = tuple(self._guarded(effect, app, frame) for effect in effects)

        def all_of_them(scene: Scene) -> bool:
            return any(step(scene) for step in steps)

        return all_of_them

    def _guarded(self, effect: Effect, app: str, frame: Frame) -> Run:
        step = self._effect(effect, app, frame)
        if effect.when is None:
            return step
        test: Test = compile_test(self.atlas, effect.when, frame)
        return lambda scene: test(scene) and step(scene)

    def _effect(self, effect: Effect, app: str, frame: Frame) -> Run:
        match effect:
            case Set(values):
                return self._set(values, frame)
            case Clear(names):
                return self._clear(names)
            case Go(screen):
                return self._go(screen, app)
            case Open(screen):
                return self._open(screen)
            case Add(records, fields):
                return self._add(records, fields, frame)
            case Change(record, fields):
                return self._change(record, fields, frame)
            case Remove(record):
                return self._remove(record)
            case NewCode(var):
                return self._new_code(var)
            case StepBy(steps):
                return self._step_by(steps)
            case Send() | Notify() | StartTimer() | CancelTimer() | Say() | Stop() | Toast():
                return self.outward.compile(effect, app, frame)

    def _set(self, values: tuple[tuple[str, Operand], ...], frame: Frame) -> Run:
        pairs = tuple(
            (self.atlas.slots[name], reader(self.atlas, value, frame))
            for name, value in values
            if name in self.atlas.slots
        )

        def step(scene: Scene) -> bool:
            for slot, read in pairs:
                assign(scene, slot, read(scene))
            return False

        return step

    def _step_by(self, values: tuple[tuple[str, int], ...]) -> Run:
        pairs = tuple((self.atlas.slots[name], by) for name, by in values if name in self.atlas.slots)

        def step(scene: Scene) -> bool:
            for slot, by in pairs:
                held = scene.get(slot)
                assign(scene, slot, (held if isinstance(held, int) else 0) + by)
            return False

        return step

    def _clear(self, names: tuple[str, ...]) -> Run:
        slots = tuple(self.atlas.slots[name] for name in names if name in self.atlas.slots)

        def step(scene: Scene) -> bool:
            for slot in slots:
                scene.empty(slot)
            return False

        return step

    def _go(self, screen: str, app: str) -> Run:
        def step(scene: Scene) -> bool:
            if screen == "back":
                go_back(scene, app)
            elif screen in self.atlas.screens:
                scene.show(screen)
            return False

        return step

    def _open(self, screen: str) -> Run:
        def step(scene: Scene) -> bool:
            bring(scene, screen)
            return False

        return step

    def _fields(self, fields: tuple[tuple[str, Operand], ...], frame: Frame) -> dict[str, Reader]:
        return {name: reader(self.atlas, value, frame) for name, value in fields}

    def _add(self, records: str, fields: tuple[tuple[str, Operand], ...], frame: Frame) -> Run:
        slot = self.atlas.slots.get(records)
        if slot is None:
            return _nothing
        given = self._fields(fields, frame)
        readers = tuple(given.get(name, _none) for name, _ in slot.var.fields)

        def step(scene: Scene) -> bool:
            scene.add(slot, tuple(plain(read(scene)) for read in readers))
            scene.outcomes.append(Outcome(OutcomeKind.ADDED, records))
            return False

        return step

    def _change(self, record: str, fields: tuple[tuple[str, Operand], ...], frame: Frame) -> Run:
        pointer = self.atlas.slots.get(record)
        slot = self.atlas.slots.get(pointer.var.records) if pointer else None
        if pointer is None or slot is None:
            return _nothing
        given = self._fields(fields, frame)
        members = tuple((at, given[name]) for at, (name, _) in enumerate(slot.var.fields, 1) if name in given)

        def step(scene: Scene) -> bool:
            found = find(scene.records(slot), scene.get(pointer))
            if found is not None:
                changed = list(found)
                for at, read in members:
                    changed[at] = plain(read(scene))
                new = tuple(changed)
                scene.put(slot, tuple(new if each is found else each for each in scene.records(slot)))
            return False

        return step

    def _remove(self, record: str) -> Run:
        pointer = self.atlas.slots.get(record)
        slot = self.atlas.slots.get(pointer.var.records) if pointer else None
        if pointer is None or slot is None:
            return _nothing

        def step(scene: Scene) -> bool:
            scene.remove(slot, scene.get(pointer))
            return False

        return step

    def _new_code(self, var: str) -> Run:
        slot = self.atlas.slots.get(var)
        if slot is None:
            return _nothing
        texts = tuple(
            other
            for other in self.atlas.slots.values()
            if any((each.equals or "").startswith("$") for each in other.var.classes)
        )

        def step(scene: Scene) -> bool:
            scene.put(slot, drawn_code(scene.seed, scene.drawn, slot.var.digits or 6))
            scene.drawn += 1
            for text in texts:  # what stands written may fit the old code only
                letters = scene.written(text.var.name).letters
                scene.put(text, text_class(text.var, letters, known(scene, text)))
            return False

        return step


def _none(_: Scene) -> None:
    return None


def _nothing(_: Scene) -> bool:
    return False
