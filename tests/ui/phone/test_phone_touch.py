"""Fingers on the phone: tolerant, once, never into the next screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from elder_tutor.lessons.view import Action, Do

CONFIRM, EDIT = "health.review.confirm", "health.review.edit"


def millimetres(phone, count):
    return phone.kit.metrics.mm(count)


def test_a_touch_acts_when_the_finger_is_lifted(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    finger.press(rect(shown, CONFIRM).center())
    assert finger.actions == []
    finger.release(rect(shown, CONFIRM).center())
    assert finger.actions == [Action(Do.TAP, CONFIRM)]


def test_a_release_a_little_outside_still_counts(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    area = rect(shown, EDIT)
    finger.press(area.center())
    finger.release(QPoint(area.center().x(), area.top() - millimetres(shown, 8)))
    assert finger.actions == [Action(Do.TAP, EDIT)]


def test_a_release_far_outside_takes_the_touch_back(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    area = rect(shown, EDIT)
    finger.press(area.center())
    finger.release(QPoint(area.center().x(), area.top() - millimetres(shown, 12)))
    assert finger.actions == []


def test_a_release_on_another_target_acts_for_neither(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    finger.press(rect(shown, EDIT).center())
    finger.release(rect(shown, CONFIRM).topLeft() + QPoint(60, 4))
    assert finger.actions == []


def test_a_miss_snaps_to_the_only_near_target(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    area = rect(shown, EDIT)
    finger.tap(QPoint(area.center().x(), area.top() - millimetres(shown, 3)))
    assert finger.actions == [Action(Do.TAP, EDIT)]


def test_a_miss_between_two_targets_is_a_miss(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    upper, lower = rect(shown, EDIT), rect(shown, CONFIRM)
    finger.tap(QPoint(upper.center().x(), (upper.bottom() + lower.top()) // 2))
    assert (finger.actions, finger.missed) == ([], 1)


def test_a_touch_beside_everything_is_told_as_a_miss(phone, hand, samples):
    finger = hand(phone(samples.who()))
    finger.tap(QPoint(240, 480))
    assert (finger.actions, finger.missed) == ([], 1)


def test_a_second_touch_in_the_phone_within_half_a_second_is_ignored(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.review()))
    for pause in (1000, 200, 600):
        finger.tap(rect(shown, EDIT).center(), after=pause)
    assert finger.actions == [Action(Do.TAP, EDIT)] * 2


def test_a_trembling_second_touch_does_not_reach_the_next_screen(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.consent()))
    place = rect(shown, "health.consent.next").center()
    finger.tap(place)
    shown.render_phone(samples.review(), shown.kit.wording, shown.kit.metrics)
    finger.tap(place, after=150)
    finger.tap(place, after=600)
    assert [action.element for action in finger.actions] == ["health.consent.next", CONFIRM]


def test_a_closed_button_still_tells_of_a_touch_so_that_it_can_say_why(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.code()))
    finger.tap(rect(shown, "health.code.verify").center())
    assert finger.actions == [Action(Do.TAP, "health.code.verify")]


def test_a_long_press_holds_and_does_not_tap(phone, hand, rect, samples, qtbot):
    finger = hand(shown := phone(samples.message()))
    link = rect(shown, "messages.message.link")
    finger.press(link.center())
    qtbot.waitUntil(lambda: bool(finger.actions))
    finger.release(link.center())
    assert finger.actions == [Action(Do.HOLD, "messages.message.link")]


def test_a_hold_has_a_visible_button_that_does_the_same(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.message()))
    finger.tap(rect(shown, "messages.message.link", "hold").center())
    assert finger.actions == [Action(Do.HOLD, "messages.message.link")]


def test_a_finger_that_moves_far_scrolls_and_presses_nothing(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.inbox()))
    begin = rect(shown, "messages.inbox.list", "m2").center()
    finger.press(begin)
    for step in range(1, 8):
        finger.move(begin - QPoint(0, 15 * step))
    finger.release(begin - QPoint(0, 105))
    assert finger.actions == []
    assert shown.pane.offset > 40


def test_space_and_enter_press_what_has_the_focus(phone, hand, samples):
    finger = hand(shown := phone(samples.review()))
    shown.pane.pieces[CONFIRM].button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.pane.pieces[CONFIRM].button, Qt.Key.Key_Return)
    assert finger.actions == [Action(Do.TAP, CONFIRM)]


def test_while_a_field_is_open_space_is_a_letter_and_presses_nothing(phone, hand, samples):
    finger = hand(shown := phone(samples.field()))
    button = shown.pane.pieces["health.reason.next"].button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert finger.actions == [Action(Do.KEY, "health.reason.reason", text=" ")]


def test_back_and_home_are_told_without_an_element(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.day()))
    finger.tap(rect(shown, "back").center())
    finger.tap(rect(shown, "home").center())
    assert finger.actions == [Action(Do.BACK), Action(Do.HOME)]


def test_a_touch_beside_a_dialog_reaches_nothing_below_it(phone, hand, rect, samples):
    below = rect(phone(samples.review()), CONFIRM)
    finger = hand(shown := phone(samples.dialog()))
    finger.tap(below.center())
    assert (finger.actions, finger.missed) == ([], 1)
    finger.tap(rect(shown, "back").center())
    assert finger.actions == [Action(Do.BACK)]


def test_a_switch_asks_for_the_other_state_and_waits_for_the_phone(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.consent()))
    finger.tap(rect(shown, "health.consent.agree").center())
    assert finger.actions == [Action(Do.SET, "health.consent.agree", level=0)]
    assert shown.pane.pieces["health.consent.agree"].button.isChecked()


def test_plus_does_what_dragging_the_slider_does(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.settings()))
    finger.tap(rect(shown, "health.settings.ring", "more").center())
    shown.pane.pieces["health.settings.ring"].track.setValue(3)
    assert [action.level for action in finger.actions] == [7, 3]
