"""A person's way through the window, by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.lessons.view import Target
from elder_tutor.progress.events import EventKind
from elder_tutor.speech.errors import VoiceFailed
from elder_tutor.ui.classroom import PACES
from elder_tutor.ui.pages.calm import CalmPage
from elder_tutor.ui.pages.consent import ConsentPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.praise import PraisePage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The welcome page with seven people."""
    made = program()
    made.journey.start()
    return made


def test_after_trouble_behind_the_trainers_door_nothing_lies_above_the_welcome_page(
    shown: Program, tap: Tap
) -> None:
    shown.journey.open_trainer()
    shown.journey.broken()
    tap(shown.window, "calm.button")
    assert isinstance(shown.window.current, SignInPage)
    assert not shown.window.covered


def touch_phone(program: Program, target: Target) -> None:
    """Touch a target of the phone in its middle."""
    window, page = program.window, program.window.page(LessonPage)
    rect = page.phone.rect_of(target)
    assert rect is not None
    at = page.phone.mapTo(window, rect.center())
    here = window.childAt(at)
    assert here is not None
    QTest.mouseClick(
        here, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here.mapFrom(window, at)
    )


def follow(program: Program) -> None:
    """Do what the page lights."""
    turn = program.journey.classroom.turn
    assert turn is not None
    assert turn.guidance.target is not None
    touch_phone(program, turn.guidance.target)


def test_touching_ones_own_picture_leads_home(shown: Program, tap: Tap, people: tuple[str, ...]) -> None:
    tap(shown.window, f"signIn.person.{people[0]}")
    page = shown.window.current
    assert isinstance(page, HomePage)
    assert page.title.text() == "حياكم الله، أم خالد"


def test_six_pictures_stand_and_others_are_one_touch_away(
    shown: Program, tap: Tap, find: Find, people: tuple[str, ...]
) -> None:
    tap(shown.window, "signIn.others")
    assert find(shown.window, f"signIn.person.{people[6]}").isVisible()
    assert not shown.window.findChildren(QWidget, f"signIn.person.{people[0]}")[-1].isVisible()


def test_somebody_new_is_asked_what_may_be_kept(shown: Program, tap: Tap, app: App) -> None:
    new = app.people.add("مريم", "moon")
    shown.journey.start()
    tap(shown.window, "signIn.others")
    tap(shown.window, f"signIn.person.{new.id}")
    assert isinstance(shown.window.current, ConsentPage)
    tap(shown.window, "consent.yes")
    assert app.people.learner(new.id).consent is not None
    tap(shown.window, "fit-touch.leave")
    assert isinstance(shown.window.current, HomePage)


def test_no_leads_to_guest_mode_and_keeps_nothing(shown: Program, tap: Tap, app: App) -> None:
    new = app.people.add("مريم", "moon")
    shown.journey.sign_in(new.id)
    tap(shown.window, "consent.no")
    assert shown.whole.bridge.session is not None
    assert shown.whole.bridge.session.is_guest
    assert app.people.learner(new.id).consent is None


def test_a_guest_begins_at_once(shown: Program, tap: Tap) -> None:
    tap(shown.window, "signIn.guest")
    tap(shown.window, "home.banner.go")
    assert isinstance(shown.window.current, LessonPage)


def test_a_lesson_is_followed_by_touching_what_is_lit(
    shown: Program, people: tuple[str, ...], app: App
) -> None:
    shown.journey.sign_in(people[0])
    shown.journey.classroom.open(LESSON, "follow")
    for _ in range(3):
        follow(shown)
    turn = shown.journey.classroom.turn
    assert turn is not None
    assert turn.guidance.step >= 4
    attempt = app.store.open_attempt(people[0], LESSON)
    assert attempt is not None
    kinds = [event.kind for event in app.store.events(attempt.id)]
    assert kinds.count(EventKind.ACTED) == 3


def test_leaving_and_coming_back_finds_the_same_step(
    shown: Program, tap: Tap, people: tuple[str, ...]
) -> None:
    shown.journey.sign_in(people[0])
    shown.journey.classroom.open(LESSON, "follow")
    follow(shown)
    follow(shown)
    step = shown.journey.classroom.turn.guidance.step  # type: ignore[union-attr]
    tap(shown.window, "lesson.leave")
    tap(shown.window, "home.banner.go")
    assert shown.journey.classroom.turn.guidance.step == step  # type: ignore[union-attr]


def test_the_language_changes_in_the_lesson_without_losing_it(
    shown: Program, tap: Tap, people: tuple[str, ...]
) -> None:
    shown.journey.sign_in(people[0])
    shown.journey.classroom.open(LESSON, "follow")
    follow(shown)
    step = shown.journey.classroom.turn.guidance.step  # type: ignore[union-attr]
    tap(shown.window, "lesson.settings")
    tap(shown.window, "sheet.language.more")
    tap(shown.window, "sheet.close")
    page = shown.window.current
    assert isinstance(page, LessonPage)
    assert page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert page.head.leave.text() == "Leave"
    assert page.head.leave.x() > page.width() / 4
    assert shown.journey.classroom.turn.guidance.step == step  # type: ignore[union-attr]


