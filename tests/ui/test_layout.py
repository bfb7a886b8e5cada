"""Every page, in four sizes of type, two languages and on five screens: nothing clipped, outside or small.

The millimetres are those of DESIGN 7, set here; the platform is never asked for its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from elder_tutor.app import App
from elder_tutor.lessons.view import Action, Do
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import pictures
from elder_tutor.ui import states
from elder_tutor.ui.family.sample import FAMILY, HOME_PAGES, fill_home
from elder_tutor.ui.fit.sample import FIT_PAGES
from elder_tutor.ui.journey import PACK_LEFT_OUT
from elder_tutor.ui.measures import measuring
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.praise import PraisePage
from elder_tutor.ui.pages.settings_page import SettingsPage
from elder_tutor.ui.pages.shelf import CoursesPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import PICTURE_DAY, Program
from tests.ui.measured import EVERY, SMALL, TRAINER_STATES, Form, in_forms, quarter_of, take, two_small_of

STATES = {
    "sign-in": lambda p: p.show_page("sign-in"),
    "sign-in of one": lambda p: show_alone(p),
    "sign-in at home": lambda p: show_at_home(p),
    "groups at the door": lambda p: show_groups(p),
    "second page of a group": lambda p: show_second(p),
    "pictures at the door": lambda p: show_pictures(p),
    "three symbols": lambda p: p.show_page("symbols"),
    "three symbols after a while": lambda p: p.show_page("symbols-wait"),
    "consent": lambda p: p.show_page("consent"),
    "home": lambda p: p.show_page("home"),
    "home with a notice": lambda p: show_notice(p),
    "courses": lambda p: p.show_page("courses"),
    "last courses": lambda p: show_last(p),
    "course": lambda p: p.show_page("course", lesson="tap-and-press"),
    "course with a drill": lambda p: p.show_page("course", lesson="phishing-sms"),
    "watch": lambda p: p.show_lesson("home-visit-request", "watch", 2),
    "follow": lambda p: p.show_lesson("book-appointment", "follow", 5),
    "find": lambda p: p.show_lesson("book-appointment", "find", 5),
    "find a key": lambda p: p.show_keyboard("book-appointment", "find"),
    "opinion": lambda p: show_opinion(p),
    "keyboard": lambda p: show_keyboard(p),
    "goal": lambda p: p.show_lesson("book-appointment", "alone"),
    "hint": lambda p: show_hint(p),
    "second hint": lambda p: p.show_hint("book-appointment", 9),
    "resting": lambda p: show_rest(p),
    "resting keyboard": lambda p: show_rest(p, keyboard=True),
    "call the trainer": lambda p: show_call(p, "follow", 2),
    "strongest hint and a call": lambda p: show_call(p, "alone", 6),
    "check and a call": lambda p: show_call(p, "check", 3),
    "keyboard and a call": lambda p: show_call_above_keys(p),
    "check": lambda p: p.show_page("check"),
    "resting check": lambda p: show_check(p),
    "hint in a check": lambda p: show_check_hint(p),
    "drill": lambda p: p.show_page("drill"),
    "drill told": lambda p: show_told(p),
    "free": lambda p: p.show_page("free"),
    "danger": lambda p: p.show_page("danger"),
    "after danger": lambda p: show_after_danger(p),
    "help asked": lambda p: show_help_asked(p),
    "praise": lambda p: p.show_praise("book-appointment", "watch"),
    "mastered": lambda p: show_mastered(p),
    "not yet": lambda p: p.show_page("not-yet"),
    "calm": lambda p: p.show_page("calm"),
    "settings": lambda p: p.show_page("settings"),
    "second settings": lambda p: turn_settings(p, 1),
    "last settings": lambda p: turn_settings(p, -1),
    "settings-sheet": lambda p: p.show_page("settings-sheet"),
    **{name: (lambda p, name=name: p.show_page(name)) for name in FIT_PAGES},
    "idle": lambda p: p.show_page("idle"),
    "idle of a learner": lambda p: show_idle_learner(p),
    "attract": lambda p: p.show_page("attract", step=2),
    **{name: (lambda p, name=name: show_house(p, name)) for name in HOME_PAGES},
}


def show_alone(program: Program) -> None:
    """Show the welcome page of a place with one learner."""
    people = program.app.people
    for each in people.learners()[1:]:
        people.remove(each.id)
    program.show_page("sign-in")
    assert len(program.window.page(SignInPage).cards) == 1


def show_house(program: Program, name: str) -> None:
    """A page of the first start, or of an invented family."""
    if name in FAMILY and not program.app.people.learners():
        fill_home(program.app, PICTURE_DAY)
    program.show_page(name)


def show_at_home(program: Program) -> None:
    """Show the welcome page of a family."""
    program.app.settings = program.app.settings.with_changes(place="home")
    program.show_page("sign-in")
    assert program.window.page(SignInPage).at_home


def make_groups(program: Program) -> None:
    """Put everybody in seven groups."""
    groups = Groups(program.app.store)
    for number, picture in enumerate(pictures()[:7]):
        made = groups.add(f"مجموعة الثلاثاء {number}", picture)
        groups.put(made.id, [each.id for each in program.app.people.learners()])


def show_groups(program: Program) -> None:
    """Show the groups to choose from, the second page of them."""
    make_groups(program)
    program.show_page("sign-in-groups")
    program.journey.doorway.turn(1)


def show_second(program: Program) -> None:
    """Show the second page of today's group."""
    make_groups(program)
    program.show_page("sign-in-many")


