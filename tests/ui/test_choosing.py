"""From one's own page to any lesson, a drill, and the phone to try as one likes: by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from elder_tutor.app import App
from elder_tutor.lessons.teaching.practice import Practice
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import Action, Do, Target
from elder_tutor.progress.events import GUEST, EventKind
from elder_tutor.ui import states
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.praise import PraisePage
from elder_tutor.ui.pages.shelf import CoursePage, CoursesPage
from elder_tutor.ui.program import Program

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The page of the first learner."""
    made = program()
    made.journey.sign_in(people[0])
    return made


def play(program: Program, stage: str) -> None:
    """Go through a stage of the lesson the way the tutor knows."""
    classroom = program.journey.classroom
    classroom.open(LESSON, stage)
    session = program.whole.bridge.session
    assert session is not None
    for _ in range(60):
        turn = classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            return
        going = session._going
        assert going is not None
        assert isinstance(going.practice, Practice)
        way = going.practice.tutor.bench().ways.way(going.moment.phone, going.moment.tutor.done)
        classroom.act(way[0]) if way else classroom.choose(states.FINISH)
    pytest.fail(f"{stage} is not finished")


def cards(page: HomePage | CoursesPage | CoursePage) -> list[str]:
    """Answer the ids of the cards that show."""
    return [each.objectName().rpartition(".")[2] for each in page.cards if each.isVisible()]


def test_home_shows_what_comes_next_and_never_a_private_lesson(shown: Program) -> None:
    page = shown.window.page(HomePage)
    assert page.state is not None
    assert page.state.today is not None
    ids = cards(page)
    assert len(ids) == (2 if page.state.fit else 3)
    assert page.state.today.id not in ids
    assert not any(shown.app.catalog.lesson(each).private for each in ids)


def test_a_lesson_in_hand_comes_before_the_others(shown: Program) -> None:
    for lesson in ("video-call", LESSON):
        shown.journey.classroom.open(lesson, "follow")
        shown.journey.show_home()
    page = shown.window.page(HomePage)
    assert page.state is not None
    assert page.state.today is not None
    assert {page.state.today.id, cards(page)[0]} == {"video-call", LESSON}


def test_every_lesson_is_reached_through_its_course(shown: Program, tap: Tap) -> None:
    tap(shown.window, "home.courses")
    tap(shown.window, "courses.card.health-visits")
    tap(shown.window, f"course.card.{LESSON}")
    assert isinstance(shown.window.current, LessonPage)
    assert shown.journey.classroom.turn is not None
    assert shown.journey.classroom.turn.lesson.id == LESSON


def test_at_most_six_courses_stand_and_arrows_turn_to_the_others(shown: Program, tap: Tap) -> None:
    tap(shown.window, "home.courses")
    page = shown.window.page(CoursesPage)
    first = cards(page)
    assert len(first) == 6
    tap(shown.window, "courses.next")
    assert first + cards(page) == [each.id for each in shown.app.catalog.courses]
    tap(shown.window, "courses.before")
    assert cards(page) == first


@pytest.mark.parametrize("where", ["courses", "course"])
def test_from_every_shelf_there_is_a_way_to_ones_own_page(shown: Program, tap: Tap, where: str) -> None:
    shown.show_page(where)
    tap(shown.window, f"{where}.home")
    assert isinstance(shown.window.current, HomePage)


def test_a_course_leads_back_to_all_courses(shown: Program, tap: Tap) -> None:
    shown.show_page("course")
    tap(shown.window, "course.beside")
    assert isinstance(shown.window.current, CoursesPage)


def test_a_senior_finds_then_checks_and_is_praised(shown: Program, people: tuple[str, ...], app: App) -> None:
    for stage in ("find", "check"):
        play(shown, stage)
    page = shown.window.current
    assert isinstance(page, PraisePage)
    assert page.state is not None
    assert page.state.medal
    assert not page.state.again_first
    ended = app.store.finished_checks(people[0], LESSON)
    assert [event.data["passed"] for event in ended] == [True]


def test_find_lights_the_part_in_which_the_touch_lies(shown: Program) -> None:
    turn = shown.show_lesson(LESSON, "find", 4)
    scene = shown.window.page(LessonPage).overlay.scene
    assert turn.guidance.region_lit
    assert (scene.ring, scene.region, scene.hand) == (True, True, False)
    phone = shown.window.page(LessonPage).phone
    wanted = turn.guidance.target
    assert wanted is not None
    there = [phone.rect_of(Target(each.id)) for each in turn.view.elements if each.region == wanted.region]
    assert there
    assert all(scene.target.contains(spot.translated(phone.pos()).center()) for spot in there if spot)


