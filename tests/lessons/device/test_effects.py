"""Steps, toasts, timers, and the event the phone sends when an app comes to the front."""

from __future__ import annotations

from elder_tutor.lessons.view import Action, Do, OutcomeKind
from tests.lessons.gadget_pack import device, play


def held(state, var):
    slot = device().atlas.slots[var]
    return state.apps[slot.app][slot.at]


def test_a_step_stays_within_the_bounds_of_its_level():
    assert held(play("side.volume_up"), "tools.volume") == 4
    assert held(play(*["side.volume_up"] * 3), "tools.volume") == 4
    assert held(play("home.tools", "tools.home.quieter"), "tools.volume") == 0


def test_a_toast_stands_until_the_next_action_and_is_told():
    phone = device()
    state, outcomes = phone.apply(phone.start(), Action(Do.TAP, "side.volume_up"))
    told = next(each for each in outcomes if each.kind is OutcomeKind.TOAST)
    assert phone.view(state).toast == told.phrase
    assert told.phrase is not None
    after, outcomes = phone.apply(state, Action(Do.TAP, "nothing"))
    assert phone.view(after).toast is None
    assert [each.kind for each in outcomes] == [OutcomeKind.NOTHING]


def test_the_oldest_timer_is_due_first_after_its_own_seconds():
    phone, state = device(), play("home.chat", "chat.home.wait")
    assert phone.due(state) == ("chat.later", 8)
    state, _ = phone.fire(state, "chat.later")
    assert phone.due(state) == ("chat.sooner", 5)
    state, _ = phone.fire(state, "chat.sooner")
    assert phone.due(state) is None


def test_a_timer_does_what_it_is_for():
    state, outcomes = device().fire(play("home.chat", "chat.home.wait"), "chat.later")
    assert OutcomeKind.ARRIVED in [each.kind for each in outcomes]
    assert len(held(state, "chat.inbox")) == 3


def test_a_timer_that_does_not_run_cannot_fire():
    state = device().start()
    assert device().fire(state, "chat.later")[0] == state


def test_opening_an_app_is_told_once_to_who_listens():
    state = play("home.chat", "home", "home.tools", "home", "home.chat")
    assert [record[1] for record in held(state, "system.opened")] == ["chat", "tools"]


def test_an_app_that_lies_over_another_is_opened_too():
    state = play("home.chat", "chat.home.ring")
    assert [record[1] for record in held(state, "system.opened")] == ["chat", "call"]


def test_going_back_opens_nothing():
    state = play("home.chat", "chat.home.ring")
    slots = held(state, "system.opened")
    assert held(play("back", state=state), "system.opened") == slots


def test_an_open_app_is_taken_up_from_its_card():
    state = play("home.chat", "home", "side.recents")
    card = str(held(state, "system.opened")[0][0])
    assert play(Action(Do.PICK, "system.recents.cards", row=card), state=state).front == "chat"
    closed = play(Action(Do.SWIPE, "system.recents.cards", row=card), state=state)
    assert [record[1] for record in held(closed, "system.opened")] == ["system"]


def test_an_app_reads_another_apps_variable():
    phone = device()
    slot = phone.atlas.slots["tools.wifi"]
    state = play("home.store")
    apps = list(state.apps)
    apps[slot.app] = (*apps[slot.app][: slot.at], False, *apps[slot.app][slot.at + 1 :])
    _, outcomes = phone.apply(state._replace(apps=tuple(apps)), Action(Do.TAP, "store.home.maps"))
    assert outcomes[0].key == "no_wifi"
    assert play("store.home.maps", state=state).front == "maps"
