"""A window that is a kiosk, and a clock that only the test turns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest

from elder_tutor.progress.events import EventKind
from elder_tutor.ui.kiosk.kiosk import Kiosk
from elder_tutor.ui.program import Program


@dataclass
class Place:
    """The program as a kiosk."""

    program: Program
    kiosk: Kiosk
    now: int = 0

    @property
    def handle(self) -> QWindow:
        """What the window system sends touches and keys to."""
        handle = self.program.window.windowHandle()
        assert handle is not None
        return handle

    def wait(self, seconds: int) -> None:
        """Let seconds pass, one by one, while nothing is said."""
        for _ in range(seconds):
            self.now += 1000
            self.kiosk.patience.look()

    def rows(self, kind: EventKind | None = None) -> int:
        """How many events of a kind, or of all, the store of everybody holds."""
        with closing(sqlite3.connect(self.program.app.store.folder / "progress.db")) as db:  # type: ignore[operator]
            where = "" if kind is None else f" WHERE kind = '{kind.value}'"
            return int(db.execute(f"SELECT count(*) FROM event{where}").fetchone()[0])

    def silence(self) -> None:
        """Let the voice end what it says."""
        self.program.whole.voice.stop()

    def touch(self, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Touch the screen at a place of the window."""
        QTest.mouseClick(self.handle, button, Qt.KeyboardModifier.NoModifier, at)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of a real keyboard."""
        QTest.keyClick(self.handle, key, held)


@pytest.fixture
def place(program: Callable[..., Program]) -> Iterator[Place]:
    """A kiosk with a PIN at the welcome page."""
    shown = program()
    shown.app.people.choose_pin("2589")
    made = Place(shown, None)  # type: ignore[arg-type]
    made.kiosk = Kiosk(shown.whole, now=lambda: made.now, environment={})
    shown.show_page("sign-in")
    made.kiosk.begin()
    made.kiosk.patience._timer.stop()
    made.silence()
    yield made
    made.kiosk.guard.rest()  # it lets no window close
