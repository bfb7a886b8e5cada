"""What a touch meant is told from both its ends; an echo of the last one means nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.touching.rules import KIND, Stroke, meant, repeats

PX_PER_MM = 4.0
IN_ONE, IN_OTHER = QPoint(150, 150), QPoint(270, 150)
BETWEEN = QPoint(210, 150)
"""10 px from either of two buttons that are 20 px apart; 4 mm are 16 px."""


def name_of(room, down: QPoint, up: QPoint) -> str:
    found = meant(room.window, down, up, KIND, PX_PER_MM)
    return found.objectName() if found is not None else ""


@pytest.mark.parametrize(
    ("down", "up", "name"),
    [
        (IN_ONE, IN_ONE, "one"),
        (IN_ONE, QPoint(150, 235), "one"),  # 9 mm below
        (IN_ONE, QPoint(150, 236), ""),
        (IN_ONE, IN_OTHER, ""),
        (IN_ONE, BETWEEN, "one"),
        (BETWEEN, BETWEEN, ""),  # either may be meant
        (BETWEEN, IN_OTHER, "other"),  # where the finger came to rest
        (BETWEEN, QPoint(217, 150), "other"),
        (QPoint(209, 150), QPoint(198, 205), "one"),  # the second end tells
        (QPoint(90, 150), QPoint(88, 150), "one"),
        (QPoint(90, 150), IN_OTHER, ""),
        (QPoint(80, 150), IN_ONE, ""),  # 5 mm beside: it was aimed at nothing
    ],
)  # fmt: skip
def test_both_ends_of_a_touch_tell_what_it_meant(room, down: QPoint, up: QPoint, name: str):
    assert name_of(room, down, up) == name


def test_a_button_under_something_else_is_not_near(room):
    sheet = QWidget(room.window)
    sheet.setGeometry(0, 0, 205, 600)
    sheet.show()
    assert name_of(room, BETWEEN, BETWEEN) == "other"


def test_the_hole_of_a_button_belongs_to_nobody(room):
    large = room.add("large", QRect(400, 300, 200, 200))
    room.add("small", QRect(540, 310, 50, 50))
    large.setMask(QRegion(large.rect()) - QRegion(128, 0, 72, 72))
    assert name_of(room, QPoint(534, 330), QPoint(534, 330)) == ""


def test_a_finger_lifted_on_a_button_in_the_hole_of_another_takes_the_touch_back(room):
    large = room.add("large", QRect(400, 300, 200, 200))
    large.setMask(QRegion(large.rect()) - QRegion(120, 0, 80, 80))
    room.add("small", QRect(530, 310, 60, 60))
    room.screen.press(QPointF(515, 340))
    room.screen.release(QPointF(533, 340))
    assert room.pressed == []


@pytest.mark.parametrize(
    ("down", "up", "repeat_ms", "echo"),
    [
        (300, 380, 500, True),
        (601, 700, 500, False),
        (600, 601, 0, False),
        (333, 433, 150, False),  # three keys a second
        (333, 583, 150, False),  # each held for a quarter of a second
        (220, 320, 150, True),  # the tremor of a finger at 5 Hz
        (250, 350, 150, False),
        (130, 330, 150, True),
    ],
)
def test_an_echo_is_told_from_a_key_pressed_again(down: int, up: int, repeat_ms: int, echo: bool):
    assert repeats(Stroke(0, 100), Stroke(down, up), repeat_ms) is echo


@pytest.mark.parametrize("held", [60, 150, 250])
def test_eight_zeros_at_three_a_second_lose_none(room, held: int):
    room.add("zero", QRect(100, 300, 100, 100), typing=True)
    for _ in range(8):
        room.screen.press(QPointF(150, 350), after=333 - held)
        room.screen.release(after=held)
    assert room.pressed == ["zero"] * 8


def test_an_echo_does_not_reach_what_stands_there_next(room):
    first = room.window.findChild(QWidget, "one")
    first.clicked.connect(lambda: (first.hide(), room.add("next", first.geometry())))
    room.screen.tap(QPointF(150, 150))
    room.screen.tap(QPointF(153, 150), after=120)
    assert room.pressed == ["one"]
    room.screen.tap(QPointF(150, 150), after=500)
    assert room.pressed == ["one", "next"]


def test_a_touch_beside_everything_is_told_of_once(room):
    room.screen.tap(QPointF(600, 450))
    assert room.pressed == ["missed"]


def test_a_touch_the_system_ends_is_no_miss(room):
    room.screen.press(QPointF(600, 450))
    room.screen.cancel()
    assert room.pressed == []
