"""Apps that lie over another one, and the lock: where back and home lead."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.view import Action, Do
from tests.lessons.gadget_pack import device, play

RINGING = ("home.chat", "chat.home.ring")


def test_back_from_a_call_returns_to_the_app_it_came_over():
    state = play(*RINGING)
    assert (device().screen(state), state.under) == ("call.incoming", ("chat",))
    assert device().screen(play("back", state=state)) == "chat.home"


def test_the_effect_go_back_leaves_an_over_app_as_the_key_does():
    state = play(*RINGING, "call.incoming.answer", "call.talking.end")
    assert (device().screen(state), state.under) == ("chat.home", ())


def test_home_goes_home_from_an_over_app():
    state = play(*RINGING, "home")
    assert (state.front, state.under) == ("", ())


def test_over_the_home_screen_back_shows_the_home_screen():
    assert play("side.shade", "back").front == ""


def test_an_over_app_may_lie_over_another_one():
    state = play(*RINGING, "side.shade")
    assert state.under == ("chat", "call")
    assert device().screen(play("system.shade.close", state=state)) == "call.incoming"


def test_the_same_over_app_never_lies_twice():
    state = play(*RINGING, "side.shade", "side.recents")
    assert state.under == ("chat", "call")


def test_opening_an_ordinary_app_takes_away_what_lay_over():
    state = play(*RINGING, "call.incoming.message")
    assert (state.front, state.under) == ("chat", ())


def test_behind_a_dialog_of_an_over_app_stands_the_app_below():
    phone = device()
    view = phone.view(play(Action(Do.HOLD, "home.chat")))
    assert view.dialog
    assert view.under is not None
    assert view.under.screen == "home"


@pytest.mark.parametrize("way", ["home", "back"])
def test_home_and_back_stay_in_the_lock(way):
    state = play("home.chat", "side.power", "lock.home.enter", way, way)
    assert device().screen(state) == "lock.home"


def test_over_the_lock_home_and_back_return_to_it():
    locked = play("side.power", "side.shade")
    assert device().screen(play("home", state=locked)) == "lock.home"
    assert device().screen(play("back", state=locked)) == "lock.home"


def test_a_notice_does_not_open_the_lock():
    state = play("home.chat", "chat.home.get", "side.power", "side.shade")
    row = device().view(state).elements[0].rows[0].id
    assert play(Action(Do.PICK, "system.shade.notices", row=row), state=state) == state


def test_an_effect_leads_out_of_the_lock():
    assert play("side.power", "lock.home.unlock").front == ""


def test_a_screen_of_danger_says_so():
    assert device().view(play(*RINGING)).danger
    assert not device().view(play("home.chat")).danger