def show_pictures(program: Program) -> None:
    """Show the pictures that very many people without groups have."""
    for number in range(20):
        program.app.people.add(f"عبدالرحمن {number}", pictures()[number % len(pictures())])
    program.show_page("sign-in")
    assert program.window.page(SignInPage).state.crowds


def turn_settings(program: Program, by: int) -> None:
    """Turn to another picture page of the settings."""
    program.show_page("settings")
    program.window.page(SettingsPage).turn(by)


def show_notice(program: Program) -> None:
    """Show the home page of somebody with a pack that was left out."""
    program.show_page("home")
    page = program.window.page(HomePage)
    page.render_state(replace(program.journey.home_state(), notice=PACK_LEFT_OUT))
    assert page.notice.isVisibleTo(page)


def show_opinion(program: Program) -> None:
    """Practise until the panel asks for an opinion."""
    turn = program.show_lesson("phishing-sms", "follow")
    while turn.guidance.opinion is None:
        turn = program.go_on()


def show_keyboard(program: Program) -> None:
    """Open a field."""
    turn = program.show_lesson("book-appointment", "follow", 7)
    assert turn.guidance.target is not None
    program.journey.classroom.act(Action(Do.TAP, turn.guidance.target.element))
    assert program.journey.classroom.turn is not None
    assert program.journey.classroom.turn.view.keyboard is not None


def show_hint(program: Program) -> None:
    """Ask for two hints."""
    program.show_lesson("book-appointment", "alone")
    program.whole.bridge.hint()


def show_call(program: Program, stage: str, times: int) -> None:
    """Ask for help so often that the trainer is offered, where there is one."""
    program.app.people.choose_pin("2468")
    program.show_lesson("book-appointment", stage, 5)
    program.journey.classroom.open("book-appointment", stage)
    for _ in range(times):
        program.help()
        program.journey.classroom.help()
    assert "lesson.panel.call" in [each.objectName() for each in program.window.page(LessonPage).panel.acts]


def show_call_above_keys(program: Program) -> None:
    """Ask for help twice while a field is being written in."""
    program.app.people.choose_pin("2468")
    show_keyboard(program)
    classroom = program.journey.classroom
    classroom._trainer_there = True
    for _ in range(2):
        classroom.help()
    assert "lesson.panel.call" in [each.objectName() for each in program.window.page(LessonPage).panel.acts]


