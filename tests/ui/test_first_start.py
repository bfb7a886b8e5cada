"""The three first questions, by touches in Arabic: every answer holds at once, and nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App, build
from elder_tutor.progress import preferences
from elder_tutor.settings import Settings
from elder_tutor.text.wording import Wording
from elder_tutor.ui.family import front
from elder_tutor.ui.family.first_words import WHERE, guess_region
from elder_tutor.ui.family.front import Ask, next_question
from elder_tutor.ui.family.sample import fill_home
from elder_tutor.ui.kiosk.cleaning import clean
from elder_tutor.ui.measures.measuring import faults
from elder_tutor.ui.pages.consent import ConsentPage
from elder_tutor.ui.pages.family_write import WritePage
from elder_tutor.ui.pages.first_start import FirstStartPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import PICTURE_DAY, Program
from tests.ui.measured import awake

Tap = Callable[..., None]
LIMIT_S = 120
"""Ready in under two minutes."""
A_TOUCH_S = 6.0
"""What a slow touch takes, from the end of the sentence to the release (Vatavu, Cramariuc & Schipor 2015)."""


@pytest.fixture
def fresh(program: Callable[..., Program]) -> Program:
    """A window on an empty folder, as the program opens it."""
    made = program()
    made.journey.front_door = front.door_of(made.journey)
    made.journey.start()
    return made


def answer(program: Program, tap: Tap, *tiles: str) -> None:
    """Touch one answer after the other."""
    for each in tiles:
        tap(program.window, f"firstStart.tile.{each}")


def page(program: Program) -> FirstStartPage:
    """The question that stands."""
    shown = program.window.current
    assert isinstance(shown, FirstStartPage)
    return shown


def text(program: Program) -> str:
    """The words of the question."""
    return page(program).sentence.text()


def test_an_empty_folder_is_asked_where_we_are_and_greeted(fresh: Program) -> None:
    assert page(fresh).greeting() == (WHERE,)
    assert [tile.objectName() for tile in page(fresh).tiles] == [
        "firstStart.tile.home", "firstStart.tile.centre",
    ]  # fmt: skip


def test_four_touches_lead_to_the_welcome_page_with_the_person(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "mother", "palm", "kw")
    added = app.people.learners()
    assert [one.picture for one in added] == ["palm"]
    assert (app.settings.place, app.settings.region) == ("home", "kw")
    assert isinstance(fresh.window.current, SignInPage)
    tap(fresh.window, f"signIn.person.{added[0].id}")
    assert isinstance(fresh.window.current, ConsentPage)
    tap(fresh.window, "consent.yes")
    assert app.people.learners()[0].consent is not None


def test_what_is_proposed_is_taken_with_the_filled_button(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "grandfather")
    tap(fresh.window, "firstStart.main")
    tap(fresh.window, "firstStart.main")
    assert len(app.people.learners()) == 1
    assert isinstance(fresh.window.current, SignInPage)


@pytest.mark.parametrize(
    ("answers", "following"),
    [((), Ask.PLACE), (("home",), Ask.WHO), (("home", "mother"), Ask.WHO),
     (("home", "mother", "palm"), Ask.REGION), (("centre", "trainer"), Ask.TRAINER)],
)  # fmt: skip
def test_a_second_start_asks_the_same_question(
    fresh: Program, tap: Tap, app: App, tmp_path: Path, answers: tuple[str, ...], following: Ask
) -> None:
    answer(fresh, tap, *answers)
    with closing(build(tmp_path / "store")) as other:
        assert next_question(other) is following


def test_after_the_last_answer_nothing_is_asked_again(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "father", "rose", "qa")
    assert next_question(app) is Ask.NONE
    fresh.journey.leave()
    assert isinstance(fresh.window.current, SignInPage)


def test_a_folder_with_people_is_asked_nothing(app: App) -> None:
    app.people.add("نورة", "moon")
    assert next_question(app) is Ask.NONE


def test_a_place_that_was_told_before_is_asked_nothing(app: App) -> None:
    app.keep_settings({"place": "centre"})
    assert next_question(app) is Ask.NONE


def test_every_question_lets_a_guest_in_at_once(fresh: Program, tap: Tap) -> None:
    for tile in ("home", "mother"):
        tap(fresh.window, "firstStart.guest")
        assert isinstance(fresh.window.current, HomePage)
        fresh.journey.leave()
        answer(fresh, tap, tile)
    tap(fresh.window, "firstStart.main")
    tap(fresh.window, "firstStart.guest")
    assert isinstance(fresh.window.current, HomePage)


def test_a_guest_who_leaves_finds_the_question_again(fresh: Program, tap: Tap) -> None:
    answer(fresh, tap, "home")
    asked = text(fresh)
    tap(fresh.window, "firstStart.guest")
    tap(fresh.window, "home.leave")
    assert text(fresh) == asked


def test_going_back_keeps_what_was_answered_until_it_is_answered_anew(
    fresh: Program, tap: Tap, app: App
) -> None:
    answer(fresh, tap, "home", "mother", "palm")
    tap(fresh.window, "firstStart.back")
    tap(fresh.window, "firstStart.main")
    assert len(app.people.learners()) == 1
    tap(fresh.window, "firstStart.back")
    answer(fresh, tap, "father", "rose")
    assert [one.picture for one in app.people.learners()] == ["rose"]


def test_going_back_and_answering_the_same_goes_on(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "mother", "palm")
    tap(fresh.window, "firstStart.back")
    answer(fresh, tap, "mother", "palm", "qa")
    assert [one.picture for one in app.people.learners()] == ["palm"]
    assert isinstance(fresh.window.current, SignInPage)


def test_a_name_can_be_typed_on_a_real_keyboard(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "write")
    written = fresh.window.current
    assert isinstance(written, WritePage)
    QTest.keyClicks(written.field, "Salma")
    tap(fresh.window, "familyWrite.save")
    answer(fresh, tap, "moon")
    assert [one.name for one in app.people.learners()] == ["Salma"]


def test_a_name_can_be_touched_on_the_tray(fresh: Program, tap: Tap) -> None:
    answer(fresh, tap, "home", "write")
    for letter in "سلمى":
        tap(fresh.window, f"key.{letter}")
    assert fresh.window.page(WritePage).field.text() == "سلمى"


def test_an_empty_name_is_asked_for_again_kindly(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "home", "write")
    tap(fresh.window, "familyWrite.save")
    assert fresh.window.page(WritePage).told is not None
    assert app.people.learners() == ()


def test_in_a_centre_the_trainer_is_asked_for_a_pin_at_last(fresh: Program, tap: Tap) -> None:
    answer(fresh, tap, "centre", "trainer", "ae")
    assert fresh.window.trainer_open


def test_in_a_centre_everything_can_wait(fresh: Program, tap: Tap, app: App) -> None:
    answer(fresh, tap, "centre", "later", "sa")
    assert isinstance(fresh.window.current, SignInPage)
    assert (app.people.learners(), app.settings.region) == ((), "sa")


def test_the_language_is_switched_and_kept(fresh: Program, tap: Tap, app: App) -> None:
    tap(fresh.window, "firstStart.language")
    assert "home" in text(fresh)
    assert preferences.get(app.store)["language"] == "en"


@pytest.mark.parametrize(
    ("zone", "locale", "region"),
    [("Asia/Dubai", "en_US.UTF-8", "ae"), ("Asia/Riyadh", "C", "sa"), ("Europe/Paris", "ar_OM.UTF-8", "om"),
     ("Europe/Paris", "fr_FR", "qa")],
)  # fmt: skip
def test_the_country_of_the_machine_is_proposed(zone: str, locale: str, region: str) -> None:
    assert guess_region(zone, locale, Settings().region) == region


def test_the_proposed_country_stands_first_and_is_marked(fresh: Program, tap: Tap) -> None:
    fresh.journey.household._environment = {"LC_ALL": "ar_KW.UTF-8"}
    answer(fresh, tap, "home", "mother", "palm")
    first = page(fresh).tiles[0]
    assert (first.objectName(), first.chosen) == ("firstStart.tile.kw", True)


def test_it_is_ready_in_under_two_minutes(fresh: Program, tap: Tap, words: Callable[[str], Wording]) -> None:
    """Every sentence heard to its end, and a slow touch after each: 4 touches, no letter typed."""
    spoken, touches = 0, 0
    for tile in ("home", "mother", "palm", "qa"):
        spoken += sum(len(words("ar").line(each).words) for each in page(fresh).greeting())
        touches += 1
        answer(fresh, tap, tile)
    seconds = 60 * spoken / Settings().wpm("ar") + touches * A_TOUCH_S
    assert touches == 4
    assert seconds < LIMIT_S / 2, f"{seconds:.0f} s"


def test_the_keyboard_alone_answers_everything(fresh: Program, app: App) -> None:
    window = awake(fresh).window
    for name in ("tile.home", "tile.mother", "main", "main"):
        for _ in range(30):
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
            held = window.focusWidget()
            if held is not None and held.objectName() == f"firstStart.{name}":
                break
        QTest.keyClick(held, Qt.Key.Key_Space)
    assert (app.settings.place, len(app.people.learners())) == ("home", 1)


@pytest.mark.parametrize("as_guest", [True, False])
def test_a_reset_asks_the_open_question_anew_and_takes_the_answer(
    fresh: Program, tap: Tap, as_guest: bool
) -> None:
    answer(fresh, tap, "centre")
    if as_guest:
        fresh.journey.begin(None)
    clean(fresh.journey)
    assert page(fresh).isVisibleTo(fresh.window)
    answer(fresh, tap, "later")
    assert next_question(fresh.journey.app) is Ask.REGION


@pytest.mark.usefixtures("qapp")
def test_without_a_folder_nothing_is_asked() -> None:
    from elder_tutor.app import build_without_data

    with closing(build_without_data()) as app:
        assert next_question(app) is Ask.NONE


def test_names_of_pictures_are_words(fresh: Program, tap: Tap, qapp: QApplication) -> None:
    answer(fresh, tap, "home", "mother")
    named = [tile.accessibleName() for tile in page(fresh).tiles]
    assert len(set(named)) == len(named)
    assert not any("{" in name or not name for name in named)


@pytest.mark.parametrize(("lang", "letters"), [("ar", "ar"), ("en", "en"), ("fr", "en")])
def test_a_name_is_begun_with_the_letters_of_the_language(
    program: Callable[..., Program], lang: str, letters: str
) -> None:
    made = program(lang=lang)
    made.show_page("first-start-write")
    assert made.window.page(WritePage).layer == letters


@pytest.mark.parametrize("page", ["first-start-picture", "family"])
def test_longer_words_take_another_row_of_buttons(
    program: Callable[..., Program], app: App, page: str
) -> None:
    if page == "family":
        fill_home(app, PICTURE_DAY)
    made = program(size=(1080, 1920), lang="fr", step=4)
    made.show_page(page)
    assert faults(made.window) == []
