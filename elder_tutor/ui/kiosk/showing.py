"""A lesson that shows itself in silence where nobody is: the stage of watching, one lesson after another."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.ui import states
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.pages.attract import AttractPage
from elder_tutor.ui.pages.lesson_state import LessonState
from elder_tutor.ui.voice import Voice

if TYPE_CHECKING:
    from elder_tutor.app import Card
    from elder_tutor.session import Session, Turn

TOUCH_MS: Final = 1400
"""How long the hand stands before it touches, as in a lesson."""
REST_MS: Final = 4000
"""After the end of a lesson, before the next one begins."""

_log = logging.getLogger(__name__)


class Showing(QObject):
    """Play lessons as a guest of whom nothing is kept, with captions alone."""

    def __init__(self, window: MainWindow, clock_ms: Callable[[], int] | None = None) -> None:
        super().__init__(window)
        self.window = window
        self.page: AttractPage | None = None
        self.session: Session | None = None
        self.turn: Turn | None = None
        self._next = 0
        self._hand = False
        self._captions = Voice(clock_ms, self)
        self._captions.set_silent(True)
        self._captions.do_without()
        self._captions.wordSpoken.connect(self._word)
        self._captions.finished.connect(self._said)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        window.dressed.connect(self._dressed)

    @property
    def shows(self) -> bool:
        """Tell whether a lesson is being shown."""
        return self.page is not None

    def begin(self, lesson: str = "", step: int = 1) -> None:
        """Show a lesson, by default the one after the last, from a step on and above everything."""
        chosen = lesson or self._following()
        if not chosen:
            return
        try:
            self.session = self.window.app.session(None)
            turn = self.session.open(chosen, Stage.WATCH.value)
            while turn.guidance.step < step and not turn.guidance.finished:
                turn = self.session.watch_step()
        except KnownError as trouble:
            _log.warning("Nothing can be shown: %s", trouble)
            self.end()
            return
        if self.page is None:
            self.page = AttractPage(self.window)
        self._show(turn)
        self.page.show()
        self.page.raise_()

    def end(self) -> None:
        """Put the lesson away and everything that belongs to it."""
        self._timer.stop()
        self._captions.stop()
        self.session, self.turn = None, None
        if self.page is not None:
            self.page.hide()
            self.page.setParent(None)
            self.page.deleteLater()
            self.page = None

    def point(self) -> None:
        """Let the hand appear."""
        self._hand = True
        self._render()

    def settle(self, part: float) -> None:
        """Stand at a part (0.0 to 1.0) of what is being said, the hand on its target: for pictures."""
        if self.page is not None:
            self.point()
            self._captions.jump(part)

    # --- inside ------------------------------------------------------------------------

    def _following(self) -> str:
        # In the order of the courses; private lessons are shown to nobody who did not ask.
        lessons = [card.lesson.id for card in self._cards() if not card.lesson.private]
        self._next += 1
        return lessons[(self._next - 1) % len(lessons)] if lessons else ""

    def _cards(self) -> tuple[Card, ...]:
        app = self.window.app
        return app.cards(app.session(None))

    def _show(self, turn: Turn) -> None:
        self.turn, self._hand = turn, False
        self._render()
        if turn.guidance.finished:
            self._timer.start(REST_MS)
        else:
            self._captions.set_rate(self.window.settings.wpm(self.window.settings.language))
            self._captions.say(self.window.lines(turn.guidance.say))

    def _render(self) -> None:
        turn, page, window = self.turn, self.page, self.window
        if turn is None or page is None:
            return
        state = LessonState(
            states.title_of(turn, window.app), Stage.WATCH.value, states.without_band(turn).view,
            turn.guidance, window.lines(turn.guidance.say), silent=True, hand=self._hand,
        )  # fmt: skip
        page.render_state(state, window.metrics, window.wording)

    def _word(self, line: int, word: int) -> None:
        if self.page is not None:
            self.page.lesson.show_word(line, word)

    def _said(self) -> None:
        if self.turn is not None and not self.turn.guidance.finished:
            self.point()
            self._timer.start(TOUCH_MS)

    def _go_on(self) -> None:
        session, turn = self.session, self.turn
        if session is None or turn is None:
            return
        if turn.guidance.finished or turn.guidance.next_action is None:
            self.begin()
            return
        try:
            self._show(session.watch_step())
        except KnownError as trouble:
            _log.warning("The lesson cannot be shown further: %s", trouble)
            self.begin()

    def _dressed(self) -> None:
        if self.page is not None:
            self._render()
