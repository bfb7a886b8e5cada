"""Judge three pictures in a thread of their own: argon2id takes a tenth of a second, a page may not."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import closing, suppress

from PySide6.QtCore import QObject, Qt, Signal

from elder_tutor.errors import KnownError
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.store import Store


class Keyhole(QObject):
    """Try the three pictures of a learner; ``judged`` carries None when they are right, else the trouble.

    What was tried is held by nothing here afterwards. A verdict nobody waits for any more is dropped.
    """

    judged = Signal(object)
    _came = Signal(int, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._asked = 0
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def try_(self, learner: str, symbols: Sequence[str]) -> None:
        """Judge these three; the verdict comes later."""
        self._asked += 1
        folder, clock, kiosk = self._store.folder, self._store.clock, self._store.kiosk
        if folder is None:  # a store in memory has one connection and no other thread
            self._came.emit(self._asked, _verdict(self._store, learner, symbols))
            return
        number, chosen = self._asked, tuple(symbols)

        def judge() -> None:
            try:
                with closing(Store.open(folder, clock, kiosk)) as own:
                    found = _verdict(own, learner, chosen)
            except KnownError as trouble:
                found = trouble
            with suppress(RuntimeError):  # the window is closed
                self._came.emit(number, found)

        threading.Thread(target=judge, name="keyhole", daemon=True).start()

    def forget(self) -> None:
        """Wait for no verdict any more."""
        self._asked += 1

    def _tell(self, number: int, found: object) -> None:
        if number == self._asked:
            self.judged.emit(found)


def _verdict(store: Store, learner: str, symbols: Sequence[str]) -> KnownError | None:
    try:
        Keys(store).check(learner, symbols)
    except KnownError as trouble:
        return trouble
    return None
