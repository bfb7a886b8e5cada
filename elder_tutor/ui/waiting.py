"""What a lesson does while something lies above it or is heard: it waits, and goes on where it was."""

from __future__ import annotations

from collections.abc import Callable

from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.classroom import Classroom
from elder_tutor.ui.main_window import MainWindow


class Waiting:
    """Hold what plays itself, and let it go on; what a person held by hand stays held.

    ``speak`` says again what stands here.
    """

    def __init__(
        self, window: MainWindow, bridge: Bridge, classroom: Classroom, speak: Callable[[], None]
    ) -> None:
        self.window, self.bridge, self.classroom, self._speak = window, bridge, classroom, speak
        self._held_by_hand = self._sheet_held = False

    @property
    def held(self) -> bool:
        """Tell whether a person holds the lesson, whatever lies above it now."""
        return self._sheet_held if self.window.sheet_open else self.bridge.paused

    def begin_sheet(self) -> None:
        """Wait below the short sheet."""
        self._sheet_held = self.bridge.paused
        self._hold()

    def end_sheet(self) -> None:
        """Go on after the short sheet was put away; what was held before stays held."""
        if self.classroom.turn is not None:
            if self.bridge.paused and not self._sheet_held:
                self.classroom.pause(False)
            self.classroom.speak()

    def _hold(self) -> None:
        if self.classroom.turn is not None and self.classroom.turn.stage is Stage.WATCH:
            self.classroom.pause(True)

    def begin_listening(self) -> None:
        """Wait while the next touch is heard."""
        self._held_by_hand = self.bridge.paused
        self._hold()
        self.bridge.speech_began()

    def end_listening(self) -> None:
        """Go on after something was heard: what plays itself begins its sentences anew."""
        if self.window.sheet_open or self.window.aside or self.classroom.turn is None:
            return
        if self.bridge.paused and not self._held_by_hand:
            self.classroom.pause(False)
            self.classroom.speak()
        else:
            self.bridge.speech_ended()

    def cover(self) -> None:
        """Let everything wait while something lies above the page."""
        if not self.window.aside:
            self._held_by_hand = self.bridge.paused
            self._hold()
        self.bridge.freeze(True)
        self.window.voice.stop()

    def uncover(self) -> None:
        """Go on where it was; what was being said begins anew."""
        if self.window.aside:
            self._speak()
            return
        self.bridge.freeze(False)
        if self.classroom.turn is not None and self.bridge.paused and not self._held_by_hand:
            self.classroom.pause(False)
        held = self.classroom.turn is not None and self.bridge.paused
        if not (held or self.window.sheet_open or self.window.trainer_open):
            self._speak()

    def forget(self) -> None:
        """Forget who held what."""
        self._held_by_hand = False