def test_saying_too_early_that_one_has_finished_is_answered_kindly(shown: Program, tap: Tap) -> None:
    shown.journey.classroom.open(LESSON, "check")
    tap(shown.window, "lesson.panel.finish")
    page = shown.window.current
    assert isinstance(page, PraisePage)
    assert page.state is not None
    assert not page.state.medal
    assert page.go.text() == "مرةً أخرى"
    tap(shown.window, "praise.next")
    assert shown.journey.classroom.turn is not None
    assert shown.journey.classroom.turn.stage is Stage.CHECK


def test_after_a_passed_check_ones_own_page_comes_next(shown: Program, tap: Tap) -> None:
    play(shown, "check")
    tap(shown.window, "praise.next")
    assert isinstance(shown.window.current, HomePage)


def test_a_drill_goes_from_item_to_item_and_tells_how_many_were_met_well(shown: Program, tap: Tap) -> None:
    shown.show_page("course", lesson="phishing-sms")
    tap(shown.window, "course.card.fraud-drill")
    for _ in range(40):
        turn = shown.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            break
        tap(shown.window, "lesson.panel.next")
    page = shown.window.current
    assert isinstance(page, PraisePage)
    assert turn.stage is Stage.DRILL
    assert any(each.shown for each in page.state.sentences)  # type: ignore[union-attr]
    tap(shown.window, "praise.again")
    assert shown.journey.classroom.turn.guidance.step == 1  # type: ignore[union-attr]


def test_trying_as_one_likes_begins_anew_and_leads_home(shown: Program, tap: Tap, find: Find) -> None:
    tap(shown.window, "home.free")
    page = shown.window.page(LessonPage)
    assert page.head.title.text() == "جربوا كما تشاؤون"
    shown.journey.classroom.act(Action(Do.TAP, "home.bank"))
    assert shown.journey.classroom.turn.view.app == "bank"  # type: ignore[union-attr]
    assert find(shown.window, "lesson.help").isVisible()
    tap(shown.window, "lesson.help")
    assert shown.journey.classroom.turn.view.app == ""  # type: ignore[union-attr]
    tap(shown.window, "lesson.leave")
    assert isinstance(shown.window.current, HomePage)


# --- real danger ------------------------------------------------------------------------


@pytest.fixture
def danger(shown: Program, people: tuple[str, ...]) -> Program:
    """A screen of real danger of the first learner's phone."""
    shown.show_danger()
    shown.journey.begin(shown.app.people.learner(people[0]))
    shown.journey.classroom.open_free()
    shown.journey.classroom.act(Action(Do.TAP, "home.emergency"))
    return shown


def test_before_a_screen_of_real_danger_the_page_says_that_nobody_is_called(danger: Program) -> None:
    page = danger.window.page(LessonPage)
    assert page.state is not None
    assert page.state.danger
    assert "تدريب" in page.state.sentences[0].shown
    assert not page.overlay.scene.dimmed.isEmpty()


def test_the_phone_waits_until_that_was_heard(danger: Program, tap: Tap) -> None:
    page, classroom = danger.window.page(LessonPage), danger.journey.classroom
    before = classroom.turn
    page.phone.acted.emit(Action(Do.HOME))
    assert classroom.turn is before
    tap(danger.window, "lesson.panel.understood")
    page.phone.acted.emit(Action(Do.HOME))
    assert classroom.turn is not None
    assert classroom.turn.view.app == ""


def test_real_help_is_asked_for_and_told_calmly(danger: Program, tap: Tap, app: App) -> None:
    tap(danger.window, "lesson.panel.realHelp")
    page = danger.window.page(LessonPage)
    assert page.state is not None
    assert [each.id for each in page.state.actions] == ["understood"]
    calls = app.store.calls_for_help(0)
    assert [(event.kind, event.data["why"]) for event in calls] == [(EventKind.HELPED, "real")]


def test_a_guests_call_for_real_help_reaches_the_board_of_the_place(
    shown: Program, tap: Tap, app: App
) -> None:
    shown.show_danger()
    tap(shown.window, "lesson.panel.realHelp")
    page = shown.window.page(LessonPage)
    assert page.state is not None
    assert page.state.sentences[0].shown == "طلبنا المساعدة."
    [call] = app.store.calls_for_help(0)
    assert (call.learner, call.lesson, call.data["why"]) == (GUEST, "", "real")


def test_as_long_as_the_screen_stands_the_way_to_real_help_does(danger: Program, tap: Tap) -> None:
    tap(danger.window, "lesson.panel.understood")
    page = danger.window.page(LessonPage)
    assert [each.objectName() for each in page.panel.acts] == ["lesson.panel.realHelp"]
    page.phone.acted.emit(Action(Do.HOME))
    assert page.panel.acts == []
