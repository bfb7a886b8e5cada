"""After a reset nothing of the person before is anywhere in the program."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from elder_tutor.lessons.view import Action, Do
from elder_tutor.ui.kiosk.cleaning import KEEPS, empty_clipboard
from elder_tutor.ui.pages.sign_in import SignInPage
from tests.ui.kiosk.conftest import Place
from tests.ui.kiosk.traces import texts_with

NAME, COPIED = "قنديلة", "canary-in-the-clipboard"
TYPED = "".join(("qanary", "wing"))  # so that no compiled code, and no other test, holds it
LATER = QEvent.Type.DeferredDelete.value
CHANGED = {
    "volume": 20, "size": 4, "theme": "dark", "language": "en", "rate": 70, "sound": False, "voice": "female",
    "speak_touched": True, "speak_keys": True, "phone_side": "leading", "digits": "arab",
    "release_mm": 15.0, "snap_mm": 8.0, "repeat_ms": 900,
}  # fmt: skip


class Reader:
    """Stands for what speaks, with sound in memory."""

    def __init__(self) -> None:
        self.voice, self.forgotten, self.said = "", 0, [NAME]

    def submit(
        self, text: object, lang: str = "", wpm: int = 0, private: bool = False, ahead: bool = False
    ) -> int:
        """Take a sentence."""
        return 1

    def results(self) -> list[object]:
        """Nothing becomes ready."""
        return []

    def forget_waiting(self) -> None:
        """Drop what waits."""

    def forget_clips(self) -> None:
        """Drop what is in memory."""
        self.said.clear()


@pytest.fixture
def used(place: Place) -> Place:
    """Somebody signed in, changed everything, wrote, copied and went away without a word."""
    program = place.program
    program.journey.wearing._pinned = None
    learner = program.app.people.add(NAME, "dallah")
    program.app.people.consent(learner.id, True)
    program.app.keep_settings(dict(CHANGED), learner.id)
    program.journey.begin(program.app.people.learner(learner.id))
    write(place)
    program.journey.open_sheet()
    program.window.wording.text(NAME)
    QGuiApplication.clipboard().setText(COPIED)
    place.silence()
    return place


def write(place: Place) -> None:
    """Write a word into a field of a lesson."""
    program = place.program
    program.journey.classroom.open("home-visit-request", "follow")
    program.person.begin()
    turn = program.go_on()
    while turn.view.keyboard is None:
        turn = program.go_on()
    program.journey.classroom.act(Action(Do.WRITE, turn.view.keyboard.field, text=TYPED))
    assert texts_with(TYPED)


def holding(canary: str) -> list[str]:
    """Kinds of everything in the program that still holds a word (this file, which names it, apart)."""
    gc.collect()
    found = []
    for each in gc.get_objects():  # plain loops: what a comprehension closes over would hold the word too
        for part in gc.get_referents(each) if each is not globals() else ():
            if type(part) is str and canary in part:
                found.append(type(each).__name__)
    return found


def test_no_field_and_no_name_of_a_widget_remains(used: Place) -> None:
    used.kiosk.reset()
    QApplication.sendPostedEvents(None, LATER)  # what is deleted later is deleted now
    assert texts_with(TYPED) == []
    # On the welcome page stand the names of everybody, as always.
    assert texts_with(NAME, used.program.window.page(SignInPage)) == []


def test_nothing_that_was_typed_remains_in_memory(used: Place) -> None:
    assert holding(TYPED)
    used.program.person.begin()
    used.kiosk.reset()
    QApplication.sendPostedEvents(None, LATER)
    assert holding(TYPED) == []


def test_the_clipboard_is_empty(used: Place) -> None:
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == COPIED
    used.kiosk.reset()
    assert clipboard.text() == ""


def test_so_is_the_selection_where_the_system_has_one(qapp: QApplication) -> None:
    class Clipboard(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.held = {QClipboard.Mode.Clipboard, QClipboard.Mode.Selection}

        def supportsSelection(self) -> bool:
            return True

        def clear(self, mode: QClipboard.Mode) -> None:
            self.held.discard(mode)

    clipboard = Clipboard()
    empty_clipboard(clipboard)  # type: ignore[arg-type]
    assert clipboard.held == set()


def test_every_setting_is_the_centres_again(used: Place) -> None:
    held, centre = used.program.window.settings, used.program.app.settings
    assert {name for name in CHANGED if getattr(held, name) != getattr(centre, name)} == set(CHANGED)
    used.kiosk.reset()
    assert used.program.window.settings == used.program.app.settings == centre


def test_the_voice_is_as_loud_and_as_fast_as_the_centre_set_it(used: Place) -> None:
    used.kiosk.reset()
    voice, centre = used.program.whole.voice, used.program.app.settings
    assert (voice._volume, voice.rate, voice._voice) == (centre.volume, centre.wpm("ar"), centre.voice)


def test_what_was_spoken_is_not_kept_in_memory(used: Place) -> None:
    reader = Reader()
    used.program.whole.voice._speaker = reader  # type: ignore[assignment]
    used.kiosk.reset()
    used.program.whole.voice._speaker = None
    assert reader.said == []


def test_what_was_shown_is_not_remembered_as_words_to_say(used: Place) -> None:
    used.program.window.wording._noted(used.program.window.wording.text(NAME))
    used.kiosk.reset()
    shown = [words for echo in used.program.window._wordings.values() for words in echo._shown]
    assert not [words for words in shown if NAME in words]


def test_no_page_but_the_welcome_page_remains_nor_a_session(used: Place) -> None:
    used.kiosk.reset()
    journey = used.program.journey
    assert list(used.program.window._pages) == [SignInPage]
    assert used.program.window.page(SignInPage).first == 0
    assert journey.bridge.session is None
    assert journey.learner is None
    assert journey.library.session is None
    assert journey.classroom.turn is None
    assert not used.program.window.sheet_open


def test_the_welcome_page_greets_whoever_pressed_leave(used: Place) -> None:
    used.kiosk.reset()
    said = " ".join(line.spoken for line in used.program.whole.voice.lines)
    assert said == " ".join(
        line.spoken for line in used.program.window.lines(used.program.window.page(SignInPage).greeting())
    )


def test_texts_that_were_laid_out_are_forgotten(used: Place) -> None:
    used.kiosk.reset()
    # The welcome page is painted later; until then every cache of these rooms is empty.
    used_by = [
        f"{name}.{key}"
        for name, module in list(sys.modules.items())
        if name.startswith(KEEPS) and "phone" in name
        for key, each in vars(module).items()
        if callable(getattr(each, "cache_info", None)) and each.cache_info().currsize
    ]
    assert used_by == []


def test_the_next_one_finds_everything_working(used: Place) -> None:
    used.kiosk.reset()
    used.program.journey.begin(None)
    used.program.journey.classroom.open("book-appointment", "follow")
    used.program.journey.open_sheet()
    assert used.program.journey.classroom.turn is not None
    assert used.program.window.sheet_open
    assert used.program.window.settings.size == used.program.app.settings.size
