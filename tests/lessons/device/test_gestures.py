"""Long presses and swipes on elements and rows, and the kinds that are touched in their own way."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.view import Action, Do, OutcomeKind
from tests.lessons.gadget_pack import device, play

CHATS = "chat.home.list"


def first_row():
    return device().view(play("home.chat")).elements[0].rows[-1].id


def held(state, var):
    slot = device().atlas.slots[var]
    return state.apps[slot.app][slot.at]


def test_a_hold_on_a_row_points_to_it_and_does_what_hold_says():
    state = play("home.chat", Action(Do.HOLD, CHATS, row=first_row()))
    assert device().screen(state) == "chat.more"
    assert held(state, "chat.picked") == int(first_row())


def test_a_swipe_on_a_row_points_to_it_and_does_what_swipe_says():
    state = play("home.chat", Action(Do.SWIPE, CHATS, row=first_row()))
    assert [record[1] for record in held(state, "chat.inbox")] == ["ali"]


@pytest.mark.parametrize("do", [Do.HOLD, Do.SWIPE, Do.PICK])
def test_a_closed_row_only_refuses(do):
    phone, state = device(), play("home.chat")
    closed = phone.view(state).elements[0].rows[0]
    after, outcomes = phone.apply(state, Action(do, CHATS, row=closed.id))
    assert not closed.open
    assert after == state
    assert [each.key for each in outcomes] == ["closed"]


def test_a_swipe_on_what_cannot_be_swiped_is_nothing():
    phone, state = device(), play("home.chat")
    after, outcomes = phone.apply(state, Action(Do.SWIPE, "chat.home.ring"))
    assert (after, outcomes[0].kind) == (state, OutcomeKind.NOTHING)


def test_a_swipe_on_a_button_does_not_tap_it():
    assert held(play("home.tools", Action(Do.SWIPE, "tools.home.swiped")), "tools.silent") is True
    assert held(play("home.tools", "tools.home.swiped"), "tools.silent") is False


def test_a_scroll_goes_down_and_back_within_its_bounds():
    state = play("home.tools", *[Action(Do.SWIPE, "tools.home.scroll")] * 4)
    assert held(state, "tools.down") == 2
    assert held(play(Action(Do.SWIPE, "tools.home.scroll", level=-1), state=state), "tools.down") == 1


def test_what_lies_below_comes_into_sight_by_scrolling():
    top, below = play("home.tools"), play("home.tools", Action(Do.SWIPE, "tools.home.scroll"))
    assert len(device().view(below).elements) == len(device().view(top).elements) + 1


def test_each_touch_of_a_voice_note_flips_it_and_then_does():
    state = play("home.tools", "tools.home.record")
    assert (held(state, "tools.noting"), held(state, "tools.notes")) == (True, 0)
    state = play("tools.home.record", state=state)
    assert (held(state, "tools.noting"), held(state, "tools.notes")) == (False, 1)


@pytest.mark.parametrize("do", [Do.PICK, Do.TAP, Do.HOLD, Do.SWIPE])
def test_a_timeline_is_only_shown(do):
    state = play("home.tools")
    assert play(Action(do, "tools.home.stages", row="ready"), state=state) == state


def test_a_timeline_shows_the_stage_that_is_reached():
    view = device().view(play("home.tools"))
    rows = next(each.rows for each in view.elements if each.id == "tools.home.stages")
    assert [(row.id, row.chosen) for row in rows] == [("sent", True), ("ready", False)]


def test_a_preview_tells_its_size():
    view = device().view(play("home.tools"))
    preview = next(each for each in view.elements if each.id == "tools.home.preview")
    assert (preview.level, preview.most) == (3, 4)


def test_a_thread_knows_whose_bubble_it_is():
    state = play("home.chat", Action(Do.PICK, CHATS, row=first_row()))
    assert [row.mine for row in device().view(state).elements[0].rows] == [False, True]


def test_views_tell_of_swipes():
    one = device().view(play("home.chat")).elements[0]
    assert (one.can_swipe, one.swipe_to, one.swipe_label is not None) == (True, "side", True)
    assert not device().view(play("home.chat")).elements[1].can_swipe
