"""The family at home: progress, papers, adding, changing, erasing, the house; and what home changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.i18n import PROGRAM, Translator
from elder_tutor.progress.audit import FIRST
from elder_tutor.progress.people import pictures
from elder_tutor.progress.pins import Pins
from elder_tutor.text.phrase import phrase
from elder_tutor.ui import calling, states, words
from elder_tutor.ui.family import family
from elder_tutor.ui.family import papers as family_papers
from elder_tutor.ui.family.progress import progress_of
from elder_tutor.ui.family.sample import fill_home
from elder_tutor.ui.kiosk.kiosk import Kiosk
from elder_tutor.ui.pages import settings_page
from elder_tutor.ui.pages.family_person import FamilyPersonPage
from elder_tutor.ui.pages.family_write import SAVE, WritePage
from elder_tutor.ui.pages.first_start import FamilyPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.paper.printing import Writing as Errand
from elder_tutor.ui.program import Program

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
PHONE = "55551234"
NUMBER = "5555\u00a01234"


@pytest.fixture
def home(program: Callable[..., Program], app: App) -> Program:
    """The welcome page at home, with an invented family."""
    app.keep_settings({"place": "home"})
    fill_home(app, app.today or app.clock().date())
    made = program()
    made.journey.start()
    return made


@pytest.fixture
def person(home: Program, app: App, tap: Tap) -> str:
    """The first person, whose page stands; the id."""
    who = app.people.learners()[0].id
    tap(home.window, "signIn.trainer")
    tap(home.window, f"family.tile.{who}")
    return who


def written(program: Program, text: str, tap: Tap) -> None:
    """Write into the field that stands, and keep it."""
    page = program.window.current
    assert isinstance(page, WritePage)
    page.field.clear()
    QTest.keyClicks(page.field, text)
    tap(program.window, "familyWrite.save")


def press(program: Program, tap: Tap, *names: str) -> None:
    """Touch one control after the other."""
    for name in names:
        tap(program.window, name)


def test_the_family_stands_where_the_trainer_stands_in_a_centre(home: Program, tap: Tap, app: App) -> None:
    tap(home.window, "signIn.trainer")
    page = home.window.current
    assert isinstance(page, FamilyPage)
    assert len(page.tiles) == len(app.people.learners())


def test_a_persons_page_shows_what_is_mastered_and_every_lesson_begun(
    home: Program, person: str, app: App
) -> None:
    page = home.window.current
    assert isinstance(page, FamilyPersonPage)
    done = progress_of(app, person)
    assert done.mastered == 1
    assert page.figures[0][1].value == home.window.wording.shown(
        phrase("{step} of {steps}", step=1, steps=done.lessons)
    )
    assert len(page.lines) == len(done.rows)


def test_what_is_done_is_not_said_with_the_word_of_a_button() -> None:
    french = Translator("fr")
    assert french.text(family.DONE.key, PROGRAM) != french.text(settings_page.DONE.key, PROGRAM)


def test_the_people_who_come_with_the_next_page_are_named(home: Program, tap: Tap, app: App) -> None:
    for number, picture in enumerate(pictures()):
        app.people.add(f"Name {number}", picture)
    press(home, tap, "signIn.trainer", "family.next")
    page = home.window.page(FamilyPage)
    shown = [tile.accessibleName() for tile in page.tiles if tile.isVisibleTo(home.window)]
    said = [line.shown for line in home.whole.voice.lines]
    assert [name.startswith(word) for name, word in zip(shown, said, strict=True)] == [True] * len(shown)
    assert shown


def test_the_lessons_that_come_with_the_next_page_are_named(home: Program, person: str, tap: Tap) -> None:
    home.window.use(home.window.settings.with_changes(size=4))
    page = home.window.current
    assert isinstance(page, FamilyPersonPage)
    assert page.pages > 1
    tap(home.window, "familyPerson.next")
    said = [line.shown for line in home.whole.voice.lines]
    assert said == [home.window.wording.shown(each) for each in page.standing()]
    assert said


def test_a_private_lesson_has_neither_title_nor_stages(app: App, home: Program) -> None:
    done = progress_of(app, app.people.learners()[0].id)
    private = [lesson.title for lesson in app.catalog.lessons if lesson.private]
    assert done.rows[-1].stages == ()
    assert not {row.title.key for row in done.rows} & set(private)
    assert not {title.key for _, title in done.begun} & set(private)


def test_somebody_is_added_with_two_touches_and_no_letter(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.main", "family.tile.grandfather", "family.tile.tent")
    assert app.people.learners()[-1].picture == "tent"


def test_after_a_card_that_somebody_has_the_pictures_stand_again(home: Program, tap: Tap, app: App) -> None:
    adding = ("family.main", "family.tile.grandfather", "family.tile.tent")
    press(home, tap, "signIn.trainer", *adding, *adding)
    tap(home.window, "calm.button")
    tap(home.window, "family.tile.moon")
    assert [one.picture for one in app.people.learners()][-2:] == ["tent", "moon"]


def test_a_name_is_changed(home: Program, person: str, tap: Tap, app: App) -> None:
    press(home, tap, "familyPerson.change", "family.tile.name")
    written(home, "Salma", tap)
    assert app.people.learner(person).name == "Salma"


def test_a_picture_is_changed(home: Program, person: str, tap: Tap, app: App) -> None:
    press(home, tap, "familyPerson.change", "family.tile.picture", "family.tile.rose")
    assert app.people.learner(person).picture == "rose"


def test_erasing_is_asked_twice_and_then_done(home: Program, person: str, tap: Tap, app: App) -> None:
    press(home, tap, "familyPerson.change", "family.tile.erase", "family.on")
    assert len(app.people.learners()) == 3
    tap(home.window, "family.erase")
    assert person not in {one.id for one in app.people.learners()}


@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920)])
def test_tapping_on_at_the_same_place_erases_nothing(
    home: Program, person: str, tap: Tap, find: Find, size: tuple[int, int]
) -> None:
    home.window.resize(*size)
    press(home, tap, "familyPerson.change", "family.tile.erase")
    place = find(home.window, "family.on").geometry()
    tap(home.window, "family.on")
    assert not find(home.window, "family.erase").geometry().contains(place.center())


@pytest.mark.parametrize("steps", [("family.main",), ("family.on", "family.main")])
def test_the_filled_button_keeps_everything(
    home: Program, person: str, tap: Tap, app: App, steps: tuple[str, ...]
) -> None:
    press(home, tap, "familyPerson.change", "family.tile.erase", *steps)
    assert app.people.learner(person).id == person


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents of our own, and no printer."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / "documents"))
    return tmp_path / "documents" / family_papers.FOLDER


@pytest.mark.parametrize(("tile", "begins"), [("report", "report-"), ("card", "sign-in-card-")])
def test_a_paper_lies_among_the_documents_and_it_is_told_where(
    home: Program, person: str, tap: Tap, documents: Path, qtbot: QtBot, tile: str, begins: str
) -> None:
    press(home, tap, "familyPerson.main", f"family.tile.{tile}")
    page = home.window.page(FamilyPage)
    qtbot.waitUntil(lambda: page.main.isVisibleTo(page), timeout=60_000)
    files = [file.name for file in documents.iterdir()]
    assert [name.startswith(begins) for name in files] == [True]
    assert family_papers.FOLDER in page.sentence.text()
    assert files[0] in page.tiles[0].text()


@pytest.mark.timeout(120)
def test_a_step_card_for_the_fridge_is_made_from_the_lesson(
    home: Program, person: str, tap: Tap, documents: Path, qtbot: QtBot, app: App
) -> None:
    tap(home.window, "familyPerson.main")
    page = home.window.page(FamilyPage)
    lesson = progress_of(app, person).begun[0][0]
    page.chosen.emit(f"lesson.{lesson}")
    qtbot.waitUntil(lambda: page.main.isVisibleTo(page), timeout=90_000)
    assert [lesson in file.name for file in documents.iterdir()] == [True]


def test_a_paper_in_the_making_comes_before_nothing_else(
    home: Program, person: str, tap: Tap, documents: Path, qtbot: QtBot
) -> None:
    press(home, tap, "familyPerson.main", "family.tile.report")
    home.journey.begin(None)
    qtbot.wait(50)
    assert not any(each.is_busy for each in home.journey.household.family.findChildren(Errand))
    assert isinstance(home.window.current, HomePage)


# --- the house --------------------------------------------------------------------------


def test_the_familys_telephone_is_kept_with_its_digits(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.house", "family.tile.phone")
    written(home, "+974 5555-1234", tap)
    assert app.settings.family_phone == "+974 55551234"


def test_what_is_no_telephone_number_is_said_kindly(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.house", "family.tile.phone")
    written(home, "5", tap)
    page = home.window.current
    assert isinstance(page, WritePage)
    assert page.told is not None
    assert app.settings.family_phone == ""


def test_the_country_is_changed(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.house", "family.tile.country", "family.tile.om")
    assert app.settings.region == "om"


def test_a_centre_is_made_of_a_home(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.house", "family.tile.place", "family.tile.centre")
    assert app.settings.place == "centre"
    assert isinstance(home.window.current, SignInPage)


def test_without_a_pin_the_page_is_open_and_with_one_it_asks(home: Program, tap: Tap, app: App) -> None:
    press(home, tap, "signIn.trainer", "family.house", "family.tile.pin")
    written(home, "4826", tap)
    home.journey.start()
    tap(home.window, "signIn.trainer")
    written(home, "1111", tap)
    assert isinstance(home.window.current, WritePage)
    written(home, "4826", tap)
    assert isinstance(home.window.current, FamilyPage)
    press(home, tap, "family.house", "family.tile.pin", "family.tile.none")
    assert not Pins(app.store).is_set_for(FIRST)


def test_only_where_something_is_kept_the_button_says_so(home: Program, tap: Tap, app: App) -> None:
    shown = home.window.wording.shown
    press(home, tap, "signIn.trainer", "family.house", "family.tile.pin")
    assert home.window.page(WritePage).save.text() == shown(SAVE)
    app.people.choose_pin("4826")
    home.journey.start()
    tap(home.window, "signIn.trainer")
    assert home.window.page(WritePage).save.text() == shown(words.GO_ON)


def test_a_pin_is_never_seen_when_it_is_asked_for(home: Program, tap: Tap, app: App) -> None:
    app.people.choose_pin("4826")
    tap(home.window, "signIn.trainer")
    page = home.window.current
    assert isinstance(page, WritePage)
    QTest.keyClicks(page.field, "4826")
    assert "4826" not in page.field.displayText()


@pytest.mark.parametrize("chosen", [True, False])
def test_a_pin_that_was_written_stands_in_no_field_afterwards(
    home: Program, tap: Tap, app: App, chosen: bool
) -> None:
    if chosen:
        app.people.choose_pin("4826")
        tap(home.window, "signIn.trainer")
    else:
        press(home, tap, "signIn.trainer", "family.house", "family.tile.pin")
    written(home, "4826", tap)
    assert isinstance(home.window.current, FamilyPage)
    assert home.window.page(WritePage).field.text() == ""


def test_after_a_wrong_pin_the_right_one_opens(home: Program, tap: Tap, app: App) -> None:
    app.people.choose_pin("4826")
    tap(home.window, "signIn.trainer")
    written(home, "1379", tap)
    page = home.window.current
    assert isinstance(page, WritePage)
    assert page.field.text() == ""
    QTest.keyClicks(page.field, "4826")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert isinstance(home.window.current, FamilyPage)


@pytest.mark.parametrize(("tile", "said"), [("pin", False), ("phone", True)])
def test_with_letters_said_aloud_the_digits_of_a_pin_are_not(
    home: Program, tap: Tap, tile: str, said: bool
) -> None:
    home.journey.changing.change("speak_keys", True)
    press(home, tap, "signIn.trainer", "family.house", f"family.tile.{tile}")
    page = home.window.current
    assert isinstance(page, WritePage)
    key = next(one for one in page.tray.findChildren(QAbstractButton) if one.accessibleName() in {"4", "٤"})
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert page.field.text() == "4"
    assert bool(home.window.named_first) is said


# --- what home changes elsewhere ------------------------------------------------------------


def danger_told(program: Program, tap: Tap) -> str:
    """What is said after real help was asked for on a screen of real danger."""
    program.show_danger()
    program.journey.classroom.choose(states.REAL_HELP)
    return program.window.page(LessonPage).panel.sentence.text()


def test_real_help_at_home_shows_the_familys_number(home: Program, tap: Tap, app: App) -> None:
    app.keep_settings({"family_phone": PHONE})
    assert NUMBER in danger_told(home, tap)


def test_real_help_says_the_number_digit_by_digit(home: Program, app: App) -> None:
    app.keep_settings({"family_phone": PHONE})
    line = home.window.wording.line(calling.help_at_home(app))
    assert line.spoken.count("خَمْس") == 4


def test_without_a_number_people_around_are_called(home: Program, tap: Tap) -> None:
    assert danger_told(home, tap) == home.window.wording.shown(states.CALL_OUT)


def test_at_home_the_family_is_called_and_no_trainer(home: Program, app: App) -> None:
    app.keep_settings({"family_phone": PHONE})
    home.show_lesson("book-appointment", "follow", 5)
    classroom = home.journey.classroom
    classroom.open("book-appointment", "follow")
    for _ in range(2):
        classroom.help()
    call = next(act for act in home.window.page(LessonPage).panel.acts if act.objectName().endswith(".call"))
    assert call.text() == home.window.wording.shown(phrase("Call the family"))
    classroom.choose(states.CALL)
    assert NUMBER in home.window.page(LessonPage).panel.sentence.text()


@pytest.mark.parametrize("stands", ["home", "centre"])
def test_in_a_kiosk_the_page_waits_only_at_home(home: Program, app: App, stands: str) -> None:
    now = [0]
    kiosk = Kiosk(home.whole, now=lambda: now[0], environment={})
    kiosk.patience.use()
    app.keep_settings({"place": stands})  # whoever changes it meanwhile need not start anew
    home.journey.begin(None)
    home.whole.voice.stop()
    for _ in range(400):
        now[0] += 1000
        kiosk.patience.look()
    assert (kiosk.idle is None) is (stands == "home")


def test_what_is_kept_is_seen_by_the_family(home: Program, app: App) -> None:
    new = app.people.add("سلمى", "tent")
    home.journey.sign_in(new.id)
    page = home.window.current
    assert page is not None
    assert "family" in page.greeting()[0].key


@pytest.mark.parametrize("page", ["sign-in", "family", "family-person", "family-house", "family-papers"])
def test_no_page_at_home_speaks_of_a_trainer(home: Program, page: str) -> None:
    home.show_page(page)
    shown = [each for each in home.window.findChildren(QWidget) if each.isVisibleTo(home.window)]
    words = " ".join(each.accessibleName() for each in shown)
    assert "مدرب" not in words
