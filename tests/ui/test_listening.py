"""«Listen»: the next touch is heard and does nothing; on every page, by finger and by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.lessons.view import Target
from elder_tutor.text.line import Line
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.ui.hearing import NOTHING, TOUCH
from elder_tutor.ui.listening import Listening
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.things import things

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
PAGES = {
    "signIn": lambda p: p.show_page("sign-in"),
    "consent": lambda p: p.show_page("consent"),
    "home": lambda p: p.show_page("home"),
    "courses": lambda p: p.show_page("courses"),
    "course": lambda p: p.show_page("course", lesson="tap-and-press"),
    "lesson": lambda p: p.show_lesson("book-appointment", "follow"),
    "praise": lambda p: p.show_praise("book-appointment", "watch"),
    "calm": lambda p: p.show_page("calm"),
    "settings": lambda p: p.show_page("settings"),
    "sheet": lambda p: p.show_page("settings-sheet"),
}


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """A window with seven people who have agreed."""
    return program()


@pytest.fixture
def heard(shown: Program) -> list[tuple[Line, ...]]:
    """Everything that is said from now on."""
    said: list[tuple[Line, ...]] = []
    shown.window.voice.asked.connect(said.append)
    return said


def touch(program: Program, at: QPoint) -> None:
    """Touch a place of the window, whatever lies there."""
    here = program.window.childAt(at) or program.window
    point = here.mapFrom(program.window, at)
    QTest.mouseClick(here, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def hear(program: Program, name: str, find: Find, tap: Tap) -> None:
    """Press «Listen», then touch the middle of a widget."""
    page = program.window.current
    assert page is not None
    tap(program.window, page.listen.objectName())
    target = find(program.window, name)
    touch(program, target.mapTo(program.window, target.rect().center()))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_the_button_and_says_what_to_do(
    name: str, shown: Program, find: Find, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    PAGES[name](shown)
    tap(shown.window, f"{name}.listen")
    assert heard[-1] == shown.window.lines((TOUCH,))
    assert find(shown.window, f"{name}.listen").chosen  # type: ignore[attr-defined]
    assert shown.journey.hearing.waiting


@pytest.mark.parametrize("name", PAGES)
def test_everything_on_every_page_can_be_heard(name: str, shown: Program) -> None:
    PAGES[name](shown)
    from elder_tutor.ui.things import lines_of

    root = shown.window.sheet if name == "sheet" else shown.window.current
    assert root is not None
    found = things(root)
    assert len(found) > 3
    mute = [each.widget.objectName() for each in found if not lines_of(each.widget, shown.window.wording)]
    assert mute == []


def test_a_touch_is_heard_with_its_vowels_and_does_nothing(
    shown: Program, find: Find, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_page("sign-in")
    hear(shown, "signIn.guest", find, tap)
    assert isinstance(shown.window.current, SignInPage)
    said = " ".join(line.spoken for line in heard[-1])
    assert unvowelled_words(said) == []
    assert " ".join(line.shown for line in heard[-1]) == find(shown.window, "signIn.guest").accessibleName()


def test_the_mode_ends_after_one_touch(shown: Program, find: Find, tap: Tap, qtbot: QtBot) -> None:
    shown.show_page("sign-in")
    hear(shown, "signIn.help", find, tap)
    assert not shown.journey.hearing.waiting
    assert not find(shown.window, "signIn.listen").chosen  # type: ignore[attr-defined]
    glass = shown.window.findChild(Listening)
    # A second, trembling touch is kept from the page for a while.
    qtbot.waitUntil(lambda: glass.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents))
    tap(shown.window, "signIn.guest")
    assert isinstance(shown.window.current, HomePage)


def test_a_trembling_second_touch_does_nothing(shown: Program, find: Find, tap: Tap) -> None:
    shown.show_page("sign-in")
    hear(shown, "signIn.guest", find, tap)
    guest = find(shown.window, "signIn.guest")
    touch(shown, guest.mapTo(shown.window, guest.rect().center()))
    assert isinstance(shown.window.current, SignInPage)


def test_what_is_heard_has_a_ring_and_a_caption(shown: Program, find: Find, tap: Tap) -> None:
    shown.show_page("sign-in")
    hear(shown, "signIn.help", find, tap)
    shown.window.voice.tick()
    ring = find(shown.window, "listening").ring  # type: ignore[attr-defined]
    assert ring.contains(find(shown.window, "signIn.help").geometry())
    caption = find(shown.window, "caption")
    assert "مساعدة" in " ".join(line.shown for line in caption.lines)  # type: ignore[attr-defined]


def test_the_button_again_takes_it_back(shown: Program, tap: Tap, heard: list[tuple[Line, ...]]) -> None:
    shown.show_page("home")
    tap(shown.window, "home.listen")
    listen = shown.window.page(HomePage).listen
    touch(shown, listen.mapTo(shown.window, listen.rect().center()))
    assert not shown.journey.hearing.waiting
    assert heard[-1] == shown.window.lines((TOUCH,))


def test_an_empty_place_says_so(shown: Program, tap: Tap, heard: list[tuple[Line, ...]]) -> None:
    shown.show_page("calm")
    tap(shown.window, "calm.listen")
    touch(shown, QPoint(700, 755))
    assert heard[-1] == shown.window.lines((NOTHING,))


def test_the_phone_is_heard_and_stays_as_it_is(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    turn = shown.show_lesson("book-appointment", "follow")
    page = shown.window.page(LessonPage)
    assert turn.guidance.target is not None
    spot = page.phone.rect_of(turn.guidance.target)
    assert spot is not None
    tap(shown.window, "lesson.listen")
    touch(shown, page.phone.mapTo(shown.window, spot.center()))
    assert [line.spoken for line in heard[-1]] == ["حَجْزُ مَوْعِدٍ"]
    assert shown.journey.classroom.turn is turn


def test_a_day_that_is_taken_is_heard_as_taken(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    turn = shown.show_lesson("book-appointment", "follow", 5)
    page = shown.window.page(LessonPage)
    days = [(each.id, row.id) for each in turn.view.elements for row in each.rows if row.day and not row.open]
    spots = [page.phone.rect_of(Target(*day)) for day in days]
    spot = next(each for each in spots if each is not None)
    tap(shown.window, "lesson.listen")
    touch(shown, page.phone.mapTo(shown.window, spot.center()))
    assert len(heard[-1]) >= 2
    assert all(line.words for line in heard[-1])


def test_a_key_of_the_keyboard_is_heard_by_the_name_of_its_letter(
    shown: Program, find: Find, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_keyboard("book-appointment", "follow")
    hear(shown, "key.ش", find, tap)
    assert [line.spoken for line in heard[-1]] == ["شِينْ"]


def test_keys_go_from_thing_to_thing_and_enter_ends(shown: Program, heard: list[tuple[Line, ...]]) -> None:
    shown.show_page("sign-in")
    listen = shown.window.page(SignInPage).listen
    listen.setFocus(Qt.FocusReason.TabFocusReason)
    listen.by_keys = True
    QTest.keyClick(listen, Qt.Key.Key_Space)
    glass = shown.window.findChild(QWidget, "listening")
    assert glass is not None
    before = len(heard)
    for _ in range(3):
        QTest.keyClick(glass, Qt.Key.Key_Tab)
    assert len({tuple(line.shown for line in said) for said in heard[before:]}) == 3
    QTest.keyClick(glass, Qt.Key.Key_Return)
    assert not shown.journey.hearing.waiting
    assert isinstance(shown.window.current, SignInPage)


def test_escape_takes_it_back(shown: Program, tap: Tap) -> None:
    shown.show_page("sign-in")
    tap(shown.window, "signIn.listen")
    glass = shown.window.findChild(QWidget, "listening")
    assert glass is not None
    QTest.keyClick(glass, Qt.Key.Key_Escape)
    assert not shown.journey.hearing.waiting


def test_watch_waits_and_begins_its_words_anew(
    shown: Program, find: Find, tap: Tap, heard: list[tuple[Line, ...]], qtbot: object
) -> None:
    turn = shown.show_lesson("book-appointment", "watch")
    hear(shown, "lesson.help", find, tap)
    assert shown.whole.bridge.paused
    shown.window.voice.stop()
    qtbot.waitUntil(lambda: not shown.whole.bridge.paused)  # type: ignore[attr-defined]
    assert heard[-1] == shown.window.lines(turn.guidance.say)


def test_what_was_typed_is_private_and_a_secret_is_not_heard(shown: Program) -> None:
    from elder_tutor.ui.things import lines_of

    shown.show_keyboard("book-appointment", "follow")
    page = shown.window.page(LessonPage)
    field = page.phone.findChild(QWidget, page.phone.view.keyboard.field)  # type: ignore[union-attr]
    assert field is not None
    lines = lines_of(field, shown.window.wording)
    written = field.view.letters  # type: ignore[attr-defined]
    assert any(line.private and written in line.shown for line in lines)
    field.view = replace(field.view, kind="pin")  # type: ignore[attr-defined]
    assert not any(written in line.shown for line in lines_of(field, shown.window.wording))


def test_speak_what_i_touch_names_it_first_and_lets_it_act(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_page("sign-in")
    shown.window.use(shown.window.settings.with_changes(speak_touched=True))
    tap(shown.window, "signIn.guest")
    assert isinstance(shown.window.current, HomePage)
    assert heard[-1][0].shown.startswith("ضيف")
    assert len(heard[-1]) > 1
    shown.window.use(shown.window.settings.with_changes(speak_touched=False))


def test_letters_are_named_when_wished_but_not_those_of_a_code(
    shown: Program, find: Find, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_keyboard("book-appointment", "follow")
    shown.window.use(shown.window.settings.with_changes(speak_keys=True))
    del heard[:]
    tap(shown.window, "key.ش")
    assert heard[-1][0].spoken == "شِينْ"
    assert heard[-1][0].private
    shown.show_keyboard("otp-enter", "follow")
    shown.window.use(shown.window.settings.with_changes(speak_keys=True))
    del heard[:]
    tap(shown.window, "key.7")
    assert not [line for lines in heard for line in lines if line.private or "7" in line.shown]


def test_a_changed_setting_says_how_it_stands_now(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_page("settings-sheet")
    tap(shown.window, "sheet.volume.more")
    assert heard[-1][0].shown == shown.window.sheet.cards["volume"].value.text()
    shown.show_page("settings")
    tap(shown.window, "settings.voice.more")
    assert shown.window.settings.voice == "female"
    assert heard[-1][-1].shown == "هكذا أتكلم الآن."


def test_a_changed_language_is_named_once_and_in_itself(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.show_page("settings-sheet")
    shown.window.use(shown.window.settings.with_changes(speak_touched=True))
    for button, own, lang in (("more", "English", "en"), ("less", "العربية", "ar")):
        del heard[:]
        tap(shown.window, f"sheet.language.{button}")
        assert [(line.shown, line.lang) for lines in heard for line in lines] == [(own, lang)]
