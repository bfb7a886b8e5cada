# ruff: noqa: E501 - a table reads best with one row a line
"""Every kind of action has a sentence of its own in Arabic and in English, with its place."""

from __future__ import annotations

import re
from datetime import date

import pytest

from elder_tutor import regions
from elder_tutor.i18n import Translator
from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.teaching.sentences import instruction, naming, target_of, whereabouts
from elder_tutor.lessons.view import Action, Do, ElementView, KeyboardView, NoticeView, RowView, ScreenView
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording

NAME = Phrase("اِسْمٌ")
ROW = Phrase("سَطْرٌ")
TWIN = Phrase("زِرٌّ")
DAY = date(2026, 6, 14)
_UNQUOTED = re.compile(r"«[^»]*»|\{[^}]*\}")
ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


def element(kind, name="", **more):
    more = {"region": "bottom", "label": NAME, **more}
    return ElementView(f"a.s.{name or kind}", kind, **more)


def rows(kind, name="", **more):
    return element(kind, name, rows=(RowView("r", ROW),), **more)


CHOICES = (
    "list",
    "chips",
    "menu",
    "contacts",
    "chats",
    "words",
    "photos",
    "pins",
    "thread",
    "recents",
    "shade",
)
PAGE = ScreenView(
    "a", "a.s", None, None, "", "",
    (
        *(element(kind) for kind, behaviour in KINDS.items() if behaviour in (
            Behaviour.TAP, Behaviour.READ, Behaviour.WRITE, Behaviour.SET) and kind != "call"),
        *(rows(kind) for kind in CHOICES),
        element("option"),
        element("calendar", rows=(RowView("r", Phrase("14"), day=DAY),)),
        element("slots", rows=(RowView("r", phrase("{t:time}", "a", t="10:30")),)),
        element("call", "answer", look="answer"), element("call", "hangup", look="hangup"),
        element("call", "dial", look="dial"), element("call", "other"),
        element("record", "recording", checked=True), element("toggle", "on", checked=True, level=1),
        element("map", "bare", label=None), element("card", "plain", label=None),
        element("scroll", most=3, level=1), element("pages", most=3, level=1),
        element("link", "held", can_hold=True, hold_label=TWIN), element("button", "bare_hold", can_hold=True),
        *(element("card", to, can_swipe=True, swipe_to=to, swipe_label=TWIN) for to in ("side", "up", "down")),
        rows("chats", "kept", can_swipe=True, can_hold=True, swipe_to="side", swipe_label=TWIN),
    ),
    notices=(NoticeView("4", "m", "", Phrase("رَسَائِلُ"), Phrase("مَرْحَبًا")),),
    sides=("side.shade", "side.recents", "side.volume_up", "side.volume_down", "side.power"),
    page=1, pages=3,
)  # fmt: skip
HOME_PAGE = ScreenView("", "home", None, None, "", "", (element("app"),), page=1, pages=3)
WRITING = ScreenView(
    "a", "a.s", None, None, "", "", (element("field"),), keyboard=KeyboardView("a.s.field", "ar")
)


def on(do, name="", **more):
    return Action(do, f"a.s.{name}" if name else "", **more)


