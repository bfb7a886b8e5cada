"""Sentences made of an element, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from elder_tutor import regions
from elder_tutor.i18n import Translator
from elder_tutor.lessons.teaching.sentences import instruction, naming, target_of, whereabouts
from elder_tutor.lessons.view import Action, Do, ElementView, KeyboardView, NoticeView, RowView, ScreenView
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording

DAY = date(2026, 6, 14)


def element(name, kind, **more):
    return ElementView(f"a.s.{name}", kind, Phrase(name), **more)


def screen(*elements, app="a", **more):
    return ScreenView(app, "a.s", None, None, "", "", elements, **more)


PAGE = screen(
    element("go", "button", region="bottom", meaning=Phrase("It goes.")),
    element("tab", "tab", region="top"),
    element("mid", "tile", region="middle"),
    element("me", "option"),
    element("list", "list", rows=(RowView("r", Phrase("Row")),)),
    element("days", "calendar", rows=(RowView("d", Phrase("14"), day=DAY),)),
    element("slots", "slots", rows=(RowView("t", phrase("{t:time}", "a", t="10:30")),)),
    element("on", "toggle", region="middle"),
    element("box", "check"),
    element("stars", "rating", most=5),
    element("loud", "slider", most=10),
    element("field", "field", region="top"),
    element("card", "card"),
    element("link", "link", can_hold=True, hold_label=Phrase("Address")),
    notices=(NoticeView("4", "m", "", Phrase("Messages"), Phrase("Hello")),),
)
TRAY = KeyboardView("a.s.field", "ar")


def act(do, name="", **more):
    return Action(do, f"a.s.{name}" if name else "", **more)


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    return Wording("en", Translator("en", tmp_path_factory.mktemp("none")), regions.load_region())


def shown(wording, phrases):
    isolates = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
    return " ".join(wording.shown(each) for each in phrases).translate(isolates)


TOP, MIDDLE = (f"The place is {where} of the phone's screen." for where in ("at the top", "in the middle"))
SAID = [
    (act(Do.TAP, "go"), "Tap “go” at the bottom of the phone's screen."),
    (act(Do.TAP, "tab"), "Tap “tab” at the top of the phone's screen."),
    (act(Do.TAP, "mid"), "Tap “mid” in the middle of the phone's screen."),
    (act(Do.TAP, "me"), "Choose “me”."),
    (act(Do.PICK, "list", row="r"), "Choose “Row”."),
    (act(Do.PICK, "list", row="gone"), "Choose one of “list”."),
    (act(Do.SET, "on", level=1), f"Move the switch “on” to turn it on. {MIDDLE}"),
    (act(Do.SET, "on"), f"Move the switch “on” to turn it off. {MIDDLE}"),
    (act(Do.TAP, "on"), f"Move the switch “on” to turn it on. {MIDDLE}"),
    (act(Do.SET, "box", level=1), "Tap the box “box”."),
    (act(Do.SET, "stars", level=4), "In “stars” choose 4 of 5."),
    (act(Do.SET, "loud", level=7), "Move “loud” to 7."),
    (act(Do.TAP, "field"), f"Tap the field “field” to write in it. {TOP}"),
    (act(Do.WRITE, "field", text="tea"), "Write “tea” in “field”."),
    (act(Do.TAP, "card"), "Read “card”, then tap it."),
    (act(Do.HOLD, "link"), "Press and hold “link”. Or tap “Address” beside it."),
    (act(Do.BACK), "Tap “Back” at the bottom of the phone's screen."),
    (act(Do.HOME), "Tap “Home” at the bottom of the phone's screen."),
    (Action(Do.TAP, "notice.4"), "Tap the notice from “Messages” at the top of the phone's screen."),
    (act(Do.TAP, "gone"), "Look at the phone's screen."),
]


@pytest.mark.parametrize(("action", "sentence"), SAID)
def test_an_instruction_names_the_control_and_its_place(english, action, sentence):
    assert shown(english, instruction(action, PAGE)) == sentence


def test_a_day_is_said_as_a_date(english):
    assert "14 June" in shown(english, instruction(act(Do.PICK, "days", row="d"), PAGE))


def test_a_time_is_said_as_a_time(english):
    assert "10:30 am" in shown(english, instruction(act(Do.PICK, "slots", row="t"), PAGE))


def test_an_icon_of_the_home_screen_is_an_app(english):
    home = screen(ElementView("home.a", "app", Phrase("Tea")), app="")
    assert shown(english, instruction(Action(Do.TAP, "home.a"), home)) == "Open the app “Tea”."


@pytest.mark.parametrize(
    ("action", "layer", "sentence"),
    [
        (act(Do.KEY, text="ر"), "ar", "Tap the letter “ر”. It is in the third row."),
        (act(Do.KEY, text="ض"), "ar", "Tap the letter “ض”. It is in the first row."),
        (act(Do.KEY, text="5"), "123", "Tap the digit 5. It is in the second row."),
        (act(Do.KEY, text="0"), "123", "Tap the digit 0. It is in the fourth row."),
        (act(Do.KEY, text=" "), "ar", "Tap the space key at the bottom of the keyboard."),
        (act(Do.DELETE), "ar", "Tap “Delete” on the keyboard. It takes away the last letter."),
        (act(Do.DONE), "ar", "Tap “Done” on the keyboard."),
        (act(Do.LAYER, text="123"), "ar", "Tap “123” on the keyboard, for the digits."),
        (act(Do.LAYER, text="en"), "ar", "Tap “English” on the keyboard."),
        (act(Do.LAYER, text="ar"), "en", "Tap “العربية” on the keyboard."),
    ],
)
def test_a_key_is_named_with_its_row(english, action, layer, sentence):
    page = screen(element("field", "field"), keyboard=KeyboardView("a.s.field", layer))
    assert shown(english, instruction(action, page)) == sentence


def test_naming_adds_what_the_control_is_for(english):
    said = shown(english, naming(act(Do.TAP, "go"), PAGE))
    assert said == "The button “go” is at the bottom of the phone's screen. It goes."


def test_naming_explains_back_and_home(english):
    assert shown(english, naming(act(Do.BACK), PAGE)).endswith("It takes you to the page before.")
    assert shown(english, naming(act(Do.HOME), PAGE)).endswith("It takes you to all the apps.")


@pytest.mark.parametrize(
    ("action", "part"),
    [
        (act(Do.TAP, "go"), "Look at the bottom of the phone's screen."),
        (act(Do.TAP, "mid"), "Look at the middle of the phone's screen."),
        (act(Do.TAP, "tab"), "Look at the top of the phone's screen."),
        (act(Do.KEY, text="ر"), "Look at the keyboard at the bottom of the page."),
        (act(Do.DECIDE, row="x"), "Look at the answers beside the phone."),
        (act(Do.TAP, "gone"), "Look at the phone's screen."),
    ],
)
def test_whereabouts_tell_the_region_only(english, action, part):
    assert english.shown(whereabouts(action, PAGE)) == part


@pytest.mark.parametrize(
    ("action", "target"),
    [
        (act(Do.BACK), "back"),
        (act(Do.KEY, text="ر"), "key.ر"),
        (act(Do.DELETE), "key.delete"),
        (act(Do.DONE), "key.done"),
        (act(Do.LAYER, text="en"), "key.layer.en"),
        (Action(Do.TAP, "notice.4"), "notice.4"),
        (act(Do.DECIDE, row="good"), "opinion.good"),
        (act(Do.TAP, "go"), "a.s.go"),
    ],
)
def test_the_target_is_what_the_page_can_light(action, target):
    assert target_of(action, PAGE).element == target
