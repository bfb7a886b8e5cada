"""Measure the real screen with a bank card; from then on everything is as large as it is meant to be."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.settings import SCALES
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import theme
from elder_tutor.ui.doctor.screen import LEAST_MM, SMALL, UNKNOWN
from elder_tutor.ui.measures.screens import ScreenFacts, facts_of, sides_mm, with_scale
from elder_tutor.ui.pages.card import CARD_MM, LAY, UNTIL, CardPage, CardState

if TYPE_CHECKING:
    from elder_tutor.progress.staff import Member
    from elder_tutor.ui.main_window import MainWindow

MEASURED: Final = phrase("The screen is measured now, and everything has its right size.")
BELIEVED: Final = phrase("The size that the screen tells holds again.")
MACHINE: Final = "trainer-machine-choices"

_log = logging.getLogger(__name__)


def grown(scale: float, by: int, most: float) -> float:
    """Answer the scale at which the drawn card is ``by`` window pixels wider, at most ``most``."""
    wide = round(scale * CARD_MM[0]) + by
    return min(max(wide / CARD_MM[0], SCALES[0]), most, SCALES[1])


def too_small(sides: tuple[int, int]) -> bool:
    """Tell whether nobody can use a screen of these sides in mm (DESIGN 7)."""
    return max(sides) < LEAST_MM[0] or min(sides) < LEAST_MM[1]


class Calibrating(QObject):
    """Let somebody measure the screen the window stands on; kept among the centre's settings."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("calibrating")
        self.window = window
        self.facts = ScreenFacts("screen", window.width(), window.height())
        self.scale = theme.DESIGN_PX_PER_MM
        self._after: Callable[[], None] = lambda: None

    def begin(self, after: Callable[[], None], facts: ScreenFacts | None = None) -> None:
        """Show the page; ``after`` goes on when somebody leaves it. ``facts`` may name another screen."""
        self._after = after
        self.facts = facts or facts_of(self.window.screen())
        page = self._page()
        self.scale = self.window.metrics.px_per_mm
        page.render_state(self._state((LAY, UNTIL)))
        self.window.show_page(page, greet=False)
        self.scale = grown(self.scale, 0, page.most())
        page.render_state(self._state((LAY, UNTIL)))
        self.window.say(page.greeting())

    def begin_for_trainer(self) -> None:
        """Put the trainer's pages away, and open them again for the same trainer afterwards."""
        pages = self.window.findChild(QWidget, "trainer")
        member = getattr(getattr(pages, "desk", None), "member", None)
        self.window.close_trainer()
        self.begin(lambda: self._reopen(member))

    # --- acting ----------------------------------------------------------------------

    def grow(self, by: int) -> None:
        """Make the drawn card wider by window pixels, or narrower."""
        page = self._page()
        told = not page.state.kept
        self.scale = grown(self.scale, by, page.most())
        page.render_state(self._state((LAY, UNTIL)))
        if not told:  # the sentence that stood there holds no more
            self.window.voice.stop()

    def keep(self) -> None:
        """Take the card's size for true; pressed again, go on."""
        if self._page().state.kept:
            self.leave()
        else:
            self._hold(self.scale, MEASURED)

    def reset(self) -> None:
        """Forget what was measured: what the screen tells holds again."""
        self._hold(None, BELIEVED if self.facts.told is not None else UNKNOWN)

    def leave(self) -> None:
        """Go back to where somebody came from; what was not kept is not kept."""
        after, self._after = self._after, lambda: None
        after()

    # --- inside ----------------------------------------------------------------------

    def _hold(self, scale: float | None, said: Phrase) -> None:
        app = self.window.app
        screens = with_scale(app.settings.screens, self.facts.name, scale)
        try:
            app.keep_settings({"screens": screens})  # type: ignore[dict-item]
        except KnownError as trouble:
            # It holds for now; whoever holds the card can do nothing about a disk.
            _log.warning("The scale of the screen was not kept: %s", trouble)
        self.window.px_per_mm = scale or self._told()
        self.window.dress()
        page = self._page()
        self.scale = grown(self.window.metrics.px_per_mm, 0, page.most())
        small = (SMALL,) if too_small(sides_mm(self.facts.width, self.facts.height, self.scale)) else ()
        page.render_state(self._state((said, *small), kept=True))
        self.window.say(page.greeting())

    def _state(self, said: tuple[Phrase, ...], kept: bool = False) -> CardState:
        return CardState(self.scale, sides_mm(self.facts.width, self.facts.height, self.scale), said, kept)

    def _told(self) -> float | None:
        from elder_tutor.ui.application import told_scale

        return told_scale(self.facts.told or 0.0, (self.facts.width, self.facts.height))

    def _page(self) -> CardPage:
        made = self.window.has(CardPage)
        page = self.window.page(CardPage)
        if not made:
            page.grown.connect(self.grow)
            page.keptRequested.connect(self.keep)
            page.resetRequested.connect(self.reset)
            page.leaveRequested.connect(self.leave)
        return page

    def _reopen(self, member: Member | None) -> None:
        self.window.open_trainer()
        pages = self.window.findChild(QWidget, "trainer")
        if member is not None and pages is not None:
            pages.pin.member = member  # type: ignore[attr-defined]
            pages.rooms.enter()  # type: ignore[attr-defined]
            pages.show_page(MACHINE)  # type: ignore[attr-defined]
