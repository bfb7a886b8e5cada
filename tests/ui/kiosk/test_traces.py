"""Whoever was here leaves nothing in the rooms that came later: symbols, cards, photos, settings, fitting."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.photos import Consent, Photos
from elder_tutor.ui.fit import dials
from elder_tutor.ui.fit.fitting import PAGES as FITTING
from elder_tutor.ui.pages.card import CardPage
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.pages.settings_page import SettingsPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.pages.symbols import SymbolsPage
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.trainer.people_files import FileChooser
from tests.ui.kiosk import traces
from tests.ui.kiosk.conftest import Place

NAME = "".join(("يقط", "ينة"))  # so that no compiled code, and no other test, holds it
GROUP = "".join(("فنا", "رية"))
TODAY = "مجموعة الأحد"
PINK = QColor("#FE01DC")
KEY = ("cat", "ball", "cat")


@dataclass
class Hall:
    """A kiosk of two groups: today's on the welcome page, and that of the person, whose id is ``who``."""

    place: Place
    who: str
    group: str
    photo: str
    """SHA-256 of the photo."""
    others: frozenset[int]
    """The pages of programs that were closed before."""

    @property
    def door(self) -> SignInPage:
        """The welcome page."""
        return self.place.program.window.page(SignInPage)

    def step_to_the_group(self) -> None:
        """Open the person's group on the welcome page."""
        doorway = self.place.program.journey.doorway
        doorway.choose_groups()
        doorway.choose_crowd(self.group)

    def come_in(self) -> None:
        """Sign in, past the symbols."""
        journey = self.place.program.journey
        self.step_to_the_group()
        journey.begin(self.place.program.app.people.learner(self.who))

    def gone(self, by: str) -> None:
        """Let them be reset, or leave by themselves."""
        kiosk = self.place.kiosk
        kiosk.reset() if by == "reset" else self.place.program.journey.leave()
        traces.settle()
        self.place.silence()


@pytest.fixture
def hall(place: Place, people: tuple[str, ...]) -> Hall:
    """The hall with somebody of whom everything can be known again."""
    program, app = place.program, place.program.app
    program.journey.wearing._pinned = None
    app.keep_settings({"photos": True, "symbols": True})
    program.journey.wearing.follow_centre()
    added = app.people.add(NAME, "moon").id
    app.people.consent(added, True)
    image = portrait()
    Photos(app.store).give(added, image, Consent("learner"))
    Keys(app.store).set_symbols(added, KEY)
    group = in_groups(app, people[:3], added)
    program.journey.start()
    place.silence()
    gc.collect()
    others = frozenset(id(each) for each in pages_alive() if each is not program.window.current)
    return Hall(place, added, group, hashlib.sha256(image).hexdigest(), others)


def pages_alive() -> list[Page]:
    """Every page that Python still knows."""
    return [each for each in gc.get_objects() if isinstance(each, Page)]


def in_groups(app: App, others: tuple[str, ...], who: str) -> str:
    """Put people into today's group and one into another; answer the other's id."""
    groups = Groups(app.store)
    groups.put(groups.add(TODAY, "palm").id, others)
    other = groups.add(GROUP, "rose").id
    groups.put(other, (who,))
    return other


def portrait() -> bytes:
    """A photo of one colour that nothing else has."""
    image = QImage(300, 330, QImage.Format.Format_RGB32)
    image.fill(PINK)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "jpg")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


# --- where somebody may be when they go ---------------------------------------------------


def at_the_group(hall: Hall) -> None:
    """Look at one's own card, and have it named."""
    hall.step_to_the_group()
    hall.door.grab()
    hall.place.program.window.say_lines(hall.place.program.window.wording.heard(NAME))


def at_the_symbols(hall: Hall) -> None:
    """Choose two symbols of three."""
    hall.step_to_the_group()
    hall.place.program.journey.sign_in(hall.who)
    page = hall.place.program.window.page(SymbolsPage)
    for key in KEY[:2]:
        page.choose(key)
    assert page.chosen


