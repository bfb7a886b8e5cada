"""«ضبط»: everything can be changed by big pictures, each change is heard, and a lesson is not lost by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from elder_tutor.app import App
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.text.line import Line
from elder_tutor.ui.fit import dials
from elder_tutor.ui.journey import REPORTED
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.settings_page import ERRANDS, ORDER, VOICE_CHOSEN, SettingsPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program

Tap = Callable[..., None]
LESSON = "book-appointment"
DIALS = [which for which in ORDER if which not in ERRANDS]


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The window of somebody who has come in; their own settings hold."""
    made = program()
    made.journey.wearing._pinned = None
    made.journey.sign_in(people[0])
    return made


@pytest.fixture
def page(shown: Program, tap: Tap) -> SettingsPage:
    """The page of settings, opened from home."""
    tap(shown.window, "home.settings")
    found = shown.window.current
    assert isinstance(found, SettingsPage)
    return found


@pytest.fixture
def heard(shown: Program) -> list[tuple[Line, ...]]:
    """Everything that was asked to be said."""
    said: list[tuple[Line, ...]] = []
    shown.window.voice.asked.connect(said.append)
    return said


def reach(page: SettingsPage, which: str, tap: Tap) -> None:
    """Turn the picture pages until a card stands, as a person would."""
    for _ in range(page.pages):
        if page.cards[which].isVisibleTo(page):
            return
        tap(page.window(), "settings.next")
    pytest.fail(f"{which} stands on no page")


# --- what stands there --------------------------------------------------------------------


def test_at_most_six_pictures_stand_on_a_page(page: SettingsPage, tap: Tap) -> None:
    for _ in range(page.pages):
        standing = [card for card in page.cards.values() if card.isVisibleTo(page)]
        assert 1 <= len(standing) <= 6
        tap(page.window(), "settings.next")


@pytest.mark.parametrize("which", ORDER)
def test_every_setting_is_reached_by_turning(page: SettingsPage, tap: Tap, which: str) -> None:
    reach(page, which, tap)


def test_everything_that_can_be_fitted_has_a_picture() -> None:
    made = {dial.id for dial in dials.FIXED} | {"language", "phone_side"}
    assert made == set(DIALS)


def test_turning_says_what_stands_there(page: SettingsPage, tap: Tap, heard: list[tuple[Line, ...]]) -> None:
    tap(page.window(), "settings.next")
    titles = [page.cards[each].title.text() for each in page._standing()]
    assert [line.shown for line in heard[-1]] == titles


# --- changing ------------------------------------------------------------------------------


@pytest.mark.parametrize("which", DIALS)
def test_a_press_changes_the_setting_shows_it_and_keeps_it(
    page: SettingsPage, shown: Program, tap: Tap, app: App, people: tuple[str, ...], which: str
) -> None:
    reach(page, which, tap)
    card, before = page.cards[which], shown.window.settings
    shown_before = card.value.text()
    side = "less" if card.dial is not None and card.dial.at(before) else "more"
    tap(shown.window, f"settings.{which}.{side}")
    now = shown.window.settings
    assert now != before
    assert app.settings_of(people[0]) == now
    assert card.value.text() != shown_before


@pytest.mark.parametrize("which", [each for each in DIALS if each not in ("sound", "screen_reader")])
def test_a_change_is_heard(
    page: SettingsPage, shown: Program, tap: Tap, heard: list[tuple[Line, ...]], which: str
) -> None:
    reach(page, which, tap)
    del heard[:]
    card = page.cards[which]
    side = "less" if card.dial is not None and card.dial.at(shown.window.settings) else "more"
    tap(shown.window, f"settings.{which}.{side}")
    assert heard
    assert heard[-1]


