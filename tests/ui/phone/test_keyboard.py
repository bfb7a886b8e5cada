"""The keyboard tray: keys where hands expect them, large enough, each press one action."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from elder_tutor.lessons.view import Action, Do, KeyboardView, Target

FIELD = "health.reason.reason"
ARABIC, NUMBERS = KeyboardView(FIELD, "ar"), KeyboardView(FIELD, "123", True)
FORMS = KeyboardView(FIELD, "ar", False, ("أ", "إ", "آ"))


def key(code, text="", modifiers=Qt.KeyboardModifier.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_dad_stands_at_the_left_and_delete_at_the_right_in_both_languages(tray, rect, lang):
    shown = tray(ARABIC, lang=lang)
    assert rect(shown, "key.ض").left() < 40
    assert rect(shown, "key.delete").right() > shown.width() - 40


@pytest.mark.parametrize("window", [(1366, 768), (1280, 800), (1920, 1080), (1080, 1920)])
@pytest.mark.parametrize(
    "view", [ARABIC, FORMS, NUMBERS, KeyboardView(FIELD, "en"), KeyboardView(FIELD, "123")]
)
def test_keys_are_13_mm_and_3_mm_apart(tray, view, window):
    shown = tray(view, window=window)
    metrics = shown.kit.metrics
    for name, button in shown.buttons.items():
        assert min(button.width(), button.height()) >= metrics.mm(13), name
        assert shown.rect().contains(button.geometry()), name
    room = metrics.mm(3) - 1
    for one, other in combinations(shown.buttons.values(), 2):
        near = one.geometry().adjusted(-room, -room, room, room)
        assert not near.intersects(other.geometry()), (one.objectName(), other.objectName())


def test_a_key_tells_its_letter_and_the_field(tray, hand, rect):
    finger = hand(shown := tray(ARABIC))
    finger.tap(rect(shown, "key.ر").center())
    finger.tap(rect(shown, "key. ").center())
    finger.tap(rect(shown, "key.delete").center())
    finger.tap(rect(shown, "key.done").center())
    assert finger.actions == [
        Action(Do.KEY, FIELD, text="ر"),
        Action(Do.KEY, FIELD, text=" "),
        Action(Do.DELETE, FIELD),
        Action(Do.DONE, FIELD),
    ]


def test_eight_digits_at_three_a_second_lose_none(tray, hand, rect):
    finger = hand(shown := tray(NUMBERS))
    for _ in range(8):
        finger.tap(rect(shown, "key.0").center(), after=253)
    assert len(finger.actions) == 8


def test_a_tremor_on_a_key_writes_one_letter(tray, hand, rect):
    finger = hand(shown := tray(ARABIC))
    finger.tap(rect(shown, "key.ر").center())
    finger.tap(rect(shown, "key.ر").center(), after=40)
    assert len(finger.actions) == 1


def test_alef_forms_stand_beside_the_space_key_and_move_no_other_key(tray, rect):
    plain, forms = tray(ARABIC), tray(FORMS)
    still = set(plain.buttons) - {"key.space"}
    assert {name: plain.buttons[name].geometry() for name in still} == {
        name: forms.buttons[name].geometry() for name in still
    }
    assert rect(plain, "key.space").contains(rect(forms, "key.أ"))
    assert rect(forms, "key.space").contains(rect(plain, "key.space").center())


def test_a_hidden_form_is_shown_by_the_alef_that_leads_to_it(tray, rect):
    shown = tray(ARABIC)
    assert rect(shown, "key.أ") == rect(shown, "key.ا")
    assert rect(tray(FORMS), "key.أ") != rect(shown, "key.ا")


def test_a_letter_of_another_layer_is_shown_by_the_key_to_that_layer(tray, rect):
    shown = tray(ARABIC)
    assert rect(shown, "key.5") == rect(shown, "key.layer.123")
    assert rect(shown, "key.a") == rect(shown, "key.layer.en")


def test_the_number_pad_is_not_mirrored_in_arabic(tray, rect):
    shown = tray(NUMBERS)
    assert rect(shown, "key.1").left() < rect(shown, "key.2").left() < rect(shown, "key.3").left()
    assert rect(shown, "key.1").top() < rect(shown, "key.4").top()


def test_layers_are_asked_for_and_the_language_key_names_both(tray, hand, rect):
    finger = hand(shown := tray(ARABIC))
    finger.tap(rect(shown, "key.layer.en").center())
    finger.tap(rect(shown, "key.layer.123").center())
    assert [(action.do, action.text) for action in finger.actions] == [(Do.LAYER, "en"), (Do.LAYER, "123")]
    assert shown.buttons["key.layer.en"].accessibleName() == "English / العربية"


def test_the_microphone_writes_a_whole_text(tray, hand, rect):
    finger = hand(shown := tray(ARABIC, dictation="فحص النظر"))
    finger.tap(rect(shown, "key.mic").center())
    assert finger.actions == [Action(Do.WRITE, FIELD, text="فحص النظر")]


def test_a_touch_between_two_keys_is_a_miss_and_beside_one_key_is_that_key(tray, hand, rect):
    finger = hand(shown := tray(NUMBERS))
    one, two, nought = (rect(shown, f"key.{digit}") for digit in "120")
    between = QRect(one.topRight(), two.bottomLeft()).center()
    finger.tap(between)
    assert (finger.actions, finger.missed) == ([], 1)
    beside = nought.center()
    beside.setX(nought.left() - shown.kit.metrics.mm(3))
    finger.tap(beside)
    assert finger.actions == [Action(Do.KEY, FIELD, text="0")]


def test_the_key_to_press_now_is_saffron(tray, rect):
    shown = tray(ARABIC, target=Target("key.ر"))
    area = rect(shown, "key.ر")
    colour = shown.grab().toImage().pixelColor(area.left() + area.width() // 2, area.top() + 8)
    assert colour.name() == "#f5b31b"


def test_arabic_digits_on_the_keys_write_plain_digits(tray, hand, rect, samples, qtbot):
    shown = tray(NUMBERS)
    shown.render_keyboard(NUMBERS, samples.wording("ar", "arab"), shown.kit.metrics)
    finger = hand(shown)
    finger.tap(rect(shown, "key.٥").center())
    assert shown.buttons["key.5"].text() == "٥"
    assert finger.actions == [Action(Do.KEY, FIELD, text="5")]


@pytest.mark.parametrize(
    ("event", "action"),
    [
        (key(Qt.Key.Key_A, "ش"), Action(Do.KEY, FIELD, text="ش")),
        (key(Qt.Key.Key_5, "٥"), Action(Do.KEY, FIELD, text="5")),
        (key(Qt.Key.Key_5, "5"), Action(Do.KEY, FIELD, text="5")),
        (key(Qt.Key.Key_Backspace, "\b"), Action(Do.DELETE, FIELD)),
        (key(Qt.Key.Key_Return, "\r"), Action(Do.DONE, FIELD)),
        (key(Qt.Key.Key_F5), None),
        (key(Qt.Key.Key_C, "c", Qt.KeyboardModifier.ControlModifier), None),
    ],
)
def test_a_real_keyboard_does_the_same(tray, event, action):
    assert tray(ARABIC).handle_key(event) == action


def test_a_number_field_takes_no_letters_of_a_real_keyboard(tray):
    shown = tray(NUMBERS)
    assert shown.handle_key(key(Qt.Key.Key_A, "a")) is None
    assert shown.handle_key(key(Qt.Key.Key_7, "٧")) == Action(Do.KEY, FIELD, text="7")


def test_pasting_writes_the_first_line(tray):
    QGuiApplication.clipboard().setText("فحص\nالنظر")
    paste = key(Qt.Key.Key_V, "\x16", Qt.KeyboardModifier.ControlModifier)
    assert tray(ARABIC).handle_key(paste) == Action(Do.WRITE, FIELD, text="فحص")


def test_the_microphone_without_words_wipes_nothing_out(tray, hand, rect):
    finger = hand(shown := tray(ARABIC))
    finger.tap(rect(shown, "key.mic").center())
    assert finger.actions == []


def test_capital_letters_are_written_after_their_key(tray, hand, rect):
    small, large = KeyboardView(FIELD, "en"), KeyboardView(FIELD, "en", shift=True)
    shown = tray(small)
    finger = hand(shown)
    finger.tap(rect(shown, "key.shift").center())
    shown.render_keyboard(large, shown.kit.wording, shown.kit.metrics)
    assert shown.buttons["key.q"].text() == "Q"
    assert shown.buttons["key.shift"].isChecked()
    finger.tap(rect(shown, "key.q").center())
    assert finger.actions == [Action(Do.LAYER, FIELD, text="shift"), Action(Do.KEY, FIELD, text="Q")]


def test_the_way_to_a_capital_is_the_key_for_capitals(tray, rect):
    shown = tray(KeyboardView(FIELD, "en"))
    assert rect(shown, "key.Q") == shown.buttons["key.shift"].geometry()
    shown.render_keyboard(KeyboardView(FIELD, "en", shift=True), shown.kit.wording, shown.kit.metrics)
    assert rect(shown, "key.Q") == shown.buttons["key.q"].geometry()
