"""The trainer's visit: the door, then the bar with the pages beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import Learner
from elder_tutor.text.phrase import phrase
from elder_tutor.ui import theme
from elder_tutor.ui.pages.calm import ONE_MOMENT
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.touching.rules import KIND
from elder_tutor.ui.trainer.bar import GROUP, LESSON, MACHINE, NEEDS, NOW, PEOPLE, QUALITY, Bar, bar_width
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.board import BoardPage
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.dialog import Dialog
from elder_tutor.ui.trainer.editor import Editor
from elder_tutor.ui.trainer.group import GroupPage
from elder_tutor.ui.trainer.group_rooms import NAMES as ROOM_NAMES
from elder_tutor.ui.trainer.group_rooms import Rooms
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.learner import LearnerPage
from elder_tutor.ui.trainer.lesson import LessonPage
from elder_tutor.ui.trainer.look import told
from elder_tutor.ui.trainer.machine import CHOICES, VOICES, MachinePage
from elder_tutor.ui.trainer.needs import NeedsPage
from elder_tutor.ui.trainer.people import (
    KEEP,
    REMOVE_ASK,
    REMOVE_WHAT,
    REMOVE_YES,
    PeoplePage,
)
from elder_tutor.ui.trainer.pin import PinPage
from elder_tutor.ui.trainer.quality import QualityPage

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.theme import Metrics

PIN: Final = "trainer-pin"
LEARNER: Final = "trainer-learner"
NAMES: Final = (PIN, NOW, GROUP, LEARNER, LESSON, NEEDS, QUALITY, PEOPLE, MACHINE, *ROOM_NAMES)
MACHINE_PARTS: Final = {f"{MACHINE}-{part}": part for part in (VOICES, CHOICES)}
"""Parts of a page that can be opened by themselves, for pictures."""
UPRIGHT_WIDTH: Final = 1200
"""Design pixels across an upright screen; type stays as many millimetres as on a wide one."""
LOOK_AGAIN_MS: Final = 2000
"""How often the pages ask whether another program wrote something."""


def desk_metrics(m: Metrics) -> Metrics:
    """Answer the sizes of the trainer's pages: one size of type; upright screens show a whole table too."""
    unit = m.unit
    if m.portrait:
        unit = max(m.px_per_mm / theme.DESIGN_PX_PER_MM, m.width / UPRIGHT_WIDTH)
    return replace(m, step=1, unit=unit)