BELOW, EN_BELOW = "المكان في أسفل شاشة الهاتف.", "The place is at the bottom of the phone's screen."
TAPPED = "اضغطوا على «اسم» في أسفل شاشة الهاتف."
EN_TAPPED = "Tap “اسم” at the bottom of the phone's screen."
TABLE = [
    # taps
    *((on(Do.TAP, kind), PAGE, EN_TAPPED, TAPPED) for kind in (
        "button", "tab", "tile", "icon", "link", "attach", "camera", "pin_on_map", "exit", "share", "other")),
    (on(Do.TAP, "option"), PAGE, f"Choose “اسم”. {EN_BELOW}", f"اختاروا «اسم». {BELOW}"),
    (on(Do.TAP, "outside"), PAGE, "Tap the empty place outside the window.", "اضغطوا على المكان الفارغ خارج النافذة."),
    (on(Do.TAP, "shutter"), PAGE, f"Take the photo: tap “اسم”. {EN_BELOW}", f"التقطوا الصورة: اضغطوا على «اسم». {BELOW}"),
    (on(Do.TAP, "record"), PAGE, f"Tap “اسم”, then speak. {EN_BELOW}", f"اضغطوا على «اسم»، ثم تكلموا. {BELOW}"),
    (on(Do.TAP, "microphone"), PAGE, f"Tap “اسم”, then speak. {EN_BELOW}", f"اضغطوا على «اسم»، ثم تكلموا. {BELOW}"),
    (on(Do.TAP, "recording"), PAGE, f"When you have spoken, tap “اسم” once more. {EN_BELOW}", f"بعد أن تتكلموا اضغطوا على «اسم» مرةً أخرى. {BELOW}"),
    (on(Do.TAP, "answer"), PAGE, f"{EN_TAPPED} It answers the call.", f"{TAPPED} هو الذي يرد على المكالمة."),
    (on(Do.TAP, "hangup"), PAGE, f"{EN_TAPPED} It ends the call.", f"{TAPPED} هو الذي ينهي المكالمة."),
    (on(Do.TAP, "dial"), PAGE, f"{EN_TAPPED} It begins the call.", f"{TAPPED} هو الذي يبدأ المكالمة."),
    (Action(Do.TAP, "a.s.app"), HOME_PAGE, "Open the app “اسم”.", "افتحوا تطبيق «اسم»."),
    # what is read
    (on(Do.TAP, "sender"), PAGE, "Read “اسم”, then tap it.", "اقرؤوا «اسم»، ثم اضغطوا على المكان نفسه."),
    (on(Do.TAP, "map"), PAGE, "Read “اسم”, then tap it.", "اقرؤوا «اسم»، ثم اضغطوا على المكان نفسه."),
    (on(Do.TAP, "bare"), PAGE, "Look at the map, then tap it.", "انظروا إلى الخريطة، ثم اضغطوا عليها."),
    (on(Do.TAP, "plain"), PAGE, "Read the card on the phone's screen, then tap it.", "اقرؤوا البطاقة في شاشة الهاتف، ثم اضغطوا عليها."),
    # choices
    *((on(Do.PICK, kind, row="r"), PAGE, "Choose “سطر”.", "اختاروا «سطر».") for kind in (
        "list", "chips", "menu", "contacts", "chats", "words")),
    (on(Do.PICK, "list", row="gone"), PAGE, "Choose one of “اسم”.", "اختاروا من «اسم»."),
    (on(Do.PICK, "calendar", row="r"), PAGE, "Choose the day Sunday 14 June.", "اختاروا يوم الأحد 14 يونيو."),
    (on(Do.PICK, "photos", row="r"), PAGE, "Choose the photo “سطر”.", "اختاروا صورة «سطر»."),
    (on(Do.PICK, "pins", row="r"), PAGE, "Tap “سطر” on the map.", "اضغطوا على «سطر» في الخريطة."),
    (on(Do.PICK, "thread", row="r"), PAGE, "Tap the message “سطر”.", "اضغطوا على رسالة «سطر»."),
    (on(Do.PICK, "recents", row="r"), PAGE, "Open the app “سطر”.", "افتحوا تطبيق «سطر»."),
    (on(Do.PICK, "shade", row="r"), PAGE, "Tap the notice “سطر”.", "اضغطوا على إشعار «سطر»."),
    # holding and swiping
    (on(Do.HOLD, "held"), PAGE, "Press and hold “اسم”. Or tap “زر” beside it.", "اضغطوا ضغطةً مطولةً على «اسم». أو اضغطوا على «زر» بجانبه."),
    (on(Do.HOLD, "bare_hold"), PAGE, "Press and hold “اسم”.", "اضغطوا ضغطةً مطولةً على «اسم»."),
    (on(Do.HOLD, "kept", row="r"), PAGE, "Press and hold “سطر”.", "اضغطوا ضغطةً مطولةً على «سطر»."),
    (on(Do.SWIPE, "side"), PAGE, "Swipe “اسم” to the side. Or tap “زر” beside it.", "اسحبوا «اسم» إلى الجانب. أو اضغطوا على «زر» بجانبه."),
    (on(Do.SWIPE, "up"), PAGE, "Swipe “اسم” upwards. Or tap “زر” beside it.", "اسحبوا «اسم» إلى الأعلى. أو اضغطوا على «زر» بجانبه."),
    (on(Do.SWIPE, "down"), PAGE, "Swipe “اسم” downwards. Or tap “زر” beside it.", "اسحبوا «اسم» إلى الأسفل. أو اضغطوا على «زر» بجانبه."),
    (on(Do.SWIPE, "kept", row="r"), PAGE, "Swipe “سطر” to the side. Or tap “زر” beside it.", "اسحبوا «سطر» إلى الجانب. أو اضغطوا على «زر» بجانبه."),
    # pages
    (on(Do.SWIPE, "scroll"), PAGE, "Scroll down gently.", "مرروا إلى الأسفل برفق."),
    (on(Do.SET, "scroll", level=0), PAGE, "Scroll up gently.", "مرروا إلى الأعلى برفق."),
    (on(Do.SWIPE, "pages"), PAGE, "Swipe to the next page. Or tap the arrow.", "اسحبوا إلى الصفحة التالية. أو اضغطوا على السهم."),
    (on(Do.SWIPE, "pages", level=-1), PAGE, "Swipe to the page before. Or tap the arrow.", "اسحبوا إلى الصفحة السابقة. أو اضغطوا على السهم."),
    (Action(Do.SWIPE, "home.pages"), HOME_PAGE, "Swipe to the next page of apps. Or tap the arrow.", "اسحبوا إلى صفحة التطبيقات التالية. أو اضغطوا على السهم."),
    (Action(Do.SET, "home.pages", level=0), HOME_PAGE, "Swipe to the page of apps before. Or tap the arrow.", "اسحبوا إلى صفحة التطبيقات السابقة. أو اضغطوا على السهم."),
    # switches and sliders
    (on(Do.SET, "toggle", level=1), PAGE, f"Move the switch “اسم” to turn it on. {EN_BELOW}", f"حركوا مفتاح «اسم» ليعمل. {BELOW}"),
    (on(Do.TAP, "on"), PAGE, f"Move the switch “اسم” to turn it off. {EN_BELOW}", f"حركوا مفتاح «اسم» ليتوقف. {BELOW}"),
    (on(Do.SET, "check", level=1), PAGE, f"Tap the box “اسم”. {EN_BELOW}", f"اضغطوا على مربع «اسم». {BELOW}"),
    (on(Do.SET, "slider", level=7), PAGE, f"Move “اسم” to 7. {EN_BELOW}", f"حركوا «اسم» إلى 7. {BELOW}"),
    # writing
    (on(Do.TAP, "code"), PAGE, f"Tap the field “اسم” to write in it. {EN_BELOW}", f"اضغطوا على خانة «اسم» لتكتبوا فيها. {BELOW}"),
    (on(Do.WRITE, "field"), PAGE, "Take away what stands in “اسم”.", "احذفوا المكتوب في «اسم»."),
    (on(Do.KEY, text="ن"), WRITING, "Tap the letter “ن”. It is in the second row.", "اضغطوا على حرف «ن». هو في الصف الثاني."),
    (on(Do.DELETE), WRITING, "Tap “Delete” on the keyboard. It takes away the last letter.", "اضغطوا على «حذف» في لوحة المفاتيح. هو الذي يحذف آخر حرف."),
    (on(Do.DONE), WRITING, "Tap “Done” on the keyboard.", "اضغطوا على «تم» في لوحة المفاتيح."),
    (on(Do.LAYER, text="123"), WRITING, "Tap “123” on the keyboard, for the digits.", "اضغطوا على «123» في لوحة المفاتيح، لتظهر الأرقام."),
    (on(Do.LAYER, text="shift"), WRITING, "Tap the key for capital letters on the keyboard.", "اضغطوا على مفتاح الحروف الكبيرة في لوحة المفاتيح."),
    # the phone's own
    (Action(Do.BACK), PAGE, "Tap “Back” at the bottom of the phone's screen.", "اضغطوا على «رجوع» في أسفل شاشة الهاتف."),
    (Action(Do.HOME), PAGE, "Tap “Home” at the bottom of the phone's screen.", "اضغطوا على «الرئيسية» في أسفل شاشة الهاتف."),
    (Action(Do.TAP, "side.shade"), PAGE, "Swipe down from the bar at the top of the phone's screen. Or tap the bar.", "اسحبوا الشريط في أعلى شاشة الهاتف إلى الأسفل. أو اضغطوا على الشريط."),
    (Action(Do.TAP, "side.recents"), PAGE, "Tap the button of the open apps at the bottom of the phone's screen.", "اضغطوا على زر التطبيقات المفتوحة في أسفل شاشة الهاتف."),
    (Action(Do.TAP, "side.volume_up"), PAGE, "Press the key that makes the sound louder, at the side of the phone.", "اضغطوا على زر رفع الصوت في جانب الهاتف."),
    (Action(Do.TAP, "side.volume_down"), PAGE, "Press the key that makes the sound quieter, at the side of the phone.", "اضغطوا على زر خفض الصوت في جانب الهاتف."),
    (Action(Do.TAP, "side.power"), PAGE, "Press the power key at the side of the phone.", "اضغطوا على زر التشغيل في جانب الهاتف."),
    (Action(Do.TAP, "notice.4"), PAGE, "Tap the notice from “رسائل” at the top of the phone's screen.", "اضغطوا على الإشعار من «رسائل» في أعلى شاشة الهاتف."),
    (Action(Do.DISMISS, "notice.4"), PAGE, "Swipe the notice from “رسائل” to the side to put it away.", "اسحبوا إشعار «رسائل» إلى الجانب ليختفي."),
    (Action(Do.DECIDE, "step", row="x"), PAGE, "Tell us what you think: tap one of the answers.", "قولوا لنا رأيكم: اضغطوا على أحد الأجوبة."),
]  # fmt: skip
IDS = [
    f"{action.do}-{action.element or action.text}-{action.row}{action.level or ''}" for action, *_ in TABLE
]


