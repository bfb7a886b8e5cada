"""Hold the connection: durable transactions, named trouble, and a new file when the old is damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from elder_tutor.errors import ElderTutorError, KnownError
from elder_tutor.progress import files
from elder_tutor.progress.errors import (
    CORRUPT,
    DISK,
    UNWRITABLE,
    CorruptDatabase,
    DiskTrouble,
    UnwritableFolder,
    is_damage,
    named,
)

Clock = Callable[[], datetime]
T = TypeVar("T", bound=tuple[Any, ...])
R = TypeVar("R")


class Link:
    """The connection of one store to its file (or to memory, when there is no folder).

    ``generation`` grows whenever something read before may no longer hold: after a
    failed transaction, a write by another process, an erasure, or a new file.
    """

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        """Open the file of this folder, or begin one in memory. Raises as `Store.open` says."""
        self.folder = folder
        self.clock = clock
        self.generation = 0
        self.notices: list[KnownError] = []
        self._db: sqlite3.Connection | None = None
        self._path = str(folder / files.FILE) if folder is not None else ""
        self._seen_version = self._asked_version = self._inode = -1
        self._begin()

    def _begin(self) -> None:
        if self.folder is not None:
            files.make_folder(self.folder)
        try:
            self._asked_version = self._version_of(self._connection())
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        if self._db is not None:
            self._db.close()
            self._db = None

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one durable transaction; a damaged file is replaced before raising."""
        db = self._present()
        try:
            db.execute("BEGIN IMMEDIATE")
            self._notice_others(db)
            yield db
            db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back(db)
            raise self._trouble(error) from error
        except BaseException:
            self._roll_back(db)
            raise

    @contextlib.contextmanager
    def erasing(self) -> Iterator[None]:
        """Overwrite what is deleted inside, in the file and in the log beside it."""
        self.rows("PRAGMA secure_delete = ON")
        try:
            yield
        finally:
            self.generation += 1
            self.rows("PRAGMA secure_delete = OFF")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Answer the rows of one query; a damaged file is replaced and the new one is asked."""
        return self._ask(lambda db: db.execute(sql, parameters).fetchall())

    def read(self, kind: type[T], sql: str, parameters: Sequence[object] = ()) -> tuple[T, ...]:
        """Answer the rows of one query as named tuples of this kind; the columns must fit."""
        # `tuple.__new__` is twice as fast as `_make`, which counts the columns of every row again.
        make = cast("Callable[[tuple[Any, ...]], T]", partial(tuple.__new__, kind))
        return self._ask(lambda db: tuple(map(make, db.execute(sql, parameters))))

    def _ask(self, question: Callable[[sqlite3.Connection], R]) -> R:
        try:
            return question(self._connection())
        except sqlite3.Error as error:
            trouble = self._trouble(error)
            if not isinstance(trouble, CorruptDatabase):
                raise trouble from error
        return question(self._connection())

    def changed_elsewhere(self) -> bool:
        """Answer whether another process has written since this was last asked."""
        db = self._present()
        before, self._asked_version = self._asked_version, self._version_of(db)
        return self._asked_version != before

    def _present(self) -> sqlite3.Connection:
        """Answer the connection to the file that lies there now.

        Another program may have met damage and put a new file in the place of ours: what is
        written to the old one would be lost to everybody. Where no file is any more (a disk
        was taken out, a folder closed), nothing is begun anew: raises DiskTrouble or UnwritableFolder.
        """
        if self.folder is not None and self._db is not None:
            try:
                there = os.stat(self._path).st_ino  # noqa: PTH116  with every touch: a Path is slower
            except OSError as error:
                facts = {"folder": str(self.folder)}
                closed = isinstance(error, PermissionError)
                raise (UnwritableFolder(UNWRITABLE, facts) if closed else DiskTrouble(DISK)) from error
            if there != self._inode:
                self.close()
                self.generation += 1
                self._asked_version = -1
        return self._connection()

    def _connection(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = self._open()
        return self._db

    def _open(self) -> sqlite3.Connection:
        if self.folder is None:
            return files.connect_memory()
        try:
            return self._connect(self.folder)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise named(error, self._facts()) from error
        return self._begin_afresh(self.folder)

    def _connect(self, folder: Path) -> sqlite3.Connection:
        connection = files.connect(folder)
        self._inode = files.inode(folder / files.FILE)
        return connection

    def _begin_afresh(self, folder: Path) -> sqlite3.Connection:
        """Make a new file of what can still be read, and let it take the place of the damaged one.

        The damaged one must be closed: SQLite deletes a log by its name. Until the new file is
        whole nothing is changed, so that a full disk or a power cut only puts it off.
        """
        from elder_tutor.progress.salvage import carry_into_new

        self.generation += 1
        try:
            fresh = carry_into_new(folder)
            aside = files.set_aside(folder, self.clock())
            fresh.replace(folder / files.FILE)
            self.notices.append(CorruptDatabase(CORRUPT, {"file": aside.name}))
            return self._connect(folder)
        except sqlite3.Error as error:
            raise named(error, self._facts()) from error
        except OSError as error:
            raise UnwritableFolder(UNWRITABLE, {"folder": str(folder)}) from error

    def _trouble(self, error: sqlite3.Error) -> ElderTutorError:
        if self.folder is None or not is_damage(error):
            return named(error, self._facts())
        self.close()
        self._db = self._connection() if self._was_replaced(self.folder) else self._begin_afresh(self.folder)
        return self.notices[-1] if self.notices else CorruptDatabase(CORRUPT, {"file": files.FILE})

    def _was_replaced(self, folder: Path) -> bool:
        """Answer whether another program has met the damage before us."""
        with contextlib.suppress(OSError):
            return files.inode(folder / files.FILE) != self._inode
        return False

    def _notice_others(self, db: sqlite3.Connection) -> None:
        version = self._version_of(db)
        if version != self._seen_version:
            self._seen_version = version
            self.generation += 1

    def _roll_back(self, db: sqlite3.Connection) -> None:
        self.generation += 1
        with contextlib.suppress(sqlite3.Error):
            if db.in_transaction:
                db.execute("ROLLBACK")

    def _facts(self) -> dict[str, object]:
        return {"folder": str(self.folder or ""), "file": files.FILE}

    @staticmethod
    def _version_of(db: sqlite3.Connection) -> int:
        return int(db.execute("PRAGMA data_version").fetchone()[0])