def show_rest(program: Program, keyboard: bool = False) -> None:
    """Go on alone from what was watched until nothing is said, with a keyboard or without."""
    program.show_praise("book-appointment", "watch")
    turn = program.show_lesson("book-appointment", "alone")
    while turn.guidance.say or (turn.view.keyboard is not None) != keyboard:
        turn = program.go_on()


def show_last(program: Program) -> None:
    """Turn to the last picture page of the courses."""
    program.show_page("courses")
    page = program.window.page(CoursesPage)
    page.turn(-1)
    assert page.page == page.pages - 1


def show_check(program: Program) -> None:
    """Do something in a check: nothing is said about it."""
    turn = program.show_lesson("book-appointment", "check")
    while turn.guidance.say:
        turn = program.go_on()


def show_check_hint(program: Program) -> None:
    """Ask for help in a check until the ladder stands on the card."""
    turn = program.show_lesson("book-appointment", "check")
    while turn.guidance.rung < 1:
        turn = program.help()


def show_told(program: Program) -> None:
    """End the first item of a drill: it is told what it was."""
    program.show_drill()
    program.whole.bridge.done()


def show_after_danger(program: Program) -> None:
    """Hear that nobody is called, and go on."""
    program.show_danger()
    program.journey.classroom.choose(states.UNDERSTOOD)
    assert program.window.page(LessonPage).panel.acts


def show_help_asked(program: Program) -> None:
    """Ask for real help."""
    program.show_danger()
    program.journey.classroom.choose(states.REAL_HELP)


def show_idle_learner(program: Program) -> None:
    """Ask somebody who has a name whether they are here: what they learned is kept, and it says so."""
    program.show_page("home")
    program.kiosk.ask()
    assert program.kiosk.idle is not None
    assert program.kiosk.idle.kept


def show_mastered(program: Program) -> None:
    """Show the praise of a lesson that is mastered now."""
    program.show_praise("book-appointment", "alone")
    page = program.window.page(PraisePage)
    assert page.state is not None
    program.journey.classroom.turn = None
    page.render_state(replace(page.state, mastered=True, next_stage=""))


def told(form: Form, faults: Sequence[str]) -> list[str]:
    """Tell faults with the form they were found in."""
    return [f"{form.name}: {fault}" for fault in faults]


def faults_in(program: Callable[..., Program], state: str, forms: tuple[Form, ...]) -> list[str]:
    """Show a page in forms, and list what is wrong in each."""
    shown = program()
    STATES[state](shown)
    found = []
    for form in forms:
        window = take(shown, form).window
        found += told(form, [*measuring.faults(window), *measuring.phone_faults(window)])
    return found


@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_nothing_is_clipped_outside_or_too_small(state: str, program: Callable[..., Program]) -> None:
    forms = (*quarter_of(state, STATES), *two_small_of(state, STATES))
    found = faults_in(program, state, forms)
    assert found == [], "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_nothing_is_clipped_outside_or_too_small_in_any_form(
    state: str, program: Callable[..., Program]
) -> None:
    found = faults_in(program, state, (*EVERY, *SMALL))
    assert found == [], "\n".join(found)


def test_four_states_that_follow_one_another_take_every_form() -> None:
    names = list(STATES)
    for at in range(len(names) - 3):
        taken = [quarter_of(name, names) for name in names[at : at + 4]]
        assert {form for each in taken for form in each} == set(EVERY)
        assert all({form.screen for form in each} == set(measuring.SCREENS) for each in taken)
    assert {form for name in names[:9] for form in two_small_of(name, names)} == set(SMALL)


@pytest.mark.parametrize("state", TRAINER_STATES)
def test_nothing_of_the_trainer_is_clipped_outside_or_too_small(state: str, hall: App) -> None:
    found = []
    for form, shown in in_forms(hall, state, EVERY):
        found += told(form, measuring.faults(shown.window))
    assert found == [], "\n".join(found)
