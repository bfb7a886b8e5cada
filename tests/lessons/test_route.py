"""The route: always there, never longer than it must be, never by a lasting shortcut."""

from __future__ import annotations

import random

import pytest

from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import Equals, Every, Has, OnScreen, Path
from elder_tutor.lessons.view import Action, Do
from elder_tutor.lessons.wayfinding.projection import Reduce
from tests.lessons.clinic_app import BOOKED, TO_CODE, eq, phone, pick, play, tap
from tests.lessons.club_app import GATES, device, least_cost, moves, played

HOME, BACK = Action(Do.HOME), Action(Do.BACK)


def states(club, count, seed, length=25):
    chance = random.Random(seed)
    state = club.start()
    for n in range(count):
        state = club.start() if n % length == 0 else state
        state, _ = club.apply(state, chance.choice(moves(club, state)))
        yield state


def helped(router):
    """Answer how often a table deceived itself and whole states had to be searched."""
    return sum(table.searched for table in router.tables.values())


@pytest.mark.parametrize("name", GATES)
def test_no_way_is_cheaper_than_the_routes_in_a_search_without_projection(name):
    club, gate = device(), GATES[name]
    router = Router(club)
    for state in list(states(club, 120, seed=3))[::10]:
        _, found = played(club, state, router.route(state, gate))
        assert least_cost(club, state, gate, bound=found) == found


@pytest.mark.parametrize("name", GATES)
def test_the_route_arrives_from_wherever_a_learner_wandered(name):
    club, gate = device(), GATES[name]
    router = Router(club)
    for state in states(club, 400, seed=5):
        assert club.holds(played(club, state, router.route(state, gate))[0], gate)
    assert not helped(router)


@pytest.mark.parametrize("name", GATES)
@pytest.mark.parametrize("off", [Reduce.ASIDE, Reduce.COLOURS, Reduce.PATTERNS, Reduce.LIVE])
def test_a_reduction_switched_off_changes_no_ways_length(name, off):
    club, gate = device(), GATES[name]
    with_all, without = Router(club), Router(club, reduce=Reduce.ALL & ~off)
    for state in list(states(club, 100, seed=8))[::5]:
        assert len(with_all.route(state, gate)) == len(without.route(state, gate))


def test_each_reduction_keeps_the_table_smaller():
    sizes = {}
    for reduce in (Reduce.ALL, Reduce.ALL & ~Reduce.LIVE, Reduce.ALL & ~Reduce.COLOURS):
        clinic = phone()
        router = Router(clinic, reduce=reduce)
        router.route(clinic.start(), BOOKED)
        sizes[reduce] = sum(table.graph.nodes for table in router.tables.values())
    assert all(sizes[Reduce.ALL] < size for reduce, size in sizes.items() if reduce is not Reduce.ALL)


def test_a_gate_that_is_reached_needs_no_action():
    clinic = phone()
    assert Router(clinic).route(clinic.start(), OnScreen("")) == ()


def test_a_wrong_form_is_left_by_going_back_not_by_booking_it():
    clinic = phone()
    state, _ = play(clinic, *TO_CODE[:2], pick("health.clinics.list", "skin"), *TO_CODE[3:])
    state, _ = clinic.apply(
        state, Action(Do.WRITE, "health.code.code", text=clinic.sample("health.code.code", state))
    )
    way = Router(clinic).route(state, BOOKED)
    assert way[:4] == (BACK, BACK, BACK, BACK)
    assert [action.element for action in way].count("health.code.verify") == 1


def test_the_code_in_a_route_is_the_one_of_the_state_it_is_asked_in():
    clinic = phone()
    router = Router(clinic)
    router.route(clinic.start(), BOOKED)
    state, _ = play(clinic, *TO_CODE, BACK, tap("health.why.next"))
    assert router.route(state, BOOKED)[0].text == clinic.sample("health.code.code", state)


def test_a_screen_aside_is_so_many_times_back_and_another_app_is_home():
    club = device()
    state, _ = play(club, tap("home.club"), tap("club.home.news"), tap("club.news.more"))
    assert Router(club).route(state, GATES["a screen"])[:2] == (BACK, BACK)
    clinic = phone()
    state, _ = play(clinic, tap("home.settings"))
    assert Router(clinic).route(state, BOOKED)[:2] == (HOME, tap("home.health"))


def test_an_app_parked_on_a_screen_aside_is_found_again():
    club = device()
    state, _ = play(club, tap("home.club"), tap("club.home.news"), tap("club.news.more"), HOME)
    assert Router(club).route(state, GATES["a screen"])[:3] == (tap("home.club"), BACK, BACK)


