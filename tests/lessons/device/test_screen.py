"""What a person sees: the screen in front, as values."""

from __future__ import annotations

from datetime import date

import pytest

from elder_tutor.lessons.model import Element, Screen, TextClass, Var, VarKind
from elder_tutor.lessons.rules import Set, StartTimer
from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.phrase import Phrase
from tests.lessons.clinic_app import TO_CODE, TODAY, app, element, health, phone, pick, play, rows, tap


def shown(device, *actions):
    return device.view(play(device, *actions)[0])


def test_the_home_screen_has_an_icon_per_app_in_the_packs_order():
    view = shown(phone())
    assert [element.id for element in view.elements] == ["home.messages", "home.health", "home.settings"]
    assert {element.kind for element in view.elements} == {"app"}


def test_an_app_shows_its_name_its_colour_and_the_day():
    view = shown(phone(), tap("home.health"))
    assert (view.app, view.screen, view.colour, view.today) == ("health", "health.home", "#123456", TODAY)
    assert view.app_name == Phrase("اسم health", "core")


def test_a_calendar_shows_each_day_with_its_date_open_or_not():
    days = shown(phone(), *TO_CODE[:3]).elements[0].rows
    assert [(row.day, row.open) for row in days[:3]] == [
        (date(2026, 6, 7), True),
        (date(2026, 6, 8), False),
        (date(2026, 6, 9), True),
    ]
    assert days[0].label.values == (("row.date", date(2026, 6, 7)),)


def test_what_was_chosen_is_marked_when_one_comes_back():
    view = shown(phone(), *TO_CODE[:4], Action(Do.BACK))
    assert [row.id for row in view.elements[0].rows if row.chosen] == ["d1"]


def test_arabic_in_a_table_is_a_sentence_of_the_pack_inside_the_label():
    row = shown(phone(), *TO_CODE[:2]).elements[0].rows[0]
    assert row.label == Phrase("{row.name}", "core", (("row.name", Phrase("عِيَادَةُ الْعُيُونِ", "core")),))


def test_the_newest_message_stands_on_top():
    device = phone()
    labels = [
        row.label.values[0][1]
        for row in shown(device, *TO_CODE, Action(Do.HOME), tap("home.messages")).elements[0].rows
    ]
    assert next(label.key for label in labels if isinstance(label, Phrase)) == "صِحَّتُكُمْ"


def test_a_dialog_shows_the_screen_it_stands_on():
    view = shown(phone(), tap("home.settings"), tap("settings.home.off"))
    assert (view.dialog, view.under.screen, view.under.under) == (True, "settings.home", None)


def test_an_element_that_refuses_is_shown_disabled():
    dark = shown(phone(), tap("home.settings")).elements[1]
    assert (dark.enabled, dark.checked, dark.most) == (False, False, 1)


def test_a_link_offers_its_long_press_as_a_second_button():
    device = phone()
    state, _ = play(device, tap("home.messages"))
    card = device.view(state).elements[0].rows[-1].id
    view = device.view(device.apply(state, pick("messages.inbox.list", card))[0])
    assert [e.id for e in view.elements if e.can_hold] == ["messages.one.link"]


def test_regions_follow_the_place_unless_the_author_says_otherwise():
    made = [element("a.home", f"b{n}", region="top" if n == 5 else "") for n in range(6)]
    view = shown(phone(app("a", screens=[Screen("a.home", "ا", "", tuple(made))])), tap("home.a"))
    assert [e.region for e in view.elements] == ["top", "top", "middle", "middle", "bottom", "top"]


def test_a_chosen_word_is_shown_as_the_option_that_chooses_it():
    screen = Screen(
        "a.home",
        "ا",
        "",
        (
            Element("a.home.me", "option", label="لِي أَنَا", var="a.who", value="me"),
            Element("a.home.text", "text", text="{who}"),
        ),
    )
    device = phone(app("a", screens=[screen], vars=(Var("a.who", VarKind.ONE_OF, options=("me",)),)))
    assert shown(device, tap("home.a"), tap("a.home.me")).elements[1].text.values == (
        ("who", Phrase("لِي أَنَا", "core")),
    )


def test_a_sentence_with_what_was_typed_is_private():
    screen = Screen(
        "a.home",
        "ا",
        "",
        (
            Element("a.home.name", "field", var="a.name"),
            Element("a.home.text", "text", text="{name}"),
        ),
    )
    name = Var("a.name", VarKind.TEXT, classes=(TextClass("ok", least=1, sample="نورة"),))
    view = shown(
        phone(app("a", screens=[screen], vars=(name,))),
        tap("home.a"),
        Action(Do.WRITE, "a.home.name", text="موزة"),
    )
    assert (view.elements[1].text.values, view.elements[1].text.private) == ((("name", "موزة"),), True)


def test_times_under_one_heading_carry_it():
    screen = Screen("a.home", "ا", "", (Element("a.home.list", "slots", label="{row.id}", rows="a.times"),))
    table = rows("a.times", {"id": "t1", "group": "صَبَاحًا"}, {"id": "t2", "group": "مَسَاءً"})
    view = shown(phone(app("a", screens=[screen], tables=(table,))), tap("home.a"))
    assert [row.group.key for row in view.elements[0].rows] == ["صَبَاحًا", "مَسَاءً"]


def test_a_field_that_leads_nowhere_is_empty_and_never_raises():
    screen = Screen("a.home", "ا", "", (Element("a.home.text", "text", text="{no.such.thing:time} {ask.x}"),))
    values = shown(phone(app("a", screens=[screen])), tap("home.a")).elements[0].text.values
    assert [value for _, value in values] == ["", ""]


@pytest.mark.parametrize(("running", "after"), [(True, True), (False, False)])
def test_a_timer_that_runs_lapses_only_from_outside(running, after):
    late = Var("a.late", VarKind.YESNO)
    screen = Screen("a.home", "ا", "", (element("a.home", "go", do=(StartTimer("a.old"),)),))
    device = phone(app("a", screens=[screen], vars=(late,), timers={"a.old": (Set((("a.late", True),)),)}))
    state, _ = play(device, tap("home.a"), *([tap("a.home.go")] if running else []))
    state, _ = device.fire(state, "a.old")
    assert (state.apps[0][1], state.timers) == (after, ())


def test_the_same_state_always_gives_the_same_view():
    device = phone(health())
    state, _ = play(device, *TO_CODE[:4])
    assert device.view(state) == device.view(state)
