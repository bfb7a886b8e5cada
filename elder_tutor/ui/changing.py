"""Settings that whoever is here changes: they hold at once, and how they stand is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from elder_tutor import i18n
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.classroom import Classroom
from elder_tutor.ui.hearing import Hearing
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.wearing import Wearing

READER_SPEAKS: Final = phrase("A screen reader speaks now.")
WE_SPEAK: Final = phrase("The program speaks again by itself.")


class Changing:
    """Change settings, and say what they are now."""

    def __init__(self, window: MainWindow, classroom: Classroom, wearing: Wearing, hearing: Hearing) -> None:
        self.window, self.classroom, self.wearing, self.hearing = window, classroom, wearing, hearing

    def change(self, name: str, value: object) -> None:
        """Change one setting of whoever is here; a lesson stays where it is."""
        self.change_all({name: value})

    def change_all(self, changes: Mapping[str, object], says: bool = True) -> None:
        """Change settings of whoever is here, and say how the first of them stands."""
        before = self.window.settings.language
        self.wearing.change(changes)
        if self.window.named_first and self.window.settings.language != before:
            # What was touched had its name in the language before.
            own = i18n.language(self.window.settings.language).name
            self.window.named_first = self.window.wording.text(own).sentences()
        if not self.window.aside:
            self.classroom.redraw()
        if says and (self.window.sheet_open or self.window.aside):
            self._say(next(iter(changes)))
        elif says and "language" in changes:
            self.speak_here()

    def _say(self, name: str) -> None:
        """Say how a setting stands now, and let it be tried."""
        from elder_tutor.ui.fit import said

        lines = said.of(name, self.window.settings, self.window.wording)
        if lines:
            self.window.say_lines(lines if lines != self.window.named_first else ())

    def toggle_reader(self) -> None:
        """Let a screen reader speak instead of the program, or the other way round."""
        uses = not self.window.settings.screen_reader
        self.window.reader_there = uses and self.window.reader_there
        self.change("screen_reader", uses)
        if not (self.window.sheet_open or self.window.aside):
            self.window.say((READER_SPEAKS if uses else WE_SPEAK,), urgent=True)

    def toggle_naming(self) -> None:
        """Let everything that is touched, or reached with Tab, be named, or not; say how it stands."""
        self.window.by_keys = True
        self.change("speak_touched", not self.window.settings.speak_touched)
        if not (self.window.sheet_open or self.window.aside):
            self._say("speak_touched")

    def reader_found(self, there: bool) -> None:
        """Hand speech to a screen reader that has come, or take it back when it has gone."""
        self.window.reader_there = self.window.reader_found = there
        self.window.use(self.window.settings.with_changes(screen_reader=there))
        if there and self.window.current is not None:
            self.hearing.announce_page(self.window.current)
            self.window.refocus()
            self.speak_here()

    def speak_here(self) -> None:
        """Say again what stands here."""
        if self.classroom.turn is not None and not self.window.aside:
            self.classroom.speak()
        elif self.window.current is not None:
            self.window.say(self.window.current.greeting())

    def switch_language(self) -> None:
        """Take the next language that is offered."""
        held = self.window.settings
        self.change("language", i18n.next_language(held.language, held.languages))