@pytest.fixture(scope="module")
def arabic():
    return Wording("ar", Translator("ar"), regions.load_region())


@pytest.fixture(scope="module")
def english():
    return Wording("en", Translator("en"), regions.load_region())


def shown(wording, phrases):
    return " ".join(wording.shown(each) for each in phrases).translate(ISOLATES)


@pytest.mark.parametrize(("action", "page", "sentence", "_arabic"), TABLE, ids=IDS)
def test_what_to_do_is_said_in_english(english, action, page, sentence, _arabic):
    assert shown(english, instruction(action, page)) == sentence


@pytest.mark.parametrize(("action", "page", "_english", "sentence"), TABLE, ids=IDS)
def test_what_to_do_is_said_in_arabic(arabic, action, page, _english, sentence):
    assert shown(arabic, instruction(action, page)) == sentence


@pytest.mark.parametrize(("action", "page"), [row[:2] for row in TABLE], ids=IDS)
def test_every_arabic_sentence_is_vowelled_and_short(action, page):
    for each in (*instruction(action, page), *naming(action, page), whereabouts(action, page)):
        spoken = Translator("ar").text(each.key, each.domain)
        assert not unvowelled_words(_UNQUOTED.sub("", spoken)), spoken
        assert all(len(_UNQUOTED.sub("x", part).split()) <= 14 for part in spoken.split(". "))


@pytest.mark.parametrize(("action", "page"), [row[:2] for row in TABLE], ids=IDS)
def test_every_action_has_a_region_to_look_in(action, page):
    assert target_of(action, page).region in {"top", "middle", "bottom", "keyboard", "panel", "side"}


def test_no_kind_of_action_is_left_out():
    assert {action.do for action, *_ in TABLE} == set(Do)


def test_naming_a_call_button_tells_its_place_and_what_it_is_for(english):
    said = shown(english, naming(on(Do.TAP, "answer"), PAGE))
    assert said == "The button “اسم” is at the bottom of the phone's screen. It answers the call."
