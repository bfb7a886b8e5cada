"""Whose settings hold: those of whoever is here, of the welcome page, or the centre's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences
from elder_tutor.settings import Settings, from_mapping

if TYPE_CHECKING:
    from elder_tutor.progress.people import Learner
    from elder_tutor.progress.preferences import Json
    from elder_tutor.ui.main_window import MainWindow

_log = logging.getLogger(__name__)


class Wearing:
    """Give the window the settings that hold now. ``who`` answers who is signed in, None for a guest."""

    def __init__(self, window: MainWindow, who: Callable[[], Learner | None]) -> None:
        self.window, self.app, self._who = window, window.app, who
        self._front: Settings = window.settings
        """What was chosen on the welcome page; it holds for guests and for who has chosen nothing of it."""
        self._bare: Settings = window.settings
        """The same before anything was chosen there."""
        self._pinned: Settings | None = None

    def pin(self, settings: Settings) -> None:
        """Let these settings hold for everybody, whatever they chose: for pictures."""
        self._front = self._bare = self._pinned = settings

    def dress_for(self, learner: Learner | None) -> None:
        """Let a learner's own settings hold; for a guest those of the welcome page."""
        if self._pinned is not None:
            self.window.use(self._pinned)
            return
        held = self._of(learner) if learner else self._front
        if held.language == self.app.settings.language:
            held = replace(held, language=self._front.language)
        # Who came with a screen reader, or had names spoken at the door, still has it behind the door.
        held = replace(
            held,
            screen_reader=held.screen_reader or self._front.screen_reader,
            speak_touched=held.speak_touched or self._front.speak_touched,
        )
        self.window.use(held)

    def _of(self, learner: Learner) -> Settings:
        """Answer a learner's own settings, on top of what was chosen at the door."""
        names = (each.name for each in fields(Settings))
        pairs = ((name, getattr(self._front, name), getattr(self._bare, name)) for name in names)
        chosen = {name: now for name, now, before in pairs if now != before}
        own = preferences.get(self.app.store, learner.id)
        return from_mapping(own, self.app.settings.with_changes(**chosen))

    def change(self, changes: Mapping[str, object]) -> None:
        """Change settings of whoever is here."""
        settings = self.window.settings.with_changes(**changes)
        if self._who() is None:
            # Only these: the window may wear what is somebody's at the door, or a screen reader's.
            self._front = self._front.with_changes(**changes)
        else:
            self._keep({name: getattr(settings, name) for name in changes})
        self.window.use(settings)

    def back_to_centre(self) -> None:
        """Let the centre's settings hold: somebody left."""
        self._front = self._bare = self._pinned or self.app.settings
        self.window.use(self._front)

    def follow_centre(self) -> None:
        """Take the changed settings of the centre; the language chosen here stays if it is still offered."""
        if self._pinned is None:
            held, here = self.app.settings, self.window.settings.language
            self._front = self._bare = held.with_changes(language=here) if here in held.languages else held
            self.window.use(self._front)

    def use_centre_alone(self) -> Mapping[str, Json] | Settings:
        """Let the centre's settings hold for whoever is here; answer what held before. Raises KnownError."""
        mine: Mapping[str, Json] | Settings = self._front
        learner = self._who()
        if learner is None:
            self.back_to_centre()
        else:
            mine = self.app.forget_settings(learner.id)
            self.window.use(self._pinned or self.app.settings)  # the door's are given back with their own
        return mine

    def use_own(self, mine: Mapping[str, Json] | Settings) -> None:
        """Let hold again what ``use_centre_alone`` answered."""
        if isinstance(mine, Mapping):
            self._keep(mine)
            self.dress_for(self._who())
        else:
            self._front = mine
            self.window.use(mine)

    def _keep(self, changes: Mapping[str, object]) -> None:
        learner = self._who()
        assert learner is not None
        try:
            self.app.keep_settings(dict(changes), learner.id)  # type: ignore[arg-type]
        except KnownError as trouble:
            # It holds for now; the person is not troubled about next time.
            _log.warning("A setting was not kept: %s", trouble)
