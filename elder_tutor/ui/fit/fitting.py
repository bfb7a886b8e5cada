"""The way through fitting: five questions and what came of them; every answer holds at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.pages.fit import FitPage
from elder_tutor.ui.pages.fit_pages import (
    FitContrastPage,
    FitDonePage,
    FitSizePage,
    FitSpeedPage,
    FitVolumePage,
)
from elder_tutor.ui.pages.fit_touch import FitTouchPage

if TYPE_CHECKING:
    from elder_tutor.ui.fit.dials import Change

PAGES: Final[tuple[type[FitPage], ...]] = (
    FitTouchPage, FitSizePage, FitContrastPage, FitVolumePage, FitSpeedPage, FitDonePage,
)  # fmt: skip


class Fitting(QObject):
    """Lead through the questions. ``change`` keeps settings of whoever is here and says how they stand.

    Nobody has to answer, one may go back, and leaving keeps what was set. ``ended`` tells that
    somebody went through or left.
    """

    ended = Signal()

    def __init__(self, window: MainWindow, change: Callable[[Change, bool], None]) -> None:
        super().__init__(window)
        self.window, self._change = window, change
        self.number = 0

    def begin(self) -> None:
        """Ask the first question."""
        touch = self._page(FitTouchPage)
        assert isinstance(touch, FitTouchPage)
        touch.begin()
        self.show(0)

    def show(self, number: int) -> None:
        """Show a page by its number, 0 for the first."""
        self.number = number
        page = self._page(PAGES[number])
        if PAGES[number] is FitDonePage:
            # Who came to the end is not asked again on their own page.
            self._change({"fitted": True}, False)
        page.settings = self.window.settings
        self.window.show_page(page)

    def on(self) -> None:
        """Go on to the next question; after the last one it has ended."""
        if self.number + 1 < len(PAGES):
            self.show(self.number + 1)
        else:
            self.ended.emit()

    def back(self) -> None:
        """Go back to the question before."""
        if self.number:
            self.show(self.number - 1)

    def _page(self, kind: type[FitPage]) -> FitPage:
        made = self.window.has(kind)
        page = self.window.page(kind)
        if not made:
            says = kind is not FitTouchPage  # it says itself what was learned from the touches
            page.chosen.connect(lambda change: self._change(change, says))
            page.nextRequested.connect(self.on)
            page.backRequested.connect(self.back)
            page.leaveRequested.connect(self.ended)
        return page
