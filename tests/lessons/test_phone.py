"""The working phone: what every action makes of a state."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.model import Lesson
from elder_tutor.lessons.rules import Add, Equals, Open, Path, Send
from elder_tutor.lessons.view import Action, Do, OutcomeKind
from tests.lessons.clinic_app import BOOKED, TO_CODE, phone, pick, play, tap

WHY = (*TO_CODE[:5],)
BACK, HOME = Action(Do.BACK), Action(Do.HOME)


def kinds(outcomes):
    return [outcome.kind for outcome in outcomes]


def value(device, state, name):
    slot = device.atlas.slots[name]
    return state.apps[slot.app][slot.at]


@pytest.fixture
def device():
    return phone()


@pytest.fixture
def at_code(device):
    return play(device, *TO_CODE)[0]


def booked(device, state):
    code = device.sample("health.code.code", state)
    return play(
        device, Action(Do.WRITE, "health.code.code", text=code), tap("health.code.verify"), state=state
    )


# --- moving --------------------------------------------------------------------


def test_an_icon_opens_its_app_at_its_first_screen(device):
    state, outcomes = play(device, tap("home.health"))
    assert (device.screen(state), kinds(outcomes)) == ("health.home", [OutcomeKind.CHANGED])


def test_home_parks_an_app_and_its_icon_resumes_it(device):
    state, _ = play(device, *TO_CODE, HOME, tap("home.messages"), HOME, tap("home.health"))
    assert device.screen(state) == "health.code"


def test_back_follows_the_declared_parent_not_the_history(device):
    state, _ = play(device, tap("home.settings"), tap("settings.home.visits"), BACK)
    assert device.screen(state) == "health.home"


def test_back_from_a_first_screen_leads_home(device):
    assert device.screen(play(device, tap("home.health"), BACK)[0]) == ""


def test_a_dialog_closes_by_its_own_button_and_by_back(device):
    state, _ = play(device, tap("home.settings"), tap("settings.home.off"))
    assert device.screen(play(device, tap("settings.sure.no"), state=state)[0]) == "settings.home"
    assert device.screen(play(device, BACK, state=state)[0]) == "settings.home"


def test_an_element_of_another_screen_cannot_be_touched(device):
    state, outcomes = play(device, tap("health.home.book"))
    assert (state, kinds(outcomes)) == (device.start(), [OutcomeKind.NOTHING])


@pytest.mark.parametrize("do", list(Do))
def test_an_unknown_element_leads_to_nothing(device, do):
    state, _ = play(device, tap("home.settings"))
    if do not in (Do.BACK, Do.HOME, Do.DECIDE):
        assert device.apply(state, Action(do, "no.such.thing", "row", 3, "x")) == (
            state, device.apply(state, tap("nothing"))[1])  # fmt: skip


# --- choosing ------------------------------------------------------------------


def test_choosing_again_resets_what_depends_on_it_even_with_the_same_value(device):
    state, _ = play(device, *WHY, Action(Do.BACK), BACK, BACK, pick("health.clinics.list", "eye"))
    assert [value(device, state, f"health.{name}") for name in ("clinic", "day", "slot")] == [
        "eye",
        None,
        None,
    ]


def test_a_closed_row_says_why_and_chooses_nothing(device):
    state, _ = play(device, *TO_CODE[:3])
    after, outcomes = device.apply(state, pick("health.day.calendar", "d0"))
    assert (after, kinds(outcomes), outcomes[0].key) == (state, [OutcomeKind.SAID], "full")


def test_a_row_that_is_not_offered_is_nothing(device):
    state, _ = play(device, *TO_CODE[:3])
    assert kinds(device.apply(state, pick("health.day.calendar", "d99"))[1]) == [OutcomeKind.NOTHING]


def test_a_disabled_element_refuses_with_its_own_words(device, at_code):
    state, outcomes = device.apply(at_code, tap("health.code.verify"))
    assert state == at_code
    assert outcomes[0].phrase.key == "رَمْزٌ آخَرُ."


def test_a_toggle_turns_and_turns_back(device):
    state, _ = play(device, tap("home.settings"), Action(Do.WRITE, "settings.home.name", text="نورة"))
    state, _ = device.apply(state, tap("settings.home.dark"))
    assert value(device, state, "settings.dark") is True
    assert value(device, device.apply(state, tap("settings.home.dark"))[0], "settings.dark") is False


@pytest.mark.parametrize(("asked", "kept"), [(-4, 0), (7, 7), (99, 10)])
def test_a_level_stays_within_its_bounds(device, asked, kept):
    state, _ = play(device, tap("home.settings"), Action(Do.SET, "settings.home.volume", level=asked))
    assert value(device, state, "settings.volume") == kept


def test_a_long_press_on_what_knows_none_is_a_tap(device):
    assert (
        device.screen(play(device, tap("home.health"), Action(Do.HOLD, "health.home.mine"))[0])
        == "health.mine"
    )


# --- records -------------------------------------------------------------------


def test_a_booked_visit_is_there_when_the_list_is_opened(device, at_code):
    state, outcomes = booked(device, at_code)
    assert OutcomeKind.ADDED in kinds(outcomes)
    state, _ = play(device, BACK, tap("health.home.mine"), state=state)
    assert device.view(state).elements[0].rows[0].sub.values == (("row.slot.start", "10:30"),)


def test_a_condition_reads_columns_of_the_rows_in_a_record(device, at_code):
    assert not device.holds(at_code, BOOKED)
    assert device.holds(booked(device, at_code)[0], BOOKED)


def test_a_pointer_follows_its_record_when_the_list_has_dropped_its_oldest(device):
    state = device.start()
    for _ in range(2):
        state, _ = booked(device, play(device, HOME, tap("home.health"), BACK, *TO_CODE, state=state)[0])
    second = str(value(device, state, "health.visits")[1][0])
    state, _ = play(device, BACK, tap("health.home.mine"), pick("health.mine.list", second), state=state)
    for _ in range(3):
        state, _ = booked(device, play(device, HOME, tap("home.health"), BACK, *TO_CODE, state=state)[0])
    kept = [str(record[0]) for record in value(device, state, "health.visits")]
    assert len(kept) == 3
    assert second in kept


def test_change_touches_the_record_that_was_chosen_only(device):
    state, _ = play(device, tap("home.messages"))
    first = device.view(state).elements[0].rows[-1].id
    state, _ = play(device, pick("messages.inbox.list", first), tap("messages.one.fraud"), state=state)
    assert [record[3] for record in value(device, state, "messages.all")] == ["fraud", None]


def test_a_safety_stop_ends_the_action(device):
    state, _ = play(device, tap("home.messages"))
    state, _ = device.apply(state, pick("messages.inbox.list", device.view(state).elements[0].rows[-1].id))
    after, outcomes = device.apply(state, tap("messages.one.link"))
    assert (kinds(outcomes), after) == ([OutcomeKind.STOPPED], state)


# --- messages and notices --------------------------------------------------------


def test_a_code_arrives_as_a_message_and_as_a_notice_in_the_same_step(device, at_code):
    view = device.view(at_code)
    code = value(device, at_code, "health.otp")
    assert value(device, at_code, "messages.all")[-1][2] == code
    assert view.notices[0].text.values == (("arg.code", code),)


def test_a_notice_opens_the_record_it_is_about(device, at_code):
    state, _ = device.apply(at_code, tap(f"notice.{device.view(at_code).notices[0].id}"))
    text = device.view(state).elements[0].text.values[0][1]
    assert (device.screen(state), text.values) == (
        "messages.one",
        (("code", value(device, state, "health.otp")),),
    )
    assert not device.view(state).notices


def test_a_notice_can_be_put_away(device, at_code):
    notice = device.view(at_code).notices[0]
    assert not device.view(device.apply(at_code, Action(Do.DISMISS, f"notice.{notice.id}"))[0]).notices


def test_a_notice_stays_on_its_screen_and_at_home_and_goes_elsewhere(device, at_code):
    home, _ = device.apply(at_code, Action(Do.HOME))
    back, _ = device.apply(at_code, Action(Do.BACK))
    shown = [bool(device.view(state).notices) for state in (at_code, home, back)]
    assert shown == [True, True, False]


def test_codes_follow_from_the_seed_alone():
    codes = {phone(seed=7).sample("health.code.code", play(phone(seed=7), *TO_CODE)[0]) for _ in range(2)}
    assert len(codes) == 1
    assert codes != {phone(seed=8).sample("health.code.code", play(phone(seed=8), *TO_CODE)[0])}


def test_a_new_code_makes_what_was_typed_wrong(device, at_code):
    typed, _ = device.apply(
        at_code, Action(Do.WRITE, "health.code.code", text=device.sample("health.code.code", at_code))
    )
    assert device.text_class(typed, "health.typed") == "right"
    again, _ = play(device, BACK, tap("health.why.next"), state=typed)
    assert device.text_class(again, "health.typed") == "empty"


# --- the start of a lesson -------------------------------------------------------


def lesson(start, *prepare):
    return Lesson("l", 1, "c", "", "", 5, (), (), start, prepare, (), (), (), (), (), None, (), ())


def test_a_lesson_prepares_the_phone_before_its_first_screen_shows(device):
    add = Add("health.visits", (("clinic", Path("ask.clinic")),))
    state = device.start(lesson("health.mine", add, Send("sms", (("msg", "visit"),))), {"clinic": "heart"})
    assert device.screen(state) == "health.mine"
    assert value(device, state, "health.visits")[0][1] == "heart"
    assert len(value(device, state, "messages.all")) == 3


def test_a_condition_may_ask_for_what_the_lesson_asks(device):
    state = device.start(lesson("", Open("health.mine")))
    same = Equals(Path("ask.who"), ("me",))
    assert device.holds(state, same, {"who": "me"})
    assert not device.holds(state, same, {"who": "family"})


# --- dates -----------------------------------------------------------------------


def test_date_rows_know_their_week_by_the_regions_first_day(device):
    days = device.atlas.rows["health.days"]
    assert [days[f"d{n}"]["week"] for n in (-1, 0, 5, 6)] == ["this", "this", "this", "next"]
    assert (days["d-1"]["past"], days["d6"]["weekday"], days["d4"]["weekend"]) == (True, "sunday", True)
