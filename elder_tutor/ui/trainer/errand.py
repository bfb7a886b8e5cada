"""Do something slow in a thread and bring the answer back to the page, if it is still wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from elder_tutor.errors import KnownError

WAIT_MS: Final = 60_000


class Errand(QObject):
    """One slow thing at a time; a newer one makes the older ones' answers unwanted.

    ``answered`` carries what the work answered, ``failed`` known trouble, ``stepped`` how far
    it is. Connect bound methods of widgets: they are called in the window's own thread.
    """

    answered = Signal(object)
    failed = Signal(object)
    stepped = Signal(int, int)
    _over = Signal()
    _back = Signal(int, object)
    _step = Signal(int, int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self.busy = False
        self._back.connect(self._came_back)
        self._step.connect(self._came_further)

    def run(self, work: Callable[[Callable[[int, int], None]], object]) -> None:
        """Begin; ``work`` is given a function that tells how many of how many are done."""
        self._number += 1
        number, self.busy = self._number, True

        def told(done: int, of: int) -> None:
            with suppress(RuntimeError):  # the pages were put away with this errand
                self._step.emit(number, done, of)

        def go() -> None:
            try:
                answer = work(told)
            except KnownError as trouble:
                answer = trouble
            with suppress(RuntimeError):
                self._back.emit(number, answer)

        threading.Thread(target=go, name="errand", daemon=True).start()

    def wait(self) -> None:
        """Wait for the answer with a running window; for pictures only."""
        loop, late = QEventLoop(), QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        self._over.connect(loop.quit)
        if self.busy:
            late.start(WAIT_MS)
            loop.exec()

    def forget(self) -> None:
        """Let go of the answer; the work ends by itself."""
        self._number += 1
        self.busy = False

    def _came_back(self, number: int, answer: object) -> None:
        if number != self._number:
            return
        self.busy = False
        (self.failed if isinstance(answer, KnownError) else self.answered).emit(answer)
        self._over.emit()

    def _came_further(self, number: int, done: int, of: int) -> None:
        if number == self._number:
            self.stepped.emit(done, of)
