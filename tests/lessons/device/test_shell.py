"""The phone itself: its icons, pages, badges, keys, status bar, notices and shade."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.view import Action, Do, OutcomeKind, StatusView
from tests.lessons.gadget_pack import device, play

SHADE = "system.shade.notices"
NOTED = ("home.chat", "chat.home.get", "side.shade")


def icons(view):
    return [each.id for each in view.elements]


def rows_of_shade(state):
    return [row.id for row in device().view(state).elements[0].rows]


# --- icons and pages -----------------------------------------------------------------


def test_an_icon_stands_only_while_its_app_is_there():
    installed = play("home.store", "store.home.install", "home")
    assert "home.maps" not in icons(device().view(device().start()))
    assert "home.maps" in icons(device().view(installed))


def test_an_icon_that_is_not_there_cannot_be_tapped():
    assert play("home.maps").front == ""


def test_a_badge_counts_the_unread():
    phone = device()
    chat = phone.view(phone.start()).elements[0]
    assert (chat.id, chat.badge) == ("home.chat", 1)
    read = play("home.chat", Action(Do.PICK, "chat.home.list", row="1"), "home")
    assert phone.view(read).elements[0].badge == 0


def test_a_long_press_on_an_icon_does_what_its_app_says():
    view = device().view(device().start()).elements[0]
    assert (view.can_hold, view.hold_label is not None) == (True, True)
    assert device().screen(play(Action(Do.HOLD, "home.chat"))) == "system.menu"


def test_a_long_press_on_any_other_icon_is_a_tap():
    assert play(Action(Do.HOLD, "home.tools")).front == "tools"


@pytest.mark.parametrize(
    ("turn", "page"),
    [
        (Action(Do.SWIPE, "home.pages"), 1), (Action(Do.SET, "home.pages", level=9), 1),
        (Action(Do.SWIPE, "home.pages", level=-1), 0), (Action(Do.SET, "home.pages", level=-3), 0),
    ],
)  # fmt: skip
def test_the_pages_of_the_home_screen_turn_within_their_bounds(turn, page):
    phone = device(icons_a_page=2)
    view = phone.view(play(turn, phone=phone))
    assert (view.page, view.pages) == (page, 2)


def test_going_home_shows_the_first_page():
    phone = device(icons_a_page=2)
    assert play(Action(Do.SWIPE, "home.pages"), "home", phone=phone).page == 0
    assert play(Action(Do.SWIPE, "home.pages"), "home.store", "home", phone=phone).page == 0


def test_an_icon_can_be_tapped_whatever_the_page():
    phone = device(icons_a_page=2)
    assert phone.page_of(phone.start(), "store") == 1
    assert play("home.store", phone=phone).front == "store"


def test_one_page_does_not_turn():
    assert play(Action(Do.SWIPE, "home.pages")).page == 0
    assert not any(each.element == "home.pages" for each in device().actions(device().start()))


# --- keys of the phone and the status bar ----------------------------------------------


def test_the_phones_own_touches_are_there_on_every_screen():
    for state in (device().start(), play("home.chat"), play("side.power")):
        assert device().view(state).sides == ("side.shade", "side.recents", "side.volume_up", "side.power")
        assert Action(Do.SWIPE, "side.shade") in device().actions(state)


def test_the_bar_at_the_top_is_tapped_or_pulled_down():
    assert play("side.shade") == play(Action(Do.SWIPE, "side.shade"))


def test_a_finger_that_slips_over_a_key_has_not_pressed_it():
    assert play(Action(Do.SWIPE, "side.power")) == device().start()


def test_a_key_the_pack_does_not_know_is_nothing():
    _, outcomes = device().apply(device().start(), Action(Do.TAP, "side.volume_down"))
    assert outcomes[0].kind is OutcomeKind.NOTHING


def test_the_status_bar_reads_what_the_pack_says():
    assert device().view(device().start()).status == StatusView(battery=20, volume=75)


# --- notices ---------------------------------------------------------------------------


def test_a_notice_that_was_not_opened_waits_in_the_shade():
    state = play("home.chat", "chat.home.get", "home", "home.tools")
    assert device().view(state).notices == ()
    assert len(rows_of_shade(play("side.shade", state=state))) == 1


def test_in_the_shade_a_notice_has_no_banner():
    assert device().view(play(*NOTED)).notices == ()


def test_what_comes_while_the_shade_is_open_is_listed_at_once():
    state, _ = device().fire(play("home.chat", "chat.home.wait", "side.shade"), "chat.later")
    assert device().view(state).notices == ()
    assert len(rows_of_shade(state)) == 1


def test_a_banner_that_is_put_away_waits_in_the_shade():
    state = play("home.chat", "chat.home.get")
    banner = device().view(state).notices[0].id
    state = play(Action(Do.DISMISS, f"notice.{banner}"), state=state)
    assert device().view(state).notices == ()
    assert rows_of_shade(play("side.shade", state=state)) == [banner]


def test_picking_a_notice_of_the_shade_opens_it_and_it_is_gone():
    state = play(*NOTED)
    state = play(Action(Do.PICK, SHADE, row=rows_of_shade(state)[0]), state=state)
    assert (device().screen(state), state.notices, state.under) == ("chat.one", (), ())


def test_swiping_a_notice_of_the_shade_puts_it_away():
    state = play(*NOTED)
    state = play(Action(Do.SWIPE, SHADE, row=rows_of_shade(state)[0]), state=state)
    assert (device().screen(state), state.notices) == ("system.shade", ())


def test_the_shade_keeps_six_notices():
    state = play("home.chat", *["chat.home.get"] * 9, "side.shade")
    assert len(rows_of_shade(state)) == 6


def test_what_was_seen_in_its_app_waits_no_longer():
    state = play("home.chat", "chat.home.get", Action(Do.PICK, "chat.home.list", row="1"))
    assert device().screen(state) == "chat.one"
    assert state.notices == ()