class TrainerPages(Ground):
    """Cover the window while the trainer is here; ``closed`` ends the visit."""

    closed = Signal()
    peopleChanged = Signal()
    settingsKept = Signal()
    chimeRequested = Signal()

    def __init__(self, app: App, wording: Wording, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainer")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.app, self.wording, self.metrics = app, wording, desk_metrics(metrics)
        self.desk = Desk(app)
        self.desk.asking.setParent(self)  # no answer comes to pages that were put away
        self.bar = Bar(self)
        self.pin = PinPage(app.people, self)
        self.board = BoardPage(self.desk, self)
        self.group = GroupPage(self.desk, self)
        self.learner = LearnerPage(self.desk, self)
        self.lesson = LessonPage(self.desk, self)
        self.needs = NeedsPage(self.desk, self)
        self.quality = QualityPage(self.desk, self)
        self.people = PeoplePage(self.desk, self)
        self.machine = MachinePage(self.desk, self)
        self.editor = Editor(app.people, self)
        self.dialog = Dialog(self)
        self.rooms = Rooms(self)
        self.present: QWidget = self.pin
        self._from: DeskPage = self.board
        self._to_remove: Learner | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look_again)
        self._timer.start()
        self._connect()
        self.resize(metrics.width, metrics.height)
        self._dress()
        self.show_page(PIN)

    # --- pages -------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Bring a page to the front, without the PIN. Raises KnownError for an unknown one."""
        pages: dict[str, QWidget] = {
            "trainer": self.pin, PIN: self.pin, NOW: self.board, GROUP: self.group, LEARNER: self.learner,
            LESSON: self.lesson, PEOPLE: self.people, MACHINE: self.machine, NEEDS: self.needs,
            QUALITY: self.quality,
            **dict.fromkeys(MACHINE_PARTS, self.machine),
            **self.rooms.named,
        }  # fmt: skip
        if name not in pages:
            facts = {"page": name, "pages": ", ".join(NAMES)}
            raise KnownError("There is no page “{page}”. There is: {pages}.", facts)
        if name == LEARNER:
            self._show_first_learner()
            return
        if name in MACHINE_PARTS:
            self.machine.section = MACHINE_PARTS[name]
        self._bring(pages[name])

    def show_learner(self, learner_id: str) -> None:
        """Show one learner's page."""
        if self.present in (self.board, self.group, self.people) and isinstance(self.present, DeskPage):
            self._from = self.present
        try:
            self.learner.show_learner(learner_id)
        except KnownError:
            self._bring(self.group)
            return
        self._bring(self.learner)

    def show_lesson(self, lesson_id: str) -> None:
        """Show one lesson's page."""
        self.lesson.lesson = lesson_id
        self._bring(self.lesson)

    def show_step(self, lesson_id: str, step_id: str) -> None:
        """Show a lesson's page at one of its steps."""
        self.lesson.show_lesson(lesson_id, step_id)
        self._bring(self.lesson)

    def edit(self, learner_id: str = "") -> None:
        """Open the editor for a learner, or for a new one."""
        try:
            self.editor.begin(self.app.people.learner(learner_id) if learner_id else None)
        except KnownError:
            self._bring(self.people)
            return
        self._bring(self.editor)
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_first_learner(self) -> None:
        people = self.desk.learners()
        if people:
            self.show_learner(people[0].id)
        else:
            self._bring(self.group)

    def bring(self, page: QWidget) -> None:
        """Bring one of the pages to the front."""
        self._bring(page)

    def _bring(self, page: QWidget) -> None:
        self.present = page
        self.board.watch(page is not self.pin)
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt hands the keyboard to the page below
        for other in self._pages():
            other.setVisible(other is page)
        self.dialog.hide()
        self.rooms.chooser.hide()
        self.bar.setVisible(isinstance(page, DeskPage))
        self.bar.dress(self.metrics, self.wording, self._place_name())
        page.raise_()
        self._read()

    def settle(self) -> None:
        """Wait until the page in front has what it asked for, for pictures."""
        self.machine.settle()
        self.board.settle()
        for page in self.findChildren(AskingPage):
            page.settle()
        self.desk.settle()

    def _pages(self) -> tuple[QWidget, ...]:
        return (
            self.pin, self.board, self.group, self.learner, self.lesson, self.needs, self.quality,
            self.people, self.machine, self.editor,
            *self.rooms.all,
        )  # fmt: skip

    def _desk_pages(self) -> tuple[DeskPage, ...]:
        return tuple(page for page in self._pages() if isinstance(page, DeskPage))

    def _read(self) -> None:
        """Let the page in front read what it shows; trouble of the disk is told, and the page stays."""
        try:
            if isinstance(self.present, DeskPage):
                self.present.refresh()
            elif self.present is self.pin:
                self.pin.begin()
        except KnownError as trouble:
            self.dialog.ask(ONE_MOMENT, told(trouble))

    def _place_name(self) -> str:
        named = {
            self.board: NOW, self.group: GROUP, self.people: PEOPLE, self.lesson: LESSON,
            self.needs: NEEDS, self.quality: QUALITY, self.machine: MACHINE,
        }  # fmt: skip
        page = self._from if self.present is self.learner else self.present
        if page in self.rooms.all:
            return PEOPLE
        return next((name for one, name in named.items() if one is page), "")

    # --- sizes ---------------------------------------------------------------------------

    def _dress(self) -> None:
        m, beside = self.metrics, bar_width(self.metrics)
        self.bar.dress(m, self.wording, self._place_name())
        narrow = replace(m, width=m.width - beside)
        for page in self._desk_pages():
            page.dress(narrow, self.wording)
            page.move(0 if m.rtl else beside, 0)
        for whole in (self.pin, self.editor):
            whole.dress(m, self.wording)
            whole.move(0, 0)
        self.rooms.chooser.dress(m, self.wording)
        self.dialog.dress(m, self.wording)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for the new size."""
        m, size = self.metrics, self.size()
        if (size.width(), size.height()) != (m.width, m.height):
            found = theme.metrics(size.width(), size.height(), 1, m.lang, m.px_per_mm, m.colours)
            self.metrics = desk_metrics(found)
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover what is below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.metrics.q("page"))
        painter.end()

    # --- acting --------------------------------------------------------------------------

    def look_again(self) -> None:
        """Draw anew what another window or program has changed."""
        if not self.isVisible() or not isinstance(self.present, DeskPage):
            return
        try:
            changed = self.app.store.changed_elsewhere()
        except KnownError:
            return
        if changed:
            self._read()

    def _saved(self) -> None:
        self.peopleChanged.emit()
        self._bring(self.people)

    def _leave_door(self) -> None:
        """Go back from the door: into the pages where a PIN was being chosen, otherwise away."""
        if self.pin.inside:
            self._bring(self.rooms.staff)
        else:
            self.closed.emit()

    def _ask_removal(self, learner: Learner) -> None:
        self._to_remove = learner
        title = phrase(REMOVE_ASK.key, learner=learner.name)
        self.dialog.ask(title, REMOVE_WHAT, yes=REMOVE_YES, no=KEEP, glyph="line/trash")

    def _answered(self, yes: bool) -> None:
        learner, self._to_remove = self._to_remove, None
        if learner is not None and yes:
            self.people.remove(learner.id)

    def _tell_trainers(self) -> None:
        """Say what only a trainer can mend: a copy of the progress that could not be made."""
        met, self.app.store.for_trainers[:] = self.app.store.for_trainers[:1], []
        for trouble in met:
            self.dialog.ask(ONE_MOMENT, told(trouble))

    def _connect(self) -> None:
        self.pin.opened.connect(self.rooms.enter)
        self.pin.opened.connect(lambda: self.show_page(NOW))
        self.pin.opened.connect(self._tell_trainers)
        self.board.learnerChosen.connect(self.show_learner)
        self.board.stepChosen.connect(self.show_step)
        self.board.urgentChanged.connect(self.bar.show_urgent)
        self.board.chimeRequested.connect(self.chimeRequested)
        self.pin.backRequested.connect(self._leave_door)
        self.rooms.connect_all()
        self.group.lessonChosen.connect(self.show_lesson)
        self.bar.placeRequested.connect(self.show_page)
        self.bar.lockRequested.connect(self.closed)
        self.group.learnerChosen.connect(self.show_learner)
        self.people.learnerChosen.connect(self.show_learner)
        for page in (self.group, self.people):
            page.addRequested.connect(lambda: self.edit())
        tellers = (self.board, self.group, self.people, self.lesson, self.machine, self.needs, self.quality)
        for teller in tellers:
            teller.told.connect(lambda title, words, more: self.dialog.ask(title, words, more))
        self.machine.settingsKept.connect(self.settingsKept)
        self.quality.lessonChosen.connect(self.show_lesson)
        self.people.removeRequested.connect(self._ask_removal)
        self.people.peopleChanged.connect(self.peopleChanged)
        self.learner.backRequested.connect(lambda: self._bring(self._from))
        self.learner.gone.connect(lambda: self._bring(self.group))
        self.editor.saved.connect(self._saved)
        self.editor.backRequested.connect(lambda: self._bring(self.people))
        self.dialog.answered.connect(self._answered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave a learner's page."""
        if event.key() == Qt.Key.Key_Escape and self.present is self.learner:
            self._bring(self._from)
        else:
            super().keyPressEvent(event)

    def feel(self) -> Feel:
        """Answer how touches are taken: a trainer's are forgiven as everybody's."""
        return Feel(KIND, self.metrics.px_per_mm)
