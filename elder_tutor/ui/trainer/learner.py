"""One learner's page: what they can do, and what trainers do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.assignments import Assignment
from elder_tutor.progress.preferences import Json
from elder_tutor.progress.remarks import Remark
from elder_tutor.reports.tables import LearnerTable
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.dialog import Dialog, path_words
from elder_tutor.ui.trainer.group_chooser import Chooser, Option
from elder_tutor.ui.trainer.learner_assign import AssignPage
from elder_tutor.ui.trainer.learner_cards import StuckCard, TimeCard
from elder_tutor.ui.trainer.learner_desk import LearnerDesk
from elder_tutor.ui.trainer.learner_fit import FitPage
from elder_tutor.ui.trainer.learner_front import Front
from elder_tutor.ui.trainer.learner_note import NoteEditor
from elder_tutor.ui.trainer.look import told
from elder_tutor.ui.trainer.turning import Turning

NOT_DONE: Final = phrase("That did not work")
REMOVE_NOTE: Final = phrase("Remove this note?")
REMOVE_NOTE_WHAT: Final = phrase("It cannot be brought back.")
YES_REMOVE: Final = phrase("Yes, remove")
KEEP: Final = phrase("No, keep")
REPORT_MADE: Final = phrase("The report is ready")
CERTIFICATE_MADE: Final = phrase("The certificate is ready")
WHICH_COURSE: Final = phrase("A certificate for which course?")
DATA_MADE: Final = phrase("The data is saved")
WHERE: Final = phrase("The file lies here:")
PRINT: Final = phrase("Print")
OPEN_FOLDER: Final = phrase("Open the folder")
CLOSE: Final = phrase("Close")


class LearnerPage(DeskPage):
    """Show one learner; ``backRequested`` returns to where the trainer came from."""

    backRequested = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("trainer.learner.page", desk, parent)
        self.title.hide()
        self.own = LearnerDesk(desk)
        self.front = Front(self.own, self)
        self.assigning = AssignPage(self.own, self)
        self.writing = NoteEditor(desk, self)
        self.fitting = FitPage(self.own, self)
        self.dialog = Dialog(self)
        self.chooser = Chooser(self)
        self.present: DeskPage = self.front
        self._after: Callable[[], None] | None = None
        self._connect()

    @property
    def table(self) -> LearnerTable | None:
        """Answer what stands on the page; None before any learner."""
        return self.front.report.table if self.front.report else None

    @property
    def turn(self) -> Turning:
        """Answer the pages of lessons."""
        return self.front.path.turn

    @property
    def time(self) -> TimeCard:
        """Answer the card of the longest steps."""
        return self.front.path.time

    @property
    def stuck(self) -> StuckCard:
        """Answer the card of the step that stops."""
        return self.front.path.stuck

    def show_learner(self, learner_id: str) -> None:
        """Show this learner. Raises UnknownLearner."""
        self.front.show_learner(learner_id)
        self._after = None
        self.dialog.hide()
        self.chooser.hide()
        self._bring(self.front)

    def refresh(self) -> None:
        """Read the learner anew; ``gone`` tells that they are no longer there."""
        self.front.refresh()
        if self.present is not self.front:
            self.present.refresh()

    def relayout(self) -> None:
        """Give sizes and words to every part; hidden ones take them when they come."""
        assert self.wording is not None
        for page in (self.front, self.assigning, self.writing, self.fitting):
            page.dress(self.m, self.wording)
            page.move(0, 0)
        self.dialog.dress(self.m, self.wording)
        self.chooser.dress(self.m, self.wording)
        self._bring(self.present)

    def _bring(self, page: DeskPage) -> None:
        self.present = page
        for other in (self.front, self.assigning, self.writing, self.fitting):
            other.setVisible(other is page)

    def _back_to_front(self) -> None:
        self._bring(self.front)
        self.front.reread()

    # --- what is asked for ----------------------------------------------------------------

    def _assign(self) -> None:
        if self.front.report is not None:
            self._bring(self.assigning)
            self.assigning.begin(self.front.report)

    def _write(self) -> None:
        if self.front.report is not None:
            self._bring(self.writing)
            self.writing.begin(self.front.report.learner)

    def _fit(self) -> None:
        if self.front.report is not None:
            self._bring(self.fitting)
            self.fitting.begin(self.front.report.learner)

    def _chosen(self, lesson: str, course: str, days: int) -> None:
        if self._done(lambda who: self.own.assign(who, lesson, course, days), self.assigning.tell):
            self._back_to_front()

    def _written(self, text: str) -> None:
        if self._done(lambda who: self.own.write(who, text), self.writing.tell):
            self._back_to_front()

    def _changed(self, changes: dict[str, Json]) -> None:
        if self._done(lambda who: self.own.keep(who, changes), self.fitting.tell):
            self.fitting.refresh()

    def _withdrawn(self, choice: Assignment) -> None:
        self._done(lambda who: self.own.withdraw(choice), self._trouble)
        self.front.reread()

    def _ask_removal(self, remark: Remark) -> None:
        self._after = lambda: self._torn(remark)
        self.dialog.ask(REMOVE_NOTE, REMOVE_NOTE_WHAT, yes=YES_REMOVE, no=KEEP, glyph="line/trash")

    def _torn(self, remark: Remark) -> None:
        self._done(lambda who: self.own.tear(remark), self._trouble)
        self.front.reread()

    def _report(self) -> None:
        lang = self.m.lang
        made = self._file(REPORT_MADE, PRINT, "line/print", lambda who: self.own.report_file(who, lang))
        if made is not None:
            file, who = made
            self._after = lambda: self.own.print(who, lang, self.window(), file)

    def _certificate(self) -> None:
        """Make the certificate of the course that is finished; of several ask which."""
        if self.front.report is None:
            return
        awards = self.own.awards(self.front.report.learner.id)
        if len(awards) > 1:
            options = [Option(one.course, self.shown(one.title), "line/star") for one in awards]
            self.chooser.ask(WHICH_COURSE, options, (), lambda keys: self._award(keys[0]))
        elif awards:
            self._award(awards[0].course)

    def _award(self, course: str) -> None:
        lang = self.m.lang
        made = self._file(
            CERTIFICATE_MADE, PRINT, "line/print", lambda who: self.own.certificate_file(who, course, lang)
        )
        if made is not None:
            file, who = made
            self._after = lambda: self.own.print_certificate(who, course, lang, self.window(), file)

    def _data(self) -> None:
        made = self._file(DATA_MADE, OPEN_FOLDER, "line/folder", self.own.data_file)
        if made is not None:
            folder = made[0].parent
            self._after = lambda: _open(folder)

    def _file(
        self, title: Phrase, next_: Phrase, glyph: str, make: Callable[[str], Path]
    ) -> tuple[Path, str] | None:
        """Make a file, say where it lies and offer what comes next; answer it and whose it is."""
        made: list[tuple[Path, str]] = []
        if not self._done(lambda who: made.append((make(who), who)), self._trouble):
            return None
        self.dialog.ask(title, WHERE, path_words(made[0][0]), next_, CLOSE, glyph)
        return made[0]

    def _done(self, do: Callable[[str], object], tell: Callable[[Phrase], None]) -> bool:
        """Do something for the learner of the page; known trouble is told."""
        if self.front.report is None:
            return False
        try:
            do(self.front.report.learner.id)
        except KnownError as trouble:
            tell(told(trouble))
            return False
        return True

    def _trouble(self, sentence: Phrase) -> None:
        self._after = None
        self.dialog.ask(NOT_DONE, sentence)

    def _answered(self, yes: bool) -> None:
        after, self._after = self._after, None
        if yes and after is not None:
            after()

    def _connect(self) -> None:
        front = self.front
        front.backRequested.connect(self.backRequested)
        front.gone.connect(self.gone)
        front.assignRequested.connect(self._assign)
        front.reportRequested.connect(self._report)
        front.follow.writeRequested.connect(self._write)
        front.follow.noteRemoved.connect(self._ask_removal)
        front.follow.withdrawn.connect(self._withdrawn)
        front.follow.fitRequested.connect(self._fit)
        front.follow.dataRequested.connect(self._data)
        front.follow.certificateRequested.connect(self._certificate)
        self.assigning.chosen.connect(self._chosen)
        self.writing.written.connect(self._written)
        self.fitting.changed.connect(self._changed)
        self.fitting.doneRequested.connect(self._back_to_front)
        for page in (self.assigning, self.writing):
            page.backRequested.connect(self._back_to_front)
        self.dialog.answered.connect(self._answered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave what was opened before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self.present is not self.front:
            self._back_to_front()
        else:
            super().keyPressEvent(event)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
