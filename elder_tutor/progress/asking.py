"""Ask the store in one thread of its own, so that a page never waits for a long answer. No Qt.

A question is a function of a store that can only be read: every reader of this package
(`summaries`, `groups.Groups(store)`, `history`, …) takes it. It has its own connection, and sees
all of its question from one moment: what is written meanwhile is in the next answer.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import Any, Final, TypeVar

from elder_tutor.errors import BugError, ElderTutorError
from elder_tutor.progress import files
from elder_tutor.progress.errors import UNREADABLE, Unreadable, is_damage, named
from elder_tutor.progress.link import Clock, Link
from elder_tutor.progress.store import Store

T = TypeVar("T")
Question = Callable[[Store], T]

MOST_WAITING: Final = 64
"""Kinds of questions that may wait; beyond that the one that waits longest is let go."""
END_S: Final = 5.0
"""How long `close` waits for a question that is being answered; it is told to stop at once."""
STEPS_BETWEEN_LOOKS: Final = 50_000
"""Steps of SQLite's machine, some milliseconds, after which it looks whether it is to stop."""
MAY_NOT: Final = "A question may not write"
_GONE: Final = ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY_")


class ReadingLink(Link):
    """A connection that reads only. It leaves a damaged file to those who write."""

    stopped = False
    """Set by another thread: what is being read, and what would be read next, is broken off."""

    @contextlib.contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let all that is read inside be of one moment; a file that took the other's place is opened."""
        if self._moved():
            self.close()
        self._ask(lambda db: db.execute("BEGIN"))
        try:
            yield
        finally:
            if self._db is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Refuse: who asks does not write."""
        raise BugError(MAY_NOT)
        yield

    def _begin(self) -> None:
        """Open nothing yet, and make no folder."""

    def _open(self) -> sqlite3.Connection:
        assert self.folder is not None
        path = self.folder / files.FILE
        self._inode = _inode_or_none(path)
        db = files.connect_reading(path)
        # `interrupt` would be missed by a question that is just about to read.
        db.set_progress_handler(lambda: int(self.stopped), STEPS_BETWEEN_LOOKS)
        return db

    def _moved(self) -> bool:
        assert self.folder is not None
        return self._db is not None and _inode_or_none(self.folder / files.FILE) != self._inode

    def _ask(self, question: Callable[[sqlite3.Connection], Any]) -> Any:
        try:
            return question(self._connection())
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def _trouble(self, error: sqlite3.Error) -> ElderTutorError:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_READONLY":
            return BugError(MAY_NOT)
        if is_damage(error) or name.startswith(_GONE):
            self.close()  # what takes its place is opened with the next question
            return Unreadable(UNREADABLE)
        return named(error, self._facts())


class Asker:
    """One thread that answers questions one after the other.

    The newest question of a kind takes the place of one that still waits, whose future is
    cancelled. The thread begins with the first question.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Ask the file of this folder; nothing is opened yet."""
        self._link = ReadingLink(folder, clock)
        self._reader = Store(self._link)
        self._waiting: dict[str, tuple[Question[Any], Future[Any]]] = {}
        self._lock = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False

    @property
    def waiting(self) -> int:
        """Answer how many questions nobody has begun to answer."""
        return len(self._waiting)

    def ask(self, kind: str, question: Question[T]) -> Future[T]:
        """Put a question and answer where its answer will be.

        The future raises what the question raised: errors of `progress.errors`, among them
        Unreadable for a damaged or missing file. After `close` it is cancelled.
        """
        future: Future[T] = Future()
        with self._lock:
            dropped = [self._waiting.pop(kind)] if kind in self._waiting else []
            if len(self._waiting) >= MOST_WAITING:
                dropped.append(self._waiting.pop(next(iter(self._waiting))))
            if self._closing:
                dropped.append((question, future))
            else:
                self._waiting[kind] = (question, future)
                self._start()
            self._lock.notify()
        for _, unwanted in dropped:
            unwanted.cancel()
        return future

    def close(self) -> None:
        """Let go of what waits, break off what is being answered, and give the file back."""
        with self._lock:
            self._closing = True
            dropped, self._waiting = self._waiting, {}
            self._lock.notify()
        for _, future in dropped.values():
            future.cancel()
        if self._thread is not None:
            self._link.stopped = True
            self._thread.join(END_S)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="asker", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (found := self._next()) is not None:
            self._answer(*found)
            del found  # an answer can be large: nothing here keeps it
        self._link.close()

    def _next(self) -> tuple[Question[Any], Future[Any]] | None:
        with self._lock:
            self._lock.wait_for(lambda: self._waiting or self._closing)
            if self._closing:
                return None
            return self._waiting.pop(next(iter(self._waiting)))

    def _answer(self, question: Question[Any], future: Future[Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            with self._link.one_moment():
                answer = question(self._reader)
        except BaseException as error:  # noqa: BLE001  whoever waits for the answer meets it
            future.set_exception(CancelledError() if self._closing else error)
        else:
            future.set_result(answer)


def _inode_or_none(path: Path) -> int:
    try:
        return files.inode(path)
    except OSError:
        return -1