def test_a_changed_size_is_there_next_time(
    shown: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    shown.journey.sign_in(people[0])
    tap(shown.window, "home.settings")
    tap(shown.window, "settings.size.more")
    assert app.settings_of(people[0]).size == 2


def test_help_in_watch_holds_the_lesson(
    shown: Program, tap: Tap, find: Find, people: tuple[str, ...]
) -> None:
    shown.journey.sign_in(people[0])
    shown.journey.classroom.open(LESSON, "watch")
    tap(shown.window, "lesson.help")
    assert shown.whole.bridge.paused
    assert find(shown.window, "lesson.help").text() == "لنتابع"  # type: ignore[attr-defined]


def test_watch_plays_itself_once_the_voice_has_ended(
    shown: Program, people: tuple[str, ...], qtbot: QtBot
) -> None:
    shown.journey.sign_in(people[0])
    shown.journey.classroom.open(LESSON, "watch")
    shown.whole.bridge._touch.setInterval(1)
    with qtbot.waitSignal(shown.whole.bridge.turned):
        shown.window.voice.finished.emit()


def test_a_finished_lesson_is_praised_and_leads_to_the_next_stage(shown: Program, tap: Tap) -> None:
    shown.show_praise(LESSON, "watch")
    assert isinstance(shown.window.current, PraisePage)
    tap(shown.window, "praise.next")
    assert shown.journey.classroom.turn.stage.value == "follow"  # type: ignore[union-attr]


def test_a_touch_beside_a_button_still_presses_it(shown: Program, find: Find) -> None:
    guest = find(shown.window, "signIn.guest")
    beside = guest.mapTo(shown.window, QPoint(guest.width() // 2, guest.height() + 6))
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside)
    assert isinstance(shown.window.current, HomePage)


def test_a_touch_far_from_everything_is_a_miss(shown: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.window.missed):
        QTest.mouseClick(
            shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(700, 30)
        )


def test_known_trouble_is_one_calm_sentence_and_one_button(shown: Program, tap: Tap) -> None:
    shown.journey.begin(None)
    shown.journey.classroom.open("no-such-lesson", "follow")
    page = shown.window.current
    assert isinstance(page, CalmPage)
    tap(shown.window, "calm.button")
    assert isinstance(shown.window.current, HomePage)


def test_a_bug_leads_to_a_plain_page_and_the_welcome_page(shown: Program, tap: Tap) -> None:
    shown.journey.broken()
    tap(shown.window, "calm.button")
    assert isinstance(shown.window.current, SignInPage)


def test_the_keyboard_goes_through_the_page_in_reading_order(shown: Program, people: tuple[str, ...]) -> None:
    first = shown.window.findChild(QWidget, f"signIn.person.{people[0]}")
    assert first is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(8):
        names.append(shown.window.focusWidget().objectName())
        QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Tab)
    assert names[:6] == [f"signIn.person.{each}" for each in people[:6]]
    assert names[6:] == ["signIn.guest", "signIn.others"]


def test_the_focus_ring_shows_for_the_keyboard_and_not_for_a_finger(
    shown: Program, tap: Tap, find: Find
) -> None:
    guest, other = find(shown.window, "signIn.guest"), find(shown.window, "signIn.help")
    QApplication.sendEvent(guest, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    shown.window.ring.follow(other, guest)
    assert shown.window.ring.around is guest
    QApplication.sendEvent(other, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    shown.window.ring.follow(guest, other)
    assert shown.window.ring.around is None


def test_a_voice_that_fails_is_told_once_and_the_lesson_goes_on(
    shown: Program, tap: Tap, qtbot: QtBot, people: tuple[str, ...]
) -> None:
    shown.journey.begin(shown.app.people.learner(people[0]))
    shown.journey.classroom.open(LESSON, "follow")
    shown.window.voice.troubled.emit(VoiceFailed())
    qtbot.waitUntil(lambda: isinstance(shown.window.current, CalmPage))
    tap(shown.window, "calm.button")
    assert isinstance(shown.window.current, LessonPage)
    follow(shown)
    turn = shown.journey.classroom.turn
    assert turn is not None
    assert turn.guidance.step == 2


def test_slower_holds_for_the_lesson_and_each_language_has_its_own_pace(shown: Program) -> None:
    window, classroom = shown.window, shown.journey.classroom
    shown.journey.begin(None)
    classroom.open(LESSON, "follow")
    classroom.slower()
    shown.journey.changing.change("volume", 50)
    classroom.speak()
    assert window.voice.rate == round(window.settings.wpm("ar") * PACES[1])
    shown.journey.changing.change("language", "en")
    assert window.voice.rate == round(window.settings.wpm("en") * PACES[1])
    shown.journey.show_home()
    assert window.voice.rate == window.settings.wpm("en") > window.settings.wpm("ar")
