"""The way of a person through the window: sign in, choose a lesson, practise, leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from elder_tutor.errors import KnownError
from elder_tutor.progress.events import GUEST
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.calling import COMING, at_home
from elder_tutor.ui.changing import Changing
from elder_tutor.ui.classroom import Classroom
from elder_tutor.ui.door.doorway import Doorway, picture_of
from elder_tutor.ui.hearing import Hearing
from elder_tutor.ui.letters import Letters
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.naming import Naming
from elder_tutor.ui.waiting import Waiting
from elder_tutor.ui.wearing import Wearing

if TYPE_CHECKING:
    from elder_tutor.progress.people import Learner
    from elder_tutor.session import Session
    from elder_tutor.ui.access.leading import Leading
    from elder_tutor.ui.family.household import Household
    from elder_tutor.ui.fit.tuning import Tuning
    from elder_tutor.ui.library import Library
    from elder_tutor.ui.measures.calibrating import Calibrating
    from elder_tutor.ui.pages.home import HomeState
    from elder_tutor.ui.widgets.sheet import Sheet

PACK_LEFT_OUT: Final = phrase("Some lessons could not be opened. The others are here.")
VOICE_LOST: Final = phrase("The voice does not work now. Everything that is said stands on the page.")
REPORTED: Final = phrase("Thank you. Please tell your trainer too. You can go on.")
REPORTED_HOME: Final = phrase("Thank you. Please tell your family too. You can go on.")
NO_TRAINER_PAGES: Final = phrase("The trainer's page cannot be opened now.")

CHIME_MS: Final = 700
"""The chime is heard to its end before anybody speaks."""
PREPARE_MS: Final = 250
"""After the home page stands, the next page is made ready."""

T = TypeVar("T")


class Journey(QObject):
    """Wire the pages to the domain. ``recorded`` carries what the store changed."""

    recorded = Signal(object)
    departed = Signal()
    """Whoever was in, or at the door, has gone, and the welcome page stands."""

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self.window, self.bridge, self.app = window, bridge, window.app
        self.classroom = Classroom(window, bridge)
        self.wearing = Wearing(window, lambda: self.learner)
        self.doorway = Doorway(window, self.begin, self.wearing.dress_for, self.troubled)
        self.hearing = Hearing(window)
        self.naming = Naming(window)
        self.letters = Letters(self.app.store, self)
        self._leading: Leading | None = None
        self._library: Library | None = None
        self._household: Household | None = None
        self._tuning: Tuning | None = None
        self.front_door: Callable[[], bool] | None = None
        """Asks one of the first questions in place of the welcome page; answers whether there was one."""
        self.learner: Learner | None = None
        self._told_of_voice = False
        self.changing = Changing(window, self.classroom, self.wearing, self.hearing)
        self.waiting = Waiting(window, bridge, self.classroom, self.changing.speak_here)
        self._connect()

    # --- sign in -------------------------------------------------------------------

    def start(self) -> None:
        """Show the welcome page; whoever is still in, or at the door, leaves first, trainers too."""
        if self.window.trainer_open:
            self.window.close_trainer()  # that leads here once more
            return
        if self.bridge.session is not None or self.doorway.asked is not None:
            self.leave()
            return
        self.learner = None
        self.classroom.turn = None
        self.letters.rest()
        self.bridge.use(None)
        self.window.forget()
        if self.front_door is not None and self.front_door():
            return
        self.doorway.open()

    def sign_in(self, learner_id: str) -> None:
        """Let a person in who touched their picture (see doorway.py). Raises KnownError."""
        self.doorway.sign_in(learner_id)

    def ask_consent(self, learner: Learner) -> None:
        """Ask a person what may be kept."""
        self.doorway.ask_consent(learner)

    def consented(self, yes: bool) -> None:
        """Take the answer of the person who was asked; no leads to guest mode. Raises KnownError."""
        self.doorway.consented(yes)

    def begin(self, learner: Learner | None) -> None:
        """Begin the session of a learner, or of a guest."""
        self.learner = learner
        self.doorway.forget()
        self.bridge.use(self.app.session(learner.id if learner else None))
        self.letters.expect(learner.id if learner else GUEST)
        self.wearing.dress_for(learner)
        self.show_home()

    def leave(self) -> None:
        """Go back to the welcome page with the centre's own settings."""
        self.hearing.forget()
        self.bridge.use(None)
        self.classroom.forget()
        self.doorway.forget()
        self.window.reader_there = self.window.reader_found
        self.wearing.back_to_centre()
        self.start()
        self.departed.emit()

    # --- home ------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the person's own page."""
        self.classroom.close()
        self.library.show_home(*self._here())
        QTimer.singleShot(PREPARE_MS, self, self._prepare_lesson)
        QTimer.singleShot(2 * PREPARE_MS, self, self._prepare_settings)

    def _prepare_lesson(self) -> None:
        if self.bridge.session is not None:  # whoever was here may have gone meanwhile
            self.classroom.prepare()

    def _prepare_settings(self) -> None:
        if self.bridge.session is not None:
            self.tuning.prepare()

    def home_state(self) -> HomeState:
        """Answer everything the home page shows of this person."""
        return self.library.home_state(*self._here())

    def _here(self) -> tuple[Session | None, str, str, Phrase | None]:
        learner = self.learner
        name, picture = (learner.name, picture_of(learner)) if learner else ("", "pictures/guest")
        return self.bridge.session, name, picture, PACK_LEFT_OUT if self.app.catalog.left_out else None

    def open_lesson(self, lesson_id: str) -> None:
        """Open a lesson in the stage that comes next for this person."""
        session = self.bridge.session
        if session is not None:
            self.classroom.open(lesson_id, self.app.next_stage(session, lesson_id).value)

    # --- the sheet and the trainer ---------------------------------------------------------

    def open_sheet(self) -> None:
        """Open «ضبط»: in a lesson the short sheet, and what plays itself waits; elsewhere the whole page."""
        if self.classroom.turn is None:
            self.tuning.open()
            return
        self.waiting.begin_sheet()
        self.window.open_sheet()

    def open_settings(self) -> None:
        """Open the whole page of settings; a lesson waits, and is found where it was."""
        held = self.waiting.held
        self.window.close_sheet()
        self.tuning.open(held)

    def forget(self) -> None:
        """Keep nothing of the person before: what was chosen on the welcome page, whose page was last."""
        if self._leading is not None:
            self._leading.forget()
        self._told_of_voice = False
        self.waiting.forget()
        if self._tuning is not None:
            self._tuning.forget()
        if self._library is not None:
            self._library.session = None
        measuring = self.window.findChild(QObject, "calibrating")
        for each in (self._household, measuring):  # they hold names, and who of the staff was in
            if each is not None:
                each.setParent(None)
                each.deleteLater()
        self._household = None
        if self.window.current is None:
            self.start()  # one of the first questions stood here, and was put away with the other pages

    def _lead(self) -> None:
        """Lead the keyboard to what is lit."""
        from elder_tutor.ui.access.leading import Leading

        if self._leading is None:
            self._leading = Leading(self.window, self.classroom)
        self._leading.turned()

    def report_wrong(self) -> None:
        """Note where a person says that something is wrong, and thank."""
        self.classroom.report_wrong()
        self.window.say((REPORTED_HOME if at_home(self.app) else REPORTED,))

    def hear_coming(self) -> None:
        """Let the person hear that the trainer comes: a chime, then the words, which a caption shows."""
        self.bridge.speech_began()
        again = self.window.voice.speaking
        self.window.voice.stop()
        self.window.voice.chime()
        QTimer.singleShot(CHIME_MS, self, lambda: self._say_coming(again))

    def _say_coming(self, again: bool) -> None:
        if self.window.aside:
            self.window.say((COMING,), urgent=True)
        elif self.bridge.session is not None:
            self.classroom.tell((COMING,), again)

    def open_trainer(self) -> None:
        """Open the trainer's pages; they ask for the PIN themselves."""
        try:
            self.window.open_trainer()
        except ModuleNotFoundError:
            self.window.show_calm(NO_TRAINER_PAGES, self.start, words.GO_ON)
        except KnownError as trouble:
            self.troubled(trouble)

    # --- trouble ---------------------------------------------------------------------------

    def troubled(self, error: KnownError) -> None:
        """Show known trouble; afterwards the lesson goes on, or a page from which one can."""
        turn = self.classroom.turn

        def go_on() -> None:
            if turn is not None and self.classroom.turn is turn:
                self.classroom.show_turn(turn)
            elif self.bridge.session is not None:
                self.show_home()
            else:
                self.start()

        self.window.show_trouble(error, go_on, words.GO_ON)

    def voice_lost(self) -> None:
        """Say once that nothing can be heard; until it can, the words on the page go on alone."""
        self.window.voice.chime()
        if not self._told_of_voice:
            self._told_of_voice = True
            self.troubled(KnownError(VOICE_LOST.key))

    def broken(self) -> None:
        """Show a plain page after a fault of ours; its button leads to the welcome page."""
        self.window.voice.stop()
        self.bridge.rest()
        self.window.show_bug(self.start)

    # --- pages and their wires ------------------------------------------------------------

    def _connect(self) -> None:
        bridge, window, classroom = self.bridge, self.window, self.classroom
        bridge.recorded.connect(self.recorded)
        door = self.doorway
        door.welcomed.connect(lambda _: self.tuning.fit())
        door.leaveRequested.connect(self.leave)
        door.languageRequested.connect(self.changing.switch_language)
        door.settingsRequested.connect(self.open_sheet)
        door.trainerRequested.connect(self.open_trainer)
        door.familyRequested.connect(lambda: self.household.open_family())
        bridge.turned.connect(self._lead)
        bridge.troubled.connect(self.troubled)
        classroom.homeRequested.connect(self.show_home)
        classroom.sheetRequested.connect(self.open_sheet)
        classroom.soundRequested.connect(lambda: self.changing.change("sound", not window.settings.sound))
        window.missed.connect(bridge.missed)
        window.voice.troubled.connect(self.voice_lost, Qt.ConnectionType.QueuedConnection)
        window.sheetMade.connect(self._wire_sheet)
        window.trainerClosed.connect(self.start)
        window.settingsKept.connect(self.wearing.follow_centre)
        window.readerToggled.connect(self.changing.toggle_reader)
        window.namingToggled.connect(self.changing.toggle_naming)
        window.measureRequested.connect(lambda: self.calibrating.begin_for_trainer())
        self.letters.coming.connect(self.hear_coming)
        self.letters.advised.connect(classroom.advised)
        self.hearing.begun.connect(self.waiting.begin_listening)
        self.hearing.over.connect(self.waiting.end_listening)

    def _wire_sheet(self, sheet: Sheet) -> None:
        sheet.changed.connect(self.changing.change_all)
        sheet.wrongReported.connect(self.report_wrong)
        sheet.allRequested.connect(self.open_settings)
        sheet.closed.connect(self.waiting.end_sheet)

    @property
    def tuning(self) -> Tuning:
        """Answer the pages of settings and fitting; made when they are first needed."""
        from elder_tutor.ui.fit.tuning import Tuning

        if self._tuning is None:
            self._tuning = Tuning(self)
        return self._tuning

    @property
    def calibrating(self) -> Calibrating:
        """Answer the measuring of the screen; made when it is first needed."""
        from elder_tutor.ui.measures.calibrating import Calibrating

        found = self.window.findChild(QObject, "calibrating")
        return found if isinstance(found, Calibrating) else Calibrating(self.window)

    @property
    def library(self) -> Library:
        """Answer the pages of choosing; they are made when they are first needed."""
        from elder_tutor.ui.library import Library

        if self._library is None:
            made = self._library = Library(self.window)
            made.lessonRequested.connect(lambda which: self._guarded(self.open_lesson, which))
            made.drillRequested.connect(self.classroom.open_drill)
            made.freeRequested.connect(self.classroom.open_free)
            made.homeRequested.connect(self.show_home)
            made.languageRequested.connect(self.changing.switch_language)
            made.settingsRequested.connect(self.open_sheet)
            made.fitRequested.connect(lambda: self.tuning.fit())
            made.leaveRequested.connect(self.leave)
        return self._library

    @property
    def household(self) -> Household:
        """Answer the first questions and the family's pages; made when they are first needed."""
        from elder_tutor.ui.family.household import Household

        if self._household is None:
            self._household = Household(self)
        return self._household

    def _guarded(self, do: Callable[[T], None], value: T) -> None:
        try:
            do(value)
        except KnownError as trouble:
            self.troubled(trouble)
