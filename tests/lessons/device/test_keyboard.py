"""The keyboard tray, and what writing leaves in the state."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do
from tests.lessons.clinic_app import TO_CODE, phone, play, tap

BACK, DONE, DELETE = Action(Do.BACK), Action(Do.DONE), Action(Do.DELETE)
FIELD, CODE = "health.why.reason", "health.code.code"


def key(letter):
    return Action(Do.KEY, text=letter)


@pytest.fixture
def device():
    return phone()


@pytest.fixture
def writing(device):
    return play(device, *TO_CODE[:5], tap(FIELD))[0]


def letters(device, state, name="reason"):
    return next((e.letters for e in device.view(state).elements if e.id.endswith(name)), None)


def test_a_tap_on_a_field_opens_the_tray_over_it(device, writing):
    tray = device.view(writing).keyboard
    assert (tray.field, tray.layer, tray.digits_only) == (FIELD, "ar", False)


def test_a_code_field_opens_the_digits_and_shows_its_cells(device):
    view = device.view(play(device, *TO_CODE, tap(CODE))[0])
    field = next(e for e in view.elements if e.id == CODE)
    assert (view.keyboard.layer, view.keyboard.digits_only, field.cells, field.input) == (
        "123",
        True,
        6,
        "digits",
    )


def test_keys_append_and_delete_takes_the_last_letter(device, writing):
    state, _ = play(device, key("ف"), key("ح"), key("ص"), DELETE, state=writing)
    assert letters(device, state) == "فح"


def test_the_class_follows_the_letters(device, writing):
    state, _ = device.apply(writing, key("ف"))
    assert device.text_class(state, "health.reason") == "ok"
    assert device.text_class(device.apply(state, DELETE)[0], "health.reason") == "empty"


def test_back_closes_the_tray_before_it_leaves_the_screen(device, writing):
    state, _ = device.apply(writing, BACK)
    assert (device.view(state).keyboard, device.screen(state)) == (None, "health.why")
    assert device.screen(device.apply(state, BACK)[0]) == "health.slot"


@pytest.mark.parametrize("action", [DONE, Action(Do.HOME), tap("health.why.next")])
def test_the_tray_closes_when_the_learner_is_done_or_elsewhere(device, writing, action):
    assert device.apply(writing, action)[0].tray is None


def test_tapping_another_element_closes_the_tray_and_acts(device, writing):
    assert device.screen(device.apply(writing, tap("health.why.next"))[0]) == "health.code"


@pytest.mark.parametrize("digits", ["123456", "١٢٣٤٥٦"])
def test_a_code_field_takes_both_digit_sets_and_no_more_than_its_cells(device, digits):
    state, _ = play(device, *TO_CODE, tap(CODE), *map(key, digits), key("7"), key("ب"))
    assert letters(device, state, "code") == "123456"


def test_the_microphone_fills_the_class_that_is_right(device, writing):
    state, _ = device.apply(writing, tap("health.why.mic"))
    assert letters(device, state) == "فحص النظر"


def test_a_text_never_grows_beyond_its_limit(device, writing):
    state, _ = device.apply(writing, Action(Do.WRITE, FIELD, text="ب" * 5000))
    assert len(letters(device, state)) == keyboard.LONGEST_TEXT


def test_after_a_resume_a_field_carries_its_classes_sample_marked_as_example(device, writing):
    state = device.restore_text(writing, FIELD, "ok")
    field = next(e for e in device.view(state).elements if e.id == FIELD)
    assert (field.letters, field.sample) == ("فحص النظر", True)


def test_typing_on_after_a_resume_takes_the_mark_away(device, writing):
    state, _ = device.apply(device.restore_text(writing, FIELD, "ok"), DELETE)
    assert not next(e for e in device.view(state).elements if e.id == FIELD).sample


def test_a_restored_class_is_the_stored_one_even_without_a_sample(device):
    state = device.restore_text(play(device, *TO_CODE)[0], CODE, "other")
    assert device.text_class(state, "health.typed") == "other"


def test_an_alef_form_takes_the_place_of_the_alef_before_it():
    assert keyboard.typed("مسا", "أ", False, 200) == "مسأ"
    assert keyboard.forms("مسا", "ar") == keyboard.ALEF_FORMS


@pytest.mark.parametrize(
    ("now", "layer", "expected"),
    [
        ("", "ar", ("key", "ا")),
        ("ا", "ar", ("key", "أ")),
        ("أ", "ar", ("key", "م")),
        ("أب", "ar", ("delete", "")),
        ("أ", "123", ("layer", "ar")),
        ("أم", "ar", ("done", "")),
    ],
)
def test_the_guide_knows_the_next_key(now, layer, expected):
    assert keyboard.next_key(now, "أم", layer, False) == expected


def test_every_letter_of_the_alphabet_has_a_key():
    for letter in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي":
        assert letter in (*keyboard.keys("ar", False), *keyboard.ALEF_FORMS)


def test_shift_makes_one_capital(device, writing):
    shift = Action(Do.KEY, text="shift")
    english, _ = play(device, Action(Do.LAYER, text="en"), state=writing)
    lifted, _ = play(device, shift, state=english)
    assert device.view(lifted).keyboard.shift
    state, _ = play(device, key("h"), key("i"), state=lifted)
    assert letters(device, state) == "Hi"
    assert play(device, shift, shift, state=english)[0] == english


@pytest.mark.parametrize("layer", ["ar", "123"])
def test_only_english_has_capitals(device, writing, layer):
    state, _ = play(device, Action(Do.LAYER, text=layer), state=writing)
    assert play(device, key("shift"), state=state)[0] == state


def test_the_next_key_of_a_capital_is_shift():
    assert keyboard.next_key("", "Hi", "en", False) == ("key", "shift")
    assert keyboard.next_key("", "Hi", "en", False, shift=True) == ("key", "H")
    assert keyboard.next_key("H", "Hi", "en", False, shift=True) == ("key", "shift")


def test_a_keyboard_that_is_plugged_in_writes_any_letter(device, writing):
    state, _ = play(device, key("Q"), key("é"), state=writing)
    assert letters(device, state) == "Qé"


@pytest.mark.parametrize("sign", ["\u202e", "\n", "\x00", ""])
def test_signs_that_nobody_sees_are_not_written(device, writing, sign):
    assert play(device, key(sign), state=writing)[0] == writing
    assert letters(device, play(device, Action(Do.WRITE, FIELD, text=f"ف{sign}"), state=writing)[0]) == "ف"


@pytest.mark.parametrize("digits", ["123456", "١٢٣٤٥٦", "۱۲۳۴۵۶"])
def test_a_number_field_takes_every_set_of_digits(device, digits):
    state, _ = play(device, *TO_CODE, tap(CODE))
    typed, _ = play(device, *map(key, digits), state=state)
    assert letters(device, typed, "code") == "123456"
    assert device.apply(state, Action(Do.WRITE, CODE, text=digits))[0].letters == typed.letters


@pytest.mark.parametrize("digits", ["١٢٣", "123", "۱۲۳"])
def test_a_text_field_understands_every_set_of_digits(digits):
    from elder_tutor.lessons.device.letters import text_class
    from elder_tutor.lessons.model import TextClass, Var, VarKind

    var = Var("a.b", VarKind.TEXT, classes=(TextClass("three", digits=3),))
    assert text_class(var, digits, lambda _: "") == "three"
