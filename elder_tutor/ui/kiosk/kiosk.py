"""Put a kiosk together: who stands guard, who waits, who cleans, and the one door out."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.ui.calling import at_home
from elder_tutor.ui.kiosk.cleaning import clean, wipe
from elder_tutor.ui.kiosk.guard import Guard
from elder_tutor.ui.kiosk.keeper import Keeper
from elder_tutor.ui.kiosk.notify import Notifier, Watchdog
from elder_tutor.ui.kiosk.patience import SPOKEN, Patience, Phase
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.pages.sign_in import SignInPage

if TYPE_CHECKING:
    from elder_tutor.ui.application import Composition
    from elder_tutor.ui.kiosk.door import Door
    from elder_tutor.ui.kiosk.showing import Showing
    from elder_tutor.ui.pages.idle import IdlePage

LEFT: Final = 0
"""Exit code after the trainer's PIN: the system unit does not start the program again."""


def ticks() -> int:
    """Answer a clock in milliseconds that nobody sets."""
    return time.monotonic_ns() // 1_000_000


class Kiosk(QObject):
    """Run a window as a kiosk; the clock in milliseconds and the environment come from outside."""

    def __init__(
        self, whole: Composition, now: Callable[[], int] = ticks, environment: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(whole.window)
        self.whole = whole
        self.window: MainWindow = whole.window
        self.journey = whole.journey
        self.guard = Guard(self.window, now)
        self.keeper = Keeper(self.window)
        self.patience = Patience(now, self.busy, self.welcoming, self)
        self.watchdog = Watchdog(Notifier(os.environ if environment is None else environment), self)
        self.idle: IdlePage | None = None
        self.door: Door | None = None
        self._before: QWidget | None = None
        """Where the keyboard was before something was laid above the page."""
        self._showing: Showing | None = None
        self._spoken = 0
        self._tidying = QTimer(self)
        self._tidying.setSingleShot(True)
        self._tidying.setInterval(0)
        self._connect()

    def prepare(self) -> None:
        """Take the screen; called before the window is shown."""
        self.keeper.begin()

    def begin(self) -> None:
        """Stand guard, once the window is shown; without a PIN the trainer chooses one first."""
        self.guard.watch()
        self.patience.begin()
        if not self._has_pin():
            self.ask_pin()

    def leave(self) -> None:
        """End the kiosk: the trainer's PIN was right."""
        self.keeper.end()
        self.guard.rest()
        self.watchdog.end()
        # Not quit(): that asks the window, which stays.
        QCoreApplication.exit(LEFT)

    # --- who is here ---------------------------------------------------------------------

    def busy(self) -> bool:
        """Tell whether voice or demonstration are at work; at home the page waits, for ever (DESIGN 7)."""
        if at_home(self.window.app):
            return True
        voice, turn = self.window.voice, self.journey.bridge.turn
        if voice.speaking and not voice.paused:
            return True
        watches = turn is not None and turn.stage is Stage.WATCH and not turn.guidance.finished
        return watches and not self.journey.bridge.paused and not (turn is not None and turn.danger)

    def welcoming(self) -> bool:
        """Tell whether the welcome page stands for the next one."""
        window = self.window
        covered = window.sheet_open or window.trainer_open or self.door is not None
        return isinstance(window.current, SignInPage) and not covered

    def used(self) -> None:
        """Take any touch or key; one that ends the demonstration presses nothing."""
        if self._showing is not None and self._showing.shows:
            self.guard.wake()
            self._end_showing()
            return
        self.patience.touched()

    # --- «Are you here?» -----------------------------------------------------------------

    def ask(self) -> None:
        """Begin to count down above everything."""
        from elder_tutor.ui.pages.idle import IdlePage

        self.close_door()
        self._spoken = SPOKEN[0]
        self.journey.waiting.cover()
        if self.idle is None:
            self.idle = IdlePage(self.window)
            self.idle.stayed.connect(self.stay)
            self.idle.leftNow.connect(self.reset)
        self._before = self.window.focusWidget()
        self.window.veiled = True
        self.idle.kept = self.journey.learner is not None
        self.idle.hides = self.window.trainer_open
        self.idle.dress(self.window.metrics, self.window.wording)
        self.idle.render_count(SPOKEN[0], self.window.wording)
        self.idle.open()
        self.window.ring.raise_()
        self.window.say(self.idle.greeting(), urgent=True)

    def count(self, left: int) -> None:
        """Show how much is left; at some numbers say it."""
        from elder_tutor.ui.pages import idle

        if self.idle is None:
            return
        self.idle.render_count(left, self.window.wording)
        due = [each for each in SPOKEN if left <= each < self._spoken]
        if due and left:
            self._spoken = due[-1]
            self.window.say((idle.left(left),), urgent=True)

    def stay(self) -> None:
        """Somebody is here: everything goes on where it was, and the touch presses nothing more."""
        self.guard.wake()
        self.patience.use()
        self._lift()
        self.journey.waiting.uncover()

    def reset(self) -> None:
        """Go back to a clean welcome page; what was learned is kept."""
        self.guard.wake()
        self.patience.use()
        self._lift()
        self._clean()

    def tidy(self) -> None:
        """Keep nothing of who has just left by themselves, trainers too; the welcome page stands already."""
        if self.welcoming():
            wipe(self.journey)

    def _clean(self) -> None:
        clean(self.journey)
        self._tidying.stop()

    def _lift(self) -> None:
        self.window.veiled = False
        if self.idle is not None and not self.idle.isHidden():
            self.idle.hide()
            self._give_keyboard_back()

    # --- where nobody is -----------------------------------------------------------------

    def show(self, lesson: str = "", step: int = 1) -> None:
        """Show a lesson in its frame, by default the next one from its beginning.

        The welcome page below is made clean first, without a word.
        """
        from elder_tutor.ui.kiosk.showing import Showing

        self._clean()
        self.window.voice.stop()
        if self._showing is None:
            self._showing = Showing(self.window)
        self.window.veiled = True
        self._showing.begin(lesson, step)
        if not self._showing.shows:
            self._end_showing()

    def _end_showing(self) -> None:
        self.window.veiled = False
        self.patience.use()
        if self._showing is not None and self._showing.shows:
            self._showing.end()
            page = self.window.current
            if page is not None:
                self.window.show_page(page)

    def settle(self, part: float) -> None:
        """Bring a demonstration to the moment of a picture: a word of it is said, and the hand shows."""
        if self._showing is not None:
            self._showing.settle(part)

    def uncover(self) -> None:
        """Take away whatever lies above the page, without a word."""
        self._drop_door()
        self._lift()
        if self._showing is not None:
            self._showing.end()

    # --- the door --------------------------------------------------------------------------

    def ask_pin(self) -> None:
        """Ask for the trainer's PIN."""
        from elder_tutor.ui.kiosk.door import Door

        if self.door is not None:
            return
        if self.patience.phase is Phase.COUNTING:
            self.patience.use()
            self._lift()
        else:
            self.journey.waiting.cover()
        self._before = self.window.focusWidget()
        self.window.veiled = self.window.asks_pin = True
        self.door = Door(self.journey.app.people, self.window)
        self.door.opened.connect(self.leave)
        self.door.chosen.connect(self.close_door)
        self.door.closed.connect(self.close_door)
        try:
            self.door.open(self.window.metrics, self.window.wording)
        except KnownError as trouble:
            self._drop_door()
            self.journey.troubled(trouble)

    def close_door(self) -> None:
        """Put the door away; everything goes on where it was."""
        if self.door is not None:
            self._drop_door()
            self.guard.wake()
            self.journey.waiting.uncover()

    def _drop_door(self) -> None:
        self.window.veiled = self.window.asks_pin = False
        door, self.door = self.door, None
        if door is not None:
            door.hide()
            door.setParent(None)
            door.deleteLater()
            self._give_keyboard_back()

    def _give_keyboard_back(self) -> None:
        """Let the keyboard go on where it was: whoever writes a name goes on writing it."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisibleTo(self.window):
            before = self.window
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_pin(self) -> bool:
        try:
            return self.journey.app.people.pin_is_set()
        except KnownError:
            return False

    def _dressed(self) -> None:
        for each in (self.idle, self.door):
            if each is not None and each.isVisible():
                each.dress(self.window.metrics, self.window.wording)

    def _connect(self) -> None:
        self.guard.used.connect(self.used)
        self.guard.leaveAsked.connect(self.ask_pin)
        self.patience.asked.connect(self.ask)
        self.patience.counted.connect(self.count)
        self.patience.gone.connect(self.reset)
        self.patience.shown.connect(self.show)
        # Not at once: the button that was touched is still at work.
        self._tidying.timeout.connect(self.tidy)
        self.journey.departed.connect(self._tidying.start)
        self.window.trainerClosed.connect(self._tidying.start)
        self.window.dressed.connect(self._dressed)
        self.window.firstPainted.connect(self.watchdog.begin)
