"""«ضبط» and fitting, beside whatever was going on: a lesson waits, and is found where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.fit.fitting import Fitting
from elder_tutor.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from elder_tutor.progress.preferences import Json
    from elder_tutor.settings import Settings
    from elder_tutor.ui.fit.dials import Change
    from elder_tutor.ui.journey import Journey
    from elder_tutor.ui.pages.page import Page

PAUSE_MS: Final = 100
"""Between the two steps of making a page ready: touches are answered meanwhile."""
CENTRE_HOLDS: Final = phrase("Now the centre's settings hold.")
FIRST_HOLD: Final = phrase("Now the first settings hold.")
MINE_HOLD: Final = phrase("Now your own settings hold again.")


class Tuning(QObject):
    """Show settings and fitting, and go back to the page they were opened from."""

    def __init__(self, journey: Journey) -> None:
        super().__init__(journey)
        self.journey, self.window = journey, journey.window
        self.fitting = Fitting(self.window, self._change)
        self.fitting.ended.connect(self._fitted)
        self._beside = False
        """A page of ours stands in front."""
        self._held_by_hand = False
        self._from_settings = False
        self._mine: Mapping[str, Json] | Settings | None = None
        """What was set before the centre's settings were brought back: it can be given back."""
        self.window.used.connect(self._used)
        self.window.pageShown.connect(self._shown)

    # --- coming and going ----------------------------------------------------------------

    def open(self, held: bool = False) -> None:
        """Show «ضبط»; ``held`` tells that somebody held the lesson before."""
        page = self._settings_page()
        page.page = 0
        self._step_aside(held)
        self._show_settings()

    def prepare(self) -> None:
        """Make the page of settings while nobody waits for it, and in a second step lay it out."""
        page = self._settings_page()
        if self.window.current is not page and page.metrics is None:
            QTimer.singleShot(PAUSE_MS, page, self._lay_out)

    def _lay_out(self) -> None:
        page = self._settings_page()
        if self.window.current is not page:
            page.settings = self.window.settings
            page.dress(self.window.metrics, self.window.wording)

    def fit(self) -> None:
        """Begin the fitting; it ends where it was begun."""
        self._from_settings = isinstance(self.window.current, SettingsPage)
        self._step_aside(self.journey.bridge.paused)
        self.fitting.begin()

    def close(self) -> None:
        """Go back to the lesson, to one's own page, or to the welcome page."""
        journey, self._mine = self.journey, None
        if journey.classroom.turn is not None:
            self._step_back()
            journey.classroom.redraw()
            journey.classroom.speak()
        elif journey.bridge.session is not None:
            journey.show_home()
        else:
            journey.start()

    def forget(self) -> None:
        """Keep nothing of the person before."""
        self._mine, self._beside, self._held_by_hand, self._from_settings = None, False, False, False
        self.fitting.number = 0

    def _fitted(self) -> None:
        if self._from_settings:
            self._show_settings()
        else:
            self.close()

    def _show_settings(self) -> None:
        page = self._settings_page()
        page.settings = self.window.settings
        page.undo = self._mine is not None
        self.window.show_page(page)

    # --- what waits ------------------------------------------------------------------------

    def _step_aside(self, held: bool) -> None:
        """Let no time pass for a lesson below."""
        before, self._beside = self._beside, True
        if not before and self.journey.classroom.turn is not None:
            self._held_by_hand = held
            self.journey.waiting.cover()

    def _step_back(self) -> None:
        """Let time pass again."""
        bridge, self._beside, self._mine = self.journey.bridge, False, None
        if self.journey.classroom.turn is None:
            return
        bridge.freeze(False)
        if bridge.paused and not self._held_by_hand:
            self.journey.classroom.pause(False)

    def _shown(self, page: Page) -> None:
        # Something else came to the front by itself, such as a hint that a trainer sent.
        if self._beside and not getattr(page, "aside", False):
            self._step_back()

    def _used(self, settings: Settings) -> None:
        page = self.window.current
        if page is not None and getattr(page, "aside", False):
            page.settings = settings  # type: ignore[attr-defined]

    # --- settings --------------------------------------------------------------------------

    def _change(self, changes: Change, says: bool) -> None:
        self.journey.changing.change_all(changes, says)

    def _centre(self) -> None:
        """Let the centre's settings hold for whoever is here; their own can be given back."""
        try:
            self._mine = self.journey.wearing.use_centre_alone()
        except KnownError as trouble:
            self.journey.troubled(trouble)
            return
        home = self.window.settings.place == "home"
        self._told(FIRST_HOLD if home else CENTRE_HOLDS)

    def _own(self) -> None:
        """Give back what held before."""
        mine, self._mine = self._mine, None
        if mine is not None:
            self.journey.wearing.use_own(mine)
            self._told(MINE_HOLD)

    def _told(self, sentence: object) -> None:
        page = self._settings_page()
        page.undo = self._mine is not None
        self.window.dress()
        self.window.say((sentence,))  # type: ignore[arg-type]

    def _settings_page(self) -> SettingsPage:
        made = self.window.has(SettingsPage)
        page = self.window.page(SettingsPage)
        if not made:
            page.changed.connect(lambda change: self._change(change, True))
            page.fitRequested.connect(self.fit)
            page.wrongReported.connect(self.journey.report_wrong)
            page.centreRequested.connect(self._centre)
            page.mineRequested.connect(self._own)
            page.doneRequested.connect(self.close)
        return page
