"""The way of a person through the window: sign in, choose a lesson, practise, leave."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from elder_tutor import i18n
from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.progress.events import GUEST
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.calling import COMING
from elder_tutor.ui.classroom import Classroom
from elder_tutor.ui.hearing import Hearing
from elder_tutor.ui.letters import Letters
from elder_tutor.ui.main_window import NOT_ON_THE_PAGE, MainWindow
from elder_tutor.ui.naming import Naming
from elder_tutor.ui.pages.sign_in import Person, SignInPage

if TYPE_CHECKING:
    from elder_tutor.progress.people import Learner
    from elder_tutor.session import Session
    from elder_tutor.settings import Settings
    from elder_tutor.ui.library import Library
    from elder_tutor.ui.pages.consent import ConsentPage
    from elder_tutor.ui.pages.home import HomeState
    from elder_tutor.ui.widgets.sheet import Sheet

PACK_LEFT_OUT: Final = phrase("Some lessons could not be opened. The others are here.")
VOICE_LOST: Final = phrase("The voice does not work now. Everything that is said stands on the page.")
REPORTED: Final = phrase("Thank you. Please tell your trainer too. You can go on.")
READER_SPEAKS: Final = phrase("A screen reader speaks now.")
WE_SPEAK: Final = phrase("The program speaks again by itself.")
NO_TRAINER_PAGES: Final = phrase("The trainer's page cannot be opened now.")

CHIME_MS: Final = 700
"""The chime is heard to its end before anybody speaks."""
PREPARE_MS: Final = 250
"""After the home page stands, the next page is made ready."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Journey(QObject):
    """Wire the pages to the domain. ``recorded`` carries what the store changed."""

    recorded = Signal(object)

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self.window, self.bridge, self.app = window, bridge, window.app
        self.classroom = Classroom(window, bridge)
        self.hearing = Hearing(window)
        self.naming = Naming(window)
        self.letters = Letters(self.app.store, self)
        self._library: Library | None = None
        self.learner: Learner | None = None
        self._asked: Learner | None = None
        self._front: Settings = window.settings
        """What was chosen on the welcome page; it holds for guests and for who has chosen nothing."""
        self._pinned: Settings | None = None
        self._told_of_voice = False
        self._held_by_hand = False
        self._connect()

    # --- sign in -------------------------------------------------------------------

    def start(self) -> None:
        """Show the welcome page."""
        self.learner = self._asked = None
        self.classroom.turn = None
        self.letters.rest()
        self.bridge.use(None)
        self.window.forget()
        page = self._sign_in_page()
        people = tuple(Person(each.id, each.name, picture_of(each)) for each in self.app.people.learners())
        page.render_state(people)
        self.window.show_page(page)

    def sign_in(self, learner_id: str) -> None:
        """Let a person in; the first time they are asked what may be kept. Raises KnownError."""
        learner = self.app.people.learner(learner_id)
        if learner.consent is not None:
            self.begin(learner)
            return
        self.ask_consent(learner)

    def ask_consent(self, learner: Learner) -> None:
        """Ask a person what may be kept."""
        self._asked = learner
        self._use_settings(learner)
        page = self._consent_page()
        page.render_person(learner.name, picture_of(learner))
        self.window.show_page(page)

    def consented(self, yes: bool) -> None:
        """Take the answer of the person who was asked; no leads to guest mode. Raises KnownError."""
        learner = self._asked
        if learner is not None and yes:
            self.app.people.consent(learner.id, True)
            self.begin(self.app.people.learner(learner.id))
        elif learner is not None:
            self.begin(None)

    def begin(self, learner: Learner | None) -> None:
        """Begin the session of a learner, or of a guest."""
        self.learner, self._asked = learner, None
        self.bridge.use(self.app.session(learner.id if learner else None))
        self.letters.expect(learner.id if learner else GUEST)
        self._use_settings(learner)
        self.show_home()

    def pin(self, settings: Settings) -> None:
        """Let these settings hold for everybody, whatever they chose: for pictures."""
        self._front = self._pinned = settings

    def leave(self) -> None:
        """Go back to the welcome page with the centre's own settings."""
        self.bridge.use(None)
        self._front = self._pinned or self.app.settings
        self.window.use(self._front)
        self.start()

    def use_centre(self) -> None:
        """Take the changed settings of the centre; the language chosen here stays if it is still offered."""
        if self._pinned is None:
            held, here = self.app.settings, self.window.settings.language
            self._front = held.with_changes(language=here) if here in held.languages else held
            self.window.use(self._front)

    # --- home ------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the person's own page."""
        self.classroom.close()
        self.library.show_home(*self._here())
        QTimer.singleShot(PREPARE_MS, self.classroom, self.classroom.prepare)

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

    # --- settings ------------------------------------------------------------------------

    def change(self, name: str, value: object) -> None:
        """Change one setting of whoever is here; a lesson stays where it is."""
        settings = self.window.settings.with_changes(**{name: value})
        if self.learner is None:
            self._front = settings
        else:
            self._keep(name, getattr(settings, name))
        self.window.use(settings)
        self.classroom.redraw()
        if self.window.sheet_open:
            self._say_setting(name)
        elif name == "language":
            self._speak_here()

    def _say_setting(self, name: str) -> None:
        """Say how a setting stands now; but for a trial of the voice that is what stands on the sheet."""
        from elder_tutor.ui import settings_said

        said, stands = settings_said.of(name, self.window.settings, self.window.wording)
        if said:
            self.window.say_lines(said, 0 if stands else NOT_ON_THE_PAGE)

    def toggle_reader(self) -> None:
        """Let a screen reader speak instead of the program, or the other way round."""
        uses = not self.window.settings.screen_reader
        self.change("screen_reader", uses)
        if not self.window.sheet_open:
            self.window.say((READER_SPEAKS if uses else WE_SPEAK,), urgent=True)

    def _keep(self, name: str, value: object) -> None:
        assert self.learner is not None
        try:
            self.app.keep_settings({name: value}, self.learner.id)  # type: ignore[dict-item]
        except KnownError as trouble:
            # It holds for now; the person is not troubled about next time.
            _log.warning("A setting was not kept: %s", trouble)

    def _speak_here(self) -> None:
        if self.classroom.turn is not None:
            self.classroom.speak()
        elif self.window.current is not None:
            self.window.say(self.window.current.greeting())

    def _switch_language(self) -> None:
        held = self.window.settings
        self.change("language", i18n.next_language(held.language, held.languages))

    def _use_settings(self, learner: Learner | None) -> None:
        if self._pinned is not None:
            self.window.use(self._pinned)
            return
        held = self.app.settings_of(learner.id) if learner else self._front
        if held.language == self.app.settings.language:
            held = replace(held, language=self._front.language)
        self.window.use(held)

    # --- the sheet and the trainer ---------------------------------------------------------

    def open_sheet(self) -> None:
        """Open «ضبط»; a lesson that plays itself waits."""
        self._hold()
        self.window.open_sheet()

    def _sheet_closed(self) -> None:
        if self.classroom.turn is not None:
            if self.bridge.paused:
                self.classroom.pause(False)
            self.classroom.speak()

    def _hold(self) -> None:
        if self.classroom.turn is not None and self.classroom.turn.stage is Stage.WATCH:
            self.classroom.pause(True)

    def _listening(self) -> None:
        self._held_by_hand = self.bridge.paused
        self._hold()
        self.bridge.speech_began()

    def _listened(self) -> None:
        """Go on after something was heard: what plays itself begins its sentences anew."""
        if self.window.sheet_open or self.classroom.turn is None:
            return
        if self.bridge.paused and not self._held_by_hand:
            self.classroom.pause(False)
            self.classroom.speak()
        else:
            self.bridge.speech_ended()

    def cover(self) -> None:
        """Let everything wait while something lies above the page."""
        self._held_by_hand = self.bridge.paused
        self._hold()
        self.bridge.freeze(True)
        self.window.voice.stop()

    def uncover(self) -> None:
        """Go on where it was; what was being said begins anew."""
        self.bridge.freeze(False)
        if self.classroom.turn is not None and self.bridge.paused and not self._held_by_hand:
            self.classroom.pause(False)
        held = self.classroom.turn is not None and self.bridge.paused
        if not (held or self.window.sheet_open or self.window.trainer_open):
            self._speak_here()

    def forget(self) -> None:
        """Keep nothing of the person before: what was chosen on the welcome page, whose page was last."""
        self._told_of_voice = self._held_by_hand = False
        if self._library is not None:
            self._library.session = None

    def _report_wrong(self) -> None:
        self.classroom.report_wrong()
        self.window.say((REPORTED,))

    def hear_coming(self) -> None:
        """Let the person hear that the trainer comes: a chime, then the words, which a caption shows."""
        self.bridge.speech_began()
        again = self.window.voice.speaking
        self.window.voice.stop()
        self.window.voice.chime()
        QTimer.singleShot(CHIME_MS, self, lambda: self._say_coming(again))

    def _say_coming(self, again: bool) -> None:
        if self.bridge.session is not None:
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
        bridge.troubled.connect(self.troubled)
        classroom.homeRequested.connect(self.show_home)
        classroom.sheetRequested.connect(self.open_sheet)
        classroom.soundRequested.connect(lambda: self.change("sound", not window.settings.sound))
        window.missed.connect(bridge.missed)
        window.voice.troubled.connect(self.voice_lost, Qt.ConnectionType.QueuedConnection)
        window.sheetMade.connect(self._wire_sheet)
        window.trainerClosed.connect(self.start)
        window.settingsKept.connect(self.use_centre)
        window.readerToggled.connect(self.toggle_reader)
        self.letters.coming.connect(self.hear_coming)
        self.letters.advised.connect(classroom.advised)
        self.hearing.begun.connect(self._listening)
        self.hearing.over.connect(self._listened)

    def _wire_sheet(self, sheet: Sheet) -> None:
        sheet.changed.connect(self.change)
        sheet.wrongReported.connect(self._report_wrong)
        sheet.closed.connect(self._sheet_closed)

    def _sign_in_page(self) -> SignInPage:
        made = self.window.has(SignInPage)
        page = self.window.page(SignInPage)
        if not made:
            page.personChosen.connect(lambda who: self._guarded(self.sign_in, who))
            page.guestChosen.connect(lambda: self._guarded(self.begin, None))
            page.languageRequested.connect(self._switch_language)
            page.settingsRequested.connect(self.open_sheet)
            page.trainerRequested.connect(self.open_trainer)
        return page

    def _consent_page(self) -> ConsentPage:
        from elder_tutor.ui.pages.consent import ConsentPage

        made = self.window.has(ConsentPage)
        page = self.window.page(ConsentPage)
        if not made:
            page.answered.connect(lambda yes: self._guarded(self.consented, yes))
            page.leaveRequested.connect(self.leave)
        return page

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
            made.languageRequested.connect(self._switch_language)
            made.settingsRequested.connect(self.open_sheet)
            made.leaveRequested.connect(self.leave)
        return self._library

    def _guarded(self, do: Callable[[T], None], value: T) -> None:
        try:
            do(value)
        except KnownError as trouble:
            self.troubled(trouble)


def picture_of(learner: Learner) -> str:
    """Answer the drawing that stands for a learner."""
    return f"pictures/{learner.picture}"
