"""Effects that reach beyond their own app: events, notices, timers, and words for the person."""

from __future__ import annotations

from collections.abc import Callable

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import Frame, Reader, reader
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Notice
from elder_tutor.lessons.model import NOTHING, Value
from elder_tutor.lessons.rules import CancelTimer, Notify, Operand, Say, Send, StartTimer, Stop, Text, Toast
from elder_tutor.lessons.view import Outcome, OutcomeKind
from elder_tutor.text.phrase import Phrase

Run = Callable[[Scene], bool]
Fill = Callable[[Scene], "Phrase | None"]
Words = Callable[[Text, str, Frame], Fill]
"""Compiles a pack's text, standing in an app, into its filled phrase."""

DEEPEST = 6
"""How far an event may send another; beyond it nothing happens, so that no pack can hang the phone."""
APP_OPENED = "app_opened"
"""The event the phone itself sends when an app comes to the front; ``app`` is the app's id."""
LAPSE = 5
"""Seconds without a touch after which a timer fires when its author says nothing."""


class Outward:
    """Compile what tells other apps or the person something; it knows who hears which event."""

    def __init__(self, atlas: Atlas, words: Words) -> None:
        self.atlas = atlas
        self.words = words
        self.handlers: dict[str, list[Run]] = {}
        self.seconds: dict[str, int] = {}
        """Timer -> the seconds its author gave."""

    def compile(
        self, effect: Send | Notify | StartTimer | CancelTimer | Say | Stop | Toast, app: str, frame: Frame
    ) -> Run:
        """Compile one effect of an app; it answers True after a safety stop."""
        match effect:
            case Send(event, args):
                return self._send(event, args, frame)
            case Notify():
                return self._notify(effect, app, frame)
            case StartTimer(timer, _, after):
                if after:
                    self.seconds.setdefault(timer, after)
                return lambda scene: _timer(scene, timer, True)
            case CancelTimer(timer):
                return lambda scene: _timer(scene, timer, False)
            case Say(key, text):
                return self._tell(OutcomeKind.SAID, key, text, app, frame)
            case Stop(key, text):
                return self._tell(OutcomeKind.STOPPED, key, text, app, frame)
            case Toast(text):
                return self._toast(text, app, frame)

    def greet(self, scene: Scene) -> None:
        """Tell who listens which apps came to the front in this action.

        An app that the listeners bring to the front themselves is not told of: so no two of
        them can open each other without end.
        """
        came, scene.came = scene.came, []
        handlers = self.handlers.get(APP_OPENED)
        if handlers:
            for app in dict.fromkeys(came):
                scene.row = scene.record = None
                scene.arg = {"app": app}
                for handle in handlers:
                    handle(scene)
            scene.arg = NOTHING

    def _send(self, event: str, args: tuple[tuple[str, Operand], ...], frame: Frame) -> Run:
        readers = self._fields(args, frame)

        def step(scene: Scene) -> bool:
            if scene.depth >= DEEPEST:
                return False
            outer, row, record = scene.arg, scene.row, scene.record
            scene.arg = {name: plain(read(scene)) for name, read in readers.items()}
            scene.depth += 1
            stopped = sum(handle(scene) for handle in self.handlers.get(event, ())) > 0  # everyone hears it
            scene.depth -= 1
            scene.arg, scene.row, scene.record = outer, row, record
            return stopped

        return step

    def _notify(self, effect: Notify, app: str, frame: Frame) -> Run:
        atlas, screen = self.atlas, effect.screen
        readers = self._fields(effect.args, frame)
        fill = self.words(effect.text, app, frame)

        def step(scene: Scene) -> bool:
            owner = atlas.app_of.get(screen)
            if owner is None:
                return False
            values = {
                f"{owner}.{name.rpartition('.')[2]}": plain(read(scene)) for name, read in readers.items()
            }
            for records, serial in scene.made.items():  # a notice is about the record made just before it
                for pointer in atlas.pointers.get(records, ())[:1]:
                    if values.get(pointer.var.name) is None and atlas.apps[pointer.app].id == owner:
                        values[pointer.var.name] = serial
            scene.notice(Notice(scene.serial, screen, fill(scene) or Phrase(""), tuple(values.items())))
            scene.serial += 1
            scene.outcomes.append(Outcome(OutcomeKind.ARRIVED, screen))
            return False

        return step

    def _tell(self, kind: OutcomeKind, key: str, text: Text, app: str, frame: Frame) -> Run:
        fill = self.words(text, app, frame)

        def step(scene: Scene) -> bool:
            scene.outcomes.append(Outcome(kind, key, fill(scene)))
            return kind is OutcomeKind.STOPPED

        return step

    def _toast(self, text: Text, app: str, frame: Frame) -> Run:
        fill = self.words(text, app, frame)

        def step(scene: Scene) -> bool:
            scene.toast = fill(scene)
            scene.outcomes.append(Outcome(OutcomeKind.TOAST, phrase=scene.toast))
            return False

        return step

    def _fields(self, fields: tuple[tuple[str, Operand], ...], frame: Frame) -> dict[str, Reader]:
        return {name: reader(self.atlas, value, frame) for name, value in fields}


def plain(value: object) -> Value:
    """Answer a value as a record or an event can hold it; anything else is None."""
    return value if isinstance(value, str | int) else None


def _timer(scene: Scene, timer: str, on: bool) -> bool:
    rest = tuple(name for name in scene.timers if name != timer)
    scene.timers = (*rest, timer) if on else rest
    return False
