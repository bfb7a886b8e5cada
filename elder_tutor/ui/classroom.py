"""A lesson in the window: turns become what is shown and said, wishes become calls of the bridge."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import Stage, stage_after
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.calling import CALLED, FROM_TRAINER, WITH_YOU, Calling, at_home, help_at_home
from elder_tutor.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from elder_tutor.lessons.view import Action
    from elder_tutor.session import Turn
    from elder_tutor.text.line import Line
    from elder_tutor.ui.pages.lesson import LessonPage
    from elder_tutor.ui.pages.lesson_state import LessonState
    from elder_tutor.ui.pages.praise import PraisePage, PraiseState

PACES: Final = (1.0, 0.86, 0.72)
"""The person's own pace and two slower ones: in Arabic 105, 90 and 75 measured words a minute."""
IDLE_MS: Final = 20
"""Between two looks ahead: the page is painted and touches are answered meanwhile."""
URGENT: Final = ("hint", "mistake", "safety")
"""Tones of what may interrupt a screen reader."""

_log = logging.getLogger(__name__)


class Classroom(QObject):
    """Show the open lesson and its praise.

    ``homeRequested`` and ``sheetRequested`` are wishes that lead out of the lesson;
    ``soundRequested`` asks for sound on or off.
    """

    homeRequested = Signal()
    sheetRequested = Signal()
    soundRequested = Signal()

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self.window, self.bridge = window, bridge
        self.turn: Turn | None = None
        self._slower = 0
        self._told: Phrase | None = None
        """What is said instead of the turn: an answer to a call for help."""
        self._lead: tuple[Phrase, ...] = ()
        """What is said once, before the turn."""
        self._calling = Calling()
        self._trainer_there = False
        self._coming: Iterator[tuple[Phrase, ...]] = iter(())
        """What may be said next and is not prepared yet."""
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._foresee)
        bridge.turned.connect(self.show_turn)
        bridge.handShown.connect(self.show_hand)
        window.voice.finished.connect(bridge.speech_ended)

    # --- coming and going --------------------------------------------------------

    def open(self, lesson: str, stage: str) -> bool:
        """Open a lesson; answer whether it is there now."""
        self._trainer_there = self._somebody_looks()
        return self.bridge.open(lesson, stage)

    def open_drill(self, drill: str) -> None:
        """Begin a safety drill."""
        self._trainer_there = self._somebody_looks()
        self.bridge.open_drill(drill)

    def open_free(self) -> None:
        """Give the whole phone, to try as one likes."""
        self.bridge.open_free()

    def close(self) -> None:
        """Leave the lesson; it is found at the same step next time."""
        self._idle.stop()
        self.bridge.leave()
        self.turn, self._slower, self._told = None, 0, None
        self.window.voice.set_rate(self._pace(), self.window.settings.language)

    def forget(self) -> None:
        """Keep nothing of the lesson that was closed: not what would be said next, nor to whom."""
        self._coming, self._lead, self._calling = iter(()), (), Calling()

    def show_turn(self, turn: Turn) -> None:
        """Show and speak a turn; a finished lesson is praised."""
        before, self.turn, self._told = self.turn, turn, None
        if self._is_heard_only:
            from elder_tutor.ui.access.leading import opened

            self._lead = (*self._lead, *opened(before.view if before else None, turn.view, turn.guidance))
        self.redraw()
        self.speak()
        self._look_ahead()

    def redraw(self) -> None:
        """Show the present turn again, in the language and size that hold now."""
        turn = self.turn
        if turn is None:
            return
        page = (
            self._praised(turn)
            if turn.guidance.finished
            else self._taught(turn, turn.stage is not Stage.WATCH)
        )
        if self.window.current is not page:
            self.window.show_page(page, greet=False)

    def speak(self) -> None:
        """Say the present turn from its beginning."""
        turn = self.turn
        if turn is None:
            return
        self.bridge.speech_began()
        # Changed settings do not take «slower» back.
        self.window.voice.set_rate(self._pace(), self.window.settings.language)
        urgent = turn.danger or turn.guidance.tone in URGENT
        first, self._lead = self.window.lines(self._lead), ()
        self.window.say_lines((*first, *self._sentences(turn), *self._question()), len(first), urgent)

    def tell(self, said: Sequence[Phrase], again: bool = False) -> None:
        """Say at once what stands nowhere on the page; ``again``: then what was being said, anew."""
        turn = self.turn
        if turn is not None and not self.bridge.paused and (again or turn.stage is Stage.WATCH):
            self._lead = tuple(said)
            self.speak()
            return
        if turn is not None:
            self.bridge.speech_began()
        self.window.say(said, urgent=True)

    def _look_ahead(self) -> None:
        """Prepare what may be said next, a little at a time, once this turn is painted."""
        session = self.bridge.session
        if session is not None and self.turn is not None and not self.turn.danger:
            self._coming = session.upcoming()
            self.window.voice.prepare(self._sentences(self.turn)[1:])
            self._idle.start()

    def _foresee(self) -> None:
        said = next(self._coming, None)
        if said is None:
            self._idle.stop()
        else:
            self.window.voice.prepare(self.window.lines(said))

    def prepare(self) -> None:
        """Make the lesson's page while nobody waits for it."""
        self._lesson_page()

    # --- what is shown ---------------------------------------------------------------

    def _taught(self, turn: Turn, hand: bool) -> LessonPage:
        page = self._lesson_page()
        page.phone_leads = self.window.settings.phone_side == "leading"
        page.tolerance = self.window.tolerance
        page.render_state(self._lesson_state(turn, hand))
        return page

    def _lesson_state(self, turn: Turn, hand: bool) -> LessonState:
        from elder_tutor.lessons.view import Tone
        from elder_tutor.ui import states
        from elder_tutor.ui.pages.lesson_state import LessonState

        session = self.bridge.session
        writes = session is not None and turn.view.keyboard is not None
        return LessonState(
            states.title_of(turn, self.window.app),
            states.stage_of(turn),
            states.without_band(turn).view,
            turn.guidance,
            self._sentences(turn),
            hint=turn.guidance.tone is Tone.HINT and turn.stage is not Stage.DRILL and not turn.free,
            silent=not self.window.settings.sound,
            paused=self.bridge.paused,
            hand=hand,
            dictation=session.dictation() if session is not None and writes else "",
            actions=states.actions_of(
                turn, self._told is not None, self._may_call(turn), at_home(self.window.app)
            ),
            danger=turn.danger,
            slowest=self._slowest,
        )

    def _praised(self, turn: Turn) -> PraisePage:
        page = self._praise_page()
        page.phone_leads = self.window.settings.phone_side == "leading"
        page.render_state(self._praise_state(turn))
        return page

    def _praise_state(self, turn: Turn) -> PraiseState:
        from elder_tutor.ui import states
        from elder_tutor.ui.pages.praise import PraiseState

        app, again = self.window.app, states.was_not_passed(turn)
        return PraiseState(
            states.title_of(turn, app),
            states.without_band(turn).view,
            self._sentences(turn),
            " ".join(self.window.wording.shown(each) for each in turn.guidance.remember),
            states.following(turn),
            again_first=again,
            medal=not again and (turn.guidance.passed or turn.stage is not Stage.DRILL),
            mastered=states.is_mastered(turn, app, self.bridge.session),
            face=self.bridge.session.face if self.bridge.session is not None else None,
        )

    def _question(self) -> tuple[Line, ...]:
        """Answer the question about how sure one feels, where it stands on the page in front."""
        from elder_tutor.ui.pages.praise import PraisePage
        from elder_tutor.ui.widgets.faces import QUESTION

        page = self.window.current
        asking = isinstance(page, PraisePage) and page.faces.asking
        return self.window.lines((QUESTION,)) if asking else ()

    def felt(self, face: int) -> None:
        """Take a face as the answer, and thank."""
        from elder_tutor.ui.widgets.faces import THANKS

        self.bridge.felt(face)
        self.redraw()
        self._praise_page().faces.thanking = True
        self.window.say_lines(self.window.lines((THANKS,)), 0)

    def _sentences(self, turn: Turn) -> tuple[Line, ...]:
        return self.window.lines(self._said(turn))

    def _said(self, turn: Turn) -> tuple[Phrase, ...]:
        """Answer what is said of a turn: in real danger that this is practice, before anything else."""
        session = self.bridge.session
        if self._told is not None:
            return (self._told,)
        if turn.danger and session is not None:
            return session.danger_words()
        if not self._is_heard_only:
            return turn.guidance.say
        from elder_tutor.ui.access.leading import place_of

        return (*turn.guidance.say, *place_of(turn.guidance))

    @property
    def _is_heard_only(self) -> bool:
        """Tell whether somebody may be here who sees nothing of the screen."""
        return self.window.settings.screen_reader or self.window.settings.speak_touched

    def show_hand(self) -> None:
        """Let the hand appear: watch is about to touch."""
        if self.turn is not None and not self.turn.guidance.finished:
            self._taught(self.turn, True)

    # --- wishes ------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """Answer a touch on the phone or an opinion; what was being said stops at once."""
        self.window.voice.stop()
        self.bridge.act(action)

    def help(self) -> None:
        """Give help; in watch the tile holds the lesson or lets it go on, and a free phone begins anew."""
        turn = self.turn
        if turn is None or turn.danger:
            self.speak()
        elif turn.free:
            self.bridge.reset()
        elif turn.stage is Stage.WATCH:
            self.pause(not self.bridge.paused)
        else:
            self._calling.help_asked(turn)
            self.bridge.hint()

    def choose(self, action: str) -> None:
        """Answer a button of the panel: I have finished, next, I understand, help by a person."""
        from elder_tutor.ui import states

        if action == states.REAL_HELP:
            self.real_help()
        elif action == states.CALL:
            self.call_trainer()
        elif action == states.UNDERSTOOD:
            self.bridge.acknowledge()
        else:
            self.bridge.done()

    def real_help(self) -> None:
        """Call for a person's help and say so; where nobody can see the call, a voice is what helps."""
        from elder_tutor.ui import states

        seen = self.bridge.real_help()
        self._told = states.HELP_ASKED if seen else states.CALL_OUT
        if at_home(self.window.app):
            self._told = help_at_home(self.window.app)
        self.redraw()
        self.speak()

    def call_trainer(self) -> None:
        """Call the trainer and say so."""
        from elder_tutor.ui import states

        if self.turn is not None:
            self._calling.called(self.turn)
        if at_home(self.window.app):
            self._told = help_at_home(self.window.app)
        else:
            self._told = CALLED if self.bridge.call_trainer() else states.CALL_OUT
        self.redraw()
        self.speak()

    def advised(self, rung: int) -> None:
        """Give the hint a trainer sent, and say from whom it is; without a lesson a kind word alone."""
        self._lead = (FROM_TRAINER,)
        if not self.bridge.advised(rung):
            self._lead = ()
            self.tell((WITH_YOU,))

    def _may_call(self, turn: Turn) -> bool:
        return self._trainer_there and self._calling.offered(turn)

    def _somebody_looks(self) -> bool:
        """Tell whether a call reaches anybody: a trainer who chose a PIN, or at home the family."""
        try:
            return at_home(self.window.app) or self.window.app.people.pin_is_set()
        except KnownError:
            return False

    def pause(self, paused: bool) -> None:
        """Hold voice and hand, or let them go on."""
        voice = self.window.voice
        voice.pause() if paused else voice.resume()
        self.bridge.pause(paused)
        if self.turn is not None and not self.turn.guidance.finished:
            self._taught(self.turn, not voice.speaking or self.turn.stage is not Stage.WATCH)

    def again(self) -> None:
        """Say it again."""
        if self.bridge.paused:
            self.pause(False)
        turn = self.turn
        if turn is not None and not self._said(turn):  # alone, and nothing was said: the goal, or what stands
            self.bridge.speech_began()
            self.window.say(turn.guidance.goal or self._lesson_state(turn, True).rest)
        elif turn is not None and turn.danger:
            self.speak()
        else:
            self.bridge.again()

    def slower(self) -> None:
        """Say it again, slower than before; from the slowest pace back to the person's own."""
        self._slower = (self._slower + 1) % len(PACES)
        self.window.voice.set_rate(self._pace(), self.window.settings.language)
        self.again()

    @property
    def _slowest(self) -> bool:
        return self._slower == len(PACES) - 1

    def _pace(self) -> int:
        """Answer measured words a minute: the person's own in this language, less what was asked here."""
        return round(self.window.settings.wpm(self.window.settings.language) * PACES[self._slower])

    def once_more(self) -> None:
        """Begin anew what was just finished."""
        turn = self.turn
        if turn is not None and turn.stage is Stage.DRILL:
            self.open_drill(turn.lesson.id)
        elif turn is not None:
            self.open(turn.lesson.id, turn.stage.value)

    def next_stage(self) -> None:
        """Go on to the stage that follows."""
        if self.turn is not None:
            self.open(self.turn.lesson.id, stage_after(self.turn.stage).value)

    def report_wrong(self) -> None:
        """Write down where a person says that something is wrong; a private lesson is not named."""
        turn = self.turn
        where = "page" if turn is None or turn.lesson.private else f"{turn.lesson.id} {turn.guidance.step_id}"
        _log.warning("A person says that something is wrong here: %s", where)
        self.bridge.report_wrong()

    # --- pages ----------------------------------------------------------------------------

    def _lesson_page(self) -> LessonPage:
        from elder_tutor.ui.pages.lesson import LessonPage

        made = self.window.has(LessonPage)
        page = self.window.page(LessonPage)
        if not made:
            page.acted.connect(self.act)
            page.chosen.connect(self.choose)
            page.realHelpRequested.connect(self.real_help)
            page.missed.connect(self.bridge.missed)
            page.againRequested.connect(self.again)
            page.slowerRequested.connect(self.slower)
            page.soundRequested.connect(self.soundRequested)
            page.helpRequested.connect(self.help)
            page.settingsRequested.connect(self.sheetRequested)
            page.leaveRequested.connect(self.homeRequested)
        return page

    def _praise_page(self) -> PraisePage:
        from elder_tutor.ui.pages.praise import PraisePage

        made = self.window.has(PraisePage)
        page = self.window.page(PraisePage)
        if not made:
            page.nextRequested.connect(self.next_stage)
            page.faces.chosen.connect(self.felt)
            page.againRequested.connect(self.once_more)
            page.homeRequested.connect(self.homeRequested)
            page.settingsRequested.connect(self.sheetRequested)
            page.leaveRequested.connect(self.homeRequested)
        return page
