"""What a trainer sent from the board to this place: looked for once a second, told to the window."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from elder_tutor.errors import KnownError
from elder_tutor.progress.events import EventKind

if TYPE_CHECKING:
    from elder_tutor.progress.store import Store

LOOK_MS: Final = 1000
"""Between two looks. One look is one PRAGMA, unless another program has written."""
LEAST_RUNG: Final = 1

_log = logging.getLogger(__name__)


class Letters(QObject):
    """Look for letters to whoever is here. ``coming``: «I am coming»; ``advised``: a hint of this rung."""

    coming = Signal()
    advised = Signal(int)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._learner = ""
        self._after = 0
        self._owed = False
        """Something was written elsewhere, and could not be read yet."""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def expect(self, learner: str) -> None:
        """Look from now on for what is sent to a person at this place."""
        self.rest()
        if not self._store.kiosk:
            return
        from elder_tutor.progress.board import last_number  # not needed for the first page

        try:
            self._after = last_number(self._store)
        except KnownError as trouble:
            _log.warning("Letters cannot be read: %s", trouble)
            return
        self._learner = learner
        self._timer.start()

    def rest(self) -> None:
        """Look no more: nobody is here."""
        self._timer.stop()
        self._learner, self._owed = "", False

    def look(self) -> None:
        """Tell what has come since the last look; of several of one kind the newest."""
        try:
            self._owed = self._store.changed_elsewhere() or self._owed
            if not self._owed:
                return
            from elder_tutor.progress.board import letters

            found = letters(self._store, self._store.kiosk, self._after)
        except KnownError:  # the pages tell of trouble with the disk when they meet it
            return
        self._owed = False
        newest = {letter.kind: letter for letter in found if letter.learner == self._learner}
        self._after = max((letter.seq for letter in found), default=self._after)
        if EventKind.COMING in newest:
            self.coming.emit()
        if EventKind.ADVISED in newest:
            self.advised.emit(int(newest[EventKind.ADVISED].data.get("rung", LEAST_RUNG)))
