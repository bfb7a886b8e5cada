"""Only a finger presses, and a touch counts once, whoever tells of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

ONE, OTHER, FREE = QPointF(150, 150), QPointF(270, 150), QPointF(600, 450)
PRESS, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease


def test_a_touch_through_qt_itself_presses_what_it_meets(room, qtbot):
    device = QTest.createTouchDevice()
    QTest.touchEvent(room.window, device).press(0, ONE.toPoint(), room.window).commit()
    QTest.touchEvent(room.window, device).release(0, ONE.toPoint(), room.window).commit()
    assert room.pressed == ["one"]


def test_a_touch_acts_when_the_finger_leaves(room):
    room.screen.press(ONE)
    assert room.pressed == []
    room.screen.release()
    assert room.pressed == ["one"]


def test_a_touch_gives_a_field_the_keyboard_as_a_mouse_does(room, qtbot):
    field = QLineEdit(room.window)
    field.setGeometry(500, 100, 200, 60)
    field.show()
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    room.screen.tap(QPointF(600, 130))
    assert room.window.focusWidget() is field


# --- more than one contact ----------------------------------------------------------------


def test_a_second_finger_presses_nothing_and_the_first_goes_on(room):
    room.screen.press(ONE)
    room.screen.press(OTHER, finger=1, after=200)
    room.screen.release(finger=1)
    room.screen.release()
    assert room.pressed == ["one"]


def test_a_second_finger_that_stays_longer_presses_nothing_either(room):
    room.screen.press(ONE)
    room.screen.press(OTHER, finger=1, after=200)
    room.screen.release()
    room.screen.release(finger=1, after=600)
    assert room.pressed == ["one"]


def test_fingers_on_both_buttons_at_once_press_the_first_alone(room):
    room.screen.press_together({0: ONE, 1: OTHER})
    room.screen.release()
    room.screen.release(finger=1)
    assert room.pressed == ["one"]


def test_a_palm_presses_nothing(room):
    room.widths[0] = 30
    room.screen.tap(ONE)
    assert room.pressed == []


def test_a_finger_presses_while_a_palm_lies_on_the_screen(room):
    room.widths[0] = 40
    room.screen.press(FREE)
    room.screen.press(ONE, finger=1, after=300)
    room.screen.release(finger=1)
    room.screen.release()
    assert room.pressed == ["one"]


def test_a_thumb_laid_flat_is_a_finger(room):
    room.widths[0] = 20
    room.screen.tap(ONE)
    assert room.pressed == ["one"]


def test_a_contact_that_grows_to_a_palm_takes_its_press_back(room):
    room.screen.press(ONE)
    room.widths[0] = 30
    room.screen.move(ONE)
    room.screen.release()
    assert room.pressed == []
    assert not room.window.findChild(QAbstractButton, "one").isDown()


def test_a_hand_laid_down_presses_nothing(room):
    room.screen.press_together({0: ONE, 1: OTHER, 2: FREE})
    for finger in (0, 1, 2):
        room.screen.release(finger=finger)
    assert room.pressed == []


def test_another_hand_laid_down_beside_does_not_disturb_the_finger(room):
    room.screen.press(ONE)
    for finger, x in enumerate((500, 560, 620), 1):
        room.screen.press(QPointF(x, 450), finger, after=200 if finger == 1 else 20)
    room.screen.release()
    assert room.pressed == ["one"]


def test_a_hand_that_comes_down_slowly_presses_nothing(room):
    for finger, (at, after) in enumerate([(ONE, 0), (OTHER, 50), (FREE, 30), (FREE + QPointF(60, 0), 28)]):
        room.screen.press(at, finger, after)
    for finger in range(4):
        room.screen.release(finger=finger)
    assert room.pressed == []


def test_the_thumb_that_holds_a_tablet_does_not_keep_others_from_pressing(room):
    room.screen.press(FREE)
    room.screen.press(ONE, finger=1, after=5000)
    room.screen.release(finger=1)
    assert room.pressed == ["one"]


def test_a_second_finger_does_not_take_over_from_one_that_moves_for_long(room):
    room.screen.press(FREE)
    for step in range(10):
        room.screen.move(FREE - QPointF(0, 20 * step), after=300)
    room.screen.press(ONE, finger=1, after=20)
    room.screen.release(finger=1)
    assert room.pressed == []


def test_a_touch_that_the_system_ends_presses_nothing(room):
    room.screen.press(ONE)
    room.screen.cancel()
    assert room.pressed == []
    room.screen.tap(OTHER)
    assert room.pressed == ["other"]


# --- told twice ----------------------------------------------------------------------------


@pytest.mark.parametrize("later", [0, 5, 300])
def test_a_mouse_that_tells_of_the_same_touch_again_is_not_heard(room, later: int):
    room.screen.tap(ONE)
    room.screen.click(ONE + QPointF(3, 2), after=later)
    room.screen.tap(OTHER)
    assert room.pressed == ["one", "other"]


def test_a_mouse_that_speaks_while_the_finger_lies_is_not_heard(room):
    button = room.add("key", QRect(100, 300, 100, 100), typing=True)
    at = QPointF(button.geometry().center())
    room.screen.press(at)
    room.screen.mouse(PRESS, at, 2)
    room.screen.release(after=300)
    room.screen.mouse(RELEASE, at, 2)
    assert room.pressed == ["key"]


def test_a_touch_told_after_its_mouse_is_not_heard(room):
    button = room.add("key", QRect(100, 300, 100, 100), typing=True)
    at = QPointF(button.geometry().center())
    room.screen.click(at)
    room.screen.tap(at, after=200)
    assert room.pressed == ["key"]


def test_a_driver_that_presses_twice_presses_once(room):
    for kind in (PRESS, PRESS, RELEASE, RELEASE):
        room.screen.mouse(kind, ONE, 1)
    room.screen.mouse(PRESS, OTHER, 900)
    room.screen.mouse(RELEASE, OTHER, 50)
    assert room.pressed == ["one", "other"]


def test_a_driver_that_clicks_twice_clicks_once_even_where_keys_repeat_fast(room):
    room.add("key", QRect(100, 300, 100, 100), typing=True).repeat_ms = 0
    for _ in range(2):
        room.screen.click(QPointF(150, 350), after=4, held=40)
    assert room.pressed == ["key"]


def test_two_hands_on_mouse_and_screen_are_both_heard_at_other_places(room):
    room.screen.tap(ONE)
    room.screen.click(OTHER, after=300)
    assert room.pressed == ["one", "other"]


def test_a_press_whose_end_was_never_told_holds_nothing_up(room):
    room.screen.mouse(PRESS, FREE)
    room.screen.click(ONE, after=2000)
    assert room.pressed == ["one"]


def test_two_buttons_of_the_mouse_at_once_are_one_press(room):
    room.screen.mouse(PRESS, ONE)
    room.screen.mouse(PRESS, ONE, 30)
    room.screen.mouse(RELEASE, ONE, 80)
    room.screen.mouse(RELEASE, ONE, 10)
    assert room.pressed == ["one"]


# --- places --------------------------------------------------------------------------------


def test_a_finger_that_rests_and_then_slides_away_presses_nothing(room):
    room.screen.press(ONE)
    room.screen.move(ONE, after=3000)
    for step in range(1, 9):
        room.screen.move(ONE + QPointF(15 * step, 0))
    room.screen.release()
    assert room.pressed == []


def test_a_finger_that_rests_for_long_still_presses_when_it_leaves(room):
    room.screen.press(ONE)
    room.screen.release(after=6000)
    assert room.pressed == ["one"]


@pytest.mark.parametrize(
    "at", [QPointF(-1, 40), QPointF(0, 0), QPointF(10, -2), QPointF(800, 560), QPointF(799.6, 599.8)]
)
def test_the_edge_of_the_screen_belongs_to_the_button_that_stands_there(room, at: QPointF):
    room.add("first", QRect(0, 0, 100, 80))
    room.add("last", QRect(700, 520, 100, 80))
    room.screen.tap(at)
    assert room.pressed == ["first" if at.x() < 400 else "last"]


def test_what_takes_touches_itself_gets_them_as_they_are(room):
    told: list[QEvent.Type] = []
    button = room.add("scroller", QRect(400, 300, 200, 200))
    button.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    button.event = lambda event: told.append(event.type()) or True
    room.screen.press(QPointF(500, 400))
    room.screen.release()
    assert QEvent.Type.TouchBegin in told