def at_consent(hall: Hall) -> None:
    """Be asked what may be kept."""
    learner = hall.place.program.app.people.learner(hall.who)
    hall.place.program.journey.ask_consent(learner)


def at_home(hall: Hall) -> None:
    """Stand on one's own page."""
    hall.come_in()


def in_settings(hall: Hall) -> None:
    """Turn the settings' pages."""
    hall.come_in()
    hall.place.program.journey.open_sheet()
    hall.place.program.window.page(SettingsPage).turn(1)


def in_the_fitting(hall: Hall) -> None:
    """Have half a fitting done."""
    hall.come_in()
    tuning = hall.place.program.journey.tuning
    tuning.fit()
    tuning.fitting.on()
    tuning.fitting.on()


ROOMS: dict[str, Callable[[Hall], None]] = {
    each.__name__: each
    for each in (at_the_group, at_the_symbols, at_consent, at_home, in_settings, in_the_fitting)
}
LEFT_BY_ONESELF = ("at_the_symbols", "at_home", "in_the_fitting")
WAYS = [*((room, "reset") for room in ROOMS), *((room, "leave") for room in LEFT_BY_ONESELF)]


@pytest.mark.parametrize(("room", "by"), WAYS)
def test_no_name_no_page_and_no_photo_remains(hall: Hall, room: str, by: str) -> None:
    ROOMS[room](hall)
    assert traces.holding(NAME, globals())
    hall.gone(by)
    assert traces.texts_with(NAME) == []
    assert traces.holding(NAME, globals()) == []
    assert traces.holding_bytes(hall.photo) == []
    assert traces.pictures_of(PINK) == 0
    left = [type(each).__name__ for each in pages_alive() if id(each) not in hall.others]
    assert set(left) <= {"SignInPage"}


def test_a_photo_on_the_page_would_be_found(hall: Hall) -> None:
    at_the_group(hall)
    assert traces.holding_bytes(hall.photo)
    assert traces.pictures_of(PINK)
    assert traces.texts_with(NAME)


@pytest.mark.parametrize("by", ["reset", "nobody"])
def test_the_welcome_page_is_todays_again(hall: Hall, by: str) -> None:
    before = hall.door.state
    hall.step_to_the_group()
    assert hall.door.state.people != before.people
    hall.place.silence()
    hall.gone("reset") if by == "reset" else hall.place.wait(121)
    traces.settle()
    assert hall.door.state == before
    assert traces.texts_with(GROUP) == []


def test_a_picture_in_the_cache_is_gone(hall: Hall) -> None:
    QPixmapCache.insert("a face", QPixmap(20, 20))
    assert QPixmapCache.find("a face", QPixmap())
    at_home(hall)
    hall.gone("leave")
    assert not QPixmapCache.find("a face", QPixmap())


def test_window_and_clipboard_tell_of_nobody(hall: Hall) -> None:
    title = hall.place.program.window.windowTitle()
    at_home(hall)
    QGuiApplication.clipboard().setText(NAME)
    hall.gone("leave")
    assert hall.place.program.window.windowTitle() == title
    assert QGuiApplication.clipboard().text() == ""


# --- settings -----------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["reset", "leave"])
def test_whatever_can_be_set_is_the_centres_again(hall: Hall, by: str) -> None:
    window, journey = hall.place.program.window, hall.place.program.journey
    centre = window.settings
    at_home(hall)
    for dial in (*dials.FIXED, dials.language(centre), dials.side(centre)):
        at = dial.at(window.settings)
        journey.changing.change_all(dial.choices[at - 1 if at else 1].changes)
    assert window.settings.size != centre.size
    hall.gone(by)
    assert window.settings == centre == hall.place.program.app.settings
    assert window.voice._volume == centre.volume


def test_so_they_are_after_a_trainer_came_to_somebody_at_the_symbols(hall: Hall) -> None:
    window, app = hall.place.program.window, hall.place.program.app
    app.keep_settings({"size": 4, "theme": "dark"}, hall.who)
    at_the_symbols(hall)
    assert window.settings.size == 4
    window.open_trainer()
    window.close_trainer()
    traces.settle()
    assert window.settings == app.settings
    assert traces.holding(NAME, globals()) == []


