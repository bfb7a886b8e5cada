"""Any sequence of actions is answered, whatever it is, and leaves a phone that can be."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do
from elder_tutor.resources import assets
from tests.lessons import gadget_pack
from tests.lessons.clinic_app import phone as clinic
from tests.lessons.packs import write
from tests.lessons.sound import unsound

ROWS = ["eye", "d1", "d0", "s1", "noora", "1", "2", "99", "", "x"]
TEXTS = ["ar", "en", "123", "shift", "ف", "٣", "۷", "7", "Q", "", "لا", "ok", "123456", "\u202e", "ب" * 300]
SHELL = ["home.pages", "side.shade", "side.power", "side.x", "notice.9", "12", "", "home", "home.", ".", "نص"]
CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
MANY = 50_000


@cache
def core():
    pack = load_pack(assets() / "packs" / "core").pack
    assert pack is not None
    return Phone(pack.apps, "core", date(2026, 6, 14), 7, 6, frozenset({4, 5}), pack.home)


@cache
def device(name):
    return {"clinic": clinic, "gadget": lambda: gadget_pack.device(2), "core": core}[name]()


@cache
def elements(name):
    phone = device(name)
    return sorted({*phone.parts.by_id, *(f"home.{app.id}" for app in phone.atlas.apps), *SHELL})


def anything(name):
    return st.builds(
        Action,
        st.sampled_from(list(Do)), st.sampled_from(elements(name)), st.sampled_from(ROWS),
        st.integers(-3, 999), st.sampled_from(TEXTS),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["clinic", "gadget", "core"])
@CALM
@given(data=st.data())
def test_no_sequence_of_actions_raises(name, data):
    phone = device(name)
    state = phone.start()
    for action in data.draw(st.lists(anything(name), max_size=40)):
        state, outcomes = phone.apply(state, action)
        assert outcomes or action.do is Do.DECIDE
    assert unsound(phone, state) == []
    phone.view(state)


@pytest.mark.parametrize("name", ["clinic", "gadget", "core"])
@CALM
@given(choices=st.lists(st.integers(0, 10_000), max_size=60))
def test_everything_that_is_offered_can_be_done(name, choices):
    phone = device(name)
    state = phone.start()
    for choice in choices:
        offered = phone.actions(state)
        state, _ = phone.apply(state, offered[choice % len(offered)])
        phone.view(state)
    assert unsound(phone, state) == []


@pytest.mark.parametrize("name", ["gadget", "core"])
def test_fifty_thousand_random_actions_leave_a_phone_that_can_be(name, request):
    phone, chance = device(name), random.Random(11)
    for _ in range(MANY * (4 if request.config.getoption("--long") else 1) // 100):
        state = phone.start()
        for _ in range(100):
            state, _ = phone.apply(state, touch(phone, name, state, chance))
            if state.timers and chance.random() < 0.2:
                state, _ = phone.fire(state, state.timers[0])
        assert unsound(phone, state) == []
        phone.view(state)


def touch(phone, name, state, chance):
    if chance.random() < 0.8:
        return chance.choice(phone.actions(state))
    return Action(
        chance.choice(list(Do)), chance.choice(elements(name)), chance.choice(ROWS),
        chance.randint(-3, 999), chance.choice(TEXTS),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["clinic", "gadget", "core"])
def test_back_and_home_lead_to_the_home_screen_or_the_lock(name):
    phone, chance = device(name), random.Random(5)
    state = phone.start()
    for _ in range(600):
        state, _ = phone.apply(state, chance.choice(phone.actions(state)))
        home, _ = phone.apply(state, Action(Do.HOME))
        assert home.front == "" or home.front in phone.atlas.locks
        assert home.page == 0
        up = state
        for _ in range(12):
            up, _ = phone.apply(up, Action(Do.BACK))
        assert up.front == "" or up.front in phone.atlas.locks


def test_a_records_list_drops_its_oldest_that_nobody_points_to():
    phone = gadget_pack.device()
    picked = gadget_pack.play("home.chat", Action(Do.PICK, "chat.home.list", row="1"), "back")
    full = gadget_pack.play(*["chat.home.get"] * 5, state=picked)
    slot = phone.atlas.slots["chat.inbox"]
    serials = [record[0] for record in full.apps[slot.app][slot.at]]
    assert len(serials) == slot.var.most
    assert serials[0] == 1
    assert 2 not in serials


@pytest.mark.parametrize("seen", ["one", "two"])
def test_two_apps_that_open_each_other_come_to_an_end(tmp_path, seen):
    app = (
        "app: {}\nname: ت\nfirst: home\n"
        "events: {{app_opened: [{{open: {}}}, {{send: app_opened, with: {{app: one}}}}]}}\n"
        "screens: {{home: {{title: ت, elements: [{{kind: text, text: ت}}]}}}}\n"
    )
    files = {"pack.yaml": "pack: p\nname: ت\n"}
    files |= {f"apps/{a}.yaml": app.format(a, b) for a, b in (("one", "two"), ("two", "one"))}
    pack = load_pack(write(tmp_path, files)).pack
    assert pack is not None
    phone = Phone(pack.apps, "p", date(2026, 6, 14), 7, 6, frozenset(), ())
    state, _ = phone.apply(phone.start(), Action(Do.TAP, f"home.{seen}"))
    assert state.front in ("one", "two")
