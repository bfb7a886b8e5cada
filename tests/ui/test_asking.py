"""Answers reach a page in the window's thread: at once when quick, with a sign when slow, the newest only."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.ui.trainer import asking
from elder_tutor.ui.trainer.asking import Asking
from elder_tutor.ui.trainer.desk import Desk


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    """Who takes the bridges away again, in the window's thread."""
    made = QObject()
    yield made
    if shiboken6.isValid(made):
        shiboken6.delete(made)


@pytest.fixture
def page(app: App, owner: QObject) -> Asking:
    return Asking(app.store, owner, patience_s=0.0)


@pytest.fixture
def slow() -> Iterator[threading.Event]:
    go = threading.Event()
    yield go
    go.set()


def names(store: Store) -> list[str]:
    return [learner.name for learner in People(store).learners()]


def test_an_answer_comes_in_the_windows_thread(
    page: Asking, people: tuple[str, ...], slow: threading.Event
) -> None:
    came: list[tuple[int, threading.Thread]] = []

    def count(store: Store) -> int:
        slow.wait(20)
        return len(names(store))

    page.ask("names", count, lambda found: came.append((found, threading.current_thread())))
    assert came == []
    slow.set()
    page.wait()
    assert came == [(len(people), threading.main_thread())]


def test_a_quick_answer_is_there_at_once(app: App, people: tuple[str, ...], owner: QObject) -> None:
    came: list[list[str]] = []
    Asking(app.store, owner, patience_s=20).ask("names", names, came.append)
    assert len(came[0]) == len(people)


def test_a_store_in_memory_answers_at_once(app: App, owner: QObject) -> None:
    store = Store.memory(app.clock)
    came: list[list[str]] = []
    Asking(store, owner, patience_s=0).ask("names", names, came.append)
    assert came == [[]]
    store.close()


def test_of_two_questions_of_a_kind_only_the_newer_is_answered(page: Asking, slow: threading.Event) -> None:
    came: list[int] = []
    for number in (1, 2):
        page.ask("kind", lambda store, number=number: (slow.wait(20), number)[1], came.append)
    slow.set()
    page.wait()
    assert came == [2]


def test_after_a_second_it_says_that_it_takes_long_and_then_that_it_is_over(
    page: Asking, slow: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    page._long.setInterval(10)
    page.working.connect(told.append)
    with qtbot.waitSignal(page.working):
        page.ask("kind", lambda store: slow.wait(20), lambda _: None)
    slow.set()
    page.wait()
    assert told == [True, False]
    assert asking.LONG_MS == 1_000


def test_trouble_goes_to_who_asked_or_to_the_signal(page: Asking, app: App, qtbot: QtBot) -> None:
    def bad(store: Store) -> None:
        raise KnownError("The moon is full.")

    mine: list[KnownError] = []
    page.ask("one", bad, lambda _: None, mine.append)
    page.wait()
    with qtbot.waitSignal(page.failed):
        page.ask("two", bad, lambda _: None)
    assert [str(trouble) for trouble in mine] == ["The moon is full."]


def test_no_answer_comes_to_pages_that_were_put_away(
    app: App, slow: threading.Event, owner: QObject, qtbot: QtBot
) -> None:
    gone, came = Asking(app.store, owner, 0.0), []
    gone.ask("kind", lambda store: slow.wait(20), came.append)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    slow.set()
    assert app.store.asker is not None
    app.store.asker.ask("after", names).result(20)
    assert came == []


def test_closing_the_store_while_something_is_asked_ends_the_wait(
    tmp_path: Path, app: App, owner: QObject
) -> None:
    store = Store.open(tmp_path / "other", app.clock)
    page = Asking(store, owner, patience_s=0.0)
    came: list[object] = []
    page.ask("long", lambda store: store.rows(_ENDLESS), came.append)
    store.close()
    page.wait()
    assert (came, page.busy) == ([], False)


def test_the_desk_asks_for_the_matrix(app: App, people: tuple[str, ...], owner: QObject) -> None:
    desk = Desk(app)
    desk.asking.setParent(owner)
    came: list[object] = []
    desk.ask("group", desk.group_of, came.append)
    desk.settle()
    assert came == [desk.group()]


_ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
