"""Bring answers of the store's own thread to a page: in the window's thread, and only the newest."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from elder_tutor.errors import KnownError
from elder_tutor.progress.store import Store

T = TypeVar("T")

PATIENCE_S: Final = 0.03
"""So long the window itself waits: what is answered by then is drawn at once, without a flicker."""
LONG_MS: Final = 1_000
"""After so long a page says that something is being worked on."""
WAIT_MS: Final = 60_000


@dataclass(slots=True)
class _Asked:
    """One question that is not answered yet."""

    future: Future[Any]
    then: Callable[[Any], None]
    failed: Callable[[KnownError], None] | None


class Asking(QObject):
    """Put questions to a store and hand each answer to whoever asked, in the window's thread.

    ``working`` is True when an answer has not come for a second, and False once none is
    outstanding: connect it to a bar. ``failed`` carries known trouble that nobody else takes.
    Of two questions of one kind only the newer is answered. In a store in memory the answer
    is there when `ask` returns.
    """

    working = Signal(bool)
    failed = Signal(object)
    _back = Signal(object)
    _over = Signal()

    def __init__(self, store: Store, parent: QObject | None = None, patience_s: float = PATIENCE_S) -> None:
        # Never without an owner: the last reference may fall in the other thread, and Qt would crash.
        super().__init__(parent or QCoreApplication.instance())
        self.store = store
        self.patience_s = patience_s
        self._asked: dict[str, _Asked] = {}
        self._is_long = False
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_MS)
        self._long.timeout.connect(self._takes_long)
        self._back.connect(self._came_back)

    @property
    def busy(self) -> bool:
        """Tell whether an answer is outstanding."""
        return bool(self._asked)

    def ask(
        self, kind: str, call: Callable[[Store], T], then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:  # fmt: skip
        """Ask, and call ``then`` with the answer, or ``failed`` with the trouble.

        ``call`` runs in another thread: it reads the store it is given and touches nothing
        else that changes. ``kind`` names the question: a newer one of the same kind makes the
        older unwanted. Without ``failed`` trouble is emitted as the signal.
        """
        self._asked.pop(kind, None)
        asker = self.store.asker
        if asker is None:
            self._hand(_asked_here(self.store, call), then, failed)
            return
        future = asker.ask(kind, call)
        if _is_there(future, self.patience_s):
            self._hand(future, then, failed)
            self._look_whether_over()
            return
        self._asked[kind] = _Asked(future, then, failed)
        if not self._long.isActive():
            self._long.start()
        future.add_done_callback(partial(_tell, ref(self)))

    def forget(self) -> None:
        """Let go of every answer that is outstanding."""
        self._asked.clear()
        self._look_whether_over()

    def wait(self) -> None:
        """Wait for all answers with a running window; for pictures and tests."""
        loop, late = QEventLoop(), QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        self._over.connect(loop.quit)
        if self.busy:
            late.start(WAIT_MS)
            loop.exec()

    def _came_back(self, future: Future[Any]) -> None:
        found = next((kind for kind, asked in self._asked.items() if asked.future is future), None)
        if found is None:
            return
        asked = self._asked.pop(found)
        try:
            self._hand(asked.future, asked.then, asked.failed)
        finally:
            self._look_whether_over()

    def _hand(
        self, future: Future[T], then: Callable[[T], None], failed: Callable[[KnownError], None] | None
    ) -> None:
        try:
            answer = future.result()
        except CancelledError:
            return
        except KnownError as trouble:
            (failed or self.failed.emit)(trouble)
            return
        then(answer)

    def _takes_long(self) -> None:
        if self.busy:
            self._is_long = True
            self.working.emit(True)

    def _look_whether_over(self) -> None:
        if self.busy:
            return
        self._long.stop()
        if self._is_long:
            self._is_long = False
            self.working.emit(False)
        self._over.emit()


def _tell(asking: ref[Asking], future: Future[Any]) -> None:
    """Say in the asker's thread that an answer is there; the page may be gone by now."""
    there = asking()
    if there is not None:
        with contextlib.suppress(RuntimeError):
            there._back.emit(future)


def _asked_here(store: Store, call: Callable[[Store], T]) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(call(store))
    except KnownError as trouble:
        future.set_exception(trouble)
    return future


def _is_there(future: Future[Any], seconds: float) -> bool:
    try:
        future.exception(seconds)
    except TimeoutError:
        return False
    except CancelledError:
        return True
    return True