def test_every_takes_one_record_after_the_other():
    clinic = phone()
    right = Equals(Path("record", ("mine",)), (Path("record", ("msg", "verdict")),))
    gate = Every("messages.all", eq("record/msg.drill", True), right)
    router = Router(clinic)
    way = router.route(clinic.start(), gate)
    assert [action.element for action in way if action.do is Do.TAP][1:] == [
        "messages.one.fraud",
        "messages.one.safe",
    ]
    assert clinic.holds(play(clinic, *way)[0], gate)
    assert not helped(router)


def test_a_gate_may_ask_for_what_the_lesson_asks():
    clinic = phone()
    gate = Has("health.visits", Equals(Path("record", ("clinic",)), (Path("ask.clinic"),)))
    picks = [
        a for a in Router(clinic, ask={"clinic": "heart"}).route(clinic.start(), gate) if a.do is Do.PICK
    ]
    assert picks[0].row == "heart"


def test_two_lists_in_two_apps_are_reached_one_after_the_other():
    from elder_tutor.lessons.rules import AllOf

    clinic = phone()
    mine = Has("messages.all", eq("record/mine", "fraud"))
    router = Router(clinic)
    way = router.route(clinic.start(), AllOf((BOOKED, mine, OnScreen("settings.home"))))
    assert clinic.holds(play(clinic, *way)[0], AllOf((BOOKED, mine, OnScreen("settings.home"))))
    assert sum(table.graph.nodes for table in router.tables.values()) < 500


def test_no_way_is_said_when_there_is_none():
    clinic = phone()
    with pytest.raises(NoWay):
        Router(clinic).route(clinic.start(), Has("health.visits", eq("record/clinic", "moon")))


def test_an_open_tray_is_closed_before_the_way_goes_back():
    clinic = phone()
    state, _ = play(
        clinic,
        *TO_CODE[:2],
        pick("health.clinics.list", "skin"),
        pick("health.day.calendar", "d1"),
        pick("health.slot.slots", "s1"),
        tap("health.why.reason"),
    )
    way = Router(clinic).route(state, BOOKED)
    assert way[0] == Action(Do.DONE)
    assert clinic.holds(play(clinic, *way, state=state)[0], BOOKED)


# --- touch by touch ------------------------------------------------------------------


def follow(clinic, router, state, gate, most=200):
    touched = []
    while way := router.route(state, gate):
        touched.append(router.expand(state, way[0]))
        state, _ = clinic.apply(state, touched[-1])
        assert len(touched) < most
    return touched, state


def test_a_text_is_written_key_by_key():
    clinic = phone()
    state, _ = play(clinic, *TO_CODE)
    code = clinic.sample("health.code.code", state)
    touched, _ = follow(clinic, Router(clinic), state, BOOKED)
    assert [touch.do for touch in touched[:2]] == [Do.TAP, Do.KEY]
    assert "".join(touch.text for touch in touched) == code


def test_a_wrong_letter_is_deleted_first():
    clinic = phone()
    state, _ = play(clinic, *TO_CODE)
    wrong = "1" if clinic.sample("health.code.code", state)[0] != "1" else "2"
    state, _ = play(clinic, tap("health.code.code"), Action(Do.KEY, text=wrong), state=state)
    router = Router(clinic)
    assert router.expand(state, router.route(state, BOOKED)[0]) == Action(Do.DELETE)


def test_a_word_begun_is_finished_and_the_tray_closed_before_the_way_goes_on():
    clinic = phone()
    state, _ = play(clinic, *TO_CODE[:5], tap("health.why.reason"), Action(Do.KEY, text="ف"))
    touched, _ = follow(clinic, Router(clinic), state, eq("health.typed", "right"))
    word = touched[: touched.index(Action(Do.DONE))]
    assert "".join(touch.text for touch in word) == "حص النظر"


def test_the_touches_arrive_from_anywhere_too():
    clinic = phone()
    router = Router(clinic)
    chance = random.Random(4)
    state = clinic.start()
    for _ in range(60):
        for _ in range(4):
            state, _ = clinic.apply(state, chance.choice(clinic.actions(state)))
        assert clinic.holds(follow(clinic, router, state, BOOKED)[1], BOOKED)


def test_an_idle_moment_looks_past_the_next_lasting_action():
    club, gate = device(), GATES["none of a kind"]
    router = Router(club)
    router.route(club.start(), gate)
    before = sum(table.graph.nodes for table in router.tables.values())
    router.prepare(club.start(), gate)
    assert sum(table.graph.nodes for table in router.tables.values()) > before
