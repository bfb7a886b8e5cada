"""The manager's page: how well practice works, phase by phase, and what learners reported as wrong."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.reports import phases
from elder_tutor.reports.phases import Phase
from elder_tutor.reports.quality import Quality, quality_of
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, told
from elder_tutor.ui.trainer.plots.paper import Sheet
from elder_tutor.ui.trainer.plots.values import numbers_of
from elder_tutor.ui.trainer.quality_figures import NAME, Figures, FigureWords
from elder_tutor.ui.trainer.quality_phases import PhaseList, PhaseWriter
from elder_tutor.ui.trainer.quality_reports import Reports
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("How well it works")
FIGURES, REPORTS, PHASES = "figures", "reports", "phases"
TABS: Final[tuple[tuple[str, str, Phrase], ...]] = (
    (FIGURES, "line/chart", phrase("Figures")),
    (REPORTS, "line/flag", phrase("Reported")),
    (PHASES, "line/calendar", phrase("Phases")),
)
NUMBERS: Final = phrase("Numbers")
SETS_PHASES: Final = Act.STAFF
"""Only a manager names the phases."""
Found = tuple[Quality, tuple[Phase, ...]]


class QualityPage(AskingPage):
    """Three parts: figures (or their numbers), reports, phases. ``lessonChosen`` opens a lesson's page."""

    lessonChosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.part, self.table_shown = FIGURES, False
        self.found: Found | None = None
        self.trouble: Phrase | None = None
        self.at: int | None = None
        """The place of the phase that is being written; one after the last for a new one."""
        self.tabs = {name: Press(f"{NAME}.tab.{name}", Look.QUIET, glyph, self) for name, glyph, _ in TABS}
        self.numbers = Press(f"{NAME}.numbers", Look.QUIET, "line/card", self)
        self.figures, self.reports = Figures(self), Reports(self)
        self.list, self.writer = PhaseList(self), PhaseWriter(self)
        for name, tab in self.tabs.items():
            tab.clicked.connect(partial(self.open, name))
        self.numbers.clicked.connect(self._toggle)
        self.reports.lessonChosen.connect(self.lessonChosen)
        self.reports.turned.connect(self.again)
        self.list.addRequested.connect(lambda: self._write(None))
        self.list.changeRequested.connect(self._write)
        self.list.removeRequested.connect(self._remove)
        self.writer.saved.connect(self._saved)
        self.writer.changed.connect(self.again)
        self.writer.backRequested.connect(self._leave_writer)

    # --- reading -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for figures, reports and phases anew."""
        heads = self.desk.heads

        def read(store: Store) -> Found:
            return quality_of(store, heads), phases.phases(store)

        self.ask(read, self.taken)

    def taken(self, found: Found) -> None:
        """Show what was answered, if it is something else than before."""
        if found != self.found:
            self.found = found
            self.again()

    def open(self, part: str) -> None:
        """Bring one part to the front."""
        self.part, self.trouble, self.at = part, None, None
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        parts = {FIGURES: self.figures, REPORTS: self.reports, PHASES: self.list}
        here: QWidget = self.writer if self.at is not None else parts[self.part]
        for part in (*parts.values(), self.writer):
            part.setVisible(part is here and self.found is not None)
        tabs = [*self.tabs.values(), self.numbers]
        for name, _, words in TABS:
            self.tabs[name].render_words(self.shown(words))
            self.tabs[name].set_chosen(name == self.part)
        self.numbers.render_words(self.shown(NUMBERS))
        self.numbers.set_chosen(self.table_shown and self.part == FIGURES)
        room = self.place_tabs(self.room(), self.shown(TITLE), tabs)
        if self.found is not None:
            self.print.setVisible(here is self.figures and self.table_shown)
            self.print.apply(self.m)
            if self.print.isVisibleTo(self):
                room, foot = room.cut_bottom(self.print.tall(), self.m.px(14))
                self.place_print(foot)
            self._place_part(here, room)
            inside = here.focus_order() if not isinstance(here, Figures) else [here.table]  # type: ignore[attr-defined]
            self.order([*tabs, *inside, self.print])

    def _place_part(self, here: QWidget, room: Box) -> None:
        assert self.found is not None
        assert self.wording is not None
        m, w = self.m, self.wording
        quality, known = self.found
        if here is self.writer:
            room = Box(0, room.top, self.width(), self.height() - room.top)
        put(here, room, m)
        if here is self.writer:
            self.writer.place(w, m)
        elif here is self.list:
            may = self.desk.may.allows(SETS_PHASES)
            self.list.show_phases(known, self.trouble, w, m, may)
        elif here is self.reports:
            self.reports.show_reports(quality.reports, self.desk.day_of, w, m)
        else:
            self.figures.show_figures(quality, self.table_shown, self.shown(TITLE), w, m)

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        parts = (self.figures, self.reports, self.list)
        boxes = [box for part in parts if part.isVisibleTo(self) for box in part.shadowed()]
        return [(box, self.m.px(28), CARD_SHADOW) for box in boxes]

    def sheets(self) -> tuple[Sheet, ...]:
        """Answer the four plots, each with its numbers."""
        if self.found is None or self.wording is None:
            return ()
        return tuple((plot, numbers_of(plot)) for plot in FigureWords(self.wording).plots(self.found[0]))

    # --- acting ------------------------------------------------------------------------

    def _toggle(self) -> None:
        self.table_shown = not self.table_shown or self.part != FIGURES
        self.open(FIGURES)

    def _write(self, at: int | None) -> None:
        if self.found is None:
            return
        known = self.found[1]
        self.trouble, self.at = None, len(known) if at is None else at
        self.writer.begin(known[at] if at is not None else None, self.desk.today, self.m.lang)
        self.again()

    def _leave_writer(self) -> None:
        self.at = None
        self.again()

    def _saved(self, phase: Phase) -> None:
        if self.found is None or self.at is None:
            return
        known, at = list(self.found[1]), self.at
        known[at : at + 1] = [phase]
        self._keep(known)
        if self.trouble is not None:
            self.at, self.writer.trouble = at, self.trouble
            self.again()

    def _remove(self, at: int) -> None:
        if self.found is not None:
            self._keep([phase for place, phase in enumerate(self.found[1]) if place != at])

    def _keep(self, wanted: list[Phase]) -> None:
        """Keep the phases; what is missing is said where the list explains itself."""
        self.trouble, self.at = None, None
        try:
            self.desk.may.require(SETS_PHASES)
            phases.keep(self.desk.app.store, wanted)
        except KnownError as trouble:
            self.trouble = told(trouble)
            self.again()
            return
        self.refresh()
        self.again()
