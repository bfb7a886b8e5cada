"""Swipes and long presses, by mouse and by touch, and what the shell of the phone does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from elder_tutor.lessons.view import Action, Do, Target

SHADE, RECENTS = "system.shade.list", "system.recents.list"


def far(phone, count=14):
    return phone.kit.metrics.mm(count)


@pytest.mark.parametrize("way", [1, -1])
def test_a_push_to_either_side_puts_a_notice_away(phone, hand, rect, gallery, way):
    finger = hand(shown := phone(gallery.shade()))
    finger.swipe(rect(shown, SHADE, "n2").center(), across=way * far(shown))
    assert finger.actions == [Action(Do.SWIPE, SHADE, "n2")]


def test_a_short_push_is_a_trembling_tap(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.shade()))
    finger.swipe(rect(shown, SHADE, "n2").center(), across=far(shown, 8))
    assert finger.actions == [Action(Do.PICK, SHADE, "n2")]


def test_a_push_that_comes_back_does_nothing(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.shade()))
    begin = rect(shown, SHADE, "n2").center()
    finger.press(begin)
    for across in (5, 10, 15, 10, 5, 0):
        finger.move(begin + QPoint(far(shown, across), 0))
    finger.release(begin)
    assert finger.actions == []


def test_a_slanted_push_still_counts(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.shade()))
    finger.swipe(rect(shown, SHADE, "n1").center(), across=far(shown), down=far(shown, 9))
    assert finger.actions == [Action(Do.SWIPE, SHADE, "n1")]


def test_an_app_is_closed_by_a_push_upwards_only(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.recents()))
    card = rect(shown, RECENTS, "messages").center()
    finger.swipe(card, down=-far(shown))
    finger.swipe(card, down=far(shown))
    assert finger.actions == [Action(Do.SWIPE, RECENTS, "messages")]


def test_a_push_to_the_side_turns_the_page_of_open_apps(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.recents()))
    assert shown.rect_of(Target(RECENTS, "health")) is None
    finger.swipe(rect(shown, RECENTS, "messages").center(), across=far(shown))
    assert shown.rect_of(Target(RECENTS, "health")) is not None
    assert finger.actions == []


@pytest.mark.parametrize(("lang", "way"), [("ar", 1), ("en", -1)])
def test_the_page_is_pushed_the_way_one_reads_on(phone, hand, gallery, lang, way):
    finger = hand(shown := phone(gallery.pages(), lang=lang))
    middle = shown.screen_rect().center()
    finger.swipe(middle, across=way * far(shown))
    finger.swipe(middle, across=-way * far(shown))
    tips = "health.tips.pages"
    assert finger.actions == [Action(Do.SWIPE, tips), Action(Do.SWIPE, tips, level=-1)]


def test_a_push_upwards_anywhere_goes_down_a_long_page(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.scroll()))
    finger.swipe(rect(shown, "health.terms.text").center(), down=-far(shown))
    assert finger.actions == [Action(Do.SWIPE, "health.terms.down")]


def test_the_home_screen_is_turned_by_a_push_to_the_side(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.apps()))
    finger.swipe(rect(shown, "home.health").center(), across=far(shown))
    assert finger.actions == [Action(Do.SWIPE, "home.pages")]


def test_a_large_page_of_icons_is_half_a_page_of_the_phone(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.apps(), step=4))
    finger.tap(rect(shown, "home.pages").center())
    assert (finger.actions, shown.home.page) == ([], 1)
    finger.tap(rect(shown, "home.pages").center())
    assert finger.actions == [Action(Do.SET, "home.pages", level=1)]
    shown.render_phone(replace(gallery.apps(), page=1), shown.kit.wording, shown.kit.metrics)
    assert shown.rect_of(Target("home.more0")) is not None


def test_the_status_bar_opens_the_notices_by_tap_and_by_a_push_down(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.timeline()))
    bar = rect(shown, "side.shade")
    finger.tap(bar.center())
    finger.swipe(bar.center(), down=far(shown))
    assert finger.actions == [Action(Do.TAP, "side.shade"), Action(Do.SWIPE, "side.shade")]


@pytest.mark.parametrize("name", ["side.recents", "side.volume_up", "side.volume_down", "side.power"])
def test_the_phones_own_keys_act(phone, hand, rect, gallery, name):
    finger = hand(shown := phone(gallery.timeline()))
    finger.tap(rect(shown, name).center())
    assert finger.actions == [Action(Do.TAP, name)]
    assert shown.words_of(Target(name))


def test_a_touch_4_mm_beside_a_key_of_the_frame_counts(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.camera()))
    key = rect(shown, "side.power")
    finger.tap(QPoint(key.left() - far(shown, 3), key.center().y()))
    assert finger.actions == [Action(Do.TAP, "side.power")]


def test_a_phone_without_its_own_keys_looks_as_before(phone, samples):
    shown = phone(samples.review())
    for name in ("side.shade", "side.recents", "side.power"):
        assert shown.rect_of(Target(name)) is None
    assert shown.screen_rect().left() == shown.width() - 1 - shown.screen_rect().right()


def test_a_long_press_on_a_bubble_tells_its_row(phone, hand, rect, gallery, qtbot):
    finger = hand(shown := phone(gallery.thread()))
    bubble = rect(shown, "chat.talk.thread", "a").center()
    finger.press(bubble)
    button = shown.pane.pieces["chat.talk.thread"].buttons["a"]
    qtbot.waitUntil(lambda: button.holding > 0.2)
    qtbot.waitUntil(lambda: bool(finger.actions))
    finger.release(bubble)
    assert finger.actions == [Action(Do.HOLD, "chat.talk.thread", "a")]
    assert button.holding == 0


def test_a_long_press_that_ends_early_is_a_tap(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.thread()))
    finger.tap(rect(shown, "chat.talk.thread", "a").center())
    assert finger.actions == [Action(Do.PICK, "chat.talk.thread", "a")]


def test_a_long_press_on_an_icon_opens_what_the_app_offers(phone, hand, rect, gallery, qtbot):
    finger = hand(shown := phone(gallery.apps()))
    icon = rect(shown, "home.chat")
    low = QPoint(icon.center().x(), icon.bottom() - 12)
    finger.press(low)
    qtbot.waitUntil(lambda: bool(finger.actions))
    finger.release(low)
    assert finger.actions == [Action(Do.HOLD, "home.chat")]


def test_a_finger_on_a_touch_screen_does_what_the_mouse_does(phone, hand, rect, gallery, qtbot):
    finger = hand(shown := phone(gallery.shade()))
    qtbot.waitExposed(shown)
    begin = rect(shown, SHADE, "n1").center()
    device = QTest.createTouchDevice()
    button = shown.childAt(begin)
    place = button.mapFrom(shown, begin)
    QTest.touchEvent(button, device).press(0, place, button).commit()
    for step in range(1, 6):
        QTest.touchEvent(button, device).move(0, place + QPoint(far(shown, 3 * step), 0), button).commit()
    QTest.touchEvent(button, device).release(0, place + QPoint(far(shown, 15), 0), button).commit()
    assert finger.actions == [Action(Do.SWIPE, SHADE, "n1")]


def test_every_twin_is_reached_and_pressed_by_keys(phone, hand, gallery):
    finger = hand(shown := phone(gallery.shade()))
    names = [each.objectName() for each in shown.focus_order()]
    first = names.index(f"{SHADE}/n1")
    assert names[first : first + 3] == [f"{SHADE}/n1", f"{SHADE}/n1/swipe", f"{SHADE}/n1/hold"]
    for name in names[first : first + 3]:
        button = next(each for each in shown.focus_order() if each.objectName() == name)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert [action.do for action in finger.actions] == [Do.PICK, Do.SWIPE, Do.HOLD]


def test_the_short_line_covers_no_target_and_moves_none(phone, rect, gallery):
    loud = gallery.store()
    quiet = replace(loud, toast=None)
    one, other = phone(loud), phone(quiet)
    assert one.toast.isVisible()
    assert not other.toast.isVisible()
    assert rect(one, "store.home.search") == rect(other, "store.home.search")
    assert not one.toast.geometry().intersects(rect(one, "store.home.search"))


def test_what_looks_like_a_call_for_help_says_that_it_is_training(phone, hand, gallery, qtbot):
    shown = phone(gallery.danger())
    finger = hand(shown)
    assert "تدريب" in shown.danger.words.text()
    button = shown.danger.help
    with qtbot.waitSignal(shown.helpRequested):
        finger.tap(button.mapTo(shown, button.rect().center()))
    assert finger.actions == []


def test_the_status_bar_tells_in_words_what_it_draws(phone, gallery):
    handle = phone(gallery.poor()).status.handle
    assert handle.accessibleDescription().count(" · ") == 3
    assert phone(gallery.flight()).status.handle.accessibleDescription().count(" · ") == 1


@pytest.mark.parametrize(
    ("region", "part"),
    [("top", "pane"), ("middle", "pane"), ("bottom", "pane"), ("navigation", "nav"), ("status", "status")],
)
def test_a_region_lies_in_its_part_of_the_phone(phone, gallery, region, part):
    shown = phone(gallery.timeline())
    area = shown.rect_of_region(region)
    assert getattr(shown, part).geometry().contains(area)
    assert shown.rect_of_region("keyboard") is None


@pytest.mark.parametrize(
    ("screen", "element", "do", "lang", "gesture"),
    [
        ("shade", SHADE, Do.SWIPE, "ar", "right"),
        ("shade", SHADE, Do.SWIPE, "en", "left"),
        ("recents", RECENTS, Do.SWIPE, "ar", "up"),
        ("scroll", "health.terms.down", Do.SWIPE, "ar", "up"),
        ("timeline", "side.shade", Do.SWIPE, "ar", "down"),
        ("thread", "chat.talk.thread", Do.HOLD, "ar", "hold"),
        ("text_size", "settings.size.level", Do.SET, "ar", "left"),
        ("camera", "camera.take.shutter", Do.TAP, "ar", "tap"),
    ],
)
def test_the_hand_is_told_how_an_action_looks(phone, gallery, screen, element, do, lang, gesture):
    assert phone(gallery.GALLERY[screen](), lang=lang).gesture_of(Target(element), do) == gesture


def test_a_notice_is_put_away_by_a_push_too(phone, hand, rect, gallery):
    finger = hand(shown := phone(gallery.poor()))
    finger.swipe(rect(shown, "notice.1").center(), across=far(shown))
    assert finger.actions == [Action(Do.DISMISS, "notice.1")]
    assert rect(shown, "notice.1").isValid()
    assert isinstance(rect(shown, "notice.1"), QRect)
