"""Between the session and the pages: touches go in, turns come out, time passes here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.progress.store import Changes

if TYPE_CHECKING:
    from elder_tutor.lessons.view import Action
    from elder_tutor.session import Session, Turn

TICK_MS: Final = 1000
TOUCH_MS: Final = 1400
"""How long the hand stands on its target before watch does the touch."""

_log = logging.getLogger(__name__)


class Bridge(QObject):
    """Own the calls of one session.

    ``turned`` carries every new Turn, ``handShown`` comes in watch when the hand is to
    appear, ``recorded`` carries what the store changed, ``troubled`` known trouble.
    """

    turned = Signal(object)
    handShown = Signal()
    recorded = Signal(object)
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.turn: Turn | None = None
        self.paused = False
        self._speaking = False
        self._ticks = self._timer(TICK_MS, self.tick, single=False)
        self._touch = self._timer(TOUCH_MS, self.watch_on)
        self._warming = self._timer(0, self._warm, single=False)

    # --- a session ---------------------------------------------------------------

    def use(self, session: Session | None) -> None:
        """Take another session; the one before is closed."""
        self.rest()
        before, self.session = self.session, session
        if before is not None:
            self._guarded(before.close)
        if session is not None:
            self._told_of(session.arrive)

    def open(self, lesson: str, stage: str) -> bool:
        """Open a lesson; answer whether it is there now."""
        return self._opened(lambda session: session.open(lesson, stage))

    def open_free(self) -> bool:
        """Give the whole phone without a lesson; answer whether it is there now."""
        return self._opened(lambda session: session.open_free())

    def open_drill(self, drill: str) -> bool:
        """Open a safety drill; answer whether it is there now."""
        return self._opened(lambda session: session.open_drill(drill))

    def leave(self) -> None:
        """Close the lesson; it is found at the same step next time."""
        self.rest()
        if self.session is not None:
            changes = self._guarded(self.session.leave)
            if isinstance(changes, Changes):
                self._tell(changes)

    def rest(self) -> None:
        """Let no time pass."""
        for timer in (self._ticks, self._touch, self._warming):
            timer.stop()
        self.turn, self.paused, self._speaking = None, False, False

    # --- what a person does ----------------------------------------------------------

    def act(self, action: Action) -> None:
        """Answer a touch on the phone or an opinion."""
        self._each(lambda session: session.act(action))

    def hint(self) -> None:
        """Give the next hint, or the same in other words."""
        self._each(lambda session: session.hint())

    def again(self) -> None:
        """Say and show the present turn once more."""
        self._each(lambda session: session.again())

    def done(self) -> None:
        """Say for the learner: I have finished; in a drill: the next one."""
        self._each(lambda session: session.done())

    def reset(self) -> None:
        """Begin trying as one likes anew, on a fresh phone."""
        self._each(lambda session: session.reset())

    def acknowledge(self) -> None:
        """Note that the words about real danger were heard."""
        self._each(lambda session: session.acknowledge_danger())

    def real_help(self) -> bool:
        """Call for a person's help in real danger; answer whether somebody can see the call."""
        session = self.session
        return session is not None and self._told_of(session.ask_real_help) and session.seen_by_trainers

    def call_trainer(self) -> bool:
        """Call the trainer, open lesson or not; answer whether somebody can see the call."""
        session = self.session
        return session is not None and self._told_of(session.call_trainer) and session.seen_by_trainers

    def felt(self, face: int) -> None:
        """Note how sure the person feels, 1 to 3."""
        session = self.session
        if session is not None:
            self._told_of(lambda: session.felt(face))

    def report_wrong(self) -> None:
        """Note that a person says that something is wrong here."""
        if self.session is not None:
            self._told_of(self.session.report_wrong)

    def advised(self, rung: int) -> bool:
        """Give the hint a trainer sent; answer whether there was anything to give it for."""
        session = self.session
        if session is None or self.turn is None or self.turn.guidance.finished:
            return False
        self._touch.stop()
        return self._turned(lambda: session.advised(rung))

    def missed(self) -> None:
        """Note a touch without a target; what is said goes on."""
        if self.session is not None and self.turn is not None:
            turn = self._guarded(self.session.missed)
            if turn is not None and hasattr(turn, "changes"):
                self._tell(turn.changes)

    def pause(self, paused: bool) -> None:
        """Hold watch, or let it go on."""
        self.paused = paused
        if paused:
            self._touch.stop()
        elif not self._speaking:
            self._plan_touch()

    def freeze(self, frozen: bool) -> None:
        """Let no time pass for the lesson while something lies above it, or let it go on."""
        if frozen:
            self._ticks.stop()
            self._touch.stop()
        elif self.turn is not None and not self.turn.guidance.finished:
            self._ticks.start()

    # --- time --------------------------------------------------------------------------

    def speech_began(self) -> None:
        """The voice is speaking: waiting has not begun."""
        self._speaking = True
        self._touch.stop()

    def speech_ended(self) -> None:
        """The voice has ended: waiting begins, and watch touches."""
        self._speaking = False
        self._plan_touch()

    def tick(self) -> None:
        """Let a second pass; it may bring a hint."""
        session = self.session
        if session is None or self.turn is None:
            return
        # While the words about real danger stand, no time passes for lesson and phone.
        still = self._speaking or self.turn.danger
        turn = self._guarded(lambda: session.tick(still))
        if turn is not None:
            self._show(turn)  # type: ignore[arg-type]

    def watch_on(self) -> None:
        """Let the tutor do the touch it has announced."""
        if not self.paused and not (self.turn is not None and self.turn.danger):
            self._each(lambda session: session.watch_step())

    # --- inside --------------------------------------------------------------------------

    def _opened(self, ask: Callable[[Session], Turn]) -> bool:
        self.rest()
        session = self.session
        if session is None or not self._turned(lambda: ask(session)):
            return False
        self._ticks.start()
        self._warming.start()
        return True

    def _each(self, ask: Callable[[Session], Turn]) -> None:
        session = self.session
        if session is not None and self.turn is not None:
            self._touch.stop()
            self._turned(lambda: ask(session))

    def _turned(self, ask: Callable[[], Turn | None]) -> bool:
        turn = self._guarded(ask)
        if turn is None:
            return False
        self._show(turn)  # type: ignore[arg-type]
        return True

    def _show(self, turn: Turn) -> None:
        self.turn = turn
        if turn.guidance.finished:
            self._ticks.stop()
        self.turned.emit(turn)
        self._tell(turn.changes)
        if turn.trouble is not None:
            self.troubled.emit(turn.trouble)

    def _told_of(self, note: Callable[[], Changes]) -> bool:
        """Note something that shows nothing; what the disk refuses is tried again with the next event."""
        try:
            changes = note()
        except KnownError as trouble:
            _log.warning("Not stored yet: %s", trouble)
            return False
        self._tell(changes)
        return True

    def _tell(self, changes: Changes) -> None:
        if changes != Changes():
            self.recorded.emit(changes)

    def _guarded(self, ask: Callable[[], object]) -> object:
        try:
            return ask()
        except KnownError as trouble:
            self.troubled.emit(trouble)
            return None

    def _plan_touch(self) -> None:
        turn = self.turn
        if turn is None or turn.stage is not Stage.WATCH or self.paused or turn.guidance.next_action is None:
            return
        if turn.danger:
            return
        self.handShown.emit()
        self._touch.start()

    def _warm(self) -> None:
        # A little at a time, while nobody waits: the way from any state is ready when it is asked for.
        if self.session is None or not self.session.warm():
            self._warming.stop()

    def _timer(self, every_ms: int, call: Callable[[], None], single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.setSingleShot(single)
        timer.timeout.connect(call)
        return timer
