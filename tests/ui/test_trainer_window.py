"""The trainer's pages in a program of their own: the door first, no learner's session, a clean end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.ui.trainer_window import TrainerWindow, second_screen

PIN = "2468"


@pytest.fixture
def window(qapp: QApplication, app: App) -> Iterator[TrainerWindow]:
    app.people.choose_pin(PIN)
    made = TrainerWindow(app, "ar")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(1366, 768)
    made.show()
    yield made
    made.put_away()
    made.close()
    made.deleteLater()
    QCoreApplication.processEvents()


def enter(window: TrainerWindow) -> None:
    window.pages.pin.setFocus()
    QTest.keyClicks(window.pages.pin, PIN)
    QTest.keyClick(window.pages.pin, Qt.Key.Key_Return)


def test_it_begins_at_the_door_and_the_pin_leads_to_the_board(window: TrainerWindow) -> None:
    assert window.pages.present is window.pages.pin
    enter(window)
    assert window.pages.present is window.pages.board


def test_locking_leads_back_to_the_door_and_leaving_the_door_closes_it(window: TrainerWindow) -> None:
    enter(window)
    window.pages.bar.lock.click()
    assert window.pages.present is window.pages.pin
    assert window.isVisible()
    window.pages.pin.back.click()
    assert not window.isVisible()


def test_it_writes_nothing_by_being_open(window: TrainerWindow, app: App) -> None:
    enter(window)
    window.pages.board.settle()
    assert app.store.rows("SELECT count(*) FROM event") == [(0,)]


def test_the_pages_take_the_whole_window_in_any_size(window: TrainerWindow) -> None:
    window.resize(1080, 1920)
    assert window.pages.size() == window.size()
    assert window.pages.metrics.portrait


def test_with_one_screen_it_stands_on_that(qapp: QApplication) -> None:
    assert second_screen() is qapp.primaryScreen()
