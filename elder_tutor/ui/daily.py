"""Copy the progress once a day while the program runs, in a thread, so that nobody waits for it."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from elder_tutor.errors import KnownError

if TYPE_CHECKING:
    from elder_tutor.app import App

FIRST_MS: Final = 20_000
"""After the first page: whoever sits down first has long begun."""
AGAIN_MS: Final = 3_600_000
"""A program that runs for weeks looks every hour whether a new day has begun."""

_log = logging.getLogger(__name__)


class DailyCopy(QObject):
    """Make the copy of the day if it is not there yet.

    Trouble is kept in `Store.for_trainers`, once of a kind: it is the trainer's to mend, and
    no learner hears of it.
    """

    def __init__(self, app: App, parent: QObject, first_ms: int = FIRST_MS, again_ms: int = AGAIN_MS) -> None:
        super().__init__(parent)
        self._app = app
        self._first_ms = first_ms
        self._thread: threading.Thread | None = None
        self._again = QTimer(self)
        self._again.setInterval(again_ms)
        self._again.timeout.connect(self.look)

    def begin(self) -> None:
        """Look for the first time in a while; to be called when the first page was painted."""
        if self._app.store.folder is not None:
            QTimer.singleShot(self._first_ms, self, self.look)
            self._again.start()

    def look(self) -> None:
        """Begin a copy in a thread, unless one is being made."""
        if not self.busy:
            self._thread = threading.Thread(target=self._copy, name="daily copy", daemon=True)
            self._thread.start()

    @property
    def busy(self) -> bool:
        """Tell whether a copy is being made."""
        return self._thread is not None and self._thread.is_alive()

    def _copy(self) -> None:
        from elder_tutor import upkeep  # not before the first page

        app, folder = self._app, self._app.store.folder
        if folder is None:
            return
        try:
            upkeep.daily_backup(folder, app.clock().date(), app.settings.backup_days)
        except KnownError as trouble:
            _log.warning("No copy of the progress could be made: %s", trouble)
            if str(trouble) not in map(str, app.store.for_trainers):
                app.store.for_trainers.append(trouble)