def test_at_the_end_of_the_steps_it_is_said_how_it_stands(
    page: SettingsPage, shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    tap(shown.window, "settings.size.less")
    assert shown.window.settings.size == 1
    assert heard[-1][0].shown == page.cards["size"].value.text()


def test_chosen_digits_stand_on_the_page_at_once(page: SettingsPage, shown: Program, tap: Tap) -> None:
    reach(page, "digits", tap)
    tap(shown.window, "settings.digits.more")
    assert page.count.text() == f"{'١٢٣'[page.page]} من ٣"


def test_where_the_centre_chose_a_voice_the_person_cannot(page: SettingsPage, shown: Program) -> None:
    shown.window.use(shown.window.settings.with_changes(voices=(("ar", "espeak:ar"),)))
    assert not any(button.available for button in page.cards["voice"].buttons())


def test_a_voice_the_centre_chose_is_told_of_and_stays(
    page: SettingsPage, shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.window.use(shown.window.settings.with_changes(voices=(("ar", "espeak:ar"),)))
    tap(shown.window, "settings.voice.more")
    assert shown.window.settings.voice == "male"
    assert heard[-1] == shown.window.lines((VOICE_CHOSEN,))


def test_a_language_with_longer_words_leaves_its_card_and_the_keyboard_in_place(
    program: Callable[..., Program], people: tuple[str, ...]
) -> None:
    shown = program(size=(1080, 1920), step=4)
    shown.show_page("settings")
    page = shown.window.page(SettingsPage)
    while not page.cards["language"].isVisibleTo(page):
        page.turn(1)
    button, held = page.cards["language"].more, page._a_page
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert page._a_page != held
    assert button.isVisibleTo(page)
    assert shown.window.focusWidget() is button


def test_who_says_that_something_is_wrong_is_thanked(
    page: SettingsPage, shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    reach(page, "wrong", tap)
    tap(shown.window, "settings.wrong.less")
    assert heard[-1] == shown.window.lines((REPORTED,))


def test_done_leads_back_home(page: SettingsPage, shown: Program, tap: Tap) -> None:
    tap(shown.window, "settings.done")
    assert isinstance(shown.window.current, HomePage)


def test_from_the_welcome_page_it_leads_back_there(shown: Program, tap: Tap) -> None:
    shown.journey.leave()
    tap(shown.window, "signIn.settings")
    tap(shown.window, "settings.theme.more")
    tap(shown.window, "settings.done")
    assert isinstance(shown.window.current, SignInPage)
    assert shown.window.settings.theme == "dark"


# --- the centre's settings -----------------------------------------------------------------


def test_the_centres_settings_come_back_and_ones_own_can_be_given_back(
    page: SettingsPage, shown: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    shown.journey.changing.change_all({"size": 3, "theme": "dark", "volume": 40})
    reach(page, "centre", tap)
    tap(shown.window, "settings.centre.less")
    assert shown.window.settings == app.settings == app.settings_of(people[0])
    reach(page, "centre", tap)
    tap(shown.window, "settings.centre.less")
    held = app.settings_of(people[0])
    assert (held.size, held.theme, held.volume) == (3, "dark", 40)
    assert shown.window.settings == held


def test_after_leaving_the_page_nothing_is_given_back_by_mistake(
    page: SettingsPage, shown: Program, tap: Tap
) -> None:
    reach(page, "centre", tap)
    tap(shown.window, "settings.centre.less")
    tap(shown.window, "settings.done")
    tap(shown.window, "home.settings")
    assert not page.undo


# --- in a lesson ---------------------------------------------------------------------------


def in_lesson(shown: Program, stage: str = "follow") -> int:
    """Come to the third step of a lesson."""
    shown.journey.classroom.open(LESSON, stage)
    turn = shown.journey.classroom.turn
    assert turn is not None
    return turn.guidance.step


def test_in_a_lesson_a_short_sheet_opens(shown: Program, tap: Tap) -> None:
    in_lesson(shown)
    tap(shown.window, "lesson.settings")
    assert shown.window.sheet_open
    names = {each.objectName() for each in shown.window.sheet.findChildren(QWidget)}
    assert {"sheet.volume", "sheet.size", "sheet.language", "sheet.speak_touched", "sheet.wrong"} <= names


@pytest.mark.parametrize("stage", ["watch", "follow"])
def test_the_way_to_all_settings_and_back_does_not_lose_the_lesson(
    shown: Program, tap: Tap, stage: str
) -> None:
    step = in_lesson(shown, stage)
    tap(shown.window, "lesson.settings")
    tap(shown.window, "sheet.all")
    assert isinstance(shown.window.current, SettingsPage)
    assert not shown.window.sheet_open
    tap(shown.window, "settings.theme.more")
    assert isinstance(shown.window.current, SettingsPage)
    tap(shown.window, "settings.done")
    assert isinstance(shown.window.current, LessonPage)
    assert shown.journey.classroom.turn is not None
    assert shown.journey.classroom.turn.guidance.step == step
    assert not shown.whole.bridge.paused
    assert shown.whole.bridge._ticks.isActive()


def test_no_time_passes_for_the_lesson_meanwhile(shown: Program, tap: Tap) -> None:
    in_lesson(shown, "watch")
    tap(shown.window, "lesson.settings")
    tap(shown.window, "sheet.all")
    assert not shown.whole.bridge._ticks.isActive()
    shown.window.voice.finished.emit()
    QTest.qWait(50)
    assert not shown.whole.bridge._touch.isActive()


@pytest.mark.parametrize("way", [("sheet.close",), ("sheet.all", "settings.done")])
def test_a_lesson_that_was_held_stays_held(shown: Program, tap: Tap, way: tuple[str, ...]) -> None:
    in_lesson(shown, "watch")
    for name in ("lesson.help", "lesson.settings", *way):
        tap(shown.window, name)
    assert shown.whole.bridge.paused


def test_fitting_from_a_lesson_leads_back_to_the_lesson(shown: Program, tap: Tap) -> None:
    step = in_lesson(shown)
    shown.journey.open_settings()
    tap(shown.window, "settings.fit.less")
    tap(shown.window, "fit-touch.leave")
    tap(shown.window, "settings.done")
    assert isinstance(shown.window.current, LessonPage)
    assert shown.journey.classroom.turn is not None
    assert shown.journey.classroom.turn.guidance.step == step
    assert shown.journey.classroom.turn.stage is Stage.FOLLOW


def test_a_trainers_hint_brings_the_lesson_back_and_time_with_it(shown: Program) -> None:
    shown.journey.classroom.open(LESSON, "alone")
    shown.journey.open_settings()
    shown.journey.classroom.advised(2)
    assert isinstance(shown.window.current, LessonPage)
    assert shown.whole.bridge._ticks.isActive()


def test_the_question_who_is_here_leaves_the_settings_where_they_are(shown: Program) -> None:
    in_lesson(shown)
    shown.journey.open_settings()
    shown.journey.waiting.cover()
    shown.journey.waiting.uncover()
    assert isinstance(shown.window.current, SettingsPage)
    assert not shown.whole.bridge._ticks.isActive()
