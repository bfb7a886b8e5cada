"""A trembling hand presses once, where it meant to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.widgets.tolerance import TolerantButton, only_near

PX_PER_MM = 4.0
LEFT = Qt.MouseButton.LeftButton


class Plain(TolerantButton):
    """A button that paints nothing."""

    def paintEvent(self, event: object) -> None:
        pass


@pytest.fixture
def pair(qapp: QApplication) -> Iterator[tuple[QWidget, TolerantButton, TolerantButton]]:
    """Two buttons of 100 px with 20 px between them on a page of 400 px."""
    page = QWidget()
    page.resize(400, 200)
    one, other = Plain("one", page), Plain("other", page)
    one.setGeometry(20, 50, 100, 100)
    other.setGeometry(140, 50, 100, 100)
    for button in (one, other):
        button.px_per_mm = PX_PER_MM
    page.show()
    yield page, one, other
    page.deleteLater()


def count(button: TolerantButton) -> list[bool]:
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    return presses


def send(button: QWidget, kind: QEvent.Type, at: QPoint, ms: int) -> None:
    held = LEFT if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, QPointF(at), QPointF(button.mapToGlobal(at)), LEFT, held, Qt.KeyboardModifier.NoModifier
    )
    event.setTimestamp(ms)
    QApplication.sendEvent(button, event)


def touch(button: QWidget, press: QPoint, release: QPoint, ms: int = 0) -> None:
    send(button, QEvent.Type.MouseButtonPress, press, ms)
    send(button, QEvent.Type.MouseButtonRelease, release, ms + 50)


def test_a_release_within_nine_millimetres_outside_counts(pair) -> None:
    _, one, _ = pair
    presses = count(one)
    touch(one, QPoint(50, 50), QPoint(50, 99 + 36))
    assert len(presses) == 1


def test_a_release_farther_than_nine_millimetres_does_not_count(pair) -> None:
    _, one, _ = pair
    presses = count(one)
    touch(one, QPoint(50, 50), QPoint(50, 99 + 38))
    assert presses == []


def test_a_release_on_another_target_counts_for_neither(pair) -> None:
    _, one, other = pair
    presses, others = count(one), count(other)
    touch(one, QPoint(90, 50), QPoint(125, 50))
    assert presses == []
    assert others == []


def test_a_key_held_down_presses_once(pair) -> None:
    _, one, _ = pair
    presses = count(one)
    for at, repeats in enumerate((False, True, True, True)):
        space = (QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
        event = QKeyEvent(*space, " ", repeats)
        event.setTimestamp(1000 + at * 600)
        QApplication.sendEvent(one, event)
    assert len(presses) == 1


@pytest.mark.parametrize(("later", "expected"), [(300, 1), (600, 2)])
def test_a_second_touch_within_half_a_second_is_ignored(pair, later: int, expected: int) -> None:
    _, one, _ = pair
    presses = count(one)
    touch(one, QPoint(50, 50), QPoint(50, 50), 1000)
    touch(one, QPoint(50, 50), QPoint(50, 50), 1000 + later)
    assert len(presses) == expected


@pytest.mark.parametrize(("repeat_ms", "expected"), [(0, 2), (500, 1)])
def test_a_double_click_is_two_touches_or_one_that_trembled(pair, repeat_ms: int, expected: int) -> None:
    _, one, _ = pair
    presses = count(one)
    one.repeat_ms = repeat_ms
    touch(one, QPoint(50, 50), QPoint(50, 50), 1000)
    send(one, QEvent.Type.MouseButtonDblClick, QPoint(50, 50), 1150)
    send(one, QEvent.Type.MouseButtonRelease, QPoint(50, 50), 1200)
    assert len(presses) == expected


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_like_a_finger(pair, key: Qt.Key) -> None:
    _, one, _ = pair
    presses = count(one)
    QTest.keyClick(one, key)
    assert len(presses) == 1


def test_an_unavailable_button_asks_why_instead_of_acting(pair) -> None:
    _, one, _ = pair
    presses, asked = count(one), []
    one.set_available(False)
    one.whyRequested.connect(lambda: asked.append(True))
    touch(one, QPoint(50, 50), QPoint(50, 50))
    assert (presses, asked) == ([], [True])


def test_a_miss_snaps_to_the_only_target_within_reach(pair) -> None:
    page, one, _ = pair
    assert only_near(page, QPoint(10, 100), 16) is one


def test_a_miss_between_two_near_targets_snaps_to_neither(pair) -> None:
    page, _, _ = pair
    assert only_near(page, QPoint(130, 100), 16) is None
