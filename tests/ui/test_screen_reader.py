"""A screen reader is in use: we are silent, and everything is announced once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from elder_tutor.errors import KnownError
from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.bidi import plain
from elder_tutor.ui import words
from elder_tutor.ui.access.leading import PLACES
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.program import Program

Told = list[tuple[str, bool]]
Tap = Callable[..., None]


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """A window of somebody who uses a screen reader."""
    made = program()
    made.journey.wearing.pin(made.window.settings.with_changes(screen_reader=True))
    made.window.use(made.window.settings.with_changes(screen_reader=True))
    return made


@pytest.fixture
def told(shown: Program) -> Told:
    """What was announced, and whether it may interrupt."""
    heard: Told = []
    shown.journey.hearing.announcer.announced.connect(lambda text, urgent: heard.append((text, urgent)))
    return heard


def test_a_page_is_announced_by_its_name_and_then_by_what_it_says(shown: Program, told: Told) -> None:
    shown.show_page("home")
    page = shown.window.current
    assert page is not None
    said = " ".join(plain(line.shown) for line in shown.window.lines(page.greeting()))
    assert told == [(shown.window.wording.shown(words.MY_PAGE), False), (said, False)]


def test_nothing_is_asked_of_the_voice(shown: Program) -> None:
    shown.show_lesson("book-appointment", "follow")
    assert shown.window.voice._silent


def test_each_turn_is_one_announcement_in_the_words_of_the_page(shown: Program, told: Told) -> None:
    shown.show_lesson("book-appointment", "follow")
    del told[:]
    turn = shown.go_on()
    assert told == [(" ".join(plain(line.shown) for line in shown.window.lines(turn.guidance.say)), False)]


def test_in_which_part_to_look_is_told_where_only_light_shows_it(shown: Program, told: Told) -> None:
    turn = shown.show_lesson("book-appointment", "find")
    assert turn.guidance.region_lit
    assert turn.guidance.target is not None
    place = shown.window.wording.shown(PLACES[turn.guidance.target.region])
    assert told[-1][0].endswith(plain(place))


def test_hints_and_trouble_may_interrupt(shown: Program, told: Told) -> None:
    shown.show_hint("book-appointment", 2, 1)
    assert told[-1][1]
    shown.journey.troubled(KnownError("The voice does not work now."))
    assert told[-1][1]


def test_the_keyboard_begins_at_the_first_control_and_the_ring_shows(shown: Program) -> None:
    shown.show_page("home")
    held = shown.window.focusWidget()
    assert held is not None
    assert held.objectName() == "home.banner.go"


def test_a_control_that_goes_away_leaves_the_keyboard_on_the_page(shown: Program) -> None:
    shown.show_lesson("book-appointment", "follow")
    page = shown.window.page(LessonPage)
    control = page.phone.focus_order()[-1]
    control.setFocus(Qt.FocusReason.TabFocusReason)
    shown.journey.classroom.act(Action(Do.HOME))
    shown.window.refocus()
    held = shown.window.focusWidget()
    assert held is not None
    assert held.isVisibleTo(shown.window)


def test_keys_hand_speech_over_and_name_what_is_reached(program: Callable[..., Program]) -> None:
    made = program()
    made.journey.start()
    keys = {each.key().toString(): each.activated for each in made.window.findChildren(QShortcut)}
    assert sorted(keys) == ["F8", "F9"]
    for key, name in (("F9", "screen_reader"), ("F8", "speak_touched")):
        keys[key].emit()
        assert getattr(made.window.settings, name)
        keys[key].emit()
        assert not getattr(made.window.settings, name)


def test_a_screen_reader_that_comes_is_noticed_and_one_that_goes_gives_the_voice_back(
    program: Callable[..., Program], people: tuple[str, ...]
) -> None:
    made = program()
    made.journey.start()
    made.journey.changing.reader_found(True)
    made.journey.begin(made.app.people.learner(people[0]))
    assert made.window.settings.screen_reader, "it speaks behind the door too"
    made.journey.changing.reader_found(False)
    assert not made.window.settings.screen_reader


def test_captions_go_on_at_reading_pace(shown: Program) -> None:
    shown.show_lesson("book-appointment", "follow")
    assert shown.window.voice.speaking
    assert shown.window.voice._caption is not None
