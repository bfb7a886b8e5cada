"""A copy a day is made beside the practice; what goes wrong with it is for the trainer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.copies import backups
from elder_tutor.progress.store import Store
from elder_tutor.ui.daily import DailyCopy
from elder_tutor.ui.program import Program


@pytest.fixture
def daily(app: App, qtbot: QtBot) -> Iterator[DailyCopy]:
    owner = QObject()
    yield DailyCopy(app, owner, first_ms=0, again_ms=60_000)
    shiboken6.delete(owner)


def folder_of(app: App) -> Path:
    assert app.store.folder is not None
    return app.store.folder


def test_after_the_first_page_the_copy_of_the_day_is_made(
    app: App, people: tuple[str, ...], daily: DailyCopy, qtbot: QtBot
) -> None:
    daily.begin()
    qtbot.waitUntil(lambda: len(backups(folder_of(app))) == 1)
    assert backups(folder_of(app))[0].day == app.clock().date()


def test_a_program_that_runs_on_makes_the_copy_of_the_next_day(
    app: App, daily: DailyCopy, qtbot: QtBot
) -> None:
    start = app.clock()
    for day in (0, 1):
        app.clock = lambda day=day: start + timedelta(days=day)  # type: ignore[misc]
        daily.look()
        qtbot.waitUntil(lambda: not daily.busy)
    assert len(backups(folder_of(app))) == 2


def test_the_window_does_not_wait_for_a_copy(
    app: App, daily: DailyCopy, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from elder_tutor import upkeep

    go = threading.Event()
    monkeypatch.setattr(upkeep, "daily_backup", lambda *_: go.wait(20))
    daily.look()
    assert daily.busy  # and we are here
    go.set()
    qtbot.waitUntil(lambda: not daily.busy)


def test_a_copy_that_fails_is_told_to_the_trainer_once(
    app: App, daily: DailyCopy, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    (folder_of(app) / "backups").write_text("in the way")
    for _ in range(2):
        daily.look()
        qtbot.waitUntil(lambda: not daily.busy)
    [trouble] = app.store.for_trainers
    assert "Nothing can be saved" in str(trouble)
    assert app.store.notices == ()


def test_the_trainer_reads_it_when_the_pages_open(
    program: Callable[..., Program], app: App, people: tuple[str, ...], qtbot: QtBot
) -> None:
    from elder_tutor.progress.errors import FULL, DiskFull

    app.store.for_trainers.append(DiskFull(FULL))
    made = program()
    made.show_page("trainer-pin")
    pages = made.window._trainer
    assert pages is not None
    pages.pin.opened.emit()
    assert pages.dialog.isVisible()
    assert app.store.for_trainers == []


def test_a_guest_has_nothing_to_copy(app: App, qtbot: QtBot) -> None:
    guest = App(**{name: getattr(app, name) for name in _MEMBERS} | {"store": Store.memory(app.clock)})
    owner = QObject()
    daily = DailyCopy(guest, owner, first_ms=0)
    daily.begin()
    assert not daily._again.isActive()
    shiboken6.delete(owner)
    guest.close()


_MEMBERS = ("open_packs", "people", "settings", "clock", "seed", "today", "data_dir")