def test_nobody_is_offered_the_settings_of_the_one_before(hall: Hall) -> None:
    journey, window = hall.place.program.journey, hall.place.program.window
    in_settings(hall)
    journey.tuning._centre()
    assert window.page(SettingsPage).undo
    hall.gone("reset")
    journey.begin(None)
    journey.open_sheet()
    page = window.page(SettingsPage)
    assert (page.page, page.undo) == (0, False)


def test_the_next_fitting_begins_at_its_beginning(hall: Hall) -> None:
    journey, window = hall.place.program.journey, hall.place.program.window
    in_the_fitting(hall)
    window.page(FITTING[0]).field.keyed()  # type: ignore[attr-defined]
    hall.gone("reset")
    assert journey.tuning.fitting.number == 0
    journey.begin(None)
    journey.tuning.fit()
    assert isinstance(window.current, FITTING[0])
    assert not window.current.field.over  # type: ignore[attr-defined]


def test_a_screen_reader_that_somebody_sent_away_speaks_to_the_next(hall: Hall) -> None:
    journey, window = hall.place.program.journey, hall.place.program.window
    journey.changing.reader_found(True)
    journey.changing.toggle_reader()
    assert not window.settings.screen_reader
    hall.gone("reset")
    assert window.settings.screen_reader


# --- cards at a scanner -------------------------------------------------------------------


def scan(place: Place, ticket: str, end: str = "\r") -> None:
    """Let a scanner type at the window."""
    for number, sign in enumerate(ticket + end):
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(0)
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(10_000 + 12 * number)
        QGuiApplication.sendEvent(place.handle, event)


def test_a_card_held_to_the_scanner_types_no_pin(hall: Hall, qtbot: QtBot) -> None:
    place = hall.place
    place.program.journey.doorway.watch_for_cards()
    place.kiosk.ask_pin()
    assert place.kiosk.door is not None
    scan(place, "ET1-" + "23456789" * 4)
    qtbot.wait(200)
    assert place.kiosk.door is not None
    assert place.kiosk.door.pin._typed == ""
    for digit in "2589":
        place.key(Qt.Key(ord(digit)))
    assert place.kiosk.door.pin._typed == "2589"


def test_half_a_card_is_in_no_ones_memory(hall: Hall) -> None:
    place = hall.place
    doorway = place.program.journey.doorway
    doorway.watch_for_cards()
    scan(place, "ET1-QANARY2WING", end="")
    assert doorway._scanning is not None
    assert doorway._scanning.reader.inside
    place.kiosk.reset()
    assert not doorway._scanning.reader.inside


# --- trainers -----------------------------------------------------------------------------


def opened(hall: Hall, page: str) -> TrainerPages:
    """Open the trainer's pages behind the door."""
    window = hall.place.program.window
    hall.place.program.show_page(page)
    found = window.findChild(QWidget, "trainer")
    assert isinstance(found, TrainerPages)
    hall.place.silence()
    return found


def test_what_a_trainer_wrote_and_looked_through_is_gone_when_they_lock(hall: Hall) -> None:
    pages = opened(hall, "trainer-people")
    pages.edit(hall.who)
    assert pages.editor.name.text() == NAME
    del pages
    hall.place.program.window.close_trainer()
    traces.settle()
    assert traces.texts_with(NAME) == []
    assert traces.holding(NAME, globals()) == []
    kept = [each for each in gc.get_objects() if isinstance(each, TrainerPages | FileChooser)]
    assert kept == []


def test_a_card_half_laid_on_the_screen_lets_no_one_into_the_trainers_pages(hall: Hall) -> None:
    program = hall.place.program
    opened(hall, "trainer-machine-choices")
    program.journey.calibrating.begin_for_trainer()
    assert isinstance(program.window.current, CardPage)
    traces.settle()
    assert isinstance(program.window.current, CardPage)  # it is no visitor who has left
    hall.place.silence()
    hall.place.wait(240)
    assert isinstance(program.window.current, SignInPage)
    program.journey.calibrating.leave()
    assert not program.window.trainer_open
